"""The entry of the FAQ for what is wanted, found by its category and by what it needs.

Sellers call their entries as they like, and leave out what they did not think of. What customers of
any store want or complain of has a stand-in then (`Faq.stand_ins`), so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.dialog import details, manner, wishes, words
from bot.dialog.turn import Turn, once_a_turn
from bot.patterns import searched
from intents import Intent

#: Categories of tickets that say who is wanted, or who is complained of.
UNNAMED = frozenset(("service", "other"))
RETURN_FEE = searched(r"(?:반품|교환|왕복)[가-힣·/\s]{0,6}(?:배송|택배)?비")
#: A wish in so many words.
_BY_NAME = searched(
    r"교환|환불|반품|(?:주문|결제|구매|구입)\S{0,4}\s?취소|^\s*취소|(?:배송지|주소)\S{0,2}\s?(?:좀\s?)?(?:바꿔|바꾸|변경|수정)"
)
_SUM = searched(r"\d\s?[천만]?\s?원")
#: What proves that something was bought or paid.
_PAPER = searched(
    r"(?:확인증|확인서|증명서|내역서|명세서)(?:이|가|을|를|도|좀|하나)*(?:필요|발급|떼|뽑|출력|보내|주[세실]|받을|발행|끊)"
)
#: Syllables of a title that must be named to mean it.
LEAST_SHARED = 2
#: A guess at a complaint of the store's own kind that is better than none of its entries.
GUESS = 0.25
#: Complaints, by the name of the stand-in for a store that has no entry for them.
_COMPLAINTS = {
    "shipping": "late",
    "product_quality": "faulty",
    "exchange": "wrong_item",
    "wrong_information": "untrue",
    "service": "service",
}
#: Complaints of what is to come, of which a store has its own kinds.
_OF_WHAT_COMES = frozenset(("shipping", "product_quality", "exchange"))
#: The same for wishes, by what they begin with.
_WISHES = {"교환": "exchange", "환불": "refund", "반품": "refund", "주문취소": "cancel"}
#: Where an entry for a wish may be filed; many stores have one for returns and exchanges.
_KEPT_UNDER = {
    "교환": ("exchange", "refund"),
    "환불": ("refund", "exchange", "order"),
    "반품": ("refund", "exchange", "order"),
    "주문취소": ("order", "refund"),
}
#: Categories of what is still to come; a repair needs an address, too.
_ON_ITS_WAY = frozenset(("order", "shipping"))
_SAME_WISH = {"환불": "반품", "반품": "환불"}


def is_stand_in(turn: Turn, entry: Intent) -> bool:
    """Whether an entry is none of the seller's."""
    return any(entry is one for one in turn.faq.stand_ins.values())


def return_fee(turn: Turn) -> Intent | None:
    """The entry for what it costs to send goods back."""
    fees = (one for one in turn.faq.intents if RETURN_FEE.search(one.title))
    found = next((one for one in fees if turn.intent(one.id)), None)
    if found is None:
        # Many stores tell it where they tell how goods go back.
        back = _wanted(turn, "반품")
        found = back if _SUM.search(back.answer) else None
    return found


@once_a_turn
def of_goods(turn: Turn) -> Intent:
    """The entry for questions about goods."""
    return asked_for(turn, "상품") or turn.faq.stand_ins["goods"]


def is_of_an_order(entry: Intent) -> bool:
    """Whether an entry needs an order: when goods are in stock again has to do with none."""
    return any(one.id == "order_number" for one in details.of(entry))


def is_for_a_person(entry: Intent) -> bool:
    """Whether an entry says who is wanted, not what about."""
    called = entry.category == "service" or not details.of(entry)
    return called and entry.category in UNNAMED and entry.ticket == "open"


def first_complaint(turn: Turn, category: str) -> Intent | None:
    """The likeliest entry of a category whose complaints are filed at once, else the first.

    A store without one may have a kind of complaint of its own that is likely meant
    (`키를 못 받았어요`); else the stand-in takes it in.
    """
    causes = (
        one
        for one in turn.faq.intents
        if one.category == category and one.ticket == "open" and turn.intent(one.id)
    )
    # What is late is late, however like it is to a parcel that is nowhere.
    found = next(causes, None) if category == "shipping" else _likeliest(turn, list(causes))
    another = category == "exchange" and manner.came_as_another(turn.text)
    if found is None and category in _OF_WHAT_COMES and not another:
        found = _complaint_of_its_own(turn)
    return found or turn.faq.stand_ins.get(_COMPLAINTS.get(category, ""))


