"""Lines that say nothing: greetings, slips, announcements, a yes or no to nothing."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.dialog import extract, manner, wishes, words
from bot.dialog.answers import talks_of
from bot.dialog.asked.heard import same
from bot.dialog.filing import file, taken
from bot.dialog.learning import SAME_ORDER, learn, note
from bot.dialog.nobodys import is_nobodys
from bot.dialog.quoting import sure
from bot.dialog.turn import Turn, say
from bot.dialog.unfinished import stops_midway
from bot.model import Decision
from bot.patterns import searched

#: Letters of a line that only asks whether something may be asked (`문의드려도 될까요`).
LONGEST_ANNOUNCED = 12
#: Bubbles within it are one message.
ONE_MESSAGE = timedelta(minutes=1)
_THING = ("거", "것", "건")
_OF_ORDER = searched(
    "입금|받는|수령|연락처|번호|주문|구매|결제|확정|취소|환불|교환|반품|옵션|수량|주소|샀|사버"
)
_CHANGE_IT = re.compile(
    r"(?:네|그럼|그러면|일단|그래도|그냥)*(?:바꿔|변경해|고쳐|수정해)(?:주세요|줘요?|주실래요|주시겠어요)"
)


def greet_noise(turn: Turn) -> Decision | None:
    """Nothing was said, or a yes or no to nothing: ask, and count it as no miss."""
    if (begun := _hear_on(turn)) is not None:
        return begun
    first = turn.memory.last_at is None or turn.now - turn.memory.last_at > SAME_ORDER
    # A store need not have an entry for greetings.
    greets = manner.greets(turn.text) and not _is_greeted(turn)
    if first and (greets or manner.hails(turn.text)) and not turn.state.ticket:
        return say(turn, turn.texts.help)
    nothing = not words.squash(turn.text) and not manner.anger(turn.text)  # 😡 says something
    bare = nothing or words.yes_or_no(turn.text) is not None
    offered = turn.intent(turn.memory.offered)
    if offered is not None and not first and _asks_for_it(turn):
        return file(turn, taken(turn, offered), offered)
    if bare and turn.state.ticket and not words.squash(turn.text):
        return say(turn, turn.texts.heard, question=turn.state.question, ticket=same(turn))
    if bare and turn.match.verdict != "answer":
        return say(turn, _to_nothing(turn, first=first), misses=turn.state.misses)
    return None


def _is_greeted(turn: Turn) -> bool:
    """Whether an entry for greetings answers: `저 왔어요` thanks nobody, and tells of no goods."""
    known = sure(turn)
    greets = (manner.greets(one) for one in known.phrases if "히" not in one) if known else ()
    return any(greets)  # `안녕히 계세요` parts


def _hear_on(turn: Turn) -> Decision | None:
    """What says no matter yet, or stops midway (`소매에`): the next bubble tells it."""
    question, misses = turn.state.question, turn.state.misses
    if turn.state.ticket:
        return _announced_beside(turn)
    if said := _says_no_matter(turn):
        # `화병 주문했는데요`: which goods the next line is about.
        named = manner.only_bought(turn.text) or begins_with_goods(turn)
        kept = learn(turn, None, ()) if named else note(turn)
        return say(turn, said, question=question, misses=misses, memory=kept)
    if question is not None or turn.incoming.images or not stops_midway(turn.text, turn.match):
        return None
    if manner.is_vague(turn.text) or manner.recalls_word(turn.text):
        return None
    if manner.got_cheaper(turn.text):
        return None  # `지금 세일하네요 어제 샀는데`
    return say(turn, turn.texts.here, misses=misses, memory=learn(turn, None, ()))


def _announced_beside(turn: Turn) -> Decision | None:
    """`다른 거 하나 더 문의할게요` beside an open ticket: what it is comes in the next line."""
    if turn.state.question is not None or not manner.only_announces(turn.text):
        return None
    known = turn.match.verdict == "answer" and len(turn.text) > LONGEST_ANNOUNCED
    return None if known else say(turn, turn.texts.help, ticket=same(turn))


def _says_no_matter(turn: Turn) -> str:
    """What is said to a line that was a slip, or only points at a picture; or empty."""
    if _only_slipped(turn):
        return turn.texts.slip
    called = manner.greets(turn.text) and turn.match.verdict != "answer"
    if called or _only_announces(turn):
        return turn.texts.help
    # `아까 보낸 사진 보셨나요`, and none has come.
    missed = manner.asks_of_photo(turn.text) and turn.state.question is None
    missed = missed and not turn.memory.details.get("photo") and not turn.memory.intent
    return turn.texts.what_happened if missed or _points_at_a_photo(turn) else ""


def _only_slipped(turn: Turn) -> bool:
    """`고양이가 밟음`; who bought or confirmed by a slip wants something done about it."""
    if not manner.was_a_slip(turn.text):
        return False
    of_order = _OF_ORDER.search(words.squash(turn.text))
    if manner.reports_damage(turn.text):
        return False  # `실수로 커피를 쏟아서 키보드가 안 눌려요`
    if manner.sent_amiss(turn.text):
        return not of_order  # `앗 다른 데 보내려던 거예요` asks for nothing
    return not (of_order or manner.is_question(turn.text) or manner.is_request(turn.text))


def _only_announces(turn: Turn) -> bool:
    """`다름이 아니라 여쭤볼 게 있어서요`: what it is comes in the next line."""
    if turn.state.question is not None:
        return False
    best = turn.intent(turn.match.candidates[0].intent_id) if turn.match.candidates else None
    known = turn.match.verdict == "answer" and best is not None
    first = not turn.memory.intent
    bought = first and (_only_bought(turn.text) or manner.presents_himself(turn.text))
    bought = bought or (first and manner.has_yet_to_order(turn.text))
    # `제주인데요`, `아기침대요`: of what, or from where, he will ask.
    place = manner.place_alone(turn.text) and not manner.asks(turn.text)
    begins = place or _names_goods_alone(turn)
    bought = bought or (first and turn.memory.last_at is None and bool(begins))
    bought = bought or (first and begins_with_goods(turn))
    bought = bought or (first and _names_what_was_begun(turn))
    bought = bought or (not known and manner.tells_when_ordered(turn.text) and not _is_of_way(turn))
    sure = best is None or best.ticket != "none" or len(turn.text) > LONGEST_ANNOUNCED
    # `저 물건 받았는데요` is like complaints about goods, and is none yet.
    if known and sure and not bought and not manner.leaves_aside(turn.text):
        return False
    # `다른 거 하나 더 문의할게요` is not of another thing that came.
    tells = manner.reports_problem(turn.text.replace("다른", "")) or manner.reports_damage(
        turn.text
    )
    tells = tells or manner.got_another(turn.text) or manner.got_cheaper(turn.text)
    tells = tells or manner.is_late(turn.text) or manner.got_too_many(turn.text)
    return (manner.only_announces(turn.text) or bought) and not tells


_GOODS_ALONE = re.compile(
    "(?:저기요?|안녕하세요)*[가-힣]{2,7}(?<![해네어아세지겠])(?:이?요|인데요)"
)


def _names_goods_alone(turn: Turn) -> bool:
    """Whether a first line, like no entry, is but the name of something."""
    named = _GOODS_ALONE.fullmatch(words.squash(turn.text)) and not manner.asks(turn.text)
    return bool(named) and is_nobodys(turn)


#: `커튼인데요`, `이거`: which goods the next line is about.
_GOODS_BEGUN = re.compile(
    r"(?:저기요?|안녕하세요|이거|그|혹시)*(?:(?!불만|컴플레인|항의|민원|불편)[가-힣]{2,8}(?<![는은던건한할])인데요?|이거(?:인데요)?)"
)


def begins_with_goods(turn: Turn) -> bool:
    """Whether a line is but the name of goods, or points at some, and nothing is known of them."""
    if turn.match.verdict == "answer" or turn.incoming.images or turn.state.misses:
        return False
    if not _GOODS_BEGUN.fullmatch(words.squash(turn.text)):
        return False
    told = manner.names_store(turn.text) or manner.presents_himself(turn.text)
    told = told or manner.reports_problem(turn.text) or manner.is_late(turn.text)
    return not (told or extract.name(turn.text) or wishes.labels(turn.own_words))


def _only_bought(text: str) -> bool:
    """Whether no more is told than what was bought, be it without an ending (`오늘 주문한 거`)."""
    said = text.rstrip(" .~")
    return manner.only_bought(text) or (said.endswith(_THING) and manner.only_bought(f"{said}요"))


def _names_what_was_begun(turn: Turn) -> bool:
    """`원피스요` in the bubble behind `어제 받은`: what of it comes in the next one."""
    last = turn.memory.last_at
    at_once = last is not None and turn.now - last <= ONE_MESSAGE
    return at_once and manner.only_bought(f"{turn.memory.last} {turn.text}")


def _is_of_way(turn: Turn) -> bool:
    """Whether how long parcels take stands right above: when he ordered is told for that."""
    above = talks_of(turn)
    return above is not None and above.category == "shipping"


def _points_at_a_photo(turn: Turn) -> bool:
    """`이거 보이시죠` behind a picture: it was seen, and says no more than the picture."""
    asked = turn.state.question is not None and turn.state.question.kind != "person"
    shown = bool(turn.memory.details.get("photo")) and not asked
    return shown and manner.only_points(turn.text) and not manner.reports_damage(turn.text)


def _to_nothing(turn: Turn, *, first: bool) -> str:
    """What a line is answered that says nothing, or yes or no where nothing was asked."""
    said = words.yes_or_no(turn.text)
    # `넵` to the question how content one is has read that the matter is over.
    behind = not first and not turn.state.misses and (turn.memory.intent or turn.memory.survey)
    # `네`, then `아 아니에요`: nothing was wanted.
    if said == "no" and (behind or not (first or turn.state.misses)):
        return turn.texts.as_you_like
    # `오케이` behind an answer has understood it.
    content = said == "yes" and behind
    return turn.texts.thanks if content and not manner.is_request(turn.text) else turn.texts.help


def _asks_for_it(turn: Turn) -> bool:
    """`일단 접수해 주세요` after the offer was left for another question."""
    question = turn.state.question
    if turn.state.ticket or (question is not None and question.kind != "choose"):
        return False
    if words.yes_or_no(turn.text) == "yes" and "접수" in turn.text:
        return True
    offered = turn.intent(turn.memory.offered)
    changes = offered is not None and "변경" in offered.title
    return changes and bool(_CHANGE_IT.fullmatch(words.squash(turn.text)))
