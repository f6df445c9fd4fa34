"""What is said of a matter that is resolved already, and is no new trouble."""

from __future__ import annotations

from datetime import timedelta

from bot.dialog import extract, manner, wishes, words
from bot.dialog.entries import is_for, is_for_a_person
from bot.dialog.following import JUST_CLOSED
from bot.dialog.good_news import is_over
from bot.dialog.in_vain import misses_an_answer
from bot.dialog.learning import REMEMBERED
from bot.dialog.open_question import ask_what_happened
from bot.dialog.quoting import GOODS_BACK, is_kin, sure
from bot.dialog.reopening import ASKS, UNDONE, opened, reopen
from bot.dialog.turn import Turn, say
from bot.dialog.unkept import (
    STILL_LATE,
    disputes_what_was_done,
    happens_as_told,
    holds_to_word,
    missed_visit,
    misses_call,
)
from bot.dialog.whose_order import names_another_order
from bot.model import Decision
from bot.patterns import searched
from intents import Intent

#: `사과는 안 하세요?`
_WANTS_APOLOGY = searched(
    r"사과(?:는|를|도|라도|한마디)*(?:왜)?(?:안|없|못|해야|하셔야|하세|하시|해주|듣고|받고|받아야)"
)
#: `쿠폰이라도 주세요`, `보상은요?`: nobody but a person decides on that.
_WANTS_AMENDS = searched(
    r"(?:보상|배상|변상)(?:은|는|도|을|이라도|같은건|같은거)*(?:요|없|안|해|좀|주|받|되|돼|어떻게|얼마)"
    r"|(?:쿠폰|적립금|포인트|할인|사은품|서비스)(?:이라도|라도|같은거라도|이나|나)(?:하나|좀|더)*(?:주|줘|넣어|챙겨|해|받)"
)
#: `깨진 건 버려도 되죠?`
WHAT_IS_LEFT = searched(
    r"(?:버려도|버리면|폐기해도|폐기하면|돌려보내야|다시보내야|반납해야|(?:보관|가지고)(?:하고)?있(?:어야|으면))(?:만)?(?:되|돼|될|하|해|할)"
)
#: `해결된 거예요?`, `무슨 말이에요?`: told that it is over.
_IS_IT_OVER = searched(
    r"(?:해결|처리|마무리|완료|종료|끝)(?:이|가)?(?:된|난|됐|났)(?:거|건|것|다면서|다고)[가-힣]{0,8}[요여]$"
    r"|^(?:네|왜|뭐|뭐가|뭐라고|뭐라구|무슨(?:말|소리)(?:이에|이죠|인가|인지)?)[요여]$"
)
#: `그럼 이제 어떻게 하면 되나요?`, `302호 맞나요?`: what only a person knows.
_GOES_ON = searched(
    r"^(?:네|아|그럼|그러면|그래서|이제|앞으로|알겠습니다|저는|제가|전)*(?:어떻게|뭘|무엇을|뭐를?)(?:해야|하면|하죠|하나|할까|되|돼)[가-힣]{0,8}$"
    r"|^(?:네|아|그럼|그러면|그래서|알겠습니다|확인했습니다)*(?:언제|내일|오늘|모레|이번주)(?:쯤|에|까지|중|안)*(?:받|와요|오나|올|도착|보내|출발)[가-힣]{0,8}$"
    r"|(?:[0-9](?:호|동|층|번지|개|원)|(?:된|한|뀐|간)(?:거|게|건|것)|이걸로|그걸로|그렇게)(?:가|이|로)?맞(?:죠|지요|나요|아요|는지요|는거죠|을까요)$"
    # `혹시 702호 맞게 들어갔죠?`
    r"|맞게(?:들어|바뀌|변경|접수|처리|나가|출고)[가-힣]{1,5}(?:요|죠|지요|까|나|는지)$"
    r"|취소(?:를|한거|한것)?(?:다시)?(?:취소|살리|살릴|살려|되돌|철회)"
    # `오후로 되는 거죠?`
    r"|^(?:네|그럼|그러면|근데|아)*(?:오전|오후|저녁|[0-9]{1,2}시|[월화수목금토일]요일|주말|그날)(?:으?로|에|까지|쯤)?(?:되는|오는|오시는|하는|맞는|가능한)(?:거|건)(?:죠|지요|가요|맞[가-힣]{1,3})$"
    # `박스 버렸는데 괜찮나요`
    r"|(?:박스|상자|포장지?|비닐|봉투|택|라벨|사은품|설명서|케이스)(?:을|를|은|는|도|이|가)?(?:이미|벌써|다)?(?:버렸|없|뜯었|찢|잃어버)[가-힣]{0,4}(?:는데|어도|으면)"
    r"(?:그냥|그래도|상관)?(?:되|돼|괜찮|어떡|어떻|어쩌|없)[가-힣]{0,8}$"
    # `둘 다 오는 거죠?`
    r"|^(?:그럼|근데|아)*(?:둘다|셋다|같이|함께|한번에|한꺼번에|따로|전부|다)(?:오|와|받|보내|도착|배송)[가-힣]{0,6}(?:죠|지요|나요|까요|요)$"
    # `기존 거는 언제 가져가요?`
    r"|(?:기존|예전|원래|먼저|처음|깨진|고장난|불량|망가진|받은|잘못온|썼던|헌)[가-힣]{0,6}(?:언제|누가|며칠|어떻게)(?:쯤|에)?(?:가져가|가지러|수거|회수|보내|반납|버려)"
)
#: `재단비 어디로 보내면 되나요`: what was agreed with a person, and is in no answer.
_HOW_PAID = searched(
    r"(?P<what>[가-힣]{1,4}(?:비|금|값|액))(?:은|는|을|를|도)?(?:어디로|어디에|어느계좌|무슨계좌|어떻게|계좌)(?:로|에)?[가-힣]{0,4}?"
    r"(?:보내|입금|결제|내|드리|송금|이체|알려)"
)
#: `잘 도착했나요?` of who sent his goods in.
_MINE_THERE = searched(
    r"^(?:제가|제|저희|어제|보낸|거기|잘|택배|물건|상품|제품|반품|이제)*(?:거|것|건)?(?:이|가|은|는|잘)*(?:도착|입고|받으|들어갔|들어왔)[가-힣]{0,4}?(?:나요?|는지요?|을까요?|셨어요|했어요|죠|지요)$"
)
#: What goes back costs what the FAQ tells.
_USUAL_FEES = frozenset(("반품비", "배송비", "택배비"))
#: `근데 천원이 더 들어왔어요?`
_TOO_MUCH = searched(
    r"(?:[0-9만천백]+원|돈|금액|얼마)(?:이|을|를)?(?:더|많이)(?:들어[왔와]|입금됐|환불됐|들어옴|주셨)|두번(?:들어왔|입금됐|환불됐)"
)
#: `송장번호라도 알려 주세요`
_WHERE_IS_IT = searched(
    r"송장(?:번호)?(?:는|를|가|라도|좀|이라도|은)*(?:알려|주세|주실|보내|뭐|어디|언제|알수|받을수)"
)
#: `그 기사님 다음에 또 오나요?`
_OF_HIM = searched(r"^(?:근데|그럼|그러면|아)*그(?:기사|직원|상담[원사]|담당자|배달원|분)")
_WHAT_OF = searched(
    r"(?P<what>[가-힣]{1,6}?)(?:은|는|도)(?:그럼|이제)?어떻게(?:해주|되|돼|처리|하시|하실)"
)
_THIS = searched(
    r"^(?:네|근데|그런데|그럼|그러면|아|혹시|그리고)*(?:이거|그거|이건|그건|이것도|그것도|이게|그게|둘다|둘중|나머지)"
)
#: `기사님 몇 시쯤 오세요`
_WHEN_FETCHED = searched(
    r"(?:기사|택배기사)(?:님|분)?(?:이|은|는|께서)?(?:혹시|대충|대략)?(?:몇시|언제|오늘|내일|오전|오후)[가-힣]{0,4}(?:오|와|방문|가져)"
    r"|(?:수거|회수|픽업|방문)(?:는|은|를)?(?:오늘|내일)?(?:대충|대략)?몇시"
)
#: `어떻게 보내요 박스가 없어요`
_HOW_IT_GOES_BACK = searched(
    r"(?:어떻게|어디로|어디에|뭘로|어디다|언제까지|누구한테|무슨택배로)(?:다시)?(?:보내|부치|부쳐|싸서)(?!주)"
)
_HOW_LONG = searched(
    r"(?:얼마나|며칠|몇일|언제(?:쯤)?)(?:이나|쯤|정도|까지)?(?:걸[리려릴]|도착|받[을나아]|오[나려]|올까|와요)"
)
#: What the answers tell the time of.
_OF_A_PROCESS = searched("교환|환불|반품|취소|수거|회수|입금|제주|도서")
#: `취소가 왜 안됐던 건지는 알려 주세요`
_WHY = searched(
    r"(?:왜|어쩌다|어떻게)[가-힣]{1,16}?(?:지|건지|이유)(?:는|를|도|만|라도|이라도)?(?:좀|꼭|정확히)?(?:알려|말씀해|말해|설명해|답해|답변)(?:주|줘|달)"
    r"|(?:이유|원인|사유)(?:는|를|가|도|라도|만)?(?:좀|꼭|뭔지|무엇인지)*(?:알려|말씀해|말해|설명해|답해)(?:주|줘|달)"
)
#: When money comes is told by an answer.
_WHEN_MONEY = searched(r"(?:환불|입금|돈|카드취소)[가-힣]{0,6}(?:언제|며칠|얼마나)")
#: `다시 접수해 주세요`
_FILE_ANEW = searched(r"다시(?:좀)?(?:접수|처리|확인|진행)(?:해|부탁|요)")
#: A statement, and thanks behind it.
_TOLD_AND_THANKED = searched(
    r"[가-힣](?:어요|아요|네요|군요|습니다|더라고요|더라구요|었음|았음)[\s.,!~ㅎㅋ^]*"
    r"(?:정말|너무|진짜|다시\s?한번)?\s?(?:감사|고마|고맙)[가-힣]{0,8}[\s.!~ㅎㅋ^♡]*$"
)
#: What is amiss or to be done still, or was sent by him, be it told as politely.
_WANTS_MORE = searched(
    r"(?<![가-힣])[안못덜]\s?[가-힣]|[가-힣]지\s?(?:도\s?)?(?:않|못)|아직|또|근데|그런데|다른|없|는데(?!\s?(?:감사|고마))"
    r"|주세|주시|줘|부탁|바랍|싶|달라|할게|할래|보냈|부쳤|냈어|냈습|반송|발송|입금|결제|송금|주문|신청|접수|[?？]"
)
#: What the history of the ticket says of why it is open again.
_CALLS_OFF = "마무리된 뒤에 거두어 달라고 했어요"
_ANEW = "마무리된 뒤에 다시 접수해 달라고 했어요"
_UNANSWERED = "마무리된 뒤에 답을 받지 못했다고 했어요"
_AMENDS = "마무리된 뒤에 보상을 바란다고 했어요"
_NO_APOLOGY = "마무리된 뒤에 사과를 바란다고 했어요"


