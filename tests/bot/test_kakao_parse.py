"""Whatever the body is: a message, our own push, or a BadRequest that says what is wrong."""

from __future__ import annotations

import copy
import json
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.kakao_skill import ADDRESS_LIMIT, EVENT_ID_LIMIT, parse
from bot.model import BadRequest, Incoming, Reply
from tests import kakao

SAMPLES = {path.stem: kakao.sample(path.stem) for path in sorted(kakao.SAMPLES.glob("*.json"))}
HEX = "8a1f0b9c27d4e60b9c27d4e60b9c27d4e60b9c27d4e60b9c27d4e60b9c27d4e631"
OTHER = "77bc19e0aa53f219e0aa53f219e0aa53f219e0aa53f219e0aa53f219e0aa53f204"
SECURE = "http://secure.kakaocdn.net/dna/{}.jpg?credential=c&expires=1&signature=s"
PHOTO = SAMPLES["photo"]["userRequest"]["utterance"]


def incoming(text: str, customer: str = HEX, **more: Any) -> Incoming:
    return Incoming(channel="kakao-skill", customer=customer, text=text, **more)


EXPECTED: dict[str, Incoming | Reply] = {
    "typed": incoming("지난주에 산 컵 환불하고 싶어요"),
    "sparse-and-unknown": incoming("지난주에 산 컵 환불하고 싶어요"),
    "least": incoming("환불해 주세요"),
    "bot-test": incoming("배송비 얼마예요"),  # arrives with a line break behind it
    "knowledge": incoming("배송비 알려줘"),
    "quick-reply": incoming("배송비", OTHER, tap="intent:shipping_fee"),
    "own-button": incoming("언제 들어오나요", OTHER, tap="intent:refund_timing"),
    "photo": incoming("", images=(PHOTO,)),
    "secure-photo": incoming("사진을 보냈습니다", images=(SECURE.format("a"), SECURE.format("b"))),
    "own-push": Reply(text="환불은 오늘 처리했어요."),
}


def body(payload: object) -> bytes:
    return json.dumps(payload).encode()


def with_(name: str = "typed", **change: Any) -> dict[str, Any]:
    payload = kakao.sample(name)
    payload["userRequest"].update(change)
    return payload


def outcome(raw: bytes, headers: dict[str, str] | None = None) -> Incoming | Reply | str:
    """What `parse` made of it; of a refusal its words. Anything else that is raised is a bug."""
    try:
        return parse(raw, headers or {})
    except BadRequest as exc:
        return str(exc)


def check(found: Incoming | Reply | str) -> None:
    """Everything that leaves `parse` can be stored by any database and said to whoever called."""
    assert isinstance(found, Incoming | Reply | str)
    if isinstance(found, Incoming):
        assert 1 <= len(found.customer) <= ADDRESS_LIMIT
        parts = (found.customer, found.text, found.event_id or "", found.tap or "", *found.images)
        assert all("\0" not in part for part in parts)
        assert "".join(parts).encode()
        assert all(url.startswith(("http://", "https://")) for url in found.images)
    elif isinstance(found, str):
        assert found
        assert len(found) < 300


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_as_what_it_is(name: str) -> None:
    assert parse(body(SAMPLES[name]), {}) == EXPECTED[name]


def test_every_expected_sample_exists() -> None:
    assert set(EXPECTED) == set(SAMPLES)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(string.ascii_letters) | st.text(), inner, max_size=4)
    ),
    max_leaves=20,
)
ODD = st.one_of(
    JSON,
    st.sampled_from(
        ["\0", "a\0b", "\ud83d", "\udc00x", "", " ", "\u200b", "x" * 5000, "List(", "http://"]
    ),
    st.sampled_from([0, -1, 10**400, 1.5e308, True, [], {}, [[]], {"": None}]),
)


@given(st.binary())
def test_any_bytes_are_a_message_or_a_bad_request(raw: bytes) -> None:
    check(outcome(raw))


@given(JSON)
def test_any_json_is_a_message_or_a_bad_request(payload: object) -> None:
    check(outcome(body(payload)))


@given(st.data())
def test_any_damaged_sample_is_a_message_or_a_bad_request(data: st.DataObject) -> None:
    payload = copy.deepcopy(SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))])
    for _ in range(data.draw(st.integers(1, 4))):
        _damage(payload, data)
    check(outcome(body(payload)))


def _damage(payload: dict[str, Any], data: st.DataObject) -> None:
    """Remove one part of it, replace it, or add one, at any depth."""
    place: Any = payload
    while True:
        inner = [key for key, value in place.items() if isinstance(value, dict) and value]
        if not inner or data.draw(st.integers(0, 3)) == 0:
            break
        place = place[data.draw(st.sampled_from(inner))]
    names = [
        "source",
        "text",
        "media",
        "url",
        "dangol",
        "intent",
        "clientExtra",
        "params",
        "action",
    ]
    key = data.draw(st.sampled_from(sorted({*place, *names})))
    if key in place and data.draw(st.booleans()):
        del place[key]
    else:
        place[key] = copy.deepcopy(data.draw(ODD))  # it may be damaged in its turn


@given(st.binary(max_size=40), st.integers(0, 2000))
def test_any_sample_with_foreign_bytes_in_it_is_a_message_or_a_bad_request(
    bits: bytes, where: int
) -> None:
    raw = body(SAMPLES["typed"])
    check(outcome(raw[:where] + bits + raw[where + len(bits) :]))


