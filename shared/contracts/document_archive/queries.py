"""What document_archive is asked."""

from shared.contracts import fields
from shared.contracts.document_archive.codes import VOLUME_STATES
from shared.contracts.language import Part, Query

PACKET_LIMIT, PART_LIMIT = 700_000, 500_000  # bytes that go out with one answer


class RenderForm(Query):
    """A form with its data, to be printed and stored nowhere."""

    form = fields.code(required=True)
    data = fields.facts(required=True)


class ExtraPaper(Part):
    """A paper for a packet that the archive does not hold."""

    title = fields.line(required=True)
    pdf_base64 = fields.file(required=True)


class AssemblePacket(Query):
    """Papers of a subject as one file for the court. `title`, `court`, `committee`, `number` and
    `date` stand on its last page, the manifest; what is left out comes from the papers. A packet
    larger than `limit` bytes is asked for in parts: the same question, the next `offset`.
    """

    subject = fields.id_(required=True)
    application_base64 = fields.file(load_default=None, allow_none=True)
    forms = fields.many(fields.code(), load_default=list)
    extra = fields.many(ExtraPaper, load_default=list)
    title = fields.line(load_default=None, allow_none=True)
    court = fields.line(load_default=None, allow_none=True)
    committee = fields.line(load_default=None, allow_none=True)
    number = fields.line(load_default=None, allow_none=True)
    date = fields.day(load_default=None, allow_none=True)
    offset = fields.count(limit=2**31, load_default=0)
    limit = fields.count(limit=PACKET_LIMIT, load_default=PACKET_LIMIT)


class DocumentQuery(Query):
    """One document."""

    document = fields.id_(required=True)


class PartQuery(DocumentQuery):
    """Bytes of a document from `offset` on."""

    offset = fields.count(limit=2**31, load_default=0)
    limit = fields.count(limit=PART_LIMIT, load_default=PART_LIMIT)


class DocumentsQuery(Query):
    """The papers of one subject, in the order of the volume."""

    subject = fields.id_(required=True)


class SearchQuery(Query):
    """A piece of a number, of a title, or of the name of a form; never what papers say."""

    text = fields.line(required=True)
    limit = fields.count(limit=100, load_default=50)


class VolumeQuery(Query):
    """The volume of one case."""

    case = fields.id_(required=True)


class VolumesQuery(Query):
    """Volumes under a division, newest first."""

    division = fields.division(load_default=None, allow_none=True)
    state = fields.code(VOLUME_STATES, load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=50)
