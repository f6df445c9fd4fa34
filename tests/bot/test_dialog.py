"""The dialogue's rules, one by one and with anything at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intents
from bot.channels import kakao_skill
from bot.dialog import begin_silence, decide, remind, repair
from bot.dialog.quiet import LEFT_ALONE
from bot.dialog.unsure import MOST_CHOICES
from bot.model import (
    TICKET_NUMBER,
    AddToTicket,
    Conversation,
    Decision,
    FileTicket,
    Incoming,
    Memory,
    Question,
    Reply,
    State,
    Status,
)
from intents import Candidate, Match, PingPlan
from intents.faq import CATEGORIES
from tests import kakao

FAQ = intents.parse(
    """
version: 1
store: {name: 시험상점, hours: {mon-fri: "10:00-18:00"}, holidays: south-korea}
intents:
  - id: refund
    title: 환불 요청
    category: refund
    phrases: [환불해 주세요]
    answer: 환불은 상품을 확인한 뒤에 진행해요.
    buttons: [{label: 주문 내역, url: "https://example.com/orders"}]
    images: [{url: "https://example.com/refund.png", alt: 환불 순서}]
    follow_ups: [timing, event]
    ticket: ask
    details: []
  - id: timing
    title: 환불 시기
    category: refund
    phrases: [환불 언제 들어와요]
    answer: 카드 결제는 영업일로 3일에서 5일 걸려요.
  - id: fee
    title: 배송비
    category: shipping
    phrases: [배송비 얼마예요]
    answer: 배송비는 3,000원이에요.
    answer_off_hours: 배송비는 3,000원이에요. 지금은 문을 닫았어요.
  - id: defect
    title: 상품 불량
    category: product_quality
    phrases: [깨져서 왔어요]
    answer: 불편을 드려 정말 죄송해요.
    ticket: open
    details: []
  - id: person
    title: 상담원 연결
    phrases: [상담원 연결해 주세요]
    answer: 상담원에게 전할게요.
    ticket: open
    details: []
  - id: event
    title: 가을 행사
    phrases: [행사 언제까지 해요]
    answer: 행사는 11월 20일까지예요.
    valid: {until: 2026-11-20}
