#!/usr/bin/env python3
"""Measures the server and its peers on this machine and holds the figures against the targets. See README.md beside it."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator

from harness import report, roster, targets, tools
from harness.context import Context
from harness.measure import Measurement, Plan, measure_pgbench, measure_subject
from harness.paths import BENCHMARKS, WORK
from harness.postgres import Postgres, private_postgres
from harness.processes import BenchError
from harness.redis import private_redis
from harness.subjects import SUBJECTS


def main() -> int:
    options = _options()
    # A stop from outside unwinds like Ctrl-C, so that everything that was started is stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # Said aloud, because a shell starts background jobs with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _run(options)
    except BenchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    names = ", ".join([subject.name for subject in SUBJECTS] + ["pgbench"])
    parser.add_argument("--only", action="append", default=[], metavar="NAME",
                        help=f"a subject ({names}), a case, or a prefix of one; may be repeated")
    parser.add_argument("--seconds", type=_positive, default=10, help="length of each load (default 10)")
    parser.add_argument("--warmup", type=int, default=2, help="seconds of unmeasured load before each (default 2)")
    parser.add_argument("--connections", type=_widths, default=(64, 256), metavar="N[,N]", help="default 64,256")
    parser.add_argument("--users", type=_positive, default=100_000, help="rows in the database (default 100000)")
    parser.add_argument("--quick", action="store_true", help="2 s loads: shows that all works, not how fast")
    parser.add_argument("--no-build", action="store_true", help="measure the release binary as it is")
    options = parser.parse_args()
    if options.quick:
        options.seconds, options.warmup = 2, min(options.warmup, 1)
    return options


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _widths(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(","))


def _run(options: argparse.Namespace) -> int:
    plan = Plan(connections=options.connections, seconds=options.seconds, warmup=options.warmup,
                only=tuple(options.only))
    with_roster = _wants_roster(plan)
    tools.ensure_programs()
    if with_roster and not (options.no_build and roster.BINARY.exists()):
        roster.build()
    WORK.mkdir(parents=True, exist_ok=True)
    facts = report.machine()
    with private_postgres(WORK) as postgres, private_redis(WORK) as redis:
        context = Context(postgres=postgres, redis=redis, work=WORK, users=options.users)
        _prepare(context, with_roster)
        facts |= _facts(postgres, plan, options.users, with_roster)
        print("\n".join(f"{name}: {value}" for name, value in facts.items()), flush=True)
        measurements = list(_measure_all(context, plan))
    if not measurements:
        raise BenchError(f"nothing is named {', '.join(plan.only)}; --help lists the subjects")
    return _conclude(measurements, plan, facts)


def _wants_roster(plan: Plan) -> bool:
    return any(plan.wants(subject.name, case.name)
               for subject in SUBJECTS if subject.name.startswith("roster") for case in subject.cases)


def _prepare(context: Context, with_roster: bool) -> None:
    """Tables and rows: the server's migration when it takes part, else the stand-in for peers alone."""
    sql = BENCHMARKS / "sql"
    context.postgres.sql((sql / "auth_stub.sql").read_text())
    if with_roster:
        roster.migrate(context)
    else:
        context.postgres.sql((sql / "peer_schema.sql").read_text())
    print(f"seeding {context.users:,} users", flush=True)
    context.postgres.sql(f"\\set users {context.users}\n" + (sql / "seed.sql").read_text())


def _facts(postgres: Postgres, plan: Plan, users: int, with_roster: bool) -> dict[str, str]:
    settings = postgres.settings()
    version = settings.pop("server_version", "?")
    return {"load": f"wrk, {plan.seconds} s each after {plan.warmup} s of warm-up, {users:,} users",
            "schema": "roster migrate" if with_roster else "sql/peer_schema.sql (peers only)",
            f"Postgres {version}": ", ".join(f"{name} {value}" for name, value in settings.items())}


def _measure_all(context: Context, plan: Plan) -> Iterator[Measurement]:
    # pgbench reads what the uncached subjects read, so it goes before the subject that writes.
    for subject in SUBJECTS[:-1]:
        yield from _shown(measure_subject(subject, context, plan))
    if plan.wants("pgbench"):
        yield from _shown(iter([measure_pgbench(context, plan.seconds)]))
    yield from _shown(measure_subject(SUBJECTS[-1], context, plan))


def _shown(measurements: Iterator[Measurement]) -> Iterator[Measurement]:
    for one in measurements:
        print("  ".join(report.row(one)), flush=True)
        yield one


def _conclude(measurements: list[Measurement], plan: Plan, facts: dict[str, str]) -> int:
    """Prints and keeps the report. Missed targets are news, not a failure; a load with errors is one."""
    verdicts = targets.judge(measurements, plan.connections)
    text = report.markdown(measurements, verdicts, facts)
    print(f"\n{text}")
    print(f"figures: {report.save(measurements, verdicts, facts, text).relative_to(BENCHMARKS.parent)}")
    return 0 if all(one.valid for one in measurements) else 1


if __name__ == "__main__":
    sys.exit(main())
