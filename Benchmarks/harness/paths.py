"""Where things are in the checkout."""

from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
RESULTS = BENCHMARKS / "results"
WORK = ROOT / ".roster" / "bench"
VENV = ROOT / ".roster" / "bench-venv"
