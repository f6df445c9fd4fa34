"""How a line is said: what the rules of the dialogue ask of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import manner
from intents import load

#: Lines by module and function of `bot.dialog.manner`: `so` are meant so, `not` are not.
EXAMPLES = sorted((Path(__file__).parent / "manner").glob("*.yaml"))
SAID: dict[Callable[[str], object], dict[str, list[str]]] = {
    getattr(import_module(f"bot.dialog.manner.{path.stem}"), name): lines
    for path in EXAMPLES
    for name, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize(
    ("asks", "text", "wanted"),
    [
        pytest.param(asks, text, wanted, id=f"{asks.__name__}-{text}")
        for asks, lines in SAID.items()
        for wanted, key in ((True, "so"), (False, "not"))
        for text in lines[key]
    ],
)
def test_a_line_is_taken_as_it_is_meant(
    asks: Callable[[str], object], text: str, wanted: bool
) -> None:
    assert bool(asks(text)) is wanted


@pytest.mark.parametrize("asks", SAID, ids=lambda asks: asks.__name__)
@given(text=st.text(max_size=300))
def test_any_line_has_an_answer(asks: Callable[[str], object], text: str) -> None:
    assert isinstance(asks(text), bool | str)


@pytest.mark.parametrize(
    ("text", "category", "fits"),
    [
        ("여태 안 들어왔어요", "refund", True),
        ("아직 입금이 안 됐네요", "refund", True),
        ("쿠폰도 안 먹혀요", "refund", False),
        ("배송지가 안 바뀌었어요", "shipping", True),
    ],
)
def test_a_short_line_fits_the_matter_before_it(text: str, category: str, fits: bool) -> None:
    assert manner.fits(text, category) is fits


@pytest.mark.parametrize(
    ("said", "anger"),
    [
        ("빨리 보내 주세요!!!", 1),
        ("왜 답이 없어요!!!!", 1),
        ("????!!", 1),
        ("너무 친절하시네요!!!!", 0),
        ("안녕하세요!!!", 0),
        ("그제 받았어요!!!!", 0),
        ("털 빠짐이 심한 편인가요!!!!", 0),
        ("말이 돼요?", 1),
        ("아 진짜 왜 이래요", 1),
        ("똑같은 말만 하네", 1),
        ("뉴스에 제보할 거예요", 2),
        ("이거 왜 이래요", 0),
        ("이런 데 처음 와봐요 예뻐요", 0),
        ("입금 확인하고 발송해주세요", 0),
        ("받는 주소 송도동이요", 0),
        ("고소한 참기름 주세요", 0),
        ("다시 바꿔주세요", 0),
        ("두 개 같은 색으로 주세요", 0),
        ("운동화 나왔나요", 0),
        ("돈만 받고 연락이 없네요", 1),
        ("무드등이 꺼져요", 0),
        ("몇 번을 눌러야 켜지나요", 0),
        ("너무 하얘요", 0),
        ("진짜 화나네요", 1),
        ("사기예요 뭐예요!", 1),
        ("거짓말쟁이네", 1),
        ("하 진짜", 1),
        ("아 진짜?", 0),
        ("아 진짜요", 0),
        ("야 이 새끼들아", 1),
        ("새끼손가락만 한 구멍이 있어요", 0),
        ("강아지가 새끼를 낳았어요", 0),
        ("이 접시는 사기예요?", 0),
        ("개같은 가게네", 1),
        ("몇 번을 말해요", 1),
        ("이럴거면 왜 팔아요", 1),
        ("이럴 거면 뭐하러 주문 받아요", 1),
        ("이럴거면 처음부터 팔지를 말든가요", 1),
        ("장사 접으세요", 1),
        ("장사 이렇게 하시면 안 되죠", 1),
        ("이럴 거면 그냥 M으로 할게요", 0),
        ("이럴 거면 환불해 주세요", 0),
        ("장사 접으신 거예요?", 0),
        ("가게 언제 문 닫아요", 0),
        ("다신 안 사요", 1),
        ("여기서 다시는 안 사요", 1),
        ("다시는 안 깨지게 보내주세요", 0),
        ("고소할게요", 2),
        ("인스타에 올릴게요", 2),
        ("너무 예뻐서 인스타에 올릴게요", 0),
        ("인스타에 올려서 태그했는데 이벤트 참여됐나요?", 0),
        ("블로그에 다 올릴게요 사기판매라고", 2),
        ("제 차례 몇 번째에요", 0),
        ("구청에 민원 넣을게요", 2),
    ],
)
def test_anger_is_heard_in_words_and_not_over_their_joints(said: str, anger: int) -> None:
    assert manner.anger(said) == anger


def test_what_customers_of_the_shipped_faq_say_is_neither_threat_nor_curse_nor_farewell() -> None:
    faq = load(Path(__file__).parents[2] / "faq.yaml")
    quiet = [
        phrase
        for entry in faq.intents
        for phrase in entry.phrases
        if (manner.anger(phrase) > 1 and entry.category != "service")
        or manner.wants_silence(phrase)
        or manner.is_vague(phrase)
    ]
    assert quiet == []


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("감사합니다 근데 제주도도 되나요", "제주도도 되나요"),
        ("네 감사해요 그리고 카드 할부는요?", "카드 할부는요?"),
        ("안녕하세용~ 저 혹시 예약상품은 언제쯤 오나용?", "예약상품은 언제쯤 오나용?"),
        ("감사합니다 좋은 하루 되세요", "감사합니다 좋은 하루 되세요"),
        ("안녕하세요", "안녕하세요"),
        ("안녕하십니까 주문한 물건이 안 보입니다", "주문한 물건이 안 보입니다"),
        (
            "안녕하세요 수고하십니다. 담요를 샀는데 솜이 뭉쳐 있어요",
            "담요를 샀는데 솜이 뭉쳐 있어요",
        ),
        ("안녕하세요 상품 문의드려요", "안녕하세요 상품 문의드려요"),
        ("안녕하세요 택배 잘 받았습니다", "안녕하세요 택배 잘 받았습니다"),
        ("감사합니다 지난번에 산 것도 따뜻해요", "감사합니다 지난번에 산 것도 따뜻해요"),
        ("환불해 주세요 감사합니다", "환불해 주세요 감사합니다"),
    ],
)
def test_what_is_wanted_stands_behind_courtesies(said: str, rest: str) -> None:
    assert manner.beside_courtesy(said) == rest


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("컵이 깨져서 왔어요 감사합니다", "컵이 깨져서 왔어요"),
        ("이거 가죽이에요? ㅠㅠ", "이거 가죽이에요?"),
        ("배송 언제 와요 확인 부탁드려요 감사합니다 수고하세요", "배송 언제 와요"),
        ("국물이 새서 왔는데 확인해 주세요", "국물이 새서 왔는데"),
        ("부산인데 얼마나 걸려요 알려주세요", "부산인데 얼마나 걸려요"),
        ("남편이 뭘 샀는지 좀 알려주세요", "남편이 뭘 샀는지 좀 알려주세요"),
        ("사이즈 알려주세요. 감사합니다.", "사이즈 알려주세요"),
        ("입금했어요 확인 부탁드려요 감사합니다", "입금했어요 확인 부탁드려요"),
        ("몇 개부터 할인인가요 알려주세요", "몇 개부터 할인인가요"),
        ("저기요 환불 되나요ㅋㅋ", "환불 되나요"),
        ("수고하십니다 이불에 구멍이 있어요", "이불에 구멍이 있어요"),
        ("L이요 감사합니다", "L이요"),
        ("결제가 안 돼요 어떻게 해요 감사합니다", "결제가 안 돼요"),
        ("이사해요 주소변경 감사합니다", "이사해요 주소변경"),
        ("저기요 판매자님.ㅋㅋ", "저기요"),
        ("접시 깨짐 어제 환불 감사합니다", "접시 깨짐 어제 환불"),
        ("아 교환은 얼마 드나요?", "교환은 얼마 드나요?"),
        ("아 1번이요", "1번이요"),
        ("아 네 제가 잘못 골라서요", "네 제가 잘못 골라서요"),
        ("근데 뒤에거요", "뒤에거요"),
        ("저 그럼 배송비는요?", "그럼 배송비는요?"),
        ("그.. 얼마나 걸려요?", "얼마나 걸려요?"),
        # What puts right what stood there, and who somebody is.
        ("아 320호요", "아 320호요"),
        ("아 블랙으로 해주세요", "아 블랙으로 해주세요"),
        ("저 말고 엄마가 받아요", "저 말고 엄마가 받아요"),
        ("그 가디건은 언제 와요", "그 가디건은 언제 와요"),
        # Who is at a loss over a fault, and what was mistyped before.
        ("뚜껑이 안 닫혀서 어떻게 해야 하는지 문의드려요", "뚜껑이 안 닫혀서"),
        ("반품하고 싶어서 어떻게 해야 돼요", "반품하고 싶어서 어떻게 해야 돼요"),
        ("언제 오냐고요ㅋㅋ 오타", "언제 오냐고요"),
        ("오타가 있어요", "오타가 있어요"),
        # What is thanked for, and a call that is all that is wanted.
        ("빨리 와서 감사합니다", "빨리 와서 감사합니다"),
        ("빠른 환불 감사합니다", "빠른 환불 감사합니다"),
        ("배송 빠르시네요 감사합니다", "배송 빠르시네요 감사합니다"),
        ("입금했어요 확인 부탁드려요", "입금했어요 확인 부탁드려요"),
        ("사이즈 알려주세요", "사이즈 알려주세요"),
        # Nothing else is said.
        ("네 감사합니다", "네 감사합니다"),
        ("안녕하세요 사장님", "안녕하세요"),
        ("안녕하세요 주문 건으로 문의드립니다", "안녕하세요 주문 건으로 문의드립니다"),
        ("ㅠㅠ", "ㅠㅠ"),
        ("안녕히 계세요", "안녕히 계세요"),
    ],
)
def test_what_is_said_stands_between_pleasantries(said: str, rest: str) -> None:
    assert manner.without_pleasantries(said) == rest


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("그거 누가 내요?", "불량이면 배송비는 저희가 내요."),
        ("그건 누가 부담해요", "왕복 6,000원을 내 주시면 돼요."),
        ("그거 얼마에요", "선물 포장 옵션(2,000원)을 고르시면 돼요."),
        ("며칠 안에 해야돼요?", "받으신 날부터 7일 이내에 신청하실 수 있어요."),
        ("얼마나 걸려요?", "영업일로 3일 걸려요."),
    ],
)
def test_what_a_question_asks_of_the_matter_before_it_is_known(said: str, line: str) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert asked.is_bare
    assert any(held.search(line) for held in asked.facts)


@pytest.mark.parametrize(
    "said",
    ["배송비 얼마예요", "교환은 며칠 안에 해야 돼요?", "환불해 주세요", "얼마나 작아요 이 옷은"],
)
def test_a_question_that_names_its_matter_needs_none_before_it(said: str) -> None:
    asked = manner.pursued(said)
    assert asked is None or not asked.is_bare


# ---- Questions that go on from what was said -------------------------------------------------


@pytest.mark.parametrize(
    ("said", "line", "other"),
    [
        ("입어봤는데도 되나요", "입거나 세탁한 상품은 반품이 어려워요.", "7일 이내에 신청해요."),
        ("택 없으면?", "택을 뗀 상품은 어려워요.", "택배 기사님이 가요."),
        ("제주도는 더 내요?", "제주·도서산간은 추가 운임이 있어요.", "왕복 배송비예요."),
        ("수거는 언제 오나요?", "기사님이 회수하러 가요.", "재고를 확인해요."),
        ("해외는요?", "국내에만 보내 드려요.", "1~3일 걸려요."),
    ],
)
def test_a_thing_is_found_by_what_an_answer_calls_it(said: str, line: str, other: str) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert any(held.search(line) for held in asked.things)
    assert not any(held.search(other) for held in asked.things)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("할부는요?", ("할부",)),
        ("출고됐으면요?", ("출고",)),
        ("언제 환불돼요?", ("환불",)),
        ("버튼이 없으면요?", ("버튼",)),
        ("왜요?", ()),
        ("지금 11신데 그럼 나가겠네요?", ()),
        ("비용은 얼마나 드는지요", ()),
    ],
)
def test_what_a_short_question_calls_by_name(said: str, names: tuple[str, ...]) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert asked.names == names


@pytest.mark.parametrize(
    "said", ["환불해 주세요", "네", "어제 받았는데 단추가 하나 없어서 아직 입어 보지도 못했거든요"]
)
def test_what_asks_nothing_goes_on_from_nothing(said: str) -> None:
    assert manner.pursued(said) is None


@pytest.mark.parametrize(
    "said", ["잘 들어갔나요", "확인은 하고 있는거 맞아요?", "어제 밤에 남긴거 보셨나요?"]
)
def test_whether_it_was_heard(said: str) -> None:
    assert manner.asks_if_heard(said)


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("주말이라 안되나요?", True),
        ("왜 이렇게 일찍 끝나요", True),
        ("더 빨리 안돼요?", True),
        ("주말에도 상담하세요?", False),
        ("주말에 발송하나요?", False),
        ("지금 확인 가능한가요?", True),
        ("지금 주문 가능한가요?", False),
    ],
)
def test_why_nobody_answers_now(said: str, so: bool) -> None:
    assert manner.asks_for_hours(said) is so


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("처리됐다면서 돈은 하나도 안들어왔는데요?", True),
        ("환불이 아직 안들어왔어요", True),
        ("환불 언제 들어와요?", False),
        ("돈을 냈어요", False),
    ],
)
def test_money_that_did_not_come(said: str, so: bool) -> None:
    assert manner.misses_money(said) is so


@pytest.mark.parametrize(
    ("text", "other", "alike"),
    [
        ("침대 설치했는데 다리가 흔들려요", "침대 프레임이 휘어서 왔어요", True),
        ("이번엔 원피스 지퍼가 고장났어요", "원피스 단추가 떨어졌어요", True),
        ("의자 바퀴가 빠졌어요", "책상 다리가 휘어서 왔어요", False),
        ("택배가 안 와요", "택배가 젖어서 왔어요", False),
    ],
)
def test_the_same_goods_are_known_by_what_is_named_first(
    text: str, other: str, alike: bool
) -> None:
    assert manner.names_alike(text, other) is alike


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("제주도는요?", "제주"),
        ("제주는여", "제주"),
        ("울릉도는용", "울릉"),
        ("해외는요?", "해외"),
        ("불량인데도요?", ""),
    ],
)
def test_a_short_question_names_its_topic_in_any_ending(said: str, topic: str) -> None:
    assert manner.short_topic(said) == topic


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("일본에 사는 동생한테 보내고 싶은데 가능한가요", "일본"),
        ("캐나다로 보내주실 수 있나요", "캐나다"),
        ("일본에서 온 상품인가요?", ""),
        ("미국 사는데 한국 집으로 시켰어요", ""),
    ],
)
def test_sending_abroad_is_asked_for_with_its_country(said: str, country: str) -> None:
    assert manner.sends_abroad(said) == country


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("기사님 오시기 전에 취소하지 마세요", "취소"),
        ("환불 처리하지 말아 주세요", "환불"),
        ("아직 반품은 하지 마세요", "반품"),
        ("취소하지 마시고 하나만요", ""),
        ("취소해 주세요", ""),
        ("접수하지 마세요", ""),
    ],
)
def test_what_shall_not_be_done_is_called_by_name(said: str, what: str) -> None:
    assert manner.forbids(said) == what


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("010-1111-2222에서 010-3333-4444로요", "010-3333-4444로요"),
        ("기존은 302호로 되어 있는데 201호로 부탁드려요", "201호로 부탁드려요"),
        ("302호 말고 201호요", "201호요"),
        ("302호였는데 201호예요", "201호예요"),
        ("대전에서 멈췄어요", ""),
        ("010-1111-2222로 연락 주세요", ""),
    ],
)
def test_of_what_was_and_what_is_to_be_the_second_is_meant(text: str, meant: str) -> None:
    assert manner.meant_instead(text) == meant


@pytest.mark.parametrize(
    ("said", "country"),
    [("일본인데요", "일본"), ("저는 미국이에요", "미국"), ("호주요", "호주"), ("일본산인가요", "")],
)
def test_a_country_alone_is_named(said: str, country: str) -> None:
    assert manner.country_alone(said) == country


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("내일까지 받을 수 있을까요 생일선물이라서요", "내일까지 받을 수 있을까요"),
        ("엄마 생신이라 토요일까지 와요?", "토요일까지 와요?"),
        ("급한데 내일까지 올까요", "내일까지 올까요"),
        # What is wanted is a present, or no day is asked.
        ("선물포장해서 내일까지 받을 수 있나요", "선물포장해서 내일까지 받을 수 있나요"),
        ("선물인데 포장되나요", "선물인데 포장되나요"),
        ("생일선물이라서요", "생일선물이라서요"),
    ],
)
def test_an_occasion_is_no_part_of_what_is_asked(said: str, rest: str) -> None:
    assert manner.without_occasion(said) == rest


@pytest.mark.parametrize(
    ("said", "conditional"), [("언제 입금되는데요", False), ("입어봤는데도 돼요?", True)]
)
def test_impatience_is_no_condition(said: str, conditional: bool) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert asked.conditional is conditional


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("계좌이체로 냈어요", True),
        ("제주 살아요", True),
        ("카드예요", True),
        ("제주도는요?", False),
        ("환불해 주세요", False),
        ("깨졌어요", False),
        ("어제 받은 머그컵 손잡이가 부러진 거예요", False),
    ],
)
def test_a_short_statement_tells_his_own_case(said: str, tells: bool) -> None:
    assert (manner.stated(said) is not None) == tells


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("헐 죄송해요 이제봤네요 L로요", "L로요"),
        ("애 재우느라 이제 봤어요 어제 받았어요", "어제 받았어요"),
        ("죄송한데 사이즈가 작아서요", "사이즈가 작아서요"),
        ("깜빡하고 쿠폰을 안 썼어요", "깜빡하고 쿠폰을 안 썼어요"),
        ("바빠서 입을 일이 없어요", "바빠서 입을 일이 없어요"),
        ("환불 상담 중이었어요", "환불 상담 중이었어요"),
        ("아 그건 됐고 핏이 안 예뻐요", "핏이 안 예뻐요"),
        ("그건 나중에 올게요", "그건 나중에 올게요"),
    ],
)
def test_an_excuse_before_an_answer_is_none_of_it(said: str, rest: str) -> None:
    assert manner.without_excuse(said) == rest


@given(st.text(max_size=60))
def test_what_is_left_beside_an_excuse_is_the_end_of_the_line(text: str) -> None:
    assert text.endswith(manner.without_excuse(text))


@pytest.mark.parametrize(
    ("said", "is_place"),
    [
        ("강원도 산골인데요", True),
        ("저는 부산이에요", True),
        ("섬인데요", True),
        ("부산에서 멈췄어요", False),
        ("대전허브요", False),
        ("시골인데 며칠 걸려요", False),
        ("대구 수성구 범어로 12예요", False),
    ],
)
def test_a_place_in_the_country_alone_is_named(said: str, is_place: bool) -> None:
    assert bool(manner.place_alone(said)) is is_place


@pytest.mark.parametrize(
    ("said", "service"),
    [
        ("정기배송 해지하고 싶어요", "정기배송"),
        ("VIP 등급 조건이 뭐예요", "vip"),
        ("비밀번호를 잊어버렸어요", "비밀번호"),
        ("설치류가 갉아먹었어요", ""),
        ("이 옷 두꺼워요?", ""),
    ],
)
def test_a_service_is_told_by_its_name(said: str, service: str) -> None:
    assert manner.names_service(said) == service


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("사이트 접속이 안돼요", "사이트"),
        ("앱이 자꾸 꺼져요", "앱"),
        ("인증번호가 안 와요", "인증번호"),
        ("앞치마가 찢어졌어요", ""),
        ("랩이 안 붙어요", ""),
    ],
)
def test_the_pages_of_the_store_are_told_by_name(said: str, named: str) -> None:
    assert manner.names_site(said) == named


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("이유 말해야돼요?", ("reason",)),
        ("사유 꼭 적어야 되나요", ("reason",)),
        ("언제 받았는지도 말해야해요?", ("when",)),
        ("성함도 필요한가요?", ("name",)),
        ("언제까지 말해야 해요?", ()),
        ("왜 이러는지 이유를 알려줘야죠", ()),
        ("이유는 색이 달라서요", ()),
        ("언제 오나요", ()),
    ],
)
def test_it_is_asked_whether_something_must_be_told(said: str, names: tuple[str, ...]) -> None:
    assert manner.asks_if_may_skip(said) == names
