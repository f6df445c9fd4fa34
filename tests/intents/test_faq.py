"""The loader: what a good file becomes, and every problem of a bad one with its line."""

import sys
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import intents
from intents import (
    Button,
    Detail,
    Faq,
    FaqError,
    Image,
    Intent,
    OpenHours,
    PingPlan,
    StoreInfo,
    parse,
)
from tests.intents.faqs import BAKERY, bakery, entry

FULL = """\
version: 1
store:
  name: 소소니트
  hours: {mon-fri: "10:00-18:00", 토: ["10:00-12:00", "13:00-15:00"], 일: 휴무}
  holidays: south-korea
pings: {after: [2s, 30m, 24h, 3d]}
intents:
  - id: refund_request
    title: 환불 요청
    category: refund
    phrases:
      - 환불해 주세요
      - yes
      - "시간: 언제"
    answer: |
      첫 줄이에요.
      둘째 줄이에요.
    answer_off_hours: 내일 알려 드릴게요.
    buttons: [교환 문의, {label: 전화, phone: 02-000-0000}]
    links: [{label: 배송 조회, url: https://example.com/a}]
    images: [https://example.com/1.png, {url: https://example.com/2.png, alt: 그림}]
    follow_ups: [return_fee]
    ticket: ask
    valid: {from: 2026-12-01, until: 2026-12-31}
    tests: [환불 어떻게 해요]
  - id: return_fee
    phrases: [반품비 얼마예요]
    answer: 3,000원이에요.
"""


def parsed(text: str) -> Faq | FaqError:
    try:
        return parse(text)
    except FaqError as error:
        return error


def problems_of(text: str) -> list[tuple[int, str]]:
    """(line, message with fix) of every problem; empty when the text is a good FAQ."""
    result = parsed(text)
    found = () if isinstance(result, Faq) else result.problems
    return [(problem.line, f"{problem.message} ({problem.fix})") for problem in found]


def test_a_full_file_becomes_frozen_data() -> None:
    faq = parse(FULL, "full.yaml")
    entry_ = faq.get("refund_request")
    assert entry_ == Intent(
        id="refund_request",
        title="환불 요청",
        category="refund",
        phrases=("환불해 주세요", "yes", "시간: 언제"),
        answer="첫 줄이에요.\n둘째 줄이에요.",
        answer_off_hours="내일 알려 드릴게요.",
        buttons=(
            Button(label="교환 문의", message="교환 문의"),
            Button(label="전화", phone="02-000-0000"),
            Button(label="배송 조회", url="https://example.com/a"),
        ),
        images=(
            Image(url="https://example.com/1.png"),
            Image(url="https://example.com/2.png", alt="그림"),
        ),
        follow_ups=("return_fee",),
        ticket="ask",
        valid_from=date(2026, 12, 1),
        valid_until=date(2026, 12, 31),
        tests=("환불 어떻게 해요",),
        line=8,
    )
    assert faq.source == "full.yaml"
    assert faq.store.name == "소소니트"
    assert faq.store.holidays == "south-korea"
    assert faq.pings.after == (
        timedelta(seconds=2),
        timedelta(minutes=30),
        timedelta(hours=24),
        timedelta(days=3),
    )


def test_every_phrase_and_key_knows_its_line() -> None:
    entry_ = parse(FULL).get("refund_request")
    assert entry_ is not None
    assert entry_.phrase_lines == (12, 13, 14)
    assert entry_.answer_line == entry_.line_of_key("answer") == 15
    assert [entry_.line_of_phrase(place) for place in (0, 2, 9)] == [12, 14, entry_.line]
    assert entry_.line_of_key("tests") == 25
    other = parse(FULL).intents[1]
    assert (other.phrase_lines, other.line_of_key("title")) == ((27,), other.line)


@pytest.mark.parametrize(
    ("word", "caution"),
    [
        ("careful", "careful"),
        ("bold", "bold"),
        ("신중", "careful"),
        ("보통", "balanced"),
        ("과감", "bold"),
    ],
)
def test_caution_is_written_in_english_or_korean(word: str, caution: str) -> None:
    assert parse(f"caution: {word}\n{entry()}").caution == caution


def test_without_a_word_on_it_caution_is_balanced() -> None:
    assert parse(entry()).caution == parse(f"caution:\n{entry()}").caution == "balanced"


