"""What may enter a packet, and what the printed papers say."""

from datetime import date

import pytest

from services.judicial_confirmation.rules import papers
from services.judicial_confirmation.rules.published import published
from shared.contracts.refused import Refused
from tests.unit.document_archive.papers import FORMS
from tests.unit.judicial_confirmation.facts import (
    DO_WORDS,
    PAY_WORDS,
    agreement,
    case,
    party,
)

CHOICE = papers.Choice("某县人民法院", date(2026, 3, 5), ())
BOTH = [party("p-1"), party("p-2")]
COURTS = [
    {"court": "court-1", "name": "某县人民法院", "division": "220122000000", "why": "x"},
    {"court": "court-2", "name": "某市中级人民法院", "division": "220100000000", "why": "y"},
]


def test_list_of_the_packet_is_closed_and_has_no_record():
    assert {row.code: row.more["needed"] for row in published("packet_papers").rows} == {
        "confirmation_application": "always",
        "agreement": "always",
        "proof_of_mediation": "always",
        "identity": "always",
        "address_confirmation": "always",
        "power_of_attorney": "represented",
        "evidence": "asked",
    }


@pytest.mark.parametrize("form", ["record", "follow_up", "investigation", "agreement", "x"])
def test_no_other_paper_can_be_asked_for(form):
    with pytest.raises(Refused, match="paper_not_allowed"):
        papers.check_asked(["evidence", form])


def test_archive_is_asked_for_what_is_needed():
    assert papers.from_archive(BOTH, CHOICE) == ["agreement", "identity"]
    agent = party("p-2", stand_ins=[{"role": "agent", "name": "王某"}])
    more = papers.Choice("某县人民法院", date(2026, 3, 5), ("evidence",))
    assert papers.from_archive([party("p-1"), agent], more) == [
        "agreement",
        "identity",
        "power_of_attorney",
        "evidence",
    ]


def test_guardian_needs_no_power_of_attorney():
    guarded = party("p-1", age=9, stand_ins=[{"role": "guardian", "name": "王某"}])
    assert papers.from_archive([guarded], CHOICE) == ["agreement", "identity"]


def test_only_court_is_taken_without_asking():
    assert papers.choose_court(COURTS[:1], None)["court"] == "court-1"
    assert papers.choose_court(COURTS, "court-2")["name"] == "某市中级人民法院"


def test_of_several_courts_a_person_chooses():
    with pytest.raises(Refused) as no:
        papers.choose_court(COURTS, None)
    assert (no.value.code, no.value.details["courts"]) == ("court_missing", COURTS)


def test_court_outside_the_list_is_refused():
    with pytest.raises(Refused, match="court_not_listed"):
        papers.choose_court(COURTS, "court-3")


def test_application_says_the_clauses_as_they_were_frozen():
    application, proof, *addresses = papers.sheets(agreement(), case(), BOTH, CHOICE)
    assert application.form == "confirmation_application"
    assert application.data["clauses"] == [PAY_WORDS, DO_WORDS]
    assert application.data["attachments"] == [
        "人民调解协议书；",
        "当事人身份证明；",
        "调解组织主持调解证明；",
        "送达地址确认书；",
    ]
    assert (application.data["agreed_on"], application.data["date"]) == ("2026-03-02", "2026-03-05")
    assert (proof.data["matter"], proof.data["mediators"]) == ("邻里", ["赵某"])
    assert [sheet.data["party"]["name"] for sheet in addresses] == ["张某", "李某"]
    assert papers.count_sheets(["p-1", "p-2"]) == 4


def test_printed_papers_have_the_fields_of_the_forms():
    for sheet in papers.sheets(agreement(), case(), BOTH, CHOICE):
        needed = set(FORMS[sheet.form]) - {
            "process",
            "postcode",
            "recipient",
            "recipient_relation",
            "recipient_phone",
            "electronic",
            "electronic_address",
        }
        assert needed <= set(sheet.data), sheet.form


def test_person_is_named_in_chinese_words():
    person = papers.sheets(agreement(), case(), BOTH, CHOICE)[2].data["party"]
    assert (person["gender"], person["ethnicity"], person["age"]) == ("女", "汉族", 46)


def test_organisation_is_named_by_code_and_representative():
    unit = party("p-1", kind="organisation", represented_by={"name": "王某", "role": "agent"})
    shown = papers.sheets(agreement(), case(), [unit], CHOICE)[2].data["party"]
    assert (shown["representative"], shown["credit_code"]) == ("王某", unit["identity_number"])
    assert "id_number" not in shown
