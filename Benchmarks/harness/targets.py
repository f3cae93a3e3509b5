"""The ratios that the project promises, computed from one run and held against targets.json."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .measure import Measurement
from .paths import BENCHMARKS

_RULES: dict[str, Callable[[float, float], bool]] = {"<=": operator.le, ">=": operator.ge, "<": operator.lt,
                                                     ">": operator.gt}


@dataclass(frozen=True)
class Verdict:
    """A promise with its figure; `value` is None when the run does not hold valid figures for it."""

    name: str
    value: float | None
    rule: str
    limit: float | None
    unit: str = ""

    @property
    def word(self) -> str:
        if self.value is None:
            return "not measured"
        if self.limit is None:
            return "for information"
        return "reached" if _RULES[self.rule](self.value, self.limit) else "missed"

    @property
    def shown(self) -> str:
        return "–" if self.value is None else f"{self.value:.2f}{self.unit}"

    @property
    def target(self) -> str:
        return "–" if self.limit is None else f"{self.rule} {self.limit:g}{self.unit}"


def limits() -> dict[str, float]:
    """targets.json."""
    return json.loads((BENCHMARKS / "targets.json").read_text())


class Figures:
    """Looks measurements up; an invalid one is as if it were not there."""

    def __init__(self, measurements: Sequence[Measurement]) -> None:
        self._valid = {(one.case, one.connections): one for one in measurements if one.valid}

    def rate(self, case: str, connections: int) -> float | None:
        found = self._valid.get((case, connections))
        return found.per_second if found else None

    def cpu(self, case: str, connections: int) -> float | None:
        found = self._valid.get((case, connections))
        return found.server_cpu_us if found else None

    def memory(self, field: str) -> float | None:
        """The highest of `rest_bytes` or `load_bytes` over Roster's rows, in MB (10^6 bytes)."""
        held = [getattr(one, field) for one in self._valid.values() if one.case.startswith("roster-")]
        return max(held) / 1e6 if held else None


def judge(measurements: Sequence[Measurement], connections: Sequence[int]) -> list[Verdict]:
    """Every promise of the issue, in its order."""
    limit, figures = limits(), Figures(measurements)
    widest = max(connections)
    verdicts = []
    for width in connections:
        verdicts.append(Verdict(
            f"cached GET: server CPU / nginx CPU, {width} connections",
            _ratio(figures.cpu("roster-cached-hot", width), figures.cpu("nginx-static", width)),
            "<=", limit["cached_cpu_over_nginx_at_most"], "×"))
        verdicts.append(Verdict(
            f"cached GET: requests/s / Flask's, {width} connections",
            _ratio(figures.rate("roster-cached-hot", width), figures.rate("flask-cached-hot", width)),
            ">=", limit["cached_rate_over_flask_at_least"], "×"))
    coalesced = figures.rate("roster-uncached-coalesced", widest)
    verdicts.append(Verdict(
        f"uncached GET, coalesced, {widest} connections: requests/s / pgbench's",
        _ratio(coalesced, figures.rate("pgbench", 64)), ">", limit["uncached_rate_over_pgbench_above"], "×"))
    verdicts.append(Verdict(
        f"uncached GET, {widest} connections: coalesced / not coalesced",
        _ratio(coalesced, figures.rate("roster-uncached-plain", widest)), ">", None, "×"))
    verdicts.append(Verdict("server memory at rest", figures.memory("rest_bytes"), "<",
                            limit["memory_at_rest_below_mb"], " MB"))
    verdicts.append(Verdict("server memory under load", figures.memory("load_bytes"), "<",
                            limit["memory_under_load_below_mb"], " MB"))
    return verdicts


def _ratio(above: float | None, below: float | None) -> float | None:
    return above / below if above is not None and below else None
