"""Roster itself: build, migrate, start, tokens. The one place that knows its commands and its settings' names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .context import Context, Running
from .paths import ROOT
from .processes import BenchError, Service, fetch, free_port, run

BINARY = ROOT / ".build" / "release" / "roster"


def build() -> None:
    """Brings the release binary up to date."""
    print("building the server (release)", flush=True)
    try:
        done = subprocess.run(["swift", "build", "-c", "release", "--product", "roster"], cwd=ROOT, timeout=3600)
    except FileNotFoundError as error:
        raise BenchError("swift is missing; see https://www.swift.org/install") from error
    if done.returncode != 0:
        raise BenchError("the server does not build")


def environment(context: Context, **settings: str) -> dict[str, str]:
    """The settings for one subject; those of the caller's shell that are Roster's are left out, so that runs compare."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_")}
    return {**inherited, "DATABASE_URL": context.postgres.url, "REDIS_URL": context.redis.url, **settings}


def migrate(context: Context) -> None:
    run([str(BINARY), "migrate"], timeout=120, env=environment(context), cwd=ROOT)


def token(context: Context, *arguments: str) -> str:
    """What `roster token` prints for these arguments."""
    return run([str(BINARY), "token", *arguments], timeout=30, env=environment(context), cwd=ROOT).strip()


@contextmanager
def serve(context: Context, *, cache: bool, coalesce: bool, log: Path | None = None) -> Iterator[Running]:
    """The server, ready for requests."""
    port = free_port()
    env = environment(context, ROSTER_CACHE="on" if cache else "off", ROSTER_COALESCE="on" if coalesce else "off")
    with Service("roster", [str(BINARY), "serve", "--port", str(port)], log=log or context.work / "roster.log",
                 env=env, cwd=ROOT) as service:
        service.wait_until(lambda: fetch(f"http://127.0.0.1:{port}/readyz")[0] == 200, seconds=30)
        yield Running(port=port, pid=service.pid)