def hear_after_the_end(turn: Turn) -> Decision | None:
    """Good news, how it stands, or that no answer and no apology came, of what was just resolved.

    Only where nothing else was begun since.
    """
    closed, ticket = _resolved(turn, REMEMBERED), turn.memory.closed
    if closed is None or ticket is None:
        return _hear_of_unnamed(turn)
    if _is_good_news(turn, closed):
        return say(turn, turn.texts.thanks_glad)
    if _was_called_off(closed) and manner.has_arrived(turn.text):
        return ask_what_happened(turn, sorry=False)  # against all expectation, or another order
    if _calls_off(turn, closed):
        return reopen(turn, closed, ticket, turn.texts.okay, note=_CALLS_OFF, asks=False)
    if manner.cancels_filing(turn.text) or (
        _asks_how_it_stands(turn) and not misses_call(turn.text)
    ):
        return say(turn, turn.texts.status_closed(closed.title, ticket))
    return _hear_reproach(turn, closed, ticket)


def _hear_of_unnamed(turn: Turn) -> Decision | None:
    """Good news of what a person saw to, and no entry is for (`사은품 왔어요^^`), or that it was
    not done as agreed (`미룬 거 아니었나요`).
    """
    unnamed = turn.memory.closed is not None and turn.intent(turn.memory.closed_intent) is None
    if not unnamed or not _is_fresh(turn, REMEMBERED) or names_another_order(turn):
        return None
    named = manner.welcomes(turn.incoming.text, awaited=True) and not extract.names_kind(turn.text)
    glad = manner.has_arrived(turn.text) or named
    if glad:
        return say(turn, turn.texts.thanks_glad)
    ticket = turn.memory.closed
    unanswered = misses_an_answer(turn) or misses_call(turn.text)
    undone = disputes_what_was_done(turn.text) or missed_visit(turn.text) or holds_to_word(turn)
    undone = undone or happens_as_told(turn)
    if ticket is None or not (unanswered or undone):
        return None
    said = turn.texts.sorry_wait if unanswered else turn.texts.sorry
    note = _UNANSWERED if unanswered else UNDONE
    return reopen(turn, None, ticket, said, note=note, asks=False)


