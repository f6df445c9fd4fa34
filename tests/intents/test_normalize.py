"""The form of a sentence that is compared, and the mending of its typing."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intents import normalize
from intents.repairs import Mender

KOREAN = st.text(
    st.one_of(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        st.sampled_from("ㅋㅎㅠㅜㅡㅏㄱㅂ ABab12!?~ᄒ\u1161\u11ab\uffa1①ß\u0130😂"),
    ),
    max_size=60,
)


@given(st.one_of(st.text(max_size=80), KOREAN))
@example("ㅋㅠㅠㅋ")
@example("\u1100\u200d\u1161")
@example("ﷺ" * 100)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalize.normalize(text)
    assert normalize.normalize(once) == once


@given(st.one_of(st.text(max_size=80), KOREAN))
def test_decomposed_and_composed_spellings_are_the_same(text: str) -> None:
    composed = normalize.normalize(unicodedata.normalize("NFC", text))
    assert normalize.normalize(unicodedata.normalize("NFD", text)) == composed


@given(st.text(max_size=40), st.integers(min_value=1, max_value=200))
def test_no_more_than_a_thousand_characters_are_compared(text: str, times: int) -> None:
    assert len(normalize.normalize(text * times)) <= normalize.LIMIT


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("환불이요ㅠㅠㅠ!!", "환불이요"),
        ("왜 안 와요ㅋ", "왜 안 와요"),
        ("빨리이이이이요 1000원", "빨리이요 1000원"),
        ("ＡＢＣ  ①번", "abc 1번"),
        ("😂😂", ""),
        ("(사진)", ""),
        ("ㅋㅋㅋㅋ", ""),
        ("ㅎㅂ ㅇㅈ", "ㅎㅂ ㅇㅈ"),
        ("ㅎㅜㄱㅣ", "ㅎㅜㄱㅣ"),
        ("M→L", "m l"),
        ("", ""),
    ],
)
def test_noise_is_dropped_and_words_stay(text: str, plain: str) -> None:
    assert normalize.normalize(text) == plain


def test_spaces_do_not_count() -> None:
    assert normalize.squash("환불 해 주세요") == normalize.squash("환불해주세요!")


def test_words_that_sound_alike_have_the_same_letters() -> None:
    assert normalize.sounds("됐어요 할께") == normalize.sounds("됬어요 할게")
    assert normalize.sounds("주문 20261122001") == normalize.sounds("주문")


def test_only_words_of_initials_are_an_abbreviation() -> None:
    assert normalize.abbreviation("ㅎㅂ 언제 ㅇㅈ ㅏ") == "ㅎㅂㅇㅈ"


MENDER = Mender(["환불해 주세요", "wifi 있어요", "go 요금제"])


def mended(text: str) -> str:
    return MENDER.mend(text, normalize.normalize(text)).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ghksqnf gowntpdy", "환불 해주세요"),
        ("저기요 ghksqnf", "저기요 환불"),
        ("저기요 social", "저기요 social"),
        ("wifi", "wifi"),
        ("so", "so"),
        ("XL", "xl"),
        ("ㅎㅗㅏㄴ부ㄹ 해줘", "환불 해줘"),
        ("ㅎㅂ", "ㅎㅂ"),
    ],
)
def test_typing_is_mended_only_where_it_is_surely_wrong(text: str, read: str) -> None:
    assert mended(text) == read


def test_a_repair_says_in_korean_what_was_read() -> None:
    assert MENDER.mend("ghksqnf", "ghksqnf").repairs == (
        "영문 자판으로 친 글을 한글로 읽었어요: 환불",
    )
    assert MENDER.mend("환불", "환불").repairs == ()


@given(st.text(max_size=60))
def test_a_mended_text_is_a_normalised_one(text: str) -> None:
    read = mended(text)
    assert normalize.normalize(read) == read
