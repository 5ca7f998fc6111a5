# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

DeleteFinetunedModelResponse = dict[str, Any]
"""An empty object."""
