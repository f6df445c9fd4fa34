"""The operators' console: server-rendered pages that htmx keeps fresh."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from aiohttp import web

from bot.accounts import Accounts
from bot.board import Board
from bot.console import health, notices, reports, team
from bot.console.assets import PREFIX, Assets
from bot.console.events import Events
from bot.console.guard import HOME, LOGIN, PASSWORD, Guard
from bot.console.health import Health
from bot.console.login import Login
from bot.console.notices import Notices
from bot.console.pages import Pages
from bot.console.reports import ReportPages
from bot.console.team import Team
from bot.console.ticket import TicketPages
from bot.console.tickets import Tickets
from bot.desk import Desk
from bot.dispatch import Dispatch
from bot.faqs import LiveFaq
from bot.feed import Feed
from bot.model import AlertHealth, JobState
from bot.reports import Reports
from bot.settings import Settings

__all__ = ["Console"]

# 18 digits at most: what the database's BIGINT holds.
_TICKET = r"/console/tickets/{ticket_id:\d{1,18}}"
_GROUP = r"/console/groups/{group_id:\d{1,18}}"
_NOTICE = rf"{notices.PATH}/{{notice_id:\d{{1,18}}}}"

_ACCOUNT = rf"{team.PATH}/{{operator_id:\d{{1,18}}}}/reset"
_LETTER = rf"{health.PATH}/letters/{{row_id:\d{{1,18}}}}"


class Console:
    """Everything under /console."""

    def __init__(
        self,
        *,
        desk: Desk,
        board: Board,
        dispatch: Dispatch,
        accounts: Accounts,
        feed: Feed,
        report: Reports,
        faqs: LiveFaq,
        settings: Settings,
        now: Callable[[], datetime],
        states: Callable[[], tuple[JobState, ...]] = tuple,
        alerts: Callable[[], Awaitable[AlertHealth | None]],
    ) -> None:
        self._guard = Guard(accounts, settings)
        self._assets = Assets()
        self._events = Events(feed, accounts)
        pages = Pages(assets=self._assets, faqs=faqs, now=now)
        self._login = Login(accounts=accounts, guard=self._guard, pages=pages, settings=settings)
        self._tickets = Tickets(desk=desk, board=board, pages=pages)
        self._ticket = TicketPages(desk=desk, faqs=faqs, pages=pages, now=now)
        self._notices = Notices(board=board, faqs=faqs, pages=pages)
        self._reports = ReportPages(reports=report, faqs=faqs, pages=pages)
        self._team = Team(accounts=accounts, pages=pages)
        self._health = Health(
            desk=desk, dispatch=dispatch, pages=pages, states=states, alerts=alerts
        )

    async def close(self) -> None:
        """End the live streams, so that the server can stop."""
        await self._events.close()

    def routes(self) -> list[web.AbstractRouteDef]:
        """The table of all pages and forms."""
        anyone, operators = self._guard.anyone, self._guard.operators
        login, ticket, notices_ = self._login, self._ticket, self._notices
        return [
            web.get(LOGIN, anyone(login.show)),
            web.post(LOGIN, anyone(login.log_in)),
            web.post("/console/logout", anyone(login.log_out)),
            web.get(PASSWORD, operators(login.show_password, one_time=True)),
            web.post(PASSWORD, operators(login.set_password, one_time=True)),
            web.get(f"{PREFIX}/{{name:.+}}", anyone(self._assets.show)),
            web.get(HOME, operators(self._tickets.show)),
            web.get(f"{HOME}/", operators(self._tickets.show)),
            web.get("/console/events", operators(self._events.stream), allow_head=False),
            web.get(_TICKET, operators(ticket.show)),
            web.post(f"{_TICKET}/reply", operators(ticket.reply)),
            web.post(f"{_TICKET}/retry", operators(ticket.retry)),
            web.post(f"{_TICKET}/take", operators(ticket.take)),
            web.post(f"{_TICKET}/hand-back", operators(ticket.hand_back)),
            web.post(f"{_TICKET}/resolve", operators(ticket.resolve)),
            web.post(f"{_TICKET}/reopen", operators(ticket.reopen)),
            web.post(f"{_TICKET}/edit", operators(ticket.edit)),
            web.post(f"{_TICKET}/snooze", operators(ticket.snooze)),
            web.post(f"{_TICKET}/wake", operators(ticket.wake)),
            web.post(f"{_GROUP}/resolve", operators(self._tickets.resolve_group)),
            web.get(health.PATH, operators(self._health.show)),
            web.post(f"{health.PATH}/letters/retry", operators(self._health.resend_all)),
            web.post(f"{_LETTER}/retry", operators(self._health.resend)),
            web.get(team.PATH, operators(self._team.show)),
            web.post(team.PATH, operators(self._team.add)),
            web.post(_ACCOUNT, operators(self._team.reset)),
            web.get(reports.PATH, operators(self._reports.show)),
            web.get(notices.PATH, operators(notices_.show)),
            web.post(notices.PATH, operators(notices_.put_up)),
            web.post(f"{_NOTICE}/end", operators(notices_.end)),
        ]
