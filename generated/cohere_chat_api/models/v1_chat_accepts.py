# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

V1ChatAccepts = Literal["text/event-stream"]
