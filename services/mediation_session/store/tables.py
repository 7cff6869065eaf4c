"""The tables of mediation_session. Words of one side stand alone: nothing points to them.

Where `no` stands beside an id it gives the order, that of the versions of the acts or of the words
in a session: ids of one moment have none.
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
NAME, LINE, ACTOR = String(60), String(300), String(140)

mediation = Table(
    "mediation",
    METADATA,
    Column("id", ID, primary_key=True),  # the case's
    Column("version", Integer, nullable=False),
    Column("state", CODE, nullable=False),
    Column("resumes_to", CODE),  # the state before a pause
    Column("division", DIVISION, nullable=False),
    Column("committee", ID),
    Column("committee_name", LINE, nullable=False),
    Column("number", LINE),
    Column("category", CODE, nullable=False),
    Column("sector", CODE),
    Column("place", LINE),
    Column("oral_allowed", Boolean, nullable=False),
    Column("registered_by", ACTOR, nullable=False),
    Column("profile_version", Integer),
    Column("note_id", ID),
    Column("accepted_at", AT, nullable=False),
    Column("clock", JSON, nullable=False),
    Column("started_on", DAY, nullable=False),
    Column("due_on", DAY),
    Column("provisional", Boolean, nullable=False),
    Column("overdue", Boolean, nullable=False),
    Column("ended_how", CODE),
    Column("ended_at", AT),
    Column("form", CODE),
    Column("agreement", ID),
    Column("reason", Text),
    Column("prevented", JSON, nullable=False),
    Column("defects", JSON, nullable=False),
    Column("facts", Text),  # sealed: the opening facts where no intake runs
)
Index("ix_mediation_division", mediation.c.division, mediation.c.id)
Index("ix_mediation_due_on", mediation.c.due_on)

mediator = Table(
    "mediator",
    METADATA,
    Column("case", ForeignKey(mediation.c.id), primary_key=True),
    Column("mediator", ID, primary_key=True),
)
Index("ix_mediator_mediator", mediator.c.mediator)

notice = Table(
    "notice",
    METADATA,
    Column("case", ForeignKey(mediation.c.id), primary_key=True),
    Column("party", ID, primary_key=True),
    Column("way", CODE, nullable=False),
    Column("signed_by", CODE, nullable=False),
    Column("happened_at", AT, nullable=False),
    Column("by", ACTOR, nullable=False),
)

session = Table(
    "session",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("case", ForeignKey(mediation.c.id), nullable=False),
    Column("state", CODE, nullable=False),
    Column("way", CODE, nullable=False),
    Column("place", LINE, nullable=False),
    Column("starts_at", AT, nullable=False),
    Column("ended_at", AT),
    Column("parties", JSON, nullable=False),
    Column("mediators", JSON, nullable=False),
    Column("invited", JSON, nullable=False),
    Column("recorder", NAME),
    Column("joint_words", Text),
    Column("file_words", Text),
    Column("law", JSON, nullable=False),
    Column("custom", Text),
    Column("open", Boolean, nullable=False),
    Column("open_consents", JSON, nullable=False),
    Column("result", CODE),
    Column("by", ACTOR, nullable=False),
)
Index("ix_session_case", session.c.case)

private_word = Table(  # no key of another table leads here, and it names no session
    "private_word",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("case", ForeignKey(mediation.c.id), nullable=False),
    Column("audience", String(80), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("at", AT, nullable=False),
)
Index("ix_private_word_case", private_word.c.case)

pause = Table(
    "pause",
    METADATA,
    Column("case", ForeignKey(mediation.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("why", CODE, nullable=False),
    Column("reason", LINE),
    Column("since", DAY, nullable=False),
    Column("until", DAY),
)

extension = Table(
    "extension",
    METADATA,
    Column("case", ForeignKey(mediation.c.id), primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("days", Integer, nullable=False),
    Column("consents", JSON, nullable=False),
    Column("happened_at", AT, nullable=False),
)

escalation = Table(
    "escalation",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("case", ForeignKey(mediation.c.id), nullable=False),
    Column("to", CODE, nullable=False),
    Column("to_name", NAME),
    Column("way", CODE, nullable=False),
    Column("text", Text, nullable=False),
    Column("danger", Text, nullable=False),
    Column("measures", Text),
    Column("reporter", NAME),
    Column("at", AT, nullable=False),
    Column("command_id", ID, nullable=False),  # under which intake is asked, and asked again
    Column("pending", Boolean, nullable=False),
    Column("reported", ID),
)
Index("ix_escalation_case", escalation.c.case)

agreement = Table(
    "agreement",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("case", ForeignKey(mediation.c.id), nullable=False),
    Column("form", CODE, nullable=False),
    Column("state", CODE, nullable=False),
    Column("replaces", ID),
    Column("facts", Text),
    Column("matters", Text),
    Column("liability", Text),
    Column("clauses", JSON, nullable=False),
    Column("terms", Text),
    Column("findings", JSON, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("paper_only", Boolean, nullable=False),
    Column("sector_check", CODE, nullable=False),
    Column("number", LINE),
    Column("line", Text),
    Column("hash", String(64)),
    Column("amount_fen", BIG),
    Column("frozen_at", AT),
    Column("sealed_at", AT),
    Column("sealed_by", ACTOR),
    Column("prevented", JSON, nullable=False),
    Column("effective_at", AT),
    Column("parties_signed_at", AT),
    Column("complete", Boolean, nullable=False),
    Column("follow_up_on", DAY),
    Column("followed_up", Boolean, nullable=False),
)
Index("ix_agreement_case", agreement.c.case)
Index("ix_agreement_follow_up_on", agreement.c.follow_up_on)

signature = Table(
    "signature",
    METADATA,
    Column("agreement", ForeignKey(agreement.c.id), primary_key=True),
    Column("signer", String(80), primary_key=True),  # party:<id> or mediator:<id>
    Column("signer_kind", CODE, nullable=False),
    Column("party", ID),
    Column("mediator", ID),
    Column("signed_by", CODE, nullable=False),
    Column("way", CODE, nullable=False),
    Column("at", AT, nullable=False),
    Column("document", ID),
    Column("by", ACTOR, nullable=False),
)

obligation = Table(  # the next open one of each clause
    "obligation",
    METADATA,
    Column("agreement", ForeignKey(agreement.c.id), primary_key=True),
    Column("clause", Integer, primary_key=True),
    Column("period", Integer),
    Column("due_on", DAY, nullable=False),
    Column("amount_fen", BIG),
)
Index("ix_obligation_due_on", obligation.c.due_on)

performance = Table(
    "performance",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("agreement", ForeignKey(agreement.c.id), nullable=False),
    Column("clause", Integer),
    Column("period", Integer),
    Column("state", CODE, nullable=False),
    Column("amount_fen", BIG),
    Column("happened_at", AT, nullable=False),
    Column("proof", ID),
    Column("by", ACTOR, nullable=False),
)
Index("ix_performance_agreement", performance.c.agreement)

follow_up = Table(
    "follow_up",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("agreement", ForeignKey(agreement.c.id), nullable=False),
    Column("way", CODE, nullable=False),
    Column("performed", Boolean, nullable=False),
    Column("satisfaction", CODE),
    Column("found", Text, nullable=False),
    Column("measures", Text),
    Column("happened_at", AT, nullable=False),
    Column("by", ACTOR, nullable=False),
)
Index("ix_follow_up_agreement", follow_up.c.agreement)

paper = Table(
    "paper",
    METADATA,
    Column("id", ID, primary_key=True),  # the entry of its act
    Column("case", ForeignKey(mediation.c.id), nullable=False),
    Column("form", CODE, nullable=False),
    Column("about", ID, nullable=False),
    Column("happened_at", AT, nullable=False),
    Column("filed", Boolean, nullable=False),
    Column("document", ID),
)
Index("ix_paper_case", paper.c.case)
