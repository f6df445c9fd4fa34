"""Particles after all that a title, a number or a customer's word may end in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import hangul, particles
from intents.particles import PAIRS, josa


@pytest.mark.parametrize(
    ("word", "topic", "by"),
    [
        ("환불", "은", "로"),
        ("배송비", "는", "로"),
        ("값", "은", "으로"),
        ("서울", "은", "로"),
        ("부산", "은", "으로"),
        *(("302호", "는", "로"), ("3번", "은", "으로")),
    ],
)
def test_a_particle_agrees_with_the_last_syllable(word: str, topic: str, by: str) -> None:
    assert josa(word, "은/는") == word + topic
    assert josa(word, "으로/로") == word + by


@pytest.mark.parametrize(
    ("number", "topic", "by"),
    [
        *(("0", "은", "으로"), ("1", "은", "로"), ("2", "는", "로"), ("3", "은", "으로")),
        *(("4", "는", "로"), ("5", "는", "로"), ("6", "은", "으로"), ("7", "은", "로")),
        *(("8", "은", "로"), ("9", "는", "로"), ("10", "은", "으로"), ("1000", "은", "으로")),
        *(("2024", "는", "로"), ("1.5", "는", "로"), ("2026111212345678", "은", "로")),
        *(("010-1234-5678", "은", "로"), ("A-12", "는", "로"), ("①", "은", "로")),
    ],
)
def test_a_number_is_read_in_korean(number: str, topic: str, by: str) -> None:
    assert josa(number, "은/는") == number + topic
    assert josa(number, "으로/로") == number + by


@pytest.mark.parametrize(
    ("word", "object_", "by"),
    [
        *(("L", "을", "로"), ("M", "을", "으로"), ("XL", "을", "로"), ("S", "를", "로")),
        *(("LED", "를", "로"), ("블랙 XL", "을", "로"), ("R", "을", "로"), ("T셔츠", "를", "로")),
        *(("style", "을", "로"), ("Medium", "을", "으로"), ("iPhone", "을", "으로")),
        *(("shopping", "을", "으로"), ("size", "를", "로"), ("cafe", "를", "로")),
    ],
)
def test_latin_letters_are_read_as_koreans_read_them(word: str, object_: str, by: str) -> None:
    assert josa(word, "을/를") == word + object_
    assert josa(word, "으로/로") == word + by


@pytest.mark.parametrize(
    "tail", ["’", "”", ")", "!", "…", " ", "❤️", "🙏🏻", "~^^", "』", ".", " (2개)"]
)
def test_what_is_not_spoken_does_not_count(tail: str) -> None:
    assert josa(f"환불{tail}", "을/를") == f"환불{tail}을"
    assert josa(f"배송비{tail}", "을/를") == f"배송비{tail}를"


@pytest.mark.parametrize("word", ["", " ", "…", "😊", "ㅋㅋ", "()", "가" * 10_000, "9" * 10_000])
def test_what_cannot_be_read_is_followed_as_by_a_vowel(word: str) -> None:
    assert josa(word, "을/를") == f"{word}를"


def test_a_pair_may_be_written_either_way_and_others_are_unknown() -> None:
    assert josa("값", "와/과") == josa("값", "과/와") == "값과"
    assert all(particles.is_pair(pair) for pair in PAIRS)
    assert not particles.is_pair("을")
    with pytest.raises(KeyError):
        josa("값", "을/은")


@given(st.text(max_size=60), st.sampled_from(PAIRS))
def test_any_title_keeps_its_letters_and_gets_one_of_the_two(word: str, pair: str) -> None:
    assert josa(word, pair) in {word + particle for particle in pair.split("/")}


@given(
    st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=50),
    st.sampled_from(["", "’", ")", "!", " ", "❤️", "…"]),
)
def test_any_title_in_hangul_is_followed_by_its_final(title: str, tail: str) -> None:
    final = hangul.split(title[-1]).final
    assert josa(title + tail, "이/가") == title + tail + ("이" if final else "가")
    assert josa(title + tail, "로/으로").endswith("으로") == (final not in {"", "ㄹ"})
