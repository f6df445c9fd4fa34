"""The answer to an offer to file the matter: taken, refused, or more told."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.dialog import details, extract, manner, reading, reasons, wishes, words
from bot.dialog.answers import answer, ask_again
from bot.dialog.asked.between import is_other_matter
from bot.dialog.asked.choosing import with_both_lines
from bot.dialog.asked.heard import NUMBERS, told_anew
from bot.dialog.complaints.told import was_told_late
from bot.dialog.complaints.wanted import broken_instead_of_mended
from bot.dialog.entries import (
    asked_for,
    cancels,
    changes_order,
    first_complaint,
    is_for,
    of_goods,
    restocks,
    tells_stage,
)
from bot.dialog.failures import COMES_BY_ITSELF
from bot.dialog.filing import both_lines, file, taken, topic
from bot.dialog.learning import learn
from bot.dialog.offers import starts_anew, waits_long
from bot.dialog.put_right.kept_orders import comes_otherwise
from bot.dialog.put_right.taking_back import takes_back
from bot.dialog.reporting import report, wording
from bot.dialog.told_by_words import past_its_term
from bot.dialog.turn import Turn, say
from bot.model import Decision, Memory, Question
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: `결제까지 했는데`: what is sold out was ordered.
_HAS_ORDERED = searched(
    r"(?:결제|주문|구매|입금)(?:까지|도|를|을)?(?:다|이미|벌써)?(?:했|마쳤|끝냈|완료)"
)
#: `쇼핑백은 몇 개 줘요` asks how many, and wants nothing done.
_ASKS_OF_IT = searched(
    r"몇|언제|얼마|어떻게|어디|누가|무슨|어떤|무엇|뭐(?!든)"
    # Whether something else can be done, and not the matter itself.
    r"|(?<!접수)(?<!처리)(?<!취소)(?<!환불)(?<!교환)(?<!반품)(?<!변경)(?<!연결)(?<!확인)(?:할|하는게)수(?:는|도)?있(?:어|나|을까"
    r"|습니|는지)"
    # `경비실에 맡겨달라고 하면 되죠?`
    r"|(?:하|적|쓰|남기|말하|두|넣)(?:으)?면(?:은)?(?:되죠|되나요|돼요|될까요|되는거죠|되는건가요|되는거예요)$"
    # `두 사이즈 시켜서 하나 반품해도 돼요?`: of what he has yet to order.
    r"|(?:시켜|주문해|구매해|사|골라)서[가-힣0-9]{0,10}?(?:반품|교환|환불|취소)(?:해도|하면)(?:되|돼|괜찮)"
)
#: `건조는요?`; `30개 정도요` tells how many.
_OF_ANOTHER = searched(r"[은는]\s?요?[?？\s]*$")
_BARE_WISH = re.compile(
    r"(?:음+|흠|그럼|그러면|네|넵|아|일단|그냥|역시|저는)+(?P<wish>교환|환불|반품|취소)(?:이?요|으?로요?|으?로할[게께래]요?|할[게께래]요)?"
    r"|(?P<named>교환|환불|반품|취소)(?:접수|신청)(?:이?요|할[게께래]요|부탁[가-힣]{1,4})"
)
#: What something shall be, where no verb wants it.
_INTO_IT = searched(r"(?:으로|로)(?:할[게께]|할래|하려고|하고싶어)?[요여용]?[.!~]*$")
#: How answers call a way to pay.
_AS_TOLD = {**dict.fromkeys(("무통", "통장", "이체", "현금"), "계좌"), "네페": "네이버페이"}
#: `오해했네요 죄송합니다`; who mistook a size wants another one.
_MISTOOK = searched("오해했|오해를했|제가잘못(?:알|이해|생각)")
#: What nearly every answer holds: a line is not shown for it.
_OF_ANY_ORDER = frozenset(("주문", "구매", "상품", "물건", "제품"))
_WANTS_WORD = re.compile(
    r"(?:그럼|네|내일|오늘|나중에|천천히|확인하고|확인하시고|확인해서|확인되면|되는대로|아침에|편하실때|빨리|꼭|여기로|톡으로|문자로)*"
    r"(?:답|답변|답장|연락|회신|톡|문자)(?:을|좀|만)*(?:꼭)?(?:주세요|줘요|주십시오|부탁[가-힣]{1,5}|남겨주세요|주시면(?:돼요|됩니다|감사[가-힣]{1,6}))"
)
_LET_KNOW = searched("알림|알려|연락|문자|입고")
#: A reproach for what was sent.
_SENT_SUCH = searched(
    r"(?:이런|이딴|이따위|저런|그런|이렇게|이걸|이거를?)(?:거|것|걸|상태로|제품을?|물건을?|상품을?)?(?:을|를)?(?:보내|파|팔)(?:시면|면|시다니|다니|시고|놓고|시는게|는게|는건)"
    r"[가-힣]{0,4}?(?:어떡|어떻게(?:해|하|합)|어쩌|우째|[안못][되돼][죠지]|말이|너무)"
)
#: `쿠폰 적용이 안 되는데요`: it is there, and nobody waited for it.
_NOT_APPLIED = searched(
    r"(?:적용|사용|등록|다운|다운로드|선택|클릭|입력|발급|결제|쓰려고하는데|쓰는게)(?:이|을|를|은|도|가)?(?:자꾸|계속|아예|전혀|왜)?(?:안|못)"
)
#: `반품 신청했는데요`, `교환 접수해 놨어요`
_ASKED_ELSEWHERE = searched(
    r"(?:신청|접수|요청)(?:을|를)?(?:한(?:거|건|상태|사람)|했|해놨|해놓|해뒀|드렸|넣었)"
)
#: So long behind an offer who asks whether it is done by now thinks that it was filed.
A_WHILE = timedelta(minutes=10)
#: Categories of wishes for goods that go back.
_GO_BACK = frozenset(("refund", "exchange"))


def hear_offer(turn: Turn, question: Question) -> Decision | None:
    """A number is as good as a yes; a refusal in other words is one; a date is kept for later."""
    intent = topic(turn)
    if not turn.state.ticket and manner.wants_person(turn.text):
        return None  # a number beside it is for him
    stands = _asks_how_it_stands(turn, question, intent) or _calls_it_off(turn, intent)
    if stands is not None:
        return stands
    if words.is_order_number(turn.text) or extract.order_numbers(turn.text):
        rest = extract.without_numbers(turn.text)
        agreed = words.yes_or_no(rest) == "yes" or words.asks_to_do(rest)
        if not agreed and starts_anew(turn, intent) and manner.is_request(turn.said):
            return None  # with its order something else is wanted
        if not agreed and _reports_another(turn, intent):
            return None
        return file(turn, _taken_with_number(turn, intent), intent)
    becomes = _tells_it_of_the_order(turn, intent)  # `그럼 블랙으로 할게요`
    left = _wants_otherwise(turn, intent) or (None if becomes else _wants_none(turn))
    return left or _hear_more_of_it(turn, question, intent)


def _asks_how_it_stands(turn: Turn, question: Question, intent: Intent | None) -> Decision | None:
    """`아직 확인 안 됐나요`: nothing was filed yet; of who told his order a while ago it is now."""
    asks = manner.asks_status(turn.text) or manner.asks_done(turn.text)
    asks = asks or manner.asks_if_done(turn.text)
    if asks and _told_its_order(turn, intent) and _a_while_ago(turn):
        return file(turn, taken(turn, intent), intent)
    if not (asks or manner.asks_ticket_number(turn.text)):
        return None
    return ask_again(turn, question, f"{turn.texts.status_not_filed}\n")


def _calls_it_off(turn: Turn, intent: Intent | None) -> Decision | None:
    """`반품 취소할게요` behind `반품 신청했는데요`: the one that he asked for elsewhere is
    wanted no more, which a person sees to. Where none was, nothing need be filed.
    """
    wished = intent is not None and intent.ticket == "ask" and intent.category in _GO_BACK
    if intent is None or not wished or turn.state.ticket:
        return None
    named = manner.calls_off(turn.text)
    elsewhere = bool(_ASKED_ELSEWHERE.search(words.squash(turn.memory.details.get("what", ""))))
    if not (is_for(turn, intent, named) if named else elsewhere and manner.only_cancels(turn.text)):
        return None
    return report(turn, intent) if elsewhere else say(turn, turn.texts.not_filed)


def _told_its_order(turn: Turn, intent: Intent | None) -> bool:
    """Whether a person could look at what is offered: who asks if that is done by now (`아직 확인
    안 됐나요`), or presses (`급해요 오늘 나가야 하는데`), thinks that somebody does.
    """
    known = "order_number" in turn.memory.details
    return known and intent is not None and intent.ticket != "none"


def _a_while_ago(turn: Turn) -> bool:
    last = turn.memory.last_at
    return last is not None and turn.now - last > A_WHILE


def _wants_otherwise(turn: Turn, intent: Intent | None) -> Decision | None:
    """What takes the offer's place, or what is wanted of it by who waits for that."""
    changed = comes_otherwise(turn, intent) if intent is not None else None
    changed = changed or _comes_later(turn, intent)
    if changed is not None:
        unasked = replace(turn.state, question=None)
        return answer(replace(turn, state=unasked), changed)
    if intent is not None and (order := _ordered_it(turn, intent)) is not None:
        return report(turn, order)
    if intent is not None and was_told_late(turn.text):
        # `이런 건 미리 알려 줘야 하는 거 아닌가요` behind a question about goods
        blamed = first_complaint(turn, "wrong_information")
        said = wording(turn, blamed) if blamed else turn.texts.sorry
        return file(turn, said, blamed, own_words=both_lines(turn))
    of_them = intent is not None and intent is of_goods(turn)
    if of_them and _SENT_SUCH.search(words.squash(turn.text)):
        # `이런 걸 보내시면 어떡해요` behind it is of what came.
        faulty = first_complaint(turn, "product_quality")
        said = wording(turn, faulty) if faulty else turn.texts.sorry
        return file(turn, said, faulty, own_words=both_lines(turn))
    if (faulty := broken_instead_of_mended(turn, intent)) is not None:
        return file(turn, wording(turn, faulty), faulty, own_words=both_lines(turn))
    # `일단 기다릴게요 빨리 확인해 주세요`
    waits = "기다" in turn.text and manner.asks_outright(turn.text)
    waits = waits or (_told_its_order(turn, intent) and manner.presses(turn.text))
    return file(turn, taken(turn, intent), intent) if waits else None


