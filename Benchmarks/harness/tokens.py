"""Bearer tokens for the Python peer (HS256, RFC 7515); Roster's own come from `roster token`."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time

# Made for one run and known to nobody else.
PEER_SECRET = secrets.token_hex(32)


def user_id(number: int) -> str:
    """The id of the seeded user `number`, as seed.sql and the load scripts compute it."""
    return f"00000000-0000-4000-8000-{number:012x}"


def peer_token(subject: str) -> str:
    """A token that the Python peer accepts for an hour."""
    now = int(time.time())
    claims = {"sub": subject, "roles": [], "iat": now, "exp": now + 3600}
    signed = ".".join(_base64url(json.dumps(part, separators=(",", ":")).encode())
                      for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    signature = hmac.new(PEER_SECRET.encode(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_base64url(signature)}"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
