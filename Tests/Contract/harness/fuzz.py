"""Schemathesis over the running server, as one caller after the other."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as XML
from dataclasses import dataclass
from pathlib import Path

from .report import Report
from .server import Server, people

CONTRACT = Path(__file__).resolve().parent.parent


@dataclass
class Caller:
    name: str
    token: str | None
    # Of the whole time for fuzzing, in parts.
    share: int


def callers(server: Server) -> list[Caller]:
    user, admin, *_ = people(2)
    return [
        Caller("admin", server.token("admin", admin), 4), Caller("user", server.token("user", user), 3),
        Caller("nobody", None, 1), Caller("a bad token", "eyJhbGciOiJub25lIn0.e30.", 1),
    ]


def run(server: Server, document: dict, caller: Caller, seconds: int, seed: int, newcomers: int, report: Report) -> None:
    """- Parameter newcomers: the first of the identities that the run may make records of."""
    with tempfile.TemporaryDirectory() as folder:
        junit, described = Path(folder, "junit.xml"), Path(folder, "openapi.json")
        described.write_text(json.dumps(document))
        arguments = [
            sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONTRACT / "schemathesis.toml"), "run",
            str(described), "--url", server.url, "--max-time", str(seconds), "--report-junit-path", str(junit),
            "--warnings", "off", "--seed", str(seed),
        ]
        if caller.token:
            arguments += ["-H", f"Authorization: Bearer {caller.token}"]
        environment = {**os.environ, "PYTHONPATH": str(CONTRACT), "NO_COLOR": "1",
                       "CONTRACT_PEOPLE": json.dumps(people(40)), "CONTRACT_FIRST_NEWCOMER": str(newcomers)}
        done = subprocess.run(arguments, env=environment, cwd=folder, capture_output=True, text=True)
        _read(caller, done, junit, report)
    report.expect(server.is_running(), f"the server has died under the requests of {caller.name}")


def _read(caller: Caller, done: subprocess.CompletedProcess, junit: Path, report: Report) -> None:
    summary = re.search(r"^ *(\d+ generated.*)$", done.stdout, re.M)
    print(f"as {caller.name}: {summary[1] if summary else 'no summary'}", flush=True)
    filtered = re.search(r"^Filtered: (\d+)", done.stdout, re.M)
    if filtered:
        print(f"as {caller.name}: {filtered[1]} refusals were right for a reason that hooks.py gives", flush=True)
    if not junit.exists() or not summary:
        report.fail(f"schemathesis did not run as {caller.name}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return
    for case in XML.parse(junit).getroot().iter("testcase"):
        faults = [child for child in case if child.tag in ("failure", "error")]
        what = "\n".join(_short(fault.text or fault.get("message") or "") for fault in faults)
        report.expect(not faults, f"{case.get('name')} as {caller.name}:\n{what}")


def _short(text: str) -> str:
    """A finding without the long runs that values are made of."""
    return re.sub(r"(.)\1{40,}", r"\1\1\1…", text)[:6000]