def _likeliest(turn: Turn, entries: list[Intent]) -> Intent | None:
    """Of several kinds of complaint (`불량`, `수리했는데 또 고장`) that which is likely meant."""
    best = next(iter(turn.match.candidates), None)
    likely = best.intent_id if best is not None and best.confidence >= GUESS else ""
    return next((one for one in entries if one.id == likely), next(iter(entries), None))


def _complaint_of_its_own(turn: Turn) -> Intent | None:
    """The likeliest entry, where it is a complaint of none of the usual kinds."""
    first = next(iter(turn.match.candidates), None)
    entry = turn.intent(first.intent_id) if first and first.confidence >= GUESS else None
    if entry is None or entry.category in _COMPLAINTS or is_for_a_person(entry):
        return None
    return entry if entry.ticket == "open" and entry.listed else None


def asked_for(turn: Turn, title: str) -> Intent | None:
    """The first entry for what is asked for by this name."""
    found = next((one for one in _asked(turn) if one.title.startswith(title)), None)
    return found or (_wanted(turn, title) if title in _WISHES else None)


def tells_hours(turn: Turn) -> Intent | None:
    """The entry that tells when the store is open."""
    told = (e for e in turn.faq.intents if e.category == "other" and e.ticket == "none")
    return next((e for e in told if "시간" in e.title and turn.intent(e.id)), None)


def tells_of_shop(turn: Turn) -> Intent | None:
    """The entry that tells whether there is a shop to come to."""
    told = (one for one in turn.faq.intents if one.ticket == "none" and "매장" in one.answer)
    return next((one for one in told if turn.intent(one.id)), None)


def tells_of_money(entry: Intent) -> bool:
    """Whether an entry tells when the money of a refund comes."""
    return entry.category == "refund" and all(one.id != "reason" for one in details.of(entry))


def pays_back(turn: Turn) -> Intent | None:
    """The entry that tells when money comes back."""
    told = (one for one in turn.faq.intents if tells_of_money(one) and turn.intent(one.id))
    return next(told, None)


@once_a_turn
def wraps_presents(turn: Turn) -> Intent | None:
    """The entry for what is sent as a present."""
    return next(
        (one for one in turn.faq.intents if "선물" in one.title and turn.intent(one.id)), None
    )


def restocks(turn: Turn) -> Intent | None:
    """The entry for what is to be in the store again."""
    return next((e for e in turn.faq.intents if "재입고" in e.title and turn.intent(e.id)), None)


def entry_named(turn: Turn, said: str) -> Intent | None:
    """The entry whose title holds the first word said (`교환이요` names `교환 요청`).

    A wish that no title begins with is found by the phrases of the entries.
    """
    plain = words.squash(said)
    if len(plain) < LEAST_SHARED:
        return None
    if plain.startswith("배송지"):
        return changes_address(turn)
    found = _titled(turn, plain)
    wish = next((one for one in _WISHES if plain.startswith(one)), "")
    if found is not None and (wish != "주문취소" or "취소" in found.title):
        return found
    return _wanted(turn, wish) if wish else None


def wished_by_name(turn: Turn) -> Intent | None:
    """The entry for a wish that is called by its name (`배로 교환해 주세요`)."""
    named = _BY_NAME.search(turn.text)
    wants = manner.is_request(turn.said) or (named and wishes.only_wishes(turn.own_words))
    if named is None or not wants or manner.names_service(turn.text):
        return None
    return entry_named(turn, wishes.request(named[0]))


def is_for(turn: Turn, entry: Intent, wish: str) -> bool:
    """Whether an entry is for this wish, whatever it is called."""
    return wish in entry.title or entry_named(turn, wish) is entry


def cancels(turn: Turn, entry: Intent) -> bool:
    """Whether an entry is for calling an order off."""
    titled = wishes.request(entry.title)
    return titled == "주문 취소" if titled else entry_named(turn, "주문 취소") is entry


def _titled(turn: Turn, plain: str) -> Intent | None:
    # `배송 언제 되는지` names no place.
    first = plain[: LEAST_SHARED + plain.startswith("배송")]
    entries = [
        entry
        for entry in turn.faq.intents
        if words.title_letters(entry.title).startswith(first)
        and entry.ticket != "none"
        and entry.listed
        # `240 사이즈 말고 250 사이즈요` wants no advice on sizes.
        and entry.category != "other"
        and turn.intent(entry.id) is not None
    ]
    # Of several that begin alike (`환불 요청`, `환불 시기`) the one that asks for more is the wish.
    return max(
        entries,
        key=lambda entry: (
            _shared(plain, words.title_letters(entry.title)),
            len(details.of(entry)),
        ),
        default=None,
    )


