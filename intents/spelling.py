"""How a line that is spelled by ear is meant, learnt from lines that are spelled well.

In a messenger 않되요 stands for 안 돼요, 됬 for 됐 and 어재 for 어제: letters that sound alike. A
syllable is read as another of the same sound where its neighbours were seen with that one, and
hardly with the one that was typed. Names, which have no common neighbours, stay.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from intents.hangul import is_syllable, join, split
from intents.normalize import sounds
from intents.runs import LONGEST, Runs, Unspaced

_LEAST: Final = 6  # what the syllable that is read must be worth by its neighbours
_COMMON: Final = 8  # with both neighbours: nobody looks further
_LEAD: Final = 2  # how many times as much as the one that was typed
_OWN: Final = 20  # lines of others are worth one of the store: it has `물이 새요`, and means it
_WIDE: Final = 4  # three syllables say as much as so many pairs
_FULL: Final = frozenset("ㅆㄶㅄㄲ")  # finals that are left out, and never typed for another
_KEPT: Final = frozenset("새")  # what leaks (`물이 새요`) is worse than a misspelled courtesy
#: Words of their own, in addresses above all, whatever sounds alike before the next word.
WORDS: Final = frozenset(
    (
        *("대전", "대구", "대학", "대표", "대량", "대신", "대략", "대로", "대기"),
        *("제주", "세종", "네일", "예전", "애는", "애가", "애들", "애기", "애한", "매일", "메일"),
        *("써지", "써져"),  # a pen writes well
        *("뱄는", "뱄어", "뱄네", "뱄습"),  # so does a smell stay
        *("까져", "까졌", "까진"),  # what is scraped is no 가져서
        *("언제", "어제"),  # each is one letter from the other
    )
)
#: `몇 가지`, `네에`: what stays behind another letter.
_BEHIND: Final = frozenset(("몇가", "네에"))
#: What follows the syllable of a past tense.
_PAST: Final = "[어는네습음으을던다당고거지나대군구냐죠더]"
#: What an ending is made of before its 요, and what stands behind it.
_ENDED: Final = "[어아해세네죠데까게께나군지돼되에예줘와봐져써려러라래로거구면는]"
_AT_END: Final = r"(?=[\s?!.,~ㅠㅜㅋㅎ^;]|$)"
#: What is no Korean, or none in that place, and what is meant; as many letters.
_NEVER: Final = (
    *((typed, "", meant) for typed, meant in zip("헸됬됏됌쵀읎웂", "했됐됐됨최없없", strict=True)),
    ("헤", r"(?=요|주|서|줘|달라|결|야[하해되돼지]|도[되돼]|놨|봤|보니|준|보)", "해"),
    ("께", r"(?=[지져졌졋짐진트먹]|어[져졌졋진])", "깨"),
    (
        "새",
        r"(?<=상)새(?=페이지|설명|정보|[하히])|(?<=[주하마시오계보나가])새(?=[요여용])|(?<=타임)새(?=일)|(?<=타임\s)새(?=일)|(?<=보내)새(?=[요여용])",
        "세",
    ),
    ("세", r"(?<=메)세(?=지)", "시"),
    ("새", r"(?<![가-힣])새(?=탁[\s기소을은해하법]|금계산)", "세"),
    ("겍", "", "객"),
    ("섹", r"(?!시|스|션)", "색"),
    ("래", r"(?<=켤)래|(?<=그)래(?=이(?:[로색요가는를]|\s|$))", "레"),
    ("캐", r"(?<=오)캐(?=이)", "케"),
    ("떼", r"(?<=어)떼(?=[요서])", "때"),
    ("네", r"(?<=누가)네(?=요)|(?<=누가\s)네(?=요)", "내"),
    (
        "네",
        r"(?<![가-힣])네(?=일까지|일\s(?:답|찾|다시|알려|급|까지|오[전후나]|와|도착|보내|받|연락|전화|아침|저녁|출고))",
        "내",
    ),
    ("내", r"(?<=[켜꺼어아겨려터여해빠]지)내(?=요)", "네"),
    (
        "셌",
        r"(?<=[이가])(?<![제내]가)셌(?=[어네더])|(?<=[이가]\s)(?<![제내]가\s)셌(?=[어네더])",
        "샜",
    ),
    ("쩨", r"(?<=[번일주달개흘])쩨", "째"),
    ("쌔", r"(?<=글)쌔(?=[요여])", "쎄"),
    (
        "내",
        r"^내(?=[\s.,!~]*$|\s(?:들어가세|수고|접수|알겠|감사|맞아|맞습|그럼|그렇|해\s?주|부탁|확인|좋아))",
        "네",
    ),
    ("내", r"(?=이비)", "네"),
    ("텍", r"(?=배)", "택"),
    ("힌", r"(?=색)", "흰"),
    ("매", r"(?=모[에를지란])", "메"),
    (
        "대",
        r"(?<![가-힣])대(?=려[가오와다])|(?<=[싼른던]\s)대(?=\s?(?:찾|있|없|샀|가서|가려))",
        "데",
    ),
    ("체", r"(?=팅)", "채"),
    ("텍", r"(?<![가-힣])텍(?=[을이도은]?\s?(?:떼|뗐|뜯|달려|제거|있|없|붙))", "택"),
    ("떼", r"(?=문[에이인])", "때"),
    ("메", r"(?<=[한간온된준는라냐]다)메(?=요)", "며"),
    ("냅", r"^냅(?=[\s.,!~]|$)", "넵"),
    ("재", r"(?:^|(?<=\s))재(?=가\s|\s(?:거|건|것|번호|이름|주소|잘못|실수))", "제"),
    ("레", r"(?<=그)레(?=[주도서야]|요[?\s]|요$)", "래"),
    ("갓", r"갓(?=는[지데]|어[요서]|네요|다[고는]|습니)", "갔"),
    ("게", r"(?=[좌속])", "계"),
    ("베", r"(?=송)", "배"),
    (
        "재",
        r"(?<=언)재|(?<=어)(?<![가-힣]어)재(?=[\s요]|$|시|주문|샀|산|받|왔|도착|저녁|밤|오[전후])",
        "제",
    ),
    ("제", r"제(?=입고|고\s?(?:가\s?)?(?:[있잇없업]|언제|남|확인))", "재"),
    ("렉", r"(?<=블)렉", "랙"),
    ("앤", r"(?<=일)앤", "엔"),
    ("넸", r"(?<=[보끝꺼])넸", "냈"),
    ("갰", r"(?<=[르하되드리알찾었낫])갰", "겠"),
    ("개", r"(?<=[할갈쓸볼낼줄릴을둘살올실될])개(?=요|[\s.!~]*$)", "게"),
    ("깨", r"(?<=그저)깨", "께"),
    (
        "애",
        r"(?<=[가-힣A-Za-z0-9])(?<!연)애(?=요)|(?<=[가-힣])애(?=서\s?[가-힣])|(?<=[번달밤주월일날낮녁때중음끝욜뒤전후앞옆밖곳])애(?=[\s,도는]|$)|(?<=[뒤앞])애(?=[거것께])",
        "에",
    ),
    (
        "외",
        r"(?:^|(?<=[\s,]))외(?=\s?(?:안|떨|빠|없|늦|못|두\s?번|또|자꾸|이렇|이래|아직|답|계속|갑자기|말|취소|못|요\b|요$))",
        "왜",
    ),
    ("세", r"(?:^|(?<=\s))세(?=걸로|거로|로\s?(?:주문|사|보내|온)|상품|제품)", "새"),
    ("대", r"(?<=다른\s)대(?=[가서로에])|(?<=아직인)대(?=요)", "데"),
    ("대", r"(?<=[인건은는])대(?=요|\s|$)|(?<=근)대(?=\s)", "데"),
    ("애", r"(?<=안)애(?=\s?(?:아무|들어|있|없))", "에"),
    ("딧", r"(?<=어)딧", "딨"),
    ("게", r"(?<=\d)게", "개"),
    ("레", r"(?<=원)레", "래"),
    ("내", r"(?<=[되있없았었했됐왔겠싸하])내(?=[요여])|(?<=까지)내(?=요)", "네"),
    *(
        (typed, "(?=니다|니까)", meant)
        for typed, meant in zip("함슴임됨림심", "합습입됩립십", strict=True)
    ),
    ("페", r"페(?=스할|스요)", "패"),
    *(
        (typed, rf"(?<!여){typed}(?={_PAST}|$)", meant)
        for typed, meant in zip(
            "엿떳햇됫왓졋켯렷럿썻셧겟쳣줫봣", "였떴했됐왔졌켰렸렀썼셨겠쳤줬봤", strict=True
        )
    ),
    ("엇", rf"(?<!무)엇(?={_PAST})", "었"),
    ("냇", rf"(?<=[보끝꺼지달])냇(?={_PAST})", "냈"),
    ("댓", rf"댓(?={_PAST})", "됐"),
    # `일주일댔는데`; `온댔는데` is what others said, and a tongue was `에 댔`.
    (
        "댔",
        rf"(?<=[일주달년째안불송품완료취소])댔(?={_PAST})|(?<=[은는이가도]\s)댔(?={_PAST})",
        "됐",
    ),
    ("댄", r"(?<=확인|교환|반품|취소|환불|배송|발송|출고|입고|결제|접수|완료|처리|변경)댄", "된"),
    ("댐", r"(?<=안)댐|(?<=안\s)댐", "됨"),
    # As it was taught until 1988.
    ("읍", r"(?<=[가-힣])읍(?=니[다까])", "습"),
    ("낏", rf"(?<=바)낏(?={_PAST})", "꼈"),
    ("캐", r"(?<=왜)캐", "케"),
    ("젓", rf"(?<=[터깨찢떨꺼켜벗빠헤해려겨라])젓(?={_PAST})", "졌"),
    # What is torn, broken or gone out, with the vowel that one hears.
    ("저", r"(?<=[터깨찢꺼켜벗려겨])저(?=요|서\s?[가-힣]|\s?있|[버나])", "져"),
    # `안대요`, `해도 대나요`: 되 as it is heard; `온대요` tells what others say.
    *(
        ("대", rf"{before}대(?={behind})", meant)
        for before in (
            # `수면안대요` is for the eyes; a dog that does not eat `입에도 안 대요`.
            *(
                rf"(?<![면열눈]안{gap})(?<![면열눈]\s안{gap})(?<![에손입]도\s안{gap})(?<=안{gap})"
                for gap in ("", r"\s")
            ),
            *(rf"(?<=[해아어와가봐줘려겨쳐써켜][도야]{gap})" for gap in ("", r"\s")),
            *(rf"(?<=[리시하보으주오가내이]면{gap})" for gap in ("", r"\s")),
            *(rf"(?<=떻게{gap})" for gap in ("", r"\s")),
            "(?<=확인|교환|반품|취소|환불|배송|발송|출고|입고|결제|적용|접수|완료|처리|변경)",
        )
        for behind, meant in (
            ("요" if "확인" not in before else r"요\?", "돼"),
            (r"나[요여\s?]|나$|네|는[데대거건지군]|면|죠|겠|[던더]", "되"),
        )
    ),
    ("앗", rf"(?<![빼씨아])앗(?={_PAST})", "았"),
    (
        "잇",
        r"(?<![트몸])잇(?=[나냐음네]|어[요서야]?|을[까게거]|는[데거지]|습니|으면|었|지[만않]|다[고는면])",
        "있",
    ),
    ("업", r"(?<![픽수작사영기백산취])업(?=[나냐네]요?|어[요서졌져]|는[데거지]|습니|었)", "없"),
    # `않 왔어요`; but `좋지 않아요`
    (
        "않",
        r"(?<![가-힣])(?<![지질진치]\s)(?<!지[는도를가만]\s)않(?=\s?[가-힣])"
        r"|(?<=[이가은는도을를직왜])(?<!지[는도를가])않(?=[되돼됐됬됨된온와왔오옴해했하써쓰보봐맞열눌받먹켜줘주들떠뜨]|나[오와왔])",
        "안",
    ),
    (
        "안",
        r"(?<=지)안(?=[아네습았])|(?<=지\s)안(?=[네습았]|아[요서])|(?<=지도\s)안(?=[네습았]|아[요서])",
        "않",
    ),
    ("십", r"(?<=고)십(?=[어은습네음])|(?<=고\s)십(?=[어은습네음])", "싶"),
    ("베", r"(?<=[택텍])베", "배"),
    ("텍", r"(?=베)", "택"),
    ("넴", r"(?=[새세])", "냄"),
    ("세", r"(?<=[넴냄])세", "새"),
    ("재", r"(?<=결)재(?!가\s|상신|판)", "제"),
    ("웨", r"(?:^|(?<=[\s,]))웨(?=\s|이리|이렇|케|안)", "왜"),
    ("몇", r"(?=일(?:이면|이나|째|걸|안|정도|동안|간|지|\s|이?[에예]?요))", "며"),
    ("일", r"(?<=몇)일(?=이면|이나|째|걸|안|정도|동안|간|지|\s|이?[에예]?요)", "칠"),
    ("가", r"(?=튼)", "같"),
    ("튼", r"(?<=가)튼", "은"),
    ("머", r"(?:^|(?<=[\s,]))머(?=[가를하예에야임죠요든라]|\s)|(?<=[호건게])머(?=[예에]요)", "뭐"),
    ("쫌", "", "좀"),
    (
        "점",
        rf"(?<=취소|환불|교환|반품|확인|번호|조회|연결|답변|연락|전화)점(?={_AT_END})"
        r"|(?<=취소\s|환불\s|교환\s|반품\s|확인\s|번호\s|조회\s|연결\s|답변\s|연락\s|전화\s)점(?=\s|$)",
        "좀",
    ),
    # A final that was not hit, in the words of every store.
    ("화", r"(?<!소)화(?=불)|(?<=교)화(?=[하요이해은을도신받가시되\s]|$)", "환"),
    ("무", r"(?<=주)무(?=[했하한번내취을은이서도자])", "문"),
    ("소", r"(?<=배)소(?=조회|[비지이은중완언왔시일예\s])", "송"),
    ("푸", r"(?<=반)푸", "품"),
    ("픔", r"(?<=반)픔|(?<=상)픔(?!평)|(?<=제)픔", "품"),
    # The young end so what ends in 요; `비용`, `참여` do not.
    (
        "여",
        rf"(?<={_ENDED})여{_AT_END}|(?<=[인건은는만]가)여{_AT_END}|(?<=취소)여{_AT_END}"
        rf"|(?<=[환반][불환품])여{_AT_END}|(?<=[가-힣0-9]이)여{_AT_END}|(?<=[커켜도쯤씩때중만서좀점])여{_AT_END}"
        rf"|(?<=말고)여{_AT_END}|(?<=[한온된난는던했왔됐었있없겠]대)여{_AT_END}|(?<=[0-9][호개번층])여{_AT_END}",
        "요",
    ),
    (
        "용",
        rf"(?<={_ENDED})(?<![유육]아)(?<!아나)(?<!청구)용{_AT_END}|(?<=취소)용{_AT_END}|(?<=[불품의원]이)용{_AT_END}"
        rf"|(?<=[서만은째])용{_AT_END}",
        "요",
    ),
    *((typed, rf"(?<=[가-힣0-9]){typed}{_AT_END}", "요") for typed in "욤욥욧욘"),
    ("욜", rf"(?<=[가-힣0-9])(?<![월화수목금토일])욜{_AT_END}", "요"),
    ("염", rf"(?<=[세네까데어아해줘돼와예에죠])염{_AT_END}", "요"),
    ("유", rf"(?<=[세까어아해에예죠데])유{_AT_END}", "요"),
    ("영", rf"(?<=[까려줘와돼])영{_AT_END}|(?<=[주하가보]세)영{_AT_END}", "요"),
    (
        "당",
        rf"(?<=니)(?<![왔왓]습니)당{_AT_END}|(?<=[았앗었엇했햇왔왓갔갓됐겠겟])당{_AT_END}",
        "다",
    ),
    ("끈", r"끈(?=어\s?[주드])", "끊"),
    ("래", r"(?<=^모)래(?=까지)", "레"),
    # 되어 is 돼: `안 되요`; but `돼나요`
    ("되", r"되(?=[요서](?!울)|\s*\?|\s*$)", "돼"),
    ("돼", r"돼(?=나요|나\?|나$|네|면|는|고(?!기)|냐|니까|니$|셨|시|던|겠|다|지\s?않|지요)", "되"),
)
_MAY_BE: Final = re.compile(f"[{''.join(dict.fromkeys(typed for typed, _, _ in _NEVER))}]")
_BY_LETTER: Final = {
    letter: tuple(
        (re.compile(pattern if typed in pattern else typed + pattern), meant)
        for typed, pattern, meant in _NEVER
        if typed == letter
    )
    for letter, _, _ in _NEVER
}
_WITH_FINAL_P: Final = dict(zip("함임됨림슴", "합입됩립습", strict=True))
#: What is said in fewer syllables: `감사함다`, `죄송함다`, `맞슴다`, `감삼다`.
_SHORT: Final = re.compile(
    r"(?:(?<=[가-힣])(?P<formal>[함임됨림슴])[다당돠]|(?<=감)(?P<thanks>삼)[다당]"
    # `알려주셈`, `바꿔 주삼`, `해주십쇼`
    r"|(?<=[가-힣\s])주(?P<please>셈|삼|센|십쇼|슈))"
    r"(?=[\s?!.,~ㅠㅜㅋㅎ^;]|$|만)"
)
#: Laughter that ran into the last syllable: `주세욬ㅋㅋ`.
_RAN_ON: Final = re.compile("(?<!부)[가-힣](?=ㅋ)")
#: `언제 와 요?`, `그저 께`, `해줘 야죠`
_ENDING_APART: Final = re.compile(
    r"(?<=[가-힣0-9]) (?=(?:요|에요|예요|어요|께)(?![가-힣]))"
    r"|(?<=[아어해줘셔돼와]) (?=야(?:죠|지|지요|돼요|되나요|하나요)(?![가-힣]))"
)
#: `도착 했어요`: what is done, apart from the doing.
_APART: Final = re.compile(
    r"(?<![가-힣])(?P<done>주문|도착|결제|취소|반품|교환|환불|배송|발송|출고|확인|신청|문의|입금|등록|가입|변경|연락|전화|답변"
    r"|접수|수거|회수|설치|사용|적용|구매|구입|선택|수정|개봉|조립|파손|궁금|죄송|감사|훼손|배달|착용|세탁|포장|고장|실수)"
    r" (?=했|됐|하였|합니다|합니까|해[요서주줘달]|해 ?[주줘]"
    r"|하고 ?싶|하려|할게|할래|할까|하는[데지]|하신)"
)


class Speller:
    """Reads syllables that were typed by ear. Read-only after construction."""

    def __init__(self, runs: Runs) -> None:
        self._count = runs.count
        alike: defaultdict[str, set[str]] = defaultdict(set)
        for letter in runs.letters():
            if is_syllable(letter):
                alike[sounds(letter)].add(letter)
        self._alike: Mapping[str, set[str]] = alike

    def mend(self, text: str) -> str:
        """`text`, as many characters long, with the syllables that are meant."""
        if len(text) > LONGEST:
            return text
        said = Unspaced(spelled(_RAN_ON.sub(_parted, text)))
        for at in range(2, len(said.line) - 2):
            said.line[at] = self._meant(said.line, at)
        return said.whole()

    def _meant(self, line: list[str], at: int) -> str:
        typed = line[at]
        if typed + line[at + 1] in WORDS or line[at - 1] + typed in _BEHIND:
            return typed
        if min(self._count(line[at - 1] + typed), self._count(typed + line[at + 1])) >= _COMMON:
            return typed
        before, behind = "".join(line[at - 2 : at]), "".join(line[at + 1 : at + 3])
        others = self._others(typed)
        if not others:
            return typed
        own = self._worth(before, typed, behind, _OWN)
        worth = {other: self._worth(before, other, behind) for other in others}
        best = max(worth, key=lambda other: (worth[other], other))
        common = self._count(before[-1] + best + behind[0])
        return best if common and worth[best] >= max(_LEAST, _LEAD * own) else typed

    def _others(self, typed: str) -> list[str]:
        """What sounds alike; who types ㅆ, ㄶ or ㅄ means them."""
        alike = self._alike.get(sounds(typed), ())
        if (len(alike) < 2 and typed in alike) or typed in _KEPT or _is_full(typed):
            return []
        return [letter for letter in alike if letter != typed]

    def _worth(self, before: str, letter: str, behind: str, own: int = 1) -> int:
        """How often a syllable was seen between these; in the store's own lines counts `own`."""
        pairs = (before[-1] + letter, letter + behind[0])
        wide = (before + letter, before[-1] + letter + behind[0], letter + behind)
        return sum(self._count(run, own) for run in pairs) + _WIDE * sum(
            self._count(run, own) for run in wide
        )


