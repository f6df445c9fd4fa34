"""A matter that was resolved, and comes up again: it troubles anew, or something belongs to it."""

from __future__ import annotations

import re
from datetime import datetime

from bot.dialog import details, extract, manner, survey, wishes, words
from bot.dialog.entries import entry_named
from bot.dialog.filing import file, is_bare
from bot.dialog.fitting import WISH_ALONE
from bot.dialog.following import JUST_CLOSED
from bot.dialog.learning import REMEMBERED
from bot.dialog.put_right.flats import mend_alone
from bot.dialog.put_right.mending import correct
from bot.dialog.put_right.taking_back import is_done, takes_back
from bot.dialog.quoting import GOODS_BACK, is_kin
from bot.dialog.reopening import disputes_end, opened, reopen
from bot.dialog.turn import Turn
from bot.dialog.undone import (
    came_otherwise,
    came_short_again,
    came_too,
    came_unchanged,
    did_too_much,
    is_wrong_on_paper,
    was_left,
)
from bot.dialog.unkept import (
    STILL_LATE,
    happens_as_told,
    is_not_here,
    is_unkept,
    missed_visit,
    misses_amends,
    misses_call,
    misses_paper,
)
from bot.dialog.whose_order import names_another_order
from bot.model import AddToTicket, Decision
from bot.patterns import searched
from bot.records import replace
from intents import Intent

_AFTER_ALL = searched(
    r"(?:역시|그래도|아니다|다시|아까)[가-힣0-9]{1,20}(?:으로|로)(?:요|해|할|보내|바꿔|부탁)"
)
#: `어제 출고된다더니 아직도 그대로네요` is of no advice on sizes that was asked for before.
_OF_WAY = searched("출고|배송|발송|택배|송장|도착")
#: Neither is `환불 신청했는데 아직 돈이 안 들어왔어요`.
_OF_MONEY_BACK = searched("환불|반품|교환")
#: How something came, or what stands on it.
_CAME_AS = searched(
    r"(?<![가-힣A-Za-z0-9])(?P<what>[가-힣A-Za-z0-9]{2,10}?)(?:으로|로|이라고|라고)\s"
    r"(?:왔|와\s?있|도착했|배송됐|적혀|써\s?있|돼\s?있|되어\s?있|나왔)(?!나요|어요\?)"
)
_SENT_GOODS = searched(
    r"(?:오늘|어제|방금|아까|택배로?|편의점(?:에서|으로)?|착불로?|우체국(?:에서|으로)?|물건|상품)[가-힣]{0,6}(?:보냈|부쳤|발송했|반송했)(?:어요|습니다|음|네요|는데)"
    r"|(?:보냈|부쳤|발송했|반송했)(?:어요|습니다|음|네요|고요)(?:운?송장|송장번호)"
)
_HAS_PAID = searched(
    r"(?:입금|송금|이체|결제)(?:을|를)?(?:방금|지금|다)?(?:했|완료|해드렸|드렸)(?!는데|나요)"
)
_COMES_TO = searched("입금|견적|단가|추가금|차액|비용|재단비|계좌")
#: It is as it should be, or was only wished for.
_GLAD = searched("감사|고마|ㄱㅅ|ㄳ|좋[아네]|예[쁘뻐]|잘맞|딱맞|맞게|만족|드디어|왔으면|왔나")
#: Goods that were bought at another time (`지난달에 산 주전자`).
_OTHER_CAME = re.compile(
    r"(?:또|이번에도|이번엔)?(?:다른|엉뚱한|틀린|안맞는|구형|딴)[가-힣]{1,6}(?:이|가|로|으로)?(?:왔|와서|와있|도착했|보내셨|보내주셨)"
)
_OTHER_GOODS = searched(r"(?<![가-힣])(?:산|샀던|구매한|주문한|시킨)\s?[가-힣]{2}")
#: `택배사 전화했더니 분실이래요`
_IS_LOST = searched(r"분실(?:이?래|이라|됐|되었|된|했대|처리)|잃어버렸(?:대|다고)")
_KEEPS_IT = searched(
    r"(?:그냥|그래도|걍|일단|잘)(?:그냥|잘)?(?:입|쓸|쓰|신|먹|둘|가질|마실|사용)[가-힣]{0,4}(?:요|염|여)?$"
)
_DEMANDS = re.compile(
    r"(?:아니|아뇨|저기요?|저는|전|그냥|제가|그러니까|근데|필요없고|됐고|[가-힣]{2,4}(?:말고|(?:이|가)?아니(?:라|고)))*(?:교환|환불|반품|취소|재발송|수리)(?:을|를|이|로|으로)?(?:그냥|다시|꼭)?"
    r"(?:[해받]?(?:주|줘)?(?:달)?라(?:고|구|니까|니깐)|달라(?:고|구|니까|니깐)|한다(?:고|니까)|해달라)[가-힣]{0,6}"
)
#: `교환 상품은 언제 오나요?`, and no word of a wait.
_WHEN_IT_COMES = re.compile(
    r"(?:네|그럼|그러면|근데|그런데|혹시|감사합니다|아|제|저)*(?:(?:교환|새|다시보내|재발송|바꾼|보내)(?:한|할|받을|주신|주실|주시는|신)?)?(?:상품|제품|물건|품|거|것|건|택배)?(?:은|는|이|가)?언제(?:쯤|까지)?"
    r"(?:오|와|도착|받|보내|출고|발송|출발)[가-힣]{1,8}"
)
_VISIT = searched("설치|방문|기사")
_PARTICLE = searched("(?:은|는|이|가|도)$")
#: Letters of a line that a parcel is still late.
LONGEST_STILL = 14
_GOODS_SENT = "마무리된 뒤에 상품을 보냈어요"
_PAID = "마무리된 뒤에 돈을 냈어요"
_CAME_TOO = "마무리된 뒤에 보내지 않기로 한 것이 왔어요"
_PHOTO_CAME = "마무리된 뒤에 사진을 보냈어요"
_ASKS_WHEN = "마무리된 뒤에 언제 오는지 물었어요"
_WANTS_OTHERWISE = "마무리된 뒤에 다른 처리를 원한다고 했어요"


