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

#: Whether a picture is wanted, and where it is to be sent.
_SENDS_PHOTO: Final = re.compile(
    r"(?:네|아|근데|혹시|그럼|그러면|제가|찍은|상품|제품|불량|파손|하자|이거|증거)*"
    r"(?:사진|동영상|영상|캡[처쳐]|스샷|진단서|소견서|견적서|영수증|확인서)(?:도|는|이|가)?(?:있는데|있어요|있습니다|있거든요)?(?:은|는|을|를|도|이|가|로|으로|찍은거|찍은건)?(?:같이|지금|먼저|혹시|따로|좀|꼭|그냥|여기|여기다|여기에)*"
    r"(?:(?:어디|어데|오데|우데|어디다|어느쪽|뭘로)(?:에|에다|로|서)?(?:보내|올리|올려|첨부|드리|전송)[가-힣]{0,10}"
    r"|(?:어떻게|어케)(?:보내|올리|올려|첨부)[가-힣]{0,10}"
    r"|(?:여기|여기다|여기에|이쪽|이리|톡|카톡|채팅|이대화)(?:로|에|에다)?(?:보내|올리|올려|첨부)[가-힣]{0,10}(?:나요|까요|요|죠|가요)"
    r"|(?:찍어)?(?:보내|올려|첨부해)?(?:서)?(?:드릴까요|드려요|드리면(?:되나요|돼요|될까요|되죠)|드려야(?:하나요|되나요|돼요|해요)"
    r"|(?:보내|올려|첨부해|드려)도(?:되나요|돼요|될까요|되죠|괜찮[가-힣]{0,4})|보낼까요|올릴까요|보내(?:야|면)(?:하나요|되나요|돼요|될까요|되죠|해요)|필요(?:한가요|하세요|해요|하신가요|하나요|할까요)|있어야(?:하나요|되나요|돼요|해요)))"
)
_NEEDED: Final = searched(
    r"(?:주문)?번호(?:까지|도|를|는|가|은)?(?:꼭|굳이|왜|반드시)?(?:알려|필요|있어야|적어|말해|말씀|드려)[가-힣]{0,4}(?:돼요|되요|하나요|하죠"
    r"|되나요|돼요|해요|될까요|한가요|요구|하는데요|해야|되는데|되냐|돼냐|하는데|하냐|되는거|하는거|되죠|됩니까|합니까)"
    r"|^(?:아니?|근데|하)*왜(?:자꾸|계속|또)(?:물어|묻|달라)(?:[가-힣]{0,6}$|[가-힣]{0,4}[요죠냐](?:그냥|걍))"
    r"|(?:주문)?번호(?:는|를|가|까지)?왜(?:자꾸|계속|또)?(?:물|묻|달라|알려|필요|찾)"
    r"|주문번호(?:가|를|는)?(?:없어도|몰라도|없으면|모르면)(?:안?되나|안?돼|안?될|괜찮|가능|어떡|어떻|못)"
)
_LEAVES_IT: Final = re.compile(
    r"(?:이거|그거|꼭|굳이|그냥|혹시)*안(?:보내|해|알려줘|알려드려|말해|말씀드려|적어|써)도(?:되|돼|괜찮)[가-힣]{0,4}"
)
_PHOTO_ALONE: Final = re.compile(
    r"(?:네|아|일단|우선|제가|여기|지금|그럼)*(?:사진|영상|동영상|이미지|캡쳐|캡처|스크린샷)(?:은|는|을|를|도|이|먼저|부터|좀|한번|바로|여기)*"
    r"(?:보내(?:요|드려요|드릴게요|드립니다|볼게요|려고요|려는데요)|보낼게요|보냅니다|보냈(?:어요|습니다|는데요?)|첨부(?:해요|합니다|할게요|했어요|했습니다|드려요)"
    r"|올(?:려요|릴게요|렸어요|렸습니다|려드릴게요)|있(?:어요|습니다|는데요)|찍(?:어놨어요|었어요|어뒀어요|어볼게요)|보여(?:드릴게요|줄게요))"
    r"(?:확인(?:좀)?(?:해주세요|부탁(?:드려요|드립니다|해요))?|봐주세요|보세요)?"
)


def asks_of_photo(text: str) -> bool:
    """Whether who sent a picture asks if it came, or was looked at (`사진 보셨어요?`)."""
    return bool(_PHOTO_CAME.fullmatch(squash(text)))


def asks_to_send_photo(text: str) -> bool:
    """Whether it is asked if a picture is wanted, and where it is sent (`사진 어디로 보내요?`)."""
    return bool(_SENDS_PHOTO.fullmatch(squash(text)))


def asks_to_leave_it(text: str) -> bool:
    """Whether it is asked if nothing need be told at all (`안 알려드려도 돼요?`)."""
    return bool(_LEAVES_IT.fullmatch(squash(text)))


def speaks_of_a_photo(text: str) -> bool:
    """Whether a line says only that a picture comes, or is there (`사진 보낼게요`)."""
    return bool(_PHOTO_ALONE.fullmatch(squash(text)))


def told_before(text: str) -> bool:
    """Whether somebody says that he told it before (`아까 말했잖아요`)."""
    return bool(_TOLD_BEFORE.search(squash(text)))


def asks_if_may_skip(text: str) -> tuple[str, ...]:
    """The details that it is asked of whether they must be told (`이유 꼭 말해야 돼요?`)."""
    plain = squash(text)
    if not _MUST_TELL.search(plain):
        return ()
    return tuple(name for name, said in _ASKED_FOR.items() if said.search(plain))


def asks_if_needed(text: str) -> bool:
    """Whether somebody asks why, or whether at all, he has to tell the number of his order."""
    return bool(_NEEDED.search(squash(text)))
