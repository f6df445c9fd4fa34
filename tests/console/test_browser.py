"""The console in a real browser: live, and without losing what the operator types."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from bot import promises
from bot.desk import PAGE
from tests.conftest import FAQ, Dangol, Start
from tests.console.seat import COMPLAINT, NAME, PASSWORD
from tests.webchat.visit import Visit, visit

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, f"the browser tests need one of {', '.join(NAMES)}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        expect.set_options(timeout=30_000)
        yield browser
        await browser.close()


async def sit_down(browser: Browser, dangol: Dangol) -> tuple[Page, list[str]]:
    """Log in on the page; what the browser complains about from now on."""
    await dangol.parts.accounts.add(NAME, "operator", PASSWORD)
    page = await browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(address(dangol, "/console"))
    await page.get_by_label("이름").fill(NAME)
    await page.get_by_label("비밀번호").fill(PASSWORD)
    await page.get_by_role("button", name="로그인").click()
    await expect(page.get_by_text("지금 처리할 문의가 없어요")).to_be_visible()
    return page, complaints


def address(dangol: Dangol, path: str) -> str:
    return str(dangol.client.make_url(path))


async def complain(customer: Visit) -> None:
    await customer.hello()
    await customer.say(COMPLAINT)


async def test_an_operator_sees_a_ticket_appear_answers_it_and_sees_the_answer_leave(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        row = page.get_by_role("link", name="상품 불량")
        await expect(row).to_contain_text(COMPLAINT)
        await expect(page).to_have_title("(1) 할 일 · 시험상점 상담 콘솔")
        await row.click()
        await page.get_by_label("고객에게 보낼 답장").fill("오늘 다시 보내요.")
        await page.keyboard.press("Control+Enter")
        answer = page.locator(".by-operator")
        await expect(answer).to_contain_text("오늘 다시 보내요.")
        await expect(answer).to_contain_text("발송 대기")
        await expect(page.get_by_label("고객에게 보낼 답장")).to_have_value("")
        await dangol.deliver()
        await expect(answer).to_contain_text("보냄")
        await expect(page.get_by_text("내가 응대 중")).to_be_visible()
        assert (await customer.line())["text"] == "오늘 다시 보내요."
    assert complaints == []


async def test_a_draft_survives_live_changes_and_a_reload(dangol: Dangol, browser: Browser) -> None:
    page, complaints = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        await page.get_by_role("link", name="상품 불량").click()
        reply = page.get_by_label("고객에게 보낼 답장")
        await reply.click()
        await page.keyboard.type("죄송해요. 지금")
        await customer.say("손잡이가 부러졌어요")
        await expect(page.locator(".by-customer").last).to_contain_text("손잡이가 부러졌어요")
        await expect(reply).to_be_focused()
        await page.keyboard.type(" 확인할게요")
        await expect(reply).to_have_value("죄송해요. 지금 확인할게요")
        await page.reload()
        await expect(reply).to_have_value("죄송해요. 지금 확인할게요")
    assert complaints == []


async def test_sending_takes_the_syllable_that_is_still_being_composed(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        await page.get_by_role("link", name="상품 불량").click()
        await page.get_by_label("고객에게 보낼 답장").click()
        await page.keyboard.type("확인할게")
        keys = await page.context.new_cdp_session(page)
        await keys.send(
            "Input.imeSetComposition", {"text": "요", "selectionStart": 1, "selectionEnd": 1}
        )
        process = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": 2}
        await keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **process})
        await keys.send("Input.insertText", {"text": "요"})
        await expect(page.locator(".by-operator .words")).to_have_text("확인할게요")
        await expect(page.get_by_label("고객에게 보낼 답장")).to_have_value("")
    assert complaints == []


async def test_a_list_that_moves_keeps_the_focus(dangol: Dangol, browser: Browser) -> None:
    page, complaints = await sit_down(browser, dangol)
    for user in ("customer-1", "customer-2", "customer-3"):
        dangol.clock.pass_(seconds=1)
        await dangol.kakao(COMPLAINT, user=user)
    await expect(page.locator(".rows li").last).to_have_id("row-3")
    await page.locator("#to-3").focus()
    await dangol.parts.desk.edit(await dangol.operator("다은"), 3, priority=2)
    await expect(page.locator(".rows li").first).to_have_id("row-3")
    await expect(page.locator("#to-3")).to_be_focused()
    assert complaints == []


async def test_a_ticket_that_becomes_late_says_so_on_the_open_page(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    await page.evaluate("window.opened = true")
    parts = dangol.parts

    async def watch() -> None:
        await promises.watch(
            parts.store, parts.faqs.faq, parts.channels, parts.feed, dangol.clock()
        )

    for user in ("customer-1", "customer-2"):
        await dangol.kakao(COMPLAINT, user=user)
        dangol.clock.pass_(minutes=30)
    await watch()
    row = page.locator("#row-1 .state")
    await expect(page.locator("#row-1 .due")).to_have_text("내일 오전 11:00까지")
    await expect(row).to_have_text("접수")
    dangol.clock.pass_(hours=2)
    await watch()
    await expect(row).to_have_text("곧 늦어져요")
    await expect(page.locator("#pressing")).to_have_text("곧 늦어질 문의 1건")
    dangol.clock.pass_(hours=18)
    await watch()
    await expect(row).to_have_text("늦었어요 (1시간)")
    await expect(page.locator("#row-1 .priority")).to_have_text("급함")
    await expect(page.locator("#pressing .late")).to_have_text("늦은 문의 2건")
    assert await page.evaluate("window.opened"), "the page was loaded again"
    assert complaints == []


async def test_a_refused_reply_stays_in_the_box_until_it_is_accepted(
    dangol: Dangol, browser: Browser
) -> None:
    page, _ = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        await page.get_by_role("link", name="상품 불량").click()
        reply = page.get_by_label("고객에게 보낼 답장")
        await reply.fill("아직 확인하고 있어요")
        await page.context.set_offline(True)
        await page.get_by_role("button", name="보내기").click()
        await expect(page.get_by_role("alert")).to_contain_text("쓴 글은 그대로 있어요")
        await page.context.set_offline(False)
        await page.get_by_role("button", name="보내기").click()
        await expect(page.locator(".by-operator")).to_have_count(1)
        await expect(reply).to_have_value("")
        await expect(page.get_by_role("alert")).to_be_empty()


async def test_resolving_and_reopening_changes_the_page_in_place(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        await page.get_by_role("link", name="상품 불량").click()
        await page.get_by_role("button", name="해결").click()
        await expect(page.get_by_text("해결한 문의예요.")).to_be_visible()
        await expect(page.get_by_label("고객에게 보낼 답장")).to_be_disabled()
        await page.get_by_role("button", name="다시 열기").click()
        await expect(page.get_by_label("고객에게 보낼 답장")).to_be_enabled()
    assert complaints == []


async def test_a_second_enter_does_not_undo_what_the_first_did(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    await dangol.kakao(COMPLAINT, user="customer-1")
    await page.get_by_role("link", name="상품 불량").click()
    for name, said in (("맡기", "내가 응대 중"), ("해결", "해결한 문의예요.")):
        await page.get_by_role("button", name=name, exact=True).focus()
        await page.keyboard.press("Enter")
        await expect(page.get_by_text(said)).to_be_visible()
        await expect(page.locator("#ticket")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_text(said)).to_be_visible()
    await expect(page.get_by_role("region", name="1번 문의, 해결")).to_be_visible()
    assert complaints == []


async def test_a_page_whose_login_ended_goes_to_the_login(dangol: Dangol, browser: Browser) -> None:
    page, _ = await sit_down(browser, dangol)
    await page.context.clear_cookies()
    async with visit(dangol.client) as customer:
        await complain(customer)
        await expect(page.get_by_role("button", name="로그인")).to_be_visible()


async def test_a_lost_connection_is_told_and_found_again(dangol: Dangol, browser: Browser) -> None:
    page, _ = await sit_down(browser, dangol)
    # The page asks for news as soon as it is connected: only then is there something to lose.
    async with page.expect_event("requestfinished", lambda sent: "hx-request" in sent.headers):
        await page.reload()
    hint = page.get_by_text("연결이 끊겼어요. 다시 연결하는 중…")
    await expect(hint).to_be_hidden()
    await page.context.set_offline(True)
    await expect(hint).to_be_visible()
    await page.context.set_offline(False)
    await expect(hint).to_be_hidden()


async def test_an_edit_shows_in_place_and_live_news_leave_what_is_open_and_typed(
    dangol: Dangol, browser: Browser
) -> None:
    page, complaints = await sit_down(browser, dangol)
    async with visit(dangol.client) as customer:
        await complain(customer)
        await page.get_by_role("link", name="상품 불량").click()
        await page.get_by_text("분류·우선순위 바꾸기").click()
        await page.get_by_label("우선순위").select_option("매우 급함")
        await customer.say("손잡이가 부러졌어요")
        await expect(page.locator(".by-customer").last).to_contain_text("손잡이가 부러졌어요")
        await expect(page.get_by_label("우선순위")).to_have_value("2")
        await page.get_by_label("분류").select_option("환불")
        await page.get_by_role("button", name="바꾸기", exact=True).click()
        await expect(page.locator("h1")).to_contain_text("매우 급함")
        await expect(page.locator(".facts")).to_contain_text("환불")
        await expect(page.get_by_label("우선순위")).to_have_value("2")
        await page.get_by_text("변경 기록").click()
        await expect(page.locator("#history")).to_contain_text("우선순위: 보통 → 매우 급함")
    assert complaints == []


async def test_a_ticket_is_found_by_keyboard_alone(dangol: Dangol, browser: Browser) -> None:
    page, complaints = await sit_down(browser, dangol)
    await dangol.kakao(COMPLAINT, user="customer-1")
    await dangol.kakao("2026112012345678", user="customer-1")
    await dangol.kakao(COMPLAINT, user="customer-2")
    await page.keyboard.press("/")
    await expect(page.get_by_label("문의 찾기")).to_be_focused()
    await page.keyboard.type("2026112012345678")
    await page.keyboard.press("Enter")
    await expect(page.locator("#found")).to_contain_text("1건")
    await expect(page.locator("#rows li")).to_have_count(1)
    await page.get_by_role("link", name="상품 불량").click()
    reply = page.get_by_label("고객에게 보낼 답장")
    await reply.press_sequentially("a/b")
    await expect(reply).to_have_value("a/b")
    assert complaints == []


async def test_a_grown_list_is_found_again_by_going_back(dangol: Dangol, browser: Browser) -> None:
    page, complaints = await sit_down(browser, dangol)
    for number in range(PAGE + 1):
        await dangol.kakao(COMPLAINT, user=f"customer-{number}")
    await page.goto(address(dangol, "/console?view=all"))
    await page.get_by_role("link", name="더 보기").click()
    await expect(page.locator("#rows li")).to_have_count(PAGE + 1)
    await page.locator("#rows a").last.click()
    await expect(page.locator("#head")).to_be_visible()
    await page.go_back()
    await expect(page.locator("#rows li")).to_have_count(PAGE + 1)
    assert complaints == []


async def test_the_bar_of_a_long_name_fits_a_phone_and_its_menu_opens(
    start: Start, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(
        FAQ.read_text().replace("시험상점", "우리동네 따뜻한 수제 니트 공방 시험상점", 1)
    )
    dangol = await start(faq=str(path))
    page, _ = await sit_down(browser, dangol)
    await page.set_viewport_size({"width": 360, "height": 640})
    await dangol.kakao(COMPLAINT, user="customer-1")
    for place in (
        "/console",
        "/console/notices",
        "/console/reports",
        "/console/health",
        "/console/tickets/1",
    ):
        await page.goto(address(dangol, place))
        assert await page.evaluate("document.documentElement.scrollWidth") == 360, place
    menu = page.get_by_label(f"내 계정: {NAME}")
    await menu.click()
    await expect(page.get_by_role("link", name="비밀번호 바꾸기")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("link", name="비밀번호 바꾸기")).to_be_hidden()
    await expect(menu).to_be_focused()
    await menu.click()
    await page.get_by_role("button", name="로그아웃").click()
    await expect(page.get_by_role("button", name="로그인")).to_be_visible()


async def test_a_group_is_settled_from_the_list(dangol: Dangol, browser: Browser) -> None:
    page, complaints = await sit_down(browser, dangol)
    for user in ("customer-1", "customer-2"):
        await dangol.kakao(COMPLAINT, user=user)
    await page.get_by_text("모두에게 해결됐다고 알리기").click()
    await page.get_by_label("고객에게 보낼 말").fill("모두 새 상품을 보냈어요.")
    await dangol.kakao(COMPLAINT, user="customer-3")
    await expect(page.locator("#groups")).to_contain_text("고객 3명")
    await expect(page.get_by_label("고객에게 보낼 말")).to_have_value("모두 새 상품을 보냈어요.")
    await page.get_by_role("button", name="3명에게 알리고 해결하기").click()
    await expect(page.get_by_text("고객 3명에게 알리고 문의를 해결했어요.")).to_be_visible()
    await expect(page.get_by_text("지금 처리할 문의가 없어요")).to_be_visible()
    assert complaints == []


async def test_a_notice_is_refused_beside_the_form_then_put_up_and_taken_down(
    dangol: Dangol, browser: Browser
) -> None:
    page, _ = await sit_down(browser, dangol)
    await page.get_by_role("link", name="공지").click()
    await page.get_by_label("어떤 문의의 답을 바꿀까요?").select_option("배송비")
    await page.get_by_label("공지 내용").fill("배송이 늦어지고 있어요.")
    await page.get_by_label("언제까지").fill("2020-01-01T00:00")
    await page.get_by_role("button", name="공지 올리기").click()
    await expect(page.get_by_role("alert")).to_contain_text("이미 지났어요")
    await expect(page.get_by_label("공지 내용")).to_have_value("배송이 늦어지고 있어요.")
    await page.get_by_label("언제까지").fill("")
    await page.get_by_role("button", name="공지 올리기").click()
    await expect(page.get_by_text("지금 기다리는 고객은 없어요.")).to_be_visible()
    await page.get_by_role("button", name="배송비 공지 내리기").click()
    await expect(page.get_by_text("지금 올라가 있는 공지가 없어요.")).to_be_visible()


async def test_the_console_works_without_scripts(dangol: Dangol, browser: Browser) -> None:
    await dangol.parts.accounts.add(NAME, "operator", PASSWORD)
    async with visit(dangol.client) as customer:
        await complain(customer)
        page = await browser.new_page(java_script_enabled=False)
        await page.goto(address(dangol, "/console"))
        await page.fill("#name", NAME)
        await page.fill("#password", PASSWORD)
        await page.click("button")
        await page.click("text=상품 불량")
        await page.fill("#text", "오늘 다시 보내요.")
        await page.click("text=보내기")
        await expect(page.locator(".by-operator")).to_contain_text("오늘 다시 보내요.")
        await page.get_by_text("분류·우선순위 바꾸기").click()
        await page.get_by_label("우선순위").select_option("급함")
        await page.get_by_role("button", name="바꾸기", exact=True).click()
        await expect(page.locator("h1")).to_contain_text("급함")
        await page.get_by_role("button", name="해결").click()
        await expect(page.get_by_text("해결한 문의예요.")).to_be_visible()
