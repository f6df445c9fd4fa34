"""Goods that are sent as a code, a link or a file: they do not work, or do not come."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import is_question
from bot.dialog.words import squash
from bot.patterns import searched

#: A coupon is no goods, and what a bank or a shop sends to log in with neither.
_GOODS: Final = (
    r"(?<!쿠폰)(?<!할인)(?<!인증)(?<!카드)(?<!오류)(?<!에러)"
    r"(?:전자책|이북|ebook|e북|pdf|전자파일|도안파일|음원|다운로드(?:링크|파일)?|(?:등록|구매|구입|정품)?코드|시리얼(?:넘버|번호)?|정품키|인증키|라이[선센]스(?:키)?"
    r"|핀번호|기프트카드|기프티콘|모바일상품권|상품권|이용권|구글플레이카드|문화상품권)"
)
_FAILS: Final = searched(
    rf"{_GOODS}(?:이|가|은|는|을|를|도|번호|코드|등록|다운로드|사용|인식|설치|열람|파일|이라고|에서)*"
    r"(?:아예|계속|자꾸|왜|전혀|또)*(?:안(?:돼|되[네는고]|됩|됨|열[려리]|뜨|떠|먹[혀히]|읽|켜)|이미(?:사용|등록|쓴|쓰인)|(?:사용|등록)된(?:거|번호|코드)|만료|무효|유효하지|깨[져졌]|오류|에러)"
)
_MISSING: Final = searched(
    rf"{_GOODS}(?:이|가|은|는|을|를|도|번호|코드)*(?:아직도?|여태|왜|계속|한참째?|메일로|문자로)*"
    r"(?:안(?:와[요서]?|왔|오[네는고]|옵|옴|들어[오왔])|못받|도착(?:을)?안)"
)


#: `이용권은 메일로 오나요 문자로 오나요`
_SENT_HOW: Final = searched(
    r"(?<!쿠폰)(?<!할인)(?:코드|번호|키|전자책|이북|파일|링크|음원|이용권|상품권|기프티콘|바우처|수강권)(?:은|는|이|가|을|를)?"
    r"(?:어디로|어떻게|뭐로|(?:이?메일|문자|카톡|톡|알림톡)(?:로|으로))(?:오|와|받|보내|발송|전달|전송)"
)


def asks_how_sent(text: str) -> bool:
    """Whether it is asked by which way a code, a link or a file comes (`메일로 오나요`)."""
    return is_question(text) and bool(_SENT_HOW.search(squash(text)))


def digital_fails(text: str) -> bool:
    """Whether a code, a link or a file that was bought does not do what it should."""
    return bool(_FAILS.search(squash(text))) and not is_question(text)


def digital_missing(text: str) -> bool:
    """Whether a code, a link or a file that was bought has not come."""
    return bool(_MISSING.search(squash(text))) and not is_question(text)
