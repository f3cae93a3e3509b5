"""One load by wrk: bounded in time, its figures read from the line that lua/common.lua prints."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from .processes import BenchError, run

_SCRIPTS = Path(__file__).resolve().parent.parent / "lua"


@dataclass(frozen=True)
class Load:
    """What is asked of a server."""

    script: str
    population: int = 100_000
    path: str = "/"
    token: str | None = None


@dataclass(frozen=True)
class LoadResult:
    """What the clients saw; latencies in microseconds."""

    requests: int
    seconds: float
    p50_us: float
    p99_us: float
    errors: int
    detail: str

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds if self.seconds else 0.0


def drive(load: Load, port: int, *, connections: int, seconds: int, threads: int = 2) -> LoadResult:
    """Sends `load` to 127.0.0.1:`port` for `seconds` over `connections` kept-alive connections."""
    env = dict(os.environ, BENCH_LUA=str(_SCRIPTS), BENCH_POPULATION=str(load.population), BENCH_PATH=load.path)
    env.pop("BENCH_TOKEN", None)
    if load.token:
        env["BENCH_TOKEN"] = load.token
    command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "5s",
               "-s", str(_SCRIPTS / f"{load.script}.lua"), f"http://127.0.0.1:{port}{load.path}"]
    return parse(run(command, timeout=seconds + 30, env=env))


def parse(output: str) -> LoadResult:
    """Reads wrk's output; a missing line is a `BenchError`."""
    line = next((line for line in output.splitlines() if line.startswith("BENCH ")), None)
    if line is None:
        raise BenchError(f"wrk printed no figures:\n{output[-2000:]}")
    figures = json.loads(line.removeprefix("BENCH "))
    kinds = ("connect_errors", "read_errors", "write_errors", "timeouts", "status_errors")
    found = {kind: figures[kind] for kind in kinds if figures[kind]}
    return LoadResult(requests=figures["requests"], seconds=figures["seconds"], p50_us=figures["p50_us"],
                      p99_us=figures["p99_us"], errors=sum(found.values()),
                      detail=", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in found.items()))
