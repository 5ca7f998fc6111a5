# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

CancelBatchResponse = dict[str, Any]
"""An empty object."""
