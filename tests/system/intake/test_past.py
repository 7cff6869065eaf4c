"""A whole past mediation in one command (walks.md case 5): recorded with its defects, never refused
for what was wrong with it.
"""

from copy import deepcopy

import pytest

from shared.testing.people import CLERK, MEDIATOR, VILLAGE, identity_number

YES = {"way": "in_person"}
NOTE = {
    "notice_at": "2026-02-26T14:05:00+08:00",
    "sessions": [
        {
            "happened_at": "2026-02-26T14:10:00+08:00",
            "place": "三组张某家",
            "people": ["张某", "李某"],
            "joint_words": "双方同意各让一步。",
        }
    ],
    "law_explained": [{"statute": "mfd", "article": 288}],
    "agreement": {
        "terms": "李某当场赔偿张某五百元。",
        "reached_at": "2026-02-26T15:00:00+08:00",
        "amount_fen": 50_000,
    },
    "performance": {"state": "performed", "at": "2026-02-26T15:00:00+08:00"},
}
PAST = {
    "division": VILLAGE,
    "source": "initiative",
    "text": "李某家的鸡啄了张某家的菜，两家吵架。",
    "registered_at": "2026-02-26T13:50:00+08:00",
    "happened_at": "2026-02-26T14:00:00+08:00",
    "parties": [
        {"role": "applicant", "label": "张某", "consent": YES},
        {"role": "respondent", "label": "李某", "consent": YES},
    ],
    "category": "neighbour",
    "reason": "邻里小事",
    "mediators": [{"mediator": "m-01"}],
    "note": NOTE,
}


def changed(path, value):
    """PAST with one thing changed: `note.agreement.reached_at`."""
    past = deepcopy(PAST)
    *steps, last = path.split(".")
    place = past
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    return past


def record(desk, past=PAST, who=MEDIATOR):
    return desk.suite.ask("intake", "register_past_case", who, **past)


def refusal(desk, past):
    return desk.suite.refusal("intake", "register_past_case", MEDIATOR, **past)


def test_one_command_registers_accepts_and_assigns(desk):
    done = record(desk)
    assert (done["state"], done["defects"]) == ("accepted", [])
    assert desk.events(done["case"]) == [
        "case_registered",
        "party_recorded",
        "party_recorded",
        "consent_recorded",
        "consent_recorded",
        "case_triaged",
        "case_assigned",
        "case_accepted",
    ]


def test_it_is_told_with_the_days_on_which_it_happened_and_its_note(desk):
    done = record(desk)
    entries = dict(desk.entries(done["case"]))
    shown = desk.shown(done["case"])
    assert entries["case_registered"]["origin"] == {"kind": "past", "id": None}
    assert entries["case_registered"]["happened_at"] == PAST["registered_at"]
    accepted = entries["case_accepted"]
    assert (accepted["accepted_at"], accepted["note_id"], accepted["number"]) == (
        PAST["happened_at"],
        shown["note_id"],
        done["number"],
    )
    assert {data["version"] for _, data in desk.entries(done["case"])} == {1}


def test_the_note_is_kept_for_who_pulls_it(desk):
    note = desk.suite.ask("intake", "get_note", CLERK, case=record(desk)["case"])["note"]
    law = [{"statute": "mfd", "article": 288, "words": None}]
    agreement = {**NOTE["agreement"], "form": "oral"}
    assert note == {**NOTE, "law_explained": law, "agreement": agreement, "written_due": False}


def test_a_case_that_was_not_recorded_afterwards_has_no_note(desk):
    no = desk.refused("get_note", desk.accepted())
    assert no.code == "note_missing"


def test_the_number_is_of_the_year_in_which_it_happened(desk):
    days = ("registered_at", "happened_at")
    past = deepcopy(PAST) | {day: PAST[day].replace("2026", "2025") for day in days}
    assert record(desk, past)["number"].startswith("（2025）")


CHILD = {"role": "applicant", "label": "小张", "age": 12, "consent": YES}


@pytest.mark.parametrize(
    ("path", "value", "defects"),
    [
        ("note.notice_at", None, ["notice_missing"]),
        ("note.notice_at", "2026-02-26T14:30:00+08:00", ["notice_late"]),
        ("note.sessions", [], ["session_missing"]),
        ("parties.1.consent", None, ["consent_missing"]),
        ("parties.1.role", "third_party", ["sides_missing"]),
        ("parties.0", CHILD, ["guardian_missing"]),
        ("parties.0", {**CHILD, "guardian": {"label": "小张之母"}}, []),
        ("category", "medical", ["written_form_due"]),
    ],
)
def test_what_was_wrong_is_recorded_and_shown(desk, path, value, defects):
    past = changed(path, value) if not path.startswith("parties.0") else _first(value)
    done = record(desk, past)
    assert (done["defects"], desk.shown(done["case"])["defects"]) == (defects, defects)


def _first(party):
    return {**deepcopy(PAST), "parties": [party, PAST["parties"][1]]}


def test_a_mediator_who_was_not_certified_is_a_defect(desk, told):
    told.mediators["m-01"] = {"ok": False, "reasons": ["certificate_missing"]}
    assert record(desk)["defects"] == ["mediator_unfit"]


def test_a_mediator_who_was_a_party_is_a_defect(desk, told):
    number = identity_number()
    hash_ = desk.suite.suite.site.vault.blind(number)
    told.mediators["m-01"] = {"identity_hash": hash_}
    past = _first({**PAST["parties"][0], "identity_number": number})
    assert record(desk, past)["defects"] == ["conflict_of_interest"]


def test_a_level_kept_for_others_is_a_defect(desk, told):
    told.settings["approvals"] = {"major": ["director"]}
    assert record(desk, changed("level", "major"))["defects"] == ["approval_missing"]


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("registered_at", "2026-02-26T14:01:00+08:00"),
        ("note.notice_at", "2026-02-26T13:59:00+08:00"),
        ("note.agreement.reached_at", "2026-02-26T14:09:00+08:00"),
        ("note.performance.at", "2026-02-26T14:59:00+08:00"),
        ("note.performance.at", "2026-03-02T09:00:01+08:00"),
    ],
)
def test_an_order_that_cannot_be_is_a_slip_of_the_pen(desk, path, at):
    assert refusal(desk, changed(path, at)).code == "dates_reversed"


def test_a_session_before_acceptance_is_a_slip_of_the_pen(desk):
    past = changed("note.sessions.0.happened_at", "2026-02-26T13:59:00+08:00")
    assert refusal(desk, past).code == "dates_reversed"


def test_what_lies_in_the_future_has_not_happened(desk):
    assert refusal(desk, changed("happened_at", "2026-03-03T09:00:00+08:00")).code == "future_act"


def test_where_no_committee_is_no_number_can_be_drawn(desk, told):
    told.committee = None
    assert refusal(desk, PAST).code == "committee_missing"


def test_unknown_codes_are_refused(desk):
    no = refusal(desk, changed("note.performance.state", "paid"))
    assert (no.code, no.details["field"]) == ("code_unknown", "note.performance.state")
