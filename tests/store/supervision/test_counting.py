"""Figures that the database counts are those that a person counts by hand."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.supervision.rules.columns import case_form
from services.supervision.store import counting, replaying, tables
from services.supervision.store.behind import Page, figure_behind, rows_behind
from services.supervision.store.counting import Slice
from shared.access.principal import division_prefix
from shared.testing.things import STAMP

FORM = case_form()
COUNTY = "220122000000"
SLICE = Slice(COUNTY, date(2026, 1, 1), date(2026, 1, 31))
DIVISIONS = [COUNTY, "220122100000", "220122100201", "220122101000", "220123000000", None]
DAYS = [None, "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"]
NUMBERS = st.one_of(st.none(), st.integers(0, 9))
MAYBE = st.sampled_from([None, True, False])
CASE = st.fixed_dictionaries(
    {
        "division": st.sampled_from(DIVISIONS),
        "accepted_on": st.sampled_from(DAYS),
        "cancelled": st.sampled_from([None, None, None, True]),
        "committee": st.sampled_from(["c-1", "c-2"]),
        "host_type": st.sampled_from(["village", "township", None]),
        "source": st.sampled_from(["initiative", "referral"]),
        "sender": st.sampled_from([None, "court"]),
        "category": st.sampled_from(["family", "medical", "gossip"]),
        "level": st.sampled_from(["ordinary", "difficult", "major", None]),
        "outcome": st.sampled_from([None, "agreed", "expired"]),
        "form": st.sampled_from([None, "oral", "written"]),
        "amount_fen": st.one_of(st.none(), st.integers(0, 10**15)),
        "people_count": NUMBERS,
        "suicide": NUMBERS,
        "performed": MAYBE,
        "urged": MAYBE,
        "sued": MAYBE,
        "confirmed_on": st.sampled_from(DAYS),
    }
)
ROUND = st.fixed_dictionaries(
    {"division": st.sampled_from(DIVISIONS), "happened_on": st.sampled_from(DAYS)}
)
FINDING = st.fixed_dictionaries(
    {
        "division": st.sampled_from(DIVISIONS),
        "ended_on": st.sampled_from(DAYS),
        "outcome": st.sampled_from(["settled_on_the_spot", "unfounded"]),
    }
)
ROWS = {"case": CASE, "screening": ROUND, "finding": FINDING}
WORLD = st.fixed_dictionaries({k: st.lists(row, max_size=12) for k, row in ROWS.items()})
EITHER = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def lay(ledger, world):
    with ledger.transaction(STAMP) as tx:
        replaying.clear(tx)
        for kind, rows in world.items():
            for n, row in enumerate(rows):
                tx.add(tables.OF_KIND[kind], id=f"{kind}-{n:02d}", **row)


def by_hand(rows, measure):
    """The figure of a measure over rows, counted one by one."""
    day = FORM.days[measure.kind]
    counted = [r for r in rows if is_within(r, day) and holds(r, measure.where)]
    return sum((r.get(measure.sum) or 0) if measure.sum else 1 for r in counted)


def is_within(row, day):
    inside = (row["division"] or "").startswith(division_prefix(COUNTY))
    return inside and not row.get("cancelled") and "2026-01-01" <= (row[day] or "") <= "2026-01-31"


def holds(row, where):
    has = {field: row.get(field) for field in where}
    return all(has[f] in v if v else has[f] is not None for f, v in where.items())


@EITHER
@given(WORLD)
def test_totals_are_those_counted_by_hand(ledger, world):
    lay(ledger, world)
    with ledger.read() as connection:
        found = counting.figures(connection, FORM, SLICE, counting.WHOLE)[""]
    measures = {c.code: c.measure for c in FORM.columns if c.measure}
    assert found == {code: by_hand(world[m.kind], m) for code, m in measures.items()}


@EITHER
@given(WORLD)
def test_rows_add_up_to_the_totals(ledger, world):
    lay(ledger, world)
    with ledger.read() as connection:
        whole = counting.figures(connection, FORM, SLICE, counting.WHOLE)[""]
        divisions = counting.figures(connection, FORM, SLICE, counting.BY_DIVISION)
        committees = counting.figures(connection, FORM, SLICE, counting.BY_COMMITTEE)
    assert set(divisions) <= {COUNTY, "220122100000", "220122101000"}
    for code, total in whole.items():
        assert sum(row.get(code, 0) for row in divisions.values()) == total
    of_cases = [c.code for c in FORM.columns if c.measure and c.measure.kind == "case"]
    for code in of_cases:
        assert sum(row[code] for row in committees.values()) == whole[code]


@EITHER
@given(WORLD, st.sampled_from([c for c in FORM.columns if c.measure]), st.integers(1, 5))
def test_pages_behind_a_figure_make_the_figure(ledger, world, column, size):
    lay(ledger, world)
    with ledger.read() as connection:
        whole = counting.figures(connection, FORM, SLICE, counting.WHOLE)[""]
        first = Page(None, None, size)
        figure, count = figure_behind(connection, FORM, column.measure, SLICE, first)
        ids = list(all_pages(connection, column.measure, size))
    assert figure == whole[column.code]
    assert len(ids) == len(set(ids)) == count


def all_pages(connection, measure, size):
    after = None
    while True:
        page = rows_behind(connection, FORM, measure, SLICE, Page(None, after, size))
        yield from (row["id"] for row in page)
        if len(page) < size:
            return
        after = page[-1]["id"]
