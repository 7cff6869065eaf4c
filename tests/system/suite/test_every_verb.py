"""Every verb of every service, with everything that may be wrong, beside a case that stands in the
middle of its story: a refusal with a stable code or the right answer, never `internal`, and nothing
written by what was refused.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.contracts.sample import sample, value_of
from shared.ledger.journal import count_unsealed, head
from shared.testing.people import OTHER_COUNTY, principal
from shared.testing.running import running
from shared.testing.shapes import contracts
from tiaojie import services
from tiaojie.demo import story
from tiaojie.demo.play import Player
from tiaojie.demo.progress import Progress

VERBS = [(c.service, v) for c in contracts() for v in c.verbs.values()]
HUGE = "长" * 20_000
HOME = "220122100207"
STORY, MIDDLE = "ordinary", 34
KEPT = dict.fromkeys(["plan", "finding", "case", "p1", "p2", "draft", "agreement", "number"], "a-1")
WRONG = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.just(HUGE),
    st.just("\x00"),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


def payloads(verb):
    """Nearly right, with at most one field damaged; or anything at all."""
    nearly = st.builds(lambda whole, wrong: {**whole, **wrong}, fitting(verb), one_wrong(verb))
    return st.one_of(nearly, nearly, anything(verb))


def fitting(verb):
    """A payload about the case that stands there: required fields always, others sometimes."""
    named = {name: fit(name, field) for name, field in verb.intake.fields.items()}
    must = {name for name, field in verb.intake.fields.items() if field.required}
    required = {name: value for name, value in named.items() if name in must}
    optional = {name: value for name, value in named.items() if name not in must}
    return st.fixed_dictionaries(required, optional=optional)


def fit(name, field):
    """A value that fits its field, and where it can the case that stands there."""
    special = {
        "command_id": st.uuids().map(str),
        "version": st.sampled_from([None, 1, 7, 99]),
        "happened_at": st.sampled_from([None, "2026-03-06T12:00:00+08:00", "2027-01-01T00:00:00Z"]),
        "party": st.sampled_from(["$p1", "$p2", "a-1"]),
        "subject": st.just("$case"),
    }
    if name in special:
        return special[name]
    return st.just(f"${name}" if name in KEPT else value_of(name, field))


def one_wrong(verb):
    """Nothing, or one field damaged, or one that nobody knows."""
    each = [damaged(n, f).map(lambda v, n=n: {n: v}) for n, f in verb.intake.fields.items()]
    return st.one_of(st.just({}), st.just({}), st.just({"nobody_knows": 1}), *each)


def anything(verb):
    """The verb's fields, some left out, some of the wrong kind, some unknown."""
    schema = verb.intake
    choices = {name: damaged(name, field) for name, field in schema.fields.items()}
    known = st.fixed_dictionaries({}, optional=choices)
    unknown = st.dictionaries(st.text(max_size=8), st.integers(), max_size=1)
    return st.builds(lambda k, u: {**u, **k}, known, st.one_of(st.just({}), unknown))


def damaged(name, field):
    good = st.just(value_of(name, field))
    if name == "command_id":
        used = [f"{STORY}-1-{n:03d}" for n in range(5)]
        return st.one_of(st.uuids().map(str), st.sampled_from(used), WRONG)
    if any("A-Za-z0-9" in str(vars(rule)) for rule in field.validators if hasattr(rule, "regex")):
        return st.one_of(good, st.sampled_from(sorted(KEPT)).map(lambda n: f"${n}"), WRONG)
    return st.one_of(good, good, good, WRONG)


@pytest.fixture(scope="module")
def suite(tmp_path_factory):
    """A suite with one case between freezing and signing; `KEPT` are its ids."""
    told = story.load(STORY)
    half = replace(told, steps=told.steps[:MIDDLE])
    folder = tmp_path_factory.mktemp("fuzz")
    with running(folder, services.load(), at=told.starts) as suite:
        player = Player(suite.suite, suite.clock, half, Progress(run=f"{STORY}-1"), folder)
        player.open()
        list(player.steps())
        KEPT.update(player.progress.kept)
        yield suite


def real(payload):
    """`$case` and the like become the ids of the case that stands there."""
    named = {f"${name}": value for name, value in KEPT.items()}
    return {k: named.get(v, v) if isinstance(v, str) else v for k, v in payload.items()}


def written(suite, service):
    database = suite.suite.keeper(suite.suite.containers[service]).desk.ledger.database
    return head(database).seq + count_unsealed(database)


def outcome(suite, service, verb, payload, who):
    """The refusal code, or `answered`; an `internal` fails the test by itself."""
    try:
        suite.suite.people.call(service, verb.name, payload, who)
    except Refused as no:
        assert no.message
        return no.code
    except (Absent, Late) as away:
        raise AssertionError(f"{verb.name}: {away!r}") from away
    except Internal as ours:
        raise AssertionError(f"{service}.{verb.name} {payload}: internal {ours}") from ours
    return "answered"


@pytest.mark.parametrize(("service", "verb"), VERBS, ids=[f"{s}.{v.name}" for s, v in VERBS])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(data=st.data())
def test_whatever_comes_is_refused_or_answered(suite, service, verb, data):
    payload = real(data.draw(payloads(verb)))
    role = data.draw(st.sampled_from(verb.roles))
    where = data.draw(st.sampled_from([HOME, OTHER_COUNTY]))
    who = principal(role, "m-shilibu-1", where)
    suite.settle()
    before = written(suite, service)
    if outcome(suite, service, verb, payload, who) != "answered":
        assert written(suite, service) == before


@pytest.mark.parametrize(("service", "verb"), VERBS, ids=[f"{s}.{v.name}" for s, v in VERBS])
def test_wrong_role_is_not_allowed(suite, service, verb):
    who = principal("nobody")
    assert outcome(suite, service, verb, sample(verb.takes), who) == "not_allowed"