def test_hours_are_by_weekday_and_a_day_off_is_empty() -> None:
    hours = parse(FULL).store.hours
    weekday = (OpenHours(time(10), time(18)),)
    saturday = (OpenHours(time(10), time(12)), OpenHours(time(13), time(15)))
    assert dict(hours) == {
        0: weekday,
        1: weekday,
        2: weekday,
        3: weekday,
        4: weekday,
        5: saturday,
        6: (),
    }


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", [0]),
        ("Monday", [0]),
        ("월-금", [0, 1, 2, 3, 4]),
        ("월~수", [0, 1, 2]),
        ("토요일", [5]),
        ("토일", [5, 6]),
        ("월수·금", [0, 2, 4]),
        ("평일", [0, 1, 2, 3, 4]),
        ("sat-mon", [0, 5, 6]),
    ],
)
def test_days_are_named_in_english_or_korean(key: str, days: list[int]) -> None:
    faq = parse(f'store: {{hours: {{{key}: "9:00~24:00"}}}}\n{entry()}')
    assert list(faq.store.hours) == days
    assert faq.store.hours[days[0]] == (OpenHours(time(9), time.max),)


def test_everything_but_id_phrases_and_answer_has_a_default() -> None:
    faq = parse(entry())
    assert faq.store == StoreInfo()
    assert faq.pings == PingPlan((timedelta(minutes=30), timedelta(hours=24)))
    assert faq.intents == (
        Intent(
            id="refund",
            title="환불해 주세요",
            phrases=("환불해 주세요",),
            answer="사흘 걸려요.",
            line=2,
        ),
    )
    assert faq.get("nothing") is None


def test_an_empty_optional_value_counts_as_absent() -> None:
    assert parse(entry("title:\nvalid:\nbuttons:")) == parse(entry())


def test_what_a_ticket_needs_is_known_by_name_or_asked_in_own_words() -> None:
    text = entry("details: [order_number, {id: colour, ask: 무슨 색을 고르셨어요}]")
    (found,) = parse(text).intents
    assert found.details == (Detail("order_number"), Detail("colour", "무슨 색을 고르셨어요"))
    (unsaid,) = parse(entry()).intents
    (none,) = parse(entry("details: []")).intents
    assert (unsaid.details, none.details) == (None, ())


def test_how_soon_the_store_answers_depends_on_category_and_urgency() -> None:
    text = "targets: {first: 8h, next: 4h, high: 2h, urgent: 30m, categories: {refund: 1h}}\n"
    targets = parse(text + entry()).targets
    assert targets.of("shipping", 0, answered=False) == timedelta(hours=8)
    assert targets.of("shipping", 0, answered=True) == timedelta(hours=4)
    assert targets.of("shipping", 1, answered=True) == timedelta(hours=2)
    assert targets.of("shipping", 2, answered=False) == timedelta(minutes=30)
    assert targets.of("refund", 1, answered=False) == timedelta(hours=1)


@pytest.mark.parametrize(
    ("written", "won"),
    [("0", 0), ("30000", 30_000), ("30,000", 30_000), ("'1,234,567 원'", 1_234_567)],
)
def test_what_a_channel_may_cost_a_month_is_written_in_won(written: str, won: int) -> None:
    faq = parse(f"monthly_cap:\n  kakao-skill: {written}\n{entry()}")
    assert faq.monthly_cap == {"kakao-skill": won}
    assert parse(entry()).monthly_cap == {}


def test_quiet_hours_may_be_moved_or_lifted() -> None:
    plan = parse(f'pings: {{quiet: "22:30-07:00", park_after: 5d}}\n{entry()}').pings
    assert (plan.quiet, plan.park_after) == ((time(22, 30), time(7)), timedelta(days=5))
    (found,) = problems_of(f'pings: {{quiet: "21:00-21:00"}}\n{entry()}')
    assert "21:00-08:00" in found[1]
    assert parse(f"pings: {{quiet: no}}\n{entry()}").pings.quiet is None
    assert parse(entry()).pings.quiet == (time(21), time(8))


def test_an_empty_list_switches_pings_off() -> None:
    assert parse(f"pings: {{after: []}}\n{entry()}").pings == PingPlan(())


def test_a_long_first_phrase_makes_a_short_title() -> None:
    faq = parse(entry().replace("환불해 주세요", "환불 " * 60))
    assert len(faq.intents[0].title) == 50


def test_validity_includes_both_ends() -> None:
    seasonal = parse(FULL).intents[0]
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [seasonal.valid_on(day) for day in days] == [False, True, True, False]
    assert parse(entry()).intents[0].valid_on(date.min)


