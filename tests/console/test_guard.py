"""Where a login may lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import guard


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/console",
        "//evil.example",
        "/\\evil.example/console",
        "/consoles",
        "/console/../chat",
        "/console\\@evil.example",
        "/console\n",
        "/console/login",
        "/console/logout",
        "/console/password",
        "/console/events",
        "/chat",
        "",
    ],
)
def test_an_address_outside_the_console_leads_to_its_first_page(address: str) -> None:
    assert guard.local(address) == "/console"


@pytest.mark.parametrize(
    "address", ["/console", "/console?view=all", "/console/tickets/12?from=3#last"]
)
def test_a_page_of_the_console_is_returned_to(address: str) -> None:
    assert guard.local(address) == address


@given(st.text(st.sampled_from("/\\.:@?#console \t") | st.characters(), max_size=40))
def test_a_login_never_leads_to_another_site(text: str) -> None:
    for address in (text, f"/console{text}"):
        found = guard.local(address)
        assert found.startswith("/console")
        assert found.isprintable()
        assert "\\" not in found
