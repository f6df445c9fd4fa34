"""The answer to what the bot asked: a choice, a yes or no, an offer taken or refused."""

from __future__ import annotations

import re

from bot.dialog import buttons, details, manner, reading, words
from bot.dialog.answers import ask_again, numbered, short_offer
from bot.dialog.asked.choosing import hear_choice, tells_himself
from bot.dialog.asked.gathering import hear_details
from bot.dialog.asked.heard import NUMBERS, same
from bot.dialog.asked.offered import hear_offer
from bot.dialog.filing import file, taken, topic
from bot.dialog.good_news import found_a_number
from bot.dialog.learning import learn
from bot.dialog.turn import Turn, say
from bot.dialog.where_to_look import where_to_look
from bot.model import Decision, Question
from bot.records import replace

#: A thumb is a yes to an offer.
_THUMB = re.compile("[\U0001f44d\U0001f44c\U0001f646\U0001f3fb-\U0001f3ff\ufe0f]+")
#: No offer has more choices.
MOST_PLACES = 20
#: Letters of a line that tells no more than that the order's number is not known.
LONGEST_UNKNOWN = 14


def hear_answer(turn: Turn) -> Decision | None:
    """The answer to what the bot asked last."""
    question = turn.state.question
    if question is None:
        return _hear_that_more_follows(turn)
    if question.kind == "detail":
        return _hear_on(turn, question) or hear_details(turn, question)
    if turn.incoming.images:
        return None
    thumb = question.kind == "file" and _THUMB.fullmatch(turn.text.strip())
    if not (words.squash(turn.text) or thumb) or _calls(turn, question):
        return _put_again(turn, question)
    if question.kind == "choose":
        thanks = len(question.intents) > 1 and manner.only_thanks(turn.text)
        return None if thanks else hear_choice(turn, question)
    return _hear_on(turn, question) or _hear_yes_or_no(turn, question)


def _hear_that_more_follows(turn: Turn) -> Decision | None:
    """`아 맞다`, `아니다` beside a ticket for which nothing is asked."""
    follows = manner.remembers(turn.text) or manner.only_takes_back(turn.text)
    if not (follows and turn.state.ticket) or turn.incoming.images:
        return None
    return say(turn, turn.texts.here, ticket=same(turn))


def _hear_on(turn: Turn, question: Question) -> Decision | None:
    """`찾았어요`, `아 맞다`, `아니다`: what was found, or is meant instead, follows."""
    follows = manner.remembers(turn.text) or found_a_number(turn)
    follows = follows or (question.kind == "detail" and manner.only_takes_back(turn.text))
    if question.kind == "choose" or not follows or turn.incoming.images:
        return None
    if manner.only_takes_back(turn.text):
        # What was asked stands right above, and is asked in its turn.
        return say(turn, turn.texts.here, question=question, ticket=same(turn))
    return replace(ask_again(turn, question, f"{turn.texts.here} "), ticket=same(turn))


def _calls(turn: Turn, question: Question) -> bool:
    """Whether nothing is said under a list or an offer but `저기요?`."""
    return bool(question.intents) and not turn.incoming.tap and manner.greets(turn.text)


def _put_again(turn: Turn, question: Question) -> Decision | None:
    """The open question once more, where there is anything yet that it is about."""
    if not (question.intents or turn.state.matter or turn.memory.details):
        return None
    return ask_again(turn, question, f"{turn.texts.here} " if _calls(turn, question) else "")


def _hear_yes_or_no(turn: Turn, question: Question) -> Decision | None:
    said = turn.incoming.tap if turn.incoming.tap in {"yes", "no"} else words.yes_or_no(turn.text)
    said = said or ("no" if manner.only_takes_back(turn.text) else None)
    said = said or ("yes" if _THUMB.fullmatch(turn.text.strip()) else None)
    number = words.number(turn.text)
    # `그럼 250으로 해주세요` is a size, and the place of no choice.
    if said is None and number is not None and number <= MOST_PLACES:
        meant = numbered(turn, question, number)
        if not isinstance(meant, str):
            return meant or ask_again(turn, question)
        said = meant
    if said != "no" and _only_thanks(turn, question):
        return None  # `네 알겠어요 고마워요`, too
    if said is None and question.kind == "file":
        leaves = _take_leave(turn, question) or _hear_no_number(turn, question)
        return leaves or hear_offer(turn, question)
    if said == "yes":
        turn = _asked_again(turn, question)
        intent = topic(turn)
        opening = taken(turn, intent) if question.kind == "file" else turn.texts.person
        return file(turn, opening, intent)
    if said == "no":
        return say(turn, turn.texts.not_filed if question.kind == "file" else turn.texts.not_called)
    return None


