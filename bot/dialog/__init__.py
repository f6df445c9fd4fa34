"""The dialogue's rules: pure functions from what was said to what is done."""

from bot.dialog import survey
from bot.dialog.decide import decide, repair
from bot.dialog.gist import glance
from bot.dialog.owing import next_turn
from bot.dialog.promised import topics as promises
from bot.dialog.remind import begin_silence, park, remind, schedule

__all__ = [
    "begin_silence",
    "decide",
    "glance",
    "next_turn",
    "park",
    "promises",
    "remind",
    "repair",
    "schedule",
    "survey",
]
