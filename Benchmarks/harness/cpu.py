"""CPU time and memory of process trees, from /proc (proc(5))."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


@dataclass(frozen=True)
class Stat:
    """What /proc/PID/stat says of one process; times in clock ticks."""

    parent: int
    own: int
    reaped: int


def _stat(pid: int) -> Stat | None:
    try:
        text = (_PROC / str(pid) / "stat").read_text()
    except OSError:
        return None
    # The command's name stands in brackets and may hold anything, so the fields are counted from the last bracket.
    fields = text[text.rindex(")") + 2:].split()
    utime, stime, cutime, cstime = (int(field) for field in fields[11:15])
    return Stat(parent=int(fields[1]), own=utime + stime, reaped=cutime + cstime)


def tree(root: int) -> dict[int, Stat]:
    """The process `root` and all its descendants that are alive now."""
    everyone = {int(entry): _stat(int(entry)) for entry in os.listdir(_PROC) if entry.isdigit()}
    children: dict[int, list[int]] = {}
    for pid, stat in everyone.items():
        if stat is not None:
            children.setdefault(stat.parent, []).append(pid)
    found: dict[int, Stat] = {}
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        stat = everyone.get(pid)
        if stat is not None and pid not in found:
            found[pid] = stat
            waiting.extend(children.get(pid, []))
    return found


def cpu_seconds(root: int) -> float:
    """CPU time that the tree under `root` has used since it began, user and system.

    A process that ended and was waited for lives on in its parent's `cutime` and `cstime`, so own plus reaped time over
    the living counts everyone once: a Postgres backend that closed during the run is in the postmaster's reaped time.
    """
    return sum(stat.own + stat.reaped for stat in tree(root).values()) / _TICKS


def resident_bytes(root: int) -> int:
    """Resident memory (VmRSS) of the tree under `root`; pages that several processes share count once for each."""
    return sum(_resident(pid) for pid in tree(root))


def _resident(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


class MemorySampler:
    """Keeps the highest `resident_bytes` of a tree while it is entered."""

    def __init__(self, root: int, every: float = 0.5) -> None:
        self.highest = 0
        self._root = root
        self._every = every
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory-sampler")

    def __enter__(self) -> MemorySampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _bytes(self) -> int:
        return resident_bytes(self._root)

    def _watch(self) -> None:
        while True:
            self.highest = max(self.highest, self._bytes())
            if self._stop.wait(self._every):
                return


class LargestProcess(MemorySampler):
    """Keeps the highest resident memory that any one process of a tree has while it is entered."""

    def __init__(self, root: int, every: float = 0.05) -> None:
        super().__init__(root, every)

    def _bytes(self) -> int:
        return max((_resident(pid) for pid in tree(self._root)), default=0)
