"""What a line tells of its matter: details, the story, and what went before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.dialog import details, extract, manner, reading, reasons, whose_order, wishes, words
from bot.dialog.entries import asks_how_many
from bot.dialog.lines import in_order, parts_of
from bot.dialog.turn import Turn
from bot.model import Memory
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_HAS_COME = searched(
    r"(?:네|아|방금|오늘|이제|어제|드디어|택배|물건|상품|가|이|는)*(?:받았|왔|도착했)"
)

#: `합쳐서 보내 주시고 배송비 하나는 환불되나요?` wants the first, whatever it asks behind.
_DONE_BESIDE = searched(r"[가-힣](?:해|내|꿔|빼|어|려|겨)?주(?:시고|시구|고|구)(?!싶|계|있)[가-힣]")
_PAPER = searched(r"세금계산서|현금영수증|거래명세서|간이영수증|카드전표|견적서|인보이스")
#: An order named so long ago is the one that is still talked about.
SAME_ORDER = timedelta(hours=1)
#: For so long a line may belong to the matter that was resolved, or talked about, last.
REMEMBERED = timedelta(days=14)
#: Details that go along when the matter turns out to be another one.
ALWAYS_CARRIED = frozenset(("order_number", "photo", "phone", "name"))
#: Details that go along where what was offered for the same goods turns into another wish.
OF_THE_STORY = frozenset(("when", "what", "option", "quantity", "address"))
#: Details without which nobody can do what is wanted beside the first matter.
OF_ITS_OWN = frozenset(("address", "option"))
#: Categories of complaints about what came.
_CAME_AMISS = frozenset(("product_quality", "exchange", "wrong_information"))
#: Characters of the customer's own lines that a ticket keeps as what happened.
LONGEST_STORY = 2_000


def begin(turn: Turn, intent: Intent | None, spoken: str) -> Memory:
    """The memory of a matter that begins now, or goes on: what was told of it stays."""
    known = turn.memory
    name = intent.id if intent else ""
    if known.intent != name:
        kept = _carried(turn, intent)
        known = replace(known, intent=name, details=kept, also="", asked={}, put_aside="")
        known = replace(known, stuck=0, sorry=False)
    memory = learn(turn.remembering(known), intent, ())
    memory = _with_reason(intent, _with_wish(intent, _with_first_line(turn, intent, memory)))
    if _only_notes(turn, memory):
        memory = replace(memory, asked={**memory.asked, "address": details.MOST_ASKED})
    if spoken and spoken != turn.text:
        story = memory.details.get("what", "")
        number = turn.memory.details.get("order_number", "")
        said = [told_in(line, number) for line in spoken.split("\n")]
        told = "\n".join(in_order(story.split("\n"), said))[:LONGEST_STORY]
        if told:  # Who told a number only, and wants a person, told nothing that happened.
            named = _goods_named(intent, memory, told)
            memory = replace(memory, details={**memory.details, "what": told, **named})
    return memory


def _goods_named(intent: Intent | None, memory: Memory, told: str) -> dict[str, str]:
    """The goods that a line before this one named closely, where the ticket needs to know them."""
    wanted = [one.id for one in details.of(intent) if details.names_goods(one)] if intent else []
    goods = extract.goods_of(told) if wanted and not memory.details.get(wanted[0]) else None
    return dict.fromkeys(wanted[:1], goods) if goods else {}


def _only_notes(turn: Turn, memory: Memory) -> bool:
    """`경비실에 맡겨 주세요` goes to the same address: nobody asks for a new one."""
    noted = manner.notes_for_courier(turn.text) and "address" not in memory.details
    return noted and not ("주소" in turn.text or "배송지" in turn.text)


def _with_first_line(turn: Turn, intent: Intent | None, memory: Memory) -> Memory:
    """With what the line told that got a list, or a guess: nobody knew yet what it was about."""
    question, said = turn.state.question, turn.state.words
    if intent is None or question is None or question.kind != "choose" or not said:
        return memory
    line = replace(turn.incoming, text=said, read="", tap=None, images=())
    match = replace(turn.match, verdict="none", candidates=(), repairs=(), text="")
    first = replace(turn.remembering(memory), incoming=line, match=match)
    told = reading.read(replace(first, state=replace(first.state, question=None)), intent, ())
    return replace(memory, details={**told, **memory.details})


def along(turn: Turn, memory: Memory, others: Iterable[Intent]) -> Memory:
    """The memory with what other matters of one ticket need of their own: told, or to be asked."""
    current = turn.intent(memory.intent)
    own = {detail.id for detail in details.of(current)} if current is not None else set()
    told, names = dict(memory.details), memory.also.split()
    for other in (one for one in others if one.ticket == "ask"):
        wanted = {detail.id for detail in details.of(other)} & OF_ITS_OWN - own
        read = reading.read(turn, other, ()) if wanted else {}
        told.update({name: said for name, said in read.items() if name in wanted})
        names += sorted(wanted - set(names))
    return replace(memory, details=told, also=" ".join(names))


def _with_wish(intent: Intent | None, memory: Memory) -> Memory:
    """With the wish that was stated before its reason was (`환불해 주세요`, `사진이랑 달라요`)."""
    wanted = intent is not None and any(detail.id == "wish" for detail in details.of(intent))
    if not wanted or memory.details.get("wish"):
        return memory
    wish = _wished_last(memory.details.get("what", "").split("\n"))
    return replace(memory, details={**memory.details, "wish": wish}) if wish else memory


def _with_reason(intent: Intent | None, memory: Memory) -> Memory:
    """With the reason that was told before the wish (`생각보다 커서요`, then `반품할게요`)."""
    wanted = intent is not None and any(detail.id == "reason" for detail in details.of(intent))
    if not wanted or memory.details.get("reason"):
        return memory
    said = memory.details.get("what", "").split("\n")
    off = intent is not None and intent.category == "order"
    because = (
        line
        for line in reversed(said)
        if reasons.is_because(line)
        or (off and reasons.tells_a_slip(line) and not wishes.labels(line))
    )
    # `토요일에도 오시나요 평일엔 집에 없어서`: why it is asked.
    told = next((line for line in because if not manner.asks(line)), "")
    # Of several sentences the one that tells it.
    told = next((part for part in parts_of(told) if reasons.is_because(part)), told)
    reason = words.clip(told, wishes.LONGEST_OWN)
    return replace(memory, details={**memory.details, "reason": reason}) if reason else memory


def _wished_last(said: list[str]) -> str:
    """The last wish of several lines that no later one refuses (`환불 말고 수선으로요`)."""
    refused: set[str] = set()
    for line in reversed(said):
        refused |= wishes.refused(line)
        if refused and wishes.wants_mended(line):
            return words.clip(line, wishes.LONGEST_OWN)
        if (found := wishes.label(line)) and wishes.is_label(found) and found not in refused:
            return found
    return ""


def _carried(turn: Turn, intent: Intent | None = None) -> dict[str, str]:
    """What was told before that belongs to the matter that begins: the order, a picture, and all
    that was said while nobody knew yet what it was about.
    """
    known = turn.memory
    if whose_order.means_another(turn.text):
        return {}
    recent = known.last_at is not None and turn.now - known.last_at <= SAME_ORDER
    if not recent and turn.state.question is None:
        return _of_the_same_goods(turn)
    if not known.details and known.closed_at and turn.now - known.closed_at <= SAME_ORDER:
        # What was closed a moment ago: the parcel came, and is broken.
        same = ALWAYS_CARRIED - {"photo"} | ({"when"} if _came_with_it(turn, intent) else set())
        if intent is not None and any(map(details.names_goods, details.of(intent))):
            same = same - {"order_number"}  # other goods that are asked for are of no order
        return {k: v for k, v in known.closed_details.items() if k in same}
    if not known.intent:
        return {**_of_the_same_goods(turn), **known.details}
    # What was offered and not yet filed is the same story, told on (`아니 교환으로 할게요`).
    question = turn.state.question
    offered = question is not None and question.kind == "file" and not turn.state.ticket
    kept = ALWAYS_CARRIED | OF_THE_STORY if offered else ALWAYS_CARRIED
    return {k: v for k, v in known.details.items() if k in kept}


def _came_with_it(turn: Turn, intent: Intent | None) -> bool:
    """`네이비도 하나 구멍 나 있네요` right behind another fault of the same order: it came then."""
    both = (intent, turn.intent(turn.memory.closed_intent))
    amiss = all(
        one is not None and one.ticket == "open" and one.category in _CAME_AMISS for one in both
    )
    return amiss and not extract.order_numbers(turn.text)


def _of_the_same_goods(turn: Turn) -> dict[str, str]:
    """The order of the matter resolved last, where it was of the goods that are named now."""
    known = turn.memory
    since, number = known.closed_at, known.closed_details.get("order_number", "")
    if since is None or turn.now - since > REMEMBERED or not number or ", " in number:
        return {}
    closed = turn.intent(known.closed_intent)
    # `왔는데 옆판이 찍혀 있어요` behind a late parcel is of that one.
    awaited = closed is not None and closed.category == "shipping" and closed.ticket == "open"
    came = awaited and manner.came_and_is_wrong(turn.text)
    # `받았어요 반품해 주세요` behind a cancellation that came too late
    ordered = closed is not None and closed.category == "order"
    goes_back = wishes.labels(turn.own_words) or wishes.request(turn.text)
    back = _HAS_COME.match(words.squash(turn.text)) and goes_back
    came = came or bool(ordered and back)
    if not (came or manner.names_alike(turn.text, known.closed_details.get("what", ""))):
        return {}
    return {"order_number": number}


def note(turn: Turn) -> Memory:
    """The memory of a turn that found no matter: what it told is kept for the one that comes."""
    if turn.memory.intent and not turn.state.ticket:
        # Something else was talked about before: of that only the order goes along.
        turn = turn.remembering(replace(turn.memory, intent="", details=_carried(turn)))
    numbers = reading.by_itself(turn)
    if not (numbers or tells_something(turn)):
        return turn.memory
    return learn(turn, None, ())


def tells_something(turn: Turn) -> bool:
    """Whether a line is about a matter: a trouble, a wish, or a plain detail such as a date."""
    if manner.asks(turn.text):
        return False
    if manner.asks_or_reports(turn.text) or manner.reports_damage(turn.text):
        return True
    if manner.own_slip(turn.text):
        return True  # `구매확정을 실수로 눌렀어요`
    moment = extract.when(turn.text, turn.now)
    return moment is not None and not reasons.remainder(turn.text, moment)


def learn(turn: Turn, intent: Intent | None, wanted: tuple[str, ...]) -> Memory:
    """The memory with what this text tells: the details in it, and its words as what happened."""
    # One rule asks what a line would tell, and the next files it.
    known: dict[tuple[str, tuple[str, ...]], Memory] = turn.__dict__.setdefault("learned", {})
    matter = intent.id if intent else "", wanted
    if matter not in known:
        known[matter] = _learn(turn, intent, wanted)
    return known[matter]


def _learn(turn: Turn, intent: Intent | None, wanted: tuple[str, ...]) -> Memory:
    told = dict(turn.memory.details)
    told.update(reading.read(turn, intent, wanted) if intent or wanted else reading.by_itself(turn))
    line = told_in(turn.own_words, turn.memory.details.get("order_number", ""))
    if not line and "order_number" not in told and len(extract.order_numbers(turn.text)) > 1:
        line = turn.own_words  # two orders of which one is meant: he is asked which
    story = told.get("what", "")
    if line and not turn.incoming.tap and line not in story.split("\n"):
        told["what"] = f"{story}\n{line}".strip()[:LONGEST_STORY]
    asked = turn.memory.asked
    missed = "번호" in turn.text and manner.misses_a_detail(turn.text)
    if (missed or manner.is_not_shown(turn.text)) and not told.get("order_number"):
        # His name and phone find the order, too, and are still to be asked for.
        asked = {"name": 0, **asked, "order_number": details.MOST_ASKED}
    return replace(turn.memory, details=told, asked=asked)


def learn_beside(turn: Turn, intent: Intent | None) -> Memory:
    """What a question tells that was answered at once: its numbers, and no word of what happened.

    The conversation keeps it; a ticket that began with it would tell a person nothing.
    """
    memory = learn(turn, intent, ())
    if intent is not None and asks_how_many(intent) and not turn.state.ticket:
        return memory  # `세금계산서 되죠?` is to be in the offer for so many
    paper = _PAPER.search(words.squash(turn.text)) if not turn.state.ticket else None
    if paper is not None and intent is not None and paper[0] in intent.answer:
        return memory  # which of several papers is wanted, where the answer offers them
    broken = manner.reports_damage(turn.text) and not manner.asks_of_goods(turn.text)
    wants = manner.is_request(turn.text) or _DONE_BESIDE.search(words.squash(turn.text))
    if broken or manner.reports_problem(turn.text) or wants:
        return memory
    told = {name: said for name, said in memory.details.items() if name != "what"}
    if story := turn.memory.details.get("what"):
        told["what"] = story
    return replace(memory, details=told)


def told_in(line: str, known: str = "") -> str:
    """What a line tells beside its number; of several, or of another than is `known`, each stays
    where it was said.
    """
    rest = reasons.remainder(line, None)
    if not rest:
        return rest
    numbers = extract.order_numbers(line)
    another = bool(known) and any(number not in known for number in numbers)
    return line if another or len(numbers) > 1 or whose_order.changes_phone(line) else rest
