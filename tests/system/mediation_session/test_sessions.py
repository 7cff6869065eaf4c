"""Opening, notice, sessions, words by audience, the end without agreement."""

import json

import pytest
from sqlalchemy import text

from shared.testing.people import OTHER_COUNTY, VILLAGE, principal
from tests.system.mediation_session.room import (
    BUREAU,
    CLERK,
    DIRECTOR,
    MEDIATOR,
    OTHER_MEDIATOR,
    SAID,
    Room,
    party,
)

NO_NOTICE = "notice_missing"
CANARY = "秋天前可以让到八千"


def test_accepted_case_opens_its_mediation(suite, room):
    suite.ask("intake", "accept_case", CLERK, case=room.case)
    suite.settle()
    shown = room.shown()
    assert (shown["state"], shown["started_on"], shown["due_on"]) == (
        "open",
        "2026-03-02",
        "2026-04-01",
    )
    assert room.events() == ["mediation_opened"]


def test_first_verb_opens_a_mediation_that_nobody_told_of(suite, room):
    done = room.do("give_notice", party="p-1", way="in_person")
    assert (done["state"], done["version"], done["waiting"]) == ("open", 2, ["p-2"])
    suite.ask("intake", "accept_case", CLERK, case=room.case)
    assert room.events() == ["mediation_opened", "notice_given"]


def test_case_that_is_not_accepted_is_not_mediated(suite):
    room = Room.of(suite, state="registered", accepted_at=None)
    assert room.refused("give_notice", party="p-1", way="reading").code == "case_not_accepted"


def test_no_session_before_every_party_has_its_notice(suite):
    room = Room.of(suite, parties=[party(1), party(2), party(3)])
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    for given, waiting in (
        (None, ["p-1", "p-2", "p-3"]),
        ("p-1", ["p-2", "p-3"]),
        ("p-3", ["p-2"]),
    ):
        if given:
            room.do("give_notice", party=given, way="reading")
        no = room.refused("record_session", **words)
        assert (no.code, no.details["parties"]) == (NO_NOTICE, waiting)
    assert room.do("give_notice", party="p-2", way="message")["state"] == "notified"
    assert room.do("record_session", **words)["state"] == "adjourned"


def test_party_that_came_later_needs_its_notice_too(room, told):
    room.met()
    told.cases[room.case]["parties"].append(party(3))
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    assert room.refused("record_session", **words).details["parties"] == ["p-3"]


def test_session_before_the_notice_was_given_is_refused(suite, room):
    room.notify()
    earlier = suite.clock.now().replace(hour=0, minute=0).isoformat()
    no = room.refused(
        "record_session", place="村委会", parties=["p-1"], words=SAID, result="continue",
        happened_at=earlier,
    )  # fmt: skip
    assert (no.code, no.details["parties"]) == (NO_NOTICE, ["p-1", "p-2"])


def test_notice_is_given_once_and_to_parties(room):
    room.do("give_notice", party="p-1", way="reading")
    again = room.refused("give_notice", party="p-1", way="reading")
    stranger = room.refused("give_notice", party="p-9", way="reading")
    assert (again.code, stranger.code) == ("notice_given_before", "not_a_party")
    assert [p["name"] for p in room.papers("notice")[0]["parties"]] == ["张某"]


def test_invited_and_open_sessions_need_consent_of_all(room):
    room.notify()
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    guest = {"label": "老支书", "relation": "neighbour", "consents": ["p-1"]}
    invited = room.refused("record_session", invited=[guest], **words)
    is_open = room.refused("record_session", open=True, open_consents=["p-2"], **words)
    assert [invited.details["parties"], is_open.details["parties"]] == [["p-2"], ["p-1"]]
    guest["consents"].append("p-2")
    room.sit(invited=[guest], open=True, open_consents=["p-1", "p-2"])
    assert room.papers("record")[0]["participants"] == ["老支书"]


def test_law_explained_is_cited_and_told(room):
    room.notify()
    law = [{"statute": "mfd", "article": 288, "words": "相邻各方应当互谅互让"}]
    room.sit(law=law, custom="远亲不如近邻")
    assert room.data("session_held")["law"] == [{"article": 288, "statute": "mfd"}]
    said = "《中华人民共和国民法典》第二百八十八条：相邻各方应当互谅互让"
    assert room.papers("record")[0]["laws"] == [said, "远亲不如近邻"]
    wrong = [{"statute": "nosuch", "article": 1}]
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    assert room.refused("record_session", law=wrong, **words).code == "statute_unknown"


def test_appointment_is_kept_once(room):
    room.notify()
    starts_at = "2026-03-05T09:00:00+08:00"
    id_ = room.do("schedule_session", starts_at=starts_at, place="调解室")["session"]
    assert room.sit(session=id_)["session"] == id_
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    assert room.refused("record_session", session=id_, **words).code == "no_such_session"
    assert [s["state"] for s in room.shown()["sessions"]] == ["held"]