def _shared(said: str, title: str) -> int:
    """How many letters a text and a title begin alike with."""
    length = 0
    for one, other in zip(said, title, strict=False):
        if one != other:
            break
        length += 1
    return length


def _wanted(turn: Turn, wish: str) -> Intent:
    """The entry for a wish that is in no title: by the phrases, else its stand-in."""
    for word in (wish, _SAME_WISH.get(wish, "")):
        found = word and (_titled(turn, word) if word != wish else None)
        said = [one for one in _by_phrases(turn.faq.intents, word) if turn.intent(one.id)]
        if found or said:
            return found or said[0]
    return turn.faq.stand_ins[_WISHES[wish]]


@lru_cache(maxsize=64)
def _by_phrases(intents: tuple[Intent, ...], wish: str) -> tuple[Intent, ...]:
    """The entries whose phrases state a wish, by how many do."""
    kept = _KEPT_UNDER.get(wish, ())
    held = [(one, _stated(one, wish)) for one in intents if one.category in kept]
    found = [(one, times) for one, times in held if times and one.listed and one.ticket != "open"]
    return tuple(one for one, _ in sorted(found, key=lambda each: -each[1]))


def _stated(entry: Intent, wish: str) -> int:
    """How many phrases of an entry want just this, and ask nothing."""
    said = (one for one in entry.phrases if not manner.is_question(one))
    return sum(words.squash(wishes.request(one)) == wish for one in said)


@once_a_turn
def tells_stage(turn: Turn) -> Intent | None:
    """The entry that tells where an order is."""
    stages = (one for one in _asked(turn, "shipping") if set(_needs(one)) <= {"order_number"})
    return next(stages, None)


def usual_time(turn: Turn) -> Intent | None:
    """The entry that tells how long a parcel takes, and no fee."""
    told = (one for one in turn.faq.intents if one.category == "shipping" and one.ticket == "none")
    return next((one for one in told if turn.intent(one.id) and "비" not in one.title), None)


@once_a_turn
def changes_order(turn: Turn) -> Intent | None:
    """The entry that changes what was ordered before it leaves."""
    return next((one for one in _asked(turn, "order") if "option" in _needs(one)), None)


def changes_what(turn: Turn) -> Intent:
    """The entry that changes an order, be it no more than a stand-in."""
    return changes_order(turn) or turn.faq.stand_ins["change"]


@once_a_turn
def looks_up_order(turn: Turn) -> Intent | None:
    """The entry for which a person looks at an order, and needs nothing but its number."""
    found = [one for one in _asked(turn, "order") if _needs(one) == ["order_number"]]
    return next((one for one in found if one is not entry_named(turn, "주문 취소")), None)


@once_a_turn
def pays(turn: Turn) -> Intent | None:
    """The entry for payments that fail: none needs the number of an order."""
    return next((one for one in _asked(turn, "order") if not _needs(one)), None)


def repairs(turn: Turn, near: Sequence[Intent] = ()) -> Intent | None:
    """The entry for goods that are to be mended; a repairer has several, of which one is `near`."""
    own = (one for one in near if "수리" in one.title and one.ticket != "open")
    return next(own, None) or next(_asked(turn, "product_quality"), None)


def writes_papers(turn: Turn) -> Intent | None:
    """The entry for receipts, where a paper about what was bought or paid is wanted."""
    if not _PAPER.search(words.squash(turn.text)):
        return None
    return next((one for one in _asked(turn) if "영수증" in one.title), None)


def exchanges(turn: Turn) -> Intent | None:
    """The entry for an exchange, whatever it is called."""
    found = next(_asked(turn, "exchange"), None)
    # Nobody is told that there is no entry for an exchange who did not ask for one.
    named = found or _wanted(turn, wishes.EXCHANGE)
    return None if is_stand_in(turn, named) else named


def changes_address(turn: Turn) -> Intent:
    """The entry that needs a new address: `새 주소로 바꿔 주세요` exchanges nothing."""
    entries = (one for one in turn.faq.intents if one.category in _ON_ITS_WAY)
    found = (one for one in entries if turn.intent(one.id) and "address" in _needs(one))
    return next(found, turn.faq.stand_ins["address"])


def _asked(turn: Turn, category: str = "") -> Iterator[Intent]:
    """The entries of today whose matter is filed when it is asked for, of a category or of all."""
    return (one for one in turn.faq.asked.get(category, ()) if turn.intent(one.id))


def _needs(entry: Intent) -> list[str]:
    return [detail.id for detail in details.of(entry)]


def asks_how_many(entry: Intent) -> bool:
    """Whether an entry is for many of something: its ticket needs to know how many."""
    return entry.ticket == "ask" and any(one.id == "quantity" for one in details.of(entry))
