"""What is asked of goods: their measures, how they are used, and what they are like."""

from __future__ import annotations

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.entries import of_goods
from bot.dialog.nobodys import COIN
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

#: Letters of a question that has no story before it.
LONGEST_QUESTION = 16
#: What a page tells in centimetres or grams.
_MEASURE = searched(
    # `M 샀는데 L이 나을까요`
    r"(?:[smlx0-9]|사이즈|치수)(?:이|가|로|을)?(?:더|좀)?(?:나을까|맞을까|클까|작을까|괜찮을까)|"
    # `코트 M이 55인가요`
    r"(?<![a-z])[smlx]{1,3}(?:사이즈)?(?:이|가|은|는|면)?(?:여자|남자|여성|남성|한국)?(?:4[45]|55|66|77|88|99|9[05]|1[01][05])(?:반)?(?:사이즈)?(?:인가|이에|예요|이죠|이랑|정도|맞|되나|될까|쯤)|"
    r"총장|(?<!전)기장|가슴(?:단면|둘레)|어깨(?:너비|넓이|단면)|밑위|밑단|허벅지단면|허리(?:단면|둘레)|암홀|소매(?:길이|기장)|굽(?:높이|은|이)|발볼"
    r"|(?:가로|세로|높이|폭|깊이|두께|무게|지름|둘레|길이|용량|너비)(?:가|는|은|이|도)?(?:대략|대충|정확히)?"
    r"(?:몇|얼마|어떻게|어케|어느정도|어떤|[0-9]|궁금|알)"
)

