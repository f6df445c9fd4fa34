"""Whether the entry that a line is likely about is complained of."""

from __future__ import annotations

from bot.dialog import manner, words
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Candidate, Intent

#: Behind a trouble it asks for help, not how something is done.
_WHAT_NOW = searched("(?:이거|이걸|이럼|이러면|그럼|저)*(?:어떻게|어떡|어찌)[가-힣]{1,6}$")
#: A complaint is recorded at once, also where the entry is only likely.
COMPLAINT = 0.45
#: The same where no word of trouble is known.
LIKELY = 0.6
#: Goods that came amiss, one way or another.
_OF_GOODS = frozenset(("product_quality", "exchange"))
#: No other entry is as likely as this where nothing but a complaint comes to mind.
FAR = 0.25
_TELLS = searched(r"(?:[가-힣](?:요|여|유)|니다|데|음|슴|임|됨|짐|함|옴)(?=$|[0-9]{8})")
_TOO = searched("너무|엄청|심하|심해|심한|자꾸|계속|이상하|이상한|이상해|한쪽만|짝짝이")


def is_likely(turn: Turn) -> bool:
    """Whether the first guess is a good one, whatever the line says."""
    return turn.match.candidates[0].confidence >= LIKELY


def is_complaint(turn: Turn, intent: Intent) -> bool:
    """A complaint is recorded at once, also where its entry is only likely."""
    if intent.ticket != "open":
        return False
    of_goods_only = intent.category == "product_quality"
    wonders = of_goods_only and _wonders(turn)
    if manner.asks(turn.said) and not (wonders or (of_goods_only and _pleads(turn))):
        return False
    if wonders or (of_goods_only and manner.reports_damage(turn.said)):
        return True
    # `장바구니가 비워졌어요` is of no goods.
    another = of_goods_only and manner.names_site(turn.text)
    if another or (intent.category == "service" and not manner.blames_service(turn.text)):
        return False
    if not manner.reports_problem(turn.said):
        return (intent.category == "service" and is_likely(turn)) or _stands_alone(turn)
    return turn.match.candidates[0].confidence >= COMPLAINT


def _wonders(turn: Turn) -> bool:
    """Whether it is asked if goods are meant to be so amiss (`소리가 너무 큰데 원래 이래요?`)."""
    return manner.asks_if_normal(turn.text) and bool(_TOO.search(turn.text))


def _pleads(turn: Turn) -> bool:
    """Whether a trouble is told, and but help is asked for (`연결이 안돼요 어떻게 해요`)."""
    before = _WHAT_NOW.sub("", words.squash(turn.said))
    told = before != words.squash(turn.said) and manner.reports_problem(before)
    return told and not manner.is_question(before)


def _stands_alone(turn: Turn) -> bool:
    """Whether a sentence tells of something, and nothing but a complaint comes to mind.

    Whether goods are broken or others than were ordered is found out by who works the ticket.
    """
    first, *rest = turn.match.candidates
    siblings = [one for one in rest if _is_amiss(turn, first) and _is_amiss(turn, one)]
    likely = first.confidence + sum(one.confidence for one in siblings)
    besides = max((one.confidence for one in rest if one not in siblings), default=0.0)
    alone = likely >= LIKELY and first.confidence >= COMPLAINT and besides <= FAR
    told = _TELLS.search(words.squash(turn.said)) and not manner.is_request(turn.said)
    return alone and bool(told)


def _is_amiss(turn: Turn, one: Candidate) -> bool:
    entry = turn.intent(one.intent_id)
    return entry is not None and entry.ticket == "open" and entry.category in _OF_GOODS
