"""Brings a database to the schema of this version.

Alembic keeps the order; `schema.py` is the goal.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.store import SchemaError, Store

# Two servers that start together must not migrate together: any number, the same in all of them.
ADVISORY_LOCK = 0x44414E474F4C


async def ensure(store: Store, now: datetime) -> None:
    """At the start of `serve`: migrate SQLite after a backup copy, refuse an older PostgreSQL.

    Raises SchemaError when the database is newer than this version, or PostgreSQL is older.
    """
    current, head = await revisions(store)
    if current == head:
        return
    if not store.is_sqlite:
        raise SchemaError(
            f"the database schema is {current or 'empty'}, this version needs {head}:"
            " run `dangol migrate`"
        )
    await upgrade(store, now)


async def upgrade(store: Store, now: datetime) -> tuple[str | None, str, Path | None]:
    """Bring the database to the newest schema.

    (revision before, revision now, backup copy or None).
    """
    before, head = await revisions(store)
    backup = None
    if before != head:
        if store.is_sqlite and before is not None and store.url.database:
            backup = await asyncio.to_thread(_copy, Path(store.url.database), before, now)
        async with store.begin() as tx:
            if not store.is_sqlite:
                await tx.execute(text("SET LOCAL lock_timeout = 0"))
                await tx.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))
            await tx.run_sync(_upgrade)
    return before, head, backup


async def revisions(store: Store) -> tuple[str | None, str]:
    """The database's schema revision (None: empty) and the newest one.

    Raises SchemaError if it is unknown.
    """
    head, known = _shipped()
    async with store.begin() as tx:
        current = await tx.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())
    if current is not None and current not in known:
        raise SchemaError(
            f"the database schema {current} is newer than this version of Dangol:"
            " install the newer version"
        )
    return current, head


@cache
def _shipped() -> tuple[str, frozenset[str]]:
    """The newest revision of this version, and every one it knows."""
    scripts = ScriptDirectory.from_config(_config())
    known = frozenset(script.revision for script in scripts.walk_revisions())
    return scripts.get_current_head() or "", known


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


def _copy(database: Path, revision: str, now: datetime) -> Path:
    """A consistent copy beside the database, by SQLite's own backup."""
    copy = database.with_name(f"{database.name}.{revision}.{now:%Y%m%dT%H%M%S}.bak")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy
