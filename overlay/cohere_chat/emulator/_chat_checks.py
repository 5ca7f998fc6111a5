"""What POST /v2/chat refuses beyond what openapi.yaml can say."""

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ._contract import RefusedError
from ._json_schema import SchemaError, check_schema


def check_chat(body: Mapping[str, Any]) -> None:
    """Raise RefusedError unless a body that fits the contract makes sense."""
    _check_combinations(body)
    _check_messages(body["messages"])
    _check_schemas(body)


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
                if item["type"] == "image_url" and not is_image(item["image_url"]["url"]):
                    raise RefusedError(
                        400,
                        f"invalid request: messages[{index}].content[{position}].image_url.url: "
                        "must be an http(s) URL or a data URI with an image in base64",
                    )


def is_image(url: str) -> bool:
    """Whether `url` is a web address or an image in base64."""
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
