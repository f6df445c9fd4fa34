"""Lines that tell a matter and then ask something of it are parted; others are not."""

import pytest

from bot.dialog.question_behind import LONGEST, Asked, question_behind, question_of_plan


@pytest.mark.parametrize(
    ("matter", "question"),
    [
        ("원피스 반품할게요 사이즈가 작아요", "환불은 얼마나 걸려요?"),
        ("셔츠 M에서 L로 교환해주세요 어제 받았어요", "L 재고 있나요?"),
        ("주문 취소해주세요 2026112012345678", "포인트는 돌려받나요?"),
        ("냄비 손잡이가 부러져서 왔어요", "새 걸로 언제 받을 수 있나요?"),
        ("이불이 너무 커요 교환해주세요", "배송비는 제가 내야 하나요?"),
    ],
)
def test_a_matter_and_its_question(matter: str, question: str) -> None:
    for between in (" ", "\n", ". "):
        assert question_behind(f"{matter}{between}{question}") == Asked(
            f"{matter}{between.strip()}", question
        )


def test_a_number_behind_the_question_is_of_the_matter() -> None:
    asked = question_behind("택배가 안 와요 토요일까지 받을 수 있나요? 2026112012345678")
    assert asked == Asked("택배가 안 와요 2026112012345678", "토요일까지 받을 수 있나요?")


@pytest.mark.parametrize(
    "line",
    [
        "환불은 얼마나 걸려요?",
        "교환하고 싶은데 배송비 얼마예요?",  # nothing is decided
        "불량인데 반품비 내요?",
        "반품할까 고민 중이에요 배송비 얼마예요?",
        "취소 요청했는데 언제 되나요?",  # nothing is wanted any more
        "컵이 깨졌어요 이게 말이 됩니까?",
        "컵이 깨졌어요 왜 이런 거예요?",
        "반품할게요 확인 좀 해주실래요?",
        "예전에 접시가 깨진 적이 있어요. 어느 택배로 보내시나요?",
        "2026112012345678 취소해 주시고 2026112012345679 이건 언제 와요?",
        "반품할게요 감사합니다",
        "",
        " ? ",
    ],
)
def test_what_is_not_parted(line: str) -> None:
    assert question_behind(line) is None


def test_a_pasted_page_is_not_parted() -> None:
    assert question_behind(f"{'반품할게요 ' * LONGEST} 환불은 얼마나 걸려요?") is None


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            "사은품 파우치도 같이 보내야 하나요? 크림 반품하려고 하는데",
            "사은품 파우치도 같이 보내야 하나요?",
        ),
        ("교환하려고 하는데 편의점 택배로 보내도 돼요?", "편의점 택배로 보내도 돼요?"),
        ("취소하고 싶은데 취소하면 카드 환불은 바로 되나요?", "취소하면 카드 환불은 바로 되나요?"),
        ("의자 반품하고 싶은데 조립한 것도 되나요?", "조립한 것도 되나요?"),
        ("교환하려고요 두 개를 한 박스에 넣어도 될까요?", "두 개를 한 박스에 넣어도 될까요?"),
    ],
)
def test_what_is_asked_beside_a_plan(line: str, question: str) -> None:
    asked = question_of_plan(line)
    assert asked is not None
    assert asked.question == question


@pytest.mark.parametrize(
    "line",
    [
        "교환하고 싶은데 어떻게 하나요?",  # of the plan itself
        "반품하고 싶은데 가능한가요?",
        "환불하고 싶은데 환불 되나요?",
        "반품 신청했는데 왜 안 가져가요?",
        "배송비는 얼마예요?",
        "반품하려고요 사이즈가 작아요",
        f"반품하려고 하는데 {'가' * LONGEST} 돼요?",
    ],
)
def test_what_asks_of_no_plan(line: str) -> None:
    assert question_of_plan(line) is None
