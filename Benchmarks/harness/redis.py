"""A private Redis for one run: no persistence, bounded memory, a free port of 127.0.0.1."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .processes import Service, accepts, free_port


@dataclass(frozen=True)
class Redis:
    """A running server."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def clear(self) -> None:
        """Forgets everything, so that no subject is served from another's cache."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(b"FLUSHALL\r\n")
            connection.recv(64)


@contextmanager
def private_redis(log_folder: Path) -> Iterator[Redis]:
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
               "--maxmemory", "256mb", "--maxmemory-policy", "allkeys-lru", "--dir", str(log_folder)]
    with Service("redis", command, log=log_folder / "redis.log") as service:
        service.wait_until(lambda: accepts(port), seconds=10)
        yield Redis(port=port, pid=service.pid)
