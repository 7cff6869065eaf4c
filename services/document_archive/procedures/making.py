"""Making files, away from the hub: printing, reading scans, taking papers from the store."""

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from services.document_archive.drivers import scans
from services.document_archive.drivers.objects import ObjectDamaged
from services.document_archive.drivers.parts import UnreadablePart
from services.document_archive.drivers.press import FormIncomplete, Sheet
from services.document_archive.drivers.typesetter import UnsettableData
from services.document_archive.forms.catalogue import UnknownForm
from shared.bus.context import Context
from shared.bus.offload import offload
from shared.contracts.refused import Refused


def printed(context: Context, form: str, data: Mapping[str, Any]) -> Sheet:
    """A form printed from its data; refuses `form_unknown`, `form_incomplete` with each field and
    its label, `form_data_wrong`.
    """
    with refusing():
        sheet: Sheet = offload(context.drivers["press"], form, data, stamp=context.drivers["stamp"])
    return sheet


def scanned(content_base64: str, field: str) -> tuple[bytes, scans.Inside]:
    """A file that somebody sent, as a PDF; refuses `scan_unreadable` with what to do about it."""
    content = decoded(content_base64, field)
    try:
        pdf = offload(scans.as_pdf, content)
        return pdf, offload(scans.inside, pdf)
    except scans.UnreadableScan as problem:
        raise Refused("scan_unreadable", str(problem), field=field) from problem


def decoded(content_base64: str, field: str) -> bytes:
    """The bytes of a base64 text."""
    try:
        return base64.b64decode(content_base64, validate=True)
    except binascii.Error as problem:
        raise Refused("scan_unreadable", "文件编码有误，请重新上传", field=field) from problem


def encoded(content: bytes) -> str:
    """The base64 text of bytes."""
    return base64.b64encode(content).decode()


def made(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Let a driver work, away from the hub; what it complains of is refused in our words."""
    with refusing():
        return offload(work, *args, **kwargs)


@contextmanager
def refusing() -> Iterator[None]:
    """What the drivers complain of, as refusals."""
    try:
        yield
    except UnknownForm as problem:
        raise Refused("form_unknown", form=str(problem)) from problem
    except FormIncomplete as gaps:
        fields = [{"name": name, "label": label} for name, label in gaps.fields]
        raise Refused("form_incomplete", form=gaps.form, fields=fields) from gaps
    except (UnsettableData, RecursionError) as problem:
        raise Refused("form_data_wrong") from problem
    except UnreadablePart as problem:
        raise Refused("scan_unreadable", str(problem), no=problem.no) from problem
    except ObjectDamaged as problem:
        raise Refused("paper_damaged", sha256=str(problem)) from problem
