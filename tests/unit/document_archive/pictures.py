"""Small pictures, made byte by byte."""

import struct
import zlib

# 1 x 1 grey pixel, baseline JPEG: quantisation all ones, one Huffman code each
_TABLES = (
    b"\xff\xdb\x00\x43\x00"
    + b"\x01" * 64
    + b"\xff\xc4\x00\x14\x00\x01"
    + b"\x00" * 15
    + b"\x00"
    + b"\xff\xc4\x00\x14\x10\x01"
    + b"\x00" * 15
    + b"\x00"
)


def jpeg(width=1, height=1, colours=1, bits=8, turn=None):
    """A JPEG whose frame says so; its scan holds one block, which is enough for one pixel."""
    parts = b"".join(bytes((n + 1, 0x11, 0)) for n in range(colours))
    frame = struct.pack(">HBHHB", 8 + 3 * colours, bits, height, width, colours) + parts
    ends = b"".join(bytes((n + 1, 0)) for n in range(colours))
    scan = struct.pack(">HB", 6 + 2 * colours, colours) + ends + b"\x00\x3f\x00"
    exif = b"\xff\xe1" + _exif(turn) if turn else b""
    return b"".join(
        (b"\xff\xd8", exif, _TABLES, b"\xff\xc0", frame, b"\xff\xda", scan, b"\x3f", b"\xff\xd9")
    )


def _exif(turn):
    tiff = b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHIHH", 0x0112, 3, 1, turn, 0)
    body = b"Exif\x00\x00" + tiff + b"\x00" * 4
    return struct.pack(">H", len(body) + 2) + body


def _chunk(kind, body):
    whole = kind + body
    return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width=40, height=20, colour=2, bits=8, interlaced=0, row=b"\xff\x00\x00"):
    """A PNG of one colour; `row` is a pixel."""
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced)
    palette = _chunk(b"PLTE", b"\x00\x00\xff") if colour == 3 else b""
    rows = zlib.compress((b"\x00" + row * width) * height)
    parts = _chunk(b"IHDR", head) + palette + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
