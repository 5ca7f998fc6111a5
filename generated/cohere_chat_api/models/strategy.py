# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

Strategy = Literal["STRATEGY_TFEW", "STRATEGY_UNSPECIFIED", "STRATEGY_VANILLA"]
"""Where a model is served, on processors of its own (VANILLA) or on shared ones (TFEW)."""
