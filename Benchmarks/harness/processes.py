"""Starting, awaiting and stopping the processes of a run. Each is stopped by the id that was started, never by name."""

from __future__ import annotations

import pwd
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any


class BenchError(Exception):
    """Something the person at the keyboard can act on; shown without a traceback."""


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(command: Sequence[str], *, timeout: float, env: Mapping[str, str] | None = None,
        text_in: str | None = None, cwd: Path | None = None, user: str | None = None) -> str:
    """Runs a command to its end and returns its standard output; raises `BenchError` with what it said when it failed."""
    try:
        done = subprocess.run(command, input=text_in, capture_output=True, text=True, timeout=timeout, env=env, cwd=cwd,
                              **_identity(user))
    except FileNotFoundError as error:
        raise BenchError(f"{command[0]}: not found") from error
    except subprocess.TimeoutExpired as error:
        raise BenchError(f"{' '.join(command[:3])} …: no end after {timeout:.0f} s") from error
    if done.returncode != 0:
        said = _shortened((done.stderr or done.stdout).strip())
        raise BenchError(f"{' '.join(command[:4])} …: exit {done.returncode}\n{said}")
    return done.stdout


def _shortened(text: str, most: int = 2000) -> str:
    """The start, which has the cause, and the end, which has the outcome."""
    return text if len(text) <= most else f"{text[:most // 2]}\n…\n{text[-most // 2:]}"


def _identity(user: str | None) -> dict[str, Any]:
    """What makes a child run as `user`. Not through runuser, which would stand between us and the process to signal."""
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


class Service:
    """A long-running child process, used as a context manager: left in any way, it has been stopped."""

    def __init__(self, name: str, command: Sequence[str], *, log: Path, env: Mapping[str, str] | None = None,
                 cwd: Path | None = None, user: str | None = None, stop_signal: signal.Signals = signal.SIGTERM) -> None:
        self.name = name
        self._command = list(command)
        self._log = log
        self._env = env
        self._cwd = cwd
        self._user = user
        self._stop_signal = stop_signal
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None, "the service was not started"
        return self._process.pid

    def __enter__(self) -> Service:
        with self._log.open("ab") as log:
            try:
                # A session of its own: Ctrl-C reaches the runner only, which then stops its services in order.
                self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                                 env=self._env, cwd=self._cwd, start_new_session=True,
                                                 **_identity(self._user))
            except FileNotFoundError as error:
                raise BenchError(f"{self._command[0]}: not found") from error
        return self

    def __exit__(self, *_: object) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.send_signal(self._stop_signal)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=5)

    def wait_until(self, ready: Callable[[], bool], *, seconds: float) -> None:
        """Asks `ready` until it says yes; a service that ended or took too long is a `BenchError` with its last words."""
        deadline = time.monotonic() + seconds
        while not ready():
            ended = self._process is not None and self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                why = "ended at once" if ended else f"not ready after {seconds:.0f} s"
                raise BenchError(f"{self.name} {why}; its last words:\n{self.last_words()}")
            time.sleep(0.05)

    def last_words(self) -> str:
        """The end of the service's log."""
        return self._log.read_text(errors="replace")[-2000:]


def accepts(port: int) -> bool:
    """Whether something on 127.0.0.1 accepts connections on `port`."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def fetch(url: str, token: str | None = None) -> tuple[int, bytes]:
    """One GET: status and body; status 0 when nobody answered."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=5) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError:
        return 0, b""
