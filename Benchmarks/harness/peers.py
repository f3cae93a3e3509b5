"""The peers' servers: Flask behind gunicorn, and nginx with a static file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from .context import Context, Running
from .paths import BENCHMARKS
from .processes import Service, accepts, fetch, free_port
from .tokens import PEER_SECRET, peer_token, user_id
from .tools import ensure_venv, nginx

_WORKERS = 2
_THREADS = 4


@contextmanager
def flask(context: Context, *, cache: bool) -> Iterator[Running]:
    """gunicorn with threaded workers, which keep connections alive (its sync workers would close each)."""
    port = free_port()
    env = dict(os.environ, DATABASE_URL=context.postgres.url, REDIS_URL=context.redis.url, JWT_SECRET=PEER_SECRET,
               CACHE="on" if cache else "off", THREADS=str(_THREADS))
    command = [str(ensure_venv() / "gunicorn"), "--workers", str(_WORKERS), "--worker-class", "gthread",
               "--threads", str(_THREADS), "--keep-alive", "30", "--backlog", "1024", "--log-level", "warning",
               "--bind", f"127.0.0.1:{port}", "--no-control-socket", "app:app"]
    with Service("flask", command, log=context.work / "flask.log", env=env,
                 cwd=BENCHMARKS / "flask_peer") as service:
        url, token = f"http://127.0.0.1:{port}/api/users/me", peer_token(user_id(1))
        service.wait_until(lambda: fetch(url, token)[0] == 200, seconds=20)
        yield Running(port=port, pid=service.pid)


@contextmanager
def nginx_static(context: Context) -> Iterator[Running]:
    """nginx serving one JSON file with keep-alive, a worker for each core, no access log."""
    folder = context.work / "nginx"
    (folder / "html").mkdir(parents=True, exist_ok=True)
    (folder / "html" / "user.json").write_bytes(context.sample_body or _stand_in_body())
    port = free_port()
    template = (BENCHMARKS / "nginx.conf").read_text()
    (folder / "nginx.conf").write_text(template.replace("@FOLDER@", str(folder)).replace("@PORT@", str(port)))
    command = [nginx(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    with Service("nginx", command, log=context.work / "nginx.log") as service:
        service.wait_until(lambda: accepts(port), seconds=10)
        yield Running(port=port, pid=service.pid)


def _stand_in_body() -> bytes:
    """The size of a profile, for a run in which no subject has served one."""
    return b'{"bio": "' + b"x" * 380 + b'"}'
