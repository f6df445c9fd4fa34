"""What it costs to remind: by what is due, and by what exists.

`python -m benchmarks.pings [--database-url postgresql://...] [--conversations 100000 1000000]
 [--due 1000 10000]`

A database is filled with conversations of which some are due; then the scheduler's own calls plan,
claim, send (to nowhere) and mark them. Without an address a SQLite file in a temporary folder is
used. PostgreSQL must be empty: the schema is made here.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import delete, insert, update

import intents
from bot import migrations, pings, schema
from bot.channels.base import Channel
from bot.feed import Feed
from bot.metrics import Metrics
from bot.model import Parcel, Reply, Standing
from bot.outbox import Outbox
from bot.pace import Pace
from bot.store import Store

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)  # Wednesday, 15:00 in Seoul
CHUNK = 5_000
FAQ = intents.parse(
    "pings: {after: [30m, 24h]}\n"
    "intents:\n"
    "  - {id: refund, title: 환불 요청, phrases: [환불해 주세요], answer: 네, ticket: ask}\n"
)


class Nowhere:
    """A channel that takes everything at once."""

    name = "kakao-skill"
    can_ping = True
    # As a messenger whose far side is never the limit, but counts and costs like one.
    pace = Pace(per_second=1_000_000, burst=1_000_000)
    price = 15
    fingerprint = ""

    def fit(self, _reply: Reply | None, waiting: Sequence[Reply]) -> int:
        """All."""
        return len(waiting)

    def reach(self) -> None:
        """Everybody."""
        return

    async def send(self, parcel: Parcel) -> str | None:
        """Done."""
        return None

    async def check(self, receipt: str | None) -> Standing:
        """Nobody is asked."""
        return Standing()

    async def close(self) -> None:
        """Nothing is open."""


def rows(first: int, last: int) -> Iterator[dict[str, Any]]:
    """Conversations that wait for nothing."""
    for n in range(first, last):
        yield {
            "id": n, "customer_id": n, "mode": "bot", "waiting_on": "nobody", "waiting_since": NOW,
            "misses": 0, "question": None, "matter": "", "words": "", "memory": {},
            "ticket_id": None, "last_seq": 1, "episode": 1, "ping_step": 0, "ping_due_at": None,
            "created_at": NOW, "updated_at": NOW,
        }  # fmt: skip


async def fill(store: Store, first: int, last: int) -> None:
    """Customers and conversations with the numbers from `first` to `last`, exclusive."""
    for start in range(first, last, CHUNK):
        end = min(start + CHUNK, last)
        people = [
            {"id": n, "channel": "kakao-skill", "address": f"c{n}", "created_at": NOW}
            for n in range(start, end)
        ]
        async with store.begin() as tx:
            await tx.execute(insert(schema.customers), people)
            await tx.execute(insert(schema.conversations), list(rows(start, end)))


async def make_due(store: Store, count: int, exist: int) -> None:
    """Let `count` of the conversations, spread over all, be due."""
    apart = exist // count
    async with store.begin() as tx:
        for table in (schema.outbox, schema.pings, schema.messages):
            await tx.execute(delete(table))
        await tx.execute(
            update(schema.conversations)
            .where(
                schema.conversations.c.id % apart == 0, schema.conversations.c.id <= apart * count
            )
            .values(
                waiting_on="customer",
                question={"kind": "file", "intents": ["refund"]},
                matter="환불 요청",
                last_seq=1,
                episode=1,
                ping_step=0,
                ping_due_at=NOW - timedelta(minutes=1),
            )
        )


async def measure(store: Store, count: int, exist: int) -> tuple[float, float]:
    """Seconds to plan, and to claim, send and mark."""
    await make_due(store, count, exist)
    channels: dict[str, Channel] = {"kakao-skill": Nowhere()}
    feed = Feed(store)
    started = perf_counter()
    planned = await pings.plan(store, FAQ, channels, feed, NOW)
    done = perf_counter()
    outbox = Outbox(store, channels, feed, Metrics(), lambda: NOW, lambda: FAQ)
    sent = 0
    while tried := await outbox.deliver("kakao-skill"):
        sent += tried
    assert planned == sent == count, (planned, sent, count)
    return done - started, perf_counter() - done


async def run(url: str, sizes: list[int], due: list[int]) -> None:
    """Print the table."""
    store = Store(url)
    await migrations.upgrade(store, NOW)
    print("conversations     due |  plan s  deliver s   total s")
    filled = 1
    for exist in sorted(sizes):
        await fill(store, filled, exist + 1)
        filled = exist + 1
        for count in sorted(due):
            plan, deliver = await measure(store, count, exist)
            total = plan + deliver
            print(f"{exist:13,}{count:8,} |{plan:8.2f}{deliver:11.2f}{total:10.2f}", flush=True)
    await store.close()


def main() -> None:
    """One database, all sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database-url")
    parser.add_argument("--conversations", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--due", type=int, nargs="+", default=[1_000, 10_000])
    args = parser.parse_args()
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        url = args.database_url or f"sqlite:///{Path(folder)}/pings.db"
        asyncio.run(run(url, args.conversations, args.due))


if __name__ == "__main__":
    main()
