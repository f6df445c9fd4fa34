"""What a short question means after an answer: the same about something else, or more of it.

Such a question files nothing by itself. It is looked for in what was just answered, then in the
entries that go along with it; what is in none of them is said to be so.
"""

from __future__ import annotations

import re
from datetime import timedelta

from bot.dialog import extract, manner, words
from bot.dialog.another_case import pays_anew
from bot.dialog.answers import answer, keeps_offer, offered_again, shown_last
from bot.dialog.changed_subject import changes_subject
from bot.dialog.complaints.fees import is_of_return_fee
from bot.dialog.days_asked import day_named, names_day
from bot.dialog.entries import changes_order, tells_stage
from bot.dialog.goes_back_if import if_it_goes_back
from bot.dialog.going_on import offer_unknown, say_lines, with_all_words, with_line
from bot.dialog.learning import SAME_ORDER
from bot.dialog.manner import Pursued
from bot.dialog.nobodys import COIN
from bot.dialog.quoting import (
    GOODS_BACK,
    MOST_LINES,
    is_a_trouble,
    is_called,
    is_kin,
    is_meant,
    is_named,
    lines_that_hold,
    of_its_own,
    quoted,
    sure,
)
from bot.dialog.reporting import wording
from bot.dialog.sole_guess import names_it_alone
from bot.dialog.told_by_words import days_on_the_way, told_by_words
from bot.dialog.told_elsewhere import mentions, plainly_of_it, told_by_its_kin, usual_time
from bot.dialog.turn import Turn, say
from bot.dialog.unkept import STILL_LATE
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: For so long a question may be about the matter that was resolved.
JUST_CLOSED = timedelta(days=1)

#: The goods of a complaint, and who comes for them.
_OF_THEM = searched(
    r"(?:깨진|고장\s?난|망가진|부서진|찢어진|불량인?|잘못\s?온|원래|기존|먼저\s?온|처음\s?온|받은|교환(?:\s?(?:한|할|하신|해\s?주신|받을))?)\s?(?:거|것|건|걸|게|컵|상품|물건|제품|옷|품)"
    r"|(?:새로|다시)\s?(?:보내|오는|오기로)|새\s?(?:거|것|건|상품|제품|물건)|회수|수거|픽업|가지러|가져가"
)
#: A card that is written, and pays for nothing.
_WRITTEN = searched(
    r"(?<!메시지)(?<!메세지)카드(?:도|는|를|에)?(?:직접|손으로|같이|함께|글|글귀|메시지|이름|축하말|편지|도|를|을)*(?:써|적|쓰|넣|동봉)"
)
#: `제주도 아닌데`: what the answer tells of that place is none of his.
_NOT_THERE = re.compile(
    r"(?:근데|저|저는|저희|여기|여긴)*(?:제주도?|도서산간|섬|산간)(?:도|은|이|지역)*(?:아닌데|아니에|아니예|아니고|아니거든)[가-힣]{0,3}"
)
#: What is done already, and no more.
_ALREADY = re.compile(
    r"(?:근데|그런데|아|저는?|전|제가|어제|아까|방금)*(?:이미|벌써|진작)[가-힣]{0,6}?(?:결제|주문|구매|입금|확정|샀|냈|했)[가-힣]{0,4}?(?:는데|은데|한데|어요|습니다|음)[요여용]?"
)
_DAYS = re.compile(r"오늘|내일|모레|글피|[월화수목금]요일|이번\s?주|다음\s?주")
#: `26일은요`, `12월 25일은요`: a date and nothing else.
#: `토요일이요`, told and not asked.
_WEEKDAY_ALONE = re.compile(
    r"(?P<day>[월화수목금토일](?:요일|욜)|주말|공휴일)(?:이요|이에요|인데요|요)[\s.~]*"
)
#: `하나는 옛날 회사`
_TELLS = searched(r"[가-힣][은는]\s[가-힣]")
#: `수욜 오전에 출국인데`: what it is needed for.
_IS_FOR = searched(
    r"(?:출국|출발|여행|생일|생신|결혼식|행사|이사|캠핑|제사|면접|시험|입학식?|졸업식?|파티|공연)(?:이|가|을|를)?(?:인데|이라|라서|이에요|예요|거든|이거든|가는데|하는데|있는데)"
)
#: `그럼 월욜에 나가는 거네`: what he makes of the answer, to be told if it is so.
_CONCLUDES = searched(
    r"^(?:아|그럼|그러면|그러니까|결국)[가-힣0-9]{2,16}(?:거|건|게|뜻|말)(?:이)?(?:네|구나|군)[요여]?$"
    # `그럼 4만 원어치 사면 배송비 3천 원이네요?`
    r"|^(?:아|그럼|그러면|그러니까|결국)[가-힣0-9]{2,22}[0-9천만백]원(?:이)?(?:네|구나|군|죠|맞죠)[요여]?$"
)
#: `바지요 슬랙스`, told and not asked.
_NAMES_IT = re.compile(
    r"[가-힣A-Za-z0-9]{1,8}(?<![은는도])(?:이?요|예요|이에요)(?:\s[가-힣A-Za-z0-9]{1,8}){0,2}[\s.~]*"
)
#: `금액만 나오게는 안 돼요?`: the same, but otherwise than it is done.
_OTHERWISE = searched(
    r"게(?:는|도|만)?(?:안되나|안돼[요나]|안될까|되나요|될까요|돼요$|가능|해주실수|해주시나)"
)
#: What entries about fees call 배송비.
_FREIGHT = frozenset(("택배비", "배송료", "택배값", "운임", "운송비"))
#: What an answer says of places in the country: how far they are.
_REMOTE = "도서산간"


