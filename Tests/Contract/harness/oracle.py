"""What the spec says of each role and field, read from its YAML by itself: nothing here comes from the generator."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

# Whoever asks, with the roles that a token of theirs gives; `self` is added where the record is their own.
CALLERS = {
    "anonymous": set(), "user": {"user"}, "support": {"user", "support"}, "admin": {"user", "admin"},
    "service": {"user", "service"}, "self": {"user", "self"},
}


@dataclass
class Field:
    """One member of a record's JSON."""

    name: str
    rules: dict
    read: set
    write: set
    # The choice of the record's owner that lets further readers in.
    visibility: str | None = None
    filters: list = field(default_factory=list)
    is_section: bool = False


@dataclass
class Resource:
    name: str
    path: str
    key: str
    allow: dict
    fields: list[Field]
    sorts: list
    levels: list
    standards: dict
    one_per: str | None

    def may(self, operation: str, caller: str) -> bool:
        return bool(self.allow.get(operation, set()) & roles(caller))

    def sees(self, field: Field, caller: str, level: str | None = None) -> bool:
        """Whether the caller is shown the field of a record whose owner has chosen the level."""
        if not self.may("read", caller):
            return False
        if field.read & roles(caller):
            return True
        if field.visibility is None:
            return False
        # The owner is let in whatever they chose.
        chosen = level or self.standards[field.visibility]
        return caller == "self" or chosen in roles(caller)

    def offers(self, field: Field, caller: str) -> bool:
        """Whether some record's field could be shown to the caller."""
        return self.may("read", caller) and bool(field.read & roles(caller) or field.visibility is not None)

    def sets(self, field: Field, caller: str) -> bool:
        return self.may("update", caller) and bool(field.write & roles(caller))


def roles(caller: str) -> set:
    return CALLERS[caller] | {"anyone"}


def read_spec(path: Path) -> tuple[str, list[Resource]]:
    """The base path and the resources."""
    spec = yaml.safe_load(path.read_text())
    return spec["api"]["base"], [_resource(name, body, spec) for name, body in spec["resources"].items()]


def _resource(name: str, body: dict, spec: dict) -> Resource:
    allow = {operation: _names(value) for operation, value in body.get("allow", {}).items()}
    custom = spec.get("custom_fields", {}).get(name, {}).get("spec", {})
    fields = [_field(key, rules) for key, rules in {**body.get("fields", {}), **custom}.items()
              if not rules.get("internal") and not rules.get("removed")]
    fields += [_section(key, body, spec, allow) for key in body.get("sections", {})]
    if not body.get("sections"):
        # The database keeps them, and who may read the record may read them.
        fields += [Field(column, {"type": "datetime"}, allow.get("read", set()), set())
                   for column in _timestamps(body.get("timestamps", []))]
    visibility = body.get("visibility", {})
    return Resource(
        name=name, path=body["path"], key=body["key"], allow=allow, fields=fields,
        sorts=body.get("list", {}).get("sort", []), levels=visibility.get("levels", []),
        standards=visibility.get("defaults", {}), one_per=body.get("one_per"))


def _field(name: str, rules: dict) -> Field:
    read = rules.get("read", [])
    entries = read if isinstance(read, list) else [read]
    choices = [entry["visibility"] for entry in entries if isinstance(entry, dict)]
    write = set() if rules.get("immutable") else _names(rules.get("write", []))
    filters = rules.get("filter", [])
    return Field(name, rules, _names([entry for entry in entries if isinstance(entry, str)]), write,
                 choices[0] if choices else None, filters if isinstance(filters, list) else [filters])


def _section(name: str, body: dict, spec: dict, allow: dict) -> Field:
    """Who may read or change the record may its sections, but for the one in which owners choose who sees their fields."""
    settings = [other["visibility"]["setting"] for key, other in spec["resources"].items()
                if key == body.get("one_per") and "visibility" in other]
    is_choice = any(setting.split(".")[0] == name for setting in settings)
    return Field(name, body["sections"][name], allow.get("read", set()),
                 {"self"} if is_choice else allow.get("update", set()), is_section=True)


def _names(value) -> set:
    return {entry for entry in (value if isinstance(value, list) else [value]) if entry != "none"}


def _timestamps(value) -> list:
    return list(value.values()) if isinstance(value, dict) else value