def caucus(room):
    """A session with words for all four audiences; the canary is one side's."""
    room.notify()
    room.sit(
        words=[
            {"audience": "joint", "words": "双方愿意商量。"},
            {"audience": "file", "words": "建议邀请村干部。"},
            {"audience": "side:p-2", "words": CANARY},
            {"audience": "self", "words": "下次先单独聊。"},
        ]
    )


def test_words_of_one_side_are_for_the_assigned_mediator_alone(room):
    caucus(room)
    mine = room.shown()
    assert [w["words"] for w in mine["private_words"]] == [CANARY, "下次先单独聊。"]
    for other in (DIRECTOR, CLERK, BUREAU):
        shown = room.shown(other)
        assert (shown["private_words"], CANARY in json.dumps(shown, ensure_ascii=False)) == (
            [],
            False,
        )
    assert [room.shown(w)["sessions"][0]["file_words"] for w in (CLERK, BUREAU)] == [
        "建议邀请村干部。",
        None,
    ]


def test_words_of_one_side_stand_in_no_entry_paper_or_plain_row(suite, room):
    caucus(room)
    room.sit()
    agreed = room.agreed()
    room.do("record_follow_up", agreement=agreed, way="visit", performed=True, found="已付清")
    everything = json.dumps([*suite.entries("mediation_session")], ensure_ascii=False)
    papers = json.dumps([room.papers(f) for f in ("notice", "record", "agreement", "follow_up")],
                        ensure_ascii=False)  # fmt: skip
    keeper = suite.suite.keeper(suite.suite.containers["mediation_session"])
    with keeper.desk.ledger.database.read() as connection:
        tables = connection.execute(text("select name from sqlite_master where type = 'table'"))
        rows = [str(connection.execute(text(f"select * from {t}")).all()) for t in tables.scalars()]  # noqa: S608
    for word in (CANARY, "下次先单独聊。"):
        assert [word in place for place in (everything, papers, *rows)] == [False] * (2 + len(rows))
    assert "建议邀请村干部。" not in papers


def test_next_mediator_reads_what_sides_told_but_no_note_to_oneself(suite, room):
    caucus(room)
    suite.ask("intake", "assign_mediator", CLERK, case=room.case, mediator="m-02", how="chosen")
    suite.settle()
    assert [w["words"] for w in room.shown(OTHER_MEDIATOR)["private_words"]] == [CANARY]
    assert room.refused("get_mediation", MEDIATOR).code == "not_found"


def test_only_an_assigned_mediator_notes_words_of_one_side(room):
    room.notify()
    words = [{"audience": "side:p-1", "words": "底线"}]
    usual = {"place": "村委会", "parties": ["p-1"], "result": "continue"}
    clerk = room.refused("record_session", CLERK, words=words, **usual)
    stranger = room.refused(
        "record_session", words=[{"audience": "side:p-9", "words": "x"}], **usual
    )
    wrong = room.refused("record_session", words=[{"audience": "public", "words": "x"}], **usual)
    codes = [clerk.code, stranger.code, wrong.code]
    assert codes == ["words_of_one_side", "not_a_party", "audience_unknown"]


def test_who_may_see_a_mediation(room):
    room.notify()
    readers = (MEDIATOR, CLERK, DIRECTOR, BUREAU)
    assert [room.shown(who)["case"] for who in readers] == [room.case] * 4
    strangers = (OTHER_MEDIATOR, principal("clerk", "k-99", OTHER_COUNTY))
    assert [room.refused("get_mediation", who).code for who in strangers] == ["not_found"] * 2


def test_case_without_mediator_is_seen_by_mediators_of_its_place(suite):
    room = Room.of(suite, mediators=[])
    suite.ask("intake", "accept_case", CLERK, case=room.case)
    suite.settle()
    here, there = principal("mediator", "m-7", VILLAGE), principal("mediator", "m-8", OTHER_COUNTY)
    assert room.shown(here)["state"] == "open"
    assert room.refused("get_mediation", there).code == "not_found"


@pytest.mark.parametrize("how", ["no_agreement", "withdrawn", "refused", "other_procedure"])
def test_end_without_agreement_tells_the_other_routes(room, how):
    room.met()
    assert room.do("end_mediation", how=how, reason="差得太远")["state"] == "ended"
    (paper,) = room.papers("other_routes_notice")
    assert "向有管辖权的人民法院提起诉讼。" in paper["routes"]
    ended = room.data("mediation_ended")
    assert (ended["how"], ended["form"], ended["agreement"]) == (how, None, None)
    words = {"place": "村委会", "parties": ["p-1"], "words": SAID, "result": "continue"}
    assert room.refused("record_session", **words).code == "wrong_state"


def test_traffic_parties_are_told_of_the_three_days(suite):
    room = Room.of(suite, category="traffic").met()
    room.do("end_mediation", how="no_agreement", reason="差得太远")
    assert any("三日内" in route for route in room.papers("other_routes_notice")[0]["routes"])


def test_unknown_kind_of_prevention_is_refused(room):
    room.met()
    no = room.refused(
        "end_mediation", how="danger", reason="有人动刀", prevented=[{"kind": "x", "people": 1}]
    )
    assert no.code == "code_unknown"
