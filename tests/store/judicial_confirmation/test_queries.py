"""Who finds which row, on SQLite and on PostgreSQL alike."""

import pytest
from sqlalchemy.exc import IntegrityError

from services.judicial_confirmation.store import changes, queries, tables
from shared.access.principal import Principal
from shared.contracts.judicial_confirmation import CONTRACT
from shared.contracts.refused import Refused
from shared.ledger.ledger import Ledger
from shared.ledger.migrate import upgrade
from shared.testing.people import BUREAU, COUNTY, OTHER_COUNTY, STRANGER, VILLAGE, principal
from shared.testing.things import STAMP

JUDGE = principal("court", "j-01", COUNTY)
SYSTEM = Principal.system("supervision")


def row(id_, **changes):
    whole = {
        "id": id_,
        "version": 1,
        "case": f"case-{id_}",
        "agreement": f"agreement-{id_}",
        "round": 1,
        "form": "written",
        "state": "offered",
        "division": VILLAGE,
        "parties": ["p-1", "p-2"],
        "reasons": [],
        "effective_at": f"2026-03-02T10:00:0{id_[-1]}+08:00",
        "counts_from": "2026-03-02",
        "deadline": "2026-04-01",
        "provisional": False,
        "alarms": [1],
    }
    return {**whole, **changes}


@pytest.fixture
def ledger(database):
    upgrade(database, "judicial_confirmation")
    return Ledger(database, CONTRACT)


@pytest.fixture
def tx(ledger):
    with ledger.transaction(STAMP) as tx:
        tx.add(tables.confirmation, **row("k-1"))
        sent = {"submitted_at": "2026-03-05T10:00:00+08:00", "court_division": COUNTY}
        tx.add(tables.confirmation, **row("k-2", state="submitted", **sent))
        tx.add(tables.confirmation, **row("k-3", division=OTHER_COUNTY, court_division=COUNTY))
        changes.keep_mediators(tx, "case-k-1", ["m-01", "m-01", "m-02"])
        yield tx


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        (BUREAU, ["k-2", "k-1"]),
        (SYSTEM, ["k-3", "k-2", "k-1"]),
        (JUDGE, ["k-2"]),
        (principal("mediator", "m-01", VILLAGE), ["k-1"]),
        (STRANGER, []),
        (Principal("clerk", "k-01", ()), []),
    ],
    ids=["bureau", "system", "court", "mediator", "stranger", "nobody"],
)
def test_rows_in_scope(tx, who, seen):
    assert [r["id"] for r in queries.listed(tx.connection, who, "", 9)] == seen


def test_what_is_not_there_and_what_is_not_mine_look_alike(tx):
    for who, id_ in ((STRANGER, "k-1"), (BUREAU, "k-9"), (JUDGE, "k-1")):
        with pytest.raises(Refused) as no:
            queries.find(tx.connection, who, id=id_)
        assert (no.value.code, no.value.details) == ("not_found", {})


def test_newest_of_a_case_is_found(tx):
    tx.add(tables.confirmation, **row("k-9", case="case-k-1"))
    assert queries.find(tx.connection, BUREAU, case="case-k-1")["id"] == "k-9"


def test_former_mediator_is_forgotten(tx):
    changes.keep_mediators(tx, "case-k-1", ["m-02"])
    assert queries.listed(tx.connection, principal("mediator", "m-01"), "", 9) == []


def test_deadline_in_time_and_state(tx):
    due = [queries.due_applications(tx.connection, SYSTEM, "", ("offered",), day) for day in (
        "2026-03-31",
        "2026-04-01",
    )]  # fmt: skip
    assert [[r["id"] for r in rows] for rows in due] == [[], ["k-1", "k-3"]]


def test_unanswered_supplement_is_due(tx):
    asked = {"items": ["x"], "asked_at": "2026-03-06", "until": "2026-03-10"}
    tx.add(tables.supplement, confirmation="k-2", no=1, **asked)
    waiting = {"state": "supplement_requested", "version": 2}
    tx.execute(
        tables.confirmation.update().where(tables.confirmation.c.id == "k-2").values(waiting)
    )
    assert queries.due_supplements(tx.connection, SYSTEM, "", "2026-03-09") == []
    (found,) = queries.due_supplements(tx.connection, SYSTEM, "", "2026-03-10")
    assert (found["id"], found["until"]) == ("k-2", "2026-03-10")
    changes.close_supplements(tx, "k-2", "2026-03-08")
    assert queries.due_supplements(tx.connection, SYSTEM, "", "2026-03-10") == []


def test_same_two_people_are_counted_one_alone_is_not(tx):
    changes.keep_applicants(tx, "k-2", {"p-1": "a", "p-2": "b"})
    changes.keep_applicants(tx, "k-3", {"p-1": "a", "p-2": "c"})
    assert queries.count_same_parties(tx.connection, "k-1", ["a", "b"]) == 1
    assert queries.count_same_parties(tx.connection, "k-2", ["a", "b"]) == 0


def test_one_round_of_an_agreement_is_opened_once(ledger):
    with ledger.transaction(STAMP) as tx:
        tx.add(tables.confirmation, **row("k-1"))
    with pytest.raises(IntegrityError), ledger.transaction(STAMP) as tx:
        tx.add(tables.confirmation, **row("k-4", agreement="agreement-k-1"))


def test_lock_keeps_the_version(tx):
    assert changes.lock(tx, "k-1")["version"] == 1
