"""The entry of the FAQ for what is wanted, found by its category and by what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialog import details
from bot.dialog.turn import Turn
from intents import Intent

#: Categories of tickets that say who is wanted, or who is complained of.
UNNAMED = frozenset(("service", "other"))
RETURN_FEE = re.compile(r"(?:반품|교환|왕복)[가-힣·/\s]{0,6}(?:배송|택배)?비")


def return_fee(turn: Turn) -> Intent | None:
    """The entry for what it costs to send goods back."""
    fees = (one for one in turn.faq.intents if RETURN_FEE.search(one.title))
    return next((one for one in fees if turn.intent(one.id)), None)


def of_goods(turn: Turn) -> Intent | None:
    """The entry for questions about goods."""
    return asked_for(turn, "상품")


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


def asked_for(turn: Turn, title: str) -> Intent | None:
    """The first entry for what is asked for by this name."""
    return next((one for one in _asked(turn) if one.title.startswith(title)), None)


def tells_stage(turn: Turn) -> Intent | None:
    """The entry that tells where an order is."""
    return next((one for one in _asked(turn, "shipping") if "address" not in _needs(one)), None)


def changes_order(turn: Turn) -> Intent | None:
    """The entry that changes what was ordered before it leaves."""
    return next((one for one in _asked(turn, "order") if "option" in _needs(one)), None)


def looks_up_order(turn: Turn) -> Intent | None:
    """The entry for which a person looks at an order, and needs nothing but its number."""
    return next((one for one in _asked(turn, "order") if _needs(one) == ["order_number"]), None)


def pays(turn: Turn) -> Intent | None:
    """The entry for payments that fail: none needs the number of an order."""
    return next((one for one in _asked(turn, "order") if not _needs(one)), None)


def repairs(turn: Turn) -> Intent | None:
    """The entry for goods that are to be mended."""
    return next(_asked(turn, "product_quality"), None)


def exchanges(turn: Turn) -> Intent | None:
    """The entry for an exchange, whatever it is called."""
    return next(_asked(turn, "exchange"), None)


def changes_address(turn: Turn) -> Intent | None:
    """The entry that needs a new address: `새 주소로 바꿔 주세요` exchanges nothing."""
    entries = (one for one in turn.faq.intents if turn.intent(one.id))
    return next((one for one in entries if "address" in _needs(one)), None)


def _asked(turn: Turn, category: str = "") -> Iterator[Intent]:
    """The entries of today whose matter is filed when it is asked for, of a category or of all."""
    wanted = (one for one in turn.faq.intents if one.ticket == "ask" and turn.intent(one.id))
    return (one for one in wanted if category in {"", one.category})


def _needs(entry: Intent) -> list[str]:
    return [detail.id for detail in details.of(entry)]
