"""Whether something must be told at all, or was told before, and whether a picture came."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import squash
from bot.patterns import searched

_PHOTO_CAME: Final = re.compile(
    r"(?:네|아|혹시|제가|아까|방금|그)*(?:보낸|보내드린|올린)?(?:사진|영상|동영상)(?:은|는|이|가|도)?(?:잘|다)?(?:봤|보셨|보이|확인(?:했|하셨|되셨|되|됐)|갔|받으셨|받았|도착했|왔|전송됐)"
    r"(?:나요?|어요?|시나요|죠|지요|을까요|습니까|는지요?|시죠)"
)
#: `사유 꼭 적어야 되나요`
_MUST_TELL: Final = searched(
    r"(?:말(?:해|씀드려|씀해)야|적어야|써야|알려(?:줘|드려)?야|있어야|필요)[가-힣]{0,3}?(?:돼요?|되요?|되나요?|하나요?|해요|할까요?|한가요?|돼나요?|합니까|하죠)$"
    r"|(?:안|굳이)(?:말해|말씀드려|적어|써|알려줘|알려드려|알려)도(?:되|돼|괜찮)[가-힣]{0,4}$"
    r"|(?:안|않)?(?:말하면|적으면|알려주면|말씀드리면|말안하면|안적으면)(?:안되|안돼)"
)
#: `아까 말했잖아요 모른다고`
_TOLD_BEFORE: Final = searched(
    r"(?:아까|이미|벌써|방금|전에|위에|저번에|지난번에|앞에서|처음에|몇번을?)[가-힣]{0,6}?(?:말|얘기|이야기|말씀|적어|적었|썼|써놨|알려|드렸|남겼)"
    r"[가-힣]{0,6}?(?:잖|다니까|다고|자나|거든|는데요?$|어요$|습니다$|음$)"
)
_ASKED_FOR: Final = {
    "reason": re.compile(r"이유|사유|왜그런지|왜인지"),
    "when": re.compile(
        r"언제(?!까지|쯤까지)[가-힣]{0,3}(?:받|샀|왔|주문|온|였|인)|날짜|받은날|수령일"
    ),
    "name": re.compile(r"이름|성함"),
    "phone": re.compile(r"연락처|전화번호|폰번호"),
    "topic": re.compile(r"무슨상담|어떤상담|상담내용"),
}


def asks_of_photo(text: str) -> bool:
    """Whether who sent a picture asks if it came, or was looked at (`사진 보셨어요?`)."""
    return bool(_PHOTO_CAME.fullmatch(squash(text)))


def told_before(text: str) -> bool:
    """Whether somebody says that he told it before (`아까 말했잖아요`)."""
    return bool(_TOLD_BEFORE.search(squash(text)))


def asks_if_may_skip(text: str) -> tuple[str, ...]:
    """The details that it is asked of whether they must be told (`이유 꼭 말해야 돼요?`)."""
    plain = squash(text)
    if not _MUST_TELL.search(plain):
        return ()
    return tuple(name for name, said in _ASKED_FOR.items() if said.search(plain))
