"""Replies as Kakao's SkillResponse 2.0 bubbles, within every limit of the format.

Limits: chatbot skill guide, "응답 타입별 JSON 포맷" (outputs 1-3, quickReplies at most 10,
simpleText 1,000 characters, textCard 400, button label 14, altText 50, response 30,720 bytes).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.model import Choice, Reply
from intents import Button, Image, Texts

JSON = dict[str, Any]

OUTPUTS = 3
QUICK_REPLIES = 10
TEXT = 1000
CARD = 400
BUTTONS = 3
LABEL = 14
ALT = 50

#: Key in a quick reply's `extra`; Kakao hands it back as `action.clientExtra`.
EXTRA = "dangol"

#: Characters an emoji is joined of at most: a family is seven, with skin tones more.
LONGEST_EMOJI = 16
_JOINER = "\N{ZERO WIDTH JOINER}"
# What belongs to the character before it: joiner, emoji style, keycap, skin tones.
_JOINS = frozenset({_JOINER, "\ufe0f", "\u20e3", *map(chr, range(0x1F3FB, 0x1F400))})

_BELOW = Texts().buttons_below


def skill_response(replies: Sequence[Reply], below: str = _BELOW) -> JSON:
    """The JSON that answers a skill call, with the quick replies of the last reply that has any.

    `below` is said above buttons that find no room under their text.
    """
    outputs: list[JSON] = []
    for place, reply in enumerate(replies):
        # Every reply that follows needs a bubble of its own.
        room = OUTPUTS - len(outputs) - (len(replies) - place - 1)
        outputs += bubbles(reply, room, below)
    template: JSON = {"outputs": outputs[:OUTPUTS]}
    choices = next((reply.choices for reply in reversed(replies) if reply.choices), ())
    if choices:
        template["quickReplies"] = [_quick_reply(choice) for choice in choices[:QUICK_REPLIES]]
    return {"version": "2.0", "template": template}


def bubbles(reply: Reply, room: int = OUTPUTS, below: str = _BELOW) -> list[JSON]:
    """One reply as at most `room` bubbles: its text before its buttons, those before its images."""
    if room <= 0:
        return []
    parts = split(reply.text, room)
    found: list[JSON] = [{"simpleText": {"text": part}} for part in parts]
    buttons = [_button(button) for button in reply.buttons[:BUTTONS]]
    if buttons and width(parts[-1]) <= CARD:
        found[-1] = {"textCard": {"description": parts[-1], "buttons": buttons}}
    elif buttons and len(found) < room:
        found.append({"textCard": {"description": _shorten(below, CARD), "buttons": buttons}})
    images = [_image(image) for image in reply.images]
    return found + images[: room - len(found)]


def width(text: str) -> int:
    """Length in UTF-16 units.

    The guide says "characters" without saying which; this is the strictest.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, most: int) -> list[str]:
    """The text in at most `most` parts that fit a simpleText, cut at paragraphs, lines, spaces."""
    parts: list[str] = []
    rest = text.strip()
    while width(rest) > TEXT and len(parts) < most - 1:
        head = _head(rest, TEXT)
        # An early cut must not push the end out of the last part.
        least = max(TEXT // 2, width(rest) - TEXT * (most - len(parts) - 1))
        cut = _cut(head, least)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, _shorten(rest, TEXT) or "…"]


def _cut(head: str, least: int) -> int:
    """Where to end a part: the last paragraph, line or word that leaves at least `least` units."""
    for mark in ("\n\n", "\n", " "):
        cut = head.rfind(mark)
        if cut > 0 and width(head[:cut]) >= least:
            return cut
    return len(head)


def _shorten(text: str, limit: int) -> str:
    """At most `limit` units; cut before the last paragraph, because that says what happens next."""
    if width(text) <= limit:
        return text
    end = text.rfind("\n\n")
    last = text[end:] if end > 0 and limit // 2 >= width(text[end:]) else ""
    body = text[: len(text) - len(last)]
    return _head(body, limit - 1 - width(last)).rstrip() + "…" + last


def _head(text: str, limit: int) -> str:
    """The longest beginning of at most `limit` UTF-16 units that breaks no joined emoji."""
    if width(text) <= limit:
        return text
    head = text[:limit]
    while width(head) > limit:
        head = head[: len(head) - max(1, (width(head) - limit) // 2)]
    whole = head
    while whole and (text[len(whole)] in _JOINS or whole.endswith(_JOINER)):
        whole = whole[:-1]
    return whole if len(head) - len(whole) <= LONGEST_EMOJI else head


def _clip(text: str, limit: int) -> str:
    return text if width(text) <= limit else _head(text, limit - 1) + "…"


def _button(button: Button) -> JSON:
    label = _clip(button.label, LABEL)
    if button.url:
        return {"action": "webLink", "label": label, "webLinkUrl": button.url}
    if button.phone:
        return {"action": "phone", "label": label, "phoneNumber": button.phone}
    return {"action": "message", "label": label, "messageText": button.message or button.label}


def _quick_reply(choice: Choice) -> JSON:
    return {
        "action": "message",
        "label": _clip(choice.label, LABEL),
        "messageText": choice.text,
        "extra": {EXTRA: choice.value},
    }


def _image(image: Image) -> JSON:
    return {"simpleImage": {"imageUrl": image.url, "altText": _clip(image.alt or "사진", ALT)}}
