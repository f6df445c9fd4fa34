"""`faq.yaml` to a `Faq`, or every problem of it at once."""

from operator import attrgetter
from pathlib import Path
from typing import Final

import yaml

from intents.caps import monthly_cap
from intents.document import MAX_BYTES, read
from intents.entries import entries
from intents.faq import Caution, Faq, FaqError, Problem
from intents.reader import Reader
from intents.rewording import fitted, texts
from intents.schedule import ping_plan, store_info, targets

KEYS: Final = ("version", "store", "pings", "targets", "monthly_cap", "caution", "texts", "intents")
CAUTIONS: Final[dict[str, Caution]] = {
    "careful": "careful",
    "balanced": "balanced",
    "bold": "bold",
    "신중": "careful",
    "보통": "balanced",
    "과감": "bold",
}


def load(path: str | Path) -> Faq:
    """The FAQ of a file (UTF-8, at most 5 MB); FaqError when it is unreadable or has problems."""
    source = str(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as exc:  # ValueError: a NUL in the path
        reason = "파일이 없어요" if isinstance(exc, FileNotFoundError) else "파일을 열 수 없어요"
        raise _error(source, 1, reason, "파일 이름과 위치를 확인해 주세요") from exc
    if len(content) > MAX_BYTES:
        raise _error(
            source, 1, "파일이 너무 커요 (5 MB까지 읽어요)", "쓰지 않는 내용을 지워 주세요"
        )
    try:
        return parse(content.decode("utf-8"), source)
    except UnicodeDecodeError as exc:
        line = content.count(b"\n", 0, exc.start) + 1
        fix = "편집기에서 '다른 이름으로 저장'을 눌러 인코딩을 UTF-8로 골라 주세요"
        raise _error(source, line, "UTF-8로 저장되지 않은 글자가 있어요", fix) from exc


def parse(text: str, source: str = "faq.yaml") -> Faq:
    """The FAQ written in `text`; FaqError with every problem found, in the order of the file."""
    root = read(text, source)
    if root is None:
        raise _error(
            source, 1, "파일이 비어 있어요", "intents: 아래에 문의 유형을 하나 이상 써 주세요"
        )
    reader = Reader()
    fields = reader.fields(root, KEYS, "파일")
    reader.choice(fields.get("version"), "version", ("1",))
    store = store_info(reader, fields.get("store"))
    pings = ping_plan(reader, fields.get("pings"))
    wanted = targets(reader, fields.get("targets"))
    cap = monthly_cap(reader, fields.get("monthly_cap"))
    caution = _caution(reader, fields.get("caution"))
    own, text_lines = texts(reader, fields.get("texts"))
    found = entries(reader, fields.get("intents"), root)
    if reader.problems:
        raise FaqError(tuple(sorted(reader.problems, key=attrgetter("line"))), source)
    return Faq(
        source=source,
        store=store,
        pings=pings,
        targets=wanted,
        monthly_cap=cap,
        caution=caution,
        texts=fitted(own, found, text_lines),
        text_lines=text_lines,
        intents=found,
    )


def _caution(reader: Reader, node: yaml.Node | None) -> Caution:
    """How sure to be, written in English or Korean."""
    return CAUTIONS.get(reader.choice(node, "caution", CAUTIONS) or "", "balanced")


def _error(source: str, line: int, message: str, fix: str) -> FaqError:
    return FaqError((Problem(line, message, fix),), source)
