# Made by `make generate` from openapi.yaml. Do not edit.
"""What the contract says of all operations."""

from typing import Final

SERVER: Final = "https://api.cohere.com"
CLIENT_NAME_HEADER: Final = "X-Client-Name"
