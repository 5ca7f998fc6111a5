# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

Status = Literal[
    "STATUS_DELETED",
    "STATUS_DEPLOYING_API",
    "STATUS_FAILED",
    "STATUS_FINETUNING",
    "STATUS_PAUSED",
    "STATUS_QUEUED",
    "STATUS_READY",
    "STATUS_TEMPORARILY_OFFLINE",
    "STATUS_UNSPECIFIED",
]
"""How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated."""
