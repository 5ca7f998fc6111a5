# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from ..types import Model, model, new


@model
class ApiMeta(Model):
    """What the request used, and what the service says about it.

    Attributes:
        api_version: The version of the API.
        billed_units: What is billed.
        tokens: What the model read and wrote.
        cached_tokens: Tokens of input that came from the cache.
        warnings: What the service warns of.
    """

    api_version: ApiMetaApiVersion | None = None
    """The version of the API."""
    billed_units: ApiMetaBilledUnits | None = None
    """What is billed."""
    tokens: ApiMetaTokens | None = None
    """What the model read and wrote."""
    cached_tokens: float | None = None
    """Tokens of input that came from the cache."""
    warnings: list[str] | None = None
    """What the service warns of."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            api_version: ApiMetaApiVersion | None = None,
            billed_units: ApiMetaBilledUnits | None = None,
            tokens: ApiMetaTokens | None = None,
            cached_tokens: float | None = None,
            warnings: list[str] | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        value = fields.get("api_version")
        if type(value) is dict:
            self.api_version = its_api_version = new(ApiMetaApiVersion)
            its_api_version._raw = value
            fields_of_api_version: Any = value
            its_api_version.version = fields_of_api_version.get("version")
            its_api_version.is_deprecated = fields_of_api_version.get("is_deprecated")
            its_api_version.is_experimental = fields_of_api_version.get("is_experimental")
        else:
            self.api_version = value
        value = fields.get("billed_units")
        if type(value) is dict:
            self.billed_units = its_billed_units = new(ApiMetaBilledUnits)
            its_billed_units._raw = value
            fields_of_billed_units: Any = value
            its_billed_units.images = fields_of_billed_units.get("images")
            its_billed_units.input_tokens = fields_of_billed_units.get("input_tokens")
            its_billed_units.image_tokens = fields_of_billed_units.get("image_tokens")
            its_billed_units.text_tokens = fields_of_billed_units.get("text_tokens")
            its_billed_units.output_tokens = fields_of_billed_units.get("output_tokens")
            its_billed_units.search_units = fields_of_billed_units.get("search_units")
            its_billed_units.classifications = fields_of_billed_units.get("classifications")
            its_billed_units.pages = fields_of_billed_units.get("pages")
        else:
            self.billed_units = value
        value = fields.get("tokens")
        if type(value) is dict:
            self.tokens = its_tokens = new(ApiMetaTokens)
            its_tokens._raw = value
            fields_of_tokens: Any = value
            its_tokens.input_tokens = fields_of_tokens.get("input_tokens")
            its_tokens.output_tokens = fields_of_tokens.get("output_tokens")
        else:
            self.tokens = value
        self.cached_tokens = fields.get("cached_tokens")
        self.warnings = fields.get("warnings")
        return self


@model
class ApiMetaApiVersion(Model):
    """The version of the API.

    Attributes:
        version: Its number.
        is_deprecated: Whether it is about to go.
        is_experimental: Whether it may still change.
    """

    version: str
    """Its number."""
    is_deprecated: bool | None = None
    """Whether it is about to go."""
    is_experimental: bool | None = None
    """Whether it may still change."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            version: str,
            is_deprecated: bool | None = None,
            is_experimental: bool | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.version = fields.get("version")
        self.is_deprecated = fields.get("is_deprecated")
        self.is_experimental = fields.get("is_experimental")
        return self


@model
class ApiMetaBilledUnits(Model):
    """What is billed.

    Attributes:
        images: Images.
        input_tokens: Tokens of input.
        image_tokens: Tokens of images.
        text_tokens: Tokens of text.
        output_tokens: Tokens of output.
        search_units: Searches.
        classifications: Classifications.
        pages: Pages that were read.
    """

    images: float | None = None
    """Images."""
    input_tokens: float | None = None
    """Tokens of input."""
    image_tokens: float | None = None
    """Tokens of images."""
    text_tokens: float | None = None
    """Tokens of text."""
    output_tokens: float | None = None
    """Tokens of output."""
    search_units: float | None = None
    """Searches."""
    classifications: float | None = None
    """Classifications."""
    pages: float | None = None
    """Pages that were read."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            images: float | None = None,
            input_tokens: float | None = None,
            image_tokens: float | None = None,
            text_tokens: float | None = None,
            output_tokens: float | None = None,
            search_units: float | None = None,
            classifications: float | None = None,
            pages: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.images = fields.get("images")
        self.input_tokens = fields.get("input_tokens")
        self.image_tokens = fields.get("image_tokens")
        self.text_tokens = fields.get("text_tokens")
        self.output_tokens = fields.get("output_tokens")
        self.search_units = fields.get("search_units")
        self.classifications = fields.get("classifications")
        self.pages = fields.get("pages")
        return self


@model
class ApiMetaTokens(Model):
    """What the model read and wrote.

    Attributes:
        input_tokens: Tokens of input.
        output_tokens: Tokens of output.
    """

    input_tokens: float | None = None
    """Tokens of input."""
    output_tokens: float | None = None
    """Tokens of output."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            input_tokens: float | None = None,
            output_tokens: float | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.input_tokens = fields.get("input_tokens")
        self.output_tokens = fields.get("output_tokens")
        return self
