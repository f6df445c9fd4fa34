"""Which entry of a store's FAQ a customer's sentence means. Knows nothing of the bot."""

from intents.evaluate import Case, Failure, evaluate, read_cases, run_tests
from intents.faq import (
    Button,
    Caution,
    Faq,
    FaqError,
    Image,
    Intent,
    OpenHours,
    PingPlan,
    Problem,
    StoreInfo,
)
from intents.lint import advise
from intents.loader import load, parse
from intents.matcher import Candidate, Match, Matcher
from intents.report import Report

__all__ = [
    "Button",
    "Candidate",
    "Case",
    "Caution",
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
    "advise",
    "evaluate",
    "load",
    "parse",
    "read_cases",
    "run_tests",
]
