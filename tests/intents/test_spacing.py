"""Lines without spaces, parted as their writers would have."""

from __future__ import annotations

import pytest

from intents.knowledge import shipped
from intents.spacing import Spacer

SPACER = Spacer(["교환 신청은 어떻게 하나요"], shipped().spacer)


@pytest.mark.parametrize(
    "meant",
    [
        "신발 한쪽만 왔어요",
        "바지는 환불하고 티셔츠는 교환해 주세요",
        "선물세트에 메시지 카드가 없어요",
        "새 거 받았는데 이것도 충전이 안 되네요",
        "교환 신청은 어떻게 하나요",
    ],
)
def test_a_line_of_a_store_gets_its_spaces(meant: str) -> None:
    assert SPACER.space(meant.replace(" ", "")) == meant


def test_what_nothing_is_known_of_stays_whole() -> None:
    assert Spacer([]).space("가나다라마바사") == "가나다라마바사"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("언 제 와요", "언제 와요"),
        ("어 제 받음", "어제 받음"),
        ("다 른 데서 샀어요", "다른 데서 샀어요"),
        ("해 외는요?", "해외는요?"),
        # Words of their own.
        *(
            (line, line)
            for line in ("아 이제 떠요", "안 와요", "새 제품 잘 써지네요", "이 옷 커요")
        ),
        *((line, line) for line in ("두 개 다 안 와요", "이름 이지은", "환불 좀 해 주세요", "")),
    ],
)
def test_a_space_that_nobody_puts_there_is_taken_out(typed: str, meant: str) -> None:
    assert SPACER.join(typed) == meant
