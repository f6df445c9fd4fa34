"""Migrations lead exactly to schema.py, on both databases, and lose nothing on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text

from bot import migrations, schema
from bot.store import SchemaError, Store
from tests.conftest import START
from tests.postgres import Cluster


@pytest.fixture
async def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/folder that is not there/dangol.db"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"empty_{uuid4().hex}"
    yield await cluster.create(name)
    await cluster.drop(name)


@pytest.fixture
async def empty(empty_database: str) -> AsyncIterator[Store]:
    """A store on it."""
    store = Store(empty_database)
    yield store
    await store.close()


async def test_all_migrations_in_order_make_the_schema(empty: Store) -> None:
    before, after, backup = await migrations.upgrade(empty, START)
    assert before is None
    assert backup is None
    async with empty.begin() as tx:
        different = await tx.run_sync(
            lambda c: compare_metadata(MigrationContext.configure(c), schema.metadata)
        )
    assert different == []
    assert await migrations.upgrade(empty, START) == (after, after, None)


async def test_every_migration_can_be_taken_back(empty: Store) -> None:
    from alembic import command  # noqa: PLC0415 - only here

    await migrations.upgrade(empty, START)

    def down(connection: Any) -> list[str]:
        command.downgrade(migrations._config(connection), "base")
        return list(inspect(connection).get_table_names())

    async with empty.begin() as tx:
        assert set(await tx.run_sync(down)) <= {"alembic_version"}


async def test_serve_refuses_an_empty_postgresql_and_says_what_to_run(cluster: Cluster) -> None:
    name = f"empty_{uuid4().hex}"
    store = Store(await cluster.create(name))
    with pytest.raises(SchemaError, match="dangol migrate"):
        await migrations.ensure(store, START)
    await migrations.upgrade(store, START)
    await migrations.ensure(store, START)
    await store.close()
    await cluster.drop(name)


async def test_a_newer_database_is_refused(store: Store) -> None:
    async with store.begin() as tx:
        await tx.execute(text("UPDATE alembic_version SET version_num = '20990101_later'"))
    with pytest.raises(SchemaError, match="newer"):
        await migrations.ensure(store, START)


async def test_sqlite_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "dangol.db"
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE kept (words TEXT)")
        old.execute("INSERT INTO kept VALUES ('환불해 주세요')")
        old.commit()
    copy = migrations._copy(path, "20250101_old", START)
    assert copy.name == "dangol.db.20250101_old.20261125T060000.bak"
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT words FROM kept").fetchall() == [("환불해 주세요",)]


async def test_a_migration_that_fails_leaves_nothing(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: Any) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrations, "_upgrade", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        await migrations.upgrade(empty, START)
    async with empty.read() as tx:
        tables = await tx.run_sync(lambda c: inspect(c).get_table_names())
    assert tables == []


async def test_sqlite_is_durable_and_checks_its_keys(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path}/dangol.db")
    async with store.begin() as tx:
        found = {
            name: (await tx.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    await store.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


async def test_reminders_that_wait_while_the_server_is_renewed_go_behind_answers(
    empty: Store,
) -> None:
    from alembic import command  # noqa: PLC0415 - only here

    async with empty.begin() as tx:
        await tx.run_sync(lambda c: command.upgrade(migrations._config(c), "20261126_matters"))
        for statement in OLD_ROWS.split(";"):
            await tx.execute(text(statement), {"now": START.replace(tzinfo=None)})
    await migrations.upgrade(empty, START)
    async with empty.read() as tx:
        ranks = await tx.execute(text("SELECT seq, rank FROM outbox ORDER BY seq"))
        assert [tuple(row) for row in ranks] == [(1, 0), (2, 2)]


async def test_what_waits_for_the_store_while_the_server_is_renewed_is_promised_anew(
    empty: Store,
) -> None:
    from alembic import command  # noqa: PLC0415 - only here

    async with empty.begin() as tx:
        await tx.run_sync(lambda c: command.upgrade(migrations._config(c), "20261127_delivery"))
        for statement in (*OLD_ROWS.split(";")[:2], *OLD_TICKETS.split(";")):
            moments = {"now": START.replace(tzinfo=None), "later": LATER.replace(tzinfo=None)}
            named = {name: at for name, at in moments.items() if f":{name}" in statement}
            await tx.execute(text(statement), named)
    await migrations.upgrade(empty, START)
    rows = schema.tickets.c
    async with empty.read() as tx:
        found = await tx.execute(select(rows.id, rows.owed_due_at, rows.owed_by).order_by(rows.id))
        assert [tuple(row) for row in found] == [
            (1, START, schema.NEVER),
            (2, None, schema.NEVER),
        ]


LATER = START + timedelta(hours=3)

#: One that waits for the store, planned for later; one that waits for the customer.
OLD_TICKETS = """
INSERT INTO tickets (id, conversation_id, category, title, words, details, status, priority,
 owed_since, owed_step, owed_due_at, owed_spent, answered, created_at, updated_at)
 VALUES (1, 1, 'other', '', '', '{}', 'open', 0, :now, 1, :later, 0, false, :now, :now);
INSERT INTO tickets (id, conversation_id, category, title, words, details, status, priority,
 owed_since, owed_step, owed_due_at, owed_spent, answered, created_at, updated_at)
 VALUES (2, 1, 'other', '', '', '{}', 'waiting', 0, NULL, 0, NULL, 0, true, :now, :now)
"""

#: A conversation with an operator's reply and a reminder, both queued.
OLD_ROWS = """
INSERT INTO customers (id, channel, address, created_at) VALUES (1, 'kakao-skill', 'c', :now);
INSERT INTO conversations (id, customer_id, mode, waiting_on, waiting_since, misses, matter, words,
 last_seq, episode, ping_step, created_at, updated_at)
 VALUES (1, 1, 'human', 'customer', :now, 0, '', '', 2, 1, 1, :now, :now);
INSERT INTO pings (conversation_id, episode, step, seq, created_at) VALUES (1, 1, 0, 2, :now);
INSERT INTO outbox (conversation_id, seq, channel, delivery, attempts, due_at, created_at,
 updated_at) VALUES (1, 1, 'kakao-skill', 'queued', 0, :now, :now, :now),
 (1, 2, 'kakao-skill', 'queued', 0, :now, :now, :now)
"""
