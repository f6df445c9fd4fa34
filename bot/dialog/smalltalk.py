"""Who answers, small talk, what is no store's business: said kindly, and nothing is filed."""

from __future__ import annotations

from bot.dialog import buttons, extract, manner
from bot.dialog.answers import ask_again
from bot.dialog.asked.heard import same
from bot.dialog.learning import SAME_ORDER
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn, say
from bot.model import Decision, Reply
from bot.records import replace


def tell_who(turn: Turn) -> Decision | None:
    """`로봇이에요?` is answered truthfully; it is no wish for a person."""
    if not manner.asks_who_answers(turn.text) or turn.incoming.images:
        return None
    texts = turn.texts
    return _go_on(turn, texts.who_reads(turn.ticket) if turn.state.ticket else texts.who)


def chat(turn: Turn) -> Decision | None:
    """Small talk is answered kindly, what is no store's business declined; nothing is kept."""
    shown = turn.incoming.images or turn.incoming.tap
    if shown or not manner.may_chat(turn.text) or extract.order_numbers(turn.text):
        return None
    if manner.advertises(turn.text) and not turn.state.ticket:
        return say(turn, turn.texts.no_ads, question=turn.state.question)
    if manner.greets_kindly(turn.text):
        return _go_on(turn, turn.texts.small_talk if _begins(turn) else turn.texts.kind_words)
    # `심심한데 놀아줘` as it was typed: what is mended of it may be a wish.
    chats = manner.chats(turn.text) or manner.chats(turn.incoming.text)
    # `농담이에요` behind a matter takes it back.
    if not chats or (turn.state.ticket and manner.withdraws(turn.text)):
        return None
    # `서버 점검 중인가요?` asks of the shop.
    if manner.site_fails(turn.text):
        return None
    known = sure(turn)  # `농담이고 후리스 언제 들어와요?`
    return None if known is not None and known.listed else past_the_store(turn)


def _begins(turn: Turn) -> bool:
    """Whether nothing is talked about yet, or any more."""
    last = turn.memory.last_at
    begins = last is None or turn.now - last > SAME_ORDER or not turn.memory.intent
    return begins and turn.state.question is None and not turn.state.ticket


def past_the_store(turn: Turn) -> Decision:
    """A kind refusal; said twice, it offers a person, who is called only when he is wanted."""
    reply = Reply(text=turn.texts.ours_only, choices=(buttons.call(turn.texts),))
    return say(turn, reply, question=turn.state.question, ticket=same(turn))


def _go_on(turn: Turn, opening: str) -> Decision:
    """Said, and what was asked before stays asked."""
    question = turn.state.question
    if question is None:
        return say(turn, opening, ticket=same(turn))
    back = ask_again(turn, question, f"{opening}\n\n")
    return back if back.ticket is not None else replace(back, ticket=same(turn))