#: `줄 길이 조절 어떻게 해요`: how goods are used.
_HANDLED = searched(
    r"(?:설치|조립|사용|세척|작동)(?:하는)?(?:법|방법)(?:을|은|이)?(?:영상|동영상|설명|좀)*(?:있|알려|따로|어디)"
    r"|(?:조절|조립|연결|설치|설정|사용|세척|청소|교체|충전|보관|작동|페어링|초기화|분해|접는|펴는|끄는|켜는)(?:은|는|을|를|법|법은|방법|방법은|하는법)?(?:어떻게|어떡|어케|우째|우예|어찌|좀알려)"
    r"|(?:조절|조립|연결|설치|설정|사용|세척|청소|교체|충전|보관|작동|페어링|초기화|분해)(?:하는)?(?:방법|법)(?:을|이|은|도)?(?:잘|전혀|도저히|도통)?(?:모르|몰라|어려)"
    # `시계 줄 길이 조절 가능해요?`
    r"|(?:길이|높이|각도|사이즈|크기|밝기|온도|속도|세기|끈|줄|폭|간격|단계)(?:는|은|를|을|도|가)?조절(?:이|은|도)?(?:되[나는]|돼|될까|가능(?!하게)|할수)"
    # `자동차 매트 우리 차에 맞나요`, `아이폰 15에도 끼워져요?`
    r"|^(?!.*(?:쿠폰|포인트|적립|카드|상품권|할인|주소|주문)).*[가-힣a-z0-9]{1,8}?(?:차|폰|자전거|유모차|침대|매트리스|책상|싱크대|세탁기|냉장고|청소기|오븐|텐트|[a-z0-9]{2,12}|기종|모델|년식)(?:에|에도|에는|이랑|랑|하고|용으로)(?:도|는)?"
    r"(?:맞[나는을]|호환|장착|끼워[지져]|달수있|달리나|들어가나|들어갈까|쓸수있|사용할수있|사용가능)"
    r"|호환(?:이|은|도)?(?:되나|될까|돼요|되는|가능)"
    # `이거 220볼트 맞죠?`
    r"|[0-9]+(?:볼트|v|와트|w|인치|리터|암페어|데시벨)(?:용|짜리|제품)?(?:이|가|도)?(?:맞|인가|이에요|예요|되[나는]|돼|가능)"
    # `100kg 넘는 사람이 앉아도 돼요?`
    r"|(?:앉아|올라가|올라서|넣어|담아|놔둬|걸어|매달려|달아|섞어|발라|뿌려)도(?:되[나는]|돼|될까|괜찮|안전|상관없)"
    # `베이지랑 아이보리 중에 뭐가 더 어두워요?`
    r"|^(?!.*(?:교환|환불|반품|취소|카드|결제|택배|쿠폰|할인)).*(?:이?랑|하고|과|와)[가-힣a-z0-9]{1,8}중(?:에|에서)?(?:는)?(?:뭐|뭘|무엇|어떤|어느)"
    # `세탁소 맡겨도 되나요`, `전자레인지에 돌려도 돼요`
    r"|(?:빨|돌려|맡겨|다려|삶아|말려|담가|데워|얼려|끓여|(?:세탁|빨래|다림질|건조|해동|냉동|소독)(?:을|를)?해)(?:아)?도(?:되[나는]|돼|될까|괜찮|상관없)"
    # `실리콘 몇 도까지 견뎌요`, `줄 텐션 몇으로 되어 있나요`
    r"|몇(?:도|키로|킬로|kg|그램|g|리터|볼트|와트|인치|수|mm|cm|센치|센티|파운드)(?:지)?(?:으로|로|까지|이나|나|정도|짜리)?(?:는)?(?:견[디뎌]|버[티텨]|들어가|담[기겨]|올라가|가능|되[나는]|돼|인가|이에요|예요|이죠|인지|나가)"
    r"|몇으로(?:는)?(?:되어|돼|맞춰|설정|나와)"
    # `세로 길이를 230으로 맞춤 되나요`
    r"|[0-9]{2,4}(?:cm|센치|센티|미리|mm)?(?:으로|로|에)(?:맞춤|맞춰|제작|재단|절단|커팅|잘라)(?:제작|주문|도|은|이)?[가-힣]{0,4}?(?:되[나는]|돼|될까|가능|수있|주[나시])"
    # `필터 몇 개월마다 갈아야 돼요?`
    r"|(?:몇|얼마)(?:개월|달|년|일|주|번|시간)?(?:마다|에한번|만에|정도마다|에한번씩)[가-힣]{0,3}(?:갈아|교체|교환해|바꿔|청소|세척|빨아|세탁|충전|씻|소독)"
    r"|설명서(?:은|는|도)?(?:따로|혹시|한글로)*(?:있나|없나|있어요|없어요|있는지)"
)
#: `물통을 어떻게 빼는지 모르겠어요`: how goods are used, and nothing that the store does.
_AT_A_LOSS_HOW = searched(
    r"(?:어떻게|어케|어떡게|우째)(?:잘|좀|다시)?[가-힣]{1,6}?(?:는지|은지|[는은]건지|[야해]되는지|[야해]하는지|[야해]할지)(?:를|도|잘|도통|전혀|도저히)*(?:모르|몰라|궁금|아시|알수|헷갈)"
    r"|[가-힣]는(?:법|방법)(?:을|이|도|은)?(?:잘|도통|전혀|도저히)*(?:모르|몰라|아시|헷갈)"
)
_OF_THE_STORE = searched(
    r"반품|환불|교환|취소|주문|결제|배송|택배|쿠폰|포인트|로그인|가입|탈퇴|리뷰|후기|영수증|접수|신청|문의|조회|적립|입금|수거|회수|주소|번호|계좌|구매|된(?:건|거)"
)
#: `고양이 모래 뭐가 좋아요?`, of what is sold, and no meal, film or weather.
_ADVISED = searched(
    r"^(?!.*(?:점심|저녁|아침(?!식사대용)|메뉴|맛집|영화|드라마|노래|음악|날씨|여행|데이트|주식|종목|이름|취미|운동|학원|병원)).*[가-힣]{2}.{0,12}?"
    r"(?:(?:뭐가|뭘|무엇이|어떤게|어떤걸|어느게|어느걸|어떤거|어떤제품이|어떤상품이)(?:제일|더|가장|젤|그나마)?(?:좋아요|좋을까|좋나|나아요|나을까|낫나|괜찮[아나을]|순한가|순해|인기|잘나가|추천|써야|사야|사면|골라야|맞을까)"
    r"|(?:뭐가|어떤게|어느게|무엇이)(?:제일|더|가장|젤)[가-힣]{1,6}(?:요|까요|나요|가요)$)"
)
#: `이거 얼마예요`: what goods cost stands in no entry.
_PRICED = searched(r"[이그저요]거[가-힣]{0,2}(?:얼마|가격)")
#: `추가 주문하려는데 로트번호 맞춰주실 수 있나요`: a favour is asked before anything is bought.
_WOULD_ORDER = searched(
    r"(?:주문|구매|구입|결제|예약|추가)(?:을|를)?(?:하려|할려|할까|하고싶|할건데|할예정|하기전)|(?<!배송)예약(?:도|은|이)?(?:되나|돼요|될까|가능|할수|받으)|(?:사려|살려|살까|사고싶|사기전|시키려|시킬까)(?:고|는|하|$)?"
)
#: `오늘 클래스 몇 시까지 가면 되나요`
_OF_A_VISIT = searched(
    r"몇시(?:까지|에|쯤|전)?(?:까지|에)?(?:는)?(?:가면|가야|도착하면|도착해야|오면|입장)|(?:준비물|입장|관람|러닝타임|수업|좌석|드레스코드)[가-힣]{0,4}?(?:있나|몇|뭐|어떻게|언제|어디|되나)"
)


