"""What is not told to a question about details: put off, unknown, given up, asked for again."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.dialog import details, manner, reasons, words
from bot.dialog.answers import ask_again
from bot.dialog.asked.between import without_asked
from bot.dialog.asked.heard import NUMBERS, Answer, ask_on, same, with_details
from bot.dialog.complaints.told import complaint_in
from bot.dialog.entries import cancels
from bot.dialog.filing import add, file
from bot.dialog.put_right.corrections import switch, withdrawn
from bot.dialog.put_right.taking_back import (
    is_done,
    is_undecided,
    only_waits_for_it,
    takes_back,
)
from bot.dialog.turn import Turn, say
from bot.model import Decision, Memory, Reply
from bot.patterns import searched
from bot.records import replace

#: Lines in a row that bring nothing before a person takes over: the third try is the last.
PATIENCE = 2
#: Lines in a row that only tell more of the matter before a person takes over.
MORE = 3
#: Told in another conversation, where nobody can look it up but a person.
#: How something is demanded that was asked for before.
_INSISTS = searched(
    r"(?:좀|빨리|얼른)*(?:(?:알려|보내|찾아|확인해|처리해|해)?(?:달|주)라(?:고|구|니까|니깐)|(?:해|알려|보내|찾아)?달라(?:고|구|니까|니깐))[요여]?$"
)
#: `3일이나 기다렸는데요` is out of patience.
_WAITED = searched("기다(?:렸|린)")
_EARLIER = searched("저번에|지난번에|전에|어제|그저께|지난주")
#: Letters of a line that tells more, and how like an earlier one it is when it repeats that.
LEAST_TOLD = 4
ALIKE = 75


def only_agrees(answer: Answer) -> Decision | None:
    """`네` to a question that is none of yes or no: put once more, not thanked for; but for why
    something is wanted nobody is asked twice.
    """
    turn = answer.turn
    if turn.memory.stuck or answer.fresh - {"what"} or words.yes_or_no(turn.text) != "yes":
        return None
    if set(answer.question.details) == {"reason"}:  # nobody is asked for that twice
        memory = details.asked_no_more(answer.intent, turn.memory)
        return ask_on(turn, answer.intent, memory, turn.texts.okay)
    stuck = turn.remembering(replace(turn.memory, stuck=1))
    if not details.not_asked_enough(turn.memory, answer.question.details):
        # It is still to be told, and nobody says that all is there.
        return say(stuck, turn.texts.put_off, question=answer.question, ticket=same(turn))
    return replace(ask_again(stuck, answer.question), ticket=same(turn))


def calls_off(answer: Answer) -> Decision | None:
    """`접수 취소할게요`: no wish for the money back, though it says 취소."""
    turn = answer.turn
    return withdrawn(turn) if turn.state.ticket and manner.cancels_filing(turn.text) else None


def wants_nothing(answer: Answer) -> Decision | None:
    turn = answer.turn
    return withdrawn(turn) if takes_back(turn) and turn.state.ticket else None


def puts_off(answer: Answer) -> Decision | None:
    """It comes later: the question stays, and a reminder comes in its time."""
    turn = answer.turn
    # `계속 기다려야 하나요?` waits no longer of his own will.
    waits = "기다" in turn.text and only_waits_for_it(turn) and not manner.asks(turn.text)
    waits = waits and not _WAITED.search(turn.text)
    if not (manner.puts_off(turn.text) or is_undecided(turn) or waits):
        return None
    told = {name: answer.memory.details[name] for name in answer.fresh & {*NUMBERS, "when"}}
    if not told:
        return say(turn, turn.texts.put_off, question=answer.question, ticket=same(turn))
    # `어제 받았고요 번호는 이따 볼게요`: only the rest comes later.
    memory = replace(turn.memory, details={**turn.memory.details, **told})
    ticket = with_details(turn, memory)
    return say(turn, turn.texts.put_off, question=answer.question, ticket=ticket, memory=memory)


def gives_up(answer: Answer) -> Decision | None:
    """`됐어요` to the question about a mere wish takes the wish back."""
    turn = answer.turn
    done = is_done(turn.text)
    wish = answer.intent.ticket == "ask" and bool(turn.state.ticket)
    if done and not wish and turn.state.ticket and "됐" in turn.text:
        # Beside a complaint it says that no more shall be asked; what was told stays.
        memory = details.asked_no_more(answer.intent, turn.memory)
        return ask_on(turn, answer.intent, memory, turn.texts.okay)
    # `네 취소해주세요` says once more what is wanted, where that is a cancellation.
    wanted = "취소" in turn.text and cancels(turn, answer.intent)
    return withdrawn(turn) if done and wish and not wanted else None


def denies(answer: Answer) -> Decision | None:
    """`그게 아니고요` to what was made of the first line: he is asked what it is, and the second
    time a person hears him.
    """
    turn = answer.turn
    if not manner.denies_only(turn.text) or not turn.state.ticket:
        return None
    if turn.memory.stuck:
        said = Reply(text=f"{turn.texts.sorry_repeat}\n{turn.texts.hand_over}")
        return add(turn, said, intent=None, memory=answer.memory, urgent=True)
    memory = replace(turn.memory, stuck=1)
    said_so = turn.texts.what_happened
    return say(turn, said_so, question=answer.question, ticket=same(turn), memory=memory)


def tells_what(answer: Answer) -> Decision | None:
    """`환불이 안 됐다고요` behind `그게 아니고요`: that is the matter, in place of the first."""
    turn, intent = answer.turn, answer.intent
    if not turn.state.ticket or not manner.denies_only(turn.memory.last):
        return None
    best = turn.match.candidates[:1] if turn.match.verdict == "answer" else ()
    guess = next((one for each in best if (one := turn.intent(each.intent_id))), None)
    meant = complaint_in(turn, turn.text) or guess
    other = meant is not None and meant.listed and meant.ticket != "none" and meant.id != intent.id
    return switch(turn, meant) if other and meant is not None else None


def would_tell_name(answer: Answer) -> Decision | None:
    """`이름으로 찾아주세요`: an order is found by its owner's name and phone number, too."""
    turn = answer.turn
    if "order_number" not in answer.question.details or answer.fresh & NUMBERS:
        return None
    if not manner.would_tell_name(turn.text):
        return None
    text, names = details.ask_who(turn.texts)
    question = replace(answer.question, details=names)
    memory = replace(turn.memory, asked=details.asked(turn.memory, names))
    return say(turn, text, question=question, ticket=same(turn), memory=memory)


