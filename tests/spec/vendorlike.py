"""A document that says what openapi.yaml says, worded as the vendor words it."""

from __future__ import annotations

import copy
from typing import Any

from support import CONTRACT

PREFIX = "#/components/schemas/"

# What vendor_document() says otherwise than the contract: see tools/spec/departures.yaml.
DEPARTURES = """
- { at: { "**": const }, what: tag, change: changed, to: [open, absent], standing: true, reason: The house's rule. }
- { at: stream, what: media type of the stream, change: changed, to: application/json, reason: Beside the reply. }
- { at: header.X-Client-Name, what: header parameter, change: removed, standing: true, reason: Said everywhere. }
- at: ["response[400]", "response[401]", "response[403]", "response[404]", "response[422]", "response[498]"]
  what: response
  change: removed
  standing: true
  reason: Every operation has the same errors.
- at: ["response[429]", "response[499]", "response[500]", "response[501]", "response[503]", "response[504]"]
  operation:
    - GET /v3/v1/reports/{id}
    - GET /v3/v2/reports/{id}
    - GET /v3/models/reports/{id}
    - GET /v3/datasets/reports/{id}
    - GET /v3/embed_jobs/reports/{id}
    - GET /v3/batches/reports/{id}
    - GET /v3/connectors/reports/{id}
    - GET /v3/finetuning/reports/{id}
    - GET /v3/audio/transcriptions/reports/{id}
  what: response
  change: removed
  standing: true
  reason: Every operation has the same errors.
- { at: stream.frame, what: frame, change: removed, reason: Not described. }
"""


def vendor_document() -> dict[str, Any]:
    """The contract with other names and order, inherited tags, inline bodies, and the stream declared as JSON."""
    document = _reworded(copy.deepcopy(CONTRACT), [])
    schemas = document["components"]["schemas"]
    for operation in operations(document):
        for body in operation.get("requestBody", {}).get("content", {}).values():
            name = body["schema"].get("$ref", "").removeprefix(PREFIX)
            if "properties" in schemas.get(name, {}):
                body["schema"] = copy.deepcopy(schemas[name])
        content = operation["responses"]["200"].get("content", {})
        if "text/event-stream" in content:
            frame = schemas.pop(content.pop("text/event-stream")["schema"]["$ref"].removeprefix(PREFIX))
            content["application/json"]["schema"] = {
                "oneOf": [content["application/json"]["schema"], frame["properties"]["data"]]
            }
            operation["x-fern-streaming"] = {"format": "sse"}
    _inherit_tags(schemas)
    document["components"]["schemas"] = dict(sorted(schemas.items(), reverse=True))
    return {
        "openapi": "3.1.0",
        "info": {"title": "All", "version": "1"},
        "servers": document["servers"],
        "security": document["security"],
        "paths": document["paths"],
        "components": document["components"],
    }


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for item in document["paths"].values() for operation in item.values()]


def _reworded(value: Any, path: list[str]) -> Any:
    """With other component names and descriptions, enums of one for constants, and titles."""
    if isinstance(value, list):
        return [_reworded(item, path) for item in value]
    if isinstance(value, str) and value.startswith(PREFIX):
        return PREFIX + "Api" + value.removeprefix(PREFIX)
    if not isinstance(value, dict):
        return value
    if path[-1:] == ["schemas"]:
        return {f"Api{name}": _reworded(item, [*path, name]) for name, item in value.items()}
    if path[-1:] == ["properties"]:
        return {name: _reworded(item, [*path, name]) for name, item in reversed(value.items())}
    worded = {name: _reworded(item, [*path, name]) for name, item in value.items() if not name.startswith("x-")}
    if "const" in worded:
        worded["enum"] = [worded.pop("const")]
    if "type" in worded and path[-2:-1] == ["properties"]:
        worded |= {"title": "A Title", "description": "In other words.", "examples": ["x"]}
    return worded


def _inherit_tags(schemas: dict[str, Any]) -> None:
    """Let the members of unions inherit a tag with all values from a base."""
    for name in [name for name in schemas if "discriminator" in schemas[name]]:
        discriminator = schemas[name]["discriminator"]
        tag, mapping = discriminator["propertyName"], discriminator["mapping"]
        base = f"{name}Base"
        schemas[base] = {"properties": {tag: {"type": "string", "enum": list(mapping)}}, "required": [tag]}
        for reference in mapping.values():
            member = schemas[reference.removeprefix(PREFIX)]
            if "allOf" in member or reference == f"{PREFIX}ApiTextContent":
                continue  # a member of several unions
            del member["properties"][tag]
            member["required"].remove(tag)
            schemas[reference.removeprefix(PREFIX)] = {"allOf": [{"$ref": PREFIX + base}, member]}
