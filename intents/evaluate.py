"""How well a matcher does: labelled lines, and the FAQ's own `tests:`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from intents import reliability
from intents.confidence import CHOICES
from intents.faq import Faq, FaqError, Problem
from intents.matcher import Match, Matcher
from intents.report import Confusion, Report, Tally, Verdicts

_NOT_OURS: Final = "none"
_WORST: Final = 10  # confusion pairs in a report
_CASE_FIX: Final = "'id<탭>style<탭>text'로 써 주세요 (우리 문의가 아니면 id는 none)"


class Matching(Protocol):
    """A matcher, or what stands around one to measure it."""

    def match(self, text: str) -> Match:
        """The verdict on `text`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled line; `intent_id` is None when the FAQ should not answer it."""

    intent_id: str | None
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of `tests:` that its own entry did not answer; `match` is what came instead."""

    intent_id: str
    line: int
    text: str
    match: Match

    def __str__(self) -> str:
        """What a seller reads: the line, the entry it belongs to, and what it got instead."""
        nearest = next((found.intent_id for found in self.match.candidates), "")
        got = {
            "answer": f"‘{nearest}’의 답을 했어요",
            "clarify": f"‘{nearest}’ 등을 들어 되물었어요",
            "none": "답을 찾지 못했어요",
        }[self.match.verdict]
        return f"{self.line}번째 줄 {self.intent_id}: ‘{self.text}’ → {got}"


def read_cases(path: str | Path) -> tuple[Case, ...]:
    """The lines `id<TAB>style<TAB>text` of a UTF-8 file; FaqError lists the lines that are not."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as exc:
        problem = Problem(
            1, "파일을 UTF-8 글로 읽을 수 없어요", "파일 이름과 인코딩을 확인해 주세요"
        )
        raise FaqError((problem,), str(path)) from exc
    rows = [(number, line.split("\t")) for number, line in enumerate(text.split("\n"), 1) if line]
    problems = tuple(
        Problem(number, "칸이 세 개가 아니거나 비어 있어요", _CASE_FIX)
        for number, row in rows
        if len(row) != 3 or not all(cell.strip() for cell in row)
    )
    if problems:
        raise FaqError(problems, str(path))
    return tuple(_case(*row) for _, row in rows)


def evaluate(matcher: Matching, cases: Iterable[Case]) -> Report:
    """What `matcher` does with each case."""
    results = [(case, matcher.match(case.text)) for case in cases]
    ours = [result for result in results if result[0].intent_id is not None]
    others = [match for case, match in results if case.intent_id is None]
    bins = reliability.bins((_confidence(match), _is_first(case, match)) for case, match in results)
    return Report(
        cases=len(results),
        in_scope=_tally(ours),
        out_of_scope=len(others),
        out_of_scope_answered=sum(match.verdict == "answer" for match in others),
        out_of_scope_clarified=sum(match.verdict == "clarify" for match in others),
        auroc=_auroc([_confidence(match) for _, match in ours], [*map(_confidence, others)]),
        styles=_tallies(ours, lambda case: case.style),
        intents=_tallies(ours, lambda case: case.intent_id or _NOT_OURS),
        confusions=_confusions(ours),
        settled=sum(_is_settled(case, match) for case, match in results),
        ece=reliability.calibration_error(bins),
        bins=bins,
        verdicts=_verdicts(results),
    )


def run_tests(faq: Faq, matcher: Matcher) -> tuple[Failure, ...]:
    """The lines of every `tests:` that are not answered by their own entry."""
    results = (
        (intent, text, matcher.match(text)) for intent in faq.intents for text in intent.tests
    )
    return tuple(
        Failure(intent.id, intent.line, text, match)
        for intent, text, match in results
        if match.verdict != "answer" or match.candidates[0].intent_id != intent.id
    )


def _case(intent_id: str, style: str, text: str) -> Case:
    return Case(None if intent_id == _NOT_OURS else intent_id, style, text.strip("\r"))


def _tally(results: Sequence[tuple[Case, Match]]) -> Tally:
    ranks = [(_rank(case, match), match.verdict) for case, match in results]
    return Tally(
        cases=len(ranks),
        top1=sum(rank == 0 for rank, _ in ranks),
        top3=sum(rank < CHOICES for rank, _ in ranks),
        helped=sum(_is_helped(rank, verdict) for rank, verdict in ranks),
        answered_wrong=sum(rank > 0 and verdict == "answer" for rank, verdict in ranks),
    )


def _tallies(
    results: Sequence[tuple[Case, Match]], label: Callable[[Case], str]
) -> dict[str, Tally]:
    groups: dict[str, list[tuple[Case, Match]]] = {}
    for case, match in results:
        groups.setdefault(label(case), []).append((case, match))
    return {name: _tally(group) for name, group in groups.items()}


def _verdicts(results: Iterable[tuple[Case, Match]]) -> dict[str, Verdicts]:
    groups: dict[str, Counter[str]] = {}
    for case, match in results:
        groups.setdefault(case.style, Counter())[match.verdict] += 1
    return {style: Verdicts(**counts) for style, counts in groups.items()}


def _is_first(case: Case, match: Match) -> bool:
    return case.intent_id is not None and _rank(case, match) == 0


def _is_settled(case: Case, match: Match) -> bool:
    answered = match.verdict == "answer"
    return answered and _is_first(case, match) if case.intent_id is not None else not answered


def _rank(case: Case, match: Match) -> int:
    """The place of the right entry, from 0; past the end when it is not there."""
    ids = [candidate.intent_id for candidate in match.candidates]
    return ids.index(case.intent_id) if case.intent_id in ids else max(CHOICES, len(ids))


def _is_helped(rank: int, verdict: str) -> bool:
    return (verdict == "answer" and rank == 0) or (verdict == "clarify" and rank < CHOICES)


def _confidence(match: Match) -> float:
    return match.candidates[0].confidence if match.candidates else 0.0


def _auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """How likely a positive scores above a negative, ties half; None without one of both kinds."""
    if not positive or not negative:
        return None
    ordered = sorted(negative)
    twice = sum(bisect_left(ordered, p) + bisect_right(ordered, p) for p in positive)
    return twice / (2 * len(positive) * len(negative))


def _confusions(results: Iterable[tuple[Case, Match]]) -> tuple[Confusion, ...]:
    pairs = Counter(
        (case.intent_id or _NOT_OURS, match.candidates[0].intent_id)
        for case, match in results
        if match.candidates and match.candidates[0].intent_id != case.intent_id
    )
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(*pair, count) for pair, count in ranked[:_WORST])
