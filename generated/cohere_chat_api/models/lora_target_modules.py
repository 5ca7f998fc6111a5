# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

LoraTargetModules = Literal[
    "LORA_TARGET_MODULES_QKVO",
    "LORA_TARGET_MODULES_QKVO_FFN",
    "LORA_TARGET_MODULES_QV",
    "LORA_TARGET_MODULES_UNSPECIFIED",
]
"""Which matrices LoRA changes: of query and value, of key and output as well, or those of the feed-forward
networks too."""