ENTRY_PROBLEMS = [
    ("title: [a]", 5, "글이 와야 하는데 목록이 있어요"),
    ("title: {a: b}", 5, "'키: 값' 묶음이 있어요"),
    ("title: " + "가" * 51, 5, "50자까지"),
    ('title: "  "', 5, "비어 있어요"),
    ("category: refnd", 5, "혹시 'refund'인가요"),
    ("ticket: maybe", 5, "ask, none, open"),
    ("details: [order_numbr]", 5, "혹시 'order_number'인가요"),
    ("details: [when, when]", 5, "위에 이미 있어요"),
    ("details: [{id: colour}]", 5, "'ask' 항목이 없"),
    ("details: [{ask: 무슨 색이에요}]", 5, "'id' 항목이 없"),
    ("details: order_number", 5, "목록이 와야"),
    ("tests: 환불", 5, "목록이 와야 하는데 글이 있어요"),
    ("tests:\n  - 하나\n  - ''", 7, "비어 있어요"),
    ("answer_off_hours: " + "가" * 3001, 5, "3,000자까지"),
    ("valid: {from: 2026-02-30}", 5, "2026-12-31처럼"),
    ("valid: {from: 20261201}", 5, "2026-12-31처럼"),
    ("valid:\n  from: 2026-02-02\n  until: 2026-02-01", 7, "시작일보다 빨라요"),
    ("valid: 2026-12-01", 5, "묶음이 와야 하는데 글이 있어요"),
    ("follow_ups: [nothing]", 5, "'nothing'은 이 파일에 없는 id"),
    ("follow_ups: [refund]", 5, "자기 자신"),
    ("follow_ups: [refnd]", 5, "혹시 'refund'인가요"),
    ("buttons: [" + "가" * 15 + "]", 5, "14자까지"),
    ("buttons: [{message: 안녕}]", 5, "(label)이 없어요"),
    ("buttons: [{label: 가, url: https://a.kr, phone: 02-000-0000}]", 5, "동작이 여러 개"),
    ("buttons: [{label: 가, link: https://a.kr}]", 5, "없는 항목"),
    ("buttons: [{label: 가, phone: 공이-000}]", 5, "02-000-0000처럼"),
    ("buttons: [{label: 가, phone: 0-1}]", 5, "02-000-0000처럼"),
    ("buttons: [가, 나, 다]\nlinks:\n  - {label: 라, url: https://a.kr}", 7, "모두 4개"),
    ("buttons: [[가]]", 5, "묶음이 와야 하는데 목록이 있어요"),
    ("links: [{label: 가, url: ftp://a.kr}]", 5, "https://로 시작하는"),
    ("links: [{label: 가, url: 'http://['}]", 5, "https://로 시작하는"),
    ("links: [{label: 가, url: 'https://a.kr/나 다'}]", 5, "https://로 시작하는"),
    ("links: [{label: 가}]", 5, "(url)가 없어요"),
    ("links: [https://a.kr]", 5, "묶음이 와야 하는데 글이 있어요"),
    ("images: [a.png]", 5, "https://로 시작하는"),
    ("images: [{alt: 그림}]", 5, "(url)가 없어요"),
    ("images: [[a]]", 5, "묶음이 와야 하는데 목록이 있어요"),
    ("phrase: [가]", 5, "'phrase'는 없는 항목이에요 (혹시 'phrases'인가요?)"),
    ("qqqq: 1", 5, "쓸 수 있는 것: answer"),
    ("answer: 또", 5, "4번째 줄에도"),
    ("[a]: b", 5, "키를 읽을 수 없어요"),
    ('title: "\\0"', 5, "깨진 글자"),
    ("title: &a 제목", 5, "'&'로 시작하는"),
    ("title: !중요 제목", 5, "'!'로 시작하는"),
    ("title: " + "[" * 30 + "]" * 30, 5, "너무 깊어요"),
]


@pytest.mark.parametrize(("extra", "line", "words"), ENTRY_PROBLEMS)
def test_a_mistake_in_an_entry_names_its_line_and_its_cure(
    extra: str, line: int, words: str
) -> None:
    found = problems_of(entry(extra))
    assert [number for number, _ in found] == [line]
    assert words in found[0][1]


