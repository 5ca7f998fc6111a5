# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

DeleteConnectorResponse = dict[str, Any]
"""An empty object."""
