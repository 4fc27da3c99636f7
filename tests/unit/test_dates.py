"""Dates are printed at the precision at which they are known, and impossible ones are refused."""

import pytest

from builder.content.dates import PartialDate


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2016", "2016"),
        (2016, "2016"),
        ("2016-06", "June 2016"),
        ("2016-06-16", "16 June 2016"),
        ("2017-03-07/2017-03-09", "7–9 March 2017"),
        ("2014-08/2017-03", "August 2014 to March 2017"),
        ("2014/2017", "2014–2017"),
        ("2026-01-21/2026-02-12", "21 January to 12 February 2026"),
        ("2014-08/2014-09", "August to September 2014"),
        ("2018-12-30/2019-01-02", "30 December 2018 to 2 January 2019"),
    ],
)
def test_a_date_is_printed_at_its_own_precision(written, printed):
    assert PartialDate.parse(written).words == printed
    assert str(PartialDate.parse(written)) == str(written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2017-02-29", "February 2017 has 28 days"),
        ("2017-13", "months run from 01 to 12"),
        ("2017-00-10", "months run from 01 to 12"),
        ("16 June 2016", "write YYYY"),
        ("2017-3-9", "write YYYY"),
        ("0016-06-16", "write a year from"),
        ("2017-03-09/2017-03-07", "ends before it starts"),
        (True, "write YYYY"),
        (None, "write YYYY"),
    ],
)
def test_an_impossible_date_says_what_would_be_right(written, said):
    with pytest.raises(ValueError, match=said):
        PartialDate.parse(written)


def test_the_days_a_date_can_mean():
    date = PartialDate.parse("2024-02").end
    assert (str(date.earliest), str(date.latest)) == ("2024-02-01", "2024-02-29")
