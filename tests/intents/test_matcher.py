"""Verdicts: the right entry, an honest question, or nothing."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import intents
from intents import Candidate, Faq, Intent, Match, Matcher
from intents.confidence import THRESHOLDS, scope, shares
from intents.grams import GramIndex
from intents.normalize import LIMIT, RAW_LIMIT, normalize
from tests.intents import faqs

BAKERY = faqs.bakery()
MATCHER = Matcher(BAKERY, meaning=None)
BALANCED = THRESHOLDS["balanced"]
SHIPPED = Path(__file__).parents[2] / "faq.yaml"


def first(match: Match) -> str:
    return match.candidates[0].intent_id


def phrases(faq: Faq) -> list[tuple[str, str]]:
    return [(entry.id, phrase) for entry in faq.intents for phrase in entry.phrases]


@pytest.mark.parametrize(("intent_id", "phrase"), phrases(BAKERY))
def test_every_phrase_is_answered_by_its_own_entry(intent_id: str, phrase: str) -> None:
    match = MATCHER.match(phrase)
    assert (match.verdict, first(match)) == ("answer", intent_id)
    assert match.candidates[0].confidence > 0.95
    assert match.candidates[0].phrase == phrase


@pytest.mark.parametrize(
    ("text", "intent_id"),
    [
        ("주차장있나여??", "parking"),
        ("영업시간좀 알려주세요ㅠㅠ", "open_hours"),
        ("케이크 예약할수 있나요", "cake_booking"),
        ("ghksqnfgowntpdy", "refund"),
        ("ㅎㅗㅏㄴ불해 주세요", "refund"),
        ("냉동 해도 됄까요", "storage"),
        ("WIFI 있어요?", "wifi"),
    ],
)
def test_a_phrase_said_otherwise_is_found(text: str, intent_id: str) -> None:
    match = MATCHER.match(text)
    assert match.verdict != "none"
    assert first(match) == intent_id


@pytest.mark.parametrize(
    ("text", "intent_id"),
    [
        ("땅콩 들어가나요 감사합니다", "allergy"),
        ("환불해 주세요 확인 부탁드립니다 수고하세요", "refund"),
        ("냉동해도 되나요? 답변 부탁드려요", "storage"),
        ("감사합니다", "thanks"),
        ("빵이 맛있네요 감사합니다", "thanks"),
        ("빵 잘 받았어요 확인 부탁드려요", "arrived"),  # a phrase of the store
    ],
)
def test_thanks_and_calls_behind_a_request_leave_it_what_it_is(text: str, intent_id: str) -> None:
    thanks = "[감사합니다, 고맙습니다, 수고하세요, 맛있네요 감사합니다]"
    more = f"  - id: thanks\n    listed: no\n    phrases: {thanks}\n    answer: 고마워요.\n"
    arrived = "  - id: arrived\n    phrases: [빵 잘 받았어요 확인 부탁드려요]\n    answer: 네.\n"
    matcher = Matcher(intents.parse(f"{faqs.BAKERY}{more}{arrived}", "bakery.yaml"), meaning=None)
    assert first(matcher.match(text)) == intent_id


def test_initials_alone_find_their_phrase() -> None:
    assert first(MATCHER.match("ㅎㅂㅎ ㅈㅅㅇ")) == "refund"
    assert first(MATCHER.match("ㅈㅊㅈ ㅇㄴㅇ")) == "parking"


@pytest.mark.parametrize("text", ["", " ", "ㅋㅋㅋㅋ", "😂😂", "...", "(사진)", "12345678"])
def test_a_text_without_words_has_no_candidates(text: str) -> None:
    match = MATCHER.match(text)
    assert (match.verdict, match.candidates) == ("none", ())


@pytest.mark.parametrize("text", ["뷁쉛", "xyzzy plugh", "축구 중계 몇 번 채널"])
def test_what_is_not_in_the_faq_is_not_answered(text: str) -> None:
    assert MATCHER.match(text).verdict != "answer"


def test_a_match_tells_what_was_compared_and_repaired() -> None:
    match = MATCHER.match("ghksqnfgo wntpdy!!")
    assert match.text == "환불해 주세요"
    assert match.repairs == ("영문 자판으로 친 글을 한글로 읽었어요: 환불해 주세요",)


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("그저께받았는데사이즈가작아서요", "그저께 받았는데 사이즈가 작아서요"),
        ("제이름은박순자예요 010-1111-2222", "제 이름은 박순자예요 010-1111-2222"),
        ("배송언제와요", "배송언제와요"),  # short enough to be read as it is
        ("이미 띄어 쓴 줄은 그대로예요", "이미 띄어 쓴 줄은 그대로예요"),
        ("가" * 301, "가" * 301),
        ("", ""),
    ],
)
def test_a_line_without_spaces_is_given_some(text: str, spaced: str) -> None:
    assert MATCHER.readable(text) == spaced


def test_entries_that_do_not_count_now_are_left_out() -> None:
    match = MATCHER.match("환불해 주세요", without={"refund"})
    assert "refund" not in {candidate.intent_id for candidate in match.candidates}
    assert match.verdict != "answer"
    everything = {entry.id for entry in BAKERY.intents}
    assert MATCHER.match("환불해 주세요", without=everything).candidates == ()


def test_a_phrase_of_two_entries_is_asked_back() -> None:
    shared = Faq(
        intents=tuple(
            Intent(id=name, title=name, phrases=("환불해 주세요",), answer="네") for name in "ab"
        )
    )
    match = Matcher(shared, meaning=None).match("환불 해주세요")
    assert match.verdict == "clarify"
    assert [candidate.intent_id for candidate in match.candidates] == ["a", "b"]


def test_a_faq_of_one_entry_still_matches() -> None:
    one = Faq(intents=BAKERY.intents[:1])
    matcher = Matcher(one, meaning=None)
    match = matcher.match("영업 시간 알려 주세요")
    assert match.candidates == (Candidate("open_hours", 0.99, "영업 시간 알려 주세요"),)
    assert matcher.match("뷁쉛").verdict == "none"


def test_a_faq_without_entries_answers_nothing() -> None:
    assert Matcher(Faq(intents=()), meaning=None).match("안녕하세요").verdict == "none"


def test_a_part_is_looked_at_by_itself() -> None:
    shop = Matcher(intents.load(SHIPPED), meaning=None)
    text, part = "책에 빈 페이지가 있고 책등이 깨져서 왔어요 환불해 주세요", "책등이 깨져서 왔어요"
    match = shop.match(text, apart=part)
    assert match.told is not None
    assert match.told.intent_id == "product_defect"
    assert replace(match, told=None) == shop.match(text)
    # What it is not sure of is told by nobody, nor is a mere courtesy.
    assert shop.match(text, apart="음 그게 좀").told is None
    assert shop.match(text, apart="안녕하세요").told is None


@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="환불케이크예약주차ㅎㅂㅋㅏ go!ghksqnf", max_size=30),
    )
)
@example("\ud800")
@example("가" * 5_000)
def test_any_string_gets_a_verdict(text: str) -> None:
    match = MATCHER.match(text)
    confidences = [candidate.confidence for candidate in match.candidates]
    if not match.also:
        assert match.verdict == BALANCED.verdict(confidences)
    assert confidences == sorted(confidences, reverse=True)
    assert len(confidences) <= 5
    assert all(0 <= confidence <= 1 for confidence in confidences)
    assert sum(confidences) <= 1 + 1e-9
    assert match == MATCHER.match(text)


@given(
    st.sampled_from(phrases(BAKERY)), st.sampled_from(["!!", " ㅠㅠ", "😂", "~", "ㅋㅋㅋ", "  "])
)
def test_noise_and_spelling_form_change_nothing(pair: tuple[str, str], noise: str) -> None:
    intent_id, phrase = pair
    said = unicodedata.normalize("NFD", phrase.replace(" ", "")) + noise
    assert first(MATCHER.match(said)) == intent_id


def test_confidence_parts_are_shares_and_grow_with_evidence() -> None:
    parts = shares([0.3, 0.25, 0.25])
    assert sum(parts) == pytest.approx(1)
    assert parts[0] > parts[1] == parts[2]
    assert shares([]) == []
    assert scope(0, 0) < scope(0.05, 0.5) < scope(1, 1) < 1


def test_the_thresholds_part_the_three_verdicts() -> None:
    assert BALANCED.verdict([]) == "none"
    assert BALANCED.verdict([BALANCED.answer]) == "answer"
    half, quarter = BALANCED.clarify / 2, BALANCED.clarify / 4
    assert BALANCED.verdict([half, half, 0.0]) == "clarify"
    assert BALANCED.verdict([quarter] * 4) == "none"


def test_caution_moves_the_bar_of_an_answer() -> None:
    careful, bold = THRESHOLDS["careful"], THRESHOLDS["bold"]
    assert bold.answer < BALANCED.answer < careful.answer
    middle = [(BALANCED.answer + careful.answer) / 2]
    assert (careful.verdict(middle), BALANCED.verdict(middle)) == ("clarify", "answer")


def test_an_entry_is_nearest_to_its_own_letters() -> None:
    index = GramIndex([["ㄱㅏㄴㅏ"], ["ㄷㅗㄹㅗ"], []])
    here, there, nothing = index.similarities("ㄱㅏㄴㅏ")
    assert here == pytest.approx(1)
    assert there == nothing == 0
    assert list(index.similarities("")) == [0, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "환불해 주세요 " * 12_500,
        "가나다라마" * 20_000,
        "a\u0316\u0301" * 33_000,
        "ghksqnf " * 12_500,
    ],
)
def test_of_a_hundred_thousand_characters_only_the_first_are_read(text: str) -> None:
    assert MATCHER.match(text) == MATCHER.match(text[:RAW_LIMIT])
    assert len(normalize(text)) <= LIMIT


@pytest.mark.skipif(not SHIPPED.exists(), reason="the shipped FAQ is not here")
@pytest.mark.slow
def test_every_shipped_phrase_finds_its_own_entry() -> None:
    faq = intents.load(SHIPPED)
    matcher = Matcher(faq, meaning=None)
    lost = [phrase for owner, phrase in phrases(faq) if first(matcher.match(phrase)) != owner]
    assert lost == []
