# Made by `make generate` from openapi.yaml. Do not edit.
"""The document itself."""

from typing import Any

DocumentSourceDocument = dict[str, Any]
