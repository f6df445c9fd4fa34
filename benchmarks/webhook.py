"""Durable requests a second of the Kakao webhook, against a bare aiohttp handler beside it.

`python -m benchmarks.webhook [--seconds 6] [--rounds 3] [--database-url postgresql://...]`

Both servers run in a process of their own, one after the other in every round, under the same load:
32 kept-alive
connections, each sending its next request when it has the answer. The bare handler only decodes the
payload and encodes
an answer; Dangol matches, decides and commits (SQLite: synchronous=FULL) before it answers.
What counts is the ratio.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import intents
from tests.kakao import SECRET, check_skill_response, said

CONNECTIONS = 32
CUSTOMERS = 500
ROOT = Path(__file__).parent.parent
FAQ = ROOT / "faq.yaml"

#: How customers' lines differ from the FAQ's phrases.
OPENINGS = ("", "저기요 ", "안녕하세요 ", "어제 주문했는데 ", "혹시 ", "급해요 ")
ENDINGS = ("", "요", " ㅠㅠ", "?", " 부탁드려요", " 알려주세요", "ㅋㅋ")
STRANGE = ("오늘 비 올까요", "점심 뭐 먹지", "노래 추천해 줘", "ㅎㅎ 심심해요", "1234")


@dataclass(frozen=True)
class Round:
    """What one server did in one round; times in milliseconds."""

    rate: float
    p50: float
    p99: float


def lines(count: int) -> list[str]:
    """Varied customer lines, the same in every run."""
    chance = random.Random(7)  # noqa: S311 - a repeatable load, not a secret
    phrases = [phrase for intent in intents.load(FAQ).intents for phrase in intent.phrases]
    found = []
    for _ in range(count):
        phrase = chance.choice(STRANGE) if chance.random() < 0.1 else chance.choice(phrases)
        if chance.random() < 0.4:
            phrase = phrase.replace(" ", "")
        if chance.random() < 0.3 and len(phrase) > 4:
            place = chance.randrange(len(phrase))
            phrase = phrase[:place] + phrase[place + 1 :]
        found.append(chance.choice(OPENINGS) + phrase + chance.choice(ENDINGS))
    return found


def requests(port: int, count: int = 20_000) -> list[bytes]:
    """HTTP requests ready to be written."""
    chance = random.Random(8)  # noqa: S311 - a repeatable load, not a secret
    made = []
    for text in lines(count):
        payload = said(text, user=f"customer-{chance.randrange(CUSTOMERS)}")
        body = json.dumps(payload, ensure_ascii=False).encode()
        head = (
            "POST /webhook/kakao-skill HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{port}\r\nX-Dangol-Secret: {SECRET}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


async def load(port: int, work: list[bytes], seconds: float) -> Round:
    """Keep every connection busy for so long."""
    times: list[float] = []
    todo = iter(work)
    end = perf_counter() + seconds

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (begun := perf_counter()) < end:
            writer.write(next(todo))
            await _answer(reader)
            times.append(perf_counter() - begun)
        writer.close()
        await writer.wait_closed()

    begun = perf_counter()
    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    cuts = statistics.quantiles(times, n=100)
    return Round(len(times) / (perf_counter() - begun), cuts[49] * 1000, cuts[98] * 1000)


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    return await reader.readexactly(length)


async def _checked(port: int, request: bytes) -> None:
    """One request whose answer is looked at, so that no error page is measured."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    check_skill_response(json.loads(await _answer(reader)))
    writer.close()
    await writer.wait_closed()


@contextmanager
def server(arguments: list[str], environment: dict[str, str], log: Path) -> Iterator[int]:
    """A server process; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, **environment, "DANGOL_PORT": str(port)}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=environment, stdout=out, stderr=out, cwd=ROOT
        )
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        sleep(0.1)
    raise RuntimeError(f"the server did not start: {process.args!r}")


def measure(arguments: list[str], environment: dict[str, str], seconds: float, log: Path) -> Round:
    """One round of one server, after a second to warm up."""
    with server(arguments, environment, log) as port:
        work = requests(port)
        asyncio.run(_checked(port, work[0]))
        asyncio.run(load(port, work, 1))
        return asyncio.run(load(port, work * 4, seconds))


def main() -> None:
    """Print the table and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--database-url", default="", help="a migrated, empty database; default: SQLite"
    )
    args = parser.parse_args()
    bare: list[Round] = []
    dangol: list[Round] = []
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        for number in range(args.rounds):
            url = args.database_url or f"sqlite:///{folder}/{number}.db"
            environment = {
                "DANGOL_DATABASE_URL": url,
                "DANGOL_FAQ": str(FAQ),
                "DANGOL_KAKAO_SKILL_SECRET": SECRET,
            }
            bare.append(measure(["-m", "benchmarks.bare"], {}, args.seconds, log))
            dangol.append(measure(["-m", "bot", "serve"], environment, args.seconds, log))
    database = args.database_url or "SQLite"
    print(f"{CONNECTIONS} connections, {args.rounds} rounds of {args.seconds:g} s, {database}")
    print(f"{'':14}{'requests/s':>12}{'p50 ms':>10}{'p99 ms':>10}")
    for name, rounds in (("bare aiohttp", bare), ("Dangol", dangol)):
        rate, p50, p99 = (
            statistics.median(r)
            for r in zip(*((r.rate, r.p50, r.p99) for r in rounds), strict=True)
        )
        print(f"{name:14}{rate:12.0f}{p50:10.1f}{p99:10.1f}")
    ratios = [ours.rate / theirs.rate for ours, theirs in zip(dangol, bare, strict=True)]
    print(
        f"ratio {statistics.median(ratios):.2f} (rounds: {', '.join(f'{r:.2f}' for r in ratios)})"
    )


if __name__ == "__main__":
    main()
