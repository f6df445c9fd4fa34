"""Why something is wanted, and what is left of a line beside its details."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.dialog import details, extract, manner, wishes, words
from bot.dialog.lines import parts_of
from bot.dialog.turn import Turn
from bot.patterns import searched
from intents import Intent

_SO_I_ASK: Final = re.compile(
    r"\s*(?:그러|그런데|(?:이제|지금|늦게|인제)(?:서야|야)?\s?(?:봤|보|확인|답|연락)|답(?:장|변)?(?:을|이)?\s?(?:늦|못)|물어|여쭤|여쭙|문의|(?:어떻게|어디에?|뭐로|무엇으로)\s?(?:싸|포장|보내|부치|넣|담))"
)
#: A slip is why something is wanted, whatever is asked behind it.
_SLIPPED: Final = searched(r"잘못|실수")
#: When nobody is there to open is why he asks for another day, and not why goods go back.
_ABSENT: Final = searched(r"(?:집|회사|사람|아무도)(?:에|이)?\s?(?:없어서|비어서|못\s?받아서)")
#: `회사라서 경비실에 맡겨 놨어요`: why they wait for the courier there.
_LEFT_THERE: Final = searched(
    r"(?:맡[기겨길긴]|놔\s?[두뒀둘]|[두뒀둘]|내놓|내놨|놓아)[가-힣\s]{0,6}[요다음게]"
)
#: `나이가 있어서 서툴러서 …`, `생일이라서 주문했는데 …`: why it was bought, or is not known.
_WHY_ELSE: Final = re.compile(
    r"(?:(?!교환|환불|반품|취소|바꿔|바꾸)[^.!?\n]){0,30}?(?:주문했|샀는데|샀어|시켰|구매했|모르겠|몰라|서툴|헷갈|기다리)|\s*(?:불편|속상|답답|짜증|화나|화가|걱정)"
)
#: What is done once it came is no reason for it.
_ONCE_IT_CAME: Final = re.compile(r"(?:그럼|그러면|네|일단|그냥|물건|상품|택배)*(?:을|를)?받아서")
#: `카드+포인트 섞어서 했어요`: how it was paid.
_HOW_PAID: Final = searched(r"(?:카드|포인트|계좌|쿠폰|페이)[^\n]{0,10}(?:섞어서|나눠서)$")
#: `일주일째 상품준비중이네요 취소해 주세요`: that nothing moves is why.
_HANGS: Final = searched(
    r"(?:[0-9]+일|하루|이틀|사흘|나흘|며칠|일주일|열흘|보름|[한두세이삼]?[0-9]?주(?:일)?|[한두]?달|한참)(?:이나|도|은)?(?:째|넘게|동안|이넘|넘었|지났|됐)[가-힣]{0,8}?(?:준비중|준비만|배송중|대기|결제완료|배송전|안오|안와|안왔|안나가|안보내|출고(?:가|도)?안|발송(?:이|도)?안|배송(?:이|도)?안|소식|그대로|멈춰)"
)
#: `취소해 주세요 그냥요`
_NO_REASON: Final = searched(r"(?<=[\s,.])(?:그냥|걍)(?:이?요)?(?=[\s.~!ㅎㅋ]*$)")
#: A whole syllable, or a letter or digit of another script: without one nothing is said.
_SAYS: Final = searched(r"[^\W_ㄱ-ㅣ]")
_SENDS: Final = re.compile(
    r"\s?(?:다시|바로|사진|이따)?\s?(?:보내|올려|올리|알려|찍어|말씀|연락)\S{0,4}[게께]"
)
_BECAUSE: Final = re.compile(
    r"(?:커서(?=[요유예]?$)|[^.!?\n/]{0,60}?(?:안|못|늦게)\s?와서|[^.!?\n/]{1,60}?(?:[아어여해져려싸커파빠돼켜라러쳐]서|라서|때문에|길래"
    r"|(?:작|크|얇|두껍|다르|별로|아니)(?:은데|ㄴ데|네요|ㄴ|인데)|(?:어두|무거|가벼|두꺼|촌스러|뻣뻣|까끌|까칠)(?:운데|한데)))(?=[요유예여]?(?:[\s.!~]|$))[요유예여]?"
)
_ENDS_SO: Final = searched(r"(?:서|니까|거든)[요유예여용]?$")
#: `아들이 모르고 주문했어요` is one clause.
_CLAUSES: Final = searched(
    r"[.!?\n,]|\s/\s?|(?<=[가-힣]고)(?<!모르고)\s(?!있|계|싶)|(?<=[는은]데)\s|(?<=[요음임함])\s"
)
#: `반품 번호 2024… 어제 받았어요` names again what is wanted.
_WHAT_IS_WANTED: Final = searched("반품|환불|교환|취소")
#: Where the clause that tells a day ends, or the one before it does.
_OF_ITS_DAY: Final = searched(
    r"[.!?\n,]\s?|(?<=[가-힣][고구])\s|(?<=[는인젠껜]데)\s|(?<=[요음임함로])\s"
)
_REASONS: Final = searched(
    r"^(?:작[아네]|작은(?!거|것|걸|사이즈|치수)|커[요서]|크네|짧[아네]|길[어네])|(?<=[가이])(?:커[요서]|작아[요서]|짧아[요서]|길어[요서])|마음(?:이|은)?(?:바뀌|바꼈|변)|변심|사이즈(?:가|는)?(?:미스|안|작|크|커|너무)"
    r"|(?:너무|좀|많이|걍|그냥|되게|엄청|생각보다)(?:작|크|커|얇|두꺼|무거|짧|길)|안맞|별로|아파|아프|(?<!있어서)불편|[마맴맘]음?에안|안어울|안예[뻐쁘]"
    r"|필요(?:가)?없|(?:다시|새로|다른)[가-힣]{0,8}(?:사|주문하|구매하|시키)려(?:고|구)"
    r"|잘못(?:샀|시[켰켜킨]|주문|골랐|눌|선택|결제|봤|본|알았|적|썼)|실수로|왜냐(?:면|하면)|색(?:이|상이|깔이)?(?:너무|좀|많이|완전|아예|영)?(?:화면|사진|모니터)?(?:이랑|하고|과|와|에서)?(?:본거랑)?(?:다르|달라|안|별로|생각)|생각(?:이랑|과|보다)|늦게와|불량|깨[져졌]|비싸|중복"
    # `사이즈가 냉장고에 안 들어가요`
    r"|(?:문|방|현관|차|냉장고|서랍|책장|베란다|자리|공간|싱크대|선반|트렁크|칸|틈|엘리베이터|계단|거실|주방|욕실|화장실|벽|창문)(?:에|으로|에는|엔)?(?:너무|도저히|아예)?(?:안들어[가갈]|못들어|들어가지(?:가|도)?[않못])"
    # `집에 똑같은 게 있어요`, `학교에서 받아왔대요`
    r"|(?:똑같은|같은)(?:거|것|걸|게|책|옷|제품|상품|색|모델)(?:을|를|이|가)?(?:하나|또|이미|벌써|집에|따로|선물로)*(?:받[았은아]|있[었어더네는]|샀|사[왔놨뒀준]|생겼|선물)"
    r"|(?:학교|회사|친구|엄마|언니|남편|와이프|아이|애|딸|아들|동생|누가)[가-힣]{0,6}?(?:받아왔|사왔|사놨|사줬|사놓|선물(?:받|해줬|했))"
    r"|품절(?:이[던라]|이?래|됐|되었|인데)|(?:두번|2번|중복으로)(?:이나)?(?:주문|결제|시켜[졌져]|눌[렀러린려]|됐|되었|된|들어[갔가])|(?:두|2)(?:개|건)(?:이나|가)?(?:들어[갔가]|결제[됐되])|(?:아이|아기|애|애들|딸|아들|조카|손주)(?:가|이|들이)[가-힣]{0,14}?(?:샀|주문|결제|시켰|눌렀)|(?:어머니|엄마|어머님|아버지|아빠|부모님|시어머니|장모님|할머니|할아버지|남편|아내|와이프)(?:가|이|께서|도)?(?:모르고|모르시고|실수로|잘못|또)[가-힣0-9]{0,14}?(?:샀|사셨|주문|시키셨|시켰|결제)|다른(?:데|곳)서|(?:더|훨씬)(?:싼|저렴한)(?:거|걸|게|것|데|곳)(?:를|을|가)?(?:찾|있|나[와왔]|봤|발견|팔)|차액|싸졌|할인(?:을|이)?(?:하|해|시작)|가격(?:이)?(?:내|떨어)"
)
#: `주문 두 번 들어갔어요`, then `하나만 취소해 주세요`
#: `주문번호 잘못 적었어요` says why another number comes, and nothing of the goods.
_OF_ITS_NUMBER: Final = searched(
    r"번호(?:를|가|도|은|는)?(?:제가|실수로|또|자꾸)*(?:잘못|틀[렸리려]|다르|다른)"
)
_ORDERED_AMISS: Final = searched(
    r"(?:두번|2번|중복(?:으로)?|연달아|[두2]개)(?:이나|이|가)?(?:주문|결제|시켜[졌져]|눌[렀러린려]|들어[갔가])|(?:주문|결제)(?:가|이|을|를)?(?:두번|2번|중복)"
    r"|(?:잘못|실수로)(?:주문했|시켰|눌렀|결제했|샀|골랐|선택했|담았)(?:어요|네요|습니다|는데요?)"
)
_CALLED_REASON: Final = searched(
    r"(?<![가-힣])(?:취소\s?|환불\s?|반품\s?)?(?:이유|사유)(?:(?:는|은|가)\s?|\s?[:：]\s?)(?P<why>(?!\s?(?:딱히\s?)?없)[^\n]{2,100})"
    # `왜 취소하냐면 더 싼 거 찾음`
    r"|(?<![가-힣])왜\s?(?:\S+\s){0,2}?\S{0,6}냐(?:면|하면|고\s?하면)요?[\s,.]\s?(?P<because>[^\n]{2,100})"
)
_WAITS_NO_LONGER: Final = searched(
    r"(?:늦어|늦게|안와|안오|오래걸|느려|느리|지연)[가-힣]{0,12}?(?:필요(?:가)?없|소용(?:이)?없|(?:다른|딴)(?:데|곳)(?:에)?서|안(?:사|살|쓸|기다)|못(?:기다|쓰)|기다리기(?:힘|싫)|취소|환불)"
)
#: Words that take in what was said, before a line tells anything.
MOST_NODS: Final = 3
# What is left of an answer when its number and its date are taken out, and says nothing.
_EMPTY: Final = re.compile(
    r"(?:네|넵|넹|예|아|음|흠|앗|엇|어|오|오호|헐|한|약|대략|아마|글쎄요?|저기|이(?:거|걸|것)(?:로|으로)?|이거다|이겁니다|됐냐|됐죠|됐나요?|됐지|맞죠|주문|구매|결제|번호|이름|성함|전화|핸드폰"
    r"|상품|물건|택배|는|은|이|가|를|을|에|고|도|요|이요|이고|입니다|이에요|예요|인?데요?|쯤|경|부터|까지|이후|끝|뒷자리|으?로요"
    # Endings of the south and of the old, and of the young.
    r"|인가(?:봐요?|보네요|보다|그래요?|그럴거예요)|(?:인(?:거|것)?)?같(?:아요|은데요?|습니다)|인듯(?:해요|요)?|이?여[라유]|이라우|이랑께|이지라|마[씸씀]|라예|이라예|이라요|라요|임더|입니더|이더|데예|네예|예|올습니다|올시다|이올시다|이요잉|요잉|구요|이구요|임|여|염"
    r"|용|당|ㅇㅇ"
    r"|(?:받았|왔|샀|했|시켰|주문했|도착했|수령했)(?:어요?|습니[다더]|는데요?|는디[요유]?|[고구]요?|어?유|슈|소|지라|심[더다]|서예|네요?|다|당께|음|제)?"
    # `오늘 오전에 그랬어요` says but when.
    r"|그랬(?:어요|습니다|는데요?|네요|음)?|(?:있었던|그런)?일(?:이에요|이었어요|이예요|인데요|입니다)|있었(?:어요|던일이에요|습니다)"
    r"|(?:받은|산|온|시킨|주문한|도착한)지|정도|됐(?:어요|습니다|네요|나|음|을거예요)|넘었(?:어요|네요|습니다)"
    r"|받음|받은(?:거|것|건)?|(?:도착한|배송된|온)(?:거|것|건|날)"
    r"|도착했?(?:어요|습니다)?|완료|떴어요|일세|연락처|여기요?|있어요|확인|찾았(?:다|어요|습니다|네요)|맞다|여기있(?:다|네요)"
    # Who asked another for it, and passes it on.
    r"|(?:친구|언니|오빠|누나|형|엄마|아빠|남편|아내|동생)(?:가|이|한테|에게)?|물어(?:봤|보)(?:는데요?|더니|니까?|어요|습니다)?"
    r"|(?:이거|이|라|이라)?(?:래요?|랍니다|라네요|라던데요?|라고(?:해요|하네요|합니다|함))"
    r"|(?:글|문의|톡|카톡|메시지|쪽지|질문|채팅)(?:을|를|에|도|로)?(?:남겼|남겨놨|보냈|올렸|드렸|넣었|썼)(?:어요|습니다|는데요?|거든요|네요)"
    r"|(?:통화|상담|전화)(?:할|하던|했을|한|받을)때|(?:살|주문할|구매할|시킬)[게께]요)*"
)
_SCORE: Final = re.compile(r"\d{1,2}점?(?:이?요|입니다)?|\d\d점")
#: Read from the text by what they look like; all others are whatever is said.
_READ: Final = frozenset(("order_number", "when", "phone", "name", "quantity", "wish", "address"))


def reason_beside(rest: str, moment: extract.When | None) -> str:
    """The reason in what is left of a line, without the day before it (`어제, 작아서요`)."""
    led = moment is not None and rest.startswith(f"{moment.words},")
    return reason(rest[len(moment.words) + 1 :].strip() if led and moment else rest)


def named_reason(said: str) -> str:
    """The reason that is called one (`이유는 그냥 필요 없어져서요`): it takes another's place."""
    found = _CALLED_REASON.search(said)
    return (found["why"] or found["because"]).strip() if found is not None else ""