def _comes_later(turn: Turn, intent: Intent | None) -> Intent | None:
    """`11월 30일 이후로 해주세요` of who told his order and asked when it comes, or of its way."""
    of_way = intent is None or intent is tells_stage(turn)
    known = of_way and "order_number" in turn.memory.details
    later = known and manner.wants_it_later(turn.text) and not manner.asks(turn.text)
    return changes_order(turn) if later else None


def _ordered_it(turn: Turn, intent: Intent) -> Intent | None:
    """`어제 결제까지 했는데` behind `왜 자꾸 품절이래`: what becomes of the order is asked."""
    gone = intent is restocks(turn) and "품절" in turn.memory.details.get("what", "")
    ordered = gone and _HAS_ORDERED.search(words.squash(turn.text))
    return asked_for(turn, "주문") if ordered and not manner.asks(turn.text) else None


def _wants_none(turn: Turn) -> Decision | None:
    """Who waits, sees to it himself, or takes it back has nothing filed."""
    waits = manner.is_heard(turn.text) and "기다" in turn.text
    if _MISTOOK.search(words.squash(turn.text)) and not manner.is_request(turn.text):
        return say(turn, turn.texts.as_you_like)  # `오해했네요 죄송합니다`
    himself = manner.does_himself(turn.text) or manner.has_ordered(turn.text)
    if not (himself or waits or takes_back(turn)):
        return None
    return say(turn, turn.texts.as_you_like if himself else turn.texts.not_filed)


