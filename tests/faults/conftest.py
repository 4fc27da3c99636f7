"""What the summary is told of slips: how many were tried, caught, named with their place, or change nothing."""

import pytest

COUNTED = []


@pytest.fixture(autouse=True)
def counted(record_property):
    """Passes on what a test has put into COUNTED, a word for each slip and what came of it."""
    COUNTED.clear()
    yield
    for word in COUNTED:
        record_property("fault", word)
