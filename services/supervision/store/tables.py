"""The read model: one row per case, finding, round of screening and committee.

Everything but the id may be missing, for what tells it may not have come yet.
"""

from collections.abc import Mapping

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table

from shared.ledger.tables import BIG, NAMING

METADATA = MetaData(naming_convention=NAMING)
ID, CODE, DIVISION, DAY = String(64), String(60), String(12), String(10)

mediated_case = Table(
    "mediated_case",
    METADATA,
    Column("id", ID, primary_key=True),
    # intake
    Column("division", DIVISION),
    Column("source", CODE),
    Column("sender", CODE),
    Column("category", CODE),
    Column("sector", CODE),
    Column("level", CODE),
    Column("number", String(300)),
    Column("committee", ID),
    Column("host_type", CODE),
    Column("people_count", Integer),
    Column("accepted_on", DAY),
    Column("ended_on", DAY),
    Column("cancelled", Boolean),
    # mediation_session
    Column("outcome", CODE),
    Column("form", CODE),
    Column("amount_fen", BIG),
    Column("suicide", Integer),  # people, as the next three
    Column("criminal_case", Integer),
    Column("group_petition", Integer),
    Column("group_fight", Integer),
    Column("performed", Boolean),
    Column("urged", Boolean),
    Column("sued", Boolean),
    # judicial_confirmation
    Column("confirmed_on", DAY),
    # document_archive
    Column("archived_on", DAY),
)
Index("ix_mediated_case_accepted", mediated_case.c.division, mediated_case.c.accepted_on)

screening_round = Table(
    "screening_round",
    METADATA,
    Column("id", String(75), primary_key=True),  # <plan>:<day>
    Column("division", DIVISION),
    Column("happened_on", DAY),
)
Index("ix_screening_round_day", screening_round.c.division, screening_round.c.happened_on)

finding = Table(
    "finding",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("division", DIVISION),
    Column("outcome", CODE),
    Column("ended_on", DAY),
)
Index("ix_finding_ended", finding.c.division, finding.c.ended_on)

committee = Table(
    "committee",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("division", DIVISION),
    Column("since", DAY),
    Column("until", DAY),
)
Index("ix_committee_division", committee.c.division)

replay = Table(
    "replay",
    METADATA,
    Column("source", CODE, primary_key=True),
    Column("until", BIG, nullable=False),  # where the cursor stood when the rebuild began
)

OF_KIND: Mapping[str, Table] = {
    "case": mediated_case,
    "screening": screening_round,
    "finding": finding,
}
