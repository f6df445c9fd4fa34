"""What hangs on an answer: buttons, links and images, within the limits of a KakaoTalk card."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from intents.faq import Button, Image
from intents.particles import topic
from intents.reader import Reader

BUTTON_KEYS: Final = ("label", "message", "url", "phone")
LINK_KEYS: Final = ("label", "url")
IMAGE_KEYS: Final = ("url", "alt")
MAX_LABEL: Final = 14  # of a KakaoTalk button
MAX_BUTTONS: Final = 3  # of a KakaoTalk card
MAX_MESSAGE: Final = 300  # as long as a phrase: it is matched like one
MAX_ALT: Final = 1_000
_PHONE: Final = re.compile(r"\+?\d[\d\- ]*\d", re.ASCII)


def buttons(reader: Reader, first: yaml.Node | None, links: yaml.Node | None) -> tuple[Button, ...]:
    """The buttons of an entry, its links behind them."""
    here = reader.items(first, "버튼(buttons)")
    there = reader.items(links, "링크(links)")
    extra = (here + there)[MAX_BUTTONS:]
    if extra:
        count = len(here) + len(there)
        message = f"버튼과 링크가 너무 많아요 (모두 {count}개)"
        reader.report(extra[0], message, f"합해서 {MAX_BUTTONS}개까지 쓸 수 있어요")
    made = [_button(reader, node) for node in here] + [_link(reader, node) for node in there]
    return tuple(button for button in made if button is not None)


def _button(reader: Reader, node: yaml.Node) -> Button | None:
    if isinstance(node, yaml.ScalarNode):
        said = reader.text(node, "버튼 이름", MAX_LABEL)
        return Button(label=said, message=said) if said else None
    fields = reader.fields(node, BUTTON_KEYS, "버튼")
    if not isinstance(node, yaml.MappingNode):
        return None
    label = _label(reader, node, fields)
    actions = [key for key in ("message", "url", "phone") if key in fields]
    if len(actions) > 1:
        shown = ", ".join(actions)
        reader.report(node, f"버튼 하나에 동작이 여러 개예요 ({shown})", "하나만 남겨 주세요")
    return Button(
        label=label,
        message=reader.text(fields.get("message"), "message", MAX_MESSAGE) if actions else label,
        url=reader.url(fields.get("url"), "url"),
        phone=_phone(reader, fields.get("phone")),
    )


def _link(reader: Reader, node: yaml.Node) -> Button | None:
    fields = reader.fields(node, LINK_KEYS, "링크")
    if not isinstance(node, yaml.MappingNode):
        return None
    label = _label(reader, node, fields)
    if "url" not in fields:
        reader.report(node, "링크에 주소(url)가 없어요", "'url: https://…'를 써 주세요")
    return Button(label=label, url=reader.url(fields.get("url"), "url"))


def _label(reader: Reader, node: yaml.Node, fields: Mapping[str, yaml.Node]) -> str:
    if "label" not in fields:
        reader.report(node, "버튼 이름(label)이 없어요", "'label: '을 써 주세요")
    return reader.text(fields.get("label"), "버튼 이름(label)", MAX_LABEL) or ""


def _phone(reader: Reader, node: yaml.Node | None) -> str | None:
    word = reader.text(node, "전화번호(phone)", 30)
    if node is None or word is None:
        return None
    if _PHONE.fullmatch(word) and 3 <= sum(char.isdigit() for char in word) <= 15:
        return word
    reader.report(
        node, f"전화번호 {topic(repr(word))} 쓸 수 없어요", "02-000-0000처럼 숫자와 '-'로 써 주세요"
    )
    return None


def images(reader: Reader, node: yaml.Node | None) -> Iterator[Image]:
    """The pictures of an entry, written as an address or as `url` and `alt`."""
    for item in reader.items(node, "이미지(images)"):
        if isinstance(item, yaml.ScalarNode):
            url = reader.url(item, "이미지 주소")
            alt = None
        else:
            fields = reader.fields(item, IMAGE_KEYS, "이미지")
            if isinstance(item, yaml.MappingNode) and "url" not in fields:
                reader.report(item, "이미지에 주소(url)가 없어요", "'url: https://…'를 써 주세요")
            url = reader.url(fields.get("url"), "이미지 주소(url)")
            alt = reader.text(fields.get("alt"), "이미지 설명(alt)", MAX_ALT)
        if url:
            yield Image(url=url, alt=alt or "")