#: `생신 선물 추천 좀요`, `뭐 사는 게 좋아요?`; a size is advised by an entry of its own.
_ADVICE = searched(
    r"^(?!.*(?:사이즈|치수|추천인|추천코드|점심|저녁|메뉴|맛집|영화|노래)).*(?:추천(?:좀|해|부탁|할만|받|요$|이요$)|뭐(?:를)?(?:사는게|사면|살까|고르는게|고르면|해주면|사주면)(?:좋|나을|될까|괜찮))"
)


def asks_advice(turn: Turn) -> bool:
    """Whether somebody wants to be told what to buy."""
    plain = words.squash(turn.text)
    return bool(_ADVICE.search(plain) or _ADVISED.search(plain))


def asks_price(turn: Turn) -> bool:
    """Whether it is asked what something costs that is only pointed at."""
    return bool(_PRICED.search(words.squash(turn.text)))


def measured(turn: Turn, near: list[Intent]) -> Intent | None:
    """The entry for a question about a measure (`총장이 어떻게 되나요`), or how goods are used."""
    plain = words.squash(turn.text)
    if _AT_A_LOSS_HOW.search(plain) and not _OF_THE_STORE.search(plain):
        return None if manner.reports_problem(turn.text) else of_goods(turn)
    of_it = near[0].category == "other" or of_goods(turn) in near
    # Nobody complains of what he only compares.
    faulty = near[0].ticket == "open" or near[0].category == "product_quality"
    of_it = of_it or (faulty and not manner.reports_problem(turn.text))
    asked = _HANDLED.search(plain) or manner.misses_on_page(turn.text)
    if manner.asks(turn.text) and asked and of_it:
        return of_goods(turn)
    if not manner.asks(turn.text) or not _MEASURE.search(plain):
        return None
    if manner.reports_problem(turn.text) or near[0].ticket == "open":
        return None
    return near[0] if near[0].category == "other" and near[0].listed else of_goods(turn)


def adjusts(text: str) -> bool:
    """Whether it is asked if goods can be made longer, higher or wider: of no size to be chosen."""
    plain = words.squash(text)
    return "조절" in plain and manner.asks(text) and bool(_HANDLED.search(plain))


def asks_of_visit(turn: Turn) -> bool:
    """Whether who will come to a class or a show asks when, or what to bring."""
    return manner.asks(turn.text) and bool(_OF_A_VISIT.search(words.squash(turn.text)))


def asks_before_order(turn: Turn) -> bool:
    """Whether who has yet to order asks what no entry is likely for: none of an order, and none of
    many pieces where no number is named.
    """
    first = turn.intent(turn.match.candidates[0].intent_id)
    needs = {one.id for one in details.of(first)} if first is not None else set()
    weak = turn.match.candidates[0].confidence < COIN or "order_number" in needs
    weak = weak or ("quantity" in needs and extract.quantity(turn.text) is None)
    told = manner.reports_problem(turn.text) or wishes.labels(turn.own_words)
    plain = words.squash(turn.text)
    return weak and not told and bool(_WOULD_ORDER.search(plain)) and manner.asks(turn.text)


def _is_kin(entry: Intent) -> bool:
    """Whether an entry is for what may be asked before buying: goods, sizes, what is in stock."""
    return entry.category == "other" and entry.ticket == "ask"


def _is_short(turn: Turn) -> bool:
    """Whether a line is but the question; and it is of no service."""
    service = manner.names_service(turn.text) or manner.asks_for_service(turn.text)
    return len(words.squash(turn.text)) <= LONGEST_QUESTION and not service


def is_of_goods(turn: Turn, near: list[Intent]) -> bool:
    """Whether it is asked what goods are like, by what they are made of or by pointing at them."""
    first = next((one for one in near if one.listed), None)
    asked = _ADVISED.search(words.squash(turn.text)) or manner.asks_for_contents(turn.text)
    if asked and first is not None and first is of_goods(turn):
        return True
    weak = first is not None and _is_kin(first) and turn.match.candidates[0].confidence < COIN
    goods = of_goods(turn)
    if first is None or (first is not goods and not (weak and goods in near)):
        return False
    alone = len(near) == 1 or all(map(_is_kin, near))
    attribute = manner.asks_for_attribute(turn.text) and alone
    # `머리핀 색 랜덤인가요?` beside complaints complains of nothing.
    alike = all(one.ticket == "open" or _is_kin(one) for one in near)
    attribute = attribute or (alike and manner.asks_of_goods(turn.text) and _is_short(turn))
    pointed = manner.points_at_goods(turn.text) and manner.asks(turn.text)
    return attribute or (pointed and not asks_price(turn))
