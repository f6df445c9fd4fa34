"""Exchange or refund: what a line wants, and what it only names."""

from __future__ import annotations

import pytest

from bot.dialog import wishes
from bot.dialog.second_thoughts import keeps_after_all, on_second_thought


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("교환말고 환불로 부탁드려요", "환불"),
        ("환불이요 아 아니다 교환이요", "교환"),
        ("교환은 됐고 환불해주세요", "환불"),
        ("환불받고 싶어요 그리고 반품비는 제가 내나요?", "환불"),
        ("환불이 나을 것 같네요 근데 언제쯤 처리되나요?", "환불"),
        ("새걸로 바꿔 주세요", "교환"),
        ("아니 교환 말고 환불이요", "환불"),
        ("환불 안 할래요", ""),
        ("연락처 바꿔주세요", ""),
        ("택배사 좀 다른 데로 바꿔주세요", ""),
        ("환불되나요?", ""),
        ("원피스는 환불하고 치마는 교환해주세요", ""),
        ("어제 받았어요", ""),
    ],
)
def test_the_meant_word_is_the_wish(said: str, label: str) -> None:
    assert wishes.label(said) == label


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("환불이든 교환이든 빠른걸로요", "환불이든 교환이든 빠른걸로요"),
        ("둘 다 괜찮아요", "둘 다 괜찮아요"),
        ("아무거나요", "아무거나요"),
        ("교환 가능할까요?", "교환 (교환 가능할까요)"),
        ("빠진 것만 보내주세요", "빠진 것만 보내주세요"),
        ("만원만 깎아주시면 쓸게요", "만원만 깎아주시면 쓸게요"),
        ("바퀴만 보내줄 수 있어요?", "바퀴만 보내줄 수 있어요"),
        ("언제 보내줄 수 있어요?", ""),
        ("교환 안되면 환불해주세요", "교환 (교환 안되면 환불해주세요)"),
        ("배송은 언제 되나요?", ""),
        ("그냥 쓸게요", ""),
    ],
)
def test_where_it_was_asked_other_words_count_too(said: str, wish: str) -> None:
    assert wishes.read(said, said, asked=True) == wish


def test_a_line_in_the_wrong_keyboard_mode_is_read_as_it_was_meant() -> None:
    assert wishes.read("ghksqnf", "환불", asked=False) == "환불"


def test_a_long_line_is_not_quoted_with_the_wish() -> None:
    said = "제가 지난주에 받았는데 밑창이 다 떨어져서 환불을 받았으면 좋겠습니다"
    assert wishes.read(said, said, asked=False) == "환불"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("셔츠는 환불하고 바지는 교환해 주세요", ["환불", "교환"]),
        ("하나는 취소하고 하나는 주소 바꿔주세요", ["주문 취소", "배송지 변경"]),
        ("2024112511110001 취소하고 2024112511110002 반품이요", ["주문 취소", "반품"]),
        ("취소하고 환불해주세요", []),
        ("교환 말고 환불이요", []),
        ("셔츠는 환불해 주세요", []),
    ],
)
def test_another_thing_for_each_of_two(said: str, wanted: list[str]) -> None:
    assert wishes.several(said) == wanted


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "커서 250으로 교환하려고 했는데 아니다 그냥 환불해주세요",
            "커서 250으로 환불해주세요",
        ),
        ("취소하려다가 배송이 왔길래 그냥 반품할게요", "반품할게요"),
        ("환불하려고 했는데 그냥 쓸게요", "환불하려고 했는데 그냥 쓸게요"),
        ("교환하려고 했는데 품절이네요", "교환하려고 했는데 품절이네요"),
        ("주소 바꿀 수 있나요 아니면 일단 취소하고 다시 주문해야 하나요?", "주소 바꿀 수 있나요"),
        ("아니면 취소해 주세요", "아니면 취소해 주세요"),
        ("교환 아니면 환불 되나요", "교환 아니면 환불 되나요"),
    ],
)
def test_the_wish_that_holds_is_the_last_one(said: str, meant: str) -> None:
    assert on_second_thought(said) == meant


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("환불하려고 했는데 그냥 쓸게요", True),
        ("반품하려다가 그냥 입을게요", True),
        ("환불하려고 했는데 그냥 교환해 주세요", False),
        ("그냥 쓸게요", False),
    ],
)
def test_who_keeps_the_goods_after_all_wants_nothing(said: str, *, kept: bool) -> None:
    assert keeps_after_all(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "교환해주시든지 사람을 보내주시든지 해주세요",
        "환불해주시거나 부품을 보내주세요",
        "기사님이 오셔서 한번 점검해 주세요",
    ],
)
def test_one_of_two_and_a_visit_are_wishes_in_his_words(said: str) -> None:
    assert wishes.read(said, said, asked=True) == said
