# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta
    from .classify_response_classifications_item_labels_value import ClassifyResponseClassificationsItemLabelsValue

ClassifyResponseClassificationsItemLabels = dict[str, Any]
"""Confidence in every class, by its name."""
ClassifyResponseClassificationsItemClassificationType = Literal["multi-label", "single-label"]
"""Whether a text has one class or may have several."""


@model
class ClassifyResponse(Model):
    """The classes of the texts.

    Attributes:
        id: Identifies the reply.
        classifications: The class of each text, in the order of the texts.
        meta: What the request used, and what the service says about it.
    """

    id: str
    """Identifies the reply."""
    classifications: list[ClassifyResponseClassificationsItem]
    """The class of each text, in the order of the texts."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            classifications: list[ClassifyResponseClassificationsItem],
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        value = fields.get("classifications")
        self.classifications = (
            [parsers["ClassifyResponseClassificationsItem"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self


@model
class ClassifyResponseClassificationsItem(Model):
    """The class of a text, and how sure it is.

    Attributes:
        id: Identifies the answer.
        predictions: The predicted classes.
        confidences: Confidence in each of `predictions`.
        labels: Confidence in every class, by its name.
        classification_type: Whether a text has one class or may have several.
        input: The text.
        prediction: Deprecated. The predicted class, if a text has only one.
        confidence: Deprecated. Confidence in `prediction`.
    """

    id: str
    """Identifies the answer."""
    predictions: list[str]
    """The predicted classes."""
    confidences: list[float]
    """Confidence in each of `predictions`."""
    labels: dict[str, ClassifyResponseClassificationsItemLabelsValue]
    """Confidence in every class, by its name."""
    classification_type: ClassifyResponseClassificationsItemClassificationType | str
    """Whether a text has one class or may have several."""
    input: str | None = None
    """The text."""
    prediction: str | None = None
    """Deprecated. The predicted class, if a text has only one."""
    confidence: float | None = None
    """Deprecated. Confidence in `prediction`."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            predictions: list[str],
            confidences: list[float],
            labels: dict[str, ClassifyResponseClassificationsItemLabelsValue],
            classification_type: ClassifyResponseClassificationsItemClassificationType | str,
            input: str | None = None,
            prediction: str | None = None,
            confidence: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.predictions = fields.get("predictions")
        self.confidences = fields.get("confidences")
        value = fields.get("labels")
        self.labels = (
            {
                key: parsers["ClassifyResponseClassificationsItemLabelsValue"](item) if type(item) is dict else item
                for key, item in value.items()
            }
            if type(value) is dict
            else value
        )
        self.classification_type = fields.get("classification_type")
        self.input = fields.get("input")
        self.prediction = fields.get("prediction")
        self.confidence = fields.get("confidence")
        return self