def _hear_more_of_it(turn: Turn, question: Question, intent: Intent | None) -> Decision | None:
    """A trouble with what is offered, or something told of it; None where it is another matter."""
    if _goes_on(turn) or past_its_term(turn.text):
        return None
    wants_word = bool(_WANTS_WORD.fullmatch(words.squash(turn.text)))  # `내일 답 주세요`
    # `확인해서 알려주세요`
    if wants_word or (
        intent is not None
        and (words.asks_to_do(turn.text) or _tells_what_is_to_be_mended(turn, intent))
    ):
        return file(turn, taken(turn, intent), intent)
    unpaid = _is_unpaid(turn, intent)
    if intent is not None and not unpaid and _still_unpaid(turn, intent):
        return file(turn, turn.texts.sorry_still(intent.title), intent)
    if intent is None and _tells_who(turn):
        return file(turn, taken(turn, None), None)  # where no entry is offered, but a person
    if intent is None or _reports_another(turn, intent) or is_other_matter(turn, intent):
        return None
    return _hear_told(turn, question, intent)


def _reports_another(turn: Turn, intent: Intent | None) -> bool:
    """Whether a trouble is told that is no more of what is offered: money that does not come,
    goods that turn out broken, or a parcel that is late (`반품 완료라는데 입금이 안 됐어요 2024…`).
    """
    late = waits_long(turn, intent) is not None
    return late or _is_unpaid(turn, intent) or _turns_out_broken(turn, intent)


