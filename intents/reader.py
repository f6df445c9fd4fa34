"""Typed reading of YAML nodes: every mistake becomes a problem with its line, none an exception."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlsplit

import yaml
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from intents.document import colon_slip, has_forbidden
from intents.faq import Problem
from intents.particles import subject, topic

_NULL: Final = "tag:yaml.org,2002:null"
_ALIKE: Final = 60  # percent of letters shared by a mistyped key and the one that was meant
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_URL_LIMIT: Final = 2_000


@dataclass(slots=True)
class Reader:
    """Reads nodes of one file and collects the problems on the way."""

    problems: list[Problem] = field(default_factory=list)

    def report(self, node: yaml.Node, message: str, fix: str) -> None:
        """Notes one problem at the first line of `node`."""
        self.problems.append(Problem(line_of(node), message, fix))

    def mapping(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """(key, key node, value node) of a mapping without its duplicate and unreadable keys."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong_kind(node, what, "'키: 값' 묶음", "'키: 값'을 한 줄에 하나씩 써 주세요")
            return
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.report(key, f"{what}의 키를 읽을 수 없어요", "키는 짧은 글로 써 주세요")
            elif key.value in lines:
                first = lines[key.value]
                twice = subject(f"'{key.value[:40]}'")
                self.report(
                    key,
                    f"{twice} 두 번 있어요 ({first}번째 줄에도 있어요)",
                    "둘 중 하나를 지워 주세요",
                )
            else:
                lines[key.value] = line_of(key)
                yield key.value, key, value

    def fields(self, node: yaml.Node, known: Collection[str], what: str) -> Mapping[str, yaml.Node]:
        """The values of a mapping whose keys must be `known`; empty values count as absent."""
        found: dict[str, yaml.Node] = {}
        for key, key_node, value in self.mapping(node, what):
            if key not in known:
                self._unknown(key_node, key, known)
            elif not is_empty(value):
                found[key] = value
        return found

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        """The items of a list; none for None."""
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self._wrong_kind(node, what, "목록", "'- '로 시작하는 줄로 하나씩 써 주세요")
        return []

    def text(self, node: yaml.Node | None, what: str, limit: int) -> str | None:
        """A text of 1 to `limit` characters, trimmed; None (and a problem) when it is not."""
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self._wrong_kind(
                node, what, "글", "글 안에 콜론(:)이나 괄호가 있으면 큰따옴표로 감싸 주세요"
            )
            return None
        text = str(node.value).strip()
        if not text:
            self.report(node, f"{subject(what)} 비어 있어요", "내용을 쓰거나 줄을 지워 주세요")
        elif has_forbidden(text):
            self.report(node, f"{what}에 보이지 않는 깨진 글자가 있어요", "그 글자를 지워 주세요")
        elif len(text) > limit:
            message = f"{subject(what)} 너무 길어요 ({len(text):,}자)"
            self.report(node, message, f"{limit:,}자까지 쓸 수 있어요")
        else:
            return text
        return None

    def texts(self, node: yaml.Node | None, what: str, limit: int) -> tuple[str, ...]:
        """The good texts of a list."""
        read = (self.text(item, what, limit) for item in self.items(node, what))
        return tuple(text for text in read if text is not None)

    def choice(self, node: yaml.Node | None, what: str, known: Collection[str]) -> str | None:
        """One of the words `known`."""
        word = self.text(node, what, 100)
        if node is None or word is None or word in known:
            return word
        self.report(node, f"{what}에 {_quoted(word)} 쓸 수 없어요", suggestion(word, known))
        return None

    def day(self, node: yaml.Node | None, what: str) -> date | None:
        """A date as 2026-12-31."""
        word = self.text(node, what, 100)
        if node is None or word is None:
            return None
        try:
            if _DATE.fullmatch(word):
                return date.fromisoformat(word)
        except ValueError:  # 2026-02-30
            pass
        message = f"{what} {_quoted(word)} 달력에 없거나 읽을 수 없는 날짜예요"
        self.report(node, message, "2026-12-31처럼 써 주세요")
        return None

    def url(self, node: yaml.Node | None, what: str) -> str | None:
        """A web address with http or https and a host."""
        address = self.text(node, what, _URL_LIMIT)
        if node is None or address is None or _is_web(address):
            return address
        self.report(
            node, f"{subject(what)} 웹 주소가 아니에요", "https://로 시작하는 주소를 써 주세요"
        )
        return None

    def _unknown(self, node: yaml.Node, key: str, known: Collection[str]) -> None:
        slip = colon_slip(key)
        if slip:
            self.report(node, *slip)
        else:
            self.report(node, f"{_quoted(key)} 없는 항목이에요", suggestion(key, known))

    def _wrong_kind(self, node: yaml.Node, what: str, wanted: str, fix: str) -> None:
        slip = colon_slip(str(node.value)) if isinstance(node, yaml.ScalarNode) else None
        if slip:
            self.report(node, *slip)
        else:
            there = subject(_kind(node))
            self.report(node, f"{what}에는 {subject(wanted)} 와야 하는데 {there} 있어요", fix)


def line_of(node: yaml.Node) -> int:
    """The 1-based line on which `node` starts."""
    return int(node.start_mark.line) + 1


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing (or `null`) was written."""
    return isinstance(node, yaml.ScalarNode) and node.tag == _NULL


def suggestion(word: str, known: Collection[str]) -> str:
    """What was probably meant; all that is possible when nothing is near."""
    choices = sorted(known)
    typed = word[:100].lower()
    near = max(choices, key=lambda choice: _likeness(typed, choice), default="")
    if fuzz.ratio(typed, near) >= _ALIKE:
        return f"혹시 '{near}'인가요?"
    return f"쓸 수 있는 것: {', '.join(choices)}"


def _likeness(typed: str, choice: str) -> tuple[float, float]:
    """By shared letters; among equals by the start of the word, which is seldom mistyped."""
    return fuzz.ratio(typed, choice), JaroWinkler.similarity(typed, choice)


def _quoted(word: str) -> str:
    return topic(f"'{word[:40]}'")


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "'키: 값' 묶음"
    return "목록" if isinstance(node, yaml.SequenceNode) else "글"


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # http://[
        return False
    return (
        parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", address)
    )
