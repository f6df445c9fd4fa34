"""The composition root: settings in, a web application out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from socket import gethostname

from aiohttp import web

from bot import embeddings, migrations, pings, promises
from bot.accounts import Accounts
from bot.alerts import Alerts
from bot.board import Board
from bot.channels.base import Channel
from bot.channels.kakao_skill import KakaoSkill
from bot.channels.web import WebChannel
from bot.checkup import Checkup
from bot.console import Console
from bot.credentials import Credentials
from bot.desk import Desk
from bot.dispatch import Dispatch
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.inbox import Inbox
from bot.jobs import STOP_SECONDS, Jobs
from bot.metrics import Metrics
from bot.outbox import Outbox
from bot.reports import Reports
from bot.settings import Settings
from bot.site import Site
from bot.store import Store
from bot.webchat import WebChat
from bot.webhooks import BODY_LIMIT, Webhooks

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Parts:
    """What the application is made of."""

    settings: Settings
    store: Store
    faqs: LiveFaq
    channels: Mapping[str, Channel]
    feed: Feed
    metrics: Metrics
    inbox: Inbox
    outbox: Outbox
    dispatch: Dispatch
    desk: Desk
    board: Board
    accounts: Accounts
    jobs: Jobs
    alerts: Alerts
    checkup: Checkup
    credentials: Credentials
    #: Printed once by `serve`; None when somebody has an own password.
    first_admin_password: str | None = None


PARTS = web.AppKey("parts", Parts)


def utc_now() -> datetime:
    """The clock. Everything below takes it as an argument."""
    return datetime.now(UTC)


def build(
    settings: Settings, *, now: Callable[[], datetime] = utc_now, scheduled: bool = True
) -> web.Application:
    """The whole server. `scheduled=False`: nobody calls the jobs but who holds `app[PARTS].jobs`.

    Raises intents.FaqError for a FAQ that cannot be used; starting raises SchemaError for a
    database that cannot.
    """
    parts = _parts(settings, now)
    web_channel = parts.channels["web"]
    assert isinstance(web_channel, WebChannel)  # noqa: S101 - narrows the type for the pages below
    console = Console(
        desk=parts.desk,
        board=parts.board,
        dispatch=parts.dispatch,
        accounts=parts.accounts,
        feed=parts.feed,
        report=Reports(parts.store, now),
        faqs=parts.faqs,
        settings=settings,
        now=now,
        states=parts.jobs.states,
        alerts=parts.alerts.health,
    )
    webchat = WebChat(inbox=parts.inbox, channel=web_channel, faqs=parts.faqs, settings=settings)
    webhooks = Webhooks(
        inbox=parts.inbox, faqs=parts.faqs, metrics=parts.metrics, settings=settings
    )
    site = Site(
        faqs=parts.faqs,
        metrics=parts.metrics,
        ping=parts.store.ping,
        stale=parts.jobs.stale,
        states=parts.jobs.states,
        backlogs=parts.desk.backlogs,
        now=now,
    )
    app = web.Application(middlewares=[errors], client_max_size=BODY_LIMIT)
    app[PARTS] = parts
    for pages in (webhooks, webchat, console, site):
        app.add_routes(pages.routes())

    async def run(_app: web.Application) -> AsyncIterator[None]:
        await _start(parts, now, scheduled=scheduled)
        yield
        await _stop(parts, scheduled=scheduled)

    async def close_pages(_app: web.Application) -> None:
        await webchat.close()
        await console.close()

    app.cleanup_ctx.append(run)
    app.on_shutdown.append(close_pages)
    return app


def _parts(settings: Settings, now: Callable[[], datetime]) -> Parts:
    faqs = LiveFaq(settings.faq, now, embeddings.meaning(settings))
    store = Store(settings.database_url)
    channels: dict[str, Channel] = {
        channel.name: channel for channel in (KakaoSkill(settings), WebChannel())
    }
    feed, metrics = Feed(store), Metrics()
    outbox = Outbox(store, channels, feed, metrics, now, lambda: faqs.faq)
    alerts = Alerts(store, settings.alert_url, metrics, now)

    def wake(channel: str) -> None:
        jobs.wake(f"deliver {channel}")

    desk = Desk(store, faqs, channels, feed, now, wake=wake)
    dispatch = Dispatch(store, channels, feed, now, lambda: faqs.faq, wake=wake)

    # The machine's own clock: what is compared with other clocks is no test's.
    credentials = Credentials(store, channels, now, utc_now)

    async def plan() -> None:
        metrics.pings(await pings.plan(store, faqs.faq, channels, feed, now()))

    terms = promises.Terms()

    async def watch() -> None:
        await terms.keep(store, faqs.faq, now())
        await promises.wake(store, faqs.faq, feed, now())
        await promises.watch(store, faqs.faq, channels, feed, now(), alerts.tell)

    async def refresh() -> None:
        if await faqs.refresh():
            feed.changed()

    async def measure() -> None:
        for backlog in (await desk.backlogs())[0]:
            metrics.backlog(backlog.name, backlog.due, backlog.late)
        for bill in await dispatch.spending():
            metrics.cost(bill.channel, bill.this.messages, bill.this.won, bill.cap)
        await alerts.measure()

    async def look() -> None:
        await checkup.look()

    jobs = Jobs(
        {
            "plan": (1, plan),
            "promises": (5, watch),
            **{f"deliver {name}": (1, partial(outbox.deliver, name)) for name in channels},
            "faq": (1, refresh),
            "meaning": (1, faqs.learn),
            "measure": (15, measure),
            "credentials": (600, credentials.check),
            "checkup": (30, look),
            "alerts": (5, alerts.send),
        },
        metrics,
        now,
    )
    checkup = Checkup(
        store=store,
        desk=desk,
        dispatch=dispatch,
        credentials=credentials,
        faqs=faqs,
        alerts=alerts,
        folder=_folder(store),
        place=f"{gethostname()}:{settings.port}",
        stale=jobs.stale,
        now=now,
        wall=utc_now,
    )
    return Parts(
        settings=settings,
        store=store,
        faqs=faqs,
        channels=channels,
        feed=feed,
        metrics=metrics,
        inbox=Inbox(store, faqs, channels, feed, metrics, now),
        outbox=outbox,
        dispatch=dispatch,
        desk=desk,
        board=Board(store, faqs, channels, feed, now, wake=wake),
        alerts=alerts,
        checkup=checkup,
        credentials=credentials,
        accounts=Accounts(store, now),
        jobs=jobs,
    )


def _folder(store: Store) -> Path | None:
    """Where the database's file lies."""
    return Path(store.url.database).parent if store.is_sqlite and store.url.database else None


