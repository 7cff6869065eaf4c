"""Intake's tables. Every write about a case bumps `case.version`, whatever table it goes to; `no`
orders the rows of a case: the place of a party, elsewhere the version that the row came with.
"""

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

from shared.ledger.tables import BIG, NAMING

METADATA = MetaData(naming_convention=NAMING)
ID, CODE, DIVISION, AT, DAY = String(64), String(60), String(12), String(40), String(10)
NAME, LINE, ACTOR, HASH = String(60), String(300), String(140), String(64)

case = Table(
    "case",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", CODE, nullable=False),
    Column("division", DIVISION, nullable=False),
    Column("source", CODE, nullable=False),
    Column("way", CODE),
    Column("on_behalf_by", NAME),
    Column("origin_kind", CODE, nullable=False),
    Column("origin_id", ID),
    Column("reference", String(20), nullable=False),
    Column("linked_to", LINE),
    Column("place", LINE),
    Column("text", Text, nullable=False),
    Column("dispute_on", DAY),
    Column("requests", JSON, nullable=False),
    Column("registered_by", ACTOR, nullable=False),
    Column("registered_at", AT, nullable=False),
    Column("acceptance_due_on", DAY),
    Column("category", CODE),
    Column("sector", CODE),
    Column("level", CODE),
    Column("people_count", Integer),
    Column("amount_fen", BIG),
    Column("number", LINE),
    Column("committee", ID),
    Column("committee_name", LINE),
    Column("committee_division", DIVISION),
    Column("host_type", CODE),
    Column("accepted_at", AT),
    Column("accepted_by", ACTOR),
    Column("profile", LINE),
    Column("profile_version", Integer),
    Column("manifest", LINE),
    Column("sector_check", CODE),
    Column("sector_reason", LINE),
    Column("clock", JSON),  # {length, unit, rolls, starts_on, provisional}
    Column("oral_allowed", Boolean),
    Column("ends_on", CODE),  # mediation_ended | performance
    Column("note_id", ID),
    Column("defects", JSON, nullable=False),
    Column("refusal_reason", CODE),
    Column("refusal_ground", CODE),
    Column("refusal_words", Text),
    Column("other_door", JSON, nullable=False),
    Column("ended_how", CODE),
    Column("ended_form", CODE),
    Column("ended_at", AT),
)
Index("ix_case_division", case.c.division, case.c.registered_at)
Index("ix_case_committee_division", case.c.committee_division)
Index("ix_case_registered_by", case.c.registered_by)
Index("ix_case_acceptance_due", case.c.state, case.c.acceptance_due_on)
Index("uq_case_origin", case.c.origin_kind, case.c.origin_id, unique=True)

referral = Table(
    "referral",
    METADATA,
    Column("case", ForeignKey(case.c.id), primary_key=True),
    Column("sender", CODE, nullable=False),
    Column("sender_name", NAME),
    Column("letter_number", LINE, nullable=False),
    Column("letter_on", DAY),
    Column("stage", CODE),
    Column("reply_due_on", DAY),
    Column("replied_at", AT),
    Column("outcome", CODE),
)

party = Table(
    "party",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("role", CODE, nullable=False),
    Column("kind", CODE, nullable=False),
    Column("label", NAME, nullable=False),
    Column("name", NAME),
    Column("sex", CODE),
    Column("nation", CODE),
    Column("born_on", DAY),
    Column("age", Integer),
    Column("age_told_on", DAY),
    Column("lives_by_own_labour", Boolean, nullable=False),
    Column("occupation", NAME),
    Column("address", LINE),
    Column("phone", Text),  # sealed
    Column("phone_blind", HASH),
    Column("identity_type", CODE),
    Column("identity_number", Text),  # sealed
    Column("identity_blind", HASH),
    Column("special_groups", JSON, nullable=False),
    Column("consent", CODE),
    Column("represents", ID),  # the party that a guardian or agent acts for
    Column("represents_relation", NAME),
    Column("represents_kind", CODE),
    Column("represents_powers", JSON, nullable=False),
    Column("represents_until", DAY),
)
Index("ix_party_case", party.c.case)
Index("ix_party_phone_blind", party.c.phone_blind)
Index("ix_party_identity_blind", party.c.identity_blind)

