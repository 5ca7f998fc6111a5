# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .api_meta import ApiMeta


@model
class CreateEmbedJobResponse(Model):
    """A new embed job.

    Attributes:
        job_id: Id of the job.
        meta: What the request used, and what the service says about it.
    """

    job_id: str
    """Id of the job."""
    meta: ApiMeta | None = None
    """What the request used, and what the service says about it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            job_id: str,
            meta: ApiMeta | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.job_id = fields.get("job_id")
        value = fields.get("meta")
        self.meta = parsers["ApiMeta"](value) if type(value) is dict else value
        return self
