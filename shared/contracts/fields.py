"""What a value on the wire may be: bounded, strict, without what a database cannot keep.

Money is integer fen, time RFC 3339, dates are dates, ids are opaque, divisions have 12 digits.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

NAME_LIMIT, LINE_LIMIT, TEXT_LIMIT, LIST_LIMIT = 60, 300, 10_000, 500
FEN_LIMIT = 10**15
FILE_LIMIT = 700_000  # bytes of a file that comes in with one message
CODE = r"[a-z][a-z0-9_]{0,59}"


def _storable(text: str) -> None:
    """PostgreSQL keeps no U+0000, UTF-8 no lone surrogate."""
    if "\x00" in text or any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise ValidationError("含有不能保存的字符")


def _text(limit: int, least: int, options: dict[str, Any]) -> fields.String:
    length = validate.Length(least, limit, error=f"应为 {least}—{limit} 个字")
    return fields.String(validate=[length, _storable], **options)


def name(**options: Any) -> fields.String:
    """A person's, place's or organisation's name, up to 60 characters."""
    return _text(NAME_LIMIT, 1, options)


def line(**options: Any) -> fields.String:
    """One line of words, up to 300 characters."""
    return _text(LINE_LIMIT, 1, options)


def text(**options: Any) -> fields.String:
    """Free words, up to 10,000 characters; they stay with their owner, entries carry a hash."""
    return _text(TEXT_LIMIT, 1, options)


def sealed_line(**options: Any) -> fields.String:
    """A journal line as it was sealed: whatever is in it, it is not made anew."""
    return fields.String(**options)


def file(limit: int = FILE_LIMIT, **options: Any) -> fields.String:
    """A file of up to `limit` bytes in base64 (RFC 4648, with padding)."""
    length = validate.Length(1, -(-limit // 3) * 4, error=f"文件应不超过 {limit // 1000} kB")
    form = validate.Regexp(r"[A-Za-z0-9+/]+={0,2}\Z", error="应为 base64 编码的文件")
    return fields.String(validate=[length, form], **options)


def id_(**options: Any) -> fields.String:
    """An opaque id: letters, digits, `-_.:`, up to 64."""
    form = validate.Regexp(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}\Z", error="编号只含字母、数字和-_.:")
    return fields.String(validate=form, **options)


def code(choices: Iterable[str] = (), **options: Any) -> fields.String:
    """A stable code; `choices` where the list belongs to the contract, else the owner checks."""
    known = tuple(choices)
    if known:
        one_of = validate.OneOf(known, error=f"应为 {'、'.join(known)} 之一")
        return fields.String(validate=one_of, **options)
    form = validate.Regexp(rf"{CODE}\Z", error="应为小写字母开头的代码")
    return fields.String(validate=form, **options)


def division(**options: Any) -> fields.String:
    """A 12-digit division code (统计用区划代码)."""
    form = validate.Regexp(r"[0-9]{12}\Z", error="应为 12 位区划代码")
    return fields.String(validate=form, **options)


def _whole(limit: int, options: dict[str, Any]) -> fields.Integer:
    span = validate.Range(0, limit, error=f"应为 0—{limit} 的整数")
    return fields.Integer(strict=True, validate=span, **options)


def fen(**options: Any) -> fields.Integer:
    """Money in integer fen."""
    return _whole(FEN_LIMIT, options)


def count(limit: int = 1_000_000, **options: Any) -> fields.Integer:
    """A whole number from 0."""
    return _whole(limit, options)


class StrictBoolean(fields.Boolean):
    """true or false; never "yes" or 1."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


def flag(**options: Any) -> fields.Boolean:
    """True or false."""
    return StrictBoolean(**options)


class Day(fields.Field[date]):
    """A calendar date as `2026-03-02`."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        try:
            return date.fromisoformat(value) if len(value) == 10 else date.min.replace(year=0)
        except (TypeError, ValueError) as problem:
            raise ValidationError("应为日期，如 2026-03-02") from problem


class Moment(fields.Field[datetime]):
    """A point in time with its offset, RFC 3339: `2026-03-02T09:30:00+08:00`."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError) as problem:
            raise ValidationError("应为时刻，如 2026-03-02T09:30:00+08:00") from problem
        if moment.tzinfo is None:
            raise ValidationError("时刻缺少时区，应以 +08:00 结尾")
        return moment


def day(**options: Any) -> Day:
    """A calendar date."""
    return Day(**options)


def moment(**options: Any) -> Moment:
    """A point in time."""
    return Moment(**options)


def many(of: type[Schema] | fields.Field[Any], least: int = 0, **options: Any) -> fields.Field[Any]:
    """A list of shapes or values, at most 500."""
    length = validate.Length(least, LIST_LIMIT, error=f"应有 {least}—{LIST_LIMIT} 项")
    inner = of if isinstance(of, fields.Field) else fields.Nested(of)
    return fields.List(inner, validate=length, **options)


def one(of: type[Schema], **options: Any) -> fields.Nested:
    """A nested shape."""
    return fields.Nested(of, **options)


def facts(**options: Any) -> fields.Dict:
    """Open facts whose shape belongs to data (a profile, a sector's fields, a form): the owner
    of that data checks them.
    """
    return fields.Dict(keys=fields.String(validate=validate.Length(1, NAME_LIMIT)), **options)


WORDS: dict[Any, dict[str, str]] = {
    fields.Field: {"required": "必填", "null": "不能为空", "validator_failed": "填写有误"},
    fields.String: {"invalid": "应为文字", "invalid_utf8": "应为文字"},
    fields.Integer: {"invalid": "应为整数", "too_large": "数字过大"},
    fields.Boolean: {"invalid": "应为是或否（true/false）"},
    fields.List: {"invalid": "应为列表"},
    fields.Nested: {"type": "应为一个对象"},
    fields.Dict: {"invalid": "应为一个对象"},
}
for _field, _words in WORDS.items():
    _field.default_error_messages = {**_field.default_error_messages, **_words}
