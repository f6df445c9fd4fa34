"""Who would come for his goods himself is told of the shop what the answers hold."""

from __future__ import annotations

import re

from bot.dialog import manner, words
from bot.dialog.answers import answer, offered_again, shown_last
from bot.dialog.entries import tells_of_shop
from bot.dialog.learning import note
from bot.dialog.quoting import sure
from bot.dialog.reporting import wording
from bot.dialog.turn import Turn, digest, say
from bot.model import Decision
from bot.patterns import searched
from bot.records import replace

#: What answers call the place.
_SHOP = "매장"


#: `매장에서도 교환되나요`, `오프라인에서 입어볼 수 있나요`
_THERE = searched(
    r"(?:매장|오프라인|지점|직영점|가게|백화점)(?:으로|에|에서|에서는|에서도|으로도|에도|에가서|가서|으로가서|으로가져가|에가져가|방문해서|방문)*(?:직접|바로|도|는)*(?:교환|반품|환불|수선|입어|신어|받을|살|사[도요]|구매|구입|가져다|갖다|가져가|찾을|볼)"
)


def _at_the_shop(turn: Turn) -> bool:
    """Whether it is asked if something can be done in a shop, whatever that is.

    Where the entry that tells of it is meant (`매장 가서 입어볼 수 있어요?`), that answers.
    """
    best = sure(turn)
    told = best is not None and best.ticket == "none" and _SHOP in best.answer
    return not told and manner.asks(turn.text) and bool(_THERE.search(words.squash(turn.text)))


#: `언제 가면 돼요` behind what was told of the shop.
_WHEN_TO_GO = re.compile(
    r"(?:그럼|그러면|근데|혹시|네)*(?:언제|몇시에?|몇시까지|어디로|오늘|내일|지금|주말에)(?:쯤|나)?(?:바로)?(?:찾으러|가지러|받으러)?(?:가면|가야|가도|들르면)"
    r"(?:되나|돼|될까|되죠|하나|해|할까)(?:요)?"
)


def _asks_when_to_go(turn: Turn) -> bool:
    shop = tells_of_shop(turn)
    near = shop is not None and shown_last(turn) is shop
    return near and bool(_WHEN_TO_GO.fullmatch(words.squash(turn.text)))


def hear_pickup(turn: Turn) -> Decision | None:
    """`직접 찾으러 가도 돼요?`: the lines about the shop, of an entry that only answers."""
    if turn.state.ticket or turn.incoming.tap:
        return None
    comes = manner.would_fetch_it(turn.text) or _at_the_shop(turn)
    if not (comes or _asks_when_to_go(turn)):
        return None
    for entry in turn.faq.intents:
        if entry.ticket != "none" or not turn.intent(entry.id):
            continue
        lines = [line.strip() for line in wording(turn, entry).split("\n") if _SHOP in line]
        again = bool(lines) and digest("\n".join(lines)) == turn.memory.said
        if again and manner.asks(turn.text):
            return answer(turn, entry)  # `몇 시까지 가면 돼요` right behind it
        if lines:
            text, question, choices = offered_again(turn, "\n".join(lines))
            noted, best = note(turn), sure(turn) or entry
            memory = replace(noted, shown=entry.id, intent=noted.intent or best.id)
            return say(turn, text, question=question, choices=choices, memory=memory, spoke=True)
    return None