_ASKED_OF = re.compile(r"(?:은|는|도)?(?:요|여)?[\s?？]*$")
#: All places but those that an answer names.
_THE_REST = searched(
    r"(?:그\s?(?:밖|외|이외|외의)|나머지|이외|다른|기타)[가-힣\s]{0,4}?(?:지역|곳|지방|도시)|지방은|전국"
)


def follow_up(turn: Turn) -> Decision | None:
    """`제주도는요?` asks the same of something else, `그거 누가 내요?` more of the same."""
    near = shown_last(turn)
    # The same line again: the answer did not help.
    again = words.squash(turn.text) == turn.memory.last
    over = near is None or turn.state.ticket or again or _names_the_goods(turn)
    if near is None or over:
        return None
    first = told_by_words(turn, near)
    changed = first is None and changes_subject(turn, near)
    first = first or (None if changed else _plainly_of_it(turn, near))
    if first is not None or changed:
        return first
    numbered = extract.order_numbers(turn.text)
    text = extract.without_numbers(turn.text) if numbered else turn.text
    said_first = manner.without_occasion(manner.beside_courtesy(text))
    said = _as_asked(turn, said_first)
    asked = manner.pursued(said)
    since = turn.now - turn.memory.last_at if turn.memory.last_at is not None else None
    concludes = bool(_CONCLUDES.search(words.squash(said_first)))
    recent = since is not None and since <= (STILL_LATE if concludes else SAME_ORDER)
    if _reports_another(turn, near) or _names_another(turn, near) or pays_anew(turn.text):
        return None
    if asked is None or not recent or not near.listed or is_a_trouble(turn) or _is_of_way(turn):
        told = _stated(turn, near) if recent and near.listed and asked is None else None
        told = told or _topic(turn, near, said) or _already(turn, near, recent=recent)
        return told or (_told_on(turn, near) if recent and near.listed else None)
    if names_day(said_first):
        return _of_a_day(turn, said, _pursue(turn, near, asked))
    return _topic(turn, near, said) or _more_of_it(turn, near, asked)


def _plainly_of_it(turn: Turn, near: Intent) -> Decision | None:
    """What a line asks of the matter by its own words, whatever else it is like."""
    his = _of_his_own(turn, near) if near.category == "shipping" else None
    his = his or if_it_goes_back(turn, near)
    if his is not None:
        return answer(turn, his)
    return plainly_of_it(turn, near)


def _names_the_goods(turn: Turn) -> bool:
    """`바지요 슬랙스` where it was asked which goods they are: it asks nothing."""
    question = turn.state.question
    asked = question is not None and question.kind == "file" and bool(question.details)
    asked = asked and question is not None and "order_number" not in question.details
    return asked and bool(_NAMES_IT.fullmatch(turn.text.strip()))


