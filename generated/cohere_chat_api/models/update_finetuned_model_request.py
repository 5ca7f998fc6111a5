# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .settings import Settings


@model
class UpdateFinetunedModelRequest(Model):
    """Body of a request to change a fine-tuned model.

    Attributes:
        name: Its name.
        settings: What a model is trained from, on and how.
    """

    name: str
    """Its name."""
    settings: Settings
    """What a model is trained from, on and how."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            settings: Settings,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        value = fields.get("settings")
        self.settings = parsers["Settings"](value) if type(value) is dict else value
        return self
