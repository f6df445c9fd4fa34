"""What holds for any seller's FAQ, whatever its entries are called and whatever it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

import intents
from bot.dialog import decide
from bot.dialog.unwritten import as_meant
from bot.model import Decision, FileTicket, Incoming, State
from bot.records import replace
from intents import Faq, Matcher
from tests.conftest import MATCHERS

#: A potter's: ten entries under names of his own, no exchange, no service, no wrong goods.
POTTER = intents.parse(
    """
store: {name: 흙담공방}
intents:
  - id: fee
    title: 택배비
    category: shipping
    phrases: [택배비 얼마예요, 배송비 있나요, 무료배송인가요, 제주도 추가 요금 있어요]
    answer: 택배비는 3,500원이에요.
  - id: broken
    title: 깨진 그릇
    category: product_quality
    phrases: [그릇이 깨져서 왔어요, 금이 갔어요, 받았는데 파손됐어요, 이가 나가 있어요]
    answer: 깨진 채로 받으셨다니 죄송해요.
    ticket: open
    details: [order_number, wish]
  - id: undo
    title: 물리기
    category: order
    phrases: [주문 취소해 주세요, 취소하고 싶어요, 안 살래요, 결제 취소 되나요]
    answer: 굽기 전이면 물러 드려요.
    ticket: ask
    details: [order_number]
  - id: send_back
    title: 돌려보내기
    category: refund
    phrases: [반품하고 싶어요, 환불해 주세요, 마음에 안 들어서 반품할게요]
    answer: |
      받으신 날부터 7일 안에 돌려보내실 수 있어요.
      왕복 택배비 7천 원을 빼고 돌려드려요.
    ticket: ask
    details: [order_number, reason]
"""
)
#: A shop of keys for games: nothing is delivered, and what does not come is a complaint of its own.
KEYS = intents.parse(
    """
store: {name: 키마켓}
intents:
  - id: key_missing
    title: 키를 못 받았어요
    category: order
    phrases: [키가 안 왔어요, 코드 아직 못 받았어요, 이메일이 안 와요, 결제했는데 키가 없어요]
    answer: 스팸함을 먼저 보시고, 없으면 다시 보내 드릴게요.
    ticket: open
    details: [order_number]
  - id: refund_digital
    title: 규정
    category: refund
    phrases: [환불해 주세요, 잘못 샀어요 환불이요, 결제 취소하고 싶어요]
    answer: 키를 보지 않으셨으면 7일 안에 환불돼요.
    ticket: ask
    details: [order_number, reason]
  - id: account
    title: 계정
    phrases: [비밀번호 잊어버렸어요, 이메일 바꾸고 싶어요, 회원 탈퇴할게요]
    answer: 로그인 화면의 '찾기'를 눌러 주세요.
