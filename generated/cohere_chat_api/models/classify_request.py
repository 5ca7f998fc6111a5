# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .classify_example import ClassifyExample

ClassifyRequestTruncate = Literal["END", "NONE", "START"]
"""Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""


@model
class ClassifyRequest(Model):
    """Body of a request to sort texts into classes.

    Attributes:
        inputs: Up to 96 texts to sort, none of them empty.
        examples: Texts and their classes, at least two of each class and 512 tokens at most in each; models
            that are fine-tuned to classify need none.
        model: Id of a model that is fine-tuned to classify.
        preset: Deprecated. Name of parameters that were saved with the service.
        truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
            error.
    """

    inputs: list[str]
    """Up to 96 texts to sort, none of them empty."""
    examples: list[ClassifyExample] | None = None
    """Texts and their classes, at least two of each class and 512 tokens at most in each; models that are fine-tuned
    to classify need none."""
    model: str | None = None
    """Id of a model that is fine-tuned to classify."""
    preset: str | None = None
    """Deprecated. Name of parameters that were saved with the service."""
    truncate: ClassifyRequestTruncate | str | None = None
    """Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            inputs: list[str],
            examples: list[ClassifyExample] | None = None,
            model: str | None = None,
            preset: str | None = None,
            truncate: ClassifyRequestTruncate | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.inputs = fields.get("inputs")
        value = fields.get("examples")
        self.examples = (
            [parsers["ClassifyExample"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.model = fields.get("model")
        self.preset = fields.get("preset")
        self.truncate = fields.get("truncate")
        return self
