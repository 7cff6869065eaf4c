"""Files on the wire: base64 inside a message, or in parts where they are larger."""

from typing import Any

from marshmallow import fields, validate

FILE_LIMIT = 700_000  # bytes of a file that comes in with one message
PART_LIMIT = 500_000  # bytes of a part that goes out
PACKET_LIMIT = 700_000


def file(limit: int = FILE_LIMIT, **options: Any) -> fields.String:
    """A file of up to `limit` bytes in base64 (RFC 4648, with padding)."""
    length = validate.Length(1, -(-limit // 3) * 4, error=f"文件应不超过 {limit // 1000} kB")
    form = validate.Regexp(r"[A-Za-z0-9+/]+={0,2}\Z", error="应为 base64 编码的文件")
    return fields.String(validate=[length, form], **options)
