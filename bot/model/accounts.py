"""Who works in the console."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.model.names import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A console account.

    `one_time`: the password was printed by the server and is yet to be replaced.
    """

    id: int
    name: str
    role: Role
    one_time: bool = field(default=False)
