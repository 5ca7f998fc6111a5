"""What openapi.yaml says: which operations there are, and which requests fit them."""

import dataclasses
import datetime
import difflib
import functools
import importlib.resources
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import jsonschema
import referencing
from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
_BOUNDS = {
    "const": "be {}",
    "minimum": "be at least {}",
    "maximum": "be at most {}",
    "minItems": "have at least {} items",
    "maxItems": "have at most {} items",
    "minLength": "have at least {} characters",
    "maxLength": "have at most {} characters",
}
# The API's reference calls it json_schema, some of its guides schema.
_ALSO_TAKEN = {"response_format.schema"}


class RefusedError(Exception):
    """The request gets an error answer: `status` and `message` say which."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}


_FORMATS = jsonschema.FormatChecker(formats=())


@_FORMATS.checks("date-time", ValueError)
def _is_time(value: Any) -> bool:
    return not isinstance(value, str) or datetime.datetime.fromisoformat(value).tzinfo is not None


@functools.cache
def document() -> Mapping[str, Any]:
    """Return openapi.yaml, as the package cohere_chat_api carries it."""
    text = importlib.resources.files("cohere_chat_api").joinpath("openapi.json").read_bytes()
    found: Mapping[str, Any] = json.loads(text)
    return found


def _resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        node = functools.reduce(lambda at, key: at[key], node["$ref"].removeprefix("#/").split("/"), document())
    return node


def with_components(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema of the document as one that holds what its references name."""
    return {**schema, "components": document()["components"]}


def validator(schema: Mapping[str, Any]) -> jsonschema.Draft202012Validator:
    """Return what checks values against a schema of the document."""
    # A registry of its own: the default one would fetch what `$ref` names from the network.
    return jsonschema.Draft202012Validator(
        with_components(schema), registry=referencing.Registry(), format_checker=_FORMATS
    )


@dataclasses.dataclass(frozen=True, eq=False)
class Operation:
    """One operation of the API. `id` is its operationId, such as ``v2_chat``."""

    id: str
    group: str
    method: str
    path: str
    parameters: Mapping[str, Mapping[str, Any]]
    """The contract's parameters by name."""
    body_type: str | None
    """The media type of the request's body, or None."""
    body: Mapping[str, Any]
    """The schema of that body."""
    body_required: bool
    reply: Mapping[str, Any] | None
    """What the contract has under application/json of the reply: schema and examples. None for empty replies."""
    stream_type: str | None
    """The media type of a streamed reply: text/event-stream, application/stream+json or None."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @functools.cached_property
    def body_names(self) -> Mapping[str, Mapping[str, Any]]:
        """The schemas of the body's properties."""
        found: Mapping[str, Mapping[str, Any]] = _resolved(self.body).get("properties", {})
        return found

    @functools.cached_property
    def reply_names(self) -> Mapping[str, Mapping[str, Any]]:
        """The schemas of the reply's properties."""
        found: Mapping[str, Mapping[str, Any]] = _resolved((self.reply or {}).get("schema", {})).get("properties", {})
        return found

    @functools.cached_property
    def _body_validator(self) -> jsonschema.Draft202012Validator:
        return validator(self.body)

    @functools.cached_property
    def _parameter_validator(self) -> jsonschema.Draft202012Validator:
        properties = {name: parameter["schema"] for name, parameter in self.parameters.items()}
        required = [name for name, parameter in self.parameters.items() if parameter.get("required")]
        return validator({"type": "object", "properties": properties, "required": required})

    def read_parameters(
        self, in_path: Mapping[str, str], query: Iterable[tuple[str, str]], headers: Mapping[str, str]
    ) -> dict[str, Any]:
        """Return the parameters by their names, read as their schemas say. Raises RefusedError."""
        pairs = list(query)
        values = {}
        for name, parameter in self.parameters.items():
            match parameter["in"]:
                case "path":
                    texts = [in_path[name]]
                case "query":
                    texts = [value for key, value in pairs if key == name]
                case _:
                    texts = [headers[name.lower()]] if name.lower() in headers else []
            if texts:
                values[name] = read_texts(texts, parameter["schema"])
        _refuse_first(self._parameter_validator, values)
        return values

    def check_body(self, body: Any) -> None:
        """Raise RefusedError unless `body` fits."""
        # The contract allows further properties everywhere; the service refuses parameters that it does not know.
        for name in body if isinstance(body, dict) and self.body_names else ():
            if name not in self.body_names:
                near = difflib.get_close_matches(name, self.body_names, n=1)
                hint = f", did you mean {near[0]!r}?" if near else ""
                raise RefusedError(422, f"unknown field: {name!r} is not a parameter of this endpoint{hint}")
        _refuse_first(self._body_validator, body)


@functools.cache
def operations() -> Mapping[str, Operation]:
    """Return the API's operations by their ids."""
    found = {}
    for path, item in document()["paths"].items():
        for method, given in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                parameters = [_resolved(each) for each in (*item.get("parameters", ()), *given.get("parameters", ()))]
                request: Mapping[str, Any] = _resolved(given.get("requestBody", {}))
                body_type, body = next(iter(request.get("content", {"": {}}).items()))
                reply = _resolved(given["responses"]["200"])
                content = reply.get("content", {})
                found[given["operationId"]] = Operation(
                    given["operationId"],
                    given["tags"][0],
                    method.upper(),
                    path,
                    {parameter["name"]: parameter for parameter in parameters},
                    body_type or None,
                    body.get("schema", {}),
                    request.get("required", False),
                    content.get("application/json"),
                    next((kind for kind in content if kind != "application/json"), None),
                )
    return found


