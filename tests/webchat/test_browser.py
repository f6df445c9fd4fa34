"""The chat page in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, Locator, Page, async_playwright, expect

from bot.dialog import unfinished
from tests.conftest import Dangol

pytestmark = pytest.mark.browser

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


@pytest.fixture
async def browser() -> AsyncIterator[BrowserContext]:
    """A Korean customer's browser without a past."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, f"the browser tests need one of {', '.join(_NAMES)}"
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=_QUIET)
        context = await chromium.new_context(locale="ko-KR")
        context.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)
        yield context
        await chromium.close()


@pytest.fixture
async def page(browser: BrowserContext, dangol: Dangol) -> AsyncIterator[Page]:
    """The open chat. A script's complaint fails the test."""
    page = await browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _blocked(said.text) else None)
    await page.goto(str(dangol.client.make_url("/chat")))
    await online(page)
    yield page
    assert not complaints


def _blocked(text: str) -> bool:
    return "Content Security Policy" in text


async def online(page: Page) -> None:
    """Until the page says that it is connected."""
    await expect(page.get_by_text("연결됨", exact=True)).to_be_visible()


async def say(page: Page, text: str) -> None:
    """Type a line and press Enter."""
    await page.get_by_role("textbox", name="메시지").fill(text)
    await page.keyboard.press("Enter")


def lines(page: Page, author: str) -> Locator:
    """The bubbles of one author."""
    return page.locator(f".line.{author}:not(.typing) .text")


async def test_a_customer_asks_and_is_answered(page: Page) -> None:
    await say(page, "배송비 얼마예요")
    await expect(lines(page, "bot")).to_have_text(["배송비는 3,000원이에요."])
    await expect(lines(page, "customer")).to_have_text(["배송비 얼마예요"])
    await expect(page.get_by_role("textbox", name="메시지")).to_have_value("")
    await expect(page.get_by_text("안녕하세요, 시험상점")).to_be_hidden()


async def test_two_lines_in_quick_succession_are_answered_once(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "PAUSE", 60.0)
    await say(page, "저기요")
    await say(page, "배송비 얼마예요")
    await expect(lines(page, "bot")).to_have_text(["배송비는 3,000원이에요."])
    await expect(lines(page, "customer")).to_have_text(["저기요", "배송비 얼마예요"])
    await expect(page.get_by_text("보내는 중")).to_have_count(0)


async def test_a_cards_number_is_hidden_on_the_page_that_sent_it(page: Page) -> None:
    await say(page, "카드번호 4111111111111111")
    await expect(lines(page, "customer")).to_have_text(["카드번호 ****-****-****-1111"])
    await page.reload()
    await online(page)
    await expect(lines(page, "customer")).to_have_text(["카드번호 ****-****-****-1111"])


async def test_a_starter_asks_for_the_customer(page: Page) -> None:
    await page.get_by_role("button", name="배송비").click()
    await expect(lines(page, "customer")).to_have_text(["배송비"])
    await expect(lines(page, "bot")).to_have_text(["배송비는 3,000원이에요."])


async def test_quick_replies_are_offered_until_one_is_taken(page: Page) -> None:
    await say(page, "환불해 주세요")
    chips = page.get_by_role("group", name="빠른 답장").get_by_role("button")
    await chips.filter(has_text="환불 시기").click()
    await expect(lines(page, "bot").last).to_contain_text("영업일로 3일에서 5일")
    await expect(chips.filter(has_text="환불 시기")).to_have_count(0)


async def test_a_link_opens_beside_the_chat(page: Page) -> None:
    await say(page, "환불해 주세요")
    link = page.get_by_role("link", name="주문 내역")
    await expect(link).to_have_attribute("href", "https://example.com/orders")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_no_line_breaks_between_a_closing_mark_and_its_particle(page: Page) -> None:
    """Where there is room for one word a row, two words are two rows."""
    await say(page, "색상은 ‘아이보리색’으로")
    bubble = lines(page, "customer")
    await expect(bubble).to_have_count(1)
    rows = await bubble.evaluate(
        """line => {
          const { height } = line.getBoundingClientRect();
          Object.assign(line.style, { width: "min-content", overflowWrap: "normal" });
          return line.getBoundingClientRect().height / height;
        }"""
    )
    assert rows == pytest.approx(2, abs=0.01)  # a place between two pixels is rounded


async def test_what_looks_like_html_is_shown_as_it_was_typed(page: Page) -> None:
    typed = "<img src=x onerror=alert(1)> https://example.com/a에서 봤어요"
    await say(page, typed)
    await expect(lines(page, "bot")).to_have_count(1)
    await expect(lines(page, "customer")).to_have_text([typed])
    await expect(page.locator(".line img")).to_have_count(0)
    await expect(page.locator(".customer a")).to_have_attribute("href", "https://example.com/a")


async def test_enter_that_ends_a_syllable_sends_nothing(page: Page) -> None:
    field = page.get_by_role("textbox", name="메시지")
    await field.fill("배송비 얼마예요")
    for composing in ({"isComposing": True}, {"keyCode": 229}):
        await field.dispatch_event("keydown", {"key": "Enter", **composing})
    await expect(field).to_have_value("배송비 얼마예요")
    await field.press("Shift+Enter")
    await expect(field).to_have_value("배송비 얼마예요\n")
    await field.press("Enter")
    await expect(lines(page, "customer")).to_have_text(["배송비 얼마예요"])


async def test_a_reload_keeps_the_conversation_and_the_draft(page: Page) -> None:
    await say(page, "배송비 얼마예요")
    await expect(lines(page, "bot")).to_have_count(1)
    await page.get_by_role("textbox", name="메시지").fill("쓰다 만 말")
    await page.reload()
    await online(page)
    await expect(lines(page, "customer")).to_have_text(["배송비 얼마예요"])
    await expect(lines(page, "bot")).to_have_text(["배송비는 3,000원이에요."])
    await expect(page.get_by_role("textbox", name="메시지")).to_have_value("쓰다 만 말")


async def test_a_dropped_connection_comes_back_by_itself(page: Page, dangol: Dangol) -> None:
    await say(page, "배송비 얼마예요")
    await expect(lines(page, "bot")).to_have_count(1)
    await dangol.client.app.shutdown()
    await say(page, "환불 언제 들어와요")
    await expect(lines(page, "bot")).to_have_count(2)


async def test_what_was_written_without_a_connection_is_sent_in_order_and_once(
    page: Page, browser: BrowserContext
) -> None:
    asked = ["배송비 얼마예요", "환불 언제 들어와요", "감사합니다"]
    await browser.set_offline(True)
    await expect(page.get_by_text("다시 연결하는 중…")).to_be_visible()
    for text in asked:
        await say(page, text)
    await expect(page.get_by_text("연결되면 보낼게요")).to_have_count(3)
    await browser.set_offline(False)
    await online(page)
    await expect(lines(page, "bot")).to_have_count(3)
    await page.reload()
    await online(page)
    await expect(lines(page, "customer")).to_have_text(asked)


async def test_an_operators_reply_appears_while_the_customer_looks(
    page: Page, dangol: Dangol
) -> None:
    await say(page, "상담원 연결해 주세요")
    await expect(lines(page, "bot")).to_have_count(1)
    (ticket,) = (await dangol.parts.desk.tickets("todo")).tickets
    operator = await dangol.operator()
    await dangol.parts.desk.reply(operator, ticket.id, "무엇을 도와드릴까요?", "nonce-1")
    await dangol.deliver()
    await expect(lines(page, "operator")).to_have_text(["무엇을 도와드릴까요?"])
    await expect(page.locator(".operator .name")).to_have_text("상담원")
