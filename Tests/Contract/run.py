"""`make contract`: holds the built server to its contract, by tools and a reader of the spec that share no code with it.

BUDGET=long takes an hour, BUDGET=45 that many minutes; both draw new requests each time. CONTRACT_SEED repeats a run.
"""

from __future__ import annotations

import json
import os
import random
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
# All callers have had their turn by then, and begin anew: a night that is cut short has heard each of them.
SECONDS_OF_A_ROUND = 600


def main() -> int:
    budget = os.environ.get("BUDGET", "short")
    seconds = int(budget) * 60 if budget.isdecimal() else BUDGETS.get(budget, 0)
    if not seconds:
        print(f"BUDGET is {', '.join(BUDGETS)} or a number of minutes, not {budget}.")
        return 2
    # What is asked in `make test` is the same each time, so that a change is what makes it fail.
    seed = int(os.environ.get("CONTRACT_SEED") or (1 if budget == "short" else random.randrange(1 << 32)))
    report = Report()
    began = time.monotonic()
    try:
        with running() as server:
            _run(server, report, seconds, seed)
    except Failed as failure:
        report.fail(str(failure))
    except KeyboardInterrupt:
        report.fail("stopped before its end")
    print(f"\ntook {time.monotonic() - began:.0f} s")
    return report.close()


def _run(server, report: Report, seconds: int, seed: int) -> None:
    report.section("the document")
    described = Client(server.url).get("/openapi.json").json
    document.check("/openapi.json", described, report)
    document.check("the document of Tests/Everything", _everything(), report)

    report.section("/docs")
    browser.check(server, described, report)

    report.section("role × field × {read, write, sort, filter}")
    before, for_matrix = report.passed, 5_000
    server.add_newcomers(1, for_matrix)
    Matrix(server, described, report, 1).run()
    print(f"{report.passed - before} cells hold", flush=True)

    report.section(f"schemathesis, CONTRACT_SEED={seed}")
    _fuzz(server, described, report, seconds, seed, for_matrix + 1)


def _fuzz(server, described: dict, report: Report, seconds: int, seed: int, newcomer: int) -> None:
    """- Parameter newcomer: the number of the first identity that has no record yet and that nobody else makes one of."""
    callers = fuzz.callers(server)
    parts = sum(caller.share for caller in callers)
    rounds = -(-seconds // SECONDS_OF_A_ROUND)
    for turn in range(rounds):
        if rounds > 1:
            print(f"round {turn + 1} of {rounds}", flush=True)
        for caller in callers:
            share = max(8, seconds * caller.share // parts // rounds)
            # Far more than a caller gets to name.
            newcomers = 250 * share + 10_000
            server.add_newcomers(newcomer, newcomers)
            fuzz.run(server, described, caller, share, seed + turn, newcomer, report)
            newcomer += newcomers


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
