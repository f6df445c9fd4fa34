"""Several bubbles in quick succession are one message: the first ones wait a moment for the rest.

A messenger sends a line as soon as a thumb hits the key (`저기요`, `주문한 거`, `안 왔어요`). Only
what looks unfinished waits, and only as long as the channel's deadline allows.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog import manner, words
from bot.model import Incoming
from bot.patterns import searched
from bot.records import replace
from intents import Faq, Match

#: Seconds that an unfinished line waits for the next one.
PAUSE = 0.8
#: The share of a channel's deadline that may be spent on waiting.
SHARE = 0.25
#: Lines that are joined at most; more is a story, and each is answered.
MOST = 5
_LONGEST: Final = 14  # letters of a line that may be unfinished
_LONGEST_GREETING: Final = 6  # `안녕하세요`; what is longer says more than hello
#: `와 이리 비싸당가`: the same letter ends a question.
_ASKS_IN_DIALECT: Final = searched(r"(?:[당랑던은는인을]가|아이가)$")
#: Below it a fragment is like an entry by chance.
_A_GUESS: Final = 0.6
# A particle or a joint at the end promises more. Nouns do not: `송장번호` is a whole question.
_OPEN: Final = searched(
    r"(?:[은는을를]|에서|한테|이랑|하고|해서|라서|니까|지만|면서|다가|그리고|근데|왜냐면|왜냐하면|제가|어제|오늘|지난주에?"
    r"|(?:주문|구매|결제|문의|신청)(?:한|했던)(?:\s?(?:거|것|건|게))?|던\s?(?:거|것|건|게)?|그게|이게|저기"
    # `받은 건 어제고`
    r"|(?:어제|그제|오늘|아침|저녁|주|요일|[0-9]일)이?고|(?:왔|샀|았|었|했)고)$"
)
#: What may be begun, and would be an answer, too, where something was asked: `이`, `가` and `도` at
#: the end, what was bought and not what of it. `그만`, `잠시만` and `되는가` are whole lines.
_BEGUN: Final = searched(
    r"(?:(?<=[가-힣])(?<![많같없있안디나는은인닌던건올갈을다어그])[이가]|(?<![그정해돼되아어여래])도"
    r"|(?<![그다지])(?<!잠시)(?<!잠깐)(?<!조금)만|는데|(?:산|받은|시킨|온|샀던|받았던)\s?(?:거|것|건|게))$"
)
#: `택배 왔는데`: nothing is said of it yet, however like it is to a complaint.
_CAME: Final = re.compile(
    r"(?:오늘|어제|방금|아까|근데|저|제가)*(?:택배|물건|상품|주문한거|이거|제품|옷|신발)?(?:이|가|은|는|을|를)?(?:왔|받았|도착했|열어봤|뜯어봤|개봉했)는데"
)
#: `월요일에 받아서 어제 처음 켜 봤는데`, `소파하고 같이 샀거든요`: what was bought, came or was
#: tried, and not yet how it is.
_STORY: Final = searched(
    r"(?:(?:켜|꺼내|써|입어|신어|먹어|먹여|끓여|뜯어|열어|풀어|조립해|설치해|빨아|세탁해|사용해|돌려|발라|틀어|꽂아|충전해|입혀|신겨|씌워|깔아|앉아|누워|달아|걸어)\s?(?:봤|보았)"
    r"|(?<!못\s)(?<!못)(?<!안\s)(?<!안)(?<![게서로만]\s)(?<![게서로만])(?:받았|샀|왔|도착했|수령했|주문했|시켰|구매했|구입했|설치했|조립했|뜯었|열었|켰|입었|신었|먹었|썼|사용했|세탁했|빨았))"
    r"(?:는데|거든요?|었는데|고요|구요|고)(?:요)?[\s.,~]*$"
    # Who tells it politely may go on all the same.
    r"|(?:켜|써|입어|신어|먹어|먹여|뜯어|열어|조립해|설치해|빨아|사용해|돌려|입혀|신겨)\s?봤(?:어요|습니다)[\s.,~]*$"
    r"|(?<![못안]\s)(?<![못안])샀(?:어요|습니다)[\s.,~]*$"
)
#: Letters of a line that may tell the beginning of one.
_LONGEST_STORY: Final = 32
#: Letters below which the matcher knows better (`어제 시켰는데` behind where orders are).
_LEAST_STORY: Final = 8
#: `저번에 교환 받았는데` is of what was done.
_OF_A_WISH: Final = searched(
    r"환불|교환|반품|취소|쿠폰|포인트|적립|두\s?번|중복|잘못|실수|몰래|모르고"
    r"|(?:아들|딸|아이|애|손주|조카)[이가]\s"
)
#: `저번주에 시킨`, `받은 건 어제고`: no sentence ends so, whatever entry comes near.
_WHAT_WAS: Final = searched(
    r"(?:시킨|시켰던|주문한|주문했던|구매한|구매했던|샀던|[에서]\s?산|(?:어제|그제|오늘|요일|[0-9]일)이?고)$"
)
#: What is praised in the first half of a sentence (`색은 예쁜데`).
_HALF_PRAISE: Final = searched(
    r"(?:예쁘긴|좋긴|이쁘긴|괜찮긴)\s?한데$|(?:예쁜|이쁜|좋은|귀여운|맛있는|편한|만족스러운|마음에\s드는)데$|(?:좋았|예뻤|이뻤|맛있었|괜찮았|편했|빨랐|친절했)는데$|[지기]만$"
)
#: An adverb at the end is no noun that something is to be said of.
_WHOLE: Final = searched(r"(?:많이|같이|빨리|가|도|정도)$")
_CALL: Final = re.compile(
    r"(?:저기|여기|저|있잖아|그런데|근데|아니|혹시)(?:요|여|용)?|여보세요|사장님|문의(?:요|드려요|드립니다)"
)


def pause(
    incoming: Incoming, match: Match, faq: Faq, within: float, *, asked: bool = False
) -> float:
    """How many seconds to wait for more before this line is answered; 0 for a finished one.

    `asked`: something was asked last, and a bare noun is the whole answer to it.
    """
    if not PAUSE or incoming.images or incoming.tap:
        return 0.0
    begun = not asked and _is_begun(incoming.text, match)
    if not begun and not _is_unfinished(incoming.text, match, faq):
        return 0.0
    return min(PAUSE, SHARE * within)


def _is_unfinished(text: str, match: Match, faq: Faq) -> bool:
    plain = words.squash(text)
    if not plain or len(plain) > _LONGEST or words.yes_or_no(text) or words.is_order_number(text):
        return False
    if match.verdict == "answer":
        entry = faq.get(match.candidates[0].intent_id)
        greets = entry is not None and not entry.listed and entry.ticket == "none"
        return greets and len(plain) <= _LONGEST_GREETING and not manner.is_thanks(text)
    if words.number(text) is not None:
        return False
    said = text.strip()
    return bool(_CALL.fullmatch(plain) or _OPEN.search(said) or _WHAT_WAS.search(said))


def _is_begun(text: str, match: Match) -> bool:
    """Whether a line is nothing but a thing, or stops where a sentence goes on."""
    plain = words.squash(text)
    if _CAME.fullmatch(plain):
        return True
    if match.verdict == "answer" or len(plain) > _LONGEST or words.is_order_number(text):
        return False
    if words.yes_or_no(text) or words.number(text) is not None:
        return False
    said = text.strip()
    return bool(_BEGUN.search(said)) or (manner.bare_noun(text) and not _WHOLE.search(said))


def stops_midway(text: str, match: Match) -> bool:
    """Whether a short line that is much like no entry ends where a sentence goes on (`소매에`).

    Thumbs send bubbles slower than any pause: the next one tells what is the matter.
    """
    said = text.strip()
    if _begins_a_story(said) or (match.verdict != "answer" and _WHAT_WAS.search(said)):
        return len(said) <= _LONGEST_STORY
    known = match.verdict == "answer" or any(
        one.confidence >= _A_GUESS for one in match.candidates[:1]
    )
    if known or len(words.squash(text)) > _LONGEST or manner.is_question(text):
        return False
    if words.yes_or_no(text) or words.number(text) is not None or manner.reports_problem(text):
        return False
    if _ASKS_IN_DIALECT.search(said):
        return False
    return bool(_OPEN.search(said) or _BEGUN.search(said)) or said.endswith("에")


def _begins_a_story(text: str) -> bool:
    """Whether a line tells what was bought, came or was tried, and not yet how it is.

    It is like many complaints, whatever entry comes near, and is none yet.
    """
    letters = len(words.squash(text))
    told = letters >= _LEAST_STORY and _STORY.search(text)
    if not (told or _HALF_PRAISE.search(text)) or letters > _LONGEST_STORY or manner.asks(text):
        return False
    trouble = manner.reports_problem(text) or manner.reports_damage(text) or manner.is_late(text)
    trouble = trouble or manner.got_another(text) or manner.lacks_a_part(text)
    trouble = trouble or manner.got_too_many(text) or bool(_OF_A_WISH.search(text))
    return not (trouble or manner.is_request(text) or manner.got_cheaper(text))


def joined(earlier: tuple[Incoming, ...], last: Incoming) -> Incoming:
    """The last line, meaning all of them."""
    text = "\n".join((*(one.text for one in earlier), last.text))
    return replace(last, text=text, read="")
