# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

DatasetType = Literal[
    "batch-chat-input",
    "batch-chat-v2-input",
    "batch-embed-v2-input",
    "batch-openai-chat-input",
    "chat-finetune-input",
    "cluster-outliers",
    "cluster-result",
    "embed-input",
    "embed-result",
    "multi-label-classification-finetune-input",
    "reranker-finetune-input",
    "single-label-classification-finetune-input",
]
"""What a dataset is for."""
