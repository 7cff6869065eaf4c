"""Packets for the court: what is asked for, named where it is missing; never what was said."""

import base64
import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.document_archive.drivers.inspect import inspect
from services.document_archive.drivers.press import press
from services.document_archive.forms.catalogue import forms
from shared.testing.people import CLERK, MEDIATOR, STRANGER
from tests.system.document_archive.neighbours import ARCHIVE, AT, accept, end, filing
from tests.unit.document_archive.papers import FORMS, paper
from tests.unit.document_archive.reading import bookmarks, pages, text
from tests.unit.document_archive.scans import scan

MAY_LEAVE = {
    "confirmation_application",
    "agreement",
    "proof_of_mediation",
    "identity",
    "power_of_attorney",
    "address_confirmation",
    "evidence",
}
UNTITLED = {"cover", "back_cover", "packet_manifest"}  # they bear no title of their own
SAID = "甲方私下愿让两千"  # words of a session, which must never leave


def encoded(pdf):
    return base64.b64encode(pdf).decode()


def printed(form, **changes):
    return encoded(press(form, paper(form, **changes)).pdf)


def assemble(suite, case, who=MEDIATOR, **said):
    return suite.ask(ARCHIVE, "assemble_packet", who, subject=case, **said)


def refused(suite, case, who=MEDIATOR, **said):
    return suite.refusal(ARCHIVE, "assemble_packet", who, subject=case, **said)


def scanned(suite, case, kind, pages_=1):
    said = {"kind": kind, "content_base64": encoded(scan(pages_)), "happened_at": AT}
    return suite.ask(ARCHIVE, "file_scan", MEDIATOR, subject=case, **said)


@pytest.fixture
def filed(suite, case):
    """A case with an agreement, a record and two proofs of identity."""
    accept(suite, case)
    for form in ("agreement", "record"):
        filing(suite, case, form)
    for count in (1, 2):
        scanned(suite, case, "identity", count)
    return case


def test_packet_holds_application_papers_and_extras_in_order(suite, filed):
    extra = [
        {"title": "调解组织主持调解证明", "pdf_base64": printed("proof_of_mediation")},
        {"title": "送达地址确认书（张某）", "pdf_base64": printed("address_confirmation")},
    ]
    answer = assemble(
        suite, filed, application_base64=printed("confirmation_application"),
        forms=["agreement", "identity"], extra=extra, court="岭下县人民法院",
    )  # fmt: skip
    pdf = base64.b64decode(answer["packet_base64"])
    titles = [
        "司法确认申请书", "人民调解协议书", "当事人身份证明", "当事人身份证明",
        "调解组织主持调解证明", "送达地址确认书（张某）",
    ]  # fmt: skip
    assert [row["title"] for row in answer["manifest"]] == titles
    assert [title for title, _ in bookmarks(pdf)] == [*titles, "送交材料清单"]
    assert hashlib.sha256(pdf).hexdigest() == answer["sha256"]
    assert sum(row["pages"] for row in answer["manifest"]) == answer["pages"] == len(pages(pdf)) - 1
    assert inspect(pdf).is_archival
    last = pages(pdf)[-1]
    words = (
        "岭下县人民法院",
        "岭下镇人民调解委员会",
        *(row["sha256"] for row in answer["manifest"]),
    )
    assert [word for word in words if word not in last] == []


def test_manifest_names_documents_of_the_archive(suite, filed):
    answer = assemble(suite, filed, forms=["agreement"])
    (row,) = answer["manifest"]
    shown = suite.ask(ARCHIVE, "get_document", CLERK, document=row["document"])
    assert (row["form"], row["sha256"], row["pages"]) == (
        "agreement", shown["sha256"], shown["pages"],
    )  # fmt: skip


def test_missing_papers_are_named(suite, filed):
    no = refused(suite, filed, forms=["agreement", "power_of_attorney", "evidence"])
    assert (no.code, no.details["missing"]) == (
        "papers_missing", ["授权委托书", "人民调解证据材料"],
    )  # fmt: skip


def test_large_packet_is_fetched_in_parts(suite, filed):
    said = {"forms": ["agreement", "identity"]}
    whole = base64.b64decode(assemble(suite, filed, **said)["packet_base64"])
    parts, total = b"", 1
    while len(parts) < total:
        answer = assemble(suite, filed, **said, offset=len(parts), limit=50_000)
        parts += base64.b64decode(answer["packet_base64"])
        total = answer["total"]
    assert parts == whole


