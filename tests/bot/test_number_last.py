"""A lone order number is read behind what is told, wherever it stands in the line."""

import pytest

from bot.dialog.number_last import LONGEST, number_last

NUMBER = "2026112012345678"


@pytest.mark.parametrize(
    "line",
    [
        f"{NUMBER} 환불해 주세요 작아서요",
        f"환불해 주세요 {NUMBER} 작아서요",
        f" {NUMBER}  환불해 주세요 작아서요",
    ],
)
def test_it_goes_behind_the_rest(line: str) -> None:
    assert number_last(line) == f"환불해 주세요 작아서요 {NUMBER}"


@pytest.mark.parametrize(
    "line",
    [
        NUMBER,
        f"환불해 주세요 {NUMBER}",
        f"주문번호는 {NUMBER} 이고 어제 받았어요",  # it is said what it is
        f"{NUMBER} 아니고 {NUMBER[:-1]}9 예요",
        f"{NUMBER} 취소하고 {NUMBER[:-1]}9 언제 와요",  # which is which is told by their places
        f"{NUMBER}요 어제 받았어요",
        f"{NUMBER}\n어제 받았어요",
        "010-1234-5678 로 전화 주세요",
        f"{NUMBER} {'가' * LONGEST}",
        "",
    ],
)
def test_what_stays_as_it_is(line: str) -> None:
    assert number_last(line) == line
