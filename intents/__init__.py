"""Which entry of a store's FAQ a customer's sentence means. Knows nothing of the bot."""

from intents.embedding import EmbeddingError
from intents.evaluate import Case, Failure, evaluate, read_cases, run_tests
from intents.faq import (
    Button,
    Caution,
    Detail,
    Faq,
    FaqError,
    Image,
    Intent,
    OpenHours,
    PingPlan,
    Problem,
    StoreInfo,
)
from intents.lint import advise, left_out
from intents.loader import load, parse
from intents.matcher import Candidate, Glance, Match, Matcher
from intents.meaning import Meaning
from intents.report import Report
from intents.sentences import Sentence, quote
from intents.texts import Texts

__all__ = [
    "Button",
    "Candidate",
    "Case",
    "Caution",
    "Detail",
    "EmbeddingError",
    "Failure",
    "Faq",
    "FaqError",
    "Glance",
    "Image",
    "Intent",
    "Match",
    "Matcher",
    "Meaning",
    "OpenHours",
    "PingPlan",
    "Problem",
    "Report",
    "Sentence",
    "StoreInfo",
    "Texts",
    "advise",
    "evaluate",
    "left_out",
    "load",
    "parse",
    "quote",
    "read_cases",
    "run_tests",
]