def come_back(turn: Turn) -> Decision | None:
    """A matter that was resolved, or left to wait, troubles again."""
    if turn.state.ticket or turn.state.question is not None or _is_content_with_it(turn):
        return None
    memory = turn.memory
    left = remembered(turn, memory.intent, memory.last_at)
    other = left is not None and left.category == "other"
    about = not (other and (_OF_WAY.search(turn.text) or _OF_MONEY_BACK.search(turn.text)))
    if left is not None and about and left.ticket != "none" and _is_about(turn, left):
        return file(turn, turn.texts.sorry_still(left.title), left)
    closed = remembered(turn, memory.closed_intent, memory.closed_at)
    if closed is None or memory.closed is None:
        return None
    put_right = _hear_put_right(turn, closed, memory.closed)
    return put_right or hear_belated(turn) or _hear_again(turn, closed, memory.closed)


def _is_content_with_it(turn: Turn) -> bool:
    """`화이트로 왔네요 ㅎㅎ 그냥 쓸게요`: it came otherwise, and nothing is wanted."""
    return bool(_KEEPS_IT.search(words.squash(turn.text))) and takes_back(turn)


def _hear_put_right(turn: Turn, closed: Intent, ticket: int) -> Decision | None:
    """A detail of the resolved matter was told wrong: the ticket is open again, and holds it."""
    told = turn.memory.closed_details
    asked = {one.id: details.MOST_ASKED for one in details.of(closed)}
    again = opened(turn, closed, ticket, told, asked)
    found = manner.correction(turn.text) if survey.puts_right(turn) else None
    if found is not None and not names_another_order(turn):
        decision = correct(again, found)
    else:
        decision = mend_alone(again)
    if decision is None or decision.reply is None or not isinstance(decision.ticket, AddToTicket):
        return None
    change = replace(decision.ticket, reopen=ticket, note="마무리된 뒤에 내용을 고쳐 달라고 했어요")
    text = f"{turn.texts.reopened(ticket)}\n{decision.reply.text}"
    state = replace(decision.state, memory=replace(decision.state.memory, filed_at=turn.now))
    return replace(decision, state=state, ticket=change, reply=replace(decision.reply, text=text))


def hear_belated(turn: Turn) -> Decision | None:
    """A picture that comes when its matter is resolved already: it belongs there all the same."""
    known, closed = turn.memory, turn.intent(turn.memory.closed_intent)
    since = known.closed_at
    if turn.state.ticket or closed is None or known.closed is None or since is None:
        return None
    told = bool(turn.incoming.images) or manner.sent_a_photo(turn.text)
    soon = turn.now - since <= (JUST_CLOSED if turn.incoming.images else REMEMBERED)
    lacks = "photo" not in known.closed_details and closed.category in GOODS_BACK
    sent = _sent_goods(turn, closed) or _has_paid(turn, closed)
    sent = sent and turn.now - since <= REMEMBERED
    if not ((told and soon and lacks) or sent) or known.intent or known.details or known.withdrawn:
        return None
    opening = turn.texts.photo_kept if turn.incoming.images else turn.texts.got_it
    note = _PHOTO_CAME if not sent else _PAID if _has_paid(turn, closed) else _GOODS_SENT
    return reopen(turn, closed, known.closed, opening, note=note, asks=False)


