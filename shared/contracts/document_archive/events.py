"""What document_archive's entries carry: ids, codes, pages, hashes; no titles, no words."""

from shared.contracts import fields
from shared.contracts.document_archive.codes import VOLUME_KINDS
from shared.contracts.language import Data


class FiledData(Data):
    """A paper was filed under the subject; `version` is the edition of its form."""

    document = fields.id_()
    form = fields.code()
    version = fields.line(allow_none=True)
    pages = fields.count()
    sha256 = fields.line()
    late = fields.flag()
    happened_at = fields.moment()


class VolumeData(Data):
    """What all entries of a volume carry; their subject is the case."""

    version = fields.count()
    happened_at = fields.moment()


class OpenedData(VolumeData):
    """A volume was opened."""

    number = fields.line()
    kind = fields.code(VOLUME_KINDS)
    division = fields.division()
    committee = fields.id_(allow_none=True)


class CheckedData(VolumeData):
    """A volume was checked; `missing` names items."""

    ready = fields.flag()
    missing = fields.many(fields.code())


class ExplainedData(VolumeData):
    """Something missing was explained on a sheet."""

    item = fields.code()
    document = fields.id_()


class ClosedData(VolumeData):
    """A volume was bound; `documents` in their order, hashes of the file and of its manifest."""

    document = fields.id_()
    pages = fields.count()
    sha256 = fields.line()
    manifest_sha256 = fields.line()
    documents = fields.many(fields.id_())
    retention = fields.code()


class ArchivedData(VolumeData):
    """A volume went into the archive."""

    archive_number = fields.line()
    retention = fields.code()


class ReadData(Data):
    """Somebody (the actor) opened a document."""

    document = fields.id_()


class PacketData(Data):
    """A packet was made for somebody outside."""

    forms = fields.many(fields.code())
    pages = fields.count()
    sha256 = fields.line()
