"""Several things wanted in one line: each is answered, and one offer is for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.dialog import buttons, details, manner, wishes, words
from bot.dialog.answers import answer
from bot.dialog.complaints.told import OF_WHAT_CAME, calls_order_off, complaint_in, told_plainly
from bot.dialog.credits import credit_back_untold, without_credit_untold
from bot.dialog.entries import cancels, changes_address, changes_order, entry_named, pays
from bot.dialog.filing import file, titled
from bot.dialog.going_on import offer_unknown
from bot.dialog.learning import along, begin
from bot.dialog.manner import Pursued
from bot.dialog.quoting import each_once, holds
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.model import Decision, FileTicket, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent
from intents.clauses import parts

#: What a line may ask for beside something else.
_SERVICE = searched(
    "포장|쿠폰|적립|영수증|계산서|재입고|교환|반품|수리|각인|주차|할부|샘플|정기배송"
)


_OPTION = searched(
    r"(?:사이즈|색상?|색깔|옵션|수량|컬러)(?:만|을|를|도|은|는)?[가-힣]{0,4}?(?:바꿔|바꾸|바꿀|변경)"
)


def file_several(turn: Turn) -> Decision | None:
    """Something else is wanted for each of two orders: both are said back, and filed as one."""
    if turn.state.ticket or manner.asks(turn.text):
        return None
    parts = wishes.one_of_several(turn.own_words)
    found = [complaint_in(turn, part) or entry_named(turn, wishes.request(part)) for part in parts]
    entries = each_once(_not_sent_yet(turn, parts, found))
    if len(entries) < 2:
        return None
    text = "\n\n".join(f"[{entry.title}]\n{wording(turn, entry)}" for entry in entries)
    first, *others = entries
    begun = along(turn, begin(turn, first, ""), others)
    filed = file(turn.remembering(begun), text, first)
    return titled(filed, ", ".join(entry.title for entry in entries))


def _not_sent_yet(
    turn: Turn, told: Sequence[str], found: Sequence[Intent | None]
) -> Iterator[Intent]:
    """`하나는 취소하고 하나는 색상 바꾸고 싶어요`: beside an order that may be called off another
    is changed, and not exchanged.
    """
    off = any(one is not None and cancels(turn, one) for one in found)
    for part, entry in zip(told, found, strict=True):
        changed = off and entry is not None and entry.category == "exchange"
        other = changes_order(turn) if changed and _OPTION.search(words.squash(part)) else None
        if entry is not None:
            yield other or entry


def main_of(entries: list[Intent], told: Intent | None) -> Intent:
    """Of several entries the one whose ticket is filed or offered: a complaint, which may be one
    only by what is `told`, else the one that needs most to be worked on.
    """
    complaint = next((entry for entry in entries if entry.ticket == "open" or entry is told), None)
    asked = [entry for entry in reversed(entries) if entry.ticket == "ask"]
    most = max(asked, key=lambda entry: len(details.of(entry)), default=entries[-1])
    return complaint or most


def answer_each(turn: Turn, entries: list[Intent]) -> Decision:
    """The answers to several, the one whose ticket is filed or offered last."""
    held = without_credit_untold(turn, entries)
    if len(held) == 1:
        return and_more_of_it(turn, held[0], [])
    first = _called_off(turn, entries) or _paid_amiss(turn, entries)
    main = main_of(entries, _goes_astray(turn, entries) or told_plainly(turn) or first)
    others = [entry for entry in entries if entry is not main]
    decision = answer(turn, main)
    if decision.reply is None:
        return decision
    if all(one.ticket == "open" and one.category in OF_WHAT_CAME for one in entries):
        return for_all(decision, others)  # nobody apologises twice for what came amiss in two ways
    told = (f"[{entry.title}]\n{wording(turn, entry)}" for entry in others)
    text = "\n\n".join((*told, f"[{main.title}]\n{decision.reply.text}"))
    return for_all(replace(decision, reply=replace(decision.reply, text=text)), others)


def _called_off(turn: Turn, entries: list[Intent]) -> Intent | None:
    """`취소하려고요 취소하면 바로 환불되나요?`: that the order is off is what is filed."""
    off = entries if calls_order_off(turn.text) else []
    return next((entry for entry in off if cancels(turn, entry)), None)


def _paid_amiss(turn: Turn, entries: list[Intent]) -> Intent | None:
    """`결제가 두 번 됐고 적립금도 안 들어왔어요`: what was taken from him comes first."""
    paid = pays(turn)
    return paid if paid in entries and manner.was_done_to(turn.text) else None


def _goes_astray(turn: Turn, entries: list[Intent]) -> Intent | None:
    """`쿠폰 적용이 안 되고 주소도 잘못 적었어요`: the order is to be found before it leaves."""
    place = changes_address(turn)
    urgent = place in entries and manner.mistyped_delivery(turn.text)
    return place if urgent and not manner.asks(turn.text) else None


def for_all(decision: Decision, others: list[Intent]) -> Decision:
    """An offer, or a ticket, is one for all that was wanted in the same line."""
    if isinstance(decision.ticket, FileTicket):
        title = decision.ticket.title
        beside = [one.title for one in others if one.ticket != "none" and one.title not in title]
        return titled(decision, ", ".join([title, *beside])) if beside else decision
    question = decision.state.question
    if question is None or question.kind != "file":
        return decision
    too = tuple(entry.id for entry in others if entry.ticket == "ask")
    asked = replace(question, intents=(*question.intents, *too))
    return replace(decision, state=replace(decision.state, question=asked))


def bare_parts(turn: Turn) -> list[Pursued]:
    """The parts of a line that ask of the same matter as the others (`… 며칠 걸리는지`)."""
    asked = [manner.pursued(part) for part in parts(turn.own_words)]
    return [one for one in asked if one is not None and one.is_bare and one.facts]


def left_unsaid(turn: Turn, said: str) -> str:
    """`교환 배송비 얼마고 며칠 걸려요?` beside a ticket: that a part of it which is not in what was
    `said` goes to a person; empty where all is.
    """
    missed = [one for one in bare_parts(turn) if not any(fact.search(said) for fact in one.facts)]
    if not missed or not turn.state.ticket or turn.texts.asked_person in said:
        return ""
    return f"\n\n{turn.texts.not_all_in_faq} {turn.texts.asked_person}"


def tells_all(turn: Turn, entry: Intent, bare: list[Pursued]) -> bool:
    """Whether an entry's answer holds what these parts ask of it."""
    text = wording(turn, entry)
    return all(any(fact.search(text) for fact in one.facts) for one in bare)


