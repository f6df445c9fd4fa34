"""Any reply becomes bubbles that Kakao shows, with as much of it as there is room for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import kakao_bubbles, kakao_skill
from bot.channels.kakao_bubbles import bubbles, skill_response, split, width
from bot.model import Choice, Reply
from intents import Button, Image, Sentence
from tests import kakao

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
THUMB = "\U0001f44d\U0001f3fd"
HEART = "\u2764\ufe0f"

LETTERS = st.characters(exclude_categories=["Cs"])
LINES = st.text(st.one_of(st.sampled_from(f"가나다 \n😊{FAMILY}{THUMB}{HEART}"), LETTERS))
LONG = st.builds(
    lambda line, times: line * times, st.text(LETTERS, min_size=1), st.integers(1, 400)
)
LABELS = st.text(LETTERS, min_size=1, max_size=60)
BUTTONS = st.one_of(
    st.builds(Button, label=LABELS, message=LABELS),
    st.builds(Button, label=LABELS, url=st.just("https://example.com/" + "a" * 80)),
    st.builds(Button, label=LABELS, phone=st.just("02-000-0000")),
)
CHOICES = st.builds(Choice, LABELS, LABELS, st.just("intent:refund"))
IMAGES = st.builds(Image, url=st.just("https://example.com/a.png"), alt=st.text(LETTERS))
REPLIES = st.builds(
    Reply,
    text=st.one_of(LINES, LONG.map(lambda text: text[:3000])),
    buttons=st.lists(BUTTONS, max_size=3).map(tuple),
    choices=st.lists(CHOICES, max_size=14).map(tuple),
    images=st.lists(IMAGES, max_size=5).map(tuple),
)

LINK = Button(label="주문 내역", url="https://example.com/orders")


def kinds(reply: Reply, room: int = 3) -> list[str]:
    return [kind for bubble in bubbles(reply, room) for kind in bubble]


@given(st.lists(REPLIES, max_size=5))
def test_any_replies_make_a_valid_response(replies: list[Reply]) -> None:
    kakao.check_skill_response(kakao_skill.render(replies))


@given(REPLIES, st.integers(0, 3))
def test_a_reply_takes_no_more_bubbles_than_there_is_room(reply: Reply, room: int) -> None:
    assert len(bubbles(reply, room)) <= room
    assert bool(bubbles(reply, room)) == bool(room)


@given(st.lists(REPLIES, min_size=1, max_size=3))
def test_each_of_three_replies_is_seen(replies: list[Reply]) -> None:
    template = skill_response(replies)["template"]
    shown = kakao.texts({"template": template})
    for reply in replies:
        assert reply.text.strip()[:5].strip() in shown


@given(st.one_of(LINES, LONG), st.integers(1, 3))
def test_a_text_is_cut_only_when_it_cannot_fit(text: str, most: int) -> None:
    parts = split(text, most)
    assert 1 <= len(parts) <= most
    assert all(0 < width(part) <= kakao_bubbles.TEXT for part in parts)
    # An emoji at a border may cost a part one unit and what is joined to it; text costs nothing.
    if width(text) <= kakao_bubbles.TEXT * most - 40 * most or text.isascii():
        whole = width(text.strip()) <= kakao_bubbles.TEXT * most
        assert not whole or "".join("".join(parts).split()) == ("".join(text.split()) or "…")


def test_an_answer_of_3000_letters_with_spaces_is_shown_to_its_last_letter() -> None:
    """Cutting at every space used to push the end out of the third bubble."""
    text = ("가나다라마바 " * 500)[:2999] + "끝"
    parts = split(text, 3)
    assert len(parts) == 3
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_is_cut_at_a_paragraph_before_a_line_before_a_word() -> None:
    """The last space of a part used to win over any paragraph."""
    paragraphs = "가" * 600 + "\n\n" + "나 " * 150 + "\n" + "다 " * 300
    assert split(paragraphs, 3)[0] == "가" * 600
    lines = "가 " * 300 + "\n" + "나 " * 300
    assert split(lines, 3)[0] == ("가 " * 300).strip()
    assert split("가 " * 800, 3)[0].endswith("가")


def test_what_happens_next_is_said_also_after_an_answer_that_is_too_long() -> None:
    """The ticket's number stands at the end, where a long answer used to be cut."""
    end = "접수번호는 12번이에요.\n상담원이 확인하고 이 대화로 답변드릴게요."
    parts = split("가" * 3000 + "\n\n" + end, 3)
    assert parts[-1].endswith("…\n\n" + end)


def test_a_last_paragraph_that_is_too_long_itself_is_cut_at_its_end() -> None:
    assert split("가" * 500 + "\n\n" + "나" * 4000, 3)[-1].endswith("나…")


