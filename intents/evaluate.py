"""How well a matcher does: labelled lines, and the FAQ's own `tests:`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from intents.confidence import CHOICES
from intents.faq import Faq, FaqError, Problem
from intents.matcher import Match, Matcher

_NOT_OURS: Final = "none"
_WORST: Final = 10  # confusion pairs in a report
_CASE_FIX: Final = "'id<탭>style<탭>text'로 써 주세요 (우리 문의가 아니면 id는 none)"


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled line; `intent_id` is None when the FAQ should not answer it."""

    intent_id: str | None
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over lines that have an entry. `helped`: answered right, or offered in a clarify."""

    cases: int = 0
    top1: int = 0
    top3: int = 0
    helped: int = 0
    answered_wrong: int = 0


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often `expected` had `got` as its first candidate instead."""

    expected: str
    got: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures of one evaluation, in lines; `auroc` parts ours from not ours by confidence."""

    cases: int
    in_scope: Tally
    out_of_scope: int
    out_of_scope_answered: int
    out_of_scope_clarified: int
    auroc: float | None
    styles: Mapping[str, Tally]
    intents: Mapping[str, Tally]
    confusions: tuple[Confusion, ...]

    @property
    def top1(self) -> float:
        """Share of the lines with an entry whose first candidate is right."""
        return _share(self.in_scope.top1, self.in_scope.cases)

    @property
    def top3(self) -> float:
        """Share with the right entry among the first three."""
        return _share(self.in_scope.top3, self.in_scope.cases)

    @property
    def helped(self) -> float:
        """Share answered right, or asked with the right entry among the choices."""
        return _share(self.in_scope.helped, self.in_scope.cases)

    @property
    def answered_wrong(self) -> float:
        """Share answered with another entry's answer."""
        return _share(self.in_scope.answered_wrong, self.in_scope.cases)

    def to_json(self) -> dict[str, object]:
        """Counts and shares, ready for `json.dumps`."""
        shares = ("top1", "top3", "helped", "answered_wrong")
        return asdict(self) | {name: round(getattr(self, name), 4) for name in shares}

    def table(self) -> str:
        """The same for people."""
        ours = self.in_scope
        lines = [
            f"문장 {self.cases}개 (우리 문의 {ours.cases}개, 아닌 것 {self.out_of_scope}개)",
            f"1순위 정답 {self.top1:.1%} · 3순위 안 {self.top3:.1%} · 도움 됨 {self.helped:.1%}",
            f"틀린 답 {ours.answered_wrong}개 · 남의 문의에 답함 {self.out_of_scope_answered}개",
        ]
        if self.auroc is not None:
            lines.append(f"우리 문의 구별(AUROC) {self.auroc:.3f}")
        lines += ["", *_rows("말투", self.styles), "", *_rows("문의 유형", self.intents)]
        if self.confusions:
            lines += ["", "자주 헷갈린 짝"]
            lines += [f"  {c.count:3} {c.expected} → {c.got}" for c in self.confusions]
        return "\n".join(lines)


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


def evaluate(matcher: Matcher, cases: Iterable[Case]) -> Report:
    """What `matcher` does with each case."""
    results = [(case, matcher.match(case.text)) for case in cases]
    ours = [result for result in results if result[0].intent_id is not None]
    others = [match for case, match in results if case.intent_id is None]
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


def _rows(title: str, tallies: Mapping[str, Tally]) -> list[str]:
    head = f"{'문장':>4}{'1순위':>5}{'3순위':>5}{'도움':>5}{'틀린 답':>5}  {title}"
    return [head, *(f"{_row(tally)}  {name}" for name, tally in tallies.items())]


def _row(tally: Tally) -> str:
    shares = (_share(n, tally.cases) for n in (tally.top1, tally.top3, tally.helped))
    return f"{tally.cases:6}" + "".join(f"{s:8.0%}" for s in shares) + f"{tally.answered_wrong:8}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
