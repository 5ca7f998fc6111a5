# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ParseImageCategory = Literal["flowchart", "logo", "other", "signature"]
"""What kind of image it is."""
