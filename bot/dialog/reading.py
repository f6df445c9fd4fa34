"""What a line tells: the details in it that a ticket needs, and what is left beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.happened import day_of, hour, moment
from bot.dialog.reasons import (
    beside_its_day,
    free_words,
    named_reason,
    reason,
    reason_beside,
    remainder,
)
from bot.dialog.turn import Turn, once_a_turn
from bot.patterns import searched
from intents import Detail, Intent

#: Whose something is, its number, or an excuse: no size and no colour.
_NO_OPTION: Final = searched(
    r"이름|성함|번호|죄송|미안|깜[빡박]|(?<!안)(?:보냈|부쳤|반납했)|[이가]\s?온\s?(?:거|것|듯)"
)
#: How somebody of the staff was (`반말하고 한숨 쉬고 끊었어요`).
_BEHAVED: Final = searched(
    r"반말|막말|욕(?:을|설|했|하[고네])|한숨|끊[었어]|소리(?:를)?(?:지르|질렀|쳤)|무시|불친절|짜증|퉁명|비웃|태도|무례|싸가지|화(?:를)?[냈내]"
)
#: Which of two orders is meant, by its place.
_WHICH: Final = re.compile(
    r"(?:네|아|그럼|저)*(?:(?P<last>뒤|나중|아래|밑|두번째|마지막)|앞|처음|위|첫번째)(?:에|의)?(?:거|것|꺼|건|주문|번호)"
)
#: The day on which an order shall come, behind the wish for another.
_NAMES_A_DAY = searched(r"\d|내일|모레|요일|주말|다음|이번|오전|오후|이후|뒤로|나중")
_A_DAY = searched(r"오늘|내일|모레|글피|[월화수목금토일]요일|[다이]음주|이번주|주말|[0-9]+일")
_DAY_IT_SHALL_BE = searched(r"(?:요일|[0-9]일|주말|다음주|오전|오후|[0-9]시)(?:쯤|이후|이전)?으?로")
#: What shall be done with two orders, where it is said in no other way.
_TOGETHER: Final = searched(
    r"합배송|합쳐|(?:한|같은)(?:박스|상자|봉투)|묶음?배송|함께보내|같이보내|나눠(?:서)?보내"
)
#: Goods by their bare name, and the nouns that give a reason by theirs.
NAVER: Final = 16  # digits of Naver's order numbers
_A_NOUN: Final = re.compile(r"[가-힣a-z0-9]{1,8}(?:이요|이에요|입니다)")
#: `카드로 했어요` says how it was paid, and not why it goes back.
_PAID_BY: Final = re.compile(
    r"(?:네이버|삼성|카카오)?(?:토스|카드|계좌|무통장|페이|네페|현금|휴대폰|핸드폰|포인트|통장|이체)[가-힣]{0,4}(?:로|으로)(?:결제|냈|했|샀|지불|입금|받|돌려"
    r"|주문)[가-힣]{0,6}"
)
#: `아 근데 발송됐다고 떴네요`: how far an order is.
_STAGE: Final = re.compile(
    r"(?:아|앗|어|근데|그런데|이미|벌써|방금|지금)*(?:발송|출고|배송|배달|집화|집하)(?:이|은|도|가|준비)?(?:됐|되었|시작|중|완료|출발|했)[가-힣]{0,4}?(?:다고|라고|으로|이라고)?(?:하네|떴|뜨네|뜹|나오|나왔|되어있|돼있|바뀌)?[가-힣]{0,4}"
)
#: What a seller asks of goods that shall be mended.
_MENDED: Final = searched("고쳐|고장|증상|수리")
#: `캡처도 있어요`: what would prove it.
_PROOF: Final = re.compile(
    r"(?:사진|캡[처쳐]|스샷|영상|동영상|증거|녹음|영수증)(?:도|은|이|를|을)?(?:다|찍은거|찍은것|찍어둔거|찍어놨|보관)*(?:있|찍|남)[가-힣]{1,6}"
)
#: `파란색 수건만요`: which of several.
_ONLY_THESE: Final = re.compile(r"[가-힣a-z0-9]{1,14}(?<!지)만(?:이?요|입니다)?")
_REASON_NOUN: Final = searched(
    r"변심|불량|파손|하자|사이즈|치수|착오|실수|중복|배송|지연|고장|단순|그냥|걍|맘|마음|품질|이유|사정|선물|불만|만족|가격|취향|핏|디자인|재질|재료|냄새|길이|색"
    r"|품절|문제|필요|주문|오류|오염|얼룩|충동|후회|생각|별로|폭|불편|알러지|알레르기|개인|비밀|노코멘트|것|거"
)
#: `이것도 취소해 주세요`: more is wanted, and nothing said of why.
_THAT_TOO: Final = searched(r"(?:[이그저]|다른)\s?(?:거|것|건|주문)도\s.*(?:취소|환불|반품|교환)")
#: `교환이요`, `맞는 걸로 바꿔 주세요` says what is wanted, and not which goods.
_WISH_ALONE: Final = re.compile(
    r"(?:네|그냥|저는|저|걍)*(?:(?:새|맞는|같은|제대로된|원래|정상|주문한)(?:거|것|걸|상품|제품|물건)(?:으로|로)?)?(?:다시)?"
    r"(?:교환|환불|반품|바꿔|보내|재발송)(?:을|로|으로)?[가-힣]{0,8}"
)
#: What breaks off a line (`2026… 아 맞다`).
_BREAKS_OFF: Final = searched(r"(?:^|[\s.…,])아+\s?(?:맞다|맞아|참|깜빡)[가-힣]{0,2}[\s.!…~]*$")
#: By when something is wanted, be it never so roughly.
#: A day up to which something is needed.
_BY: Final = searched(
    r"(?:(?:이번|다음|다다음)\s?[주달](?:\s?[월화수목금토일]요일|\s?[초말]|\s?중순)?|(?:\d{1,2}월)?\s?\d{1,2}일|\d{1,2}월(?:\s?(?:초|중순|말))?"
    r"|월말|연말|내일|모레|[월화수목금토일]요일|추석|설날?|명절|크리스마스)(?:\s?(?:전|오전|오후))?\s?(?:까지|안으로|이내|전에|안에)"
)
_A_TERM: Final = searched(
    r"\d{1,2}(?:월|일|시|주|달)|오늘|내일|모레|글피|이번|다음|담[주달]|주말|요일|[월화수목금토일]욜|(?:첫|둘|셋|넷)째|월초|중순|월말|연말|연초|명절"
    r"|설날|추석|크리스마스|성탄|[한두세]달|주일|까지|전에|안에|이내|급[해하한함]|빨리|빠를|최대한|당장|asap|천천|여유|상관|아무때|언제든|미정|정해"
)
#: `확인되는 대로 회신 부탁드립니다` wants an answer, and is none.
_WANTS_REPLY: Final = re.compile(
    r"(?:네|그럼|그러면|알겠습니다|빠른|신속한|조속한|조속히|빨리|꼭|좀|가능한한|확인|검토|되는대로|되시는대로|하시는대로|후|후에|하시고|해서)*"
    r"(?:회신|답변|답장|답|연락|안내)(?:을|를|좀|도)?(?:부탁|주시|주세|줘|주십|바랍|바래|기다리)[가-힣]{0,8}"
)
#: Neither is a hope, or who is called (`연락처 바뀌었어요`).
_NO_TRACKING: Final = searched(
    "생일|생신|스트레스|속상|짜증|답답|제발|좋겠|연락처|전화번호|이름|주소|(?:주문|구매|결제)한?\\s?(?:일|날|날짜)(?:은|는|이)"
)
#: How it was paid is nothing that is seen of a parcel.
_OF_PAYMENT: Final = searched("결제|카드|입금|계좌")
#: `연락처 010-…로 바꿔주세요`
_CHANGED: Final = searched(
    r"(?:연락처|번호|전화)[가-힣]{0,2}(?:\d|바꿔|바꾸|변경|수정|고쳐|고치)[\d-]*[가-힣]{0,4}(?:바꿔|바꾸|변경|수정|고쳐|고치|해주)"
)


def read(turn: Turn, intent: Intent | None, wanted: Sequence[str]) -> dict[str, str]:
    """What the text tells, beside what is known; `wanted` was asked for and may be free text."""
    told = turn.memory.details
    names = {detail.id for detail in details.of(intent)} if intent else set()
    found = _who(turn, wanted, moves="address" in names)
    if "phone" in names | set(wanted) and "phone" not in found and not told.get("phone"):
        found.update(_written_to(turn))
    happened = day_of(turn)
    if happened is not None:
        found["when"] = moment(told.get("when", ""), happened)
    else:
        happened = hour(turn, wanted, found)
    if place := _where(turn, names, wanted):
        found["address"] = place
    found.update(_of_goods(turn, names))
    found.update(_term(turn, intent))
    if "wish" in names | set(wanted) and (
        wished := _wish(turn, asked="wish" in wanted and not set(found) - {"option"})
    ):
        found["wish"] = wished
    if "option" in found and _is_of_missing(turn, intent):
        del found["option"]  # what was ordered is not asked then
    # Other words are an answer only to what was asked, or what the matter needs.
    tells = intent is not None or bool(wanted)
    rest = ""
    if tells:
        rest = remainder(_without(manner.without_excuse(turn.own_words), found), happened)
        rest = beside_its_day(rest, happened)
    free = free_words(turn, intent, wanted, found) if rest else ""
    free = free or (_measures_of(turn, intent) if rest and not wanted else "")
    free = free or _trouble_of(turn, intent)
    named = named_reason(rest)
    if "reason" in names and (
        why := named or (not told.get("reason") and reason_beside(rest, happened))
    ):
        found["reason"] = why[: details.LONGEST]
    elif (
        free
        and (is_an_answer(turn.text) or gives_measures(turn, free))
        and _suits(intent, free, rest)
    ):
        found[free] = rest[: details.LONGEST]
    if turn.incoming.images:
        photos = (told.get("photo", ""), *turn.incoming.images)
        found["photo"] = "\n".join(photo for photo in photos if photo)
    return found


def _trouble_of(turn: Turn, intent: Intent | None) -> str:
    """The detail that asks what shall be mended, where a line tells the trouble."""
    if intent is None or intent.ticket == "open" or intent.category != "product_quality":
        return ""
    asks = (one.id for one in details.of(intent) if _MENDED.search(one.ask or ""))
    name = next(asks, "")
    told = name and not turn.memory.details.get(name) and manner.reports_damage(turn.text)
    return name if told else ""


def _measures_of(turn: Turn, intent: Intent | None) -> str:
    """The detail that asks for height and weight, where a first line tells them."""
    asks = (one.id for one in details.of(intent) if "키" in (one.ask or "")) if intent else iter(())
    name = next(asks, "")
    told = name and not turn.memory.details.get(name) and gives_measures(turn, name)
    return name if told else ""


def gives_measures(turn: Turn, name: str) -> bool:
    """Whether a detail of the seller's own is answered by height and weight, whatever is asked.

    `170에 65인데 뭐 입어야 돼요` tells all that who recommends a size wants to know.
    """
    return not details.is_common(name) and extract.tells_measures(turn.text)


@once_a_turn
def by_itself(turn: Turn) -> Mapping[str, str]:
    """What the text tells whatever it is about: an order, a time, a number, a name, a place."""
    return read(turn, None, ())


def _of_goods(turn: Turn, names: Collection[str]) -> dict[str, str]:
    """What is told of the goods and of their way, of what the ticket needs."""
    told = turn.memory.details
    found: dict[str, str] = {}
    if "quantity" in names and (amount := extract.quantity(turn.text)):
        found["quantity"] = amount
    if "option" in names and (option := _option(turn) or _amount(turn, names)):
        found["option"] = option
    if "topic" in names and not told.get("topic") and (about := extract.asked_about(turn.text)):
        found["topic"] = about
    if "item" in names and not told.get("item") and (goods := extract.goods(turn.own_words)):
        found["item"] = goods
    seen = "tracking" in names and not told.get("tracking") and extract.tracking(turn.text)
    if seen and not manner.is_question(turn.text):  # `어디서 멈춘 거예요` tells nothing
        found["tracking"] = seen
    return found


def _term(turn: Turn, intent: Intent | None) -> dict[str, str]:
    """By when something is needed, whatever else the line wants (`3월 말까지 필요하고 …`)."""
    detail = next((one for one in details.of(intent) if _asks_by(one)), None) if intent else None
    if detail is None or turn.memory.details.get(detail.id):
        return {}
    said = _BY.search(turn.own_words)
    return {detail.id: said[0]} if said is not None else {}


def _asks_by(detail: Detail) -> bool:
    return (detail.ask or "").startswith("언제까지")


def _is_of_missing(turn: Turn, intent: Intent | None) -> bool:
    """Whether all that is wrong is that some of the goods did not come."""
    if intent is None or intent.ticket != "open":
        return False
    return manner.lacks_a_part(turn.text) or details.lacks_a_part(turn.memory.details)


def _wish(turn: Turn, *, asked: bool) -> str:
    """Exchange or refund; other words only where it was asked, and nothing better is known."""
    if manner.withdraws(turn.text) and not wishes.labels(turn.own_words.replace("취소", "")):
        return ""  # `아 그냥 동생 줄래요 취소요`
    later = manner.puts_off(turn.text) or manner.thinks_it_over(turn.text)
    # `그냥 쓸 테니 할인해 주세요` wants just that, whatever is asked.
    asked = asked or (bool(turn.state.ticket) and _bargains(turn.text))
    asked = asked and not manner.withdraws(turn.text) and not later
    known = turn.memory.details.get("wish", "")
    if asked and (chosen := _by_its_place(turn)):
        return chosen
    if wishes.fallback(turn.own_words) and not wishes.labels(turn.own_words):
        # `안 되면 환불이요` takes nothing back: it holds where the first cannot be had.
        said = words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
        return said if said in known else ", ".join(filter(None, (known, said)))
    # In the midst of a complaint too: `부분환불 되나요?`
    may = manner.reports_damage(turn.said) or bool(turn.state.ticket)
    said = wishes.read(turn.own_words, turn.said, asked=asked, may=may)
    return said if wishes.labels(said) or not known else known


def _bargains(text: str) -> bool:
    """Whether other amends are named that would do (`그냥 쓸게요 대신 얼마라도 빼 주세요`)."""
    return manner.keeps_for(text) or (manner.still_wants(text) and manner.is_request(text))


def _amount(turn: Turn, names: Collection[str]) -> str | None:
    """`수량만 2개로`: how many it should be, where no detail of its own asks for that."""
    amount = None if "quantity" in names else extract.new_quantity(turn.text)
    known = turn.memory.details.get("option", "")
    # A size or a colour that is known stays: it is another thing that is changed.
    return f"{known}, {amount}" if amount and known and not known[0].isdigit() else amount


def _by_its_place(turn: Turn) -> str:
    """`1번`: the wish that stands there on the screen; empty where none does."""
    place = words.number(turn.text)
    if place is None:
        return ""
    missing = details.lacks_a_part(turn.memory.details)
    stated = [*([turn.texts.button_send] if missing else []), wishes.EXCHANGE, wishes.REFUND]
    if place == words.LAST:
        return stated[-1]
    return stated[place - 1] if 1 <= place <= len(stated) else ""


def _option(turn: Turn) -> str | None:
    """What it should be instead, or that two orders shall go together."""
    said = extract.option(turn.text, turn.memory.details.get("option", ""))
    plain = words.squash(turn.text)
    # `원래 이번 주 토요일인데 다음 주 토요일로요` behind the wish for another day.
    story = turn.memory.details.get("what", "")
    day = _DAY_IT_SHALL_BE.search(plain) and manner.wants_it_later(story)
    told = day or _TOGETHER.search(plain) or manner.wants_it_later(turn.text)
    if wishes.is_when(turn.text):
        # `배송 날짜 바꿔 주세요` does not say to which.
        told = bool(_NAMES_A_DAY.search(extract.without_numbers(plain)))
    if said is None and told and not manner.asks(turn.text):
        return words.clip(extract.without_numbers(turn.text), 100)
    return said


def _where(turn: Turn, names: Collection[str], wanted: Sequence[str]) -> str | None:
    """An address; where one was asked for, or is to be changed, a street will do."""
    instead = manner.meant_instead(turn.text)
    moves = "address" in names and bool(instead or wishes.is_where(turn.text))
    changes = "address" in wanted or moves
    meant = extract.address(instead) or (extract.street(instead) if changes else None)
    place = meant or extract.address(turn.text)
    if place and _is_former(turn.text, place):
        return None
    if place or manner.is_question(turn.text) or not changes:
        return place
    return extract.street(turn.text)


def changes_phone(text: str) -> bool:
    """Whether a line tells a phone number as another than before, be it the old or the new one."""
    if extract.phone(text) is None:
        return False
    says_so = manner.meant_instead(text) or manner.tells_former(text)
    return bool(says_so) or bool(_CHANGED.search(words.squash(text)))


def _is_former(text: str, told: str) -> bool:
    """Whether a number or a place is told as the one that stood before, and no other is told."""
    return manner.tells_former(text) and told not in manner.meant_instead(text)


def _written_to(turn: Turn) -> dict[str, str]:
    """A mail address, or a business's number, does for a phone number."""
    contact = extract.contact(turn.text)
    return {"phone": contact} if contact else {}


