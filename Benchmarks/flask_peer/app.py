"""The Python peer: Flask, psycopg 3 with a pool, redis-py, PyJWT. Two routes, as a team would write them for production.

Settings come from the environment: DATABASE_URL, REDIS_URL, JWT_SECRET, CACHE (on, off), CACHE_SECONDS.
"""

from __future__ import annotations

import os
import uuid
from functools import wraps
from typing import Any, Callable

import jwt
import redis
from flask import Flask, Response, g, json, request
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

app = Flask(__name__)

SECRET = os.environ["JWT_SECRET"]
CACHING = os.environ.get("CACHE", "on") == "on"
CACHE_SECONDS = int(os.environ.get("CACHE_SECONDS", "60"))
THREADS = int(os.environ.get("THREADS", "4"))

# gunicorn loads the application in each worker (no preload), so the pools are never shared between processes.
# A connection for each thread: nobody waits for one.
pool = ConnectionPool(os.environ["DATABASE_URL"], min_size=THREADS, max_size=THREADS,
                      kwargs={"row_factory": dict_row, "autocommit": True, "prepare_threshold": 1}, open=True)
cache = redis.Redis.from_url(os.environ["REDIS_URL"])

PROFILE = """
    SELECT p.user_id, p.display_name, p.avatar_url, p.bio, p.email, p.phone, p.status, p.last_active_at,
           p.job_title, p.customer_tier, p.created_at, p.updated_at, p.row_version, s.privacy_settings -> 'visibility' AS visibility
    FROM user_profiles p LEFT JOIN user_settings s ON s.user_id = p.user_id
    WHERE p.user_id = %s
"""


def problem(status: int, title: str) -> Response:
    """An error in the form of RFC 9457."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status})
    response = Response(body, status=status, mimetype="application/problem+json")
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def authenticated(view: Callable[..., Response]) -> Callable[..., Response]:
    """Checks the bearer token before the view runs; the caller's id is then `g.caller`."""
    @wraps(view)
    def checked(*args: Any, **kwargs: Any) -> Response:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return problem(401, "A bearer token is required")
        try:
            claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"require": ["exp", "sub"]})
        except jwt.InvalidTokenError:
            return problem(401, "The token is not valid")
        g.caller = claims["sub"]
        return view(*args, **kwargs)
    return checked


def load_profile(user_id: str) -> dict[str, Any] | None:
    """The row from Postgres as the JSON document that the cache holds."""
    with pool.connection() as connection:
        row = connection.execute(PROFILE, (user_id,)).fetchone()
    if row is None:
        return None
    row["user_id"] = str(row["user_id"])
    for name in ("last_active_at", "created_at", "updated_at"):
        row[name] = row[name].isoformat() if row[name] else None
    return row


def find_profile(user_id: str) -> dict[str, Any] | None:
    """The profile from the cache, else from Postgres."""
    if not CACHING:
        return load_profile(user_id)
    key = f"profile:{user_id}"
    held = cache.get(key)
    if held is not None:
        return json.loads(held)
    profile = load_profile(user_id)
    if profile is not None:
        cache.set(key, json.dumps(profile), ex=CACHE_SECONDS)
    return profile


def visible(profile: dict[str, Any], caller: str) -> dict[str, Any]:
    """The caller's view: other people see e-mail and phone only when their owner chose so."""
    shown = {name: value for name, value in profile.items() if name not in ("row_version", "visibility")}
    if profile["user_id"] == caller:
        return shown
    choices = profile["visibility"] or {}
    hidden = [name for name in ("email", "phone") if choices.get(name) not in ("user", "anyone")]
    for name in hidden:
        del shown[name]
    if hidden:
        shown["_redacted"] = hidden
    return shown


def answer(user_id: str) -> Response:
    profile = find_profile(user_id)
    if profile is None:
        return problem(404, "There is no such user")
    response = Response(json.dumps(visible(profile, g.caller)), mimetype="application/json")
    response.set_etag(str(profile["row_version"]))
    return response.make_conditional(request)


@app.get("/api/users/me")
@authenticated
def read_me() -> Response:
    return answer(g.caller)


@app.get("/api/users/<uuid:user_id>")
@authenticated
def read_user(user_id: uuid.UUID) -> Response:
    return answer(str(user_id))
