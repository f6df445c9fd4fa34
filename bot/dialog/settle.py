"""Nothing need be done any more: he sees to it himself, found it, or was only sorry or asking."""

from __future__ import annotations

import re

from bot.dialog import details, extract, manner, survey, wishes, words
from bot.dialog.asked.heard import NUMBERS, same, told_anew
from bot.dialog.complaints.told import damage_entry
from bot.dialog.entries import (
    asks_how_many,
    changes_address,
    changes_order,
    first_complaint,
    is_for_a_person,
    of_goods,
)
from bot.dialog.filing import file, taken, titled
from bot.dialog.good_news import found_a_number, is_over
from bot.dialog.learning import begin, learn
from bot.dialog.put_right.corrections import withdrawn
from bot.dialog.put_right.taking_back import takes_back
from bot.dialog.question_behind import reports
from bot.dialog.quoting import sure
from bot.dialog.second_thoughts import keeps_after_all
from bot.dialog.turn import Turn, digest, say
from bot.model import AddToTicket, Decision, Question, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: `그냥 알려드리는 거예요`, `주문은 아직 안 했어요`: told, and nothing wanted.
_ONLY_TELLS = re.compile(
    r"(?:네|아|그냥|참고하시라고|아니|저는?|전)*(?:(?:알려|말씀)(?:만)?드(?:리는|린|렸|리려)(?:거|것|건)?(?:뿐)?(?:이?예요|이?에요|입니다|임|어요|고요)"
    r"|(?:주문|구매|결제)(?:은|는|을|를)?아직(?:안|못)(?:했|한)(?:어요|는데요?|습니다|거예요|상태예요|상태입니다))"
)
_NEXT_TIME = searched(
    r"(?:네|그리고|근데|그럼)*(?:다음|담)(?:번에?는?|번엔|부터는?|부턴|엔|에는|에)(?!주|달|날)|(?:네|그리고|근데|그럼)*앞으로(?:는)?"
)

#: `다음에 또 이용할게요 안녕히 계세요`
_COMES_AGAIN = searched(
    r"(?:이용|방문|주문|구매|구입|쇼핑)(?:을)?(?:할[게께]|하겠|하려|하러|할거)|(?:또|다시)(?:올[게께]|오겠|살[게께]|시킬[게께]|뵐|뵙)"
)
#: What it came in suffered, and not what was in it.
_SOUND = searched(
    r"(?:상자|박스|포장|택배|봉투)[가-힣0-9]{0,30}?(?:안에|내용물|상품|물건|제품|속|다행)[가-힣]{0,12}?(?:멀쩡|이상(?:은|이)?없|무사|괜찮[네았]|안깨[졌지])"
)
#: So many are an order for a company, be it the first word of it.
_TEN_OR_MORE = searched("[0-9]{2}|[십백천]|[스서마]른|스무")
#: `환불받고 다른 데서 살래요`
_THEN = searched("(?:환불|반품|취소|돈)(?:을|를)?(?:받|하|해|돌려받)[가-힣]{0,2}(?:고|서)")


#: `방금 했는데요` behind a cancellation tells when he ordered.
_ONLY_WHEN = re.compile(
    r"(?:저는|전|제가|지금|근데)*(?:방금|좀전에|조금전에|아까|오늘|어제|금방)(?:주문|결제|구매)?(?:을|를)?(?:했|한)(?:는데요?|건데요?|거예요|거든요)"
)


def done_himself(turn: Turn) -> Decision | None:
    """`네이버에서 직접 신청했어요`: a wish that he has seen to is closed, and asked for no more.

    A complaint is not: what was wrong is still wrong.
    """
    if turn.incoming.images or extract.order_numbers(turn.text):
        return None
    if not manner.did_it_himself(turn.text) or _ONLY_WHEN.fullmatch(words.squash(turn.text)):
        return None
    if not turn.state.ticket:
        asked = turn.state.question is not None
        return say(turn, turn.texts.as_you_like) if asked else None
    known = turn.entry
    if known is None or known.ticket != "ask" or turn.state.ticket_status not in _ASKING:
        return None
    change = AddToTicket(status="resolved", note="고객이 직접 처리했다고 알렸어요")
    done = survey.closed(turn.state, turn.state.ticket, turn.now)
    memory = replace(done.memory, survey=None, withdrawn=True)
    reply = Reply(text=turn.texts.done_himself(turn.ticket))
    return Decision(state=replace(done, memory=memory), reply=reply, ticket=change)


