from dataclasses import replace

import pytest

from services.document_archive.drivers.inspect import Findings, UnreadablePdf, inspect
from services.document_archive.drivers.press import press
from tests.unit.document_archive.papers import paper
from tests.unit.document_archive.scans import locked, office_file, scan, with_broken_stream


def test_inspect_sheet_of_our_press():
    found = inspect(press("agreement", paper("agreement")).pdf)
    assert found == Findings(
        pages=2, pdfa="2B", has_output_intent=True, unembedded_fonts=(), syntax_problems=()
    )
    assert found.is_archival


def test_inspect_scan_claims_nothing():
    found = inspect(scan(pages=3))
    assert found == Findings(
        pages=3, pdfa="", has_output_intent=False, unembedded_fonts=(), syntax_problems=()
    )
    assert not found.is_archival


@pytest.mark.parametrize(
    "fault",
    [
        {"pdfa": ""},
        {"has_output_intent": False},
        {"unembedded_fonts": ("SimSun",)},
        {"syntax_problems": ("bad stream",)},
    ],
    ids=str,
)
def test_one_fault_is_enough_not_to_be_archival(fault):
    sound = inspect(press("notice", paper("notice")).pdf)
    assert (sound.is_archival, replace(sound, **fault).is_archival) == (True, False)


@pytest.mark.parametrize("font", ["SimSun", "FangSong_GB2312"])
def test_inspect_names_fonts_that_are_not_embedded(font):
    assert inspect(office_file(font)).unembedded_fonts == (font,)


def test_inspect_finds_a_font_written_inside_the_page():
    """Our factory writes the font dictionary in place, not as an object of its own."""
    assert b"/FontDescriptor" not in office_file()
    assert inspect(office_file()).unembedded_fonts == ("SimSun",)


def test_inspect_tells_of_a_stream_that_cannot_be_unpacked():
    found = inspect(with_broken_stream())
    assert len(found.syntax_problems) > 0
    assert not found.is_archival


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"", "不是 PDF 文件，或者文件已损坏"),
        (b"\x89PNG\r\n", "不是 PDF 文件，或者文件已损坏"),
        (locked(), "文件有密码，打不开"),
    ],
    ids=["empty", "picture", "locked"],
)
def test_inspect_refuses_what_it_cannot_open(file, why):
    with pytest.raises(UnreadablePdf, match=f"^{why}$"):
        inspect(file)
