"""The volume from acceptance to the archive."""

import base64
import hashlib
import json

import pytest

from services.document_archive.drivers.inspect import inspect
from shared.testing.people import BUREAU, CLERK, COUNTY, MEDIATOR, STRANGER, VILLAGE, principal
from tests.system.document_archive.neighbours import ARCHIVE, AT, accept, end, filing, hear
from tests.unit.document_archive.papers import paper
from tests.unit.document_archive.reading import bookmarks, pages
from tests.unit.document_archive.scans import office_file, scan

LAW = "《中华人民共和国人民调解法》"
OFFICE = principal("justice_office", "j-01", COUNTY)
PAPERS = ("follow_up", "agreement", "record", "notice", "register")  # in no order
ALWAYS = ("application", "notice", "identity", "record")
TITLES = [
    "卷宗封面",
    "卷内目录",
    "人民调解受理登记表",
    "人民调解权利义务告知书",
    "当事人身份证明",
    "人民调解记录",
    "人民调解协议书",
    "人民调解回访记录",
    "卷宗封底",
]


def check(suite, case, who=CLERK):
    return suite.ask(ARCHIVE, "check_volume", who, case=case)


def close(suite, case, who=CLERK, **said):
    return suite.ask(ARCHIVE, "close_volume", who, case=case, retention="years_30", **said)


def volume(suite, case, who=CLERK):
    return suite.ask(ARCHIVE, "get_volume", who, case=case)


def file_scan(suite, case, kind, content=None):
    file = base64.b64encode(content or scan()).decode()
    return suite.ask(
        ARCHIVE, "file_scan", CLERK, subject=case, kind=kind, content_base64=file, happened_at=AT
    )


def read(suite, document):
    answer = suite.ask(ARCHIVE, "read_document", CLERK, document=document)
    return base64.b64decode(answer["content_base64"])


def whole(suite, case, without=()):
    """A case that ended with a written agreement, all its papers filed."""
    accept(suite, case)
    for form in PAPERS:
        if form not in without:
            filing(suite, case, form)
    if "identity" not in without:
        file_scan(suite, case, "identity")
    end(suite, case)


def about(suite, case):
    names = [e["type"].split(".")[1] for e in suite.entries(ARCHIVE) if e["subject"] == case]
    return [name for name in names if name not in ("document_filed", "document_read")]


def test_ordinary_volume_goes_from_acceptance_to_the_archive(suite, case):
    whole(suite, case)
    assert (check(suite, case)["ready"], volume(suite, case)["state"]) == (True, "checked")
    closed = close(suite, case)
    shown = volume(suite, case)
    assert (shown["state"], shown["pages"], shown["sha256"]) == (
        "closed", closed["pages"], closed["sha256"],
    )  # fmt: skip
    archived = suite.ask(ARCHIVE, "archive_volume", CLERK, case=case)
    assert archived["state"] == "archived"
    assert about(suite, case) == [
        "volume_opened", "volume_checked", "volume_closed", "volume_archived",
    ]  # fmt: skip


def test_bound_volume_is_archival_in_order_numbered_and_marked(suite, case):
    whole(suite, case)
    closed = close(suite, case)
    pdf = read(suite, closed["volume_document"])
    assert hashlib.sha256(pdf).hexdigest() == closed["sha256"]
    assert (inspect(pdf).is_archival, closed["defects"]) == (True, [])
    leaves = pages(pdf)
    cover, contents, *papers, back = leaves
    assert len(papers) == closed["pages"]
    assert [n for n, leaf in enumerate(papers, 1) if str(n) not in leaf] == []
    assert [title for title, _ in bookmarks(pdf)] == TITLES
    words = (
        "张某与李某邻里纠纷",
        f"岭下人调字第{case}号",
        "赵某、钱某",
        "定期30年",
        "岭下镇人民调解委员会",
    )
    assert [word for word in words if word not in cover] == []
    assert [title for title in TITLES[2:-1] if title not in contents] == []
    assert closed["manifest_sha256"] in back


def test_volume_shows_where_each_paper_stands(suite, case):
    whole(suite, case)
    closed = close(suite, case)
    shown = volume(suite, case)["papers"]
    start, places = 1, []
    for one in shown:
        places.append(start)
        start += one["pages"]
    assert [one["first_page"] for one in shown] == places
    assert start == closed["pages"] + 1
    listed = suite.ask(ARCHIVE, "list_documents", CLERK, subject=case)["documents"]
    assert [one["document"] for one in listed] == [one["document"] for one in shown]


