"""The pre-check, rule by rule: what passes, what warns, what stops, and with which place."""

from datetime import date

import pytest

from services.judicial_confirmation.rules import checks
from services.judicial_confirmation.rules.published import articles, published
from shared.contracts.refused import Refused
from tests.unit.judicial_confirmation.facts import (
    DO,
    PAY,
    PAY_WORDS,
    agreement,
    case,
    facts,
    party,
    signature,
    with_clause,
)


def failed(**changes):
    """(code, verdict, found) of each rule that does not say ok."""
    verdicts = checks.judge(facts(**changes))
    return [(v.code, v.verdict, v.found) for v in verdicts if v.verdict != "ok"]


def test_good_application_passes_every_rule_of_the_table():
    verdicts = checks.judge(facts())
    assert [v.code for v in verdicts] == [row.code for row in published("checks").rows]
    assert {v.verdict for v in verdicts} == {"ok"}


def test_every_rule_cites_its_articles():
    assert all(articles(row).startswith("《") for row in published("checks").rows)


def test_agreement_that_is_not_sealed_stops():
    found = failed(agreement=agreement(state="signing"))
    assert found == [("agreement_effective", "stop", ("signing",))]


def test_agreement_without_a_mediators_signature_stops():
    signed = [signature(party="p-1"), signature(party="p-2")]
    found = failed(agreement=agreement(signatures=signed))
    assert found == [("agreement_effective", "stop", ("mediator",))]


def test_day_after_the_last_stops():
    found = failed(today=date(2026, 4, 2))
    assert found == [("in_time", "stop", ("deadline:2026-04-01",))]


def test_supplement_to_what_came_in_time_has_no_last_day():
    assert failed(today=date(2026, 4, 2), deadline=None) == []


def test_what_the_linter_found_not_confirmable_stops():
    found = failed(agreement=agreement(confirmable=False, reasons=["property_right"]))
    assert found == [("subject_confirmable", "stop", ("property_right",))]


@pytest.mark.parametrize(
    "words",
    [
        "张某与李某自愿离婚。",
        "双方确认解除收养关系。",
        "确认张某与李某之间的亲子关系。",
        "婚姻无效。",
    ],
)
def test_personal_status_stops(words):
    found = failed(agreement=with_clause(DO, words))
    assert found == [("personal_status", "stop", ("clause:1",))]


def test_family_agreement_on_money_alone_warns():
    found = failed(agreement=with_clause(PAY, PAY_WORDS), case=case(category="family"))
    assert found == [("family_terms", "warning", ("money_only",))]


def test_family_agreement_on_more_than_money_names_the_clause():
    found = failed(case=case(category="family"))
    assert found == [("family_terms", "warning", ("clause:2",))]


@pytest.mark.parametrize("words", ["东边三间房屋归张某所有。", "该专利归李某所有。"])
def test_property_right_warns(words):
    found = failed(agreement=with_clause(DO, words))
    assert found == [("property_right", "warning", ("clause:1",))]


@pytest.mark.parametrize(
    ("clause", "gap", "more"),
    [
        ({**PAY, "who": None}, "who", ()),
        ({**PAY, "to_whom": None}, "to_whom", ()),
        ({**PAY, "amount_fen": None, "when": {"once": None}}, "amount", ("clause:1:when",)),
        ({**DO, "object": None}, "object", ()),
        ({**DO, "when": None}, "when", ()),
        ({**PAY, "when": {"recurring": {"every": "month", "day": 5}}}, "when", ()),
    ],
)
def test_unclear_clause_stops(clause, gap, more):
    found = failed(agreement=with_clause(clause, "某约定。"))
    assert found == [("clauses_clear", "stop", (f"clause:1:{gap}", *more))]


def test_agreement_without_clauses_stops():
    found = failed(agreement=agreement(clauses=[], sentences=[]))
    assert found == [("clauses_clear", "stop", ("no_clause",))]


def test_promise_to_refrain_needs_no_day_and_no_manner():
    clause = {"kind": "refrain", "who": "p-2", "object": "夜间装修"}
    assert failed(agreement=with_clause(clause, "李某承诺不得夜间装修。")) == []


def test_recurring_payment_with_an_event_is_clear():
    again = {"every": "month", "day": 5, "until_event": "痊愈", "amount_fen": 50000}
    clause = {**PAY, "amount_fen": None, "when": {"recurring": again}}
    assert failed(agreement=with_clause(clause, "李某每月5日前支付。")) == []


