# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

BatchStatus = Literal[
    "BATCH_STATUS_CANCELED",
    "BATCH_STATUS_CANCELING",
    "BATCH_STATUS_COMPLETED",
    "BATCH_STATUS_FAILED",
    "BATCH_STATUS_IN_PROGRESS",
    "BATCH_STATUS_QUEUED",
    "BATCH_STATUS_UNSPECIFIED",
]
"""How far a batch is."""
