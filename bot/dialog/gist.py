"""What a line wants: the part of it that the matcher shall read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialog import extract, manner, words
from bot.dialog.question_behind import question_behind, question_of_plan
from bot.dialog.second_thoughts import on_second_thought
from bot.patterns import searched
from intents import Glance, Match, Matcher

#: `4점! 돈은 언제 들어와요?`: the score is heard by itself.
_SCORE = re.compile(
    r"\s*[1-5]\s?점(?:이?요|이에요|입니다|이고요?|이구요?|드릴게요)?[\s,.!~]+(?=\S)"
)

#: `아 근데 배송비는 얼마예요`: what it is joined to stands in another line.
_CONNECTED = re.compile(
    r"\A\s*(?:(?:아|앗|오|어|음+)[\s,.~!]+)?(?:(?:근데|그런데|그리고|그리구|글구|참)(?:요)?[\s,.~]+)+(?=\S)"
)

#: What is wanted, with what goes before and behind it.
_WANTED = (
    r"(?:(?:그냥|빨리|당장|얼른|전액|좀|바로|전부|다|무조건|새\s?(?:걸로|것으로|거로|로|상품으로|제품으로|물건으로)|제대로(?:\s된\s?걸로)?"
    r"|멀쩡한\s?걸로|정상\s?제품으로)\s?)*"
    r"(?:(?:환불|교환|반품|재발송)(?:을|를|로|으로)?\s?(?:해|신청|처리|접수|요청|부탁|원|할|하|받|시켜|이요|요)[가-힣]{0,4}"
    r"(?:\s(?:해|주|줘|부탁|주시|드려|할|하고|싶|합니다|주실|되|수|있)[가-힣]{0,5}){0,3}"
    r"|(?:바꿔|교체해|다시\s?보내)\s?(?:주세요|줘요?|주실래요|주시겠어요|주세여|주셔요|달라[가-힣]*|주시면[가-힣\s]{0,8}))"
)
_WANTED_FIRST = re.compile(rf"\s*{_WANTED}[\s.,!~ㅠㅜ]+")
_WANTED_LAST = searched(rf"(?<![가-힣]){_WANTED}[\s.,!~ㅠㅜ?]*$")
#: Letters that tell something beside a wish.
_LEAST_TOLD = 5
_OWNER = ("이름", "성함", "예금주")
#: Who ordered, or is paid, as a sentence by itself.
_WHOSE = searched(
    r"(?:^|(?<=[\s.,!?]))(?:제\s|주문자\s|구매자\s)?(?:이름|성함|예금주)(?:은|는|이)?\s?[가-힣]{2,4}(?:이고요?|이구요?|이에요|예요|입니다|이요)[.,!~]*(?=\s|$)"
)
_WISH = searched("환불|교환|반품|재발송|바꿔|교체해|다시")


def gist(text: str) -> str:
    """The text without courtesies and occasions, numbers of orders and phones, an address."""
    said = manner.without_pleasantries(_without_name(_without_score(text)))
    said = on_second_thought(said)
    said = _CONNECTED.sub("", said, count=1)
    return extract.essence(manner.without_occasion(manner.beside_courtesy(said)))


def glance(matcher: Matcher, read: str, *, without: Collection[str] = ()) -> Glance:
    """The matcher's first verdict on a line: on what it wants, on what is told beside a wish, and
    on the matter and the question that it may be parted in.
    """
    seen = matcher.glance(gist(read), without=without, apart=beside_wish(read))
    asked = question_behind(read) or question_of_plan(read)
    if asked is None:
        return seen
    apart = beside_wish(asked.matter)
    matter = matcher.glance(gist(asked.matter), without=without, apart=apart)
    question = matcher.glance(gist(asked.question), without=without).match
    return Glance(
        replace(seen.match, halves=(matter.match, question)),
        seen.settled and matter.settled,
        lambda: replace(_deepened(seen), halves=(_deepened(matter), question)),
    )


def _deepened(glance: Glance) -> Match:
    return glance.match if glance.settled else glance.deepen()


def _without_name(text: str) -> str:
    """`입금이 안 됐어요. 예금주는 이정민입니다`: whose it is says nothing of the matter."""
    left = _WHOSE.sub(" ", text) if any(word in text for word in _OWNER) else text
    return left if len(words.squash(left)) >= _LEAST_TOLD else text


def _without_score(text: str) -> str:
    found = _SCORE.match(text)
    return text[found.end() :] if found is not None else text


def beside_wish(text: str) -> str:
    """What is told beside a wish (`거울이 깨졌어요` of `… 환불해 주세요`); empty without one.

    Why something is wanted decides which matter it is: the matcher looks at it by itself.
    """
    if not _WISH.search(text):
        return ""
    found = _WANTED_LAST.search(text)
    told = text[: found.start()] if found else _WANTED_FIRST.sub("", text, count=1)
    if len(told) == len(text) or len(words.squash(told)) < _LEAST_TOLD:
        return ""
    return gist(told)
