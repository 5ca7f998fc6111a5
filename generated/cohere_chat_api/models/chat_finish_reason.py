# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ChatFinishReason = Literal["COMPLETE", "ERROR", "MAX_TOKENS", "STOP_SEQUENCE", "TIMEOUT", "TOOL_CALL"]
"""Why the reply ends: it is complete, met a stop sequence, ran into max_tokens or the context length, waits for
tool results, failed, or took too long."""