def dismiss(turn: Turn) -> Decision | None:
    """`이제 필요 없어요` of who waits for a person and told no matter: nobody need come."""
    if not turn.state.ticket or turn.state.question is not None or turn.incoming.images:
        return None
    known = turn.entry
    if known is not None and (known.listed or not is_for_a_person(known)):
        return None
    if manner.is_settled(turn.text) or not manner.needs_nobody(turn.text):
        return None
    return withdrawn(turn)


def drop_missent(turn: Turn) -> Decision | None:
    """`아 잘못보냄` behind a stray line: what was filed out of that line alone is closed.

    Who told of wrong or broken goods may blame the store with it, and a number tells of a matter.
    """
    if not turn.state.ticket or turn.incoming.images or not manner.sent_amiss(turn.text):
        return None
    known, filed = turn.memory.details, turn.memory.filed_at
    told = known.get("what", "")
    stray = words.squash(told) == turn.memory.last and not NUMBERS & known.keys()
    if not stray or filed is None or turn.now - filed > survey.SOON:
        return None
    if manner.reports_damage(told) or manner.got_another(told):
        return None
    return withdrawn(turn)


#: `아 잠만요` beside an open ticket; what is told of goods (`내일 보낼게요`) belongs to it.
_HOLD_ON = re.compile(
    r"(?:아+|네|앗|어|저기)*(?:잠깐|잠시|잠)만?(?:이?[요여용])?(?:기다려(?:주세요|봐요|보세요))?"
)
#: `회의 들어가야 해서 이따 올게요`
_COMES_BACK = searched(
    r"(?:이따가?|있다가|나중에|조금있다가?|잠시후에|저녁에|내일|다녀와서|끝나고)(?:다시)?(?:올|들를|들어올|볼|연락할|연락드릴|톡할|톡드릴|얘기할|말할|말씀드릴|알려드릴|보낼|보내드릴|문의할|문의드릴|물어볼|여쭤볼)[게께]요?$"
)
#: While these, nobody but the customer is waited for.
_ASKING = frozenset(("waiting", "no_reply"))

#: `아 했어요 ㄳ` under an offer: there is nothing left to do.
_DID_IT = re.compile(
    r"(?:아+|오|네|방금|제가)*(?:했|신청했|눌렀)(?:어요|네요|습니다|음)(?:ㄳ|ㄱㅅ|감사[가-힣]{0,4}|고마[가-힣]{0,4})?"
)


def refuse_with_reason(turn: Turn) -> Decision | None:
    """A no in more words than one, under a list or an offer: `아뇨 그냥 물어본 거예요`."""
    question = turn.state.question
    if question is None or question.kind == "detail" or turn.state.ticket or turn.incoming.images:
        return None
    if _only_takes_it_in(turn):
        return say(turn, turn.texts.okay)
    if turn.incoming.tap or words.yes_or_no(turn.text):
        return None
    ahead = manner.has_yet_to_order(turn.text)  # `아직 주문은 안 했어요 그냥 궁금해서요`
    if ahead or _decides_to_buy(turn, words.refuses_first(turn.text) or turn.text):
        return say(turn, turn.texts.as_you_like)
    return None if _tells_a_matter(turn) else _settled_in_words(turn, question)


#: `ㅇㅋㅇㅋ`: understood.
_GOT_IT = re.compile(r"(?:ㅇㅋ|오키|오케|오케이|okay|ok|ㅇㅎ|아하){2,}(?:요|이)?", re.IGNORECASE)


def _only_takes_it_in(turn: Turn) -> bool:
    """Whether who only asked has taken in what he was told, and wants nothing filed."""
    asked = turn.state.waiting_on == "nobody" and not turn.incoming.tap
    return asked and bool(_GOT_IT.fullmatch("".join(turn.incoming.text.split()).rstrip(".~!^")))


def _settled_in_words(turn: Turn, question: Question) -> Decision | None:
    """He found it, did it, looks himself, or wants no more of it."""
    if any(is_over(turn, turn.intent(name)) for name in question.intents):
        return say(turn, turn.texts.thanks_glad)
    rest = words.refuses_first(turn.text)
    said = turn.text if rest is None else rest
    plainly = rest is not None or manner.is_settled(said) or "확인됐" in words.squash(said)
    found = manner.found_it(said) and not found_a_number(turn)
    if found and plainly and not manner.lets_go(said):
        return say(turn, turn.texts.thanks_glad)
    if (
        _DID_IT.fullmatch(words.squash(said))
        or manner.sees_to_it(said)
        or (rest is not None and _is_no_more(turn, rest))
    ):
        return say(turn, turn.texts.as_you_like)
    return None


