"""The seller's own sentences, as customers and operators meet them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

import intents
from bot import promises
from bot.dialog import decide, remind
from bot.inbox import Received
from bot.model import AddToTicket, Decision, FileTicket, Incoming, Reply, State
from intents import Candidate, Faq, Match, Sentence, Texts
from intents.texts import NAMES
from tests import kakao
from tests.conftest import FAQ, Clock, Start
from tests.console.seat import seat
from tests.scenarios.runner import Play, faq_text, load
from tests.webchat.visit import visit

PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}
OPEN = datetime(2026, 11, 25, 6, tzinfo=UTC)  # Wednesday, 15:00 in Seoul
SCENARIOS = Path(__file__).parents[1] / "scenarios"
SHIPPED = Path(__file__).parents[2] / "faq.yaml"
NONE = Match("none", (), (), "")

#: Nothing the rules know by itself, so that nothing works only by the words of a default.
OURS = "※도토리※ "
LABELS = {
    "button_file": "도토리 하나",
    "button_decline": "도토리 둘",
    "button_yes": "도토리 셋",
    "button_no": "도토리 넷",
    "button_call": "도토리 다섯",
    "button_again": "도토리 여섯",
    "button_exchange": "도토리 일곱",
    "button_refund": "도토리 여덟",
    "button_send": "도토리 열",
    "button_fetch": "도토리 아홉",
}


def all_changed() -> dict[str, str]:
    """Every text in other words: the default behind a mark, the buttons by other names."""
    defaults = Texts()
    changed = {}
    for name in NAMES:
        words = getattr(defaults, name)
        changed[name] = OURS + (words.source if isinstance(words, Sentence) else words)
    return changed | LABELS


def written(path: Path, texts: Mapping[str, str], faq: Path = FAQ) -> str:
    """The path of a copy of a FAQ with these `texts`."""
    section = yaml.safe_dump({"texts": dict(texts)}, allow_unicode=True)
    path.write_text(f"{faq.read_text('utf-8').rstrip()}\n{section}", "utf-8")
    return str(path)


async def test_changed_words_are_in_the_answer_the_reminder_and_the_survey(
    start: Start, event_api: tuple[kakao.EventApi, str], clock: Clock, tmp_path: Path
) -> None:
    far, url = event_api
    texts = {
        "ask_file": "저희가 접수해 둘까요?",
        "button_file": "접수할래요",
        "filed": "{{ title | quote | josa('을/를') }} 적어 두었어요.",
        "number": "기억하실 번호는 {{ ticket }}번이에요.",
        "remind_file": "{{ matter | josa('은/는') }} 아직 그대로예요. 접수해 둘까요?",
        "survey": "{{ ticket }}번 상담은 어떠셨어요? 1점부터 5점까지 골라 주세요.",
        "scored": "고맙습니다, 또 오세요.",
    }
    faq = written(tmp_path / "faq.yaml", texts)
    dangol = await start(faq=faq, kakao_event_url=url, **PUSH)
    asked = await dangol.kakao("환불해 주세요")
    assert "저희가 접수해 둘까요?" in kakao.texts(asked)
    assert "접수할래요" in str(asked["template"]["quickReplies"])
    clock.pass_(minutes=30)
    await dangol.plan()
    await dangol.deliver()
    assert far.texts() == ["환불 요청은 아직 그대로예요. 접수해 둘까요?"]
    filed = kakao.texts(await dangol.kakao("접수할래요"))
    assert "‘환불 요청’을 적어 두었어요.\n\n기억하실 번호는 1번이에요." in filed
    await dangol.parts.desk.resolve(await dangol.operator(), 1)
    await dangol.deliver()
    assert far.texts()[-1] == "1번 상담은 어떠셨어요? 1점부터 5점까지 골라 주세요."
    assert kakao.texts(await dangol.kakao("5")) == "고맙습니다, 또 오세요."


async def test_a_promise_that_is_late_is_told_in_the_sellers_words(
    start: Start, event_api: tuple[kakao.EventApi, str], clock: Clock, tmp_path: Path
) -> None:
    far, url = event_api
    late = "{{ matter | josa('이/가') }} 늦어져서 미안해요. ({{ ticket }}번)"
    faq = written(tmp_path / "faq.yaml", {"still_looking": late})
    dangol = await start(faq=faq, kakao_event_url=url, **PUSH)
    await dangol.kakao("상담원 연결해 주세요")
    parts = dangol.parts
    for _ in range(4):
        clock.pass_(hours=20)
        await promises.watch(parts.store, parts.faqs.faq, parts.channels, parts.feed, clock.now)
        await dangol.deliver()
    assert "상담원 연결이 늦어져서 미안해요. (1번)" in far.texts()


async def test_a_group_is_told_in_the_sellers_words_and_its_form_shows_them(
    start: Start, tmp_path: Path
) -> None:
    solved = "{{ title | josa('은/는') }} 이제 괜찮아요."
    dangol = await start(faq=written(tmp_path / "faq.yaml", {"group_solved": solved}))
    for user in ("customer-1", "customer-2"):
        await dangol.kakao("깨져서 왔어요", user=user)
    desk = await seat(dangol)
    assert "상품 불량은 이제 괜찮아요." in (await desk.get("/console")).text
    await desk.post("/console/groups/1/resolve", {"text": ""})
    said = [message.body["text"] for message in (await dangol.parts.desk.ticket(1)).messages]
    assert "상품 불량은 이제 괜찮아요." in said


async def test_kakaotalk_says_the_sellers_words_when_it_has_no_answer(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {
        "noted": "담당자가 보고 있어요!",
        "doubled": "방금 말씀드렸어요!",
        "late_fetch": "{{ button | josa('을/를') }} 눌러 보세요!",
        "button_fetch": "답 보기",
        "not_taken": "못 들었어요!",
    }
    dangol = await start(faq=written(tmp_path / "faq.yaml", own))
    outcomes: list[Received | Exception | None] = [
        *(None, OSError("disk full")),
        Received(conversation_id=1, seq=1, answers=(), mode="bot"),
        Received(conversation_id=1, seq=1, answers=(), mode="human"),
    ]

    async def receive(*_: object, **__: object) -> Received | None:
        outcome = outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(dangol.parts.inbox, "receive", receive)
    late = await dangol.kakao("배송비 얼마예요")
    (fetch,) = late["template"]["quickReplies"]
    assert (fetch["label"], fetch["messageText"]) == ("답 보기", "답 보기")
    assert fetch["extra"] == {"dangol": "fetch"}
    assert kakao.texts(late) == "답 보기를 눌러 보세요!"
    said = [kakao.texts(await dangol.kakao("배송비 얼마예요")) for _ in range(3)]
    assert said == ["못 들었어요!", "방금 말씀드렸어요!", "담당자가 보고 있어요!"]


async def test_buttons_below_a_long_answer_are_pointed_at_in_the_sellers_words(
    start: Start, tmp_path: Path
) -> None:
    long = {
        "id": "size",
        "phrases": ["사이즈표 보여 주세요"],
        "answer": "가" * 500,
        "buttons": ["치수 재는 법"],
    }
    text = yaml.safe_dump(
        {"texts": {"buttons_below": "여기요!"}, "intents": [long]}, allow_unicode=True
    )
    path = tmp_path / "faq.yaml"
    path.write_text(text, "utf-8")
    dangol = await start(faq=str(path))
    said = kakao.texts(await dangol.kakao("사이즈표 보여 주세요"))
    assert said.endswith("\n여기요!")


async def test_the_web_chat_says_the_sellers_words_when_it_has_no_answer(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {"late": "조금만요!", "not_taken": "못 들었어요!"}
    dangol = await start(faq=written(tmp_path / "faq.yaml", own))
    outcomes: list[Exception | None] = [None, OSError("disk full")]

    async def receive(*_: object, **__: object) -> None:
        outcome = outcomes.pop(0)
        if outcome is not None:
            raise outcome

    monkeypatch.setattr(dangol.parts.inbox, "receive", receive)
    async with visit(dangol.client) as page:
        for kind, text in (("notice", "조금만요!"), ("error", "못 들었어요!")):
            await page.tell(type="message", id="line-1", text="배송비 얼마예요")
            assert await page.told() == {"type": kind, "id": "line-1", "text": text}


async def test_a_save_changes_the_texts_and_a_broken_one_does_not(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "faq.yaml"
    dangol = await start(faq=written(path, {"help": "무엇을 찾으세요?"}))
    assert kakao.texts(await dangol.kakao("네", user="first")) == "무엇을 찾으세요?"
    written(path, {"help": "어서 오세요!"})
    assert await dangol.parts.faqs.refresh()
    assert kakao.texts(await dangol.kakao("네", user="second")) == "어서 오세요!"
    written(path, {"help": "{{ name }}님, 어서 오세요!"})
    assert await dangol.parts.faqs.refresh()
    (problem,) = dangol.parts.faqs.problems
    assert "변수가 없어요" in problem.fix
    assert kakao.texts(await dangol.kakao("네", user="third")) == "어서 오세요!"


# ---- The rules do not depend on the words --------------------------------------------------------


@pytest.mark.further
@pytest.mark.parametrize(
    "name",
    [
        *("s01_late_delivery", "s03_damaged_goods", "s05_back_after_the_ping"),
        *("s07_angry_and_repeated", "s10_yes_to_a_suggestion", "s24_not_understood_twice"),
        *("s25_reopened", "x02_survey_refused_and_new_question", "y05_photo_in_the_middle"),
    ],
)
async def test_a_scenario_goes_the_same_way_in_other_words(
    name: str, start: Start, event_api: tuple[kakao.EventApi, str], tmp_path: Path
) -> None:
    scenario = load(SCENARIOS / f"{name}.yaml")
    plain = tmp_path / "plain.yaml"
    plain.write_text(faq_text(SHIPPED, scenario), "utf-8")
    faq = written(tmp_path / "faq.yaml", all_changed(), plain)
    dangol = await start(faq=faq, kakao_event_url=event_api[1], **PUSH)
    await Play(dangol, scenario, name).run()


BASE = intents.parse(
    """
