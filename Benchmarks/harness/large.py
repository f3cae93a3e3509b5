"""A large spec, to see what the generator and the compiler make of one: every resource has the same 20 fields, one of
nearly every type."""

from __future__ import annotations

from pathlib import Path

RESOURCES = 60
FIELDS = 20

_HEAD = """\
spec: 1
api: {name: large, base: /api, version: 2026-11-01}
identity: {table: auth.users, key: id, claim: sub}
roles:
  anyone: {}
  user: {token: true}
  admin: {claim: admin}
resources:
"""

_TYPES = (
    "{type: string, length: 1..100, normalise: [trim, nfc], read: user, write: admin, filter: [eq, sw], sort: true}",
    "{type: text, length: ..2000, optional: true, read: user, write: admin, search: B}",
    "{type: int, min: 0, max: 1000, default: 5, read: user, write: admin, sort: true}",
    "{type: decimal, precision: 12, scale: 2, optional: true, read: admin, write: admin}",
    "{type: bool, default: true, read: user, write: admin, filter: [eq]}",
    "{type: date, optional: true, read: user, write: admin}",
    "{type: datetime, optional: true, read: admin, write: none}",
    "{type: time, optional: true, read: user, write: admin}",
    "{type: enum, of: [draft, active, closed, archived], default: draft, read: user, write: admin, filter: [eq, in]}",
    "{type: email, optional: true, read: admin, write: admin}",
    "{type: url, optional: true, read: user, write: admin}",
    "{type: slug, length: ..40, optional: true, unique: true, read: user, write: admin}",
    "{type: phone, optional: true, read: admin, write: admin}",
    "{type: country, optional: true, read: user, write: admin}",
    "{type: language, default: en, read: user, write: admin}",
    "{type: timezone, default: UTC, read: user, write: admin}",
    "{type: uuid, optional: true, read: admin, write: admin}",
    "{type: json, optional: true, shape: {street: string, number: {type: int, optional: true}}, read: user, write: admin}",
    "{type: string, pattern: '^[A-Z]{2}[0-9]+$', optional: true, read: user, write: admin}",
)


def spec(name: str = "large") -> str:
    """The spec. Another name gives another contract, so that a build cannot take its outputs from before."""
    return _HEAD.replace("large", name, 1) + "".join(_resource(number) for number in range(RESOURCES))


def _resource(number: int) -> str:
    # The key is the first of the fields.
    fields = "".join(f"      field_{place:02}: {type_}\n" for place, type_ in enumerate(_TYPES[:FIELDS - 1], start=2))
    return f"""\
  thing_{number:02}:
    description: The things of kind {number}.
    table: things_{number:02}
    path: /things-{number:02}
    key: thing_id
    allow: {{read: user, list: admin, create: admin, update: admin}}
    version: row_version
    timestamps: [created_at, updated_at]
    fields:
      thing_id: {{type: uuid, unique: true, immutable: true, read: user}}
{fields}    list: {{sort: [-created_at, field_02, -field_04], page: {{default: 25, max: 200}}}}
"""


def lines(folder: Path) -> dict[str, int]:
    """How many lines each generated file has."""
    return {path.name: path.read_text().count("\n") for path in sorted(folder.glob("*.swift"))}


def table(shipped: dict[str, int], large: dict[str, int]) -> str:
    """Lines per output, and how many times those of the shipped spec they are."""
    rows = [f"  {'output':<20}{'shipped':>9}{'large':>9}{'ratio':>8}"]
    totals = ("total", sum(shipped.values()), sum(large.values()))
    for name, few, many in [*((name, shipped[name], large[name]) for name in large), totals]:
        rows.append(f"  {name:<20}{few:>9}{many:>9}{many / few:>7.1f}x")
    return "\n".join(rows)
