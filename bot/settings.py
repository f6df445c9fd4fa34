"""The only reader of the environment: what whoever runs Dangol decides, as one frozen dataclass."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

PREFIX = "DANGOL_"


class SettingsError(Exception):
    """A setting has a value that cannot be used; the message names it and says what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every field is the environment variable `DANGOL_<FIELD>`.

    An empty value counts as not set.
    """

    host: str = "127.0.0.1"
    port: int = 8080
    #: `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST:PORT/NAME`.
    database_url: str = "sqlite:///data/dangol.db"
    faq: str = "faq.yaml"
    #: Address customers and operators reach the server by, without a trailing slash.
    public_url: str = ""
    #: The file that keeps what phrases mean, so that a start need not learn it again.
    vectors: str = "data/vectors.npz"
    #: An OpenAI-compatible `POST .../embeddings`; empty: the bundled model.
    embedding_url: str = ""
    embedding_key: str = ""
    embedding_model: str = ""
    #: A messenger's incoming webhook that operators are warned by; empty: only the console.
    alert_url: str = ""
    kakao_skill_secret: str = ""
    kakao_event_url: str = "https://bot-api.kakao.com"
    kakao_event_key: str = ""
    kakao_event_name: str = ""
    kakao_bot_id: str = ""

    @property
    def base_url(self) -> str:
        """`public_url`, or the address the server listens on."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104 - compared, not bound
        shown = f"[{host}]" if ":" in host else host  # an IPv6 address
        return self.public_url or f"http://{shown}:{self.port}"


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment. Raises SettingsError."""
    environ = os.environ if environ is None else environ
    given: dict[str, str] = {}
    for field in fields(Settings):
        value = environ.get(PREFIX + field.name.upper(), "").strip()
        if value:
            given[field.name] = value
    port = _port(given.pop("port", ""))
    for name in ("public_url", "embedding_url", "alert_url", "kakao_event_url"):
        if name in given:
            given[name] = _http_url(name, given[name])
    if "database_url" in given:
        _database(given["database_url"])
    _together(given, "the Kakao Event API", "kakao_event_key", "kakao_event_name", "kakao_bot_id")
    _together(given, "an embedding endpoint", "embedding_url", "embedding_model")
    return Settings(port=port, **given)


def _port(text: str) -> int:
    if not text:
        return Settings().port
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65535):
        raise SettingsError(
            f"{PREFIX}PORT is {text!r}; write a number from 0 to 65535, such as 8080"
        )
    return int(text)


def _http_url(name: str, text: str) -> str:
    if not _is_web(text):
        raise SettingsError(
            f"{PREFIX}{name.upper()} is {text!r}; write an address such as https://chat.example.com"
        )
    return text.rstrip("/")


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _database(url: str) -> None:
    # SQLite without a file would keep everything in memory.
    named = url != "sqlite:///" and url.startswith(("sqlite:///", "postgresql://", "postgres://"))
    if not named:
        scheme = url.split(":", 1)[0]
        raise SettingsError(
            f"{PREFIX}DATABASE_URL begins with {scheme!r}; write sqlite:///data/dangol.db"
            " or postgresql://user:password@host/name"
        )


def _together(given: Mapping[str, str], what: str, *names: str) -> None:
    missing = [PREFIX + name.upper() for name in names if name not in given]
    if missing and len(missing) < len(names):
        raise SettingsError(f"{what} needs {', '.join(missing)} as well; set all or none")