def _decides_to_buy(turn: Turn, said: str) -> bool:
    """`글쿤요 주문할게요`, `그럼 안 살래요`, `친구 집으로 보낼게요` of who asked before he buys.

    Where an order, its address or an offer for many is talked about, that tells what is wanted.
    """
    decides = manner.will_buy(said) or manner.wont_buy(said) or manner.sends_it_there(said)
    decides = decides or manner.lets_it_come(said)
    if turn.memory.last_at is None or not (decides or manner.settles_on(said)):
        return False
    if _TEN_OR_MORE.search(extract.quantity(said) or ""):
        return False
    question, known = turn.state.question, turn.intent(turn.memory.intent)
    asked = turn.intent(next(iter(question.intents), "")) if question is not None else known
    if not decides and asked is not None and not _is_of_choosing(turn, asked):
        return False
    ordered = (changes_order(turn), changes_address(turn))
    return asked is None or not (asked in ordered or asks_how_many(asked))


def _is_of_choosing(turn: Turn, entry: Intent) -> bool:
    """Whether an entry helps who has yet to choose: to settle on one wants nothing done."""
    return entry is of_goods(turn) or any(map(details.asks_height, details.of(entry)))


def put_off(turn: Turn) -> Decision | None:
    """`찾아볼게요 잠깐` under a list or an offer: it stays as it is, and is not asked again."""
    question = turn.state.question
    if not manner.puts_off(turn.text) or (question is not None and question.kind == "detail"):
        return None
    # `수요일까지 연락 준다고 하더니 아무 말이 없네요`
    waits = manner.kept_no_word(turn.text) or manner.misses_an_answer(turn.text)
    plain = words.squash(turn.text)
    goes = _HOLD_ON.fullmatch(plain) or _COMES_BACK.search(plain) or "사진" in plain
    if waits or _tells_a_matter(turn) or reports(turn.text) or turn.incoming.images:
        return None
    if turn.state.ticket and question is None and goes:
        return say(turn, turn.texts.put_off_plain, ticket=same(turn))
    known = turn.match.verdict == "answer" or manner.only_announces(turn.text)
    if question is None and not turn.state.ticket and not known:
        return say(turn, turn.texts.put_off_plain, spoke=True)  # `일단 사진 보낼게요`
    if question is None or turn.state.ticket:
        return None
    return say(turn, turn.texts.put_off_plain, question=question, misses=turn.state.misses)


#: Goods that stay, whatever was wrong with them.
_KEPT = searched(r"그냥(?:입|쓸|쓰|신|먹|둘|가질|마실|사용)[가-힣]{0,4}[요여]?$")


def let_it_be(turn: Turn) -> Decision | None:
    """`그럼 그냥 받을게요`, `메모에 쓸게요` when nothing is open: a short word, and no list."""
    if turn.state.ticket or turn.state.question is not None or turn.incoming.images:
        return None
    if turn.incoming.tap or manner.cancels_filing(turn.text) or manner.only_announces(turn.text):
        return None
    better = turn.memory.withdrawn and manner.wishes_better(turn.text)
    if better or _ONLY_TELLS.fullmatch(words.squash(turn.text)):
        return say(turn, turn.texts.got_it)  # `다음엔 신경 써 주세요`
    sound = _came_sound(turn)
    if sound or _wishes_it_the_next_time(turn):
        said = " ".join([turn.texts.sorry] * sound + [taken(turn, None)])
        return titled(file(turn, said, None), words.clip(turn.text))
    # Most lines do neither: what they tell besides is read last.
    # `환불받고 다른 데서 살래요` wants something first.
    leaves = manner.sees_to_it(turn.text) and not _THEN.search(words.squash(turn.text))
    goes = takes_back(turn) or leaves
    kept = keeps_after_all(turn.text)
    ahead = manner.has_yet_to_order(turn.text) and bool(turn.memory.intent)
    buys = ahead or _decides_to_buy(turn, turn.text)
    goes = goes or kept or buys
    goes = goes or (bool(turn.memory.shown) and manner.has_ordered(turn.text))
    # `생각해 보고 올게요` behind an answer
    goes = goes or (bool(turn.memory.shown) and manner.hesitates(turn.text))
    unlike = _unlike_and_kept(turn) if goes else None
    # `취소했다가 마음이 바뀌었어요 원래대로 보내 주세요`
    revives = goes and manner.calls_off(turn.text) == "취소"
    tells = not (kept or buys or unlike is not None) and goes and _tells_a_matter(turn)
    if not goes or tells or revives:
        return None
    wrong = unlike or damage_entry(turn)
    return _file_kept(turn, wrong) if wrong is not None else say(turn, turn.texts.as_you_like)


