"""What a customer's free text tells of an order. Pure: the same text always tells the same."""

from bot.dialog.extract.asked_names import asked_name
from bot.dialog.extract.goods import (
    essence,
    goods,
    goods_of,
    kind_named,
    last_alike,
    names_kind,
    option,
    tells_measures,
    tracking,
)
from bot.dialog.extract.names import customs_number, name, names_itself, phone_tail, without_name
from bot.dialog.extract.numbers import (
    contact,
    has_account,
    mask_phone,
    masked,
    order_numbers,
    phone,
    without_numbers,
)
from bot.dialog.extract.places import address, street
from bot.dialog.extract.quantities import breaks_down, new_quantity, quantity
from bot.dialog.extract.scores import comment, score, scores_each
from bot.dialog.extract.secrets import (
    has_hidden_card,
    has_hidden_resident,
    without_cards,
    without_masks,
    without_secrets,
)
from bot.dialog.extract.subjects import asked_about, only_times
from bot.dialog.extract.times import When, clock, when

__all__ = [
    "When",
    "address",
    "asked_about",
    "asked_name",
    "breaks_down",
    "clock",
    "comment",
    "contact",
    "customs_number",
    "essence",
    "goods",
    "goods_of",
    "has_account",
    "has_hidden_card",
    "has_hidden_resident",
    "kind_named",
    "last_alike",
    "mask_phone",
    "masked",
    "name",
    "names_itself",
    "names_kind",
    "new_quantity",
    "only_times",
    "option",
    "order_numbers",
    "phone",
    "phone_tail",
    "quantity",
    "score",
    "scores_each",
    "street",
    "tells_measures",
    "tracking",
    "when",
    "without_cards",
    "without_masks",
    "without_name",
    "without_numbers",
    "without_secrets",
]
