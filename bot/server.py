"""`dangol serve`: listens, says where, and stops cleanly."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket

from aiohttp import web

from bot import __version__
from bot.app import PARTS, Parts, build
from bot.settings import Settings

#: Running requests may take this long when the server is told to stop.
STOP_SECONDS = 6
#: Connections that may wait to be accepted; a sale begins for everybody at once.
BACKLOG = 512


class StartError(Exception):
    """The server cannot start; the message says what to do."""


async def serve(settings: Settings) -> int:
    """Serve until SIGTERM or SIGINT. Raises StartError, SchemaError, intents.FaqError."""
    # Before anything listens: whoever is told to stop while it starts stops as cleanly.
    stop = _told_to_stop()
    # The port first: a second server started by mistake must not touch the database of the first.
    listening = _listen(settings)
    app = build(settings)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        # What lives as long as the server (above all the FAQ's index) need not be walked through
        # by the garbage collector again and again: its full rounds were the slowest answers.
        gc.collect()
        gc.freeze()
        print(_greeting(app[PARTS], _port(runner)), flush=True)  # noqa: T201 - the one thing the terminal shows
        await stop.wait()
    finally:
        await runner.cleanup()
    return 0


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError as exc:
        raise StartError(
            f"cannot listen on {settings.host}:{settings.port} ({exc.strerror});"
            " stop the other program or set DANGOL_PORT to another number"
        ) from exc


def _told_to_stop() -> asyncio.Event:
    """Set by SIGTERM and SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


def _port(runner: web.AppRunner) -> int:
    return int(runner.addresses[0][1])


def _greeting(parts: Parts, port: int) -> str:
    settings = parts.settings
    base = settings.public_url or settings.base_url.replace(f":{settings.port}", f":{port}")
    lines = [
        f"Dangol {__version__}  {parts.faqs.faq.store.name}",
        f"  웹 채팅   {base}/chat",
        f"  콘솔      {base}/console",
        f"  FAQ       {base}/faq",
    ]
    if parts.first_admin_password:
        lines.insert(3, f"            이름 admin  일회용 비밀번호 {parts.first_admin_password}")
    if not settings.kakao_skill_secret:
        lines.append("  카카오톡  꺼져 있어요. 켜려면 DANGOL_KAKAO_SKILL_SECRET을 정해 주세요.")
    else:
        lines.append(f"  카카오톡  {base}/webhook/kakao-skill")
    lines.append("  멈추려면 Ctrl+C를 누르세요.")
    return "\n".join(lines)