def _has_paid(turn: Turn, closed: Intent) -> bool:
    """`입금했어요 주식회사 다온으로` of who was told what his order comes to."""
    what = turn.memory.closed_details.get("what", "")
    told = closed.category == "order" and bool(_COMES_TO.search(what))
    told = told or "pay" in turn.memory.closed_promised.split()
    paid = _HAS_PAID.search(words.squash(turn.text)) and not manner.asks(turn.text)
    return told and bool(paid) and not names_another_order(turn)


def _sent_goods(turn: Turn, closed: Intent) -> bool:
    """`오늘 보냈어요 송장 1234…` of who was to send goods back, or in for repair."""
    back = closed.category in GOODS_BACK and not manner.asks(turn.text)
    if not back:
        return False
    sent, told = manner.what_he_sent(turn.text), turn.memory.closed_details.get("what", "")
    # `캐리어 보냈어요`: the goods by the name that he gave them.
    named = bool(sent) and manner.names_alike(sent, told)
    return named or bool(_SENT_GOODS.search(words.squash(turn.text)))


def _hear_again(turn: Turn, closed: Intent, ticket: int) -> Decision | None:
    """The resolved matter is wanted after all, troubles again, or left somebody hurt."""
    if turn.memory.withdrawn and _wants_it_after_all(turn, closed):
        return reopen(turn, closed, ticket, turn.texts.okay)
    if _wants_otherwise(turn, closed):
        said = turn.texts.sorry if demands_again(turn.text) else turn.texts.okay
        return reopen(turn, closed, ticket, said, note=_WANTS_OTHERWISE)
    if came_too(turn, closed) and not names_another_order(turn):
        return reopen(turn, closed, ticket, turn.texts.got_it, note=_CAME_TOO, asks=False)
    if _is_about(turn, closed):
        if _only_asks_when(turn):
            said = turn.texts.asked_person
            return reopen(turn, closed, ticket, said, note=_ASKS_WHEN, asks=False)
        return reopen(turn, closed, ticket, _apology(turn, closed))
    return _hear_hurt(turn, closed, ticket) if turn.memory.hurt else None


def _only_asks_when(turn: Turn) -> bool:
    """`교환 상품은 언제 오나요?` right behind a resolution: nobody was kept waiting yet."""
    since = turn.memory.closed_at
    soon = since is not None and turn.now - since <= JUST_CLOSED
    asks = manner.asks(turn.text) and bool(_WHEN_IT_COMES.fullmatch(words.squash(turn.text)))
    return soon and asks and not manner.anger(turn.text)


def _wants_otherwise(turn: Turn, closed: Intent) -> bool:
    """`교환으로 바꿔 주세요` within a day of a resolved complaint: it is still of these goods."""
    since, plain = turn.memory.closed_at, words.squash(turn.text)
    wished = closed.ticket == "open" and any(one.id == "wish" for one in details.of(closed))
    if since is None or not wished or names_another_order(turn):
        return False
    if turn.now - since <= STILL_LATE and demands_again(turn.text):
        return True
    if turn.now - since > JUST_CLOSED or manner.asks(turn.text):
        return False
    label = wishes.label(turn.own_words, turn.said) if "취소" not in turn.text else ""
    return bool(label) and WISH_ALONE.fullmatch(plain) is not None


def demands_again(text: str) -> bool:
    """`아니 환불해 달라니까요?`: the wish was told before, and was not done."""
    return _DEMANDS.fullmatch(words.squash(text)) is not None


def _apology(turn: Turn, closed: Intent) -> str:
    """What is said to who comes back: that he still waits, that it came to nothing, or again."""
    text = turn.text
    waits = manner.is_late(text) or manner.misses_money(text) or manner.is_unchanged(text)
    waits = waits or missed_visit(text)
    if waits or is_unkept(turn, closed) or misses_amends(turn):
        return turn.texts.sorry_still(closed.title)
    undone = manner.went_wrong(text) and not manner.missed_pickup(text)
    undone = undone or is_wrong_on_paper(turn, closed) or was_left(turn, closed)
    return turn.texts.sorry if undone else turn.texts.sorry_again


