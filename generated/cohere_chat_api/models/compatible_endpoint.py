# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

CompatibleEndpoint = Literal["chat", "classify", "embed", "generate", "rate", "rerank", "summarize"]
"""An endpoint that takes models."""