FILE_PROBLEMS = [
    ("", 1, "비어 있어요"),
    ("# 아직\n", 1, "비어 있어요"),
    ("version: 1\n", 1, "하나도 없어요"),
    ("version: 1\nintents: []\n", 2, "하나도 없어요"),
    ("- a\n", 1, "묶음이 와야 하는데 목록이 있어요"),
    ("intents:\n  - id: a\n    phrases: [가]\n", 2, "'answer' 항목이 없"),
    ("intents:\n  - id: a\n    answer: 나\n", 2, "'phrases' 항목이 없"),
    ("intents:\n  - phrases: [가]\n    answer: 나\n", 2, "'id' 항목이 없"),
    ("intents:\n  - id: a\n    phrases: []\n    answer: 나\n", 3, "(phrases)이 비어"),
    ("intents:\n  - id: a\n    phrases: ['ㅋㅋ!']\n    answer: 나\n", 3, "비교할 글자가 없"),
    ("intents:\n  - id: a\n    phrases: 가\n    answer: 나\n", 3, "'- '로 시작하는"),
    ("intents:\n  - id: a\n    phrases:\n      - 배송: 언제\n    answer: 나\n", 4, "큰따옴표로"),
    ("intents:\n  - id: 환불\n    phrases: [가]\n    answer: 나\n", 2, "영어 소문자"),
    ("intents:\n  - id: A\n    phrases: [가]\n    answer: 나\n", 2, "영어 소문자"),
    (f"intents:\n  - id: a\n    phrases:\n      - {'가' * 301}\n    answer: 나\n", 4, "300자"),
    (f"intents:\n  - id: a\n    phrases: [가]\n    answer: {'나' * 3001}\n", 4, "3,000자"),
    ("intents: 없음\n", 1, "목록이 와야 하는데 글이 있어요"),
    ("intents:\n  - 환불\n", 2, "묶음이 와야 하는데 글이 있어요"),
    (f"version: 2\n{entry()}", 1, "쓸 수 있는 것: 1"),
    (f"stores: {{}}\n{entry()}", 1, "혹시 'store'인가요"),
    (f"store:\n  nam: 가게\n{entry()}", 2, "혹시 'name'인가요"),
    (f"store: {{holidays: korea}}\n{entry()}", 1, "혹시 'south-korea'인가요"),
    (f"store:\n  hours:\n    mo-fri: 9:00-18:00\n{entry()}", 3, "모르는 요일"),
    (f"store: {{hours: {{mon-tue-wed: '9:00-18:00'}}}}\n{entry()}", 1, "모르는 요일"),
    (f"store:\n  hours:\n    mon: 9-18\n{entry()}", 3, '"10:00-18:00"처럼'),
    (f"store: {{hours: {{mon: '10:60-18:00'}}}}\n{entry()}", 1, "읽을 수 없어요"),
    (f"store: {{hours: {{mon: '18:00-10:00'}}}}\n{entry()}", 1, "끝이 시작보다 빨라요"),
    (f"store: {{hours: {{mon: ['9:00-12:00', '11:00-13:00']}}}}\n{entry()}", 1, "겹쳐요"),
    (f"store:\n  hours:\n    mon-fri: 9:00-12:00\n    fri: 11:00-13:00\n{entry()}", 4, "겹쳐요"),
    (f"store: 가게\n{entry()}", 1, "묶음이 와야"),
    (f"caution: blod\n{entry()}", 1, "혹시 'bold'인가요"),
    (f"caution: [bold]\n{entry()}", 1, "글이 와야"),
    (f"pings: {{after: [30]}}\n{entry()}", 1, "2s, 30m, 24h, 3d"),
    (f"pings: {{after: [0s]}}\n{entry()}", 1, "2s, 30m, 24h, 3d"),
    (f"pings: {{after: [999999999d]}}\n{entry()}", 1, "2s, 30m, 24h, 3d"),
    (f"pings:\n  after:\n    - 1h\n    - 30m\n{entry()}", 4, "짧은 시간부터"),
    (f"pings: {{after: [1h, 60m]}}\n{entry()}", 1, "짧은 시간부터"),
    (f"pings: {{after: [1s, 2s, 3s, 4s, 5s, 6s]}}\n{entry()}", 1, "5개까지"),
    (f"pings: {{after: 30m}}\n{entry()}", 1, "목록이 와야"),
    (f"pings: {{after: [1h], park_after: 30m}}\n{entry()}", 1, "마지막 알림보다 긴 시간"),
    (f"pings: {{park_after: soon}}\n{entry()}", 1, "2s, 30m, 24h, 3d"),
    (f"pings: {{quiet: night}}\n{entry()}", 1, "21:00-08:00"),
    (f"targets: {{frist: 4h}}\n{entry()}", 1, "혹시 'first'인가요"),
    (f"targets: {{first: 4}}\n{entry()}", 1, "2s, 30m, 24h, 3d"),
    (f"targets: {{categories: {{refnd: 2h}}}}\n{entry()}", 1, "혹시 'refund'인가요"),
    (f"monthly_cap:\n  kakao-skil: 30000\n{entry()}", 2, "혹시 'kakao-skill'인가요"),
    (f"monthly_cap: 30000\n{entry()}", 1, "'키: 값' 묶음이 와야"),
    *(
        (f"monthly_cap:\n  kakao-skill: {won}\n{entry()}", 2, "원 단위로 써 주세요")
        for won in ("-1", "3만", "30.5", "100000001", "1,00", "9,999,999,999")
    ),
    (entry() + "---\n" + entry(), 5, "'---'"),
    ("a: &x [1]\nb: *x\n", 1, "'&'로 시작하는"),
]