def told_already(answer: Answer) -> Decision | None:
    """`저번에 다 말했잖아요`: nobody makes him say it once more; a person looks for it."""
    turn = answer.turn
    told = manner.told_before(turn.text) and _EARLIER.search(words.squash(turn.text))
    if not told or answer.fresh - {"what"} or not turn.state.ticket:
        return None
    said = Reply(text=f"{turn.texts.sorry_repeat}\n{turn.texts.hand_over}")
    return add(turn, said, intent=None, memory=answer.memory, urgent=True)


def cannot_tell(answer: Answer) -> Decision | None:
    """What cannot be told is not asked again."""
    turn = answer.turn
    # `아 전화는 없어요?` asks.
    unknown = manner.knows_nothing(turn.text) and not turn.text.rstrip().endswith(("?", "？"))
    # `뚜껑이 없어요` tells what is wrong.
    unknown = unknown and not manner.lacks_a_part(turn.text)
    if unknown or words.yes_or_no(turn.text) == "no":
        memory = turn.memory
    elif manner.misses_a_detail(turn.text) and not manner.asks(turn.text):
        memory = answer.memory  # what else the line tells is kept
    elif manner.begins_unknowing(turn.text) and not manner.asks(turn.text):
        memory = without_asked(answer)  # `모르는데요 엄마가 주문해서`
    else:
        return None
    skipped = dict.fromkeys(answer.question.details, details.MOST_ASKED)
    memory = replace(memory, asked={**memory.asked, **skipped}, stuck=0)
    if "order_number" in answer.question.details and not _is_found_by(memory):
        return _ask_who(turn, answer, memory)
    return ask_on(turn, answer.intent, memory, turn.texts.skipped)


