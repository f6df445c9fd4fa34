"""The product's words for modes, states, channels and jobs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Literal

Mode = Literal["bot", "human"]
WaitingOn = Literal["customer", "store", "nobody"]
Author = Literal["customer", "bot", "operator"]
Status = Literal["open", "waiting", "snoozed", "no_reply", "resolved"]
Delivery = Literal["queued", "sent", "failed", "cancelled"]
#: Why a queued message waits: its channel cannot be pushed to, the month's cap is reached, or the
#: far side wants a rest. Empty: it does not.
Hold = Literal["", "unreachable", "capped", "paused"]
Role = Literal["operator", "seller", "admin"]
#: Channels as people call them.
CHANNELS: Mapping[str, str] = {
    "kakao-skill": "카카오톡",
    "kakao-bot": "카카오톡",
    "naver-talktalk": "네이버 톡톡",
    "web": "웹 채팅",
}
#: What the scheduler calls, as operators read it; a delivery is named after its channel.
JOBS: Mapping[str, str] = {
    "plan": "알림 예약",
    "promises": "답변 약속 확인",
    "faq": "FAQ 파일 확인",
    "meaning": "예문 학습",
    "measure": "발송함 집계",
    "credentials": "채널 키 확인",
    "checkup": "자체 점검",
    "alerts": "상담원 알림",
}
#: Longest text an operator may send, in UTF-16 units as browsers count: one Kakao bubble
#: (SkillResponse 2.0, simpleText).
REPLY_LIMIT = 1000


def job_title(name: str) -> str:
    """A scheduled job, as operators read it."""
    if name.startswith("deliver "):
        channel = name.removeprefix("deliver ")
        return f"{CHANNELS.get(channel, channel)} 발송"
    return JOBS.get(name, name)


def nickname(channel: str, address: str) -> str:
    """A short stable name for a customer whose channel tells none (Kakao sends no names)."""
    digest = hashlib.blake2s(f"{channel}:{address}".encode(), digest_size=2).hexdigest().upper()
    return f"고객 {digest}"
