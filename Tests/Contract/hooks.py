"""What schemathesis is told about this API beyond its document: which records there are, and which refusals are right.

Nothing is passed over here without its reason beside it.
"""

from __future__ import annotations

import itertools
import json
import os
import unicodedata
import uuid

import jsonschema
import schemathesis

# Keys of records that there are, and of identities that have no record yet.
PEOPLE = json.loads(os.environ["CONTRACT_PEOPLE"])
NEWCOMERS = itertools.count(int(os.environ["CONTRACT_FIRST_NEWCOMER"]))


def _is_uuid(value) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value.lower()
    except ValueError:
        return False


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Three of four random ids become those of people that there are: else nearly every answer would be 404."""
    value = (path_parameters or {}).get("id")
    if _is_uuid(value):
        place = uuid.UUID(value).int % (len(PEOPLE) * 4 // 3)
        if place < len(PEOPLE):
            path_parameters = dict(path_parameters, id=PEOPLE[place])
    return path_parameters


@schemathesis.hook
def map_headers(context, headers):
    """Three of four made-up tags become `*`: else nearly every change would be refused for its version."""
    tag = (headers or {}).get("If-Match")
    if isinstance(tag, str) and sum(map(ord, tag)) % 4:
        headers = dict(headers, **{"If-Match": "*"})
    return headers


@schemathesis.hook
def map_body(context, body):
    """A random reference names nothing: it becomes one to an identity that has no record."""
    if isinstance(body, dict):
        for name in _references(context.operation):
            if _is_uuid(body.get(name)):
                body = {**body, name: f"00000000-0000-4000-9000-{next(NEWCOMERS):012x}"}
    return body


def _references(operation) -> list[str]:
    """The members of the operation's body that name a row of another table."""
    raw = operation.schema.raw_schema
    content = (operation.definition.raw.get("requestBody") or {}).get("content", {})
    for media in content.values():
        schema = _resolved(raw, media.get("schema", {}))
        return [name for name, rule in schema.get("properties", {}).items() if "x-references" in rule]
    return []


def _resolved(raw, value):
    while isinstance(value, dict) and "$ref" in value:
        target = raw
        for part in value["$ref"].lstrip("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        value = target
    return value


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """False for a refusal of good data that a document cannot foretell and that is right, and for data that is good once it
    is normalised as the document says."""
    match type(failure).__name__:
        case "RejectedPositiveData":
            return not _is_right(case, response)
        case "AcceptedNegativeData":
            return not ("in body" in failure.message and _is_good_when_normalised(case))
        case _:
            return True


def _is_good_when_normalised(case) -> bool:
    """Lengths and patterns are those of the text that is kept. Whatever else was wrong with the request is wrong still."""
    schema = _body_schema(case)
    if not isinstance(case.body, dict) or schema is None:
        return False
    body = {name: _normalised(value, schema.get("properties", {}).get(name, {})) for name, value in case.body.items()}
    return body != case.body and jsonschema.Draft202012Validator(schema).is_valid(body)


def _normalised(value, rule: dict):
    if isinstance(value, str):
        for step in rule.get("x-normalise", []):
            value = {"trim": str.strip, "lower": str.lower, "nfc": lambda text: unicodedata.normalize("NFC", text)}[step](value)
    return value


def _body_schema(case) -> dict | None:
    """With the references inside, since these are looked up in the whole document."""
    raw = case.operation.schema.raw_schema
    content = (case.operation.definition.raw.get("requestBody") or {}).get("content", {})
    if not content:
        return None
    return {**_resolved(raw, next(iter(content.values()))["schema"]), "components": raw.get("components", {})}


def _is_right(case, response) -> bool:
    try:
        problem = response.json()
    except ValueError:
        return False
    codes = {(issue["code"], issue["pointer"]) for issue in problem.get("errors", [])}
    # A tag is a stranger's unless it came out of an answer: If-Match must refuse it.
    if problem["code"] == "stale_version":
        return "If-Match" in (case.headers or {})
    # A cursor is sealed by the server; one that is made up must be refused.
    if problem["code"] == "invalid_cursor":
        return "cursor" in (case.query or {})
    if problem["code"] == "validation_failed" and codes:
        return all(_is_right_issue(case, code, pointer) for code, pointer in codes)
    return False


def _is_right_issue(case, code: str, pointer: str) -> bool:
    # One document serves all callers: what just some of them may set is marked with their roles.
    if code == "not_writable":
        return "x-roles-write" in _member(case, pointer)
    # A merge patch may leave out what the value that it is merged into has, and that value may be none.
    if code == "invalid_value":
        return case.method == "PATCH"
    # There are only so many identities; a replayed request names one that has been used, or that never was.
    if code == "unknown_reference":
        return "x-references" in _member(case, pointer)
    return False


def _member(case, pointer: str) -> dict:
    raw = case.operation.schema.raw_schema
    content = case.operation.definition.raw["requestBody"]["content"]
    schema = _resolved(raw, next(iter(content.values()))["schema"])
    return schema.get("properties", {}).get(pointer.lstrip("/").split("/")[0], {})
