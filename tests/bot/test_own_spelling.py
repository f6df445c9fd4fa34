"""Lines that are read otherwise than they were typed: kept as they were typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import intents
from bot.dialog.own_spelling import as_written
from bot.model import AddToTicket, Decision, FileTicket, Incoming, Memory, Reply, Score, State

READER = intents.Matcher(
    intents.parse("intents:\n  - {id: a, title: 배송, phrases: [언제 와요], answer: 네}"),
    meaning=None,
)
LINE = Incoming(
    channel="web",
    customer="c",
    text="이름은김예은이고 언재 와요",
    read="이름은 김에은이고 언제 와요",
)
BEFORE = State(memory=Memory(details={"what": "언제 와요"}))


def test_what_is_kept_and_said_is_spelled_as_the_customer_spelled_it() -> None:
    story = "언제 와요\n이름은 김에은이고 언제 와요"
    told = {"what": story, "name": "김에은", "option": "언제 와요", "when": "언제"}
    decision = Decision(
        state=State(words="김에은이고 언제 와요", memory=Memory(details=told)),
        reply=Reply(text="언제인지 볼게요. ‘이름은 김에은이고 언제 와요’ 건을 접수했어요."),
        ticket=FileTicket(
            category="other",
            intent_id=None,
            title="이름은 김에은이고 언제…",
            words="이름은 김에은이고 언제 와요",
            details=told,
        ),
        score=Score(ticket=1, score=3, comment="언제 와요"),
    )
    kept = as_written(BEFORE, LINE, decision)
    assert kept.state.words == "김예은이고 언재 와요"
    # What was told before this line, and what is said of it in other words, stays.
    story = "언제 와요\n이름은김예은이고 언재 와요"
    spelled = told | {"what": story, "name": "김예은", "option": "언재 와요"}
    assert kept.state.memory.details == spelled
    assert kept.reply is not None
    assert kept.reply.text == "언제인지 볼게요. ‘이름은김예은이고 언재 와요’ 건을 접수했어요."
    assert isinstance(kept.ticket, FileTicket)
    assert kept.ticket.title == "이름은김예은이고 언재…"
    assert kept.ticket.words == "이름은김예은이고 언재 와요"
    assert kept.ticket.details == spelled
    assert kept.score is not None
    assert kept.score.comment == "언재 와요"


def test_what_is_added_to_a_ticket_too() -> None:
    told = {"what": "언제 와요\n이름은 김에은이고"}
    kept = as_written(BEFORE, LINE, Decision(state=State(), ticket=AddToTicket(details=told)))
    assert isinstance(kept.ticket, AddToTicket)
    assert kept.ticket.details == {"what": "언제 와요\n이름은김예은이고"}


@given(st.text(alphabet="언재제어와요안되돼 왓왔.?1", max_size=40).map(str.strip))
def test_a_whole_line_is_kept_letter_by_letter(text: str) -> None:
    read = READER.readable(text)
    line = Incoming(channel="web", customer="c", text=text, read=read)
    kept = as_written(State(), line, Decision(state=State(words=read)))
    assert kept.state.words == text


def test_a_line_that_was_read_as_it_stands_changes_nothing() -> None:
    decision = Decision(state=State(words="언제 와요"))
    plain = Incoming(channel="web", customer="c", text="언재 와요")
    assert as_written(State(), plain, decision) is decision


def test_what_was_put_in_other_words_is_kept_in_his_own() -> None:
    text = "나사 두 개가 오지 않았습니다. 구매한 날은 어제입니다"
    read = READER.readable(text)
    assert read == "나사 두 개가 안 왔어요. 주문한 날은 어제입니다"
    line = Incoming(channel="web", customer="c", text=text, read=read)
    story = "나사 두 개가 안 왔어요. 주문한 날은 어제입니다"
    told = {"what": story, "option": "두 개가 안 왔어요", "name": "왔어요"}
    state = State(words="두 개가 안 왔어요\n왔어요 나사 안", memory=Memory(details=told))
    kept = as_written(State(), line, Decision(state=state))
    assert kept.state.words == "두 개가 오지 않았습니다\n왔어요 나사 안"
    # A part of what was put otherwise (`안`, `왔어요`) does not stand for the whole of it.
    assert kept.state.memory.details == {
        "what": text,
        "option": "두 개가 오지 않았습니다",
        "name": "왔어요",
    }


def test_a_letter_more_and_one_less_leave_each_word_where_it_was() -> None:
    line = Incoming(
        channel="web",
        customer="c",
        text="분유 2단계를 시켰는데 1단계가 왔어요 방금 받았습니다",
        read="분유 2단계를 주문했는데 1단계가 왔어요 방금 받았어요",
    )
    told = {"option": "1단계가", "what": "분유 2단계를 주문했는데 1단계가 왔어요"}
    kept = as_written(BEFORE, line, Decision(state=State(), ticket=AddToTicket(details=told)))
    assert isinstance(kept.ticket, AddToTicket)
    assert kept.ticket.details == {
        "option": "1단계가",
        "what": "분유 2단계를 시켰는데 1단계가 왔어요",
    }


def test_a_wish_keeps_its_usual_name_and_the_words_beside_it_as_they_were_typed() -> None:
    line = Incoming(channel="web", customer="c", text="교완해주셈 빨리", read="교환해주세요 빨리")
    for wish, typed in (
        ("교환", "교환"),
        ("교환 (교환해주세요 빨리)", "교환 (교완해주셈 빨리)"),
        ("교환해주세요 빨리", "교완해주셈 빨리"),
    ):
        told = AddToTicket(details={"wish": wish})
        kept = as_written(BEFORE, line, Decision(state=State(), ticket=told))
        assert isinstance(kept.ticket, AddToTicket)
        assert kept.ticket.details == {"wish": typed}
    # One that was told before this line stays.
    before = State(memory=Memory(details={"wish": "교환 (교환해주세요)"}))
    decision = Decision(state=before, ticket=AddToTicket(details=before.memory.details))
    kept = as_written(before, line, decision)
    assert isinstance(kept.ticket, AddToTicket)
    assert kept.ticket.details == before.memory.details


def test_a_word_between_numbers_is_spelled_as_it_was_typed() -> None:
    read = "교환해주세요 2026 셔츠"
    line = Incoming(channel="web", customer="c", text="교완해주셈 2026 셔츠", read=read)
    told = AddToTicket(details={"what": "교환해주세요 셔츠"})
    kept = as_written(BEFORE, line, Decision(state=State(), ticket=told))
    assert isinstance(kept.ticket, AddToTicket)
    assert kept.ticket.details == {"what": "교완해주셈 셔츠"}