def free_words(
    turn: Turn, intent: Intent | None, wanted: Sequence[str], found: Mapping[str, str]
) -> str:
    """The detail that other words of the text belong to: one that was asked for, or comes next."""
    told = turn.memory.details
    open_ = [
        name for name in wanted if name not in _READ and name not in found and not told.get(name)
    ]
    if "," in found.get("order_number", ""):
        return ""  # what is said beside several numbers tells them apart
    if open_ or intent is None or not wanted or not found:
        return open_[0] if open_ else ""
    after = [detail.id for detail in details.missing(intent, turn.memory) if detail.id not in found]
    return after[0] if after and after[0] not in _READ else ""


@words.once
def remainder(text: str, moment: extract.When | None) -> str:
    """What a text says beside numbers and its time; empty when that is nothing."""
    rest = extract.without_numbers(text)
    bare = rest.replace(moment.words, " ") if moment else rest
    plain = words.squash(bare)
    if not _SAYS.search(plain):
        return ""  # ㅗㅁㄹ
    return "" if _EMPTY.fullmatch(plain) or words.yes_or_no(bare) else rest.strip()


def beside_the_wish(why: str) -> str:
    """`주문취소요 사이즈를 잘못 골라서요`: a reason without the sentence that says what for."""
    return " ".join(part for part in parts_of(why) if not wishes.request(part)) or why


