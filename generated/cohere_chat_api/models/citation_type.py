# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

CitationType = Literal["PLAN", "TEXT_CONTENT", "THINKING_CONTENT"]
"""What kind of text the cited part is in."""
