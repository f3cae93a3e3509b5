"""The built server, on a private Postgres and Redis of its own, with demo people."""

from __future__ import annotations

import glob
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


class Failed(Exception):
    """Something that the run needs is not there; the text says what to do."""


@dataclass
class Server:
    """A running `roster dev`."""

    url: str
    database_url: str
    folder: Path
    process: subprocess.Popen
    environment: dict[str, str]

    def token(self, role: str, subject: str) -> str:
        """A token as the authentication layer would sign it."""
        arguments = [str(binary()), "token", "--sub", subject, "--ttl", "1d"]
        if role != "user":
            arguments += ["--role", role]
        return subprocess.run(arguments, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def sql(self, statement: str) -> None:
        """Runs SQL past the server."""
        subprocess.run([psql(), "-qX", "-v", "ON_ERROR_STOP=1", self.database_url, "-c", statement], check=True)

    def add_newcomers(self, first: int, count: int) -> None:
        """Makes identities that have no record yet; see `newcomer`."""
        self.sql("INSERT INTO auth.users (id) SELECT ('00000000-0000-4000-9000-' || lpad(to_hex(n), 12, '0'))::uuid "
                 f"FROM generate_series({first}, {first + count - 1}) AS n")

    def is_running(self) -> bool:
        return self.process.poll() is None


def binary() -> Path:
    """The program that `make contract` has built."""
    path = Path(os.environ.get("CONTRACT_ROSTER", ROOT / ".build" / "debug" / "roster"))
    if not path.exists():
        raise Failed(f"{path} is missing: run `make contract`, which builds it")
    return path


def psql() -> str:
    found = shutil.which("psql") or next(iter(sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))), None)
    if not found:
        raise Failed("psql is missing; run scripts/setup")
    return found


def people(count: int) -> list[str]:
    """The ids of the demo people; the first four are those of the development tokens."""
    return [f"00000000-0000-4000-8000-{number:012x}" for number in range(1, count + 1)]


def newcomer(number: int) -> str:
    """The id of an identity that `add_newcomers` makes."""
    return f"00000000-0000-4000-9000-{number:012x}"


class running:
    """`with running() as server:` starts it and sees to its end."""

    def __init__(self, users: int = 200):
        self.users = users

    def __enter__(self) -> Server:
        self.folder = Path(tempfile.mkdtemp(prefix="roster-contract-"))
        self.folder.chmod(0o755)
        inherited = {name: value for name, value in os.environ.items()
                     if not name.startswith("ROSTER_") and name not in ("DATABASE_URL", "REDIS_URL")}
        # A developer's database and settings are left alone.
        environment = {**inherited, "ROSTER_FOLDER": str(self.folder / "data"), "ROSTER_ACCESS_LOG": "off"}
        swagger_ui = ROOT / ".roster" / "swagger-ui"
        if (swagger_ui / "complete").exists():
            environment["ROSTER_SWAGGER_UI"] = str(swagger_ui)
        port = _free_port()
        self.log = open(self.folder / "log", "w+")
        self.process = subprocess.Popen([str(binary()), "dev", "--port", str(port), "--users", str(self.users)],
                                        stdout=self.log, stderr=subprocess.STDOUT, env=environment, cwd=ROOT)
        url = f"http://127.0.0.1:{port}"
        try:
            self._wait(url + "/readyz")
            return Server(url, self._database_url(), self.folder, self.process, environment)
        except BaseException:
            self.__exit__()
            raise

    def _wait(self, url: str) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(url, timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise Failed("the server did not come up:\n" + self._output()[-2000:])

    def _output(self) -> str:
        return (self.folder / "log").read_text()

    def _database_url(self) -> str:
        found = re.search(r"postgres://roster:\$\(cat (\S+)/password\)@(\S+?/roster)", self._output())
        if not found:
            raise Failed("`roster dev` no longer says where its database is")
        return f"postgres://roster:{Path(found[1], 'password').read_text().strip()}@{found[2]}"

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
