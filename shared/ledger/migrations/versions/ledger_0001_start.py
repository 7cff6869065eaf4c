"""The ledger's tables; the journal takes no update and no deletion."""

import sqlalchemy as sa
from alembic import op

revision = "ledger_0001"
down_revision = None
branch_labels = ("ledger",)
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
SQLITE_GUARD = (
    "create trigger ledger_journal_no_{act} before {act} on ledger_journal "
    "begin select raise(abort, 'the journal is append-only'); end"
)
POSTGRES_GUARD = (
    """create function ledger_journal_guard() returns trigger language plpgsql as
    $$ begin raise exception 'the journal is append-only'; end $$""",
    """create trigger ledger_journal_append_only before update or delete or truncate
    on ledger_journal for each statement execute function ledger_journal_guard()""",
)


def upgrade() -> None:
    """Create the seven tables and the guard."""
    op.create_table(
        "ledger_command",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("verb", sa.String(60), nullable=False),
        sa.Column("actor", sa.String(140), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("answer", sa.Text()),
        sa.Column("at", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_command"),
    )
    op.create_table(
        "ledger_pending",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("audience", sa.String(10), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_pending"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ledger_journal",
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("audience", sa.String(10), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_ledger_journal"),
    )
    op.create_table(
        "ledger_cursor",
        sa.Column("source", sa.String(60), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("source", name="pk_ledger_cursor"),
    )
    op.create_table(
        "ledger_parked",
        sa.Column("source", sa.String(60), nullable=False),
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(140), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", BIG, nullable=False),
        sa.PrimaryKeyConstraint("source", "seq", name="pk_ledger_parked"),
    )
    op.create_index("ix_ledger_parked_subject", "ledger_parked", ["source", "subject"])
    op.create_table(
        "ledger_job",
        sa.Column("id", sa.String(140), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("subject", sa.String(140), nullable=False),
        sa.Column("args", sa.Text(), nullable=False),
        sa.Column("run_at", BIG, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_at", BIG, nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("done_at", BIG),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_job"),
    )
    op.create_index("ix_ledger_job_open", "ledger_job", ["done_at", "run_at"])
    op.create_table(
        "ledger_counter",
        sa.Column("name", sa.String(140), nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_ledger_counter"),
    )
    guard_the_journal()


def guard_the_journal() -> None:
    """Whoever holds the database may still drop the guard; the chain and the roots see that."""
    if op.get_bind().dialect.name == "sqlite":
        statements = tuple(SQLITE_GUARD.format(act=act) for act in ("update", "delete"))
    else:
        statements = POSTGRES_GUARD
    for statement in statements:
        op.execute(statement)
