"""The command `dangol`."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import intents
from bot import __version__, embeddings, migrations, server, settings, terminal
from bot.accounts import ROLES, Accounts
from bot.app import utc_now
from bot.dialog.unwritten import as_meant
from bot.model import Rejected
from bot.settings import Settings, SettingsError
from bot.store import SchemaError, Store


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 well, 1 a problem that was printed, 2 a wrong call."""
    args = _parser().parse_args(argv)
    logging.basicConfig(
        level=args.level,
        stream=sys.stderr,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        return int(args.run(args))
    except intents.FaqError as exc:
        print(exc, file=sys.stderr)
    except (SettingsError, SchemaError, Rejected, server.StartError) as exc:
        print(f"dangol: {exc}", file=sys.stderr)
    except BrokenPipeError:
        # Whoever reads the output (`| head`) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dangol", description="Support desk of a Korean online store"
    )
    parser.add_argument("--version", action="version", version=f"dangol {__version__}")
    parser.set_defaults(level=logging.INFO)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="run the server")
    serve.set_defaults(run=lambda args: asyncio.run(server.serve(settings.read())))

    chat = commands.add_parser(
        "chat", help="talk to the bot in the terminal; shows why it answered"
    )
    # A line of the log between two of the talk helps nobody.
    chat.set_defaults(
        run=lambda args: asyncio.run(terminal.chat(settings.read())), level=logging.WARNING
    )

    migrate = commands.add_parser("migrate", help="bring the database to the newest schema")
    migrate.set_defaults(run=lambda args: asyncio.run(_migrate(settings.read())))

    _add_faq(commands.add_parser("faq", help="check, test and try faq.yaml"))

    operator = commands.add_parser("operator", help="console accounts")
    operator_commands = operator.add_subparsers(required=True, metavar="COMMAND")
    add = operator_commands.add_parser("add", help="make an account; prints a one-time password")
    add.add_argument("name")
    add.add_argument("--role", choices=ROLES, default="operator")
    add.set_defaults(run=lambda args: asyncio.run(_add_operator(settings.read(), args)))
    reset = operator_commands.add_parser("reset", help="a new one-time password for an account")
    reset.add_argument("name")
    reset.set_defaults(run=lambda args: asyncio.run(_reset_operator(settings.read(), args)))
    return parser


def _add_faq(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check", help="every problem as FILE:LINE: what (how to mend it), and advice"
    )
    check.add_argument("file", nargs="?")
    check.add_argument("--strict", action="store_true", help="exit with 1 when there is advice")
    check.set_defaults(run=_faq_check)

    test = commands.add_parser("test", help="the FAQ's own `tests:`")
    test.add_argument("file", nargs="?")
    test.set_defaults(run=_faq_test)

    attempt = commands.add_parser("try", help="verdict and candidates for one line")
    attempt.add_argument("text")
    attempt.add_argument("--json", action="store_true")
    attempt.set_defaults(run=_faq_try)

    evaluation = commands.add_parser("eval", help="accuracy on labelled lines")
    evaluation.add_argument("--cases", required=True, metavar="FILE.tsv")
    evaluation.add_argument("--json", action="store_true")
    evaluation.set_defaults(run=_faq_eval)


def _faq_file(args: argparse.Namespace) -> str:
    return getattr(args, "file", None) or settings.read().faq


def _matcher(faq: intents.Faq) -> intents.Matcher:
    """With the server's model and its cache; by letters alone where the model fails."""
    meaning = embeddings.meaning(settings.read())
    try:
        matcher = intents.Matcher(faq, meaning=meaning)
    except intents.EmbeddingError as exc:
        print(f"{exc}; 글자로만 찾아요.", file=sys.stderr)
        return intents.Matcher(faq, meaning=None)
    if meaning is not None:
        meaning.save(intents.Matcher.texts(faq))
    return matcher


def _faq_check(args: argparse.Namespace) -> int:
    faq = intents.load(_faq_file(args))
    advice = intents.advise(faq)
    for note in advice:
        print(f"{faq.source}:{note.line}: 참고: {note.message} ({note.fix})")
    meant = as_meant(faq)
    for written, entry in zip(faq.intents, meant.intents, strict=True):
        if written is not entry:
            print(
                f"{faq.source}:{entry.line}: {entry.id}: category와 ticket이 없어 예문을 보고 "
                f"‘{entry.title}’ 문의로 접수해요 (category: {entry.category}, "
                f"ticket: {entry.ticket}). 다르게 하려면 둘을 적어 주세요."
            )
    if missing := intents.left_out(meant):
        print(
            f"{faq.source}: 유형이 없어 챗봇의 말로 접수하는 문의: {', '.join(missing)}. "
            "가게의 말로 답하려면 유형을 만들고, 이름만 바꾸려면 texts의 matter_로 시작하는 "
            "이름을 적어 주세요."
        )
    phrases = sum(len(intent.phrases) for intent in faq.intents)
    print(f"{faq.source}: 문제가 없어요. 문의 유형 {len(faq.intents)}개, 예문 {phrases}개예요.")
    return 1 if advice and args.strict else 0


def _faq_test(args: argparse.Namespace) -> int:
    faq = intents.load(_faq_file(args))
    failures = intents.run_tests(faq, _matcher(faq))
    for failure in failures:
        print(failure)
    total = sum(len(intent.tests) for intent in faq.intents)
    print(f"{total}개 가운데 {total - len(failures)}개가 맞았어요.")
    return 1 if failures else 0


def _faq_try(args: argparse.Namespace) -> int:
    faq = intents.load(_faq_file(args))
    understood = terminal.understand(_matcher(faq), args.text)
    if args.json:
        print(json.dumps(terminal.match_json(understood), ensure_ascii=False, indent=2))
    else:
        print(terminal.explain(understood, faq))
    return 0


def _faq_eval(args: argparse.Namespace) -> int:
    faq = intents.load(_faq_file(args))
    watch = terminal.Stopwatch(_matcher(faq))
    report = intents.evaluate(watch, intents.read_cases(Path(args.cases)))
    if args.json:
        print(json.dumps(terminal.evaluation_json(report, watch), ensure_ascii=False))
    else:
        print(terminal.evaluation(report, watch))
    return 0


async def _migrate(chosen: Settings) -> int:
    store = Store(chosen.database_url)
    try:
        before, after, backup = await migrations.upgrade(store, utc_now())
    finally:
        await store.close()
    if backup:
        print(f"copied the old database to {backup}")
    print(
        f"the schema is already {after}"
        if before == after
        else f"schema {before or 'empty'} -> {after}"
    )
    return 0


async def _add_operator(chosen: Settings, args: argparse.Namespace) -> int:
    async with _accounts(chosen) as accounts:
        password = await accounts.add(args.name, args.role)
    print(f"{args.name} ({args.role})  one-time password: {password}")
    return 0


async def _reset_operator(chosen: Settings, args: argparse.Namespace) -> int:
    async with _accounts(chosen) as accounts:
        password = await accounts.reset(args.name)
    print(f"{args.name}  one-time password: {password}")
    return 0


@asynccontextmanager
async def _accounts(chosen: Settings) -> AsyncIterator[Accounts]:
    store = Store(chosen.database_url)
    try:
        await migrations.ensure(store, utc_now())
        yield Accounts(store, utc_now)
    finally:
        await store.close()
