"""What a ticket needs to be worked on: what is still missing, and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.dialog import buttons, extract, manner, wishes, words
from bot.dialog.placed_orders import is_placed
from bot.model import Choice, Memory
from bot.patterns import searched
from bot.records import replace
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
#: Nothing is asked for more often.
MOST_ASKED: Final = 2
#: What is worth a second question whatever the first got. All else helps, but nobody is held up for
#: it: it is asked once more only where something else was told or put right under its question.
ASKED_TWICE: Final = frozenset({"order_number", "address", "option"})
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
#: What a seller asks of goods that shall be mended.
_MENDED: Final = searched("고쳐|고장|증상|수리")
_SIZE: Final = searched(
    r"사이즈|치수|작[아은네]|커[요서]|크[네고]|헐렁|끼[어여]|(?<!색이)(?<!색상이)(?<!색깔이)(?<!피부에)(?<!피부랑)(?<!얼굴에)(?<!두피에)(?<!체질에)(?<!입에)(?<!입맛에)(?<!취향에)(?<!마음에)(?<!잇몸에)(?<!차에)(?<!자리에)(?<!공간에)(?<!기종에)(?<!모델에)(?<!규격에)(?<!책상에)(?<!침대에)(?<!금액이)(?<!계산이)(?<!돈이)(?<!랑)안맞|길이|짧|길[어네]"
)
_CAME: Final = searched(
    r"늦었으니|늦게(?:온|와|왔|도착|받)|(?<!안)(?<!못)(?:왔[어는네고더습]|받았"
    r"|도착했)(?!는데(?:안|없))(?![가-힣]{0,4}(?:문자|알림|카톡|연락))"
)
#: What has not been sent yet has no way to be seen.
_NOT_SENT: Final = searched(
    r"(?:출고|발송)(?:예정)?(?:일|날짜)?[가-힣0-9]{0,6}(?:밀[렸려린]|미뤄|연기|늦춰)|(?:출고|발송)(?:이|도|을|가)?(?:아직)?안[됐되했하]"
)
#: `배송 조회가 안 떠요` says what the page shows.
_NOT_SEEN: Final = searched(
    r"조회(?:가|는|도|를|해도|하면|해보면)?(?:아예|계속|전혀|아직|자체가)*(?:안(?:떠|뜨|뜸|나[오와]|돼|되|됨|보[이여])|불가|없는번호|없다고)"
)
#: Goods that are brought by who sets them up, and by no courier.
_SET_UP: Final = searched(
    r"(?:설치|조립|시공)(?:를|을)?(?:하러|해주러)?(?:기사|팀|업체|예약|날|일정|방문|오)"
)
#: What came in the box, and is as it should be.
_SOUND: Final = searched(
    r"(?:내용물|안에(?:든|있는)?(?:거|것|물건|상품|[가-힣]{1,5}(?=은|는))?|물건(?:자체)?|상품(?:자체)?|제품(?:자체)?)(?:은|는|들은)?(?:다|다행히|그냥)?(?:괜찮[아은네습]|멀쩡|이상(?:은|이)?없|문제(?:는|가)?없|무사)"
)
_AGAIN_CAME: Final = searched(
    r"(?<![가-힣])또(?:[가-힣]{0,4}[0-9a-z]{1,4}|잘못|다른|틀린)[가-힣]{0,6}(?:왔|와)"
)
_DONE_FOR_HIM: Final = searched(
    r"(?:보내|처리해|바꿔|넣어|빼|챙겨)(?:준|주신|드린)다|(?:환불|교환|출고|발송|배송|회수|수거|입금)(?:이|을|를)?(?:된|한|해준|나간|온)다"
)
_PRIVACY: Final = searched(r"개인\s?정보|유출|도용")
#: `취소했는데 왜 배송이 와요`
_CAME_THOUGH_OFF: Final = searched(
    r"취소(?:를|가)?(?:했|한|됐|된|신청했|신청한)[가-힣]{0,6}?(?:배송|택배|물건|상품)?(?:이|가|은)?(?:왔|와요|오네|왜와|도착했|배송됐|출고됐)"
)
_MEMO: Final = searched(
    r"메모|요청사항|부재시|(?:전|때)(?:에|엔)?(?:꼭|미리|한번)*(?:전화|연락|문자)|(?:맡겨|놔|두라|놓아?)(?:달라|주시)?고?만|공동현관|비번|비밀번호"
)
_NUMBER: Final = searched(r"연락처|번호|전화|휴대폰")
_NOT_WHERE: Final = searched(
    r"(?<!주문)(?<!우편)(?<!통관)번호[를가]|이름|성함|연락처|전화번호|휴대폰번호|받는분|받는사람|수령인"
)
_WHERE: Final = searched(r"주소|배송지|이사|집으로|회사로|(?:로|길|동)\d|\d호")
#: `주소는 맞는데 받는 사람 이름이 …`
_SAME_PLACE: Final = searched(
    r"(?:주소|배송지)(?:는|은)?(?:그대로|맞[는고아지]|같[고은아]|동일|똑같)"
)
#: `하나만 취소해 주세요` beside two numbers.
_ONE_OF_THEM: Final = searched(
    r"(?:하나|한개|한건|한쪽)(?:만|는|를)?(?:좀)?(?:취소|환불|반품|교환|빼)|(?:둘|두개|두건)중(?:에|에서)?(?:하나|한)"
    # By a slip: one of them is too many.
    r"|^(?!.*(?:둘다|모두|전부|전체|다취소|결제)).*(?:(?:두|2)번|중복(?:으로)?)(?:이나)?(?:주문|시[켰킨])"
)
#: `두 번 주문했는데 합배송 되나요` is about both.
_AS_ONE: Final = searched(
    r"합배송|합쳐|묶음?배송|(?:묶어|한꺼번에|한번에|같이|함께)(?:서)?(?:배송|보내|받|발송)"
)
#: What a seller asks of what shall be otherwise, and what tells it.
_CHANGED: Final = searched("(?:어떻게|무엇으로|뭘로)[^?]{0,4}(?:바꿔|변경|수정)")
_INTO: Final = searched(
    r"(?:으로|로)(?:좀|만|다시)?(?:바꿔|바꾸|바꿀|변경|수정|줄여|늘려)|취소(?:해|할|하고|요|부탁)"
)
#: What a maker asks of how large it shall be, and what tells that.
_MEASURED: Final = searched("크기|치수|규격")
_MEASURES: Final = searched(
    r"(?:가로|세로|높이|폭|깊이|길이|너비|지름)(?:는|은|를|을|가)?[0-9]{2,}|[0-9]{2,}(?:cm|센치|센티|mm|밀리)|[0-9]{2,}[x×*][0-9]{2,}"
)
_HEIGHT: Final = searched(r"몸무게|체중|신장|키(?:와|랑|하고|[,/·\s])\s?(?:몸|체|평소|발)")
#: A mail address or a business's number, at which no order is found.
_NO_PHONE: Final = searched(r"@|^\d{3}-\d{2}-\d{5}$")


def names_goods(detail: Detail) -> bool:
    """Whether a detail asks which goods are meant, where no order tells it."""
    return "어떤 상품" in (detail.ask or "")


def is_of_repair(detail: Detail) -> bool:
    """Whether a detail asks what shall be mended."""
    return bool(_MENDED.search(detail.ask or ""))


def asks_height(detail: Detail) -> bool:
    """Whether a detail asks how tall somebody is, and for no key to a file or a door."""
    return bool(_HEIGHT.search(detail.ask or ""))


def is_common(name: str) -> bool:
    """Whether a detail is one of those that Dangol knows, and none of the seller's own."""
    return name in _LABELS or name == "wish"