def _wants_it_after_all(turn: Turn, closed: Intent) -> bool:
    """Whether the matter that was called off is wanted again (`역시 교환할래요`)."""
    moves = any(one.id == "address" for one in details.of(closed))
    if moves and _AFTER_ALL.search(words.squash(turn.text)) and not manner.asks(turn.text):
        return True
    if not manner.is_request(turn.text) or manner.asks(turn.text) or names_another_order(turn):
        return False
    meant = entry_named(turn, wishes.request(turn.own_words))
    near = meant is not None and meant.category in {closed.category, "refund", "exchange", "order"}
    wished = any(one.id == "wish" for one in details.of(closed)) and bool(
        wishes.label(turn.own_words, turn.said)
    )
    return wished or (near and meant is not None and meant.category == closed.category)


def _hear_hurt(turn: Turn, intent: Intent, ticket: int) -> Decision | None:
    """Whoever gave a low score and then says why is heard on that ticket, not offered a list."""
    said = words.squash(turn.text)
    bare = not said or is_bare(turn) or manner.is_thanks(turn.text) or manner.is_heard(turn.text)
    done = is_done(turn.text) or words.yes_or_no(turn.text) == "no"
    short = len(said) < survey.LEAST_WORDS
    refuses = done or short or manner.withdraws(turn.text) or manner.declines_survey(turn.text)
    known = manner.asks(turn.text) or turn.match.verdict == "answer"
    if bare or refuses or (known and not manner.reproaches(turn.text)):
        return None
    return reopen(turn, intent, ticket, turn.texts.calm)


def remembered(turn: Turn, name: str, since: datetime | None) -> Intent | None:
    """An entry that was talked about not too long ago."""
    recent = since is not None and turn.now - since <= REMEMBERED
    return turn.intent(name) if recent else None


def _is_about(turn: Turn, intent: Intent) -> bool:
    """Whether a trouble is said to be the known one, and is not plainly another."""
    if names_another_order(turn):
        return False
    if intent.id == turn.memory.closed_intent:
        undone = _came_as_before(turn) or misses_amends(turn) or _was_undone(turn, intent)
        if undone is not None:
            return undone
    again = manner.came_so_again(turn.text) or manner.fits_badly(turn.text)
    again = again or manner.fails_again(turn.text)  # `교환품도 지퍼가 뻑뻑해요`
    same = intent.category in GOODS_BACK and again
    unchanged = manner.is_unchanged(turn.text) or _was_in_vain(turn, intent)
    unpaid = intent.category == "refund" and (
        manner.still_unpaid(turn.text) or _waits_for_money(turn, intent)
    )
    unchanged_or_again = unchanged and not manner.names_goods(turn.text)
    unchanged_or_again = unchanged_or_again or (intent.ticket == "open" and happens_as_told(turn))
    if unpaid or unchanged_or_again:
        return True
    troubles = manner.reports_problem(turn.text) or manner.reports_damage(turn.text)
    if not (troubles or same or unchanged):
        return False
    best = turn.match.candidates[0].intent_id if turn.match.verdict == "answer" else ""
    other = turn.intent(best)
    near = other is not None and is_kin(other, intent)
    fits = manner.fits(turn.text, intent.category)
    if manner.happens_again(turn.text):
        return fits or other is None or near
    # Nothing points back: then what was to be done was not, or it is another matter of the kind.
    wished = intent.ticket == "ask" and turn.memory.closed_intent == intent.id
    return wished and fits and (near or other is None)


def _was_in_vain(turn: Turn, intent: Intent) -> bool:
    """`스프레이 뿌려도 소리 나요`: what was advised or sent for these goods did not help."""
    back = intent.category in GOODS_BACK and intent.id == turn.memory.closed_intent
    back = back and not _OTHER_GOODS.search(turn.text)
    return back and manner.was_in_vain(turn.text) and manner.fits(turn.text, intent.category)


def _waits_for_money(turn: Turn, intent: Intent) -> bool:
    """`아직 소식이 없어요` of who wanted to wait on for his refund, and names nothing else."""
    left = turn.memory.closed is None and all(one.id != "reason" for one in details.of(intent))
    return left and manner.still_waits(turn.text) and not manner.names_goods(turn.text)


def _came_as_before(turn: Turn) -> bool:
    """`근데 김민재로 왔던데요`: it came as it was told to be wrong, or as nobody wanted it."""
    found = _CAME_AS.search(turn.text)
    if found is None or _GLAD.search(words.squash(turn.text)):
        return False  # `검정으로 왔네요 감사합니다`
    told = turn.memory.closed_details
    wanted = "\n".join((told.get("option", ""), told.get("wish", "")))
    what = told.get("what", "")
    if extract.last_alike(wanted, found["what"]) == found["what"]:
        return False  # as it was to be
    if found["what"] in what:
        return True
    # `블랙으로 왔는데요` to who wanted it in brown
    alike = extract.last_alike(what, found["what"])
    return alike is not None and len(words.squash(turn.text)) <= LONGEST_STILL


