"""The document itself: valid OpenAPI 3.1, with examples that keep their schemas."""

from __future__ import annotations

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from .report import Report


def check(name: str, document: dict, report: Report) -> None:
    errors = [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()]
    report.expect(not errors, f"{name} is no valid OpenAPI 3.1: {errors[:3]}")
    report.expect(document["openapi"].startswith("3.1."), f"{name} is of version {document['openapi']}")
    text = str(document)
    report.expect("'nullable'" not in text, f"{name} says `nullable`, which 3.1 does not have")
    report.expect("jsonSchemaDialect" not in document, f"{name} names a dialect")
    operations = [operation for path in document["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    report.expect(len(names) == len(set(names)), f"{name} has an operationId twice")
    for target in _links(document):
        report.expect(target in names, f"{name} links to {target}, which there is not")
    _references(name, document, report)
    _examples(name, document, report)


def _links(document: dict):
    for response in document["components"]["responses"].values():
        yield from (link["operationId"] for link in response.get("links", {}).values())


def _references(name: str, document: dict, report: Report) -> None:
    """Each component is used, and whatever is named is there."""
    named = {node["$ref"] for _, node in _nodes(document) if isinstance(node, dict) and "$ref" in node}
    # Answers to methods that no operation has.
    named.add("#/components/responses/methodNotAllowed")
    there = {f"#/components/{kind}/{component}" for kind, components in document["components"].items()
             if kind != "securitySchemes" for component in components}
    report.expect(named <= there, f"{name} names what is not there: {sorted(named - there)}")
    report.expect(there <= named, f"{name} has components that nothing names: {sorted(there - named)}")


def _examples(name: str, document: dict, report: Report) -> None:
    registry = Registry().with_resource("urn:document", Resource(document, DRAFT202012))
    for path, node in _nodes(document):
        if not isinstance(node, dict) or path and path[-1] == "properties":
            continue
        own = node["examples"] if isinstance(node.get("examples"), list) else []
        beside = [node["example"]] if "example" in node and "schema" in node else []
        for example, suffix in [(example, "") for example in own] + [(example, "/schema") for example in beside]:
            pointer = "/".join(part.replace("~", "~0").replace("/", "~1") for part in path)
            validator = Draft202012Validator({"$ref": f"urn:document#/{pointer}{suffix}"}, registry=registry,
                                             format_checker=Draft202012Validator.FORMAT_CHECKER)
            errors = [error.message for error in validator.iter_errors(example)]
            report.expect(not errors, f"{name}: the example at {pointer} breaks its schema: {errors[:2]}")


def _nodes(node, path=()):
    yield path, node
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in parts:
        yield from _nodes(part, (*path, str(key)))
