"""What must be installed before a run: Debian packages and the Python peer's packages in a virtual environment."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import postgres
from .paths import BENCHMARKS, VENV
from .processes import BenchError, run

_PACKAGES = {"wrk": "wrk", "nginx": "nginx", "redis-server": "redis-server", "initdb": "postgresql",
             "pgbench": "postgresql-contrib"}


def ensure_programs() -> None:
    """Installs what is missing where that needs no password, else raises `BenchError` with the command to run."""
    missing = sorted({package for program, package in _PACKAGES.items() if not _present(program)})
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not shutil.which("apt-get") or not _may_install():
        raise BenchError(f"missing: {', '.join(missing)}. Install them, on Debian or Ubuntu: sudo {' '.join(install)}")
    print(f"installing {' '.join(missing)}", flush=True)
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run([*prefix, "apt-get", "update", "-qq"], timeout=300, env=env)
    run([*prefix, *install], timeout=900, env=env)


def nginx() -> str:
    """The path of nginx, which Debian keeps outside a normal user's PATH."""
    return shutil.which("nginx") or "/usr/sbin/nginx"


def _present(program: str) -> bool:
    if program == "nginx":
        return Path(nginx()).exists()
    if program in ("initdb", "pgbench"):
        try:
            return bool(postgres.tool(program))
        except BenchError:
            return False
    return shutil.which(program) is not None


def _may_install() -> bool:
    if os.geteuid() == 0:
        return True
    return bool(shutil.which("sudo")) and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0


def ensure_venv() -> Path:
    """The virtual environment's `bin`, made anew when requirements.txt changed."""
    requirements = BENCHMARKS / "requirements.txt"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = VENV / "requirements.sha256"
    if not stamp.exists() or stamp.read_text() != wanted:
        print("installing the Python peer's packages", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        try:
            run([sys.executable, "-m", "venv", str(VENV)], timeout=120)
        except BenchError as error:
            raise BenchError(f"{error}\non Debian or Ubuntu: sudo apt-get install python3-venv") from error
        run([str(VENV / "bin" / "pip"), "install", "-q", "-r", str(requirements)], timeout=600)
        stamp.write_text(wanted)
    return VENV / "bin"
