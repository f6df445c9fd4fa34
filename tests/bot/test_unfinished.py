"""Bubbles in quick succession are one message, and finished lines wait for nothing."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot import schema
from bot.dialog import unfinished
from bot.model import Incoming
from intents import Candidate, Match, parse
from tests import kakao
from tests.conftest import Dangol

FAQ = parse(
    "intents:\n"
    "  - {id: greeting, listed: no, phrases: [안녕하세요], answer: 안녕하세요}\n"
    "  - {id: fee, phrases: [배송비 얼마예요], answer: 3000원이에요}\n"
)
NONE = Match("none", (), (), "")


def said(text: str, tap: str | None = None) -> Incoming:
    return Incoming(channel="kakao-skill", customer="c", text=text, tap=tap)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfinished, "PAUSE", 0.4)


@pytest.mark.parametrize(
    "text",
    [
        "머그컵",
        "검정 코트",
        "손잡이가",
        "뚜껑이",
        "설명서도",
        "리모컨만",
        "어제 샀는데",
        "지난주에 산 거",
        "받은 거",
    ],
)
def test_what_is_only_begun_waits_unless_something_was_asked(patient: None, text: str) -> None:
    assert unfinished.pause(said(text), NONE, FAQ, within=4) == 0.4
    assert unfinished.pause(said(text), NONE, FAQ, within=4, asked=True) == 0


@pytest.mark.parametrize(
    "text",
    [
        "그만",
        "잠시만",
        "잠깐만",
        "되는가",
        "아닌가",
        "많이",
        "3점 정도",
        "환불",
        "어디가",
        "그래도",
        "안녕",
    ],
)
def test_whole_lines_that_end_alike_wait_for_nothing(patient: None, text: str) -> None:
    assert unfinished.pause(said(text), NONE, FAQ, within=4) == 0


@pytest.mark.parametrize("text", ["저기요", "주문한 거", "제가 어제", "여보세요", "근데"])
def test_what_looks_unfinished_waits(patient: None, text: str) -> None:
    assert unfinished.pause(said(text), NONE, FAQ, within=4) == 0.4
    assert unfinished.pause(said(text), NONE, FAQ, within=0.4) == pytest.approx(0.1)


@pytest.mark.parametrize(
    "text",
    [
        "네",
        "아니요",
        "2",
        "2번",
        "2024031188213178",
        "안 와요",
        "환불해 주세요!",
        "그냥요",
        "😂",
        "",
    ],
)
def test_what_is_finished_waits_for_nothing(patient: None, text: str) -> None:
    assert unfinished.pause(said(text), NONE, FAQ, within=4) == 0


def test_a_greeting_waits_and_an_answer_does_not(patient: None) -> None:
    hello = Match("answer", (Candidate("greeting", 0.99, "안녕하세요"),), (), "")
    fee = Match("answer", (Candidate("fee", 0.99, "배송비 얼마예요"),), (), "")
    assert unfinished.pause(said("안녕하세요"), hello, FAQ, within=4) > 0
    assert unfinished.pause(said("배송비 얼마"), fee, FAQ, within=4) == 0
    assert unfinished.pause(said("저기요", tap="yes"), NONE, FAQ, within=4) == 0


def test_the_web_chat_waits_as_every_messenger(patient: None) -> None:
    line = Incoming(channel="web", customer="c", text="저기요")
    assert unfinished.pause(line, NONE, FAQ, within=10) == 0.4


async def test_three_bubbles_are_stored_apart_and_answered_once(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "PAUSE", 60.0)
    waiting = dangol.parts.inbox._unfinished

    async def say(text: str, behind: int) -> str:
        """A line that comes when so many others wait for it."""
        while sum(len(one.riders) for one in waiting.values()) < behind:  # noqa: ASYNC110 - no bell
            await asyncio.sleep(0.01)
        return kakao.texts(await dangol.kakao(text))

    first, second, third = await asyncio.gather(
        say("저기요", 0), say("제가 어제", 1), say("배송비 얼마예요", 2)
    )
    assert "3,000원" in third
    assert "3,000원" not in first + second
    async with dangol.parts.store.read() as tx:
        rows = (await tx.execute(select(schema.messages).order_by(schema.messages.c.seq))).all()
    assert [row.author for row in rows] == ["customer", "customer", "customer", "bot"]
    assert [row.body["text"] for row in rows[:3]] == ["저기요", "제가 어제", "배송비 얼마예요"]


async def test_an_unfinished_line_that_stays_alone_is_answered(
    dangol: Dangol, patient: None
) -> None:
    assert kakao.texts(await dangol.kakao("저기요"))
    async with dangol.parts.store.read() as tx:
        rows = (await tx.execute(select(schema.messages))).all()
    assert len(rows) == 2


async def test_who_was_asked_something_is_not_waited_for(dangol: Dangol) -> None:
    await dangol.kakao("배송비 얼마예요")
    assert not dangol.parts.inbox._asked
    assert "?" in kakao.texts(await dangol.kakao("오늘 저녁에 비가 올까"))
    assert len(dangol.parts.inbox._asked) == 1


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("이번에 티비장하고 소파를 같이 샀거든요", True),
        ("월요일에 받아서 어제 처음 켜봤는데", True),
        ("식탁 의자는 잘 왔는데", True),
        ("색은 참 예쁜데", True),
        ("깨져서 왔는데", False),
        ("작게 왔는데", False),
        ("어제 주문했는데 안 왔거든요", False),
        ("어제 환불 받았는데", False),
        ("주문을 두번 했거든요", False),
    ],
)
def test_what_was_bought_or_tried_begins_a_story_however_sure_the_matcher_is(
    text: str, *, begun: bool
) -> None:
    sure = Match("answer", (Candidate("defect", 0.97, ""),), (), "")
    assert unfinished.stops_midway(text, sure) == begun
