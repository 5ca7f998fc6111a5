# Made by `make generate` from openapi.yaml. Do not edit.
"""The result itself."""

from typing import Any

ToolSourceToolOutput = dict[str, Any]
