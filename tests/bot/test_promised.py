"""What a person of the store promised, and how long it is remembered."""

from __future__ import annotations

import pytest

from bot.dialog import promises


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("내일 오후에 기사님이 수거하러 가요.", {"visit"}),
        ("새 상품 보내 드릴게요.", {"parcel"}),
        ("환불해 드렸어요. 3일쯤 걸려요.", {"money"}),
        ("적립금 3,000원 넣어 드릴게요.", {"credit"}),
        ("확인하고 오늘 안에 연락드릴게요.", {"call"}),
        ("계산서는 메일로 보내 드릴게요.", {"paper", "parcel"}),
        ("수리에 일주일쯤 걸려요", {"repair"}),
        ("월요일에 입고될 예정이에요", {"stock"}),
        ("3만 원 입금 부탁드려요", {"money", "pay"}),
        ("사진 보내 주시면 확인해 볼게요", set()),
        ("교환과 환불 중 어느 쪽이 좋으세요?", set()),
        ("불편을 드려 죄송해요.", set()),
    ],
)
def test_what_a_line_promises(text: str, topics: set[str]) -> None:
    assert set(promises(text).split()) == topics


def test_what_was_promised_before_goes_along() -> None:
    assert promises("내일 연락드릴게요", promises("환불해 드릴게요")) == "call money"
