"""A copy of the checkout to edit and build in, kept between runs so that its build stays warm.

A build folder cannot be copied along: it holds absolute paths, and SwiftPM would build everything anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from .paths import ROOT
from .processes import BenchError, run

TREE = ROOT / ".roster" / "bench-build"
FIELD = "bench_note"


def refresh() -> Path:
    """Brings the copy up to date and returns it. Files whose bytes are the same are not touched."""
    listed = run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], timeout=60, cwd=ROOT)
    # Package.resolved is not tracked, but the copy must build the same versions.
    names = {name for name in [*listed.split("\0"), "Package.resolved"]
             if name and ((ROOT / name).is_symlink() or (ROOT / name).is_file())}
    for name in names:
        _copy(ROOT / name, TREE / name)
    for path in list(TREE.rglob("*")):
        relative = path.relative_to(TREE)
        if path.is_file() and str(relative) not in names and not relative.parts[0].startswith(".build"):
            path.unlink()
    return TREE


def add_field(spec: str) -> str:
    """The spec with one more field as the first of `profile.fields`, indented as its neighbour is."""
    found = re.search(r"^  profile:\n(?:(?!  \w).*\n)*?    fields:.*\n((?:[ ]*#.*\n|\s*\n)*)([ ]+)\S", spec, re.MULTILINE)
    if found is None:
        raise BenchError("spec/users.yaml has no profile.fields to add a field to")
    at = found.start(2)
    line = f"{found[2]}{FIELD}: {{type: string, length: 1..40, optional: true, read: user, write: self}}\n"
    return spec[:at] + line + spec[at:]


def _copy(source: Path, target: Path) -> None:
    if source.is_symlink():
        return _link(source, target)
    data = source.read_bytes()
    if target.exists() and target.read_bytes() == data:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    target.chmod(source.stat().st_mode)


def _link(source: Path, target: Path) -> None:
    """The same link: folders that two targets share are links in the checkout."""
    if target.is_symlink() and target.readlink() == source.readlink():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    target.symlink_to(source.readlink())
