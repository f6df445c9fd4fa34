"""The FAQ is live: a save counts at once, a broken one changes nothing and says why."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from bot.faqs import LiveFaq
from tests import kakao
from tests.conftest import FAQ, Clock, Dangol, Start


@pytest.fixture
async def edited(start: Start, tmp_path: Path) -> tuple[Dangol, Path]:
    """A server whose FAQ a test may edit."""
    path = tmp_path / "faq.yaml"
    shutil.copy(FAQ, path)
    return await start(faq=str(path)), path


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text()
    assert old in content
    path.write_text(content.replace(old, new))


async def test_a_save_answers_after_the_next_look(edited: tuple[Dangol, Path]) -> None:
    dangol, path = edited
    edit(path, "배송비는 3,000원이에요.", "배송비는 2,500원이에요.")
    assert await dangol.parts.faqs.refresh()
    assert not await dangol.parts.faqs.refresh()
    assert "2,500원" in kakao.texts(await dangol.kakao("배송비 얼마예요"))


async def test_a_broken_save_keeps_the_old_one_and_says_why(
    edited: tuple[Dangol, Path], caplog: pytest.LogCaptureFixture
) -> None:
    dangol, path = edited
    edit(path, "ticket: ask", "tikcet: ask")
    caplog.set_level(logging.INFO)
    await dangol.parts.faqs.refresh()
    (problem,) = dangol.parts.faqs.problems
    line = path.read_text().split("\n").index("    tikcet: ask") + 1
    assert problem.line == line
    assert "ticket" in problem.fix
    assert f"line={line}" in caplog.text
    assert "환불은 상품을" in kakao.texts(await dangol.kakao("환불해 주세요"))
    async with dangol.client.get("/ready") as response:
        assert (await response.json())["checks"]["faq"] == "the last good one answers"
    edit(path, "tikcet", "ticket")
    await dangol.parts.faqs.refresh()
    assert dangol.parts.faqs.problems == ()


async def test_a_file_that_is_gone_for_a_moment_changes_nothing(
    edited: tuple[Dangol, Path],
) -> None:
    dangol, path = edited
    content = path.read_text()
    path.unlink()
    await dangol.parts.faqs.refresh()
    assert dangol.parts.faqs.problems
    assert "3,000원" in kakao.texts(await dangol.kakao("배송비 얼마예요"))
    path.write_text(content)
    await dangol.parts.faqs.refresh()
    assert dangol.parts.faqs.problems == ()


async def test_an_entry_out_of_its_dates_is_not_offered(
    edited: tuple[Dangol, Path], clock: Clock
) -> None:
    dangol, path = edited
    edit(path, "  - id: shipping_fee\n", "  - id: shipping_fee\n    valid: {until: 2026-11-25}\n")
    await dangol.parts.faqs.refresh()
    assert "3,000원" in kakao.texts(await dangol.kakao("배송비 얼마예요"))
    clock.pass_(days=1)
    assert "3,000원" not in kakao.texts(await dangol.kakao("배송비 얼마예요"))


async def test_the_scheduler_looks_within_three_seconds(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "faq.yaml"
    shutil.copy(FAQ, path)
    dangol = await start(faq=str(path), scheduled=True)
    assert dangol.parts.jobs._table["faq"][0] <= 2
    edit(path, "배송비는 3,000원이에요.", "배송비는 2,500원이에요.")
    loaded = dangol.parts.faqs.faq
    for _ in range(300):
        if dangol.parts.faqs.faq is not loaded:
            break
        await dangol.client.get("/health")
    else:
        await dangol.parts.jobs.run("faq")
    assert "2,500원" in kakao.texts(await dangol.kakao("배송비 얼마예요"))


def test_a_first_faq_that_is_broken_is_told_at_the_start(tmp_path: Path, clock: Clock) -> None:
    import intents  # noqa: PLC0415 - only here

    path = tmp_path / "faq.yaml"
    path.write_text("intents: []\n")
    with pytest.raises(intents.FaqError):
        LiveFaq(str(path), clock)
