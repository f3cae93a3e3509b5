"""`/docs` in a real browser: what it shows, and what it complains of."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile

from .client import Client
from .report import Report
from .server import Server

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def check(server: Server, document: dict, report: Report) -> None:
    operations = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    plain = Client(server.url).get("/docs/reference").text
    missing = [name for name in operations if f'id="{name}"' not in plain]
    report.expect(not missing, f"the reference leaves out {missing}")
    report.expect("<script" not in plain and "style=" not in plain, "the reference has a script or a style in it")
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        report.skip(f"/docs in a browser: there is none of {', '.join(_NAMES)}")
        return
    for path in ("/docs", "/docs/reference"):
        shown, complaints = _open(browser, server.url + path)
        report.expect(not complaints, f"the browser complains of {path}: {complaints[:3]}")
        absent = [name for name in document["paths"] if name not in re.sub(r"<[^>]*>|\u200b", "", shown)]
        report.expect(not absent, f"{path} in the browser does not show {absent}")
    if "swagger-ui-bundle.js" not in Client(server.url).get("/docs").text:
        report.skip("Swagger UI at /docs: scripts/swagger-ui has not put its files there")


def _open(browser: str, url: str) -> tuple[str, list[str]]:
    """The page's elements when its scripts have run, and what went to the console."""
    with tempfile.TemporaryDirectory() as profile:
        # Root has no sandbox to give; the page is our own.
        arguments = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
                     "--enable-logging=stderr", "--virtual-time-budget=20000", "--dump-dom", url]
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=120)
    lines = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, lines
