"""The choices that are the bot's own, by what a tap on them means."""

from __future__ import annotations

from bot.model import Choice
from intents import Texts


def call(texts: Texts) -> Choice:
    """The way to a person."""
    return Choice(texts.button_call, texts.button_call, "human")


def call_or_try(texts: Texts) -> tuple[Choice, ...]:
    """A person, or other words."""
    return call(texts), Choice(texts.button_again, texts.button_again, "no")


def file_or_not(texts: Texts) -> tuple[Choice, ...]:
    """A ticket, or none."""
    return (
        Choice(texts.button_file, texts.button_file, "yes"),
        Choice(texts.button_decline, texts.button_decline, "no"),
    )


def right_or_not(texts: Texts, intent_id: str) -> tuple[Choice, ...]:
    """This entry was meant, or another."""
    return (
        Choice(texts.button_yes, texts.button_yes, f"intent:{intent_id}"),
        Choice(texts.button_no, texts.button_no, "no"),
    )


def wishes(texts: Texts, *, missing: bool = False) -> tuple[Choice, ...]:
    """What shall become of the goods: words, as if the customer had typed them.

    `missing`: some of them did not come, and can be sent.
    """
    labels = (texts.button_exchange, texts.button_refund)
    first = (texts.button_send,) if missing else ()
    return tuple(Choice(label, label, "") for label in (*first, *labels))
