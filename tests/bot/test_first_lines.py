"""The dialogue's rules leave lines with the entry that the matcher finds for them."""

import intents
from benchmarks.first_lines import FAQ, endings, lines
from intents import Matcher

EVERY = 12
LEAST = 0.94


def test_most_lines_end_with_the_entry_they_belong_to() -> None:
    faq = intents.load(FAQ)
    found = list(endings(lines(faq, every=EVERY), faq, Matcher(faq)))
    missed = [(one.topic, one.how, one.entries, one.line) for one in found if not one.is_well]
    assert len(found) > 400
    assert 1 - len(missed) / len(found) > LEAST, missed