async def _start(parts: Parts, now: Callable[[], datetime], *, scheduled: bool) -> None:
    await migrations.ensure(parts.store, now())
    parts.first_admin_password = await parts.accounts.first_admin()
    parts.inbox.start()
    if scheduled:
        parts.jobs.start()


async def _stop(parts: Parts, *, scheduled: bool) -> None:
    await parts.jobs.stop()
    if scheduled:
        # What was told last leaves now: the next start may be far away.
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await parts.jobs.run("alerts")
    await parts.inbox.close()
    for channel in parts.channels.values():
        await channel.close()
    await parts.alerts.close()
    await parts.store.close()


#: What whoever opens an address that is none, or that only takes forms, reads.
_REFUSALS = {
    404: "그런 페이지는 없어요. 주소를 다시 확인해 주세요.\n",
    405: "이 주소로는 열 수 없어요. 앞 페이지로 돌아가 다시 해 주세요.\n",
}


@web.middleware
async def errors(
    request: web.Request, handler: Callable[[web.Request], object]
) -> web.StreamResponse:
    """The last net: an error nobody expected is logged once and told without its insides."""
    try:
        return await handler(request)  # type: ignore[misc, no-any-return]  # aiohttp types handlers loosely
    except web.HTTPException as exc:
        if exc.text == f"{exc.status}: {exc.reason}":  # aiohttp's own words
            exc.text = _REFUSALS.get(exc.status, exc.text)
        raise
    except Exception:
        log.exception("request failed method=%s path=%s", request.method, request.path)
        return web.Response(
            status=500,
            text="잠시 문제가 생겼어요. 조금 뒤에 다시 시도해 주세요.\n",
            content_type="text/plain",
        )