def _asked_again(turn: Turn, question: Question) -> Turn:
    """With a yes the number that the offer asked along is asked in its turn, however often; so is
    of which goods it is.
    """
    intent = topic(turn)
    goods = {one.id for one in details.of(intent) if details.names_goods(one)} if intent else set()
    anew = {"order_number", *goods} & {*question.details}
    asked = {k: v for k, v in turn.memory.asked.items() if k not in anew}
    return turn.remembering(replace(turn.memory, asked=asked)) if anew else turn


def _only_thanks(turn: Turn, question: Question) -> bool:
    """`네 고마워요` under the answer to a question: who asked no more than that is content."""
    waits = turn.state.waiting_on == "customer" and not _asked_on_of_another(turn, question)
    return not waits and not turn.incoming.tap and manner.only_thanks(turn.text)


def _asked_on_of_another(turn: Turn, question: Question) -> bool:
    """Whether what only answers was shown since, and is of another category than what is offered.

    Who asks about stock, then about parcels, and says thanks, thanks for what he was told last.
    """
    shown = turn.intent(turn.memory.shown) if turn.memory.shown else None
    offered = turn.intent(question.intents[0]) if question.intents else None
    if shown is None or offered is None or shown.ticket != "none":
        return False
    return shown.category != offered.category


def _take_leave(turn: Turn, question: Question) -> Decision | None:
    """`아 그렇구나` under an offer is no yes: who only asked is content, a wish is waited for."""
    if "기다" in turn.text or not (manner.is_heard(turn.text) or manner.remarks(turn.text)):
        return None
    waits = turn.state.waiting_on == "customer"
    return say(turn, turn.texts.thanks, question=question if waits else None)


def _hear_no_number(turn: Turn, question: Question) -> Decision | None:
    """`주문번호 몰라요` under an offer that asks for it is neither a yes nor a no."""
    if "order_number" not in question.details:
        return _leave_out(turn, question)
    if tells_himself(turn):
        return file(turn, taken(turn, topic(turn)), topic(turn))
    if where := where_to_look(turn):
        return ask_again(turn, question, f"{where}\n\n")
    begins = manner.begins_unknowing(turn.text)
    cannot = begins or manner.knows_nothing(turn.text) or manner.misses_a_detail(turn.text)
    asks = manner.is_question(turn.text) and not begins
    told = asks or NUMBERS & reading.by_itself(turn).keys()
    return _ask_who(turn, question) if cannot and not told else None


def _leave_out(turn: Turn, question: Question) -> Decision | None:
    """`모르겠어요` to what an offer asks along: the offer stands without it."""
    if not manner.knows_nothing(turn.text):
        return None
    skipped = dict.fromkeys(question.details, details.MOST_ASKED)
    memory = replace(turn.memory, asked={**turn.memory.asked, **skipped})
    again = replace(question, details=())
    offer = short_offer(turn, question)
    choices = buttons.file_or_not(turn.texts)
    text = f"{turn.texts.okay} {offer}"
    return say(turn, text, question=again, choices=choices, memory=memory)


def _ask_who(turn: Turn, question: Question) -> Decision:
    """The name and the phone number find the order, too; telling them is the yes to the offer."""
    text, names = details.ask_who(turn.texts)
    skipped = {"order_number": details.MOST_ASKED}
    # `작년에 산 거라 주문번호는 모르겠어요` tells more than that.
    more = len(words.squash(turn.text)) > LONGEST_UNKNOWN
    memory = learn(turn, topic(turn), ()) if more else turn.memory
    memory = replace(memory, asked={**details.asked(memory, names), **skipped})
    again = replace(question, details=names)
    return say(turn, f"{turn.texts.no_number} {text}", question=again, memory=memory)