def of(intent: Intent) -> tuple[Detail, ...]:
    """What a ticket of this entry needs, in the order in which it is asked.

    Nothing where the entry only tells something, unless its seller says so: who asks on may have
    ordered nothing yet.
    """
    if intent.details is not None:
        return intent.details
    return () if intent.ticket == "none" else DEFAULTS[intent.category]


def missing(intent: Intent, memory: Memory) -> list[Detail]:
    """What may still be asked: not told, and not asked often enough."""
    wanted = [one for detail in of(intent) for one in _in_its_place(detail, memory.details)]
    # What was answered otherwise is not offered again.
    offers = _fits_not(intent, memory) and not memory.asked.get("wish")
    if offers and not any(detail.id == "wish" for detail in wanted):
        wanted.append(Detail("wish"))
    named = {detail.id for detail in wanted}
    if "order_number" not in named and is_placed(intent, memory):
        wanted.insert(0, Detail("order_number"))
    wanted += [Detail(name) for name in memory.also.split() if name not in named]
    # The name and the number that a parcel shall go to from now on find no order.
    changes_who = any(detail.id == "address" for detail in of(intent))
    # Neither does the number that a receipt is issued to, but where the order's cannot be told.
    issued = any(detail.id == "phone" for detail in of(intent)) and memory.asked.get("name") != 0
    if not (changes_who or issued) and (owner := _of_owner(memory)):
        found = [owner if detail.id == "order_number" else [detail] for detail in wanted]
        wanted = [detail for details in found for detail in details]
    return [
        detail
        for detail in wanted
        if not _is_known(detail.id, memory.details, finds=not changes_who)
        and _may_be_asked(detail.id, memory, intent)
    ]


