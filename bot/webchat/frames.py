"""What a chat page may say: JSON text frames, checked at the border."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

#: Longest message of a customer, in characters after stripping; the page counts the same.
TEXT_LIMIT = 4000

_TAP_LIMIT = 200
#: PostgreSQL's integer, the type of `messages.seq`.
_SEQ_LIMIT = 2**31 - 1
_ID = re.compile(r"[A-Za-z0-9-]{1,64}")

_UNREADABLE = "메시지를 읽지 못했어요. 페이지를 새로고침한 뒤 다시 보내 주세요."
_EMPTY = "보낼 내용을 적어 주세요."
_TOO_LONG = f"한 번에 {TEXT_LIMIT:,}자까지 보낼 수 있어요. 나눠서 보내 주세요."
_ODD_CHARACTERS = "보낼 수 없는 글자가 들어 있어요. 지우고 다시 보내 주세요."


class FrameError(Exception):
    """An unusable frame, in words for the customer. `id` is his message's, if it has one."""

    def __init__(self, text: str, own: str | None = None) -> None:
        super().__init__(text)
        self.id = own


@dataclass(frozen=True, slots=True)
class Hello:
    """The page shows everything up to `after` and wants the rest."""

    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line of the customer. `id` is the page's own and stays the same when it sends again."""

    id: str
    text: str
    tap: str | None = None


def parse(data: object) -> Hello | Said:
    """A frame's payload as what it means. Raises FrameError."""
    frame = _object(data)
    match frame.get("type"):
        case "hello":
            return Hello(_after(frame.get("after", 0)))
        case "message":
            return _said(frame)
    raise FrameError(_UNREADABLE)


def _object(data: object) -> dict[str, Any]:
    if not isinstance(data, str):
        raise FrameError(_UNREADABLE)
    try:
        frame = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise FrameError(_UNREADABLE) from exc
    if not isinstance(frame, dict):
        raise FrameError(_UNREADABLE)
    return frame


def _after(value: object) -> int:
    # bool is an int to Python, not to the protocol.
    if type(value) is not int or not 0 <= value <= _SEQ_LIMIT:
        raise FrameError(_UNREADABLE)
    return value


def _said(frame: dict[str, Any]) -> Said:
    own = frame.get("id")
    if not isinstance(own, str) or not _ID.fullmatch(own):
        raise FrameError(_UNREADABLE)
    tap = frame.get("tap")
    if tap is not None and not (isinstance(tap, str) and 0 < len(tap) <= _TAP_LIMIT):
        raise FrameError(_UNREADABLE, own)
    text = frame.get("text")
    if not isinstance(text, str):
        raise FrameError(_UNREADABLE, own)
    return Said(id=own, text=_text(text.strip(), own), tap=_storable(tap, own) if tap else None)


def _text(text: str, own: str) -> str:
    if not text:
        raise FrameError(_EMPTY, own)
    if len(text) > TEXT_LIMIT:
        raise FrameError(_TOO_LONG, own)
    return _storable(text, own)


def _storable(text: str, own: str) -> str:
    """PostgreSQL stores no NUL; a lone surrogate cannot be written as UTF-8 at all."""
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise FrameError(_ODD_CHARACTERS, own)
    return text
