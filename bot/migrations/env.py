"""Alembic's entry: runs migrations on the connection that `bot.migrations` hands over."""

from __future__ import annotations

from alembic import context

from bot.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter most things in place; Alembic then copies the table.
    render_as_batch=True,
    # Our SQLite transactions begin explicitly, so a migration that fails half-way leaves nothing.
    transactional_ddl=True,
)
context.run_migrations()
