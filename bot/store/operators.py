"""Console accounts, their logins, and the wrong passwords that slow the next try."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from bot.model import Operator, Role
from bot.schema import login_failures, operators, sessions
from bot.store.database import Tx


async def count(tx: Tx) -> int:
    """How many accounts there are."""
    return (await tx.execute(select(func.count()).select_from(operators))).scalar_one()


async def by_name(tx: Tx, name: str) -> tuple[Operator, str] | None:
    """An account and its password hash."""
    row = (await tx.execute(select(operators).where(operators.c.name == name))).one_or_none()
    return None if row is None else (_operator(row), row.password_hash)


async def everybody(tx: Tx) -> list[Operator]:
    """Every account, the oldest first."""
    return [_operator(row) for row in await tx.execute(select(operators).order_by(operators.c.id))]


async def names(tx: Tx) -> dict[int, str]:
    """Every account's name by id."""
    result = await tx.execute(select(operators.c.id, operators.c.name))
    return dict(result.all())


async def add(
    tx: Tx, name: str, role: Role, password_hash: str, now: datetime, *, one_time: bool
) -> int:
    """Make an account; its id is returned. The name must be free."""
    result = await tx.execute(
        insert(operators)
        .values(
            name=name, role=role, password_hash=password_hash, one_time=one_time, created_at=now
        )
        .returning(operators.c.id)
    )
    return result.scalar_one()


async def set_password(
    tx: Tx, operator_id: int, password_hash: str, *, one_time: bool = False
) -> None:
    """Replace the password."""
    await tx.execute(
        update(operators)
        .where(operators.c.id == operator_id)
        .values(password_hash=password_hash, one_time=one_time)
    )


async def open_session(
    tx: Tx, token_hash: str, operator_id: int, now: datetime, expires_at: datetime
) -> None:
    """Remember a login, and forget those that ran out."""
    await tx.execute(delete(sessions).where(sessions.c.expires_at <= now))
    await tx.execute(
        insert(sessions).values(
            token_hash=token_hash, operator_id=operator_id, created_at=now, expires_at=expires_at
        )
    )


async def by_session(tx: Tx, token_hash: str, now: datetime) -> Operator | None:
    """Whose login this is, if it still holds."""
    result = await tx.execute(
        select(operators)
        .join(sessions, sessions.c.operator_id == operators.c.id)
        .where(sessions.c.token_hash == token_hash, sessions.c.expires_at > now)
    )
    row = result.one_or_none()
    return None if row is None else _operator(row)


async def close_sessions(
    tx: Tx, operator_id: int, *, only: str | None = None, keep: str | None = None
) -> None:
    """Log an operator out: everywhere, from one login, or from all logins but one."""
    ended = delete(sessions).where(sessions.c.operator_id == operator_id)
    if only is not None:
        ended = ended.where(sessions.c.token_hash == only)
    if keep is not None:
        ended = ended.where(sessions.c.token_hash != keep)
    await tx.execute(ended)


async def one_try_at_a_time(tx: Tx, name: str) -> None:
    """Let tries for one name be counted one after the other; SQLite's writers are so anyway."""
    if tx.dialect.name != "sqlite":
        await tx.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))


async def failures(tx: Tx, name: str, peer: str, since: datetime) -> tuple[int, int, int]:
    """Wrong passwords since then: for this name from this peer, for this name, from this peer."""
    same_name = login_failures.c.name == name
    same_peer = login_failures.c.peer == peer
    result = await tx.execute(
        select(
            func.count().filter(same_name, same_peer),
            func.count().filter(same_name),
            func.count().filter(same_peer),
        ).where(login_failures.c.created_at > since)
    )
    return result.one()


async def add_failure(tx: Tx, name: str, peer: str, now: datetime, forget_before: datetime) -> None:
    """Count a wrong password, and forget those too old to count."""
    await tx.execute(delete(login_failures).where(login_failures.c.created_at <= forget_before))
    await tx.execute(insert(login_failures).values(name=name[:64], peer=peer[:64], created_at=now))


async def forgive(tx: Tx, name: str, peer: str) -> None:
    """A right password clears what this person mistyped."""
    await tx.execute(
        delete(login_failures).where(login_failures.c.name == name, login_failures.c.peer == peer)
    )


def _operator(row: Row[Any]) -> Operator:
    return Operator(id=row.id, name=row.name, role=row.role, one_time=row.one_time)
