"""Requests with a token."""

from __future__ import annotations

import json as JSON
import urllib.error
import urllib.request
from dataclasses import dataclass


@dataclass
class Answer:
    status: int
    text: str

    @property
    def json(self):
        try:
            return JSON.loads(self.text)
        except ValueError:
            return {}

    @property
    def code(self) -> str:
        return self.json.get("code", "")

    def issues(self) -> list:
        return [(issue["pointer"], issue["code"]) for issue in self.json.get("errors", [])]


class Client:
    def __init__(self, url: str, token: str | None = None):
        self.url = url
        self.token = token

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def send(self, method: str, path: str, json=None) -> Answer:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        body = None
        if json is not None:
            body = JSON.dumps(json).encode()
            headers["Content-Type"] = "application/merge-patch+json" if method == "PATCH" else "application/json"
        request = urllib.request.Request(self.url + path, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return Answer(answer.status, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.read().decode())
