# Made by `make generate` from openapi.yaml. Do not edit.
"""The JSON Schema that the object fits; without it the object is up to 5 levels deep."""

from typing import Any

JsonObjectResponseFormatV2JsonSchema = dict[str, Any]
