"""What is asked while the bot asks for details: answered or passed on, and then asked on."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.answers import ask_again
from bot.dialog.asked.heard import NUMBERS, Answer, ask_on, received, same, with_details
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.fees import charges_sound_goods, fee_meant, of_process
from bot.dialog.entries import of_goods, repairs, tells_stage
from bot.dialog.happened import tells_when_it_came
from bot.dialog.learning import learn, learn_beside
from bot.dialog.lines import parts_of
from bot.dialog.packing import packs_it
from bot.dialog.paying import is_about_this, undoes_payment
from bot.dialog.quoting import GOODS_BACK, holds
from bot.dialog.reporting import wording
from bot.dialog.several import left_unsaid
from bot.dialog.standing import awaits_it, is_of_these, known_of_it
from bot.dialog.told_elsewhere import is_of_price
from bot.dialog.turn import Turn, say
from bot.dialog.where_to_look import where_to_look
from bot.model import Decision, Memory, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: From here on a question beside an answer is taken to be about the likeliest entry.
LIKELY = 0.5
#: A line this sure of another entry is no answer to a question about details.
OTHER_MATTER = 0.9
#: `조립 다 했는데 분해해야 하나요` tells first what is asked of.
_ENDS_ASKING = searched("(?:나|까|가)요$")
#: `배송비는요` asks of it; `뚜껑도요` tells more.
_OF_IT = searched(r"[은는]\s?요")
#: Goods that were opened or used may be beyond what is wanted.
_USED = searched(
    "(?:개봉|뜯|썼|쓰던|쓰긴|사용|입었|입어|신었|신어|발랐|발라|먹었|먹어|빨았|세탁|조립|설치)[가-힣]{0,10}(?:는데|은데|한데|지만|어도|아도)"
    r"|(?:[0-9]+일|일주일|[0-9한두세]+(?:주|달|개월))(?:이|은|도)?(?:지났|넘었|지나|넘)[가-힣]{0,4}(?:는데|은데|지만|어도|아도)"
    # `세탁하면 반품 안 되나요?`
    r"|(?:개봉|뜯|썼|사용|입었|신었|발랐|먹었|빨았|세탁)(?:하|으)?면[가-힣]{0,6}안(?:되|돼)"
    # `개봉한 것도 환불되나요`, `택 떼면 교환 안 되나요`
    r"|(?:개봉|뜯|쓰|썼|쓴|사용|입|신|신어|발라|바르|바른|먹|빨|빤|세탁|조립|설치)(?:어본|어보|했|하던|한|은|던|었던|았던|본)?(?:거|것|건|게|상품|제품|옷|신발|상태|경우)(?:도|는|은|라도|이라도|여도|인데|에도|면)"
    r"|(?:택|텍|라벨|태그|비닐|포장|박스|상자|스티커|씰)(?:을|를|만|은|이|도)?(?:이미|벌써|다|좀)?(?:떼|뗀|뗐|뜯|버[리렸린려]|제거|잘[랐라])"
)
#: Letters of a line that tells how many, be it with a mark.
SHORT_AMOUNT = 10
#: Letters of a question that may be a topic.
LEAST_TOPIC = 6
#: `월요일까지 기다려야 해요?`
_MUST_WAIT = re.compile(
    r"(?:그럼|그러면|아니|저|[가-힣0-9]{1,6}까지|언제까지|얼마나|계속|더|또|이렇게)*기다(?:려|리)[가-힣]{1,8}"
)
#: `왜요?` to the question for a number.
_WHY = re.compile(
    r"(?:네|아니|근데|그건|그거|번호는?|그게)*왜(?:요|죠|여|용|필요해요|필요한데요|물어보세요)?"
)

#: `환불이 나을까요`, `교환하면 또 냄새날까요`: which of the two, and not how it is done.
_WONDERS = searched(
    r"(?:교환|환불|반품)(?:하는|받는)?(?:이|가|게|쪽이|걸로|로)?(?:더)?(?:나을까|나을지|나은가|나은지|낫[나겠]|좋을까|좋을지)"
    r"|(?:교환|바꾸|바꿔)(?:하면|받으면|해도|받아도|면|도)또[가-힣]{1,8}(?:까요?|려나요?|[진지]않을까요?)"
)


def asks_besides(answer: Answer) -> bool:
    """Whether something that the FAQ has an entry for is asked beside what is told.

    `2024… M에서 L인데 L 재고 있어요?`: nobody here knows, and it is not left without a word.
    """
    turn = answer.turn
    if "wish" in answer.fresh or turn.match.verdict != "clarify" or not manner.asks(turn.text):
        return False
    best = turn.match.candidates[0]
    entry = turn.intent(best.intent_id)
    other = entry is not None and entry.listed and entry.ticket != "open"
    if entry is None or not other or entry.id == answer.intent.id or best.confidence < LIKELY:
        return False
    # `여기요 됐나요?` names no thing.
    return any(len(name) > 1 for name in manner.things_named(turn.own_words))


def asks_beyond_wish(answer: Answer) -> bool:
    """`개봉해서 좀 썼는데 교환 되나요?` wants it, and asks whether it may be had; so does who asks
    something else beside it (`M으로 보내주세요 L은 어떻게 할까요?`).
    """
    text = answer.turn.text
    beyond = "언제" in text or not wishes.only_wishes(text)
    if "wish" in answer.fresh and manner.asks(text) and beyond:
        return True
    return "wish" in answer.fresh and manner.asks(text) and bool(_USED.search(words.squash(text)))


def asks_why(answer: Answer) -> Decision | None:
    """`번호 꼭 필요해요?`: what it is for, and what else finds the order."""
    turn = answer.turn
    names = manner.asks_if_may_skip(turn.text)
    if names or manner.asks_to_leave_it(turn.text):
        names = names or answer.question.details
        skipped = dict.fromkeys(names, details.MOST_ASKED)
        memory = replace(turn.memory, asked={**turn.memory.asked, **skipped}, stuck=0)
        return ask_on(turn, answer.intent, memory, turn.texts.skipped)
    puzzled = manner.is_puzzled(turn.text)
    if "order_number" not in answer.question.details:
        return replace(ask_again(turn, answer.question), ticket=same(turn)) if puzzled else None
    why = manner.asks_if_needed(turn.text) or _WHY.fullmatch(words.squash(turn.text))
    if not (why or puzzled):
        return None
    return say(turn, turn.texts.ask_number_again, question=answer.question, ticket=same(turn))


def _tells_amount(answer: Answer) -> bool:
    """`한 100개 정도?`: how many was asked, and is told, be it with a mark."""
    amount = "quantity" in answer.fresh & set(answer.question.details)
    return amount and len(words.squash(answer.turn.text)) <= SHORT_AMOUNT


def asks_it_again(answer: Answer) -> Decision | None:
    """`수리 맡긴 청소기 언제 와요?` to the question what he wrote about: it was that."""
    turn = answer.turn
    asked = "topic" in answer.question.details and manner.asks(turn.text)
    short = len(words.squash(turn.text)) < LEAST_TOPIC or manner.is_puzzled(turn.text)
    waits = _MUST_WAIT.fullmatch(words.squash(turn.text))  # that is no matter
    if not asked or short or waits or manner.anger(turn.text) or answer.fresh & NUMBERS:
        return None
    entry = _asked_about(turn, answer.intent)
    beside = entry is not None and (entry.ticket == "none" or manner.turns_to(turn.text))
    # `배송 언제 되냐구요` was asked before.
    if is_small_talk(turn) or (beside and not manner.insists(turn.text)):
        return None
    said = words.clip(extract.without_numbers(turn.own_words))
    told = {**answer.memory.details, "topic": said}
    return ask_on(turn, answer.intent, replace(answer.memory, details=told), turn.texts.got_it)


def asked_otherwise(answer: Answer) -> Decision | None:
    """Another question: it is answered, and what was told beside it is kept."""
    turn = answer.turn
    entry = _asked_about(turn, answer.intent)
    if (
        _tells_amount(answer)
        or entry is None
        or _insists_on_it(answer, entry)
        or is_about_this(turn, entry)
        or is_of_price(turn, answer.intent)  # `할인 되나요` is in the offer that he gets
        or packs_it(turn)
        or awaits_it(turn, answer.intent, entry)
        or (entry.category == "shipping" and is_of_these(turn, entry))
    ):
        return None
    # `주문번호가 뭐여유 그런 거 몰라유` cannot tell it; `새로 보내주시는 거죠?` is of this matter.
    about = manner.asks_to_send_anew(turn.text) or manner.asks_where_to_send(turn.text)
    # `택배로 보내도 되나요 이거` of a battery that swells is for a person.
    about = about or manner.asks_if_he_may_send(turn.text)
    if manner.knows_nothing(turn.text) or about or _is_for_a_person(answer.intent, entry, turn):
        return None
    if answer.intent.ticket == "open" and _is_of_it(turn, answer.intent):
        return None
    if "wish" in answer.fresh and (wished := _is_for_the_wish(turn, entry)):
        # `새 걸로 보내 주실 수 있을까요?` asks for nothing but that
        return None if wished == "only" else _pass_on(answer)
    told = answer.fresh & (NUMBERS | set(answer.question.details)) - {"when"}
    if not told:
        day = _day_beside(answer)
        return _thank_and_answer(answer, entry, day) if day else _between(answer, entry)
    return _thank_and_answer(answer, entry, told)


def _thank_and_answer(answer: Answer, entry: Intent, told: set[str]) -> Decision:
    """What was told beside another question is taken, and the question answered."""
    turn = answer.turn
    thanks = received(turn, answer.memory, told)
    if not _holds_the_fact(turn, entry):
        return answer.asked_on(f"{thanks}\n{turn.texts.asked_person}")
    said = f"{wording(turn, entry)}{left_unsaid(turn, wording(turn, entry))}"
    reply = Reply(text=f"{thanks}\n\n{said}", buttons=entry.buttons)
    return answer.asked_on(reply)


def _holds_the_fact(turn: Turn, entry: Intent) -> bool:
    """Whether an answer holds what is asked: how an exchange is asked for is not how long it takes
    (`교환하면 며칠 걸려요?`).
    """
    asked = manner.pursued(manner.beside_courtesy(_asked_last(turn)))
    if asked is None or not asked.facts or asked.fee:
        return True
    return any(fact.search(wording(turn, entry)) for fact in asked.facts)


def _asked_last(turn: Turn) -> str:
    """The part of a line that asks."""
    return next((part for part in reversed(parts_of(turn.text)) if manner.asks(part)), turn.text)


def _insists_on_it(answer: Answer, entry: Intent) -> bool:
    """`아니 환불 언제 해주냐고요` of who just complained that he gets none: he asks for no usual
    time, and is out of patience.
    """
    complained = any(map(manner.went_wrong, answer.memory.details.get("what", "").split("\n")))
    same_matter = entry.category == answer.intent.category
    return complained and same_matter and manner.insists(answer.turn.text)


def _is_for_a_person(intent: Intent, entry: Intent, turn: Turn) -> bool:
    """`냉장고에 넣어놔도 되나요` beside spoilt food: what pages tell of goods is of sound ones."""
    of_these = entry is of_goods(turn) and intent.category in GOODS_BACK
    told_of_sound = of_these or charges_sound_goods(turn, intent, entry)
    return intent.ticket == "open" and told_of_sound


def _is_for_the_wish(turn: Turn, entry: Intent) -> str:
    """Whether an entry is the wish that a line tells: `only` that, or something asked `beside` it.

    `환불요 그리고 이거 리콜해야 되는 거 아니에요?`: how a refund is asked for helps nobody.
    """
    if wishes.only_wishes(turn.text):
        return "only"
    return "beside" if entry.ticket == "ask" and wishes.request(entry.title) else ""


def _pass_on(answer: Answer) -> Decision:
    """What was told is taken, and what was asked beside it left to a person."""
    thanks = received(answer.turn, answer.memory, answer.fresh)
    return answer.asked_on(f"{thanks}\n{answer.turn.texts.asked_person}")


def _is_of_it(turn: Turn, intent: Intent) -> bool:
    """Whether a question is for who works on the complaint, whatever entry is like it.

    `제 물건은 언제 보내주시나요`; `월요일에 다시 보내주실 수 있나요` of a parcel that did not come.
    """
    if manner.asks_when_done(turn.text):
        return True
    sends = intent.category == "shipping" and "보내" in turn.text
    return sends and wishes.only_wishes(turn.own_words)


def asked_of_it(answer: Answer) -> Decision | None:
    """A question about the matter itself, or where its number is found: answered, then asked on."""
    turn = answer.turn
    if answer.fresh & NUMBERS or turn.incoming.images or manner.anger(turn.text):
        return None
    asked = "wish" in answer.question.details
    if _tells_amount(answer) or ("wish" in answer.fresh and wishes.only_wishes(turn.text)):
        return None
    if "wish" in answer.fresh and asked:
        # `환불받고 싶은데 택배비 제가 내요?` wants it, and asks of it.
        told = known_of_it(turn, answer.intent)
        thanks = received(turn, answer.memory, answer.fresh)
        return answer.asked_on(f"{thanks}\n{told}") if told else None
    wanted = "order_number" in answer.question.details
    photo = turn.texts.photo_here if manner.asks_to_send_photo(turn.text) else ""
    text = where_to_look(turn) if wanted and not photo else ""
    stage = tells_stage(turn) if "tracking" in answer.question.details else None
    if stage is not None and not photo and manner.asks_where(turn.text):
        # Where a parcel's way is seen: the first line of the entry for that.
        text = wording(turn, stage).split("\n")[0]
    text = text or (photo if manner.asks_where_to_send(turn.text) else "")
    text = text or known_of_it(turn, answer.intent) or photo
    if not text:
        return None
    rest = left_unsaid(turn, text)
    if _day_beside(answer):
        return answer.asked_on(f"{text}{rest}")
    memory = _with_unsaid(turn, learn_beside(turn, None), rest)
    back = ask_again(turn.remembering(memory), answer.question, f"{text}{rest}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def asks_a_person(answer: Answer) -> Decision | None:
    """A question that the FAQ does not know is passed on; what was asked stays asked."""
    turn = answer.turn
    where = manner.asks_where_to_send(turn.text)
    if manner.reproaches(turn.text):
        return None  # `이쯤 되면 포장 방법을 바꾸셔야죠` is felt, and no question
    topic = _OF_IT.search(turn.text) and manner.short_topic(turn.text)
    if not (where or topic or manner.asks(turn.text)) or manner.anger(turn.text):
        return None
    told = manner.retells(turn.text) and not _ENDS_ASKING.search(words.squash(turn.text))
    if is_small_talk(turn) or told or _tells_amount(answer):
        return None
    if (
        not where and set(answer.question.details) <= answer.fresh
    ):  # `3월 29일까지 되나요` tells it by asking
        return answer.asked_on(turn.texts.asked_person)
    if turn.memory.stuck:  # the second in a row: what was asked stands above yet
        memory = without_asked(answer) if where else answer.memory
        change = with_details(turn, memory)
        text = turn.texts.asked_person
        return say(turn, text, question=answer.question, ticket=change, memory=memory)
    # `보낼 주소 주세요` is no answer in free words.
    memory = replace(without_asked(answer) if where else answer.memory, stuck=1)
    back = ask_again(turn.remembering(memory), answer.question, f"{turn.texts.asked_person}\n\n")
    return replace(back, ticket=with_details(turn, memory))


def without_asked(answer: Answer) -> Memory:
    """The memory with the line, which is none of the details that were asked for."""
    known, names = answer.turn.memory.details, answer.question.details
    told = answer.memory.details.items()
    kept = {name: said for name, said in told if name in known or name not in names}
    return replace(answer.memory, details=kept)


def is_other_matter(turn: Turn, intent: Intent) -> bool:
    """Whether a line asks something else instead of answering."""
    return _asked_about(turn, intent) is not None


def _asked_about(turn: Turn, intent: Intent) -> Intent | None:
    """The other entry that a line asks about."""
    asks = manner.asks(turn.text) and not manner.reproaches(turn.text)
    if turn.match.verdict != "answer" or not asks:
        return None
    # `배송 언제 오냐고 물었을 뿐인데`, `누가 쓰다 반품한 거 보내신 거 아니에요?`
    wonders = _WONDERS.search(words.squash(turn.text))
    if wonders or manner.retells(turn.text) or manner.is_surely(turn.text):
        return None
    # "장난해요?" asks for no information, and `왜 말도 없이 취소하세요` not how it is done.
    # Nor does `언제 취소되나요?` behind what was paid twice.
    if manner.anger(turn.text) or manner.was_done_to(turn.text) or undoes_payment(turn):
        return None
    best = turn.match.candidates[0]
    entry = turn.intent(best.intent_id)
    if entry is None or not entry.listed or entry.id == intent.id or _is_unheld(turn, entry):
        return None
    # Nobody complains of another thing by a question, or asks for what he refuses in it
    # (`교환까지는 번거롭고 다른 방법 없을까요`).
    complains = entry.ticket == "open" and not manner.reports_problem(turn.text)
    if complains or any(wish in entry.title for wish in wishes.refused(turn.own_words)):
        return None
    if entry.category == "exchange" and manner.wants_repair(turn.text):
        entry = repairs(turn) or entry  # `고쳐 주시나요 아니면 새걸로 바꿔야 하나요`
    if entry.category == "order" and entry.ticket == "none":
        entry = cause(turn, entry)  # `계좌로 주실 수 있나요` asks for money back
    # `환불하면 얼마나 걸려요` shares its words with parcels.
    entry = of_process(turn, entry) or entry
    return fee_meant(turn, entry) if best.confidence >= OTHER_MATTER else None


def _is_unheld(turn: Turn, entry: Intent) -> bool:
    """Whether a service is named that an entry holds no word of (`설치기사님이 오나요`)."""
    service = manner.names_service(turn.text) or manner.asks_for_service(turn.text)
    return bool(service) and not holds(turn, entry, service)


def is_small_talk(turn: Turn) -> bool:
    """A greeting in the midst of a matter is no new conversation."""
    if turn.match.verdict != "answer":
        return False
    entry = turn.intent(turn.match.candidates[0].intent_id)
    return entry is not None and not entry.listed and entry.ticket == "none"


def _with_wish_to_mend(turn: Turn, memory: Memory) -> Memory:
    """Whoever asks whether broken goods are mended is not asked which of the other two he wants."""
    needs = any(one.id == "wish" for one in details.of(turn.entry)) if turn.entry else False
    if not needs or memory.details.get("wish") or not wishes.wants_mended(turn.text):
        return memory
    wish = words.clip(extract.without_numbers(turn.own_words), wishes.LONGEST_OWN)
    return replace(memory, details={**memory.details, "wish": wish})


def _with_unsaid(turn: Turn, memory: Memory, rest: str) -> Memory:
    """The memory with the line as it was typed, where a part of it goes to a person."""
    story = learn(turn, None, ()).details.get("what") if rest else None
    return replace(memory, details={**memory.details, "what": story}) if story else memory


def _day_beside(answer: Answer) -> set[str]:
    """`오늘 아침에 받았고요 사진 있어야 돼요?`: when it came, told before what is asked."""
    turn = answer.turn
    wanted = "when" in answer.fresh and any(one.id == "when" for one in details.of(answer.intent))
    return {"when"} if wanted and tells_when_it_came(turn.text) else set()


def _between(answer: Answer, entry: Intent) -> Decision:
    """Another question is answered, and the open one put again."""
    turn, question = answer.turn, answer.question
    if not _holds_the_fact(turn, entry):
        memory = learn_beside(turn, None)
        back = ask_again(turn.remembering(memory), question, f"{turn.texts.asked_person}\n\n")
        return replace(back, ticket=with_details(turn, memory))
    memory = _with_wish_to_mend(turn, learn_beside(turn, None))
    rest = left_unsaid(turn, wording(turn, entry))
    memory = _with_unsaid(turn, memory, rest)
    said = f"{wording(turn, entry)}{rest}\n\n"
    back = ask_again(turn.remembering(memory), question, said)
    return replace(
        back,
        reply=back.reply and Reply(text=back.reply.text, buttons=entry.buttons),
        ticket=with_details(turn, memory),
    )
