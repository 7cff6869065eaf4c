"""Who may see figures, what stands behind them, and the bytes in which they leave."""

import hashlib
import json

import pytest

from shared.testing.people import ADMINISTRATOR, OTHER_COUNTY, principal

AT = "2026-03-05T10:00:00+08:00"
PERIOD = {"since": "2026-01-01", "until": "2026-12-31"}


@pytest.mark.parametrize("verb", ["get_case_table", "export_case_table", "list_cases_behind"])
def test_division_outside_the_scope_is_not_found(bureau, verb):
    more = {"column": "total"} if verb == "list_cases_behind" else {}
    for scope, division in ((bureau.township, bureau.county), (OTHER_COUNTY, bureau.village)):
        clerk = principal("clerk", "k-9", scope)
        no = bureau.refusal(verb, clerk, division=division, **PERIOD, **more)
        assert (no.code, no.details) == ("not_found", {"field": "division"})


def test_mediators_see_no_statistics(bureau):
    mediator = principal("mediator", "m-01", bureau.county)
    no = bureau.refusal("get_case_table", mediator, division=bureau.village, **PERIOD)
    assert no.code == "not_allowed"


def test_period_that_ends_before_it_begins_is_refused(bureau):
    days = {"since": "2026-02-01", "until": "2026-01-01"}
    no = bureau.refusal("get_case_table", division=bureau.county, **days)
    assert no.code == "period_reversed"


def test_figure_opens_its_cases_page_by_page(bureau):
    bureau.say(*(bureau.accepted(f"k-{n}", committee=f"c-{n % 2}") for n in range(5)))
    bureau.say(bureau.accepted("k-9", division=OTHER_COUNTY))
    first = bureau.behind("people", limit=3)
    rest = bureau.behind("people", limit=3, after=first["next"])
    ids = [case["id"] for case in first["cases"] + rest["cases"]]
    assert (first["figure"], first["count"], rest["next"]) == (10, 5, None)
    assert ids == [bureau.id(f"k-{n}") for n in range(5)]
    own = bureau.behind("people", committee="c-1")
    assert (own["figure"], len(own["cases"])) == (4, 2)


def test_figures_of_screening_open_too(bureau):
    told = {"division": bureau.village, "happened_at": AT}
    bureau.say(("screening", "visit_recorded", "p-1", told))
    bureau.say(("screening", "finding_ended", "f-1", {**told, "outcome": "settled_on_the_spot"}))
    rounds, found = bureau.behind("screenings"), bureau.behind("prevented_disputes")
    assert [case["id"] for case in rounds["cases"]] == [bureau.id("p-1:2026-03-05")]
    assert [case["id"] for case in found["cases"]] == [bureau.id("f-1")]
    none = bureau.behind("screenings", committee="c-1")
    assert (none["figure"], none["cases"]) == (0, [])


def test_column_without_source_has_nothing_behind(bureau):
    asked = {"division": bureau.county, **PERIOD}
    assert bureau.refusal("list_cases_behind", column="what", **asked).code == "column_unknown"
    no = bureau.refusal("list_cases_behind", column="judgment_void", **asked)
    assert (no.code, no.details["why"]) == ("column_empty", "法院尚未回告对调解协议的判决")


def test_export_is_canonical_json_with_its_hash(bureau):
    bureau.say(bureau.accepted("k-1"), bureau.effective("k-1"), bureau.ended("k-1"))
    first, again = bureau.export(), bureau.export()
    assert first == again
    bytes_ = first["content"].encode()
    assert (first["sha256"], first["bytes"]) == (hashlib.sha256(bytes_).hexdigest(), len(bytes_))
    read = json.loads(first["content"])
    assert read["totals"] == bureau.table()["totals"]
    plain = json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert plain == first["content"]


def test_export_by_the_administrator_is_the_same(bureau):
    bureau.say(bureau.accepted("k-1"))
    asked = {"division": bureau.county, "by": "committee", **PERIOD}
    assert bureau.ask("export_case_table", ADMINISTRATOR, **asked) == bureau.export()
