"""The JSON Schema that editors read says of a file what the loader says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft7Validator

from intents import attachments, caps, document, entries, loader, schedule
from intents.entries import MAX_ANSWER, MAX_ID, MAX_PHRASE, MAX_TITLE
from intents.faq import CATEGORIES, DETAILS, PAID_CHANNELS, FaqError
from tests.intents.faqs import BAKERY, entry
from tests.intents.test_faq import ENTRY_PROBLEMS, FILE_PROBLEMS, FULL

ROOT: Final = Path(__file__).parents[2]
SCHEMA: Final[dict[str, Any]] = json.loads((ROOT / "docs/faq.schema.json").read_text("utf-8"))
VALIDATOR: Final = Draft7Validator(SCHEMA)
INTENT: Final = SCHEMA["definitions"]["intent"]["properties"]
TOP: Final = SCHEMA["properties"]
FENCED: Final = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2, core schema): `no` is a word and 10:00 is no number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "~|null|Null|NULL|", "~nN"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first, ""]
    )

Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def complaints(text: str) -> list[str]:
    """What an editor underlines in the YAML `text`."""
    content = yaml.load(text, Loader=Core)  # noqa: S506 - a SafeLoader with fewer tags
    return [error.message for error in VALIDATOR.iter_errors(content)]


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["faq.yaml", "tests/faq.yaml"])
def test_our_own_files_are_valid(name: str) -> None:
    assert complaints((ROOT / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["docs/faq.md", "docs/faq.ko.md"])
def test_the_examples_of_the_docs_are_valid_and_load(name: str) -> None:
    examples = FENCED.findall((ROOT / name).read_text("utf-8"))
    assert len(examples) == 2
    for example in examples:
        assert complaints(example) == []
        assert loader.parse(example).intents


@pytest.mark.parametrize("text", [FULL, BAKERY, entry(), entry("title:\nvalid:\nbuttons:")])
def test_what_the_loader_takes_is_valid(text: str) -> None:
    assert loader.parse(text).intents
    assert complaints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"store: {{hours: {{{day}: '9:00~24:00'}}}}"
            for day in ("Mon", "SUNDAY", "월~수", "평일")
        ),
        *(
            f"store: {{hours: {{mon: {word}}}}}"
            for word in ("휴무", "Closed", "off", "[10:00-12:00]")
        ),
        *(f"pings: {{after: [{wait}]}}" for wait in ("1s", "30 m", "024h", "365d", "31536000s")),
        *(f"caution: {word}" for word in loader.CAUTIONS),
        *(
            f"monthly_cap:\n  kakao-skill: {won}"
            for won in (
                "0",
                "15",
                "100000000",
                "30,000",
                "30000원",
                "1,234,567 원",
                "'100,000,000'",
            )
        ),
        "monthly_cap:",
        *("pings: {after: []}", "version: '1'", "store:", "caution:"),
    ],
)
def test_every_way_to_write_a_value_is_valid(text: str) -> None:
    loader.parse(f"{text}\n{entry()}")
    assert complaints(f"{text}\n{entry()}") == []


@pytest.mark.parametrize(
    "extra",
    [
        "buttons: [{label: 전화, phone: 0212345678}]",
        "buttons: [{label: 전화, phone: +82 2 000 0000}, {label: 말하기}]",
        "links: [{label: 가, url: 'HTTP://a.kr?b#c'}]",
        "tests: [240, yes, true, '3.5']",
        "answer_off_hours: " + "가" * MAX_ANSWER,
        "answer_off_hours: |\n  가" + " 나" * (MAX_ANSWER // 2 - 1) + "다\n\n",
        "valid: {until: 2028-02-29}",
    ],
)
def test_every_way_to_write_a_key_of_an_entry_is_valid(extra: str) -> None:
    loader.parse(entry(extra))
    assert complaints(entry(extra)) == []


#: What only the loader sees: how values stand to each other, characters, YAML itself.
ONLY_LOADED: Final = re.compile(
    'title: (?:"\\\\0|&a|!|\\[\\[)|answer: 또|\\[a\\]: b|follow_ups|2026-02-30|02-01$|라, url'
)
ONLY_LOADED_FILES: Final = (
    "두 번",
    "겹쳐요",
    "끝이 시작보다",
    "짧은 시간부터",
    "마지막 알림",
    "'---'",
    "'&'",
)


@pytest.mark.parametrize(
    "extra", [extra for extra, *_ in ENTRY_PROBLEMS if not ONLY_LOADED.search(extra)]
)
def test_a_mistake_in_an_entry_is_underlined(extra: str) -> None:
    assert complaints(entry(extra))


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, _, words in FILE_PROBLEMS
        if not words.startswith(ONLY_LOADED_FILES) and "비교할 글자" not in words
    ],
)
def test_a_mistake_in_a_file_is_underlined(text: str) -> None:
    assert complaints(text)


@pytest.mark.parametrize("caution", ["bald", "Careful", "신중하게", "1"])
def test_a_wrong_caution_is_a_mistake_to_both(caution: str) -> None:
    text = f"caution: {caution}\n{entry()}"
    with pytest.raises(FaqError):
        loader.parse(text)
    assert complaints(text)


def test_the_schema_has_the_keys_of_the_loader() -> None:
    button = INTENT["buttons"]["items"]["anyOf"][1]
    image = INTENT["images"]["items"]["anyOf"][1]
    assert set(TOP) == set(loader.KEYS)
    assert set(TOP["store"]["properties"]) == set(schedule.STORE_KEYS)
    assert set(TOP["pings"]["properties"]) == set(schedule.PINGS_KEYS)
    targets = TOP["targets"]["properties"]
    assert set(targets) == set(schedule.TARGETS_KEYS)
    assert set(targets["categories"]["properties"]) == set(CATEGORIES)
    assert set(TOP["monthly_cap"]["properties"]) == set(PAID_CHANNELS)
    assert set(INTENT) == set(entries.KEYS)
    named, own = INTENT["details"]["items"]["anyOf"]
    assert set(named["enum"]) == set(DETAILS)
    assert set(own["properties"]) == set(entries.DETAIL_KEYS)
    assert set(INTENT["valid"]["properties"]) == set(entries.VALID_KEYS)
    assert set(button["properties"]) == set(attachments.BUTTON_KEYS)
    assert set(INTENT["links"]["items"]["properties"]) == set(attachments.LINK_KEYS)
    assert set(image["properties"]) == set(attachments.IMAGE_KEYS)


def test_a_mistyped_colon_is_recognised_behind_every_key() -> None:
    assert {key for part in _parts(SCHEMA) for key in part["properties"]} == document._KNOWN_KEYS


def test_the_schema_has_the_words_and_limits_of_the_loader() -> None:
    assert set(TOP["caution"]["enum"]) == {*loader.CAUTIONS, None}
    assert set(INTENT["category"]["enum"]) == {*CATEGORIES, None}
    assert TOP["pings"]["properties"]["after"]["maxItems"] == schedule.MAX_PINGS
    assert TOP["monthly_cap"]["properties"]["kakao-skill"]["maximum"] == caps.MAX_WON
    assert TOP["store"]["properties"]["name"]["maxLength"] == schedule.NAME_LIMIT
    assert INTENT["id"]["maxLength"] == MAX_ID
    assert INTENT["title"]["maxLength"] == MAX_TITLE
    assert INTENT["phrases"]["items"]["maxLength"] == MAX_PHRASE
    assert INTENT["buttons"]["maxItems"] == INTENT["links"]["maxItems"] == attachments.MAX_BUTTONS
    label = INTENT["links"]["items"]["properties"]["label"]
    assert label["maxLength"] == attachments.MAX_LABEL


def test_every_part_is_closed_and_explained_in_korean() -> None:
    parts = list(_parts(SCHEMA))
    assert len(parts) == 13
    for part in parts:
        assert part["additionalProperties"] is False
        for key, value in part["properties"].items():
            assert re.search("[가-힣](?:요|에요|예요)\\.$", value["description"]), key


def _parts(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of the schema that has named keys."""
    if isinstance(schema, list):
        for item in schema:
            yield from _parts(item)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and "additionalProperties" in schema:
            yield schema
        for value in schema.values():
            yield from _parts(value)


def test_the_shipped_faq_tells_editors_of_the_schema() -> None:
    first, _ = (ROOT / "faq.yaml").read_text("utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=docs/faq.schema.json"
