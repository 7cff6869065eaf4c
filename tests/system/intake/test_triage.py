"""Triage (分流研判): proposed with reasons, decided by a person, both kept."""

import pytest

from shared.testing.people import CLERK


def test_what_is_left_out_follows_the_proposal(desk):
    case = desk.opened()
    done = desk.do("triage_case", case)
    proposal = desk.shown(case)["triage"]
    assert (done["category"], done["level"]) == (proposal["category"], proposal["level"])
    assert proposal["decided_by"] == CLERK.actor
    assert {"category", "level"} <= {reason["about"] for reason in proposal["reasons"]}


def test_to_depart_needs_a_reason(desk):
    case = desk.opened()
    assert desk.refused("triage_case", case, category="contract").code == "reason_missing"


def test_proposal_and_decision_are_both_kept(desk):
    case = desk.opened()
    desk.do("triage_case", case)
    proposed = desk.shown(case)["triage"]["category"]
    desk.do("triage_case", case, category="contract", reason="双方有租房合同")
    shown = desk.shown(case)
    assert (shown["category"], shown["triage"]["category"]) == ("contract", proposed)
    assert shown["triage"]["decision_reason"] == "双方有租房合同"


def test_the_entry_carries_codes_and_no_words(desk):
    case = desk.opened()
    desk.do("triage_case", case, category="contract", reason="双方有租房合同")
    name, data = desk.entries(case)[-1]
    assert (name, data["category"], data["reasons"][-1]) == (
        "case_triaged",
        "contract",
        "by_person",
    )
    assert all(code.isascii() for code in data["reasons"])


def test_a_sector_can_be_taken_away(desk):
    case = desk.opened(text="在镇医院食堂吃饭，和老板因为饭钱吵了起来。")
    desk.do("triage_case", case, category="medical", sector="medical", reason="先这样定")
    desk.do("triage_case", case, category="other", sector="none", reason="与诊疗无关")
    assert (desk.shown(case)["category"], desk.shown(case)["sector"]) == ("other", None)


@pytest.mark.parametrize(
    "words", [{"category": "divorce"}, {"sector": "school"}], ids=["category", "sector"]
)
def test_codes_are_those_of_the_tables(desk, words):
    no = desk.refused("triage_case", desk.opened(), reason="试试", **words)
    assert (no.code, no.details["field"]) == ("code_unknown", *words)


def test_the_profile_draws_the_line_of_major(desk, told):
    text = "张某欠李某货款二万元，三年不还。"
    before = desk.do("triage_case", desk.opened(text=text))["level"]
    told.settings["levels"]["major"]["amount_fen"] = 2_000_000
    assert (before, desk.do("triage_case", desk.opened(text=text))["level"]) == (
        "ordinary",
        "major",
    )


def test_a_doubt_about_acceptance_is_a_hint_not_a_refusal(desk):
    done = desk.do("triage_case", desk.opened(text="法院已经判决他还我三万元，他就是不给。"))
    assert (done["acceptance_doubt"], done["state"]) == ("judged", "registered")


def test_after_acceptance_category_and_committee_stand(desk):
    assert desk.refused("triage_case", desk.accepted()).code == "wrong_state"
