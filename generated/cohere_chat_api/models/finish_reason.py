# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

FinishReason = Literal[
    "COMPLETE", "ERROR", "ERROR_LIMIT", "ERROR_TOXIC", "MAX_TOKENS", "STOP_SEQUENCE", "TIMEOUT", "USER_CANCEL"
]
"""Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran into the context length,
was cancelled, ran into max_tokens, or took too long."""
