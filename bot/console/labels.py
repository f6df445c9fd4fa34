"""The words of the product as the console shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot import desk
from bot.console import moments
from bot.model import (
    CHANNELS,
    Cost,
    Delivery,
    Figures,
    Group,
    Hold,
    Operator,
    Status,
    Ticket,
    job_title,
)

VIEWS: Final[Mapping[str, str]] = {
    "todo": "할 일",
    "waiting": "대기",
    "resolved": "해결됨",
    "all": "전체",
}

EMPTY: Final[Mapping[str, str]] = {
    "todo": "지금 처리할 문의가 없어요",
    "waiting": "답을 기다리거나 미뤄 둔 문의가 없어요",
    "resolved": "해결한 문의가 아직 없어요",
    "all": "들어온 문의가 아직 없어요",
}

STATUSES: Final[Mapping[Status, str]] = {
    "open": "접수",
    "waiting": "고객 답변 대기",
    "snoozed": "보류",
    "no_reply": "고객 무응답",
    "resolved": "해결",
}

CATEGORIES: Final[Mapping[str, str]] = {
    "order": "주문",
    "shipping": "배송",
    "refund": "환불",
    "exchange": "교환",
    "product_quality": "상품 품질",
    "wrong_information": "정보 오류",
    "service": "서비스",
    "other": "기타",
}

DELIVERIES: Final[Mapping[Delivery, str]] = {
    "queued": "발송 대기",
    "sent": "보냄",
    "failed": "실패",
    "cancelled": "보내지 않음",
}


PRIORITIES: Final[Mapping[int, str]] = {0: "보통", 1: "급함", 2: "매우 급함"}

#: When a message that waits leaves.
HOLDS: Final[Mapping[Hold, str]] = {
    "unreachable": "고객이 다음에 말을 걸면 전달돼요",
    "capped": "이번 달 비용 한도에 닿았어요. 고객이 다음에 말을 걸면 전달돼요",
    "paused": "천천히 보내 달라고 해서 잠시 뒤에 보내요",
}

#: What a customer tells about his matter, in the order in which it is shown.
DETAILS: Final[Mapping[str, str]] = {
    "order_number": "주문번호",
    "when": "일시",
    "wish": "원하는 처리",
    "option": "옵션",
    "quantity": "수량",
    "name": "성함",
    "phone": "연락처",
    "address": "주소",
    "reason": "이유",
    # Of the shipped FAQ; another detail of a seller's own is called by its id.
    "tracking": "배송 조회",
    "symptom": "증상",
    "item": "상품",
    "body": "체형",
    "needed_by": "필요한 날",
    "topic": "상담 내용",
    "what": "내용",
    "photo": "사진",
}

#: What else changes in a ticket's history.
CHANGES: Final[Mapping[str, str]] = {
    "status": "상태",
    "category": "분류",
    "priority": "우선순위",
    "intent_id": "문의 유형",
    "title": "제목",
    "note": "메모",
    "owed": "답변 약속",
    "assignee": "담당자",
}


#: How far the store's own silence has come.
OWED: Final[Mapping[str, str]] = {
    "nearly late": "곧 늦어져요",
    "late": "늦어졌고 고객에게 알렸어요",
    "very late": "많이 늦어졌고 다시 알렸어요",
    "late, told later": "늦어졌고 고객에게는 보내도 되는 시간에 알려요",
    "very late, told later": "많이 늦어졌고 고객에게는 보내도 되는 시간에 알려요",
    "late, not told": "늦어졌어요. 고객에게는 알리지 않았어요",
    "very late, not told": "많이 늦어졌어요. 고객에게는 알리지 않았어요",
}

BACKLOGS: Final[Mapping[str, str]] = {
    "pings": "보낼 알림",
    "promises": "답변이 늦어지는 문의",
    "outbox": "발송 대기 메시지",
    "held": "나중에 보낼 메시지",
}


def job(name: str) -> str:
    """A scheduled job."""
    return job_title(name)


def backlog(name: str) -> str:
    """Something that is due."""
    return BACKLOGS[name]


def won(amount: int) -> str:
    """Money."""
    return f"{amount:,}원"


def cost(of: Cost) -> str:
    """How many messages, and what they cost."""
    return f"{of.messages:,}건, {won(of.won)}"


def month(name: str) -> str:
    """`11월` of `2026-11`."""
    return f"{int(name[-2:])}월"


def year_month(start: date) -> str:
    """`2026년 11월`."""
    return f"{start.year}년 {start.month}월"


def quarter(start: date) -> str:
    """`2026년 4분기 (10~12월)`, by its first day."""
    return f"{start.year}년 {start.month // 3 + 1}분기 ({start.month}~{start.month + 2}월)"


def content(of: Figures) -> str:
    """How content customers were, and how many said so."""
    return "-" if of.content is None else f"{of.content:.1f}점 ({of.answers:,}명)"


def channel(name: str) -> str:
    """A messenger."""
    return CHANNELS.get(name, name)


def waits(ticket: Ticket) -> str:
    """Who waits for whom, as said before a relative time."""
    if ticket.status == "resolved":
        return "해결"
    if ticket.status == "open":
        return "고객이 기다려요"
    if ticket.status == "waiting":
        return "답변 기다림" if ticket.waiting_on == "customer" else "답변함"
    return STATUSES[ticket.status]


def charge(ticket: Ticket, operator: Operator) -> str:
    """Who answers the customer now, as `operator` reads it."""
    if ticket.mode == "bot":
        return "봇이 응대 중"
    if ticket.assignee_id == operator.id:
        return "내가 응대 중"
    return f"{ticket.assignee} 님이 응대 중" if ticket.assignee else "상담원이 응대 중"


def status(ticket: Ticket) -> str:
    """A ticket's status; one that was answered and asks nothing waits for nobody."""
    if ticket.status == "waiting" and ticket.waiting_on != "customer":
        return "답변함"
    return STATUSES[ticket.status]


def count(view: str, counts: Mapping[str, int]) -> int:
    """How many tickets a view holds, from the counts by status."""
    return sum(counts.get(status, 0) for status in desk.VIEWS[view])


def groups(of: Sequence[Group]) -> Mapping[int, str]:
    """What each group is called; those with the same title are told apart by when they began."""
    often = Counter(group.title for group in of)
    names = {
        group.id: f"{group.title} ({moments.short(group.created_at)})"
        if often[group.title] > 1
        else group.title
        for group in of
    }
    # Of two entries with one title, groups may even begin in the same minute.
    alike = Counter(names.values())
    return {
        number: f"{name} {number}번 묶음" if alike[name] > 1 else name
        for number, name in names.items()
    }
