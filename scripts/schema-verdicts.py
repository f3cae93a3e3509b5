"""Says of each YAML file what a JSON Schema (draft-07) says of it, as a line of JSON. For the tests of the schema for editors.

Run by the Python of scripts/python-tools: schema-verdicts.py SCHEMA FILE...
"""

import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars as YAML 1.2 does (its core schema), which is how the language servers of editors read them."""

    yaml_implicit_resolvers: dict = {}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), first)


def verdict(validator: jsonschema.Draft7Validator, path: str) -> dict:
    try:
        with open(path, "rb") as file:
            # The parsers of editors are asked for one document.
            value = yaml.load(file.read(), Loader=CoreLoader)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError, TypeError) as error:
        return {"file": path, "unreadable": type(error).__name__, "errors": []}
    errors = sorted(validator.iter_errors(value), key=lambda error: [str(step) for step in error.absolute_path])
    return {"file": path, "errors": [f"{error.json_path}: {error.message[:200]}" for error in errors[:20]]}


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for path in sys.argv[2:]:
        print(json.dumps(verdict(validator, path)))


if __name__ == "__main__":
    main()
