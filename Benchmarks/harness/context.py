"""What the subjects of one run share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .postgres import Postgres
from .redis import Redis


@dataclass
class Context:
    """The private services, and what is learnt while the run goes on."""

    postgres: Postgres
    redis: Redis
    work: Path
    users: int
    sample_body: bytes = b""
    """One answer of a real subject; nginx serves a static file of the same size."""


@dataclass(frozen=True)
class Running:
    """A subject that is up: where it listens and the root of its process tree."""

    port: int
    pid: int
