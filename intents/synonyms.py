"""One thing in one way: formal and roundabout wording, as most customers would have put it.

`다른 책이 도착했습니다` says what `다른 책이 왔어요` says, and `적용되지 않습니다` what
`적용 안 돼요` does. Rules and matcher read the second; what is kept and quoted is the first.
"""

import re
from typing import Final

from intents.hangul import join, split

#: How verbs stand before 요, by what stands before 지: `열리지 않아요` is `안 열려요`.
_INFINITIVES: Final = {
    "되": "돼",
    "오": "와",
    "하": "해",
    "나오": "나와",
    "들어오": "들어와",
    "들어가": "들어가",
    "올라가": "올라가",
    "맞": "맞아",
    "보이": "보여",
    "열리": "열려",
    "닫히": "닫혀",
    "잠기": "잠겨",
    "먹히": "먹혀",
    "켜지": "켜져",
    "꺼지": "꺼져",
    "붙": "붙어",
    "뜨": "떠",
    "움직이": "움직여",
}
_NEGATED: Final = re.compile(
    rf"(?P<verb>{'|'.join(sorted(_INFINITIVES, key=len, reverse=True))})지(?:를|도|가|는)?\s?않"
    r"(?P<ending>습니다|음(?![가-힣])|았|아(?=[요서도]|$)|(?=네|는데|고|나요|던데))"
)
_PAST: Final = "았었했왔갔됐났졌렸켰쳤냈봤샀섰겼셨였줬꼈췄뒀떴썼"
_WONDERS: Final = r"\s?(?:좀\s)?(?:궁금(?:해요|합니다|하네요|해서요)|알고\s?싶(?:어요|습니다))"
_END: Final = r"(?=[\s.!?~,ㅠㅜㅋㅎ^;]*$|[.!?~\n]|\s+\d)"
#: The letters that it begins with, the pattern, and what is meant.
_ROWS: Final = (
    # Endings.
    ("습", rf"(?<=[{_PAST}있없싶])습니다", "어요"),
    ("습", r"(?<=[같않])습니다", "아요"),
    # `다리가 흔들립니다`, `전원이 꺼집니다`, `소리가 납니다`, `안 닫힙니다`
    ("립", r"(?<=[가-힣])(?<!드)립니다", "려요"),
    ("집", r"(?<=[가-힣])집니다", "져요"),
    ("납", r"(?<![가-힣])납니다|(?<=[타빛일])납니다", "나요"),
    ("힙", r"(?<=[가-힣])힙니다", "혀요"),
    ("습", rf"(?<=[{_PAST}있없같])습니까", "나요"),
    (
        "시",
        r"(?<=주)시기\s?(?:를\s)?(?:바랍니다|바라요|바라겠습니다|부탁드립니다|부탁드려요)",
        "세요",
    ),
    ("십", r"(?<=주)십시[오요]", "세요"),
    (
        "시",
        r"(?<=주)시면\s?(?:정말\s|너무\s|대단히\s)?(?:감사(?:하겠[가-힣]{2,4}|해요|합니다)|고맙겠[가-힣]{2,4}"
        r"|안\s?(?:될까요?|되나요?|돼요?|되겠[가-힣]{2,3}))\??",
        "세요",
    ),
    ("하", r"(?<!못)(?<!못\s)하겠(?:습니다|어요)", "할게요"),
    ("기", r"기다리겠(?:습니다|어요)", "기다릴게요"),
    ("립", r"(?<=[가-힣])(?<!드)립니까", "리나요"),
    ("집", r"(?<=[가-힣])집니까", "지나요"),
    ("됩", r"됩니까", "되나요"),
    ("입", r"입니까", "인가요"),
    ("합", r"합니까", "하나요"),
    ("옵", r"옵니까", "오나요"),
    ("됩", r"(?:(?<=안)|(?<=안\s))됩니다", "돼요"),
    ("옵", r"옵니다", "와요"),
    ("납", r"(?<=[가이]\s)납니다", "나요"),
    ("합", r"(?<!감사)(?<!부탁)(?<!신청)(?<!요청)(?<!문의)(?<![하바])합니다", "해요"),
    ("데", r"(?<=[는은던인])데요(?=\s+[가-힣A-Za-z0-9])", "데"),
    ("고", r"(?<=[가-힣])(?<![라다냐자이])고요(?=\s+[가-힣A-Za-z0-9])", "고"),
    ("는", rf"(?<=[되있없하오갈올])는지{_WONDERS}", "나요?"),
    ("인", rf"(?<=[가-힣])인지{_WONDERS}", "인가요?"),
    # Who is familiar means what others say politely.
    ("음", rf"(?<=[{_PAST}있없싶])음(?!\?){_END}", "어요"),
    ("다", rf"(?<=[{_PAST}])(?<!됐)다{_END}", "어요"),
    ("어", rf"(?<=[{_PAST}있없싶])어{_END}", "어요"),
    ("네", rf"(?<=[{_PAST}없있])네{_END}", "네요"),
    ("나", rf"(?<=[되오있없했됐왔었았겠셨시주찮치맞줬졌])나{_END}", "나요"),
    ("까", rf"(?<=[할될올갈볼쓸줄을])까{_END}", "까요"),
    ("게", rf"(?<=[할갈쓸볼낼줄릴살])게{_END}", "게요"),
    ("래", rf"(?<=[할갈쓸볼낼줄릴살])래{_END}|(?<=왜\s이)래{_END}", "래요"),
    ("와", rf"(?:(?<=[안왜못제])|(?<=[안왜못제]\s))와{_END}", "와요"),
    ("돼", rf"(?<=[안못\s])돼{_END}", "돼요"),
    ("해", rf"(?<=[안못가-힣\s])(?<![오이피올새])해{_END}", "해요"),
    ("려", rf"(?<=[가-힣])(?<![배고])려{_END}", "려요"),
    ("져", rf"(?<=[가-힣])져{_END}", "져요"),
    ("줘", r"(?<=[가-힣])(?<!안 [가-힣])(?<!안[가-힣])(?<!안\s)(?<!안)줘(?=[\s.!~,]|$)", "주세요"),
    ("이", rf"(?<=[가-힣])이야{_END}", "이에요"),
    ("야", rf"(?:(?<=거)|(?<=뭐)|(?<=얼마)|(?<=언제)|(?<=어디))야{_END}", "예요"),
    ("안", rf"(?<!다시)(?<!다시\s)안\s?옴{_END}", "안 와요"),
    ("안", rf"안\s?됨{_END}", "안 돼요"),
    ("거더", rf"(?<=[{_PAST}없])(?:거든요?|더라[고구]요?|더라){_END}", "어요"),
    # Words.
    ("왜", r"왜\s?케\s?(?=[가-힣])", "왜 이렇게 "),
    ("됨", r"됨(?=\s?(?:바로\s|꼭\s)?(?:알려|연락|문자|톡|전화|말씀))", "되면"),
    ("어", r"어(?:떡해|떻해|떠케|떡게|뜨케)(?=\s?[해하되돼쓰신환교반취받확찾보])", "어떻게"),
    ("라", r"(?<=[가-힣]이)라(?=\s?(?:써|쓰여|적혀|나와|돼|되어)\s?있)", "라고"),
    ("아여", r"아직까지|여태까지|여태껏|여태|여지껏", "아직"),
    ("치", r"(?<![가-힣])(?<![한두반]\s)치수", "사이즈"),
    ("우", r"우그러", "찌그러"),
    ("을를", r"(?<=취소|환불|교환|반품|문의|주문|접수|결제)[을를]\s?(?=[하했한할해])", ""),
    ("을를", r"(?<=취소|환불|교환|반품)[을를]\s?(?=신청|요청|접수)", " "),
    ("가", r"(?<=[가-힣]도\s)가능한가(?=요)", "되나"),
    ("가", r"(?<=[가-힣]도)가능한가(?=요)", " 되나"),
    ("가", r"(?<=[가-힣]도\s)가능할까(?=요)", "될까"),
    ("도", r"도착하지\s?못했", "못 왔"),
    ("도안", r"도착(?:이|을|도)?\s?안\s?[했됐]|안\s?도착했", "안 왔"),
    # What arrived is named; `방금 도착했어요` is good news.
    ("도", r"(?:(?<=[이가만도])|(?<=[이가만도못]\s))도착했(?!다|대|나|는지|을)", "왔"),
    ("받", r"받아\s?봤", "받았"),
    # As it sounds (`어제 바닸어요`); what comes from the sea is none.
    ("바", r"바(?:닸|닷(?=[어네는음습]))", "받았"),
    ("수", r"수령했", "받았"),
    ("시구", r"(?<![가-힣])(?:시켰|구[매입]했)", "주문했"),
    ("시구", r"(?<![가-힣])(?:시킨|구[매입]한)(?=\s|[거건게])", "주문한"),
    ("언", r"언제쯤(?!까지)", "언제"),
    ("어", r"어느\s?정도(?=\s?(?:걸|소요|기다))", "얼마나"),
    ("얼", r"얼마\s?정도(?=\s?(?:예요|에요|인가|하나|할까|나와|나오|드))", "얼마"),
    ("무어뭣뭐", r"무슨\s?이유(?:로|때문에)|어째서|(?:무엇|뭣|뭐)\s?때문에", "왜"),
    ("어", r"어떤\s?(?:방법|식)으로", "어떻게"),
)
#: What `것 같아요` supposes, and how that is said outright: before 어요 or 는데, and by itself.
_SUPPOSED: Final = {
    so: (past, alone)
    for so, past, alone in (
        *(("온", "왔", ""), ("간", "갔", ""), ("없는", "없", ""), ("있는", "있", "")),
        *(("된", "됐", ""), ("난", "났", ""), ("진", "졌", ""), ("린", "렸", "")),
        *(("긴", "겼", ""), ("친", "쳤", ""), ("인", "", "이에요"), ("한", "", "해요")),
        *((f"{act}한", f"{act}했", "") for act in ("주문", "결제", "신청", "취소", "입금")),
        *(("다른", "", "달라요"), ("작은", "", "작아요"), ("느린", "", "느려요")),
        *(("안 되는", "안 되", "안 돼요"), ("안되는", "안되", "안돼요")),
        *(("안 맞는", "안 맞", "안 맞아요"), ("안맞는", "안맞", "안맞아요")),
    )
}
_ALONE: Final = ("온", "간")
_AS_IT_SEEMS: Final = re.compile(
    # `하나 더 온 것 같아요` is too much, and `하나 더 왔어요` what was still to come.
    rf"(?P<so>(?<!더)(?<!더\s)(?:{'|'.join(so for so in _SUPPOSED if len(so) > 1 or so in _ALONE)})"
    rf"|(?<=[가-힣])(?:{'|'.join(so for so in _SUPPOSED if len(so) == 1 and so not in _ALONE)}))"
    r"(?:\s?(?:것|거)\s?(?:같(?:아요?|네요?|습니다|음)(?=[\s.,!?~ㅠㅜ]|$)|(?P<and>같은데))"
    r"|\s?듯\s?(?:(?:해요|하네요|합니다|요)(?=[\s.,!?~ㅠㅜ]|$)|(?P<but>한데|싶은데)))"
)