def _suits(intent: Intent | None, name: str, said: str) -> bool:
    """Whether free words can be this detail: a term is some time, goods are no reason, what is seen
    of a parcel is not by when it is needed, and how somebody was is not what he was asked.
    """
    if name == "reason":
        plain = words.squash(said)
        no_reason = _names_only_goods(said) or _THAT_TOO.search(said)
        no_reason = no_reason or _PAID_BY.fullmatch(plain) or _PROOF.fullmatch(plain)
        no_reason = no_reason or _STAGE.fullmatch(plain)
        return not (no_reason or (manner.asks_outright(said) and not reason(said)))
    if manner.was_a_slip(said) or manner.was_own_mistake(said):
        return False  # `고양이가 밟음`, `제가 사이즈를 착각했네요`
    if name == "option":
        none = _NO_OPTION.search(said) or _WISH_ALONE.fullmatch(words.squash(said))
        # What was ordered is no wish (`오른쪽 보내주시고 왼쪽은 가져가세요`).
        wished = intent is not None and intent.ticket == "open" and manner.asks_outright(said)
        # `모레로 바꿔 주세요` behind a question who fetches the goods is a day.
        day = _A_DAY.search(words.squash(said)) and not (intent and intent.category == "order")
        return not (none or wished or day or manner.wants_repair(said))
    if name == "topic":
        other = _BEHAVED.search(words.squash(said)) or manner.wants_call(said)
        other = other or extract.only_times(said)
        return manner.names_goods(said) or not other
    if name == "tracking":
        return not _NO_TRACKING.search(said) and not (
            manner.urges(said) or manner.is_request(said) or _OF_PAYMENT.search(said)
        )
    detail = next((one for one in details.of(intent) if one.id == name), None) if intent else None
    asks_term = detail is not None and (detail.ask or "").startswith("언제")
    return not asks_term or bool(_A_TERM.search(words.squash(said)))


