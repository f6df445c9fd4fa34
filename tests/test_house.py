"""The house's papers keep up with the code: settings, commands, dependencies, links, licences."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import bot
from bot import cli
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.ko.md")
PAPERS = sorted(path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
ASSETS = sorted(
    path.relative_to(ROOT)
    for folder in ("templates", "static")
    for path in ROOT.glob(f"bot/*/{folder}/**/*")
    if path.is_file()
)
IMAGE_LIMIT = 200_000

LINK = re.compile(r'\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"')
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
#: An address of another machine: with a scheme, or the bare `//host/` of an attribute or url().
FOREIGN = re.compile(r"""\b(?:https?|wss?)://[\w-]+[.\w-]*|["'(]//[\w-]+\.[\w.-]+""")
#: The name of a format, which nothing loads.
XMLNS = re.compile(r"""xmlns(?::\w+)?=(["']|%22|%27)http://www\.w3\.org/[\w/]+\1""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAME = re.compile(r"^[A-Za-z0-9._-]+")
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def read(path: str | Path) -> str:
    """A file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads(read("pyproject.toml"))


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub("[-_.]+", "-", name).lower()


def named(requirements: list[str]) -> set[str]:
    """The packages of requirement lines."""
    return {normal(found[0]) for line in requirements if (found := NAME.match(line))}


def runtime() -> set[str]:
    """The packages Dangol needs to run."""
    return named(project()["project"]["dependencies"])


def locked(path: str) -> set[str]:
    """The packages that a lock file pins."""
    return {normal(name) for name in LOCKED.findall(read(path))}


def commands(parser: argparse.ArgumentParser, path: str = "dangol") -> Iterator[str]:
    """Every command that can be typed, such as `dangol faq check`."""
    below = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield path
    for action in below:
        for name, sub in action.choices.items():
            yield from commands(sub, f"{path} {name}")


def anchors(markdown: str) -> set[str]:
    """The anchors GitHub gives to the headings of a page."""
    headings = HEADING.findall(FENCED.sub("", markdown))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_explained_with_its_default(readme: str) -> None:
    rows = dict(re.findall(rf"^\| `({PREFIX}\w+)` \| (.+?) \|", read(readme), re.MULTILINE))
    for field in fields(Settings):
        name = PREFIX + field.name.upper()
        assert name in rows, f"{readme} does not explain {name}"
        if field.default != "":
            assert rows[name] == f"`{field.default}`"
    assert set(rows) == {PREFIX + field.name.upper() for field in fields(Settings)}


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_explained_and_none_that_does_not_exist(readme: str) -> None:
    rows = re.findall(r"^\| `(dangol(?: [a-z]+)+)", read(readme), re.MULTILINE)
    assert sorted(rows) == sorted(commands(cli._parser()))


def test_every_dependency_is_explained_and_none_that_is_gone() -> None:
    packages = read("docs/dependencies.md").split("\n## Vendored\n", 1)[0]
    explained = {normal(name) for name in re.findall(r"^\| `(\S+)` \|", packages, re.MULTILINE)}
    groups = project()["dependency-groups"]
    assert explained == runtime() | named(groups["build"]) | named(groups["dev"])


def test_every_vendored_file_is_explained_and_has_its_licence_beside_it() -> None:
    vendored = [path for path in ASSETS if "vendor" in path.parts]
    assert vendored
    for path in vendored:
        assert f"`{path.name}`" in read("docs/dependencies.md")
        assert list((ROOT / path).parent.glob("*LICENSE*")), f"{path} has no licence beside it"


def test_the_lock_files_hold_every_dependency() -> None:
    groups = project()["dependency-groups"]
    run = runtime() | named(groups["build"])
    assert run <= locked("requirements.lock")
    assert run | named(groups["dev"]) <= locked("requirements-dev.lock")


def test_what_runs_is_tested_in_the_same_versions() -> None:
    pins = re.compile(r"^[A-Za-z0-9._-]+==\S+", re.MULTILINE)
    assert set(pins.findall(read("requirements.lock"))) <= set(
        pins.findall(read("requirements-dev.lock"))
    )


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_names_no_address_and_hashes_everything(lock: str) -> None:
    text = read(lock)
    assert "://" not in text
    assert "--index" not in text
    for entry in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        if LOCKED.match(entry):
            assert "--hash=sha256:" in entry, entry.split("\\")[0]


def test_the_lock_of_make_run_holds_what_the_asyncio_of_sqlalchemy_needs() -> None:
    """SQLAlchemy 2.1 asks for greenlet only as `sqlalchemy[asyncio]`.

    Playwright brings it into the tests' environment, so that only `make run` would fail.
    """
    assert "greenlet" in locked("requirements.lock")


def test_dangol_itself_installs_without_asking_an_index() -> None:
    """Hatchling wants `editables` for an editable install, unless told the folder by name."""
    hatch = project()["tool"].get("hatch", {}).get("build", {})
    explicit = "dev-mode-dirs" in hatch
    assert explicit or "editables" in locked("requirements.lock")


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_every_link_leads_somewhere(paper: Path) -> None:
    for found in LINK.findall(FENCED.sub("", read(paper))):
        target = unquote(found[0] or found[1])
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        path = (ROOT / paper).parent / name if name else ROOT / paper
        assert path.exists(), f"{paper}: {target}"
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), f"{paper}: {target}"


def test_every_paper_exists_in_korean_where_sellers_read() -> None:
    for name in ("README.md", "docs/faq.md", "docs/kakao.md"):
        korean = name.replace(".md", ".ko.md")
        assert Path(korean).name in read(name)
        assert Path(name).name in read(korean)


def test_images_are_shown_and_small() -> None:
    images = sorted((ROOT / "docs" / "images").iterdir())
    assert images
    for path in images:
        assert path.stat().st_size < IMAGE_LIMIT, path.name
        assert all(f"docs/images/{path.name}" in read(readme) for readme in READMES)


@pytest.mark.parametrize("asset", ASSETS, ids=str)
def test_no_page_loads_anything_from_elsewhere(asset: Path) -> None:
    text = XMLNS.sub("", read(asset))
    if "vendor" in asset.parts:
        text = COMMENT.sub("", text)
    assert FOREIGN.findall(text) == []


def test_the_scan_for_foreign_addresses_sees_them() -> None:
    for text in (
        '<script src="https://cdn.example.com/x.js">',
        '<link href="//cdn.example.com/x.css">',
        "@import url(//fonts.example.com/a);",
        'fetch("http://203.0.113.7/")',
        'new WebSocket("wss://elsewhere.example/")',
    ):
        assert FOREIGN.search(XMLNS.sub("", text)), text
    assert not FOREIGN.search(XMLNS.sub("", '<svg xmlns="http://www.w3.org/2000/svg">'))


def test_the_version_is_the_same_everywhere() -> None:
    assert project()["project"]["version"] == bot.__version__
    assert all(f"Dangol {bot.__version__} " in read(readme) for readme in READMES)


def test_the_licence_is_the_one_that_is_declared() -> None:
    declared = project()["project"]
    assert declared["license"] == "Apache-2.0"
    assert declared["license-files"] == ["LICENSE"]
    text = read("LICENSE")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_changelog_says_what_is_not_released_yet() -> None:
    assert "\n## [Unreleased]\n" in read("CHANGELOG.md")