def _is_unpaid(turn: Turn, intent: Intent | None) -> bool:
    return manner.misses_money(turn.text) and starts_anew(turn, intent)


def _goes_on(turn: Turn) -> bool:
    """Whether the same is asked of something else (`그럼 L은요`): no detail, and no yes."""
    asked = manner.pursued(manner.without_occasion(manner.beside_courtesy(turn.text)))
    named = asked is not None and (asked.names or (asked.things and _OF_ANOTHER.search(turn.text)))
    return asked is not None and asked.goes_on and bool(named)


def _tells_who(turn: Turn) -> bool:
    """Whether who was offered a person tells his name or number: that is a yes."""
    fresh = reading.by_itself(turn).keys() - turn.memory.details.keys()
    return bool(NUMBERS & fresh) and not manner.is_question(turn.text)


def _still_unpaid(turn: Turn, intent: Intent) -> bool:
    """`입금 안 됐는데요?` behind when a refund, or points, come: they have not, and it is filed."""
    if _NOT_APPLIED.search(words.squash(turn.text)):
        return False
    awaited = intent.category == "refund" and all(one.id != "reason" for one in details.of(intent))
    awaited = awaited or bool(COMES_BY_ITSELF.search(intent.title))
    # `현금은 들어왔는데 포인트만 안 들어왔어요`
    return awaited and (manner.still_unpaid(turn.text) or manner.misses_credit(turn.text))


def _turns_out_broken(turn: Turn, intent: Intent | None) -> bool:
    """Whether goods that were to go back are told under the offer to be broken."""
    back = intent is not None and intent.ticket == "ask" and intent.category in _GO_BACK
    return back and manner.reports_damage(turn.text) and not manner.asks(turn.text)


def _tells_what_is_to_be_mended(turn: Turn, intent: Intent) -> bool:
    """`작년에 샀는데 화면에 줄이 가요` behind what repairs cost: a trouble is recorded at once."""
    mends = intent.ticket == "ask" and intent.category == "product_quality"
    return mends and manner.reports_damage(turn.text) and not manner.asks(turn.text)