def test_manifest_names_each_paper_and_the_place_in_the_journal(suite, case):
    whole(suite, case)
    places = {e["type"]: n for n, e in enumerate(suite.entries(ARCHIVE), 1)}
    closed = close(suite, case)
    answer = suite.ask(ARCHIVE, "get_volume_manifest", BUREAU, case=case)
    manifest = json.loads(answer["manifest"])
    digest = hashlib.sha256(answer["manifest"].encode()).hexdigest()
    assert (digest, answer["sha256"]) == (closed["manifest_sha256"],) * 2
    shown = volume(suite, case)["papers"]
    assert [p["sha256"] for p in manifest["papers"]] == [p["sha256"] for p in shown]
    assert [p["first_page"] for p in manifest["papers"]] == [p["first_page"] for p in shown]
    assert manifest["journal"]["seq"] == max(places.values())


def test_close_refuses_with_the_names_of_what_is_missing(suite, case):
    whole(suite, case, without=("record", "identity", "follow_up"))
    no = suite.refusal(ARCHIVE, "close_volume", CLERK, case=case, retention="permanent")
    assert (no.code, no.details["missing"]) == (
        "volume_not_ready",
        [
            {"item": "identity", "form": "identity", "name": "当事人身份证明"},
            {"item": "record", "form": "record", "name": "人民调解记录"},
            {"item": "follow_up", "form": "follow_up", "name": "人民调解回访记录"},
        ],
    )
    assert volume(suite, case)["state"] == "open"


def test_check_names_what_is_missing_with_article_and_reason(suite, case):
    whole(suite, case, without=("notice",))
    answer = check(suite, case)
    assert (answer["ready"], answer["state"]) == (False, "open")
    assert answer["missing"] == [
        {
            "item": "notice",
            "form": "notice",
            "forms": ["notice"],
            "why_zh": "证明调解前已告知权利义务",
            "article": f"{LAW}第二十三条、{LAW}第二十四条",
        }
    ]


def test_close_refuses_while_the_case_goes_on(suite, case):
    accept(suite, case)
    no = suite.refusal(ARCHIVE, "close_volume", CLERK, case=case, retention="permanent")
    assert no.code == "case_not_ended"
    assert check(suite, case)["waits_for"] == ["case_not_ended"]


def test_close_refuses_while_a_confirmation_is_open(suite, case):
    whole(suite, case)
    hear(suite, "confirmation_opened", case, confirmation=f"c-{case}")
    no = suite.refusal(ARCHIVE, "close_volume", CLERK, case=case, retention="permanent")
    assert no.code == "confirmation_open"
    hear(suite, "confirmation_ended", case, confirmation=f"c-{case}", how="lapsed")
    assert close(suite, case)["state"] == "closed"


def test_confirmed_agreement_asks_for_the_papers_of_the_court(suite, case):
    whole(suite, case)
    hear(suite, "confirmation_opened", case, confirmation=f"c-{case}")
    hear(suite, "confirmation_ended", case, confirmation=f"c-{case}", how="confirmed")
    items = [lack["item"] for lack in check(suite, case)["missing"]]
    assert items == ["confirmation_application", "court_papers"]
    filing(suite, case, "confirmation_application")
    file_scan(suite, case, "ruling")
    assert check(suite, case)["ready"] is True


@pytest.mark.parametrize(
    ("note", "form", "how", "items"),
    [
        (None, "written", "agreed", [*ALWAYS, "agreement", "follow_up"]),
        (None, "oral", "agreed", [*ALWAYS, "oral_agreement", "follow_up"]),
        ("note-1", "oral", "agreed", ["application", "record", "oral_agreement"]),
        (None, None, "no_agreement", [*ALWAYS, "other_routes_notice"]),
    ],
)
def test_what_is_due_follows_from_kind_and_end(suite, case, note, form, how, items):
    accept(suite, case, note_id=note)
    end(suite, case, how, form)
    shown = volume(suite, case)
    assert [lack["item"] for lack in shown["missing"]] == items
    assert shown["kind"] == ("simple" if note else "oral" if form == "oral" else "complete")


