# Made by `make generate` from openapi.yaml. Do not edit.
"""What the clients of all versions of the API have."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from ..endpoint import Endpoint, Parameter, Reply, Resource, Streaming, operation
from ..types import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cohere_chat import AsyncEventStream, EventStream, HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.check_api_key_response import CheckApiKeyResponse
    from ..models.classify_example import ClassifyExample
    from ..models.classify_request import ClassifyRequestTruncate
    from ..models.classify_response import ClassifyResponse
    from ..models.detokenize_response import DetokenizeResponse
    from ..models.generate_request import GenerateRequestReturnLikelihoods, GenerateRequestTruncate
    from ..models.generation import Generation
    from ..models.summarize_request import (
        SummarizeRequestExtractiveness,
        SummarizeRequestFormat,
        SummarizeRequestLength,
    )
    from ..models.summarize_response import SummarizeResponse
    from ..models.tokenize_response import TokenizeResponse
    from ..params import ClassifyExampleParam
    from ..unions import GenerateStreamedResponse

GENERATE: Final[Endpoint[Generation]] = Endpoint(
    name="v1.generate",
    method="POST",
    path="/v1/generate",
    body="json",
    parameters={
        "prompt": Parameter("body", "string", required=True),
        "model": Parameter("body", "string"),
        "num_generations": Parameter("body", "integer"),
        "max_tokens": Parameter("body", "integer"),
        "truncate": Parameter("body", "string"),
        "temperature": Parameter("body", "number"),
        "seed": Parameter("body", "integer"),
        "preset": Parameter("body", "string"),
        "end_sequences": Parameter("body", "array", items="string"),
        "stop_sequences": Parameter("body", "array", items="string"),
        "k": Parameter("body", "integer"),
        "p": Parameter("body", "number"),
        "frequency_penalty": Parameter("body", "number"),
        "presence_penalty": Parameter("body", "number"),
        "return_likelihoods": Parameter("body", "string"),
        "raw_prompting": Parameter("body", "boolean"),
    },
    reply=Reply("Generation"),
    streaming=Streaming(
        "stream",
        "application/stream+json",
        Tagged(
            "event_type",
            {
                "text-generation": "GenerateStreamText",
                "stream-end": "GenerateStreamEnd",
                "stream-error": "GenerateStreamError",
            },
        ),
        "stream-end",
        None,
    ),
    deprecated=True,
)
CLASSIFY: Final[Endpoint[ClassifyResponse]] = Endpoint(
    name="v1.classify",
    method="POST",
    path="/v1/classify",
    body="json",
    parameters={
        "inputs": Parameter("body", "array", items="string", required=True),
        "examples": Parameter("body", "array", items="object"),
        "model": Parameter("body", "string"),
        "preset": Parameter("body", "string", deprecated=True),
        "truncate": Parameter("body", "string"),
    },
    reply=Reply("ClassifyResponse"),
    deprecated=True,
)
SUMMARIZE: Final[Endpoint[SummarizeResponse]] = Endpoint(
    name="v1.summarize",
    method="POST",
    path="/v1/summarize",
    body="json",
    parameters={
        "text": Parameter("body", "string", required=True),
        "length": Parameter("body", "string"),
        "format": Parameter("body", "string"),
        "model": Parameter("body", "string"),
        "extractiveness": Parameter("body", "string"),
        "temperature": Parameter("body", "number"),
        "additional_command": Parameter("body", "string"),
    },
    reply=Reply("SummarizeResponse"),
    deprecated=True,
)
TOKENIZE: Final[Endpoint[TokenizeResponse]] = Endpoint(
    name="v1.tokenize",
    method="POST",
    path="/v1/tokenize",
    body="json",
    parameters={
        "text": Parameter("body", "string", required=True),
        "model": Parameter("body", "string", required=True),
    },
    reply=Reply("TokenizeResponse"),
)
DETOKENIZE: Final[Endpoint[DetokenizeResponse]] = Endpoint(
    name="v1.detokenize",
    method="POST",
    path="/v1/detokenize",
    body="json",
    parameters={
        "tokens": Parameter("body", "array", items="integer", required=True),
        "model": Parameter("body", "string", required=True),
    },
    reply=Reply("DetokenizeResponse"),
)
CHECK_API_KEY: Final[Endpoint[CheckApiKeyResponse]] = Endpoint(
    name="v1.check_api_key",
    method="POST",
    path="/v1/check-api-key",
    reply=Reply("CheckApiKeyResponse"),
)


class SharedMethods(Resource):
    """What the clients of all versions of the API have."""

    _core: Core

    @cached_property
    def models(self) -> ModelsClient:
        """The models that there are."""
        from .models import ModelsClient

        return ModelsClient(self._core)

    @cached_property
    def datasets(self) -> DatasetsClient:
        """Files of texts or requests that jobs work on."""
        from .datasets import DatasetsClient

        return DatasetsClient(self._core)

    @cached_property
    def embed_jobs(self) -> EmbedJobsClient:
        """Embedding of whole datasets."""
        from .embed_jobs import EmbedJobsClient

        return EmbedJobsClient(self._core)

    @cached_property
    def batches(self) -> BatchesClient:
        """Datasets of requests, each run as one job."""
        from .batches import BatchesClient

        return BatchesClient(self._core)

    @cached_property
    def connectors(self) -> ConnectorsClient:
        """Services that version 1 of chat can search."""
        from .connectors import ConnectorsClient

        return ConnectorsClient(self._core)

    @cached_property
    def finetuning(self) -> FinetuningClient:
        """Fine-tuned models."""
        from .finetuning import FinetuningClient

        return FinetuningClient(self._core)

    @cached_property
    def audio(self) -> AudioClient:
        """Methods for audio."""
        from .audio import AudioClient

        return AudioClient(self._core)

    @operation(GENERATE)
    def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        num_generations: int | None = None,
        max_tokens: int | None = None,
        truncate: GenerateRequestTruncate | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        preset: str | None = None,
        end_sequences: Iterable[str] | None = None,
        stop_sequences: Iterable[str] | None = None,
        k: int | None = None,
        p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
        raw_prompting: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> Generation:
        """Deprecated: Have a model continue a text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            prompt: The text to continue (required).
            model: Name of the model.
            num_generations: How many continuations to write (1 to 5; default 1).
            max_tokens: Maximum number of tokens to generate; 0 only to have the likelihood of the prompt.
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            preset: Name of parameters that were saved with the service.
            end_sequences: Strings at which the model stops writing; the text ends before the string found.
            stop_sequences: Strings at which the model stops writing; the text ends with the string found.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            return_likelihoods: Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is
                deprecated (one of GENERATION, ALL, NONE; default NONE).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            request_options: Options of this call; see RequestOptions.

        Returns:
            Generation: The continuations of a text.
        """
        return self._core.call(
            GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "num_generations": num_generations,
                "max_tokens": max_tokens,
                "truncate": truncate,
                "temperature": temperature,
                "seed": seed,
                "preset": preset,
                "end_sequences": end_sequences,
                "stop_sequences": stop_sequences,
                "k": k,
                "p": p,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "return_likelihoods": return_likelihoods,
                "raw_prompting": raw_prompting,
            },
            request_options,
        )

    @operation(GENERATE)
    def generate_stream(
        self,
        *,
        prompt: str,
        model: str | None = None,
        num_generations: int | None = None,
        max_tokens: int | None = None,
        truncate: GenerateRequestTruncate | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        preset: str | None = None,
        end_sequences: Iterable[str] | None = None,
        stop_sequences: Iterable[str] | None = None,
        k: int | None = None,
        p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
        raw_prompting: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> EventStream[GenerateStreamedResponse]:
        """Deprecated: Have a model continue a text.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            prompt: The text to continue (required).
            model: Name of the model.
            num_generations: How many continuations to write (1 to 5; default 1).
            max_tokens: Maximum number of tokens to generate; 0 only to have the likelihood of the prompt.
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            preset: Name of parameters that were saved with the service.
            end_sequences: Strings at which the model stops writing; the text ends before the string found.
            stop_sequences: Strings at which the model stops writing; the text ends with the string found.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            return_likelihoods: Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is
                deprecated (one of GENERATION, ALL, NONE; default NONE).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of GenerateStreamedResponse.
        """
        stream: EventStream[GenerateStreamedResponse] = self._core.stream(
            GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "num_generations": num_generations,
                "max_tokens": max_tokens,
                "truncate": truncate,
                "temperature": temperature,
                "seed": seed,
                "preset": preset,
                "end_sequences": end_sequences,
                "stop_sequences": stop_sequences,
                "k": k,
                "p": p,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "return_likelihoods": return_likelihoods,
                "raw_prompting": raw_prompting,
            },
            request_options,
        )
        return stream

    @operation(CLASSIFY)
    def classify(
        self,
        *,
        inputs: Iterable[str],
        examples: Iterable[ClassifyExampleParam | ClassifyExample] | None = None,
        model: str | None = None,
        preset: str | None = None,
        truncate: ClassifyRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> ClassifyResponse:
        """Deprecated: Sort texts into classes, by examples or by a fine-tuned model.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            inputs: Up to 96 texts to sort, none of them empty (required; at most 96).
            examples: Texts and their classes, at least two of each class and 512 tokens at most in each; models
                that are fine-tuned to classify need none (at most 2500).
            model: Id of a model that is fine-tuned to classify.
            preset: Name of parameters that were saved with the service (deprecated).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ClassifyResponse: The classes of the texts.
        """
        return self._core.call(
            CLASSIFY,
            {
                "inputs": inputs,
                "examples": examples,
                "model": model,
                "preset": preset,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(SUMMARIZE)
    def summarize(
        self,
        *,
        text: str,
        length: SummarizeRequestLength | None = None,
        format: SummarizeRequestFormat | None = None,
        model: str | None = None,
        extractiveness: SummarizeRequestExtractiveness | None = None,
        temperature: float | None = None,
        additional_command: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> SummarizeResponse:
        """Deprecated: Sum up an English text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            text: The text, in English (required).
            length: How long the summary is (one of short, medium, long; default medium).
            format: Whether the summary is prose or a list (one of paragraph, bullets; default paragraph).
            model: Name of the model.
            extractiveness: How much of the summary is sentences of the text (one of low, medium, high; default
                low).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.3).
            additional_command: More of the instruction, to stand behind "Generate a summary".
            request_options: Options of this call; see RequestOptions.

        Returns:
            SummarizeResponse: A summary.
        """
        return self._core.call(
            SUMMARIZE,
            {
                "text": text,
                "length": length,
                "format": format,
                "model": model,
                "extractiveness": extractiveness,
                "temperature": temperature,
                "additional_command": additional_command,
            },
            request_options,
        )

    @operation(TOKENIZE)
    def tokenize(
        self,
        *,
        text: str,
        model: str,
        request_options: RequestOptions | None = None,
    ) -> TokenizeResponse:
        """Split a text into the tokens of a model.

        The client's own docstring names the errors.

        Args:
            text: The text (required).
            model: Name of the model whose tokens they are (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            TokenizeResponse: The tokens of a text.
        """
        return self._core.call(
            TOKENIZE,
            {
                "text": text,
                "model": model,
            },
            request_options,
        )

    @operation(DETOKENIZE)
    def detokenize(
        self,
        *,
        tokens: Iterable[int],
        model: str,
        request_options: RequestOptions | None = None,
    ) -> DetokenizeResponse:
        """Put tokens of a model together to a text.

        The client's own docstring names the errors.

        Args:
            tokens: The tokens (required; at most 65536).
            model: Name of the model whose tokens they are (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DetokenizeResponse: The text of tokens.
        """
        return self._core.call(
            DETOKENIZE,
            {
                "tokens": tokens,
                "model": model,
            },
            request_options,
        )

    @operation(CHECK_API_KEY)
    def check_api_key(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> CheckApiKeyResponse:
        """Tell whether the API key is valid, and whose it is.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            CheckApiKeyResponse: Whether an API key is valid, and whose it is.
        """
        return self._core.call(CHECK_API_KEY, {}, request_options)


class AsyncSharedMethods(Resource):
    """What the clients of all versions of the API have."""

    _core: AsyncCore

    @cached_property
    def models(self) -> AsyncModelsClient:
        """The models that there are."""
        from .models import AsyncModelsClient

        return AsyncModelsClient(self._core)

    @cached_property
    def datasets(self) -> AsyncDatasetsClient:
        """Files of texts or requests that jobs work on."""
        from .datasets import AsyncDatasetsClient

        return AsyncDatasetsClient(self._core)

    @cached_property
    def embed_jobs(self) -> AsyncEmbedJobsClient:
        """Embedding of whole datasets."""
        from .embed_jobs import AsyncEmbedJobsClient

        return AsyncEmbedJobsClient(self._core)

    @cached_property
    def batches(self) -> AsyncBatchesClient:
        """Datasets of requests, each run as one job."""
        from .batches import AsyncBatchesClient

        return AsyncBatchesClient(self._core)

    @cached_property
    def connectors(self) -> AsyncConnectorsClient:
        """Services that version 1 of chat can search."""
        from .connectors import AsyncConnectorsClient

        return AsyncConnectorsClient(self._core)

    @cached_property
    def finetuning(self) -> AsyncFinetuningClient:
        """Fine-tuned models."""
        from .finetuning import AsyncFinetuningClient

        return AsyncFinetuningClient(self._core)

    @cached_property
    def audio(self) -> AsyncAudioClient:
        """Methods for audio."""
        from .audio import AsyncAudioClient

        return AsyncAudioClient(self._core)

    @operation(GENERATE)
    async def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        num_generations: int | None = None,
        max_tokens: int | None = None,
        truncate: GenerateRequestTruncate | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        preset: str | None = None,
        end_sequences: Iterable[str] | None = None,
        stop_sequences: Iterable[str] | None = None,
        k: int | None = None,
        p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
        raw_prompting: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> Generation:
        """Deprecated: Have a model continue a text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            prompt: The text to continue (required).
            model: Name of the model.
            num_generations: How many continuations to write (1 to 5; default 1).
            max_tokens: Maximum number of tokens to generate; 0 only to have the likelihood of the prompt.
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            preset: Name of parameters that were saved with the service.
            end_sequences: Strings at which the model stops writing; the text ends before the string found.
            stop_sequences: Strings at which the model stops writing; the text ends with the string found.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            return_likelihoods: Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is
                deprecated (one of GENERATION, ALL, NONE; default NONE).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            request_options: Options of this call; see RequestOptions.

        Returns:
            Generation: The continuations of a text.
        """
        return await self._core.call(
            GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "num_generations": num_generations,
                "max_tokens": max_tokens,
                "truncate": truncate,
                "temperature": temperature,
                "seed": seed,
                "preset": preset,
                "end_sequences": end_sequences,
                "stop_sequences": stop_sequences,
                "k": k,
                "p": p,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "return_likelihoods": return_likelihoods,
                "raw_prompting": raw_prompting,
            },
            request_options,
        )

    @operation(GENERATE)
    def generate_stream(
        self,
        *,
        prompt: str,
        model: str | None = None,
        num_generations: int | None = None,
        max_tokens: int | None = None,
        truncate: GenerateRequestTruncate | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        preset: str | None = None,
        end_sequences: Iterable[str] | None = None,
        stop_sequences: Iterable[str] | None = None,
        k: int | None = None,
        p: float | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
        raw_prompting: bool | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncEventStream[GenerateStreamedResponse]:
        """Deprecated: Have a model continue a text.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            prompt: The text to continue (required).
            model: Name of the model.
            num_generations: How many continuations to write (1 to 5; default 1).
            max_tokens: Maximum number of tokens to generate; 0 only to have the likelihood of the prompt.
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            preset: Name of parameters that were saved with the service.
            end_sequences: Strings at which the model stops writing; the text ends before the string found.
            stop_sequences: Strings at which the model stops writing; the text ends with the string found.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            return_likelihoods: Whether the reply tells how likely its tokens are; ALL, those of the prompt too, is
                deprecated (one of GENERATION, ALL, NONE; default NONE).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of GenerateStreamedResponse.
        """
        stream: AsyncEventStream[GenerateStreamedResponse] = self._core.stream(
            GENERATE,
            {
                "prompt": prompt,
                "model": model,
                "num_generations": num_generations,
                "max_tokens": max_tokens,
                "truncate": truncate,
                "temperature": temperature,
                "seed": seed,
                "preset": preset,
                "end_sequences": end_sequences,
                "stop_sequences": stop_sequences,
                "k": k,
                "p": p,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "return_likelihoods": return_likelihoods,
                "raw_prompting": raw_prompting,
            },
            request_options,
        )
        return stream

    @operation(CLASSIFY)
    async def classify(
        self,
        *,
        inputs: Iterable[str],
        examples: Iterable[ClassifyExampleParam | ClassifyExample] | None = None,
        model: str | None = None,
        preset: str | None = None,
        truncate: ClassifyRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> ClassifyResponse:
        """Deprecated: Sort texts into classes, by examples or by a fine-tuned model.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            inputs: Up to 96 texts to sort, none of them empty (required; at most 96).
            examples: Texts and their classes, at least two of each class and 512 tokens at most in each; models
                that are fine-tuned to classify need none (at most 2500).
            model: Id of a model that is fine-tuned to classify.
            preset: Name of parameters that were saved with the service (deprecated).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ClassifyResponse: The classes of the texts.
        """
        return await self._core.call(
            CLASSIFY,
            {
                "inputs": inputs,
                "examples": examples,
                "model": model,
                "preset": preset,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(SUMMARIZE)
    async def summarize(
        self,
        *,
        text: str,
        length: SummarizeRequestLength | None = None,
        format: SummarizeRequestFormat | None = None,
        model: str | None = None,
        extractiveness: SummarizeRequestExtractiveness | None = None,
        temperature: float | None = None,
        additional_command: str | None = None,
        request_options: RequestOptions | None = None,
    ) -> SummarizeResponse:
        """Deprecated: Sum up an English text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            text: The text, in English (required).
            length: How long the summary is (one of short, medium, long; default medium).
            format: Whether the summary is prose or a list (one of paragraph, bullets; default paragraph).
            model: Name of the model.
            extractiveness: How much of the summary is sentences of the text (one of low, medium, high; default
                low).
            temperature: How random the choice of tokens is; 0 is the least (0 to 5; default 0.3).
            additional_command: More of the instruction, to stand behind "Generate a summary".
            request_options: Options of this call; see RequestOptions.

        Returns:
            SummarizeResponse: A summary.
        """
        return await self._core.call(
            SUMMARIZE,
            {
                "text": text,
                "length": length,
                "format": format,
                "model": model,
                "extractiveness": extractiveness,
                "temperature": temperature,
                "additional_command": additional_command,
            },
            request_options,
        )

    @operation(TOKENIZE)
    async def tokenize(
        self,
        *,
        text: str,
        model: str,
        request_options: RequestOptions | None = None,
    ) -> TokenizeResponse:
        """Split a text into the tokens of a model.

        The client's own docstring names the errors.

        Args:
            text: The text (required).
            model: Name of the model whose tokens they are (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            TokenizeResponse: The tokens of a text.
        """
        return await self._core.call(
            TOKENIZE,
            {
                "text": text,
                "model": model,
            },
            request_options,
        )

    @operation(DETOKENIZE)
    async def detokenize(
        self,
        *,
        tokens: Iterable[int],
        model: str,
        request_options: RequestOptions | None = None,
    ) -> DetokenizeResponse:
        """Put tokens of a model together to a text.

        The client's own docstring names the errors.

        Args:
            tokens: The tokens (required; at most 65536).
            model: Name of the model whose tokens they are (required).
            request_options: Options of this call; see RequestOptions.

        Returns:
            DetokenizeResponse: The text of tokens.
        """
        return await self._core.call(
            DETOKENIZE,
            {
                "tokens": tokens,
                "model": model,
            },
            request_options,
        )

    @operation(CHECK_API_KEY)
    async def check_api_key(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> CheckApiKeyResponse:
        """Tell whether the API key is valid, and whose it is.

        The client's own docstring names the errors.

        Args:
            request_options: Options of this call; see RequestOptions.

        Returns:
            CheckApiKeyResponse: Whether an API key is valid, and whose it is.
        """
        return await self._core.call(CHECK_API_KEY, {}, request_options)


if TYPE_CHECKING:
    from .audio import AsyncAudioClient, AsyncAudioClientWithRawResponse, AudioClient, AudioClientWithRawResponse
    from .batches import (
        AsyncBatchesClient,
        AsyncBatchesClientWithRawResponse,
        BatchesClient,
        BatchesClientWithRawResponse,
    )
    from .connectors import (
        AsyncConnectorsClient,
        AsyncConnectorsClientWithRawResponse,
        ConnectorsClient,
        ConnectorsClientWithRawResponse,
    )
    from .datasets import (
        AsyncDatasetsClient,
        AsyncDatasetsClientWithRawResponse,
        DatasetsClient,
        DatasetsClientWithRawResponse,
    )
    from .embed_jobs import (
        AsyncEmbedJobsClient,
        AsyncEmbedJobsClientWithRawResponse,
        EmbedJobsClient,
        EmbedJobsClientWithRawResponse,
    )
    from .finetuning import (
        AsyncFinetuningClient,
        AsyncFinetuningClientWithRawResponse,
        FinetuningClient,
        FinetuningClientWithRawResponse,
    )
    from .models import AsyncModelsClient, AsyncModelsClientWithRawResponse, ModelsClient, ModelsClientWithRawResponse

    class SharedMethodsWithRawResponse:
        """SharedMethods.with_raw_response."""

        models: ModelsClientWithRawResponse
        datasets: DatasetsClientWithRawResponse
        embed_jobs: EmbedJobsClientWithRawResponse
        batches: BatchesClientWithRawResponse
        connectors: ConnectorsClientWithRawResponse
        finetuning: FinetuningClientWithRawResponse
        audio: AudioClientWithRawResponse

        def generate(
            self,
            *,
            prompt: str,
            model: str | None = None,
            num_generations: int | None = None,
            max_tokens: int | None = None,
            truncate: GenerateRequestTruncate | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            preset: str | None = None,
            end_sequences: Iterable[str] | None = None,
            stop_sequences: Iterable[str] | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
            raw_prompting: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[Generation]: ...
        def generate_stream(
            self,
            *,
            prompt: str,
            model: str | None = None,
            num_generations: int | None = None,
            max_tokens: int | None = None,
            truncate: GenerateRequestTruncate | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            preset: str | None = None,
            end_sequences: Iterable[str] | None = None,
            stop_sequences: Iterable[str] | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
            raw_prompting: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> EventStream[GenerateStreamedResponse]: ...
        def classify(
            self,
            *,
            inputs: Iterable[str],
            examples: Iterable[ClassifyExampleParam | ClassifyExample] | None = None,
            model: str | None = None,
            preset: str | None = None,
            truncate: ClassifyRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ClassifyResponse]: ...
        def summarize(
            self,
            *,
            text: str,
            length: SummarizeRequestLength | None = None,
            format: SummarizeRequestFormat | None = None,
            model: str | None = None,
            extractiveness: SummarizeRequestExtractiveness | None = None,
            temperature: float | None = None,
            additional_command: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[SummarizeResponse]: ...
        def tokenize(
            self,
            *,
            text: str,
            model: str,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[TokenizeResponse]: ...
        def detokenize(
            self,
            *,
            tokens: Iterable[int],
            model: str,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DetokenizeResponse]: ...
        def check_api_key(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CheckApiKeyResponse]: ...

    class AsyncSharedMethodsWithRawResponse:
        """AsyncSharedMethods.with_raw_response."""

        models: AsyncModelsClientWithRawResponse
        datasets: AsyncDatasetsClientWithRawResponse
        embed_jobs: AsyncEmbedJobsClientWithRawResponse
        batches: AsyncBatchesClientWithRawResponse
        connectors: AsyncConnectorsClientWithRawResponse
        finetuning: AsyncFinetuningClientWithRawResponse
        audio: AsyncAudioClientWithRawResponse

        async def generate(
            self,
            *,
            prompt: str,
            model: str | None = None,
            num_generations: int | None = None,
            max_tokens: int | None = None,
            truncate: GenerateRequestTruncate | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            preset: str | None = None,
            end_sequences: Iterable[str] | None = None,
            stop_sequences: Iterable[str] | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
            raw_prompting: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[Generation]: ...
        def generate_stream(
            self,
            *,
            prompt: str,
            model: str | None = None,
            num_generations: int | None = None,
            max_tokens: int | None = None,
            truncate: GenerateRequestTruncate | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            preset: str | None = None,
            end_sequences: Iterable[str] | None = None,
            stop_sequences: Iterable[str] | None = None,
            k: int | None = None,
            p: float | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            return_likelihoods: GenerateRequestReturnLikelihoods | None = None,
            raw_prompting: bool | None = None,
            request_options: RequestOptions | None = None,
        ) -> AsyncEventStream[GenerateStreamedResponse]: ...
        async def classify(
            self,
            *,
            inputs: Iterable[str],
            examples: Iterable[ClassifyExampleParam | ClassifyExample] | None = None,
            model: str | None = None,
            preset: str | None = None,
            truncate: ClassifyRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ClassifyResponse]: ...
        async def summarize(
            self,
            *,
            text: str,
            length: SummarizeRequestLength | None = None,
            format: SummarizeRequestFormat | None = None,
            model: str | None = None,
            extractiveness: SummarizeRequestExtractiveness | None = None,
            temperature: float | None = None,
            additional_command: str | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[SummarizeResponse]: ...
        async def tokenize(
            self,
            *,
            text: str,
            model: str,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[TokenizeResponse]: ...
        async def detokenize(
            self,
            *,
            tokens: Iterable[int],
            model: str,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[DetokenizeResponse]: ...
        async def check_api_key(
            self,
            *,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[CheckApiKeyResponse]: ...
