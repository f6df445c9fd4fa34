"""What is told to many: notices in place of an answer, and groups of similar tickets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot import casework
from bot.casework import LARGEST_ID, NotFound
from bot.channels.base import Channel
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.model import Group, Notice, Operator, Rejected, Reply
from bot.store import Store, Tx, conversations, groups, notices


class Board:
    """The operators' use cases for many customers at once."""

    def __init__(
        self,
        store: Store,
        faqs: LiveFaq,
        channels: Mapping[str, Channel],
        feed: Feed,
        now: Callable[[], datetime],
        *,
        wake: Callable[[str], None] = lambda _channel: None,
    ) -> None:
        self._store = store
        self._faqs = faqs
        self._channels = channels
        self._feed = feed
        self._now = now
        self._wake = wake

    async def notices(self) -> tuple[Notice, ...]:
        """The notices that hold now or will, newest first."""
        async with self._store.read() as tx:
            return tuple(await notices.coming(tx, self._now()))

    async def put_up(
        self, operator: Operator, intent_id: str, text: str, ends_at: datetime | None
    ) -> int:
        """A notice takes the place of an entry's answer; whoever waits about it gets it once.

        How many were told.
        """
        text = casework.clean(text)
        now = self._now()
        if self._faqs.faq.get(intent_id) is None:
            raise Rejected("그런 문의 유형은 없어요. 목록에서 골라 주세요.")
        if ends_at is not None and ends_at <= now:
            raise Rejected("끝나는 때가 이미 지났어요. 앞으로의 시각을 골라 주세요.")
        notice = Notice(id=0, intent_id=intent_id, text=text, starts_at=now, ends_at=ends_at)
        async with self._store.begin() as tx:
            await notices.add(tx, notice, operator.id, now)
            waiting = await groups.about(tx, [intent_id])
            await self._tell_all(tx, [conversation for _, conversation in waiting], text, now)
        self._feed.changed()
        return len(waiting)

    async def take_down(self, operator: Operator, notice_id: int) -> None:
        """The entry's own answer counts again."""
        async with self._store.begin() as tx:
            known = 0 < notice_id <= LARGEST_ID
            if not known or not await notices.end(tx, notice_id, self._now()):
                raise NotFound("이미 내린 공지예요.")
        self._feed.changed()

    async def groups(self) -> tuple[Group, ...]:
        """Similar tickets that came in together, the largest group first."""
        async with self._store.read() as tx:
            return tuple(await groups.unresolved(tx))

    def usual(self, title: str) -> str:
        """What a group is told when its operator writes nothing."""
        return self._faqs.faq.texts.group_solved(title)

    async def resolve_group(self, operator: Operator, group_id: int, text: str = "") -> int:
        """The matter of a whole group is settled: everybody is told once. How many they were."""
        told, now = casework.clean(text) if text.strip() else "", self._now()
        async with self._store.begin() as tx:
            found = await groups.members(tx, group_id) if 0 < group_id <= LARGEST_ID else []
            if not found:
                raise NotFound("이미 해결했거나 없는 묶음이에요.")
            for ticket_id, _ in found:
                ticket, conversation = await casework.lock(tx, ticket_id)
                if ticket.status != "resolved":
                    opening = told or self.usual(ticket.title)
                    await casework.resolve(
                        tx, self._faqs.faq, operator, ticket, conversation, now, opening
                    )
            await groups.resolve(tx, group_id, now)
        self._feed.changed()
        self._wake_all()
        return len(found)

    async def _tell_all(
        self, tx: Tx, conversation_ids: Sequence[int], text: str, now: datetime
    ) -> None:
        """One line to many customers, each once, without taking anybody's turn."""
        for conversation_id in sorted(set(conversation_ids)):
            conversation = await conversations.lock(tx, conversation_id)
            if conversation is not None:
                await casework.say(tx, conversation, [Reply(text=text)], now)
                await conversations.save(tx, [conversation], now)
        self._wake_all()

    def _wake_all(self) -> None:
        for name in self._channels:
            self._wake(name)
