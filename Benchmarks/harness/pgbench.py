"""pgbench with the server's own select: what Postgres gives a client that does nothing else."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .paths import BENCHMARKS
from .postgres import Postgres, tool
from .processes import BenchError, run

CLIENTS = 64
# A log line for each transaction would cost the client more than the transaction; latencies come from this share.
_SAMPLED = 0.02


@dataclass(frozen=True)
class PgbenchResult:
    """Transactions, their rate, and latencies in microseconds."""

    transactions: int
    per_second: float
    failed: int
    p50_us: float
    p99_us: float


def drive(postgres: Postgres, *, seconds: int, threads: int = 2) -> PgbenchResult:
    """Runs select.sql with random keys over `CLIENTS` connections, prepared, for `seconds`."""
    with tempfile.TemporaryDirectory(prefix="roster-bench-") as folder:
        output = run([tool("pgbench"), "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", str(threads), "-T", str(seconds),
                      "-f", str(BENCHMARKS / "select.sql"), "-l", f"--sampling-rate={_SAMPLED}", "-h", "127.0.0.1",
                      "-p", str(postgres.port), "-U", "postgres", "roster"], timeout=seconds + 60, cwd=Path(folder))
        latencies = sorted(float(line.split()[2]) for log in Path(folder).glob("pgbench_log.*")
                           for line in log.read_text().splitlines())
    return PgbenchResult(transactions=int(_figure(r"actually processed: (\d+)", output)),
                         per_second=_figure(r"tps = ([\d.]+)", output),
                         failed=int(_figure(r"failed transactions: (\d+)", output)),
                         p50_us=_percentile(latencies, 0.50), p99_us=_percentile(latencies, 0.99))


def _figure(pattern: str, output: str) -> float:
    found = re.search(pattern, output)
    if found is None:
        raise BenchError(f"pgbench's output has no '{pattern}':\n{output[-2000:]}")
    return float(found[1])


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
