"""Lines without spaces: read with them, kept without."""

from __future__ import annotations

from bot.dialog.spacing import as_written
from bot.model import AddToTicket, Decision, FileTicket, Incoming, Memory, Reply, Score, State

LINE = Incoming(
    channel="web",
    customer="c",
    text="이름은김영호고요 010-1111-2222예요",
    spaced="이름은 김영호고요 010-1111-2222예요",
)


def test_what_is_kept_and_said_is_spelled_as_the_customer_spelled_it() -> None:
    told = {"what": "이름은 김영호고요", "name": "김영호"}
    decision = Decision(
        state=State(words="이름은 김영호고요", memory=Memory(details=told)),
        reply=Reply(text="‘이름은 김영호고요’ 건을 접수했어요."),
        ticket=FileTicket(
            category="other",
            intent_id=None,
            title="이름은 김영호고요",
            words="앞의 말\n이름은 김영호고요 010-1111-2222예요",
            details=told,
        ),
        score=Score(ticket=1, score=3, comment="이름은 김영호고요"),
    )
    kept = as_written(LINE, decision)
    assert kept.state.words == "이름은김영호고요"
    assert kept.state.memory.details == {"what": "이름은김영호고요", "name": "김영호"}
    assert kept.reply is not None
    assert kept.reply.text == "‘이름은김영호고요’ 건을 접수했어요."
    assert isinstance(kept.ticket, FileTicket)
    assert kept.ticket.title == "이름은김영호고요"
    assert kept.ticket.words == "앞의 말\n이름은김영호고요 010-1111-2222예요"
    assert kept.ticket.details == kept.state.memory.details
    assert kept.score is not None
    assert kept.score.comment == "이름은김영호고요"


def test_what_is_added_to_a_ticket_too() -> None:
    told = {"what": "이름은 김영호고요"}
    kept = as_written(LINE, Decision(state=State(), ticket=AddToTicket(details=told)))
    assert isinstance(kept.ticket, AddToTicket)
    assert kept.ticket.details == {"what": "이름은김영호고요"}


def test_a_line_that_was_read_as_it_stands_changes_nothing() -> None:
    decision = Decision(state=State(words="이름은 김영호고요"))
    plain = Incoming(channel="web", customer="c", text="이름은 김영호고요")
    assert as_written(plain, decision) is decision
