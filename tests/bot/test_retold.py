"""A conversation ends with the same ticket, whatever is asked in between and however it is sent."""

from datetime import UTC, datetime

import pytest

from benchmarks.retold import ASIDES, RETELLINGS, held, retold
from benchmarks.talks import Talk
from intents import Faq, Matcher

#: Every so many-th conversation.
EVERY = 4
NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "most"),
    [("asked in between", 10), ("two lines in one", 5), ("two bubbles", 5)],
)
def test_few_conversations_end_otherwise(name: str, most: int, faq: Faq, matcher: Matcher) -> None:
    found, tried = retold(RETELLINGS[name], faq, matcher, EVERY)
    assert tried > 50
    assert len(found) <= most, found


def test_a_question_in_between_that_changes_the_ticket_is_told(
    faq: Faq, matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.retold.ASIDES", ("상담원 연결해 주세요",))
    found, tried = retold(RETELLINGS["asked in between"], faq, matcher, EVERY)
    assert len(found) > tried / 2
    assert "ticket" in found[0].differs


def test_every_question_in_between_has_an_answer_of_its_own(faq: Faq, matcher: Matcher) -> None:
    for aside in ASIDES:
        decision = Talk(faq, matcher).hear(aside, NOW)
        assert decision.reply is not None
        assert decision.reply.text
        assert faq.texts.not_in_faq not in decision.reply.text, aside
        assert decision.ticket is None, aside


def test_a_ticket_is_followed_through_a_conversation(faq: Faq, matcher: Matcher) -> None:
    talk = Talk(faq, matcher)
    talk.hear("머그컵이 깨져서 왔어요", NOW)
    before = talk.branch()
    talk.hear("2026112012345678 어제 받았어요", NOW)
    assert dict(talk.tickets[-1].details)["order_number"] == "2026112012345678"
    assert talk.state.ticket == 1
    assert held(before.tickets) != held(talk.tickets)
    assert "order_number" not in before.tickets[-1].details
