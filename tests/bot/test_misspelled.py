"""A line is answered alike however it is misspelled, wherever in a conversation it stands."""

import pytest

from benchmarks.misspelled import MISSPELLINGS, differing
from benchmarks.talks import conversations
from intents import Faq, Matcher

#: Every so many-th conversation.
EVERY = 4


@pytest.mark.parametrize(
    ("name", "most"),
    # In a hundred of the lines tried: a conversation more adds lines to both.
    [
        ("a final left out", 10.2),
        ("a final too many", 8.4),
        ("another letter", 11.3),
        ("a stray letter", 0),
        ("느ㄴ for 는", 0.8),
        ("one hit twice", 9.8),
        ("a space too many", 1.1),
        ("ㅐ for ㅔ", 1.4),
        ("ㅅ for ㅆ", 0),
        ("as it sounds", 4.5),
        ("되 for 돼", 0),
        ("여 for 요", 1.5),
        ("욤 for 요", 0),
        ("욬ㅋㅋ for 요", 0.5),
        ("no spaces", 2.2),
        ("doing apart", 0),
        ("tears and dots", 1.0),
    ],
)
def test_few_lines_are_answered_otherwise(
    name: str, most: float, faq: Faq, matcher: Matcher
) -> None:
    found, tried = differing(MISSPELLINGS[name], faq, matcher, EVERY)
    assert tried > 5
    assert 100 * len(found) / tried <= most, found


def test_what_is_answered_otherwise_is_told(faq: Faq, matcher: Matcher) -> None:
    found, tried = differing(lambda _: "컵이 깨져서 왔어요", faq, matcher, EVERY)
    assert tried == sum(len(lines) for _, lines in conversations(EVERY))
    assert len(found) > tried / 2
    assert found[0].misspelled == "컵이 깨져서 왔어요"
    assert found[0].answer != found[0].other
