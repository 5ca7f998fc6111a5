# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ImageUrlDetail = Literal[
    "auto",
    "high",
    "low",
]
"""How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service."""
