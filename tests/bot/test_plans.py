"""What runs every second finds its rows by a partial index: it costs what is due, not what exists.

The statements are caught as the product sends them, and the database is asked for its plan without
their parameters: one that is prepared has none yet.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.engine import Compiled

from bot import schema
from bot.model import Alert, Rank
from bot.store import Store, Tx, alerts, conversations, deadlines, outbox, ticket_lists
from tests.conftest import START


class Planned(Tx):
    """A transaction that notes the plan of every statement before it runs it."""

    def __init__(self, tx: Tx) -> None:
        super().__init__(tx._connection)
        self.plans: list[str] = []

    async def execute(self, statement: Any, parameters: Any = None) -> Any:
        if statement.is_select:
            compiled = statement.compile(dialect=self.dialect)
            self.plans.append(await self.run_sync(lambda tx: _plan(tx, compiled)))
        return await super().execute(statement, parameters)


def _plan(connection: Connection, compiled: Compiled) -> str:
    """The database's words. Empty tables are read as they would be if they were large."""
    if connection.dialect.name == "sqlite":
        nothing = (None,) * compiled.string.count("?")
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled.string}", nothing)
        return "\n".join(row.detail for row in rows)
    for setting in ("enable_seqscan", "enable_bitmapscan", "enable_sort"):
        connection.exec_driver_sql(f"SET LOCAL {setting} = off")
    connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
    connection.exec_driver_sql(f"PREPARE asked AS {compiled.string}")
    nothings = ", ".join("NULL" for _ in set(re.findall(r"\$\d+", compiled.string)))
    call = f"asked({nothings})" if nothings else "asked"
    rows = connection.exec_driver_sql(f"EXPLAIN (COSTS off) EXECUTE {call}")
    words = "\n".join(row[0] for row in rows)
    connection.exec_driver_sql("DEALLOCATE asked")
    return words


async def _pings(tx: Tx) -> None:
    await conversations.lock_silent(tx, START, 100)


async def _owed(tx: Tx) -> None:
    await deadlines.late(tx, START, 50)


async def _asleep(tx: Tx) -> None:
    await deadlines.asleep(tx, START, 50)


async def _outbox(tx: Tx) -> None:
    since = dict.fromkeys(Rank, START - timedelta(hours=1))
    await outbox.claim(tx, START, channel="web", present=None, since=since, limit=100)


async def _alerts(tx: Tx) -> None:
    await alerts.claim(tx, START, few=3, until=START + timedelta(seconds=30))


async def _todo(tx: Tx) -> None:
    await ticket_lists.todo(tx)


async def _todo_behind(tx: Tx) -> None:
    await ticket_lists.todo(tx, after=ticket_lists.Turn(1, START, 7))


@pytest.mark.parametrize(
    ("ask", "indexes"),
    [
        (_pings, ["ix_conversations_ping_due_at"]),
        (_owed, ["ix_tickets_owed_due_at"]),
        (_asleep, ["ix_tickets_snoozed_until"]),
        (_outbox, ["ix_outbox_channel_rank_due_at"] * len(Rank)),
        (_alerts, ["ix_alerts_due_at"]),
        (_todo, ["ix_tickets_todo"]),
        (_todo_behind, ["ix_tickets_todo", "ix_tickets_todo"]),
    ],
)
async def test_what_is_due_is_found_by_its_index_in_its_order(
    store: Store, ask: Callable[[Tx], Awaitable[None]], indexes: list[str]
) -> None:
    async with store.begin() as tx:
        planned = Planned(tx)
        await ask(planned)
    assert len(planned.plans) == len(indexes)
    for plan, index in zip(planned.plans, indexes, strict=True):
        assert re.search(rf"\b{index}\b", plan), plan
        assert not re.search(r"Sort|TEMP B-TREE FOR ORDER BY", plan), plan


async def test_lines_of_one_kind_are_found_by_their_index(store: Store) -> None:
    async with store.begin() as tx:
        await alerts.add(tx, [Alert("jobs", "하나")], START)
        planned = Planned(tx)
        await _alerts(planned)
    first, alike = planned.plans
    # Whether an earlier one of its kind waits, and which ones do.
    assert "ix_alerts_kind_id" in first, first
    assert "ix_alerts_kind_id" in alike, alike


async def test_the_plans_tell_a_query_that_no_index_fits(store: Store) -> None:
    """What these tests would see if a state were a parameter: a partial index needs the word."""
    rows = schema.outbox
    wrong = select(rows.c.id).where(rows.c.delivery == "queued", rows.c.rank == 0)
    async with store.begin() as tx:
        planned = Planned(tx)
        await planned.execute(wrong.order_by(rows.c.due_at))
    assert "ix_outbox_channel_rank_due_at" not in planned.plans[0]
