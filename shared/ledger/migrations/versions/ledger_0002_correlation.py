"""A job belongs to what its cause belonged to."""

import sqlalchemy as sa
from alembic import op

revision = "ledger_0002"
down_revision = "ledger_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; jobs queued before it are known by their own id."""
    column = sa.Column("correlation", sa.String(140), nullable=False, server_default="")
    op.add_column("ledger_job", column)
