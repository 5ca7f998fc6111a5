# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

V2ChatRequestSafetyMode = Literal[
    "CONTEXTUAL",
    "OFF",
    "STRICT",
]
"""Which safety instruction goes into the prompt; OFF leaves it out. Not together with `tools` or `documents`; newer
models know CONTEXTUAL and STRICT only."""
