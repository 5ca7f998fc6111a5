# Made by `make generate` from openapi.yaml. Do not edit.
"""The low-level half of cohere-chat: the API's operations, objects and parameters as openapi.yaml states them."""
