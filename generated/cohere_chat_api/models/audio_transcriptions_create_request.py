# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class AudioTranscriptionsCreateRequest(Model):
    """The fields and the file of a request to turn speech into text.

    Attributes:
        model: Name of the model.
        language: The language, by its code in ISO 639-1, such as `en`.
        file: The recording, as flac, mp3, mpeg, mpga, ogg or wav.
        temperature: How random the choice of words is; 0 is the least.
    """

    model: str
    """Name of the model."""
    language: str
    """The language, by its code in ISO 639-1, such as `en`."""
    file: Any
    """The recording, as flac, mp3, mpeg, mpga, ogg or wav."""
    temperature: float | None = None
    """How random the choice of words is; 0 is the least."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            language: str,
            file: Any,
            temperature: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        self.language = fields.get("language")
        self.file = fields.get("file")
        self.temperature = fields.get("temperature")
        return self