def _names_only_goods(said: str) -> bool:
    """`책상이요` behind `환불이요` says what goes back, and not why."""
    plain = words.squash(said)
    found = _A_NOUN.fullmatch(plain)
    noun = found is not None and not _REASON_NOUN.search(plain)
    return noun or bool(_ONLY_THESE.fullmatch(plain))


def is_an_answer(text: str) -> bool:
    """Whether a line can be what was asked for in free words: it asks, thanks, scolds and takes
    back nothing.
    """
    rest = words.agrees_first(text)
    return not (
        (manner.is_question(text) and not manner.retells(text))
        or (rest and manner.is_request(rest))
        or extract.has_account(text)
        or manner.withdraws(text)
        or manner.still_wants(text)
        or manner.narrows(text)
        or manner.wants_promise(text)
        or manner.puts_off(text)
        or manner.misses_a_detail(text)
        or manner.is_conditional(text)
        or _BREAKS_OFF.search(text)
        or manner.is_thanks(text)
        or manner.anger(text)
        or manner.mends(text)
        or manner.is_heard(text)
        or manner.understood(text)
        or manner.apologises(text)
        or manner.greets(text)
        or _WANTS_REPLY.fullmatch(words.squash(text))
    )


def _without(text: str, found: Mapping[str, str]) -> str:
    """The text without what was read from it."""
    if "order_number" in found and (words.squash(text).isdigit() or words.number(text) is not None):
        return ""  # the number, its other half, or which of two it is
    for name in ("quantity", "address", "name", "option"):
        text = text.replace(found.get(name, "\0"), " ")
    tail = found.get("phone", "").removeprefix("뒷자리 ")
    return text.replace(tail, " ") if tail else text


