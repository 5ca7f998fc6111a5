# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

DocumentData = dict[str, Any]
"""Names and values, all of which the model sees."""
