"""Runs the steps on the connection that asks for them, in its own transaction."""

from alembic import context

from optimizer.store.database.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True)
context.run_migrations()
