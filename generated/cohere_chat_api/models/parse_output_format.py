# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

ParseOutputFormat = Literal["blocks", "markdown"]
"""Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text, images and tables in their
order."""
