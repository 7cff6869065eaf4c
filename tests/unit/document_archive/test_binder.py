from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.document_archive.drivers.binder import bind, packet
from services.document_archive.drivers.inspect import Findings, inspect
from services.document_archive.drivers.parts import Defect, Part, Span, UnreadablePart, spans
from services.document_archive.drivers.press import FormIncomplete, press
from services.document_archive.forms.catalogue import forms
from tests.unit.document_archive.papers import COMMITTEE, NUMBER, paper
from tests.unit.document_archive.reading import bookmarks, characters, pages, pixel, squeezed
from tests.unit.document_archive.scans import locked, office_file, scan, scripted, stamped

FRONT = 2  # cover and contents list


def printed(form):
    return Part(form, forms()[form].zh, press(form, paper(form)).pdf)


def case_file():
    return [
        printed("application"),
        printed("notice"),
        Part("identity", "当事人身份证明", scan(pages=2), "复印件"),
        printed("agreement"),
        printed("explanation"),
    ]


def bound(parts, stamp=None):
    return bind(paper("cover"), parts, paper("back_cover", total_pages=None), stamp)


INDEX = (
    Span(1, "人民调解申请书", 1, 1),
    Span(2, "人民调解权利义务告知书", 2, 3),
    Span(3, "当事人身份证明", 4, 5),
    Span(4, "人民调解协议书", 6, 7),
    Span(5, "卷宗情况说明", 8, 8),
)


def test_bind_makes_one_archival_file():
    volume = bound(case_file())
    assert inspect(volume.pdf) == Findings(
        pages=FRONT + 8 + 1,
        pdfa="2B",
        has_output_intent=True,
        unembedded_fonts=(),
        syntax_problems=(),
    )
    assert (volume.pages, volume.index, volume.defects) == (8, INDEX, ())


def test_bind_gives_the_same_bytes_for_the_same_papers():
    assert bound(case_file()).pdf == bound(case_file()).pdf


def test_bind_bookmarks_every_part():
    assert bookmarks(bound(case_file()).pdf) == [
        ("卷宗封面", 0),
        ("卷内目录", 1),
        *((span.title, FRONT + span.first_page - 1) for span in INDEX),
        ("卷宗封底", FRONT + 8),
    ]


def test_contents_list_tells_titles_pages_and_remarks():
    listed = pages(bound(case_file()).pdf)[1]
    head = squeezed(f"卷内目录{COMMITTEE}卷号：{NUMBER}序号文书名称页号备注")
    assert listed == head + (
        "1人民调解申请书1"
        "2人民调解权利义务告知书2—3"
        "3当事人身份证明4—5复印件"
        "4人民调解协议书6—7"
        "5卷宗情况说明8"
    )


def test_back_cover_tells_the_total():
    assert "本卷页数共8页" in pages(bound(case_file()).pdf)[-1]


def corner_marks(pdf):
    """Corner and text of what stands above the head of each page."""
    found = {}
    for page, char, (left, _, _, top) in characters(pdf):
        if top > 842 - 36:
            side, text = found.get(page, ("left" if left < 297 else "right", ""))
            found[page] = (side, text + char)
    return found


def test_content_pages_are_numbered_front_right_back_left_and_no_others():
    assert corner_marks(bound(case_file()).pdf) == {
        FRONT + number - 1: ("right" if number % 2 else "left", str(number))
        for number in range(1, 9)
    }


def test_stamp_stands_beside_each_number_and_on_the_sheets_of_the_binder():
    pdf = bound(case_file(), stamp="演示").pdf
    assert corner_marks(pdf) == {
        FRONT + number - 1: ("right" if number % 2 else "left", f"演示{number}")
        for number in range(1, 9)
    }
    own = pages(pdf)
    assert [own[place].count("【演示】") for place in (0, 1, -1)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("size", "rotated"),
    [((595, 842), 0), ((842, 595), 0), ((595, 842), 90), ((595, 842), 180), ((595, 842), 270)],
)
def test_number_stands_upright_in_the_corner_of_a_turned_scan(size, rotated):
    pdf = bound([Part("evidence", "照片", scan(2, size, rotated))]).pdf
    white, grey = (255, 255, 255), (102, 102, 102)
    tall = (size[0] < size[1]) == (rotated % 180 == 0)
    near, low = (28 / 595, 24 / 842) if tall else (28 / 842, 24 / 595)
    corners = [
        [pixel(pdf, page, across, low) for across in (near, 1 - near)]
        for page in (FRONT, FRONT + 1)
    ]
    assert corners == [[grey, white], [white, grey]]


