# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ChatDataMetrics(Model):
    """What was counted in a dataset for chat.

    Attributes:
        num_train_turns: Turns of the valid examples to train with.
        num_eval_turns: Turns of the valid examples to evaluate with.
        preamble: The preamble of the dataset.
    """

    num_train_turns: int | None = None
    """Turns of the valid examples to train with."""
    num_eval_turns: int | None = None
    """Turns of the valid examples to evaluate with."""
    preamble: str | None = None
    """The preamble of the dataset."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            num_train_turns: int | None = None,
            num_eval_turns: int | None = None,
            preamble: str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.num_train_turns = fields.get("num_train_turns")
        self.num_eval_turns = fields.get("num_eval_turns")
        self.preamble = fields.get("preamble")
        return self
