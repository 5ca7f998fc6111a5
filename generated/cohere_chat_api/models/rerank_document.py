# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

RerankDocument = dict[str, Any]
"""An object to be ordered."""
