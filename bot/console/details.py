"""What a customer told about his matter, as the console shows it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.console import bubbles, labels
from bot.console.bubbles import Picture
from bot.dialog import extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One detail. `pictures` only for photos; `full` is set when `text` is cut or hides a phone
    number.
    """

    name: str
    label: str
    text: str
    full: str = ""
    pictures: tuple[Picture, ...] = ()


#: What is shown of a long story before it is unfolded: it must not push the rest out of sight.
LINES, LETTERS = 4, 160


def draw(told: Mapping[str, str]) -> tuple[Fact, ...]:
    """The details that were told: the known ones first, then the seller's own by their name."""
    names = [name for name in labels.DETAILS if name in told]
    names += [name for name in told if name not in labels.DETAILS]
    return tuple(_fact(name, told[name]) for name in names if told[name].strip())


def word(name: str, value: str) -> str:
    """A detail's value in one line that anybody may see."""
    if name == "photo":
        return f"사진 {len(value.split()):,}장" if value.strip() else ""
    return hidden(name, value)


def hidden(name: str, value: str) -> str:
    """The value without phone numbers. Digits of an order may look like one, and are kept."""
    if name == "order_number":
        return value
    if name == "phone" and sum(map(str.isdigit, value)) >= 8:
        return extract.mask_phone(value)
    return extract.masked(value)


def brief(text: str) -> str:
    """The beginning of a long text, cut at a word where there is one; a short text as it is."""
    lines = text.strip().splitlines()
    begun = "\n".join(lines[:LINES])
    if len(begun) > LETTERS:
        begun = begun[:LETTERS]
        begun = begun[: begun.rfind(" ")] if " " in begun[LETTERS // 2 :] else begun
    elif len(lines) <= LINES:
        return text
    return f"{begun.rstrip()}…"


def _fact(name: str, value: str) -> Fact:
    label = labels.DETAILS.get(name, name)
    if name == "photo":
        pictures = tuple(bubbles.picture({"url": url}) for url in value.split())
        return Fact(name=name, label=label, text="", pictures=pictures)
    text = brief(hidden(name, value))
    return Fact(name=name, label=label, text=text, full="" if text == value else value)
