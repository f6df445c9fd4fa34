"""The satisfaction question after a resolution, and what is said to its answer."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.dialog import extract, manner, wishes, words
from bot.dialog.turn import Turn, digest, say
from bot.model import Choice, Decision, Reply, Score, State
from bot.patterns import searched
from bot.records import replace
from intents import Texts

HIGHEST = 5
#: From here down a score is marked for the operators, and a person is offered.
LOW = 2
#: Letters of an opinion without a score; what is longer has more to say than that.
_LONGEST_OPINION = 40
#: For so long what is said may be about the score before it.
SOON = timedelta(minutes=10)
LEAST_WORDS, _LONGEST_WORDS = 3, 200
#: For so long after a resolution its score may be put right.
MENDED_WITHIN = timedelta(days=14)
#: For so long after the question an opinion is taken for its answer.
OPINIONS = timedelta(days=3)
#: What is wished for the next time.
_BETTER = searched(r"더|꼼꼼|앞으로|다음|담부|담번|담엔|신경|개선|고쳐|친절|빨리|부탁|교육")
#: `다음엔 더 빨리 보내 주실 수 있죠?`
_MAY_YOU = searched(r"[가-힣](?:주(?:실|시|세|면|겠)|줘|줄수)")
#: Hands, faces and hearts, without a word.
_EMOJI = searched("[\u2600-\u27bf\U0001f300-\U0001faff]")
_OPINION = searched(
    r"^(?:매우|아주|정말|그냥|진짜|너무|완전|뭐|음|흠|글쎄|다|걍)*(?:불?만족|별로|최고|최악|보통|그저그|그냥그|그럭저럭|쏘쏘|굿|굳(?!이)|좋(?:았|아|습)"
    r"|아쉬[웠워]|나쁘|그닥|그다지|so\s?so|(?:very)?good(?:job)?$|nice$|bad$|괜찮(?:았|은)|친절|빨랐|빨라서)"
    r"|^(?:음|흠|네|뭐|그냥)*(?:(?:무난|평범)[가-힣]{0,6}"
    r"|(?:한|딱)?중간(?:정도|쯤|은)?(?:이?요|예요|이에요|입니다|이네요|인듯[가-힣]{0,2}|임|되네요|돼요)?)$"
    r"|^(?:저는)?\d{1,3}(?:점|\.\d점?)"
    r"|(?:높은|좋은|많은|낮은|박한)점수(?:를)?(?:드리|드릴|드려|주|줄|줘)|점수(?:를|는)?(?:높게|낮게|많이|후하게|박하게)(?:드리|드릴|드려|주|줄|줘)"
)
#: `몇 점이 만점이에요?`, `5점이 좋은 거예요?`, `점수 어디에 적어요?` give none.
_ASKS_SCALE = searched(
    r"몇점(?:이|까지|만점)[가-힣]{0,6}(?:요|까|나|가|죠|지|여|용)$|만점이몇점"
    r"|(?:[1-5]점?|숫자|점수)(?:이|가|은|는)?(?:제일|가장|더)*(?:좋|높|나쁘|낮|만족|최고)[가-힣]{0,4}(?:요|까|가|죠|지|여|용)$"
    r"|(?:점수|평가|별점)(?:를|는)?(?:어디|어떻게)[가-힣]{0,3}(?:적|쓰|써|눌|누르|주|줘|남|해|하)"
    # `평가 지금 해요?`, `점수는 어떻게 드려요`
    r"|^(?:평가|점수|별점|평점|만족도|설문)(?:는|은|를|을)?(?:지금|꼭|바로|여기|어디|어떻게|어케|뭘로)[가-힣]{0,8}(?:요|까|나|죠)$"
    r"|^(?:이게|이건|이거)?(?:뭐|무슨)(?:점수|평가|설문|만족도)"
)
#: Right behind the question nothing else is meant.
_WHAT_IS_IT = re.compile(
    r"(?:이게|이건|이거|뭘|무엇을|뭐를)(?:뭐|무슨|평가|점수)[가-힣]{0,8}|(?:뭔|무슨)(?:소리|말|점수)[가-힣]{0,5}"
    r"|(?:점수|별점|버튼)(?:이|가)?(?:왜)?안(?:눌|돼|되|떠|뜨|보)[가-힣]{0,6}"
)
#: A score is taken back, however late (`아까 3점은 실수예요 5점으로 바꿔 주세요`).
_MENDS_SCORE = searched(
    r"(?:[1-5]점|점수|별점|평점|평가)[가-힣]{0,10}?(?:실수|잘못|바꿔|바꾸|바꿀|고쳐|고칠|수정|정정|변경|다시)"
)
#: The buttons, by what a tap on them sends.
_TAPS = {f"score:{score}": score for score in range(1, HIGHEST + 1)}


def ask(texts: Texts, ticket: int) -> Reply:
    """The question about one ticket."""
    choices = tuple(Choice(f"{score}점", f"{score}점", tap) for tap, score in _TAPS.items())
    return Reply(text=texts.survey(ticket), choices=choices)


def closed(state: State, ticket: int, now: datetime) -> State:
    """The state once a ticket is resolved: nobody waits, and the question is open."""
    known = state.memory
    memory = replace(
        known,
        closed=ticket,
        closed_at=now,
        closed_intent=known.intent,
        closed_details=known.details,
        closed_promised=known.promised,
        survey=ticket,
        survey_words="",
        hurt=False,
        scored=None,
        withdrawn=False,
        offered="",
        # What comes next is another matter, unless it is said to be this one again.
        intent="",
        details={},
        promised="",
        also="",
        asked={},
        put_aside="",
        stuck=0,
        anger=0,
        sorry=False,
    )
    return replace(
        state,
        mode="bot",
        waiting_on="nobody",
        question=None,
        misses=0,
        ticket=None,
        ticket_status=None,
        memory=memory,
    )


def hear(turn: Turn) -> Decision | None:
    """A score, with a comment or without; a refusal is fine; anything else is no answer."""
    if turn.state.ticket is not None:
        return None
    if turn.memory.survey is not None:
        hears = _tell_scale if _asks_of_the_question(turn) else _hear_answer
        return hears(turn, turn.memory.survey)
    if turn.memory.scored:
        return _hear_words(turn, turn.memory.scored)
    return _mend_late(turn) or _given_after_all(turn) or _refused_again(turn)


def _mend_late(turn: Turn) -> Decision | None:
    """`손잡이 잘 맞아요 5점으로 바꿔 주세요`, days after the score and with other lines between."""
    rated, since = turn.memory.rated, turn.memory.closed_at
    score = extract.score(turn.text) if "점" in turn.text else None
    if rated is None or since is None or score is None or turn.incoming.images:
        return None
    soon = rated == turn.memory.closed and turn.now - since <= MENDED_WITHIN
    mends = soon and _MENDS_SCORE.search(words.squash(turn.text)) is not None
    return _mend_score(turn, rated, score) if mends else None


def _given_after_all(turn: Turn) -> Decision | None:
    """`생각해 보니 응대는 친절했어요 5점` of who had refused a score: it is given now."""
    known, since = turn.memory, turn.memory.closed_at
    score = extract.score(turn.text) if "점" in turn.text else None
    if score is None or known.closed is None or known.rated == known.closed or since is None:
        return None
    idle = turn.state.question is None and not (known.intent or known.withdrawn)
    soon = turn.now - since <= OPINIONS and not turn.incoming.images
    asks = manner.asks(turn.text) or manner.asks_or_reports(turn.text)
    return _thank(turn, known.closed, score) if idle and soon and not asks else None


def _refused_again(turn: Turn) -> Decision | None:
    """`리뷰는 안 쓸래요` of who was asked for a score before: he is asked for none any more."""
    if turn.memory.closed is None or turn.state.question is not None or turn.incoming.images:
        return None
    if not manner.declines_survey(turn.text) or manner.asks_or_reports(turn.text):
        return None
    return say(turn, turn.texts.score_refused)


def _hear_answer(turn: Turn, ticket: int) -> Decision | None:
    score = _given(turn)
    asked = turn.state.question
    if asked is not None and (score is None or (asked.kind == "choose" and "점" not in turn.text)):
        return None
    if score is not None:
        return _thank(turn, ticket, score)
    return _without_score(turn, ticket, answers=asked is not None)


def _without_score(turn: Turn, ticket: int, *, answers: bool) -> Decision | None:
    """What is said to the question and is no score; a line may answer another question."""
    if manner.rates_later(turn.text):
        return say(turn, turn.texts.score_refused)  # it is still heard when it comes
    if words.yes_or_no(turn.text) == "yes" and not answers:
        return say(turn, turn.texts.thanks)  # he has read it, and may still give one
    after = replace(turn.memory, survey=None, survey_words="", hurt=False)
    if words.yes_or_no(turn.text) == "no" or manner.declines_survey(turn.text):
        return say(turn, turn.texts.score_refused, memory=after)
    if not turn.incoming.tap and _is_opinion(turn):
        return _keep_words(turn, ticket)
    return None


def _asks_of_the_question(turn: Turn) -> bool:
    """Whether it is asked how a score is given, or right behind the question what it is."""
    plain = words.squash(turn.text)
    if _ASKS_SCALE.search(plain) and manner.asks(turn.text):
        return True
    since = turn.memory.closed_at
    fresh = since is not None and turn.now - since <= SOON and turn.state.question is None
    return fresh and bool(_WHAT_IS_IT.fullmatch(plain))


def _given(turn: Turn) -> int | None:
    tap = turn.incoming.tap or ""
    return _TAPS.get(tap) if tap else extract.score(turn.text)


def _thank(turn: Turn, ticket: int, score: int) -> Decision:
    """The score is kept with what was said beside it, and before it."""
    comment = "" if turn.incoming.tap else extract.comment(turn.text)
    told = "\n".join(filter(None, (turn.memory.survey_words, comment)))
    low = score <= LOW
    after = replace(
        turn.memory, survey=None, survey_words="", hurt=low, scored=ticket, rated=ticket
    )
    said = turn.texts.scored_low if low else turn.texts.scored
    return say(turn, said, memory=after, score=Score(ticket=ticket, score=score, comment=told))


def _tell_scale(turn: Turn, ticket: int) -> Decision:
    """What the five mean, and the five."""
    choices = ask(turn.texts, ticket).choices
    return say(turn, Reply(text=turn.texts.score_scale, choices=choices))


def _ask_how_many(turn: Turn, ticket: int) -> Decision:
    """The question once more, with the five it may be; not in the words of a moment ago."""
    asked = ask(turn.texts, ticket)
    before = digest(turn.texts.score_how) == turn.memory.said
    return say(turn, asked if before else replace(asked, text=turn.texts.score_how))


def _keep_words(turn: Turn, ticket: int) -> Decision:
    """Words without a score are its comment: the score is asked once."""
    before = turn.memory.survey_words
    memory = replace(turn.memory, survey_words="\n".join(filter(None, (before, turn.text))))
    if before:
        return say(turn, turn.texts.scored_words, memory=memory)
    return _ask_how_many(turn.remembering(memory), ticket)


def _hear_words(turn: Turn, ticket: int) -> Decision | None:
    """What is said right behind a score belongs to it, unless it asks or wants something.

    Who gave a low one and goes on to complain is heard as one who does.
    """
    last = turn.memory.last_at
    if last is None or turn.state.question is not None:
        return None
    score = _given(turn)
    if score is None and manner.rates_later(turn.text):
        return say(turn, turn.texts.score_refused)  # another score takes its place when it comes
    mends = score is not None and bool(_MENDS_SCORE.search(words.squash(turn.text)))
    if turn.now - last > (OPINIONS if mends else SOON):
        return None
    if score is not None and not turn.incoming.images:
        return _mend_score(turn, ticket, score)
    if (
        _is_something_else(turn)
        or puts_right(turn)
        or manner.asked_in_vain(turn.text)
        or (manner.reports_problem(turn.text) and not _is_about_service(turn.text))
        or manner.is_late(turn.text)
        or manner.went_wrong(turn.text)
        or (turn.memory.hurt and not _is_about_service(turn.text))
    ):
        return None
    memory = replace(turn.memory, scored=None)
    given = Score(ticket=ticket, score=0, comment=turn.text)
    return say(turn, turn.texts.scored_words, memory=memory, score=given)


def puts_right(turn: Turn) -> bool:
    """Whether a detail of the resolved matter was told wrong (`아 1101호 아니고 1011호예요`)."""
    found = manner.correction(turn.text)
    old = words.squash(found.old).lower() if found is not None else ""
    told = (said for name, said in turn.memory.closed_details.items() if name != "what")
    names = len(old) > 1 or (old.isascii() and old.isalpha())  # `L 아니고 XL이요`
    return names and any(old in words.squash(said).lower() for said in told)


def _mend_score(turn: Turn, ticket: int, score: int) -> Decision:
    """`5`, and then `아 4점이요`: the second one is meant."""
    comment = "" if turn.incoming.tap else extract.comment(turn.text)
    memory = replace(turn.memory, scored=None if comment else ticket, hurt=score <= LOW)
    given = Score(ticket=ticket, score=score, comment=comment, mends=True)
    return say(turn, turn.texts.score_mended(score), memory=memory, score=given)


def _is_about_service(text: str) -> bool:
    # `그 기사님 다음에 또 오나요?` wishes nothing for the next time.
    better = manner.wishes_better(text) and (
        not manner.asks(text) or bool(_MAY_YOU.search(words.squash(text)))
    )
    judged = manner.is_opinion(text) or better
    return judged or manner.misses_an_apology(text)


def _is_something_else(turn: Turn) -> bool:
    text = turn.text
    if turn.incoming.tap or turn.incoming.images or len(text) > _LONGEST_WORDS:
        return True
    bare = len(words.squash(text)) < LEAST_WORDS or words.yes_or_no(text)
    courtesy = manner.is_thanks(text) or manner.greets(text) or manner.is_heard(text)
    if bare or courtesy or manner.wants_person(text) or extract.order_numbers(text):
        return True
    if manner.misses_an_apology(text) and not wishes.labels(text):
        return False  # whatever it was about
    asks = manner.asks(text) and not manner.reproaches(text)
    if asks or manner.reports_damage(text) or wishes.labels(text):
        return True
    return manner.is_request(text) and not (_BETTER.search(text) or manner.is_opinion(text))


def _is_opinion(turn: Turn) -> bool:
    """Whether the question is answered in words, or by a number that is none of the five."""
    text, since = turn.text, turn.memory.closed_at
    if turn.incoming.images or extract.order_numbers(text) or manner.wants_person(text):
        return False
    if not words.squash(text):
        return bool(_EMOJI.search(text)) and not turn.memory.survey_words
    recent = since is not None and turn.now - since <= OPINIONS
    if recent and len(text) <= _LONGEST_WORDS and _is_about_service(text):
        return manner.anger(text) < 2
    if extract.scores_each(text):
        return True  # it is asked for one of the whole
    short = len(text) <= _LONGEST_OPINION and not manner.is_question(text)
    return short and bool(_OPINION.search(words.squash(text)))
