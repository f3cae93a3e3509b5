"""The subjects of a run (servers, each with a way to start it) and the loads that each gets."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from . import peers, roster
from .context import Context, Running
from .tokens import peer_token, user_id
from .wrk import Load

HOT_USERS = 1_000


@dataclass(frozen=True)
class Case:
    """One load on one subject. `probe` is a path that must answer 200 before the load begins."""

    name: str
    load: Callable[[Context], Load]
    probe: str


@dataclass(frozen=True)
class Subject:
    """A server under test. Its cases share one start."""

    name: str
    start: Callable[[Context], AbstractContextManager[Running]]
    cases: tuple[Case, ...]


def _read(name: str, population: int | None, token: Callable[[Context], str]) -> Case:
    return Case(name, lambda context: Load("read_user", population or context.users, token=token(context)),
                f"/api/users/{user_id(2)}")


def _roster_user(context: Context) -> str:
    return roster.token(context, "--sub", user_id(1))


def _roster_admin(context: Context) -> str:
    return roster.token(context, "--role", "admin")


def _flask_user(_: Context) -> str:
    return peer_token(user_id(1))


def _fixed(name: str, path: str, token: Callable[[Context], str | None]) -> Case:
    return Case(name, lambda context: Load("fixed_path", path=path, token=token(context)), path)


_UPDATE = Case("roster-put", lambda context: Load("update_user", context.users, token=_roster_admin(context)),
               f"/api/users/{user_id(2)}")

# In this order: nginx needs a body that an earlier subject served, and the writes come last since they leave dead rows.
SUBJECTS = (
    Subject("roster-coalesced", partial(roster.serve, cache=False, coalesce=True),
            (_read("roster-uncached-coalesced", None, _roster_user),)),
    Subject("roster-plain", partial(roster.serve, cache=False, coalesce=False),
            (_read("roster-uncached-plain", None, _roster_user),)),
    Subject("flask-uncached", partial(peers.flask, cache=False),
            (_read("flask-uncached", None, _flask_user),)),
    Subject("flask", partial(peers.flask, cache=True),
            (_read("flask-cached-hot", HOT_USERS, _flask_user), _read("flask-cached-all", None, _flask_user),
             _fixed("flask-cached-me", "/api/users/me", _flask_user))),
    Subject("nginx", peers.nginx_static, (_fixed("nginx-static", "/user.json", lambda _: None),)),
    Subject("roster", partial(roster.serve, cache=True, coalesce=True),
            (_read("roster-cached-hot", HOT_USERS, _roster_user), _read("roster-cached-all", None, _roster_user),
             _fixed("roster-list", "/api/admin/users?limit=25", _roster_admin), _UPDATE)),
)
