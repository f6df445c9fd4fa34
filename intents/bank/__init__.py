"""What ships beside the FAQ: how customers of stores write, and what is no store's business.

`store.tsv` (topic, line) holds lines of customers about every matter of an online store,
`elsewhere.tsv` (kind, line) lines a store's desk should not answer, `loanwords.tsv` English words
as Koreans say them, `companies.txt` names of other companies, `talk.txt` what customers say in the
middle of conversations, spelled well and about nothing in particular. All were written for this
product; none is from a customer or a data set.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from intents.normalize import normalize


@cache
def store() -> tuple[tuple[str, str], ...]:
    """(topic, normalised line) of customers about a store's matters."""
    return _rows("store.tsv")


@cache
def elsewhere() -> tuple[tuple[str, str], ...]:
    """(kind, normalised line) that is for no store; lines without words are left out."""
    return _rows("elsewhere.tsv")


@cache
def talk() -> tuple[str, ...]:
    """Lines of conversations, normalised, each spelled and spaced as the dictionary has it."""
    return tuple((files(__name__) / "talk.txt").read_text(encoding="utf-8").splitlines())


@cache
def loanwords() -> Mapping[str, str]:
    """English word to the Korean word that customers use for it."""
    return MappingProxyType(dict(_table("loanwords.tsv")))


@cache
def companies() -> tuple[str, ...]:
    """Names of companies whose customers write to the wrong desk."""
    return tuple((files(__name__) / "companies.txt").read_text(encoding="utf-8").split())


def _rows(name: str) -> tuple[tuple[str, str], ...]:
    rows = ((label, normalize(text)) for label, text in _table(name))
    return tuple((label, line) for label, line in rows if line)


def _table(name: str) -> list[tuple[str, str]]:
    text = (files(__name__) / name).read_text(encoding="utf-8")
    pairs = (line.split("\t", 1) for line in text.splitlines() if line)
    return [(first, second) for first, second in pairs]
