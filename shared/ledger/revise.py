"""For developers: `python -m shared.ledger.revise screening start` writes the next revision of a
service from the difference between its store and its migrations. Read what it wrote.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from shared.ledger import tables
from shared.ledger.database import Database
from shared.ledger.migrate import FILE, folders, upgrade

TEMPLATE = '''"""{service}: {message}."""

import sqlalchemy as sa
from alembic import op

revision = "{service}_{number:04d}"
down_revision = {down!r}
branch_labels = {labels!r}
depends_on = None


def upgrade() -> None:
    """Apply."""
{code}
'''


def differences(database: Database, service: str) -> Any:
    """Upgrade operations that the service's store has and its database has not."""
    own = importlib.import_module(f"services.{service}.store").METADATA
    with database.engine.connect() as connection:
        both: Any = [tables.METADATA, own]
        options = {"target_metadata": both, "render_as_batch": True}
        context = MigrationContext.configure(connection, opts=options)
        return produce_migrations(context, both).upgrade_ops


def revise(service: str, message: str, scratch: Path) -> Path:
    """Write the next revision's file and return its path."""
    folder = Path(f"services/{service}/migrations/versions")
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(f"sqlite:///{scratch}")
    upgrade(database, service)
    code = render_python_code(differences(database, service), render_as_batch=True)
    found = [FILE.fullmatch(f.name) for f in folders(service)[-1].iterdir()]
    number = len([m for m in found if m and m[1].startswith(service)]) + 1
    down = f"{service}_{number - 1:04d}" if number > 1 else None
    path = folder / f"{service}_{number:04d}_{message}.py"
    labels = (service,) if down is None else None
    values = {"service": service, "message": message, "number": number, "code": code}
    path.write_text(TEMPLATE.format(down=down, labels=labels, **values))
    return path


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder_:
        sys.stdout.write(f"{revise(sys.argv[1], sys.argv[2], Path(folder_) / 'scratch.db')}\n")
