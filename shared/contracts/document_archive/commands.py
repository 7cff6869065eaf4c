"""What document_archive takes to change something: papers filed, volumes checked to archived."""

from shared.contracts import fields
from shared.contracts.document_archive.codes import SCAN_KINDS
from shared.contracts.language import Command


class FileDocument(Command):
    """A paper about a subject (a case id, mostly). Printed forms are printed from `data`; forms
    that come from elsewhere bring their file as `attachment_base64` (PDF, JPEG or PNG) and may
    bring a `title` in `data`.
    """

    subject = fields.id_(required=True)
    form = fields.code(required=True)
    data = fields.facts(required=True)
    attachment_base64 = fields.file(load_default=None, allow_none=True)


class FileScan(Command):
    """A scan or photo of a paper: PDF, JPEG or PNG; its kind is looked at, not believed."""

    subject = fields.id_(required=True)
    kind = fields.code(SCAN_KINDS, required=True)
    title = fields.name(load_default=None, allow_none=True)
    content_base64 = fields.file(required=True)


class OfVolume(Command):
    """A command about the volume of one case."""

    case = fields.id_(required=True)


class ExplainLack(OfVolume):
    """Why a paper that should be there is not; becomes a sheet of the volume (卷宗情况说明)."""

    item = fields.code(required=True)
    reason = fields.text(required=True)
    bound_by = fields.name(load_default=None, allow_none=True)


class CloseVolume(OfVolume):
    """Bind it. All but the case may be left out: what is left out comes from the papers, the class
    of retention from the region profile.
    """

    title = fields.line(load_default=None, allow_none=True)
    committee = fields.line(load_default=None, allow_none=True)
    mediators = fields.many(fields.name(), load_default=list)
    bound_by = fields.name(load_default=None, allow_none=True)
    checked_by = fields.name(load_default=None, allow_none=True)
    retention = fields.code(load_default=None, allow_none=True)
