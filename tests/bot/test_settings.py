"""The environment: what is read, what is refused, and how the refusal helps."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import PREFIX, Settings, SettingsError, read

EVENT = {
    "DANGOL_KAKAO_EVENT_KEY": "key",
    "DANGOL_KAKAO_EVENT_NAME": "dangol",
    "DANGOL_KAKAO_BOT_ID": "bot-1",
}


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read({}) == Settings()


def test_every_field_is_read_from_its_variable() -> None:
    given = {PREFIX + field.name.upper(): "x" for field in fields(Settings)} | {
        "DANGOL_PORT": "9090",
        "DANGOL_DATABASE_URL": "postgresql://user:password@host/name",
        "DANGOL_PUBLIC_URL": "https://chat.example.com",
        "DANGOL_KAKAO_EVENT_URL": "http://127.0.0.1:9",
        "DANGOL_EMBEDDING_URL": "http://127.0.0.1:9/v1/embeddings",
        "DANGOL_ALERT_URL": "http://127.0.0.1:9/hook",
    }
    settings = read(given)
    assert settings.port == 9090
    for field in fields(Settings):
        assert str(getattr(settings, field.name)) == given[PREFIX + field.name.upper()]


def test_an_empty_value_counts_as_not_set() -> None:
    empty = dict.fromkeys((PREFIX + field.name.upper() for field in fields(Settings)), " ")
    assert read(empty) == Settings()


def test_other_variables_are_left_alone() -> None:
    assert read({"PORT": "1", "DANGOL_NO_SUCH_THING": "x"}) == Settings()


@pytest.mark.parametrize("port", ["0", "80", "65535", " 8080 "])
def test_a_port_is_a_number(port: str) -> None:
    assert read({"DANGOL_PORT": port}).port == int(port)


@pytest.mark.parametrize(
    "port", ["65536", "-1", "http", "8080/", "8 080", "٨٠٨٠", "²", "1e3", "+80"]
)
def test_a_wrong_port_is_named_with_an_example(port: str) -> None:
    with pytest.raises(SettingsError, match=r"DANGOL_PORT is .* such as 8080"):
        read({"DANGOL_PORT": port})


def test_a_port_of_5000_digits_is_refused_like_any_other() -> None:
    with pytest.raises(SettingsError, match="DANGOL_PORT"):
        read({"DANGOL_PORT": "9" * 5000})


@pytest.mark.parametrize("url", ["https://chat.example.com/", "https://chat.example.com"])
def test_a_trailing_slash_of_an_address_is_dropped(url: str) -> None:
    assert read({"DANGOL_PUBLIC_URL": url}).base_url == "https://chat.example.com"


@pytest.mark.parametrize("name", ["DANGOL_PUBLIC_URL", "DANGOL_KAKAO_EVENT_URL"])
@pytest.mark.parametrize(
    "url",
    ["chat.example.com", "ftp://x", "https://", "https:", "/chat", "http://:80", "javascript:1"],
)
def test_what_is_no_web_address_is_named_with_an_example(name: str, url: str) -> None:
    with pytest.raises(SettingsError, match=rf"{name} is .*https://chat\.example\.com"):
        read({name: url})


@pytest.mark.parametrize("url", ["http://[", "http://[::1", "http://[x]/", "https://]/"])
def test_an_address_with_broken_brackets_is_refused_like_any_other(url: str) -> None:
    with pytest.raises(SettingsError, match="DANGOL_PUBLIC_URL"):
        read({"DANGOL_PUBLIC_URL": url})


@pytest.mark.parametrize(
    "url", ["sqlite:///data/dangol.db", "sqlite:////var/x.db", "postgresql://h/n", "postgres://h/n"]
)
def test_the_databases_we_know_are_taken(url: str) -> None:
    assert read({"DANGOL_DATABASE_URL": url}).database_url == url


@pytest.mark.parametrize("url", ["mysql://h/n", "data/dangol.db", "sqlite://", "oracle"])
def test_another_database_is_refused_with_both_forms(url: str) -> None:
    with pytest.raises(SettingsError, match=r"sqlite:///data/dangol\.db.*postgresql://user"):
        read({"DANGOL_DATABASE_URL": url})


def test_a_database_without_a_file_is_refused_because_it_would_be_lost() -> None:
    with pytest.raises(SettingsError, match="DANGOL_DATABASE_URL"):
        read({"DANGOL_DATABASE_URL": "sqlite:///"})


def test_a_refused_database_does_not_show_its_password() -> None:
    with pytest.raises(SettingsError) as refused:
        read({"DANGOL_DATABASE_URL": "mysql://user:secret@host/name"})
    assert "secret" not in str(refused.value)


def test_the_event_api_is_set_up_as_a_whole() -> None:
    assert read(EVENT).kakao_bot_id == "bot-1"
    for name in EVENT:
        some = {key: value for key, value in EVENT.items() if key != name}
        with pytest.raises(SettingsError, match=name):
            read(some)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),  # noqa: S104 - compared, not bound
        ("::", "http://127.0.0.1:8080"),
        ("::1", "http://[::1]:8080"),
        ("shop.local", "http://shop.local:8080"),
    ],
)
def test_without_a_public_address_the_listening_one_is_shown(host: str, url: str) -> None:
    assert read({"DANGOL_HOST": host}).base_url == url


NAMES = [PREFIX + field.name.upper() for field in fields(Settings)]


def refusal(environ: dict[str, str]) -> str:
    """What is said when it cannot be used; empty when it can."""
    try:
        read(environ)
    except SettingsError as exc:
        return str(exc)
    return ""


@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=40)))
def test_any_environment_is_read_or_refused_by_name(environ: dict[str, str]) -> None:
    said = refusal(environ)
    assert not said or any(name in said for name in NAMES)


@given(
    st.sampled_from(NAMES), st.sampled_from(["http://", "https://", "sqlite:///", ""]), st.text()
)
def test_any_address_is_read_or_refused_by_name(name: str, scheme: str, rest: str) -> None:
    # What belongs together is refused by the names that lack.
    together = ("DANGOL_KAKAO_", "DANGOL_EMBEDDING_")
    said = refusal({name: scheme + rest})
    assert not said or name in said or name.startswith(together)