@pytest.mark.parametrize(("text", "line", "words"), FILE_PROBLEMS)
def test_a_mistake_in_a_file_names_its_line_and_its_cure(text: str, line: int, words: str) -> None:
    found = problems_of(text)
    assert found[0][0] == line
    assert words in found[0][1]


SLIPS = [
    ("intents:\n\t- id: a\n", 2, "탭을 지우고"),
    ("intents:\n  - id: a\n\t  title: b\n", 3, "탭을 지우고"),
    ("intents:\n  - id: a\n    answer: 환불: 사흘\n", 3, "콜론(:)이 있어요"),
    ("intents:\n  - id:a\n", 2, "한 칸 띄어"),
    ("intents:\n  - id:a\n    answer: b\n", 2, "한 칸 띄어"),
    ("intents:\n  - id: a\n    answer:b\n    phrases: [a]\n", 3, "한 칸 띄어"),
    ("intents:\n  - id： a\n    answer: b\n", 2, "전각 콜론"),
    ("intents：\n  - id: a\n    answer: b\n", 1, "전각 콜론"),
    (f"caution:bold\n{entry()}", 1, "한 칸 띄어"),
    ('intents:\n  - id: a\n    answer: "b\n    phrases: [a]\n', 3, "따옴표를 열고"),
    ('intents:\n  - id: a\n    answer: "b" 예요\n    phrases: [a]\n', 3, "중간에 끊겼어요"),
    ("intents:\n  - id: a\n    phrases:\n      - *환불* 요\n", 4, "'*'로 시작하는"),
    ("intents:\n  - id: a\n    phrases:\n      - [광고] 요\n", 4, "중간에 끊겼어요"),
    ("intents:\n  - id: a\n    phrases: [a, b\n    answer: c\n", 3, "']'를 써"),
    ("intents:\n  - id: a\n    answer: @소소니트\n", 3, "'@'로 시작하는"),
    ("intents:\n  - id: a\n   answer: b\n", 3, "들여쓰기"),
]


@pytest.mark.parametrize(("text", "line", "words"), SLIPS)
def test_a_usual_slip_of_typing_is_explained(text: str, line: int, words: str) -> None:
    found = problems_of(text)
    assert found[0][0] == line
    assert words in found[0][1]


def test_every_mistyped_key_of_an_unreadable_file_is_listed() -> None:
    text = "store:\n  name:가게\nintents:\n  - id:a\n    answer：나\n    title: 다\n"
    assert [line for line, _ in problems_of(text)] == [2, 4, 5]


def test_an_id_used_twice_names_the_other_line() -> None:
    twice = entry() + "  - id: refund\n    phrases: [돈 주세요]\n    answer: 네.\n"
    assert problems_of(twice) == [
        (5, "id 'refund'를 2번째 줄에서 이미 썼어요 (둘 중 하나의 id를 바꿔 주세요)")
    ]


def test_a_phrase_of_two_entries_names_both_lines() -> None:
    shared = entry() + "  - id: other\n    phrases: ['환불 해주세요!!']\n    answer: 네.\n"
    found = problems_of(shared)
    assert [line for line, _ in found] == [6]
    assert "3번째 줄(refund)" in found[0][1]


def test_a_phrase_twice_in_one_entry_is_harmless() -> None:
    assert problems_of(entry().replace("[환불해 주세요]", "[환불해 주세요, 환불해주세요]")) == []


