"""Whose business it is: a customer who names another company is seldom asking about this store."""

from collections.abc import Iterable

from intents.normalize import normalize


class Companies:
    """Names of well-known companies, without those that the store itself speaks of."""

    def __init__(self, names: Iterable[str], own: Iterable[str]) -> None:
        """`own` are texts of the store: who sells at a marketplace names it."""
        spoken = " ".join(map(normalize, own))
        self._names = tuple(name for name in map(normalize, names) if name not in spoken)

    def named(self, plain: str) -> str:
        """The first word of a normalised text that begins with such a name; empty without one.

        What follows the name is its particle: Korean glues them together.
        """
        return next((word for word in plain.split(" ") if word.startswith(self._names)), "")
