"""What customers type after a question, and what only looks like it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import manner, words
from intents import Texts

YES = """
네|넵|넹|넴|예|옙|응|웅|어|네네|네에|네넵|넵!|네~|네^^|네ㅋㅋ|네ㅎㅎ|네 ㅠㅠ|ㅇㅇ|ㅇ|ㅇㅋ|ㄱㄱ|ㄴㅔ
네😊|네🙏|네.|OK|ok|Okay|yes|Y|오케이|그래|그래요|그럼요|좋아요|좋습니다|맞아요|당연하죠|부탁해요
부탁드려요|부탁드립니다|부탁드릴게요|부탁드려용|네 부탁드려요|네 부탁드립니다!!|접수해 주세요
접수해줘|접수 부탁드려요|접수할게요|접수요|네, 접수해 주세요|네 접수 좀 해주세요|해주세요|해줘
오케이요|오키도키|잘 부탁드려요
네 해주세여|그렇게 해 주세요|네 그렇게 해주시면 됩니다|연결해 주세요|네 연결 부탁드립니다
전달 부탁드려요|네 감사합니다|네 고마워요|네 부탁드려요 감사합니다|네 진행해 주세요|ＯＫ
넵ㅎ 부탁드려요~|앗넵|아하넵|예 그렇게 해주세요
그래주시면 감사하죠|그러면 그리 부탁드리겠습니다|그쵸|그렇게 해주시면 좋겠어요|네 그래주세요
"""
NO = """
아니|아니요|아니오|아뇨|아뇨아뇨|아니에요|아녀|ㄴㄴ|ㄴ|노노|no|아니요 ㅠㅠ|괜찮아요|괜찮습니다
네 괜찮아요|아니요, 괜찮아요|아니 괜찮아|됐어요|됐습니다|아뇨 됐어요|필요 없어요|필요없습니다
안 해도 돼요|접수 안 해도 돼요|접수는 안 해주셔도 됩니다|안 할래요|접수 안 할게요|하지 마세요
접수하지 마세요|연결하지 말아 주세요|나중에요|나중에 할게요|다음에 할게요|더 기다려 볼게요
좀 더 기다려볼게요|생각해볼게요|다시 물어볼게요|싫어요|아니요 감사합니다|괜찮아요 감사합니다
"""
NEITHER = """
네이버페이 되나요|네이버|네네치킨 쿠폰 되나요|예쁘네요|예약 되나요|어디예요|어제 주문했어요
응급이에요|그래도 환불해 주세요|그래서요|좋아하는 색이 없어요|아니 왜 안 와요
아니 그게 아니라 교환이요|아니면 교환도 되나요|노란색 있나요|노트북 파우치요|네 번째 주문이에요
맞는 사이즈 알려주세요|감사합니다|환불해 주세요|취소 부탁드려요|교환 접수해 주세요
네 그런데 배송비는요?|됐다고요?|나중에 오면 어떡해요|괜찮은 건가요|예전에 산 건데요|2번|환불
넵튠 인형 있나요|오케이캐시백 돼요?|안 해요?라고 물었잖아요||🙏🙏|ㅋㅋㅋ|...|(이모티콘)
"""


ENDINGS = [
    ("알겠어용", "알겠어요"),
    ("되나염?", "되나요"),
    ("알겟슴다", "알겠습니다"),
    ("확인했슴당", "확인했습니다"),
    ("감사함다", "감사합니다"),
    ("교환이염", "교환이요"),
    ("그레이로용", "그레이로요"),
    ("알겠습니당 감사해용", "알겠습니다감사해요"),
]
KEPT = ["비용", "사용", "적용", "가슴다리", "주차장 이용", "고여", "서울이"]


def table(lines: str) -> list[str]:
    return [entry for line in lines.strip().splitlines() for entry in line.split("|")]


@pytest.mark.parametrize("text", table(YES))
def test_a_yes_is_a_yes(text: str) -> None:
    assert words.yes_or_no(text) == "yes"


@pytest.mark.parametrize("text", table(NO))
def test_a_no_is_a_no(text: str) -> None:
    assert words.yes_or_no(text) == "no"


@pytest.mark.parametrize("text", table(NEITHER))
def test_what_only_begins_like_a_yes_or_a_no_is_neither(text: str) -> None:
    assert words.yes_or_no(text) is None


@pytest.mark.parametrize("text", ["ㅇㅇ", "ㅇㅋ", "ㄴㄴ", "네ㅋㅋ", "네ㅠㅠ", "아니요ㅎㅎ"])
def test_jamo_are_read_as_the_keyboard_writes_them(text: str) -> None:
    assert words.yes_or_no(text) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("2", 2), ("2번", 2), ("2번이요", 2), ("2번요!", 2), ("②", 2), ("２", 2), ("2️⃣", 2)),
        *(("2.", 2), ("(2)", 2), ("2번째", 2), ("2번으로 할게요", 2), ("2번으로 해주세요", 2)),
        *(("두 번째", 2), ("두번째요", 2), ("두 번째 거요", 2), ("둘째", 2), ("이번이요", 2)),
        *(("네 2번이요", 2), ("2번 부탁드려요", 2), ("2번 알려 주세요", 2), ("2번 궁금해요", 2)),
        *(
            ("1", 1),
            ("첫번째", 1),
            ("첫 번째로요", 1),
            ("첫째요", 1),
            ("일번", 1),
            ("처음 거요", 1),
        ),
        *(("세 번째꺼", 3), ("삼번", 3), ("0", 0), ("7번", 7), ("10", 10), ("100번", 100)),
        *(("마지막", words.LAST), ("마지막 거요", words.LAST), ("맨 아래 거", words.LAST)),
    ],
)
def test_a_number_names_an_entry(text: str, expected: int) -> None:
    assert words.number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2개 주문했어요",
            "2개",
            "2개요",
            "3일 전에 샀어요",
            "3일",
            "2번 주문했어요",
            "두 번 결제됐어요",
        ),
        *(
            "세 번째 말하잖아요",
            "세번째 문의예요",
            "2만원",
            "2만원 결제했어요",
            "2시",
            "이번에 산 거요",
        ),
        *(
            "이번 주문이요",
            "처음으로",
            "처음",
            "1+1 행사 하나요",
            "한 번 알려주세요",
            "1번이랑 2번 둘 다요",
        ),
        *(
            "2024031188213178",
            "010-1234-5678",
            "마지막으로 물어볼게요",
            "네",
            "",
            "①번 상품 언제 와요",
        ),
        *("2XL", "마지막 주문 취소해 주세요", "100사이즈 있나요", "첫 구매 쿠폰 주세요"),
    ],
)
def test_a_text_with_a_number_in_it_names_no_entry(text: str) -> None:
    assert words.number(text) is None


PERSON = """
상담원 연결|상담원 연결해 주세요|상담원연결|상담사 연결|상담원|상담사|상담원이요|상담원요!!
상담원 좀|상담원좀요|상담언 연결|상담직원 연결해줘|사람하고 통화할래요|사람이랑 얘기하고 싶어요
사람이랑 말하고 싶다고요|사람 불러 주세요|사람 불러줘|사람 연결해줘|사람이요|사람 없어요?
사람 나와라|진짜 사람이랑 얘기할래요|살아있는 사람이랑 얘기하고 싶어요|말이 통하는 사람 바꿔줘
챗봇 말고 사람이요|봇 말고 사람하고 얘기할게요|기계 말고 상담원|그냥 사람 바꿔주세요
아 제발 사람이랑 통화하게 해주세요|직원분이랑 얘기하고 싶어요|직원 연결 부탁드립니다|직원 바꿔주세요
직원분 계신가요?|담당자 바꿔주세요|담당자분이랑 통화하고 싶습니다|담당자님께 전달해 주세요
담당자한테 전해 주세요|담당자 연락 주세요|담당자에게 넘겨 주세요|책임자 나오라고 하세요
사장님이랑 통화하고 싶어요|사장님 바꿔|판매자랑 직접 대화하고 싶은데요|판매자와 연락하고 싶어요
고객센터 연결해 주세요|상담 가능한가요?|상담 되나요|지금 상담 가능할까요|상담하고 싶어요
상담 받고 싶어요|상담 부탁드려요|상담 원해요|상담요|상담 좀 해주세요|전화상담 원합니다
1:1 상담 신청할게요|사이즈 상담 받고 싶은데요|상담원이랑 상담 가능한가요|상담원 연결 되나요?
상담원이랑 연결될까요|상담원 연결이 가능한가요|상담원과 채팅할 수 있을까요|상담원한테 물어볼게요
직원분께 여쭤보고 싶어요|상담원 있나요?|상담원 없나요|상담원 필요해요|상담원 부탁드려요
통화하고 싶어요|전화 주세요|저한테 전화 좀 해주세요|연락 부탁드립니다|연락 주세요
빨리 연락 좀 주세요|연결해 주세요|연결 부탁드려요|환불 때문에 그러는데 상담원 연결해 주세요
세 번이나 말했는데 답이 없네요 상담원 바꿔줘요
상담원 언제 연결돼요 빨리 연결해 주세요 상담원 연결해줘요|인간 나와라|매니저님 불러주세요
상담원 연결을 원합니다|상담원 연결 좀|상담원 연결이요|상담원 연결!!!!
ㅠㅠ 상담원 연결 부탁드려요ㅠㅠ|상담원한테 물어봐 주세요|물어봐 주세요|그럼 알아봐 주실래요
내일 상담원과 통화할 수 있나요
"""
NO_PERSON = """
상담원이 전화를 끊었어요|상담원이 불친절해요|상담원이 환불된다고 했어요
상담원이랑 통화했는데 환불해준대요|상담원한테 이야기했는데 답이 없어요|상담원 연결 안 해도 돼요
상담원 필요 없어요|상담원 연결하지 마세요|상담원 말고 환불 방법만 알려 주세요
상담원 연결 시간 알려 주세요|상담원 연결은 몇 시까지 되나요|주말에도 상담원 연결되나요
주말에도 상담 가능한가요|상담 시간이 언제예요|상담 가능 시간 알려 주세요|토요일 상담 되나요
주말에 문의해도 상담해 주시나요|지금 상담 가능한 시간인가요|상담했는데 답이 없어요
상담받은 내용이랑 달라요|지난번 상담 내용 확인해 주세요|직원이 친절해서 좋았어요|직원 할인 되나요
직원이랑 얘기했는데요|직원분이 교환해 준다고 하셨어요|직원이 연락 준다고 했어요|담당자가 누구예요
담당자가 연락 준다더니 연락이 없어요|담당자 이름이 뭐예요|사장님이 바꿔 준다고 했어요
사장님 안녕하세요|판매자가 답이 없어요|고객센터 전화번호 알려 주세요|받는 사람 바꿔주세요
받는 사람 연락처 바꿔 주세요|다른 사람으로 바꿔 주세요|받는 사람 이름을 바꾸고 싶어요
받을 사람 바꿔 주세요|주문한 사람이 저예요|선물 받는 사람에게 연락 가나요
선물할 사람 연락처를 몰라요|다른 사람이 받았대요|다른 사람 물건이 왔어요|사람마다 사이즈가 다른가요
써 본 사람 있나요|사장님 부탁드려요 빨리 보내 주세요|판매자에게 신청하면 되나요
상담원 연결 신청했는데 안 와요|두 사람이 쓰기 좋은 크기예요?|사람 얼굴 그려진 티셔츠 있나요
같은 거 산 사람 있어요?|기사님이랑 통화했어요|기사님과 연락이 안 돼요|배송 전에 연락 주세요
배송 전에 전화 주세요|전화번호 바꿔주세요|전화를 안 받아요|연락이 안 돼요|연락처 알려 주세요
통화가 안 돼요|통화 중이에요|연결이 안 돼요|와이파이 연결되나요|블루투스 연결 되나요
오늘 상담 되나요|내일 크리스마스인데 상담 되나요|크기 물어보고 샀어요
상담 후기 보고 샀어요|환불해 주세요|배송비 얼마예요||네|ㅋㅋㅋ
"""


@pytest.mark.parametrize("text", table(PERSON))
def test_a_wish_for_a_person_is_heard(text: str) -> None:
    assert manner.wants_person(text)


@pytest.mark.parametrize("text", table(NO_PERSON))
def test_naming_a_person_is_no_wish_for_one(text: str) -> None:
    assert not manner.wants_person(text)


def test_a_wish_at_the_end_of_a_long_complaint_is_heard() -> None:
    complaint = "어제 받은 상품에 얼룩이 있어서 사진까지 보냈는데 하루가 지나도록 답이 없으시네요. "
    assert manner.wants_person(complaint * 3 + "상담원 연결해 주세요")


def test_the_bots_own_choices_are_understood_when_they_are_typed() -> None:
    texts = Texts()
    assert words.yes_or_no(texts.button_file) == "yes"
    assert words.yes_or_no(texts.button_decline) == "no"
    assert words.yes_or_no(texts.button_again) == "no"
    assert manner.wants_person(texts.button_call)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "🙏🙏🙏",
        "❤️",
        "ㅋㅋㅋ",
        "ㅠㅠ",
        "ㅡㅡ",
        "?!…",
        "(이모티콘)",
        "\u200b",
        "ㅤ",
        "\0",
        "\ud83d",
    ],
)
def test_what_says_nothing_leaves_nothing(text: str) -> None:
    assert words.squash(text) == ""


@pytest.mark.parametrize(
    "text", ["환불 시기", "환불시기요", "환불 시기이요", " 환불시기? ", "환불 시기ㅎㅎ"]
)
def test_a_title_is_known_however_it_is_written(text: str) -> None:
    assert words.same_title(text, "환불 시기")


@pytest.mark.parametrize(
    ("text", "title"),
    [("환불", "환불 시기"), ("환불 시기 알려줘", "환불 시기"), ("", "!!!"), ("?", "…")],
)
def test_another_text_is_not_the_title(text: str, title: str) -> None:
    assert not words.same_title(text, title)


ANY_TEXT = st.one_of(
    st.text(),
    st.text(alphabet="네예아니요상담원사람연결해주세요ㅇㅋㅎ 12번째.,!👍\u200d\ufe0f"),
    st.text(alphabet=st.characters(categories=["Cs", "Lo", "Mn", "So", "Cc", "Nd"])),
)


@given(ANY_TEXT)
def test_any_text_is_read_without_failing(text: str) -> None:
    plain = words.squash(text)
    assert words.squash(plain) == plain
    assert words.yes_or_no(text) in {"yes", "no", None}
    assert manner.wants_person(text) in {True, False}
    number = words.number(text)
    assert number is None or words.LAST <= number <= 999
    assert words.number(text) is None or words.yes_or_no(text) is None


@given(
    st.sampled_from(table(YES) + table(NO)),
    st.text(alphabet=" .,!?~…^ㅋㅎㅠㅜ🙏😊\u200b", max_size=6),
)
def test_laughter_and_emoji_change_no_answer(text: str, noise: str) -> None:
    assert words.yes_or_no(text + noise) == words.yes_or_no(text)
    assert words.yes_or_no(f"{noise} {text}") == words.yes_or_no(text)


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_clipped_text_is_one_line_within_the_limit(text: str, limit: int) -> None:
    line = words.clip(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert bool(line) == bool(text.split())


@pytest.mark.parametrize(
    "part", ["네", "아니", "상담원", "사람이랑", "ㅇ", "1", "바로", "전화를좀", "부탁"]
)
def test_a_line_of_100_000_letters_is_read_in_a_moment(part: str) -> None:
    text = part * (100_000 // len(part)) + "가"
    begun = time.process_time()
    words.yes_or_no(text)
    words.number(text)
    manner.wants_person(text)
    assert time.process_time() - begun < 5  # measured: 0.1 s; a runaway pattern takes hours


@pytest.mark.parametrize(
    "said",
    ["어떻게 됐어요?", "진행 상황이 궁금해요", "처리됐나요?", "저번에 말씀드린 건 어떻게 됐나요"],
)
def test_the_question_how_it_stands_is_known_in_any_wording(said: str) -> None:
    assert manner.asks_status(said)


@pytest.mark.parametrize("said", ["어떻게 하면 돼요?", "환불은 어떻게 되나요", "교환해 주세요"])
def test_a_question_how_it_is_done_is_none_of_status(said: str) -> None:
    assert not manner.asks_status(said)


def test_whoever_wants_to_be_sure_asks_whether_it_is_done() -> None:
    assert manner.asks_done("취소된 거죠?")
    assert not manner.asks_done("취소해 주세요")


def test_a_bare_please_look_is_a_yes() -> None:
    assert words.yes_or_no("확인해주세요") == "yes"


@pytest.mark.parametrize(
    "said",
    ["네 그렇게요", "당연하죠 빨리요", "넵 부탁드릴게여", "진행시켜", "그라이소", "콜"],
)
def test_a_yes_is_known_in_any_mood(said: str) -> None:
    assert words.yes_or_no(said) == "yes"


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("네 근데 번호가 4243이에요", "근데 번호가 4243이에요"),
        ("네, 사이즈가 작아서요", "사이즈가 작아서요"),
        ("네", None),
        ("네이비로요", None),
        ("아니요 괜찮아요", None),
    ],
)
def test_what_follows_a_yes_is_told(said: str, rest: str | None) -> None:
    assert words.agrees_first(said) == rest


def test_when_it_is_done_is_asked_of_an_open_matter() -> None:
    assert manner.asks_when_done("언제쯤 처리돼요?")
    assert manner.asks_when_done("확인중인 거 맞죠?")
    assert manner.asks_when_done("담당자가 언제 봐요?")
    assert manner.asks_when_done("저기 아까꺼 확인해보셨어요?")
    assert not manner.asks_when_done("배송 언제 와요?")


@pytest.mark.parametrize("said", ["바꾸셨나요?", "요청한 거 처리하셨어요?", "아직 발송 안 됐나요?"])
def test_whether_it_is_done_is_asked(said: str) -> None:
    assert manner.asks_if_done(said)


@pytest.mark.parametrize("said", ["바꿔 주세요", "출고됐어요", "언제 출고됐는지 궁금해요"])
def test_what_asks_not_whether_it_is_done(said: str) -> None:
    assert not manner.asks_if_done(said)


@pytest.mark.parametrize("said", ["답변 좀요", "빨리 답장 주세요", "어제 문의한 거 처리됐나요"])
def test_an_answer_is_asked_for(said: str) -> None:
    assert manner.asks_status(said)


@pytest.mark.parametrize(
    "said", ["제 접수 내역 있나요", "저번에 문의한 거 있어요?", "제 문의 몇 번째예요?"]
)
def test_what_is_filed_is_asked(said: str) -> None:
    assert manner.asks_what_is_filed(said)


@pytest.mark.parametrize(("typed", "meant"), ENDINGS)
def test_the_endings_of_the_young_are_read_as_those_of_everybody(typed: str, meant: str) -> None:
    assert words.squash(typed) == meant


@pytest.mark.parametrize("text", KEPT)
def test_words_that_end_like_a_lively_ending_stay(text: str) -> None:
    assert words.squash(text) == text.replace(" ", "")