def _is_full(letter: str) -> bool:
    return is_syllable(letter) and split(letter)[2] in _FULL


def spelled(text: str) -> str:
    """`text`, as many characters long, without what is no Korean wherever it stands."""
    return _MAY_BE.sub(_instead, text)


def in_full(text: str) -> str:
    """`text` with a formal ending as it is written, where it was typed as it is mumbled."""
    return _SHORT.sub(_formal, text)


def _formal(found: re.Match[str]) -> str:
    if found["thanks"]:
        return "사합니다"
    if found["please"]:
        return "주세요"
    return f"{_WITH_FINAL_P[found['formal']]}니다"


def together(text: str) -> str:
    """`text` with what is done right before the doing, and an ending at its word.

    `도착했어요` for `도착 했어요`, `안될까요` for `안될까 요`.
    """
    return _ENDING_APART.sub("", _APART.sub(r"\g<done>", text))


def _parted(found: re.Match[str]) -> str:
    """The syllable without the letter that goes on behind it."""
    initial, vowel, final = split(found[0])
    return join(initial, vowel) if final == found.string[found.end()] else found[0]


def _instead(found: re.Match[str]) -> str:
    typed, at = found[0], found.start()
    read = (meant for pattern, meant in _BY_LETTER[typed] if pattern.match(found.string, at))
    return next(read, typed)