"""
)
TEXTS = FAQ.texts
OPEN = datetime(2026, 11, 25, 6, tzinfo=UTC)  # Wednesday, 15:00 in Seoul
NIGHT = OPEN + timedelta(hours=5)
CHRISTMAS = datetime(2026, 12, 25, 3, tzinfo=UTC)  # Friday noon; the next opening is Monday


def match(verdict: str, *ids: str) -> Match:
    found = tuple(Candidate(i, 0.9 - place / 10, i) for place, i in enumerate(ids))
    return Match(verdict, found, (), "")  # type: ignore[arg-type]  # one of the three


NONE = match("none")


@dataclass
class Talk:
    """A conversation: what is said goes in, the state is carried along, a ticket gets number 7."""

    state: State = field(default_factory=State)
    now: datetime = OPEN
    last: Decision | None = None

    def say(
        self, text: str, found: Match = NONE, *, tap: str | None = None, images: int = 0
    ) -> Decision:
        photos = tuple(f"https://example.com/{n}.jpg" for n in range(images))
        heard = Incoming(channel="web", customer="c", text=text, tap=tap, images=photos)
        decision = decide(self.state, heard, found, FAQ, self.now)
        self.state = decision.state
        if isinstance(decision.ticket, FileTicket):
            self.state = replace(self.state, ticket=7, ticket_status="open")
        elif isinstance(decision.ticket, AddToTicket):
            self.state = replace(self.state, ticket_status="open")
        self.last = decision
        return decision

    def hears(self) -> str:
        assert self.last is not None
        assert self.last.reply is not None
        return self.last.reply.text

    def choices(self) -> list[str]:
        assert self.last is not None
        assert self.last.reply is not None
        return [choice.value for choice in self.last.reply.choices]


def calm(state: State) -> State:
    """The state without what every line leaves in the memory."""
    return replace(state, memory=Memory())


@pytest.fixture
def talk() -> Talk:
    return Talk()


def test_an_answer_comes_with_its_buttons_images_and_follow_ups(talk: Talk) -> None:
    reply = talk.say("환불해 주세요", match("answer", "refund")).reply
    assert reply is not None
    assert reply.text == f"환불은 상품을 확인한 뒤에 진행해요.\n\n{TEXTS.ask_file}"
    assert [button.url for button in reply.buttons] == ["https://example.com/orders"]
    assert [image.alt for image in reply.images] == ["환불 순서"]
    assert talk.choices() == ["yes", "no", "intent:timing"]


def test_a_complete_answer_asks_nothing_and_waits_for_nobody(talk: Talk) -> None:
    decision = talk.say("환불 언제 들어와요", match("answer", "timing"))
    assert decision.ticket is None
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."
    assert (talk.state.question, talk.state.waiting_on) == (None, "nobody")
    assert talk.state.matter == "환불 시기"


@pytest.mark.parametrize(
    "said", ["네", "넵!", "ㅇㅇ", "네ㅋㅋ", TEXTS.button_file, "네 부탁드려요"]
)
def test_a_yes_files_with_category_title_and_the_customers_own_words(talk: Talk, said: str) -> None:
    talk.say("지난주에 산 컵 환불해 주세요", match("answer", "refund"))
    assert talk.state.waiting_on == "customer"
    decision = talk.say(said)
    assert decision.ticket == FileTicket(
        category="refund",
        intent_id="refund",
        title="환불 요청",
        words="지난주에 산 컵 환불해 주세요",
        details={"what": "지난주에 산 컵 환불해 주세요", "when": "지난주 (2026-11-16)"},
    )
    assert TICKET_NUMBER in talk.hears()
    assert talk.hears().endswith(TEXTS.soon)
    assert (talk.state.waiting_on, talk.state.question) == ("store", None)


def test_a_tapped_yes_files_like_a_said_one(talk: Talk) -> None:
    talk.say("환불해 주세요", match("answer", "refund"))
    assert isinstance(talk.say(TEXTS.button_file, tap="yes").ticket, FileTicket)


@pytest.mark.parametrize(
    "said", ["아니요", "ㄴㄴ", "괜찮아요", "네 괜찮아요", TEXTS.button_decline]
)
def test_a_no_files_nothing(talk: Talk, said: str) -> None:
    talk.say("환불해 주세요", match("answer", "refund"))
    assert talk.say(said).ticket is None
    assert talk.hears() == TEXTS.not_filed
    assert (talk.state.question, talk.state.waiting_on) == (None, "nobody")


@pytest.mark.parametrize(
    "said", ["2024031188213178", "주문번호 2024031188213178이요", "2024-0311-8821-3178입니다"]
)
def test_an_order_number_after_the_offer_to_file_is_a_yes(talk: Talk, said: str) -> None:
    """It used to be a line that nobody understood, and the offer was gone."""
    talk.say("환불해 주세요", match("answer", "refund"))
    decision = talk.say(said)
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.category == "refund"
    assert decision.ticket.words == f"환불해 주세요\n{said}"


def test_an_entry_that_opens_a_ticket_files_at_once(talk: Talk) -> None:
    decision = talk.say("머그컵 깨져서 왔어요", match("answer", "defect"))
    assert decision.ticket == FileTicket(
        category="product_quality",
        intent_id="defect",
        title="상품 불량",
        words="머그컵 깨져서 왔어요",
        details={"what": "머그컵 깨져서 왔어요"},
    )
    assert talk.hears().startswith("불편을 드려 정말 죄송해요.\n\n접수번호는 ")
    assert talk.state.waiting_on == "store"


def test_an_ask_entry_beside_an_open_ticket_goes_to_that_ticket(talk: Talk) -> None:
    """It used to be answered only: a ticket that waited for the customer stayed out of sight."""
    talk.state = State(ticket=7, ticket_status="waiting")
    decision = talk.say("그냥 환불해 주세요", match("answer", "refund"))
    assert isinstance(decision.ticket, AddToTicket)
    assert "7번" in talk.hears()
    assert talk.state.waiting_on == "store"


def clarified() -> Talk:
    talk = Talk()
    talk.say("환불 그거요", match("clarify", "refund", "timing", "fee", "defect", "person"))
    return talk


def test_a_clarify_offers_at_most_three_numbered_choices() -> None:
    talk = clarified()
    assert talk.choices() == ["intent:refund", "intent:timing", "intent:fee"]
    assert "1. 환불 요청\n2. 환불 시기\n3. 배송비" in talk.hears()
    assert talk.state.question == Question(kind="choose", intents=("refund", "timing", "fee"))


@pytest.mark.parametrize(
    "said", ["2번", "2", "②", "두 번째", "두번째 거요", "환불 시기", "환불시기요", "네 2번이요"]
)
def test_a_choice_is_made_by_number_or_title(said: str) -> None:
    talk = clarified()
    talk.say(said)
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."
    assert talk.state.question is None


def test_a_choice_is_made_by_a_tap() -> None:
    talk = clarified()
    talk.say("환불 시기", tap="intent:timing")
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."


def test_the_last_of_two_choices_is_the_second(talk: Talk) -> None:
    """It used to mean the third, whether there was one or not."""
    talk.say("환불 그거요", match("clarify", "refund", "timing"))
    talk.say("마지막 거요")
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."


@pytest.mark.parametrize("said", ["7번", "0", "10", "100"])
def test_a_number_out_of_range_asks_again(said: str) -> None:
    talk = clarified()
    before = talk.state
    talk.say(said)
    assert talk.hears().startswith(TEXTS.choose_range(3))
    assert talk.choices() == ["intent:refund", "intent:timing", "intent:fee"]
    assert calm(talk.state) == calm(before)


def test_a_yes_to_several_choices_shows_them_again() -> None:
    talk = clarified()
    before = talk.state
    talk.say("네")
    assert talk.choices() == ["intent:refund", "intent:timing", "intent:fee"]
    assert calm(talk.state) == calm(before)


def test_a_yes_to_a_single_choice_takes_it(talk: Talk) -> None:
    talk.say("그거요", match("clarify", "event", "timing"))
    talk.say("네")
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."


def test_a_question_is_dropped_when_the_customer_asks_something_else() -> None:
    talk = clarified()
    talk.say("배송비 얼마예요", match("answer", "fee"))
    assert talk.hears() == "배송비는 3,000원이에요."
    assert talk.state.question is None
    assert talk.state.waiting_on == "nobody"


def test_a_chosen_entry_is_filed_with_what_was_said_first(talk: Talk) -> None:
    talk.say("컵이 좀 이상해요", match("clarify", "refund", "defect"))
    decision = talk.say("2")
    assert isinstance(decision.ticket, FileTicket)
    assert (decision.ticket.title, decision.ticket.words) == ("상품 불량", "컵이 좀 이상해요")


def test_choices_that_help_nobody_end_with_a_person() -> None:
    talk = clarified()
    talk.say("아니 그거 말고요", match("clarify", "fee", "defect"))
    assert talk.hears() == TEXTS.ask_more
    decision = talk.say("그것도 아니라고요", match("clarify", "refund", "fee"))
    assert isinstance(decision.ticket, FileTicket)


def test_what_is_not_known_is_said_and_a_person_offered(talk: Talk) -> None:
    decision = talk.say("거기 화장실돼요?")
    assert decision.ticket is None
    assert talk.hears() == TEXTS.miss
    assert talk.choices() == ["human", "no"]
    assert (talk.state.misses, talk.state.question) == (1, Question(kind="person"))


def test_a_second_miss_in_a_row_files_both_lines(talk: Talk) -> None:
    talk.say("거기 화장실돼요?")
    decision = talk.say("화장실 휴지 주세요?")
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.category == "other"
    assert decision.ticket.words == "거기 화장실돼요?\n화장실 휴지 주세요?"
    assert talk.hears().startswith(TEXTS.miss_twice)
    assert talk.state.misses == 0


def test_a_good_answer_between_two_misses_begins_anew(talk: Talk) -> None:
    talk.say("거기 화장실돼요?")
    talk.say("배송비 얼마예요", match("answer", "fee"))
    assert talk.say("화장실 열려요?").ticket is None
    assert talk.hears() == TEXTS.miss


def test_a_second_line_for_no_store_at_all_is_declined_and_offers_a_person(talk: Talk) -> None:
    talk.say("우산 챙길까?")
    assert talk.say("개봉 영화 뭐 볼까").ticket is None
    assert talk.hears() == TEXTS.ours_only_again
    assert talk.choices() == ["human"]
    assert isinstance(talk.say("네").ticket, FileTicket), "he is called when he is wanted"


@pytest.mark.parametrize("noise", ["???", "ㅋㅋ", "🙏", ""])
def test_noise_between_two_misses_is_no_new_beginning(talk: Talk, noise: str) -> None:
    talk.say("거기 화장실돼요?")
    talk.say(noise)
    assert isinstance(talk.say("화장실 휴지 주세요?").ticket, FileTicket)


@pytest.mark.parametrize(
    ("now", "when"),
    [
        (OPEN, TEXTS.soon),
        (NIGHT, TEXTS.later("내일 오전 10시")),
        (CHRISTMAS, TEXTS.later("12월 28일(월) 오전 10시")),
    ],
)
def test_a_wish_for_a_person_is_granted_at_once_and_says_when_by_the_hours(
    talk: Talk, now: datetime, when: str
) -> None:
    talk.now = now
    decision = talk.say("사람이랑 얘기하고 싶어요")
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.words == "사람이랑 얘기하고 싶어요"
    assert talk.hears() == f"{TEXTS.person}\n\n접수번호는 {TICKET_NUMBER}번이에요.\n{when}"
    assert talk.state.waiting_on == "store"


def test_a_wish_for_a_person_gets_the_sellers_own_answer(talk: Talk) -> None:
    talk.say("상담원 연결해 주세요", match("answer", "person"))
    assert talk.hears().startswith("상담원에게 전할게요.")


def test_a_wish_for_a_person_during_a_matter_keeps_the_matter(talk: Talk) -> None:
    """The ticket used to be called "상담원 연결", and what it was about was lost."""
    talk.say("컵 환불해 주세요", match("answer", "refund"))
    decision = talk.say("그냥 상담원 연결해 주세요", match("answer", "person"))
    assert decision.ticket == FileTicket(
        category="refund",
        intent_id="refund",
        title="환불 요청",
        words="컵 환불해 주세요\n그냥 상담원 연결해 주세요",
        details={"what": "컵 환불해 주세요\n그냥 상담원 연결해 주세요"},
    )


def test_a_wish_for_a_person_after_a_miss_keeps_the_line_that_was_missed(talk: Talk) -> None:
    talk.say("컵에 이름 새겨 주나요")
    decision = talk.say("상담원 연결", match("answer", "person"))
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.words == "컵에 이름 새겨 주나요\n상담원 연결"


def test_a_tapped_wish_for_a_person_is_filed_with_the_line_that_was_missed(talk: Talk) -> None:
    talk.say("컵에 이름 새겨 주나요")
    decision = talk.say(TEXTS.button_call, tap="human")
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.title == decision.ticket.words == "컵에 이름 새겨 주나요"


@pytest.mark.parametrize("found", [NONE, match("answer", "person")])
def test_a_second_wish_adds_to_the_open_ticket_and_names_it(talk: Talk, found: Match) -> None:
    talk.say("상담원 연결해 주세요", found)
    decision = talk.say("상담원 바꿔 주세요", found)
    assert isinstance(decision.ticket, AddToTicket)
    assert "7번" in talk.hears()
    assert talk.state.waiting_on == "store"


def test_nobody_is_said_to_be_at_work_at_night(talk: Talk) -> None:
    talk.now = NIGHT
    talk.say("상담원 연결해 주세요")
    talk.say("상담원 바꿔 주세요")
    assert "확인하고 있어요" not in talk.hears()
    assert "내일 오전 10시부터" in talk.hears()


def test_a_photo_alone_is_acknowledged_and_its_story_asked(talk: Talk) -> None:
    decision = talk.say("", images=1)
    assert decision.ticket is None
    assert talk.hears() == f"{TEXTS.photo}\n{TEXTS.photo_kind}"
    assert (talk.state.matter, talk.state.waiting_on) == (TEXTS.matter_photo, "customer")


def test_a_photo_is_filed_by_its_name_and_not_as_a_yes(talk: Talk) -> None:
    """The ticket used to be called "네"."""
    talk.say("", images=1)
    decision = talk.say("네")
    assert decision.ticket is None
    assert talk.hears() == TEXTS.what_happened
    decision = talk.say("네네")
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.title == decision.ticket.words == TEXTS.matter_photo


def test_a_number_beside_a_photo_is_no_story_of_what_happened(talk: Talk) -> None:
    """The ticket used to keep an empty one, which was gone with the next line."""
    talk.say("2026112012345678", images=1)
    filed = talk.say("yes", tap="yes")
    assert isinstance(filed.ticket, FileTicket)
    assert filed.ticket.details == {
        "order_number": "2026112012345678",
        "photo": "https://example.com/0.jpg",
    }


def test_a_photo_during_a_question_keeps_the_question(talk: Talk) -> None:
    """The offer to file used to be forgotten for the question what the photo shows."""
    talk.say("컵 환불해 주세요", match("answer", "refund"))
    talk.say("", images=1)
    assert talk.hears().startswith(TEXTS.photo_kept)
    assert talk.choices() == ["yes", "no"]
    decision = talk.say("네")
    assert isinstance(decision.ticket, FileTicket)
    assert (decision.ticket.category, decision.ticket.words) == ("refund", "컵 환불해 주세요")


def test_a_photo_beside_an_open_ticket_is_added_to_it(talk: Talk) -> None:
    talk.state = State(ticket=7, ticket_status="waiting")
    assert isinstance(talk.say("", images=2).ticket, AddToTicket)
    assert talk.hears() == TEXTS.photo_added(7)


@pytest.mark.parametrize("text", ["", "   ", "\n", "🙏🙏", "ㅋㅋㅋ", "???", "(이모티콘)", "\u200b"])
def test_a_text_that_says_nothing_is_greeted_and_no_miss(talk: Talk, text: str) -> None:
    talk.say(text)
    assert talk.hears() == TEXTS.help
    assert calm(talk.state) == State()


@pytest.mark.parametrize("said", ["네", "넵", "ㅇㅇ", "아니요", "ㄴㄴ"])
def test_a_yes_or_no_without_a_question_is_no_miss(talk: Talk, said: str) -> None:
    assert talk.say(said).ticket is None
    assert talk.hears() == TEXTS.help
    assert calm(talk.state) == State()


@pytest.mark.parametrize("noise", ["🙏", "ㅋㅋㅋ", "?", "", "(이모티콘)"])
@pytest.mark.parametrize(
    "opening", [match("answer", "refund"), match("clarify", "refund", "fee"), NONE]
)
def test_noise_does_not_make_the_bot_forget_its_question(opening: Match, noise: str) -> None:
    """An emoji used to drop the question, so that the "네" after it meant nothing."""
    talk = Talk()
    talk.say("컵 그거요", opening)
    before = talk.state
    talk.say(noise)
    assert calm(talk.state) == calm(before)
    assert talk.choices()


@pytest.mark.parametrize("text", ["환불해 주세요", "상담원 연결해 주세요", "네", "", "2"])
@pytest.mark.parametrize("ticket", [None, 7])
def test_the_bot_is_silent_while_a_person_is_in_charge(text: str, ticket: int | None) -> None:
    status = "waiting" if ticket else None
    state = State(mode="human", waiting_on="customer", ticket=ticket, ticket_status=status)  # type: ignore[arg-type]  # one of the literals
    talk = Talk(state)
    decision = talk.say(text, match("answer", "refund"))
    assert decision.reply is None
    assert isinstance(decision.ticket, AddToTicket) is bool(ticket)
    assert (talk.state.mode, talk.state.waiting_on) == ("human", "store")


def test_fetching_a_late_answer_from_a_person_is_no_new_line(talk: Talk) -> None:
    """A tap on 답변 확인 used to put the ticket back to the store, like a line that was said."""
    talk.state = State(mode="human", waiting_on="customer", ticket=7, ticket_status="waiting")
    before = talk.state
    assert talk.say("답변 확인", tap="fetch") == Decision(state=before)


def test_an_entry_that_does_not_count_today_is_not_answered(talk: Talk) -> None:
    talk.say("행사 언제까지 해요", match("answer", "event"))
    assert talk.hears() == f"{TEXTS.not_in_faq}\n{TEXTS.ask_file}"
    talk = Talk(now=OPEN - timedelta(days=7))
    talk.say("행사 언제까지 해요", match("answer", "event"))
    assert talk.hears() == "행사는 11월 20일까지예요."


def test_an_entry_that_does_not_count_today_is_neither_offered_nor_reached_by_a_tap(
    talk: Talk,
) -> None:
    talk.say("그거요", match("clarify", "event", "fee", "timing"))
    assert talk.choices() == ["intent:fee", "intent:timing"]
    talk.say("가을 행사", tap="intent:event")
    assert "11월 20일" not in talk.hears()


def test_outside_the_hours_the_answer_for_then_is_given(talk: Talk) -> None:
    talk.now = NIGHT
    talk.say("배송비 얼마예요", match("answer", "fee"))
    assert talk.hears() == "배송비는 3,000원이에요. 지금은 문을 닫았어요."


def test_a_tap_means_the_same_long_after_it_was_offered(talk: Talk) -> None:
    talk.say("배송비", tap="intent:fee")
    assert talk.hears() == "배송비는 3,000원이에요."


def test_a_tap_without_a_question_is_not_filed_with_words_about_something_else(talk: Talk) -> None:
    """The last line that was kept could be days old and about another matter."""
    talk.say("배송비 얼마예요", match("answer", "fee"))
    decision = talk.say("상품 불량", tap="intent:defect")
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.words == "상품 불량"


def test_a_thank_you_is_answered_as_such_and_files_nothing(talk: Talk) -> None:
    talk.say("네 감사합니다", match("answer", "timing"))
    assert talk.hears() == "카드 결제는 영업일로 3일에서 5일 걸려요."


def test_a_broken_rule_gives_the_line_to_a_person() -> None:
    heard = Incoming(channel="web", customer="c", text="환불해 주세요")
    decision = repair(State(), heard, FAQ, OPEN)
    assert isinstance(decision.ticket, FileTicket)
    assert decision.ticket.words == "환불해 주세요"
    assert decision.reply is not None
    assert decision.reply.text.startswith(TEXTS.broken)


def test_a_broken_rule_says_nothing_while_a_person_is_in_charge() -> None:
    state = State(mode="human", ticket=7, ticket_status="waiting")
    decision = repair(state, Incoming(channel="web", customer="c", text="네"), FAQ, OPEN)
    assert decision.reply is None
    assert isinstance(decision.ticket, AddToTicket)


QUESTIONS = {
    "choose": State(
        question=Question(kind="choose", intents=("refund", "fee")), matter="환불 요청"
    ),
    "file": State(question=Question(kind="file", intents=("refund",)), matter="환불 요청"),
    "person": State(question=Question(kind="person"), matter="환불 요청 좀 되나"),
    "an operator's": State(mode="human", ticket=7, ticket_status="waiting", matter="환불 요청"),
    "none": State(matter="환불 요청"),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_reminder_names_the_open_matter_and_the_last_says_so(kind: str) -> None:
    first = remind(QUESTIONS[kind], FAQ, last=False)
    last = remind(QUESTIONS[kind], FAQ, last=True)
    assert "환불 요청" in first.text
    assert "마지막" not in first.text
    assert last.text == f"{first.text}\n{TEXTS.remind_last}"
    assert "마지막" in last.text


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_later_reminder_finds_other_words(kind: str) -> None:
    first = remind(QUESTIONS[kind], FAQ, last=False)
    later = remind(QUESTIONS[kind], FAQ, last=False, later=True)
    assert later.text == f"{TEXTS.remind_again}\n{first.text}"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("choose", ["intent:refund", "intent:fee"]),
        ("file", ["yes", "no"]),
        ("person", ["human"]),
        ("an operator's", []),
    ],
)
def test_a_reminder_can_be_answered_with_a_tap(kind: str, values: list[str]) -> None:
    reply = remind(QUESTIONS[kind], FAQ, last=False)
    assert [choice.value for choice in reply.choices] == values


def test_a_reminder_of_choices_names_them_all() -> None:
    assert "‘환불 요청’, ‘배송비’" in remind(QUESTIONS["choose"], FAQ, last=False).text


def test_a_reminder_of_an_operators_answer_names_the_ticket() -> None:
    assert "7번" in remind(QUESTIONS["an operator's"], FAQ, last=False).text


@pytest.mark.parametrize("waiting_on", ["customer", "store", "nobody"])
def test_a_silence_begins_only_when_the_customer_is_asked(waiting_on: str) -> None:
    state = State(waiting_on=waiting_on)  # type: ignore[arg-type]  # one of the literals
    conversation = Conversation(
        id=1,
        customer_id=1,
        channel="web",
        address="c",
        state=state,
        waiting_since=OPEN,
        last_seq=4,
        episode=1,
        ping_step=0,
        ping_due_at=OPEN,
        updated_at=OPEN,
    )
    plan = PingPlan((timedelta(minutes=30),), timedelta(hours=72))
    begin_silence(conversation, replace(FAQ, pings=plan), OPEN)
    due = OPEN + timedelta(minutes=30) if waiting_on == "customer" else None
    assert (conversation.ping_due_at, conversation.ping_step, conversation.episode) == (due, 0, 4)
    begin_silence(conversation, replace(FAQ, pings=PingPlan(())), OPEN)
    parked = OPEN + timedelta(hours=72) if waiting_on == "customer" else None
    assert conversation.ping_due_at == parked


# Anything at all: states, texts, verdicts and FAQs that no test above thought of.

WORDS = st.sampled_from(
    [
        *(
            "네",
            "아니요",
            "2",
            "두 번째",
            "마지막",
            "7번",
            "환불 시기",
            "상담원 연결해 주세요",
            "ㅋㅋ",
            "",
        ),
        *(
            "🙏",
            "2024031188213178",
            "오늘 비 와요?",
            "환불해 주세요",
            TEXTS.button_file,
            TEXTS.button_again,
        ),
    ]
)
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="{}\0" + TICKET_NUMBER)
ANY_TEXT = st.one_of(WORDS, st.text(LETTERS, max_size=60))
IDS = ["a", "b", "c", "d", "e"]
SOME_IDS = st.lists(st.sampled_from([*IDS, "gone"]), max_size=5, unique=True)
LABEL = st.text(LETTERS, min_size=1, max_size=14)
ANSWERS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=50).filter(str.strip),
    st.sampled_from(["가" * 3000, "가나 다\n" * 600, "😊" * 3000, "👩\u200d👩\u200d👦 " * 500]),
    st.builds(lambda pad: "가" * pad + "😊" * 100, st.integers(300, 1100)),
)
BUTTONS = st.lists(
    st.one_of(
        st.builds(intents.Button, label=LABEL, message=LABEL),
        st.builds(intents.Button, label=LABEL, url=st.just("https://example.com/")),
    ),
    max_size=3,
).map(tuple)
IMAGES = st.lists(st.builds(intents.Image, url=st.just("https://example.com/a.png")), max_size=5)
NAMES = st.text(LETTERS, min_size=1, max_size=50).filter(str.strip)


NEEDED = st.lists(
    st.sampled_from(["order_number", "when", "reason", "wish", "option", "address", "x"]),
    min_size=1,
    max_size=2,
    unique=True,
).map(tuple)


def entry(intent_id: str) -> st.SearchStrategy[intents.Intent]:
    return st.builds(
        intents.Intent,
        id=st.just(intent_id),
        title=st.one_of(st.just("환불 시기"), NAMES),
        category=st.sampled_from(CATEGORIES),
        phrases=st.just(("환불",)),
        answer=ANSWERS,
        answer_off_hours=st.none() | ANSWERS,
        buttons=BUTTONS,
        images=IMAGES.map(tuple),
        follow_ups=SOME_IDS.map(lambda ids: tuple(ids * 3)),
        ticket=st.sampled_from(["none", "ask", "open"]),
        details=st.none()
        | NEEDED.map(lambda names: tuple(intents.Detail(n, "뭐예요?") for n in names)),
        valid_until=st.sampled_from([None, None, OPEN.date(), OPEN.date() - timedelta(days=1)]),
    )


FAQS = st.builds(
    lambda store, *entries: intents.Faq(store=store, intents=entries),
    st.sampled_from([FAQ.store, intents.StoreInfo(), intents.StoreInfo(hours={0: ()})]),
    *(entry(intent_id) for intent_id in IDS),
)
TAPS = st.sampled_from([None, None, "yes", "no", "human", "intent:a", "intent:gone", "fetch", "x"])
HEARD = st.builds(
    Incoming,
    channel=st.just("kakao-skill"),
    customer=st.just("c"),
    text=ANY_TEXT,
    tap=TAPS,
    images=st.sampled_from([(), (), ("https://example.com/a.jpg",)]),
)
MATCHES = st.one_of(
    st.just(NONE),
    st.builds(
        lambda verdict, ids: match(verdict, *ids),
        st.sampled_from(["answer", "clarify"]),
        SOME_IDS.filter(bool),
    ),
)
MEMORIES = st.builds(
    Memory,
    intent=st.sampled_from(["", *IDS, "gone"]),
    details=st.dictionaries(st.sampled_from(["order_number", "when", "what", "wish"]), ANY_TEXT),
    asked=st.dictionaries(st.sampled_from(["order_number", "reason"]), st.integers(1, 2)),
    last=st.sampled_from(["", "그거요"]),
    last_at=st.sampled_from([None, OPEN]),
    stuck=st.integers(0, 3),
    anger=st.integers(0, 3),
    sorry=st.booleans(),
    filed_at=st.sampled_from([None, OPEN]),
    closed=st.sampled_from([None, 3]),
    closed_at=st.just(OPEN),
    closed_intent=st.sampled_from(["", *IDS]),
    quiet=st.booleans(),
)
ASKED = st.one_of(
    st.none(),
    st.builds(
        Question,
        kind=st.just("detail"),
        intents=SOME_IDS.map(lambda i: tuple(i[:1])),
        details=NEEDED,
    ),
    st.just(Question(kind="person")),
    st.builds(Question, kind=st.sampled_from(["choose", "file"]), intents=SOME_IDS.map(tuple)),
)


STATUSES: list[Status] = ["open", "waiting", "snoozed", "no_reply"]


@st.composite
def states(draw: st.DrawFn) -> State:
    """A state as the dialogue and the desk leave it."""
    ticket = draw(st.none() | st.integers(1, 10**9))
    status: Status | None = draw(st.sampled_from(STATUSES)) if ticket else None
    question = draw(ASKED)
    return State(
        mode=draw(st.sampled_from(["bot", "bot", "human"])),
        waiting_on="customer" if question else draw(st.sampled_from(["store", "nobody"])),
        misses=draw(st.integers(0, 2)),
        question=question,
        matter=draw(ANY_TEXT),
        words=draw(ANY_TEXT),
        ticket=ticket,
        ticket_status=status,
        memory=draw(MEMORIES),
    )


NOWS = st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: OPEN + timedelta(minutes=minutes))


@given(states(), HEARD, MATCHES, FAQS, NOWS)
def test_whatever_is_said_the_decision_keeps_the_rules(
    state: State, heard: Incoming, found: Match, faq: intents.Faq, now: datetime
) -> None:
    decision = decide(state, heard, found, faq, now)
    last = state.memory.last_at
    check(decision, state, left_alone=last is not None and now - last >= LEFT_ALONE)
    if heard.tap == "fetch":
        assert decision == Decision(state=state)
    elif state.mode == "bot":
        assert decision.reply is not None
        assert decision.reply.text.strip()
        # Who waits for a person is never the one who is waited for.
        change = decision.ticket
        status = state.ticket_status if change is None else change.status
        question = decision.state.question
        expected = {"store"} if status == "open" else {"customer" if question else "nobody"}
        if question is not None and question.kind == "file" and status != "open":
            expected.add("nobody")  # who only asked need not answer the offer
        assert decision.state.waiting_on in expected
    assert decision == decide(state, heard, found, faq, now)


@given(states(), HEARD, FAQS, NOWS)
def test_whatever_broke_the_repair_keeps_the_rules(
    state: State, heard: Incoming, faq: intents.Faq, now: datetime
) -> None:
    decision = repair(state, heard, faq, now)
    check(decision, state)
    assert decision.ticket is not None or state.mode == "human"


@given(states(), FAQS, st.booleans())
def test_any_reminder_can_be_sent(state: State, faq: intents.Faq, last: bool) -> None:
    reply = remind(state, faq, last=last)
    check_reply(reply)
    assert "‘’" not in reply.text


def check(decision: Decision, before: State, *, left_alone: bool = False) -> None:
    """`left_alone`: nobody wrote for so long that the talk with a person is over."""
    resolved = decision.ticket is not None and decision.ticket.status == "resolved"
    assert decision.state.mode == ("bot" if resolved else before.mode)
    if before.mode == "human":
        said = decision.reply.text if decision.reply is not None else TEXTS.thanks
        # Who comes back long after hears which matter of his it is with.
        assert said == TEXTS.thanks or (left_alone and f"{before.ticket}번" in said)
        assert not isinstance(decision.ticket, FileTicket)
    if isinstance(decision.ticket, FileTicket):
        assert before.ticket is None
        assert decision.ticket.category in CATEGORIES
        assert decision.ticket.title.strip()
        assert decision.reply is not None
        assert TICKET_NUMBER in decision.reply.text
        asks = decision.ticket.status == "waiting"
        assert decision.state.waiting_on == ("customer" if asks else "store")
    if isinstance(decision.ticket, AddToTicket):
        assert before.ticket is not None or decision.ticket.reopen is not None
    if decision.reply is not None:
        check_reply(decision.reply)


def check_reply(reply: Reply) -> None:
    assert reply.text.strip()
    assert "{" not in reply.text
    assert sum(choice.value.startswith("intent:") for choice in reply.choices) <= 15
    kakao.check_skill_response(kakao_skill.render((reply,)))


@given(FAQS, SOME_IDS.filter(bool))
def test_no_clarify_shows_more_than_three(faq: intents.Faq, ids: list[str]) -> None:
    heard = Incoming(channel="web", customer="c", text="그거요")
    decision = decide(State(), heard, match("clarify", *ids), faq, OPEN)
    assert decision.reply is not None
    choices = [c for c in decision.reply.choices if c.value.startswith("intent:")]
    question = decision.state.question
    # A likely complaint is answered at once: what then follows are its follow-ups.
    asks = question is not None and question.kind == "choose"
    assert not asks or len(choices) <= MOST_CHOICES


@given(states(), MATCHES, FAQS)
def test_what_the_bot_offers_means_the_same_typed_as_tapped(
    state: State, found: Match, faq: intents.Faq
) -> None:
    asked = decide(
        replace(state, mode="bot"),
        Incoming(channel="web", customer="c", text="그거요"),
        found,
        faq,
        OPEN,
    )
    assert asked.reply is not None
    for choice in asked.reply.choices:
        if choice.value not in {"yes", "no", "human"}:
            continue
        tapped = Incoming(channel="web", customer="c", text=choice.text, tap=choice.value)
        typed = replace(tapped, tap=None)
        by_tap = decide(asked.state, tapped, NONE, faq, OPEN)
        by_text = decide(asked.state, typed, NONE, faq, OPEN)
        assert by_tap.reply == by_text.reply
        assert type(by_tap.ticket) is type(by_text.ticket)


def test_a_number_under_a_yes_or_no_question_means_its_choices() -> None:
    for number, ticket in (("1번", FileTicket), ("2번", type(None))):
        talk = Talk()
        talk.say("환불할래요", match("answer", "refund"))
        assert isinstance(talk.say(number).ticket, ticket)
    talk = Talk()
    talk.say("환불할래요", match("answer", "refund"))
    assert "3일에서 5일" in (talk.say("3번").reply or Reply(text="")).text


def test_a_number_that_names_no_choice_keeps_the_question_and_the_matter() -> None:
    talk = Talk()
    talk.say("환불할래요", match("answer", "refund"))
    talk.say("9번")
    assert talk.state.question == Question(kind="file", intents=("refund",))
    assert talk.state.matter == "환불 요청"
    filed = talk.say("네").ticket
    assert isinstance(filed, FileTicket)
    assert filed.title == "환불 요청"


def test_an_unclear_line_beside_an_open_ticket_goes_to_it() -> None:
    talk = Talk()
    talk.say("깨져서 왔어요", match("answer", "defect"))
    decision = talk.say("아이보리로 바꿔 주세요", match("clarify", "refund", "fee"))
    assert isinstance(decision.ticket, AddToTicket)
    assert "7번" in talk.hears()
    assert talk.state.waiting_on == "store"


def test_an_order_number_beside_an_open_ticket_goes_to_it() -> None:
    talk = Talk()
    talk.say("깨져서 왔어요", match("answer", "defect"))
    decision = talk.say("주문번호 2026 1122 3344 5566 환불로 할게요", match("answer", "refund"))
    assert isinstance(decision.ticket, AddToTicket)
    assert "상품을 확인한 뒤" not in talk.hears()


def test_when_a_person_answers_is_said_once_and_not_every_time() -> None:
    talk = Talk()
    talk.say("깨져서 왔어요", match("answer", "defect"))
    talk.say("손잡이가 부러졌어요")
    assert TEXTS.soon in talk.hears()
    talk.say("컵 두 개 다요")
    assert TEXTS.soon not in talk.hears()


@pytest.mark.parametrize(
    "line",
    ["아까 문의한거 어떻게 됐어요?", "답변 언제 와요", "언제 답변 주시나요?", "답장이 왜 없어요"],
)
def test_a_question_about_the_ticket_is_answered(line: str) -> None:
    talk = Talk()
    talk.say("깨져서 왔어요", match("answer", "defect"))
    decision = talk.say(line, match("clarify", "fee", "timing"))
    assert "(7번)" in talk.hears()
    assert isinstance(decision.ticket, AddToTicket)


def test_nobody_who_waits_for_a_person_is_reminded() -> None:
    talk = Talk()
    talk.say("깨져서 왔어요", match("answer", "defect"))
    talk.say("사진이에요", images=1)
    talk.say("환불도 돼요?", match("answer", "refund"))
    assert talk.state.waiting_on == "store"


def test_a_candidate_far_behind_is_no_choice() -> None:
    found = Match(
        "clarify", (Candidate("fee", 0.7, "fee"), Candidate("timing", 0.04, "timing")), (), ""
    )
    talk = Talk()
    talk.say("돈이 얼마나 더 들어요", found)
    assert "‘배송비’" in talk.hears()
    assert "환불 시기" not in talk.hears()
    talk.say("네")
    assert "3,000원" in talk.hears()


def test_no_to_a_guess_asks_for_more() -> None:
    talk = Talk()
    talk.say("얼마나 더 들어요", match("clarify", "fee"))
    talk.say("아니요")
    assert talk.hears() == TEXTS.ask_more


def test_what_is_not_listed_is_answered_but_never_offered() -> None:
    faq = intents.parse(
        "intents:\n"
        "  - {id: hi, title: 인사, phrases: [안녕하세요], answer: 안녕하세요, listed: no}\n"
        "  - {id: fee, title: 배송비, phrases: [배송비 얼마예요], answer: 3천 원이에요}\n"
    )
    heard = Incoming(channel="web", customer="c", text="안녕 배송비")
    first = decide(State(), heard, match("clarify", "hi", "fee"), faq, OPEN)
    assert first.reply is not None
    assert first.reply.text == "안녕하세요"
    second = decide(State(), heard, match("clarify", "fee", "hi"), faq, OPEN)
    assert second.reply is not None
    assert "배송비" in second.reply.text
    assert "인사" not in second.reply.text


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ("M이 아니라 L이요", {"option": "L 검정"}),
        ("아 L이요 M 말고", {"option": "L 검정"}),
        ("L이에요, M 아니고요", {"option": "L 검정"}),
        ("2가 아니라 3이요", {"what": "티셔츠 2장\n2가 아니라 3이요"}),
        (
            "2024083000312459가 아니라 2024083000312460이요",
            {"order_number": "2024083000312460"},
        ),
    ],
)
def test_a_correction_changes_words_and_no_part_of_a_number_or_photo(
    talk: Talk, said: str, changed: dict[str, str]
) -> None:
    told = {
        "order_number": "2024083000312459",
        "phone": "010-1234-5678",
        "photo": "https://example.com/M2.jpg",
        "option": "M 검정",
        "what": "티셔츠 2장",
    }
    memory = Memory(intent="defect", details=told)
    talk.state = replace(
        talk.state, ticket=7, ticket_status="open", waiting_on="store", memory=memory
    )
    decision = talk.say(said, NONE)
    assert decision.state.memory.details == {**told, **changed}


@pytest.mark.parametrize("tap", ["score:", "score:x", "score:9", "score:-1", "score:²"])
def test_a_tap_that_is_no_score_is_no_answer(talk: Talk, tap: str) -> None:
    talk.state = replace(talk.state, memory=Memory(survey=3))
    decision = talk.say("5점", NONE, tap=tap)
    assert decision.score is None


def test_a_yes_repeated_to_a_choice_gets_the_choices_again() -> None:
    talk = clarified()
    first = talk.say("네", NONE)
    again = talk.say("네네", NONE)
    assert first.reply is not None
    assert again.reply is not None
    assert first.reply.text in again.reply.text
    assert again.state.question == first.state.question


def test_showing_an_answer_files_nothing(talk: Talk) -> None:
    decision = talk.say("환불해 주세요", match("answer", "refund"))
    assert decision.ticket is None
    assert decision.state.memory.filed_at is None


@pytest.mark.parametrize(
    ("said", "happened"),
    [
        ("토요일에 보내주세요", False),
        ("수거는 금요일 오후에 와주세요", False),
        ("토요일이 아버지 생신이라 꼭 필요해요", False),
        ("금요일에 손님 오는데 어떡해요", False),
        ("오늘 오후에 오게 해 주세요", False),
        ("오늘 생일인데 아직 안 왔어요", False),
        ("3월 20일로요", False),
        ("오늘 받았는데 바꿔 주세요", True),
        ("토요일에 받았어요", True),
        ("금요일에 손님 왔는데 깨져 있었어요", True),
        ("월요일에 보내 달라고 했는데 안 왔어요", True),
        ("지난 토요일이 생일이라 시켰는데 안 왔어요", True),
    ],
)
def test_a_day_that_is_to_come_is_none_of_what_happened(
    talk: Talk, said: str, *, happened: bool
) -> None:
    talk.say("환불해 주세요", match("answer", "refund"))
    talk.say("네")
    talk.say(said)
    assert ("when" in talk.state.memory.details) is happened
