# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Any

ChatDocument = dict[str, Any]
"""Names and texts, all of which the model sees but `id`, by which citations name the document, and those that a
list `_excludes` names. Short texts (under 300 words) work best."""
