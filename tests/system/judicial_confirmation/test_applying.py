"""Wishes, the packet, the signatures, the sending."""

import base64
import hashlib
import json

import pytest

from shared.testing.people import CLERK, MEDIATOR
from tests.system.judicial_confirmation.desk import SERVICE
from tests.system.judicial_confirmation.neighbours import COURT

INTERMEDIATE = {**COURT, "court": "court-2", "name": "某市中级人民法院", "why": "intermediate"}


def test_whole_way_to_the_receipt(desk):
    found = desk.submitted()
    shown = desk.shown(found)
    (application,) = shown["applications"]
    number = f"{found['confirmation']}.1"
    assert (shown["state"], application["packet"], number in desk.packets()) == (
        "submitted",
        number,
        True,
    )
    assert application["receipt"].startswith("收")
    assert [s["party"] for s in application["signatures"]] == found["parties"]
    assert desk.events(found["case"]) == [
        "confirmation_opened",
        "deadline_near",
        "wish_recorded",
        "wish_recorded",
        "application_prepared",
        "application_signed",
        "application_signed",
        "application_dispatched",
        "confirmation_submitted",
    ]
    assert (
        dict(desk.entries(found["case"]))["confirmation_submitted"]["receipt"]
        == (application["receipt"])
    )


def test_one_no_declines_and_may_be_taken_back(desk):
    found = desk.opened()
    one, two = found["parties"]
    first = desk.do(found, "record_wish", party=one, answer="yes")
    assert (first["state"], first["waiting"]) == ("offered", [two])
    assert desk.do(found, "record_wish", party=two, answer="no")["state"] == "declined"
    assert desk.refused(found, "prepare_application").code == "wrong_state"
    assert desk.do(found, "record_wish", party=two, answer="yes")["state"] == "intended"
    assert [(w["party"], w["answer"]) for w in desk.shown(found)["wishes"]] == [
        (one, "yes"),
        (two, "yes"),
    ]


def test_no_after_the_signatures_stops_the_sending(desk):
    found = desk.signed()
    desk.do(found, "record_wish", party=found["parties"][0], answer="no")
    assert desk.refused(found, "submit_application").code == "wrong_state"


def test_who_declined_signs_anew(desk):
    found = desk.signed()
    one = found["parties"][0]
    for answer in ("no", "yes"):
        desk.do(found, "record_wish", party=one, answer=answer)
    assert desk.do(found, "prepare_application")["waiting"] == [one]


def test_stranger_has_no_wish(desk):
    no = desk.refused(desk.opened(), "record_wish", party="p-x", answer="yes")
    assert no.code == "not_a_party"


def test_stale_version_is_refused_with_both(desk):
    found = desk.opened()
    desk.do(found, "record_wish", party=found["parties"][0], answer="yes", version=1)
    no = desk.refused(found, "record_wish", party=found["parties"][1], answer="yes", version=1)
    assert (no.code, no.details) == ("version_stale", {"seen": 1, "current": 2})


def test_packet_is_kept_by_hash_and_manifest_and_names_its_court(desk):
    found = desk.intended()
    done = desk.do(found, "prepare_application", reason="调委会所在地")
    (application,) = desk.shown(found)["applications"]
    packet = desk.do(found, "get_packet")
    content = base64.b64decode(packet["packet_base64"])
    assert done["sha256"] == hashlib.sha256(content).hexdigest() == application["sha256"]
    assert [row["title"] for row in application["manifest"]] == [
        "agreement",
        "identity",
        "调解组织主持调解证明",
        "送达地址确认书",
        "送达地址确认书",
    ]
    assert (application["court"], application["court_why"], application["court_reason"]) == (
        "court-1",
        "basic_of_county",
        "调委会所在地",
    )
    assert {check["verdict"] for check in application["checks"]} == {"ok"}


def test_record_of_mediation_never_enters_a_packet(desk):
    found = desk.intended()
    no = desk.refused(found, "prepare_application", papers=["record"])
    assert (no.code, no.details["papers"]) == ("paper_not_allowed", ["record"])
    desk.do(found, "prepare_application", papers=["evidence"])
    desk.sign(found)
    desk.do(found, "submit_application")
    desk.suite.settle()
    assert {form for forms in desk.world.bound for form in forms} <= {
        "agreement",
        "identity",
        "evidence",
    }


def test_missing_papers_are_named(desk):
    found = desk.intended()
    desk.world.papers[found["case"]] = ["agreement"]
    no = desk.refused(found, "prepare_application")
    assert (no.code, no.details["missing"]) == ("papers_missing", ["identity"])


def test_identity_numbers_are_asked_for_with_our_purpose(desk):
    found = desk.prepared()
    asked = [reveal for reveal in desk.world.reveals if reveal[1] == found["case"]]
    assert asked == [("clerk:k-01", found["case"], "judicial_confirmation")]


def test_other_hash_is_another_agreement(desk):
    found = desk.intended()
    desk.world.agreements[found["agreement"]]["hash"] = "00" * 32
    assert desk.refused(found, "prepare_application").code == "agreement_changed"


def test_pre_check_stops_before_anybody_signs(desk):
    found = desk.intended(confirmable=False, reasons=["personal_status"])
    no = desk.refused(found, "prepare_application")
    assert no.code == "precheck_stopped"
    assert [(c["code"], c["found"]) for c in no.details["checks"]] == [
        ("subject_confirmable", ["personal_status"])
    ]