@given(st.text(max_size=400))
def test_any_request_id_is_an_id_that_fits(request_id: str) -> None:
    found = parse(body(SAMPLES["least"]), {"X-Request-Id": request_id})
    assert isinstance(found, Incoming)
    if not request_id:
        assert found.event_id is None
    else:
        assert found.event_id
        assert len(found.event_id) <= EVENT_ID_LIMIT
        assert found.event_id.isascii()
        assert found.event_id.isprintable()


@pytest.mark.parametrize("request_id", ["r-1", "0f" * 50, "a b"])
def test_a_plain_request_id_is_kept(request_id: str) -> None:
    found = parse(body(SAMPLES["least"]), {"X-Request-Id": request_id})
    assert isinstance(found, Incoming)
    assert found.event_id == request_id


@pytest.mark.parametrize("request_id", ["x" * 101, "요청", "a\x07b", "\udce9", "b\ud83d", "a\0"])
def test_an_odd_request_id_is_known_by_its_digest(request_id: str) -> None:
    """A lone surrogate other than a header's raw byte used to be an error of ours."""
    first, again, other = (
        parse(body(SAMPLES["least"]), {"X-Request-Id": said})
        for said in (request_id, request_id, request_id + "x")
    )
    assert isinstance(first, Incoming)
    assert isinstance(other, Incoming)
    assert first == again
    assert first.event_id
    assert first.event_id != other.event_id


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"a":' * 200_000, "nested too deeply"),
        (b'{"x": ' + b"9" * 5_000 + b"}", "not JSON"),
        (b'{"x": NaN}', "NaN is no JSON value"),
        (b'{"x": -Infinity}', "-Infinity is no JSON value"),
        (b"[]", "the body must be an object"),
        (b"{}", "userRequest must be an object"),
        (b'{"userRequest": {"user": []}}', "userRequest.user must be an object"),
        (body(with_(utterance=3)), "userRequest.utterance must be a string"),
        (body(with_(utterance="a\0")), "userRequest.utterance contains a NUL"),
        (body(with_(utterance="\ud83d")), "userRequest.utterance contains half a surrogate"),
        (body(with_(user={"id": "  "})), "1 to 200 characters"),
        (body(with_(user={"id": "x" * 201})), "1 to 200 characters"),
        (body(with_(params="x")), "userRequest.params must be an object"),
        (body(with_(params={"media": "x"})), "userRequest.params.media must be an object"),
        (body(kakao.said("a", extra={"dangol": 7})), "action.clientExtra.dangol must be a string"),
        (body(kakao.said("a", extra={"intent": ["x"]})), "action.clientExtra.intent must be"),
        (body(kakao.said("a", extra="x")), "action.clientExtra must be an object"),
    ],
)
def test_a_bad_request_names_the_field(raw: bytes, said: str) -> None:
    with pytest.raises(BadRequest) as refused:
        parse(raw, {})
    assert said in str(refused.value)


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert parse(b"\xef\xbb\xbf" + body(SAMPLES["typed"]), {}) == EXPECTED["typed"]


def test_raw_utf_8_and_escapes_read_alike() -> None:
    raw = json.dumps(SAMPLES["typed"], ensure_ascii=False).encode()
    assert parse(raw, {}) == parse(body(SAMPLES["typed"]), {})


def test_the_last_of_a_key_that_comes_twice_counts() -> None:
    raw = b'{"userRequest": {"utterance": "a", "utterance": "b", "user": {"id": "u"}}}'
    assert parse(raw, {}) == incoming("b", "u")


def test_numbers_of_any_size_beside_what_we_read_do_no_harm() -> None:
    payload = with_() | {"huge": 10**4000, "float": 1e308}
    assert parse(body(payload), {}) == EXPECTED["typed"]
    raw = body(SAMPLES["typed"])[:-1] + b', "more": 1e999}'
    assert parse(raw, {}) == EXPECTED["typed"]


@pytest.mark.parametrize("empty", [None, {}, "", 0, [], False])
def test_an_empty_optional_part_counts_as_absent(empty: object) -> None:
    payload = with_(params=empty) | {"action": {"clientExtra": empty, "params": empty}}
    assert parse(body(payload), {}) == EXPECTED["typed"]
    assert parse(body(with_() | {"action": empty}), {}) == EXPECTED["typed"]


@pytest.mark.parametrize(
    "media", [{}, {"url": None}, {"url": ""}, {"type": "image"}, {"url": "javascript:alert(1)"}]
)
def test_media_without_an_address_does_not_swallow_what_was_said(media: object) -> None:
    """The utterance used to become the address of a photo, and the text was gone."""
    payload = with_(params={"media": media}, utterance="컵이 깨졌어요")
    assert parse(body(payload), {}) == incoming("컵이 깨졌어요")


def test_a_photo_whose_address_is_only_in_the_utterance_is_a_photo() -> None:
    payload = with_(params={"media": {"type": "image"}}, utterance=PHOTO)
    assert parse(body(payload), {}) == incoming("", images=(PHOTO,))


@pytest.mark.parametrize("urls", ["", "  ", "a.jpg", "javascript:x, data:y"])
def test_secure_photos_without_addresses_are_none(urls: str) -> None:
    payload = with_() | {
        "action": {"params": {"photos": json.dumps({"secureUrls": f"List({urls})"})}}
    }
    assert parse(body(payload), {}) == EXPECTED["typed"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_what_a_customer_wrote_arrives_as_he_wrote_it(text: str) -> None:
    assert parse(body(with_(utterance=text)), {}) == incoming(text.strip())
