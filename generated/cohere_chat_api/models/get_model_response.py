# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new

if TYPE_CHECKING:
    from .compatible_endpoint import CompatibleEndpoint


@model
class GetModelResponse(Model):
    """What there is to know about a model.

    Attributes:
        name: What requests name it by.
        is_deprecated: Whether it is about to go.
        endpoints: Endpoints that take it.
        finetuned: Whether it is fine-tuned.
        context_length: Maximum number of tokens of a request, of which the service needs a few itself.
        tokenizer_url: Where the configuration of its tokenizer is.
        default_endpoints: Endpoints that use it where none is named.
        features: What it can do.
        sampling_defaults: Values of parameters where a request leaves them out.
    """

    name: str | None = None
    """What requests name it by."""
    is_deprecated: bool | None = None
    """Whether it is about to go."""
    endpoints: list[CompatibleEndpoint | str] | None = None
    """Endpoints that take it."""
    finetuned: bool | None = None
    """Whether it is fine-tuned."""
    context_length: float | None = None
    """Maximum number of tokens of a request, of which the service needs a few itself."""
    tokenizer_url: str | None = None
    """Where the configuration of its tokenizer is."""
    default_endpoints: list[CompatibleEndpoint | str] | None = None
    """Endpoints that use it where none is named."""
    features: list[str] | None = None
    """What it can do."""
    sampling_defaults: GetModelResponseSamplingDefaults | None = None
    """Values of parameters where a request leaves them out."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str | None = None,
            is_deprecated: bool | None = None,
            endpoints: list[CompatibleEndpoint | str] | None = None,
            finetuned: bool | None = None,
            context_length: float | None = None,
            tokenizer_url: str | None = None,
            default_endpoints: list[CompatibleEndpoint | str] | None = None,
            features: list[str] | None = None,
            sampling_defaults: GetModelResponseSamplingDefaults | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.name = fields.get("name")
        self.is_deprecated = fields.get("is_deprecated")
        self.endpoints = fields.get("endpoints")
        self.finetuned = fields.get("finetuned")
        self.context_length = fields.get("context_length")
        self.tokenizer_url = fields.get("tokenizer_url")
        self.default_endpoints = fields.get("default_endpoints")
        self.features = fields.get("features")
        value = fields.get("sampling_defaults")
        if type(value) is dict:
            self.sampling_defaults = its_sampling_defaults = new(GetModelResponseSamplingDefaults)
            its_sampling_defaults._raw = value
            fields_of_sampling_defaults: Any = value
            its_sampling_defaults.temperature = fields_of_sampling_defaults.get("temperature")
            its_sampling_defaults.k = fields_of_sampling_defaults.get("k")
            its_sampling_defaults.p = fields_of_sampling_defaults.get("p")
            its_sampling_defaults.frequency_penalty = fields_of_sampling_defaults.get("frequency_penalty")
            its_sampling_defaults.presence_penalty = fields_of_sampling_defaults.get("presence_penalty")
            its_sampling_defaults.max_tokens_per_doc = fields_of_sampling_defaults.get("max_tokens_per_doc")
        else:
            self.sampling_defaults = value
        return self


@model
class GetModelResponseSamplingDefaults(Model):
    """Values of parameters where a request leaves them out.

    Attributes:
        temperature: Default of `temperature`.
        k: Default of `k`.
        p: Default of `p`.
        frequency_penalty: Default of `frequency_penalty`.
        presence_penalty: Default of `presence_penalty`.
        max_tokens_per_doc: Default of `max_tokens_per_doc`.
    """

    temperature: float | None = None
    """Default of `temperature`."""
    k: int | None = None
    """Default of `k`."""
    p: float | None = None
    """Default of `p`."""
    frequency_penalty: float | None = None
    """Default of `frequency_penalty`."""
    presence_penalty: float | None = None
    """Default of `presence_penalty`."""
    max_tokens_per_doc: int | None = None
    """Default of `max_tokens_per_doc`."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            temperature: float | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            max_tokens_per_doc: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.temperature = fields.get("temperature")
        self.k = fields.get("k")
        self.p = fields.get("p")
        self.frequency_penalty = fields.get("frequency_penalty")
        self.presence_penalty = fields.get("presence_penalty")
        self.max_tokens_per_doc = fields.get("max_tokens_per_doc")
        return self
