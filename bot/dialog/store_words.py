"""The words of the store's own FAQ: what it sells and does, of which no list of words knows.

`침수`, `꽃다발`: what a seller's phrases and titles name is his business, and what those of one
entry alone name is that entry's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from bot.dialog.turn import Turn
from bot.dialog.words import once
from intents import Intent, bank

#: So much of all phrases makes a word the store's own; and where it is said elsewhere, too.
SELDOM: Final = 0.002
OFTEN: Final = 0.02
#: Letters of a word that begins another (`배터리교체`); one letter must be a word of its own.
LEAST: Final = 2
LONGEST_REST: Final = 3
_WORD: Final = re.compile(r"[가-힣]+|[a-z]{2,}")
_PARTICLE: Final = re.compile(
    r"(?<=[가-힣])(?:으로|에서|까지|부터|한테|에게|이랑|이나|이라도|처럼|보다|은|는|이|가|을|를|도|에|의|로|와|과|랑|만|나)$"
)
#: What is done is told of anything.
_DONE: Final = re.compile(
    r"(?:요|까|다|야|죠|지|면|서|고|데|려|싶은|게|네|냐|래|줘|해|돼|됨|함|할|될|한|된|던|는|인|안|못|좀|더|왜|뭐|몇|어떤|무슨|같은|다른|새로|따로|다시|혹시|그냥|아직|이미|먼저|바로|빨리|너무)$"
)
#: `출력해서`, `침수됐는데`: what is done by a noun.
_MADE_OF_NOUN: Final = re.compile(
    r"(?P<noun>[가-힣]{2,4}?)(?:해|하|한|할|했|됐|되|된|돼)(?:[가-힣]{1,5})?"
)
#: What any store's customers speak of.
_ANYBODYS: Final = re.compile(
    r"(?:[월화수목금토일](?:요일|욜)|평일|주말|휴일|공휴일|오늘|내일|모레|어제|지금|아까|언제|며칠|얼마나?|어떻게|어디서?|누구|[이그]것?거?|저거|여기|거기|제가|저희|우리|하나|둘|개|번|수|때|전|후|중|하루|이틀|일주일"
    r"|주문|구매|결제|상품|제품|물건|사람|문의|방법|가능|시간|처음|나중|정도|관련|경우|확인|부탁|연락|전화|아이|엄마|선물|가격|사진|이름|번호)"
    r"(?:[하해한할했][가-힣]*)?"
)


def names_ours(turn: Turn) -> bool:
    """Whether a line names what the phrases or titles of this FAQ name."""
    ours = _ours(turn.faq.intents)
    return any(_held(word, ours) for word in _nouns(turn.text))


def names_only(turn: Turn, entry: Intent) -> bool:
    """Whether a line names what of all entries this one alone names."""
    owners = _owners(turn.faq.intents)
    own = frozenset(word for word, ids in owners.items() if ids == {entry.id})
    return any(_held(word, own) for word in _nouns(turn.text))


def names_title(turn: Turn, entry: Intent) -> bool:
    """Whether a line holds all that the title of an entry names, where that is two things."""
    named = set(_nouns_of(entry.title))
    return len(named) > 1 and all(word in turn.text for word in named)


def names_what(turn: Turn, phrase: str) -> bool:
    """Whether a line names what a phrase names."""
    named = frozenset(_nouns_of(phrase))
    return any(_held(word, named) for word in _nouns(turn.text))


def _held(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or what it begins with (`배터리교체`), is known."""
    begins = range(max(LEAST, len(word) - LONGEST_REST), len(word)) if not word.isascii() else ()
    return word in known or any(word[:end] in known for end in begins)


@lru_cache(maxsize=1024)
def _nouns_of(title: str) -> tuple[str, ...]:
    """`_nouns` of what the seller wrote: the same few hundred titles and phrases."""
    return _read_nouns(title)


@once
def _nouns(text: str) -> tuple[str, ...]:
    """The words of a line without their particles; what is done is none."""
    return _read_nouns(text)


def _read_nouns(text: str) -> tuple[str, ...]:
    nouns = []
    for said in _WORD.findall(text.lower()):
        made = _MADE_OF_NOUN.fullmatch(said)
        found = said if made is None else made["noun"]
        word = _PARTICLE.sub("", found)
        if not _ANYBODYS.fullmatch(word) and not _DONE.search(found):
            nouns.append(word)
    return tuple(nouns)


@lru_cache(maxsize=16)
def _owners(entries: tuple[Intent, ...]) -> Mapping[str, set[str]]:
    """The words of two letters and more, each with the entries that name it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for text in (entry.title, *entry.phrases):
            for word in _read_nouns(text):
                if len(word) >= LEAST:
                    found[word].add(entry.id)
    return found


@lru_cache(maxsize=16)
def _ours(entries: tuple[Intent, ...]) -> frozenset[str]:
    """What is the store's business: its words, but for those that are said as often elsewhere."""
    said = [text for entry in entries if entry.listed for text in (entry.title, *entry.phrases)]
    times = Counter(word for text in said for word in set(_read_nouns(text)))
    often = max(2, OFTEN * len(said))
    seldom = SELDOM * len(said)
    return frozenset(
        word
        for word, count in times.items()
        if count >= often or (count >= seldom and len(word) >= LEAST and word not in _elsewhere())
    )


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(word for _, line in bank.elsewhere() for word in _read_nouns(line))
