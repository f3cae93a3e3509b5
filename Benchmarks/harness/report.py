"""The run as a table for people, and as JSON."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .measure import Measurement
from .paths import RESULTS
from .targets import Verdict

_HEAD = ("case", "conns", "req/s", "server CPU µs/req", "Postgres CPU µs/req", "p50 ms", "p99 ms", "errors",
         "RSS rest MB", "RSS max MB")


def row(one: Measurement) -> tuple[str, ...]:
    """A measurement as cells; one with errors is marked, since its figures are worth nothing."""
    errors = "0" if one.valid else f"INVALID: {one.errors} ({one.detail or 'no request was answered'})"
    return (one.case, str(one.connections), f"{one.per_second:,.0f}", _number(one.server_cpu_us, 1),
            _number(one.postgres_cpu_us, 1), f"{one.p50_us / 1000:.2f}", f"{one.p99_us / 1000:.2f}", errors,
            _megabytes(one.rest_bytes), _megabytes(one.load_bytes))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns also line up in a terminal: the first to the left, the others to the right."""
    widths = [max(len(line[column]) for line in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        padded = (cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(zip(cells, widths)))
        return f"| {' | '.join(padded)} |"

    rule = "|" + "|".join("-" * (width + 2) if at == 0 else "-" * (width + 1) + ":" for at, width in enumerate(widths)) + "|"
    return "\n".join([line(head), rule, *(line(cells) for cells in rows)])


def markdown(measurements: Sequence[Measurement], verdicts: Sequence[Verdict], facts: Mapping[str, str]) -> str:
    """The whole report."""
    parts = ["# Benchmark", "", *(f"- {name}: {value}" for name, value in facts.items()), "",
             table(_HEAD, [row(one) for one in measurements]), "", "## Targets", "",
             table(("promise", "measured", "target", "verdict"),
                   [(one.name, one.shown, one.target, one.word) for one in verdicts]), ""]
    return "\n".join(parts)


def machine() -> dict[str, str]:
    """What the figures depend on and a reader elsewhere needs."""
    model = next((line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.machine())
    return {"date": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()), "machine": f"{model}, {os.cpu_count()} cores",
            "kernel": platform.release(), "load average at the start": f"{os.getloadavg()[0]:.2f}"}


def save(measurements: Sequence[Measurement], verdicts: Sequence[Verdict], facts: Mapping[str, str],
         text: str) -> Path:
    """Writes latest.md, and a JSON file with every figure; returns the JSON file."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.md").write_text(text)
    path = RESULTS / time.strftime("%Y%m%d-%H%M%S.json", time.gmtime())
    document = {"facts": dict(facts),
                "measurements": [{**dataclasses.asdict(one), "valid": one.valid} for one in measurements],
                "verdicts": [{**dataclasses.asdict(one), "verdict": one.word} for one in verdicts]}
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    return path


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def _megabytes(value: int | None) -> str:
    return "–" if value is None else f"{value / 1e6:.1f}"
