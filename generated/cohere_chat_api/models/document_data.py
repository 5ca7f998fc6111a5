# Made by `make generate` from openapi.yaml. Do not edit.
"""Names and values, all of which the model sees."""

from typing import Any

DocumentData = dict[str, Any]
