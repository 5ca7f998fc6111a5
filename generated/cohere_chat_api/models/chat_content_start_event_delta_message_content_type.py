# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ChatContentStartEventDeltaMessageContentType = Literal[
    "text",
    "thinking",
]
