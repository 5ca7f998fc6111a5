# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from ..params import BaseModelParam, HyperparametersParam, WandbConfigParam
    from .base_model import BaseModel
    from .hyperparameters import Hyperparameters
    from .wandb_config import WandbConfig


@model
class Settings(Model):
    """What a model is trained from, on and how.

    Attributes:
        base_model: The model to begin with.
        dataset_id: Id of the dataset to train and evaluate with.
        hyperparameters: How a model is trained.
        multi_label: Whether a text may have several classes, if the model classifies.
        wandb: Where Weights & Biases records the training; for chat only.
    """

    base_model: BaseModel
    """The model to begin with."""
    dataset_id: str
    """Id of the dataset to train and evaluate with."""
    hyperparameters: Hyperparameters | None = None
    """How a model is trained."""
    multi_label: bool | None = None
    """Whether a text may have several classes, if the model classifies."""
    wandb: WandbConfig | None = None
    """Where Weights & Biases records the training; for chat only."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            base_model: BaseModelParam | BaseModel,
            dataset_id: str,
            hyperparameters: HyperparametersParam | Hyperparameters | None = None,
            multi_label: bool | None = None,
            wandb: WandbConfigParam | WandbConfig | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("base_model")
        self.base_model = parsers["BaseModel"](value) if type(value) is dict else value
        self.dataset_id = fields.get("dataset_id")
        value = fields.get("hyperparameters")
        self.hyperparameters = parsers["Hyperparameters"](value) if type(value) is dict else value
        self.multi_label = fields.get("multi_label")
        value = fields.get("wandb")
        self.wandb = parsers["WandbConfig"](value) if type(value) is dict else value
        return self
