"""Entries of several sources in any order make the same rows, if each source keeps its own."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from services.supervision.procedures import following
from services.supervision.store import replaying
from services.supervision.store.tables import METADATA
from shared.ledger.cursors import Heard
from shared.testing.things import STAMP

CASES = st.sampled_from(["k-1", "k-2"])
DAYS = st.integers(1, 28).map(lambda d: f"2026-03-{d:02d}T09:00:00+08:00")
INTAKE = st.one_of(
    st.tuples(
        st.just("case_registered"),
        st.fixed_dictionaries(
            {
                "division": st.just("220122100201"),
                "source": st.sampled_from(["application", "referral"]),
            }
        ),
    ),
    st.tuples(
        st.just("case_triaged"),
        st.fixed_dictionaries({"category": st.sampled_from(["family", "housing"])}),
    ),
    st.tuples(
        st.just("case_accepted"),
        st.fixed_dictionaries({"accepted_at": DAYS, "people_count": st.integers(1, 9)}),
    ),
    st.tuples(st.just("case_ended"), st.fixed_dictionaries({"happened_at": DAYS})),
    st.tuples(st.just("number_cancelled"), st.just({})),
)
MEDIATION = st.one_of(
    st.tuples(
        st.just("agreement_effective"),
        st.fixed_dictionaries({"form": st.just("oral"), "amount_fen": st.integers(0, 10**12)}),
    ),
    st.tuples(
        st.just("mediation_ended"),
        st.fixed_dictionaries(
            {
                "how": st.sampled_from(["agreed", "expired"]),
                "prevented": st.lists(
                    st.fixed_dictionaries(
                        {"kind": st.just("suicide"), "people": st.integers(0, 5)}
                    ),
                    max_size=2,
                ),
            }
        ),
    ),
    st.tuples(
        st.just("performance_recorded"),
        st.fixed_dictionaries(
            {
                "state": st.sampled_from(["performed", "performed_after_urging", "sued"]),
                "complete": st.booleans(),
            }
        ),
    ),
    st.tuples(st.just("follow_up_held"), st.fixed_dictionaries({"performed": st.booleans()})),
)
COURT = st.tuples(
    st.just("confirmation_ended"),
    st.fixed_dictionaries({"how": st.sampled_from(["confirmed", "lapsed"]), "happened_at": DAYS}),
)
ARCHIVE = st.tuples(st.just("volume_archived"), st.fixed_dictionaries({"happened_at": DAYS}))
SOURCES = {
    "intake": INTAKE,
    "mediation_session": MEDIATION,
    "judicial_confirmation": COURT,
    "document_archive": ARCHIVE,
}


def told(source, what):
    return st.lists(st.tuples(st.just(source), CASES, what), max_size=6)


@st.composite
def interleaved(draw):
    """The same entries twice, merged in two ways."""
    journals = [draw(told(source, what)) for source, what in SOURCES.items()]
    turns = [n for n, journal in enumerate(journals) for _ in journal]
    return [merged(journals, draw(st.permutations(turns))) for _ in range(2)]


def merged(journals, turns):
    rest = [iter(journal) for journal in journals]
    return [next(rest[n]) for n in turns]


def rows_of(ledger, entries):
    with ledger.transaction(STAMP) as tx:
        replaying.clear(tx)
    for seq, (source, case, (event, data)) in enumerate(entries, 1):
        type_ = f"{source}.{event}.v1"
        heard = Heard(source, seq, type_, case, "", "", "", f"e-{seq}", data)
        with ledger.transaction(STAMP) as tx:
            following.note_case(None, tx, heard, None)
    with ledger.read() as connection:
        tables = METADATA.sorted_tables
        return [
            sorted(connection.execute(select(t)).all(), key=lambda r: r.id)
            for t in tables
            if "id" in t.c
        ]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(interleaved())
def test_any_interleaving_of_sources_makes_the_same_rows(ledger, orders):
    this, that = orders
    assert rows_of(ledger, this) == rows_of(ledger, that)