"""
)
NOON = datetime(2026, 11, 25, 3, tzinfo=UTC)


@dataclass
class Talk:
    """A conversation with a store."""

    faq: Faq
    matcher: Matcher = field(init=False)
    state: State = field(default_factory=State)
    now: datetime = NOON

    def __post_init__(self) -> None:
        self.matcher = MATCHERS(self.faq, meaning=None)

    def say(self, text: str) -> Decision:
        match = self.matcher.match(text)
        decision = decide(
            self.state,
            Incoming(channel="webchat", customer="c1", text=text),
            match,
            self.faq,
            self.now,
        )
        self.state = decision.state
        if isinstance(decision.ticket, FileTicket):
            self.state = replace(self.state, ticket=1, ticket_status=decision.ticket.status)
        self.now += timedelta(seconds=90)
        return decision


@pytest.mark.parametrize(
    ("faq", "said", "category", "title"),
    [
        (POTTER, "접시를 시켰는데 밥그릇이 왔어요", "exchange", "잘못 온 상품·누락"),
        (POTTER, "찻잔 4개 시켰는데 3개만 왔어요", "exchange", "잘못 온 상품·누락"),
        (POTTER, "머그컵이 깨져서 왔어요", "product_quality", "깨진 그릇"),
        (POTTER, "직원분이 너무 퉁명스러워요", "service", "응대 불만"),
        (POTTER, "택배기사가 물건을 던지고 갔어요", "service", "응대 불만"),
        (POTTER, "무광이라고 써 있었는데 유광이에요", "wrong_information", "안내와 다른 상품"),
        (POTTER, "지난주에 주문한 접시가 아직도 안 와요", "shipping", "도착 지연"),
        (POTTER, "쿠폰이 안 먹혀요", "other", "쿠폰·적립금"),
        (POTTER, "교환해 주세요", "exchange", "교환 요청"),
        (POTTER, "그릇 왜 안 보내요", "shipping", "도착 지연"),
        (POTTER, "접시 색이 사진이랑 달라요", "wrong_information", "안내와 다른 상품"),
        (POTTER, "배송완료라는데 문앞에 없어요", "shipping", "도착 지연"),
        (KEYS, "지난주에 주문한 게 아직도 안 와요", "order", "키를 못 받았어요"),
        (KEYS, "다른 게임이 왔어요", "exchange", "잘못 온 상품·누락"),
    ],
)
def test_a_matter_that_has_no_entry_is_filed_under_its_category(
    faq: Faq, said: str, category: str, title: str
) -> None:
    decision = Talk(faq).say(said)
    assert isinstance(decision.ticket, FileTicket), decision.reply
    assert (decision.ticket.category, decision.ticket.title) == (category, title)


def test_a_wish_is_found_by_its_phrases_whatever_its_entry_is_called() -> None:
    for faq, said, answer in (
        (POTTER, "주문 취소할게요 2024031088213178", "굽기 전이면"),
        (KEYS, "주문 취소할게요 2024031088213178", "키를 보지 않으셨으면"),
        (POTTER, "반품 배송비는 얼마예요?", "7천 원"),
    ):
        decision = Talk(faq).say(said)
        assert decision.reply is not None
        assert answer in decision.reply.text
        # Nobody cancels an order by a slip.
        assert decision.ticket is None


def test_a_return_becomes_an_exchange_that_no_entry_is_for() -> None:
    talk = Talk(POTTER)
    talk.say("반품할게요")
    talk.say("2024031088213178 색이 생각이랑 달라요")
    decision = talk.say("아니 반품 말고 교환이요")
    assert decision.ticket is not None
    assert (decision.ticket.category, decision.ticket.title) == ("exchange", "교환 요청")
    assert decision.reply is not None
    assert "안내에 나와 있지" not in decision.reply.text


def test_a_wish_that_is_only_asked_for_is_said_to_be_in_no_answer() -> None:
    decision = Talk(KEYS).say("다른 게임으로 교환 되나요?")
    assert decision.reply is not None
    assert decision.ticket is None
    assert POTTER.texts.not_in_faq in decision.reply.text


def test_a_store_without_greetings_greets() -> None:
    decision = Talk(KEYS).say("안녕하세요")
    assert decision.reply is not None
    assert decision.reply.text == KEYS.texts.help


def test_what_is_asked_beside_and_no_entry_holds_is_not_dropped() -> None:
    decision = Talk(POTTER).say("배송비 얼마예요? 그리고 선물포장도 되나요?")
    assert decision.reply is not None
    assert "3,500원" in decision.reply.text
    assert POTTER.texts.not_all_in_faq in decision.reply.text


def test_a_question_of_a_store_that_nothing_holds_is_said_to_be_in_no_answer() -> None:
    decision = Talk(POTTER).say("재입고는 언제 되나요?")
    assert decision.reply is not None
    assert decision.reply.text == f"{POTTER.texts.not_in_faq}\n{POTTER.texts.ask_file}"


#: Four entries: everything that sounds a little like one of them is surely that one.
SMALL = intents.parse(
    """