def _of_his_own(turn: Turn, near: Intent) -> Intent | None:
    """The entry for his own parcel, behind how long one takes: where it is, or another day."""
    if near.ticket == "none" and manner.wants_it_later(turn.text):
        return changes_order(turn)  # `12월 3일로 하고 싶어요`
    return tells_stage(turn) if manner.tells_when_ordered(turn.text) else None


def _reports_another(turn: Turn, near: Intent) -> bool:
    """Whether a line behind an answer surely reports what that was not about.

    `근데 주문한 지 일주일인데 왜 안 와요?` behind what knitwear is made of.
    """
    best = sure(turn)
    other = best is not None and best.ticket == "open" and best.id != near.id
    if other and manner.reports_problem(turn.text) and not manner.asks(turn.text):
        return True
    # `불량이라 보낸 건데 왜 제가 내요` behind who pays: that was just told.
    return best is near and near.ticket == "none" and manner.was_done_to(turn.text)


def _names_another(turn: Turn, near: Intent) -> bool:
    """`픽업은 언제부터 돼요` behind how parcels come: of what another entry alone is about."""
    likely = turn.match.verdict == "clarify" and turn.match.candidates[0].intent_id != near.id
    return (likely and names_it_alone(turn)) or is_of_return_fee(turn, near)


def _more_of_it(turn: Turn, near: Intent, asked: Pursued) -> Decision | None:
    """The lines for what is asked; what none of them holds is said not to be known: a bare noun,
    what is likeliest to be of this entry (`기업은행은 없어요?` behind how one pays), and a service
    that no likely entry is called by.
    """
    if told := told_by_its_kin(turn, near, asked):
        return told
    more = _pursue(turn, near, asked)
    likely = turn.match.verdict == "clarify" and turn.match.candidates[0].intent_id == near.id
    noun = sure(turn) is near and manner.bare_noun(turn.text)
    service = manner.asks_for_service(turn.text) if turn.match.verdict == "clarify" else ""
    entries = (turn.intent(one.intent_id) for one in turn.match.candidates if service)
    nowhere = service and not any(is_called(one, (service,)) for one in entries if one is not None)
    otherwise = bool(_OTHERWISE.search(words.squash(turn.text)))
    unknown = more is None and (noun or nowhere or otherwise or (likely and bool(asked.names)))
    return offer_unknown(turn, near) if unknown else more


def _told_on(turn: Turn, near: Intent) -> Decision | None:
    """`3개월로요` behind how one pays: more of what was asked, and in no answer."""
    likely = turn.match.verdict == "clarify" and turn.match.candidates[0].intent_id == near.id
    plain = words.squash(turn.text)
    # `5만원 넘게 샀는데요` behind from when nothing is paid for it
    held = _HOLDS_AGAINST.fullmatch(plain) and "원 이상" in wording(turn, near)
    more = likely and bool(_SPECIFIES.fullmatch(plain))
    return offer_unknown(turn, near) if more or held else None


def _as_asked(turn: Turn, said: str) -> str:
    """A short question as the answers would have it: `26일은요` asks of a weekday, and behind the
    answer to a question a bare noun asks, too.
    """
    if "카드" in said and _WRITTEN.search(words.squash(said)):
        said = said.replace("카드", "메시지 카드")
    if names_day(said):
        return f"{day_named(turn, said) or said}은요?"
    weekday = _WEEKDAY_ALONE.fullmatch(said.strip())
    if weekday is not None:
        return f"{weekday['day']}은요?"
    if _CONCLUDES.search(words.squash(said)):
        return f"{said.rstrip(' .~!')}?"
    if keeps_offer(turn) or words.yes_or_no(said) or not manner.bare_noun(said):
        return said
    if manner.is_request(said) or manner.reports_damage(said) or _TELLS.search(said):
        return said  # `환불이나 해`, `쿠션이요 솜 터짐`
    return said if extract.name(said) else f"{said}은요?"


def _of_a_day(turn: Turn, asked: str, decision: Decision | None) -> Decision | None:
    """What is said of a date, with the day of the week that it is."""
    day = asked.removesuffix("은요?")
    if decision is None or decision.reply is None or decision.state.question is not None:
        return decision
    text = f"{turn.texts.which(day)}\n{decision.reply.text}"
    return replace(decision, reply=replace(decision.reply, text=text))


