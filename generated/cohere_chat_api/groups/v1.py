# Made by `make generate` from openapi.yaml. Do not edit.
"""Version 1 of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..endpoint import Endpoint, Parameter, Reply, Resource, Streaming, operation
from ..types import Tagged
from .shared import AsyncSharedMethods, SharedMethods

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cohere_chat import AsyncEventStream, EventStream, HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.chat_connector import ChatConnector
    from ..models.chat_request import ChatRequestCitationQuality, ChatRequestPromptTruncation, ChatRequestSafetyMode
    from ..models.embed_input_type import EmbedInputType
    from ..models.embed_request import EmbedRequestTruncate
    from ..models.embedding_type import EmbeddingType
    from ..models.non_streamed_chat_response import NonStreamedChatResponse
    from ..models.rerank_response import RerankResponse
    from ..models.tool import Tool
    from ..models.tool_result import ToolResult
    from ..models.v1_chat_accepts import V1ChatAccepts
    from ..params import ChatConnectorParam, MessageParam, ResponseFormatParam, ToolParam, ToolResultParam
    from ..unions import EmbedResponse, StreamedChatResponse

CHAT: Final[Endpoint[NonStreamedChatResponse]] = Endpoint(
    name="v1.chat",
    method="POST",
    path="/v1/chat",
    body="json",
    parameters={
        "message": Parameter("body", "string", required=True),
        "accepts": Parameter("header", "string", name="Accepts"),
        "model": Parameter("body", "string"),
        "preamble": Parameter("body", "string"),
        "chat_history": Parameter("body", "array", items="object"),
        "conversation_id": Parameter("body", "string"),
        "prompt_truncation": Parameter("body", "string"),
        "connectors": Parameter("body", "array", items="object", deprecated=True),
        "search_queries_only": Parameter("body", "boolean", deprecated=True),
        "documents": Parameter("body", "array", items="object"),
        "citation_quality": Parameter("body", "string"),
        "temperature": Parameter("body", "number"),
        "max_tokens": Parameter("body", "integer"),
        "max_input_tokens": Parameter("body", "integer"),
        "k": Parameter("body", "integer"),
        "p": Parameter("body", "number"),
        "seed": Parameter("body", "integer"),
        "stop_sequences": Parameter("body", "array", items="string"),
        "frequency_penalty": Parameter("body", "number"),
        "presence_penalty": Parameter("body", "number"),
        "raw_prompting": Parameter("body", "boolean"),
        "tools": Parameter("body", "array", items="object"),
        "tool_results": Parameter("body", "array", items="object"),
        "force_single_step": Parameter("body", "boolean"),
        "response_format": Parameter("body", "object"),
        "safety_mode": Parameter("body", "string"),
    },
    reply=Reply("NonStreamedChatResponse"),
    streaming=Streaming(
        "stream",
        "application/stream+json",
        Tagged(
            "event_type",
            {
                "stream-start": "ChatStreamStartEvent",
                "search-queries-generation": "ChatSearchQueriesGenerationEvent",
                "search-results": "ChatSearchResultsEvent",
                "text-generation": "ChatTextGenerationEvent",
                "citation-generation": "ChatCitationGenerationEvent",
                "tool-calls-generation": "ChatToolCallsGenerationEvent",
                "stream-end": "ChatStreamEndEvent",
                "tool-calls-chunk": "ChatToolCallsChunkEvent",
                "debug": "DebugStreamedChatResponse",
            },
        ),
        "stream-end",
        None,
    ),
)
EMBED: Final[Endpoint[EmbedResponse]] = Endpoint(
    name="v1.embed",
    method="POST",
    path="/v1/embed",
    body="json",
    parameters={
        "texts": Parameter("body", "array", items="string"),
        "images": Parameter("body", "array", items="string"),
        "model": Parameter("body", "string"),
        "input_type": Parameter("body", "string"),
        "embedding_types": Parameter("body", "array", items="string"),
        "truncate": Parameter("body", "string"),
    },
    reply=Reply(
        Tagged(
            "response_type",
            {
                "embeddings_floats": "EmbeddingsFloatsEmbedResponse",
                "embeddings_by_type": "EmbeddingsByTypeEmbedResponse",
            },
        )
    ),
    batches={"texts": 96},
)
RERANK: Final[Endpoint[RerankResponse]] = Endpoint(
    name="v1.rerank",
    method="POST",
    path="/v1/rerank",
    body="json",
    parameters={
        "query": Parameter("body", "string", required=True),
        "documents": Parameter("body", "array", required=True),
        "model": Parameter("body", "string"),
        "top_n": Parameter("body", "integer"),
        "rank_fields": Parameter("body", "array", items="string"),
        "return_documents": Parameter("body", "boolean"),
        "max_chunks_per_doc": Parameter("body", "integer"),
    },
    reply=Reply("RerankResponse"),
)


class V1Methods(Resource):
    """Version 1 of the API."""

    _core: Core

    @operation(CHAT)
    def chat(
        self,
        *,
        message: str,
        accepts: V1ChatAccepts | None = None,
        model: str | None = None,
        preamble: str | None = None,
        chat_history: Iterable[MessageParam] | None = None,
        conversation_id: str | None = None,
        prompt_truncation: ChatRequestPromptTruncation | None = None,
        connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
        search_queries_only: bool | None = None,
        documents: Iterable[Mapping[str, Any]] | None = None,
        citation_quality: ChatRequestCitationQuality | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_input_tokens: int | None = None,
        k: int | None = None,
        p: float | None = None,
        seed: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        raw_prompting: bool | None = None,
        tools: Iterable[ToolParam | Tool] | None = None,
        tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
        force_single_step: bool | None = None,
        response_format: ResponseFormatParam | None = None,
        safety_mode: ChatRequestSafetyMode | None = None,
        request_options: RequestOptions | None = None,
    ) -> NonStreamedChatResponse:
        """Have a model answer a message, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            message: What the user says (required).
            accepts: Has the service stream server-sent events instead of the lines of JSON that chat_stream()
                reads: leave it out there (one of text/event-stream).
            model: Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one.
            preamble: Instruction for the model at the beginning of the conversation, in place of the service's own.
            chat_history: The conversation so far, oldest message first and without `message`.
            conversation_id: Name of a conversation that the service keeps, to begin or go on; in place of
                `chat_history`.
            prompt_truncation: Whether parts of history and documents are left out, with or without keeping the
                order of the rest, when they are too long; with OFF, that is an error (one of OFF, AUTO,
                AUTO_PRESERVE_ORDER).
            connectors: Services to search for documents (deprecated).
            search_queries_only: Whether the reply has queries to search with, and nothing else (deprecated; default
                False).
            documents: Documents that the model may use and cite.
            citation_quality: Whether and how citations are made (one of ENABLED, DISABLED, FAST, ACCURATE, OFF;
                default ENABLED).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            max_tokens: Maximum number of tokens to generate.
            max_input_tokens: Maximum number of tokens of input; somewhat less than the model's context length where
                absent.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            tools: Functions that the model may ask the caller to run.
            tool_results: What the functions gave that the model asked for; not without `tools`.
            force_single_step: Whether the model may ask for functions only once (default False).
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; NONE leaves it out (one of CONTEXTUAL,
                STRICT, NONE; default CONTEXTUAL).
            request_options: Options of this call; see RequestOptions.

        Returns:
            NonStreamedChatResponse: The reply to a chat request of version 1.
        """
        return self._core.call(
            CHAT,
            {
                "message": message,
                "accepts": accepts,
                "model": model,
                "preamble": preamble,
                "chat_history": chat_history,
                "conversation_id": conversation_id,
                "prompt_truncation": prompt_truncation,
                "connectors": connectors,
                "search_queries_only": search_queries_only,
                "documents": documents,
                "citation_quality": citation_quality,
                "temperature": temperature,
                "max_tokens": max_tokens,
                "max_input_tokens": max_input_tokens,
                "k": k,
                "p": p,
                "seed": seed,
                "stop_sequences": stop_sequences,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "raw_prompting": raw_prompting,
                "tools": tools,
                "tool_results": tool_results,
                "force_single_step": force_single_step,
                "response_format": response_format,
                "safety_mode": safety_mode,
            },
            request_options,
        )

    @operation(CHAT)
    def chat_stream(
        self,
        *,
        message: str,
        accepts: V1ChatAccepts | None = None,
        model: str | None = None,
        preamble: str | None = None,
        chat_history: Iterable[MessageParam] | None = None,
        conversation_id: str | None = None,
        prompt_truncation: ChatRequestPromptTruncation | None = None,
        connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
        search_queries_only: bool | None = None,
        documents: Iterable[Mapping[str, Any]] | None = None,
        citation_quality: ChatRequestCitationQuality | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_input_tokens: int | None = None,
        k: int | None = None,
        p: float | None = None,
        seed: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        raw_prompting: bool | None = None,
        tools: Iterable[ToolParam | Tool] | None = None,
        tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
        force_single_step: bool | None = None,
        response_format: ResponseFormatParam | None = None,
        safety_mode: ChatRequestSafetyMode | None = None,
        request_options: RequestOptions | None = None,
    ) -> EventStream[StreamedChatResponse]:
        """Have a model answer a message, as version 1 of the API does.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            message: What the user says (required).
            accepts: Has the service stream server-sent events instead of the lines of JSON that chat_stream()
                reads: leave it out there (one of text/event-stream).
            model: Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one.
            preamble: Instruction for the model at the beginning of the conversation, in place of the service's own.
            chat_history: The conversation so far, oldest message first and without `message`.
            conversation_id: Name of a conversation that the service keeps, to begin or go on; in place of
                `chat_history`.
            prompt_truncation: Whether parts of history and documents are left out, with or without keeping the
                order of the rest, when they are too long; with OFF, that is an error (one of OFF, AUTO,
                AUTO_PRESERVE_ORDER).
            connectors: Services to search for documents (deprecated).
            search_queries_only: Whether the reply has queries to search with, and nothing else (deprecated; default
                False).
            documents: Documents that the model may use and cite.
            citation_quality: Whether and how citations are made (one of ENABLED, DISABLED, FAST, ACCURATE, OFF;
                default ENABLED).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            max_tokens: Maximum number of tokens to generate.
            max_input_tokens: Maximum number of tokens of input; somewhat less than the model's context length where
                absent.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            tools: Functions that the model may ask the caller to run.
            tool_results: What the functions gave that the model asked for; not without `tools`.
            force_single_step: Whether the model may ask for functions only once (default False).
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; NONE leaves it out (one of CONTEXTUAL,
                STRICT, NONE; default CONTEXTUAL).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of StreamedChatResponse.
        """
        stream: EventStream[StreamedChatResponse] = self._core.stream(
            CHAT,
            {
                "message": message,
                "accepts": accepts,
                "model": model,
                "preamble": preamble,
                "chat_history": chat_history,
                "conversation_id": conversation_id,
                "prompt_truncation": prompt_truncation,
                "connectors": connectors,
                "search_queries_only": search_queries_only,
                "documents": documents,
                "citation_quality": citation_quality,
                "temperature": temperature,
                "max_tokens": max_tokens,
                "max_input_tokens": max_input_tokens,
                "k": k,
                "p": p,
                "seed": seed,
                "stop_sequences": stop_sequences,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "raw_prompting": raw_prompting,
                "tools": tools,
                "tool_results": tool_results,
                "force_single_step": force_single_step,
                "response_format": response_format,
                "safety_mode": safety_mode,
            },
            request_options,
        )
        return stream

    @operation(EMBED)
    def embed(
        self,
        *,
        texts: Iterable[str] | None = None,
        images: Iterable[str] | None = None,
        model: str | None = None,
        input_type: EmbedInputType | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: EmbedRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> EmbedResponse:
        """Turn texts or images into vectors, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            texts: Texts to turn into vectors; more than 96 take several requests.
            images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
                one of at most 5 MB.
            model: Name of the model, such as `embed-v4.0`.
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (one of search_document, search_query, classification,
                clustering, image).
            embedding_types: Which types of vectors the reply has; where absent, it has floating-point numbers only
                (any of float, int8, uint8, binary, ubinary, base64).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbeddingsFloatsEmbedResponse | EmbeddingsByTypeEmbedResponse: The vectors, arranged as the request asked for.
        """
        return self._core.call(
            EMBED,
            {
                "texts": texts,
                "images": images,
                "model": model,
                "input_type": input_type,
                "embedding_types": embedding_types,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(RERANK)
    def rerank(
        self,
        *,
        query: str,
        documents: Iterable[str | Mapping[str, Any]],
        model: str | None = None,
        top_n: int | None = None,
        rank_fields: Iterable[str] | None = None,
        return_documents: bool | None = None,
        max_chunks_per_doc: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> RerankResponse:
        """Order texts or objects by how well they answer a query, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            query: What is searched for (required).
            documents: Texts, or objects whose `text` or `rank_fields` count; more than 1,000 are slow (required).
            model: Name of the model, such as `rerank-v4.0-pro`.
            top_n: How many of the best to return; all where absent (at least 1).
            rank_fields: Fields of the objects to read, in this order; `text` where absent.
            return_documents: Whether the reply repeats the documents (default False).
            max_chunks_per_doc: Into how many chunks a document may be split; together they must be fewer than
                10,000 (default 10).
            request_options: Options of this call; see RequestOptions.

        Returns:
            RerankResponse: The documents in their new order.
        """
        return self._core.call(
            RERANK,
            {
                "query": query,
                "documents": documents,
                "model": model,
                "top_n": top_n,
                "rank_fields": rank_fields,
                "return_documents": return_documents,
                "max_chunks_per_doc": max_chunks_per_doc,
            },
            request_options,
        )


class AsyncV1Methods(Resource):
    """Version 1 of the API."""

    _core: AsyncCore

    @operation(CHAT)
    async def chat(
        self,
        *,
        message: str,
        accepts: V1ChatAccepts | None = None,
        model: str | None = None,
        preamble: str | None = None,
        chat_history: Iterable[MessageParam] | None = None,
        conversation_id: str | None = None,
        prompt_truncation: ChatRequestPromptTruncation | None = None,
        connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
        search_queries_only: bool | None = None,
        documents: Iterable[Mapping[str, Any]] | None = None,
        citation_quality: ChatRequestCitationQuality | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_input_tokens: int | None = None,
        k: int | None = None,
        p: float | None = None,
        seed: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        raw_prompting: bool | None = None,
        tools: Iterable[ToolParam | Tool] | None = None,
        tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
        force_single_step: bool | None = None,
        response_format: ResponseFormatParam | None = None,
        safety_mode: ChatRequestSafetyMode | None = None,
        request_options: RequestOptions | None = None,
    ) -> NonStreamedChatResponse:
        """Have a model answer a message, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            message: What the user says (required).
            accepts: Has the service stream server-sent events instead of the lines of JSON that chat_stream()
                reads: leave it out there (one of text/event-stream).
            model: Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one.
            preamble: Instruction for the model at the beginning of the conversation, in place of the service's own.
            chat_history: The conversation so far, oldest message first and without `message`.
            conversation_id: Name of a conversation that the service keeps, to begin or go on; in place of
                `chat_history`.
            prompt_truncation: Whether parts of history and documents are left out, with or without keeping the
                order of the rest, when they are too long; with OFF, that is an error (one of OFF, AUTO,
                AUTO_PRESERVE_ORDER).
            connectors: Services to search for documents (deprecated).
            search_queries_only: Whether the reply has queries to search with, and nothing else (deprecated; default
                False).
            documents: Documents that the model may use and cite.
            citation_quality: Whether and how citations are made (one of ENABLED, DISABLED, FAST, ACCURATE, OFF;
                default ENABLED).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            max_tokens: Maximum number of tokens to generate.
            max_input_tokens: Maximum number of tokens of input; somewhat less than the model's context length where
                absent.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            tools: Functions that the model may ask the caller to run.
            tool_results: What the functions gave that the model asked for; not without `tools`.
            force_single_step: Whether the model may ask for functions only once (default False).
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; NONE leaves it out (one of CONTEXTUAL,
                STRICT, NONE; default CONTEXTUAL).
            request_options: Options of this call; see RequestOptions.

        Returns:
            NonStreamedChatResponse: The reply to a chat request of version 1.
        """
        return await self._core.call(
            CHAT,
            {
                "message": message,
                "accepts": accepts,
                "model": model,
                "preamble": preamble,
                "chat_history": chat_history,
                "conversation_id": conversation_id,
                "prompt_truncation": prompt_truncation,
                "connectors": connectors,
                "search_queries_only": search_queries_only,
                "documents": documents,
                "citation_quality": citation_quality,
                "temperature": temperature,
                "max_tokens": max_tokens,
                "max_input_tokens": max_input_tokens,
                "k": k,
                "p": p,
                "seed": seed,
                "stop_sequences": stop_sequences,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "raw_prompting": raw_prompting,
                "tools": tools,
                "tool_results": tool_results,
                "force_single_step": force_single_step,
                "response_format": response_format,
                "safety_mode": safety_mode,
            },
            request_options,
        )

    @operation(CHAT)
    def chat_stream(
        self,
        *,
        message: str,
        accepts: V1ChatAccepts | None = None,
        model: str | None = None,
        preamble: str | None = None,
        chat_history: Iterable[MessageParam] | None = None,
        conversation_id: str | None = None,
        prompt_truncation: ChatRequestPromptTruncation | None = None,
        connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
        search_queries_only: bool | None = None,
        documents: Iterable[Mapping[str, Any]] | None = None,
        citation_quality: ChatRequestCitationQuality | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_input_tokens: int | None = None,
        k: int | None = None,
        p: float | None = None,
        seed: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        raw_prompting: bool | None = None,
        tools: Iterable[ToolParam | Tool] | None = None,
        tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
        force_single_step: bool | None = None,
        response_format: ResponseFormatParam | None = None,
        safety_mode: ChatRequestSafetyMode | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncEventStream[StreamedChatResponse]:
        """Have a model answer a message, as version 1 of the API does.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            message: What the user says (required).
            accepts: Has the service stream server-sent events instead of the lines of JSON that chat_stream()
                reads: leave it out there (one of text/event-stream).
            model: Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one.
            preamble: Instruction for the model at the beginning of the conversation, in place of the service's own.
            chat_history: The conversation so far, oldest message first and without `message`.
            conversation_id: Name of a conversation that the service keeps, to begin or go on; in place of
                `chat_history`.
            prompt_truncation: Whether parts of history and documents are left out, with or without keeping the
                order of the rest, when they are too long; with OFF, that is an error (one of OFF, AUTO,
                AUTO_PRESERVE_ORDER).
            connectors: Services to search for documents (deprecated).
            search_queries_only: Whether the reply has queries to search with, and nothing else (deprecated; default
                False).
            documents: Documents that the model may use and cite.
            citation_quality: Whether and how citations are made (one of ENABLED, DISABLED, FAST, ACCURATE, OFF;
                default ENABLED).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            max_tokens: Maximum number of tokens to generate.
            max_input_tokens: Maximum number of tokens of input; somewhat less than the model's context length where
                absent.
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            raw_prompting: Whether the model gets the prompt as it is, without anything around it.
            tools: Functions that the model may ask the caller to run.
            tool_results: What the functions gave that the model asked for; not without `tools`.
            force_single_step: Whether the model may ask for functions only once (default False).
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; NONE leaves it out (one of CONTEXTUAL,
                STRICT, NONE; default CONTEXTUAL).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of StreamedChatResponse.
        """
        stream: AsyncEventStream[StreamedChatResponse] = self._core.stream(
            CHAT,
            {
                "message": message,
                "accepts": accepts,
                "model": model,
                "preamble": preamble,
                "chat_history": chat_history,
                "conversation_id": conversation_id,
                "prompt_truncation": prompt_truncation,
                "connectors": connectors,
                "search_queries_only": search_queries_only,
                "documents": documents,
                "citation_quality": citation_quality,
                "temperature": temperature,
                "max_tokens": max_tokens,
                "max_input_tokens": max_input_tokens,
                "k": k,
                "p": p,
                "seed": seed,
                "stop_sequences": stop_sequences,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "raw_prompting": raw_prompting,
                "tools": tools,
                "tool_results": tool_results,
                "force_single_step": force_single_step,
                "response_format": response_format,
                "safety_mode": safety_mode,
            },
            request_options,
        )
        return stream

    @operation(EMBED)
    async def embed(
        self,
        *,
        texts: Iterable[str] | None = None,
        images: Iterable[str] | None = None,
        model: str | None = None,
        input_type: EmbedInputType | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: EmbedRequestTruncate | None = None,
        request_options: RequestOptions | None = None,
    ) -> EmbedResponse:
        """Turn texts or images into vectors, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            texts: Texts to turn into vectors; more than 96 take several requests.
            images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
                one of at most 5 MB.
            model: Name of the model, such as `embed-v4.0`.
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (one of search_document, search_query, classification,
                clustering, image).
            embedding_types: Which types of vectors the reply has; where absent, it has floating-point numbers only
                (any of float, int8, uint8, binary, ubinary, base64).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbeddingsFloatsEmbedResponse | EmbeddingsByTypeEmbedResponse: The vectors, arranged as the request asked for.
        """
        return await self._core.call(
            EMBED,
            {
                "texts": texts,
                "images": images,
                "model": model,
                "input_type": input_type,
                "embedding_types": embedding_types,
                "truncate": truncate,
            },
            request_options,
        )

    @operation(RERANK)
    async def rerank(
        self,
        *,
        query: str,
        documents: Iterable[str | Mapping[str, Any]],
        model: str | None = None,
        top_n: int | None = None,
        rank_fields: Iterable[str] | None = None,
        return_documents: bool | None = None,
        max_chunks_per_doc: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> RerankResponse:
        """Order texts or objects by how well they answer a query, as version 1 of the API does.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            query: What is searched for (required).
            documents: Texts, or objects whose `text` or `rank_fields` count; more than 1,000 are slow (required).
            model: Name of the model, such as `rerank-v4.0-pro`.
            top_n: How many of the best to return; all where absent (at least 1).
            rank_fields: Fields of the objects to read, in this order; `text` where absent.
            return_documents: Whether the reply repeats the documents (default False).
            max_chunks_per_doc: Into how many chunks a document may be split; together they must be fewer than
                10,000 (default 10).
            request_options: Options of this call; see RequestOptions.

        Returns:
            RerankResponse: The documents in their new order.
        """
        return await self._core.call(
            RERANK,
            {
                "query": query,
                "documents": documents,
                "model": model,
                "top_n": top_n,
                "rank_fields": rank_fields,
                "return_documents": return_documents,
                "max_chunks_per_doc": max_chunks_per_doc,
            },
            request_options,
        )


class V1Root(V1Methods, SharedMethods):
    """Version 1 of the API."""

    @property
    def with_raw_response(self) -> V1RootWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("V1RootWithRawResponse", V1Root(self._core.raw))


class AsyncV1Root(AsyncV1Methods, AsyncSharedMethods):
    """Version 1 of the API."""

    @property
    def with_raw_response(self) -> AsyncV1RootWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncV1RootWithRawResponse", AsyncV1Root(self._core.raw))


if TYPE_CHECKING:
    from .shared import AsyncSharedMethodsWithRawResponse, SharedMethodsWithRawResponse

    class V1MethodsWithRawResponse:
        """V1Methods.with_raw_response."""

        def chat(
            self,
            *,
            message: str,
            accepts: V1ChatAccepts | None = None,
            model: str | None = None,
            preamble: str | None = None,
            chat_history: Iterable[MessageParam] | None = None,
            conversation_id: str | None = None,
            prompt_truncation: ChatRequestPromptTruncation | None = None,
            connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
            search_queries_only: bool | None = None,
            documents: Iterable[Mapping[str, Any]] | None = None,
            citation_quality: ChatRequestCitationQuality | None = None,
            temperature: float | None = None,
            max_tokens: int | None = None,
            max_input_tokens: int | None = None,
            k: int | None = None,
            p: float | None = None,
            seed: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            raw_prompting: bool | None = None,
            tools: Iterable[ToolParam | Tool] | None = None,
            tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
            force_single_step: bool | None = None,
            response_format: ResponseFormatParam | None = None,
            safety_mode: ChatRequestSafetyMode | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[NonStreamedChatResponse]: ...
        def chat_stream(
            self,
            *,
            message: str,
            accepts: V1ChatAccepts | None = None,
            model: str | None = None,
            preamble: str | None = None,
            chat_history: Iterable[MessageParam] | None = None,
            conversation_id: str | None = None,
            prompt_truncation: ChatRequestPromptTruncation | None = None,
            connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
            search_queries_only: bool | None = None,
            documents: Iterable[Mapping[str, Any]] | None = None,
            citation_quality: ChatRequestCitationQuality | None = None,
            temperature: float | None = None,
            max_tokens: int | None = None,
            max_input_tokens: int | None = None,
            k: int | None = None,
            p: float | None = None,
            seed: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            raw_prompting: bool | None = None,
            tools: Iterable[ToolParam | Tool] | None = None,
            tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
            force_single_step: bool | None = None,
            response_format: ResponseFormatParam | None = None,
            safety_mode: ChatRequestSafetyMode | None = None,
            request_options: RequestOptions | None = None,
        ) -> EventStream[StreamedChatResponse]: ...
        def embed(
            self,
            *,
            texts: Iterable[str] | None = None,
            images: Iterable[str] | None = None,
            model: str | None = None,
            input_type: EmbedInputType | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: EmbedRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedResponse]: ...
        def rerank(
            self,
            *,
            query: str,
            documents: Iterable[str | Mapping[str, Any]],
            model: str | None = None,
            top_n: int | None = None,
            rank_fields: Iterable[str] | None = None,
            return_documents: bool | None = None,
            max_chunks_per_doc: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[RerankResponse]: ...

    class AsyncV1MethodsWithRawResponse:
        """AsyncV1Methods.with_raw_response."""

        async def chat(
            self,
            *,
            message: str,
            accepts: V1ChatAccepts | None = None,
            model: str | None = None,
            preamble: str | None = None,
            chat_history: Iterable[MessageParam] | None = None,
            conversation_id: str | None = None,
            prompt_truncation: ChatRequestPromptTruncation | None = None,
            connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
            search_queries_only: bool | None = None,
            documents: Iterable[Mapping[str, Any]] | None = None,
            citation_quality: ChatRequestCitationQuality | None = None,
            temperature: float | None = None,
            max_tokens: int | None = None,
            max_input_tokens: int | None = None,
            k: int | None = None,
            p: float | None = None,
            seed: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            raw_prompting: bool | None = None,
            tools: Iterable[ToolParam | Tool] | None = None,
            tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
            force_single_step: bool | None = None,
            response_format: ResponseFormatParam | None = None,
            safety_mode: ChatRequestSafetyMode | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[NonStreamedChatResponse]: ...
        def chat_stream(
            self,
            *,
            message: str,
            accepts: V1ChatAccepts | None = None,
            model: str | None = None,
            preamble: str | None = None,
            chat_history: Iterable[MessageParam] | None = None,
            conversation_id: str | None = None,
            prompt_truncation: ChatRequestPromptTruncation | None = None,
            connectors: Iterable[ChatConnectorParam | ChatConnector] | None = None,
            search_queries_only: bool | None = None,
            documents: Iterable[Mapping[str, Any]] | None = None,
            citation_quality: ChatRequestCitationQuality | None = None,
            temperature: float | None = None,
            max_tokens: int | None = None,
            max_input_tokens: int | None = None,
            k: int | None = None,
            p: float | None = None,
            seed: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            raw_prompting: bool | None = None,
            tools: Iterable[ToolParam | Tool] | None = None,
            tool_results: Iterable[ToolResultParam | ToolResult] | None = None,
            force_single_step: bool | None = None,
            response_format: ResponseFormatParam | None = None,
            safety_mode: ChatRequestSafetyMode | None = None,
            request_options: RequestOptions | None = None,
        ) -> AsyncEventStream[StreamedChatResponse]: ...
        async def embed(
            self,
            *,
            texts: Iterable[str] | None = None,
            images: Iterable[str] | None = None,
            model: str | None = None,
            input_type: EmbedInputType | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: EmbedRequestTruncate | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedResponse]: ...
        async def rerank(
            self,
            *,
            query: str,
            documents: Iterable[str | Mapping[str, Any]],
            model: str | None = None,
            top_n: int | None = None,
            rank_fields: Iterable[str] | None = None,
            return_documents: bool | None = None,
            max_chunks_per_doc: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[RerankResponse]: ...

    class V1RootWithRawResponse(V1MethodsWithRawResponse, SharedMethodsWithRawResponse):
        """V1Root.with_raw_response."""

    class AsyncV1RootWithRawResponse(AsyncV1MethodsWithRawResponse, AsyncSharedMethodsWithRawResponse):
        """AsyncV1Root.with_raw_response."""
