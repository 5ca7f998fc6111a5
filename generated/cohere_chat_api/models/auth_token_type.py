# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

AuthTokenType = Literal["basic", "bearer", "noscheme"]
"""What stands before the token in the header Authorization."""
