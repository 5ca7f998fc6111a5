# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ThinkingType = Literal[
    "disabled",
    "enabled",
]
"""Whether the model thinks; models that can do so by default."""
