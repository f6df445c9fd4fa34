"""The lines of the FAQ's answers that hold what a short question asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.dialog import manner, words
from bot.dialog.complaints.told import told_plainly
from bot.dialog.manner import Pursued
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn
from bot.patterns import searched
from bot.records import replace
from intents import Intent

#: So many of an entry's phrases with a word make it a word of that entry.
NAMED = 3
#: Categories whose entries are about the same process: goods that go back.
GOODS_BACK = frozenset(("refund", "exchange", "product_quality", "wrong_information"))
_GO_BACK = searched("반품|교환|회수|수거")
#: Lines that are quoted at most.
MOST_LINES = 2
#: The card that somebody pays with, and not the one with a greeting on it.
_PAID_WITH = r"(?<!메시지 )(?<!메시지)(?<!축하 )카드"
#: Words that stand in others (`몸무게`).
_OF_OTHERS = {"카드": _PAID_WITH, "무게": "(?<!몸)무게"}
#: What lines of any answer hold.
_ANYWHERE = frozenset(("이름", "상품", "제품", "번호", "연락처", "성함", "네이버"))
#: `환불은 상태에 따라 이렇게 진행돼요.`: what the lines behind it tell, and nothing by itself.
_ONLY_ANNOUNCES = searched(
    r"(?:이렇게|다음과\s?같이|아래와\s?같이)\s?[가-힣\s]{1,12}(?:요|다)\s?[.:]?$|(?:다음과|아래와)\s?같(?:아요|습니다)\s?[.:]?$"
)
#: `왕복이에요?`: whether it is as one word says.
_IS_IT = re.compile(
    r"(?:그럼|그러면|혹시|아|그거|그게|다|배송비는|택배비는|반품비는)*(?P<word>[가-힣]{2,6}?)(?:이에요|예요|에요|인가요|인거죠|인거예요|이죠|이지요|인지요|맞죠|맞나요|맞아요)"
)
#: `씨제이요?`
_IS_COURIER = re.compile(
    r"(?:아|그럼|혹시|네)*(?:씨제이|cj|대한통운|한진|로젠|롯데|우체국)(?:대한통운|택배)?(?:요|이요|인가요|맞죠|이죠|죠|맞나요)"
)
#: Entries that are about what something costs.
_FEES = searched("배송비|택배비|반품비|비용|요금")


def sure(turn: Turn) -> Intent | None:
    """The entry that the matcher is sure of."""
    if turn.match.verdict != "answer":
        return None
    return turn.intent(turn.match.candidates[0].intent_id)


def is_named(entry: Intent, asked: Pursued) -> bool:
    """Whether a question calls an entry by its name."""
    return is_called(entry, (*asked.names, asked.fee_word))


_SOLD_OUT = searched("품절|매진|솔드아웃|재고(?:가)?없")


def is_meant(turn: Turn, entry: Intent, asked: Pursued) -> bool:
    """Whether a question calls an entry by its name, or asks when money comes of one that says so.

    `돈은 언제 들어와요` behind a return is not about the courier, who comes some time, too.
    """
    paid = entry.category == "refund" and manner.asks_for_money(turn.text)
    # `아 품절이네요 언제 들어와요`: what is told before the question names it.
    sold_out = "입고" in entry.title and bool(_SOLD_OUT.search(words.squash(turn.text)))
    return paid or sold_out or is_named(entry, asked)


def holds(turn: Turn, entry: Intent, word: str) -> bool:
    """Whether an entry has a word in its title, in what it answers or in a phrase."""
    held = (entry.title, wording(turn, entry), *entry.phrases)
    return any(word in words.title_letters(text) for text in held)


def named_in(turn: Turn, entries: list[Intent]) -> list[Intent]:
    """Of the entries for the parts of a line those that it calls by name; at least the first."""
    named = [one for one in entries if is_called(one, manner.things_named(turn.own_words))]
    return named or entries[:1]


def is_called(entry: Intent, names: Iterable[str]) -> bool:
    """Whether a line calls an entry by its name, or by a word that many of its phrases hold."""
    for name in names:
        if len(name) < 2:
            continue
        held = sum(name in words.title_letters(phrase) for phrase in entry.phrases)
        if is_in(words.title_letters(entry.title), name) or held >= NAMED:
            return True
    return False


def is_in(title: str, name: str) -> bool:
    """Whether a title holds a name; a fee is called by what it is for (`반품비`: `반품 배송비`)."""
    fee = name.endswith("비") and title.endswith("비") and len(name) > 2
    return name in title or (fee and name[:-1] in title)


def quoted(turn: Turn, near: Intent, asked: Pursued) -> str:
    """The lines that answer what is asked: of the entry itself, else of those that go along."""
    if asked.is_bare and not asked.facts:
        return ""
    # `취소 확인서` beside a cancellation is of the paper: its own name tells nothing apart.
    apart = tuple(name for name in asked.names if name not in near.title)
    if apart:
        asked = replace(asked, names=apart)
    along = _along(turn, near, asked)
    for fact in asked.facts or (None,):
        for entry in along:
            lines = lines_that_hold(wording(turn, entry), asked, fact, whole=entry is not near)
            if lines:
                text = "\n".join(lines)
                return text if entry is near else f"[{entry.title}]\n{text}"
    return ""


def _along(turn: Turn, near: Intent, asked: Pursued) -> list[Intent]:
    """An entry and those of the same process, the nearest first."""
    first = [one for i in near.follow_ups if (one := turn.intent(i)) is not None]
    # What things cost, and how long they take, is another matter with another process.
    if asked.fee:
        return each_once(one for one in (near, *_fees(turn, near), *first) if is_kin(near, one))
    if asked.is_bare:
        same = near.category != "other"  # of which each is a process of its own
        return [near, *(one for one in first if same and one.category == near.category)]
    second = [one for f in first for i in f.follow_ups if (one := turn.intent(i)) is not None]
    if near.category not in GOODS_BACK and not _GO_BACK.search("".join(asked.names)):
        # `배송비 하나 환불되죠?` of two parcels sent as one is of no goods that go back.
        second = [one for one in second if one.category not in GOODS_BACK]
    kin = [one for one in turn.faq.intents if is_kin(near, one) and turn.intent(one.id)]
    # What is said to who complains of another process answers no question.
    listed = (
        one
        for one in (near, *first, *kin, *second)
        if one.listed and (one.ticket != "open" or is_kin(near, one))
    )
    return each_once(listed)


def _fees(turn: Turn, near: Intent) -> list[Intent]:
    """The entries about fees, where it is asked of goods that go back."""
    entries = turn.faq.intents if near.category in {"refund", "exchange"} else ()
    return [one for one in entries if _FEES.search(one.title) and turn.intent(one.id)]


def each_once(entries: Iterable[Intent]) -> list[Intent]:
    """The entries without those named before: by id, for to compare them reads all they hold."""
    return list({entry.id: entry for entry in entries}.values())


def is_kin(near: Intent, other: Intent) -> bool:
    """Whether two entries belong to the same process."""
    both = near.category in GOODS_BACK and other.category in GOODS_BACK
    return both or near.category == other.category


#: Syllables of a word that may be two (`메시지카드`).
_LONG = 4


def line_checked(text: str, answer: str) -> str:
    """The one line of an answer that a bare question checks (`왕복이에요?`); else empty."""
    plain = words.squash(text)
    if _IS_COURIER.fullmatch(plain):
        return answer if "\n" not in answer else ""
    checked = _IS_IT.fullmatch(plain)
    lines = [line for line in answer.split("\n") if checked and checked["word"] in line]
    return lines[0] if len(lines) == 1 else ""


def lines_that_hold(
    text: str, asked: Pursued, fact: re.Pattern[str] | None, *, whole: bool
) -> list[str]:
    """The lines of an answer that hold what is asked, the best ones only.

    `whole`: of an entry that was not talked about they must hold all of it.
    """
    held = [*asked.things, *(_word(name) for name in asked.names)]
    # Of `이름 스티커` a line that holds but the name tells nothing.
    telling = [_word(name) for name in asked.names if name not in _ANYWHERE]
    scored = []
    for line in (one.strip() for one in text.split("\n")):
        hits = sum(bool(pattern.search(line)) for pattern in held)
        told = fact is None or bool(fact.search(line))
        enough = hits == len(held) if whole else hits or not held
        telling_held = any(pattern.search(line) for pattern in (*asked.things, *telling))
        enough = enough and (telling_held or not telling)
        if line and told and enough and not _ONLY_ANNOUNCES.search(line):
            scored.append((hits, line))
    best = max((hits for hits, _ in scored), default=0)
    return [line for hits, line in scored if hits == best][:MOST_LINES]


def _word(name: str) -> re.Pattern[str]:
    """How a line holds a word: one letter must be a word of its own, many may stand apart."""
    gap = r"\s?" if len(name) >= _LONG else ""
    found = _OF_OTHERS.get(name) or gap.join(map(re.escape, name))
    return re.compile(found if len(name) > 1 else rf"(?<![가-힣]){found}(?=[\s은는이가을를도])")


def of_its_own(turn: Turn, intent: Intent, asked: Pursued) -> str:
    """The lines of the open matter's own entry that hold all that is asked, the best fact of it."""
    fact = asked.facts[0] if asked.facts else None
    return "\n".join(lines_that_hold(wording(turn, intent), asked, fact, whole=True))


def is_a_trouble(turn: Turn) -> bool:
    """Whether a line complains, however it is put."""
    return told_plainly(turn) is not None or manner.misses_an_answer(turn.text)
