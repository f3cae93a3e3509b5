"""A private Postgres for one run: initdb in a folder of its own, a free port of 127.0.0.1, stopped at the end."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .processes import BenchError, Service, free_port, run

# Only what differs from the defaults, and durability left as it is, so that writes cost what they cost.
SETTINGS = {
    "max_connections": "200",
    "shared_buffers": "256MB",
    "fsync": "on",
    "listen_addresses": "127.0.0.1",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}
_SHOWN = ("server_version", "max_connections", "shared_buffers", "fsync", "synchronous_commit", "full_page_writes",
          "autovacuum", "jit")


@dataclass(frozen=True)
class Postgres:
    """A running server: where it is, and the postmaster's process id for the accounting."""

    port: int
    pid: int
    log: Path

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/roster"

    def sql(self, text: str, *, timeout: float = 300) -> str:
        """Runs statements in one session and returns what psql printed, unaligned."""
        command = [tool("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url]
        return run(command, timeout=timeout, text_in=text).strip()

    def settings(self) -> dict[str, str]:
        """The settings that the figures depend on, as the server reports them."""
        names = ", ".join(f"'{name}'" for name in _SHOWN)
        rows = self.sql(f"SELECT name || '=' || current_setting(name) FROM pg_settings WHERE name IN ({names})")
        return dict(row.split("=", 1) for row in rows.splitlines())


def tool(name: str) -> str:
    """The path of one of Postgres's programs; Debian keeps the server's outside PATH, one folder a version."""
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    found = str(versions[-1]) if versions else shutil.which(name)
    if found is None:
        raise BenchError(f"{name} is missing; on Debian or Ubuntu: apt-get install postgresql")
    return found


def _owner() -> str | None:
    """initdb and postgres refuse root, so root runs them as the user that the package made."""
    return "postgres" if os.geteuid() == 0 else None


@contextmanager
def private_postgres(log_folder: Path) -> Iterator[Postgres]:
    """A fresh cluster with an empty database `roster`; cluster and folder are gone afterwards."""
    # Directly under the system's temporary folder: the other user must be able to walk to it.
    folder = Path(tempfile.mkdtemp(prefix="roster-bench-pg-"))
    try:
        owner = _owner()
        if owner:
            shutil.chown(folder, owner)
        run([tool("initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8"], timeout=120, cwd=Path("/"), user=owner)
        port = free_port()
        flags = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [tool("postgres"), "-D", str(folder / "data"), "-p", str(port), "-k", str(folder), *flags]
        log = log_folder / "postgres.log"
        # SIGINT is Postgres's fast shutdown: it does not wait for clients.
        with Service("postgres", command, log=log, cwd=Path("/"), user=owner, stop_signal=signal.SIGINT) as service:
            service.wait_until(lambda: _answers(port), seconds=30)
            run([tool("createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "roster"], timeout=30)
            yield Postgres(port=port, pid=service.pid, log=log)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _answers(port: int) -> bool:
    try:
        run([tool("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)], timeout=10)
    except BenchError:
        return False
    return True