def _taken_with_number(turn: Turn, intent: Intent | None) -> str:
    """That a matter was taken in, and the number said back where there is one, to show a slip."""
    number = learn(turn, intent, ()).details.get("order_number", "")
    known = not number or number == turn.memory.details.get("order_number")
    said = taken(turn, intent)
    return said if known else f"{said}\n{turn.texts.got_number(number)}"


def _hear_told(turn: Turn, question: Question, intent: Intent) -> Decision | None:
    """What is told under an offer: a yes before it or in it, a wish, a detail, a reason."""
    memory = learn(turn, intent, question.details)
    if manner.only_tells_stage(turn.text) and not manner.is_question(turn.text):
        # How far the order is belongs to what was asked; the offer stands.
        return ask_again(turn.remembering(memory), question, f"{turn.texts.got_it}\n")
    if "address" in told_anew(turn.memory, memory) and manner.is_question(turn.text):
        # `테헤란로 152 맞게 돼 있나요`: a person sees; the offer stands.
        return ask_again(turn.remembering(memory), question, f"{turn.texts.got_it}\n")
    # `뒤에 거 취소해주세요` under an offer for both is another wish.
    other = starts_anew(turn, intent) and manner.is_request(turn.said)
    numbers = told_anew(turn.memory, memory) & NUMBERS and not manner.is_question(turn.text)
    numbers = not other and numbers
    wants = manner.is_request(turn.said) and not _ASKS_OF_IT.search(words.squash(turn.text))
    # `그럼 250으로 해주세요` says what it shall become.
    turns = any(one.id == "option" for one in details.of(intent))
    becomes = turns and wants and extract.option(turn.text) is not None
    # So does `M에서 L로요`.
    becomes = becomes or (turns and _tells_what_it_shall_be(turn, memory))
    # `XL 없으면 환불이요` wants the exchange first.
    agrees = _agrees(turn, intent) or _says_its_name(turn, intent)
    # `그럼 회색 245 알림 좀 해주세요`
    told_of = wants and not question.details and intent is restocks(turn)
    agrees = agrees or (told_of and bool(_LET_KNOW.search(turn.text)))
    if numbers or becomes or agrees or wishes.fallback(turn.own_words):
        return file(turn.remembering(memory), taken(turn, intent), intent)
    # The same line once more is no yes: it was answered, and did not help.
    anew = words.squash(turn.text) != turn.memory.last
    insists = bool(question.details) or "접수" in turn.text or anew
    if insists and wants and _is_same(turn, intent):
        # Asking for it is a yes; what the offer asked along is asked again in its turn.
        asked = {k: v for k, v in turn.memory.asked.items() if k not in question.details}
        unasked = turn.remembering(replace(turn.memory, asked=asked))
        return file(unasked, taken(turn, intent), intent)
    if not details.of(intent) and wants and turn.match.verdict != "answer":
        # `오전 9시에 두 번 결제됐어요 빨리 취소해 주세요`: it wants just that looked at.
        return file(turn, taken(turn, intent), intent)
    return _offer_on(turn, question, intent) if question.details else _reason_is_yes(turn, intent)


def _tells_what_it_shall_be(turn: Turn, memory: Memory) -> bool:
    """Whether the option is told as a wish is, without a verb (`다음 주 화요일로요`)."""
    fresh = "option" in told_anew(turn.memory, memory)
    return fresh and bool(_INTO_IT.search(words.squash(turn.text)))


def _tells_it_of_the_order(turn: Turn, intent: Intent | None) -> bool:
    """The same of an order that was made: nobody sees to that himself."""
    if intent is None or intent is not changes_order(turn):
        return False
    return _tells_what_it_shall_be(turn, learn(turn, intent, ("option",)))


