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
