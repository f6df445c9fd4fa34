"""A private PostgreSQL cluster for the tests, from the system's own binaries."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import asyncpg


class Cluster:
    """A server on a socket of its own folder: a port found free may be taken before it listens.

    Databases are cloned from a migrated template.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dangol-postgres-"))
        self._data = self._folder / "data"

    def start(self) -> None:
        """Make the cluster and start it.

        PostgreSQL refuses to run as root, so root becomes `postgres`.
        """
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        self._run(
            "initdb", "--pgdata", str(self._data), "--username=dangol", "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        # fsync off: what these tests prove does not depend on the machine losing power.
        options = (
            f"-c listen_addresses= -c unix_socket_directories={self._folder}"
            " -c fsync=off -c max_connections=200"
        )
        log = str(self._folder / "log")
        self._run("pg_ctl", "start", "--wait", "-D", str(self._data), "-l", log, "-o", options)

    def stop(self) -> None:
        """Stop it and remove every trace."""
        self._run("pg_ctl", "stop", "--mode=immediate", "-D", str(self._data))
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://dangol@/{database}?host={self._folder}"

    async def create(self, database: str, template: str = "template1") -> str:
        """Make a database; its address is returned."""
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            # Copying files takes a third of the time; before PostgreSQL 15 there is no other way.
            copied = connection.get_server_version().major >= 15
            strategy = " STRATEGY FILE_COPY" if copied else ""
            await connection.execute(
                f'CREATE DATABASE "{database}" TEMPLATE "{template}"{strategy}'
            )
        finally:
            await connection.close()
        return self.url(database)

    async def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        await self._say(f'DROP DATABASE "{database}" WITH (FORCE)')

    async def _say(self, sentence: str) -> None:
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(sentence)
        finally:
            await connection.close()

    def _run(self, program: str, *arguments: str) -> None:
        command = [_binary(program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")


def _binary(name: str) -> str:
    """Debian keeps PostgreSQL's own programs out of PATH; the newest version is taken."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_major)
    path = str(found[-1]) if found else shutil.which(name)
    if not path:
        raise RuntimeError(f"{name} is missing: apt-get install postgresql")
    return path


def _major(path: Path) -> int:
    return int(path.parts[4])
