"""Counts what held and what did not."""

from __future__ import annotations


class Report:
    def __init__(self):
        self.passed = 0
        self.failures: list[str] = []
        self.skipped: list[str] = []

    def expect(self, holds: bool, what: str) -> bool:
        if holds:
            self.passed += 1
        else:
            self.fail(what)
        return holds

    def fail(self, what: str) -> None:
        self.failures.append(what)
        print(f"FAILED: {what}", flush=True)

    def skip(self, what: str) -> None:
        """Said aloud, so that nobody takes it for tested."""
        self.skipped.append(what)
        print(f"SKIPPED: {what}", flush=True)

    def section(self, title: str) -> None:
        print(f"\n== {title}", flush=True)

    def close(self) -> int:
        """The line that counts, and the exit status."""
        skipped = f", {len(self.skipped)} skipped" if self.skipped else ""
        print(f"\n{self.passed} passed, {len(self.failures)} failed{skipped}", flush=True)
        return 1 if self.failures or not self.passed else 0
