# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .lora_target_modules import LoraTargetModules


@model
class Hyperparameters(Model):
    """How a model is trained.

    Attributes:
        early_stopping_patience: After how many evaluations without enough improvement the training stops.
        early_stopping_threshold: How much improvement of the loss is enough.
        train_batch_size: Examples in a step.
        train_epochs: How often all examples are gone through.
        learning_rate: The learning rate.
        lora_alpha: By how much LoRA's changes are scaled.
        lora_rank: The rank of LoRA's matrices.
        lora_target_modules: Which matrices LoRA changes: of query and value, of key and output as well, or
            those of the feed-forward networks too.
    """

    early_stopping_patience: int | None = None
    """After how many evaluations without enough improvement the training stops."""
    early_stopping_threshold: float | None = None
    """How much improvement of the loss is enough."""
    train_batch_size: int | None = None
    """Examples in a step."""
    train_epochs: int | None = None
    """How often all examples are gone through."""
    learning_rate: float | None = None
    """The learning rate."""
    lora_alpha: int | None = None
    """By how much LoRA's changes are scaled."""
    lora_rank: int | None = None
    """The rank of LoRA's matrices."""
    lora_target_modules: LoraTargetModules | str | None = None
    """Which matrices LoRA changes: of query and value, of key and output as well, or those of the feed-forward
    networks too."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            early_stopping_patience: int | None = None,
            early_stopping_threshold: float | None = None,
            train_batch_size: int | None = None,
            train_epochs: int | None = None,
            learning_rate: float | None = None,
            lora_alpha: int | None = None,
            lora_rank: int | None = None,
            lora_target_modules: LoraTargetModules | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.early_stopping_patience = fields.get("early_stopping_patience")
        self.early_stopping_threshold = fields.get("early_stopping_threshold")
        self.train_batch_size = fields.get("train_batch_size")
        self.train_epochs = fields.get("train_epochs")
        self.learning_rate = fields.get("learning_rate")
        self.lora_alpha = fields.get("lora_alpha")
        self.lora_rank = fields.get("lora_rank")
        self.lora_target_modules = fields.get("lora_target_modules")
        return self
