"""What a line wants: the part of it that the matcher shall read."""

from __future__ import annotations

from bot.dialog import extract, manner


def gist(text: str) -> str:
    """The text without courtesies and occasions, numbers of orders and phones, an address."""
    return extract.essence(manner.without_occasion(manner.beside_courtesy(text)))