@functools.cache
def _paths() -> list[tuple[re.Pattern[str], dict[str, Operation]]]:
    """Return the paths with their operations by method, what is spelt out first: /usage before /{id}."""
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in operations().values():
        by_path.setdefault(operation.path, {})[operation.method] = operation
    literal_first = sorted(by_path, key=lambda path: (path.count("{"), -len(path)))
    return [
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path))), by_path[path]) for path in literal_first
    ]


def find_operation(method: str, path: str) -> tuple[Operation, dict[str, str]]:
    """Return the operation that a request means, and the values in its path, which is percent-encoded.

    Raises RefusedError with 404 or 405 where there is none.
    """
    for pattern, by_method in _paths():
        if found := pattern.fullmatch(path):
            if method not in by_method:
                raise RefusedError(405, f"method {method} not allowed", {"allow": ", ".join(sorted(by_method))})
            return by_method[method], {name: unquote(value) for name, value in found.groupdict().items()}
    raise RefusedError(404, f"the API has no {method} {unquote(path)}")


def read_texts(texts: list[str], schema: Mapping[str, Any]) -> Any:
    """Return what texts from a query, path, header or form mean; a text that is no such value stays one."""
    schema = _resolved(schema)
    kind = schema.get("type")
    if kind == "array":
        return [read_texts([text], schema.get("items", {})) for text in texts]
    if kind in ("integer", "number", "boolean"):
        try:
            value = json.loads(texts[-1])
        except (ValueError, RecursionError):
            return texts[-1]
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return value if isinstance(value, int | float) else texts[-1]
    return texts[-1]


def _refuse_first(checks: jsonschema.Draft202012Validator, value: Any) -> None:
    for error in checks.iter_errors(value):
        raise RefusedError(400, f"invalid request: {_said(_innermost(error))}")


def unknown_keys(operation: Operation, body: Any) -> set[str]:
    """Return where `body`, which fits the operation, has keys that it does not describe: ``tools[].name``."""
    return _unknown(operation.body, body, "") - _ALSO_TAKEN


def _unknown(schema: Mapping[str, Any], value: Any, place: str) -> set[str]:
    schema = _resolved(schema)
    tag = schema.get("discriminator", {})
    if "mapping" in tag:
        return _unknown({"$ref": tag["mapping"][value[tag["propertyName"]]]}, value, place)
    if branches := schema.get("oneOf") or schema.get("anyOf"):
        return _unknown(next(branch for branch in branches if validator(branch).is_valid(value)), value, place)
    if isinstance(value, list) and "items" in schema:
        return {key for item in value for key in _unknown(schema["items"], item, f"{place}[]")}
    if not isinstance(value, dict) or "additionalProperties" in schema or "properties" not in schema:
        return set()
    found = set()
    for name, part in value.items():
        inner = f"{place}.{name if name.isprintable() else ascii(name)}".removeprefix(".")
        found |= _unknown(schema["properties"][name], part, inner) if name in schema["properties"] else {inner}
    return found


def _innermost(error: ValidationError) -> ValidationError:
    """Follow a failed union into the branch that was meant, told by its tag or its type."""
    while error.validator in ("oneOf", "anyOf"):
        branches: dict[int, list[ValidationError]] = {}
        for reason in error.context or ():
            branches.setdefault(int(reason.schema_path[0]), []).append(reason)
        schema: Any = error.schema
        tag = schema.get("discriminator", {}).get("propertyName")
        meant = [reasons for reasons in branches.values() if not any(_is_other(r, tag) for r in reasons)]
        if not meant:
            return error
        error = meant[0][0]
    return error


def _is_other(reason: ValidationError, tag: str | None) -> bool:
    """Whether `reason` says that the value is not of this branch at all, rather than a bad one of it."""
    path = list(reason.path)
    if reason.validator == "type":
        return not path
    if reason.validator == "required":
        return not path and reason.message.startswith(repr(tag))
    return reason.validator == "const" and path == [tag]


def _said(error: ValidationError) -> str:
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.absolute_path)
    place = place.removeprefix(".") or "the body"
    want: Any = error.validator_value
    schema: Any = error.schema
    match error.validator:
        case "required":
            missing = next(name for name in want if name not in error.instance)  # type: ignore[operator]
            return f"{place}.{missing} is required".removeprefix("the body.")
        case "type":
            return (
                f"{place}: must be {' or '.join(_TYPES[kind] for kind in ([want] if isinstance(want, str) else want))}"
            )
        case "enum":
            return f"{place}: must be one of {', '.join(map(str, want))}"
        case "const" | "minimum" | "maximum" | "minItems" | "maxItems" | "minLength" | "maxLength":
            return f"{place}: must {_BOUNDS[error.validator].format(want)}"
        case "format":
            return f"{place}: must be a time such as 2026-05-01T12:00:00Z"
        case "oneOf" | "anyOf":
            tags = schema.get("discriminator", {})
            if "mapping" in tags and isinstance(error.instance, dict):
                return f"{place}.{tags['propertyName']}: must be one of {', '.join(tags['mapping'])}"
            kinds = dict.fromkeys(_resolved(branch).get("type", "object") for branch in want)
            return f"{place}: must be {' or '.join(_TYPES[kind] for kind in kinds)}"
        case _:
            return f"{place}: {error.message[:200]}"