def _who(turn: Turn, wanted: Sequence[str], *, moves: bool) -> dict[str, str]:
    """The order, and what else an order is found by: a phone number, or its tail, and a name.

    Where a parcel `moves` to another person a number that stood before is none of the new ones.
    """
    found: dict[str, str] = {}
    said = _meant(turn.text)
    numbers = (
        _stated(said, turn.memory.details.get("what", ""))
        or _in_two_lines(turn, wanted)
        or _picked(turn, wanted)
        or _pointed_at(turn)
    )
    if numbers:
        found["order_number"] = ", ".join(numbers)
    phone = extract.phone(manner.meant_instead(said)) or extract.phone(said)
    known = turn.memory.details.get("phone")
    if phone and (moves or known) and _is_former(turn.text, phone):
        phone = None
    whole = turn.memory.details.get("phone", "").startswith("0")
    tail = None if phone or numbers or whole else extract.phone_tail(said)
    if phone or tail:
        found["phone"] = phone or f"뒷자리 {tail}"
    if wanted or tail or phone or turn.state.ticket or extract.names_itself(turn.text):
        name = extract.name(manner.meant_instead(said)) or extract.name(turn.text)
        if name:
            found["name"] = name
    return found


#: An order that nothing shall be done with.
_AS_IT_IS: Final = searched(r"그대로|냅두|놔두|유지|빼고|제외|(?<!지)말고")


