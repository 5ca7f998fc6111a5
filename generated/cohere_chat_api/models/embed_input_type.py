# Made by `make generate` from openapi.yaml. Do not edit.
from typing import Literal

EmbedInputType = Literal["classification", "clustering", "image", "search_document", "search_query"]
"""What the vectors are for: documents to be found, queries to find them with, a classifier, clusters; or that the
input is an image. Embed v3 and later models require it."""
