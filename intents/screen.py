"""What a KakaoTalk screen takes of an entry, where the web chat shows it whole.

Limits: chatbot skill guide, "응답 타입별 JSON 포맷" (three outputs, simpleText 1,000 characters,
textCard 400, button label 14). Naver TalkTalk takes 10,000 characters, more than an answer has.
"""

from collections.abc import Iterator
from typing import Final

from intents.faq import Intent, Problem
from intents.particles import topic

BUBBLES: Final = 3
BUBBLE: Final = 1_000
CARD: Final = 400
LABEL: Final = 14


def advice(intent: Intent) -> Iterator[Problem]:
    """A title that is cut, answers that fall into several bubbles, pictures that get none."""
    yield from _title(intent)
    yield from _length(intent.answer, "답변", intent.answer_line)
    off_hours = intent.answer_off_hours or ""
    line = intent.line_of_key("answer_off_hours")
    yield from _length(off_hours, "영업시간 외 답변", line)
    yield from _pictures(intent)


def _title(intent: Intent) -> Iterator[Problem]:
    """Entries that are not listed are never a button."""
    if not intent.listed or _width(intent.title) <= LABEL:
        return
    if "title" in intent.key_lines or not intent.key_lines:
        title = topic(f"'{intent.title}'")
        message = f"제목 {title} 카카오톡 버튼에서 잘려요 ({_width(intent.title)}자)"
        fix = f"{LABEL}자 안으로 줄여 주세요"
    else:
        message = f"제목(title)이 없어서 버튼에 보이는 첫 예문이 잘려요 ({_width(intent.title)}자)"
        fix = f"{LABEL}자 안으로 제목을 적어 주세요"
    yield Problem(intent.line_of_key("title"), message, fix)


def _length(text: str, what: str, line: int) -> Iterator[Problem]:
    width = _width(text)
    if width > BUBBLES * BUBBLE:
        yield Problem(
            line,
            f"{what}의 끝이 카카오톡에서 잘려요 ({width:,}자)",
            f"이모지는 두 자 이상으로 쳐요. {BUBBLES * BUBBLE:,}자 안으로 줄여 주세요",
        )
    elif width > BUBBLE:
        count = -(-width // BUBBLE)
        yield Problem(
            line,
            f"{what}이 길어서 카카오톡에서 말풍선 {count}개로 나뉘어요 ({width:,}자)",
            f"{BUBBLE:,}자 안으로 줄이거나 자세한 내용은 링크(links)로 옮겨 주세요",
        )


def _pictures(intent: Intent) -> Iterator[Problem]:
    """Of three outputs the text takes its bubbles first, then a card its buttons."""
    width = _width(intent.answer)
    taken = min(BUBBLES, max(1, -(-width // BUBBLE)))
    if intent.buttons and (width - 1) % BUBBLE >= CARD:
        taken += 1
    lost = len(intent.images) - max(0, BUBBLES - taken)
    if intent.images and lost > 0:
        yield Problem(
            intent.line_of_key("images"),
            f"카카오톡에는 이미지 {lost}장이 보이지 않아요",
            f"글과 버튼까지 말풍선은 {BUBBLES}개예요. 이미지를 줄이거나 답변을 짧게 해 주세요",
        )


def _width(text: str) -> int:
    """Length in UTF-16 units, as the channel counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
