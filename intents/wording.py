"""How the store speaks: 반말 among answers that speak 존댓말, and in its own `texts`.

Only the ends of sentences count, and only endings that are nothing else: 해체 (…해, …야, …줘) and
plain declarative 한다체 (…한다, …했다). What is quoted, listed or labelled is no sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from intents.faq import Faq, Intent, Problem
from intents.hangul import is_syllable, split
from intents.particles import topic
from intents.sentences import Sentence

_ASIDE: Final = re.compile(
    r"""'[^'\n]*'|"[^"\n]*"|‘[^’\n]*’|“[^”\n]*”|「[^」\n]*」|『[^』\n]*』"""
    r"""|\([^)\n]*\)|\[[^]\n]*\]|【[^】\n]*】|<[^>\n]*>"""
)
_ITEM: Final = re.compile(r"\s*(?:[-*•·▪▶→※✔☞□■○●]|\d{1,2}[.)]|[①-⑳])")
_LABEL: Final = re.compile(r"[^.!?\n]{1,15}[:：](?:\s|$)")
_END: Final = re.compile(r"(?<=[.!?~…。])\s+|\n")
_TAIL: Final = re.compile(r"[^가-힣]+$")

_POLITE: Final = re.compile(r"(?:[요죠]|니다|시오|[습합입됩십]니까|[해세예에어아돼네]용)$")
# Endings of 해체; 게 after ㄹ is a promise (할게, 보내 줄게), but 길게 is an adverb.
_CASUAL: Final = re.compile(r"(?:해|돼|줘|봐|거든|잖아|[할줄릴올갈볼둘될]게)$")
_CASUAL_QUESTION: Final = re.compile(r"(?:[하되있없겠했됐이]|아)니$")
# 이야, 무료야: after a vowel that does not also end a stem (해야, 와야, 셔야).
_STEM_VOWELS: Final = frozenset("ㅏㅐㅑㅓㅔㅕㅖㅘㅙㅚㅝㅞ")
_PLAIN_FINALS: Final = frozenset("ㄴㅆㅄㄶㅎ")
_PLAIN_STEMS: Final = frozenset("이하같")
_NOUNS: Final = (
    *("이해", "오해", "피해", "상해", "손해", "방해", "양해", "견해", "화해", "재해", "침해"),
    *("공해", "유해", "무해", "자해", "박해", "항해", "올해", "새해", "첫해", "그해", "지난해"),
    *("이듬해", "동해", "서해", "남해", "북해", "김해", "진해", "시야", "베란다", "판다", "사이다"),
    *("르완다", "우간다", "어머니", "할머니", "주머니", "언니"),
)


@dataclass(frozen=True, slots=True)
class _Speech:
    """The sentences of one answer by their ends; those that are neither are left out."""

    what: str
    line: int
    polite: tuple[str, ...]
    casual: tuple[str, ...]


def advice(faq: Faq) -> Iterator[Problem]:
    """Answers that fall out of 존댓말; none in a FAQ that speaks 반말 throughout."""
    answers = [speech for intent in faq.intents for speech in _speeches(intent)]
    polite = sum(bool(speech.polite) for speech in answers)
    mostly = 2 * polite > sum(bool(speech.polite or speech.casual) for speech in answers)
    for speech in [*answers, *_texts(faq)]:
        if speech.casual and (speech.polite or mostly):
            yield _problem(speech)


def _problem(speech: _Speech) -> Problem:
    shown = f"'{_clip(speech.casual[0])}'"
    if speech.polite:
        message = f"존댓말 {speech.what}에 반말로 끝나는 문장이 섞여 있어요: {shown}"
    else:
        message = f"다른 답변은 존댓말인데 이 {topic(speech.what)} 반말이에요: {shown}"
    return Problem(speech.line, message, "'…해요'나 '…합니다'처럼 끝내 주세요")


def _clip(sentence: str) -> str:
    return sentence if len(sentence) <= 30 else f"…{sentence[-30:]}"


def _speeches(intent: Intent) -> Iterator[_Speech]:
    yield _speech("답변", intent.answer_line, intent.answer)
    if intent.answer_off_hours:
        line = intent.line_of_key("answer_off_hours")
        yield _speech("답변", line, intent.answer_off_hours)


def _texts(faq: Faq) -> Iterator[_Speech]:
    """What the seller lets the bot say by itself, with samples for its variables."""
    for name, line in faq.text_lines.items():
        words = getattr(faq.texts, name)
        yield _speech("글", line, words.sample() if isinstance(words, Sentence) else words)


def _speech(what: str, line: int, text: str) -> _Speech:
    sentences = tuple(_sentences(text))
    polite = tuple(sentence for sentence in sentences if is_polite(sentence))
    casual = tuple(sentence for sentence in sentences if is_casual(sentence))
    return _Speech(what, line, polite, casual)


def _sentences(text: str) -> Iterator[str]:
    """What is said: a line without a full stop goes on in the next one, unless that is empty."""
    said = [
        "" if _ITEM.match(line) or _LABEL.match(line.strip()) else _ASIDE.sub("", line).strip()
        for line in text.split("\n")
    ]
    for paragraph in re.split(r"\n{2,}", "\n".join(said)):
        running = re.sub(r"(?<![.!?~…。])\n", " ", paragraph)
        yield from (part.strip() for part in _END.split(running) if part.strip())


def is_polite(sentence: str) -> bool:
    """Whether a sentence ends in 해요체 or 합쇼체."""
    return _POLITE.search(_TAIL.sub("", sentence)) is not None


def is_casual(sentence: str) -> bool:
    """Whether a sentence surely ends in 반말."""
    said = _TAIL.sub("", sentence)
    if not said or said.endswith(_NOUNS):
        return False
    if sentence.rstrip().endswith("?") and _CASUAL_QUESTION.search(said):
        return True
    return _CASUAL.search(said) is not None or _is_plain(said)


def _is_plain(said: str) -> bool:
    """한다, 했다, 없다; 했어, 없어; 거야, 무료야."""
    before, last = said[-2:-1], said[-1]
    if not before or not is_syllable(before):
        return False
    _, vowel, final = split(before)
    if last == "다":
        return final in _PLAIN_FINALS if final else before in _PLAIN_STEMS
    if last == "어":
        return final in {"ㅆ", "ㅄ"}
    return last == "야" and (before == "거" or (not final and vowel not in _STEM_VOWELS))
