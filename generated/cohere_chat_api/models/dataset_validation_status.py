# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

DatasetValidationStatus = Literal["failed", "processing", "queued", "skipped", "unknown", "validated"]
"""How far the check of a dataset is."""
