# Made by `make generate` from openapi.yaml. Do not edit.
"""Names and values, all of which the model sees. Short texts (under 300 words) work best."""

from typing import Any

DocumentData = dict[str, Any]