def _was_undone(turn: Turn, intent: Intent) -> bool | None:
    """Whether what was agreed in this resolved matter was not done, or came to nothing.

    None where a line tells of no such thing.
    """
    back = intent.category in GOODS_BACK
    if _is_not_done(turn, intent) or is_unkept(turn, intent) or did_too_much(turn, intent):
        return True
    not_come = manner.missed_pickup(turn.text) or missed_visit(turn.text)
    if not_come or _missed_once_more(turn):
        return back or _was_to_visit(turn, intent)
    if manner.misses_money(turn.text) and manner.reports_problem(turn.text):
        return back or intent.category == "order"
    if manner.came_wrong_anew(turn.text) or came_short_again(turn):
        return back
    # What is sent instead, or was missing, comes once more; behind a refund nothing does.
    sent = wishes.REFUND not in turn.memory.closed_details.get("wish", "")
    named = _without_these(turn)
    awaited = named != turn.text and "parcel" in turn.memory.closed_promised.split()
    wrong = manner.came_and_is_wrong(named) or _is_another_of_them(turn, named)
    if sent and (intent.ticket == "open" or awaited) and wrong:
        # `다리 왔는데 하나가 휘었어요` behind a complaint that nobody had sent it.
        return back or awaited or None
    # `취소한 게 배송왔는데요` of an order that was called off.
    asked = wishes.request(turn.own_words)
    undone = manner.went_wrong(turn.text) and asked and _is_same_wish(turn, intent, asked)
    return True if undone or was_left(turn, intent) else None


def _is_not_done(turn: Turn, intent: Intent) -> bool:
    """Whether what was agreed has not happened, though its time has come."""
    if misses_call(turn.text) or misses_paper(turn, intent):
        return True
    if came_unchanged(turn, intent) or came_otherwise(turn) or _is_late_still(turn, intent):
        return True
    if is_wrong_on_paper(turn, intent):
        return True
    return disputes_end(turn.text) or is_not_here(turn, intent)


def _missed_once_more(turn: Turn) -> bool:
    """`토요일에도 안 왔어요` where nobody had come for the goods before."""
    told = turn.memory.closed_details.get("what", "").split("\n")
    short = len(words.squash(turn.text)) <= LONGEST_STILL and not manner.names_goods(turn.text)
    return short and manner.is_late(turn.text) and any(map(manner.missed_pickup, told))


def _was_to_visit(turn: Turn, intent: Intent) -> bool:
    """`기사님 안 오셨어요` of an order whose day for that was changed."""
    told = " ".join(turn.memory.closed_details.values())
    return intent.category == "order" and bool(_VISIT.search(told))


def _is_late_still(turn: Turn, intent: Intent) -> bool:
    """`출고 안 됐는데요?` a few days behind a late parcel that was promised."""
    since = turn.memory.closed_at
    soon = since is not None and turn.now - since <= STILL_LATE
    late = soon and intent.category == "shipping" and intent.ticket == "open"
    if late and _IS_LOST.search(words.squash(turn.text)) and not manner.asks(turn.text):
        return True
    short = len(words.squash(turn.text)) <= LONGEST_STILL
    return late and short and manner.is_late(turn.text) and not manner.asks(turn.text)


def _is_another_of_them(turn: Turn, named: str) -> bool:
    """`경첩이 다른 모델 게 왔어요` of the hinge that was to be sent."""
    known = named != turn.text and bool(_OTHER_CAME.match(words.squash(named)))
    return known and not manner.asks(turn.text)


def _without_these(turn: Turn) -> str:
    """A line without the goods of the matter before it (`폴대 왔는데 길이가 안 맞아요`)."""
    first, _, rest = turn.text.partition(" ")
    bare, told = _PARTICLE.sub("", first), turn.memory.closed_details.get("what", "")
    # A noun of one letter (`끈`) is a word of its own there.
    known = bare in told if len(bare) > 1 else bool(bare) and f" {bare}" in told
    return rest if known else turn.text


def _is_same_wish(turn: Turn, intent: Intent, asked: str) -> bool:
    titled = wishes.request(intent.title)
    return titled == asked if titled else entry_named(turn, asked) is intent