def _by_letter(letter: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What may begin with a letter, each a group, and what these mean."""
    rows = [(pattern, meant) for letters, pattern, meant in _ROWS if letter in letters]
    return re.compile("|".join(f"({pattern})" for pattern, _ in rows)), tuple(m for _, m in rows)


_LETTERS: Final = "".join(dict.fromkeys(letter for letters, _, _ in _ROWS for letter in letters))
#: A line is gone through once, by the letters that any row begins with.
_MAY_BEGIN: Final = re.compile(f"[{_LETTERS}]")
_BY_LETTER: Final = {letter: _by_letter(letter) for letter in _LETTERS}


def in_usual_words(text: str) -> str:
    """`text` with what can be said in several ways said in the most usual one."""
    said = _AS_IT_SEEMS.sub(_outright, _NEGATED.sub(_negated, text))
    parts: list[str] = []
    done = 0
    for begun in _MAY_BEGIN.finditer(said):
        pattern, meant = _BY_LETTER[begun[0]]
        found = pattern.match(said, begun.start()) if begun.start() >= done else None
        if found is not None:
            parts += (said[done : begun.start()], meant[(found.lastindex or 1) - 1])
            done = found.end()
    return f"{''.join(parts)}{said[done:]}"


def _outright(found: re.Match[str]) -> str:
    past, alone = _SUPPOSED[found["so"]]
    if found["and"] or found["but"]:
        return f"{past}는데" if past else f"{found['so']}데"
    return alone or f"{past}어요"


def _negated(found: re.Match[str]) -> str:
    verb, ending = found["verb"], found["ending"]
    infinitive = _INFINITIVES[verb]
    if ending == "았":
        verb = _with_final(infinitive, "ㅆ")
    elif ending == "아":
        verb = infinitive
    elif ending in {"습니다", "음"}:
        verb = infinitive + "요"
    before = found.string[: found.start()]
    return (" " if before and not before[-1].isspace() else "") + "안 " + verb


def _with_final(text: str, final: str) -> str:
    lead, vowel, _ = split(text[-1])
    return text[:-1] + join(lead, vowel, final)
