"""Says what is wrong with OpenAPI 3.1 documents, a line for each fault, by the checks that `make contract` begins with.

Run by the Python of scripts/python-tools: openapi-verdicts.py DOCUMENT...
"""

import contextlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Tests" / "Contract"))

from harness import document  # noqa: E402
from harness.report import Report  # noqa: E402


def main() -> None:
    report = Report()
    with contextlib.redirect_stdout(sys.stderr):
        for path in sys.argv[1:]:
            with open(path, encoding="utf-8") as file:
                document.check(pathlib.Path(path).name, json.load(file), report)
    for failure in report.failures:
        print(failure)
    print(f"{report.passed} passed")


if __name__ == "__main__":
    main()
