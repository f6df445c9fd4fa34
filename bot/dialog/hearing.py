"""The answer to what the bot asked: a choice, a yes or no, an offer taken or refused."""

from __future__ import annotations

from dataclasses import replace

from bot.dialog import details, extract, manner, texts, words
from bot.dialog.answers import answer, ask_again, numbered, offer, wording
from bot.dialog.filing import file, learn, replace_memory, topic
from bot.dialog.gathering import hear_details, is_other_matter, told_anew
from bot.dialog.turn import Turn, say
from bot.model import Decision, Question
from intents import Intent


def hear_answer(turn: Turn) -> Decision | None:
    """The answer to what the bot asked last."""
    question = turn.state.question
    if question is None:
        return None
    if question.kind == "detail":
        return hear_details(turn, question)
    if turn.incoming.images:
        return None
    if not words.squash(turn.text):
        return ask_again(turn, question)
    if question.kind == "choose":
        return _hear_choice(turn, question)
    return _hear_yes_or_no(turn, question)


def _hear_yes_or_no(turn: Turn, question: Question) -> Decision | None:
    said = turn.incoming.tap if turn.incoming.tap in {"yes", "no"} else words.yes_or_no(turn.text)
    number = words.number(turn.text)
    if said is None and number is not None:
        meant = numbered(turn, question, number)
        if not isinstance(meant, str):
            return meant or ask_again(turn, question)
        said = meant
    if said is None and question.kind == "file":
        return _hear_offer(turn, question)
    if said == "yes":
        opening = texts.FILED if question.kind == "file" else texts.PERSON
        return file(turn, opening, topic(turn))
    if said == "no":
        return say(turn, texts.NOT_FILED if question.kind == "file" else texts.NOT_CALLED)
    return None


def _hear_offer(turn: Turn, question: Question) -> Decision | None:
    """A number is as good as a yes; a refusal in other words is one; a date is kept for later."""
    intent = topic(turn)
    if words.is_order_number(turn.text) or extract.order_numbers(turn.text):
        return file(turn, texts.FILED, intent)
    if manner.withdraws(turn.text):
        return say(turn, texts.NOT_FILED)
    if intent is None or not question.details or is_other_matter(turn, intent):
        return None
    if manner.is_request(turn.said) and _is_same(turn, intent):
        # Asking for it is a yes; what the offer asked along is asked again in its turn.
        asked = {k: v for k, v in turn.memory.asked.items() if k not in question.details}
        unasked = replace_memory(turn, replace(turn.memory, asked=asked))
        return file(unasked, texts.FILED, intent)
    return _offer_on(turn, question, intent)


def _offer_on(turn: Turn, question: Question, intent: Intent) -> Decision | None:
    """Something was told, but neither yes nor no: what is still missing is asked for."""
    memory = learn(turn, intent, question.details)
    if not told_anew(turn.memory, memory) - {"what"}:
        return None
    wanted = details.missing(intent, memory)
    if not wanted:
        return file(replace_memory(turn, memory), texts.FILED, intent)
    text, choices, names = details.ask(intent, wanted, memory)
    memory = replace(memory, asked=details.asked(memory, names))
    again = Question(kind="file", intents=question.intents, details=names)
    body = "\n".join(filter(None, (texts.GOT_IT, _quoted(turn, intent), texts.SEARCH, text)))
    return say(turn, body, question=again, choices=choices, memory=memory, spoke=True)


def _is_same(turn: Turn, intent: Intent) -> bool:
    """Whether the matcher takes the line for the entry that is talked about."""
    best = turn.match.candidates[:1]
    return bool(best) and best[0].intent_id == intent.id


def _quoted(turn: Turn, intent: Intent) -> str:
    """The line of the entry's answer that shares a word with what was just told (`카드`)."""
    told = [word[:2] for word in turn.text.split() if len(words.squash(word)) >= 2]
    lines = [line.strip() for line in wording(turn, intent).split("\n") if line.strip()]
    # What the first line says is what the entry is about: a word in it tells nothing apart.
    told = [word for word in told if word not in "".join(lines[:1])]
    return next((line for line in lines[1:] if any(word in line for word in told)), "")


def _hear_choice(turn: Turn, question: Question) -> Decision | None:
    offered = [intent for i in question.intents if (intent := turn.intent(i))]
    if not offered:
        return None
    if turn.incoming.tap == "no" or words.yes_or_no(turn.text) == "no":
        return say(turn, texts.ASK_MORE, misses=turn.state.misses)
    agreed = words.yes_or_no(turn.text) == "yes" and not words.wants_person(turn.text)
    named = [intent for intent in offered if words.same_title(turn.text, intent.title)]
    if named or (agreed and len(offered) == 1):
        return answer(turn, (named or offered)[0])
    if agreed:
        return offer(turn, offered, texts.CHOOSE_AGAIN, misses=turn.state.misses)
    number = words.number(turn.text)
    return None if number is None else _take_number(turn, offered, number)


def _take_number(turn: Turn, offered: list[Intent], number: int) -> Decision:
    if number == words.LAST or 1 <= number <= len(offered):
        return answer(turn, offered[-1 if number == words.LAST else number - 1])
    again = texts.CHOOSE_RANGE.format(last=len(offered))
    return offer(turn, offered, again, misses=turn.state.misses)
