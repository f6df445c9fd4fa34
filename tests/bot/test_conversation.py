"""A customer, an operator and the clock at random: what must hold in every conversation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import intents
from bot import hours
from bot.dialog import decide, manner, park, promises, quiet, survey, words
from bot.model import AddToTicket, Decision, FileTicket, Incoming, Message, Reply, State

FAQ = intents.parse(
    """
version: 1
store: {name: 시험상점, hours: {mon-fri: "10:00-18:00"}, holidays: south-korea}
intents:
  - id: return_request
    title: 반품 신청
    category: refund
    phrases: [반품하고 싶어요, 반품 신청할게요, 돌려보내고 싶어요]
    answer: 반품은 받으신 날부터 7일 이내에 신청하실 수 있어요.
    ticket: ask
    details: [order_number, {id: when, ask: 언제 받으셨나요}, reason]
  - id: exchange_request
    title: 교환 신청
    category: exchange
    phrases: [교환하고 싶어요, 다른 사이즈로 바꿔 주세요]
    answer: 교환은 재고를 확인한 뒤에 진행해요.
    ticket: ask
  - id: product_defect
    title: 상품 불량
    category: product_quality
    phrases: [깨져서 왔어요, 물이 새요, 불량이에요]
    answer: 불편을 드려 정말 죄송해요.
    ticket: open
  - id: shipping_fee
    title: 배송비
    category: shipping
    phrases: [배송비 얼마예요, 제주도 배송비는요]
    answer: 배송비는 3,000원이고 제주는 6,000원이에요.
  - id: greeting
    title: 인사
    listed: no
    phrases: [안녕하세요, 여보세요]
    answer: 안녕하세요. 무엇을 도와드릴까요?
