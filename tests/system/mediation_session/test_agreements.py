"""A written agreement from draft to effect, and every way round that must not work."""

import hashlib
import json

import pytest

from tests.system.mediation_session.room import DIRECTOR, FIX, MEDIATOR, PAY, Room, party


def test_written_agreement_from_draft_to_effect(room):
    id_ = room.met().agreed()
    shown = room.agreement(id_)
    assert (shown["state"], shown["form"], shown["amount_fen"]) == (
        "effective",
        "written",
        1_200_000,
    )
    assert room.shown()["ended_how"] == "agreed"
    assert room.events() == [
        "mediation_opened", "notice_given", "notice_given", "session_held", "agreement_drafted",
        "agreement_frozen", "agreement_signed", "agreement_signed", "agreement_signed",
        "agreement_effective", "mediation_ended",
    ]  # fmt: skip


def test_hash_is_of_the_line_and_the_line_names_all(room):
    id_, hash_ = room.met().frozen()
    shown = room.agreement(id_)
    line = json.loads(shown["line"])
    assert hashlib.sha256(shown["line"].encode()).hexdigest() == hash_ == shown["hash"]
    assert [(p["party"], p["name"], p["address"]) for p in line["parties"]] == [
        ("p-1", "张某", "三组1号"),
        ("p-2", "李某", "三组2号"),
    ]
    assert (line["number"], line["committee"]) == ("（2026）岭下人调字第1号", "c-01")
    assert line["clauses"] == shown["clauses"]
    assert len(shown["sentences"]) == 2


def test_effective_from_the_latest_act_in_any_order(room):
    id_, hash_ = room.met().frozen()
    times = [f"2026-03-02T0{hour}:30:00+08:00" for hour in (8, 7, 6)]
    room.suite.advance(hours=4)
    room.seal(id_, hash_, happened_at=times[0])
    room.sign(id_, hash_, party="p-1", happened_at=times[1])
    room.sign(id_, hash_, signer_kind="mediator", happened_at=times[2])
    last = room.sign(id_, hash_, party="p-2", happened_at="2026-03-02T08:45:00+08:00")
    assert (last["state"], last["effective_at"]) == ("effective", "2026-03-02T08:45:00+08:00")
    assert room.data("agreement_effective")["parties_signed_at"] == "2026-03-02T08:45:00+08:00"


@pytest.mark.parametrize("missing", ["p-1", "p-2", "mediator", "seal"])
def test_without_one_signature_or_seal_it_does_not_bind(room, missing):
    id_, hash_ = room.met().frozen()
    for who in ("p-1", "p-2"):
        if missing != who:
            room.sign(id_, hash_, party=who)
    if missing != "mediator":
        room.sign(id_, hash_, signer_kind="mediator")
    if missing != "seal":
        room.seal(id_, hash_)
    shown = room.agreement(id_)
    assert (shown["state"], shown["effective_at"]) == ("signing", None)
    assert (
        room.refused("record_performance", agreement=id_, state="performed").code == "not_effective"
    )


def test_signing_another_text_is_refused(room):
    id_, _ = room.met().frozen()
    no = room.refused(
        "sign_agreement", agreement=id_, hash="0" * 64, signer_kind="party", party="p-1", way="ink"
    )
    assert no.code == "hash_differs"


def test_draft_cannot_be_signed(room):
    id_ = room.met().draft()["agreement"]
    words = {"agreement": id_, "hash": "x", "signer_kind": "party", "party": "p-1", "way": "ink"}
    assert room.refused("sign_agreement", **words).code == "wrong_state"
    assert room.refused("seal_agreement", DIRECTOR, agreement=id_, hash="x").code == "wrong_state"


def test_nobody_signs_twice_and_no_stranger(room):
    id_, hash_ = room.met().frozen()
    room.sign(id_, hash_, party="p-1")
    words = {"agreement": id_, "hash": hash_, "way": "ink"}
    again = room.refused("sign_agreement", signer_kind="party", party="p-1", **words)
    stranger = room.refused("sign_agreement", signer_kind="party", party="p-9", **words)
    mediator = room.refused("sign_agreement", signer_kind="mediator", mediator="m-09", **words)
    codes = [again.code, stranger.code, mediator.code]
    assert codes == ["signed_before", "not_a_party", "not_a_mediator"]


