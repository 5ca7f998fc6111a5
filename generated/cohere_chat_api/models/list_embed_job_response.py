# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .embed_job import EmbedJob


@model
class ListEmbedJobResponse(Model):
    """The embed jobs.

    Attributes:
        embed_jobs: The jobs.
    """

    embed_jobs: list[EmbedJob] | None = None
    """The jobs."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            embed_jobs: list[EmbedJob] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("embed_jobs")
        self.embed_jobs = (
            [parsers["EmbedJob"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
