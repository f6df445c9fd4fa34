"""A small FAQ of a made-up bakery, and the YAML of one for tests of the loader."""

from intents import Faq, parse

BAKERY = """\
version: 1
store: {name: 새벽빵집, hours: {mon-fri: "10:00-18:00", sat: ["10:00-12:00", "13:00-15:00"]}}
intents:
  - id: open_hours
    phrases: [빵집 몇 시에 열어요, 영업 시간 알려 주세요, 일요일에도 문 여나요]
    answer: 평일 10시에 열어요.
  - id: parking
    phrases: [주차장 있나요, 차 세울 곳 있어요, 주차비 받나요]
    answer: 건물 뒤에 있어요.
  - id: cake_booking
    phrases: [케이크 예약하고 싶어요, 생일 케이크 미리 주문할게요, 홀케이크 예약 돼요]
    answer: 이틀 전까지 예약해 주세요.
  - id: cake_lettering
    phrases: [케이크에 글씨 써 주시나요, 레터링 문구 넣을 수 있어요, 이름 새겨 주세요]
    answer: 열 글자까지 써 드려요.
  - id: allergy
    phrases: [땅콩 들어가나요, 알레르기 재료 알려 주세요, 우유 안 들어간 빵 있나요]
    answer: 재료는 상품마다 적혀 있어요.
  - id: storage
    phrases: [남은 빵 어떻게 보관해요, 냉동해도 되나요, 며칠까지 먹을 수 있어요]
    answer: 이틀이 지나면 냉동해 주세요.
  - id: bulk
    phrases: [단체로 많이 사려고요, 백 개 견적 주세요, 회사 간식 납품 되나요]
    answer: 견적을 보내 드려요.
  - id: refund
    phrases: [환불해 주세요, 돈 돌려받고 싶어요, 결제 취소하고 환불받을래요]
    answer: 영수증을 보여 주세요.
  - id: wifi
    phrases: [와이파이 비밀번호 뭐예요, 인터넷 되나요, wifi 있어요]
    answer: 계산대 옆에 적혀 있어요.
  - id: hello
    phrases: [안녕하세요, 반가워요, 사장님 계신가요]
    answer: 어서 오세요.
"""


def bakery() -> Faq:
    """Ten entries with three phrases each."""
    return parse(BAKERY, "bakery.yaml")


def entry(extra: str = "") -> str:
    """A FAQ of one good entry on lines 1 to 4; `extra` lines of the entry follow from line 5."""
    start = "intents:\n  - id: refund\n    phrases: [환불해 주세요]\n    answer: 사흘 걸려요.\n"
    return start + "".join(f"    {line}\n" for line in extra.split("\n") if extra)
