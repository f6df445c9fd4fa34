"""What somebody of the store promised by word of mouth, recalled by who waits for it."""

from __future__ import annotations

from typing import Final

from bot.dialog.manner.asking import reports_problem
from bot.dialog.words import squash
from bot.patterns import searched

_BY_WORD: Final = (
    r"(?:(?:전화|통화|유선)(?:로|에서|상으로|할때|했을때|하실때|하면서|때|중에)"
    r"|(?:상담(?:원|사)|사장|점장|담당자|직원|매니저)(?:분|님)?(?:이|가|께서|이랑|한테))"
)
#: `사장님이 빼 주신다던 거 아직이에요?`
_RECALLED: Final = searched(
    rf"{_BY_WORD}[가-힣]{{0,16}}?"
    r"(?:(?:준|주신|드린|한|하신|된)다(?:고|구|던|며|면서|더니)|(?:준|주신|한|하신)[대댔]|(?:주|주시|하)기로|주겠다(?:고|던)|얘기한|말한|말씀하신)"
    r"(?!고?(?:써|적|쓰|나와|되어|돼있))[가-힣]{0,12}?(?:어떻게|어찌|어케|아직|됐[나어는]|되었|언제|거요?$|는데요?$|서요?$|던데요?$|잖아요?$)"
)
#: `어제 상담할 때 오늘까지 답 준다고 했거든요`
_WORD_AWAITED: Final = searched(
    r"(?:상담|통화|전화|문의|얘기)(?:할때|때|했을때|하면서|에서)[가-힣0-9]{0,10}?(?:답|답변|연락|전화|회신)(?:을|를)?(?:준다|주신다|드린다|주기로)[가-힣]{1,8}$"
)

_PROMISED: Final = searched(
    r"(?:준|주신|해준|해주신|보내준|보내주신|드린)다(?:고|던|구)?(?:하신|하셨던|했던|한|하던)?(?:거|것|건)(?:요|이요|말이에요|있잖아요|는요)?$"
)


def recalls_promise(text: str) -> bool:
    """Whether a line says no more than what was promised, by whomever (`받침 준다고 하신 거요`)."""
    return bool(_PROMISED.search(squash(text))) and not reports_problem(text)


def recalls_word(text: str) -> bool:
    """Whether a line asks what became of what was promised on the phone or by somebody named."""
    plain = squash(text)
    recalled = _RECALLED.search(plain) or _WORD_AWAITED.search(plain)
    return bool(recalled) and not reports_problem(text)
