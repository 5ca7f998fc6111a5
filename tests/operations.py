"""The operations as openapi.yaml describes them, and values that it allows: what tables of tests are made of."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import attrs
from support import CONTRACT

TIME = datetime(2026, 8, 20, 12, 30, 15, 250000, UTC)
TIME_TEXT = "2026-08-20T12:30:15.250000Z"
FILE = b"id,text\r\n1,\x00\xff\r\n"


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to, and else the node itself."""
    while "$ref" in node:
        _, kind, name = node["$ref"].removeprefix("#/").split("/")
        node = CONTRACT["components"][kind][name]
    return node


def value_of(schema: dict[str, Any], *, all_fields: bool, sent: bool) -> Any:
    """A value that a schema allows.

    Args:
        all_fields: Whether objects have their optional fields.
        sent: Whether it is for a request, and in Python: without what the API or the client sets, times as datetime.
    """
    schema = resolve(schema)
    for name in ("allOf", "oneOf"):
        if name in schema:
            return value_of(schema[name][0], all_fields=all_fields, sent=sent)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][-1]
    match schema.get("type"):
        case "string" if schema.get("format") == "date-time":
            return TIME if sent else TIME_TEXT
        case "string":
            return "text" * -(-schema.get("minLength", 1) // 4)
        case "integer":
            return max(schema.get("minimum", 3), 1)
        case "number":
            return schema.get("minimum", 0) + 0.25
        case "boolean":
            return True
        case "array":
            item = value_of(schema.get("items", {}), all_fields=all_fields, sent=sent)
            return [item] if all_fields or schema.get("minItems") else []
        case "object" if "properties" in schema:
            left_out = ("readOnly", "x-set-by-client") if sent else ("writeOnly",)
            return {
                name: value_of(inner, all_fields=all_fields, sent=sent)
                for name, inner in schema["properties"].items()
                if (all_fields or name in schema.get("required", ()))
                and not any(resolve(inner).get(mark) or inner.get(mark) for mark in left_out)
            }
        case "object":
            inner = schema.get("additionalProperties")
            return {"key": value_of(inner, all_fields=all_fields, sent=sent) if isinstance(inner, dict) else "value"}
    return "anything"


@attrs.frozen(eq=False)
class Given:
    """A parameter of an operation, or a field of its body, which is one too.

    Attributes:
        place: path, query, header, json, form or file; or whole, for a body that is one argument.
        python_name: The name of the method's parameter.
    """

    name: str
    place: str
    schema: dict[str, Any]
    required: bool
    deprecated: bool

    @property
    def python_name(self) -> str:
        return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", self.name).lower()


@attrs.frozen
class Operation:
    id: str
    method: str
    path: str
    about: dict[str, Any]

    @property
    def group(self) -> str:
        return str(self.about["tags"][0])

    @property
    def name(self) -> str:
        """The name of the method."""
        return self.id.removeprefix(self.group.replace(".", "_") + "_")

    @property
    def body(self) -> tuple[str, dict[str, Any]] | None:
        """The media type and the schema of the body."""
        for media_type, content in self.about.get("requestBody", {}).get("content", {}).items():
            return media_type, resolve(content["schema"])
        return None

    @property
    def replies(self) -> dict[str, dict[str, Any]]:
        """What there is of a successful reply, by media type."""
        return dict(self.about["responses"]["200"].get("content", {}))

    @property
    def parameters(self) -> list[Given]:
        given = [resolve(parameter) for parameter in self.about.get("parameters", [])]
        found = [
            Given(it["name"], it["in"], it["schema"], it.get("required", False), it.get("deprecated", False))
            for it in given
            if not it.get("x-set-by-client")
        ]
        if self.body is None:
            return found
        media_type, schema = self.body
        whole = self.about["requestBody"].get("x-body-argument")
        if whole:
            return [*found, Given(whole, "whole", schema, True, False)]
        for name, inner in schema["properties"].items():
            stated = {**resolve(inner), **inner}
            if stated.get("readOnly") or stated.get("x-set-by-client"):
                continue
            place = "json"
            if media_type == "multipart/form-data":
                place = "file" if stated.get("format") == "binary" else "form"
            required = name in schema.get("required", ())
            found.append(Given(name, place, inner, required, stated.get("deprecated", False)))
        return found

    def arguments(self, *, all_fields: bool) -> dict[Given, Any]:
        """A value for each parameter, or for the required ones."""
        return {
            parameter: FILE
            if parameter.place == "file"
            else value_of(parameter.schema, all_fields=all_fields, sent=True)
            for parameter in self.parameters
            if all_fields or parameter.required
        }


OPERATIONS = [
    Operation(about["operationId"], method.upper(), path, about)
    for path, item in CONTRACT["paths"].items()
    for method, about in item.items()
]


def of(client: Any, operation: Operation) -> Any:
    """The object of a client that has the method of an operation; None if this client does not have it."""
    if operation.group in ("v1", "v2"):
        is_v2 = type(client).__name__.endswith("ClientV2")
        if operation.group == "v2":
            return client.v2
        return None if is_v2 and f"v2_{operation.name}" in {one.id for one in OPERATIONS} else client
    for name in operation.group.split("."):
        client = getattr(client, name)
    return client
