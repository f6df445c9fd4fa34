"""One message in, one decision out.

The rules are tried in the order of `RULES`; the first that speaks decides. Every rule and every
transition is listed in docs/dialogue.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.dialog import buttons, manner, words
from bot.dialog.after_the_end import ask_after_the_end, hear_after_the_end
from bot.dialog.another import hear_another
from bot.dialog.another_case import is_of_another_case
from bot.dialog.asked.between import is_small_talk
from bot.dialog.asked.hearing import hear_answer
from bot.dialog.asked_within import with_what_it_asks, without_question
from bot.dialog.bare_questions import hear_unnamed
from bot.dialog.before_buying import hear_before_buying
from bot.dialog.behind_answers import hear_behind
from bot.dialog.beside_score import hear_score
from bot.dialog.calling import call_after_low_score, call_person, name_matter
from bot.dialog.complaints.prices import hear_price
from bot.dialog.complaints.stray import hear_stray, hear_surplus
from bot.dialog.disruptions import hear_disruption
from bot.dialog.failures import hear_failure
from bot.dialog.fetching import hear_fetching
from bot.dialog.filing import added, apologises, file
from bot.dialog.finding import (
    answer_both,
    answer_match,
    decline,
    follow_tap,
    hear_complaint,
)
from bot.dialog.following import ask_of_closed, follow_up
from bot.dialog.how_to_tell import tell_how
from bot.dialog.learning import SAME_ORDER
from bot.dialog.matters import (
    close,
    hear_anger,
    hear_order,
    refuse_promise,
    soothe,
    take_details,
    tell_why,
    vent,
)
from bot.dialog.noise import greet_noise
from bot.dialog.offers import hear_more, take_up, take_up_by_detail
from bot.dialog.own_spelling import as_written
from bot.dialog.passed_on import with_what_was_asked
from bot.dialog.pickups import hear_pickup
from bot.dialog.promised import hear_of_promise
from bot.dialog.put_right.asked_instead import ask_instead
from bot.dialog.put_right.corrections import change_wish, take_back
from bot.dialog.put_right.flats import add_flat
from bot.dialog.put_right.mending import mend_back, mend_option, mend_street, mend_tail, mend_unit
from bot.dialog.put_right.names import mend_name
from bot.dialog.put_right.options import add_kind, add_option, mend_day
from bot.dialog.put_right.taking_back import withdraw
from bot.dialog.put_right.turning_out import turn_out_own, turn_out_worse
from bot.dialog.put_right.wrong_number import ask_number_anew
from bot.dialog.quiet import fetch, hide_number, ignore_double, stay_quiet, stop_reminders, warned
from bot.dialog.quoting import line_checked
from bot.dialog.redelivery import hear_redelivery
from bot.dialog.resolved import come_back
from bot.dialog.settle import (
    dismiss,
    done_himself,
    drop_missent,
    forgive,
    hear_praise,
    let_it_be,
    put_off,
    refuse_with_reason,
)
from bot.dialog.several import file_several
from bot.dialog.shown import hear_shown, see_photo
from bot.dialog.smalltalk import chat, tell_who
from bot.dialog.status import (
    ask_of_ticket,
    hear_greeting,
    hear_left_waiting,
    tell_filed,
    tell_status,
)
from bot.dialog.threats import ask_amends, hear_threat
from bot.dialog.turn import Turn, digest, say
from bot.dialog.unheld_topics import hear_unheld
from bot.dialog.unsure import clarify, miss
from bot.dialog.vague import hear_vague
from bot.dialog.when_done import tell_hours
from bot.dialog.where_it_goes import hear_where_it_goes
from bot.dialog.without_its_word import hear_without_its_word
from bot.model import AddToTicket, Decision, Incoming, Question, Reply, State
from bot.records import replace
from intents import Faq, Match, Texts

#: How long what takes the last line back waits for what is meant instead.
INSTEAD: Final = timedelta(minutes=5)


def decide(
    state: State,
    incoming: Incoming,
    match: Match,
    faq: Faq,
    now: datetime,
    notices: Mapping[str, str] | None = None,
) -> Decision:
    """What to do with one message.

    `match` is the matcher's verdict on its text, `now` aware UTC, `notices` are texts by entry that
    take the place of answers for a while.
    """
    said = _with_what_it_takes_back(state, _meant(incoming, faq), now)
    heard = without_question(state, said, match)
    turn = Turn(state, heard.incoming, heard.match, faq, now, notices or {})
    for rule in RULES:
        decision = rule(turn)
        if decision is not None:
            kept = with_what_was_asked(turn, _remember(turn, decision))
            written = as_written(state, turn.incoming, warned(turn, kept))
            return with_what_it_asks(turn, written, said, heard)
    raise AssertionError("the last rule always speaks")


def _meant(incoming: Incoming, faq: Faq) -> Incoming:
    """The line with the words of a default button where it has those of the seller's own.

    But a yes stays a yes, and a number the place of a choice, whatever a button is called.
    """
    meant = faq.texts.meant(incoming.text)
    if meant == incoming.text or words.yes_or_no(incoming.text) or words.number(incoming.text):
        return incoming
    return replace(incoming, text=meant, read="")


def _with_what_it_takes_back(state: State, incoming: Incoming, now: datetime) -> Incoming:
    """`아니다`, and then `205호예요`: what is meant instead, as if both had come in one line."""
    before = state.memory.last_at
    recent = before is not None and now - before <= INSTEAD
    if not recent or incoming.tap or incoming.images or not incoming.text.strip():
        return incoming
    offered = state.question is not None and state.question.kind != "detail"
    if offered or not manner.only_takes_back(state.memory.last):
        return incoming
    read = f"{state.memory.last} {incoming.read}" if incoming.read else ""
    return replace(incoming, text=f"{state.memory.last} {incoming.text}", read=read)


def repair(state: State, incoming: Incoming, faq: Faq, now: datetime) -> Decision:
    """When `decide` itself failed: apologise and give the message to a person."""
    turn = Turn(
        state, incoming, Match(verdict="none", candidates=(), repairs=(), text=""), faq, now
    )
    if state.mode == "human":
        return stay_quiet(turn) or Decision(state=state)
    if state.ticket:
        return say(turn, f"{turn.texts.broken}\n\n{added(turn)}", ticket=AddToTicket())
    return file(turn, turn.texts.broken, None)


def _remember(turn: Turn, decision: Decision) -> Decision:
    """Note the line and the answer, and never say the same twice in a row."""
    if turn.incoming.tap == "fetch":
        return decision
    memory = decision.state.memory
    plain = words.squash(turn.text)[:200]
    again = bool(plain) and plain == turn.memory.last
    angry = manner.anger(turn.text) > 0
    reply, question = decision.reply, decision.state.question
    said = memory.said if reply is None else digest(reply.text)
    if (
        reply is not None
        and turn.incoming.tap is None
        and (said == turn.memory.said or (again and _offers_again(turn, decision)))
    ):
        reply, question = _vary(turn, decision, reply)
        said = digest(reply.text)
    memory = replace(
        memory,
        last=plain,
        last_at=turn.now,
        repeats=turn.memory.repeats + 1 if again else 0,
        said=said,
        anger=memory.anger + angry,
        later=manner.puts_off_long(turn.text),
        # Only the next line may be about a bare score.
        scored=memory.scored if decision.score is not None else None,
        sorry=memory.sorry or (reply is not None and apologises(turn, reply.text)),
    )
    waiting = decision.state.waiting_on
    if question is not decision.state.question and waiting == "nobody":
        waiting = "customer"
    state = replace(decision.state, memory=memory, question=question, waiting_on=waiting)
    return Decision(state=state, reply=reply, ticket=decision.ticket, score=decision.score)


def _offers_again(turn: Turn, decision: Decision) -> bool:
    """Whether the same line gets the same answer once more, and but another offer under it."""
    before, after = turn.state.question, decision.state.question
    same = before is not None and after is not None and before.intents == after.intents
    kinds = {one.kind for one in (before, after) if one is not None}
    return same and kinds == {"file"} and decision.ticket is None


def _other_words(texts: Texts) -> dict[str, str]:
    """What is said in place of a courtesy that was just said."""
    return {
        texts.ours_only: texts.ours_only_again,
        texts.no_ads: texts.ours_only_again,
        texts.quiet: texts.okay,
        **dict.fromkeys(
            (texts.who, texts.small_talk, texts.kind_words, texts.help, texts.here),
            texts.help_again,
        ),
        **dict.fromkeys(
            (
                *(texts.thanks, texts.heard, texts.score_refused, texts.photo_kept),
                *(texts.as_you_like, texts.not_filed),
            ),
            texts.okay,
        ),
    }


def _other_courtesy(turn: Turn, reply: Reply, question: Question | None) -> str:
    """What is said in place of a courtesy that was just said; empty where the reply is none."""
    other = _other_words(turn.texts).get(reply.text)
    if other is None and question is None and is_small_talk(turn):
        # `감사합니다`, then `네 수고하세요`: nobody asked what was not answered.
        return turn.texts.help_again if manner.greets(turn.text) else turn.texts.okay
    return other or ""


def _vary(turn: Turn, decision: Decision, reply: Reply) -> tuple[Reply, Question | None]:
    """Another reply in place of one that was just given: it did not help."""
    question = decision.state.question
    courtesy = _other_courtesy(turn, reply, question)
    if courtesy:
        return replace(reply, text=courtesy), question
    if question is not None and question.kind == "file" and decision.ticket is None:
        unknown = reply.text.startswith(turn.texts.not_in_faq)
        # All was said already: only what can be done now. Of questions that nobody answered, both
        # go along.
        opening = turn.texts.not_in_faq_too if unknown else turn.texts.again_short
        offer = reply.text.rsplit("\n" if unknown else "\n\n", 1)[-1]
        other = f"{opening}\n{offer}"
        said_too = digest(other) == turn.memory.said  # asked a third time
        return (reply if said_too else replace(reply, text=other)), question
    if question is None and (not words.squash(turn.text) or words.yes_or_no(turn.text)):
        return replace(reply, text=turn.texts.help_again), None
    if question is not None or decision.state.ticket or decision.ticket is not None:
        offers = question is not None and not decision.state.ticket and decision.ticket is None
        opening = turn.texts.search if offers else turn.texts.got_it_too
        said = reply.text.removeprefix(turn.texts.got_it).lstrip()
        if said.startswith(opening):  # said twice already
            opening, said = turn.texts.got_it, said.removeprefix(opening).lstrip()
        if said == turn.texts.added(turn.ticket):
            return replace(reply, text=turn.texts.got_it_too), question
        gap = "\n" if said == reply.text else "\n\n"
        # One `네` is enough.
        said = said.removeprefix("네, ") if opening.startswith("네, ") else said
        return replace(reply, text=f"{opening}{gap}{said}"), question
    return _offer_a_person(turn, decision, reply)


def _offer_a_person(turn: Turn, decision: Decision, reply: Reply) -> tuple[Reply, Question | None]:
    """A person, where the answer that was just given is all there is."""
    if checked := line_checked(turn.text, reply.text):
        return replace(reply, text=checked), None
    name = decision.state.memory.intent
    offer = Question(kind="file", intents=(name,) if name else ())
    if is_of_another_case(turn, reply.text):
        text = f"{turn.texts.not_in_faq}\n{turn.texts.ask_file}"
        return replace(reply, text=text, choices=buttons.file_or_not(turn.texts)), offer
    # What was said an hour ago does not stand right above any more.
    last = turn.memory.last_at
    above = last is not None and turn.now - last <= SAME_ORDER
    said = turn.texts.again_short if above else f"{turn.texts.again}\n{reply.text}"
    text = f"{said}\n\n{turn.texts.twice}"
    return replace(reply, text=text, choices=(buttons.call(turn.texts),)), offer


RULES: tuple[Callable[[Turn], Decision | None], ...] = (
    fetch,
    stay_quiet,
    hear_score,
    follow_tap,
    ignore_double,
    stop_reminders,
    hide_number,
    tell_who,
    chat,
    dismiss,
    drop_missent,
    hear_fetching,
    ask_instead,
    take_back,
    hear_another,
    change_wish,
    hear_left_waiting,
    turn_out_own,
    turn_out_worse,
    ask_number_anew,
    mend_tail,
    mend_unit,
    mend_name,
    add_flat,
    mend_street,
    mend_back,
    mend_option,
    mend_day,
    add_option,
    add_kind,
    withdraw,
    decline,
    forgive,
    done_himself,
    refuse_with_reason,
    put_off,
    tell_how,
    hear_shown,
    hear_of_promise,
    hear_answer,
    call_after_low_score,
    call_person,
    see_photo,
    close,
    hear_after_the_end,
    come_back,
    take_up,
    hear_praise,
    let_it_be,
    greet_noise,
    hear_order,
    name_matter,
    hear_threat,
    refuse_promise,
    tell_why,
    tell_filed,
    ask_of_ticket,
    take_details,
    tell_status,
    vent,
    soothe,
    hear_anger,
    hear_greeting,
    hear_failure,
    hear_behind,
    hear_vague,
    hear_price,
    hear_redelivery,
    hear_disruption,
    file_several,
    hear_stray,
    hear_surplus,
    ask_of_closed,
    ask_after_the_end,
    hear_pickup,
    take_up_by_detail,
    tell_hours,
    follow_up,
    ask_amends,
    hear_more,
    hear_unheld,
    hear_before_buying,
    hear_where_it_goes,
    hear_without_its_word,
    answer_match,
    answer_both,
    hear_unnamed,
    hear_complaint,
    clarify,
    miss,
)