def test_mediator_may_not_seal(room):
    id_, hash_ = room.met().frozen()
    assert room.refused("seal_agreement", MEDIATOR, agreement=id_, hash=hash_).code == "not_allowed"


def test_signature_before_the_text_stood_is_refused(room):
    room.met()
    room.suite.advance(days=1)
    id_, hash_ = room.frozen()
    before = (room.suite.clock.now().replace(hour=1)).isoformat()
    yesterday = before.replace(before[:10], room.shown()["notices"][0]["happened_at"][:10])
    no = room.refused(
        "sign_agreement", agreement=id_, hash=hash_, signer_kind="party", party="p-1", way="ink",
        happened_at=yesterday,
    )  # fmt: skip
    assert no.code == "before_freezing"


def test_linter_errors_keep_a_draft_from_freezing(room):
    room.met()
    drafted = room.draft({**PAY, "amount_fen": 1_000_000, "how": None})
    codes = {f["code"] for f in drafted["findings"] if f["severity"] == "error"}
    assert codes == {"instalments_sum", "how_missing"}
    assert (drafted["confirmable"], drafted["reasons"]) == (False, ["unclear"])
    no = room.refused("freeze_agreement", agreement=drafted["agreement"])
    assert (no.code, [f["clause"] for f in no.details["findings"]]) == ("linter_errors", [1, 1])


def test_parties_without_address_keep_it_from_freezing(suite):
    room = Room.of(suite, parties=[party(1), party(2, address=None)]).met()
    id_ = room.draft()["agreement"]
    no = room.refused("freeze_agreement", agreement=id_)
    assert (no.code, no.details["parties"]) == (
        "parties_incomplete",
        [{"party": "p-2", "missing": ["address"]}],
    )


def test_family_matter_is_signed_on_paper_only(suite):
    room = Room.of(suite, category="family").met()
    id_, hash_ = room.frozen()
    words = {"agreement": id_, "hash": hash_, "signer_kind": "party", "party": "p-1"}
    no = room.refused("sign_agreement", way="phone", **words)
    assert (no.code, room.sign(id_, hash_, party="p-1", way="fingerprint")["state"]) == (
        "paper_only",
        "signing",
    )


def test_neighbours_may_sign_on_the_phone(room):
    id_, hash_ = room.met().frozen()
    assert room.sign(id_, hash_, party="p-1", way="phone")["waiting"]["parties"] == ["p-2"]


def test_guardian_signs_for_a_minor(suite):
    guardian = {"party": "g-1", "role": "guardian", "name": "张某甲"}
    minor = party(1, age=12, represented_by=guardian)
    room = Room.of(suite, parties=[minor, party(2)]).met()
    id_, hash_ = room.frozen()
    words = {"agreement": id_, "hash": hash_, "signer_kind": "party", "way": "ink"}
    itself = room.refused("sign_agreement", party="p-1", **words)
    stranger = room.refused("sign_agreement", party="p-2", signed_by="agent", **words)
    assert (itself.code, stranger.code) == ("guardian_signs", "no_representative")
    assert room.sign(id_, hash_, party="p-1", signed_by="guardian")["state"] == "signing"


def test_change_after_freezing_is_a_new_agreement(room):
    first, hash_ = room.met().frozen()
    assert room.refused("draft_agreement", clauses=[PAY]).code == "agreement_exists"
    second = room.draft(PAY, replaces=first)["agreement"]
    states = {a["agreement"]: a["state"] for a in room.shown()["agreements"]}
    assert states == {first: "replaced", second: "draft"}
    words = {
        "agreement": first,
        "hash": hash_,
        "signer_kind": "party",
        "party": "p-1",
        "way": "ink",
    }
    assert room.refused("sign_agreement", **words).code == "wrong_state"
    assert room.do("freeze_agreement", agreement=second)["number"] == "（2026）岭下人调字第1号之二"