def _stated(turn: Turn, near: Intent) -> Decision | None:
    """`계좌이체로 냈어요` behind the answer to a question: the line of it that is for that case."""
    if keeps_offer(turn):
        return None
    case, best = manner.stated(turn.text), sure(turn)
    complains = is_a_trouble(turn) or (best is not None and best.ticket == "open")
    if case is None or complains or extract.when(turn.text, turn.now) is not None:
        return None
    held = "\n".join(lines_that_hold(wording(turn, near), case, None, whole=False))
    # What goes along with it holds a case that answers have a word for (`제주 살아요`).
    held = held or (quoted(turn, near, case) if case.things else "")
    if not held:
        return None
    memory = replace(with_line(turn, near), shown=near.id)
    held, question, choices = offered_again(turn, held)
    decision = say(turn, held, question=question, choices=choices, spoke=True, memory=memory)
    return with_all_words(turn, decision)


def _already(turn: Turn, near: Intent, *, recent: bool) -> Decision | None:
    """`이미 결제했는데` behind how one pays, `금욜 전에 와야 되는데` behind how long parcels take.

    That answer does not hold it.
    """
    plain = words.squash(turn.text)
    urges = near.category == "shipping" and (manner.urges(turn.text) or _IS_FOR.search(plain))
    told = near.ticket == "none" and (urges or _ALREADY.fullmatch(plain))
    return offer_unknown(turn, near) if recent and told and near.listed else None


#: `5만원 넘게 샀는데요`: what he paid, behind from when nothing is paid for it.
_HOLDS_AGAINST = re.compile(
    r"(?:전|저는|저|제가|근데|아니|분명)*[0-9.]+[만천]?[0-9천]*원(?:을|를)?(?:넘게|이상|어치|치|넘었|넘는|훨씬)*(?:샀|주문했|결제했|구매했|시켰|담았)?(?:는데요?|거든요|어요|인데요?|인걸요)"
)
#: Which one, or how much: told on behind a question.
_SPECIFIES = re.compile(
    r"[가-힣A-Za-z0-9]{1,10}?(?:으?로|만|까지|부터|정도|짜리)(?:이?요|할게요|하려고요)"
)


def ask_of_closed(turn: Turn) -> Decision | None:
    """`근데 깨진 건 제가 버려요?` right behind a resolution asks of what was resolved."""
    known, closed = turn.memory, turn.intent(turn.memory.closed_intent)
    since = known.closed_at
    if turn.state.ticket or closed is None or since is None or turn.incoming.images:
        return None
    said = manner.beside_courtesy(turn.text)
    asked = manner.pursued(said)
    # Where a person said how it goes on, it goes on for days.
    recent = STILL_LATE if known.closed_promised else JUST_CLOSED
    late = turn.now - since > recent or known.withdrawn
    if asked is None or late or closed.category not in GOODS_BACK or is_a_trouble(turn):
        return None
    if not (
        manner.names_alike(said, known.closed_details.get("what", "")) or _OF_THEM.search(said)
    ):
        return None
    lines = quoted(turn, closed, asked)
    return say_lines(turn, closed, lines) if lines else offer_unknown(turn, closed)


def pursue_closed(turn: Turn, said: str) -> Decision | None:
    """`4점이고 교환은 며칠 걸려요?`: what is asked beside a score of how such a matter goes on."""
    closed, asked = turn.intent(turn.memory.closed_intent), manner.pursued(said)
    if closed is None or asked is None or not asked.facts or not manner.asks(said):
        return None
    lines = quoted(turn, closed, asked)
    return say_lines(turn, closed, lines) if lines else None


def _is_of_way(turn: Turn) -> bool:
    """Whether it is asked if goods are there by a day: of their way, whatever was talked about."""
    if manner.asks_how_soon(turn.text) or manner.asks_for_a_day(turn.text):
        near = shown_last(turn)
        return near is not None and near.category != "shipping"
    best = sure(turn)
    return best is not None and best.category == "shipping" and manner.asks_by_when(turn.text)