def and_more_of_it(turn: Turn, entry: Intent, bare: list[Pursued]) -> Decision:
    """An entry's answer, and that what else was asked of it is not in it."""
    decision = answer(turn, entry)
    text = decision.reply.text if decision.reply else ""
    unknown = [one for one in bare if not any(fact.search(text) for fact in one.facts)]
    missed = bool(unknown) or _asks_for_more(turn, entry)
    if not missed or decision.reply is None or turn.state.ticket:
        return decision
    if decision.state.question is not None:
        reply = replace(decision.reply, text=f"{turn.texts.not_all_in_faq}\n\n{text}")
        return replace(decision, reply=reply)
    asked = offer_unknown(turn, entry)
    if credit_back_untold(turn):
        # Who only asks what becomes of it is asked for nothing.
        unnamed = replace(asked.state, question=Question(kind="file"))
        asked = replace(asked, state=unnamed)
    text = f"{text}\n\n{turn.texts.not_all_in_faq}\n{turn.texts.ask_file}"
    return replace(
        asked, reply=replace(decision.reply, text=text, choices=buttons.file_or_not(turn.texts))
    )


def _asks_for_more(turn: Turn, entry: Intent) -> bool:
    """Whether a part of a line asks for a service that this FAQ holds nothing of."""
    asked = parts(turn.own_words)
    if len(asked) < 2:
        return False
    if asks_for_unheld_service(turn, entry) or credit_back_untold(turn):
        return True
    named = [found[0] for part in asked if manner.asks(part) and (found := _SERVICE.search(part))]
    return any(not _is_held(turn, service) for service in named)


def asks_for_unheld_service(turn: Turn, entry: Intent) -> bool:
    """Whether one of several parts asks for a service that the entry for the others holds not."""
    services = (manner.asks_for_service(f"{part}?") for part in parts(turn.own_words))
    return any(one and not holds(turn, entry, one) for one in services)


def _is_held(turn: Turn, service: str) -> bool:
    said = (text for one in turn.faq.intents for text in (one.title, one.answer, *one.phrases))
    return any(service in text for text in said)