def test_agreement_in_effect_binds_until_the_new_one_does(room):
    first = room.met().agreed()
    draft = room.draft(FIX, replaces=first)["agreement"]
    assert room.agreement(first)["state"] == "effective"
    second = room.draft(PAY, replaces=draft)["agreement"]
    hash_ = room.do("freeze_agreement", agreement=second)["hash"]
    room.sign_all(second, hash_)
    room.seal(second, hash_)
    states = {a["agreement"]: a["state"] for a in room.shown()["agreements"]}
    assert states == {first: "replaced", draft: "replaced", second: "effective"}
    assert room.data("agreement_effective")["replaces"] == first
    assert room.events().count("mediation_ended") == 1


def test_agreement_before_any_session_is_refused(room):
    room.notify()
    assert room.refused("draft_agreement", clauses=[PAY]).code == "session_missing"


def test_agreement_after_another_end_is_refused(room):
    id_, hash_ = room.met().frozen()
    room.do("end_mediation", how="no_agreement", reason="反悔")
    words = {"agreement": id_, "hash": hash_, "signer_kind": "party", "party": "p-1", "way": "ink"}
    assert room.refused("sign_agreement", **words).code == "wrong_state"
    assert room.refused("draft_agreement", clauses=[PAY], replaces=id_).code == "wrong_state"


def test_agreement_paper_prints_the_hash(room):
    id_ = room.met().agreed()
    (paper,) = room.papers("agreement")
    shown = room.agreement(id_)
    assert (paper["foot"]["hash"], paper["clauses"]) == (shown["hash"], shown["sentences"])
    assert (paper["amount"]["capitals"], paper["copies"]) == ("壹万贰仟元整", "3")


def test_frozen_text_is_printed_to_be_signed(room):
    id_ = room.met().draft()["agreement"]
    assert room.refused("print_agreement", agreement=id_).code == "wrong_state"
    hash_ = room.do("freeze_agreement", agreement=id_)["hash"]
    printed = room.do("print_agreement", agreement=id_)
    assert (printed["hash"], printed["pages"]) == (hash_, 2)


def test_stale_version_is_refused(room):
    id_ = room.met().draft()["agreement"]
    assert room.refused("freeze_agreement", agreement=id_, version=1).code == "version_stale"


def test_prevented_is_told_with_the_end(room):
    id_, hash_ = room.met().frozen()
    room.seal(id_, hash_, prevented=[{"kind": "group_fight", "people": 45}])
    room.sign_all(id_, hash_)
    assert room.data("mediation_ended")["prevented"] == [{"kind": "group_fight", "people": 45}]


def test_oral_agreement_binds_on_its_day_and_is_not_confirmable(room):
    room.met()
    at = room.suite.clock.now().isoformat()
    done = room.do("record_oral_agreement", terms="李某当天修好水管。", reached_at=at)
    effective = room.data("agreement_effective")
    assert (done["effective_at"], effective["form"], effective["reasons"]) == (at, "oral", ["oral"])
    assert room.agreement(done["agreement"])["terms"] == "李某当天修好水管。"
    assert room.papers("oral_agreement")[0]["clauses"] == ["李某当天修好水管。"]


def test_oral_agreement_needs_session_and_a_dispute_that_allows_it(suite, room):
    at = suite.clock.now().isoformat()
    words = {"terms": "修好水管", "reached_at": at}
    assert room.refused("record_oral_agreement", **words).code == "session_missing"
    medical = Room.of(suite, oral_allowed=False).met()
    assert medical.refused("record_oral_agreement", **words).code == "written_form_due"


def test_oral_agreement_is_put_in_writing(room):
    room.met()
    at = room.suite.clock.now().isoformat()
    oral = room.do("record_oral_agreement", terms="赔一万二", reached_at=at)["agreement"]
    written = room.agreed(replaces=oral)
    states = {a["agreement"]: a["state"] for a in room.shown()["agreements"]}
    assert states == {oral: "replaced", written: "effective"}
