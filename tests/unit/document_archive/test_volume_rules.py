"""The rules of a volume: states, what is due, order, quality, retention, packets."""

from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.document_archive.forms.catalogue import forms
from services.document_archive.rules import cover, order, papers, quality, retention, states
from services.document_archive.rules.course import Course, check_over, conditions, waits_for
from services.document_archive.rules.due import check_complete, lack_of, lacking, unexplained
from services.document_archive.rules.packets import check_forms, chosen
from services.document_archive.rules.published import articles, published
from shared.contracts.document_archive.codes import HEADS, SCAN_KINDS, VOLUME_STATES
from shared.contracts.refused import Refused

ON = date(2026, 3, 2)
ALL = (
    "due_papers",
    "volume_order",
    "packet_papers",
    "scan_forms",
    "retention_classes",
    "archive_numbers",
    "keeping",
    "quality_heads",
)
CONDITIONS = (
    "always",
    "agreed",
    "written_agreement",
    "oral_agreement",
    "ended_without_agreement",
    "escalated",
    "confirmed",
)
KINDS = ("complete", "simple", "oral")


def course(**changes):
    base = {"ended": True, "how": "agreed", "agreement_form": "written", "escalated": False}
    return Course(**{**base, **changes})


def refusal(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value


@pytest.mark.parametrize("name", ALL)
def test_every_row_of_a_table_has_its_dates_and_its_source(name):
    rows = published(name).rows
    assert [row.code for row in rows if not row.source or not row.holds_on(date(2022, 6, 1))] == []


def test_order_knows_every_form_of_the_catalogue():
    known = {row.code: row.more["bound"] == "yes" for row in published("volume_order").rows}
    made = {"cover", "contents", "back_cover"}
    bound = {code: form.order is not None and code not in made for code, form in forms().items()}
    assert {code: known[code] for code in forms()} == bound


def test_order_is_that_of_the_catalogue():
    bound = [f for f in forms().values() if order.is_bound(f.code, ON)]
    expected = [form.code for form in sorted(bound, key=lambda f: f.order)]
    assert [code for code in order.order_of(None, ON) if code != "other"] == expected


def test_due_papers_name_known_forms_conditions_and_articles():
    for row in published("due_papers").rows:
        assert set(row.more["forms"].split()) <= set(forms())
        assert row.more["when"] in CONDITIONS
        assert set(row.more["kinds"].split()) <= set(KINDS)
        assert articles(row).startswith("《")


def test_packets_hold_nothing_of_sessions():
    assert [row.code for row in published("packet_papers").rows] == [
        "confirmation_application",
        "agreement",
        "proof_of_mediation",
        "identity",
        "power_of_attorney",
        "address_confirmation",
        "evidence",
    ]


def test_scan_kinds_and_heads_are_those_of_the_contract():
    assert tuple(row.code for row in published("scan_forms").rows) == SCAN_KINDS
    assert tuple(row.code for row in published("quality_heads").rows) == HEADS
    assert [papers.scan_form(kind, ON) for kind in ("authority", "ruling")] == [
        "power_of_attorney",
        "court_papers",
    ]


VERBS = st.sampled_from(["check_volume", "explain_lack", "close_volume", "archive_volume", "news"])


def after(state, verb, ready):
    if verb == "news":
        return states.after_news(state)
    after_ = states.step(state, verb)
    return after_ or states.after_check(ready=ready)


@given(st.lists(st.tuples(VERBS, st.booleans())))
def test_no_sequence_of_verbs_gets_round_the_states(story):
    state, seen = "open", ["open"]
    for verb, ready in story:
        with suppress(Refused):
            state = after(state, verb, ready)
        seen.append(state)
    assert set(seen) <= set(VOLUME_STATES)
    for before, now in pairwise(seen):
        if before == "closed":
            assert now in ("closed", "archived")
        if before == "archived":
            assert now == "archived"
        if now == "archived":
            assert before in ("closed", "archived")


@pytest.mark.parametrize("verb", sorted(states.STEPS))
def test_nothing_is_done_to_a_volume_before_acceptance(verb):
    assert refusal(states.step, states.UNOPENED, verb).code == "wrong_state"


def test_kind_of_a_volume():
    ends = ("oral", "written", None)
    assert [states.kind(past=True, agreement_form=form) for form in ends] == ["simple"] * 3
    said = [states.kind(past=False, agreement_form=form) for form in ends]
    assert said == ["oral", "complete", "complete"]


@pytest.mark.parametrize(
    ("changes", "met"),
    [
        ({}, {"always", "agreed", "written_agreement"}),
        ({"agreement_form": "oral"}, {"always", "agreed", "oral_agreement"}),
        ({"agreement_form": None}, {"always", "agreed"}),
        ({"agreement_form": None, "how": "expired"}, {"always", "ended_without_agreement"}),
        ({"agreement_form": None, "how": None, "ended": False}, {"always"}),
        ({"escalated": True}, {"always", "agreed", "written_agreement", "escalated"}),
        ({"confirmations": ["confirmed"]}, {"always", "agreed", "written_agreement", "confirmed"}),
        ({"confirmations": ["lapsed", None]}, {"always", "agreed", "written_agreement"}),
    ],
)
def test_conditions_follow_from_the_course(changes, met):
    assert conditions(course(**changes)) == met


def test_volume_waits_for_the_end_and_every_confirmation():
    waiting = course(ended=False, confirmations=["lapsed", None])
    assert waits_for(waiting) == ("case_not_ended", "confirmation_open")
    assert waits_for(course(confirmations=["lapsed", "confirmed"])) == ()
    assert refusal(check_over, waiting).code == "case_not_ended"
    assert refusal(check_over, course(confirmations=[None])).code == "confirmation_open"


HELD = st.sets(st.sampled_from(sorted(forms())))


@given(st.sampled_from(KINDS), st.sets(st.sampled_from(CONDITIONS)), HELD, HELD)
def test_more_papers_never_make_a_volume_lack_more(kind, met, held, more):
    before = {lack.item for lack in lacking(kind, met, held, ON)}
    after_ = {lack.item for lack in lacking(kind, met, held | more, ON)}
    assert after_ <= before


@given(st.sampled_from(KINDS), st.sets(st.sampled_from(CONDITIONS)))
def test_what_is_named_as_missing_is_what_completes_it(kind, met):
    lacks = lacking(kind, met, (), ON)
    assert lacking(kind, met, {lack.form for lack in lacks}, ON) == ()
    for lack in lacks:
        assert [lacking(kind, met, {form}, ON).count(lack) for form in lack.forms] == [0] * len(
            lack.forms
        )


def test_either_application_or_register_will_do():
    for form in ("application", "register"):
        assert "application" not in {lk.item for lk in lacking("simple", {"always"}, {form}, ON)}


def test_explained_lacks_do_not_stand_against_closing():
    lacks = lacking("simple", {"always"}, (), ON)
    items = [lack.item for lack in lacks]
    assert items == ["application", "record"]
    assert [lack.item for lack in unexplained(lacks, {"record"})] == ["application"]
    check_complete(unexplained(lacks, items))
    no = refusal(check_complete, lacks)
    assert [row["name"] for row in no.details["missing"]] == [
        "人民调解申请书或者受理登记表",
        "人民调解记录",
    ]
    assert refusal(lack_of, lacks, "notice").details["missing"] == items


PAPERS = st.builds(
    lambda form, day, no: {"form": form, "happened_at": f"2026-03-{day:02d}", "no": no},
    st.sampled_from([*sorted(forms()), "other", "local_form"]),
    st.integers(1, 28),
    st.integers(1, 9),
)


def came(paper):
    return paper["happened_at"], paper["no"]


@given(st.lists(PAPERS), st.permutations(sorted(forms())))
def test_papers_stand_in_the_order_that_is_laid_down(shelf, listed):
    laid = order.in_order(shelf, listed)
    known = [listed.index(p["form"]) for p in laid if p["form"] in listed]
    assert known == sorted(known)
    same = [(a, b) for a, b in pairwise(laid) if a["form"] == b["form"]]
    assert [(a, b) for a, b in same if came(a) > came(b)] == []


def test_form_that_no_order_names_stands_before_the_explanation():
    shelf = [
        {"form": form, "happened_at": "2026-03-02", "no": 1}
        for form in ("explanation", "local_form", "record")
    ]
    laid = [paper["form"] for paper in order.in_order(shelf, order.order_of(None, ON))]
    assert laid == ["record", "local_form", "explanation"]


def test_regions_order_holds_without_what_the_binder_makes():
    assert order.order_of(["cover", "record", "agreement", "back_cover"], ON) == (
        "record",
        "agreement",
    )


@given(st.lists(st.integers(1, 50)))
def test_first_pages_count_through_all_papers(pages):
    starts = order.first_pages(pages)
    assert [b - a for a, b in pairwise([*starts, sum(pages) + 1])] == pages
    assert starts[:1] in ([], [1])


def looked(**changes):
    base = {
        "missing": (), "explained": (), "scans": (), "agreed_on": ON, "visited_on": ON,
        "follow_up_days": 30, "is_bound": True, "defects": (),
    }  # fmt: skip
    return {h["head"]: h["verdict"] for h in quality.heads(quality.Looked(**{**base, **changes}))}


LACK = lacking("simple", {"always"}, (), ON)


@pytest.mark.parametrize(
    ("changes", "head", "verdict"),
    [
        ({}, "lawful_acceptance", "ok"),
        ({"missing": LACK}, "lawful_acceptance", "failed"),
        ({"missing": LACK[1:]}, "lawful_acceptance", "ok"),
        ({"missing": LACK[1:]}, "complete_material", "failed"),
        ({}, "complete_material", "ok"),
        ({}, "standard_forms", "ok"),
        ({"scans": ("照片",)}, "standard_forms", "person"),
        ({}, "proper_evidence", "person"),
        ({}, "correct_law", "person"),
        ({"agreed_on": None, "visited_on": None}, "follow_up_in_time", "not_due"),
        ({"visited_on": None}, "follow_up_in_time", "failed"),
        ({"visited_on": date(2026, 4, 1)}, "follow_up_in_time", "ok"),
        ({"visited_on": date(2026, 4, 2)}, "follow_up_in_time", "failed"),
        ({"follow_up_days": None}, "follow_up_in_time", "person"),
        ({"is_bound": False}, "correct_binding", "not_due"),
        ({"defects": ("d",)}, "correct_binding", "failed"),
        ({}, "correct_binding", "ok"),
    ],
)
def test_heads_of_the_quality_check(changes, head, verdict):
    assert looked(**changes)[head] == verdict


def test_retention_is_chosen_by_a_person_else_by_the_region_else_asked_for():
    known = retention.classes(None, ON)
    assert {code: (r.label, r.years) for code, r in known.items()} == {
        "permanent": ("永久", None),
        "years_30": ("定期30年", 30),
        "years_10": ("定期10年", 10),
    }
    assert retention.choose("years_10", "permanent", known).code == "years_10"
    assert retention.choose(None, "permanent", known).code == "permanent"
    assert refusal(retention.choose, None, None, known).code == "retention_missing"
    assert refusal(retention.choose, "long", None, known).code == "retention_unknown"


def test_archive_number_is_written_by_division_and_year():
    assert retention.archive_number("220122100201", ON, 7) == "220122100201-2026-0007"
    assert retention.series("220122100201", 2026) != retention.series("220122100201", 2027)


@given(st.lists(st.sampled_from([*sorted(forms()), "other", "volume", "extra"])))
def test_packets_refuse_exactly_what_the_table_does_not_name(asked):
    allowed = {row.code for row in published("packet_papers").rows}
    barred = [form for form in dict.fromkeys(asked) if form not in allowed]
    if barred:
        assert refusal(check_forms, asked, ON).details["forms"] == barred
    else:
        check_forms(asked, ON)


def test_packet_takes_all_proofs_of_identity_and_the_latest_agreement():
    shelf = [{"form": f, "id": n} for n, f in enumerate(("agreement", "identity") * 2)]
    taken = chosen(shelf, ["identity", "agreement"], ON)
    assert [paper["id"] for paper in taken] == [1, 3, 2]


def test_packet_names_what_is_not_filed():
    no = refusal(chosen, [], ["agreement", "identity"], ON)
    assert (no.code, no.details) == (
        "papers_missing",
        {"missing": ["人民调解协议书", "当事人身份证明"], "forms": ["agreement", "identity"]},
    )


def test_cover_gathers_names_from_papers():
    said = [
        {
            "applicants": [{"name": "张某"}],
            "respondents": [{"name": "李某"}],
            "committee": "某调委会",
        },
        {"parties": [{"name": "张某"}], "mediators": ["赵某", "钱某"], "committee": "另一调委会"},
        {"mediators": ["钱某", 7, " "], "number": "协议第1号", "parties": "张某"},
    ]
    facts = cover.gathered(cover.facts_of(data) for data in said)
    assert facts == cover.Facts("某调委会", ("赵某", "钱某"), ("张某", "李某"), "协议第1号")


@pytest.mark.parametrize(
    ("parties", "title"),
    [
        ((), "邻里纠纷"),
        (("张某",), "张某邻里纠纷"),
        (("张某", "李某"), "张某与李某邻里纠纷"),
        (("甲", "乙", "丙", "丁", "戊"), "甲与乙、丙、丁等邻里纠纷"),
    ],
)
def test_title_of_a_volume(parties, title):
    assert cover.title_of(parties, "邻里纠纷") == title


@pytest.mark.parametrize(
    ("given_", "title"),
    [("裁定书", "裁定书"), *((wrong, "表样名") for wrong in (None, "", "长" * 61, "a\x00", 7))],
)
def test_title_is_what_was_given_if_it_can_be_shown(given_, title):
    assert papers.title(given_, "表样名") == title
