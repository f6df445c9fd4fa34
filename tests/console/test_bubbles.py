"""A conversation as bubbles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import bubbles
from bot.model import Message

START = datetime(2026, 11, 25, 14, 50, tzinfo=UTC)  # 23:50 in Seoul


def line(seq: int, author: Any = "customer", minutes: int = 0, **body: Any) -> Message:
    return Message(
        conversation_id=1,
        seq=seq,
        author=author,
        body={"text": "", **body},
        created_at=START + timedelta(minutes=minutes),
        operator_id=7 if author == "operator" else None,
    )


def test_a_date_goes_above_the_first_line_of_each_day_in_seoul() -> None:
    drawn = bubbles.draw([line(1), line(2, minutes=9), line(3, minutes=10)], "고객 1A2B", {})
    assert [bubble.day for bubble in drawn] == [
        "2026년 11월 25일 수요일",
        "",
        "2026년 11월 26일 목요일",
    ]


def test_the_speaker_is_named_when_he_changes_and_on_a_new_day() -> None:
    said = [line(1), line(2), line(3, "bot"), line(4, "operator"), line(5, "operator", 15)]
    drawn = bubbles.draw(said, "고객 1A2B", {7: "박지현"})
    assert [bubble.who for bubble in drawn] == [
        "고객 1A2B",
        "",
        "봇",
        "상담원 박지현",
        "상담원 박지현",
    ]


def test_an_operator_whose_account_is_gone_is_still_an_operator() -> None:
    assert bubbles.draw([line(1, "operator")], "고객", {})[0].who == "상담원"


def test_buttons_and_choices_are_shown_as_chips_and_a_tap_is_marked() -> None:
    said = line(1, "bot", buttons=[{"label": "조회"}], choices=[{"label": "네"}], tap="yes")
    (bubble,) = bubbles.draw([said], "고객", {})
    assert bubble.chips == ("조회", "네")
    assert bubble.tapped


def test_only_pictures_with_a_safe_address_are_linked_and_only_https_ones_loaded() -> None:
    urls = ["https://example.com/a.jpg", "http://example.com/a.jpg", "javascript:alert(1)"]
    (bubble,) = bubbles.draw([line(1, images=[{"url": url} for url in urls])], "고객", {})
    assert [(picture.url, picture.shown) for picture in bubble.pictures] == [
        (urls[0], True),
        (urls[1], False),
        ("", False),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("여기 https://example.com/a?b=1&c=2에서 봐요", "https://example.com/a?b=1&c=2"),
        ("(https://example.com/a)", "https://example.com/a"),
        ("https://example.com/a_(b).", "https://example.com/a_(b)"),
        ("정말 https://example.com!?", "https://example.com"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert [piece.url for piece in bubbles.pieces(text) if piece.url] == [url]


@given(st.text(st.sampled_from("htps:/.,()?!가 \na") | st.characters(), max_size=60))
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    cut = bubbles.pieces(f"{text}https://a.kr/{text}")
    assert "".join(piece.text for piece in cut) == f"{text}https://a.kr/{text}"
    assert all(piece.text for piece in cut)
    assert all(piece.url in {"", piece.text} for piece in cut)
