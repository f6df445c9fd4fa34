"""What a form of the console sent, within a small limit."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from aiohttp import web

from bot.model import BadRequest

#: Bytes of a form's body. A reply of 1,000 Hangul syllables is 9,000 bytes when it is URL-encoded.
BODY_LIMIT = 32 * 1024

_FIELDS = 16


async def read(request: web.Request) -> Mapping[str, str]:
    """The fields of a URL-encoded form; a field sent twice counts once, the last one.

    Line breaks become `\\n` and NUL goes away (PostgreSQL stores none). Raises BadRequest.
    """
    if request.content_type != "application/x-www-form-urlencoded":
        raise BadRequest("양식은 application/x-www-form-urlencoded로 보내 주세요.")
    body = await _body(request)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError as exc:  # not UTF-8 (UnicodeDecodeError is one), or too many fields
        raise BadRequest("양식을 읽을 수 없어요. 페이지를 새로 열어 주세요.") from exc
    return {name: _plain(value) for name, value in pairs}


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise BadRequest("보낸 내용이 너무 길어요.")
    return bytes(body)


def _plain(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
