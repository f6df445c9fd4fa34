"""The dialogue's rules leave lines with the entry that the matcher finds for them."""

import pytest

from benchmarks.first_lines import Ending, endings, lines
from intents import Faq, Matcher

#: Of every so many-th shipped line so many end elsewhere; what a rule takes away adds to them.
EVERY = 12
MOST_MISSED = 20


@pytest.fixture(scope="module")
def matcher(faq: Faq) -> Matcher:
    return Matcher(faq)


def test_most_lines_end_with_the_entry_they_belong_to(faq: Faq, matcher: Matcher) -> None:
    found = list(endings(lines(faq, every=EVERY), faq, matcher))
    missed = [(one.topic, one.how, one.entries, one.line) for one in found if not one.is_well]
    assert len(found) > 400
    assert len(missed) <= MOST_MISSED, missed


def test_what_becomes_of_a_line_is_told(faq: Faq, matcher: Matcher) -> None:
    cases = [("shipping_fee", "배송비 얼마예요"), ("receipt", "컵이 깨져서 왔어요")]
    answered, filed = endings(cases, faq, matcher)
    assert answered == Ending("shipping_fee", "배송비 얼마예요", "answered", ("shipping_fee",))
    assert answered.is_well
    assert (filed.how, filed.entries) == ("filed", ("product_defect",))
    assert not filed.is_well
