"""How much may leave a channel now: its pace, its far side's patience, the seller's monthly cap.

Processes share one count: it lies in the channel's row and the month's bill, and is taken with the
channel's row locked, in the very transaction that claims the messages. So neither pace nor cap is
ever passed, whatever dies. A message is put on the bill before it leaves, and taken off again when
the far side surely did not take it: what nobody knows of counts as paid.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import hours
from bot.channels.base import Channel
from bot.model import UNASKED, ChannelHealth, Cost, Hold, Parcel, Rank, Spending
from bot.store import Tx, channels, costs
from bot.store.channels import ChannelState
from intents import Faq

#: A far side that is asked too much and names no time rests for so long, doubled each time.
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_GUESS = timedelta(minutes=5)
#: A far side may name a longer time, up to this.
LONGEST_PAUSE = timedelta(hours=1)
#: What has waited for longer (the cap was reached, the server was down) wakes nobody at night.
OVERDUE = timedelta(hours=1)
#: What nobody asked for and is older comes out of nowhere: it waits for the customer's next line.
STALE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Opening:
    """How many messages may leave now. `capped`: none until the month ends or the cap rises."""

    count: int
    capped: bool = False


class Gate:
    """Everything takes the open transaction; `faq` gives the seller's cap of this moment."""

    def __init__(self, channels: Mapping[str, Channel], faq: Callable[[], Faq]) -> None:
        self._channels = channels
        self._faq = faq

    async def look(self, tx: Tx, name: str, most: int, now: datetime) -> Opening:
        """What may leave, `most` at most; nothing is taken yet."""
        if self._is_free(name):
            return Opening(most)
        return await self._opening(tx, name, await channels.state(tx, name), most, now)

    async def take(self, tx: Tx, name: str, wanted: int, now: datetime) -> int:
        """Of so many, how many leave: they are on the bill and out of the bucket with this."""
        if self._is_free(name):
            return wanted
        state = await channels.lock(tx, name)
        count = (await self._opening(tx, name, state, wanted, now)).count
        channel = self._channels[name]
        if count and channel.pace is not None:
            await channels.spend(tx, name, channel.pace.after(state.full_at, count, now))
        if count and channel.price:
            await costs.add(tx, name, hours.month(now), Cost(count, count * channel.price))
        return count

    async def give_back(self, tx: Tx, parcel: Parcel) -> None:
        """The far side did not take it: off the bill of the month in which it was claimed."""
        price = self._channels[parcel.channel].price
        if price and parcel.claimed_at is not None:
            await costs.add(tx, parcel.channel, hours.month(parcel.claimed_at), Cost(-1, -price))

    async def pause(self, tx: Tx, name: str, wait: timedelta | None, now: datetime) -> datetime:
        """The far side wants fewer: nothing leaves until then. `wait` is what it named, if it did.

        Messages that were on their way together count as one strike.
        """
        state = await channels.lock(tx, name)
        resting = _rests(state, now)
        strikes = state.strikes if resting else state.strikes + 1
        until = now + (_guess(strikes) if wait is None else min(wait, LONGEST_PAUSE))
        if resting is not None:
            until = resting if wait is None else max(resting, until)
        await channels.pause(tx, name, until, strikes)
        return until

    async def hold(self, tx: Tx, name: str, now: datetime) -> Hold:
        """Why a message of this channel would wait now; empty when it would not."""
        channel = self._channels.get(name)
        if channel is None or not channel.can_ping:
            return "unreachable"
        if self._is_free(name):
            return ""
        state = await channels.state(tx, name)
        if (await self._opening(tx, name, state, 1, now)).capped:
            return "capped"
        return "" if _rests(state, now) is None else "paused"

    async def health(self, tx: Tx, now: datetime) -> tuple[ChannelHealth, ...]:
        """Every channel that can be pushed to, with what keeps it from sending."""
        found = [
            (name, await channels.state(tx, name))
            for name, channel in self._channels.items()
            if self._pushes(channel)
        ]
        return tuple(
            ChannelHealth(
                name=name,
                paused_until=_rests(state, now),
                refusal=_refusal(state, self._channels[name].fingerprint),
            )
            for name, state in found
        )

    async def pushing(self, tx: Tx, now: datetime) -> list[str]:
        """The channels whose messages leave by themselves: not by the customer's next line."""
        return [
            name
            for name, channel in self._channels.items()
            if self._pushes(channel) and await self.hold(tx, name, now) != "capped"
        ]

    def since(self, now: datetime) -> Mapping[Rank, datetime]:
        """What has been due for longer than this is not pushed now.

        What nobody asked for is not pushed at all in the quiet hours: it was due before them, and
        was held up.
        """
        night = self.is_night(now)
        since = dict.fromkeys(Rank, now - OVERDUE) if night else {}
        return since | dict.fromkeys(UNASKED, now if night else now - STALE)

    def is_night(self, now: datetime) -> bool:
        """Whether the seller's quiet hours last."""
        return hours.is_quiet(self._faq().pings.quiet, now)

    def _pushes(self, channel: Channel) -> bool:
        return channel.can_ping and channel.reach() is None

    async def spending(self, tx: Tx, now: datetime) -> tuple[Spending, ...]:
        """This month's bill and the last one's, of every channel that costs."""
        this, last = hours.month(now), hours.last_month(now)
        return tuple(
            [
                Spending(
                    channel=name,
                    month=this,
                    price=channel.price,
                    this=await costs.of(tx, name, this),
                    last=await costs.of(tx, name, last),
                    cap=self._faq().monthly_cap.get(name),
                )
                for name, channel in self._channels.items()
                if channel.price and channel.can_ping
            ]
        )

    def _is_free(self, name: str) -> bool:
        channel = self._channels[name]
        return channel.pace is None and not channel.price

    async def _opening(
        self, tx: Tx, name: str, state: ChannelState, most: int, now: datetime
    ) -> Opening:
        channel, cap = self._channels[name], self._faq().monthly_cap.get(name)
        count = 0 if _rests(state, now) else most
        if channel.pace is not None:
            count = min(count, channel.pace.room(state.full_at, now))
        if not channel.price or cap is None:
            return Opening(count)
        spent = await costs.of(tx, name, hours.month(now))
        affordable = max(0, cap - spent.won) // channel.price
        return Opening(min(count, affordable), capped=not affordable)


def _rests(state: ChannelState, now: datetime) -> datetime | None:
    """Until when the channel rests. A rest that no far side asks for: the clock was set back."""
    until = state.paused_until
    return until if until is not None and now < until <= now + LONGEST_PAUSE else None


def _refusal(state: ChannelState, fingerprint: str) -> str:
    """Why the far side refuses; other credentials than those it refused are free of that."""
    refused = state.refused_at is not None and state.fingerprint == fingerprint
    return state.refusal or "" if refused else ""


def _guess(strikes: int) -> timedelta:
    """A quarter of chance keeps processes from coming back in step."""
    wait = min(FIRST_PAUSE * 2.0 ** min(strikes - 1, 10), LONGEST_GUESS)
    return wait * (1 + random.random() / 4)  # noqa: S311 - jitter, not a secret
