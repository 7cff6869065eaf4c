"""Papers filed after their acts: once, sealed, found again by those who may see them."""

import base64
import hashlib

import pytest

from services.document_archive.service import DocumentArchive
from shared.access.principal import Principal
from shared.contracts.fields import FILE_LIMIT
from shared.testing.people import BUREAU, CLERK, MEDIATOR, STRANGER, VILLAGE, principal
from shared.testing.running import running
from tests.system.document_archive.neighbours import ARCHIVE, AT, accept, filing, hear
from tests.unit.document_archive.papers import FORMS, paper
from tests.unit.document_archive.pictures import jpeg, png
from tests.unit.document_archive.reading import text
from tests.unit.document_archive.scans import scan

COLLEAGUE = principal("mediator", "m-02", VILLAGE)
SYSTEM = Principal.system("intake")
FILE = base64.b64encode(scan()).decode()


def listed(suite, case, who=CLERK):
    return suite.ask(ARCHIVE, "list_documents", who, subject=case)["documents"]


def content(suite, document, who=CLERK):
    whole, total = b"", 1
    while len(whole) < total:
        where = {"document": document, "offset": len(whole), "limit": 20_000}
        part = suite.ask(ARCHIVE, "read_document", who, **where)
        whole += base64.b64decode(part["content_base64"])
        total = part["total"]
    return whole


def entries_about(suite, case):
    return [e for e in suite.entries(ARCHIVE) if e["subject"] == case]


def test_file_document_twice_with_one_id_is_one_document(suite, case):
    once = filing(suite, case, "notice", SYSTEM, command_id=f"entry-{case}")
    again = filing(suite, case, "notice", SYSTEM, command_id=f"entry-{case}")
    assert again == once
    assert [d["document"] for d in listed(suite, case, SYSTEM)] == [once["document"]]
    assert len(entries_about(suite, case)) == 1


def test_other_content_under_a_used_id_is_refused(suite, case):
    filing(suite, case, "notice", SYSTEM, command_id=f"entry-{case}")
    said = {"subject": case, "form": "record", "data": paper("record"), "happened_at": AT}
    no = suite.refusal(ARCHIVE, "file_document", SYSTEM, command_id=f"entry-{case}", **said)
    assert no.code == "command_id_reused"


def test_filed_paper_is_read_back_in_parts_as_it_was_hashed(suite, case):
    filed = filing(suite, case, "agreement")
    pdf = content(suite, filed["document"], MEDIATOR)
    assert hashlib.sha256(pdf).hexdigest() == filed["sha256"]
    assert "张某" in text(pdf)


def test_missing_fields_are_named_with_their_labels(suite, case):
    data = paper("notice", parties=[{"name": "张某"}, {"name": " "}], mediators=[])
    no = suite.refusal(ARCHIVE, "file_document", SYSTEM, subject=case, form="notice", data=data)
    assert (no.code, no.details["fields"]) == (
        "form_incomplete",
        [
            {"name": "parties[1].name", "label": "当事人姓名或名称"},
            {"name": "mediators", "label": "告知人"},
        ],
    )
    assert listed(suite, case, SYSTEM) == []


@pytest.mark.parametrize(
    ("form", "changes", "code"),
    [
        ("no_such_form", {}, "form_unknown"),
        ("notice", {"data": {**paper("notice"), "date": {"a": [1]}}}, "form_data_wrong"),
        ("notice", {"attachment_base64": FILE}, "attachment_not_taken"),
        ("court_papers", {}, "attachment_missing"),
        ("court_papers", {"attachment_base64": "AAAA"}, "scan_unreadable"),
    ],
)
def test_what_cannot_be_filed_is_refused(suite, case, form, changes, code):
    said = {"data": paper("notice"), **changes}
    no = suite.refusal(ARCHIVE, "file_document", SYSTEM, subject=case, form=form, **said)
    assert no.code == code
    assert listed(suite, case, SYSTEM) == []


def test_form_from_elsewhere_brings_its_file(suite, case):
    file = base64.b64encode(scan(2)).decode()
    said = {"data": {"title": "民事裁定书", "number": "1"}, "attachment_base64": file}
    filed = filing(suite, case, "court_papers", SYSTEM, **said)
    (shown,) = listed(suite, case, SYSTEM)
    assert (filed["pages"], shown["title"], shown["version"]) == (2, "民事裁定书", None)


@pytest.mark.parametrize("picture", [scan(), jpeg(), png()])
@pytest.mark.parametrize(
    ("kind", "form"), [("identity", "identity"), ("ruling", "court_papers"), ("other", "other")]
)
def test_scan_is_filed_as_the_paper_it_is(suite, case, kind, form, picture):
    said = {"kind": kind, "content_base64": base64.b64encode(picture).decode()}
    filed = suite.ask(ARCHIVE, "file_scan", CLERK, subject=case, happened_at=AT, **said)
    assert (filed["form"], filed["pages"]) == (form, 1)
    assert content(suite, filed["document"]).startswith(b"%PDF-")