def test_missing_manner_warns():
    found = failed(agreement=with_clause({**PAY, "how": None}, "李某支付。"))
    assert found == [("manner_named", "warning", ("clause:1",))]


def test_instalments_that_do_not_add_up_stop():
    found = failed(agreement=with_clause({**PAY, "amount_fen": 1100000}, "李某支付。"))
    assert found == [("amounts_agree", "stop", ("clause:1:instalments",))]


def test_instalment_without_its_amount_stops():
    parts = [{"date": "2026-04-01", "amount_fen": 1200000}, {"date": "2026-05-31"}]
    clause = {**PAY, "when": {"instalments": parts}}
    found = failed(agreement=with_clause(clause, "李某支付。"))
    assert found == [("amounts_agree", "stop", ("clause:1:instalments",))]


@pytest.mark.parametrize(
    "words",
    ["支付12,000.00元（大写：壹万叁仟元整）。", "支付12,000元（大写：一万二）。"],
)
def test_figures_and_capitals_that_differ_stop(words):
    found = failed(agreement=with_clause(PAY, words))
    assert found == [("amounts_agree", "stop", ("clause:1:capitals",))]


@pytest.mark.parametrize(
    "words", ["支付0.50元（大写：伍角）。", "支付1,200.5元（大写：壹仟贰佰元伍角）。"]
)
def test_figures_and_capitals_that_are_equal_pass(words):
    assert failed(agreement=with_clause(PAY, words)) == []


def test_jointly_liable_person_who_did_not_sign_stops():
    found = failed(agreement=with_clause({**PAY, "jointly_with": ["p-3"]}, "李某、王某支付。"))
    assert found == [("bound_have_signed", "stop", ("party:p-3",))]


def test_guarantee_warns():
    found = failed(agreement=with_clause(PAY, "李某支付，王某提供担保。"))
    assert found == [("guarantee", "warning", ("clause:1",))]


def test_minor_without_a_guardian_stops_and_its_debt_warns():
    found = failed(parties=[party("p-1"), party("p-2", age=17)])
    assert found == [
        ("guardian_acts", "stop", ("party:p-2",)),
        ("minor_property", "warning", ("clause:1", "clause:2")),
    ]


def test_minor_for_whom_the_guardian_signed_passes():
    signed = [
        signature(party="p-1", signed_by="guardian"),
        signature(party="p-2"),
        signature("mediator"),
    ]
    changed = agreement(signatures=signed)
    assert failed(agreement=changed, parties=[party("p-1", age=9), party("p-2", age=18)]) == []


def test_interest_warns():
    found = failed(agreement=with_clause(PAY, "李某支付，逾期按月支付违约金。"))
    assert found == [("lawful_interest", "warning", ("clause:1",))]


@pytest.mark.parametrize("name", ["address", "phone"])
def test_missing_address_for_service_stops(name):
    found = failed(parties=[party("p-1"), party("p-2", **{name: None})])
    assert found == [("address_given", "stop", (f"party:p-2:{name}",))]


@pytest.mark.parametrize("name", ["name", "identity_number"])
def test_unknown_identity_stops(name):
    found = failed(parties=[party("p-1", **{name: None}), party("p-2")])
    assert found == [("identity_given", "stop", (f"party:p-1:{name}",))]


def test_party_whom_intake_does_not_know_stops():
    found = failed(parties=[party("p-1")])
    assert found == [("identity_given", "stop", ("party:p-2",))]


def test_same_parties_once_more_warn():
    found = failed(applications=2)
    assert found == [("repeated_parties", "warning", ("applications:2",))]


def test_committee_that_is_not_on_the_roster_stops():
    found = failed(roster={"ok": False, "reasons": ["committee_not_active"]})
    assert found == [("roster", "stop", ("committee_not_active",))]


def test_stop_names_each_rule_with_article_and_place():
    verdicts = checks.judge(facts(today=date(2026, 4, 2), roster={"ok": False, "reasons": []}))
    with pytest.raises(Refused) as no:
        checks.stop(verdicts)
    assert no.value.code == "precheck_stopped"
    assert [(c["code"], c["found"]) for c in no.value.details["checks"]] == [
        ("in_time", ["deadline:2026-04-01"]),
        ("roster", ["not_on_roster"]),
    ]


def test_warnings_do_not_stop():
    checks.stop(checks.judge(facts(applications=5)))
