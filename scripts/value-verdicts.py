"""Says of JSON values what the schemas of an OpenAPI 3.1 document say of them, as a line of JSON for each: null, or what is wrong.

Run by the Python of scripts/python-tools: value-verdicts.py DOCUMENT CASES, where each line of CASES is a JSON array of a JSON pointer
to a schema and the JSON text of a value.
"""

import decimal
import json
import re
import sys

import jsonschema
from jsonschema import validators
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


class Unreadable(ValueError):
    """What is no JSON to a strict reader, and has no one value."""


def number(text: str):
    """Exact: a float would round what the schema's bounds are compared with."""
    value = decimal.Decimal(text)
    # JSON Schema counts 1.0 among the integers. What is far from all bounds need not be written out.
    return int(value) if abs(value.adjusted()) < 500 and value == value.to_integral_value() else value


def members(pairs: list):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise Unreadable("a name stands twice")
    return dict(pairs)


def refuse(text: str):
    raise Unreadable(text)


def read(text: str):
    return json.loads(text, parse_float=number, object_pairs_hook=members, parse_constant=refuse)


def ecma(pattern: str) -> str:
    """`$` of ECMA-262 is the end alone; that of Python lets a line feed follow."""
    return re.sub(r"\\.|\[(?:\\.|[^\]])*\]|\$", lambda part: r"\Z" if part[0] == "$" else part[0], pattern)


def matches(validator, pattern, instance, schema):
    if validator.is_type(instance, "string") and not re.search(ecma(pattern), instance):
        yield jsonschema.ValidationError(f"does not match {pattern}")


def names(validator, wanted, instance, schema):
    if validator.is_type(instance, "object"):
        for name in instance:
            yield from validator.descend(instance=name, schema=wanted)


def strictly(checker: jsonschema.FormatChecker) -> jsonschema.FormatChecker:
    """The checks of Python's packages take a line feed at the end, digits of other scripts, and `_` between digits."""
    strict = jsonschema.FormatChecker()
    strict.checkers = dict(checker.checkers)
    for name in ("date", "date-time", "uuid"):
        check, errors = strict.checkers[name]
        strict.checkers[name] = (lambda value, check=check: is_plain(str(value)) and check(value), errors)
    return strict


def is_plain(text: str) -> bool:
    return text == text.strip() and text.isascii() and "_" not in text


def main() -> None:
    decimal.getcontext().prec = 2000
    decimal.getcontext().Emax = decimal.MAX_EMAX
    decimal.getcontext().Emin = decimal.MIN_EMIN
    sys.setrecursionlimit(10_000)
    Validator = validators.extend(jsonschema.Draft202012Validator, {"pattern": matches, "propertyNames": names})
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file, parse_float=number)
    formats = strictly(Validator.FORMAT_CHECKER)
    registry = Registry().with_resource("api", Resource(contents=document, specification=DRAFT202012))
    made = {}
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            pointer, text = json.loads(line)
            if pointer not in made:
                made[pointer] = Validator(
                    {"$ref": "api#" + pointer.replace("{", "%7B").replace("}", "%7D")},
                    registry=registry, format_checker=formats)
            try:
                error = next(made[pointer].iter_errors(read(text)), None)
                print(json.dumps(None if error is None else error.message[:200]))
            except (Unreadable, json.JSONDecodeError) as error:
                print(json.dumps("unreadable: " + str(error)[:200]))


if __name__ == "__main__":
    main()
