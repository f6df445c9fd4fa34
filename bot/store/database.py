"""Engines and transactions for SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple, overload

from sqlalchemy import (
    Connection,
    CursorResult,
    Dialect,
    Engine,
    Executable,
    NestedTransaction,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.selectable import TypedReturnsRows

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None

# A customer's channel gives up after 5 s, so nothing waits longer for the database than this.
WAIT_SECONDS = 10


# A lock held by a stuck process must not cost the other customers their answers: shorter than half
# of what a channel waits, because the others are tried once more without the one that is stuck.
LOCK_SECONDS = 1.5
# PostgreSQL: lock_not_available, deadlock_detected, serialization_failure.
BUSY_STATES = frozenset({"55P03", "40P01", "40001"})


class SchemaError(Exception):
    """The database is not at the schema this version needs; the message says what to run."""


class Busy(Exception):  # noqa: N818 - the state of the database
    """Somebody else holds a lock that was needed; the same again may well succeed."""


class Tx:
    """An open transaction. Only modules of `bot.store` and migrations look inside."""

    __slots__ = ("_connection",)

    def __init__(self, connection: AsyncConnection | Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """Of the database behind."""
        return self._connection.dialect

    @overload
    async def execute(
        self, statement: TypedReturnsRows[*Ts], parameters: Parameters = None
    ) -> CursorResult[*Ts]: ...

    @overload
    async def execute(
        self, statement: Executable, parameters: Parameters = None
    ) -> CursorResult[*tuple[Any, ...]]: ...

    async def execute(
        self, statement: Executable, parameters: Parameters = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement, or one for each of several parameter sets."""
        if isinstance(self._connection, Connection):
            return self._connection.execute(statement, parameters)
        return await self._connection.execute(statement, parameters)

    @asynccontextmanager
    async def part(self) -> AsyncIterator[None]:
        """A part that is undone alone when it raises; the transaction goes on. Raises Busy."""
        nested = self._connection.begin_nested()
        try:
            if isinstance(nested, NestedTransaction):
                with nested:
                    yield
            else:
                async with nested:
                    yield
        except DBAPIError as exc:
            _raise_busy(exc)
            raise

    async def run_sync(self, function: Callable[[Connection], T]) -> T:
        """Give the plain connection to code that knows no asyncio (Alembic)."""
        if isinstance(self._connection, Connection):
            return function(self._connection)
        return await self._connection.run_sync(function)


class Store:
    """The door to one database. `begin()` writes, `read()` only looks."""

    def __init__(self, url: str) -> None:
        self.url = normal_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._sqlite: _SqliteWriter | None = None
        if self.is_sqlite:
            self._sqlite = _SqliteWriter(self.url)
            self._engine = _sqlite_reader(self.url)
        else:
            self._engine = _postgresql_engine(self.url)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Tx]:
        """A transaction that may write; committed at the end, rolled back on any exception."""
        if self._sqlite is not None:
            async with self._sqlite.begin() as connection:
                yield Tx(connection)
        else:
            try:
                async with self._engine.begin() as connection:
                    yield Tx(connection)
            except DBAPIError as exc:
                _raise_busy(exc)
                raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """A consistent view that does not wait for writers."""
        async with self._engine.begin() as connection:
            yield Tx(connection)

    async def ping(self) -> None:
        """Raise when the database does not answer."""
        async with self.read() as tx:
            await tx.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Close every connection; SQLite then folds its write-ahead log back into the file."""
        await self._engine.dispose()
        if self._sqlite is not None:
            await self._sqlite.close()


def _raise_busy(exc: DBAPIError) -> None:
    if getattr(exc.orig, "sqlstate", None) in BUSY_STATES:
        raise Busy(type(exc.orig).__name__) from exc


class _SqliteWriter:
    """The one connection of this process that writes to the SQLite file.

    What can take long happens in a thread: waiting for another process's lock, and the commit,
    which waits for the disk.
    The statements between touch a few pages that SQLite keeps in memory: each costs tens of
    microseconds, a trip to a
    thread and back costs more. Measured with 32 customers writing at once, a thread for every
    statement halved the rate.
    """

    def __init__(self, url: URL) -> None:
        self._engine = _sqlite_writer_engine(url)
        self._connection: Connection | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Connection]:
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self._turn.acquire()
        except TimeoutError as exc:
            raise Busy(f"no turn to write within {WAIT_SECONDS} s") from exc
        try:
            connection = await self._start()
            try:
                yield connection
                await self._apart(connection.commit)
            except BaseException:
                # Also after a failed commit (disk full): without it the connection stays unusable.
                await self._apart(connection.rollback)
                raise
        finally:
            self._turn.release()

    async def close(self) -> None:
        async with self._turn:
            if self._connection is not None:
                await self._apart(self._connection.close)
            self._engine.dispose()
        self._thread.shutdown(wait=False)

    async def _start(self) -> Connection:
        """BEGIN IMMEDIATE.

        A transaction that read first and then wanted to write would fail instead of wait.
        """
        connection = self._connection
        if connection is None:
            connection = self._connection = await self._apart(self._engine.connect)
        try:
            connection.exec_driver_sql("PRAGMA busy_timeout=0")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except SQLAlchemyError:
            connection.rollback()
            await self._apart(partial(_wait_for_lock, connection))
        return connection

    async def _apart(self, work: Callable[[], T]) -> T:
        """Run it in the thread; cancelled or not, the connection is free only when it is done."""
        done = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            await asyncio.wait([done])
            raise


def _wait_for_lock(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as exc:
        connection.rollback()
        raise Busy(f"the database was locked for {WAIT_SECONDS} s") from exc


def normal_url(url: str) -> URL:
    """A database URL as people write it, with the driver that we use."""
    parsed = make_url(url.replace("postgres://", "postgresql://", 1))
    driver = "sqlite+aiosqlite" if parsed.get_backend_name() == "sqlite" else "postgresql+asyncpg"
    return parsed.set(drivername=driver)


# One encoder for all: json.dumps with these options would build a new one for every message.
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _sqlite_writer_engine(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        poolclass=StaticPool,
        json_serializer=_to_json,
        hide_parameters=True,
        # One transaction at a time uses it, from the event loop and from the writer's thread in
        # turn.
        connect_args={"check_same_thread": False, "timeout": WAIT_SECONDS},
    )
    event.listen(engine, "connect", partial(_prepare, read_only=False))
    return engine


def _sqlite_reader(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=4,
        max_overflow=0,
        hide_parameters=True,
        pool_timeout=WAIT_SECONDS,
        connect_args={"timeout": WAIT_SECONDS},
    )
    event.listen(engine.sync_engine, "connect", partial(_prepare, read_only=True))

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _prepare(connection: Any, _record: object, *, read_only: bool) -> None:
    # The driver's own implicit BEGIN would be a deferred one; ours is said where a transaction
    # starts.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: a commit has reached the disk before an answer leaves.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    if read_only:
        cursor.execute("PRAGMA query_only=ON")
    cursor.close()


def _postgresql_engine(url: URL) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=5,
        max_overflow=5,
        pool_timeout=WAIT_SECONDS,
        pool_pre_ping=True,
        json_serializer=_to_json,
        hide_parameters=True,
        connect_args={
            "timeout": WAIT_SECONDS,
            "command_timeout": 3 * WAIT_SECONDS,
            "server_settings": {
                "application_name": "dangol",
                "timezone": "UTC",
                "lock_timeout": str(int(LOCK_SECONDS * 1000)),
                # Locks of a host that died without a word are given up.
                "idle_in_transaction_session_timeout": "15000",
                "tcp_keepalives_idle": "30",
            },
        },
    )
