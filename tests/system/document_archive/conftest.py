"""One archive among its neighbours for all tests of a module; each test has a case of its own."""

from itertools import count

import pytest

from tests.system.document_archive.neighbours import archive_among_neighbours

_numbers = count(1)


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with archive_among_neighbours(tmp_path_factory.mktemp("archive")) as suite:
        yield suite


@pytest.fixture
def case():
    """The id of a case nobody has heard of."""
    return f"case-{next(_numbers):04d}"
