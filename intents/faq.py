"""What a store can answer, as frozen data: the content of `faq.yaml` after every check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import Final, Literal

from intents.texts import Texts

Ticket = Literal["none", "ask", "open"]
Caution = Literal["careful", "balanced", "bold"]

CATEGORIES: Final = (
    "order",
    "shipping",
    "refund",
    "exchange",
    "product_quality",
    "wrong_information",
    "service",
    "other",
)

#: Channels whose messages cost money, so that a cap on them means something.
PAID_CHANNELS: Final = ("kakao-skill",)

#: Details that the product knows how to ask for and how to read.
DETAILS: Final = (
    *("order_number", "when", "reason", "wish", "option", "address", "quantity", "phone", "name"),
)


#: What customers of any store complain of or want, by the name of its title among the texts.
STAND_INS: Final[Mapping[str, tuple[str, Ticket]]] = MappingProxyType(
    {
        "late": ("shipping", "open"),
        "faulty": ("product_quality", "open"),
        "wrong_item": ("exchange", "open"),
        "untrue": ("wrong_information", "open"),
        "service": ("service", "open"),
        "exchange": ("exchange", "ask"),
        "refund": ("refund", "ask"),
        "cancel": ("order", "ask"),
        "address": ("shipping", "ask"),
        "change": ("order", "ask"),
        "goods": ("other", "ask"),
        "order": ("order", "open"),
        "credit": ("other", "open"),
        "site": ("other", "open"),
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of a FAQ file: 1-based line, what is wrong and what to write instead (Korean)."""

    line: int
    message: str
    fix: str


#: Mistakes that are printed: of one that runs through a file the first few tell enough.
_MOST_SHOWN: Final = 20


class FaqError(Exception):
    """A FAQ that cannot be used. `problems` holds every mistake found, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...], source: str = "faq.yaml") -> None:
        super().__init__(problems, source)
        self.problems = problems
        self.source = source

    def __str__(self) -> str:
        """The mistakes as a person reads them: the first twenty, and how many more there are."""
        shown = self.problems[:_MOST_SHOWN]
        lines = [f"{self.source}:{p.line}: {p.message} ({p.fix})" for p in shown]
        rest = len(self.problems) - len(shown)
        return "\n".join([*lines, *([f"이 밖에 {rest}곳이 더 있어요."] if rest else [])])


@dataclass(frozen=True, slots=True)
class OpenHours:
    """A stretch of one day in which the store answers, in the store's own time; end after start."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreInfo:
    """The store. `hours` maps a weekday (0 is Monday) to its stretches; empty: always reachable.

    `dates`: days that are otherwise, with their stretches; none: closed. They go before holidays.
    """

    name: str = ""
    hours: Mapping[int, tuple[OpenHours, ...]] = field(default_factory=lambda: MappingProxyType({}))
    holidays: str | None = None
    dates: Mapping[date, tuple[OpenHours, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True)
class PingPlan:
    """How long a customer may be silent before each reminder, ascending; empty: no reminders.

    `park_after`: the silence after which a ticket that waits on its customer is parked. `quiet`:
    from when until when nothing is sent that nobody asked for, over midnight or not; None: never
    quiet.
    """

    after: tuple[timedelta, ...] = (timedelta(minutes=30), timedelta(hours=24))
    park_after: timedelta = timedelta(hours=72)
    # Korea's Network Act, article 50: what was not asked for needs consent of its own at night.
    quiet: tuple[time, time] | None = (time(21), time(8))


@dataclass(frozen=True, slots=True)
class Targets:
    """Within how much opening time the store answers: a new matter, a further line, by urgency.

    `categories` takes the place of `first` and `next` for some categories.
    """

    first: timedelta = timedelta(hours=16)
    next: timedelta = timedelta(hours=16)
    high: timedelta = timedelta(hours=4)
    urgent: timedelta = timedelta(hours=2)
    categories: Mapping[str, timedelta] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, category: str, priority: int, *, answered: bool) -> timedelta:
        """The target of a ticket; `answered`: the store has answered it before."""
        usual = self.categories.get(category, self.next if answered else self.first)
        if priority == 0:
            return usual
        return min(usual, self.urgent if priority > 1 else self.high)


@dataclass(frozen=True, slots=True)
class Detail:
    """Something a ticket of an entry needs from the customer; `ask` is the seller's own question.

    Those in `DETAILS` are understood in free text and need no question.
    """

    id: str
    ask: str = ""


