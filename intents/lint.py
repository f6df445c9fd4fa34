"""Advice about a FAQ that loads: what is no mistake, but would serve the customers badly."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from intents import overlap, screen, variety, wording
from intents.faq import Faq, Intent, Problem
from intents.normalize import squash
from intents.particles import subject


def advise(faq: Faq) -> tuple[Problem, ...]:
    """Everything worth saying about `faq`, by line; nothing of it stops the bot."""
    found = [*overlap.advice(faq), *wording.advice(faq), *_hidden_follow_ups(faq)]
    for intent in faq.intents:
        found += variety.advice(intent)
        found += screen.advice(intent)
        found += _idle_tests(intent)
        found += _open_links(intent)
    return tuple(sorted(found, key=attrgetter("line")))


def left_out(faq: Faq) -> tuple[str, ...]:
    """What any store's customers complain of or want, and this file has no entry for, by title.

    It is taken in all the same, in Dangol's own words: by a stand-in.
    """
    return tuple(one.title for name, one in faq.stand_ins.items() if not _is_covered(faq, name))


def _is_covered(faq: Faq, name: str) -> bool:
    stand_in = faq.stand_ins[name]
    if stand_in.ticket == "open":
        kin = (one for one in faq.intents if one.category == stand_in.category)
        return name not in _COMPLAINTS or any(one.ticket == "open" for one in kin)
    word = _WISHES.get(name, "")
    said = (" ".join((one.title, *one.phrases)) for one in faq.intents if one.ticket != "open")
    return not word or any(word in text for text in said)


#: The stand-ins whose absence is worth a word, and what the phrases of an entry in their place say.
_COMPLAINTS: Final = frozenset(("late", "faulty", "wrong_item", "untrue", "service"))
_WISHES: Final = {"exchange": "교환", "refund": "환불", "cancel": "취소", "address": "주소"}


def _hidden_follow_ups(faq: Faq) -> Iterator[Problem]:
    for intent in faq.intents:
        for name in intent.follow_ups:
            other = faq.get(name)
            if other is not None and not other.listed:
                yield Problem(
                    intent.line_of_key("follow_ups"),
                    f"follow_ups의 '{name}' 유형은 listed: no인데 선택지로 보여요",
                    "여기서 빼거나 그 유형의 listed를 지워 주세요",
                )


def _idle_tests(intent: Intent) -> Iterator[Problem]:
    """A phrase is always found: tried as a test it proves nothing."""
    phrases = {squash(phrase) for phrase in intent.phrases}
    for line in intent.tests:
        if squash(line) in phrases:
            same = subject(f"'{line[:40]}'")
            yield Problem(
                intent.line_of_key("tests"),
                f"시험 문장 {same} 예문에 그대로 있어서 늘 맞아요",
                "예문에 없는 손님의 말로 바꿔 주세요",
            )


def _open_links(intent: Intent) -> Iterator[Problem]:
    fix = "그 사이트가 https를 쓰면 https://로 바꿔 주세요"
    for button in intent.buttons:
        if _is_plain_http(button.url or ""):
            line = intent.line_of_key("links" if "links" in intent.key_lines else "buttons")
            yield Problem(line, f"'{button.label}' 버튼의 주소가 암호화되지 않는 http예요", fix)
    for image in intent.images:
        if _is_plain_http(image.url):
            line = intent.line_of_key("images")
            yield Problem(line, f"이미지 '{image.url[:60]}'의 주소가 암호화되지 않는 http예요", fix)


def _is_plain_http(address: str) -> bool:
    return address.lower().startswith("http://")
