"""Lines that the matcher is not sure of, or does not know: a list, one guess, or a person."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialog import buttons, extract, manner, reading, reasons, wishes, words
from bot.dialog.answers import answer, ask_again, offer, talks_of
from bot.dialog.complaints.causes import cause
from bot.dialog.complaints.goods import told_beside
from bot.dialog.complaints.likely import is_complaint, is_likely
from bot.dialog.credits import tells_of_credit
from bot.dialog.entries import (
    asks_how_many,
    entry_named,
    first_complaint,
    is_stand_in,
    of_goods,
    tells_stage,
)
from bot.dialog.filing import added, both_lines, file, is_bare, taken, topic
from bot.dialog.going_on import offer_unknown, with_all_words
from bot.dialog.goods_asked import (
    asks_advice,
    asks_before_order,
    asks_of_visit,
    asks_price,
    is_of_goods,
    measured,
)
from bot.dialog.his_parcels import of_his_parcel
from bot.dialog.in_no_entry import is_of_account
from bot.dialog.learning import learn, note
from bot.dialog.lines import parts_of
from bot.dialog.narrowing import LONGEST_BARE, narrowed
from bot.dialog.nobodys import COIN, is_far_fetched, is_nobodys, speaks_of_store
from bot.dialog.offers import adds_nothing
from bot.dialog.plain_cases import plainly
from bot.dialog.quoting import is_called
from bot.dialog.reporting import file_failure
from bot.dialog.several import and_more_of_it
from bot.dialog.sole_guess import (
    names_it_alone,
    only_asks,
    tells_beside,
    wants_only_this,
)
from bot.dialog.told_elsewhere import mentions
from bot.dialog.turn import Turn, say
from bot.dialog.wished_for import wished
from bot.model import AddToTicket, Decision, Question, Reply
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: How many of a clarify's candidates are shown.
MOST_CHOICES = 3
#: A candidate with less than this share of the first one's confidence is no choice.
FAR_BEHIND = 0.12
#: From here on a likely greeting or thanks is answered as one; below it is a guess like any other.
SMALL_TALK = 0.75
#: After a line that was not understood only a guess as good as this is worth another question.
SECOND_TRY = 0.75
#: Lines under an offer that are neither yes nor no before a person is called.
PATIENCE = 2
_PRICE = searched("얼마|가격|비싸")
_PLAIN_WISH = searched(
    r"(?P<wish>취소|환불|반품|교환)(?:을|를)?(?:이?요|해주세요|해주셔요|할게요|할래요|하고싶어요|해줘요?|하려고요|부탁[가-힣]*)$"
)
#: Letters of a line that may be meant for no store at all.
LONGEST_NOBODYS = 24
#: What an answer says to who is abroad.
_AT_HOME = "국내"
#: Places of a list that are more than a guess.
MOST_LIKELY = 2
#: `아 진짜 모르겠네` behind what was not understood is of this talk.
_AT_A_LOSS = searched("모르겠|답답|어렵네|말이안통|설명(?:을)?못")
_NONE_OF_THEM = searched(r"^(?:아니|아뇨|아녀)|말고요?$|(?:그런|이런|저런)거(?:말고|아니)")


def clarify(turn: Turn) -> Decision | None:
    """Several entries fit: let the customer choose."""
    if turn.match.verdict != "clarify":
        return None
    if turn.state.ticket:
        # A guess beside an open matter is more likely a line about that matter.
        return _answer_beside(turn) or give_up(turn)
    near = narrowed(turn, _near(turn))
    if adds_nothing(turn, near):
        return miss(turn)
    if not near:
        return None
    if (told := _of_abroad(turn, near[0])) is not None:
        return told
    back = entry_named(turn, wishes.REFUND) if manner.got_cheaper(turn.text) else None
    return offer_unknown(turn, back) if back is not None else _guess(turn, near)


def _answer_beside(turn: Turn) -> Decision | None:
    """What only tells something, asked by its own name beside a ticket (`데이터는 지워지죠?`)."""
    return answer(turn, told) if (told := tells_beside(turn)) is not None else None


def _of_abroad(turn: Turn, likely: Intent) -> Decision | None:
    """What the answers say of another country, or that parcels go to none; and of no account."""
    if manner.is_request(turn.text) and is_of_account(turn, likely):
        return offer_a_person(turn)  # `개인정보 삭제해 주세요` changes no address
    abroad = manner.sends_abroad(turn.text)
    if not abroad:
        return None
    told = mentions(turn, abroad, first_complaint(turn, "shipping"))
    return told or (answer(turn, likely) if _AT_HOME in likely.answer else None)


def _guess(turn: Turn, near: list[Intent]) -> Decision | None:
    """Of likely entries the one that is meant after all, else a list of them."""
    plain = plainly(turn, near) or measured(turn, near)
    plain = plain or (tells_stage(turn) if of_his_parcel(turn, near) else None)
    plain = plain or tells_of_credit(turn)
    beside = told_beside(turn)
    plain = plain or (beside if beside in near else None)
    if plain is not None and is_stand_in(turn, plain) and names_it_alone(turn):
        plain = None  # `픽업은 언제부터 돼요` where an entry of the seller's is of that
    if plain is not None:
        return and_more_of_it(turn, plain, [])
    if asks_price(turn) and of_goods(turn) in near:
        return offer_a_person(turn)
    if is_of_goods(turn, near):
        return answer(turn, of_goods(turn))
    wanted = wished(turn, near)
    meant = cause(turn, wanted or near[0])
    confidence = turn.match.candidates[0].confidence
    small_talk = confidence >= SMALL_TALK and _is_small_talk(turn, near[0], meant)
    only_asked = near[0].ticket == "open" and meant in (of_goods(turn), tells_stage(turn))
    if (
        wanted is not None
        or only_asks(turn, near)
        or names_it_alone(turn)
        or wants_only_this(turn, near)
        or _wants_it_of_an_order(turn, near)
        or small_talk
        or only_asked
        or is_complaint(turn, meant)
    ):
        return answer(turn, meant)
    offered = [intent for intent in near if intent.listed]
    if not offered:
        return None
    # `5살 조카 선물인데 뭐가 좋을까요`
    advice = offer_a_person(turn) if asks_advice(turn) else None
    unknown = advice or _of_the_unknown(turn, offered)
    return unknown if unknown is not None else _choose(turn, offered)


def _is_small_talk(turn: Turn, entry: Intent, meant: Intent) -> bool:
    """Whether a likely greeting, thanks or call is one: a longer line has more to say."""
    if entry.listed:
        return False
    if entry.ticket != "none":
        # `오늘 상담 하나요` is of the hours, `매장에서 직접 받을 수 있나요` calls nobody.
        return meant is not entry or not manner.asks(turn.text)
    kind = manner.is_thanks(turn.text) or manner.is_heard(turn.text)
    return kind or manner.hails(turn.text) or len(words.squash(turn.text)) <= LONGEST_BARE


def _choose(turn: Turn, offered: list[Intent]) -> Decision:
    """A list, or a better end where a list helps nobody."""
    if (declined := _wave_away(turn) or _asked_on(turn)) is not None:
        return declined
    if manner.anger(turn.text) and manner.is_late(turn.text):
        late = first_complaint(turn, "shipping")
        offered = [late, *offered] if late is not None else offered
    elif _is_unknown(turn) and offered[0] is not of_goods(turn) and not turn.state.misses:
        return offer_a_person(turn)
    if manner.anger(turn.text) and offered[0].ticket != "none":
        return file(turn, taken(turn, offered[0]), offered[0])
    question = turn.state.question
    listed = question is not None and question.kind == "choose"
    told = _told_under_a_list(turn, offered) if listed else None
    if told is not None:
        return told
    # Choices that helped nobody count as a miss: a third list in a row would be no help either.
    misses = turn.state.misses + listed
    weak = turn.match.candidates[0].confidence < SECOND_TRY
    if misses > 1 or (turn.state.misses and weak):
        return give_up(turn)
    return _offered_again(turn, offered) or offer(turn, offered, turn.texts.choose, misses=misses)


def _asked_on(turn: Turn) -> Decision | None:
    """`기존 소파 수거도 해주세요?` under what nobody knew, and like no entry much: nor is that."""
    question = turn.state.question
    offers = question is not None and question.kind == "file" and not turn.state.ticket
    weak = turn.match.candidates[0].confidence < SECOND_TRY
    if not (offers and weak and manner.asks(turn.text)):
        return None
    above = talks_of(turn)
    if above is None:
        return offer_a_person(turn)
    return offer_unknown(turn, above)


def _offered_again(turn: Turn, offered: list[Intent]) -> Decision | None:
    """`엘베 없는 4층인데요` is of what was just answered: nobody is asked whether it is."""
    question = turn.state.question
    above = talks_of(turn) if question is None or question.kind == "file" else None
    if above is None:
        return None
    alone = question is None and offered == [above]
    # `두 개 다 바꾸면요?` behind the answer is another case of the same.
    asked = manner.pursued(turn.text) if above in offered else None
    case = asked is not None and asked.conditional and asked.goes_on
    return offer_unknown(turn, above) if alone or case else None


def _wave_away(turn: Turn) -> Decision | None:
    """What is no store's business is declined; right behind an answer it is of that, and not told
    in it.
    """
    if not is_nobodys(turn):
        return None
    above = talks_of(turn)
    if above is not None:
        return offer_unknown(turn, above)
    return say(
        turn,
        turn.texts.ours_only,
        question=turn.state.question,
        misses=turn.state.misses,
        memory=note(turn),
        # Whoever asks for a person next is asked nothing twice.
        spoke=True,
    )


def _of_the_unknown(turn: Turn, offered: Iterable[Intent]) -> Decision | None:
    """A service that no likely entry is called by, or more that is asked of what no answer holds.

    A person is offered; where the service fails (`로그인이 안 돼요`) he gets it at once.
    """
    question = turn.state.question
    # Who asks on instead of choosing is heard as if nothing stood open.
    listed = question is not None and question.kind == "choose"
    if question is not None and not listed:
        of_that = question.kind == "file" and not question.intents and not turn.state.ticket
        return miss(turn) if of_that and manner.asks(turn.text) else None
    if manner.asks_of_stock(turn.text) or manner.asks_if_sold(turn.text):
        return offer_a_person(turn)  # no answer knows what is there today
    named = ""
    if listed or not turn.state.misses:
        text = turn.text
        asked = manner.asks_for_service(text) or manner.asks_beyond(text)[:2]
        named = manner.names_service(text) or asked
    fails = manner.reports_problem(turn.text) or manner.was_done_to(turn.text)
    fails = fails and not manner.is_question(turn.text)
    if fails and not named:
        named = manner.names_site(turn.text)
    if not named or any(is_called(one, (named,)) for one in offered):
        return None
    if _wants_it_of_an_order(turn, offered):
        return None
    return file_failure(turn) if fails else offer_a_person(turn)


def _wants_it_of_an_order(turn: Turn, offered: Iterable[Intent]) -> bool:
    """`상품권 취소되나요 2026…`: a wish that the likeliest entry is for, and its order."""
    first = next(iter(offered), None)
    wish = wishes.request(turn.own_words)
    told = bool(wish) and bool(extract.order_numbers(turn.text))
    return told and first is not None and first is entry_named(turn, wish)


def _is_unknown(turn: Turn) -> bool:
    """Whether a question for the store is like nothing that the FAQ holds."""
    if turn.state.question is None and (
        manner.asks_if_sold(turn.text) or asks_before_order(turn) or asks_of_visit(turn)
    ):
        return True
    if turn.state.question is not None or not speaks_of_store(turn):
        return False
    if manner.asks(turn.text):
        return is_far_fetched(turn)
    # `회원 탈퇴 하려는데요`
    far = turn.match.candidates[0].confidence < COIN and manner.is_request(turn.text)
    told = (
        wishes.labels(turn.own_words)
        or manner.reports_problem(turn.text)
        or reading.by_itself(turn)
    )
    return far and not told


def offer_a_person(turn: Turn) -> Decision:
    """What is asked of the store is in no answer: said so, and a person offered."""
    many = turn.intent(turn.memory.offered)
    if many is not None and asks_how_many(many) and "quantity" in turn.memory.details:
        return offer_unknown(turn, many)  # `이름도 새겨주시나요` is for the offer that he gets
    question = turn.state.question
    asks_on = question is not None and question.kind == "file" and not turn.state.ticket
    decision = say(
        turn,
        f"{turn.texts.not_in_faq}\n{turn.texts.ask_file}",
        question=Question(kind="file"),
        choices=buttons.file_or_not(turn.texts),
        matter=words.clip(turn.text),
        spoke=True,
        memory=note(turn),
    )
    # What was asked before it, and nobody knew either, goes along with a yes.
    return with_all_words(turn, decision) if asks_on else decision


def _told_under_a_list(turn: Turn, offered: list[Intent]) -> Decision | None:
    """Who tells on instead of choosing is shown no second list: what both lines may be about is
    meant, else a person gets them.
    """
    question = turn.state.question
    if question is None or manner.asks(turn.text) or is_bare(turn):
        return None
    if _NONE_OF_THEM.search(words.squash(turn.text)):
        return None
    first = offered[0]
    # `L 시켰어요` under a list that holds another item, too.
    if first.ticket == "open" and first.id in question.intents and is_likely(turn):
        return answer(turn, first)
    likely = question.intents[:MOST_LIKELY]
    twice = [one for one in offered[:MOST_LIKELY] if one.id in likely and one.ticket != "none"]
    if twice:
        return answer(turn, next((one for one in twice if one.ticket == "open"), twice[0]))
    # `내일 가는데 그 전에 받아야 돼요` behind `주문 좀 빨리 보내주세요`
    parcel = tells_stage(turn)
    if parcel is not None and manner.urges(turn.text) and manner.urges(turn.state.words):
        return file(turn, taken(turn, parcel), parcel, own_words=both_lines(turn))
    return give_up(turn) if turn.state.words and not manner.asks(turn.state.words) else None


def _near(turn: Turn) -> list[Intent]:
    """The candidates worth a choice: what is far behind the first only confuses."""
    candidates = turn.match.candidates[:MOST_CHOICES]
    least = candidates[0].confidence * FAR_BEHIND if candidates else 0.0
    near = [candidate for candidate in candidates if candidate.confidence >= least]
    return [intent for candidate in near if (intent := turn.intent(candidate.intent_id))]


def _is_of_a_store(text: str) -> bool:
    """Whether a question names what stores do, and not but a price (`비트코인 얼마야`)."""
    return manner.names_store(_PRICE.sub("", words.squash(text)))


def miss(turn: Turn) -> Decision:
    """The honest end: say so, offer a person, and call one at the second time in a row."""
    question = turn.state.question
    if question is not None and question.kind == "file" and not turn.state.ticket:
        return _missed_under_offer(turn, question)
    at_a_loss = _AT_A_LOSS.search(words.squash(turn.text))
    if turn.state.misses and not at_a_loss and _are_nobodys(turn):
        return say(
            turn,
            Reply(text=turn.texts.ours_only_again, choices=(buttons.call(turn.texts),)),
            question=Question(kind="person"),
            misses=turn.state.misses,
            spoke=True,
        )
    if turn.state.ticket or turn.state.misses:
        return give_up(turn)
    if (instead := _offered(turn)) is not None:
        return instead
    memory = turn.memory if manner.is_past_the_store(turn.text) else note(turn)
    missed = say(
        turn,
        turn.texts.miss,
        question=Question(kind="person"),
        choices=buttons.call_or_try(turn.texts),
        misses=1,
        matter=reasons.title_of(turn.text),
        spoke=True,
        memory=memory,
    )
    if question is None or question.kind != "choose":
        return missed
    # What led to a list is a part of the story.
    return replace(missed, state=replace(missed.state, words=both_lines(turn)))


def _offered(turn: Turn) -> Decision | None:
    """What is better than a miss: to offer a person for a question that a store may be asked."""
    if turn.state.question is not None:
        return None
    # `구글 기프트 5만원 취소요`: what shall be done is plain, whatever it is done with.
    wish = _PLAIN_WISH.search(words.squash(turn.text))
    wished = (
        entry_named(turn, wishes.request(wish["wish"]))
        if wish and not manner.asks(turn.text)
        else None
    )
    if wished is not None and wished.ticket == "ask":
        return answer(turn, wished)
    if (unknown := _of_the_unknown(turn, ())) is not None:
        return unknown
    goods = of_goods(turn) if manner.asks_for_attribute(turn.text) else None
    if goods is not None:
        return answer(turn, goods)  # `알파카 몇 프로예요 이 머플러?`
    asks = manner.asks(turn.text) and not manner.anger(turn.text)
    return offer_a_person(turn) if asks and _is_of_a_store(turn.text) else None


def _missed_under_offer(turn: Turn, question: Question) -> Decision:
    """What is like nothing is no yes where it asks; a question goes to a person when he wants."""
    intent = topic(turn)
    asks = manner.asks(turn.text)
    if not (asks or reasons.says_nothing(turn.text)):
        return file(turn, taken(turn, intent), intent, own_words=both_lines(turn))
    if turn.state.misses >= PATIENCE:
        return give_up(turn)
    opening = f"{turn.texts.not_in_faq}\n" if asks else ""
    # Who asks before he buys what the store does is not given to a person unasked.
    service = manner.names_service(turn.text) or manner.asks_for_service(turn.text)
    counted = not (asks and service and not question.intents)
    again = ask_again(turn, question, opening, misses=turn.state.misses + counted)
    kept = both_lines(turn) if asks else turn.state.words
    return replace(again, state=replace(again.state, words=kept))


def _are_nobodys(turn: Turn) -> bool:
    """Whether this line and the one before have nothing to do with a store, and tell no matter."""
    lines = (turn.state.words, turn.text)
    told = reading.by_itself(turn).keys() - {"when"} or extract.name(turn.text)
    if turn.state.ticket or told or turn.memory.closed is not None or not turn.state.words:
        return False
    plain = all(len(line) <= LONGEST_NOBODYS and manner.is_past_the_store(line) for line in lines)
    return plain and not any(manner.is_vague(line) for line in lines)


def give_up(turn: Turn) -> Decision:
    """The bot cannot help: a person gets the line, on the open ticket or on a new one."""
    if turn.state.ticket:
        memory = learn(turn, turn.entry, ())
        change = AddToTicket(details=memory.details, priority=manner.anger(turn.text))
        said = turn.texts.asked_person if asks_within(turn.text) else added(turn)
        return say(turn, said, ticket=change, misses=1, spoke=True, memory=memory)
    return file(turn, turn.texts.miss_twice, None, own_words=both_lines(turn))


def asks_within(text: str) -> bool:
    """`반품비도 제가 내요? 늦은 건 그쪽인데`: something is asked in the midst of a line."""
    return "?" in text.rstrip(" ?？") and any(map(manner.asks, parts_of(text)))
