"""The `intents` section: the entries, and what must hold between them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

import yaml

from intents.attachments import buttons, images
from intents.faq import CATEGORIES, DETAILS, Detail, Intent, Ticket
from intents.normalize import squash
from intents.particles import topic
from intents.reader import Reader, line_of, suggestion

MAX_PHRASE: Final = 300
MAX_ANSWER: Final = 3_000  # three KakaoTalk bubbles of 1,000 characters
MAX_TITLE: Final = 50
MAX_ID: Final = 100
_ID: Final = re.compile("[a-z0-9_]+")
_TICKETS: Final = ("none", "ask", "open")
KEYS: Final = (
    *("id", "title", "category", "phrases", "answer", "answer_off_hours", "buttons", "links"),
    *("images", "follow_ups", "ticket", "details", "listed", "valid"),
    "tests",
)
VALID_KEYS: Final = ("from", "until")
DETAIL_KEYS: Final = ("id", "ask")
_YES_NO: Final = ("yes", "no")


@dataclass(slots=True)
class _Draft:
    """An entry with the nodes that checks between entries point at; parts of it may be wrong."""

    intent: Intent
    fields: Mapping[str, yaml.Node]


def entries(reader: Reader, node: yaml.Node | None, root: yaml.Node) -> tuple[Intent, ...]:
    """Every entry of the `intents` list; what is wrong in one is reported and left out."""
    items = reader.items(node, "intents")
    if not items and (node is None or isinstance(node, yaml.SequenceNode)):
        reader.report(
            node or root,
            "문의 유형(intents)이 하나도 없어요",
            "intents: 아래에 하나 이상 써 주세요",
        )
    drafts = [draft for item in items if (draft := _draft(reader, item)) is not None]
    _check_ids(reader, drafts)
    _check_follow_ups(reader, drafts)
    _check_phrases(reader, drafts)
    return tuple(draft.intent for draft in drafts)


def _draft(reader: Reader, node: yaml.Node) -> _Draft | None:
    if not isinstance(node, yaml.MappingNode):
        reader.fields(node, KEYS, "문의 유형")  # says what is wrong with it
        return None
    fields = reader.fields(node, KEYS, "문의 유형")
    for key in ("id", "phrases", "answer"):
        if key not in fields and not _is_mistyped(reader, node, key):
            reader.report(node, f"'{key}' 항목이 없거나 비어 있어요", f"'{key}: '를 써 주세요")
    return _Draft(_intent(reader, node, fields), fields)


def _is_mistyped(reader: Reader, node: yaml.MappingNode, wanted: str) -> bool:
    """Whether an unknown key that was reported already is surely the missing one."""
    keys = (str(key.value) for key, _ in node.value if isinstance(key, yaml.ScalarNode))
    return any(f"'{wanted}'" in suggestion(key, KEYS) for key in keys if key not in KEYS)


def _intent(reader: Reader, node: yaml.Node, fields: Mapping[str, yaml.Node]) -> Intent:
    get = fields.get
    phrase_lines, phrases = _phrases(reader, get("phrases"))
    title = reader.text(get("title"), "제목(title)", MAX_TITLE)
    valid = reader.fields(get("valid") or _NOTHING, VALID_KEYS, "valid")
    valid_from = reader.day(valid.get("from"), "시작일(from)")
    valid_until = reader.day(valid.get("until"), "종료일(until)")
    if valid_from and valid_until and valid_until < valid_from:
        reader.report(valid["until"], "종료일이 시작일보다 빨라요", "두 날짜의 순서를 바꿔 주세요")
    return Intent(
        id=_entry_id(reader, get("id")),
        title=title or _short(phrases[0] if phrases else ""),
        category=reader.choice(get("category"), "category", CATEGORIES) or "other",
        phrases=phrases,
        answer=reader.text(get("answer"), "답변(answer)", MAX_ANSWER) or "",
        answer_off_hours=reader.text(
            get("answer_off_hours"), "영업시간 외 답변(answer_off_hours)", MAX_ANSWER
        ),
        buttons=buttons(reader, get("buttons"), get("links")),
        images=tuple(images(reader, get("images"))),
        follow_ups=reader.texts(get("follow_ups"), "follow_ups", MAX_PHRASE),
        ticket=cast("Ticket", reader.choice(get("ticket"), "ticket", _TICKETS) or "none"),
        details=_details(reader, get("details")),
        listed=reader.choice(get("listed"), "listed", _YES_NO) != "no",
        valid_from=valid_from,
        valid_until=valid_until,
        tests=reader.texts(get("tests"), "시험 문장(tests)", MAX_PHRASE),
        line=line_of(node),
        answer_line=line_of(get("answer") or node),
        phrase_lines=phrase_lines,
        key_lines=_key_lines(node),
    )


def _details(reader: Reader, node: yaml.Node | None) -> tuple[Detail, ...] | None:
    """What a ticket needs: known names, or the seller's own with a question."""
    if node is None:
        return None
    found: dict[str, Detail] = {}
    for item in reader.items(node, "details"):
        if isinstance(item, yaml.MappingNode):
            fields = reader.fields(item, DETAIL_KEYS, "details")
            name = _entry_id(reader, fields.get("id"))
            ask = reader.text(fields.get("ask"), "물어볼 말(ask)", MAX_PHRASE) or ""
            if "id" not in fields:
                reader.report(item, "'id' 항목이 없거나 비어 있어요", "'id: '를 써 주세요")
            elif "ask" not in fields and name not in DETAILS:
                reader.report(item, "'ask' 항목이 없거나 비어 있어요", "'ask: '를 써 주세요")
        else:
            name, ask = reader.choice(item, "details", DETAILS) or "", ""
        if name and name in found:
            reader.report(item, f"{topic(repr(name))} 위에 이미 있어요", "둘 중 하나를 지워 주세요")
        elif name:
            found[name] = Detail(name, ask)
    return tuple(found.values())


