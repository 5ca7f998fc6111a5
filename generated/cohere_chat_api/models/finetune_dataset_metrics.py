# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .chat_data_metrics import ChatDataMetrics
    from .classify_data_metrics import ClassifyDataMetrics
    from .reranker_data_metrics import RerankerDataMetrics


@model
class FinetuneDatasetMetrics(Model):
    """What was counted in a dataset for fine-tuning.

    Attributes:
        trainable_token_count: Tokens of valid examples to train with.
        total_examples: Examples.
        train_examples: Examples to train with.
        train_size_bytes: Bytes of the examples to train with.
        eval_examples: Examples to evaluate with.
        eval_size_bytes: Bytes of the examples to evaluate with.
        reranker_data_metrics: What was counted in a dataset for rerank.
        chat_data_metrics: What was counted in a dataset for chat.
        classify_data_metrics: What was counted in a dataset for classify.
    """

    trainable_token_count: int | None = None
    """Tokens of valid examples to train with."""
    total_examples: int | None = None
    """Examples."""
    train_examples: int | None = None
    """Examples to train with."""
    train_size_bytes: int | None = None
    """Bytes of the examples to train with."""
    eval_examples: int | None = None
    """Examples to evaluate with."""
    eval_size_bytes: int | None = None
    """Bytes of the examples to evaluate with."""
    reranker_data_metrics: RerankerDataMetrics | None = None
    """What was counted in a dataset for rerank."""
    chat_data_metrics: ChatDataMetrics | None = None
    """What was counted in a dataset for chat."""
    classify_data_metrics: ClassifyDataMetrics | None = None
    """What was counted in a dataset for classify."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            trainable_token_count: int | None = None,
            total_examples: int | None = None,
            train_examples: int | None = None,
            train_size_bytes: int | None = None,
            eval_examples: int | None = None,
            eval_size_bytes: int | None = None,
            reranker_data_metrics: RerankerDataMetrics | None = None,
            chat_data_metrics: ChatDataMetrics | None = None,
            classify_data_metrics: ClassifyDataMetrics | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.trainable_token_count = fields.get("trainable_token_count")
        self.total_examples = fields.get("total_examples")
        self.train_examples = fields.get("train_examples")
        self.train_size_bytes = fields.get("train_size_bytes")
        self.eval_examples = fields.get("eval_examples")
        self.eval_size_bytes = fields.get("eval_size_bytes")
        value = fields.get("reranker_data_metrics")
        self.reranker_data_metrics = parsers["RerankerDataMetrics"](value) if type(value) is dict else value
        value = fields.get("chat_data_metrics")
        self.chat_data_metrics = parsers["ChatDataMetrics"](value) if type(value) is dict else value
        value = fields.get("classify_data_metrics")
        self.classify_data_metrics = parsers["ClassifyDataMetrics"](value) if type(value) is dict else value
        return self
