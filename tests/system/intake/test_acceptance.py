"""From a request to a numbered case, through the real bus and ledger."""

import pytest

from services.intake.service import Intake
from shared.testing.people import CLERK, MEDIATOR
from shared.testing.running import running
from tests.system.intake.acts import DIRECTOR, SIDES, TEXT, Desk
from tests.system.intake.test_registration import LETTER, REFERRED

TODAY = "2026-03-02T09:00:00+08:00"


def test_an_accepted_case_is_told_in_the_order_of_its_acts(desk):
    case = desk.accepted()
    assert desk.events(case) == [
        "case_registered",
        "party_recorded",
        "party_recorded",
        "consent_recorded",
        "consent_recorded",
        "case_triaged",
        "case_accepted",
    ]


def test_acceptance_tells_what_others_count_and_open_by(desk):
    decided = {"category": "property", "sector": "property", "level": "major"}
    decided |= {"people_count": 23, "amount_fen": 6_000_000}
    case = desk.accepted(decided=decided)
    (_, data) = desk.entries(case)[-1]
    number = data.pop("number")
    assert number.startswith("（2026）岭下人调字第")
    assert data == {
        "version": 5,
        "happened_at": TODAY,
        "accepted_at": TODAY,
        "committee": "c-01",
        "host_type": "township",
        "division": "220122100201",
        "category": "property",
        "sector": "property",
        "level": "major",
        "source": "application",
        "sender": None,
        "people_count": 23,
        "amount_fen": 6_000_000,
        "pins": {"profile": "220122100201", "profile_version": 3, "manifest": None},
        "note_id": None,
        "sector_check": "pending",
    }


def test_an_accepted_case_shows_its_committee_pins_and_clock(desk):
    shown = desk.shown(desk.accepted())
    assert (shown["state"], shown["committee_name"]) == ("accepted", "岭下镇人民调解委员会")
    assert shown["pins"] == {"profile": "220122100201", "profile_version": 3, "manifest": None}
    clock = {"length": 30, "unit": "days", "rolls": True}
    assert shown["clock"] == {**clock, "starts_on": "2026-03-02", "provisional": False}


def test_a_side_that_is_missing_stops_acceptance(desk):
    case = desk.opened(parties=[SIDES[0]])
    no = desk.refused("accept_case", case)
    assert (no.code, no.details) == ("sides_missing", {"whose": ["respondent"]})


def test_a_consent_that_is_missing_stops_acceptance(desk):
    case = desk.opened()
    desk.do("triage_case", case)
    first, second = (p["party"] for p in desk.parties(case))
    desk.do("record_consent", case, party=first, answer="yes", way="phone")
    no = desk.refused("accept_case", case)
    assert (no.code, no.details) == ("consent_missing", {"whose": [second]})


def test_a_case_without_triage_is_not_accepted(desk):
    case = desk.opened()
    desk.agree(case)
    assert desk.refused("accept_case", case).code == "not_triaged"


def test_acceptance_is_not_before_the_request(desk):
    no = desk.refused("accept_case", desk.ready(), happened_at="2026-03-01T09:00:00+08:00")
    assert no.code == "dates_reversed"


def test_a_place_without_a_committee_says_so(desk, told):
    told.committee = None
    case = desk.ready()
    assert desk.refused("accept_case", case).code == "committee_missing"
    assert desk.shown(case)["state"] == "registered"


def test_labour_s_clock_runs_from_the_application(desk):
    decided = {"category": "labour", "sector": "labour"}
    case = desk.ready(decided=decided, happened_at="2026-02-28T09:00:00+08:00")
    desk.do("accept_case", case)
    clock = desk.shown(case)["clock"]
    assert (clock["length"], clock["starts_on"], clock["provisional"]) == (15, "2026-02-28", True)


def test_the_profile_may_keep_a_level_for_certain_roles(desk, told):
    told.settings["approvals"] = {"major": ["director", "justice_office"]}
    case = desk.ready(decided={"level": "major"})
    no = desk.refused("accept_case", case)
    assert (no.code, no.details["level"]) == ("approval_missing", "major")
    assert desk.do("accept_case", case, DIRECTOR)["state"] == "accepted"


def test_a_figure_that_the_profile_lacks_is_not_invented(desk, told):
    told.settings["clocks"] = {}
    assert desk.refused("accept_case", desk.ready()).code == "clock_missing"


def test_without_registry_nothing_is_half_done(tmp_path):
    with running(tmp_path, [Intake]) as suite:
        desk = Desk(suite)
        case = desk.ready()
        before = desk.shown(case), desk.events(case)
        no = desk.refused("accept_case", case)
        assert (no.code, "未作改动" in no.message) == ("depends_on_absent", True)
        assert (desk.shown(case), desk.events(case)) == before


@pytest.mark.parametrize(
    ("stage", "length"), [("before_filing", 30), ("ordinary", 15), ("summary", 7), (None, 30)]
)
def test_what_a_court_sent_has_the_court_s_clock(desk, stage, length):
    case = desk.accepted(**{**REFERRED, "referral": {**LETTER, "stage": stage}})
    assert desk.shown(case)["clock"]["length"] == length