def ask_after_the_end(turn: Turn) -> Decision | None:
    """What is asked of a resolved matter that no answer can know: a person is asked again."""
    closed, ticket = _resolved(turn, REMEMBERED), turn.memory.closed
    if closed is None or ticket is None or names_another_order(turn):
        return None
    plain = words.squash(turn.text)
    asks = _MINE_THERE.search(plain) and _has_sent_it(turn)
    if not asks and _is_fresh(turn, STILL_LATE):
        if not (manner.asks(turn.text) or _needs_a_person(turn, closed, plain)):
            return _file_anew(turn, closed, ticket)
        if _IS_IT_OVER.search(plain):
            return say(turn, turn.texts.status_closed(closed.title, ticket))
        asks = _asks_a_person(turn, closed, plain)
    if not asks:
        return None
    return reopen(turn, closed, ticket, turn.texts.asked_person, note=ASKS, asks=False)


def _file_anew(turn: Turn, closed: Intent, ticket: int) -> Decision | None:
    """`다시 접수해 주세요`, and nothing of which other goods."""
    if not _FILE_ANEW.search(words.squash(turn.text)) or manner.names_goods(turn.text):
        return None
    return reopen(turn, closed, ticket, turn.texts.okay, note=_ANEW, asks=False)


def _sent_instead(turn: Turn, closed: Intent) -> bool:
    """Whether something is under way for goods that came amiss, or that were exchanged."""
    refunded = turn.memory.closed_details.get("wish", "").startswith(wishes.REFUND)
    amiss = closed.ticket == "open" or closed.category == "exchange"
    return amiss and closed.category in GOODS_BACK and not refunded


