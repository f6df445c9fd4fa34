"""What is wanted of an order or of goods, in words that the matcher takes for another thing."""

from __future__ import annotations

from bot.dialog import manner, wishes, words
from bot.dialog.complaints.goods import wanted_of_goods, wants_another_size
from bot.dialog.complaints.told import note_entry
from bot.dialog.entries import (
    asked_for,
    changes_address,
    changes_order,
    first_complaint,
    looks_up_order,
    repairs,
    restocks,
    wraps_presents,
)
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: `각각 다른 주소로 보낼 수 있나요` wraps no present, either.
_TO_SEVERAL = searched(
    r"(?:각각|따로(?:따로)?|나눠서?|서로|여러|[두세네]|[2-9])[가-힣]{0,3}?(?:주소|곳|군데)(?:로|에)"
    # `보낼 곳이 다 다른데 가능한가요`
    r"|(?:보낼|보내는|받을|받는|배송할|배송)(?:곳|데|주소|사람|분)(?:이|가|들이)?(?:다|전부|모두|각각|서로|제각각)+(?:달라|다르|다른|다릅)"
)
#: `영수증 빼고 보내 주세요`: as a present is sent.
_WITHOUT_PAPERS = searched(
    r"(?:영수증|(?:거래)?명세서|가격표?|금액|계산서)(?:은|는|을|를|만|이|도)?(?:좀|다|꼭)*"
    r"(?:빼고|빼주|빼줘|뺀|제외하|넣지|안넣|없이|안보이|안나오|가리고|가려|떼고)"
    # `영수증 떼 주세요` wants one.
    r"|가격표?(?:은|는|을|를|만|이|도)?(?:좀|다|꼭)*떼주"
)
#: What is sent once more comes in no parcel (`영수증이 없네요 따로 보내 주실 수 있나요`).
_BY_MAIL = searched("영수증|계산서|명세서|쿠폰|기프티콘|상품권|메일|문자|링크|파일")
#: `따로 보내 주실 수도 있나요` wraps no present.
_SENT_APART = searched(
    r"(?<!포장)(?<!포장은)(?:따로(?:따로)?|나눠서?|각각|두번에)(?:좀)?(?:보내주|배송해주|발송해주)"
)
_IN_STOCK = searched(
    r"(?:재고|물량)(?:가|는|도|이|은)?(?:아직|지금|혹시)?(?:있[나어을는죠]|남[아았은]|되나)"
    # `바지 28 사이즈 언제 들어와요`
    r"|(?:사이즈|색상?|컬러|[0-9]호|[0-9smlx])(?:는|은|이|가)?(?:언제|몇월|며칠)(?:에|쯤)?(?:다시)?(?:들어[와오올]|입고|나[와오])"
)
_INSTEAD = searched(
    "(?:다른|딴)(?:색상?|컬러|사이즈|걸|거|것|상품|제품|옵션|디자인|맛|향)(?:으로|로)(?:라도)?(?:할|바꿔|바꿀|보내|받을|주세|변경)"
)
#: `품절이라고 전화 왔는데 못 받았어요`
_CALLED_ABOUT = searched(
    r"품절[가-힣]{0,6}?(?:전화|연락|문자|톡|카톡)(?:이|가|를)?(?:왔|받|주셨|하셨|온)"
)


def wanted_otherwise(turn: Turn) -> Intent | None:
    """What is wanted of an order or of goods, where the matcher saw neither."""
    if _TO_SEVERAL.search(words.squash(turn.text)):
        return changes_address(turn)
    if _WITHOUT_PAPERS.search(words.squash(turn.text)):
        return wraps_presents(turn)
    sent = not _BY_MAIL.search(turn.text)
    apart = _SENT_APART.search(words.squash(turn.text)) if sent else None
    about_order = changes_order(turn) if apart else None
    about_order = about_order or _of_stock(turn) or note_entry(turn) or _of_sold_out(turn)
    wanted = wanted_of_goods(turn) if sent else None
    return about_order or wanted or wants_another_size(turn)


def _of_stock(turn: Turn) -> Intent | None:
    """`M사이즈 재고 있나요` asks for no size: the entry for what is in the store."""
    if not _IN_STOCK.search(words.squash(turn.text)) or not manner.asks(turn.text):
        return None
    return restocks(turn)


def _of_sold_out(turn: Turn) -> Intent | None:
    """`주문했는데 품절이래요`: what becomes of the order, and not when there is more of it; or what
    shall come instead (`품절이라는데 다른 색으로 할게요`).
    """
    told = "품절" in turn.text and not manner.asks(turn.text)
    if told and _INSTEAD.search(words.squash(turn.text)):
        return changes_order(turn)
    if told and _CALLED_ABOUT.search(words.squash(turn.text)):
        return looks_up_order(turn)
    # `품절이라고 취소됐어요 이게 뭐예요` asks nothing.
    undone = "품절" in turn.text and manner.was_done_to(turn.text)
    return asked_for(turn, "주문") if undone else None


def broken_instead_of_mended(turn: Turn, intent: Intent | None) -> Intent | None:
    """`그냥 환불해 주세요` of who asked if broken goods are mended: the complaint about them."""
    if intent is None or intent is not repairs(turn) or manner.asks(turn.text):
        return None
    told = (turn.memory.details.get("what", ""), turn.state.words)
    lines = [line for said in told for line in said.split("\n")]
    broken = any(manner.reports_damage(line) or manner.reports_problem(line) for line in lines)
    # What he broke himself is not made good.
    broken = broken and not any(map(manner.broke_it_himself, (*lines, turn.text)))
    wish = wishes.label(turn.own_words, turn.said) if broken else ""
    return first_complaint(turn, "product_quality") if wishes.is_label(wish) else None