def _may_be_asked(name: str, memory: Memory, intent: Intent) -> bool:
    """Whether a detail was not asked for as often as it may be."""
    times = memory.asked.get(name, 0)
    again = name in ASKED_TWICE or name in memory.put_aside.split()
    # Why something goes back decides who pays for it; of what is called off nobody need say it.
    again = again or (name == "reason" and intent.category == "refund")
    return not times or (again and times < MOST_ASKED)


def _of_owner(memory: Memory) -> list[Detail]:
    """What finds an order without its number, where that was asked for.

    The phone number to a name that was told, or the name to it; both where their question was put
    aside by something else.
    """
    told = memory.details
    if "order_number" not in memory.asked or told.get("order_number"):
        return []
    if _NO_PHONE.search(told.get("phone", "")):
        return []
    unknown = [Detail(name) for name in ("name", "phone") if not told.get(name)]
    put_aside = memory.asked.get("name") == 0 or "name" in memory.put_aside.split()
    return unknown if len(unknown) == 1 or (len(unknown) > 1 and put_aside) else []


def _is_known(name: str, told: Mapping[str, str], *, finds: bool) -> bool:
    # A name with a phone number finds an order too.
    owner = bool(told.get("name") and told.get("phone")) and not _NO_PHONE.search(told["phone"])
    found = finds and name == "order_number" and owner
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
    if not _NOT_WHERE.search(what) or _WHERE.search(_SAME_PLACE.sub("", what)):
        return (detail,)
    return (Detail("phone" if _NUMBER.search(what) else "name"),)


def _is_needless(detail: Detail, told: Mapping[str, str]) -> bool:
    what = told.get("what", "")
    match detail.id:
        case "tracking":
            plain = words.squash(what)
            called_off = "취소" in told.get("wish", "")  # nobody follows what he wants no more
            needless = called_off or bool(_CAME.search(plain) or _NOT_SENT.search(plain))
            needless = needless or bool(_NOT_SEEN.search(plain))
            # `주소불명으로 반송됐대요` tells it, and who comes to set something up has no number.
            needless = needless or bool(_SET_UP.search(plain))
            lines = what.split("\n")
            needless = needless or any(map(manner.digital_missing, lines))
            # `28일 도착이래요` says when it comes.
            needless = needless or any(map(manner.came_too_late, lines))
            needless = needless or any(map(manner.was_sent_back, lines))
        case "topic":  # nobody was being advised
            needless = manner.blames_courier(what) or manner.disregarded(what)
            needless = needless or bool(_PRIVACY.search(what))
            # What was promised tells what was talked about.
            needless = needless or any(map(_promised, what.split("\n")))
        case "reason":  # it was told as a fault
            needless = any(map(_came_amiss, what.split("\n")))
        case "wish":  # a torn box, and nothing in it that could be exchanged
            needless = bool(_SOUND.search(words.squash(what)))
        case "option":
            # The rest is as it was ordered, or broken (`하나 깨지고 하나는 없어요`).
            lines = what.split("\n")
            both = (manner.lacks_a_part, manner.reports_damage)
            needless = all(any(map(is_so, lines)) for is_so in both)
            needless = needless and not any(map(manner.got_another, lines))
            needless = needless or lacks_a_part(told)
        case "order_number":  # there is no order yet
            needless = manner.cannot_order(what)
        case "address":  # only a note for the courier
            needless = bool(_MEMO.search(words.squash(what)))
        case _:
            repaired = is_of_repair(detail)
            needless = repaired and any(map(manner.reports_damage, what.split("\n")))
            # `수량 5개를 2개로 바꿔 주세요` has told a seller what shall be otherwise.
            changed = _CHANGED.search(detail.ask or "")
            needless = needless or bool(changed and _INTO.search(words.squash(what)))
            # `가로 140 세로 70으로 맞출 수 있나요` has told a maker how large.
            sized = _MEASURED.search(detail.ask or "") and _MEASURES.search(words.squash(what))
            needless = needless or bool(sized)
    return needless


def _came_amiss(line: str) -> bool:
    """Whether goods came broken, again as nobody wanted them (`또 250이 왔어요`), or called off."""
    plain = words.squash(line)
    again = _AGAIN_CAME.search(plain) or _CAME_THOUGH_OFF.search(plain)
    return manner.reports_damage(line) or bool(again)


def _promised(line: str) -> bool:
    """Whether staff had promised to send or to do something; a call may be about anything."""
    return manner.kept_no_word(line) and bool(_DONE_FOR_HIM.search(words.squash(line)))


