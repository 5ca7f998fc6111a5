# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

CitationOptionsMode = Literal[
    "ACCURATE",
    "DISABLED",
    "ENABLED",
    "FAST",
    "OFF",
]
"""Whether and how citations are made."""
