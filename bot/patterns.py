"""Regular expressions that are looked for in many lines and seldom there.

The engine of `re` skips places at which a pattern cannot begin only where each of its alternatives
begins with a plain letter. One that begins with a group, a choice or an assertion makes it try
every alternative at every place: of the rules' patterns, which list hundreds, that was a sixth of a
decision's time. The letters that a match can begin with stand in the parsed pattern; asked for
ahead of the rest, they spare it nearly everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

# What `re.compile` itself reads a pattern with: the library has no public way to look into one.
_parser: Final = import_module("re._parser")
_op: Final = import_module("re._constants")

#: Letters of a class beyond which asking for them first would spare little.
_MOST_LETTERS: Final = 400
#: So many alternatives are asked for their first letters together, where there are more.
_RUN: Final = 24
_WITHOUT_WIDTH: Final = frozenset((_op.ASSERT, _op.ASSERT_NOT, _op.AT))
_REPEATS: Final = frozenset((_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT))


_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")
_REFERENCE: Final = re.compile(r"\(\?P=|\\[1-9]|\(\?\(")
#: What may hold a `|` that parts no alternatives, as a whole, or any one letter.
_PIECE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


class _AnyLetterError(Exception):
    """A match may begin with nearly any letter."""


def searched(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, for a pattern that is searched for: finds the same, sooner where there is none.

    A pattern that matches the empty text, or may begin with any letter, stays as it is. Raises
    `re.error` as `re.compile` does.
    """
    tree = _parser.parse(pattern, flags)
    try:
        letters, may_be_empty = _first_of_all(tree)
    except _AnyLetterError:
        return re.compile(_in_runs(pattern, flags), flags)
    # Where the case of letters does not count, the engine skips nothing by itself.
    skipped = not flags & re.IGNORECASE and _is_skipped_by_the_engine(tree)
    if may_be_empty or not letters or skipped:
        return re.compile(pattern, flags)
    return re.compile(_behind(letters, _in_runs(pattern, flags)), flags)


def any_of(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """One pattern that is found wherever at least one of these is, and nowhere else.

    Where several are looked for in turn, and mostly in vain, one search does for all. What it finds
    says not which it was. ValueError for a pattern that refers to a group of its own.
    """
    nameless = [_NAMED_GROUP.sub("(?:", one.pattern) for one in patterns]
    if any(_REFERENCE.search(one) for one in nameless):
        raise ValueError("a pattern that refers to a group cannot be put beside others")
    return searched("|".join(nameless))


def _behind(letters: set[int], pattern: str) -> str:
    """The pattern, tried only where one of these letters stands."""
    ahead = "".join(re.escape(chr(letter)) for letter in sorted(letters))
    return f"(?=[{ahead}])(?:{pattern})"


def _in_runs(pattern: str, flags: int) -> str:
    """A pattern of many alternatives with each run of them behind the letters it begins with."""
    ways = _alternatives(pattern)
    if len(ways) <= _RUN:
        return pattern
    parts: list[str] = []
    run: list[str] = []
    begun: set[int] = set()
    for way in ways:
        letters = _begins_with(way, flags)
        if run and (not letters or len(run) == _RUN):
            parts.append(_behind(begun, "|".join(run)))
            run, begun = [], set()
        if letters:
            run.append(way)
            begun |= letters
        else:
            parts.append(way)
    if run:
        parts.append(_behind(begun, "|".join(run)))
    return "|".join(parts)


def _alternatives(pattern: str) -> list[str]:
    """What stands between the `|` of a pattern that are in no group and no class."""
    ways, depth = [""], 0
    for found in _PIECE.finditer(pattern):
        piece = found[0]
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece
    return ways


def _begins_with(way: str, flags: int) -> set[int]:
    """The letters that one alternative can begin with; none where that spares nothing."""
    try:
        letters, may_be_empty = _first_of_all(_parser.parse(way, flags))
    except (_AnyLetterError, re.error):  # by its number it refers to a group before it
        return set()
    return set() if may_be_empty else letters


def _is_skipped_by_the_engine(tree: Iterable[tuple[Any, Any]]) -> bool:
    """Whether the engine knows by itself with which letters the pattern begins."""
    for op, told in tree:
        if op is _op.SUBPATTERN:
            return _is_skipped_by_the_engine(told[-1])
        if op is _op.BRANCH:
            return all(len(part) and part[0][0] is _op.LITERAL for part in told[1])
        return op in (_op.LITERAL, _op.IN)
    return False


def _first_of_all(parts: Iterable[tuple[Any, Any]]) -> tuple[set[int], bool]:
    """The letters that a match of these parts, one behind the other, can begin with.

    And whether it may be empty.
    """
    letters: set[int] = set()
    for op, told in parts:
        found, may_be_empty = _first(op, told)
        letters |= found
        if not may_be_empty:
            return letters, False
    return letters, True


def _first(op: Any, told: Any) -> tuple[set[int], bool]:
    """The same of one part; `told` is what the parser keeps beside its kind."""
    if op in _WITHOUT_WIDTH:
        return set(), True
    if op in (_op.LITERAL, _op.IN):
        return _class(((op, told),) if op is _op.LITERAL else told), False
    if op in (_op.SUBPATTERN, _op.ATOMIC_GROUP):
        return _first_of_all(told if op is _op.ATOMIC_GROUP else told[-1])
    if op is _op.BRANCH:
        each = [_first_of_all(part) for part in told[1]]
        return set().union(*(found for found, _ in each)), any(empty for _, empty in each)
    if op in _REPEATS:
        least, _most, part = told
        letters, may_be_empty = _first_of_all(part)
        return letters, may_be_empty or least == 0
    raise _AnyLetterError  # any letter, all but one, or what a group held


def _class(told: Iterable[tuple[Any, Any]]) -> set[int]:
    """The letters of `[…]`."""
    letters: set[int] = set()
    for op, value in told:
        if op is _op.LITERAL:
            letters.add(value)
        elif op is _op.RANGE and value[1] - value[0] < _MOST_LETTERS:
            letters.update(range(value[0], value[1] + 1))
        else:
            raise _AnyLetterError
    return letters
