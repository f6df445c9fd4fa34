"""Letters out of their place, and syllables hit twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.hangul import is_syllable
from intents.knowledge import shipped
from intents.runs import Runs
from intents.strays import Strays

STRAYS = Strays(Runs([], shipped().runs))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8일 지났느ㄴ데 안될까요", "8일 지났는데 안될까요"),
        ("어제 시켰느ㄴ데요 왔어ㅆ는데", "어제 시켰는데요 왔었는데"),
        ("아니 왜 안ㅣ오냐고요", "아니 왜 안오냐고요"),
        ("포장ㅇ비는 얼마예요", "포장비는 얼마예요"),
        ("아 잘못 보ㄴ냈어요", "아 잘못 보냈어요"),
        ("이ㄴ데 사이즈ㄱㅏ 작아ㅇㅛ", "인데 사이즈가 작아요"),
        ("ㅎㅗㅏㄴ불해 주세요", "환불해 주세요"),
        ("얼마마나 걸려요 배송비비는요", "얼마나 걸려요 배송비는요"),
        ("해외는요요", "해외는요"),
        # Sounds that one makes, initials, and what is doubled for good.
        *((line, line) for line in ("네ㅎ", "왔어요ㅠ", "ㅋㅋ 네ㅋㅋ", "ㅎㅂ ㅇㅈ", "ㅇㅇ 그래요")),
        *((line, line) for line in ("아하 네네", "휴가가는데 디자인인가", "지지직거려요 꼼꼼히")),
        *((line, line) for line in ("간간이 다다음주에 쓰쓰가무시", "")),
    ],
)
def test_letters_are_put_where_they_belong(typed: str, meant: str) -> None:
    assert STRAYS.mend(typed) == meant


@given(st.text(alphabet="환불네요는가ㄴㅇㅏㅋㅠ 12?", max_size=40))
def test_nothing_is_added_and_no_other_syllable_is_lost(text: str) -> None:
    mended = STRAYS.mend(text)
    assert len(mended) <= len(text)
    assert [x for x in mended if x.isspace()] == [x for x in text if x.isspace()]
    lost = sum(map(is_syllable, text)) - sum(map(is_syllable, mended))
    assert lost <= sum(map(is_syllable, text)) / 2


def test_a_long_text_is_left_alone() -> None:
    line = "지났느ㄴ데 " * 60
    assert STRAYS.mend(line) == line
