"""Every paper has all that its form asks for, also where little is known."""

import json

import pytest

from services.document_archive.forms.catalogue import printed_form
from services.document_archive.forms.completeness import missing_fields
from services.mediation_session.rules import line, oral, papers, people
from shared.contracts.mediation_session.codes import ENDS, RECEIVERS, REPORT_WAYS
from tests.unit.mediation_session.drafts import FIX, PARTIES, PAY, QUIET, TEXTS

AT = "2026-03-02T09:00:00+08:00"
CASE = {
    "case": "c-1",
    "committee": "c-01",
    "committee_name": "岭下镇人民调解委员会",
    "number": "（2026）岭下人调字第1号",
    "summary": "楼上漏水。",
    "parties": [{**p, "label": p["party"]} for p in PARTIES],
    "mediators": [{"mediator": "m-01", "name": "赵某"}],
}
MEDIATION = {
    "id": "c-1",
    "committee": "c-01",
    "committee_name": "岭下镇人民调解委员会",
    "number": "（2026）岭下人调字第1号",
    "category": "neighbour",
    "place": None,
    "ended_how": "no_agreement",
    "ended_at": AT,
    "reason": "差得太远",
}
SESSION = {
    "starts_at": AT,
    "ended_at": None,
    "place": "村委会",
    "parties": [],
    "mediators": [],
    "invited": [],
    "recorder": None,
    "joint_words": None,
    "law": [],
    "custom": None,
    "result": "agreed",
}
REPORT = {
    "at": AT,
    "to": "police",
    "to_name": None,
    "way": "phone",
    "text": "x",
    "danger": "y",
    "measures": None,
    "reporter": None,
}
VISIT = {
    "happened_at": AT,
    "way": "phone",
    "found": "好",
    "performed": True,
    "satisfaction": None,
    "measures": None,
}


def agreement(*clauses):
    head = {"agreement": "a-1", "case": "c-1", "number": "1号", "mediators": CASE["mediators"]}
    text = line.written(head, {**TEXTS, "clauses": list(clauses)}, people.read(PARTIES))
    row = {"effective_at": AT, "hash": line.hash_of(text), "number": "1号"}
    return papers.agreement(CASE, json.loads(text), PARTIES, row)


def oral_agreement():
    row = {"effective_at": AT, "hash": "0" * 64, "terms": "当场赔三百元"}
    return papers.oral_agreement(CASE, CASE["parties"], row)


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("notice", papers.notice(CASE, {"party": "p-1", "happened_at": AT})),
        ("record", papers.record(CASE, SESSION, told=False)),
        ("agreement", agreement(PAY, FIX)),
        ("agreement", agreement(QUIET)),
        ("oral_agreement", oral_agreement()),
        ("follow_up", papers.follow_up(CASE, {"number": None}, VISIT)),
        ("other_routes_notice", papers.other_routes_notice(CASE, MEDIATION)),
        ("escalation", papers.escalation(MEDIATION, REPORT)),
    ],
)
def test_paper_lacks_nothing_that_its_form_needs(form, data):
    assert missing_fields(printed_form(form), data) == []


@pytest.mark.parametrize("how", ENDS)
def test_every_end_has_its_reason_and_routes(how):
    paper = papers.other_routes_notice(CASE, {**MEDIATION, "ended_how": how})
    assert paper["reason"].endswith("。差得太远")
    assert ("立即拨打110" in str(paper["routes"])) is (how == "danger")


def test_every_receiver_and_way_has_its_word():
    assert (set(papers.RECEIVERS), set(papers.REPORTS)) == (set(RECEIVERS), set(REPORT_WAYS))


def test_deadline_and_sum_of_the_agreement():
    paper = agreement(PAY, FIX)
    assert paper["performance"]["deadline"] == "2026年5月1日前"
    assert paper["amount"] == {"figures": "12,000.00元", "capitals": "壹万贰仟元整"}
    assert agreement(FIX)["amount"] is None


def test_codes_of_a_party_are_printed_as_words():
    row = {"effective_at": AT, "hash": "0" * 64, "terms": "x"}
    known = [{**CASE["parties"][0], "sex": "2", "nation": "10"}]
    (block,) = papers.oral_agreement(CASE, known, row)["parties"]
    assert (block["gender"], block["ethnicity"]) == ("女", "朝鲜族")


def test_oral_row_is_never_confirmable():
    row = oral.row("c-1", "a-1", "{}")
    assert (row["reasons"], row["state"], row["form"]) == (["oral"], "effective", "oral")
