# Made by `make generate` from openapi.yaml. Do not edit.
"""The arguments of the function, as a JSON Schema."""

from typing import Any

ToolV2FunctionParameters = dict[str, Any]
