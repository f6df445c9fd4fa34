"""What a customer told about his matter, as the console shows it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.console import bubbles, labels
from bot.console.bubbles import Picture
from bot.dialog import extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One detail. `full` is set when `text` hides a phone number, `pictures` only for photos."""

    name: str
    label: str
    text: str
    full: str = ""
    pictures: tuple[Picture, ...] = ()


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


def _fact(name: str, value: str) -> Fact:
    label = labels.DETAILS.get(name, name)
    if name == "photo":
        pictures = tuple(bubbles.picture({"url": url}) for url in value.split())
        return Fact(name=name, label=label, text="", pictures=pictures)
    text = hidden(name, value)
    return Fact(name=name, label=label, text=text, full="" if text == value else value)
