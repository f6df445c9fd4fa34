"""Questions that go on from what was said: which word, and what about it, they ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.dialog.manner.asking import is_question, is_request
from bot.dialog.words import once, squash
from bot.patterns import any_of, searched

#: Letters of a question that goes on from an answer; a longer one tells its own matter.
LONGEST: Final = 24

#: Letters of the shortest word that may be the name of a fee.
LEAST_PRICED: Final = 2

_FEE_WORD: Final = searched(r"배송비|배송료|택배비|택비|반품비|반송비|교환비|회수비|수거비|운임")
#: What a question calls a thing, and what an answer calls it.
_CALLED: Final = tuple(
    (re.compile(asked), re.compile(held))
    for asked, held in (
        (r"입어|입었|입은|입고|착용|신어|신었", r"입거나|입으|입은|착용"),
        (r"세탁|빨았|빨래|빨은", r"세탁"),
        (
            r"(?<![가-힣])택(?!배)|택(?:을|도|만|이)?(?:떼|뗐|뗀|없|제거|잘|버)|태그|라벨",
            r"택(?!배)|라벨",
        ),
        (
            r"박스|상자|포장(?:지|을|를|도)?(?:버|뜯|없)|개봉(?:했|한|하)",
            r"그대로 포장|(?:박스|상자)(?:를|도|째|가)",
        ),
        (r"제주|도서산간|(?:울릉|백령|연평|흑산|추자)|우도|(?<![가-힣])섬", r"제주|도서산간"),
        (
            r"추가(?:금|비|요금|운임|배송비)|항공(?:료|비)|도선(?:료|비)|(?:더|또)(?:내|붙|받|드)",
            r"더 붙|추가 운임",
        ),
        # Whether they count among the days is another question than what is done on them.
        (r"(?:주말|휴일|토요일)(?:도|은|을|까지)?(?:포함|빼고|제외|쳐서|세)", r"영업일"),
        (
            r"(?:주말|토요일|일요일|토욜|일욜)(?!(?:도|은|을|까지)?(?:포함|빼고|제외|쳐서|세))",
            r"주말|일요일|토요일",
        ),
        (r"[월화수목금](?:요일|욜)|평일", r"평일|영업일"),
        # Sums and numbers of goods are held against the least for which something holds.
        (r"\d만|\d천원|\d{4}원|[일이삼사오육칠팔구십]만원", r"원 이상"),
        (r"몇개|최소|\d개|(?:열|스무|서른|백|두|세|네|다섯|여러)개", r"개 이상|함께 주문"),
        (
            r"(?:두|세|여러|한)번(?:만|씩)?(?:[내네]|받|붙|청구|드[나는]|결제)|각각(?:내|인|붙|받)",
            r"한 번만|각각",
        ),
        # From when on nothing is paid, and not who pays all the same.
        (r"무료배송|배송비무료", r"이상[^.]*무료|이상[^.]*무료배송"),
        (r"리뷰|후기", r"리뷰|후기"),
        (r"최소(?:주문)?금액", r"최소 주문 금액|원 이상"),
        (r"계좌이체|무통장|통장(?:으로|은|이)", r"계좌|무통장"),
        (r"빼고|뺀|빼서|차감|제하고", r"빼거나|차감"),
        (r"공휴일|빨간날|명절|연휴|추석|설날|국경일", r"공휴일|명절"),
        (r"전화|통화", r"전화"),
        (
            r"위치(?:가|는)?(?:어디|어떻|알)|약도|오시는길|찾아가는길"
            # Goods that are fetched by who ordered them; a courier fetches what goes back.
            r"|방문(?:수령|구매)|직접(?:가서|찾으?러|가지러|받으러)|(?:받|찾|가지)으?러(?:직접)?가(?:도|면)",
            r"매장",
        ),
        (r"글자|몇자", r"\d자|글자"),
        # What shall stand on goods, or on a card with them.
        (
            r"(?:이름|로고|상호|문구|글씨|글귀)(?:을|를|도|은|만)?(?:좀|따로|같이)?(?:넣|새[기겨길]|박[아을]|찍[어을]|인쇄|각인)",
            r"로고|각인|문구|인쇄",
        ),
        (r"몇(?:대|명|군데|곳)", r"(?:\d+|한|두|세|네|다섯|열)\s?(?:대|명|군데|곳)"),
        (r"오늘(?!은얼)|당일|바로(?:나가|출고|발송)", r"그날 출고|당일|오늘"),
        (r"불량|하자|고장|깨[졌진져지]|파손", r"불량|고장|파손"),
        (
            r"변심|마음이?(?:바뀌|바뀐|변)|(?:제|내)가(?:[가-힣]{1,4}[을를])?잘못|잘못(?:시[켰킨]|주문|골[랐라]|고른|[눌누][렀른러]|샀|산)|(?:제|내)(?:실수|잘못)",
            r"마음이 바뀌|마음이 바뀐|변심",
        ),
        (
            r"수거|회수|픽업|가지러|가져가|찾으러|방문|기사(?:님)?(?:이|은|가|께서|오)",
            r"회수하러|방문|수거|픽업",
        ),
        (r"개월", r"개월"),
        (r"버려|버리", r"버리지|폐기"),
        # Whether they must go back is another question than how.
        (
            r"(?:돌려보내|반송(?!비))(?![은는]?[가-힣]{0,4}(?:어떻|어디))|돌려드려",
            r"버리지|회수하러|돌려보내",
        ),
        (r"(?:돌려보내|반송)[은는]?[가-힣]{0,4}(?:어떻|어디)", r"회수하러|돌려보내"),
        (r"해외|외국|국외", r"국내|해외"),
        (
            r"(?:주문|결제|구매)(?:한|하고|하신|하고나서)?(?:뒤|후|다음|나서)|이미(?:주문|결제|샀)",
            r"이미 주문|끝난 주문",
        ),
        (r"(?:출고|출발|발송)(?:됐|되었|했)", r"출고됐"),
        (r"무이자", r"무이자"),
        (r"알림(?:을|은|도)?(?:신청|설정|등록|받으려면|받는법|받기)", r"알림"),
        (
            r"택배사|택배회사|(?:어느|무슨|어디)택배",
            r"택배사[는은:]|대한통운|한진|로젠|우체국|롯데택배",
        ),
        (_FEE_WORD.pattern, r"배송비|반품비|운임|왕복"),
        (r"점심", r"점심"),
        (r"건조(?!기)|말[리려]", r"말리|건조"),
    )
)
_CALLED_AT_ALL: Final = any_of(*(asked for asked, _ in _CALLED))
_FEE: Final = searched(
    r"얼만(?:데|가|지|감)|얼마(?!나(?![와오옴])|동안|간|안에|이내|내에|쯤걸|(?:정도|쯤)?(?:들어[와오올]|환불|입금|돌려|돌아))|추가(?:금|비|요금|운임|배송비)|비용|가격|요금|(?<!최소)(?<!최소주문)금액|무료|공짜|유료|무상|유상|부담|지불|값(?:이|은)"
    r"|돈(?:은|이|을|도)?(?:내|냄|드|들|받|있|필|더)"
    r"|(?:배송비|택배비|반품비|운임)[가-힣]{0,6}?(?:나[오와올]|붙|청구|발생)|추가로(?:나[오와]|들|내|붙|청구)"
    r"|(?:누가|제가|저희가|[저나]보고|[저나]한테|고객이|판매자가|구매자가|따로|미리|더|또|다시|배송비|택배비|반품비|교환비|운임)(?:는|은|를|을|도|가|이)?(?:제가|누가|다시|또|더"
    r"|따로|안(?=내[도면]))?(?:내(?!일|려|리|용|역)|[냄낼냅]|물어)"
)
_LIMIT: Final = searched(
    r"언제까지|얼마(?:안에|이내|내에)|(?:며칠|몇일)(?:까지|안에|이내|내에|내로)|기한|언제(?:안에|이내)|(?:일|주|달|개월)(?:이|은|도|을)?(?:지나|지났|넘)"
)
#: `환불은 어디로 들어와요?`
_PAID_INTO: Final = searched(
    r"(?:어디로|어느(?:카드|계좌|통장)로|어떤수단으로|뭘로|무엇으로)[가-힣]{0,8}?(?:들어[오와올]|환불|돌려|돌아|입금)"
    r"|(?:환불|돈)(?:은|이|을)?[가-힣]{0,6}?(?:어디로|뭘로|무엇으로)"
)
_SPAN: Final = searched(r"얼마동안|얼마간|몇개월|몇년")
_DURATION: Final = searched(
    r"얼마나(?![와오옴])|며칠|몇일|몇주|몇달|오래|기간|언제(?!까지|든)|얼마쯤걸"
)
#: A sum that is asked for, where one is known.
SUM_ASKED: Final = searched(r"얼마|얼만|몇원|금액")
_SUM: Final = searched(r"\d\s?[천만]?\s?원")
_START: Final = searched(r"(?:언제|몇시)부터")
_HOUR: Final = searched(r"몇시")
#: What is asked, and what a line that answers it holds.
_FACTS: Final = (
    # `송장은 언제 나와요`
    (searched(r"송장(?:번호)?[가-힣]{0,3}?언제"), re.compile(r"송장(?:번호)?[이가은는]\s?등록")),
    (
        _FEE,
        re.compile(
            r"\d\s?[천만]?\s?원|무료|무상|유상|비용|부담|(?:저희가|배송비(?:를|는)?)\s?내|내\s?주시|내지\s?않|왕복|혜택'|배송비(?:는|가)?\s(?:걱정|있)"
        ),
    ),
    (_LIMIT, re.compile(r"이내|까지|기 전이라면|쓸 수 있는 기간")),
    (_PAID_INTO, re.compile(r"수단(?:으로|별|마다)")),
    (_SPAN, re.compile(r"\d개월|영업일|\d\s?[~∼-]\s?\d일|\d일(?!\s?이내)")),
    (_START, re.compile(r"부터|이후|\d시")),
    (_DURATION, re.compile(r"영업일|\d\s?[~∼-]\s?\d일|\d일(?!\s?이내)")),
    (_HOUR, re.compile(r"\d시|\d:\d\d")),
)
_CONDITION: Final = searched(
    r"(?:면|라도|어도|아도|여도|해도|했는데도?|는데도?|은데도?|았는데|었는데|인데도?)(?:요|여|용)?(?:안?되|안?돼|안?될|괜찮|상관|가능|어떻|어떡|못|교환"
    r"|반품|환불|받아)?[가-힣]{0,6}$"
)
#: `언제 입금되는데요`: impatient, and no condition.
_OUTRIGHT: Final = searched(
    r"(?:언제|얼마|어디|어떻게|왜|뭐|뭘|누가|몇|며칠)[가-힣]*[는은인한]데(?:요|여|용)?$"
)
_ENDS: Final = searched(
    r"(?:[은는]|면|[은는]요|면요|며뇨|도요|는데도요?|동안요?|까지요?|정도요?|을때요|할때요|경우요)$"
)
#: Words of a question that name nothing: pointers, question words, verbs, days and numbers.
_SAYS_NOTHING: Final = re.compile(
    r"(?:그대로?|원래대로?|그럼|그러면|근데|그런데|혹시|그리고|그래도|그래서|그니까|아님|아니면|아|네|예|저기|음|엥|헐|어|그거|그건|그게|이거|이건|이게|그것|제가|저는|저희가?"
    r"|우리|저|나|내가|그냥|다시|새로|많이|보통|대략|대충|정도|쯤|더|또|다|좀|꼭|총|전부|지금|이제|이미|벌써|아직|따로|미리|다른|혼자|같이|하나|건|게|거|때|땐|때는"
    r"|경우(?:는|엔|에는)?|수|안|못|요|만약|만일|진짜|정말|원래|추가로|보니까|여기|거기|딱|잠깐|잠시|살짝|[한두세]번|하루|밖|집|실내)(?:은|는|도|만|요|에서|안에서만)?"
    r"|(?:왜|언제|얼마|며칠|몇|어디|어떻게|어떡|어케|누가|누구|뭐|뭘|무슨|어느|어떤)[가-힣]*"
    r"|\d+(?:일|시|분|번|월|원|천원|만원|개|장|주|째|일째|시간)?(?:은|는|이|도|에|인데|신데|쯤|까지)?"
    r"|(?:오늘|내일|모레|어제|그제|이번|다음|지난)[가-힣]*"
    r"|[가-힣]*(?:나요|까요|가요|어요|아요|여요|해요|돼요|되요|와요|줘요|세요|이죠|하죠|되죠|죠|지요|네요|구요|고요|군요|는지요?|을지|건지|인지|데요|래요|냐"
    r"|니|노|나여|까여|데예|네예|나예|는교|능교|습니까|니까|할게요|겠어요|려요|겨요|져요|내요|드요)"
    r"|[가-힣]*(?:[었았였했됐갔왔났샀렸났]는데도?|으면|하면|되면|지면|떼면|사면|[가-힣]ㄴ데|어도|아도|해도|돼도|되는데|있는데|없는데|버렸는데|없고|있고|하고"
    r"|받고)(?:요|여)?"
    r"|[가-힣]{1,4}(?:을|할)때(?:는|요|는요)?"
    r"|[가-힣]{1,3}야만?|(?:써|봐|꺼|떠|커|쳐|펴|둬|놔|사|싸)요"
    r"|[가-힣]+(?:한|된|할|될|하신|받은|뗀)|(?:받|입|신|먹|찾|넣)을|보낼|바꿀|고칠|쓸|살|뒤(?:에도?|로)?|후(?:에도?)?|전(?:에도?)?"
    r"|(?:가능|확인(?!서|증)|처리|진행|시작|괜찮)[가-힣]*"
    r"|(?:드는|내는|되는|하는|있는|없는|오는|가는|받는|보내는|나가는|걸리는|해야|내야|드는지|거죠?|건가|이면)"
    r"|(?:비용|가격|요금|금액|돈|값|기간|기한|무료|공짜|할|부담|지불)(?:이|인|은|는|도|을|를)?(?:요|죠)?"
)
_PARTICLE: Final = searched(
    r"(?:이라면|이면|라면|면|일때는?|인데도?|한테|에서도?|에도|에는|으로는|로는|으로|까지|부터|이랑|랑|하고|은|는|이|가|도|을|를|에|로|만|의)?(?:요|여"
    r"|용)?$"
)
#: `출고됐으면요`, `환불되나요`: what is done, or asked to be, is the thing itself.
_IS_DONE: Final = re.compile(
    r"((?!어떻|어떡|얼마|무슨|가능|필요|말씀|안내)[가-힣]{2,}?)(?:됐|되었|했|하였|되|돼|해)(?!결)(?![가-힣]*(?:[주줘]))[가-힣]{0,7}"
)
_WORD: Final = searched(r"[가-힣A-Za-z0-9]+")
_COUNTED: Final = searched(r"^(?:\d+|몇)(?=[가-힣]{2,})")


@dataclass(frozen=True, slots=True)
class Pursued:
    """What a question wants to know: of which things, and which fact of them.

    `things` and one of `facts`, the best first, are what a line that answers must hold; `names` are
    its own words.
    """

    things: tuple[re.Pattern[str], ...]
    names: tuple[str, ...]
    facts: tuple[re.Pattern[str], ...]
    #: `불량이면요?`, `입어봤는데도 되나요`: another case of the same.
    conditional: bool
    #: `건조기는요?`: said so only of something that was talked about.
    goes_on: bool
    #: Whether it is the fee that is asked for, and what it is called.
    fee: bool
    fee_word: str

    @property
    def is_bare(self) -> bool:
        """Whether the question names no thing at all (`왜요?`, `얼마나 걸려요?`)."""
        return not self.things and not self.names


@once
def pursued(text: str) -> Pursued | None:
    """What a short question asks of what was said before; None where the line is no such one."""
    plain = squash(text)
    asks = is_question(text) or bool(_ENDS.search(plain))
    if (
        not plain
        or len(plain) > LONGEST
        or not asks
        or (is_request(text) and not _ends_in_mark(text))
    ):
        return None
    called = _called(plain)
    names = _names(text, [asked for asked, _ in called])
    fact = next(((asked, held) for asked, held in _FACTS if asked.search(plain)), None)
    facts = (fact[1],) if fact else ()
    fee = fact is not None and fact[0] is _FEE
    return Pursued(
        things=tuple(held for _, held in called),
        names=tuple(_priced(name) if fee else name for name in names),
        facts=(_SUM, *facts) if fee and SUM_ASKED.search(plain) else facts,
        goes_on=bool(_ENDS.search(plain)),
        conditional=bool(_CONDITION.search(plain)) and not _OUTRIGHT.search(plain),
        fee=fee,
        fee_word=found[0] if fee and (found := _FEE_WORD.search(plain)) else "",
    )


#: Letters of a bare noun, and of a statement that goes on from an answer.
_LONGEST_NOUN: Final = 10
_LONGEST_STATED: Final = 14
#: What ends a sentence, a clause or a wish: a bare noun (`포장지 색깔`) ends in none of them.
_SENTENCE_ENDS: Final = searched(
    r"(?:[요다죠네음함임까냐나데고서면여용염ㅋㅎㅠ~!.?]|환불|교환|반품|취소|변경|신청|접수|문의|부탁|은|는|을|를|도|만|에|로|니까|안녕|감사|고마워|그래|아니"
    r"|그냥|글쎄|[서어네]유|는디|당께|[라더네]예|심더|니더|데이|구먼|시유)$"
)
#: How he paid, where he lives, what he has (`계좌이체로 냈어요`, `제주 살아요`, `카드예요`).
_STATES: Final = searched(
    r"(?:살아요|삽니다|사는데요?|거주(?:해요|중)[가-힣]{0,4}|(?:으?로)(?:냈|했|긁었|결제했|샀|계산했|주문했|지불했)(?:어요|습니다|는데요?|거든요)?"
    r"|(?:뗐|뜯었|버렸|입었|신었|빨았|세탁했|개봉했)(?:는데요?|어요|습니다|거든요)"
    # Why it shall go back: `사이즈가 안 맞아서요` behind who pays for that.
    r"|(?:안맞|맞지않)(?:아서|아)요|(?:사이즈|치수)(?:가|이)?(?:너무|좀)?(?:작아서|커서)요"
    r"|잘못(?:시켰|주문했|골랐|눌렀|샀)(?:어요|습니다|는데요?|네요|음)"
    r"|(?:이에요|예요|인데요?|입니다|이요|이거든요|거든요))$"
)


def bare_noun(text: str) -> bool:
    """Whether a line is nothing but the name of a thing: behind an answer it asks of that."""
    plain = squash(text)
    named = 2 <= len(plain) <= _LONGEST_NOUN and not any(map(str.isdigit, plain))
    return named and not _SENTENCE_ENDS.search(text.strip()) and bool(_names(text, []))


def stated(text: str) -> Pursued | None:
    """What a short statement tells of his own case, as a question of the same would name it."""
    plain = squash(text)
    if len(plain) > _LONGEST_STATED or not _STATES.search(plain) or is_question(text):
        return None
    if "말고" in plain or "아니" in plain:
        return None  # `카드 말고 무통장으로 샀어요`: the word that is named first is not meant
    called = _called(plain)
    # `제가 잘못 시킨 거예요` is of no `잘못 온 상품`: a word for the case goes before its letters.
    named = () if called else _names(text, [])
    names = tuple(one[:2] for one in named if len(one) > 1)
    if not (called or names):
        return None
    return Pursued(
        things=tuple(held for _, held in called),
        names=names,
        facts=(),
        conditional=False,
        goes_on=True,
        fee=False,
        fee_word="",
    )


def _called(plain: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """What a line calls by a word that answers have another for."""
    if not _CALLED_AT_ALL.search(plain):
        return []
    return [(asked, held) for asked, held in _CALLED if asked.search(plain)]


def _priced(name: str) -> str:
    """What a fee is for (`포장비`): an answer tells of that, whatever it costs."""
    return name[:-1] if len(name) > LEAST_PRICED and name[-1] in "비료값" else name


def things_named(text: str) -> tuple[str, ...]:
    """All that a line calls by name, and what it calls a fee."""
    fee = _FEE_WORD.search(squash(text))
    return (*_names(text, []), *((fee[0],) if fee else ()))


#: How somebody begins who comes to speak of something else.
_TURNS: Final = re.compile(
    r"\s*(?:(?:아|네|참)[\s,.~!]*){0,3}(?:그리고|근데|그런데|참|혹시|한\s?가지\s?더|하나\s?더)[\s,.~]"
)


@once
def turns_to(text: str) -> bool:
    """Whether a line begins as one does who turns to something else (`아 그리고 …`)."""
    return bool(_TURNS.match(text))


#: What names no goods in particular.
_ANY_GOODS: Final = re.compile(
    r"(?:택배|배송|물건|상품|제품|주문|구매|교환|반품|환불|취소|결제|받음|받은?|온|새로|도착|방금|아까|사진|문의|색상?|색깔|사이즈|박스|포장|하나|이것|그것"
    r"|저기)[가-힣]{0,2}"
)


def names_alike(text: str, other: str) -> bool:
    """Whether a line names first what the other names too (`나사가 안 맞아요`)."""
    first = _first_goods(text)
    return bool(first) and first in _names(other, [])


def _first_goods(text: str) -> str:
    return next((one for one in _names(text, []) if not _ANY_GOODS.fullmatch(one)), "")


def _ends_in_mark(text: str) -> bool:
    return text.rstrip().endswith(("?", "？"))


def _names(text: str, called: list[re.Pattern[str]]) -> list[str]:
    """The words of a question that name a thing, without their particles."""
    found = []
    for said in _WORD.findall(text):
        done = _IS_DONE.fullmatch(said)
        word = done[1] if done is not None else said
        if _SAYS_NOTHING.fullmatch(word) or any(asked.search(word) for asked in called):
            continue
        bare = _COUNTED.sub("", _PARTICLE.sub("", word))
        if bare and not bare.isdigit() and not _SAYS_NOTHING.fullmatch(bare):
            found.append(bare)
    return found