def beside_its_day(rest: str, moment: extract.When | None) -> str:
    """What is left of a line without the clause that only tells when it was.

    `그저께 받았구 발볼이 좁아요` is asked for a reason and tells one.
    """
    if moment is None or moment.words not in rest:
        return rest
    told = [part for part in _OF_ITS_DAY.split(rest) if part and part.strip()]
    left = [
        part.strip()
        for part in told
        if moment.words not in part or remainder(_WHAT_IS_WANTED.sub(" ", part), moment)
    ]
    return " ".join(left) if len(left) < len(told) else rest


def past_the_nod(text: str) -> str:
    """What a line tells behind the words that only take in what was said (`아 그렇구나 작아서요`).

    Who got an answer in between nods to it first, and that is no reason why he returns anything.
    """
    if manner.is_heard(text) or manner.remarks(text):
        return ""
    said = text.split()
    led = (n for n in range(MOST_NODS, 0, -1) if manner.is_heard(" ".join(said[:n])))
    return " ".join(said[next(led, 0) :])


def title_of(text: str) -> str:
    """What a matter is called by a line of the customer's; empty where that says nothing."""
    return words.clip(text) if any("가" <= letter <= "힣" for letter in text) else ""


def says_nothing(text: str) -> bool:
    """Whether a line is a sigh, a number or a score: no answer to a question of yes or no."""
    return not remainder(text, None) or bool(_SCORE.fullmatch(words.squash(text)))


