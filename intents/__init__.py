"""Which entry of a store's FAQ a customer's sentence means. Knows nothing of the bot."""

from intents.evaluate import Case, Failure, Report, evaluate, read_cases, run_tests
from intents.faq import (
    Button,
    Faq,
    FaqError,
    Image,
    Intent,
    OpenHours,
    PingPlan,
    Problem,
    StoreInfo,
)
from intents.loader import load, parse
from intents.matcher import Candidate, Match, Matcher

__all__ = [
    "Button",
    "Candidate",
    "Case",
    "Failure",
    "Faq",
    "FaqError",
    "Image",
    "Intent",
    "Match",
    "Matcher",
    "OpenHours",
    "PingPlan",
    "Problem",
    "Report",
    "StoreInfo",
    "evaluate",
    "load",
    "parse",
    "read_cases",
    "run_tests",
]
