"""The yardstick.

An aiohttp handler that decodes the payload, encodes an answer, and does nothing else.
"""

from __future__ import annotations

import json
import os

from aiohttp import web


async def handle(request: web.Request) -> web.Response:
    """Answer with the customer's own words."""
    payload = json.loads(await request.read())
    text = payload["userRequest"]["utterance"]
    answer = {"version": "2.0", "template": {"outputs": [{"simpleText": {"text": text}}]}}
    body = json.dumps(answer, ensure_ascii=False).encode()
    return web.Response(body=body, content_type="application/json")


def main() -> None:
    """Serve on DANGOL_PORT."""
    app = web.Application()
    app.router.add_post("/webhook/kakao-skill", handle)
    web.run_app(
        app, host="127.0.0.1", port=int(os.environ["DANGOL_PORT"]), access_log=None, print=None
    )


if __name__ == "__main__":
    main()