def test_all_problems_come_together_in_the_order_of_the_file() -> None:
    text = entry("category: x\nticket: y\nvalid: {from: z}") + "pings: {after: [1]}\nversion: 3\n"
    assert [line for line, _ in problems_of(text)] == [5, 6, 7, 8, 9]


def test_the_error_reads_as_source_line_message_and_fix() -> None:
    with pytest.raises(FaqError) as caught:
        parse(entry("ticket: opne"), "shop.yaml")
    assert str(caught.value) == ("shop.yaml:5: ticket에 'opne'는 쓸 수 없어요 (혹시 'open'인가요?)")


@pytest.mark.parametrize("char", ["\x00", "\x07", "\ud800"])
def test_a_character_no_messenger_shows_is_a_problem_of_its_line(char: str) -> None:
    found = problems_of(entry(f"title: 제목{char}"))
    assert found[0][0] == 5
    assert "깨진 글자" in found[0][1]


def test_aliases_that_would_grow_without_end_are_refused_at_once() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9))
    assert len(problems_of(bomb)) == 1 + 9 * 3


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_a_problem_and_no_crash(opening: str) -> None:
    assert problems_of(opening * (sys.getrecursionlimit() + 10))


def test_a_seller_may_paste_line_separators_that_no_editor_counts() -> None:
    text = entry("title: 제목\u2028입니다\nticket: x")
    assert [line for line, _ in problems_of(text)] == [6]


def test_a_file_is_loaded_with_its_path_as_source(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BAKERY.encode().replace(b"\n", b"\r\n"))
    faq = intents.load(path)
    assert faq.intents == bakery().intents
    assert faq.source == str(path)


def test_a_missing_file_is_a_faq_error(tmp_path: Path) -> None:
    with pytest.raises(FaqError, match="파일이 없어요"):
        intents.load(tmp_path / "no.yaml")


def test_a_directory_or_an_impossible_path_is_a_faq_error(tmp_path: Path) -> None:
    for path in (tmp_path, "a\x00b"):
        with pytest.raises(FaqError, match="열 수 없어요"):
            intents.load(path)


def test_a_file_that_is_not_utf8_names_the_line_and_the_cure(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_bytes(b"intents:\n" + "- 환불".encode("cp949"))
    with pytest.raises(FaqError, match="UTF-8") as caught:
        intents.load(path)
    assert caught.value.problems[0].line == 2


def test_a_file_over_five_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(FaqError, match="너무 커요"):
        intents.load(path)


YAML_LIKE = st.text(alphabet="ab가나 :-#&*!|>'\"[]{},\n\t?%@`~：0\x00\ud800\u2028", max_size=60)


@given(st.one_of(st.text(max_size=80), YAML_LIKE, YAML_LIKE.map(entry)))
@example("intents:\n  - id: a\n    phrases: [가]\n    answer: {{{{\n")
@example("? a\n: b")
@example("?\u2028[")
@example("a: [b,c,")
@example("%YAML 9.9\n---\na")
@example("\ufeff\ufeff")
def test_any_text_becomes_a_faq_or_problems_with_lines(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 1
    result = parsed(text)
    if isinstance(result, Faq):
        assert result.intents
    else:
        assert result.problems
        assert all(1 <= problem.line <= lines for problem in result.problems)
        assert all(problem.message and problem.fix for problem in result.problems)


def test_dates_close_and_open_the_store_otherwise() -> None:
    text = MINIMAL_DATES.format(
        dates='2026-12-24: 휴무, 2026-12-25: "10:00-15:00", 2026-12-30~2027-01-01: closed'
    )
    found = intents.parse(text).store.dates
    assert found[date(2026, 12, 24)] == ()
    assert [(one.start, one.end) for one in found[date(2026, 12, 25)]] == [(time(10), time(15))]
    assert [day for day in found if day.year == 2027] == [date(2027, 1, 1)]
    assert len(found) == 5


@pytest.mark.parametrize(
    "dates", ["2026-13-01: 휴무", "내일: 휴무", "2026-12-31~2026-12-01: 휴무", "2026-12-24: 몰라"]
)
def test_a_date_that_cannot_be_read_is_told_with_its_line(dates: str) -> None:
    with pytest.raises(intents.FaqError) as caught:
        intents.parse(MINIMAL_DATES.format(dates=dates))
    assert [problem.line for problem in caught.value.problems] == [2]


MINIMAL_DATES = """\
store:
  dates: {{{dates}}}
intents:
  - id: hello
    phrases: [안녕하세요]
    answer: 네
"""
