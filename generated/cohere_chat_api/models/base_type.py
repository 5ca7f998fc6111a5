# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

BaseType = Literal[
    "BASE_TYPE_CHAT", "BASE_TYPE_CLASSIFICATION", "BASE_TYPE_GENERATIVE", "BASE_TYPE_RERANK", "BASE_TYPE_UNSPECIFIED"
]
"""What a model is for; BASE_TYPE_GENERATIVE is deprecated."""
