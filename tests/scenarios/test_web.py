"""Whole conversations once more, in the web chat.

It takes no photos, and an open page shows at once what would be pushed later: those are left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Start
from tests.scenarios.runner import faq_text, load
from tests.scenarios.test_scenarios import IN_THE_WEB_CHAT, NAMED, SHIPPED
from tests.scenarios.web import WebPlay, fits

HERE = [path for path in NAMED if fits(path)]


async def play(path: Path, start: Start, tmp_path: Path) -> None:
    """The whole of one conversation, or UnmetError."""
    scenario = load(path)
    faq = tmp_path / "faq.yaml"
    faq.write_text(faq_text(SHIPPED, scenario), encoding="utf-8")
    await WebPlay(await start(faq=str(faq)), scenario, path.name).run()


@pytest.mark.further
@pytest.mark.parametrize("path", HERE, ids=lambda path: path.stem)
async def test_scenario_in_the_web_chat(path: Path, start: Start, tmp_path: Path) -> None:
    await play(path, start, tmp_path)


@pytest.mark.further
@pytest.mark.one_database
@pytest.mark.parametrize("path", IN_THE_WEB_CHAT, ids=lambda path: path.stem)
async def test_more_in_the_web_chat(path: Path, start: Start, tmp_path: Path) -> None:
    await play(path, start, tmp_path)