#: Where what a category usually needs is not what these need.
_NEEDED: Final[Mapping[str, tuple[Detail, ...]]] = MappingProxyType(
    {
        "wrong_item": (Detail("order_number"), Detail("wish")),
        "exchange": (Detail("order_number"), Detail("option", "무엇으로 바꿔 드릴까요?")),
        "address": (Detail("order_number"), Detail("address")),
        "site": (),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A choice under an answer: exactly one of `message` (the customer says it), `url`, `phone`."""

    label: str
    message: str | None = None
    url: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture sent with an answer; `alt` is empty when the seller wrote none."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One entry: what a customer can want, in which words, and what the store says to it.

    `details` is None where the seller wrote none: then the category says what a ticket needs.
    `listed` is False for what is only answered when it is said (greetings, thanks): it is neither
    offered as a choice nor shown on the public FAQ page. Lines are 1-based; `phrase_lines` has one
    for every phrase (none for an entry that was not read from a file), `key_lines` one for every
    key that was written.
    """

    id: str
    title: str
    category: str = "other"
    phrases: tuple[str, ...]
    answer: str
    answer_off_hours: str | None = None
    buttons: tuple[Button, ...] = ()
    images: tuple[Image, ...] = ()
    follow_ups: tuple[str, ...] = ()
    ticket: Ticket = "none"
    details: tuple[Detail, ...] | None = None
    listed: bool = True
    valid_from: date | None = None
    valid_until: date | None = None
    tests: tuple[str, ...] = ()
    line: int = 1
    answer_line: int = field(default=1, compare=False)
    phrase_lines: tuple[int, ...] = field(default=(), compare=False, repr=False)
    key_lines: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    @property
    def has_dates(self) -> bool:
        """Whether there are days on which the entry does not count."""
        return self.valid_from is not None or self.valid_until is not None

    def line_of_phrase(self, place: int) -> int:
        """The line of the phrase at `place` (from 0); of the entry when that is not known."""
        return self.phrase_lines[place] if place < len(self.phrase_lines) else self.line

    def line_of_key(self, key: str) -> int:
        """The line on which `key` was written; of the entry when it was not."""
        return self.key_lines.get(key, self.line)

    def valid_on(self, day: date) -> bool:
        """Whether the entry counts on `day`; both ends of its validity are inclusive."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A whole checked file. `source` is the name used in messages, usually a path.

    `caution`: how sure the matcher must be before it answers. `monthly_cap`: by channel, what its
    messages may cost in a calendar month, in won; a channel that is not named has no cap.
    `text_lines`: where each of the seller's own `texts` was written.
    """

    version: int = 1
    source: str = "faq.yaml"
    store: StoreInfo = field(default_factory=StoreInfo)
    pings: PingPlan = field(default_factory=PingPlan)
    targets: Targets = field(default_factory=Targets)
    caution: Caution = "balanced"
    texts: Texts = field(default_factory=Texts, repr=False)
    text_lines: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )
    monthly_cap: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    intents: tuple[Intent, ...]
    #: What any store must take in, by the names of `STAND_INS`, be an entry for it or not.
    stand_ins: Mapping[str, Intent] = field(init=False, repr=False, compare=False)
    #: By category, and under `""` of all: the entries whose matter is filed when it is asked for.
    asked: Mapping[str, tuple[Intent, ...]] = field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, Intent] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stand_ins = {name: _stand_in(name, self.texts) for name in STAND_INS}
        entries = (*stand_ins.values(), *self.intents)
        object.__setattr__(self, "stand_ins", MappingProxyType(stand_ins))
        by_id = MappingProxyType({intent.id: intent for intent in entries})
        object.__setattr__(self, "_by_id", by_id)
        asked: dict[str, tuple[Intent, ...]] = {}
        for intent in (one for one in self.intents if one.ticket == "ask"):
            for category in ("", intent.category):
                asked[category] = (*asked.get(category, ()), intent)
        object.__setattr__(self, "asked", MappingProxyType(asked))

    def get(self, intent_id: str) -> Intent | None:
        """The entry of that id, or None."""
        return self._by_id.get(intent_id)


def _stand_in(name: str, texts: Texts) -> Intent:
    """The entry for what the seller wrote none for: Dangol's own words, and nothing promised.

    No entry of a seller has such an id: a hyphen is none of its letters.
    """
    category, ticket = STAND_INS[name]
    title: str = getattr(texts, f"matter_{name}")
    taken = f"{texts.sorry} {texts.filed_at_once(title)}"
    return Intent(
        id=f"unlisted-{name}",
        title=title,
        category=category,
        phrases=(),
        answer=taken if ticket == "open" else texts.not_in_faq,
        ticket=ticket,
        details=_NEEDED.get(name),
    )
