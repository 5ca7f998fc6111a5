# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, model, new

GenerateRequestTruncate = Literal["END", "NONE", "START"]
"""Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""
GenerateRequestReturnLikelihoods = Literal["ALL", "GENERATION", "NONE"]
"""Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is deprecated."""


@model
class GenerateRequest(Model):
    """Body of a request to continue a text.

    Attributes:
        prompt: The text to continue.
        stream: Whether the reply comes as lines of JSON instead of one JSON object.
        model: Name of the model.
        num_generations: How many continuations to write.
        max_tokens: Maximum number of tokens to generate; 0 only to have the likelihood of the prompt.
        truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
            error.
        temperature: How random the choice of tokens is; 0 is the least.
        seed: Makes repeated requests give the same reply, as far as the service can.
        preset: Name of parameters that were saved with the service.
        end_sequences: Strings at which the model stops writing; the text ends before the string found.
        stop_sequences: Strings at which the model stops writing; the text ends with the string found.
        k: Number of the most likely tokens to choose from; 0 sets no limit.
        p: Total probability of the most likely tokens to choose from; applies after `k`.
        frequency_penalty: How strongly tokens are avoided in proportion to how often they came already.
        presence_penalty: How strongly tokens are avoided that came already, however often.
        return_likelihoods: Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is
            deprecated.
        raw_prompting: Whether the model gets the prompt as it is, without anything around it.
    """

    prompt: str
    """The text to continue."""
    stream: bool | None = None
    """Whether the reply comes as lines of JSON instead of one JSON object."""
    model: str | None = None
    """Name of the model."""
    num_generations: int | None = None
    """How many continuations to write."""
    max_tokens: int | None = None
    """Maximum number of tokens to generate; 0 only to have the likelihood of the prompt."""
    truncate: GenerateRequestTruncate | str | None = None
    """Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""
    temperature: float | None = None
    """How random the choice of tokens is; 0 is the least."""
    seed: int | None = None
    """Makes repeated requests give the same reply, as far as the service can."""
    preset: str | None = None
    """Name of parameters that were saved with the service."""
    end_sequences: list[str] | None = None
    """Strings at which the model stops writing; the text ends before the string found."""
    stop_sequences: list[str] | None = None
    """Strings at which the model stops writing; the text ends with the string found."""
    k: int | None = None
    """Number of the most likely tokens to choose from; 0 sets no limit."""
    p: float | None = None
    """Total probability of the most likely tokens to choose from; applies after `k`."""
    frequency_penalty: float | None = None
    """How strongly tokens are avoided in proportion to how often they came already."""
    presence_penalty: float | None = None
    """How strongly tokens are avoided that came already, however often."""
    return_likelihoods: GenerateRequestReturnLikelihoods | str | None = None
    """Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is deprecated."""
    raw_prompting: bool | None = None
    """Whether the model gets the prompt as it is, without anything around it."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            prompt: str,
            stream: bool | None = None,
            model: str | None = None,
            num_generations: int | None = None,
            max_tokens: int | None = None,
            truncate: GenerateRequestTruncate | str | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            preset: str | None = None,
            end_sequences: list[str] | None = None,
            stop_sequences: list[str] | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            return_likelihoods: GenerateRequestReturnLikelihoods | str | None = None,
            raw_prompting: bool | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.prompt = fields.get("prompt")
        self.stream = fields.get("stream")
        self.model = fields.get("model")
        self.num_generations = fields.get("num_generations")
        self.max_tokens = fields.get("max_tokens")
        self.truncate = fields.get("truncate")
        self.temperature = fields.get("temperature")
        self.seed = fields.get("seed")
        self.preset = fields.get("preset")
        self.end_sequences = fields.get("end_sequences")
        self.stop_sequences = fields.get("stop_sequences")
        self.k = fields.get("k")
        self.p = fields.get("p")
        self.frequency_penalty = fields.get("frequency_penalty")
        self.presence_penalty = fields.get("presence_penalty")
        self.return_likelihoods = fields.get("return_likelihoods")
        self.raw_prompting = fields.get("raw_prompting")
        return self
