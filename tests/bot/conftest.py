"""The shipped FAQ and its matcher by letters, read once for all tests that ask for them."""

import pytest

import intents
from benchmarks.first_lines import FAQ
from intents import Faq, Matcher


@pytest.fixture(scope="session")
def faq() -> Faq:
    return intents.load(FAQ)


@pytest.fixture(scope="session")
def matcher(faq: Faq) -> Matcher:
    return Matcher(faq, meaning=None)
