"""What cannot or shall not be told: a number, a name, a day."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.words import squash
from bot.patterns import searched

_UNKNOWN: Final = searched(
    r"(?:모르|몰라|몰르|몰러)(?:[겠것]|[요유여예네지우오]|는데|니|구|고|서)|몰러|몰라(?:마|$|(?=번호|이름|언제|그런|그거))|몰[것겄]|모[른린](?:다|대|당|데)|모름(?!지기)|모릅니|(?:알)?턱이?(?:있|없)|기억(?:이)?(?:안|이안|나지)"
    r"|(?:(?<!필요)없어(?!졌)요?|없습니다|없는데요?|없네요|없음)|안(?:보여|나와|보이|나오|찾아)|못찾|비회원|건너뛰|패스|넘어가|스킵|알수없"
    r"|생각(?:이)?안나|까먹|잊어|나중에|없다니까|[읎웂](?:어[유요예]?|는디[유요]?|당께|다)"
    r"|(?:그걸|그거|그런걸)?(?:제|내|나)가(?:그걸|그거|그런걸)?(?:어떻게|어찌|어케|우예|우째|워찌)알(?:아|어|겠|것)[가-힣]{0,3}"
    r"|주문번호(?:문자|카톡|톡|알림톡?|안내|메일)?(?:가|이|를|은|도)?(?:아직)?(?:안|못)(?:왔|와|받|떴)"
    # Why there is no number: he bought without an account, and keeps no papers.
    r"|(?:회원)?가입(?:은|을|도)?(?:안|없이)(?:하고|했|한)?|로그인(?:은|을|도)?안하고"
    r"|(?:문자|카톡|알림톡|메일|영수증|송장|박스|상자)(?:를|은|는|도|을)?(?:다|벌써|이미)*(?:지웠|지워|버렸|버려|삭제|찢)"
)
_REFUSES: Final = searched(
    r"(?:알려|말|말씀|가르쳐|드리)(?:드리)?(?:주|하)?(?:기|고|줄)?(?:가)?(?:싫|싶지않|못|안할|수없|ㄹ수없)"
    r"|(?:이유|사유)(?:는|은|를|을)?(?:그냥|좀)?(?:비밀|말하기|밝히고|밝히기|노코멘트)|(?:말|말씀)(?:하기|드리기|하고)(?:가|는)?(?:좀)?(?:싫|그래|곤란|애매|그렇)"
    r"|안(?:알려|가르쳐|말해|말할|보낼)(?:줄|줘|준|드릴|드려|래|거|건)?|개인정보(?:라|이라|니까|여서|이니까|잖)[가-힣]{0,4}"
    r"|(?:그냥|알아서|거기서|거기가|[니너느]네가|[니네]가|그쪽에서|그쪽이|당신들이|직접)(?:좀|알아서)*(?:찾|조회)(?:아|해)?(?:서)?|왜(?:그걸|그런걸|자꾸)?(?:알려|말해|필요|물어)"
    r"|(?:꼭|굳이)(?:알려|말|필요|해야)|^(?:그것도|그거도|그건)(?:좀)?(?:싫|곤란)"
)
#: Letters that are left beside `모르겠어요` and tell nothing.
SAYS_NOTHING: Final = 3
_OF_A_DETAIL: Final = re.compile(
    r"(?:저|제|전|저는|그게|그건|그거|지금|근데|일단|아|음|흠|네|죄송(?:해요|한데)?|상품|물건|택배|주문|구매|번호|송장|날짜|날|언제|며칠|몇일|이름|성함"
    r"|연락처|전화|주소|영수증|문자|내역|조회|이유|어디|어떻게"
    r"|(?:뭐|머|뭣)(?:시?여유?|시당가|시랑가|인지|이?당가|야|예요|에요|꼬|요|냐)|유|인지|뭔교|뭐꼬|뭐여|뭔데|뭔가|난|나는|내가|이런|같은|도통|영|이었는지|였는지|했는지|받았는지|샀는지|왔는지|있는지"
    r"|하는지|는지|은지|뭔지|무슨|지|은|는|으로|네이버에서|비회원으로|회원|어|이|가|도|을|를|에|서|요|게|건|거|것|고|제발|좀|같은거|같은건|것도"
    r"|(?:빨리|얼른)?(?:보내|배송해|처리해|확인해)주(?:세요|시면돼요)|그런|따로|그냥|정확히|정확하게|잘|전혀|하나도|아예|다|기억|찾아(?:봐도|도)|데요"
    r"|다니까요|니까요|[고그이]런(?:거|것|걸)?|(?:볼|할|알|찾을)줄|싫어요?|싫은|곤란|그런|알려주세요|해주세요|건|봐도|못|수|할|해서|그래서|여서|ㅠ|ㅜ|아|내|나|샀|시켰|산|거라|디|데|했|버|왔|어서|심더|씸|안|우짜노|우야노)*"
)
_DETAIL_UNKNOWN: Final = searched(
    r"(?:번호|날짜|언제(?:인지|였는지|받았는지|샀는지)|이름|성함|내역|주문서|영수증)[가-힣]{0,10}?(?:모[르름린른]|몰라|기억|없|안(?:보|나|찾|떠)|못찾|까먹"
    r"|잊|생각)|주문번호(?:문자|카톡|톡|알림톡?|안내|메일)?(?:가|이|를|은|도)?(?:아직)?(?:안|못)(?:왔|와|받|떴)"
)
#: `몰라요 누가 보낸 건지`: what is told behind it asks nothing.
_BEGINS_UNKNOWING: Final = searched(
    r"^(?:아|음|글쎄요?|그건|그게|저도|저는|전|그런거|번호는?)*(?:잘)?(?:몰라[요여유]?|모르겠[어네는습]|모르는데|모름)"
)


#: What was said was not understood.
_PUZZLED: Final = re.compile(
    r"(?:네|에|예|아|엥|응|잉|저기요?|근데|그게|그건|이게|지금|잘|제가|저는|좀|죄송한데|죄송하지만|도대체|대체|다|도무지|나는|난|뭐라고요?|뭐라는(?:거|건)(?:예요|에요|죠|지)?)*"
    r"(?:(?:무슨|뭔|먼)(?:말|뜻|소리|얘기|이야기)[가-힣]{0,10}|(?:뭐|머)라(?:고요|구요|는거예요|는거죠|는건지)"
    r"|이해(?:가|를|는|도)?(?:잘)?(?:안|못)(?:가|돼|되|됩|했|하겠)[가-힣]{0,5}|못알아듣[가-힣]{1,6}|알아듣게[가-힣]{0,10}"
    r"|(?:다시|한번더|쉽게|천천히|자세히|짧게|풀어서)(?:한번|한번만|좀|더)*(?:말씀|설명|얘기|알려)(?:을)?(?:해)?(?:주세요|줘요|주실래요|주시겠어요|주실수있[가-힣]{1,4}|부탁[가-힣]{0,5}|주시면)[가-힣]{0,4}"
    # `무슨 문의요?` to a reminder, `제가 뭘 보내야 하죠?`
    r"|(?:무슨|어떤|뭔)(?:문의|거|건|것|접수|일)(?:요|죠|예요|에요|이에요|였죠|였나요|말(?:이에요|씀이세요|씀인가요|인가요)|인가요|인데요|인지요)"
    r"|(?:뭘|무엇을|뭐를?|어떤걸)(?:보내|알려|말씀|적어|써|드려|말해|해)(?:드려)?야(?:하죠|하나요|하는데요|해요|돼요|되나요|되죠|될까요|할까요|하는지)"
    r"|(?:너무|좀|말이)*어렵(?:네요|습니다|다|네)|어려워요|헷갈려요|헷갈리네요)(?:요)?"
)


def does_not_know(text: str) -> bool:
    """Whether something cannot or shall not be told, be it what was asked or anything else."""
    plain = squash(text)
    return bool(_UNKNOWN.search(plain) or _REFUSES.search(plain))


def knows_nothing(text: str) -> bool:
    """Whether a line says no more than that what was asked cannot be told."""
    if not does_not_know(text):
        return False
    rest = _REFUSES.sub("", _UNKNOWN.sub("", squash(text)))
    return len(rest) <= SAYS_NOTHING or bool(_OF_A_DETAIL.fullmatch(rest))


def begins_unknowing(text: str) -> bool:
    """Whether a line first of all says that he does not know (`몰라요 선물받은 거라`)."""
    return bool(_BEGINS_UNKNOWING.search(squash(text)))


def misses_a_detail(text: str) -> bool:
    """Whether an order's number, its day or a name is what cannot be told."""
    return does_not_know(text) and bool(_DETAIL_UNKNOWN.search(squash(text)))


def is_puzzled(text: str) -> bool:
    """Whether a whole line says that what was said was not understood (`무슨 말이에요?`)."""
    return bool(_PUZZLED.fullmatch(squash(text)))
