"""One measurement: a load, and what the processes used meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from . import pgbench, wrk
from .context import Context, Running
from .cpu import MemorySampler, cpu_seconds, resident_bytes
from .processes import BenchError, fetch
from .subjects import Case, Subject


@dataclass(frozen=True)
class Measurement:
    """One row of the report. CPU in microseconds a request, latencies in microseconds, memory in bytes; None: not known."""

    case: str
    connections: int
    requests: int
    per_second: float
    server_cpu_us: float | None
    postgres_cpu_us: float | None
    p50_us: float
    p99_us: float
    errors: int
    detail: str
    rest_bytes: int | None
    load_bytes: int | None

    @property
    def valid(self) -> bool:
        return self.errors == 0 and self.requests > 0


@dataclass(frozen=True)
class Plan:
    """How long and how wide; `only` names subjects or cases (a prefix is enough), empty for all."""

    connections: tuple[int, ...]
    seconds: int
    warmup: int
    only: tuple[str, ...]

    def wants(self, *names: str) -> bool:
        return not self.only or any(name.startswith(wanted) for name in names for wanted in self.only)


def measure_subject(subject: Subject, context: Context, plan: Plan) -> Iterator[Measurement]:
    """Starts the subject once and gives it each wanted load."""
    cases = [case for case in subject.cases if plan.wants(subject.name, case.name)]
    if not cases:
        return
    context.redis.clear()
    with subject.start(context) as running:
        rest = _at_rest(running)
        for case in cases:
            load = case.load(context)
            _probe(case, load, running, context)
            for connections in plan.connections:
                yield _measure(case, load, running, context, plan, connections, rest)


def measure_pgbench(context: Context, seconds: int) -> Measurement:
    """The same row for pgbench, which is client and load in one: there is no server process but Postgres."""
    before = cpu_seconds(context.postgres.pid)
    result = pgbench.drive(context.postgres, seconds=seconds)
    used = cpu_seconds(context.postgres.pid) - before
    return Measurement(case="pgbench", connections=pgbench.CLIENTS, requests=result.transactions,
                       per_second=result.per_second, server_cpu_us=None,
                       postgres_cpu_us=_each(used, result.transactions), p50_us=result.p50_us, p99_us=result.p99_us,
                       errors=result.failed, detail="failed transactions" if result.failed else "", rest_bytes=None,
                       load_bytes=None)


def _measure(case: Case, load: wrk.Load, running: Running, context: Context, plan: Plan, connections: int,
             rest: int) -> Measurement:
    if plan.warmup:
        wrk.drive(load, running.port, connections=connections, seconds=plan.warmup)
    server, database = cpu_seconds(running.pid), cpu_seconds(context.postgres.pid)
    with MemorySampler(running.pid) as memory:
        result = wrk.drive(load, running.port, connections=connections, seconds=plan.seconds)
    server_used = cpu_seconds(running.pid) - server
    database_used = cpu_seconds(context.postgres.pid) - database
    return Measurement(case=case.name, connections=connections, requests=result.requests,
                       per_second=result.per_second, server_cpu_us=_each(server_used, result.requests),
                       postgres_cpu_us=_each(database_used, result.requests), p50_us=result.p50_us,
                       p99_us=result.p99_us, errors=result.errors, detail=result.detail, rest_bytes=rest,
                       load_bytes=memory.highest)


def _probe(case: Case, load: wrk.Load, running: Running, context: Context) -> None:
    status, body = fetch(f"http://127.0.0.1:{running.port}{case.probe}", load.token)
    if status != 200:
        raise BenchError(f"{case.name}: GET {case.probe} answered {status}, not 200: {body[:300].decode(errors='replace')}")
    if load.script == "read_user":
        context.sample_body = body


def _at_rest(running: Running) -> int:
    # What start-up leaves behind settles within this time; nothing is waited for, so a fixed pause is right here.
    time.sleep(1)
    return resident_bytes(running.pid)


def _each(seconds: float, requests: int) -> float | None:
    return seconds * 1e6 / requests if requests else None