def test_pre_check_stops_once_more_before_sending(desk):
    found = desk.signed()
    desk.world.roster = {"ok": False, "reasons": ["committee_not_active"]}
    try:
        no = desk.refused(found, "submit_application")
    finally:
        desk.world.roster = {"ok": True, "reasons": []}
    assert (no.code, [c["code"] for c in no.details["checks"]]) == ("precheck_stopped", ["roster"])
    assert desk.shown(found)["state"] == "signed"


def test_same_people_once_more_are_warned_of(desk):
    first = desk.prepared()
    second = desk.intended()
    for old, new in zip(
        desk.world.parties[first["case"]], desk.world.parties[second["case"]], strict=True
    ):
        new["identity_number"] = old["identity_number"]
    assert desk.do(second, "prepare_application")["warnings"] == ["repeated_parties"]


def test_person_chooses_among_several_courts(desk):
    found = desk.intended()
    courts, desk.world.courts = desk.world.courts, [*desk.world.courts, INTERMEDIATE]
    try:
        shown = desk.do(found, "list_courts")["courts"]
        assert [court["court"] for court in shown] == ["court-1", "court-2"]
        assert desk.refused(found, "prepare_application").code == "court_missing"
        assert desk.do(found, "prepare_application", court="court-2")["court"] == "court-2"
        assert desk.refused(found, "prepare_application", court="x").code == "court_not_listed"
    finally:
        desk.world.courts = courts


def test_each_party_signs_once_and_all_must(desk):
    found = desk.prepared()
    one, two = found["parties"]
    done = desk.do(found, "sign_application", party=one, way="ink")
    assert (done["state"], done["waiting"]) == ("drafting", [two])
    no = desk.refused(found, "sign_application", party=one, way="phone")
    assert no.code == "signed_before"
    assert desk.refused(found, "submit_application").code == "wrong_state"
    assert desk.do(found, "sign_application", party=two, way="phone")["state"] == "signed"


def test_signature_does_not_precede_the_text(desk):
    found = desk.prepared()
    early = "2026-03-01T08:00:00+08:00"
    no = desk.refused(
        found, "sign_application", party=found["parties"][0], way="ink", happened_at=early
    )
    assert (no.code, no.details["field"]) == ("dates_reversed", "happened_at")


def test_another_text_needs_other_signatures(desk):
    found = desk.signed()
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    done = desk.do(found, "prepare_application")
    assert (done["state"], done["waiting"], done["attempt"]) == ("drafting", found["parties"], 2)


def test_same_text_keeps_its_signatures(desk):
    found = desk.signed()
    done = desk.do(found, "prepare_application", papers=["evidence"])
    assert (done["state"], done["waiting"], done["attempt"]) == ("signed", [], 2)


def test_what_changed_after_the_signatures_is_not_sent(desk):
    found = desk.signed()
    desk.world.parties[found["case"]][0]["address"] = "某镇新址"
    assert desk.refused(found, "submit_application").code == "packet_changed"
    assert desk.refused(found, "get_packet").code == "packet_changed"
    assert f"{found['confirmation']}.1" not in desk.packets()


def test_printed_papers_are_filed_after_the_receipt(desk):
    found = desk.submitted()
    filed = {c: p["form"] for c, p in desk.world.filed.items() if p["subject"] == found["case"]}
    entry = next(c for c in filed).rsplit(":", 1)[0]
    assert filed == {
        f"{entry}:0": "confirmation_application",
        f"{entry}:1": "proof_of_mediation",
        f"{entry}:2": "address_confirmation",
        f"{entry}:3": "address_confirmation",
    }


def test_packet_lies_nowhere_but_at_the_court(desk):
    found = desk.submitted()
    folder = desk.suite.suite.site.settings.data
    number = f"{found['confirmation']}.1"
    content = (folder / "court" / "in" / f"{number}.pdf").read_bytes()
    printed = json.loads(content)[0][0]
    holders = [p for p in folder.rglob("*") if p.is_file() and printed.encode() in p.read_bytes()]
    assert holders == [folder / "court" / "in" / f"{number}.pdf"]


@pytest.mark.parametrize("verb", ["record_wish", "prepare_application", "submit_application"])
def test_court_does_not_do_the_desks_work(desk, verb):
    from tests.system.judicial_confirmation.desk import JUDGE

    more = {"party": "p-1", "answer": "yes"} if verb == "record_wish" else {}
    found = {"confirmation": "x"}
    assert desk.refused(found, verb, JUDGE, **more).code == "not_allowed"


def test_mediator_of_the_case_may_do_all_of_it(desk):
    found = desk.opened()
    for party in found["parties"]:
        desk.do(found, "record_wish", MEDIATOR, party=party, answer="yes")
    assert desk.do(found, "prepare_application", MEDIATOR)["state"] == "drafting"


def test_repeat_of_a_command_is_one_effect(desk):
    found = desk.signed()
    id_ = f"submit-{found['confirmation']}"
    first = desk.do(found, "submit_application", command_id=id_)
    desk.suite.settle()
    assert desk.do(found, "submit_application", command_id=id_) == first
    assert desk.suite.ask(SERVICE, "list_confirmations", CLERK, case=found["case"])[
        "confirmations"
    ][0]["state"] == ("submitted")