"""
)
MATCHER = intents.Matcher(FAQ, meaning=None)
START = datetime(2026, 11, 25, 6, tzinfo=UTC)
PROMISES = st.sampled_from(
    [
        "무엇을 도와드릴까요?",
        "새 상품 보내 드릴게요. 적립금도 넣어 드려요.",
        "내일 기사님이 방문해서 회수할 거예요",
        "환불해 드렸어요. 확인하고 연락드릴게요.",
    ]
)
LINES = st.sampled_from(
    [
        *("안녕하세요", "여보세요?", "반품하고 싶어요", "반품하고 싶어요 2026112012345678"),
        *("깨져서 왔어요", "배송비 얼마예요", "제주도는요?", "네", "아니요", "2", "4점", "몰라요"),
        *("5점이요 빨라서 좋았어요", "2026112012345678", "어제 받았어요", "마음이 바뀌었어요"),
        *(
            "교환이요",
            "환불해 주세요",
            "아니 반품 말고 교환이요",
            "M이 아니라 L이요",
            "이수진 4471",
        ),
        *("상담원 연결해 주세요", "장난해요? 몇 번을 말해요!!!", "소비자원에 신고할 거예요"),
        *(
            "감사합니다",
            "해결됐어요",
            "잘 받았어요",
            "또 새네요",
            "아직도 답이 없네요",
            "ㅋㅋㅋ",
            "😂",
        ),
        *("적립금이 안 보여요", "기사님 안 오셨어요", "언제 와요?", "오전이라면서요"),
        *("그만 보내세요", "더 기다려볼게요", "제 문의 어떻게 됐나요", "뷁쉛", "\x00\ud800"),
    ]
)


class Conversation(RuleBasedStateMachine):
    """One conversation as the database would keep it."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.now = START
        self.tickets: dict[int, str] = {}
        self.told: dict[int, dict[str, str]] = {}
        self.priority: dict[int, int] = {}
        self.asked: list[int] = []
        self.scored: list[int] = []
        self.resolutions = 0
        self.heard: list[str] = []
        self.last: str | None = None
        #: By ticket and entry: how many replies asked for the order number.
        self.for_number: Counter[tuple[int, str]] = Counter()

    # ---- What people do --------------------------------------------------------------------------

    @rule(text=LINES, photo=st.booleans(), pause=st.sampled_from([1, 90]))
    def customer_writes(self, text: str, photo: bool, pause: int) -> None:
        self.now += timedelta(seconds=pause)
        images = ("https://example.com/a.jpg",) if photo and pause == 1 else ()
        self._hear(Incoming(channel="web", customer="c", text=text, images=images))

    @precondition(lambda self: self.state.question is not None)
    @rule(tap=st.sampled_from(["yes", "no", "human", "score:3", "intent:exchange_request"]))
    def customer_taps(self, tap: str) -> None:
        self.now += timedelta(seconds=30)
        self._hear(Incoming(channel="web", customer="c", text=tap, tap=tap))

    @precondition(lambda self: self.state.ticket is not None)
    @rule(text=PROMISES)
    def operator_replies(self, text: str) -> None:
        memory = self.state.memory
        self.state = replace(
            self.state,
            memory=replace(memory, promised=promises(text, memory.promised)),
            mode="human",
            waiting_on="customer",
            question=None,
            misses=0,
            ticket_status="waiting",
        )
        self._move("waiting")
        self.last = None

    @precondition(lambda self: self.state.mode == "human")
    @rule()
    def operator_hands_back(self) -> None:
        self.state = replace(self.state, mode="bot", question=None, misses=0)

    @precondition(lambda self: self.state.ticket is not None)
    @rule()
    def operator_resolves(self) -> None:
        ticket = self.state.ticket
        assert ticket is not None
        self._resolved(ticket)
        self.state = survey.closed(self.state, ticket, self.now)
        self.asked.append(ticket)
        self.last = None

    @rule(hours=st.sampled_from([1, 26, 24 * 20]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @precondition(lambda self: self.state.waiting_on == "customer")
    @rule()
    def nobody_comes_back(self) -> None:
        self.state = park(self.state)
        if self.state.ticket is not None:
            self._move("no_reply")

    # ---- What the inbox does with a decision -----------------------------------------------------

    def _hear(self, incoming: Incoming) -> None:
        before = self.state
        match = MATCHER.match(incoming.text)
        decision = decide(before, incoming, match, FAQ, self.now)
        self.heard.append(incoming.text)
        self._check_reply(before, incoming, decision)
        self.state = decision.state
        self._apply(before, decision)
        self._count_questions(decision)
        if decision.score is not None and (decision.score.mends or not decision.score.score):
            # For a score that was given, and for no other ticket.
            assert decision.score.ticket == self.scored[-1]
        elif decision.score is not None:
            assert decision.score.ticket in self.asked
            self.asked.remove(decision.score.ticket)
            self.scored.append(decision.score.ticket)

    def _is_long_over(self, before: State) -> bool:
        """Whether the talk with a person ended long ago, and nobody is there."""
        last = before.memory.last_at
        over = last is not None and self.now - last >= quiet.LEFT_ALONE
        return over and not hours.open_at(FAQ.store, self.now)

    def _check_reply(self, before: State, incoming: Incoming, decision: Decision) -> None:
        reply = decision.reply
        if before.mode == "human":
            # Who heard nothing from the person for a day is told that his matter was found.
            last = before.memory.last_at
            left = last is not None and self.now - last >= quiet.LEFT_ALONE
            left = left and manner.misses_an_answer(incoming.text)
            alone = left or self._is_long_over(before)
            assert reply is None or manner.is_thanks(incoming.text) or alone
        if reply is None:
            doubled = words.squash(incoming.text)[:200] == before.memory.last
            heard = before.mode == "human"
            assert doubled or heard
            return
        assert reply.text.strip()
        assert len(reply.text) < 3_000
        assert "{" not in reply.text
        if incoming.tap is None:
            assert reply.text != self.last, "the same reply twice in a row"
        self.last = reply.text
        Message(
            conversation_id=1,
            seq=1,
            author="bot",
            body=Reply.from_json(reply.to_json()).to_json(),
            created_at=self.now,
        )

    def _apply(self, before: State, decision: Decision) -> None:
        change = decision.ticket
        if isinstance(change, FileTicket):
            assert before.ticket is None, "a second ticket beside an open one"
            assert change.words.strip()
            number = len(self.tickets) + 1
            self.tickets[number] = change.status
            self.told[number] = dict(change.details)
            self.priority[number] = change.priority
            self.state = replace(self.state, ticket=number, ticket_status=change.status)
        elif isinstance(change, AddToTicket):
            self._add(before, change)

    def _count_questions(self, decision: Decision) -> None:
        """What the customer reads counts, whatever the state keeps of it."""
        question, said = decision.state.question, decision.reply.text if decision.reply else ""
        if question is None or question.kind != "detail" or self.state.ticket is None:
            return
        texts = FAQ.texts.ask_detail("주문번호를"), FAQ.texts.ask_number_again
        if any(text in said for text in texts) or "주문번호와" in said:
            self.for_number[self.state.ticket, self.state.memory.intent] += 1

    def _add(self, before: State, change: AddToTicket) -> None:
        ticket = change.reopen or before.ticket
        assert ticket is not None
        if change.reopen is not None:
            assert before.ticket is None
            assert self.tickets[ticket] == "resolved"
        self.priority[ticket] = max(self.priority[ticket], change.priority)
        if change.details is not None:
            lost = self.told[ticket].keys() - change.details.keys()
            assert lost <= {"wish", "reason"}, f"told and forgotten: {lost}"
            self.told[ticket] = dict(change.details)
        if change.status == "resolved":
            self._resolved(ticket)
            if self.state.memory.survey == ticket:
                self.asked.append(ticket)
            return
        self.tickets[ticket] = change.status
        self.state = replace(self.state, ticket=ticket, ticket_status=change.status)

    def _move(self, status: str) -> None:
        assert self.state.ticket is not None
        self.tickets[self.state.ticket] = status

    def _resolved(self, ticket: int) -> None:
        self.tickets[ticket] = "resolved"
        self.resolutions += 1
        self.for_number.clear()  # what comes again is asked anew

    # ---- What always holds -----------------------------------------------------------------------

    @invariant()
    def at_most_one_ticket_is_open(self) -> None:
        unresolved = [number for number, status in self.tickets.items() if status != "resolved"]
        assert unresolved == ([] if self.state.ticket is None else [self.state.ticket])
        if self.state.ticket is not None:
            assert self.state.ticket_status == self.tickets[self.state.ticket]

    @invariant()
    def a_person_in_charge_leaves_no_question_of_the_bot(self) -> None:
        assert self.state.mode == "bot" or self.state.question is None

    @invariant()
    def whom_we_wait_for_is_true(self) -> None:
        if self.state.ticket_status == "open":
            assert self.state.waiting_on == "store"
        if self.state.waiting_on == "customer":
            assert (
                self.state.question is not None or self.state.mode == "human" or self.asked_of_him
            )

    @property
    def asked_of_him(self) -> bool:
        return self.state.ticket_status == "waiting"

    @invariant()
    def a_score_belongs_to_one_resolution(self) -> None:
        assert len(self.scored) + len(self.asked) <= self.resolutions
        assert self.state.memory.survey is None or self.state.memory.survey in self.asked

    @invariant()
    def nothing_is_asked_without_end(self) -> None:
        assert all(times <= 2 for times in self.state.memory.asked.values())
        assert all(times <= 2 for times in self.for_number.values()), self.for_number

    @invariant()
    def the_state_survives_the_database(self) -> None:
        memory = self.state.memory
        assert type(memory).from_json(memory.to_json()) == memory


TestConversation = pytest.mark.slow(Conversation.TestCase)
TestConversation.settings = settings(
    max_examples=max(500, settings().max_examples), stateful_step_count=30
)
