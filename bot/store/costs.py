"""What paid messages cost, by channel and calendar month. Survives the messages themselves."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Executable, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.model import Cost
from bot.schema import channel_costs
from bot.store.database import Tx

_month = select(channel_costs.c.messages, channel_costs.c.won).where(
    channel_costs.c.channel == bindparam("name"), channel_costs.c.month == bindparam("named")
)


async def of(tx: Tx, channel: str, month: str) -> Cost:
    """What the channel's messages cost in a month (`2026-11`)."""
    row = (await tx.execute(_month, {"name": channel, "named": month})).one_or_none()
    return Cost() if row is None else Cost(row.messages, row.won)


async def add(tx: Tx, channel: str, month: str, cost: Cost) -> None:
    """Put it on the month's bill; a negative cost is taken off again."""
    values = {"channel": channel, "month": month, "messages": cost.messages, "won": cost.won}
    await tx.execute(_add(tx.dialect.name), values)


# Built once: on the path of every message, building a statement costs more than running it.
@cache
def _add(dialect: str) -> Executable:
    entry = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(channel_costs)
    return entry.on_conflict_do_update(
        index_elements=[channel_costs.c.channel, channel_costs.c.month],
        set_={
            "messages": channel_costs.c.messages + entry.excluded.messages,
            "won": channel_costs.c.won + entry.excluded.won,
        },
    )
