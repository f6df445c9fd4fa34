"""The `texts` section: the seller's own words for what the bot says by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import yaml

from intents.faq import Intent
from intents.normalize import squash
from intents.particles import paired, subject
from intents.reader import Reader, line_of
from intents.sentences import Sentence, SentenceError, check
from intents.texts import NAMES, Texts

MAX_TEXT: Final = 1_000  # one KakaoTalk bubble
#: Characters of what stands inside other sentences, or on a KakaoTalk button.
SHORTER: Final = {"matter_": 30, "button_": 14}
# The rules take a typed button for its meaning: two meanings cannot have one name.
_ALIKE: Final = (("button_file", "button_yes"), ("button_decline", "button_no", "button_again"))

#: What not every store does, and the sentences that name it unless they are written.
_SERVICES: Final = {"배송": "shipping", "교환": "exchange"}
_LISTING: Final = ("ours_only", "ours_only_again", "help_again", "status_none")


def texts(reader: Reader, node: yaml.Node | None) -> tuple[Texts, Mapping[str, int]]:
    """The sentences with those that were written, and the line of each of these."""
    defaults = Texts()
    if node is None:
        return defaults, MappingProxyType({})
    found: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for name, value in reader.fields(node, NAMES, "texts").items():
        lines[name] = line_of(value)
        words = _words(reader, value, name, getattr(defaults, name))
        if words is not None:
            found[name] = words
    own = replace(defaults, **found)
    _check_buttons(reader, node, own, found)
    return own, MappingProxyType(lines)


def fitted(own: Texts, entries: Iterable[Intent], written: Mapping[str, int]) -> Texts:
    """The sentences that say what a store does, without what this one has no entry for."""
    kept = list(entries)
    absent = [
        word
        for word, category in _SERVICES.items()
        if not any(one.category == category or _names(one, word) for one in kept)
    ]
    if not absent:
        return own
    found: dict[str, Any] = {
        name: _without(getattr(own, name), absent) for name in _LISTING if name not in written
    }
    return replace(own, **found)


def _names(entry: Intent, word: str) -> bool:
    return any(word in text for text in (entry.title, *entry.phrases))


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = text.replace(f"{word}, ", "").replace(f", {word}", "")
        text = text.replace(f"이나 {word}", "이나 환불")
    return text


def limit(name: str) -> int:
    """How many characters a text may have."""
    return next((most for start, most in SHORTER.items() if name.startswith(start)), MAX_TEXT)


def _words(
    reader: Reader, node: yaml.Node, name: str, default: str | Sentence[...]
) -> str | Sentence[...] | None:
    """The text in the form of its default; None (and a problem) when it cannot be said."""
    source = reader.text(node, name, limit(name))
    if source is None:
        return None
    try:
        if isinstance(default, str):
            check(source, ())
            return source
        sentence = default.reworded(source)
    except SentenceError as exc:
        reader.report(node, f"{name}: {exc.message}", exc.fix)
        return None
    said = len(sentence.sample())
    if said > MAX_TEXT:
        message = f"{subject(name)} 변수를 채우면 너무 길어요 ({said:,}자)"
        reader.report(node, message, f"변수를 줄여 {MAX_TEXT:,}자 안으로 써 주세요")
    return sentence


def _check_buttons(reader: Reader, node: yaml.Node, own: Texts, found: Iterable[str]) -> None:
    """Two buttons that mean different things must not say the same."""
    taken: dict[str, str] = {}
    buttons = [name for name in NAMES if name.startswith("button_")]
    for name in sorted(buttons, key=lambda name: name in found):
        label = getattr(own, name)
        key = squash(label) or label
        other = taken.setdefault(key, name)
        if _meaning(other) != _meaning(name):
            reader.report(
                _value(node, name),
                f"{paired(name)} {other} 버튼의 이름이 같아요",
                "손님이 글로 적어도 알아듣게 서로 다르게 써 주세요",
            )


def _meaning(name: str) -> str:
    return next((group[0] for group in _ALIKE if name in group), name)


def _value(node: yaml.Node, name: str) -> yaml.Node:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), node)