@pytest.mark.parametrize("emoji", [FAMILY, THUMB, HEART, "😊", "1\ufe0f\u20e3"])
@pytest.mark.parametrize("before", range(985, 1003))
def test_no_emoji_is_torn_at_the_border_of_a_bubble(emoji: str, before: int) -> None:
    text = "가" * before + emoji + "나" * 500
    assert any(emoji in part for part in split(text, 3))


@pytest.mark.parametrize("before", range(3, 15))
def test_no_emoji_is_torn_in_a_label(before: int) -> None:
    reply = Reply(text="네", choices=(Choice("가" * before + FAMILY + "나" * 9, "네", "yes"),))
    (label,) = kakao.labels(skill_response([reply]))
    assert label.rstrip("…나").removesuffix(FAMILY) == "가" * min(before, len(label) - 1)


def test_a_text_of_joiners_only_is_still_cut() -> None:
    assert "".join(split("\u200d" * 2500, 3)) == "\u200d" * 2500


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_with_buttons_is_no_empty_card(text: str) -> None:
    """Kakao shows nothing at all for a card without a description."""
    kakao.check_skill_response(skill_response([Reply(text=text, buttons=(LINK,))]))


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (400, ["textCard"]),
        (401, ["simpleText", "textCard"]),
        (1000, ["simpleText", "textCard"]),
        (1400, ["simpleText", "textCard"]),
        (2000, ["simpleText", "simpleText", "textCard"]),
        (2400, ["simpleText", "simpleText", "textCard"]),
        (3000, ["simpleText", "simpleText", "simpleText"]),
    ],
)
def test_buttons_stand_under_the_text(length: int, expected: list[str]) -> None:
    assert kinds(Reply(text="가" * length, buttons=(LINK,))) == expected


def test_every_button_does_what_it_says() -> None:
    reply = Reply(
        text="네",
        buttons=(
            LINK,
            Button(label="전화", phone="02-000-0000"),
            Button(label="배송비", message="배송비요"),
        ),
    )
    ((card,),) = (bubble.values() for bubble in bubbles(reply))
    assert card["buttons"] == [
        {"action": "webLink", "label": "주문 내역", "webLinkUrl": "https://example.com/orders"},
        {"action": "phone", "label": "전화", "phoneNumber": "02-000-0000"},
        {"action": "message", "label": "배송비", "messageText": "배송비요"},
    ]


def test_images_follow_the_text_as_far_as_there_is_room() -> None:
    images = tuple(Image(url=f"https://example.com/{n}.png") for n in range(5))
    reply = Reply(text="이렇게 생겼어요.", images=images)
    assert kinds(reply) == ["simpleText", "simpleImage", "simpleImage"]
    assert bubbles(reply)[1]["simpleImage"] == {"imageUrl": images[0].url, "altText": "사진"}


def test_a_tap_says_its_text_and_carries_its_meaning() -> None:
    reply = Reply(
        text="네?",
        choices=(Choice("환불 시기를 알고 싶어요 지금", "환불 시기", "intent:refund_timing"),),
    )
    (quick,) = skill_response([reply])["template"]["quickReplies"]
    assert quick["messageText"] == "환불 시기"
    assert quick["extra"] == {"dangol": "intent:refund_timing"}
    assert quick["label"] == "환불 시기를 알고 싶어요…"


def test_quick_replies_are_those_of_the_last_reply_and_ten_at_most() -> None:
    many = tuple(Choice(f"{n}번", f"{n}번", f"intent:i{n}") for n in range(12))
    response = skill_response(
        [Reply(text="처음", choices=many[10:]), Reply(text="끝", choices=many)]
    )
    assert kakao.labels(response) == [f"{n}번" for n in range(10)]


def test_nothing_to_say_is_still_an_answer() -> None:
    for response in (kakao_skill.render([]), kakao_skill.doubled()):
        kakao.check_skill_response(response)
    for response in (kakao_skill.late(), kakao_skill.failed()):
        kakao.check_skill_response(response)


@given(st.text(LETTERS.filter(str.strip), min_size=1, max_size=1000))
def test_any_words_of_the_seller_make_a_valid_answer(said: str) -> None:
    texts = replace(
        kakao_skill.TEXTS,
        noted=said,
        doubled=said,
        not_taken=said,
        buttons_below=said,
        late_fetch=Sentence("{{ button }} " + said.replace("{", "("), "button"),
        button_fetch=said[:14],
    )
    reply = Reply(text="가" * 500, buttons=(LINK,))
    for replies in ([], [reply]):
        kakao.check_skill_response(kakao_skill.render(replies, texts))
    for answer in (kakao_skill.doubled, kakao_skill.late, kakao_skill.failed):
        kakao.check_skill_response(answer(texts))