def _unlike_and_kept(turn: Turn) -> Intent | None:
    """`색이 사진이랑 다르긴 한데 그냥 입을게요`: recorded, and nothing is wanted for it."""
    kept = _KEPT.search(words.squash(turn.text)) and not manner.asks(turn.text)
    if not kept or wishes.labels(turn.own_words):
        return None
    best = sure(turn)
    unlike = best if best is not None and best.category == "wrong_information" else None
    if manner.is_unlike(turn.text):
        unlike = first_complaint(turn, "wrong_information")
    told = told_anew(turn.memory, learn(turn, None, ())) & NUMBERS
    return None if told else unlike


def _came_sound(turn: Turn) -> bool:
    """`상자가 젖어서 왔는데 라면은 멀쩡하네요 신경 써 주셨으면 해서요`: no goods are amiss."""
    sound = _SOUND.search(words.squash(turn.text)) and manner.wishes_better(turn.text)
    return bool(sound) and not (wishes.labels(turn.own_words) or manner.asks(turn.text))


def _wishes_it_the_next_time(turn: Turn) -> bool:
    """`다음엔 포장 신경 써 주세요`: nothing can be done now, and a person shall read it."""
    wants = _NEXT_TIME.match(words.squash(turn.text)) and manner.is_request(turn.text)
    # `담에 들어올 때 꼭 알려 주세요` wants to hear of it.
    other = manner.asks(turn.text) or manner.reports_problem(turn.text) or "알려" in turn.text
    other = other or _COMES_AGAIN.search(words.squash(turn.text)) is not None
    return bool(wants) and not (other or wishes.labels(turn.own_words))


def _file_kept(turn: Turn, entry: Intent) -> Decision:
    """`금이 가 있는데 그냥 쓸게요`: what was wrong is recorded, and nothing asked for it."""
    begun = details.asked_no_more(entry, begin(turn, entry, ""))
    said = f"{turn.texts.sorry} {turn.texts.filed_at_once(entry.title)}"
    return file(turn.remembering(begun), said, entry, begun=begun)


def hear_praise(turn: Turn) -> Decision | None:
    """Praise, and a blemish that is let pass, are thanked for: nothing is wanted."""
    question = turn.state.question
    if turn.state.ticket or (question is not None and question.kind == "detail"):
        return None
    if turn.incoming.images:
        return None
    if turn.incoming.tap or words.yes_or_no(turn.text) or not manner.is_content(turn.text):
        return None
    if told_anew(turn.memory, learn(turn, None, ())) & NUMBERS:
        return None
    texts = turn.texts
    blemish = manner.tells_a_blemish(turn.text)
    praised = texts.thanks if digest(texts.kind_words) == turn.memory.said else texts.kind_words
    return say(turn, f"{texts.sorry} {texts.got_it}" if blemish else praised)


def forgive(turn: Turn) -> Decision | None:
    """An apology is answered warmly; it is nothing for a ticket."""
    if turn.incoming.images or not manner.apologises(turn.text):
        return None
    question = turn.state.question
    if question is not None and question.kind == "detail":
        return None  # it is answered there, and asked on
    text = turn.texts.no_harm
    if turn.state.ticket and turn.state.ticket_status == "open":
        text = f"{text}\n{turn.texts.heard.removeprefix('네, ')}"
    return say(turn, text, question=question, ticket=same(turn))


def _tells_a_matter(turn: Turn) -> bool:
    """Whether something is told or wanted beside it that must not be lost."""
    fresh = told_anew(turn.memory, learn(turn, None, ())) & NUMBERS
    if wishes.refused(turn.own_words) and not wishes.labels(turn.own_words):
        fresh = set()  # the order of which nothing is wanted (`2026… 교환 안 할래요`)
    asks = manner.asks(turn.text) or manner.wants_person(turn.text)
    troubles = manner.reports_problem(turn.text) or manner.anger(turn.text) > 0
    return bool(fresh) or asks or troubles or manner.still_wants(turn.text)


def _is_no_more(turn: Turn, rest: str) -> bool:
    """Whether nothing is wanted behind a no either."""
    wants = wishes.labels(turn.own_words) or manner.is_request(rest)
    sure = turn.match.verdict == "answer" and len(words.squash(rest)) > _LONGEST_REASON
    return not wants and not sure and not manner.correction(turn.text)


#: Letters of a reason for a no; what is longer, and known to the FAQ, is a matter.
_LONGEST_REASON = 10
