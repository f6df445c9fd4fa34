"""Patterns that are searched for find just what the plain ones find."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog.words import squash
from bot.patterns import any_of, searched

SCENARIOS = Path(__file__).parent.parent / "scenarios"
PATTERNS = (
    r"(?:깨|부서)[져졌]|찢[어김]",
    r"(?<!안)왔|(?:못|안)\s?받",
    r"(?=취소)취소해|(?!반품)반.",
    r"^(?:네|아)*그만|(?:환불|교환)$",
    r"(?P<many>[0-9]+)개|한\s?개",
    r"[가-힣]{2}\s?색|블랙",
    r"(?:가|나)?다|[^마]",
    r"(?:가|나)*",
    r"(?>가|나)다|(?:라|마)++바",
    r"(가|나)\1",
    r"[\^\-\]\\]|(?:\.|\*)다",
)
#: Without a group that has a name or is called by its number: they can stand side by side.
NUMBERLESS = [one.replace("?P<many>", "?:") for one in PATTERNS if "\\1" not in one]
LETTERS = "가나다라마바깨졌찢어왔안받못취소해반품네그만환불교한개색블랙 0123^-]\\.*A\n"


def _first(pattern: re.Pattern[str], text: str) -> tuple[object, ...] | None:
    found = pattern.search(text)
    return None if found is None else (found.span(), found.groups())


@given(st.sampled_from(PATTERNS), st.text(LETTERS, max_size=30))
def test_it_finds_what_the_plain_pattern_finds(pattern: str, text: str) -> None:
    """The same place, the same groups; so with every further match."""
    quick, plain = searched(pattern), re.compile(pattern)
    assert _first(quick, text) == _first(plain, text)
    each = [found.span() for found in plain.finditer(text)]
    assert [found.span() for found in quick.finditer(text)] == each


@given(st.lists(st.sampled_from(NUMBERLESS), min_size=1, max_size=40), st.text(LETTERS))
def test_many_alternatives_find_what_the_plain_ones_find(ways: list[str], text: str) -> None:
    pattern = "|".join(ways)
    assert _first(searched(pattern), text) == _first(re.compile(pattern), text)


def test_alternatives_are_asked_for_their_first_letters_in_runs() -> None:
    ways = [f"(?:{letter}|[가|)])나" for letter in "다라마바사아자차카타파하" * 3]
    found = searched("|".join(ways)).pattern
    assert found.count("(?=[") == 3  # of all, and of the two runs
    # What may begin with any letter stays as it is, and parts the runs.
    found = searched("|".join((*ways[:30], "[^가]나", ways[30]))).pattern
    assert found.count("(?=[") == 3
    assert "|[^가]나|" in found


@given(st.text("smlSMLxX 가", max_size=12))
def test_letters_of_either_case(text: str) -> None:
    pattern = r"(?:s|m)l|(?:가)x"
    quick = searched(pattern, re.IGNORECASE)
    assert _first(quick, text) == _first(re.compile(pattern, re.IGNORECASE), text)


def test_it_asks_for_the_first_letter_only_where_that_spares_something() -> None:
    assert searched("(?:깨|부서)져|찢어").pattern == "(?=[깨부찢])(?:(?:깨|부서)져|찢어)"
    for pattern in ("깨져|찢어", "[깨찢]어", "(?:가|나)*다?", r"(?:\S|가)다", "(?:[^가]|나)다"):
        assert searched(pattern).pattern == pattern


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(re.error):
        searched("(?:가")


@given(st.lists(st.sampled_from(PATTERNS[:7]), min_size=1, max_size=4), st.text(LETTERS))
def test_any_of_is_found_where_one_of_them_is(patterns: list[str], text: str) -> None:
    each = [re.compile(pattern) for pattern in patterns]
    assert bool(any_of(*each).search(text)) == any(one.search(text) for one in each)


def test_any_of_takes_none_that_refers_to_a_group() -> None:
    for pattern in (r"(가)\1", r"(?P<one>가)(?P=one)", "(가)?(?(1)나|다)"):
        with pytest.raises(ValueError, match="refers to a group"):
            any_of(re.compile("나"), re.compile(pattern))


def _lines() -> Iterator[str]:
    """What customers write in the conversations of the tests."""
    for path in sorted(SCENARIOS.glob("*.yaml")):
        steps = yaml.safe_load(path.read_text(encoding="utf-8")).get("steps", ())
        for said in (step.get("customer") for step in steps if isinstance(step, dict)):
            yield from map(str, said if isinstance(said, list) else [said])


def test_the_patterns_of_the_dialogue_find_what_they_are_written_for() -> None:
    """Every one that asks for a first letter, in every seventh line of the conversations."""
    guard = re.compile(r"\(\?=\[(?:\\.|[^\]\\])*\]\)\(\?:")
    modules = [module for name, module in sys.modules.items() if name.startswith("bot.dialog.")]
    held = {id(one): one for module in modules for one in vars(module).values()}
    patterns = [one for one in held.values() if isinstance(one, re.Pattern)]
    quick = [one for one in patterns if guard.search(one.pattern)]
    lines = sorted(set(_lines()))[::7]
    assert len(quick) > 200
    assert len(lines) > 200
    for pattern in quick:
        plain = re.compile(guard.sub("(?:", pattern.pattern), pattern.flags & ~re.UNICODE)
        for line in lines:
            for text in (line, squash(line)):
                assert _first(pattern, text) == _first(plain, text), (plain.pattern, text)
