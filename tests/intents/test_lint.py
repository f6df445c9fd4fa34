"""Advice: what it finds, and that a sane FAQ hears nothing."""

import random
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import process

from intents import Faq, FaqError, Intent, advise, load, overlap, parse
from intents.wording import is_casual, is_polite
from tests.intents.faqs import BAKERY

ROOT = Path(__file__).parents[2]
ASKS = (
    "배송은 며칠 걸려요",
    "택배 보통 언제쯤 받죠",
    "지금 시키면 금방 오나요",
    "도착까지 오래 걸릴까요",
)
FEES = (
    "얼마 내면 보내 주세요",
    "택배 요금 궁금해요",
    "무료로 보내 주시나요",
    "운송료가 따로 붙나요",
)


def listing(*entries: str) -> str:
    """A FAQ with `entries`."""
    return "intents:\n" + "".join(entries)


def item(
    name: str, phrases: tuple[str, ...], *, answer: str = "네, 그래요.", extra: str = ""
) -> str:
    """The YAML of an entry: its id on its first line, its phrases from the third on."""
    said = "".join(f"      - {phrase}\n" for phrase in phrases)
    more = "".join(f"    {line}\n" for line in extra.split("\n") if extra)
    body = answer.replace("\n", "\n      ")
    return f"  - id: {name}\n    phrases:\n{said}    answer: |\n      {body}\n{more}"


def advice(text: str) -> list[tuple[int, str]]:
    """(line, message with fix) of the advice about the YAML `text`."""
    return [(note.line, f"{note.message} ({note.fix})") for note in advise(parse(text))]


def test_the_shipped_faq_needs_no_advice() -> None:
    assert advise(load(ROOT / "faq.yaml")) == ()


def test_a_sane_small_faq_hears_only_that_it_is_small() -> None:
    assert {message.split()[-1] for _, message in advice(BAKERY)} == {"주세요)"}
    assert all("3개뿐이에요" in message for _, message in advice(BAKERY))
    assert len(advice(BAKERY)) == 10


def test_the_same_question_under_two_entries_names_both_places() -> None:
    text = listing(
        item("delivery", ("배송 언제 돼요", *ASKS)), item("refund", ("배송 언제 되요", *FEES))
    )
    assert advice(text) == [
        (
            4,
            "'배송 언제 돼요'는 refund의 13번째 줄 '배송 언제 되요'와 거의 같아요 "
            "(두 문장을 가르는 말이 없어요. 한 곳에만 남기거나 서로 다른 낱말을 더해 주세요)",
        )
    ]


@pytest.mark.parametrize(
    "changed", ["배송 언제 돼여", "배송 언제 대요", "배송 언제 되나요", "배송 언데 돼요"]
)
def test_one_letter_does_not_hide_that_two_phrases_are_one(changed: str) -> None:
    text = listing(item("a", ("배송 언제 돼요", *ASKS)), item("b", (changed, *FEES)))
    assert [line for line, _ in advice(text)] == [4]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "반품 접수하면 배송비 얼마나 나와요",
            "접수하면 배송비 얼마나 나와요",
            "말은 '반품'뿐이에요",
        ),
        ("배송 조회하고 싶어요", "배송지 조회하고 싶어요", "말은 '배송'과 '배송지'뿐이에요"),
        ("배송비 얼마예요", "배송비는 얼마예요", "말이 없어요"),
        ("배송 언제돼요", "배송언제 돼용", "말이 없어요"),
        ("배송 조회하고 싶어요", "배송조회 하고싶어용", "말이 없어요"),
    ],
)
def test_the_words_that_part_two_phrases_are_named(one: str, other: str, words: str) -> None:
    faq = listing(item("a", (one, *ASKS)), item("b", (other, *FEES)))
    near = [message for _, message in advice(faq) if "거의 같아요" in message]
    assert len(near) == 1
    assert words in near[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("니트 세탁 어떻게 해요", "코트 세탁 어떻게 해요"),
        ("환불 언제 돼요", "배송 언제 돼요"),
        ("반품 배송비 얼마예요", "배송비 얼마예요"),
        ("서울 매장 몇 시에 열어요", "부산 매장 몇 시에 열어요"),
        ("12345678", "87654321"),
    ],
)
def test_another_subject_in_the_same_sentence_is_no_reason_for_advice(one: str, other: str) -> None:
    assert advice(listing(item("a", (one, *ASKS)), item("b", (other, *FEES)))) == []


def test_a_phrase_that_is_at_home_in_its_entry_is_left_alone() -> None:
    home = ("배송지 조회하고 싶어요", "배송지 조회하고 싶어용", *ASKS)
    text = listing(
        item("a", home), item("b", ("배송 조회하고 싶어요", "배송 조회하고 싶어용", *FEES))
    )
    assert advice(text) == []


def test_entries_that_never_count_on_one_day_do_not_compete() -> None:
    spring = "valid: {from: 2026-02-01, until: 2026-02-20}"
    autumn = "valid: {from: 2026-09-01, until: 2026-09-30}"
    one, other = ("연휴에도 배송하나요", *ASKS), ("연휴에도 배송하나여", *FEES)
    assert advice(listing(item("a", one, extra=spring), item("b", other, extra=autumn))) == []
    assert len(advice(listing(item("a", one, extra=spring), item("b", other)))) == 1