def told_before(answer: Answer) -> Decision | None:
    """`아까 말했잖아요 모른다고`: an apology, and what was asked is asked no more."""
    turn = answer.turn
    if not manner.told_before(turn.text) or manner.asks(turn.text) or manner.anger(turn.text):
        return None
    memory = without_asked(answer)
    skipped = dict.fromkeys(answer.question.details, details.MOST_ASKED)
    memory = replace(memory, asked={**memory.asked, **skipped}, stuck=0)
    return ask_on(turn, answer.intent, memory, turn.texts.sorry_repeat)


def _is_found_by(memory: Memory) -> bool:
    """Whether an order can be found by what is known, or who it is was asked before."""
    return bool({"order_number", "phone", "name"} & memory.details.keys()) or bool(
        memory.asked.get("name")
    )


def _ask_who(turn: Turn, answer: Answer, memory: Memory) -> Decision:
    """Without its number an order is found by its owner: asked once, and let go."""
    text, names = details.ask_who(turn.texts)
    said = f"{turn.texts.no_number} {text}"
    memory = replace(memory, asked=details.asked(memory, names))
    question = replace(answer.question, details=names)
    return say(turn, said, question=question, ticket=with_details(turn, memory), memory=memory)


def insist(answer: Answer) -> Decision:
    """Nothing that was asked for: ask otherwise, and the third time call a person."""
    turn, intent = answer.turn, answer.intent
    if not turn.state.ticket:
        return file(turn.remembering(answer.memory), turn.texts.got_it, intent, urgent=True)
    if not turn.memory.stuck and not reasons.remainder(turn.text, None):
        return answer.asked_on(answer.turn.texts.got_it)  # what was known already, once more
    stuck = turn.memory.stuck + 1
    memory = replace(answer.memory, stuck=stuck)
    angry = manner.anger(turn.text)
    if not angry and stuck <= MORE and _tells_more(turn):
        return _write_down(answer, memory)
    if stuck >= PATIENCE or angry > 1:
        # Who threatens, or only says yes, has repeated nothing.
        # Nor has who says how he feels (`불쾌하네요`).
        new = stuck < PATIENCE or (angry == 1 and _tells_more(turn))
        opening = turn.texts.understand if new else turn.texts.sorry_repeat
        only_yes = stuck >= PATIENCE and words.yes_or_no(turn.text)
        text = turn.texts.hand_over if only_yes else f"{opening}\n{turn.texts.hand_over}"
        return add(turn, Reply(text=text), intent=None, memory=memory, urgent=True)
    if not details.missing(intent, memory):
        opening = turn.texts.understand if angry else turn.texts.got_it
        return add(turn, Reply(text=opening), intent=intent, memory=memory)
    opening = turn.texts.understand if angry else ""
    return add(turn, Reply(text=opening), intent=intent, memory=memory)


def _write_down(answer: Answer, memory: Memory) -> Decision:
    """More of the trouble is kept, and asked on; who was asked often enough gets the next thing, or
    hears that the store's turn has come.
    """
    turn = answer.turn
    # Half a number is half an answer: its other half may be under way.
    half = "order_number" in answer.question.details and words.squash(turn.text).isdigit()
    if not half and not details.not_asked_enough(memory, answer.question.details):
        said = Reply(text=turn.texts.got_it_too)
        return add(turn, said, intent=answer.intent, memory=memory)
    known = turn.remembering(memory)
    back = ask_again(known, answer.question, f"{turn.texts.got_it_too}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def _tells_more(turn: Turn) -> bool:
    """Whether a line tells something new of the matter: then nobody repeats himself."""
    # `송장번호 달라구요`: what was asked for, once more.
    plain = _INSISTS.sub("", words.squash(turn.text))
    told = (words.squash(line) for line in turn.memory.details.get("what", "").split("\n"))
    repeats = any(fuzz.partial_ratio(plain, line) >= ALIKE for line in told if line)
    # `텀블러`: which goods it is of.
    says = len(plain) >= LEAST_TOLD or manner.bare_noun(turn.text)
    says = says and not words.yes_or_no(turn.text)
    return says and not repeats and not manner.protests(turn.text)
