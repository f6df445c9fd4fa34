"""Which complaint a line really is: by what it tells, whatever the matcher took it for."""

from __future__ import annotations

import re

from bot.dialog import details, manner, wishes, words
from bot.dialog.turn import Turn
from intents import Intent

#: Categories of tickets that say who is wanted, or who is complained of.
UNNAMED = frozenset(("service", "other"))
_AT_THE_SHOP = re.compile(
    "결제|주문|구매|카드|사이트|페이지|앱|로그인|장바구니|입금|쿠폰|취소|페이|돈"
)
_OTHER_ITEM = re.compile(r"다른(?!주문)|딴|틀린|잘못(?:온|왔|보내|배송)|엉뚱|뒤바뀐|바뀌")


def cause(turn: Turn, entry: Intent) -> Intent:
    """The entry that a line belongs to where the matcher took it for `entry`.

    Whoever wants an exchange for broken goods complains of the goods; the wish is a detail.
    """
    return _of_people(turn, entry) or _of_goods(turn, entry) or entry


def told_plainly(turn: Turn) -> Intent | None:
    """The complaint that a line holds by its own words; None where it holds none."""
    if manner.blames_staff(turn.text) or manner.blames_courier(turn.text):
        return first_complaint(turn, "service")
    if manner.kept_no_word(turn.text):
        return first_complaint(turn, "service")
    if manner.was_told_otherwise(turn.text):
        return first_complaint(turn, "wrong_information")
    if manner.got_another(turn.text) and not manner.is_question(turn.text):
        return first_complaint(turn, "exchange")
    return damage_entry(turn)


def damage_entry(turn: Turn) -> Intent | None:
    """The entry that broken goods belong to, when the line tells of some."""
    return first_complaint(turn, "product_quality") if manner.reports_damage(turn.said) else None


def complaint_in(turn: Turn, part: str) -> Intent | None:
    """The complaint about goods that a part of a line holds."""
    if manner.is_late(part):
        return first_complaint(turn, "shipping")
    if manner.got_another(part):
        return first_complaint(turn, "exchange")
    return first_complaint(turn, "product_quality") if manner.reports_damage(part) else None


def is_for_a_person(entry: Intent) -> bool:
    """Whether an entry says who is wanted, not what about."""
    return entry.category in UNNAMED and entry.ticket == "open"


def first_complaint(turn: Turn, category: str) -> Intent | None:
    """The first entry of a category whose complaints are filed at once."""
    causes = (
        one
        for one in turn.faq.intents
        if one.category == category and one.ticket == "open" and turn.intent(one.id)
    )
    return next(causes, None)


def _of_people(turn: Turn, entry: Intent) -> Intent | None:
    """How somebody behaved, what he said that is not so, and what is wanted for waiting."""
    if entry.category != "service" and manner.blames_staff(turn.text):
        return first_complaint(turn, "service")
    if entry.category == "order" and manner.sets_a_term(turn.text):
        return first_complaint(turn, "shipping")
    if manner.wants_amends(turn.text) and entry.category not in {"shipping", "product_quality"}:
        return first_complaint(turn, "shipping")
    if manner.kept_no_word(turn.text):
        return first_complaint(turn, "service")
    if entry.ticket != "open" and manner.was_told_otherwise(turn.text):
        return first_complaint(turn, "wrong_information")
    return None


def too_small(turn: Turn) -> Intent | None:
    """The entry for an exchange, where goods are said not to fit: nobody asks for his size."""
    if not manner.fits_badly(turn.text):
        return None
    wanted = (one for one in turn.faq.intents if one.ticket == "ask" and turn.intent(one.id))
    return next((one for one in wanted if one.category == "exchange"), None)


def _of_goods(turn: Turn, entry: Intent) -> Intent | None:
    if entry.ticket == "open" and entry.listed:
        return _complaint_meant(turn, entry)
    if manner.got_another(turn.text) and not manner.is_question(turn.text):
        return first_complaint(turn, "exchange")
    if entry.category == "other" and not manner.is_question(turn.text):
        other = too_small(turn) or damage_entry(turn)
        if other is not None:
            return other
    if entry.category == "exchange" and wishes.is_where(turn.text):
        return changes_address(turn)
    plain_question = entry.ticket == "none" and manner.is_question(turn.text)
    if entry.category == "product_quality" or plain_question:
        return None
    changes = entry.category in {"refund", "exchange"}
    # `선풍기 버튼이 안 눌려요`: a button of the goods is none of the shop.
    ours = entry.category == "order" and not _AT_THE_SHOP.search(words.squash(turn.text))
    goods = changes or ours or manner.is_at_hand(turn.text)
    return damage_entry(turn) if goods else None


def _complaint_meant(turn: Turn, entry: Intent) -> Intent | None:
    """What did not come at all, or came broken, is no other item than was ordered."""
    if manner.blames_courier(turn.text):
        return first_complaint(turn, "service")
    if entry.category == "shipping" and not manner.is_late(turn.text):
        # `늦게 왔는데 색도 달라요`: it came, and that is the worse of the two.
        other = first_complaint(turn, "exchange") if manner.got_another(turn.text) else None
        return other or damage_entry(turn)
    if entry.category != "exchange":
        return None
    if manner.is_late(turn.text):
        return first_complaint(turn, "shipping")
    if _OTHER_ITEM.search(words.squash(turn.text)):
        return None
    return damage_entry(turn)


def changes_address(turn: Turn) -> Intent | None:
    """The entry that needs a new address: `새 주소로 바꿔 주세요` exchanges nothing."""
    entries = (one for one in turn.faq.intents if turn.intent(one.id))
    return next((one for one in entries if any(d.id == "address" for d in details.of(one))), None)