def test_only_the_latest_agreement_leaves(suite, filed):
    newer = filing(suite, filed, "agreement", happened_at="2026-03-02T09:00:00+08:00")
    (row,) = assemble(suite, filed, forms=["agreement"])["manifest"]
    assert row["document"] == newer["document"]


def test_packet_of_a_case_out_of_scope_lacks_everything(suite, filed):
    no = refused(suite, filed, STRANGER, forms=["agreement"])
    assert no.code == "papers_missing"


@pytest.mark.parametrize("form", sorted(set(forms()) - MAY_LEAVE))
def test_form_that_may_not_leave_is_refused_by_name(suite, filed, form):
    no = refused(suite, filed, forms=["agreement", form])
    assert (no.code, no.details["forms"]) == ("packet_not_allowed", [form])


@pytest.mark.parametrize("form", sorted(set(FORMS) - MAY_LEAVE - UNTITLED))
def test_printed_form_that_may_not_leave_is_known_under_any_title(suite, filed, form):
    extra = [{"title": "房屋产权证明", "pdf_base64": printed(form)}]
    no = refused(suite, filed, extra=extra)
    assert (no.code, no.details["forms"]) == ("packet_not_allowed", [form])
    no = refused(suite, filed, application_base64=printed(form))
    assert no.code == "packet_not_allowed"


def test_paper_of_the_archive_does_not_leave_as_an_extra(suite, filed):
    other = scanned(suite, filed, "performance_proof", 3)
    read = suite.ask(ARCHIVE, "read_document", MEDIATOR, document=other["document"])
    extra = [{"title": "房屋产权证明", "pdf_base64": read["content_base64"]}]
    no = refused(suite, filed, extra=extra)
    assert (no.code, no.details["forms"]) == ("packet_not_allowed", ["performance_proof"])


def test_bound_volume_does_not_leave_as_an_extra(suite, filed):
    for form in ("register", "notice", "follow_up"):
        filing(suite, filed, form)
    end(suite, filed)
    closed = suite.ask(ARCHIVE, "close_volume", CLERK, case=filed, retention="permanent")
    read = suite.ask(ARCHIVE, "read_document", CLERK, document=closed["volume_document"])
    no = refused(suite, filed, extra=[{"title": "卷", "pdf_base64": read["content_base64"]}])
    assert (no.code, no.details["forms"]) == ("packet_not_allowed", ["volume"])


def test_packet_leaves_an_audit_entry_and_nothing_else(suite, filed):
    before = suite.events(ARCHIVE)
    answer = assemble(suite, filed, forms=["agreement"])
    *rest, last = suite.entries(ARCHIVE)
    assert [e["type"].split(".")[1] for e in rest] == before
    assert (last["type"].split(".")[1], last["actor"], last["data"]["sha256"]) == (
        "packet_assembled", MEDIATOR.actor, answer["sha256"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def full(suite):
    """A case in which every form was filed, each paper with words of a session in it."""
    accept(suite, "case-full")
    for form in FORMS:
        data = paper(form)
        said = {k: SAID for k in ("body", "facts", "situation", "danger", "text") if k in data}
        filing(suite, "case-full", form, data={**data, **(said if form not in MAY_LEAVE else {})})
    for kind in ("identity", "authority", "evidence", "investigation", "other"):
        scanned(suite, "case-full", kind)
    return "case-full"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    asked=st.lists(st.sampled_from([*sorted(forms()), "other", "volume"]), unique=True, max_size=5),
    brought=st.lists(st.sampled_from(sorted(FORMS)), unique=True, max_size=3),
)
def test_no_packet_ever_holds_what_was_said_in_mediation(suite, full, asked, brought):
    extra = [{"title": "证明", "pdf_base64": printed(form)} for form in brought]
    barred = (set(asked) | set(brought)) - MAY_LEAVE
    if barred or not asked + brought:
        no = refused(suite, full, forms=asked, extra=extra)
        assert no.code == ("packet_not_allowed" if barred else "form_incomplete")
        return
    answer = assemble(suite, full, forms=asked, extra=extra)
    left = text(base64.b64decode(answer["packet_base64"]))
    assert (SAID in left, "人民调解记录" in left) == (False, False)
