"""What openapi.yaml says about a request, and what the reference says beyond it."""

import base64
import binascii
import difflib
import functools
import importlib.resources
import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import jsonschema
import referencing
from jsonschema.exceptions import ValidationError

from ._json_schema import SchemaError, check_schema

# Names that Cohere gives its chat models: a family with the month of its release, or one of the older short
# names. Which dates exist is not known here; a name of another form is surely none.
_MODEL = re.compile(
    r"""command(-[a-z0-9]+)*-(0[1-9]|1[0-2])-20\d\d
    | command(-light)?(-nightly)? | command-r(-plus)? | command-r7b | command-a(-plus)?
    | (c4ai-)?aya-(expanse|vision)-\d+b""",
    re.VERBOSE,
)
_TYPES = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "an array",
    "object": "an object",
}


class RefusedError(Exception):
    """The request gets an error answer: `status` and `message` say which."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@functools.cache
def document() -> Mapping[str, Any]:
    """Return openapi.yaml, as the package cohere_chat_api carries it."""
    text = importlib.resources.files("cohere_chat_api").joinpath("openapi.json").read_bytes()
    found: Mapping[str, Any] = json.loads(text)
    return found


@functools.cache
def validator(component: str) -> jsonschema.Draft202012Validator:
    """Return what checks values against the schema of that name."""
    return _schema_validator({"$ref": f"#/components/schemas/{component}"})


def _schema_validator(schema: Mapping[str, Any]) -> jsonschema.Draft202012Validator:
    # A registry of its own: the default one would fetch what `$ref` names from the network.
    return jsonschema.Draft202012Validator(
        {**schema, "components": document()["components"]}, registry=referencing.Registry()
    )


def check(body: Any, *, models: Collection[str] = ()) -> None:
    """Raise RefusedError unless `body` is a request that the API takes.

    `models` are names that count as known besides those of Cohere's form.
    """
    if isinstance(body, dict):
        _check_names(body)
    for error in validator("V2ChatRequest").iter_errors(body):
        raise RefusedError(400, f"invalid request: {_said(_innermost(error))}")
    _check_combinations(body)
    _check_messages(body["messages"])
    _check_schemas(body)
    if not (_MODEL.fullmatch(body["model"]) or body["model"] in models):
        raise RefusedError(404, f"model {body['model']!r} not found: check its name and your access to it")


def _check_names(body: Mapping[str, Any]) -> None:
    # The contract allows further properties everywhere; the service refuses parameters that it does not know.
    known = document()["components"]["schemas"]["V2ChatRequest"]["properties"]
    for name in body:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f", did you mean {near[0]!r}?" if near else ""
            raise RefusedError(422, f"unknown field: {name!r} is no parameter of this endpoint{hint}")


def _check_combinations(body: Mapping[str, Any]) -> None:
    if not body["messages"]:
        raise RefusedError(400, "invalid request: messages: must have at least one message")
    if body.get("max_tokens", 0) < 0:
        raise RefusedError(400, "invalid request: max_tokens: must be at least 0")
    if body.get("response_format", {}).get("type") == "json_object":
        for name in ("documents", "tools"):
            if body.get(name):
                raise RefusedError(
                    400, f"invalid request: response_format: json_object does not go together with {name}"
                )
    functions = [tool for tool in body.get("tools", ()) if "function" in tool]
    if body.get("tool_choice") == "REQUIRED" and not functions:
        raise RefusedError(400, "invalid request: tool_choice: REQUIRED needs a function in tools")


def _check_messages(messages: Sequence[Mapping[str, Any]]) -> None:
    called: set[str] = set()
    for index, message in enumerate(messages):
        called.update(call["id"] for call in message.get("tool_calls", ()))
        if message["role"] == "tool" and message["tool_call_id"] not in called:
            raise RefusedError(
                400, f"invalid request: messages[{index}].tool_call_id: no earlier message has this tool call"
            )
        if message["role"] == "user" and not isinstance(message["content"], str):
            for position, item in enumerate(message["content"]):
                if item["type"] == "image_url" and not _is_image(item["image_url"]["url"]):
                    raise RefusedError(
                        400,
                        f"invalid request: messages[{index}].content[{position}].image_url.url: "
                        "must be an http(s) URL or a data URI with an image in base64",
                    )


def _is_image(url: str) -> bool:
    if url.startswith(("http://", "https://")):
        return True
    head, comma, data = url.partition(",")
    if not (comma and re.fullmatch(r"data:image/[\w.+-]+;base64", head)):
        return False
    try:
        return bool(base64.b64decode(data, validate=True))
    except binascii.Error:
        return False


def _check_schemas(body: Mapping[str, Any]) -> None:
    schemas = {
        f"tools[{index}].function.parameters": tool["function"]["parameters"]
        for index, tool in enumerate(body.get("tools", ()))
        if "function" in tool
    }
    for place, schema in (schemas | response_schema(body)).items():
        if not isinstance(schema, dict):
            raise RefusedError(400, f"invalid request: {place}: must be an object")
        try:
            check_schema(schema)
        except SchemaError as error:
            raise RefusedError(400, f"invalid request: {place}: {error}") from error
        if "object" not in schema.get("type", "object"):
            raise RefusedError(400, f"invalid request: {place}.type: must be object")


def response_schema(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema that the reply shall fit, under its place in the request; empty if there is none.

    The API's reference calls it `json_schema`, some of its guides `schema`.
    """
    response_format = body.get("response_format", {})
    names = ("json_schema", "schema")
    return {f"response_format.{name}": response_format[name] for name in names if name in response_format}


def unknown_keys(component: str, value: Any) -> set[str]:
    """Return where `value`, which fits the component, has keys that it does not describe: ``tools[].name``."""
    return _unknown({"$ref": f"#/components/schemas/{component}"}, value, "") - {"response_format.schema"}


def _unknown(schema: Mapping[str, Any], value: Any, place: str) -> set[str]:
    if "$ref" in schema:
        component = schema["$ref"].rpartition("/")[2]
        return _unknown(document()["components"]["schemas"][component], value, place)
    if tag := schema.get("discriminator"):
        return _unknown({"$ref": tag["mapping"][value[tag["propertyName"]]]}, value, place)
    if branches := schema.get("oneOf"):
        return _unknown(next(b for b in branches if _schema_validator(b).is_valid(value)), value, place)
    if isinstance(value, list) and "items" in schema:
        return {key for item in value for key in _unknown(schema["items"], item, f"{place}[]")}
    if not isinstance(value, dict) or schema.get("additionalProperties"):
        return set()
    properties = schema.get("properties", {})
    found = set()
    for name, part in value.items():
        inner = f"{place}.{name}".removeprefix(".")
        found |= _unknown(properties[name], part, inner) if name in properties else {inner}
    return found


def _innermost(error: ValidationError) -> ValidationError:
    """Follow a failed union into the branch that was meant, told by its tag or its type."""
    while error.validator == "oneOf":
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
            return f"{place}: must be {_TYPES[want]}"
        case "enum":
            return f"{place}: must be one of {', '.join(map(str, want))}"
        case "const":
            return f"{place}: must be {want}"
        case "minimum":
            return f"{place}: must be at least {want}"
        case "maximum":
            return f"{place}: must be at most {want}"
        case "maxItems":
            return f"{place}: must have at most {want} items"
        case "oneOf":
            if tags := schema.get("discriminator"):
                return f"{place}.{tags['propertyName']}: must be one of {', '.join(tags['mapping'])}"
            return f"{place}: must be {' or '.join(_TYPES[branch.get('type', 'object')] for branch in want)}"
        case _:
            return f"{place}: {error.message[:200]}"
