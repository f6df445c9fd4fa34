"""Whole conversations, written down as data, played over HTTP; the named ones on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Start
from tests.kakao import EventApi
from tests.scenarios.runner import Play, UnmetError, faq_text, load
from tests.scenarios.web import fits

HERE = Path(__file__).parent
SHIPPED = HERE.parent.parent / "faq.yaml"
PUSH = {"kakao_event_key": "key", "kakao_event_name": "dangol", "kakao_bot_id": "bot-1"}
FILES = sorted(HERE.glob("*.yaml"))


NAMED = [path for path in FILES if path.stem.startswith("s")]
FURTHER = [path for path in FILES if path not in NAMED]
#: Further conversations are played once: every other one there, on the other database.
IN_THE_WEB_CHAT = [path for path in FURTHER if fits(path)][::2]
MORE = [path for path in FURTHER if path not in IN_THE_WEB_CHAT]


async def play(path: Path, start: Start, url: str, tmp_path: Path) -> None:
    """The whole of one conversation, or UnmetError."""
    scenario = load(path)
    faq = tmp_path / "faq.yaml"
    faq.write_text(faq_text(SHIPPED, scenario), encoding="utf-8")
    dangol = await start(faq=str(faq), kakao_event_url=url, **PUSH)
    await Play(dangol, scenario, path.name).run()


@pytest.mark.parametrize("path", NAMED, ids=lambda path: path.stem)
async def test_scenario(
    path: Path, start: Start, event_api: tuple[EventApi, str], tmp_path: Path
) -> None:
    await play(path, start, event_api[1], tmp_path)


# The rest is played in the web chat, on the other one.
@pytest.mark.further
@pytest.mark.other_database
@pytest.mark.parametrize("path", MORE, ids=lambda path: path.stem)
async def test_more(
    path: Path, start: Start, event_api: tuple[EventApi, str], tmp_path: Path
) -> None:
    await play(path, start, event_api[1], tmp_path)


def test_the_scenarios_are_all_there() -> None:
    assert len(NAMED) == 25


def test_an_unknown_key_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("start: 2024-03-11 14:00\nsteps:\n  - {costumer: 네}\n", encoding="utf-8")
    with pytest.raises(UnmetError, match="costumer"):
        load(path)
