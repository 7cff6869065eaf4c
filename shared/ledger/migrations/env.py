"""Alembic's environment, for the ledger's branch and each service's own."""

from alembic import context

options = context.config.attributes
context.configure(
    connection=options["connection"],
    target_metadata=options["metadata"],
    render_as_batch=True,
    include_object=options["include_object"],
)
with context.begin_transaction():
    context.run_migrations()
