"""The figures of an evaluation, for programs and for people."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from intents import reliability
from intents.reliability import Bin


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over lines that have an entry. `helped`: answered right, or offered in a clarify."""

    cases: int = 0
    top1: int = 0
    top3: int = 0
    helped: int = 0
    answered_wrong: int = 0


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many lines got which verdict, ours or not."""

    answer: int = 0
    clarify: int = 0
    none: int = 0

    @property
    def total(self) -> int:
        """The lines."""
        return self.answer + self.clarify + self.none

    def shares(self) -> dict[str, float]:
        """The share of each verdict, to four places."""
        return {name: round(_share(n, self.total), 4) for name, n in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often `expected` had `got` as its first candidate instead."""

    expected: str
    got: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Figures of one evaluation, in lines; `auroc` parts ours from not ours by confidence.

    `bins` compare the first candidate's confidence with how often it is right (never for a line
    that is not ours), `ece` is their expected calibration error. `settled` lines are ours and
    answered right, or not ours and not answered.
    """

    cases: int
    in_scope: Tally
    out_of_scope: int
    out_of_scope_answered: int
    out_of_scope_clarified: int
    auroc: float | None
    styles: Mapping[str, Tally]
    intents: Mapping[str, Tally]
    confusions: tuple[Confusion, ...]
    settled: int
    ece: float
    bins: tuple[Bin, ...]
    verdicts: Mapping[str, Verdicts]

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

    @property
    def accuracy_with_rejects(self) -> float:
        """Share of all lines answered right, or rightly left unanswered."""
        return _share(self.settled, self.cases)

    def to_json(self) -> dict[str, object]:
        """Counts and shares, ready for `json.dumps`."""
        shares = ("top1", "top3", "helped", "answered_wrong", "accuracy_with_rejects")
        rounded = {name: round(getattr(self, name), 4) for name in shares}
        verdicts = {style: counts.shares() for style, counts in self.verdicts.items()}
        return asdict(self) | rounded | {"verdict_shares": verdicts}

    def table(self) -> str:
        """The same for people."""
        ours = self.in_scope
        lines = [
            f"문장 {self.cases}개 (우리 문의 {ours.cases}개, 아닌 것 {self.out_of_scope}개)",
            f"1순위 정답 {self.top1:.1%} · 3순위 안 {self.top3:.1%} · 도움 됨 {self.helped:.1%}",
            f"틀린 답 {ours.answered_wrong}개 · 남의 문의에 답함 {self.out_of_scope_answered}개",
        ]
        lines.append(f"거절까지 친 정답 {self.accuracy_with_rejects:.1%}")
        if self.auroc is not None:
            lines.append(f"우리 문의 구별(AUROC) {self.auroc:.3f}")
        lines.append(f"확신과 정답의 차이(ECE) {self.ece:.3f}")
        lines += ["", *_rows("말투", self.styles), "", *_rows("문의 유형", self.intents)]
        lines += ["", *_verdict_rows(self.verdicts), "", *reliability.table(self.bins)]
        if self.confusions:
            lines += ["", "자주 헷갈린 짝"]
            lines += [f"  {c.count:3} {c.expected} → {c.got}" for c in self.confusions]
        return "\n".join(lines)


def _rows(title: str, tallies: Mapping[str, Tally]) -> list[str]:
    head = f"{'문장':>4}{'1순위':>5}{'3순위':>5}{'도움':>5}{'틀린 답':>5}  {title}"
    return [head, *(f"{_row(tally)}  {name}" for name, tally in tallies.items())]


def _row(tally: Tally) -> str:
    shares = (_share(n, tally.cases) for n in (tally.top1, tally.top3, tally.helped))
    return f"{tally.cases:6}" + "".join(f"{s:8.0%}" for s in shares) + f"{tally.answered_wrong:8}"


def _verdict_rows(verdicts: Mapping[str, Verdicts]) -> list[str]:
    head = f"{'문장':>4}{'답함':>6}{'되물음':>5}{'모름':>6}  말투"
    return [head, *(f"{_verdict_row(counts)}  {style}" for style, counts in verdicts.items())]


def _verdict_row(counts: Verdicts) -> str:
    return f"{counts.total:6}" + "".join(f"{share:8.0%}" for share in counts.shares().values())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
