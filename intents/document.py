"""The YAML of a FAQ as a tree of nodes with lines; what YAML itself cannot read, explained."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from intents.faq import CATEGORIES, PAID_CHANNELS, FaqError, Problem
from intents.texts import NAMES

MAX_BYTES: Final = 5_000_000
_MAX_DEPTH: Final = 20  # the format needs seven

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
# Editors do not count these as line ends, YAML does: without them the lines of problems agree.
_INVISIBLE_BREAKS: Final = str.maketrans("\x85\u2028\u2029", "   ")

_KEY: Final = r"[a-z_]+"
_NO_SPACE_AFTER_COLON: Final = re.compile(rf"\s*(?:- )?({_KEY}):(?=[^\s/])")
_FULL_WIDTH_COLON: Final = re.compile(rf"\s*(?:- )?({_KEY})\s*：")
_COLON_IN_TEXT: Final = re.compile(rf"\s*(?:- )?(?:{_KEY}:\s+)?[^\s\"'\[{{|>#].*:(?:\s|$)")
_TEXT_START: Final = re.compile(rf"\s*(?:- )?(?:{_KEY}:\s+)?(?P<text>\S.*)?")
_KNOWN_KEYS: Final = frozenset(
    (
        *(
            "version",
            "store",
            "pings",
            "caution",
            "intents",
            "name",
            "hours",
            "holidays",
            "dates",
            "after",
            "id",
        ),
        *("park_after", "quiet", "targets", "first", "next", "high", "urgent", "categories", "ask"),
        *("monthly_cap", *PAID_CHANNELS),
        *CATEGORIES,
        *("title", "category", "phrases", "answer", "answer_off_hours", "buttons", "links"),
        *(
            "images",
            "follow_ups",
            "ticket",
            "listed",
            "details",
            "valid",
            "from",
            "until",
            "tests",
            "label",
            "url",
        ),
        *("message", "phone", "alt", "texts"),
        *NAMES,
    )
)
_QUOTE_IT: Final = "글 전체를 큰따옴표로 감싸 주세요"
_QUOTE_IT_OTHERWISE: Final = "글 전체를 (안에 없는) 다른 따옴표로 감싸 주세요"
_CLOSING: Final = {"[": "]", "{": "}", '"': '"', "'": "'"}


def read(text: str, source: str) -> yaml.Node | None:
    """The root of `text`, None for an empty one; FaqError for what is not plain, finite YAML."""
    plain = text.removeprefix("\ufeff").translate(_INVISIBLE_BREAKS)
    problems = tuple(_sizes(plain)) or tuple(_forbidden(plain))
    if problems:
        raise FaqError(problems, source)
    try:
        problems = tuple(_dangers(plain))
        root: yaml.Node | None = None if problems else yaml.compose(plain, Loader=_LOADER)
    except yaml.YAMLError as exc:
        raise FaqError(_explained(plain, exc), source) from exc
    if problems:
        raise FaqError(problems, source)
    return root


def has_forbidden(text: str) -> bool:
    """Whether `text` has characters that no messenger shows (NUL, controls, lone surrogates)."""
    return _FORBIDDEN.search(text) is not None


def colon_slip(line: str) -> tuple[str, str] | None:
    """Message and fix when a line names a key of ours but its colon is mistyped."""
    found = _FULL_WIDTH_COLON.match(line)
    if found and found[1] in _KNOWN_KEYS:
        return (
            f"'{found[1]}' 뒤에 전각 콜론(：)이 있어요",
            f"보통 콜론과 빈칸으로 '{found[1]}: '처럼 써 주세요",
        )
    found = _NO_SPACE_AFTER_COLON.match(line)
    if found and found[1] in _KNOWN_KEYS:
        return (
            f"'{found[1]}:' 뒤에 빈칸이 없어요",
            f"'{found[1]}: '처럼 콜론 뒤를 한 칸 띄어 주세요",
        )
    return None


def _sizes(text: str) -> Iterator[Problem]:
    if len(text) > MAX_BYTES:
        yield Problem(1, "파일이 너무 커요 (5 MB까지 읽어요)", "쓰지 않는 내용을 지워 주세요")


def _forbidden(text: str) -> Iterator[Problem]:
    for found in _FORBIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found[0]):04X}"
        yield Problem(
            line,
            f"화면에 보이지 않는 깨진 글자가 있어요 ({code})",
            "그 자리의 글을 지우고 다시 써 주세요",
        )
        return  # a binary file has thousands of them; the first says enough


def _dangers(text: str) -> Iterator[Problem]:
    """What is valid YAML but not a FAQ: aliases (they can grow without end), tags, deep nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            yield Problem(line, "괄호나 들여쓰기가 너무 깊어요", "괄호의 짝이 맞는지 확인해 주세요")
            return
        anchor = getattr(event, "anchor", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            yield Problem(
                line, f"'{sign}{anchor}'처럼 '{sign}'로 시작하는 글은 쓸 수 없어요", _QUOTE_IT
            )
        if getattr(event, "tag", None):
            yield Problem(line, "'!'로 시작하는 글은 그대로 쓸 수 없어요", _QUOTE_IT)


def _explained(text: str, exc: yaml.YAMLError) -> tuple[Problem, ...]:
    """The place where reading stopped, and the mistyped keys of the whole file."""
    lines = text.split("\n")
    slips = {number: slip for number, line in enumerate(lines, 1) if (slip := colon_slip(line))}
    problems = {number: Problem(number, *slip) for number, slip in slips.items()}
    last = _line(getattr(exc, "problem_mark", None), 1, len(lines))
    began = _line(getattr(exc, "context_mark", None), last, last)
    # YAML often notices one line late, and where there is a context it began there.
    if not any(line in problems for line in range(min(last - 1, began), last + 1)):
        reason = f"{getattr(exc, 'context', '')} {getattr(exc, 'problem', '')}"
        found = _place(lines, began, last, reason)
        problems[found.line] = found
    return tuple(problems[number] for number in sorted(problems))


def _line(mark: yaml.Mark | None, absent: int, last: int) -> int:
    """The 1-based line of a mark, which may stand behind the end, as far as `last`."""
    return min(last, mark.line + 1) if mark else absent


def _place(lines: list[str], first: int, last: int, reason: str) -> Problem:
    """The likeliest mistake of lines `first` to `last` (1-based), where YAML gave up."""
    if "single document" in reason:
        return Problem(last, "'---' 아래에 내용이 또 있어요", "'---' 줄을 지워 주세요")
    if "quoted scalar" in reason:
        return Problem(
            first, "따옴표를 열고 닫지 않았어요", "글의 앞뒤를 같은 따옴표로 감싸 주세요"
        )
    for number in (last, last - 1, first):
        slip = _slip(lines[number - 1]) if number else None
        if slip:
            return Problem(number, *slip)
    if "flow" in reason:
        return Problem(
            first, "대괄호나 중괄호의 짝이 맞지 않아요", "쉼표와 닫는 괄호를 확인해 주세요"
        )
    return Problem(
        last,
        "이 줄의 들여쓰기나 기호가 맞지 않아요",
        "위아래 줄과 같은 칸에서 시작하는지 확인해 주세요",
    )


def _slip(line: str) -> tuple[str, str] | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return ("줄 앞에 탭이 있어요", "탭을 지우고 빈칸(스페이스)으로 들여 써 주세요")
    found = _TEXT_START.match(line)
    text = (found["text"] or "") if found else ""
    start = text[:2] if text.startswith("{{") else text[:1]
    if start in {*"*&!%@`", "{{"}:
        return (f"'{start}'로 시작하는 글은 그대로 쓸 수 없어요", _QUOTE_IT)
    if start in _CLOSING and not line.rstrip().endswith((_CLOSING[start], ",")):
        if _CLOSING[start] not in line[line.index(start) + 1 :]:
            return (f"'{start}'를 열고 닫지 않았어요", f"글의 끝에 '{_CLOSING[start]}'를 써 주세요")
        return (f"'{start}'로 시작하는 글이 중간에 끊겼어요", _QUOTE_IT_OTHERWISE)
    if _COLON_IN_TEXT.match(line) and line.count(": ") + line.rstrip().endswith(":") > 1:
        return ("글 안에 콜론(:)이 있어요", _QUOTE_IT)
    return None
