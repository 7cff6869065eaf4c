"""Judicial confirmation's tables."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from shared.ledger.tables import NAMING

METADATA = MetaData(naming_convention=NAMING)
ID, CODE, DIVISION, AT, DAY, LINE = (String(n) for n in (64, 60, 12, 40, 10, 300))

confirmation = Table(
    "confirmation",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("case", ID, nullable=False),
    Column("agreement", ID, nullable=False),
    Column("round", Integer, nullable=False),  # once more after a withdrawal: 2
    Column("hash", String(64)),  # none: an oral agreement
    Column("form", CODE, nullable=False),
    Column("state", CODE, nullable=False),
    Column("how", CODE),
    Column("reason", CODE),
    Column("division", DIVISION, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("confirmable", Boolean),
    Column("reasons", JSON, nullable=False),
    Column("effective_at", AT, nullable=False),
    Column("counts_from", DAY, nullable=False),
    Column("deadline", DAY),
    Column("provisional", Boolean, nullable=False),
    Column("article", Text),
    Column("alarms", JSON, nullable=False),
    Column("attempt", Integer, nullable=False, default=0),
    Column("court_division", DIVISION),
    Column("submitted_at", AT),
    Column("court_number", LINE),
    Column("accepted_at", AT),
    Column("ended_at", AT),
    Column("grounds", JSON, nullable=False, default=list),
    UniqueConstraint("agreement", "round"),
)
Index("ix_confirmation_case", confirmation.c.case)
Index("ix_confirmation_division", confirmation.c.division, confirmation.c.state)

mediator = Table(
    "mediator",
    METADATA,
    Column("case", ID, primary_key=True),
    Column("person", ID, primary_key=True),
)

wish = Table(
    "wish",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("party", ID, primary_key=True),
    Column("answer", CODE, nullable=False),
    Column("at", AT, nullable=False),
    Column("by", String(140), nullable=False),
)

application = Table(
    "application",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("packet", ID, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("text_sha256", String(64), nullable=False),  # of the application alone: what is signed
    Column("manifest", JSON, nullable=False),
    Column("papers", JSON, nullable=False),
    Column("checks", JSON, nullable=False),
    Column("dated", DAY, nullable=False),
    Column("court", ID, nullable=False),
    Column("court_name", LINE, nullable=False),
    Column("court_division", DIVISION, nullable=False),
    Column("court_why", LINE),
    Column("court_reason", LINE),
    Column("performance_until", DAY),
    Column("prepared_at", AT, nullable=False),
    Column("sent_at", AT),
    Column("receipt", LINE),
    Column("received_at", AT),
)

signature = Table(
    "signature",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("text_sha256", String(64), primary_key=True),
    Column("party", ID, primary_key=True),
    Column("way", CODE, nullable=False),
    Column("at", AT, nullable=False),
    Column("by", String(140), nullable=False),
)

applicant = Table(
    "applicant",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("party", ID, primary_key=True),
    Column("identity", String(64), nullable=False),  # keyed hash
)
Index("ix_applicant_identity", applicant.c.identity)

supplement = Table(
    "supplement",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("items", JSON, nullable=False),
    Column("asked_at", AT, nullable=False),
    Column("until", DAY, nullable=False),
    Column("answered_at", AT),
)

ruling = Table(
    "ruling",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("result", CODE, nullable=False),
    Column("number", LINE, nullable=False),
    Column("ruled_at", AT, nullable=False),
    Column("served_at", AT, nullable=False),
    Column("objection_until", DAY, nullable=False),
    Column("enforcement_until", DAY),
    Column("scan", LargeBinary),  # sealed; only until the archive has it
)

message = Table(
    "message",
    METADATA,
    Column("confirmation", ForeignKey(confirmation.c.id), primary_key=True),
    Column("id", String(140), primary_key=True),
    Column("kind", CODE, nullable=False),
    Column("applied", Boolean, nullable=False),
)
