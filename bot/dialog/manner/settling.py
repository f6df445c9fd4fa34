"""What a customer sees to himself: then nobody need do it for him, nor remind him of it."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import is_question, is_request, reports_problem, wants_call
from bot.dialog.manner.courtesy import BUT
from bot.dialog.words import once, squash
from bot.patterns import searched

_HIMSELF: Final = (
    r"(?:제가|직접|혼자|알아서|스스로|페이지|상세(?:페이지)?|네이버|앱|어플|사이트|홈페이지|주문내역"
    r"|마이페이지|거기|판매처|택배사|메모|요청사항|주문할때|다음에|나중에주문할때)"
)
_HAS_ORDERED: Final = re.compile(
    r"(?:네|넵|아|오|그럼|일단|방금|지금|알겠(?:어요|습니다)|감사(?:해요|합니다))+(?:주문|결제|구매)(?:완료)?했(?:어요|습니다|네요)"
)
_WILL: Final = searched(
    rf"{_HIMSELF}[가-힣]{{0,12}}(?:보|볼|하|할|확인할|찾을|찾아볼|알아볼|쓸|적을|남길|신청할|해볼|결정할|고를|정할)(?:[게께](?:요|여|용)?"
    rf"|겠(?:습니다|어요)|려고요?|려구요?)$"
    # `네 감사합니다 주문할게요`
    r"|^(?:아|네|넵|음|하)*(?:그럼|그러면|그냥|걍|감사(?:합니다|해요|드려요)|고마워요|고맙습니다|알겠(?:어요|습니다)|지금|바로|얼른|이따|생각해보고)+(?:그럼|그러면|바로|지금)?(?:살|주문할|구매할|시킬|넣을|받을|쓸)[게께](?:요)?$"
    # `그럼 250 주문할게요`: a size, and not how many.
    r"|^(?:아|네|음)*(?:그럼|그러면|그냥|걍)+(?!취소|환불|반품|교환)(?:[가-힣A-Za-z]{1,8}?|2[0-9]{2}|[4-8]{2}|9[05]|1[01][05])(?:사이즈)?(?:으?로)?"
    r"(?:살|주문할|구매할|시킬)[게께](?:요)?$"
    r"|(?:다른|딴)(?:데|곳|가게|사이트|쇼핑몰)(?:에?서)?(?:그냥|걍)?(?:사(?:는게|야겠|려고|겠)|살[게께래]|구매|주문할|알아볼)[가-힣]{0,6}$"
    r"|(?:새로|다시|하나|그냥|걍|또)(?:더)?사야(?:겠|지|할)[가-힣]{0,6}$"
    # More of it is ordered by who wants it.
    r"|^(?:아|네|음|하|저|그럼)*(?:[0-9]{1,3}(?:개|벌|장|세트)|한개|하나|두개|몇개)?(?:더|또|다시)(?:살|주문할|구매할"
    r"|시킬)[게께](?:요)?$"
    r"|(?:보고|생각하고|고민하고|비교하고)(?:나서)?(?:결정|생각|주문|구매|신청)(?:할|해볼)[게께](?:요)?$"
)
#: What he will do of what a person said (`네 보낼게요`, `넵 그렇게 할게요`).
_WILL_DO: Final = re.compile(
    r"(?:네+|넵|넹|예|아|그럼|알겠(?:어요|습니다)|감사(?:합니다|해요|드려요)|고마워요)*(?:(?:오늘|내일|모레|바로|지금|이따|얼른|빨리|꼭|잘|그렇게|그리|그대로|말씀대로|일단|우선"
    r"|택배로|편의점에서|박스에|포장해서|다시|한번|[월화수목금토일]요일(?:에|까지)?|오전에|오후에|저녁에"
    r"|(?:집|현관|대문|회사|가게)?(?:문)?앞에다?|(?:현관|경비실|관리실|관리사무소|집|택배함|무인택배함|편의점|회사|가게)(?:에다?|에서))*)"
    r"(?:할|있을|내려놓을|나가있을|놓을|놔둘|두고갈|맡겨둘|맡겨놓을|내놓고갈|보낼|부칠|기다릴|준비할|챙길|챙겨둘|둘|내놓을|내놔둘|맡길|확인할|확인해볼|써볼|해볼|그럴|포장할|포장해둘|모아둘|입금할|결제할|받을)(?:[게께]요?|겠습니다|겠어요)"
    r"(?:감사(?:합니다|해요)|고마워요|수고하세요)?"
    # `내일 안 오면 또 연락할게요`
    r"|[가-힣0-9]{1,14}(?:[오나되보]|없으|있으|그러|생기|그렇)면(?:또|다시|바로|그때|제가)*(?:연락|문의|말씀|톡)(?:을)?(?:할|드릴|남길)[게께]요?"
)
_ONLY_ASKED: Final = searched(
    r"(?<![안못])(?:그냥|걍|단순히|혹시나|혹시)?(?<![안못])(?:물어만|물어|여쭤|궁금해서|궁금해|알아)(?:본|봤|본거|물어본|여쭤본|물어봤)(?:거|건|것)?(?:뿐)?(?:이에요|예요"
    r"|에요|입니다|임|어요|습니다|요)?$|궁금해서(?:요|그랬어요|물어봤어요)?$"
    r"|(?:여쭤|물어)보려(?:다가?|다말)[가-힣]{0,6}$"
)
#: `없으면 말구요`: only that was wanted to be known; `그럼 됐어요`: and it is no good news.
_LETS_GO: Final = re.compile(
    r"(?:아|네|그럼|뭐|음|혹시)*(?:없|힘드|힘들|어려우|바쁘|번거로우|품절이)(?:으시|으|시)?면(?:그냥)?(?:됐|되었|괜찮|말|관두|상관없)(?:어요?"
    r"|습니다|아요?|구요|고요?|죠|지요|네요|을게요|게요)"
    r"|(?:아|네|음|근데|뭐)*(?:그럼|그러면)(?:뭐|그냥|이제|전|저는)*(?:됐[어습네음][가-힣]{0,3}|괜찮아요|필요없[어겠네][가-힣]{0,3}|안[할살][게래]요)"
)
_REMEMBERS: Final = re.compile(
    r"(?:아|앗|헐|어|오)+(?:참|맞다|맞네|깜빡|그렇지)(?:요|여|했네요?|했어요)?"
    r"|(?:아|앗|어|네|참)*(?:그리고|그리구|글고|또하나|하나더)(?:요|여)?"
)
_HAS_FOUND: Final = re.compile(
    r"(?:아|네|앗|드디어|이제|방금|겨우)*찾았(?:어요|습니다|네요|다|음|당|어여|는데요?|고요)"
)
_FOUND: Final = searched(
    r"(?:(?<!데)(?<!데를)(?<!곳)(?<!곳을)(?<!싼거)(?<!은거)찾았|(?<!물어)(?<![안못])봤|확인했|확인됐|확인됬|알았|알겠|됐|됬|해결했|나왔|들어[왔갔]|떴|뜨네|보이네|나오네|왔네)[가-힣]{0,4}$|해결됨$|확인됨$|(?<!못)(?<!안)찾음$"
)
_DONE: Final = searched(
    rf"(?:{_HIMSELF}|이미|벌써|방금|아까|좀전에)[가-힣]{{0,10}}?(?:(?:신청|접수|취소|변경|교환|반품|환불|처리|수정|요청|확인|해결)?(?:을"
    rf"|를|도)?(?:다)?(?:했|해뒀|해놨|해놓았|해버렸|넣었|완료했)(?:어요|습니다|음|네요|는데요|답니다|어)?"
    rf"|(?:신청|접수|취소|변경|처리)(?:완료|함|됐어요|됐습니다))$"
)
# `이미 말했어요` is a reproach, `제가 착각했네요` a mistake.
_SAID_IT: Final = searched(
    r"말했|말씀|보냈|적었|알려|얘기|문의했|연락했|전화했|주문했|결제했|입금했|환불받"
    r"|착각|실수|헷갈|오해|깜빡|잘못"
)
_ONLY_POLITE: Final = re.compile(
    r"(?:아(?!니)|앗|어|음|네|저기|그냥|걍|이제|더이상|근데|아니(?:요|다|에요|예요)?|아뇨|감사합니다|감사해요|고마워요|고맙습니다|수고하세요"
    r"|죄송(?:해요|합니다|한데)?)*"
)
#: What is said to who was called and need not come any more, clause by clause.
_NEEDS_NOBODY: Final = re.compile(
    r"(?:아(?!니)|앗|어|음|네|저기|그냥|걍|이제|더이상|근데|아니(?:요|다|에요|예요)?|아뇨|죄송(?:해요|합니다|한데)?"
    r"|(?:(?:상담(?:원|사)?|연결|통화|사람|담당자)(?:은|는|이|가|도|을)?)?(?:필요(?:는|가)?없(?:어졌|어요|어|을|습니다|네요"
    r"|게됐)[가-힣]{0,6}"
    r"|안(?:오셔|와|해주셔|하셔|봐주셔|연결해주셔|연결하셔|와주셔|해)도(?:돼|되|됩|괜찮|될)[가-힣]{0,5})"
    r"|(?:상담(?:원|사)?|연결|통화)(?:은|는|을|를|요청|신청|연결)*(?:취소|그만|철회|안할)[가-힣]{0,6}"
    r"|취소(?:요|할[게께]요?|해주세요|해요)?(?:상담(?:원|사)?|연결)(?:요청|이?요)?"
    r"|(?:알아서|혼자|제가|직접|스스로)(?:그냥|다|잘)*(?:했|해결|찾|처리|알아냈|풀)[가-힣]{1,6}|해결(?:됐|되었|됨|했)[가-힣]{0,4}"
    r"|괜찮(?:아요|습니다|네요|아졌어요)|됐(?:어요|습니다|네요)|(?:다음|나중)에(?:다시)?(?:올|할|물어볼|문의할)[게께]요?"
    r"|(?:갈|나갈|끊을|둘|넘어갈|말)[게께]요?"
    r"|감사(?:합니다|해요)|고마워요|고맙습니다|수고하세요)+"
)
_OVER: Final = searched(
    r"(?<!안)해결(?:됐|됬|됨|되었|완료|된것)"
    # `더 싼 데 찾았어요` found no parcel.
    r"|(?<!데)(?<!데를)(?<!곳)(?<!곳을)(?<!싼거)(?<!은거)찾았(?:어요|습니다|네요|다(?![고는면던더]))|(?<!못)(?<!안)찾음$"
)


@once
def did_it_himself(text: str) -> bool:
    """Whether what was wanted is said to be done already (`네이버에서 직접 신청했어요`)."""
    plain = squash(text)
    if not _DONE.search(plain) or _SAID_IT.search(plain):
        return False
    return not (is_question(text) or reports_problem(text))


@once
def sees_to_it(text: str) -> bool:
    """Whether nobody need do anything: he looks himself, found it, or only asked."""
    if _LETS_GO.fullmatch(squash(text)):
        return True
    if is_question(text) or reports_problem(text) or wants_call(text):
        return False
    return sees_himself(text) or bool(_ONLY_ASKED.search(squash(text)))


@once
def needs_nobody(text: str) -> bool:
    """Whether who called for a person says that none need come (`이제 필요 없어졌어요`)."""
    plain = squash(text)
    if is_question(text) or not _NEEDS_NOBODY.fullmatch(plain):
        return False
    return not _ONLY_POLITE.fullmatch(plain)


def has_ordered(text: str) -> bool:
    """Whether a whole line says that he has ordered now what he asked about (`네 주문했어요`)."""
    return bool(_HAS_ORDERED.fullmatch(squash(text)))


def sees_himself(text: str) -> bool:
    """Whether he will do it himself (`네이버에서 볼게요`)."""
    return bool(_WILL.search(squash(text)))


def will_do(text: str) -> bool:
    """Whether a whole line says that he will do as he was told (`네 그렇게 할게요`)."""
    return bool(_WILL_DO.fullmatch(squash(text)))


def lets_go(text: str) -> bool:
    """Whether somebody wants it no more after what he heard (`그럼 됐어요`): no good news."""
    return bool(_LETS_GO.fullmatch(squash(text)))


def found_it(text: str) -> bool:
    """Whether what was looked for turned up (`아 찾았어요`)."""
    return bool(_FOUND.search(squash(text))) and not (is_question(text) or is_request(text))


#: What was said last is taken back, and what is meant instead follows.
_TAKES_BACK: Final = re.compile(
    r"(?:음+|아+|앗|어|엇|헐|잠깐만?요?|잠시만?요?)*(?:아니다|아니아니다?|아니지|아니구나|아니네|아니야)(?:요|여)?(?:참|잠깐만?요?|잠시만?요?)?"
)


@once
def only_takes_back(text: str) -> bool:
    """Whether a whole line but takes back what stands before it (`아 아니다`)."""
    return bool(_TAKES_BACK.fullmatch(squash(text)))


def remembers(text: str) -> bool:
    """Whether something came to mind, and the line says not what (`아 맞다`)."""
    return bool(_REMEMBERS.fullmatch(squash(text)))


def has_found(text: str) -> bool:
    """Whether a line says no more than that something was found (`찾았어요`)."""
    return bool(_HAS_FOUND.fullmatch(squash(text)))


def is_over(text: str) -> bool:
    """Whether a matter is said to be over in so many words, also in the midst of questions."""
    plain = squash(text)
    return bool(_OVER.search(plain)) and not (BUT.search(plain) or is_question(text))