def _needs_a_person(turn: Turn, closed: Intent, plain: str) -> bool:
    """Whether a line wants the number of what is sent instead, or tells of money too much."""
    if _OF_HIM.search(plain) and closed.category == "service":
        return True
    goes_back = _WHEN_FETCHED.search(plain) or _HOW_IT_GOES_BACK.search(plain)
    goes_back = goes_back or WHAT_IS_LEFT.search(plain)
    if closed.category in GOODS_BACK and goes_back:
        return True
    tracks = _sent_instead(turn, closed) and (
        _WHERE_IS_IT.search(plain) or _is_how_long_it_takes(turn, plain)
    )
    return bool(tracks or _TOO_MUCH.search(plain))


def _points_back(turn: Turn, closed: Intent, plain: str) -> bool:
    """`근데 이거 내일까지네요? 늘려 주실 수 있나요`: of what was done, and of no other entry."""
    since = turn.memory.closed_at
    soon = since is not None and turn.now - since <= JUST_CLOSED
    told = turn.memory.closed_details.get("what", "")
    # `국은 어떻게 해주시나요` of the soup that he told of.
    named = (found := _WHAT_OF.search(plain)) is not None and found["what"] in told
    if not soon or not (named or _THIS.search(plain)):
        return False
    best = turn.match.candidates[:1]
    own = bool(best) and best[0].intent_id == closed.id
    return own or turn.match.verdict != "answer"


def _is_how_long_it_takes(turn: Turn, plain: str) -> bool:
    """`우편이면 얼마나 걸릴까요`: how what is sent instead comes, no answer tells."""
    return bool(_HOW_LONG.search(plain)) and not _OF_A_PROCESS.search(plain)


def tell_me_why(text: str) -> bool:
    """Whether a line wants to be told how something came about (`왜 안됐는지는 알려 주세요`)."""
    return bool(_WHY.search(words.squash(text)))


def ask_a_person(turn: Turn) -> Decision | None:
    """What only a person can tell of the matter that was resolved: he is asked again."""
    closed, ticket = turn.intent(turn.memory.closed_intent), turn.memory.closed
    if closed is None or ticket is None:
        return None
    return reopen(turn, closed, ticket, turn.texts.asked_person, note=ASKS, asks=False)


def _asks_a_person(turn: Turn, closed: Intent, plain: str) -> bool:
    if _WHEN_MONEY.search(plain):
        return False
    if _needs_a_person(turn, closed, plain) or _points_back(turn, closed, plain):
        return True
    pays = _HOW_PAID.search(plain)
    if pays is not None and pays["what"] not in _USUAL_FEES:
        return pays["what"] in turn.memory.closed_details.get("what", "")
    if manner.asks_done(turn.text) or manner.asks_when_done(turn.text):
        return True
    return bool(_GOES_ON.search(plain)) and not _is_answered(turn, closed)


def _has_sent_it(turn: Turn) -> bool:
    told = turn.memory.closed_details.get("what", "")
    return any(map(manner.what_he_sent, told.split("\n")))


