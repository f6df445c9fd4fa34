"""What a chat page may say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.webchat.frames import TEXT_LIMIT, FrameError, Hello, Said, parse

_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_ids = st.text("abcdefABCDEF0123456789-", min_size=1, max_size=64)
_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(st.text() | st.binary() | st.none())
def test_whatever_arrives_is_understood_or_refused_in_words(data: object) -> None:
    _understood_or_refused(data)


@given(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["hello", "message"])},
        optional=dict.fromkeys(["after", "id", "text", "tap"], _anything),
    )
)
def test_a_frame_with_wrong_types_is_understood_or_refused_in_words(frame: object) -> None:
    _understood_or_refused(json.dumps(frame))


def _understood_or_refused(data: object) -> None:
    words = ""
    try:
        meant = parse(data)
    except FrameError as refusal:
        words = str(refusal)
    assert words.endswith("주세요.") if words else isinstance(meant, Hello | Said)


@given(
    own=_ids, text=_words.filter(str.strip), tap=st.none() | _words.filter(lambda t: len(t) < 99)
)
def test_a_line_arrives_as_it_was_written_without_the_space_around_it(
    own: str, text: str, tap: str | None
) -> None:
    frame = json.dumps({"type": "message", "id": own, "text": f"\n {text} ", "tap": tap})
    assert parse(frame) == Said(id=own, text=text.strip(), tap=tap)


@pytest.mark.parametrize("text", ["", "  \n ", "가" * (TEXT_LIMIT + 1), "안\0녕", "안\ud800녕"])
def test_a_text_that_cannot_be_stored_is_refused_with_its_id(text: str) -> None:
    with pytest.raises(FrameError) as refused:
        parse(json.dumps({"type": "message", "id": "a-1", "text": text}))
    assert refused.value.id == "a-1"


def test_the_longest_text_counts_characters_and_not_the_space_around_them() -> None:
    frame = json.dumps({"type": "message", "id": "a", "text": "가" * TEXT_LIMIT + " "})
    assert parse(frame) == Said(id="a", text="가" * TEXT_LIMIT)


@pytest.mark.parametrize("after", [-1, 2**31, True, 1.5, "1", None])
def test_a_place_that_no_conversation_has_is_refused(after: object) -> None:
    with pytest.raises(FrameError):
        parse(json.dumps({"type": "hello", "after": after}))


@pytest.mark.parametrize("own", ["", "a" * 65, "a b", "가", "a\n", 1, None])
def test_an_id_that_is_not_one_is_refused(own: object) -> None:
    with pytest.raises(FrameError) as refused:
        parse(json.dumps({"type": "message", "id": own, "text": "안녕하세요"}))
    assert refused.value.id is None


def test_json_nested_too_deep_is_refused() -> None:
    with pytest.raises(FrameError):
        parse("[" * 60_000)