def _says_its_name(turn: Turn, intent: Intent) -> bool:
    """`음 그럼 교환`: the wish that is offered, by its bare name."""
    said = _BARE_WISH.fullmatch(words.squash(turn.text))
    return said is not None and is_for(turn, intent, said["wish"] or said["named"])


def _agrees(turn: Turn, intent: Intent) -> bool:
    """Whether a line begins with a yes, whatever is told behind it, or says that nothing helped."""
    rest = words.agrees_first(turn.text)
    if manner.is_question(turn.text) or manner.puts_off(turn.text):
        return False
    if rest is not None and words.yes_or_no(rest) != "no":
        told = manner.is_thanks(rest) or reasons.is_because(rest)
        return told or turn.match.verdict != "answer" or _is_same(turn, intent)
    return manner.was_in_vain(turn.text)


def _reason_is_yes(turn: Turn, intent: Intent) -> Decision | None:
    """`지금 접수해 드릴까요?`: who gives the reason for it, means yes."""
    if reasons.says_nothing(turn.text) or manner.asks(turn.text):
        return None
    if manner.correction(turn.text) is not None:
        return None  # `취소 말고 …` is no reason for a cancellation
    names = tuple(one.id for one in details.missing(intent, turn.memory))
    memory = learn(turn, intent, names)
    other = turn.match.verdict == "answer" and not _is_same(turn, intent)
    # `사이즈 잘못 골랐어요` is why, too.
    why = reasons.is_because(turn.text) or reasons.tells_a_slip(turn.text)
    # `현관에 안 들어가서요` is of goods that have come.
    why = why or reasons.is_all_reason(turn.text)
    why = why or reasons.waits_no_longer(turn.text)
    why = why or (cancels(turn, intent) and manner.own_slip(turn.text))
    other = other and not why
    if other or not told_anew(turn.memory, memory) & set(names):
        return None
    return file(turn.remembering(memory), taken(turn, intent), intent)


def _offer_on(turn: Turn, question: Question, intent: Intent) -> Decision | None:
    """Something was told, but neither yes nor no: what is still missing is asked for."""
    memory = learn(turn, intent, question.details)
    if not told_anew(turn.memory, memory) - {"what"} or manner.asks(turn.text):
        return None
    wanted = details.missing(intent, memory)
    if not wanted:
        return file(turn.remembering(memory), taken(turn, intent), intent)
    text, choices, names = details.ask(turn.texts, intent, wanted, memory)
    memory = replace(memory, asked=details.asked(memory, names))
    again = Question(kind="file", intents=question.intents, details=names)
    body = "\n".join(
        filter(None, (turn.texts.got_it, _quoted(turn, intent), turn.texts.search, text))
    )
    told = say(turn, body, question=again, choices=choices, memory=memory, spoke=True)
    if turn.state.waiting_on == "nobody":
        # Who only asked has his answer, also where he told more: nobody reminds him of the offer.
        told = replace(told, state=replace(told.state, waiting_on="nobody"))
    return with_both_lines(turn, told)


def _is_same(turn: Turn, intent: Intent) -> bool:
    """Whether the matcher takes the line for the entry that is talked about."""
    best = turn.match.candidates[:1]
    return bool(best) and best[0].intent_id == intent.id


def _quoted(turn: Turn, intent: Intent) -> str:
    """The line of the entry's answer that shares a word with what was just told (`카드`)."""
    told = [word[:2] for word in turn.text.split() if len(words.squash(word)) >= 2]
    told = [_AS_TOLD.get(word, word) for word in told]
    lines = [line.strip() for line in wording(turn, intent).split("\n") if line.strip()]
    # What the first line says is what the entry is about: a word in it tells nothing apart.
    told = [word for word in told if word not in "".join(lines[:1]) and word not in _OF_ANY_ORDER]
    return next((line for line in lines[1:] if any(word in line for word in told)), "")
