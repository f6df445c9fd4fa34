"""Goods that came to grief at his own hands: nobody sent them so."""

from __future__ import annotations

from typing import Final

from bot.dialog.words import once, squash
from bot.patterns import searched

#: What one does to goods, and never what they do by themselves.
_BROKE: Final = (
    r"(?:떨어|깨|부러|망가|터)(?:뜨|트)[리려렸릴린]|떨[구궈궜군]|(?<=[제내]가)깼|(?<!잠)(?<=[을를])깼|(?<![가-힣])깼|(?:깨|해|찢어|태워|부숴|망쳐)먹[었은어]|태웠|엎(?:었|어서|어버|질[러렀])|밟(?:았|아서|아버)"
    # `애가 깼어요` woke up.
    r"|(?<!다)쏟(?:았|아서|아버)"
)
_BROKE_IT: Final = searched(_BROKE)
#: Where a word begins in a line without its spaces.
_HE: Final = r"(?:(?<![가-힣])|(?<=[을를은는도만요고데서가]))"
#: `제 실수긴 한데`, `제가 잘못 눌러서 부러졌어요`, `필름 잘못 붙여서 망했어요`
_BLAMES_HIMSELF: Final = searched(
    rf"{_HE}(?:제|내|저희)(?:가)?(?:실수|부주의|불찰|과실|잘못)(?:로|이[긴에라네지]|이?기는|예요|에요|인|입|긴|라|네|지만|였|임|같|도있)"
    rf"|{_HE}(?:제|내|저희|애|아이|아기|남편|아내)(?:가|이)?(?:[가-힣]{{1,6}}[을를])?(?:실수로|잘못)"
    r"(?:눌[러렀]|끼[워웠]|조립|잘[라랐]|건드|만[져졌]|꽂|설치|붙[여였]|연결|깨|부|떨|밟|쏟|태)"
    r"|(?:잘못|삐뚤게|비뚤게)(?:붙[여였]|잘[라랐]|오[려렸]|꿰맸|박았)(?:다가|서|는데|어요|네|습|더니|버렸|음)"
    r"|붙이다(?:가)?(?:먼지|기포|찢|구겨|삐뚤|비뚤)"
)
#: Who else did it, or that nobody did.
_NOT_HE: Final = searched(
    r"(?:기사|택배|배송|배달|운송|누가|누군가|직원|설치|업체|판매자|그쪽|거기|이사)[가-힣]{0,12}?(?:떨[어구궈궜군]|던[져졌진]|깨|깼|쏟|밟|엎|부러|망가|잘못)"
    r"|지(?:도|는|를)?(?:않|못|안)|(?:적|일)(?:도|이|은)?(?:한번도)?없|(?:안|한번도)(?:떨|깨|부러|쏟|밟|엎)"
    r"|(?:실수|잘못|부주의|과실)[가-힣]{0,6}?아[니닌닙]|(?:거|것|건|게)(?:도|이|가)?아[니닌닙]"
    r"|(?:붙[여였]|잘[라랐]|조립)[가-힣]{0,4}?(?:왔|보내|보냈|온|도착)"
    # Goods that should withstand that.
    r"|(?:살짝|한번)(?:만)?(?:떨[어구궈궜군])|(?:하루|이틀|며칠)만에"
)


@once
def broke_it_himself(text: str) -> bool:
    """Whether goods are said to have been broken by who has them, or by his own slip."""
    plain = squash(text)
    if not (_BROKE_IT.search(plain) or _BLAMES_HIMSELF.search(plain)):
        return False
    return not _NOT_HE.search(plain)