def is_because(text: str) -> bool:
    """Whether a whole line does nothing but say why (`배송이 너무 늦을 것 같아서요`)."""
    return bool(_BECAUSE.fullmatch(text.strip().rstrip("~.!ㅠㅜ ")))


def is_all_reason(text: str) -> bool:
    """Whether a whole line is one clause that tells why, and ends as one (`문에 안 들어가서요`)."""
    plain = words.squash(text)
    return bool(_ENDS_SO.search(plain)) and words.squash(reason(text)) == plain


def waits_no_longer(text: str) -> bool:
    """Whether goods that are late are not wanted any more (`너무 늦어서 필요없어졌어요`)."""
    return bool(_WAITS_NO_LONGER.search(words.squash(text))) and not manner.is_question(text)


def tells_a_slip(text: str) -> bool:
    """Whether a line tells that it was ordered twice or by mistake: why it is called off."""
    return bool(_ORDERED_AMISS.search(words.squash(text)))


def reason(text: str) -> str:
    """The part of a longer message that gives a reason; empty when none does."""
    because = _BECAUSE.match(text) or _NO_REASON.search(text)
    asks = because is not None and _SO_I_ASK.match(text, because.end())
    if because and asks and _SLIPPED.search(because[0]):
        return because[0].strip()  # `잘못 시켜서 그런데`
    if because and _SENDS.match(text, because.end()):
        return ""  # `사진 비교해서 보내드릴게요`
    left = because is not None and _LEFT_THERE.search(text, because.end())
    paid = because is not None and _HOW_PAID.search(because[0])
    if because and _ONCE_IT_CAME.fullmatch(words.squash(because[0])):
        return ""  # `그럼 받아서 반품할게요`
    if because and (asks or left or paid or _ABSENT.search(because[0])):
        return ""  # `급해서 그러는데 오늘 되나요`
    if because and not _WHY_ELSE.match(text, because.end()):
        return because[0].strip()
    clauses = (clause.strip() for clause in _CLAUSES.split(text))
    told = ((clause, words.squash(clause)) for clause in clauses)
    told = ((one, plain) for one, plain in told if not _OF_ITS_NUMBER.search(plain))
    return next((one for one, plain in told if _REASONS.search(plain) or _HANGS.search(plain)), "")