def _fits_not(intent: Intent, memory: Memory) -> bool:
    """A refund for the size: an exchange may do; it is offered once."""
    reason = memory.details.get("reason", "")
    if intent.category != "refund" or not is_of_size(reason):
        return False
    what = memory.details.get("what", "")
    # `교환하려고 했는데 그냥 환불해 주세요` has thought of it.
    named = (line for line in what.split("\n") if wishes.EXCHANGE in line)
    if any(wishes.labels(line) == {wishes.REFUND} for line in named):
        return False
    return wishes.EXCHANGE not in wishes.refused(what) and not _wants_it_still(what, reason)


def _wants_it_still(what: str, reason: str) -> bool:
    """Whether the refund was asked for once more behind its reason (`네 환불요`)."""
    _, told, after = what.partition(reason)
    lines = after.split("\n")[1:] if told else []
    return any(wishes.labels(line) == {wishes.REFUND} for line in lines)


def lacks_a_part(told: Mapping[str, str]) -> bool:
    """Whether all that is wrong is that some of it is missing."""
    what = told.get("what", "")
    lines = what.split("\n")
    # `나사 왔는데 크기가 안 맞아요`: what was missing came, and is named first.
    if any(map(manner.came_and_is_wrong, (*lines, *(one.partition(" ")[2] for one in lines)))):
        return False
    lacks = manner.lacks_a_part(what) or any(map(manner.is_short, lines))
    broken = manner.reports_damage(what) and not manner.part_is_out(what)
    return lacks and not (manner.got_another(what) or broken)


def may_be_sent(intent: Intent, told: Mapping[str, str]) -> bool:
    """Whether what is missing may be sent: not what a page shows and the goods never had."""
    return intent.category != "wrong_information" and lacks_a_part(told)


def is_of_size(text: str) -> bool:
    """Whether a reason is that goods are too small or too large."""
    return bool(_SIZE.search(words.squash(text)))


def _ask_wish(texts: Texts, intent: Intent, memory: Memory) -> str:
    if _fits_not(intent, memory):
        return texts.ask_wish_size
    return texts.ask_wish_missing if may_be_sent(intent, memory.details) else texts.ask_wish


def ask(
    texts: Texts, intent: Intent, wanted: Sequence[Detail], memory: Memory
) -> tuple[str, tuple[Choice, ...], tuple[str, ...]]:
    """How to ask for the first of `wanted`, perhaps with the next: text, choices, names asked."""
    first, *rest = wanted
    orders = open_orders(memory) if first.id == "order_number" else ()
    if orders:
        return texts.which_order(", ".join(orders)), (), (first.id,)
    if first.id == "wish":
        missing = may_be_sent(intent, memory.details)
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
    again = memory.asked.get(detail.id, 0) and detail.id not in memory.put_aside.split()
    return detail.id in {"when", "reason", "address", "option", "phone"} and not again


def _question(texts: Texts, wanted: Sequence[Detail]) -> str:
    """One sentence where all are plain nouns, else one for each."""
    if any(detail.ask for detail in wanted) or len(wanted) == 1:
        return " ".join(detail.ask or texts.ask_detail(_LABELS[detail.id][1]) for detail in wanted)
    joined = f"{_LABELS[wanted[0].id][0]} {_LABELS[wanted[1].id][1]}"
    return texts.ask_detail(joined)


def asked(memory: Memory, names: Sequence[str]) -> dict[str, int]:
    """`memory.asked` after these were asked once more."""
    return {**memory.asked, **{name: memory.asked.get(name, 0) + 1 for name in names}}


def not_asked_enough(memory: Memory, names: Sequence[str]) -> tuple[str, ...]:
    """Those of an open question that may be put once more behind what was said between."""
    return tuple(name for name in names if memory.asked.get(name, 0) < MOST_ASKED)


def put_aside(memory: Memory, names: Sequence[str]) -> Memory:
    """The memory of who told or put right something else than these, which were asked for."""
    return replace(memory, put_aside=" ".join(sorted({*memory.put_aside.split(), *names})))


def asked_no_more(intent: Intent | None, memory: Memory) -> Memory:
    """The memory of who was told that nothing more is asked: what else is needed, a person asks."""
    own = (detail.id for detail in of(intent)) if intent is not None else ()
    names = ("wish", "name", "phone", *own) if intent is not None else ()
    return replace(memory, asked={**memory.asked, **dict.fromkeys(names, MOST_ASKED)})


def open_orders(memory: Memory) -> tuple[str, ...]:
    """The orders that were told as those of which one is meant; empty unless one is still open."""
    told = memory.details
    numbers = extract.order_numbers(told.get("what", ""))
    open_ = len(numbers) > 1 and not told.get("order_number")
    return numbers if open_ and means_one(told["what"]) else ()


def means_one(text: str) -> bool:
    """Whether a line wants something for one of several orders, and does not say which."""
    plain = words.squash(text)
    return bool(_ONE_OF_THEM.search(plain)) and not _AS_ONE.search(plain)
