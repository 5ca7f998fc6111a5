# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new

if TYPE_CHECKING:
    from ..params import ContentParam
    from .image_url_content import ImageUrlContent
    from .text_content import TextContent

_CONTENT = Tagged("type", {"text": "TextContent", "image_url": "ImageUrlContent"})


@model
class UserChatMessageV2(Model):
    """What the user says.

    Attributes:
        role: Always 'user'.
        content: A text, or a list of texts and images.
    """

    role: Literal["user"] = "user"
    """Always 'user'."""
    content: str | list[TextContent | ImageUrlContent]
    """A text, or a list of texts and images."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            role: Literal["user"] = "user",
            content: str | Sequence[ContentParam],
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.role = fields.get("role")
        value = fields.get("content")
        self.content = (
            [_CONTENT.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        return self