store: {name: 작은가게}
intents:
  - id: fee
    title: 배송 안내
    category: shipping
    phrases: [배송 언제 와요, 배송비 얼마예요]
    answer: 보통 2~3일 걸려요. 배송비는 3,000원이에요.
  - id: restock
    title: 재입고
    category: other
    phrases: [재입고 언제 되나요, 언제 다시 들어와요]
    answer: 재입고 알림을 신청해 주세요.
  - id: size
    title: 사이즈
    category: other
    phrases: [사이즈 어떻게 되나요, 무슨 사이즈 사야 하나요]
    answer: 상세 페이지의 사이즈표를 봐 주세요.
  - id: hours
    title: 상담 시간
    category: other
    phrases: [상담 시간이 어떻게 되나요]
    answer: 평일 10시부터 18시까지예요.
"""
)


@pytest.mark.parametrize(
    "said", ["환불 언제 들어와요", "돈 언제 들어와요", "적립금 언제 들어와요", "선물포장 되나요"]
)
def test_a_topic_that_stands_nowhere_in_a_small_file_is_said_to_be_in_no_answer(said: str) -> None:
    decision = Talk(SMALL).say(said)
    assert decision.reply is not None
    assert decision.reply.text == f"{SMALL.texts.not_in_faq}\n{SMALL.texts.ask_file}"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("언제 다시 들어와요", "재입고 알림"),
        ("배송비 얼마예요", "3,000원"),
        ("배송지 바꿔주세요", "새 주소"),
    ],
)
def test_what_a_small_file_holds_is_answered_and_a_wish_taken_in(said: str, answer: str) -> None:
    decision = Talk(SMALL).say(said)
    assert decision.reply is not None
    assert answer in decision.reply.text


def test_what_came_after_all_closes_its_ticket_though_no_parcel_was_waited_for() -> None:
    talk = Talk(KEYS)
    talk.say("키가 안 왔어요 2024031088213178")
    decision = talk.say("아 방금 왔어요")
    assert decision.ticket is not None
    assert decision.ticket.status == "resolved"


def test_what_a_file_leaves_out_is_named() -> None:
    assert intents.left_out(POTTER) == (
        *("도착 지연", "잘못 온 상품·누락", "안내와 다른 상품", "응대 불만"),
        *("교환 요청", "배송지 변경"),
    )


def test_the_sum_in_an_answer_is_read_however_it_is_written() -> None:
    talk = Talk(POTTER)
    talk.say("반품하고 싶어요 2024031088213178")
    decision = talk.say("그럼 비용은 얼마예요?")
    assert decision.reply is not None
    assert "7천 원" in decision.reply.text


def test_an_entry_without_a_category_is_for_what_its_phrases_want_or_report() -> None:
    florist = intents.parse(
        """
intents:
  - id: undo
    phrases: [주문 취소하고 싶어요, 예약 취소할게요, 취소하면 돈은 언제 들어와요]
    answer: 만들기 전날까지 취소돼요.
  - id: late
    title: 꽃이 늦어요
    phrases: [꽃이 아직 안 왔어요, 배송이 너무 늦어요, 왜 안 오나요]
    answer: 기사님께 확인할게요.
  - id: care
    phrases: [물은 며칠에 한 번 갈아요, 꽃이 시들면 어떻게 해요, 환불해 주세요]
    answer: 매일 갈아 주세요.
  - id: written
    category: other
    phrases: [반품할게요, 반품해 주세요, 반품하고 싶어요]
    answer: 꽃은 반품이 안 돼요.
"""
    )
    told = {one.id: (one.title, one.category, one.ticket) for one in as_meant(florist).intents}
    assert told == {
        "undo": ("주문 취소", "order", "ask"),
        "late": ("꽃이 늦어요", "shipping", "open"),
        "care": ("물은 며칠에 한 번 갈아요", "other", "none"),
        "written": ("반품할게요", "other", "none"),
    }