def _stated(said: str, story: str) -> tuple[str, ...]:
    """The orders of a line; where something is wanted for one and asked about another, the first.

    `… 취소해 주시고 … 이건 언제 와요` cancels one order, not both; so does `… 는 그대로 두세요`.
    """
    numbers = extract.order_numbers(said)
    if len(numbers) < 2:
        return numbers
    if details.means_one(said) or (details.means_one(story) and not remainder(said, None)):
        return ()  # which of them, nobody has said yet
    if not (_AS_IT_IS.search(said) or manner.is_question(said)):
        return numbers
    stated = [part for part in wishes.clauses(said) if part and not manner.is_question(part)]
    stated = [part for part in stated if not _AS_IT_IS.search(part)]
    told = tuple(number for part in stated for number in extract.order_numbers(part))
    return told or numbers


def _picked(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """The order that stands there, of those that were told (`두 번째요`, `앞에 거요`)."""
    place = words.number(turn.text) if "order_number" in wanted else None
    orders = details.open_orders(turn.memory) if place is not None else ()
    if not orders or place is None or place > len(orders):
        return ()
    return (orders[-1 if place == words.LAST else place - 1],)


def _pointed_at(turn: Turn) -> tuple[str, ...]:
    """The one of several known orders that a line points at (`뒤에 거 취소해주세요`)."""
    told = turn.memory.details.get("order_number", "")
    place = _WHICH.match(words.squash(turn.text)) if ", " in told or not told else None
    orders = (told.split(", ") if told else details.open_orders(turn.memory)) if place else ()
    return () if place is None or not orders else (orders[-1 if place["last"] else 0],)


def _meant(text: str) -> str:
    """The part of a line that counts when it takes a number back itself."""
    taken = manner.correction(text)
    return taken.new if taken is not None and any(map(str.isdigit, taken.new)) else text


def _in_two_lines(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """An order number of Naver's whose first half was the line before."""
    half, before = words.squash(turn.text), turn.memory.last
    if not (half.isdigit() and before.isdigit() and len(before + half) == NAVER):
        return ()
    # The first half may have been taken for another shop's; together they are Naver's.
    taken = turn.memory.details.get("order_number") == before
    return extract.order_numbers(before + half) if taken or "order_number" in wanted else ()