def _is_answered(turn: Turn, closed: Intent) -> bool:
    """Whether an answer tells of something else what is asked; parcels that are sent anew have no
    page to look at.
    """
    best = sure(turn)
    refunded = turn.memory.closed_details.get("wish", "").startswith(wishes.REFUND)
    sent = closed.category in GOODS_BACK - {"refund"} and not refunded
    if best is None or is_kin(best, closed):
        return False
    return not (sent and best.category == "shipping")


def _resolved(turn: Turn, within: timedelta) -> Intent | None:
    """The entry of the matter that was resolved so shortly, if nothing was begun since."""
    return turn.intent(turn.memory.closed_intent) if _is_fresh(turn, within) else None


def _is_fresh(turn: Turn, within: timedelta) -> bool:
    """Whether a matter was resolved so shortly, and nothing was begun since."""
    memory = turn.memory
    if turn.state.ticket or turn.state.question is not None or memory.closed is None:
        return False
    if memory.intent or memory.withdrawn or turn.incoming.images or turn.incoming.tap:
        return False
    return memory.closed_at is not None and turn.now - memory.closed_at <= within


def _hear_reproach(turn: Turn, closed: Intent, ticket: int) -> Decision | None:
    """That no answer came, no apology, or nothing to make up for it, opens the matter again."""
    plain = words.squash(turn.text)
    if misses_an_answer(turn) or manner.asked_in_vain(turn.text):
        return reopen(turn, closed, ticket, turn.texts.sorry_wait, note=_UNANSWERED, asks=False)
    if _WANTS_AMENDS.search(plain) and closed.ticket == "open":
        return reopen(turn, closed, ticket, turn.texts.no_promise, note=_AMENDS, asks=False)
    if _WANTS_APOLOGY.search(plain) and manner.asks_or_reports(turn.text):
        return reopen(turn, closed, ticket, turn.texts.sorry, note=_NO_APOLOGY, asks=False)
    return None


def _is_good_news(turn: Turn, closed: Intent) -> bool:
    """Whether what was worked on is said to have come, or to work (`왔어요!`)."""
    ticket = turn.memory.closed
    fetched = closed.category in GOODS_BACK and manner.was_fetched(turn.text)
    if fetched or _thanks_for_it(turn):
        return True
    if ticket is None or manner.is_question(turn.text) or manner.reports_problem(turn.text):
        return False
    if names_another_order(turn) or manner.reports_damage(turn.text):
        return False
    told = turn.memory.closed_details
    if _was_called_off(closed):
        return False
    if manner.has_arrived(turn.text) or is_over(opened(turn, closed, ticket, told, {}), closed):
        return True
    # `M 왔어요`: of a size or a colour nobody knows whether it is the right one.
    awaited = manner.lacks_a_part(told.get("what", "")) or _was_awaited(turn, closed)
    glad = manner.welcomes(turn.incoming.text, awaited=awaited)
    return glad and not extract.names_kind(turn.text)


def _was_awaited(turn: Turn, closed: Intent) -> bool:
    """`텐트 왔어요` of the tent that was late, or broke and was sent anew; of what a person agreed
    to nobody knows which goods it were.
    """
    told = turn.memory.closed_details
    if is_for_a_person(closed):
        return True
    paid_back = closed.category == "refund" or told.get("wish", "").startswith(wishes.REFUND)
    return not paid_back and manner.names_alike(turn.text, told.get("what", ""))


def _thanks_for_it(turn: Turn) -> bool:
    """`화면 이제 잘 나와요 감사합니다`: who tells what came of it, and thanks, wants nothing."""
    said = turn.incoming.text
    if not _TOLD_AND_THANKED.search(said) or _WANTS_MORE.search(said) or names_another_order(turn):
        return False
    # `새 제품 잘 써지네요` names a new one, and wants none.
    asks = manner.asks(turn.text) or manner.anger(turn.text)
    return not (asks or manner.reports_damage(turn.text))


def _was_called_off(closed: Intent) -> bool:
    """Whether an order was to be called off, or to be another: nothing was awaited."""
    return closed.category == "order" and closed.ticket == "ask"


def _calls_off(turn: Turn, closed: Intent) -> bool:
    """`반품 취소할게요`, `접수 취소할게요` of what a person has done already: he may undo it."""
    named = manner.calls_off(turn.text)
    off = manner.cancels_filing(turn.text) or (bool(named) and is_for(turn, closed, named))
    return off and closed.ticket == "ask" and not manner.asks(turn.text)


def _asks_how_it_stands(turn: Turn) -> bool:
    text = turn.text
    return (
        manner.asks_status(text)
        or manner.asks_what_is_filed(text)
        or manner.asks_ticket_number(text)
    ) and not manner.names_goods(text)
