#!/usr/bin/env python3
"""Times what a developer waits for: one run of the generator, from an edited field to a server that answers, and both for
a spec of 60 resources with 20 fields each."""

from __future__ import annotations

import argparse
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from harness import large, roster, scratch, tools
from harness.context import Context
from harness.cpu import LargestProcess
from harness.paths import ROOT, WORK
from harness.postgres import private_postgres
from harness.processes import BenchError, Service, fetch, free_port, run
from harness.redis import private_redis
from harness.targets import Verdict, limits

_SPEC = Path("spec") / "users.yaml"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=20, help="runs of the generator (default 20)")
    parser.add_argument("--only", choices=("generate", "edit", "large"), help="one of the three")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # Said aloud, because a shell starts background jobs with Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for verdict in _verdicts(options):
            print(f"{verdict.name}: {verdict.shown} (target {verdict.target}) {verdict.word}", flush=True)
    except BenchError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


def _verdicts(options: argparse.Namespace) -> list[Verdict]:
    limit, found = limits(), []
    if options.only in (None, "generate"):
        found.append(Verdict(f"generator run, debug build, median of {options.repeat}",
                             _generate_milliseconds(options.repeat), "<", limit["generate_below_ms"], " ms"))
    if options.only in (None, "edit"):
        found.append(Verdict("one field edited → rebuilt and answering, debug build", _edit_seconds(), "<",
                             limit["edit_to_running_below_s"], " s"))
    if options.only in (None, "large"):
        found += _large_verdicts(limit)
    return found


def _generate_milliseconds(repeat: int, spec: Path = ROOT / _SPEC) -> float:
    """The median over whole runs of the command, process start included; each writes into an empty folder."""
    _build(ROOT, "rosterc")
    taken = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory(prefix="roster-bench-") as folder:
            start = time.perf_counter()
            _generate(spec, Path(folder))
            taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _generate(spec: Path, folder: Path) -> None:
    run([str(ROOT / ".build" / "debug" / "rosterc"), "generate", str(spec), "--package", str(ROOT), "--output",
         str(folder)], timeout=60, cwd=ROOT)


def _large_verdicts(limit: dict[str, float]) -> list[Verdict]:
    """What a spec of 60 resources costs, and how much code it becomes."""
    with tempfile.TemporaryDirectory(prefix="roster-bench-") as name:
        folder = Path(name)
        spec = folder / "large.yaml"
        spec.write_text(large.spec())
        milliseconds = _generate_milliseconds(5, spec)
        _generate(ROOT / _SPEC, folder / "shipped")
        _generate(spec, folder / "large")
        print(f"generated lines, {large.RESOURCES} resources of {large.FIELDS} fields:")
        print(large.table(large.lines(folder / "shipped"), large.lines(folder / "large")), flush=True)
    seconds, peak = _large_build()
    what = f"{large.RESOURCES} × {large.FIELDS}, debug build"
    return [
        Verdict(f"generator run, {what}, median of 5", milliseconds, "<", limit["large_generate_below_ms"], " ms"),
        Verdict(f"generated and compiled, {what}", seconds, "<", limit["large_compile_below_s"], " s"),
        Verdict(f"largest process of that build, {what}", peak, "<", limit["large_compile_below_mb"], " MB"),
    ]


def _large_build() -> tuple[float, float]:
    """Seconds and the most MB of one process, for the target of the generated code alone, in a warm copy of the checkout."""
    tree = scratch.refresh()
    _build(tree, "rosterc")
    command = ["swift", "build", "--target", "Generated"]
    print("building Generated (debug), first of the shipped spec, then of the large one", flush=True)
    if subprocess.run(command, cwd=tree, timeout=3600).returncode != 0:
        raise BenchError("Generated does not build")
    # A name of its own, since the outputs of a run before may still be there.
    (tree / _SPEC).write_text(large.spec(f"large-{time.time_ns()}"))
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=tree) as build, LargestProcess(build.pid) as largest:
        if build.wait(timeout=3600) != 0:
            raise BenchError("Generated does not build from the large spec")
    return time.perf_counter() - start, largest.highest / 1e6


def _edit_seconds() -> float:
    """From the saved spec to the first 200 of /livez, in a copy of the checkout whose build is warm."""
    tools.ensure_programs()
    tree = scratch.refresh()
    edited = scratch.add_field((tree / _SPEC).read_text())
    _build(tree, "roster")
    WORK.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        postgres = stack.enter_context(private_postgres(WORK))
        redis = stack.enter_context(private_redis(WORK))
        context = Context(postgres=postgres, redis=redis, work=WORK, users=0)
        start = time.perf_counter()
        (tree / _SPEC).write_text(edited)
        _build(tree, "roster")
        port = free_port()
        service = stack.enter_context(Service("roster", [str(tree / ".build" / "debug" / "roster"), "serve", "--port",
                                                         str(port)], log=WORK / "edit.log",
                                              env=roster.environment(context), cwd=tree))
        service.wait_until(lambda: fetch(f"http://127.0.0.1:{port}/livez")[0] == 200, seconds=30)
        return time.perf_counter() - start


def _build(tree: Path, product: str) -> None:
    print(f"building {product} (debug)", flush=True)
    command = ["swift", "build", "--product", product]
    if subprocess.run(command, cwd=tree, timeout=3600).returncode != 0:
        raise BenchError(f"{product} does not build")


if __name__ == "__main__":
    sys.exit(main())
