"""The ledger's migration branch, part of every service's database; and alembic's environment."""
