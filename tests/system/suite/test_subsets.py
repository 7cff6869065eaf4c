"""Any subset runs: each service alone and the published sets say what they lack."""

import pytest

from shared.testing.people import ADMINISTRATOR
from shared.testing.running import running
from tiaojie import services

SETS = {
    "village": ("screening", "intake", "mediation_session", "document_archive"),
    "grid": ("registry", "screening"),
    "court desk": ("judicial_confirmation", "document_archive"),
    "rooms and archive": ("mediation_session", "document_archive"),
    "county": services.ORDER,
}


@pytest.mark.parametrize("name", services.ORDER)
def test_each_service_starts_alone_and_names_what_it_lacks(name, tmp_path, place):
    with running(tmp_path, services.load((name,)), **place) as alone:
        health = alone.ask(name, "health", ADMINISTRATOR)
    (cls,) = services.load((name,))
    assert health["lacks"] == list(cls.needs)
    assert health["state"] == ("lacking" if cls.needs else "ok")


@pytest.mark.parametrize("names", SETS.values(), ids=SETS.keys())
def test_published_set_names_only_what_is_outside_it(names, tmp_path, place):
    with running(tmp_path, services.load(names), **place) as suite:
        for name in names:
            lacks = suite.ask(name, "health", ADMINISTRATOR)["lacks"]
            assert set(lacks) & set(names) == set()