def test_number_keeps_its_share_of_a_large_photo():
    pdf = bound([Part("evidence", "照片", scan(1, (4000, 3000)))]).pdf
    assert pixel(pdf, FRONT, 1 - 28 / 793, 24 / 595) == (255, 255, 255)


def test_bind_leaves_scripts_outside():
    pdf = bound([Part("evidence", "网页", scripted())]).pdf
    with pikepdf.open(BytesIO(pdf)) as book:
        keys = {key for page in book.pages for key in page.obj}
        left = [
            item for item in book.objects if isinstance(item, pikepdf.Dictionary) and "/JS" in item
        ]
        assert ("/OpenAction" in book.Root, "/AA" in keys, left) == (False, False, [])


def test_bind_keeps_a_stamp_that_was_a_note_on_the_page():
    pdf = bound([Part("evidence", "裁定书", stamped())]).pdf
    assert pixel(pdf, FRONT, 250 / 595, 1 - 450 / 842) == (255, 0, 0)


def test_bind_names_the_part_that_is_no_pdfa_and_makes_no_claim():
    volume = bound([printed("application"), Part("court_papers", "裁定书", office_file())])
    assert volume.defects == (Defect(2, "裁定书", ("SimSun",)),)
    assert inspect(volume.pdf).pdfa == ""


@pytest.mark.parametrize("file", [b"", b"<html>", locked()], ids=["empty", "page", "locked"])
def test_bind_refuses_a_part_that_cannot_be_read(file):
    with pytest.raises(UnreadablePart) as refused:
        bound([printed("application"), Part("evidence", "录音整理", file)])
    assert (refused.value.no, refused.value.title) == (2, "录音整理")


def test_bind_refuses_an_empty_volume():
    with pytest.raises(FormIncomplete) as refused:
        bound([])
    assert refused.value.fields == [("rows", "卷内文书")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_spans_follow_each_other_without_gap(counts):
    parts = [Part("evidence", str(count), b"") for count in counts]
    books = []
    for count in counts:
        book = pikepdf.new()
        for _ in range(count):
            book.add_blank_page()
        books.append(book)
    found = spans(parts, books)
    walked = [page for span in found for page in range(span.first_page, span.last_page + 1)]
    assert walked == list(range(1, sum(counts) + 1))
    assert [span.last_page - span.first_page + 1 for span in found] == counts


def court_papers():
    return [
        printed("agreement"),
        printed("proof_of_mediation"),
        printed("confirmation_application"),
        Part("identity", "身份证明", scan()),
    ]


TITLE = "张某、李某申请司法确认材料"


def test_packet_puts_the_application_first_and_a_manifest_last():
    pdf = packet(TITLE, court_papers(), paper("packet_manifest"))
    assert bookmarks(pdf) == [
        ("司法确认申请书", 0),
        ("人民调解协议书", 2),
        ("调解组织主持调解证明", 4),
        ("身份证明", 5),
        ("送交材料清单", 6),
    ]
    assert inspect(pdf) == Findings(
        pages=7, pdfa="2B", has_output_intent=True, unembedded_fonts=(), syntax_problems=()
    )


def test_packet_manifest_tells_pages_and_checksums_of_the_papers():
    parts = court_papers()
    digests = {part.form: sha256(part.pdf).hexdigest() for part in parts}
    listed = pages(packet(TITLE, parts, paper("packet_manifest")))[-1]
    rows = listed[listed.index("页数页号") + 4 : listed.index("表样")]
    assert rows == "".join(
        [
            f"1司法确认申请书{digests['confirmation_application']}21—2",
            f"2人民调解协议书{digests['agreement']}23—4",
            f"3调解组织主持调解证明{digests['proof_of_mediation']}15",
            f"4身份证明{digests['identity']}16",
        ]
    )
    assert TITLE in listed


def test_packet_gives_the_same_bytes_for_the_same_papers():
    first, second = (packet(TITLE, court_papers(), paper("packet_manifest")) for _ in range(2))
    assert first == second


def test_packet_keeps_the_text_of_its_papers():
    parts = court_papers()
    in_order = [parts[2], parts[0], parts[1], parts[3]]
    alone = [page for part in in_order for page in pages(part.pdf)]
    bound_pages = pages(packet(TITLE, parts, paper("packet_manifest")))[:-1]
    assert bound_pages == [f"{page}{number}" for number, page in enumerate(alone, start=1)]