@pytest.mark.slow
def test_five_thousand_phrases_are_compared_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)  # noqa: S311 - made-up phrases, the same every time
    words = [
        "".join(chance.choices("가나다라마바사아자차카타파하거너더러", k=3)) for _ in range(900)
    ]
    phrases = [" ".join(chance.sample(words, 4)) for _ in range(5_000)]
    entries = [item(f"e{n}", tuple(phrases[n * 50 : n * 50 + 50])) for n in range(100)]
    faq = parse(listing(*entries))
    blocks = []

    def compared(queries: Sequence[str], choices: Sequence[str], **how: Any) -> Any:
        blocks.append(len(queries))
        return process.cdist(queries, choices, **how)

    monkeypatch.setattr(overlap, "process", SimpleNamespace(cdist=compared))
    advise(faq)
    assert len(blocks) == 20
    assert sum(blocks) == 5_000


def test_a_phrase_twice_in_an_entry_names_the_first() -> None:
    text = listing(item("a", (*FEES, "직접 받아도 돼요", "택배 요금 궁금해요!")))
    assert advice(text) == [
        (9, "예문 '택배 요금 궁금해요!'가 5번째 줄에도 있어요 (하나만 남겨 주세요)")
    ]


def test_repeated_phrases_do_not_make_an_entry_thick() -> None:
    found = advice(listing(item("a", (*FEES, "택배요금 궁금해요"))))
    assert [line for line, _ in found] == [3, 8]
    assert "서로 다른 예문이 4개뿐" in found[0][1]


def test_phrases_that_differ_in_their_ends_only_are_one_phrase() -> None:
    stem = "배송비 얼마"
    alike = tuple(stem + end for end in ("예요", "인가요", "죠", "일까요", "에여", "나요"))
    assert advice(listing(item("a", alike))) == [
        (
            3,
            "a의 예문이 끝만 조금씩 다르고 거의 같아요 "
            "(같은 뜻을 다른 낱말로 물어보는 문장을 더해 주세요)",
        )
    ]
    assert advice(listing(item("a", (*FEES, *alike[:2])))) == []


PHRASES = (*FEES, "직접 받아도 돼요")


def of(answer: str = "네, 그래요.", extra: str = "") -> list[tuple[int, str]]:
    """The advice about one good entry with another answer or more keys; `answer:` is line 9."""
    return advice(listing(item("a", PHRASES, answer=answer, extra=extra)))


def test_a_long_answer_says_how_many_bubbles_it_becomes() -> None:
    assert of("가" * 998 + "요.") == []
    assert of("가" * 1_999 + "요") == [
        (
            9,
            "답변이 길어서 카카오톡에서 말풍선 2개로 나뉘어요 (2,000자) "
            "(1,000자 안으로 줄이거나 자세한 내용은 링크(links)로 옮겨 주세요)",
        )
    ]


def test_an_answer_of_emoji_that_kakaotalk_would_cut_is_named() -> None:
    (found,) = of("🧶" * 1_600)
    assert "끝이 카카오톡에서 잘려요 (3,200자)" in found[1]


def test_a_long_answer_for_off_hours_points_at_its_own_line() -> None:
    (found,) = of(extra="answer_off_hours: " + "가" * 1_001)
    assert found[0] == 11
    assert found[1].startswith("영업시간 외 답변이 길어서")


def test_pictures_that_get_no_bubble_are_counted() -> None:
    two = "images: [https://a.kr/1.png, https://a.kr/2.png]\n"
    button = "buttons: [네]"
    assert of("가" * 400, two + button) == []
    assert of("가" * 401, two) == []
    (found,) = of("가" * 401, two + button)
    assert found[0] == 11
    assert "이미지 1장이 보이지 않아요" in found[1]


def test_a_title_that_a_button_cuts_is_advised_against_unless_nobody_sees_it() -> None:
    assert of(extra="title: " + "가" * 14) == []
    ((line, message),) = of(extra="title: " + "가" * 15)
    assert line == 11
    assert "카카오톡 버튼에서 잘려요 (15자)" in message
    assert of(extra=f"title: {'가' * 15}\nlisted: no") == []
    untitled = listing(item("a", ("이 주문은 배송비가 얼마나 나올까요", *FEES)))
    ((line, message),) = advice(untitled)
    assert line == 2
    assert "제목(title)이 없어서" in message


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "사흘 걸려요. 기다려 줘.",
            "확인했어요. 오늘은 쉬는 날이야!",
            "네. 교환은 안 돼.\n고마워요.",
        ),
        *(
            "환불해 드려요. 사흘 안에 입금한다.",
            "보내 드렸어요. 다시 보내 줄게~",
            "찾아봐. 없으면 말씀해 주세요.",
        ),
        *(
            "택배로 보냈다.\n\n고맙습니다.",
            "배송비는 무료야. 걱정 마세요.",
            "필요하니? 말씀해 주세요.",
        ),
    ],
)
def test_an_answer_that_mixes_in_banmal_is_noticed(sentence: str) -> None:
    ((line, message),) = of(sentence)
    assert line == 9
    assert "섞여 있어요" in message


