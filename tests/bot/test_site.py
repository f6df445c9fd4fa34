"""The public pages: the FAQ, and what monitors ask."""

from __future__ import annotations

import pytest

from tests.conftest import Dangol


async def test_the_faq_page_shows_every_entry_and_its_answer(dangol: Dangol) -> None:
    async with dangol.client.get("/faq") as response:
        assert response.status == 200
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        page = await response.text()
    for intent in dangol.parts.faqs.faq.intents:
        assert intent.title in page
        assert intent.answer.strip() in page
    assert "시험상점" in page
    assert 'href="https://example.com/orders"' in page
    assert '<link rel="icon" href="data:image/svg+xml,' in page


async def test_what_a_seller_writes_cannot_become_markup(dangol: Dangol) -> None:
    import intents  # noqa: PLC0415 - only here

    evil = (
        "intents:\n  - {id: a, title: '<b>x', phrases: [y], answer: '<script>alert(1)</script>'}\n"
    )
    dangol.parts.faqs.faq = intents.parse(evil)
    async with dangol.client.get("/faq") as response:
        page = await response.text()
    assert "<script>" not in page
    assert "<b>x" not in page


async def test_the_bare_address_leads_to_the_faq(dangol: Dangol) -> None:
    async with dangol.client.get("/", allow_redirects=False) as response:
        assert (response.status, response.headers["Location"]) == (302, "/faq")


async def test_health_ready_and_metrics_answer(dangol: Dangol) -> None:
    await dangol.kakao("배송비 얼마예요")
    async with dangol.client.get("/health") as response:
        assert await response.json() == {"status": "ok"}
    async with dangol.client.get("/metrics") as response:
        page = await response.text()
    assert 'dangol_messages_total{channel="kakao-skill",verdict="answer"} 1.0' in page
    assert 'dangol_message_seconds_count{channel="kakao-skill"} 1.0' in page


async def test_ready_tells_that_the_scheduler_stands_still(dangol: Dangol) -> None:
    async with dangol.client.get("/ready") as response:
        assert response.status == 503
        assert "plan" in (await response.json())["checks"]["scheduler"]


async def test_ready_is_ready(dangol: Dangol) -> None:
    for name in dangol.parts.jobs.names:
        await dangol.parts.jobs.run(name)
    async with dangol.client.get("/ready") as response:
        assert response.status == 200
        assert (await response.json())["checks"] == {
            "database": "ok",
            "scheduler": "ok",
            "faq": "ok",
        }


async def test_ready_tells_that_the_database_is_away(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> None:
        raise OSError

    for name in dangol.parts.jobs.names:
        await dangol.parts.jobs.run(name)
    site = next(r for r in dangol.client.app.router.routes() if "/ready" in str(r.resource))
    monkeypatch.setattr(site.handler.__self__, "_ping", away)  # type: ignore[attr-defined]  # a bound method
    async with dangol.client.get("/ready") as response:
        assert response.status == 503
        assert (await response.json())["checks"]["database"] == "away: OSError"


async def test_a_failing_job_is_logged_once_and_its_recovery_too(
    dangol: Dangol, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    failing = True

    async def moody() -> None:
        if failing:
            raise RuntimeError("no disk")

    monkeypatch.setattr(dangol.parts.jobs, "_table", {"plan": (1, moody)})
    for _ in range(3):
        await dangol.parts.jobs.run("plan")
    failing = False
    await dangol.parts.jobs.run("plan")
    messages = [r.getMessage() for r in caplog.records if r.name == "bot.jobs"]
    assert [m.split(" error")[0] for m in messages] == [
        "job failed name=plan",
        "job recovered name=plan",
    ]


async def test_an_unknown_page_is_404(dangol: Dangol) -> None:
    async with dangol.client.get("/nothing") as response:
        assert response.status == 404
        assert await response.text() == "그런 페이지는 없어요. 주소를 다시 확인해 주세요.\n"


async def test_an_address_of_a_form_says_so_when_it_is_opened(dangol: Dangol) -> None:
    async with dangol.client.get("/console/logout") as response:
        assert response.status == 405
        assert "앞 페이지로 돌아가" in await response.text()
