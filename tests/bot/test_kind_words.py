"""What is only kind around a line, or another way to say it, changes nothing of its end."""

import pytest

from benchmarks.first_lines import lines
from benchmarks.kind_words import FRAMES, differing
from intents import Faq, Matcher

#: Every so many-th shipped line.
EVERY = 24


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("안녕하세요 …", 1),
        ("문의드립니다 …", 2),
        ("… ㅠㅠ", 1),
        ("… 감사합니다", 14),
        ("여", 1),
        ("습니다", 0),
        ("반말", 0),
    ],
)
def test_few_lines_end_otherwise(name: str, most: int, faq: Faq, matcher: Matcher) -> None:
    cases = lines(faq, every=EVERY)
    assert len(cases) > 200
    found = list(differing(cases, FRAMES[name], faq, matcher))
    assert len(found) <= most, found


def test_a_frame_that_says_something_else_is_told(faq: Faq, matcher: Matcher) -> None:
    cases = [("shipping_fee", "배송비 얼마예요")]
    ((bare, other),) = differing(cases, lambda _: "컵이 깨져서 왔어요", faq, matcher)
    assert bare.entries == ("shipping_fee",)
    assert (other.how, other.entries) == ("filed", ("product_defect",))
