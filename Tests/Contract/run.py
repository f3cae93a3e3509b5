"""`make contract`: holds the built server to its contract, by tools and a reader of the spec that share no code with it.

BUDGET=long takes as long as a night allows and draws new requests each time; CONTRACT_SEED repeats a run.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness import browser, document, fuzz
from harness.client import Client
from harness.matrix import Matrix
from harness.report import Report
from harness.server import ROOT, Failed, running

# Seconds that schemathesis has in all.
BUDGETS = {"short": 75, "long": 3600}


def main() -> int:
    budget = os.environ.get("BUDGET", "short")
    if budget not in BUDGETS:
        print(f"BUDGET is {' or '.join(BUDGETS)}, not {budget}.")
        return 2
    # What is asked in `make test` is the same each time, so that a change is what makes it fail.
    seed = os.environ.get("CONTRACT_SEED", "1" if budget == "short" else None)
    report = Report()
    began = time.monotonic()
    try:
        with running() as server:
            _run(server, report, BUDGETS[budget], None if seed is None else int(seed))
    except Failed as failure:
        report.fail(str(failure))
    print(f"\ntook {time.monotonic() - began:.0f} s")
    return report.close()


def _run(server, report: Report, seconds: int, seed: int | None) -> None:
    report.section("the document")
    described = Client(server.url).get("/openapi.json").json
    document.check("/openapi.json", described, report)
    document.check("the document of Tests/Everything", _everything(), report)

    report.section("/docs")
    browser.check(server, described, report)

    per_caller, for_matrix = 200_000 if seconds > 600 else 20_000, 5_000
    server.add_newcomers(1, per_caller * 4 + for_matrix)
    report.section("role × field × {read, write, sort, filter}")
    before = report.passed
    Matrix(server, described, report, per_caller * 4 + 1).run()
    print(f"{report.passed - before} cells hold", flush=True)

    report.section("schemathesis")
    callers = fuzz.callers(server)
    parts = sum(caller.share for caller in callers)
    for place, caller in enumerate(callers):
        share = max(8, seconds * caller.share // parts)
        fuzz.run(server, described, caller, share, seed, 1 + place * per_caller, report)


def _everything() -> dict:
    """The document of the spec that has every word of the language, which no server serves here."""
    rosterc = os.environ.get("CONTRACT_ROSTERC", ROOT / ".build" / "debug" / "rosterc")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([rosterc, "generate", ROOT / "Tests/Everything/spec.yaml", "--package", ROOT, "--output", folder],
                       check=True)
        text = Path(folder, "OpenAPI.swift").read_text()
    # The literal is a raw string, indented by nothing; what follows it is not of the document.
    return json.JSONDecoder().raw_decode(text[text.index("{\n"):])[0]


if __name__ == "__main__":
    sys.exit(main())
