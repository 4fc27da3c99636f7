"""One browser an engine for the whole walk."""

import pytest

from tests.engines.engines import ENGINES


@pytest.fixture(scope="session", params=ENGINES)
def reader(request, tmp_path_factory):
    engine = ENGINES[request.param](tmp_path_factory.mktemp(request.param))
    yield engine
    engine.close()


@pytest.fixture(params=[390, 1280])
def width(request, reader):
    reader.resize(request.param, 844)
    return request.param


@pytest.fixture
def desk(reader):
    reader.resize(1280, 844)
    return reader
