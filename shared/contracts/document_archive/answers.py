"""What document_archive answers."""

from marshmallow import fields as values

from shared.contracts import fields
from shared.contracts.document_archive.codes import (
    HEADS,
    VERDICTS,
    VOLUME_KINDS,
    VOLUME_STATES,
    WAITS,
)
from shared.contracts.language import Answer


class Filed(Answer):
    """The document; `late`: it came after the volume was closed and stays outside it."""

    document = fields.id_()
    form = fields.code()
    pages = fields.count()
    sha256 = fields.line()
    late = fields.flag()


class Rendered(Answer):
    """A printed form; `version` is the date of the edition of its template."""

    pdf_base64 = values.String()
    pages = fields.count()
    version = fields.line()


class PacketPaper(Answer):
    """One paper of a packet; `document` is None where the archive does not hold it."""

    title = fields.line()
    form = fields.code(allow_none=True)
    document = fields.id_(allow_none=True)
    pages = fields.count()
    sha256 = fields.line()


class Packet(Answer):
    """A packet, or the part of it that was asked for; `total` counts the bytes of the whole,
    `sha256` is of the whole.
    """

    packet_base64 = values.String()
    total = fields.count(limit=2**31)
    pages = fields.count()
    sha256 = fields.line()
    manifest = fields.many(PacketPaper)


class DocumentRow(Answer):
    """A document without its content. `first_page` is its place in the closed volume; `version`
    the date of the edition of its form, None for what we do not print.
    """

    document = fields.id_()
    subject = fields.id_()
    form = fields.code()
    title = fields.line()
    version = fields.line(allow_none=True)
    pages = fields.count()
    size = fields.count(limit=2**31)
    sha256 = fields.line()
    filed_by = fields.line()
    filed_at = fields.moment()
    happened_at = fields.moment()
    first_page = fields.count(allow_none=True)
    late = fields.flag()


class Documents(Answer):
    """The papers of a subject."""

    documents = fields.many(DocumentRow)


class Part(Answer):
    """A part of a document; `total` counts the bytes of the whole."""

    document = fields.id_()
    title = fields.line()
    form = fields.code()
    pages = fields.count()
    total = fields.count(limit=2**31)
    content_base64 = values.String()


class FoundDocument(DocumentRow):
    """A document with the number of its volume."""

    number = fields.line(allow_none=True)
    archive_number = fields.line(allow_none=True)


class Found(Answer):
    """What a search found, newest first."""

    found = fields.many(FoundDocument)


class Lack(Answer):
    """A paper that should be there: `form` is what would do, `forms` are all that would."""

    item = fields.code()
    form = fields.code()
    forms = fields.many(fields.code())
    why_zh = fields.line()
    article = fields.line()


class Head(Answer):
    """One of the seven heads of the quality check (案卷评查)."""

    head = fields.code(HEADS)
    zh = fields.line()
    verdict = fields.code(VERDICTS)
    why_zh = fields.line()


class VolumeDone(Answer):
    """The volume of a case, its state and version."""

    case = fields.id_()
    state = fields.code(VOLUME_STATES)
    version = fields.count()


class Checked(VolumeDone):
    """What stands against closing: papers, and what the case still waits for."""

    ready = fields.flag()
    missing = fields.many(Lack)
    waits_for = fields.many(fields.code(WAITS))
    heads = fields.many(Head)


class Explained(VolumeDone):
    """With the sheet that explains."""

    document = fields.id_()


class Closed(VolumeDone):
    """With the bound volume. `defects` are papers that keep it from being PDF/A."""

    volume_document = fields.id_()
    pages = fields.count()
    sha256 = fields.line()
    manifest_sha256 = fields.line()
    retention = fields.code()
    defects = fields.many(fields.id_())


class Archived(VolumeDone):
    """With its number in the archive."""

    archive_number = fields.line()
    retention = fields.code()


class VolumeRow(VolumeDone):
    """A volume in a list; `number` (卷号) is the number of the case."""

    number = fields.line()
    kind = fields.code(VOLUME_KINDS)
    division = fields.division()
    category = fields.code(allow_none=True)
    opened_at = fields.moment()
    archive_number = fields.line(allow_none=True)


class Volumes(Answer):
    """A list of volumes."""

    volumes = fields.many(VolumeRow)


class Explanation(Answer):
    """Something missing that a sheet explains."""

    item = fields.code()
    document = fields.id_()


class RetentionShown(Answer):
    """A class of retention (保管期限); `years` is None where it is permanent or not laid down."""

    code = fields.code()
    label = fields.line()
    years = fields.count(allow_none=True)


class VolumeShown(VolumeRow):
    """A volume with its papers. `order_from` is the profile whose order holds, None for the
    packaged one.
    """

    order = fields.many(fields.code())
    order_from = fields.line(allow_none=True)
    papers = fields.many(DocumentRow)
    missing = fields.many(Lack)
    explained = fields.many(Explanation)
    waits_for = fields.many(fields.code(WAITS))
    heads = fields.many(Head)
    volume_document = fields.id_(allow_none=True)
    pages = fields.count(allow_none=True)
    sha256 = fields.line(allow_none=True)
    manifest_sha256 = fields.line(allow_none=True)
    closed_at = fields.moment(allow_none=True)
    archived_at = fields.moment(allow_none=True)
    retention = fields.one(RetentionShown, allow_none=True)


class ManifestShown(Answer):
    """The manifest of a closed volume as it was hashed: JSON in UTF-8."""

    case = fields.id_()
    sha256 = fields.line()
    manifest = values.String()
