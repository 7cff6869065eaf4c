"""Scans and photos become pages: upright, whole, or refused with a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.document_archive.drivers.binder import bind
from services.document_archive.drivers.inspect import inspect
from services.document_archive.drivers.parts import Part
from services.document_archive.drivers.scans import Inside, UnreadableScan, as_pdf, inside
from tests.unit.document_archive.papers import paper
from tests.unit.document_archive.pictures import jpeg, png
from tests.unit.document_archive.reading import pixel, sizes
from tests.unit.document_archive.scans import locked, scan

OTHER_PNG = "这种 PNG 不能归档（带透明层、隔行或高位深），请另存为 JPEG 或 PDF"
TALL, WIDE = {(595, 842)}, {(842, 595)}
RED, BLUE = (255, 0, 0), (0, 0, 255)


def test_pdf_stays_as_it_is():
    content = scan(3)
    assert (as_pdf(content), inside(content)) == (content, Inside(3, ""))


@pytest.mark.parametrize(
    ("content", "size", "colour"),
    [
        (png(), WIDE, RED),
        (png(20, 40), TALL, RED),
        (png(colour=0, row=b"\x80"), WIDE, (128, 128, 128)),
        (png(colour=3, row=b"\x00"), WIDE, BLUE),
    ],
)
def test_png_becomes_an_a4_page_in_its_colours(content, size, colour):
    pdf = as_pdf(content)
    assert (sizes(pdf), pixel(pdf, 0, 0.5, 0.5)) == (size, colour)


@pytest.mark.parametrize(
    ("turn", "size"), [(1, WIDE), (3, WIDE), (6, TALL), (8, TALL), (None, WIDE)]
)
def test_jpeg_of_a_phone_stands_upright(turn, size):
    assert sizes(as_pdf(jpeg(40, 20, turn=turn))) == size


def test_jpeg_is_drawn():
    assert pixel(as_pdf(jpeg()), 0, 0.5, 0.5) == (128, 128, 128)


@pytest.mark.parametrize("content", [png(), jpeg()])
def test_volume_with_a_picture_is_archival(content):
    part = Part("evidence", "照片", as_pdf(content))
    volume = bind(paper("cover"), [part], paper("back_cover"))
    assert (inspect(volume.pdf).is_archival, volume.defects) == (True, ())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "只收 PDF、JPEG、PNG 文件"),
        (b"PK\x03\x04 word", "只收 PDF、JPEG、PNG 文件"),
        (b"%PDF-1.7 nothing", "不是 PDF 文件，或者文件已损坏"),
        (locked(), "文件有密码，打不开"),
        (jpeg()[:-2], "JPEG 文件不完整，请重新拍照或扫描"),
        (jpeg(colours=4), "这种 JPEG 不能归档（印刷色或高位深），请另存为普通 JPEG 或 PDF"),
        (jpeg(bits=12), "这种 JPEG 不能归档（印刷色或高位深），请另存为普通 JPEG 或 PDF"),
        (jpeg(60_000, 60_000), "图片过大或者是空的，请用较低的分辨率重新拍照或扫描"),
        (png(colour=6, row=b"\xff\x00\x00\x00"), OTHER_PNG),
        (png(interlaced=1), OTHER_PNG),
        (png()[:-30], "PNG 文件不完整，请重新保存"),
        (png(row=b"\xff\x00"), "PNG 文件已损坏，请重新保存"),
    ],
)
def test_what_cannot_be_bound_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(UnreadableScan) as refused:
        as_pdf(content)
    assert str(refused.value) == sentence


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_cut_or_changed_picture_is_a_page_or_a_refusal(data):
    whole = data.draw(st.sampled_from([png(), jpeg(), jpeg(turn=6), png(colour=3, row=b"\x00")]))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + 1 :]
    with suppress(UnreadableScan):
        assert inside(as_pdf(broken)).pages == 1