@pytest.mark.parametrize(
    "answer",
    [
        *(
            "사흘 걸려요. 고맙습니다. 더 궁금하시죠?",
            "네.",
            "피해가 없게 할게요. 손해.",
            "'취소해'를 누르세요.",
        ),
        *(
            "아래를 봐 주세요.\n- 이름을 적는다\n- 보낸다.\n1. 사진을 찍어 봐.",
            "주의: 세탁하지 않는다.\n지켜 주세요.",
        ),
        *(
            "원하시면 이렇게 해\n주시면 돼요.",
            "꼭 확인하셔야\n해요.",
            "(꼭 읽어 봐.) 감사해요.",
            "고마워요~ ㅎㅎ",
        ),
        *(
            "베란다. 부산 앞바다. 판다 인형이에요.",
            "취소한다고 말씀해 주세요.",
            "보냈다는 연락을 드려요.",
            "안녕하세용.",
        ),
        *("길게 보내 주세요.", "https://a.kr/해 를 봐 주세요.", "시야. 분야. 언니? 네, 그래요."),
    ],
)
def test_an_answer_in_jondaenmal_is_left_alone(answer: str) -> None:
    assert of(answer) == []


def test_one_answer_in_banmal_among_others_is_noticed_but_a_whole_faq_is_not() -> None:
    three = [
        ("polite", "사흘 걸려요."),
        ("kind", "무료예요."),
        ("rude", "사흘 걸린다.\n기다려 봐."),
    ]
    groups = (
        PHRASES,
        (*ASKS, "며칠 만에 와요"),
        ("환불해 줘", "돈 주세요", "취소할래", "물러 줘", "안 살래"),
    )
    entries = [
        item(name, group, answer=answer)
        for (name, answer), group in zip(three, groups, strict=True)
    ]
    ((line, message),) = advice(listing(*entries))
    assert line == 27
    assert message.startswith("다른 답변은 존댓말인데 이 답변은 반말이에요: '사흘 걸린다.'")
    rude = [
        item(name, group, answer="그래. 한다.")
        for (name, _), group in zip(three, groups, strict=True)
    ]
    assert advice(listing(*rude)) == []


def test_a_follow_up_to_what_is_not_listed_points_at_its_key() -> None:
    hidden = item("hidden", (*ASKS, "며칠 만에 와요"), extra="listed: no")
    text = listing(item("a", PHRASES, extra="follow_ups: [hidden]"), hidden)
    ((line, message),) = advice(text)
    assert line == 11
    assert "'hidden' 유형은 listed: no" in message


def test_a_test_that_is_a_phrase_proves_nothing() -> None:
    ((line, message),) = of(extra="tests: [택배 요금이 알고 싶어요, 택배 요금 궁금 해요?]")
    assert line == 11
    assert "'택배 요금 궁금 해요?'가 예문에 그대로" in message


def test_plain_http_is_named_for_buttons_links_and_images() -> None:
    extra = (
        "buttons:\n  - {label: 가, url: 'HTTP://a.kr'}\n"
        "images: [http://a.kr/1.png, https://a.kr/2.png]"
    )
    assert [line for line, _ in of(extra=extra)] == [11, 13]
    ((line, message),) = of(extra="links: [{label: 공지, url: http://a.kr}]")
    assert line == 11
    assert "'공지' 버튼" in message


def test_advice_comes_in_the_order_of_the_file() -> None:
    text = listing(
        item("a", ("배송 언제 돼요",), extra="tests: [배송 언제 돼요]"),
        item("b", ("배송 언제 되요",), answer="해 준다.\n네, 돼요."),
    )
    lines = [line for line, _ in advice(text)]
    assert lines == sorted(lines)
    assert len(lines) == 5


def test_entries_that_were_never_a_file_get_advice_at_their_own_line() -> None:
    made = Intent(id="a", title="가" * 15, phrases=("배송비", "배송비"), answer="네.", line=7)
    notes = advise(Faq(intents=(made,)))
    assert [note.line for note in notes] == [7, 7, 7]


WORDS = st.text(alphabet="가해야다줘봐요. \n'?!-1:한😀", min_size=1, max_size=40)


@given(WORDS)
def test_no_sentence_is_both_polite_and_casual(sentence: str) -> None:
    assert not (is_polite(sentence) and is_casual(sentence))


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=6), WORDS)
def test_any_faq_gets_advice_with_lines_of_the_file(phrases: list[str], answer: str) -> None:
    rows = "".join(f"      - {phrase!r}\n" for phrase in phrases)
    text = f"intents:\n  - id: a\n    phrases:\n{rows}    answer: {answer!r}\n"
    try:
        faq = parse(text)
    except FaqError:
        return
    for note in advise(faq):
        assert 2 <= note.line <= 4 + len(phrases)
        assert note.message
        assert note.fix
