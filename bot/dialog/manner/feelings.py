"""Anger, insults, threats."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import once, says, squash

# Consumer agencies and courts are named when patience is at an end; "신고" of a fault is none.
_THREAT: Final = re.compile(
    r"소비자(?:원|보호원|고발|센터|단체)|소보원|(?:경찰|국민신문고|공정위|공정거래|식약처).{0,6}(?:신고|제보|민원)"
    r"|신고(?:할[게께겁]|합니다|하겠|한다|해버)|고소(?:할|장|하겠|한다|합니다|하려|해버)|고발|소송|변호사|법적(?:으로|대응|조치)|내용증명|언론사?에?제보"
    r"|(?:리뷰|별점|후기)[가-힣0-9]{0,6}테러|(?:네이버|구청|시청|카드사|본사|관공서)에?(?:신고|민원|제보)|민원(?:을)?(?:넣|제기)"
)
#: What is bad goes public, too; who is pleased says the same of what he likes.
_PUBLISHES: Final = re.compile(
    r"(?:맘카페|인스타|유튜브|sns|블로그|커뮤니티|트위터)(?:랑|이랑|하고|나|이나)?(?:에|에다|에도)?(?:싹다|싹|다|전부|죄다|사진)*"
    r"(?:올릴(?!때|수|까|만|지|곳)|올려(?!주|드|도|야|서)|올린(?:다|다고)|퍼뜨|퍼트|퍼나)"
)
_PLEASED: Final = re.compile(
    r"예[쁘뻐]|이[쁘뻐]|좋(?:아|은|네|더|다고|습)|만족|마음에들|맘에들|맘에쏙|추천|자랑|홍보|잘[받쓰입]|태그|이벤트"
)
_INSULT: Final = re.compile(
    r"(?:[씨시]|[ㅅ씹]|ㅆ)(?:발|팔|바|ㅂ)(?!송|인)|ㅅㅂ|ㅆㅂ"
    r"|(?<![한두세네곱덟홉섯열몇\d])개(?:xx|새끼|ㅅㄲ|쉐|같은?(?!색|사이즈|크기|거|걸|이)|판(?!매|다|나|지)|소리)"
    r"|미친(?!듯이(?:친절|좋|예[쁘뻐]|이[쁘뻐]|빠르|빨라|맛있|부드|따뜻|귀여|편|잘)|(?:가성비|퀄|품질|핏))|병신|ㅂㅅ"
    r"|지랄|(?<![이가도])꺼져(?!요|서|있|버|가|도|나|네)|닥쳐|(?:^|[이저그]|야|이런|저런|시발|씨발|미친)새[끼키](?!손|발|고양|강아|들?이?를?낳)"
    r"|빡대가리|또라이|등신|쓰레기같|존나|졸라|호구로|먹튀|사기꾼|도둑놈|양아치|멍청|바보같"
)
_ANGER: Final = re.compile(
    r"장난(?:해|하|치|이)(?:요|냐|세요|나|십니까|시나|는)|장난(?:합니까|질(?:이|하|해)|하자는)|이딴|이따위"
    r"|이런(?:가게|곳|데)(?:가|이|는)?(?:다|어)(?:있|딨)|ㅂㄷㅂㄷ|부들부들|^(?:아|에이|아이|하)씨(?=$|[^가-힣]|왜|진짜|뭐|또|답|이)|최악"
    r"|짜증|(?<!전)(?<!동)(?<!영)화(?:나(?!왔|온|와)|가나|난|남|딱지)|열(?:받|뻗)|어이(?:가)?없|기가막|황당"
    r"|불쾌|(?:사람|누구|고객)(?:을|를)?(?:갖고)?놀리[나냐는시]|답답(?:하|해)|너무하(?!얗|얘|야|애|늘|루|나|게|고|다싶을(?:정도|만큼)로?(?:친절|좋|예[쁘뻐]|잘|빠르|꼼꼼|맛있))|너무한"
    r"|뭐하(?:는(?:거|곳|데|짓)|자는(?:거|건|겁))|(?<!차례)(?<!차례가)(?<!순번)(?<!순서)(?<!문의)(?<!문의가)(?<!문의는)몇번(?:째"
    r"|(?:이나|을)?(?:말|얘기|물|연락|전화|문의|보내|설명|해야|더))|(?:두|세|네|다섯|[2-9])번째(?:나)?(?:말|얘기|물|연락|문의)"
    r"|(?:세|네|다섯|[3-9])번째(?:나|로|불량|고장|파손|교환|반품|품절|지연)"
    r"|빡치|빡쳐|양심(?:이|도)?없|다신안|실망|엉망|성의(?:가)?없|무책임|나몰라라|말귀|(?:못|몰)알아(?:듣|들|먹)|알아듣(?:지|질)(?:를)?못"
    r"|말(?:이|도)?안통|벽(?:이랑|하고|보고)|로봇이뭘|(?:이|그)게(?:지금)?말이(?:됩|되|돼)|쓰레기(?:를|네|야|만|잖)"
    r"|사기(?:치|당|아|네|입|(?:예|에)요(?:뭐|아니))|(?:^|이거|이건|이게|완전|진짜|무슨|순|다)사기(?:예요|에요|야|냐|죠|지|인가요?|임|잖)"
    r"|거짓말쟁이|거짓말(?:아니|이[잖네죠]|한거|만|하지(?:마|말)|하네|하시네|하냐)|^(?:하+|아|아오|아우|에휴|어휴|허)(?:참나?|진짜|정말|증말)+$|돈만(?:받|먹|챙)|떼먹"
    r"|떼어먹|등쳐먹|환장|돌겠|미치겠|왜(?:자꾸|계속|안)[가-힣]{1,8}(?:냐[고구]|라[고구]|다[고구])"
)
#: The store is said to take money and to give nothing.
_FRAUD: Final = re.compile(
    r"사기(?:치|꾼|당했|당한|네요?$|야$|잖아)|돈만(?:받|먹|챙)|떼먹|떼어먹|등쳐먹|먹튀"
)
#: `아 진짜?` wonders.
_SURPRISED: Final = re.compile(r"(?:아|허|하)(?:진짜|정말)+")
#: Faces that leave nothing open; letters are looked for without them.
_FACE: Final = re.compile(
    "[\U0001f620\U0001f621\U0001f624\U0001f92c\U0001f47f\U0001f4a2]|ㅡ[_.,]?ㅡ|-_-"
)
_SHOUT: Final = re.compile(r"[!！]{3,}|[?？!！]{4,}")


@once
def anger(text: str) -> int:
    """0 calm, 1 angry or insulting, 2 with a threat of agencies, courts or the public."""
    if says(_THREAT, text) or (says(_PUBLISHES, text) and not says(_PLEASED, text)):
        return 2
    if text.rstrip().endswith("?") and _SURPRISED.fullmatch(squash(text)):
        return 0
    shouts = _SHOUT.search(text) or _FACE.search(text)
    return int(says(_ANGER, text) or says(_INSULT, text) or bool(shouts))


def alleges_fraud(text: str) -> bool:
    """Whether the store is called a cheat (`돈만 받고 안 보내네`)."""
    return says(_FRAUD, text)
