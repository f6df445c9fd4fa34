"""What is typed as it is spoken, read as it is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.knowledge import shipped
from intents.liaison import Liaison
from intents.runs import Runs

LIAISON = Liaison(Runs([], shipped().runs))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("이거 마자요?", "이거 맞아요?"),
        ("불량인거 가타요", "불량인거 같아요"),
        ("교환하고 시퍼요", "교환하고 싶어요"),
        ("재고가 업써요 하나도 업서요", "재고가 없어요 하나도 없어요"),
        ("어제 바다써요", "어제 받았어요"),
        ("세탁했더니 줄어써요", "세탁했더니 줄었어요"),
        ("너무 조아요 고마워요", "너무 좋아요 고마워요"),
        ("보풀이 너무 마나요", "보풀이 너무 많아요"),
        ("아직도 안 드러왔네요", "아직도 안 들어왔네요"),
        ("손자비가 깨졌어요", "손잡이가 깨졌어요"),
        ("주무니 두 번 됐어요", "주문이 두 번 됐어요"),
        ("바다써요 어제요", "받았어요 어제요"),
        # Right as they are.
        *((line, line) for line in ("아직 안 와서요", "잘못 눌러서요", "이번달 거는 받을게요")),
        *((line, line) for line in ("이거 누가 내나요", "소파 커버가 커요", "바지 사이즈 재고요")),
        *((line, line) for line in ("박지민이에요", "ㅋㅋ", "마 자", "")),
    ],
)
def test_what_is_typed_as_it_sounds_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert LIAISON.mend(typed) == meant


def test_nothing_is_read_by_who_knows_nothing() -> None:
    assert Liaison(Runs([])).mend("이거 마자요") == "이거 마자요"


@given(st.text(max_size=80))
def test_no_letter_is_added_or_lost(text: str) -> None:
    mended = LIAISON.mend(text)
    assert len(mended) == len(text)
    assert [x for x in zip(text, mended, strict=True) if x[0].isspace() and x[0] != x[1]] == []


def test_a_long_text_is_left_alone() -> None:
    line = "이거 마자요 " * 60
    assert LIAISON.mend(line) == line
