"""Who may use the console: accounts, logins, and the brake on guessing passwords."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.model import Operator, Rejected, Role
from bot.store import Store, operators

SESSION_SECONDS = 7 * 24 * 3600
PASSWORD_LENGTH = 10
PASSWORD_LIMIT = 200
FIRST_ADMIN = "admin"

#: Wrong passwords allowed within the window: for one name from one peer, for one name, from one
#: peer.
WINDOW = timedelta(minutes=5)
ALLOWED = (5, 50, 30)

ROLES: tuple[Role, ...] = ("operator", "seller", "admin")


class Throttled(Rejected):
    """Too many wrong passwords. `seconds`: how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"로그인 시도가 너무 많았어요. {seconds}초 뒤에 다시 시도해 주세요.")
        self.seconds = seconds


class Accounts:
    """The use cases around operators' accounts."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._hasher = PasswordHasher()
        # Argon2 takes 64 MiB a try: guesses must not be able to run many at once.
        self._turn = asyncio.Semaphore(2)
        self._dummy: str | None = None

    async def log_in(self, name: str, password: str, peer: str) -> str:
        """A session token for the cookie. `peer` is the caller's address.

        Raises Rejected for a wrong name or password, Throttled after too many of them.
        """
        # A name that no account can have is counted like any other wrong one.
        name = name.strip() if name.isprintable() else "?"
        async with self._turn:
            await self._count_try(name, peer)
            async with self._store.read() as tx:
                account = await operators.by_name(tx, name)
            # An unknown name costs the same time as a wrong password.
            password_hash = account[1] if account else await self._dummy_hash()
            right = await self._verify(password_hash, password)
        if account is None or not right:
            raise Rejected("이름이나 비밀번호가 맞지 않아요.")
        return await self._open_session(account[0], peer, self._now())

    async def operator(self, token: str) -> Operator | None:
        """Whose login this is."""
        async with self._store.read() as tx:
            return await operators.by_session(tx, _digest(token), self._now())

    async def log_out(self, token: str) -> None:
        """End this login."""
        digest = _digest(token)
        async with self._store.begin() as tx:
            operator = await operators.by_session(tx, digest, self._now())
            if operator is not None:
                await operators.close_sessions(tx, operator.id, only=digest)

    async def set_password(self, operator: Operator, token: str, new: str) -> None:
        """Replace the operator's password and end his other logins.

        Raises Rejected for a weak one.
        """
        _check_password(new, operator.name)
        password_hash = await self._hash(new)
        async with self._store.begin() as tx:
            await operators.set_password(tx, operator.id, password_hash)
            await operators.close_sessions(tx, operator.id, keep=_digest(token))

    async def add(self, name: str, role: Role, password: str | None = None) -> str:
        """Make an account.

        The password to tell its owner is returned (a one-time one when none is given).
        """
        name = name.strip()
        if not 1 <= len(name) <= 64 or not name.isprintable():
            raise Rejected("이름은 1자에서 64자까지예요.")
        if password is not None:
            _check_password(password, name)
        chosen = password or secrets.token_urlsafe(12)
        password_hash = await self._hash(chosen)
        async with self._store.begin() as tx:
            if await operators.by_name(tx, name):
                raise Rejected(f"‘{name}’ 계정이 이미 있어요.")
            await operators.add(
                tx, name, role, password_hash, self._now(), one_time=password is None
            )
        return chosen

    async def team(self) -> tuple[Operator, ...]:
        """Every account, the oldest first."""
        async with self._store.read() as tx:
            return tuple(await operators.everybody(tx))

    async def first_admin(self) -> str | None:
        """The one-time password to print for the first admin.

        None once somebody has set a password.
        """
        async with self._store.read() as tx:
            count = await operators.count(tx)
            account = await operators.by_name(tx, FIRST_ADMIN)
        if count == 0:
            try:
                return await self.add(FIRST_ADMIN, "admin")
            except Rejected:
                return None  # another process that starts now was faster, and prints its own
        if count > 1 or account is None or not account[0].one_time:
            return None
        # Only the hash was kept, and nobody has used it for good: a restart prints a new one.
        return await self.reset(FIRST_ADMIN)

    async def reset(self, name: str) -> str:
        """A new one-time password for who forgot his; his logins end. Raises Rejected."""
        password = secrets.token_urlsafe(12)
        password_hash = await self._hash(password)
        async with self._store.begin() as tx:
            account = await operators.by_name(tx, name.strip())
            if account is None:
                raise Rejected(f"‘{name}’ 계정이 없어요.")
            await operators.set_password(tx, account[0].id, password_hash, one_time=True)
            await operators.close_sessions(tx, account[0].id)
        return password

    async def _count_try(self, name: str, peer: str) -> None:
        """Count a try as failed before it is made, so that many at once cannot all slip through."""
        now = self._now()
        async with self._store.begin() as tx:
            await operators.one_try_at_a_time(tx, name)
            counts = await operators.failures(tx, name, peer, now - WINDOW)
            if any(count >= most for count, most in zip(counts, ALLOWED, strict=True)):
                raise Throttled(int(WINDOW.total_seconds()))
            await operators.add_failure(tx, name, peer, now, now - WINDOW)

    async def _open_session(self, operator: Operator, peer: str, now: datetime) -> str:
        token = secrets.token_urlsafe(32)
        expires = now + timedelta(seconds=SESSION_SECONDS)
        async with self._store.begin() as tx:
            await operators.forgive(tx, operator.name, peer)
            await operators.open_session(tx, _digest(token), operator.id, now, expires)
            if operator.one_time:
                # One time means once: what was printed in a terminal opens no second login.
                await operators.set_password(tx, operator.id, "", one_time=True)
        return token

    async def _hash(self, password: str) -> str:
        return await asyncio.to_thread(self._hasher.hash, password)

    async def _dummy_hash(self) -> str:
        if self._dummy is None:
            self._dummy = await self._hash(secrets.token_urlsafe(12))
        return self._dummy

    async def _verify(self, password_hash: str, password: str) -> bool:
        if not password or len(password) > PASSWORD_LIMIT:
            return False
        try:
            plain = password.encode("utf-8", "surrogatepass")
            return await asyncio.to_thread(self._hasher.verify, password_hash, plain)
        except (VerificationError, InvalidHashError):
            return False


def _check_password(password: str, name: str) -> None:
    if len(password) < PASSWORD_LENGTH:
        raise Rejected(f"비밀번호는 {PASSWORD_LENGTH}자 이상으로 정해 주세요.")
    if len(password) > PASSWORD_LIMIT:
        raise Rejected(f"비밀번호는 {PASSWORD_LIMIT}자까지예요.")
    if not password.isprintable():
        raise Rejected("비밀번호에 쓸 수 없는 문자가 있어요.")
    if len(set(password)) < 4 or name.lower() in password.lower():
        raise Rejected("너무 쉬운 비밀번호예요. 이름이나 같은 글자의 반복은 피해 주세요.")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
