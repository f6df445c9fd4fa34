"""Opinions behind a verdict: by phrases, entry by entry, and what they are made of."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import Matcher, Meaning
from intents.calibration import LETTERS, MEANING, Calibration, Odds
from intents.clauses import MOST, parts
from intents.companies import Companies
from intents.embedding import Vectors
from intents.grams import GramIndex, grams_of
from intents.kernel import fit, likeness
from intents.normalize import normalize, sounds
from intents.opinions import Entries, nearest_phrases
from intents.spacing import Spacer
from intents.vocabulary import Vocabulary
from tests.intents.faqs import bakery

BAKERY = bakery()
WORDS = st.lists(st.text("가나다환불배송언제요 ", max_size=8).map(normalize), max_size=8)
LINES = [phrase for entry in BAKERY.intents for phrase in entry.phrases]
OWN = [[sounds(normalize(phrase)) for phrase in entry.phrases] for entry in BAKERY.intents]
NAMES = [entry.id for entry in BAKERY.intents]


class Looking:
    """A model that notes what it is asked, and finds all texts alike."""

    name = "looking"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.full((len(texts), 4), 0.5, np.float32)


@pytest.mark.parametrize("entry", range(len(OWN)))
def test_entries_as_wholes_find_their_own_phrases(entry: int) -> None:
    opinion = Entries(OWN).judge(OWN[entry][1])
    assert int(np.argmax(opinion.chances)) == entry
    assert opinion.nearest[entry] == 3 * entry + 1
    assert 0 < opinion.chances.sum() <= 1


def test_entries_as_wholes_leave_out_what_does_not_count() -> None:
    counted = np.array([name != "refund" for name in NAMES])
    opinion = Entries(OWN).judge(sounds("환불해 주세요"), counted)
    assert opinion.chances[NAMES.index("refund")] == 0
    assert Entries(OWN).judge("").chances.sum() == 0


@given(st.lists(st.text("ㄱㄴㅏㅗㅂㅜ", max_size=12), max_size=6))
def test_many_texts_at_once_compare_as_one_by_one(texts: list[str]) -> None:
    index = GramIndex(OWN)
    table = index.table(texts)
    assert table.shape == (len(texts), len(OWN))
    for row, text in zip(table, texts, strict=True):
        assert row == pytest.approx(index.similarities(text), abs=1e-6)


@given(st.text(max_size=40))
def test_every_gram_of_a_text_counts_once(text: str) -> None:
    grams = grams_of(text)
    assert (np.diff(grams.astype(object)) > 0).all()
    assert len(grams) <= 3 * max(len(text) - 2, 0)


@given(
    st.lists(st.floats(-1, 2, width=32), min_size=2, max_size=40),
    st.sampled_from([LETTERS, MEANING]),
    st.floats(0.02, 0.1),
)
def test_confidences_follow_the_scores_and_are_chances(
    scores: list[float], odds: Odds, width: float
) -> None:
    given_scores = np.array(scores, np.float32)
    found = Calibration(width, odds).confidences(given_scores)
    assert len(found) == len(scores) - 1
    assert (found >= 0).all()
    assert found.sum() <= 1 + 1e-5
    assert (np.diff(found[np.argsort(-given_scores[:-1], kind="stable")]) <= 0).all()


def test_a_line_left_out_is_scored_without_itself() -> None:
    points = np.array([[1, 0], [0.98, 0.2], [0, 1], [0.2, 0.98]], np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    alike = likeness(points @ points.T)
    classes = np.array([0, 0, 1, 1])
    left_out = fit(alike, classes, 2).left_out[0]
    rest = fit(alike[1:, 1:], classes[1:], 2)
    assert left_out == pytest.approx(alike[0, 1:] @ rest.weights, abs=1e-4)


def test_the_nearest_phrase_of_each_entry_is_the_first_of_equals() -> None:
    alike = np.array([0.1, 0.7, 0.7, 0.3], np.float32)
    assert nearest_phrases(alike, np.array([0, 0, 0, 1]), 2).tolist() == [1, 3]


@given(st.text("환불교환가나 ", max_size=30).map(normalize), WORDS)
def test_spacing_changes_spaces_only(line: str, learnt: list[str]) -> None:
    spaced = Spacer(LINES, Spacer(learnt)).space(line)
    assert spaced.replace(" ", "") == line.replace(" ", "")
    assert set(line.split()) & set(spaced.split()) or len(spaced) >= len(line)


def test_what_two_spacers_and_vocabularies_learnt_adds_up() -> None:
    first, second = LINES[:15], LINES[15:]
    layered, whole = Spacer(second, Spacer(first)), Spacer(LINES)
    words, all_words = Vocabulary(second, Vocabulary(first)), Vocabulary(LINES)
    for line in LINES:
        squashed = line.replace(" ", "")
        assert layered.space(squashed) == whole.space(squashed)
        assert all(word in words and word in all_words for word in line.split())
    assert (
        words.spell_out("ㅈㅊㅈ ㅇㄴㅇ") == all_words.spell_out("ㅈㅊㅈ ㅇㄴㅇ") == "주차장 있나요"
    )


@given(st.text("ㄱㅎㅂㅇㅈ환불 언제", max_size=20).map(normalize))
def test_only_initials_are_spelled_out(line: str) -> None:
    spelled = Vocabulary(LINES).spell_out(line)
    kept = [word for word in line.split() if not set(word) <= set("ㄱㅎㅂㅇㅈ")]
    assert all(word in spelled.split() for word in kept)


@given(st.text("가나다 .?!\n그리고근데,", max_size=80))
def test_the_parts_of_a_message_are_in_it(text: str) -> None:
    found = parts(text)
    assert len(found) <= MOST
    assert len(found) != 1
    assert all(part.removesuffix("나요") in text for part in found)


@pytest.mark.parametrize("again", ["카드 되나요 ", "배송비랑 ", "교환은 되고 "])
def test_of_an_endless_message_the_last_parts_are_found(again: str) -> None:
    found = parts(again * 20_000 + "반품은 되나요? 환불은 언제 되나요?")
    assert found[-2:] == ("반품은 되나요", "환불은 언제 되나요")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("카드 되나요 현금영수증도 되나요", ("카드 되나요", "현금영수증도 되나요")),
        ("배송비 얼마예요 교환비는요", ("배송비 얼마예요", "교환비는요")),
        ("교환비랑 배송비 얼마예요", ("교환비", "배송비 얼마예요")),
        ("배송비랑 기간 알려주세요", ()),
        ("교환 되나요 안되나요", ()),
        ("환불 언제 되나요 얼마나 걸리나요", ()),
        ("이거 교환되나요 사이즈가 안맞아요", ()),
    ],
)
def test_questions_without_a_mark_are_parted(text: str, found: tuple[str, ...]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("쿠팡에서 산 신발 환불해 주세요", "쿠팡에서"),
        ("환불은 쿠팡처럼 되나요", "쿠팡처럼"),
        ("환불해 주세요", ""),
        ("", ""),
    ],
)
def test_another_company_is_noticed_with_its_particle(text: str, named: str) -> None:
    assert Companies(["쿠팡"], ["환불은 사흘 걸려요"]).named(normalize(text)) == named


def test_a_company_that_the_store_speaks_of_is_its_own_business() -> None:
    assert (
        Companies(["쿠팡"], ["쿠팡에서 산 것도 여기서 바꿔 드려요"]).named("쿠팡에서 산 빵") == ""
    )


def test_another_companys_business_is_asked_back_not_answered() -> None:
    matcher = Matcher(BAKERY, meaning=None)
    match = matcher.match("스타벅스 와이파이 비밀번호 뭐예요")
    assert match.verdict != "answer"
    assert match.repairs == ("다른 회사 이야기일 수 있어요: 스타벅스",)
    assert matcher.match("와이파이 비밀번호 뭐예요 좀").verdict == "answer"


def test_of_a_long_story_the_model_reads_what_sounds_like_a_request() -> None:
    model = Looking()
    matcher = Matcher(BAKERY, meaning=Meaning(model))
    learnt = len(model.asked)
    story = "어제 친구들이랑 오랜만에 모여서 저녁을 먹고 놀았어요. "
    match = matcher.match(f"{story}케이크 위에다 이름 같은 거 새겨 주실 수 있을까요? {story}")
    (asked,) = model.asked[learnt:]
    assert "새겨 주실" in asked
    assert len(asked) <= 60  # 50 characters and the spaces that were put in
    assert "cake_lettering" in [one.intent_id for one in match.candidates]
