"""Registry's tables. Days are ISO text; `ended_on` and `removed_on` are first days without."""

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
ID, CODE, DIVISION, DAY, NAME = String(64), String(60), String(12), String(10), String(60)
LINE = String(300)

division_list = Table(
    "division_list",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
)

division = Table(
    "division",
    METADATA,
    Column("code", DIVISION, primary_key=True),
    Column("valid_from", DAY, primary_key=True),
    Column("name", NAME, nullable=False),
    Column("level", CODE, nullable=False),
    Column("parent", DIVISION),
    Column("valid_to", DAY),
    Column("replaced_by", DIVISION),
)
Index("ix_division_parent", division.c.parent)

committee = Table(
    "committee",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("name", NAME, nullable=False),
    Column("short", NAME, nullable=False),
    Column("host_type", CODE, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("sector", CODE),
    Column("since", DAY, nullable=False),
    Column("ended_on", DAY),
    Column("end_reason", LINE),
    Column("host_since", DAY),
    Column("host_until", DAY),
    Column("reason", LINE),
)
Index("ix_committee_division", committee.c.division)

member = Table(
    "member",
    METADATA,
    Column("committee", ForeignKey(committee.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("name", NAME, nullable=False),
    Column("sex", String(1), nullable=False),
    Column("minority", Boolean, nullable=False),
    Column("role", CODE, nullable=False),
    Column("appointment", CODE, nullable=False),
    Column("since", DAY, nullable=False),
    Column("until", DAY, nullable=False),
    Column("joined_on", DAY, nullable=False),
    Column("left_on", DAY),
)

studio = Table(
    "studio",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("committee", ForeignKey(committee.c.id), nullable=False),
    Column("name", NAME, nullable=False),
    Column("kind", CODE, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("since", DAY, nullable=False),
)
Index("ix_studio_committee", studio.c.committee)

mediator = Table(
    "mediator",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("committee", ForeignKey(committee.c.id), nullable=False),
    Column("name", NAME, nullable=False),
    Column("kind", CODE, nullable=False),
    Column("appointment", CODE, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("specialities", JSON, nullable=False),
    Column("identity_number", Text),  # sealed
    Column("identity_hash", String(64)),
    Column("since", DAY, nullable=False),
    Column("removed_on", DAY),
    Column("removed_for", CODE),
    Column("certificate", CODE, nullable=False),  # state after the last act
    Column("certificate_number", NAME, unique=True),
)
Index("ix_mediator_committee", mediator.c.committee)
Index("ix_mediator_identity", mediator.c.identity_hash)

certificate_act = Table(
    "certificate_act",
    METADATA,
    Column("mediator", ForeignKey(mediator.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("act", CODE, nullable=False),
    Column("on", DAY, nullable=False),
    Column("number", NAME),
    Column("since", DAY),
    Column("until", DAY),
    Column("reason", LINE),
)

role_grant = Table(
    "role_grant",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("person", ID, nullable=False),
    Column("role", CODE, nullable=False),
    Column("scope", JSON, nullable=False),
    Column("since", DAY, nullable=False),
    Column("until", DAY),
    Column("ended_on", DAY),
)
Index("ix_role_grant_person", role_grant.c.person)

court = Table(
    "court",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("level", CODE, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("name", NAME, nullable=False),
    Column("since", DAY, nullable=False),
)
Index("ix_court_division", court.c.division)

resource = Table(
    "resource",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("kind", CODE, nullable=False),
    Column("name", NAME, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("specialities", JSON, nullable=False),
    Column("since", DAY, nullable=False),
    Column("until", DAY),
)
Index("ix_resource_division", resource.c.division)

publication = Table(
    "publication",
    METADATA,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("division", DIVISION, nullable=False),
    Column("since", DAY, nullable=False),
    Column("settings", JSON, nullable=False),  # what this division said itself
)

edition = Table(
    "edition",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("division", DIVISION, nullable=False),
    Column("since", DAY, nullable=False),
    Column("settings", JSON, nullable=False),  # merged from the province down
)
Index("ix_edition_division", edition.c.division, edition.c.version)