def test_the_sender_hears_of_acceptance_once_in_time(desk):
    case = desk.accepted(**REFERRED)
    shown = desk.shown(case)["referral"]
    assert (shown["outcome"], shown["replied_at"]) == ("accepted", TODAY)
    assert desk.events(case)[-2:] == ["case_accepted", "referral_answered"]


MEDICAL = {"decided": {"category": "medical", "sector": "medical"}}


def test_a_sector_without_module_goes_by_the_general_clock_for_now(desk):
    shown = desk.shown(desk.accepted(**MEDICAL))
    assert (shown["sector"], shown["sector_check"]) == ("medical", "pending")
    assert (shown["clock"]["unit"], shown["clock"]["provisional"]) == ("days", True)


def test_a_sector_s_manifest_brings_its_clock_and_is_pinned(desk, told):
    clock = {"length": 30, "unit": "working_days", "starts_on": "accepted"}
    told.manifests["medical"] = {"clocks": {"mediation": clock}}
    shown = desk.shown(desk.accepted(**MEDICAL))
    assert (shown["clock"]["unit"], shown["clock"]["provisional"]) == ("working_days", False)
    assert shown["pins"]["manifest"] == "1.0"


def test_medical_agreements_are_written(desk):
    allowed = [desk.shown(desk.accepted(**words))["oral_allowed"] for words in ({}, MEDICAL)]
    assert allowed == [True, False]


def test_a_person_may_answer_for_a_sector_s_check_once(desk):
    case = desk.accepted(**MEDICAL)
    desk.do("confirm_sector_by_hand", case, reason="已电话询问卫生健康局")
    assert desk.shown(case)["sector_check"] == "by_hand"
    no = desk.refused("confirm_sector_by_hand", case, reason="再次")
    assert no.code == "nothing_to_check"


def test_the_forms_of_an_application_are_filed_after_the_act(desk, told):
    case = desk.accepted(requests=["赔偿12,000元"], who=MEDIATOR)
    desk.suite.settle()
    assert sorted(form for _, form, _ in told.papers.values()) == ["application", "register"]
    entry = next(
        e
        for e in desk.suite.entries("intake")
        if e["subject"] == case and e["type"] == "intake.case_accepted.v1"
    )
    assert sorted(told.papers) == [entry["id"], f"{entry['id']}:application"]
    assert {subject for subject, _, _ in told.papers.values()} == {case}


def test_the_application_says_who_asks_for_what(desk, told):
    phone = {**SIDES[0], "phone": "13800001111", "sex": "2", "nation": "10", "age": 46}
    case = desk.accepted(requests=["赔偿12,000元"], parties=[phone, SIDES[1]])
    desk.suite.settle()
    (paper,) = [data for _, form, data in told.papers.values() if form == "application"]
    (applicant,) = paper["applicants"]
    assert (applicant["name"], applicant["gender"], applicant["ethnicity"]) == (
        "张某",
        "女",
        "朝鲜族",
    )
    assert (applicant["age"], applicant["phone"]) == (46, "13800001111")
    assert paper["respondents"][0]["name"] == "楼上住户"
    assert paper["requests"] == ["赔偿12,000元"]
    revealed = [data for name, data in desk.entries(case) if name == "field_revealed"]
    assert [(r["fields_revealed"], r["purpose"]) for r in revealed] == [(["phone"], "file_paper")]


def test_a_case_of_own_initiative_has_no_application(desk, told):
    desk.accepted(source="initiative", way=None)
    desk.suite.settle()
    assert [form for _, form, _ in told.papers.values()] == ["register"]


def test_the_register_is_filled_in_from_the_case(desk, told):
    decided = {"category": "neighbour", "people_count": 2, "amount_fen": 1_200_000}
    case = desk.ready(decided=decided, **REFERRED, place="三组", dispute_on="2026-02-20")
    desk.do("accept_case", case)
    desk.suite.settle()
    (paper,) = [data for subject, _, data in told.papers.values() if subject == case]
    assert paper == {
        "committee": "岭下镇人民调解委员会",
        "number": desk.shown(case)["number"],
        "parties": [
            {"name": "张某", "role": "applicant"},
            {"name": "楼上住户", "role": "respondent"},
        ],
        "category": "邻里纠纷",
        "people_count": 2,
        "happened_on": "2026-02-20",
        "place": "三组",
        "source": "referral",
        "referred_by": "法院",
        "amount": "12,000.00元（大写：壹万贰仟元整）",
        "accepted_on": "2026-03-02",
        "facts": TEXT,
        "registrar": ["k-01"],
        "date": "2026-03-02",
    }


def test_a_stale_version_is_refused_with_both_named(desk):
    case = desk.ready()
    no = desk.refused("accept_case", case, CLERK, version=1)
    assert (no.code, no.details["seen"], no.details["current"]) == ("version_stale", 1, 4)
