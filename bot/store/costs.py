"""What paid messages cost, by channel and calendar month. Survives the messages themselves."""

from __future__ import annotations

from sqlalchemy import bindparam, select
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
    insert = sqlite.insert if tx.dialect.name == "sqlite" else postgresql.insert
    entry = insert(channel_costs).values(
        channel=channel, month=month, messages=cost.messages, won=cost.won
    )
    await tx.execute(
        entry.on_conflict_do_update(
            index_elements=[channel_costs.c.channel, channel_costs.c.month],
            set_={
                "messages": channel_costs.c.messages + entry.excluded.messages,
                "won": channel_costs.c.won + entry.excluded.won,
            },
        )
    )