def test_scan_refuses_what_only_says_that_it_is_a_picture(suite, case):
    file = base64.b64encode(b"MZ this is a program").decode()
    no = suite.refusal(
        ARCHIVE, "file_scan", CLERK, subject=case, kind="evidence", content_base64=file
    )
    assert (no.code, no.message) == ("scan_unreadable", "只收 PDF、JPEG、PNG 文件")


def test_scan_over_the_limit_is_refused_by_its_shape(suite, case):
    file = base64.b64encode(scan() + b"\0" * FILE_LIMIT).decode()
    no = suite.refusal(ARCHIVE, "file_scan", CLERK, subject=case, kind="other", content_base64=file)
    assert (no.code, list(no.details["fields"])) == ("invalid", ["content_base64"])


def test_paper_of_an_unknown_subject_is_for_its_filer_and_the_system(suite, case):
    mine = filing(suite, case, "notice", CLERK)["document"]
    seen = [bool(listed(suite, case, who)) for who in (CLERK, SYSTEM, BUREAU, COLLEAGUE)]
    assert seen == [True, True, False, False]
    no = suite.refusal(ARCHIVE, "read_document", BUREAU, document=mine)
    assert no.code == "not_found"


def test_registered_case_shows_its_papers_to_the_division(suite, case):
    filing(suite, case, "refusal_notice", SYSTEM)
    hear(suite, "case_registered", case, MEDIATOR, division=VILLAGE, version=1)
    seen = [bool(listed(suite, case, who)) for who in (CLERK, BUREAU, COLLEAGUE, STRANGER)]
    assert seen == [True, True, True, False]
    no = suite.refusal(ARCHIVE, "get_volume", CLERK, case=case)
    assert no.code == "not_found"


def test_assigned_case_is_closed_to_other_mediators(suite, case):
    accept(suite, case, CLERK)
    document = filing(suite, case, "notice")["document"]
    people = (MEDIATOR, COLLEAGUE, STRANGER, CLERK, BUREAU)
    seen = [bool(listed(suite, case, who)) for who in people]
    assert seen == [True, False, False, True, True]
    for verb, about in (("get_document", document), ("read_document", document)):
        assert suite.refusal(ARCHIVE, verb, COLLEAGUE, document=about).code == "not_found"
    data = {"data": paper("record"), "form": "record"}
    no = suite.refusal(ARCHIVE, "file_document", COLLEAGUE, subject=case, **data)
    assert no.code == "not_found"


def test_replaced_mediator_no_longer_sees_the_case(suite, case):
    accept(suite, case, CLERK)
    filing(suite, case, "notice")
    hear(suite, "case_assigned", case, mediator="m-02", how="chosen", replaces="m-01")
    assert [bool(listed(suite, case, who)) for who in (MEDIATOR, COLLEAGUE)] == [False, True]


def test_who_registered_the_case_sees_it_whoever_has_it(suite, case):
    accept(suite, case, COLLEAGUE)
    filing(suite, case, "notice")
    assert [bool(listed(suite, case, who)) for who in (MEDIATOR, COLLEAGUE)] == [True, True]


def test_search_finds_numbers_titles_forms_and_not_what_papers_say(suite, case):
    accept(suite, case)
    document = filing(suite, case, "oral_agreement")["document"]

    def found(words, who=CLERK):
        hits = suite.ask(ARCHIVE, "search", who, text=words)["found"]
        return [hit["document"] for hit in hits if hit["subject"] == case]

    for words in (f"岭下人调字第{case}", "口头协议登记", "oral_agreement"):
        assert found(words) == [document]
    for words in ("张某", "装修垃圾", "%", "_ral"):
        assert found(words) == []
    assert found("oral_agreement", STRANGER) == []


def test_opening_a_document_leaves_an_audit_entry(suite, case):
    accept(suite, case)
    document = filing(suite, case, "notice")["document"]
    content(suite, document, BUREAU)
    *_, last = entries_about(suite, case)
    assert (last["type"], last["actor"], last["data"]) == (
        "document_archive.document_read.v1",
        BUREAU.actor,
        {"document": document},
    )


def test_entries_carry_no_names(suite, case):
    for form in FORMS:
        filing(suite, case, form)
    said = "".join(str(entry) for entry in entries_about(suite, case))
    assert [name for name in ("张某", "李某", "赵某", "岭下", "13800000000") if name in said] == []


def test_stamp_of_the_site_is_printed_on_every_page(tmp_path):
    with running(tmp_path, [DocumentArchive], stamp="演示") as suite:
        filed = filing(suite, "case-1", "agreement")
        pdf = content(suite, filed["document"], MEDIATOR)
    assert text(pdf).count("【演示】") == filed["pages"]


def test_render_form_stores_nothing(suite):
    before = suite.events(ARCHIVE)
    answer = suite.ask(ARCHIVE, "render_form", CLERK, form="notice", data=paper("notice"))
    pdf = base64.b64decode(answer["pdf_base64"])
    assert (answer["pages"], "告知" in text(pdf)) == (2, True)
    assert suite.events(ARCHIVE) == before