def test_escalated_case_asks_for_its_report(suite, case):
    whole(suite, case)
    hear(suite, "escalation_reported", case, escalation="e-1", to="police", happened_at=AT)
    assert [lack["item"] for lack in check(suite, case)["missing"]] == ["escalation"]


def test_explained_lack_becomes_a_sheet_of_the_volume(suite, case):
    whole(suite, case, without=("follow_up",))
    said = {"item": "follow_up", "reason": "双方已外出务工，电话两次无人接听。"}
    explained = suite.ask(ARCHIVE, "explain_lack", CLERK, case=case, **said)
    assert check(suite, case)["ready"] is True
    closed = close(suite, case)
    *_, sheet, _back = pages(read(suite, closed["volume_document"]))
    assert "本卷缺《人民调解回访记录》。双方已外出务工" in sheet
    assert volume(suite, case)["explained"] == [
        {"item": "follow_up", "document": explained["document"]}
    ]


def test_what_is_there_needs_no_explanation(suite, case):
    whole(suite, case, without=("record",))
    said = {"item": "notice", "reason": "在卷内"}
    no = suite.refusal(ARCHIVE, "explain_lack", CLERK, case=case, **said)
    assert (no.code, no.details["missing"]) == ("item_not_missing", ["record"])


def test_news_of_the_case_opens_a_checked_volume_again(suite, case):
    whole(suite, case)
    check(suite, case)
    hear(suite, "confirmation_opened", case, confirmation=f"c-{case}")
    assert volume(suite, case)["state"] == "open"


def test_late_paper_stays_outside_the_closed_volume(suite, case):
    whole(suite, case)
    before = close(suite, case)
    late = file_scan(suite, case, "performance_proof")
    assert late["late"] is True
    shown = volume(suite, case)
    *_, last = shown["papers"]
    assert (last["document"], last["late"], last["first_page"]) == (late["document"], True, None)
    assert (shown["pages"], shown["sha256"]) == (before["pages"], before["sha256"])
    assert shown["missing"] == []


@pytest.mark.parametrize("verb", ["check_volume", "close_volume", "explain_lack"])
def test_closed_volume_stays_closed(suite, case, verb):
    whole(suite, case)
    close(suite, case)
    said = {"item": "record", "reason": "补"} if verb == "explain_lack" else {}
    no = suite.refusal(ARCHIVE, verb, CLERK, case=case, **said)
    assert (no.code, no.details["state"]) == ("wrong_state", "closed")


def test_archive_takes_closed_volumes_only(suite, case):
    whole(suite, case)
    no = suite.refusal(ARCHIVE, "archive_volume", CLERK, case=case)
    assert (no.code, no.details["state"]) == ("wrong_state", "open")


def test_archive_numbers_are_a_gap_free_series_of_division_and_year(suite, case):
    numbers = []
    for division in (VILLAGE, VILLAGE, "220122100202"):
        one = f"{case}-{len(numbers)}"
        accept(suite, one, division=division)
        end(suite, one, "no_agreement", None)
        for form in ("register", "notice", "record", "other_routes_notice"):
            filing(suite, one, form, CLERK)
        file_scan(suite, one, "identity")
        close(suite, one, OFFICE)
        answer = suite.ask(ARCHIVE, "archive_volume", OFFICE, case=one)
        numbers.append(answer["archive_number"])
    first, second, other = numbers
    assert int(second[-4:]) == int(first[-4:]) + 1
    assert (first[:-4], other) == ("220122100201-2026-", "220122100202-2026-0001")


def test_retention_that_nobody_laid_down_is_asked_for(suite, case):
    whole(suite, case)
    no = suite.refusal(ARCHIVE, "close_volume", CLERK, case=case)
    assert (no.code, no.details["known"]) == (
        "retention_missing", ["permanent", "years_30", "years_10"],
    )  # fmt: skip
    no = suite.refusal(ARCHIVE, "close_volume", CLERK, case=case, retention="for_ever")
    assert no.code == "retention_unknown"


