"""Pictures as PDF can carry them: JPEG (ISO 10918) and PNG (ISO 15948) are not decoded, only
described; what cannot be carried as it is gets refused.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PNG, JPEG, EXIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"Exif\0\0"
PIXEL_LIMIT = 50_000_000
STEP = 1 << 20
MARK, APP1, SCAN, END = 0xFF, 0xE1, 0xDA, b"\xff\xd9"  # JPEG markers
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15
ORIENTATION = 0x0112
TURNS = {3: 180, 6: 90, 8: 270}  # EXIF orientation → degrees clockwise
SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
GREY, COLOUR, INDEXED = 0, 2, 3  # colour types of PNG without transparency
FRAME, HEAD = struct.Struct(">BHHB"), struct.Struct(">IIBBBBB")


class UnreadablePicture(ValueError):
    """The text says in Chinese what is wrong and what to do."""


@dataclass(frozen=True)
class Picture:
    """A picture to be placed: size in pixels, the compressed data, the entries of its dictionary
    in PDF syntax, and the turn (degrees clockwise) that makes it upright.
    """

    width: int
    height: int
    data: bytes
    entries: Mapping[str, str]
    turn: int = 0


def picture(content: bytes) -> Picture:
    """What kind of picture it is by its own bytes; raises UnreadablePicture."""
    if content.startswith(JPEG):
        return _jpeg(content)
    if content.startswith(PNG):
        return _png(content)
    raise UnreadablePicture("只收 PDF、JPEG、PNG 文件")


def _entries(width: int, height: int, space: str, bits: int, packing: str) -> dict[str, str]:
    if not 0 < width * height <= PIXEL_LIMIT:
        raise UnreadablePicture("图片过大或者是空的，请用较低的分辨率重新拍照或扫描")
    size = {"/Width": str(width), "/Height": str(height), "/BitsPerComponent": str(bits)}
    kind = {"/Type": "/XObject", "/Subtype": "/Image"}
    return {**kind, **size, "/ColorSpace": space, "/Filter": packing}


def _jpeg(content: bytes) -> Picture:
    turn, frame = 0, b""
    for marker, body in _segments(content):
        if marker == APP1 and body.startswith(EXIF):
            turn = TURNS.get(_orientation(body[len(EXIF) :]), 0)
        if marker in FRAMES:
            frame = body
    if len(frame) < FRAME.size or not content.rstrip(b"\0").endswith(END):
        raise UnreadablePicture("JPEG 文件不完整，请重新拍照或扫描")
    bits, height, width, colours = FRAME.unpack_from(frame)
    if bits != 8 or colours not in SPACES:  # noqa: PLR2004 - what PDF/A and our colours take
        raise UnreadablePicture("这种 JPEG 不能归档（印刷色或高位深），请另存为普通 JPEG 或 PDF")
    entries = _entries(width, height, SPACES[colours], bits, "/DCTDecode")
    return Picture(width, height, content, entries, turn)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body of each segment before the scan begins."""
    at = 2
    while at + 4 <= len(content) and content[at] == MARK and content[at + 1] != SCAN:
        length = int.from_bytes(content[at + 2 : at + 4])
        yield content[at + 1], content[at + 4 : at + 2 + length]
        at += 2 + length


def _orientation(tiff: bytes) -> int:
    """Orientation in the first directory of EXIF; 1 (upright) where there is none."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for entry in range(count):
            tag, value = struct.unpack_from(f"{order}H6xH", tiff, at + 2 + 12 * entry)
            if tag == ORIENTATION:
                return int(value)
    except struct.error:
        pass
    return 1


def _png(content: bytes) -> Picture:
    chunks = list(_chunks(content))
    head = next((body for kind, body in chunks if kind == b"IHDR" and len(body) == HEAD.size), b"")
    if not head or chunks[-1][0] != b"IEND":
        raise UnreadablePicture("PNG 文件不完整，请重新保存")
    width, height, bits, colour, _, _, interlaced = HEAD.unpack(head)
    if colour not in (GREY, COLOUR, INDEXED) or interlaced or bits not in (1, 2, 4, 8):
        raise UnreadablePicture("这种 PNG 不能归档（带透明层、隔行或高位深），请另存为 JPEG 或 PDF")
    colours = 3 if colour == COLOUR else 1
    space = _indexed(chunks) if colour == INDEXED else SPACES[colours]
    entries = _entries(width, height, space, bits, "/FlateDecode")
    data = b"".join(body for kind, body in chunks if kind == b"IDAT")
    _check_data(data, height * (1 + -(-width * colours * bits // 8)))
    rows = f"/Predictor 15 /Colors {colours} /BitsPerComponent {bits} /Columns {width}"
    return Picture(width, height, data, {**entries, "/DecodeParms": f"<< {rows} >>"})


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def _indexed(chunks: list[tuple[bytes, bytes]]) -> str:
    palette = next((body for kind, body in chunks if kind == b"PLTE"), b"")
    if not palette or len(palette) % 3:
        raise UnreadablePicture("PNG 文件缺少调色板，请另存为 JPEG 或 PDF")
    return f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"


def _check_data(data: bytes, wanted: int) -> None:
    """The rows are all there; unpacked step by step, never much more than wanted."""
    inflated, reader, left = 0, zlib.decompressobj(), data
    try:
        while not reader.eof and inflated <= wanted:
            piece, left = reader.decompress(left, STEP), reader.unconsumed_tail
            inflated += len(piece)
            if not piece and not left:
                break
    except zlib.error as problem:
        raise UnreadablePicture("PNG 文件已损坏，请重新保存") from problem
    if inflated != wanted:
        raise UnreadablePicture("PNG 文件已损坏，请重新保存")
