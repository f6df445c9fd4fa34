"""Letters and syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import hangul

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=20)


@given(SYLLABLES)
def test_syllables_survive_a_round_trip_through_letters(text: str) -> None:
    assert hangul.compose(hangul.decompose(text)) == text
    assert hangul.compose(hangul.strokes(text)) == text


@given(SYLLABLES)
def test_every_syllable_has_one_initial(text: str) -> None:
    initials = hangul.choseong(text)
    assert len(initials) == len(text)
    assert set(initials) <= set(hangul.INITIALS)


@given(st.text(max_size=30))
def test_no_text_breaks_the_composer(text: str) -> None:
    assert len(hangul.compose(text)) <= len(text)
    assert isinstance(hangul.rejoin(text), str)


def test_letters_are_those_people_type() -> None:
    assert hangul.decompose("환불 A") == "ㅎㅘㄴㅂㅜㄹ A"
    assert hangul.strokes("환값") == "ㅎㅗㅏㄴㄱㅏㅂㅅ"
    assert hangul.choseong("환불 A") == "ㅎㅂ A"
    assert hangul.split("값") == ("ㄱ", "ㅏ", "ㅄ")


def test_a_letter_in_the_wrong_place_makes_no_syllable() -> None:
    with pytest.raises(ValueError, match="substring not found"):
        hangul.join("ㅏ", "ㄱ")


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ("ghksqnf", "환불"),
        ("rkqt", "값"),
        ("rkatkgowldj", "감사해지어"),
        ("djWjrh", "어쩌고"),
        ("GHKSQNF", "환불"),
        ("asdf", "asdf"),
        ("change", "change"),
        ("k", "k"),
        ("", ""),
    ],
)
def test_keys_typed_in_the_wrong_mode_become_hangul_only_when_whole(keys: str, typed: str) -> None:
    assert hangul.from_keyboard(keys) == typed


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ㅎㅗㅏㄴ불", "환불"),
        ("하ㄴ글", "한글"),
        ("주무ㄴ이", "주문이"),
        ("와ㅆㅓ요", "와써요"),
        ("ㅎㅂ", "ㅎㅂ"),
        ("환불", "환불"),
    ],
)
def test_a_word_that_fell_apart_is_whole_again(broken: str, whole: str) -> None:
    assert hangul.rejoin(broken) == whole


def test_conjoining_letters_become_those_people_type() -> None:
    assert hangul.compatible("\u1112\u1161\u11ab") == "ㅎㅏㄴ"
