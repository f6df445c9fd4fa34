"""A detail that was told wrong is put right: a number, a street, a size, a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rapidfuzz.distance import Levenshtein

from bot.dialog import details, extract, happened, manner, reasons, words
from bot.dialog.answers import ask_again
from bot.dialog.filing import add, unanswered
from bot.dialog.learning import learn
from bot.dialog.turn import Turn, say
from bot.model import Decision, Memory, Reply
from bot.patterns import searched
from bot.records import replace
from intents.particles import josa

#: Details that no part is changed of: a letter or a digit in them is no word of the customer's.
WHOLE = frozenset({"order_number", "phone", "photo"})
#: Digits by which the same number, typed again, may differ.
SLIP = 2
#: Digits of the tail of a phone number.
TAIL = 4
#: What is said before a thing that was told wrong is put right.
SORRY = (
    r"(?:네(?![가-힣])|근데|아니(?:다|요|에요|고)?|아이다|아입니더|아뇨|앗|엇|아차|아(?!이)|참|헐|헉|어머|정정|죄송(?:해요|합니다|한데)?"
    r"|(?:제가\s?)?잘못\s?(?:적|썼|쓴|말)[가-힣]{0,5})"
)
_UNIT = re.compile(
    rf"(?:{SORRY}|(?:동|호수?|층|번지)\s?(?:이|가|을|를)?\s?(?:틀[가-힣]{{1,4}}|(?:잘못|틀리게)\s?(?:적|썼|쓴|말)[가-힣]{{0,5}})|(?:동\s?)?호수(?:가|는)?|다시\s?(?:보니까?|확인하니까?|생각하니)|역시|그냥|[\s,.~!])+"
    r"(?P<number>\d{1,5})\s?(?P<unit>동|호|층|번지)"
    r"(?:이?다|이에요|에요|예요|입니다|이요|요|임|네요|인데요|(?:였|이었)(?:네요?|어요|습니다|는데요?)|(?:이|가)\s?맞[가-힣]{1,4}|(?:으)?로\s?(?:해|할|부탁)[가-힣\s]{1,6})?"
    r"(?:\s?(?:죄송|미안)[가-힣]{0,4})?[\s.!~ㅠㅜㅎㅋ]*"
)
_SORRY_BEHIND = re.compile(r"[\s,.~]*(?:죄송|미안|잘못\s?(?:적|썼|말))[가-힣\s.!~ㅠㅜ]*$")
#: `302호요` where 320호 stands: nobody lives in two.
_UNIT_ALONE = re.compile(
    r"(?P<number>\d{1,5})\s?(?P<unit>호)\s?(?:이에요|에요|예요|입니다|이요|요)[\s.!~]*"
)
#: `320호로 다시 바꿔 주세요`: wanted now, whatever stood there.
_UNIT_WANTED = re.compile(
    rf"(?:{SORRY}|다시|혹시|그럼|그러면|역시|그냥|주소|배송지|동?호수?(?:를|만)|[\s,.~!])*(?P<number>\d{{1,5}})\s?(?P<unit>동|호|층|번지)(?:으)?로\s?(?:다시\s?)?"
    r"(?:바꿔|변경|고쳐|수정|정정|해|보내|부탁)(?:\s?(?:해|좀))?\s?(?:주세요|줘요?|주시겠어요|주실\s?수\s?있나요|주시면\s?돼요|드려요|부탁(?:드려요|드립니다|해요)|할게요)?[\s.!~?]*"
)
_MOVES = searched(
    r"(?:으로|로)(?:다시)?(?:바꿔|변경|고쳐|수정|정정|해|보내)(?:해|좀)?(?:주세요|줘|주시|주실|드려|부탁|할게)"
)
_STREET = re.compile(
    rf"(?:{SORRY}|[\s,.~!])*(?:도로명이\s?)?(?P<street>[가-힣0-9]{{1,12}}(?:로"
    rf"|길))\s?(?P<number>\d{{1,4}}(?:-\d{{1,4}})?)(?:번지)?"
    r"(?:이에요|에요|예요|입니다|이요|요|임|네요|인데요)?[\s.!~]*"
)
_BETTER = re.compile(
    rf"(?:{SORRY}|생각해\s?보니(?:까)?|그냥|역시|다시|[\s,.~!])+(?:사이즈|색상?|색깔)?(?:은|는|을"
    rf"|를)?\s?(?P<new>[가-힣A-Za-z0-9]{{1,10}}?)(?:\s?사이즈)?"
    r"(?:(?:이|가|으로|로)?\s?(?:더\s?)?(?:낫|좋|나을|할[게께래]|바꿔|바꿀|해\s?주|부탁|요|이요)[가-힣\s]{0,8})?[.!~ㅎㅋ]*"
)
#: What was ordered, of what it shall be, and the wish to have just that.
_FIRST_OF = re.compile(
    r"(?:[가-힣]{1,4}(?:을|를))?(?P<old>[가-힣A-Za-z0-9]{1,8}?)(?:색상?|사이즈)?에서[가-힣A-Za-z0-9]{1,8}?(?:으로|로)"
)
_BACK_TO = re.compile(
    r"(?:아(?!니)|앗|네|어|음|아니(?:다|요|에요|예요)?|그냥|걍|역시|다시|생각해보니까?|죄송(?:해요|한데|합니다)?|원래(?:대로)?|처음|주문한(?:대로)?|시킨(?:대로)?)+"
    r"(?P<new>[가-힣A-Za-z0-9]{1,8}?)(?:색상?|사이즈)?(?:으로|로)(?:그냥|그대로)?(?:이?요|할[게래]요|해주세요|갈[게래]요|둘게요|보내주세요|받을[게래]요)"
    r"(?:(?:안|굳이)[가-힣]{1,5}도(?:돼요|되요|됩니다|괜찮아요))?"
)
#: `아니 월넛으로`: what no list of colours holds takes the place of the one word that is known.
_RATHER_IN = re.compile(
    r"(?:아|앗|어|아아)?[\s,.]*아니(?:다|요|아)?[\s,.~]+(?P<new>[가-힣A-Za-z]{2,8}?)(?:으로|로)(?:요|해\s?주세요|부탁드려요|할게요)?[\s.!~]*"
)
_IN = re.compile(r"(?:으로|로)(?:요)?$")
#: What is called the end of a number.
_AT_THE_END = (
    r"(?:맨\s?)?(?:끝|뒷|뒤|마지막)\s?(?:에\s?)?(?:(?:한|두|세|네|[1-8])\s?)?(?:번호|자리|숫자|에)?"
)
_TAIL = re.compile(
    rf"(?:(?:{SORRY}|[\s,.~!])*(?:주문\s?)?번호(?:를|가|도|는)?\s?(?:제가\s?)?(?:잘못"
    rf"|틀)\S*(?:\s(?:적|썼|쓴|입력|알려|말)\S*)?\s+)?(?:(?:{SORRY}|[\s,.~!])+(?:주문\s?)?번호"
    rf"|(?:{SORRY}|[\s,.~!])*(?:주문\s?)?(?:번호)?\s?{_AT_THE_END})"
    r"\s?(?:이|가|은|는|를)?\s?(?P<digits>\d{1,8})\s?(?:번)?(?:이에요|에요|예요|입니다|이요|요|임|이?네요|이던데요"
    r"|(?:으)?로\s?(?:정정|수정|고쳐|바꿔|변경)[가-힣\s]{0,10})?"
    r"(?:[\s,]*\d{1,8}\s?(?:이|가)?\s?아니(?:고요?|라|에요|구요?))?[\s.!~]*"
)
#: `아니다 8809예요 끝자리가`
_TAIL_BEHIND = re.compile(
    rf"(?:{SORRY}|[\s,.~!])*(?P<digits>\d{{2,8}})\s?(?:번)?(?:이에요|에요|예요|입니다|이요|요|임|이?네요)\s*{_AT_THE_END}\s?(?:이|가)?[\s.!~]*"
)
#: `아니 4445요`: four digits alone end the number that is so like them.
_FOUR_DIGITS = re.compile(
    rf"(?:{SORRY}|[\s,.~!])+(?P<digits>\d{{4}})\s?(?:번)?(?:이에요|에요|예요|입니다|이요|요|임|이?네요)[\s.!~]*"
)
#: The last digits of a number, perhaps called that.
_LAST_DIGITS = re.compile(
    rf"(?P<called>(?:(?P<kind>주문|전화|핸드폰|휴대폰|연락처)\s?)?(?:번호)?\s?(?:{_AT_THE_END})?)\s?(?:이|가|은"
    rf"|는)?\s?(?P<digits>\d{{1,8}})\s?번?"
)
_NAME = re.compile("[가-힣]{2,4}")
#: A name, or he himself, was told first.
_OF_NAME = searched(
    r"(?:이름|성함|명의|주문자|구매자|수령인|받는\s?사람)|^(?:제|저|내|나)(?:가|는)?$"
)
_STARTS_ANEW = searched(r"\s(?:잘못|죄송|미안|정정)")
_APOLOGY = searched(
    r"\s*(?:죄송(?:해요|합니다|함다)?|미안(?:해요|합니다)?|ㅠ+|ㅜ+"
    # `2014호예요 헷갈렸네요`
    r"|(?<=\s)(?:제가\s?)?(?:헷갈|착각|실수|혼동|(?:잘못|틀리게)\s?(?:적|썼|쓴|봤|본|말|알|눌))[가-힣]{1,6})[\s.~!]*$"
)
_ENDING = searched(
    r"(?:(?:으로|로)?\s?(?:해|바꿔|바까|변경해|수정해|고쳐|보내|부탁)[가-힣\s]*|(?:으로|로)?\s?할[게께래]요?|으로요|로요|이에요|예요|이예요|에요"
    r"|입니다|이요|임|요|으로|로)$"
)


def correct(turn: Turn, found: manner.Correction) -> Decision | None:
    """The detail that held the old words holds the new ones."""
    new = _stem(found.new)
    old = _stem(found.old)
    was, is_ = extract.when(found.old, turn.now), extract.when(found.new, turn.now)
    if was is not None and is_ is not None:
        old, new = was.words, is_.words
    told = dict(turn.memory.details)
    numbers = extract.order_numbers(found.new)
    kept = WHOLE
    if numbers and told.get("order_number"):
        old, new = told["order_number"], ", ".join(numbers)
        kept = WHOLE - {"order_number"}
    if not old or not new:
        return None
    if (tail := _tails(told, old, new)) is not None:
        return put_right(turn, *tail)
    if (named := _another_name(turn, found, old, new)) is not None:
        return _rename(turn, *named)
    # `받는 곳 1503호 말고`: what was said before need not be said alike.
    for words_said in dict.fromkeys((old, old.split()[-1])):
        hit = _holding(told, words_said, kept, new)
        if hit:
            return put_right(turn, hit, words_said, new, is_)
    if told.get("reason") and (reasons.reason(found.new) or details.is_of_size(found.new)):
        # `작은 게 아니라 커서요`: the reason need not be said alike.
        was_so = re.compile(re.escape(told["reason"]))
        # `커요` is no word without its end.
        so = _APOLOGY.sub("", found.new).rstrip(".!?~, ")
        right = _STARTS_ANEW.split(new if len(new) > 1 else so)[0]
        return put_right(turn, {"reason": was_so}, words.clip(found.old), right)
    return None


def _another_name(
    turn: Turn, found: manner.Correction, old: str, new: str
) -> tuple[str, str] | None:
    """The name that was told, and the one in its place."""
    # One letter of a name is put right: it need not be a usual one.
    if extract.name(old) == old and _NAME.fullmatch(new) and old[0] == new[0]:
        return old, new
    another = _name_in(found.new) if _OF_NAME.search(found.old) else ""
    return (turn.memory.details.get("name") or another, another) if another else None


def _name_in(said: str) -> str:
    """Whose order it is, behind `신랑 이름으로 주문했네요 박성호요`; or empty."""
    last = said.rstrip(" .!~").rpartition(" ")[2]
    return extract.name(said) or extract.name(last) or ""


def _tails(
    told: Mapping[str, str], old: str, new: str
) -> tuple[dict[str, re.Pattern[str]], str, str] | None:
    """The number that ends with the old digits, where only its end was wrong, and both ends.

    Less than four digits may be a size: they are an end only where they are called that.
    """
    was, is_ = _LAST_DIGITS.fullmatch(old), _LAST_DIGITS.fullmatch(new)
    if was is None or is_ is None or len(was["digits"]) != len(is_["digits"]):
        return None
    before, after = was["digits"], is_["digits"]
    if len(before) < TAIL and not (was["called"].strip() or is_["called"].strip()):
        return None
    names = ("order_number",) if was["kind"] == "주문" else ("order_number", "phone")
    names = ("phone",) if was["kind"] not in {None, "주문"} else names
    there = re.compile(rf"{before}(?!\d|-)")
    hit = next((name for name in names if there.search(told.get(name, ""))), None)
    block = re.compile(rf"(?<=-){before}(?=-)")  # `2323 아니고 2332` of the middle one
    if hit is None and "phone" in names and block.search(told.get("phone", "")):
        return {"phone": block}, before, after
    return ({hit: there}, before, after) if hit else None


def _rename(turn: Turn, old: str, new: str) -> Decision:
    """Another name than was told: it holds, whether the first one was kept or not."""
    known = turn.memory.details.get("name", old)
    named = {**turn.memory.details, "name": known}
    turn = turn.remembering(replace(turn.memory, details=named))
    return put_right(turn, {"name": re.compile(re.escape(known))}, old, new)


def _holding(
    told: Mapping[str, str], said: str, kept: Collection[str], new: str
) -> dict[str, re.Pattern[str]]:
    """The details in which these words stand, and where they do."""
    # `2` is not the 2 of `320`, and `M` not the M of `XM`.
    # And `804` that becomes `840호` stands for `804호`.
    unit = "[동호층]?" if new.endswith(("동", "호", "층")) and said.isdigit() else ""
    there = re.compile(rf"(?<![0-9A-Za-z]){re.escape(said)}{unit}(?![0-9A-Za-z])")
    return {name: there for name, value in told.items() if name not in kept and there.search(value)}


def put_right(
    turn: Turn,
    hit: Mapping[str, re.Pattern[str]],
    old: str,
    new: str,
    moment: extract.When | None = None,
) -> Decision:
    """Write `new` where `old` stood, and say so."""
    told = dict(turn.memory.details)
    if "order_number" not in told and (numbers := extract.order_numbers(turn.text)):
        told["order_number"] = ", ".join(numbers)
    for name, there in hit.items():
        if name == "what":
            # His own words stay as he wrote them; the new ones come after.
            told[name] = f"{told[name]}\n{turn.own_words}"
        else:
            told[name] = there.sub(lambda _: new, told[name])
    if "option" in hit:
        told["option"] = _with(told["option"], new, new)
    if "when" in hit and moment is not None:
        told["when"] = happened.moment("", moment)
    memory = replace(turn.memory, details=told)
    text = turn.texts.corrected(old, new)
    return _say_so(turn, text, memory)


def _say_so(turn: Turn, text: str, memory: Memory) -> Decision:
    """Say what was put right, and ask on for what is still missing."""
    if not turn.state.ticket:
        return _said_before_filing(turn, text, memory)
    intent = turn.entry
    return add(turn, Reply(text=text), intent=intent, memory=unanswered(turn, memory))


def _said_before_filing(turn: Turn, text: str, memory: Memory) -> Decision:
    """Say it, and put the open question again, so that its buttons stay in reach."""
    question = turn.state.question
    if question is None:
        return say(turn, text, memory=memory)
    known = turn.remembering(memory)
    return ask_again(known, question, f"{text}\n")


def mend_unit(turn: Turn) -> Decision | None:
    """`아 죄송 102동이에요`: another number of the same unit takes the place of the known one."""
    known = turn.memory.details.get("address", "")
    said = _SORRY_BEHIND.sub("", turn.text)
    # `320호요 죄송`: the word of it may stand behind.
    said = f"죄송 {said}" if said != turn.text else said
    told = _UNIT.fullmatch(said) or _UNIT_WANTED.fullmatch(said) or _UNIT_ALONE.fullmatch(said)
    found = told if known else None
    if found is None:
        return None
    there = re.compile(rf"(?<!\d)\d+\s?{found['unit']}(?![가-힣])")
    before = there.findall(known)
    new = f"{found['number']}{found['unit']}"
    if len(before) != 1 or before[0] == new:
        return None
    return put_right(turn, {"address": there}, before[0], new)


def mend_tail(turn: Turn) -> Decision | None:
    """`아니다 끝이 0002요`: the last digits of the order, or of a phone, were told wrong."""
    told = turn.memory.details
    numbered = "order_number" in told or "phone" in told
    text = _APOLOGY.sub("", turn.text)  # `끝에 1이에요 잘못 눌렀네`
    said = _TAIL.fullmatch(text) or _TAIL_BEHIND.fullmatch(text)
    said = said or _FOUR_DIGITS.fullmatch(text)
    found = said if numbered else None
    if found is None:
        return None
    digits = found["digits"]
    for name in ("order_number", "phone"):
        known = told.get(name, "")
        right = known[: -len(digits)] + digits
        plain = known.replace("-", "").isdigit() and "-" not in known[-len(digits) :]
        if plain and right != known and is_slip(known, right):
            return put_right(turn, {name: re.compile(re.escape(known))}, known, right)
    return None


def mend_street(turn: Turn) -> Decision | None:
    """`잘못 썼네요 올림픽로 300이요`: another number of the same street, or all of it anew."""
    known = turn.memory.details.get("address", "")
    found = _STREET.fullmatch(turn.text) if known else None
    if found is None:
        return _another_street(turn, known) if known else None
    there = re.compile(rf"{re.escape(found['street'])}\s?\d{{1,4}}(?:-\d{{1,4}})?(?!\d)")
    before = there.findall(known)
    new = f"{found['street']} {found['number']}"
    if len(before) != 1 or before[0] == new:
        return None
    return put_right(turn, {"address": there}, before[0], new)


def _another_street(turn: Turn, known: str) -> Decision | None:
    """`월드컵로 20, 320호로 다시 바꿔 주세요`: of the same town, without its name."""
    if not _MOVES.search(words.squash(turn.text)) or extract.address(turn.text):
        return None
    said = extract.street(turn.text)
    if said is None or said in known:
        return None
    first = said.split()[0]
    before = known[known.index(first) :] if first in known else known
    return put_right(turn, {"address": re.compile(re.escape(before))}, before, said)


def mend_back(turn: Turn) -> Decision | None:
    """`주소는 원래대로요` beside a note to who delivers: only the address is taken back."""
    told = turn.memory.details
    if not (turn.state.ticket and told.get("address") and manner.keeps_address(turn.text)):
        return None
    if not any(map(manner.notes_for_courier, told.get("what", "").split("\n"))):
        return None
    intent = turn.entry
    memory = learn(turn, intent, ())
    kept = {**memory.details, "address": words.clip(turn.own_words)}
    return _say_so(turn, turn.texts.got_it, replace(memory, details=kept))


def mend_option(turn: Turn) -> Decision | None:
    """`생각해 보니 XL가 낫겠어요`: another size or colour than was told before."""
    found = _BETTER.fullmatch(turn.text)
    if found is None or manner.is_question(turn.text):
        return None
    known = turn.memory.details.get("option", "")
    if not known:
        return _mend_which(turn, found["new"])
    if is_as_ordered(turn):
        return None
    new = found["new"]
    old = extract.last_alike(known, new)
    if not old and (rather := _RATHER_IN.fullmatch(turn.text)) and " " not in known:
        old, new = _IN.sub("", known), rather["new"]
    if not old or old == new:
        return None
    memory = replace(turn.memory, details={**turn.memory.details, "option": _with(known, old, new)})
    return _say_so(turn, turn.texts.corrected(old, new), memory)


def is_as_ordered(turn: Turn) -> bool:
    """`아 그냥 베이지로 할게요` behind `베이지에서 그레이로요`: it shall be as it was ordered."""
    said = _BACK_TO.fullmatch(words.squash(turn.text))
    known = words.squash(turn.memory.details.get("option", ""))
    before = _FIRST_OF.match(known) if said is not None else None
    return before is not None and said is not None and before["old"] == said["new"]


def _mend_which(turn: Turn, new: str) -> Decision | None:
    """`파란색만 취소해 주세요`, then `아 빨간색이요`: which is meant, where none is asked."""
    question = turn.state.question
    if question is None or question.kind != "file" or turn.state.ticket:
        return None
    told = turn.state.words
    offered = turn.intent(question.intents[0]) if question.intents else None
    asked = offered is None or any(one.id == "option" for one in details.of(offered))
    old = None if asked else extract.last_alike(told, new)
    if not old or old == new:
        return None
    decision = _said_before_filing(turn, turn.texts.corrected(old, new), turn.memory)
    return replace(decision, state=replace(decision.state, words=f"{told}\n{turn.text}"))


def _with(known: str, old: str, new: str) -> str:
    """The option with another size or colour in its last place (`235를 240으로`, `245`)."""
    last = re.compile(rf"{re.escape(old)}(?:으로|로)?(?!.*{re.escape(old)})")
    return last.sub(lambda found: josa(new, "으로/로") if found[0] != old else new, known)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by a slip: the second is the first, written again."""
    return Levenshtein.distance(one, other, score_cutoff=SLIP) <= SLIP


def _stem(said: str) -> str:
    """What was named, without the ending that makes a sentence of it."""
    stem = _APOLOGY.sub("", said.strip()).rstrip(".!?~, ")
    bare = _ENDING.sub("", stem).strip()
    return bare or stem