def test_profile_lays_down_order_retention_and_follow_up(suite, case):
    settings = {
        "volume": {
            "order": ["cover", "agreement", "record", "register", "back_cover"],
            "retention": {"default": "long"},
            "retention_classes": [{"code": "long", "label": "长期", "years": None}],
        },
        "follow_up": {"days": 10},
    }
    name = f"p-{case}"
    hear(suite, "profile_published", name, profile=name, version=7, settings=settings)
    accept(suite, case, pins={"profile": name, "profile_version": 7})
    for form in PAPERS:
        filing(suite, case, form)
    file_scan(suite, case, "identity")
    end(suite, case)
    hear(suite, "follow_up_held", case, happened_at="2026-03-13T10:00:00+08:00", performed=True)
    closed = suite.ask(ARCHIVE, "close_volume", CLERK, case=case)
    shown = volume(suite, case)
    assert closed["retention"] == "long"
    assert (shown["retention"], shown["order_from"]) == (
        {"code": "long", "label": "长期", "years": None}, name,
    )  # fmt: skip
    assert [p["form"] for p in shown["papers"]][:3] == ["agreement", "record", "register"]
    verdicts = {head["head"]: head["verdict"] for head in shown["heads"]}
    assert verdicts["follow_up_in_time"] == "failed"


def test_seven_heads_of_the_quality_check(suite, case):
    whole(suite, case)
    close(suite, case)
    assert [(h["head"], h["verdict"]) for h in volume(suite, case)["heads"]] == [
        ("lawful_acceptance", "ok"),
        ("complete_material", "ok"),
        ("standard_forms", "person"),
        ("proper_evidence", "person"),
        ("correct_law", "person"),
        ("follow_up_in_time", "failed"),
        ("correct_binding", "ok"),
    ]


def test_paper_without_its_fonts_is_named_as_a_defect(suite, case):
    whole(suite, case)
    bad = file_scan(suite, case, "evidence", office_file())
    closed = close(suite, case)
    assert closed["defects"] == [bad["document"]]
    assert inspect(read(suite, closed["volume_document"])).pdfa == ""


def test_stale_version_is_refused_when_a_paper_came_since(suite, case):
    whole(suite, case)
    seen = check(suite, case)["version"]
    file_scan(suite, case, "evidence")
    said = {"case": case, "version": seen, "retention": "permanent"}
    assert suite.refusal(ARCHIVE, "close_volume", CLERK, **said).code == "version_stale"


def test_what_the_papers_do_not_say_is_asked_for_by_field(suite, case):
    accept(suite, case, note_id="note-1")
    end(suite, case, "agreed", "oral")
    for form in ("register", "record", "oral_agreement"):
        filing(
            suite,
            case,
            form,
            data=paper(form, **({"mediators": ["赵某"]} if form != "register" else {})),
        )
    said = {
        "bound_by": "孙某",
        "mediators": ["周某"],
        "title": "门前垃圾纠纷",
        "checked_by": "吴某",
    }
    closed = close(suite, case, **said)
    cover, *_, back = pages(read(suite, closed["volume_document"]))
    assert [w for w in ("门前垃圾纠纷", "周某", "孙某") if w not in cover] == []
    assert [w for w in ("孙某", "吴某") if w not in back] == []


def test_hearing_in_any_order_gives_the_same_volume(suite, case):
    one, other = f"{case}-a", f"{case}-b"
    whole(suite, one)
    end(suite, other)
    file_scan(suite, other, "identity")
    for form in PAPERS:
        filing(suite, other, form)
    accept(suite, other)
    shown = [volume(suite, c) for c in (one, other)]
    facts = [(v["state"], v["kind"], [p["form"] for p in v["papers"]], v["missing"]) for v in shown]
    assert facts[0] == facts[1]


def test_volume_is_for_those_of_its_division_and_its_mediator(suite, case):
    accept(suite, case, CLERK)
    colleague = principal("mediator", "m-02", VILLAGE)
    for who in (STRANGER, colleague):
        assert suite.refusal(ARCHIVE, "get_volume", who, case=case).code == "not_found"
        assert suite.refusal(ARCHIVE, "check_volume", who, case=case).code == "not_found"
        assert case not in [v["case"] for v in suite.ask(ARCHIVE, "list_volumes", who)["volumes"]]
    listed = suite.ask(ARCHIVE, "list_volumes", MEDIATOR, state="open")["volumes"]
    assert case in [v["case"] for v in listed]
    none = suite.ask(ARCHIVE, "list_volumes", CLERK, division="220122100209")["volumes"]
    assert none == []