def _entry_id(reader: Reader, node: yaml.Node | None) -> str:
    word = reader.text(node, "id", MAX_ID) or ""
    if node is not None and word and not _ID.fullmatch(word):
        message = f"id {topic(repr(word[:40]))} 쓸 수 없는 이름이에요"
        reader.report(node, message, "영어 소문자, 숫자, 밑줄(_)로만 써 주세요")
    return word


def _key_lines(node: yaml.Node) -> Mapping[str, int]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return MappingProxyType(
        {str(key.value): line_of(key) for key, _ in pairs if isinstance(key, yaml.ScalarNode)}
    )


def _phrases(reader: Reader, node: yaml.Node | None) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The lines of the good phrases, and the phrases."""
    items = reader.items(node, "예시 문장(phrases)")
    if isinstance(node, yaml.SequenceNode) and not items:
        reader.report(
            node, "예시 문장(phrases)이 비어 있어요", "고객이 쓸 만한 문장을 하나 이상 써 주세요"
        )
    phrases = []
    lines = []
    for item in items:
        phrase = reader.text(item, "예시 문장(phrases)", MAX_PHRASE)
        if phrase is not None and squash(phrase):
            phrases.append(phrase)
            lines.append(line_of(item))
        elif phrase is not None:
            reader.report(
                item, f"'{phrase[:40]}'에는 비교할 글자가 없어요", "낱말이 있는 문장으로 써 주세요"
            )
    return tuple(lines), tuple(phrases)


def _short(title: str) -> str:
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1] + "…"


def _check_ids(reader: Reader, drafts: Iterable[_Draft]) -> None:
    lines: dict[str, int] = {}
    for draft in drafts:
        node = draft.fields.get("id")
        if node is None or not draft.intent.id:
            continue
        if draft.intent.id in lines:
            first = lines[draft.intent.id]
            message = f"id '{draft.intent.id}'를 {first}번째 줄에서 이미 썼어요"
            reader.report(node, message, "둘 중 하나의 id를 바꿔 주세요")
        lines.setdefault(draft.intent.id, line_of(node))


def _check_follow_ups(reader: Reader, drafts: list[_Draft]) -> None:
    known = {draft.intent.id for draft in drafts if draft.intent.id}
    for draft in drafts:
        node = draft.fields.get("follow_ups")
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        for item in items:
            wanted = str(item.value).strip() if isinstance(item, yaml.ScalarNode) else ""
            if wanted and wanted == draft.intent.id:
                reader.report(
                    item, "자기 자신은 이어지는 질문이 될 수 없어요", "이 줄을 지워 주세요"
                )
            elif wanted and wanted not in known:
                message = f"{topic(repr(wanted[:40]))} 이 파일에 없는 id예요"
                reader.report(item, message, suggestion(wanted, known))


def _check_phrases(reader: Reader, drafts: Iterable[_Draft]) -> None:
    """The same words cannot mean two entries."""
    owners: dict[str, tuple[_Draft, int]] = {}
    for draft in drafts:
        node = draft.fields.get("phrases")
        for item in node.value if isinstance(node, yaml.SequenceNode) else ():
            said = squash(str(item.value)) if isinstance(item, yaml.ScalarNode) else ""
            owner, line = owners.setdefault(said, (draft, line_of(item)))
            if said and owner is not draft:
                entry = owner.intent.id
                message = f"같은 문장이 {line}번째 줄({entry})에도 있어요"
                reader.report(item, message, "두 문의 유형 중 한 곳에만 남겨 주세요")


_NOTHING: Final = yaml.MappingNode("tag:yaml.org,2002:map", [])
