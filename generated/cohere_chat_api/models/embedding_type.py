# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

EmbeddingType = Literal["base64", "binary", "float", "int8", "ubinary", "uint8"]
"""What a vector is made of: floating-point numbers, whole numbers with or without a sign, bits packed into such
numbers, or floating-point numbers as bytes in base64."""
