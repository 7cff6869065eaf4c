"""Who sees which volume and which paper, by the query itself, on both kinds of database."""

import pytest

from services.document_archive.store import changes, documents, tables, volumes
from shared.access.principal import Principal
from shared.contracts.document_archive import CONTRACT
from shared.contracts.refused import Refused
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade
from shared.testing.people import (
    BUREAU,
    CLERK,
    MEDIATOR,
    OTHER_COUNTY,
    STRANGER,
    VILLAGE,
    principal,
)
from shared.testing.things import STAMP

COLLEAGUE = principal("mediator", "m-02", VILLAGE)
WANDERER = principal("mediator", "m-03", OTHER_COUNTY)
SYSTEM = Principal.system("intake")
EVERYBODY = (MEDIATOR, COLLEAGUE, STRANGER, CLERK, BUREAU, SYSTEM)
AT = "2026-03-02T09:00:00+08:00"


@pytest.fixture
def ledger(database):
    upgrade(database, "document_archive")
    return Ledger(database, CONTRACT)


def shelve(ledger, case, mediators=(), filed_by="system:intake", **values):
    """A subject with one paper."""
    with ledger.transaction(STAMP) as tx:
        row = changes.lock(tx, case)
        no = tx.change(tables.volume, case, row["version"], **values)
        for person, replaces in mediators:
            changes.assign(tx, case, person, replaces)
        paper = {"id": f"d-{case}", "subject": case, "form": "notice", "title": "告知书", "no": no}
        size = {"pages": 1, "size": 1, "sha256": case, "late": False, "first_page": None}
        tx.add(tables.document, **paper, **size, filed_by=filed_by, filed_at=AT, happened_at=AT)


def seers(ledger, case):
    """Who sees the paper, and who sees the volume."""
    with ledger.read() as connection:
        papers = [w.actor for w in EVERYBODY if documents.papers_of(connection, case, w)]
        found = [w.actor for w in EVERYBODY if _finds(connection, case, w)]
    return papers, found


def _finds(connection, case, who):
    try:
        return volumes.find_volume(connection, case, who)["id"] == case
    except Refused:
        return False


def actors(*people):
    return [who.actor for who in people]


OPEN = {"state": "open", "division": VILLAGE, "accepted_at": AT, "number": "1"}
INSIDE = actors(MEDIATOR, COLLEAGUE, CLERK, BUREAU, SYSTEM)
HIS = actors(MEDIATOR, CLERK, BUREAU, SYSTEM)
FAR, FAR_AND_NEAR = actors(STRANGER, SYSTEM), actors(STRANGER, CLERK, BUREAU, SYSTEM)


@pytest.mark.parametrize(
    ("values", "mediators", "papers", "volume"),
    [
        ({}, [], [SYSTEM.actor], [None]),
        ({"division": VILLAGE}, [], INSIDE, [None]),
        (OPEN, [], INSIDE, INSIDE),
        (OPEN, [("m-01", None)], HIS, HIS),
        (OPEN, [("m-99", None)], FAR_AND_NEAR, FAR_AND_NEAR),
        (OPEN, [("m-02", None), ("m-01", "m-02")], HIS, HIS),
        ({**OPEN, "registered_by": MEDIATOR.actor}, [("m-02", None)], INSIDE, INSIDE),
        ({**OPEN, "division": OTHER_COUNTY}, [], FAR, FAR),
    ],
)
def test_who_sees_a_case(ledger, values, mediators, papers, volume):
    shelve(ledger, "c-1", mediators, **values)
    assert seers(ledger, "c-1") == (papers, [w for w in volume if w])


def test_filer_sees_his_paper_only_while_its_place_is_unknown(ledger):
    shelve(ledger, "c-1", filed_by=WANDERER.actor)
    with ledger.read() as connection:
        assert len(documents.papers_of(connection, "c-1", WANDERER)) == 1
        assert volumes.is_open_to(connection, "c-1", WANDERER) is True
    with ledger.transaction(STAMP) as tx:
        tx.change(tables.volume, "c-1", 1, division=VILLAGE)
    with ledger.read() as connection:
        assert documents.papers_of(connection, "c-1", WANDERER) == []
        assert volumes.is_open_to(connection, "c-1", WANDERER) is False


def test_list_and_search_keep_to_the_scope(ledger):
    shelve(ledger, "c-1", **OPEN)
    shelve(ledger, "c-2", **{**OPEN, "division": OTHER_COUNTY, "number": "2"})
    with ledger.read() as connection:
        listed = [v["id"] for v in volumes.list_volumes(connection, CLERK, "", None, 9)]
        found = [d["id"] for d in documents.search(connection, CLERK, "告知", (), 9)]
    assert (listed, found) == (["c-1"], ["d-c-1"])


def test_claimed_hashes_are_found_in_batches(ledger):
    shelve(ledger, "c-1")
    hashes = [f"h-{n}" for n in range(1200)]
    with ledger.read() as connection:
        assert documents.claimed(connection, [*hashes, "c-1"]) == {"c-1"}
