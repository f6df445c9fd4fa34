"""What free text tells of an order: numbers, phones, names, times, places, scores."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import extract
from bot.dialog.extract import times

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)  # Wednesday, 15:00 in Seoul
NUMBER = "2024031188213178"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"{NUMBER} 이요", (NUMBER,)),
        (f"{NUMBER}인데요", (NUMBER,)),
        ("2024 0311 8821 3178", (NUMBER,)),
        ("2024-0311-8821-3178입니다", (NUMBER,)),
        ("２０２４０３１１８８２１３１７８", (NUMBER,)),
        ("2O24O311882l3178", (NUMBER,)),
        (f"주문번호: {NUMBER}", (NUMBER,)),
        (f"{NUMBER} 이랑 2024031188213179 두 건이요", (NUMBER, "2024031188213179")),
        (f"{NUMBER} 그리고 {NUMBER}", (NUMBER,)),
        (f"{NUMBER} 010-1234-5678", (NUMBER,)),
        (f"{NUMBER} 서울 마포구 월드컵로 20, 302호", (NUMBER,)),
        ("주문번호 20240311-0001234요", ("202403110001234",)),
        ("주문번호 123456이에요", ("123456",)),
        ("010-1234-5678", ()),
        ("01012345678로 전화 주세요", ()),
        ("송장 123456789012", ()),
        ("운송장번호는 1234567890123이에요", ()),
        ("국민은행 계좌 12345678901234", ()),
        ("2024.03.11.88213178", (NUMBER,)),
        ("2024 03 11 88213178", (NUMBER,)),
        ("2024.03.11-8821.3178", (NUMBER,)),
        ("2024.03.11-1588.1234", ()),
        ("2024.03.11 1588-1234", ()),
        ("2024 03 11 1588 1234", ()),
        ("35,000원 냈어요", ()),
        ("2024-03-11에 샀어요", ()),
        ("302호가 아니라 320호", ()),
        ("", ()),
    ],
)
def test_order_numbers_are_found_however_they_are_typed(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert extract.order_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("010-1234-5678로 해주세요", "010-1234-5678"),
        ("01012345678이요", "010-1234-5678"),
        ("010 1234 5678", "010-1234-5678"),
        ("０１０－１２３４－５６７８", "010-1234-5678"),
        ("+82 10 1234 5678", "010-1234-5678"),
        ("02-123-4567", "02-123-4567"),
        ("1588-1234", "1588-1234"),
        ("공일공 3345 팔팔일이 입니더", "010-3345-8812"),
        ("공일공이이삼삼사사오오이요", "010-2233-4455"),
        (NUMBER, None),
        ("전화 주세요", None),
    ],
)
def test_phone_numbers_are_read_and_never_an_orders(text: str, phone: str | None) -> None:
    assert extract.phone(text) == phone


def test_phone_numbers_are_masked_wherever_they_stand() -> None:
    assert extract.mask_phone("010-1234-5678") == "010-****-5678"
    masked = extract.masked("번호는 01012345678 이고 집은 010-9876-5432예요")
    assert "1234" not in masked
    assert "9876" not in masked
    assert "5678" in masked


@pytest.mark.parametrize(
    ("text", "name", "tail"),
    [
        ("이수진 4471", "이수진", "4471"),
        ("김영호입니다", "김영호", None),
        ("이름은 김영호예요", "김영호", None),
        ("이름은 김순자고 전화는 010-2345-6789", "김순자", None),
        ("지난주 금요일 오후요 김영호", "김영호", None),
        ("이거 언제 와요", None, None),
        ("반품해주세요", None, None),
        ("환불이요", None, None),
        ("네 확인했습니다", None, None),
        ("뒷자리 4471이요", None, "4471"),
        ("김고은 010-1234-5678", "김고은", None),
        ("주문번호는 모르겠어요 정하윤 4471", "정하윤", "4471"),
        ("배송은 010-1234-5678", None, None),
        ("이여름", None, None),
        ("어제 오후 2시쯤 설치했고요 주문번호 2026111988887777", None, None),
        ("김영자인데요 번호를 못 찾겠어요", "김영자", None),
        ("받는사람도 바꿔주세요 김미정이고 010-1234-5678", "김미정", None),
        ("홍순철이고 전화는 010-1234-5678", "홍순철", None),
        ("최복순이요", "최복순", None),
        ("색이 이상한데 010-1234-5678", None, None),
        ("소고기인데요 상했어요", None, None),
        ("그냥 이름으로 찾아줘 박말순이", "박말순", None),
        ("번호는 모르겠구 이름 이지은", "이지은", None),
        ("이름 김영이", "김영이", None),
        ("받는사람 이름 오타났어요 김지훈인데 김지흔이라고", "김지훈", None),
        ("수령인 이름이 잘못됐어요 김민지인데 김민자로 적었어요", "김민지", None),
        ("홍길동이요", "홍길동", None),
        ("어제 저녁에요 45000원 홍길동", "홍길동", None),
        ("3만원 입금요", None, None),
    ],
)
def test_names_are_read_where_they_are_plain(text: str, name: str | None, tail: str | None) -> None:
    assert (extract.name(text), extract.phone_tail(text)) == (name, tail)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("지난주 월요일에 주문한 게 아직도 안 와요", "지난주 월요일", "2026-11-16"),
        ("목요일부터 대전에서 멈춰있어요", "목요일부터", "2026-11-19"),
        ("방금 받았어요", "방금", "2026-11-25"),
        ("방금왔어요", "방금", "2026-11-25"),
        ("방금옴", "방금", "2026-11-25"),
        ("지금 받았는데 깨졌어요", "지금", "2026-11-25"),
        ("20일 받음", "20일", "2026-11-20"),
        ("22일 받은거고 교환이요", "22일", "2026-11-22"),
        ("어제 저녁 7시에 완료떴어요", "어제 저녁 7시", "2026-11-24"),
        ("그저께 받았어요", "그저께", "2026-11-23"),
        ("오늘 오전 11시쯤이요", "오늘 오전 11시쯤", "2026-11-25"),
        ("3일 전에 샀어요", "3일 전", "2026-11-22"),
        ("이틀 전이요", "이틀 전", "2026-11-23"),
        ("보름 전에", "보름 전", "2026-11-10"),
        ("한 달 전", "한 달 전", "2026-10-25"),
        ("5월 2일에 샀어요", "5월 2일", "2026-05-02"),
        ("12/24에 샀어요", "12/24", "2025-12-24"),
        ("12월 5일 발송 예정이라던데요", "12월 5일", "2026-12-05"),
        ("12월 초 발송이라던데 맞나요", "12월 초", "2026-12-01"),
        ("12월 초에 받았어요", "12월 초", "2025-12-01"),
        ("작년에도 그랬는데 어제 또 그러네요", "어제", "2026-11-24"),
        ("2026-03-11이요", "2026-03-11", "2026-03-11"),
        ("내일까지요", "내일까지", "2026-11-26"),
        ("다음 주 금요일이요", "다음 주 금요일", "2026-12-04"),
        ("일주일 넘게 기다렸어요", "일주일 넘게", None),
        ("열흘이 넘었는데 안 와요", "열흘", "2026-11-15"),
        ("일주일 지났어요", "일주일", "2026-11-18"),
        ("며칠 전에", "며칠 전", None),
    ],
)
def test_times_are_resolved_in_seoul(text: str, words: str, day: str | None) -> None:
    found = extract.when(text, NOW)
    assert found is not None
    assert found.words == words
    assert found.day == (None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize(
    "text",
    [
        "지난 주문 취소해 주세요",
        "내일도착 상품이요",
        "3일 전화했는데요",
        "2일 안에 되나요",
        "언제 와요",
        "35,000원",
        "월드컵로 20, 302호",
        "M을 L로요",
        "네",
        "",
        NUMBER,
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert extract.when(text, NOW) is None


def test_a_week_ends_on_its_sunday() -> None:
    found = extract.when("지난주에 주문했어요", NOW)
    assert found is not None
    assert (found.day, found.until) == (date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("서울 마포구 월드컵로 20, 302호", "서울 마포구 월드컵로 20, 302호"),
        (f"{NUMBER} 서울 마포구 월드컵로 20, 302호", "서울 마포구 월드컵로 20, 302호"),
        ("경기도 성남시 분당구 판교역로 235로 바꿔주세요", "경기도 성남시 분당구 판교역로 235"),
        ("부산 해운대구 우동 1408, 101동 1203호요", "부산 해운대구 우동 1408, 101동 1203호"),
        ("제주시 연동 123-4", "제주시 연동 123-4"),
        # A city without its province and without 시.
        ("안양 동안구 평촌대로 40 502호요", "안양 동안구 평촌대로 40 502호"),
        ("천안시 검은들3길 8 201호로 바꿔 주세요", "천안시 검은들3길 8 201호"),
        ("경기 고양 일산동구 중앙로 12 303호", "경기 고양 일산동구 중앙로 12 303호"),
        ("이천 원짜리로 2개 주세요", None),
        # What is said behind it is no part of it.
        ("서울 중구 퇴계로 9 701호인데 없으면 문앞에 놔주세요", "서울 중구 퇴계로 9 701호"),
        ("울산 남구 삼산로 3 102동 808호 받는 분 오하늘 이요", "울산 남구 삼산로 3 102동 808호"),
        ("대전 서구 둔산로 5 한빛빌딩 3층 공동현관 비번 77*", "대전 서구 둔산로 5 한빛빌딩 3층"),
        ("대구 중구 동성로 8 이민지 010-1234-5678", "대구 중구 동성로 8"),
        ("서울 마포구 양화로 10 302호 (서교동)요", "서울 마포구 양화로 10 302호 (서교동)"),
        # Of two flats the second holds.
        ("서울 중구 퇴계로 9 101동 3호 아 다시 보니 2호네요", "서울 중구 퇴계로 9 101동 2호"),
        ("서울 마포구 월드컵로 20 302호가 아니라 303호요", "서울 마포구 월드컵로 20 303호"),
        ("서울 사는데요", None),
        ("주소 바꿔주세요", None),
    ],
)  # fmt: skip
def test_addresses_are_read_down_to_their_number(text: str, address: str | None) -> None:
    assert extract.address(text) == address


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("두 개요", "두 개"),
        ("거래명세서 한 장이랑 접시 80개요", "80개"),
        ("행주 삼백오십 장 필요해요", "삼백오십 장"),
        ("스물네 개요", "스물네 개"),
        ("50켤레요", "50켤레"),
        ("3 벌", "3 벌"),
        ("두 번째요", None),
        ("네", None),
    ],
)
def test_quantities_stay_as_they_were_written(text: str, quantity: str | None) -> None:
    assert extract.quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "score", "comment"),
    [
        ("4", 4, ""),
        ("4점", 4, ""),
        ("5점이요! 빨리 처리해주셔서 좋았어요", 5, "빨리 처리해주셔서 좋았어요"),
        ("2점. 너무 늦어요", 2, "너무 늦어요"),
        ("별 다섯 개", 5, ""),
        ("⭐⭐⭐", 3, ""),
        ("5점 만점에 3", 3, ""),
        ("5점 만점에 3점이요", 3, ""),
        ("만점 드려요", 5, ""),
        ("1점도 아까워요", 1, "1점도 아까워요"),
        ("1점도 아깝다", 1, "1점도 아깝다"),
        ("당연히 5점이죠", 5, ""),
        ("5점 만족합니다", 5, "만족합니다"),
        ("5점 대응 좋았어요", 5, "대응 좋았어요"),
        ("무조건 5점이죠! 사장님 번창하세요", 5, "사장님 번창하세요"),
        ("아 점수는 4점이요", 4, ""),
        ("5점 아니 4점이요", 4, ""),
        ("3점 아 잘못눌렀네 5점", 5, ""),
        ("네개", 4, ""),
        ("점수를 이제 드리네요 넷", 4, ""),
        ("4점이요 배송이 느려서 1점 뺐어요", 4, "배송이 느려서 1점 뺐어요"),
        ("5점이라도 부족해요", 5, "5점이라도 부족해요"),
        ("오점이요", 5, ""),
        ("삼점 줄게요", 3, ""),
        ("3이요", 3, ""),
        ("４점", 4, ""),
        ("별 네 개", 4, ""),
        ("다섯개", 5, ""),
        ("감사합니다 5점", 5, "감사합니다"),
        ("빨라서 좋았어요 5", 5, "빨라서 좋았어요"),
        ("4점이요 1점은 포장 때문에 뺐어요", 4, "1점은 포장 때문에 뺐어요"),
        ("한 3점쯤", 3, ""),
        ("3/5", 3, ""),
        ("4 / 5점", 4, ""),
        ("8/10", 4, ""),
        ("5번이요", 5, ""),
        ("5점 만점이요", 5, ""),
        ("⭐x5", 5, ""),
        ("★★★☆☆", 3, ""),
        ("마이너스 100점", 1, "마이너스 100점"),
    ],
)
def test_scores_are_read_with_their_comment(text: str, score: int, comment: str) -> None:
    assert (extract.score(text), extract.comment(text)) == (score, comment)


@pytest.mark.parametrize(
    "text",
    [
        "302호",
        "5일째 안 와요",
        "3개 주문",
        "10점",
        "1번 문의",
        "5만원",
        "버전 4.5",
        "사이즈 4랑 5 교환",
        "2개 반",
        "반개도 안왔어요",
        "3/5에 받았어요",
        "상담은 5점 배송은 1점",
        "친절5점 속도3점",
        "3~4점?",
        "100점",
        "두 점 주문했어요",
        "네 점검해볼게요",
        "반점이 있어요",
        "평점이 3점대로 떨어졌어요",
        "아쉬운 점이 있어요",
        "1. 배송 2. 포장",
        NUMBER,
        "네",
        "최고예요",
    ],
)
def test_other_numbers_are_no_scores(text: str) -> None:
    assert extract.score(text) is None


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    extract.when(text, NOW)
    for read in (
        extract.order_numbers, extract.phone, extract.masked, extract.phone_tail, extract.name,
        extract.quantity, extract.address, extract.score, extract.comment, extract.without_numbers,
    ):  # fmt: skip
        read(text)


@given(
    st.dates(date(2020, 1, 1), date(2026, 11, 25)),
    st.integers(10_000_000, 99_999_999),
    st.sampled_from(["", " ", "-"]),
    st.booleans(),
)
def test_a_number_is_the_same_in_every_form(day: date, rest: int, apart: str, wide: bool) -> None:
    digits = f"{day:%Y%m%d}{rest}"
    typed = apart.join(digits[at : at + 4] for at in range(0, 16, 4))
    if wide:
        typed = typed.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)})
    assert extract.order_numbers(f"주문번호 {typed} 이에요") == (digits,)


@given(st.integers(1, 60))
def test_days_ago_are_counted_back(days: int) -> None:
    found = extract.when(f"{days}일 전에 샀어요", NOW)
    assert found is not None
    assert found.day == date(2026, 11, 25) - timedelta(days=days)


@given(st.integers(0, 9_999), st.integers(0, 9_999))
def test_no_mask_shows_the_middle_of_a_number(middle: int, last: int) -> None:
    text = f"010-{middle:04}-{last:04}"
    assert extract.masked(f"번호는 {text}예요") == f"번호는 010-****-{last:04}예요"


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("운동화 교환이요 240을 245로", "240을 245로"),
        ("M을 L로요", "M을 L로요"),
        ("아이보리로 바꿔주세요", "아이보리로"),
        ("주소를 서울로 바꿔 주세요 급해요", None),
        ("환불해 주세요", None),
        ("아 240으로 할게요", "240으로"),
        ("XL로 어제받음", "XL로"),
        ("라지로 바꿔주세요. 어제 받았어요", "라지로"),
        ("검정으로", "검정으로"),
        ("환불로 부탁드려요", None),
        ("라벤더 말고 시트러스로 바꿔주세요", "라벤더 말고 시트러스로"),
        ("M 말고 L로 바꿔주세요", "M 말고 L로"),
        ("교환 말고 환불로 해주세요", None),
        ("반품 대신 교환으로 해주세요", None),
        ("금액이 100원으로 떴어요", None),
        ("블랙으로 주문했는데 화이트로 변경되나요", "화이트로"),
        ("핑크로 잘못 골랐어요 하늘색으로 바꿔주세요", "하늘색으로"),
        ("2인용으로 주문했는데 4인용으로 변경하고 싶어요", "4인용으로"),
        ("블랙으로 시켰어요", None),
        ("M으로 샀는데 교환으로 바꿔주세요", None),
        ("쌀 하나 시켰는데 콩이 왔어요", "쌀"),
        ("어제 시켰는데 콩이 왔어요", None),
        ("주문한 건 유리컵인데 온 건 머그잔이에요", "유리컵"),
        ("원래 이런 건가요", None),
    ],
)
def test_what_it_should_be_instead_is_read(text: str, option: str | None) -> None:
    assert extract.option(text) == option


@pytest.mark.parametrize(
    ("known", "text", "option"),
    [
        ("245로", "아 240으로 할게요", "240으로"),
        ("245로", "색도 검정으로", "245로, 검정으로"),
        ("블루로", "블랙으로 바꿔달라고 했어요", "블랙으로"),
        ("블루로", "L로요", "블루로, L로"),
        ("블루로", "블루로요", "블루로"),
    ],
)
def test_of_two_of_a_kind_the_last_counts(known: str, text: str, option: str) -> None:
    assert extract.option(text, known) == option


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("오후 3시쯤이요 교환 문의였어요", "오후 3시쯤"),
        ("오전이요", "오전"),
        ("3시에 전화주세요", "3시"),
        ("어제 3시요", None),
        ("시간이 없어요", None),
    ],
)
def test_an_hour_without_a_day_is_read(text: str, hour: str | None) -> None:
    assert extract.clock(text) == hour


def test_the_evening_of_who_has_not_slept_is_yesterdays() -> None:
    night = datetime(2026, 11, 24, 17, 21, tzinfo=UTC)  # 02:21 on Wednesday in Seoul
    found = extract.when("오늘 저녁 9시에 완료", night)
    assert found is not None
    assert found.day == date(2026, 11, 24)
    found = extract.when("오늘 새벽에 받았어요", night)
    assert found is not None
    assert found.day == date(2026, 11, 25)
    found = extract.when("오늘 저녁 9시에 완료", NOW)
    assert found is not None
    assert found.day == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("ㅋㅋ 5", 5),
        ("5ㅋㅋ", 5),
        ("4개요", 4),
        ("네 점", 4),
        ("세 점이요", 3),
        ("두 점 드릴게요 너무 느려요", 2),
        ("0점이라고요", 1),
        ("빵점", 1),
        ("10점 만점에 8점", 4),
        ("10점 만점에 10점이요", 5),
    ],
)
def test_a_score_is_read_beside_laughter_and_on_other_scales(text: str, score: int) -> None:
    assert extract.score(text) == score


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("분당구 정자일로 95", "분당구 정자일로 95"),
        ("강남구 테헤란로 152 501호요", "강남구 테헤란로 152 501호"),
        ("101동 502호", "101동 502호"),
        ("경산 대학로 280 101호요 그리고 연락처는 01012345678", "경산 대학로 280 101호"),
        ("오전 10시로 해주세요", None),
        ("3개 주문했어요", None),
    ],
)
def test_a_street_without_its_city_is_read(text: str, street: str | None) -> None:
    assert extract.street(text) == street


@pytest.mark.parametrize("text", ["설명서가 없어요", "선반 설치하다 다쳤어요", "이번 주소로요"])
def test_a_holiday_or_a_week_within_a_word_is_none(text: str) -> None:
    assert extract.when(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("이틀 됐어요", date(2026, 11, 23)),
        ("5일짼데요", date(2026, 11, 20)),
        ("엊그제 받았어요", date(2026, 11, 23)),
    ],
)
def test_days_that_have_passed_are_counted(text: str, day: date) -> None:
    found = extract.when(text, NOW)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("이천이십육년 삼월 팔일", date(2026, 3, 8)),
        ("시월 이일", date(2026, 10, 2)),
        ("십이월 이십일일에 받음", date(2025, 12, 21)),
        ("유월 십일에 샀어요", date(2026, 6, 10)),
        ("구월 3일", date(2026, 9, 3)),
        ("이월 삼십일", None),
    ],
)
def test_a_day_in_syllables_is_read(text: str, day: date | None) -> None:
    found = extract.when(text, NOW)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize("text", ["이월 상품 일일이 확인했어요", "사이즈가 이상월등해요", "시월드"])
def test_a_word_that_begins_like_a_month_is_no_day(text: str) -> None:
    assert extract.when(text, NOW) is None


@pytest.mark.parametrize("text", ["시킨지일주일됨", "산지2주지남", "주문한지열흘됐어요"])
def test_how_long_ago_is_read_without_spaces(text: str) -> None:
    assert extract.when(text, NOW) is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("받는사람도 이지은으로 바꿔주세요", "이지은"),
        ("수령인은 김민수로 해주세요", "김민수"),
        ("받는 사람 전화번호요", None),
        ("박진수에서 박진서로요", "박진서"),
        ("원래 최은서인데 최은수로요", "최은수"),
        ("아 한 글자 더 틀렸네 박진석이요", "박진석"),
        ("이름이 오세훈이라고 써있어요", None),
        ("부산에서 서울로요", None),
        ("2024030820202020이여라", None),
        ("홍길동 010-1234-5678", "홍길동"),
        ("박말순 010-1234-5678", "박말순"),
        ("주소요 010-1234-5678", None),
        ("오늘도 010-1234-5678", None),
    ],
)
def test_a_new_recipient_is_read(text: str, name: str | None) -> None:
    assert extract.name(text) == name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("선풍기가 안 돌아가요 2024112012341111", "선풍기가 안 돌아가요"),
        ("2024112012341111", "2024112012341111"),
        ("배송지 바꿔주세요 서울 마포구 월드컵로 20 302호", "배송지 바꿔주세요"),
        ("3만원 이상 무료배송인가요", "3만원 이상 무료배송인가요"),
        ("배송이 늦네요 주문번호는 모르겠고 이름 박지민 번호 010-2222-3333이에요", "배송이 늦네요"),
        ("주문번호 몰라요", "주문번호 몰라요"),
    ],
)
def test_numbers_and_addresses_are_no_part_of_what_is_wanted(text: str, wanted: str) -> None:
    assert extract.essence(text).strip() == wanted


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("네이비 가디건 M 언제 재입고돼요?", "네이비 가디건 M"),
        ("플리츠 롱스커트 베이지 재입고되면 알려주세요", "플리츠 롱스커트 베이지"),
        ("혹시 그 체크셔츠 L 사이즈 언제 다시 들어와요", "체크셔츠 L 사이즈"),
        ("안녕하세요, 검정색 니트는 품절이던데 언제 살 수 있어요", "검정색 니트"),
        ("치마 재입고 언제 돼요?", None),
        ("M사이즈 재입고", None),
        ("오늘 본 니트 언제 입고?", None),
        ("재입고 언제 돼요", None),
    ],
)
def test_goods_are_read_where_they_are_named_closely(text: str, goods: str | None) -> None:
    assert extract.goods(text) == goods


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("카드는 4518-4421-0093-1123이요", "카드는 ****-****-****-1123이요"),
        ("5310 2200 1234 5678", "****-****-****-5678"),
        ("4111111111111111", "****-****-****-1111"),
        ("４１１１１１１１１１１１１１１１로 냈어요", "****-****-****-1111로 냈어요"),
        ("378282246310005요", "****-****-****-0005요"),
        # Mistyped, and called one.
        ("카드번호는 4111111111111112예요", "카드번호는 ****-****-****-1112예요"),
        # Another shop's order: by its check digit, or because it is called one.
        ("4111111111111112", "4111111111111112"),
        ("주문번호 4111111111111111", "주문번호 4111111111111111"),
        ("2024 0311 8821 3178", "2024 0311 8821 3178"),
        ("2024031188213178", "2024031188213178"),
        ("010-1234-5678", "010-1234-5678"),
    ],
)
def test_only_the_end_of_a_cards_number_is_kept(text: str, kept: str) -> None:
    assert extract.without_cards(text) == extract.without_secrets(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("현금영수증 900101-1234567로요", "현금영수증 ******-*******로요"),
        ("9001011234567 이에요", "******-******* 이에요"),
        ("900101 2345678", "******-*******"),
        ("051210-4123456 (아들)", "******-******* (아들)"),
        # No day of a year, a year of another shop's order, an account, an order, a parcel.
        ("991332-1234567", "991332-1234567"),
        ("2411251234567", "2411251234567"),
        ("국민 9001011234567", "국민 9001011234567"),
        ("주문번호 9001011234567", "주문번호 9001011234567"),
        ("송장번호 9001011234567", "송장번호 9001011234567"),
        ("900101-01-234567", "900101-01-234567"),
        ("2024031188213178", "2024031188213178"),
    ],
)
def test_nothing_of_a_residents_number_is_kept(text: str, kept: str) -> None:
    assert extract.without_secrets(text) == kept


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3~4점 정도?", 3),
        ("4~5점", 4),
        ("🌟🌟🌟🌟", 4),
        ("점수 주기도 아깝네요", 1),
        ("4.5", 4),
        ("3.5점이요", 3),
        ("별 4.5개", 4),
        ("10점 만점에 8.5점", 4),
        ("음.. 4랑 5 사이?", 4),
        ("3점 아니면 4점", 3),
        ("4점과 5점 사이요", 4),
        ("별 두개 반", 2),
        ("별 반개", 1),
        ("0.5점이요", 1),
        ("3점대?", 3),
        ("글쎄 한 4점대요", 4),
        ("별점 네 개 반이요", 4),
        ("다섯개요 별", 5),
        ("4로 해주세요", 4),
        ("3점으로 할게요", 3),
        ("한개도 아까움", 1),
        ("별 반개도 아까움", 1),
        ("0.5점도 아까워요", 1),
    ],
)
def test_a_score_between_two_is_the_lower_one(text: str, score: int) -> None:
    assert extract.score(text) == score


@pytest.mark.parametrize(
    ("text", "new", "last"),
    [("M을 L로", "XL", "L"), ("235를 240으로", "245", "240"), ("검정을 남색으로", "XL", None)],
)
def test_the_last_of_a_kind_is_found(text: str, new: str, last: str | None) -> None:
    assert extract.last_alike(text, new) == last


def test_no_time_is_missed_for_want_of_its_letters() -> None:
    lines = (Path(__file__).parents[2] / "intents/bank/store.tsv").read_text().splitlines()
    found = [
        (letters, time[0])
        for line in lines
        for letters, pattern, _ in times._TIMES
        if (time := pattern.search(line)) is not None
    ]
    assert len(found) > 100
    assert [time for letters, time in found if letters.isdisjoint(time)] == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("수량도 하나 더 추가해주세요", "하나 더"),
        ("두 개 더 보내주세요", "두 개 더"),
        ("수량만 2개로요", "2개"),
        ("두개에서 세개로예", "세개"),
        ("수량 2개에서 3개로 바꿔주세요", "3개"),
        ("수량을 잘못 눌러서 2박스가 아니라 20박스 주문됐어요", "2박스"),
        ("실수로 3개 주문했는데 1개만 할게요", "1개"),
        ("식탁에 의자 하나 추가하고 싶어요", "의자 하나 추가"),
        ("하나 더 왔어요", None),
        ("쿠폰 하나 추가 적립되나요", None),
        ("2개가 아니라 3개 시켰어요", None),
        ("세 개 시켰는데 두 개만 왔어요", None),
    ],
)
def test_how_many_it_should_be_instead_is_read(text: str, amount: str | None) -> None:
    assert extract.new_quantity(text) == amount


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("산 지 4일 됐어요", "산 지 4일", date(2026, 11, 21)),
        ("끈이 풀렸어요 산지 2일", "산지 2일", date(2026, 11, 23)),
        ("받은 지 3일이요", "3일", date(2026, 11, 22)),
        ("구매한 지 2주 됐어요", "구매한 지 2주", date(2026, 11, 11)),
        ("11월 20일에 받은 생일 선물인데요", "11월 20일", date(2026, 11, 20)),
    ],
)
def test_a_time_since_a_purchase_says_so(text: str, words: str, day: date) -> None:
    found = extract.when(text, NOW)
    assert found is not None
    assert (found.words, found.day) == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "12월 5일 결혼식 선물인데 컵이 깨져왔어요",
        "28일에 이사라 그 전에 받아야 돼요",
        "1월 3일 개업인데요",
        "금요일이면 늦는데",
        "추석에 입힐 아기 한복 아직 출발도 안했네요",
        "충전기 보내주세요 오늘 출근해야되는데",
        "개강이 월요일인데 장난하세요?",
        "손주 생일이 일요일인데 그때까지 오긋나",
        "네 아까 그거 새 걸로요",
    ],
)
def test_a_day_to_come_and_a_line_before_are_no_time(text: str) -> None:
    assert extract.when(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("tax@haneul.co.kr 입니다", "tax@haneul.co.kr"),
        ("사업자번호 214-81-12345요", "214-81-12345"),
        ("010-1234-5678", None),
        ("12-3 204호", None),
    ],
)
def test_a_mail_address_and_a_business_number_are_contacts(text: str, contact: str | None) -> None:
    assert extract.contact(text) == contact


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("지난 금요일에 주문한 접시 세트를 오늘 받았는데요 금이 가 있어요", "오늘"),
        ("그저께 시킨 거 오늘 도착했네요", "오늘"),
        ("3일에 결제했고 5일에 받았습니다", "5일"),
        ("3월 2일에 주문했는데 아직 안 왔어요", "3월 2일"),
        ("지난주에 주문했는데 어제 온다더니 안 왔어요", "지난주"),
        ("어제 주문했는데 오늘 취소할게요", "어제"),
    ],
)
def test_of_an_order_and_its_coming_the_latter_counts(text: str, words: str) -> None:
    found = extract.when(text, NOW)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("said", "new"),
    [
        ("카키 M에서 블랙 M으로", "카키 M에서 블랙 M"),
        ("카키 M을 블랙 M으로 바꿔 주세요", "카키 M을 블랙 M"),
        ("M에서 L로", "M에서 L로"),
        ("어제 3개를 받았어요", None),
    ],
)
def test_a_colour_with_a_size_becomes_another_pair(said: str, new: str | None) -> None:
    assert extract.option(said) == new


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("저번에 정기구독 해지 문의한거 4일째 읽씹이네요", "정기구독 해지"),
        ("3일전에 재입고 물어봤는데 왜 답변이 없죠", "재입고"),
        ("배송 관련해서 문의드렸는데 무시당함", "배송"),
        ("상담사가 환불 물어봤는데 짜증냈어요", "환불"),
        ("반품비 때문에 통화하기로 했었어요", "반품비"),
        ("교환 문제로 연락 주기로 하셨어요", "교환"),
        ("환불 건으로요", "환불"),
        ("배송 때문에 늦었어요", ""),
        ("카톡으로 문의했는데 답이 없어요", ""),
        ("어제 문의했는데 답이 없어서요", ""),
        ("몇 번을 문의했는데", ""),
    ],
)
def test_what_was_asked_about_is_told_by_who_waits_for_the_answer(said: str, about: str) -> None:
    assert extract.asked_about(said) == about


@pytest.mark.parametrize(
    ("said", "alone"),
    [("오전 10시 11시 1시", True), ("어제 3시쯤이요", True), ("오늘 1시쯤 교환 문의요", False)],
)
def test_hours_and_days_alone_are_nothing_that_was_asked_about(said: str, *, alone: bool) -> None:
    assert extract.only_times(said) is alone


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("왕밍이요", "왕밍"),
        ("John Smith", "John Smith"),
        ("(주)하늘상사요", "(주)하늘상사"),
        ("하늘상사로 주문했어요", "하늘상사"),
        ("무지개어린이집이에요", "무지개어린이집"),
        ("엄마 이름으로 했어요 김영자", "김영자"),
        ("몰라요", None),
        ("왜요", None),
        ("그냥 해주세요", None),
        ("Hello", None),
        ("어린이집에 보낸 거예요", None),
        ("주문번호는 없어요", None),
    ],
)
def test_who_is_asked_for_a_name_tells_one_of_any_kind(text: str, name: str | None) -> None:
    assert extract.asked_name(text) == name


def test_a_name_and_the_end_of_a_phone_number_close_a_line() -> None:
    text = "비회원이라 번호가 없어요 김하나 5678"
    assert (extract.name(text), extract.phone_tail(text)) == ("김하나", "5678")
    assert extract.phone_tail("배송조회가 안 되네요 이마트 5678") is None


@pytest.mark.parametrize(
    "text", ["CJ 650123456789", "한진 412345678901이요", "로젠택배 12345678901"]
)
def test_a_couriers_number_is_no_orders(text: str) -> None:
    assert extract.order_numbers(text) == ()
    assert extract.order_numbers("롯데카드 2026112022018573") == ("2026112022018573",)