consent = Table(
    "consent",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("party", ForeignKey(party.c.id), nullable=False),
    Column("answer", CODE, nullable=False),
    Column("way", CODE, nullable=False),
    Column("by", ID),  # the guardian or agent who spoke
    Column("witness", NAME),
    Column("at", AT, nullable=False),
    Column("recorded_by", ACTOR, nullable=False),
)
Index("ix_consent_case", consent.c.case)

contact = Table(
    "contact",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("party", ForeignKey(party.c.id), nullable=False),
    Column("way", CODE, nullable=False),
    Column("reached", Boolean, nullable=False),
    Column("note", Text),
    Column("at", AT, nullable=False),
    Column("recorded_by", ACTOR, nullable=False),
)
Index("ix_contact_case", contact.c.case)

triage = Table(
    "triage",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("proposal", JSON, nullable=False),
    Column("decision", JSON, nullable=False),
    Column("reason", LINE),
    Column("decided_by", ACTOR, nullable=False),
    Column("at", AT, nullable=False),
)
Index("ix_triage_case", triage.c.case)

assignment = Table(
    "assignment",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("mediator", ID, nullable=False),
    Column("name", NAME, nullable=False),
    Column("how", CODE, nullable=False),
    Column("identity_hash", HASH),
    Column("since", AT, nullable=False),
    Column("until", AT),
    Column("reason", LINE),
)
Index("ix_assignment_case", assignment.c.case)
Index("ix_assignment_mediator", assignment.c.mediator, assignment.c.until)

case_number = Table(
    "case_number",
    METADATA,
    Column("case", ForeignKey(case.c.id), primary_key=True),
    Column("committee", ID, nullable=False),
    Column("year", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("number", LINE, nullable=False),
    Column("drawn_at", AT, nullable=False),
    Column("cancelled_at", AT),
    Column("cancelled_by", ACTOR),
    Column("reason", LINE),
)
Index(
    "uq_case_number_series",
    case_number.c.committee,
    case_number.c.year,
    case_number.c.n,
    unique=True,
)

note = Table(
    "note",
    METADATA,
    Column("case", ForeignKey(case.c.id), primary_key=True),
    Column("id", ID, nullable=False),
    Column("facts", JSON, nullable=False),
)

escalation = Table(
    "escalation",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("to", CODE, nullable=False),
    Column("to_name", NAME),
    Column("way", CODE, nullable=False),
    Column("text", Text, nullable=False),
    Column("danger", Text, nullable=False),
    Column("measures", Text),
    Column("reporter", NAME),
    Column("recorded_by", ACTOR, nullable=False),
    Column("at", AT, nullable=False),
    Column("receiver", NAME),
    Column("received_at", AT),
    Column("reply", Text),
    Column("followed_up_at", AT),
)
Index("ix_escalation_case", escalation.c.case)

follow_up = Table(
    "escalation_follow_up",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("escalation", ForeignKey(escalation.c.id), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", AT, nullable=False),
    Column("recorded_by", ACTOR, nullable=False),
)

unit_request = Table(
    "unit_request",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("no", Integer, nullable=False),
    Column("unit", NAME, nullable=False),
    Column("text", Text, nullable=False),
    Column("due_on", DAY),
    Column("at", AT, nullable=False),
    Column("recorded_by", ACTOR, nullable=False),
    Column("replier", NAME),
    Column("replied_at", AT),
    Column("reply", Text),
)
Index("ix_unit_request_case", unit_request.c.case)

reveal = Table(
    "reveal",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(case.c.id), nullable=False),
    Column("party", ForeignKey(party.c.id), nullable=False),
    Column("fields", JSON, nullable=False),
    Column("purpose", CODE, nullable=False),
    Column("reason", LINE),
    Column("by", ACTOR, nullable=False),
    Column("at", AT, nullable=False),
)
