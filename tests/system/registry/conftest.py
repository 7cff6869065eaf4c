"""A registry alone, with the divisions of the seed."""

import pytest

from services.registry.service import Registry
from shared.testing.people import ADMINISTRATOR
from shared.testing.running import running


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    with running(tmp_path_factory.mktemp("registry"), [Registry]) as suite:
        suite.ask("registry", "import_divisions", ADMINISTRATOR, source="seed")
        yield suite
