# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

SummarizeRequestLength = Literal["long", "medium", "short"]
"""How long the summary is."""
SummarizeRequestFormat = Literal["bullets", "paragraph"]
"""Whether the summary is prose or a list."""
SummarizeRequestExtractiveness = Literal["high", "low", "medium"]
"""How much of the summary is sentences of the text."""


@model
class SummarizeRequest(Model):
    """Body of a request to sum up a text.

    Attributes:
        text: The text, in English.
        length: How long the summary is.
        format: Whether the summary is prose or a list.
        model: Name of the model.
        extractiveness: How much of the summary is sentences of the text.
        temperature: How random the choice of tokens is; 0 is the least.
        additional_command: More of the instruction, to stand behind "Generate a summary".
    """

    text: str
    """The text, in English."""
    length: SummarizeRequestLength | str | None = None
    """How long the summary is."""
    format: SummarizeRequestFormat | str | None = None
    """Whether the summary is prose or a list."""
    model: str | None = None
    """Name of the model."""
    extractiveness: SummarizeRequestExtractiveness | str | None = None
    """How much of the summary is sentences of the text."""
    temperature: float | None = None
    """How random the choice of tokens is; 0 is the least."""
    additional_command: str | None = None
    """More of the instruction, to stand behind "Generate a summary"."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            text: str,
            length: SummarizeRequestLength | str | None = None,
            format: SummarizeRequestFormat | str | None = None,
            model: str | None = None,
            extractiveness: SummarizeRequestExtractiveness | str | None = None,
            temperature: float | None = None,
            additional_command: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.text = fields.get("text")
        self.length = fields.get("length")
        self.format = fields.get("format")
        self.model = fields.get("model")
        self.extractiveness = fields.get("extractiveness")
        self.temperature = fields.get("temperature")
        self.additional_command = fields.get("additional_command")
        return self
