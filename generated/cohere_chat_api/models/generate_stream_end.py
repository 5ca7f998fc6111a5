# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new, parsers

if TYPE_CHECKING:
    from .finish_reason import FinishReason
    from .single_generation_in_stream import SingleGenerationInStream


@model
class GenerateStreamEnd(Model):
    """The continuations are complete; the last event of every stream.

    Attributes:
        event_type: Always 'stream-end'.
        is_finished: Whether this is the last event.
        response: The whole reply.
        finish_reason: Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran
            into the context length, was cancelled, ran into max_tokens, or took too long.
    """

    event_type: Literal["stream-end"] = "stream-end"
    """Always 'stream-end'."""
    is_finished: bool
    """Whether this is the last event."""
    response: GenerateStreamEndResponse
    """The whole reply."""
    finish_reason: FinishReason | str | None = None
    """Why the reply ends: it is complete, met a stop sequence, failed, was found toxic, ran into the context length,
    was cancelled, ran into max_tokens, or took too long."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            event_type: Literal["stream-end"] = "stream-end",
            is_finished: bool,
            response: GenerateStreamEndResponse,
            finish_reason: FinishReason | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.event_type = fields.get("event_type")
        self.is_finished = fields.get("is_finished")
        value = fields.get("response")
        if type(value) is dict:
            self.response = its_response = new(GenerateStreamEndResponse)
            its_response._raw = value
            fields_of_response: Any = value
            its_response.id = fields_of_response.get("id")
            its_response.prompt = fields_of_response.get("prompt")
            value = fields_of_response.get("generations")
            its_response.generations = (
                [parsers["SingleGenerationInStream"](item) if type(item) is dict else item for item in value]
                if type(value) is list
                else value
            )
        else:
            self.response = value
        self.finish_reason = fields.get("finish_reason")
        return self


@model
class GenerateStreamEndResponse(Model):
    """The whole reply.

    Attributes:
        id: Identifies the reply.
        prompt: The text that is continued.
        generations: The continuations.
    """

    id: str
    """Identifies the reply."""
    prompt: str | None = None
    """The text that is continued."""
    generations: list[SingleGenerationInStream] | None = None
    """The continuations."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            id: str,
            prompt: str | None = None,
            generations: list[SingleGenerationInStream] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.id = fields.get("id")
        self.prompt = fields.get("prompt")
        value = fields.get("generations")
        self.generations = (
            [parsers["SingleGenerationInStream"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        return self