def _topic(turn: Turn, near: Intent, said: str) -> Decision | None:
    """`배송비는요?` after an exchange asks for the fee of exchanges, not of parcels."""
    word = manner.short_topic(said)
    word = "배송비" if word in _FREIGHT else word
    if not word and near.category == "shipping":
        word = manner.country_alone(said)
    if not word:
        return _of_a_place(turn, near, said) if near.category == "shipping" else None
    others = (one for name in near.follow_ups if (one := turn.intent(name)) is not None)
    other = next((one for one in others if word in one.title and one.ticket != "open"), None)
    if other is None and _DAYS.fullmatch(word):
        other = near
    if other is not None:
        return answer(turn, other)
    best = sure(turn)
    if best is not None and best.id != near.id and is_called(best, (word,)):
        return answer(turn, best) if best.ticket != "open" else None
    told = mentions(turn, word, near) or _of_the_rest(turn, near, said)
    if told is None and best is not None and best.id == near.id:
        # `알림신청은 어떻게 해요`: what answers call otherwise
        asked = manner.pursued(said)
        lines = quoted(turn, near, asked) if asked is not None and asked.things else ""
        # What was just answered holds no such thing.
        return say_lines(turn, near, lines) if lines else offer_unknown(turn, near)
    return told


def _of_a_place(turn: Turn, near: Intent, said: str) -> Decision | None:
    """`강원도 산골인데요`: what is said of far places; of who lives in none it is not known."""
    if _NOT_THERE.fullmatch(words.squash(said)):
        return offer_unknown(turn, near)
    if not manner.place_alone(said):
        return None
    lines = [line.strip() for line in wording(turn, near).split("\n") if _REMOTE in line]
    told = "\n".join(lines) or (days_on_the_way(turn) if near is tells_stage(turn) else "")
    return say_lines(turn, near, told) if told else None


def _of_the_rest(turn: Turn, near: Intent, said: str) -> Decision | None:
    """`수원은요?`: of a place that the answer does not name, what it says of all others."""
    named = manner.place_alone(f"{_ASKED_OF.sub('', said.strip())}요")
    lines = [one.strip() for one in wording(turn, near).split("\n") if _THE_REST.search(one)]
    return say_lines(turn, near, "\n".join(lines)) if named and lines else None


def _pursue(turn: Turn, near: Intent, asked: Pursued) -> Decision | None:
    best = sure(turn)
    elsewhere = best is not None and best.id != near.id and is_meant(turn, best, asked)
    # `사진 없이 써도요?` behind what a review earns complains of no goods.
    if best is not None and best.ticket == "open" and _only_asks(turn):
        best, elsewhere = None, False
    # `반품되죠? 안 맞으면` asks first, and is no other case of what was answered.
    case = asked.conditional and "?" not in turn.text.rstrip(" ?!~.")
    # `이미 주문했는데 추가할 수 있나요` behind gift wrapping: its own answer has a word for that.
    telling = asked.things or asked.goes_on  # so is `카드로 샀을 때요`
    own = of_its_own(turn, near, asked) if elsewhere and telling else ""
    if elsewhere and (own or not case):
        return say_lines(turn, near, own) if own else None
    foreign = best is None and _is_nothing_near(turn, asked)
    lines = of_its_own(turn, near, asked) if foreign else quoted(turn, near, asked)
    lines = lines or usual_time(turn, near)
    if lines:
        return say_lines(turn, near, lines)
    if elsewhere:
        return None
    # `교환하게 되면 배송비는요?` behind an advice on sizes is of another process.
    case = asked.is_bare or (asked.conditional and (best is None or is_kin(near, best)))
    if best is not None and best.ticket != "open" and not case:
        return None
    if foreign or (best is None and _names_a_matter(turn, asked)):
        return None
    return offer_unknown(turn, near)


def _only_asks(turn: Turn) -> bool:
    troubled = manner.reports_problem(turn.text) or manner.reports_damage(turn.text)
    return manner.asks(turn.text) and not (troubled or manner.is_late(turn.text))


def _is_nothing_near(turn: Turn, asked: Pursued) -> bool:
    """Whether a question names a thing of its own that may be no store's business at all."""
    first = turn.match.candidates[:1]
    unlike = turn.match.verdict == "none" or (bool(first) and first[0].confidence < COIN)
    return unlike and bool(asked.names) and not asked.goes_on


def _names_a_matter(turn: Turn, asked: Pursued) -> bool:
    """Whether one of the likely entries is named in the line: then it is about that."""
    near = (turn.intent(one.intent_id) for one in turn.match.candidates[:MOST_LINES])
    return any(is_named(one, asked) for one in near if one is not None)
