"""Numbers that nobody shall keep: of payment cards and of residents."""

from __future__ import annotations

import re

from bot.dialog.extract.letters import once, plainly
from bot.dialog.extract.numbers import HINTED, otherwise_or_price
from bot.patterns import searched

# Of full width, too.
_ANY_DIGIT = searched(r"\d")
_HIDDEN_CARD = searched(r"\*{4}-\*{4}-\*{4}-\d{4}")
_CARD = searched(r"(?<![\d-])[3-6]\d{3}([ \-.])\d{4}\1\d{4}\1\d{4}(?![\d-])")
#: In one piece; Korean cards for use at home begin with 9, those of American Express have 15.
_WHOLE_CARD = searched(r"(?<![\d-])(?:[3-69]\d{15}|3[47]\d{13})(?![\d-])")
_OF_CARD = searched(r"카드\s?(?:번호)?(?:는|은|가)?\s?:?\s?$")
# A birthday, then seven digits of which the first tells the sex and the century.
_RESIDENT = searched(
    r"(?<![\d-])(?P<year>\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?P<gap>\s?-\s?|\s"
    r"|)(?P<sex>[1-8])\d{6}(?![\d-])"
)
_HIDDEN_RESIDENT = searched(r"\*{6}-\*{7}")


@once
def without_cards(text: str) -> str:
    """The text with the numbers of payment cards made unreadable but for their last digits.

    Cards are written in four groups of four and begin with 3 to 6 (ISO/IEC 7812); an order's number
    begins with its year. In one piece the check digit tells them from another shop's order.
    """
    text = _CARD.sub(_hidden, text)
    plain = plainly(text)
    for found in reversed([*_WHOLE_CARD.finditer(plain)]):
        of_card = _OF_CARD.search(plain[: found.start()])
        if of_card or (_checks(found[0]) and not _is_named(plain, found)):
            text = f"{text[: found.start()]}{_hidden(found)}{text[found.end() :]}"
    return text


#: In one piece it may be another shop's order, which begins with a late date: nobody is so old, or
#: so young, as that would make him.
_BORN_BEFORE_2000, _OLDEST, _YOUNGEST = "1256", 31, 14


def _hidden(card: re.Match[str]) -> str:
    return f"****-****-****-{card[0][-4:]}"


def _checks(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (Luhn, ISO/IEC 7812-1)."""
    doubled = "".join(str(2 * int(digit)) for digit in digits[-2::-2])
    return sum(map(int, digits[::-2] + doubled)) % 10 == 0


@once
def without_secrets(text: str) -> str:
    """The text without the numbers that nobody needs here: of payment cards, of residents."""
    return _without_residents(without_cards(text)) if _ANY_DIGIT.search(text) else text


def _without_residents(text: str) -> str:
    plain, end = plainly(text), len(text)
    for found in reversed([*_RESIDENT.finditer(plain)]):
        if found["gap"] or _is_resident(plain, found):
            text = f"{text[: found.start()]}******-*******{text[found.end() : end]}"
            end = len(text)
    return text


def _is_resident(plain: str, found: re.Match[str]) -> bool:
    """Whether thirteen digits in one piece are a resident's number, and no account or order."""
    if _is_named(plain, found) or otherwise_or_price(plain, *found.span()):
        return False
    year = int(found["year"])
    return year >= _OLDEST if found["sex"] in _BORN_BEFORE_2000 else year <= _YOUNGEST


def _is_named(plain: str, found: re.Match[str]) -> bool:
    """Whether `주문번호` stands right before it."""
    before = plain[max(0, found.start() - 24) : found.start()]
    named = HINTED.search(before + plain[found.start() : found.start() + 1])
    return named is not None and named.end() == len(before)


def without_masks(text: str) -> str:
    """The text without what `without_secrets` left of a number: it tells nothing of an order."""
    if "*" not in text:
        return text
    return " ".join(_HIDDEN_RESIDENT.sub(" ", _HIDDEN_CARD.sub(" ", text)).split(" "))


def has_hidden_resident(text: str) -> bool:
    """Whether `without_secrets` hid a resident's number in a text."""
    return bool(_HIDDEN_RESIDENT.search(text))


def has_hidden_card(text: str) -> bool:
    """Whether `without_cards` left the end of a card's number in a text."""
    return bool(_HIDDEN_CARD.search(text))
