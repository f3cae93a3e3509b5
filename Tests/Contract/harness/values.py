"""Good values for fields, from their rules in the spec."""

from __future__ import annotations

import itertools

_numbers = itertools.count(1)


def value(rules: dict, is_section: bool = False):
    """A value that the field takes, and that no other record has."""
    if is_section:
        name, rules = next((name, rules) for name, rules in rules.items() if rules["type"] not in ("json", "map"))
        return {name: value(rules)}
    number = next(_numbers)
    kind = rules["type"]
    if kind in ("string", "text"):
        return _fitted(f"Value {number}", rules)
    simple = {
        "slug": f"value-{number}", "email": f"value{number}@example.com", "phone": f"+4915{number:08}",
        "url": f"https://example.com/{number}", "bool": True, "date": "2026-11-23", "time": "08:30:00",
        "datetime": "2026-11-23T08:30:00Z", "uuid": f"00000000-0000-4000-a000-{number:012x}", "country": "DE",
        "language": "en", "timezone": "Europe/Berlin", "duration": "PT1H",
    }
    if kind in simple:
        return simple[kind]
    if kind in ("int", "decimal"):
        return rules.get("min", rules.get("max", 1))
    if kind == "computed":
        return value({"type": rules["of"]})
    if kind == "enum":
        return rules["of"][0]
    raise NotImplementedError(f"the matrix knows no value of the type {kind}")


def _fitted(text: str, rules: dict) -> str:
    bounds = str(rules.get("length", ".."))
    low, _, high = bounds.partition("..") if ".." in bounds else (bounds, "", bounds)
    if high:
        text = text[-int(high):]
    return text.ljust(int(low or 0), "x")
