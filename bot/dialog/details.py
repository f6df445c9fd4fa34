"""What a ticket needs to be worked on: what is still missing, how it is asked, how it is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from bot import hours
from bot.dialog import buttons, extract, manner, wishes, words
from bot.dialog.turn import Turn, once_a_turn
from bot.model import Choice, Memory
from intents import Detail, Intent, Texts

#: Where the seller says nothing: order number, when and what make an answer fast and exact.
DEFAULTS: Final[Mapping[str, tuple[Detail, ...]]] = {
    category: tuple(map(Detail, names))
    for category, names in {
        "order": ("order_number",),
        "shipping": ("order_number",),
        "refund": ("order_number", "reason"),
        "exchange": ("order_number", "option"),
        "product_quality": ("order_number", "when", "wish"),
        "wrong_information": ("order_number", "wish"),
        "service": ("when",),
        "other": (),
    }.items()
}
#: How often each is asked at most; what is not here, once: it helps, but nobody is held up for it.
MOST: Final[Mapping[str, int]] = {"order_number": 2, "address": 2}
#: Characters of one detail that are kept.
LONGEST: Final = 500

# With the particle that follows each; a clause takes none.
_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "order_number": ("주문번호와", "주문번호를"),
    "when": ("날짜와", "언제 있었던 일인지"),
    "reason": ("이유와", "어떤 이유이신지"),
    "option": ("바꾸실 옵션과", "바꾸실 옵션(사이즈·색상)을"),
    "address": ("새 주소와", "새 주소를"),
    "quantity": ("수량과", "수량을"),
    "tracking": ("배송 조회 내용과", "배송 조회에 뭐라고 나오는지"),
    "phone": ("연락처와", "연락처를"),
    "name": ("성함과", "성함을"),
}
_SIZE: Final = re.compile(
    r"사이즈|치수|작[아은네]|커[요서]|크[네고]|헐렁|끼[어여]|안맞|길이|짧|길[어네]"
)
_CAME: Final = re.compile(
    r"늦었으니|늦게(?:온|와|왔|도착|받)|(?<!안)(?<!못)(?:왔[어는네고더습]|받았|도착했)(?!는데(?:안|없))(?![가-힣]{0,4}(?:문자|알림|카톡|연락))"
)
_MEMO: Final = re.compile(r"메모|요청사항|부재시|공동현관|비번|비밀번호")
_NUMBER: Final = re.compile(r"연락처|번호|전화|휴대폰")
#: What shall be done with two orders, where it is said in no other way.
_TOGETHER: Final = re.compile(
    r"합배송|합쳐|(?:한|같은)(?:박스|상자|봉투)|묶음?배송|함께보내|같이보내|나눠(?:서)?보내"
)
_NOT_WHERE: Final = re.compile(
    r"(?<!주문)(?<!우편)(?<!통관)번호[를가]|이름|성함|연락처|전화번호|휴대폰번호|받는분|받는사람|수령인"
)
_WHERE: Final = re.compile(r"주소|배송지|이사|집으로|회사로|(?:로|길|동)\d|\d호")
_BECAUSE: Final = re.compile(
    r"[^.!?\n]{2,60}?(?:[아어여해져려싸커파빠돼]서|라서|때문에|길래|(?:작|크|얇|두껍|다르|별로|아니)(?:은데|ㄴ데|네요|ㄴ|인데))(?=요?(?:[\s.!~]|$))요?"
)
_CLAUSES: Final = re.compile(r"[.!?\n,]|(?<=[가-힣]고)\s|(?<=는데)\s|(?<=[요음임함])\s")
_REASONS: Final = re.compile(
    r"마음(?:이|은)?(?:바뀌|바꼈|변)|변심|사이즈(?:가|는)?(?:안|작|크|커|너무)|(?:너무|좀|많이|걍|그냥|되게|엄청|생각보다)(?:작|크|커|얇|두꺼|무거|짧|길)|안맞|별로|아파|아프|불편|마음에안|맘에안|안어울|안예[뻐쁘]|필요(?:가)?없"
    r"|잘못(?:샀|시켰|주문|골랐)|색(?:이|상이)?(?:다르|달라|안|별로|생각)|생각(?:이랑|과|보다)|늦게와|불량|깨[져졌]|비싸|중복|두번(?:주문|결제)|다른(?:데|곳)서|차액|싸졌|할인(?:을|이)?(?:하|해|시작)|가격(?:이)?(?:내|떨어)"
)
#: Goods by their bare name, and the nouns that give a reason by theirs.
_A_NOUN: Final = re.compile(r"[가-힣a-z0-9]{1,8}(?:이요|이에요|입니다)")
_REASON_NOUN: Final = re.compile(
    r"변심|불량|파손|하자|사이즈|치수|착오|실수|중복|배송|지연|고장|단순|그냥|걍|맘|마음|품질|이유|사정|선물|불만|만족|가격|취향|핏|디자인|재질|재료|냄새|길이|색|품절|문제|필요|주문|오류|오염|얼룩|충동|후회|생각|별로|폭|불편|알러지|알레르기|개인|비밀|노코멘트|것|거"
)
# What is left of an answer when its number and its date are taken out, and says nothing.
_EMPTY: Final = re.compile(
    r"(?:네|넵|예|아|음|흠|앗|엇|어|헐|한|약|대략|아마|글쎄요?|저기|이거다|이겁니다|됐냐|됐죠|됐나요?|됐지|맞죠|주문|구매|결제|번호|상품|물건|택배|는|은|이|가|를|을|에|고|도|요|이요|이고|입니다|이에요|예요|인데요?|쯤|경|부터|까지|끝|뒷자리"
    # Endings of the south and of the old, and of the young.
    r"|라예|이라예|이라요|라요|임더|입니더|이더|데예|네예|예|올습니다|올시다|이올시다|이요잉|요잉|구요|이구요|임|여|염|용|당|ㅇㅇ"
    r"|받았(?:어요|습니다|는데요?|고요?)|받음|받은|왔(?:어요|습니다)|샀(?:어요|습니다)|했(?:어요|습니다)|주문했(?:어요|습니다)|도착했?(?:어요|습니다)?|완료|떴어요|일세|연락처|여기요?|있어요|확인)*"
)


def of(intent: Intent) -> tuple[Detail, ...]:
    """What a ticket of this entry needs, in the order in which it is asked."""
    return DEFAULTS[intent.category] if intent.details is None else intent.details


def missing(intent: Intent, memory: Memory) -> list[Detail]:
    """What may still be asked: not told, and not asked often enough."""
    wanted = [one for detail in of(intent) for one in _in_its_place(detail, memory.details)]
    if _fits_not(intent, memory) and not any(detail.id == "wish" for detail in wanted):
        wanted.append(Detail("wish"))
    # The name and the number that a parcel shall go to from now on find no order.
    changes_who = any(detail.id == "address" for detail in of(intent))
    return [
        detail
        for detail in wanted
        if not _is_known(detail.id, memory.details, finds=not changes_who)
        and memory.asked.get(detail.id, 0) < MOST.get(detail.id, 1)
    ]


def _is_known(name: str, told: Mapping[str, str], *, finds: bool) -> bool:
    # A name with a phone number finds an order too.
    found = finds and name == "order_number" and bool(told.get("name") and told.get("phone"))
    return found or bool(told.get(name))


def _in_its_place(detail: Detail, told: Mapping[str, str]) -> tuple[Detail, ...]:
    """What is needed for this matter where the entry says `detail`.

    Nobody tracks a parcel that came, and where a part is missing the rest was ordered so. Who wants
    another phone number or another name on it has no new address, and a note to the courier needs
    neither.
    """
    if _is_needless(detail, told):
        return ()
    if detail.id != "address":
        return (detail,)
    what = words.squash(told.get("what", ""))
    if not _NOT_WHERE.search(what) or _WHERE.search(what):
        return (detail,)
    return (Detail("phone" if _NUMBER.search(what) else "name"),)


def _is_needless(detail: Detail, told: Mapping[str, str]) -> bool:
    what = told.get("what", "")
    match detail.id:
        case "tracking":
            return bool(_CAME.search(words.squash(what)))
        case "topic":  # nobody was being advised
            return manner.blames_courier(what)
        case "option":
            return bool(detail.ask) and _lacks_a_part(told)
        case "address":
            return bool(_MEMO.search(words.squash(what)))
    return False


def _fits_not(intent: Intent, memory: Memory) -> bool:
    """A refund for the size: an exchange may do; it is offered once."""
    reason = memory.details.get("reason", "")
    if intent.category != "refund" or not is_of_size(reason):
        return False
    return wishes.EXCHANGE not in wishes.refused(memory.details.get("what", ""))


def _lacks_a_part(told: Mapping[str, str]) -> bool:
    """Whether all that is wrong is that some of it is missing."""
    what = told.get("what", "")
    lacks = manner.lacks_a_part(what) or any(map(manner.is_short, what.split("\n")))
    return lacks and not (manner.got_another(what) or manner.reports_damage(what))


def _ask_wish(texts: Texts, intent: Intent, memory: Memory) -> str:
    if _fits_not(intent, memory):
        return texts.ask_wish_size
    return texts.ask_wish_missing if _lacks_a_part(memory.details) else texts.ask_wish


def ask(
    texts: Texts, intent: Intent, wanted: Sequence[Detail], memory: Memory
) -> tuple[str, tuple[Choice, ...], tuple[str, ...]]:
    """How to ask for the first of `wanted`, perhaps with the next: text, choices, names asked."""
    first, *rest = wanted
    orders = open_orders(memory) if first.id == "order_number" else ()
    if orders:
        return texts.which_order(", ".join(orders)), (), (first.id,)
    if first.id == "wish":
        missing = _lacks_a_part(memory.details)
        return (
            first.ask or _ask_wish(texts, intent, memory),
            buttons.wishes(texts, missing=missing),
            ("wish",),
        )
    if memory.asked.get(first.id) and memory.stuck:
        again = texts.ask_number_again
        if first.id != "order_number":
            again = texts.ask_once_more(_question(texts, [first]))
        return again, (), (first.id,)
    both = [first, *(detail for detail in rest[:1] if _goes_along(detail, memory))]
    return _question(texts, both), (), tuple(detail.id for detail in both)


def ask_who(texts: Texts) -> tuple[str, tuple[str, ...]]:
    """The question for a name and a phone number, which find an order too; names asked."""
    return _question(texts, [Detail("name"), Detail("phone")]), ("name", "phone")


def _goes_along(detail: Detail, memory: Memory) -> bool:
    """Whether a detail is asked in the same breath: a date, a reason or an address is quick."""
    return detail.id in {"when", "reason", "address", "option", "phone"} and not memory.asked.get(
        detail.id
    )


def _question(texts: Texts, wanted: Sequence[Detail]) -> str:
    """One sentence where all are plain nouns, else one for each."""
    if any(detail.ask for detail in wanted) or len(wanted) == 1:
        return " ".join(detail.ask or texts.ask_detail(_LABELS[detail.id][1]) for detail in wanted)
    joined = f"{_LABELS[wanted[0].id][0]} {_LABELS[wanted[1].id][1]}"
    return texts.ask_detail(joined)


def asked(memory: Memory, names: Sequence[str]) -> dict[str, int]:
    """`memory.asked` after these were asked once more."""
    return {**memory.asked, **{name: memory.asked.get(name, 0) + 1 for name in names}}


def read(turn: Turn, intent: Intent | None, wanted: Sequence[str]) -> dict[str, str]:
    """What the text tells, beside what is known; `wanted` was asked for and may be free text."""
    told = turn.memory.details
    names = {detail.id for detail in of(intent)} if intent else set()
    found = _who(turn, wanted)
    happened = _happened(turn)
    if happened is not None:
        found["when"] = moment(told.get("when", ""), happened)
    else:
        happened = _hour(turn, wanted, found)
    if place := _where(turn, names, wanted):
        found["address"] = place
    found.update(_of_goods(turn, names))
    if "wish" in names | set(wanted) and (
        wished := _wish(turn, asked="wish" in wanted and not found)
    ):
        found["wish"] = wished
    # Other words are an answer only to what was asked, or what the matter needs.
    tells = intent is not None or bool(wanted)
    rest = remainder(_without(turn.own_words, found), happened) if tells else ""
    free = _free(turn, intent, wanted, found) if rest else ""
    if "reason" in names and not told.get("reason") and (why := reason(rest)):
        found["reason"] = why[:LONGEST]
    elif free and is_an_answer(turn.text) and not (free == "reason" and _names_only_goods(rest)):
        found[free] = rest[:LONGEST]
    if turn.incoming.images:
        photos = (told.get("photo", ""), *turn.incoming.images)
        found["photo"] = "\n".join(photo for photo in photos if photo)
    return found


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
    if "item" in names and not told.get("item") and (goods := extract.goods(turn.own_words)):
        found["item"] = goods
    if "tracking" in names and not told.get("tracking") and (seen := extract.tracking(turn.text)):
        found["tracking"] = seen
    return found


def _wish(turn: Turn, *, asked: bool) -> str:
    """Exchange or refund; other words only where it was asked, and nothing better is known."""
    withdraws = manner.withdraws(turn.text) and not manner.still_wants(turn.text)
    asked = asked and not withdraws and not manner.puts_off(turn.text)
    known = turn.memory.details.get("wish", "")
    if asked and (chosen := _by_its_place(turn)):
        return chosen
    if wishes.fallback(turn.own_words) and not wishes.labels(turn.own_words):
        # `안 되면 환불이요` takes nothing back: it holds where the first cannot be had.
        said = words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
        return said if said in known else ", ".join(filter(None, (known, said)))
    may = manner.reports_damage(turn.said)
    said = wishes.read(turn.own_words, turn.said, asked=asked, may=may)
    return said if wishes.labels(said) or not known else known


def _amount(turn: Turn, names: Collection[str]) -> str | None:
    """`수량만 2개로`: how many it should be, where no detail of its own asks for that."""
    return None if "quantity" in names else extract.new_quantity(turn.text)


def _by_its_place(turn: Turn) -> str:
    """`1번`: the wish that stands there on the screen; empty where none does."""
    place = words.number(turn.text)
    if place is None:
        return ""
    missing = _lacks_a_part(turn.memory.details)
    stated = [*([turn.texts.button_send] if missing else []), wishes.EXCHANGE, wishes.REFUND]
    if place == words.LAST:
        return stated[-1]
    return stated[place - 1] if 1 <= place <= len(stated) else ""


def _option(turn: Turn) -> str | None:
    """What it should be instead, or that two orders shall go together."""
    said = extract.option(turn.text, turn.memory.details.get("option", ""))
    if said is None and _TOGETHER.search(words.squash(turn.text)):
        return words.clip(extract.without_numbers(turn.text), 100)
    return said


def _where(turn: Turn, names: Collection[str], wanted: Sequence[str]) -> str | None:
    """An address; where one was asked for, or is to be changed, a street will do."""
    place = extract.address(turn.text)
    changes = "address" in names and wishes.is_where(turn.text)
    if place or manner.is_question(turn.text) or not (changes or "address" in wanted):
        return place
    return extract.street(turn.text)


def _hour(turn: Turn, wanted: Sequence[str], found: dict[str, str]) -> extract.When | None:
    """The hour of a day that is known, or the hour alone where a time was asked for."""
    known = turn.memory.details.get("when", "")
    said = extract.clock(turn.text)
    if said is None or said in known or manner.is_question(turn.text):
        return None
    if _OF_DAY.search(known) or not (known or "when" in wanted):
        return None
    found["when"] = f"{known}, {said}" if known else said
    return extract.When(said, None, None)


def _happened(turn: Turn) -> extract.When | None:
    """When something was; a day by which something is wanted, or was promised, is none."""
    moment = extract.when(turn.text, turn.now)
    if moment is None or manner.wants_promise(turn.text) or _is_of_the_talk(turn):
        return None
    if moment.words.endswith("까지") and "부터" not in turn.text:
        return None
    if _PROMISED.search(words.squash(turn.text)):
        return None  # `오늘 중이라며요` was promised
    if _FROM_THEN_ON.search(turn.text):
        return None  # `12월 3일 이후로요` is wished for
    meant = _MEANT.search(turn.text) if "아니" in turn.text else None
    taken = manner.correction(turn.text)  # `오늘 말고 지난 목요일에요`
    rest = meant["rest"] if meant is not None else taken.new if taken is not None else ""
    if rest:
        moment = extract.when(rest, turn.now) or moment
    if moment.day is None:
        return moment
    until = moment.words.endswith("까지") and "부터" not in turn.text
    return None if until or moment.day > hours.today(turn.now) else moment


def _is_of_the_talk(turn: Turn) -> bool:
    """Whether a time is one of what was written here, or of what an operator said will be."""
    if _WROTE.search(words.squash(turn.text)) or manner.wants_call(turn.text):
        return True
    doubts = "?" in turn.text or manner.is_question(turn.text)
    if turn.state.mode == "human" and doubts:
        return True
    return bool(turn.state.ticket) and manner.misses_an_answer(turn.text)


def _names_only_goods(said: str) -> bool:
    """`책상이요` behind `환불이요` says what goes back, and not why."""
    found = _A_NOUN.fullmatch(words.squash(said))
    return found is not None and not _REASON_NOUN.search(found[0])


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
        or manner.wants_promise(text)
        or manner.puts_off(text)
        or manner.is_thanks(text)
        or manner.anger(text)
        or manner.mends(text)
        or manner.is_heard(text)
        or manner.understood(text)
        or manner.apologises(text)
        or manner.greets(text)
    )


def _without(text: str, found: Mapping[str, str]) -> str:
    """The text without what was read from it."""
    if "order_number" in found and (words.squash(text).isdigit() or words.number(text) is not None):
        return ""  # the number, its other half, or which of two it is
    for name in ("quantity", "address", "name", "option"):
        text = text.replace(found.get(name, "\0"), " ")
    tail = found.get("phone", "").removeprefix("뒷자리 ")
    return text.replace(tail, " ") if tail else text


def _who(turn: Turn, wanted: Sequence[str]) -> dict[str, str]:
    """The order, and what else an order is found by: a phone number, or its tail, and a name."""
    found: dict[str, str] = {}
    said = _meant(turn.text)
    numbers = _stated(said) or _in_two_lines(turn, wanted) or _picked(turn, wanted)
    if numbers:
        found["order_number"] = ", ".join(numbers)
    phone = extract.phone(said)
    whole = turn.memory.details.get("phone", "").startswith("0")
    tail = None if phone or numbers or whole else extract.phone_tail(said)
    if phone or tail:
        found["phone"] = phone or f"뒷자리 {tail}"
    if wanted or tail or phone or turn.state.ticket or extract.names_itself(turn.text):
        name = extract.name(turn.text)
        if name:
            found["name"] = name
    return found


def _stated(said: str) -> tuple[str, ...]:
    """The orders of a line; where something is wanted for one and asked about another, the first.

    `… 취소해 주시고 … 이건 언제 와요` cancels one order, not both.
    """
    numbers = extract.order_numbers(said)
    if len(numbers) > 1 and _ONE_OF_THEM.search(words.squash(said)):
        return ()  # which of them, nobody has said yet
    if len(numbers) < 2 or not manner.is_question(said):
        return numbers
    stated = [part for part in wishes.clauses(said) if part and not manner.is_question(part)]
    told = tuple(number for part in stated for number in extract.order_numbers(part))
    return told or numbers


def open_orders(memory: Memory) -> tuple[str, ...]:
    """The orders that were told as those of which one is meant; empty unless one is still open."""
    told = memory.details
    numbers = extract.order_numbers(told.get("what", ""))
    open_ = len(numbers) > 1 and not told.get("order_number")
    return numbers if open_ and _ONE_OF_THEM.search(words.squash(told["what"])) else ()


def _picked(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """The order that stands there, of those that were told (`두 번째요`, `앞에 거요`)."""
    place = words.number(turn.text) if "order_number" in wanted else None
    orders = open_orders(turn.memory) if place is not None else ()
    if not orders or place is None or place > len(orders):
        return ()
    return (orders[-1 if place == words.LAST else place - 1],)


def _meant(text: str) -> str:
    """The part of a line that counts when it takes a number back itself."""
    taken = manner.correction(text)
    return taken.new if taken is not None and any(map(str.isdigit, taken.new)) else text


def _in_two_lines(turn: Turn, wanted: Sequence[str]) -> tuple[str, ...]:
    """An order number whose first half was the line before."""
    half, before = words.squash(turn.text), turn.memory.last
    if "order_number" not in wanted or not (half.isdigit() and before.isdigit()):
        return ()
    return extract.order_numbers(before + half)


def _free(
    turn: Turn, intent: Intent | None, wanted: Sequence[str], found: Mapping[str, str]
) -> str:
    """The detail that other words of the text belong to: one that was asked for, or comes next."""
    told = turn.memory.details
    open_ = [
        name for name in wanted if name not in _READ and name not in found and not told.get(name)
    ]
    if "," in found.get("order_number", ""):
        return ""  # what is said beside several numbers tells them apart
    if open_ or intent is None or not wanted or not found:
        return open_[0] if open_ else ""
    after = [detail.id for detail in missing(intent, turn.memory) if detail.id not in found]
    return after[0] if after and after[0] not in _READ else ""


#: `하나만 취소해 주세요` beside two numbers.
_ONE_OF_THEM: Final = re.compile(
    r"(?:하나|한개|한건|한쪽)(?:만|는|를)?(?:좀)?(?:취소|환불|반품|교환|빼)|(?:둘|두개|두건)중(?:에|에서)?(?:하나|한)"
)
_SCORE: Final = re.compile(r"\d{1,2}점?(?:이?요|입니다)?|\d\d점")
#: `저 어제 문의한 사람인데요`
_WROTE: Final = re.compile(
    r"(?:문의|연락|상담|톡|얘기|말씀)(?:을|를)?(?:했던|한|드린|드렸던|남긴|남겼던|하던)사람"
)
#: `오늘 중이라며요`, `오늘 보내주신다면서요`
_PROMISED: Final = re.compile(
    r"(?:중|안|내|까지)(?:에|으로|로)?(?:이)?(?:라며|라면서|라더니|라고하)|(?:준|온|된|간|낸|신|들어온|나온|해준)다(?:며|면서|더니|고하|고했)"
)
_FROM_THEN_ON: Final = re.compile(
    r"\d일\s?(?:이후|부터|에)\S{0,3}\s?"
    r"(?:로요?$|보내\s?(?:주|달)|받(?:고\s?싶|을\s?수|게|길)|해\s?주|발송해)"
)
_OF_DAY: Final = re.compile(r"\d시|:\d\d|오전|오후|새벽|저녁|아침|밤|점심")
#: Read from the text by what they look like; all others are whatever is said.
_READ: Final = frozenset(("order_number", "when", "phone", "name", "quantity", "wish", "address"))
# `오늘... 아니 어제`: the second of two days is meant.
_MEANT: Final = re.compile(r"\S[\s.,…]+아니[다,.\s…]*\s(?P<rest>.+)")


def remainder(text: str, moment: extract.When | None) -> str:
    """What a text says beside numbers and its time; empty when that is nothing."""
    rest = extract.without_numbers(text)
    bare = rest.replace(moment.words, " ") if moment else rest
    plain = words.squash(bare)
    return "" if _EMPTY.fullmatch(plain) or words.yes_or_no(bare) else rest.strip()


def says_nothing(text: str) -> bool:
    """Whether a line is a sigh, a number or a score: no answer to a question of yes or no."""
    return not remainder(text, None) or bool(_SCORE.fullmatch(words.squash(text)))


def is_of_size(text: str) -> bool:
    """Whether a reason is that goods are too small or too large."""
    return bool(_SIZE.search(words.squash(text)))


def reason(text: str) -> str:
    """The part of a longer message that gives a reason; empty when none does."""
    because = _BECAUSE.match(text)
    if because:
        return because[0].strip()
    clauses = (clause.strip() for clause in _CLAUSES.split(text))
    return next((clause for clause in clauses if _REASONS.search(words.squash(clause))), "")


def moment(known: str, found: extract.When) -> str:
    """The time in the customer's words, with the day that it was."""
    said = found.words if found.day is None else f"{found.words} ({found.day.isoformat()})"
    if not known or found.words in known:
        return known or said
    return known if known.count(",") else f"{known}, {said}"
