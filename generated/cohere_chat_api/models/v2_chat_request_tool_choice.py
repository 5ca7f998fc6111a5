# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

V2ChatRequestToolChoice = Literal[
    "NONE",
    "REQUIRED",
]
"""Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely."""
