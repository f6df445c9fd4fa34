"""Whether a confidence of 0.8 is right in 8 of 10 lines: calibration in equal-width bins.

Expected calibration error as by Guo et al., "On Calibration of Modern Neural Networks" (2017).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The lines whose confidence is from `low` to below `high` (1.0 is in the last bin).

    `confidence` and `accuracy` are means over them, 0 when there are none.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def bins(results: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Ten bins over (confidence from 0 to 1, whether it was right)."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in results:
        groups[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return tuple(_bin(place, group) for place, group in enumerate(groups))


def calibration_error(table: Sequence[Bin]) -> float:
    """The mean distance of confidence and accuracy, by lines; 0 (perfect) to 1."""
    total = sum(row.count for row in table)
    if not total:
        return 0.0
    return sum(row.count * abs(row.confidence - row.accuracy) for row in table) / total


def table(rows: Iterable[Bin]) -> list[str]:
    """The bins that have lines, for people."""
    head = f"{'확신':>7}{'문장':>7}{'평균':>6}{'정답':>6}"
    return [head, *(_row(row) for row in rows if row.count)]


def _bin(place: int, group: Sequence[tuple[float, bool]]) -> Bin:
    count = len(group)
    confidence = sum(confidence for confidence, _ in group) / count if count else 0.0
    accuracy = sum(right for _, right in group) / count if count else 0.0
    return Bin(place / BINS, (place + 1) / BINS, count, confidence, accuracy)


def _row(row: Bin) -> str:
    return f"  {row.low:.1f}~{row.high:.1f}{row.count:9}{row.confidence:8.2f}{row.accuracy:8.2f}"
