"""The archive's tables."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from shared.ledger.tables import NAMING

METADATA = MetaData(naming_convention=NAMING)
ID, CODE, DIVISION, AT, DAY = String(64), String(60), String(12), String(40), String(10)
ACTOR, HASH = String(140), String(64)

# A row for every subject that anything was heard of or filed under; a volume once it is opened.
volume = Table(
    "volume",
    METADATA,
    Column("id", ID, primary_key=True),  # the case, or another subject
    Column("version", Integer, nullable=False),
    Column("state", CODE, nullable=False),
    Column("division", DIVISION),
    Column("registered_by", ACTOR),
    Column("number", String(300)),
    Column("committee", ID),
    Column("category", CODE),
    Column("profile", String(300)),
    Column("profile_version", Integer),
    Column("accepted_at", AT),
    Column("past", Boolean, nullable=False),
    Column("escalated", Boolean, nullable=False),
    Column("agreement_form", CODE),
    Column("effective_at", AT),
    Column("mediation_how", CODE),
    Column("mediation_ended_at", AT),
    Column("follow_up_at", AT),
    Column("ended_how", CODE),
    Column("ended_at", AT),
    Column("document", ID),
    Column("manifest", Text),  # sealed
    Column("manifest_sha256", HASH),
    Column("defects", JSON, nullable=False),
    Column("retention", CODE),
    Column("closed_at", AT),
    Column("archive_number", String(60), unique=True),
    Column("archived_at", AT),
)
Index("ix_volume_division", volume.c.division, volume.c.accepted_at)

mediator = Table(
    "mediator",
    METADATA,
    Column("volume", ForeignKey(volume.c.id), primary_key=True),
    Column("mediator", ID, primary_key=True),
    Column("replaced", Boolean, nullable=False),
)

confirmation = Table(
    "confirmation",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("volume", ForeignKey(volume.c.id), nullable=False),
    Column("how", CODE),  # none: it is open
)
Index("ix_confirmation_volume", confirmation.c.volume)

document = Table(
    "document",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("subject", ForeignKey(volume.c.id), nullable=False),
    Column("no", Integer, nullable=False),  # the subject's version: the order of filing
    Column("form", CODE, nullable=False),
    Column("title", String(60), nullable=False),
    Column("edition", DAY),  # none: not printed by us
    Column("pages", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", HASH, nullable=False),
    Column("facts", Text),  # sealed: the names that the paper mentions
    Column("filed_by", ACTOR, nullable=False),
    Column("filed_at", AT, nullable=False),
    Column("happened_at", AT, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("first_page", Integer),
)
Index("ix_document_subject", document.c.subject)
Index("ix_document_sha256", document.c.sha256)

explanation = Table(
    "explanation",
    METADATA,
    Column("volume", ForeignKey(volume.c.id), primary_key=True),
    Column("item", CODE, primary_key=True),
    Column("document", ForeignKey(document.c.id), nullable=False),
)

# Editions of region profiles: what of their settings the archive works by.
profile = Table(
    "profile",
    METADATA,
    Column("profile", String(300), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("order", JSON, nullable=False),
    Column("retention", CODE),
    Column("retention_classes", JSON, nullable=False),
    Column("follow_up_days", Integer),
)
