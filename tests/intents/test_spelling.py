"""Lines that are spelled by ear, read as they are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.knowledge import shipped
from intents.runs import Runs
from intents.spelling import Speller, in_full, together

SPELLER = Speller(Runs(["물이 새요", "한지에 찍어요"], shipped().runs))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("배송지 바꿔주새요", "배송지 바꿔주세요"),
        ("배송이 않와요 왜 않되나요", "배송이 안와요 왜 안되나요"),
        ("오지도 안네요 좋지 않아요", "오지도 않네요 좋지 않아요"),
        ("환불하고 십은데여", "환불하고 싶은데요"),
        ("주문 취소여 L로여 반품이용", "주문 취소요 L로요 반품이요"),
        ("잘못된 건가여", "잘못된 건가요"),
        ("이용 비용 참여 수령여부", "이용 비용 참여 수령여부"),
        ("결재 몇일 걸려요 3일이요", "결제 며칠 걸려요 3일이요"),
        ("머가 똑가튼거예여", "뭐가 똑같은거예요"),
        ("화불 교화 주무한거 배소 반푸", "환불 교환 주문한거 배송 반품"),
        ("소화불량 머그컵 주무세요", "소화불량 머그컵 주무세요"),
        ("반품할개요", "반품할게요"),
        ("아 지금 떳네요", "아 지금 떴네요"),
        ("그저깨 받앗어요", "그저께 받았어요"),
        ("텍배가 안 와요", "택배가 안 와요"),
        ("외 안 오냐고요", "왜 안 오냐고요"),
        ("컵이 께져서 왔어요", "컵이 깨져서 왔어요"),
        ("주문헸는데 품절이래요", "주문했는데 품절이래요"),
        ("내", "네"),
        ("감사함니다 부탁드림니다", "감사합니다 부탁드립니다"),
        ("원래 최은서인대 최은수로요", "원래 최은서인데 최은수로요"),
        ("안애 아무것도 없내요", "안에 아무것도 없네요"),
        ("쓸 수 잇나요 수량이 업어요", "쓸 수 있나요 수량이 없어요"),
        ("처리됬나요 언재 와요", "처리됐나요 언제 와요"),
        ("블렉 제고 잇어요?", "블랙 재고 있어요?"),
        ("게속 준비중이래요 어재 산 건데", "계속 준비중이래요 어제 산 건데"),
        ("내 접수해주세요", "네 접수해주세요"),
        ("이거 어떼요 그래이로 타임새일", "이거 어때요 그레이로 타임세일"),
        ("향수가 셌어요", "향수가 샜어요"),
        ("네일 다시 올게요 배송비 외 두번 나가요", "내일 다시 올게요 배송비 왜 두번 나가요"),
        ("이제 켜지내요 오캐이요 누가 네요?", "이제 켜지네요 오케이요 누가 내요?"),
        ("주소를 잘못 적엇어요", "주소를 잘못 적었어요"),
        ("안와욬ㅋㅋ 뭐넼ㅋ 부엌ㅋ", "안와요ㅋㅋ 뭐네ㅋ 부엌ㅋ"),
        ("이 소리 커여? 반송한대여", "이 소리 커요? 반송한대요"),
        ("접시만여 선물이라서용", "접시만요 선물이라서요"),
        ("바꿔주세욤 나사만욥 왔어염", "바꿔주세요 나사만요 왔어요"),
        ("됐어유 없네유 안되네유", "됐어요 없네유 안되네유"),
        ("환불되? 안되서 그래요 안되요", "환불돼? 안돼서 그래요 안돼요"),
        ("안돼나요 안돼면 확인돼셨나요", "안되나요 안되면 확인되셨나요"),
        ("월욜애 와요 뒤애거요", "월욜에 와요 뒤에거요"),
        ("매모에 적었어요 어디까지 갓는지", "메모에 적었어요 어디까지 갔는지"),
        ("쿠폰이 안대요 해도 대나요 보내면 대는거죠", "쿠폰이 안돼요 해도 되나요 보내면 되는거죠"),
        ("내일은 와야대는대 4일댓어요", "내일은 와야되는데 4일됐어요"),
        ("어떻게 대는거에요 언제 반품대나요", "어떻게 되는거에요 언제 반품되나요"),
        ("아직 안보냇죠 유리가 깨젓네요 안 켜저요", "아직 안보냈죠 유리가 깨졌네요 안 켜져요"),
        ("반픔 신청 제픔 불량 주문번호머에요", "반품 신청 제품 불량 주문번호뭐에요"),
        ("빨리 해주세영 답장좀여 얼만가여", "빨리 해주세요 답장좀요 얼만가요"),
        ("확인부탁드립니당 늦엇당", "확인부탁드립니다 늦었다"),
        ("현금영수증 끈어주세요", "현금영수증 끊어주세요"),
        ("모래까지 와요", "모레까지 와요"),
        ("확인했읍니다 번호 바낏어요 왜캐", "확인했습니다 번호 바꼈어요 왜케"),
        ("일주일댔는대 완료댄거요 안댐", "일주일됐는데 완료된거요 안됨"),
        ("하나취소점 송장 번호 점 알려줘", "하나취소좀 송장 번호 좀 알려줘"),
        *((line, line) for line in ("봉화읍이에요", "온댔는데요", "좋은 점 알려줘", "3점")),
        # Right as they are.
        *(
            (line, line)
            for line in ("수면안대요", "입에도 안 대요", "안 온대요 없대요", "안대 있나요")
        ),
        *(
            (line, line)
            for line in ("고양이 모래까지 왔어요", "끈이 없어요", "명당 수영", "댓글 썼어요")
        ),
        *(
            (line, line)
            for line in ("어려워서 저요", "슬픔 아픔", "해당 상품", "반품대상 주문대로")
        ),
        *((line, line) for line in ("유아용 변기", "식사대용 선물용", "청구용 영수증", "돼지고기")),
        *((line, line) for line in ("아래로 내려가요", "사려다가 말았어요", "우유 사유 공유")),
        *((line, line) for line in ("참여 대여 기여", "색이 다르게 보여", "갓김치 왔어요")),
        *((line, line) for line in ("포스트잇 나왔어요", "내 주문 어디예요", "무엇이 문제죠")),
        *((line, line) for line in ("여럿이 써요", "확인되는 대로 주세요", "네에", "픽업 나요")),
        *((line, line) for line in ("네일 스티커요", "개수를 제가 셌어요", "그래 이거요")),
        *((line, line) for line in ("물이 새요", "배송비는 제가 내나요", "헤드셋이 왔어요")),
        *((line, line) for line in ("대전 서구로 보내주세요", "세 개요", "외투를 샀어요")),
        *((line, line) for line in ("한지에 찍어요", "애가 아파요", "2024112077110011", "")),
    ],
)
def test_what_sounds_alike_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert SPELLER.mend(typed) == meant


@given(st.text(max_size=400))
def test_as_many_letters_stay_in_their_places(text: str) -> None:
    mended = SPELLER.mend(text)
    assert len(mended) == len(text)
    assert [at for at, letter in enumerate(mended) if letter.isspace()] == [
        at for at, letter in enumerate(text) if letter.isspace()
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("벌써 도착 했습니다", "벌써 도착했습니다"),
        ("주문 했는데 취소 할게요", "주문했는데 취소할게요"),
        ("확인 해 주세요 결제 됐나요", "확인해 주세요 결제됐나요"),
        # Two words.
        *((line, line) for line in ("주문 하나 더요", "반품 할인 돼요?", "교환 한 건이요")),
        *((line, line) for line in ("주문 되돌려 주세요", "첫 주문 해외로요")),
    ],
)
def test_doing_stands_with_what_is_done(typed: str, meant: str) -> None:
    assert together(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("감사함다", "감사합니다"),
        ("죄송함다 수고하세용", "죄송합니다 수고하세용"),
        ("넵 고맙슴당~", "넵 고맙습니다~"),
        ("감삼다 7일임다만", "감사합니다 7일입니다만"),
        *(
            (line, line)
            for line in ("삼다수 주문했어요", "사진 첨부함", "임다은이요", "담다 보니", "")
        ),
    ],
)
def test_a_mumbled_ending_is_read_in_full(typed: str, meant: str) -> None:
    assert in_full(typed) == meant
