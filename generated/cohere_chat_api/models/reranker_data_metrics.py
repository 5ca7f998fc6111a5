# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class RerankerDataMetrics(Model):
    """What was counted in a dataset for rerank.

    Attributes:
        num_train_queries: Queries to train with.
        num_train_relevant_passages: Relevant passages of the valid examples to train with.
        num_train_hard_negatives: Hard negatives of the valid examples to train with.
        num_eval_queries: Queries to evaluate with.
        num_eval_relevant_passages: Relevant passages of the valid examples to evaluate with.
        num_eval_hard_negatives: Hard negatives of the valid examples to evaluate with.
    """

    num_train_queries: int | None = None
    """Queries to train with."""
    num_train_relevant_passages: int | None = None
    """Relevant passages of the valid examples to train with."""
    num_train_hard_negatives: int | None = None
    """Hard negatives of the valid examples to train with."""
    num_eval_queries: int | None = None
    """Queries to evaluate with."""
    num_eval_relevant_passages: int | None = None
    """Relevant passages of the valid examples to evaluate with."""
    num_eval_hard_negatives: int | None = None
    """Hard negatives of the valid examples to evaluate with."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            num_train_queries: int | None = None,
            num_train_relevant_passages: int | None = None,
            num_train_hard_negatives: int | None = None,
            num_eval_queries: int | None = None,
            num_eval_relevant_passages: int | None = None,
            num_eval_hard_negatives: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.num_train_queries = fields.get("num_train_queries")
        self.num_train_relevant_passages = fields.get("num_train_relevant_passages")
        self.num_train_hard_negatives = fields.get("num_train_hard_negatives")
        self.num_eval_queries = fields.get("num_eval_queries")
        self.num_eval_relevant_passages = fields.get("num_eval_relevant_passages")
        self.num_eval_hard_negatives = fields.get("num_eval_hard_negatives")
        return self
