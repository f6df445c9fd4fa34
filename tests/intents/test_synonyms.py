"""What can be said in several ways, read in the most usual one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.synonyms import in_usual_words


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("다른 책이 도착했습니다", "다른 책이 왔어요"),
        ("보리를 시켰는데 귀리가 도착했네요", "보리를 주문했는데 귀리가 왔네요"),
        ("도착했다고 떠요 도착했나요", "도착했다고 떠요 도착했나요"),
        ("물건이 도착하지 않았습니다", "물건이 안 왔어요"),
        ("나사 하나가 안 도착했어요", "나사 하나가 안 왔어요"),
        ("적용이 되지 않습니다", "적용이 안 돼요"),
        ("적용되지 않네요", "적용 안 되네요"),
        ("뚜껑이 열리지가 않아요", "뚜껑이 안 열려요"),
        ("맞지 않아서 켜지지 않았어요", "안 맞아서 안 켜졌어요"),
        ("존재하지 않는 코드래요", "존재하지 않는 코드래요"),
        ("좋지 않을까요 되지 않을까요", "좋지 않을까요 되지 않을까요"),
        ("교환하고 싶습니다. 없습니까", "교환하고 싶어요. 없나요"),
        ("취소해 주시기 바랍니다", "취소해 주세요"),
        ("취소해 주시면 감사하겠습니다", "취소해 주세요"),
        ("취소해 주시면 안 될까요?", "취소해 주세요"),
        ("커튼은 환불하고요 러그는 교환이요", "커튼은 환불하고 러그는 교환이요"),
        ("주문했는데요 품절이래요", "주문했는데 품절이래요"),
        ("왜 안 오냐고요 지금요", "왜 안 오냐고요 지금요"),
        ("그게 맞는데요.", "그게 맞는데요."),
        ("언제쯤 와요 언제쯤까지 와요", "언제 와요 언제쯤까지 와요"),
        ("어느 정도 걸려요 얼마 정도예요", "얼마나 걸려요 얼마예요"),
        ("무슨 이유로 안 되나요", "왜 안 되나요"),
        ("구매한 날 구매하신 분", "주문한 날 구매하신 분"),
    ],
)
def test_the_usual_words(typed: str, usual: str) -> None:
    assert in_usual_words(typed) == usual


@given(st.text(alphabet="도착하지않았습니다시켰구매한오되는데요고 .?", max_size=40))
def test_what_is_usual_stays(text: str) -> None:
    once = in_usual_words(text)
    assert in_usual_words(once).split() == once.split()