store: {name: 시험상점}
intents:
  - id: refund
    title: 환불 요청
    category: refund
    phrases: [환불해 주세요]
    answer: 환불은 상품을 확인한 뒤에 진행해요.
    ticket: ask
    details: [order_number, wish]
  - id: defect
    title: 상품 불량
    category: product_quality
    phrases: [깨져서 왔어요]
    answer: 사진을 보고 확인해 드려요.
    ticket: open
  - {id: fee, title: 배송비, phrases: [배송비 얼마예요], answer: 배송비는 3000원이에요.}
"""
)
CHANGED = replace(
    BASE,
    texts=intents.parse(
        yaml.safe_dump(
            {"texts": all_changed(), "intents": [{"id": "a", "phrases": ["가"], "answer": "나"}]}
        )
    ).texts,
)
REFUND = Match("answer", (Candidate("refund", 0.9, "환불해 주세요"),), (), "")
DEFECT = Match("answer", (Candidate("defect", 0.9, "깨져서 왔어요"),), (), "")
GUESS = Match("clarify", (Candidate("refund", 0.6, "환불해 주세요"),), (), "")
Line = tuple[str, Match]
TALKS: dict[str, tuple[Line, ...]] = {
    "filed": (("환불되나요", REFUND), ("button_file", NONE), ("2026112512345678", NONE)),
    "declined": (("환불되나요", REFUND), ("button_decline", NONE), ("button_decline", NONE)),
    "right": (("환불", GUESS), ("button_yes", NONE)),
    "wrong": (("환불", GUESS), ("button_no", NONE), ("뭐라는 거예요", NONE)),
    "a person": (("오늘 비 와요", NONE), ("button_call", NONE)),
    "other words": (("오늘 비 와요", NONE), ("button_again", NONE), ("배송비", NONE)),
    "a wish": (("깨져서 왔어요", DEFECT), ("몰라요", NONE), ("button_exchange", NONE)),
    "anger": (
        ("깨져서 왔어요", DEFECT),
        ("장난해요? 최악이네", NONE),
        ("왜 답이 없어요", NONE),
        ("진짜 최악", NONE),
        ("네 감사합니다", NONE),
        ("해결됐어요", NONE),
        ("4점", NONE),
    ),
    "again": (("네", NONE), ("네", NONE), ("배송비요", NONE), ("배송비요?", NONE)),
}


def play(faq: Faq, lines: tuple[Line, ...], labels: Mapping[str, str]) -> list[Decision]:
    """The decisions on a conversation whose buttons are typed, not tapped."""
    state, now, made = State(), OPEN, []
    for text, match in lines:
        now += timedelta(seconds=90)
        heard = Incoming(channel="web", customer="c", text=labels.get(text, text))
        decision = decide(state, heard, match, faq, now)
        made.append(decision)
        state = decision.state
        if isinstance(decision.ticket, FileTicket):
            state = replace(state, ticket=7, ticket_status=decision.ticket.status)
        elif isinstance(decision.ticket, AddToTicket):
            state = replace(state, ticket_status=decision.ticket.status)
    return made


def course(decision: Decision) -> tuple[Any, ...]:
    """What a decision does, without the words in which it is said."""
    state, ticket = decision.state, decision.ticket
    memory = state.memory
    return (
        (state.mode, state.waiting_on, state.question, state.misses, state.ticket),
        (memory.intent, memory.asked, memory.stuck, memory.sorry, memory.anger, memory.survey),
        {name: told for name, told in memory.details.items() if name != "what"},
        (type(ticket), ticket and ticket.status, ticket and ticket.priority),
        decision.reply and [choice.value for choice in decision.reply.choices],
        decision.score,
    )


@pytest.mark.parametrize("talk", TALKS)
def test_typed_buttons_and_all_else_mean_the_same_in_other_words(talk: str) -> None:
    defaults = {name: getattr(BASE.texts, name) for name in LABELS}
    usual = play(BASE, TALKS[talk], defaults)
    other = play(CHANGED, TALKS[talk], LABELS)
    assert [course(decision) for decision in usual] == [course(decision) for decision in other]
    for before, after in zip(usual, other, strict=True):
        assert (before.reply and before.reply.text) != (after.reply and after.reply.text)
        assert OURS.strip() in reply(after).text


def reply(decision: Decision) -> Reply:
    assert decision.reply is not None
    return decision.reply


def test_a_yes_stays_a_yes_whatever_a_button_is_called() -> None:
    faq = replace(BASE, texts=replace(BASE.texts, button_decline="네"))
    (_, decision) = play(faq, (("환불되나요", REFUND), ("네", NONE)), {})
    assert isinstance(decision.ticket, FileTicket)


def test_a_button_may_be_an_emoji() -> None:
    faq = replace(BASE, texts=replace(BASE.texts, button_file="👍"))
    (_, decision) = play(faq, (("환불되나요", REFUND), ("👍", NONE)), {})
    assert isinstance(decision.ticket, FileTicket)
    (_, other) = play(faq, (("환불되나요", REFUND), ("👎", NONE)), {})
    assert other.ticket is None


def test_an_apology_in_other_words_is_made_once() -> None:
    texts = replace(BASE.texts, sorry="저희가 잘못했어요.")
    faq = replace(BASE, texts=texts)
    first, second = play(faq, (("깨져서 왔어요", DEFECT), ("이것도 깨졌어요", DEFECT)), {})
    assert texts.sorry in reply(first).text
    assert texts.sorry not in reply(second).text


def test_a_wish_is_kept_in_our_words_not_in_a_buttons() -> None:
    made = play(CHANGED, TALKS["a wish"], LABELS)
    assert made[-1].state.memory.details["wish"] == "교환"


def test_a_reminder_names_the_matter_in_the_sellers_words() -> None:
    said = remind(State(matter="배송비"), CHANGED, last=True).text
    assert said.count(OURS.strip()) == 2
    assert "‘배송비’ 문의를 마저" in said
