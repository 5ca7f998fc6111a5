# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from .image_parse_block import ImageParseBlock
    from .table_parse_block import TableParseBlock
    from .text_parse_block import TextParseBlock

_BLOCKS = Tagged("type", {"text": "TextParseBlock", "image": "ImageParseBlock", "table": "TableParseBlock"})


@model
class BlocksParsePage(Model):
    """A page as blocks.

    Attributes:
        type: Always 'blocks'.
        index: Position of the page, counted from 0.
        blocks: The blocks in their order.
    """

    type: Literal["blocks"] = "blocks"
    """Always 'blocks'."""
    index: int
    """Position of the page, counted from 0."""
    blocks: list[TextParseBlock | ImageParseBlock | TableParseBlock]
    """The blocks in their order."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            type: Literal["blocks"] = "blocks",
            index: int,
            blocks: list[TextParseBlock | ImageParseBlock | TableParseBlock],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.type = fields.get("type")
        self.index = fields.get("index")
        value = fields.get("blocks")
        self.blocks = (
            [_BLOCKS.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        return self
