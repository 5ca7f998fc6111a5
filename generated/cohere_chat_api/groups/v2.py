# Made by `make generate` from openapi.yaml. Do not edit.
"""Version 2 of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ..endpoint import Endpoint, Parameter, Reply, Resource, Streaming, operation
from ..types import Tagged
from .shared import AsyncSharedMethods, SharedMethods

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cohere_chat import AsyncChatStream, ChatStream, HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core
    from ..models.citation_options import CitationOptions
    from ..models.document import Document
    from ..models.embed_by_type_response import EmbedByTypeResponse
    from ..models.embed_input import EmbedInput
    from ..models.embed_input_type import EmbedInputType
    from ..models.embedding_type import EmbeddingType
    from ..models.parse_document import ParseDocument
    from ..models.parse_output_format import ParseOutputFormat
    from ..models.parse_response import ParseResponse
    from ..models.rerank_relevant_spans import RerankRelevantSpans
    from ..models.thinking import Thinking
    from ..models.tool_v2 import ToolV2
    from ..models.v2_chat_request import V2ChatRequestSafetyMode, V2ChatRequestToolChoice
    from ..models.v2_chat_response import V2ChatResponse
    from ..models.v2_embed_request import V2EmbedRequestTruncate
    from ..models.v2_rerank_response import V2RerankResponse
    from ..params import (
        ChatMessageV2Param,
        CitationOptionsParam,
        DocumentParam,
        EmbedInputParam,
        ParseDocumentParam,
        RerankRelevantSpansParam,
        ResponseFormatV2Param,
        ThinkingParam,
        ToolV2Param,
    )

CHAT: Final[Endpoint[V2ChatResponse]] = Endpoint(
    name="v2.chat",
    method="POST",
    path="/v2/chat",
    body="json",
    parameters={
        "model": Parameter("body", "string", required=True),
        "messages": Parameter("body", "array", items="object", required=True),
        "tools": Parameter("body", "array", items="object"),
        "strict_tools": Parameter("body", "boolean"),
        "documents": Parameter("body", "array"),
        "citation_options": Parameter("body", "object"),
        "response_format": Parameter("body", "object"),
        "safety_mode": Parameter("body", "string"),
        "max_tokens": Parameter("body", "integer"),
        "stop_sequences": Parameter("body", "array", items="string"),
        "temperature": Parameter("body", "number"),
        "seed": Parameter("body", "integer"),
        "frequency_penalty": Parameter("body", "number"),
        "presence_penalty": Parameter("body", "number"),
        "k": Parameter("body", "integer"),
        "p": Parameter("body", "number"),
        "logprobs": Parameter("body", "boolean"),
        "tool_choice": Parameter("body", "string"),
        "thinking": Parameter("body", "object"),
        "priority": Parameter("body", "integer"),
    },
    reply=Reply("V2ChatResponse", objects=("message",)),
    streaming=Streaming(
        "stream",
        "text/event-stream",
        Tagged(
            "type",
            {
                "message-start": "ChatMessageStartEvent",
                "content-start": "ChatContentStartEvent",
                "content-delta": "ChatContentDeltaEvent",
                "content-end": "ChatContentEndEvent",
                "tool-plan-delta": "ChatToolPlanDeltaEvent",
                "tool-call-start": "ChatToolCallStartEvent",
                "tool-call-delta": "ChatToolCallDeltaEvent",
                "tool-call-end": "ChatToolCallEndEvent",
                "citation-start": "CitationStartEvent",
                "citation-end": "CitationEndEvent",
                "message-end": "ChatMessageEndEvent",
                "debug": "ChatDebugEvent",
            },
        ),
        "message-end",
        "ChatStream",
    ),
)
EMBED: Final[Endpoint[EmbedByTypeResponse]] = Endpoint(
    name="v2.embed",
    method="POST",
    path="/v2/embed",
    body="json",
    parameters={
        "model": Parameter("body", "string", required=True),
        "input_type": Parameter("body", "string", required=True),
        "texts": Parameter("body", "array", items="string"),
        "images": Parameter("body", "array", items="string"),
        "inputs": Parameter("body", "array", items="object"),
        "max_tokens": Parameter("body", "integer"),
        "output_dimension": Parameter("body", "integer"),
        "embedding_types": Parameter("body", "array", items="string"),
        "truncate": Parameter("body", "string"),
        "priority": Parameter("body", "integer"),
    },
    reply=Reply("EmbedByTypeResponse", objects=("embeddings",)),
    batches={"texts": 96, "inputs": 96},
)
RERANK: Final[Endpoint[V2RerankResponse]] = Endpoint(
    name="v2.rerank",
    method="POST",
    path="/v2/rerank",
    body="json",
    parameters={
        "model": Parameter("body", "string", required=True),
        "query": Parameter("body", "string", required=True),
        "documents": Parameter("body", "array", items="string", required=True),
        "top_n": Parameter("body", "integer"),
        "max_tokens_per_doc": Parameter("body", "integer"),
        "relevant_spans": Parameter("body", "object"),
        "priority": Parameter("body", "integer"),
    },
    reply=Reply("V2RerankResponse"),
)
PARSE: Final[Endpoint[ParseResponse]] = Endpoint(
    name="v2.parse",
    method="POST",
    path="/v2/parse",
    body="json",
    parameters={
        "model": Parameter("body", "string", required=True),
        "document": Parameter("body", "object", required=True),
        "output_format": Parameter("body", "string"),
    },
    reply=Reply("ParseResponse"),
)


class V2Methods(Resource):
    """Version 2 of the API."""

    _core: Core

    @operation(CHAT)
    def chat(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[ToolV2Param | ToolV2] | None = None,
        strict_tools: bool | None = None,
        documents: Iterable[str | DocumentParam | Document] | None = None,
        citation_options: CitationOptionsParam | CitationOptions | None = None,
        response_format: ResponseFormatV2Param | None = None,
        safety_mode: V2ChatRequestSafetyMode | None = None,
        max_tokens: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        k: int | None = None,
        p: float | None = None,
        logprobs: bool | None = None,
        tool_choice: V2ChatRequestToolChoice | None = None,
        thinking: ThinkingParam | Thinking | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> V2ChatResponse:
        """Have a model write the next message of a conversation.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model that answers, such as `command-a-plus-05-2026` (required).
            messages: The conversation so far, oldest message first (required).
            tools: Functions that the model may ask the caller to run.
            strict_tools: Whether tool calls must follow the definitions of the tools to the letter.
            documents: Texts or objects that the model may use and cite.
            citation_options: How the reply is given citations.
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; OFF leaves it out (one of CONTEXTUAL,
                STRICT, OFF; default CONTEXTUAL).
            max_tokens: Most tokens to generate; the model's own limit where absent.
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            logprobs: Whether the reply tells the log probabilities of its tokens (default False).
            tool_choice: Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely (one
                of REQUIRED, NONE).
            thinking: Whether and how long the model thinks before it answers.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            V2ChatResponse: The reply to a chat request.
        """
        return self._core.call(
            CHAT,
            {
                "model": model,
                "messages": messages,
                "tools": tools,
                "strict_tools": strict_tools,
                "documents": documents,
                "citation_options": citation_options,
                "response_format": response_format,
                "safety_mode": safety_mode,
                "max_tokens": max_tokens,
                "stop_sequences": stop_sequences,
                "temperature": temperature,
                "seed": seed,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "k": k,
                "p": p,
                "logprobs": logprobs,
                "tool_choice": tool_choice,
                "thinking": thinking,
                "priority": priority,
            },
            request_options,
        )

    @operation(CHAT)
    def chat_stream(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[ToolV2Param | ToolV2] | None = None,
        strict_tools: bool | None = None,
        documents: Iterable[str | DocumentParam | Document] | None = None,
        citation_options: CitationOptionsParam | CitationOptions | None = None,
        response_format: ResponseFormatV2Param | None = None,
        safety_mode: V2ChatRequestSafetyMode | None = None,
        max_tokens: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        k: int | None = None,
        p: float | None = None,
        logprobs: bool | None = None,
        tool_choice: V2ChatRequestToolChoice | None = None,
        thinking: ThinkingParam | Thinking | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> ChatStream:
        """Have a model write the next message of a conversation.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model that answers, such as `command-a-plus-05-2026` (required).
            messages: The conversation so far, oldest message first (required).
            tools: Functions that the model may ask the caller to run.
            strict_tools: Whether tool calls must follow the definitions of the tools to the letter.
            documents: Texts or objects that the model may use and cite.
            citation_options: How the reply is given citations.
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; OFF leaves it out (one of CONTEXTUAL,
                STRICT, OFF; default CONTEXTUAL).
            max_tokens: Most tokens to generate; the model's own limit where absent.
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            logprobs: Whether the reply tells the log probabilities of its tokens (default False).
            tool_choice: Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely (one
                of REQUIRED, NONE).
            thinking: Whether and how long the model thinks before it answers.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of V2ChatStreamResponse.
        """
        stream: ChatStream = self._core.stream(
            CHAT,
            {
                "model": model,
                "messages": messages,
                "tools": tools,
                "strict_tools": strict_tools,
                "documents": documents,
                "citation_options": citation_options,
                "response_format": response_format,
                "safety_mode": safety_mode,
                "max_tokens": max_tokens,
                "stop_sequences": stop_sequences,
                "temperature": temperature,
                "seed": seed,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "k": k,
                "p": p,
                "logprobs": logprobs,
                "tool_choice": tool_choice,
                "thinking": thinking,
                "priority": priority,
            },
            request_options,
        )
        return stream

    @operation(EMBED)
    def embed(
        self,
        *,
        model: str,
        input_type: EmbedInputType,
        texts: Iterable[str] | None = None,
        images: Iterable[str] | None = None,
        inputs: Iterable[EmbedInputParam | EmbedInput] | None = None,
        max_tokens: int | None = None,
        output_dimension: int | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: V2EmbedRequestTruncate | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> EmbedByTypeResponse:
        """Turn texts and images into vectors that are close where the meanings are.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `embed-v4.0` (required).
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (required; one of search_document, search_query,
                classification, clustering, image).
            texts: Texts to turn into vectors; more than 96 take several requests.
            images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
                one of at most 5 MB.
            inputs: Inputs to turn into vectors, each of texts and images; more than 96 take several requests.
            max_tokens: Maximum number of tokens of an input; longer ones are cut as `truncate` says.
            output_dimension: How many numbers a vector has; embed-v4.0 knows 256, 512, 1024 and 1536, which is its
                default.
            embedding_types: Which types of vectors the reply has (any of float, int8, uint8, binary, ubinary,
                base64).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbedByTypeResponse: Vectors by their types.
        """
        return self._core.call(
            EMBED,
            {
                "model": model,
                "input_type": input_type,
                "texts": texts,
                "images": images,
                "inputs": inputs,
                "max_tokens": max_tokens,
                "output_dimension": output_dimension,
                "embedding_types": embedding_types,
                "truncate": truncate,
                "priority": priority,
            },
            request_options,
        )

    @operation(RERANK)
    def rerank(
        self,
        *,
        model: str,
        query: str,
        documents: Iterable[str],
        top_n: int | None = None,
        max_tokens_per_doc: int | None = None,
        relevant_spans: RerankRelevantSpansParam | RerankRelevantSpans | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> V2RerankResponse:
        """Order texts by how well they answer a query.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `rerank-v4.0-pro` (required).
            query: What is searched for (required).
            documents: The texts; objects go best as YAML, and more than 1,000 are slow (required).
            top_n: How many of the best to return; all where absent (at least 1).
            max_tokens_per_doc: Maximum number of tokens of a text that are read; the rest is ignored (default
                4096).
            relevant_spans: Whether and which passages that match the query the reply names.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            V2RerankResponse: The texts in their new order.
        """
        return self._core.call(
            RERANK,
            {
                "model": model,
                "query": query,
                "documents": documents,
                "top_n": top_n,
                "max_tokens_per_doc": max_tokens_per_doc,
                "relevant_spans": relevant_spans,
                "priority": priority,
            },
            request_options,
        )

    @operation(PARSE)
    def parse(
        self,
        *,
        model: str,
        document: ParseDocumentParam | ParseDocument,
        output_format: ParseOutputFormat | None = None,
        request_options: RequestOptions | None = None,
    ) -> ParseResponse:
        """Read the image of a document as Markdown or as blocks of text, images and tables.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            document: A document to read (required).
            output_format: Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text,
                images and tables in their order (one of blocks, markdown; default markdown).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ParseResponse: What was read.
        """
        return self._core.call(
            PARSE,
            {
                "model": model,
                "document": document,
                "output_format": output_format,
            },
            request_options,
        )


class AsyncV2Methods(Resource):
    """Version 2 of the API."""

    _core: AsyncCore

    @operation(CHAT)
    async def chat(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[ToolV2Param | ToolV2] | None = None,
        strict_tools: bool | None = None,
        documents: Iterable[str | DocumentParam | Document] | None = None,
        citation_options: CitationOptionsParam | CitationOptions | None = None,
        response_format: ResponseFormatV2Param | None = None,
        safety_mode: V2ChatRequestSafetyMode | None = None,
        max_tokens: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        k: int | None = None,
        p: float | None = None,
        logprobs: bool | None = None,
        tool_choice: V2ChatRequestToolChoice | None = None,
        thinking: ThinkingParam | Thinking | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> V2ChatResponse:
        """Have a model write the next message of a conversation.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model that answers, such as `command-a-plus-05-2026` (required).
            messages: The conversation so far, oldest message first (required).
            tools: Functions that the model may ask the caller to run.
            strict_tools: Whether tool calls must follow the definitions of the tools to the letter.
            documents: Texts or objects that the model may use and cite.
            citation_options: How the reply is given citations.
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; OFF leaves it out (one of CONTEXTUAL,
                STRICT, OFF; default CONTEXTUAL).
            max_tokens: Most tokens to generate; the model's own limit where absent.
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            logprobs: Whether the reply tells the log probabilities of its tokens (default False).
            tool_choice: Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely (one
                of REQUIRED, NONE).
            thinking: Whether and how long the model thinks before it answers.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            V2ChatResponse: The reply to a chat request.
        """
        return await self._core.call(
            CHAT,
            {
                "model": model,
                "messages": messages,
                "tools": tools,
                "strict_tools": strict_tools,
                "documents": documents,
                "citation_options": citation_options,
                "response_format": response_format,
                "safety_mode": safety_mode,
                "max_tokens": max_tokens,
                "stop_sequences": stop_sequences,
                "temperature": temperature,
                "seed": seed,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "k": k,
                "p": p,
                "logprobs": logprobs,
                "tool_choice": tool_choice,
                "thinking": thinking,
                "priority": priority,
            },
            request_options,
        )

    @operation(CHAT)
    def chat_stream(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[ToolV2Param | ToolV2] | None = None,
        strict_tools: bool | None = None,
        documents: Iterable[str | DocumentParam | Document] | None = None,
        citation_options: CitationOptionsParam | CitationOptions | None = None,
        response_format: ResponseFormatV2Param | None = None,
        safety_mode: V2ChatRequestSafetyMode | None = None,
        max_tokens: int | None = None,
        stop_sequences: Iterable[str] | None = None,
        temperature: float | None = None,
        seed: int | None = None,
        frequency_penalty: float | None = None,
        presence_penalty: float | None = None,
        k: int | None = None,
        p: float | None = None,
        logprobs: bool | None = None,
        tool_choice: V2ChatRequestToolChoice | None = None,
        thinking: ThinkingParam | Thinking | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncChatStream:
        """Have a model write the next message of a conversation.

        The reply comes while it is written. A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model that answers, such as `command-a-plus-05-2026` (required).
            messages: The conversation so far, oldest message first (required).
            tools: Functions that the model may ask the caller to run.
            strict_tools: Whether tool calls must follow the definitions of the tools to the letter.
            documents: Texts or objects that the model may use and cite.
            citation_options: How the reply is given citations.
            response_format: Makes the model write plain text or a JSON object.
            safety_mode: Which safety instruction goes into the prompt; OFF leaves it out (one of CONTEXTUAL,
                STRICT, OFF; default CONTEXTUAL).
            max_tokens: Most tokens to generate; the model's own limit where absent.
            stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string found
                (at most 5).
            temperature: How random the choice of tokens is; 0 is the least (0 to 1; default 0.3).
            seed: Makes repeated requests give the same reply, as far as the service can (0 to 1.84467e+19).
            frequency_penalty: How strongly tokens are avoided in proportion to how often they came already (0 to 1;
                default 0.0).
            presence_penalty: How strongly tokens are avoided that came already, however often (0 to 1; default
                0.0).
            k: Number of the most likely tokens to choose from; 0 sets no limit (0 to 500; default 0).
            p: Total probability of the most likely tokens to choose from; applies after `k` (0.01 to 0.99; default
                0.75).
            logprobs: Whether the reply tells the log probabilities of its tokens (default False).
            tool_choice: Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely (one
                of REQUIRED, NONE).
            thinking: Whether and how long the model thinks before it answers.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            An iterator over the events of the reply; each is one of V2ChatStreamResponse.
        """
        stream: AsyncChatStream = self._core.stream(
            CHAT,
            {
                "model": model,
                "messages": messages,
                "tools": tools,
                "strict_tools": strict_tools,
                "documents": documents,
                "citation_options": citation_options,
                "response_format": response_format,
                "safety_mode": safety_mode,
                "max_tokens": max_tokens,
                "stop_sequences": stop_sequences,
                "temperature": temperature,
                "seed": seed,
                "frequency_penalty": frequency_penalty,
                "presence_penalty": presence_penalty,
                "k": k,
                "p": p,
                "logprobs": logprobs,
                "tool_choice": tool_choice,
                "thinking": thinking,
                "priority": priority,
            },
            request_options,
        )
        return stream

    @operation(EMBED)
    async def embed(
        self,
        *,
        model: str,
        input_type: EmbedInputType,
        texts: Iterable[str] | None = None,
        images: Iterable[str] | None = None,
        inputs: Iterable[EmbedInputParam | EmbedInput] | None = None,
        max_tokens: int | None = None,
        output_dimension: int | None = None,
        embedding_types: Iterable[EmbeddingType] | None = None,
        truncate: V2EmbedRequestTruncate | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> EmbedByTypeResponse:
        """Turn texts and images into vectors that are close where the meanings are.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `embed-v4.0` (required).
            input_type: What the vectors are for: documents to be found, queries to find them with, a classifier,
                clusters; or that the input is an image (required; one of search_document, search_query,
                classification, clustering, image).
            texts: Texts to turn into vectors; more than 96 take several requests.
            images: Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single
                one of at most 5 MB.
            inputs: Inputs to turn into vectors, each of texts and images; more than 96 take several requests.
            max_tokens: Maximum number of tokens of an input; longer ones are cut as `truncate` says.
            output_dimension: How many numbers a vector has; embed-v4.0 knows 256, 512, 1024 and 1536, which is its
                default.
            embedding_types: Which types of vectors the reply has (any of float, int8, uint8, binary, ubinary,
                base64).
            truncate: Which end of a text that is too long for the model is cut off; with NONE such a text is an
                error (one of NONE, START, END; default END).
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            EmbedByTypeResponse: Vectors by their types.
        """
        return await self._core.call(
            EMBED,
            {
                "model": model,
                "input_type": input_type,
                "texts": texts,
                "images": images,
                "inputs": inputs,
                "max_tokens": max_tokens,
                "output_dimension": output_dimension,
                "embedding_types": embedding_types,
                "truncate": truncate,
                "priority": priority,
            },
            request_options,
        )

    @operation(RERANK)
    async def rerank(
        self,
        *,
        model: str,
        query: str,
        documents: Iterable[str],
        top_n: int | None = None,
        max_tokens_per_doc: int | None = None,
        relevant_spans: RerankRelevantSpansParam | RerankRelevantSpans | None = None,
        priority: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> V2RerankResponse:
        """Order texts by how well they answer a query.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model, such as `rerank-v4.0-pro` (required).
            query: What is searched for (required).
            documents: The texts; objects go best as YAML, and more than 1,000 are slow (required).
            top_n: How many of the best to return; all where absent (at least 1).
            max_tokens_per_doc: Maximum number of tokens of a text that are read; the rest is ignored (default
                4096).
            relevant_spans: Whether and which passages that match the query the reply names.
            priority: How urgent the request is under load; 0 goes first (0 to 999; default 0).
            request_options: Options of this call; see RequestOptions.

        Returns:
            V2RerankResponse: The texts in their new order.
        """
        return await self._core.call(
            RERANK,
            {
                "model": model,
                "query": query,
                "documents": documents,
                "top_n": top_n,
                "max_tokens_per_doc": max_tokens_per_doc,
                "relevant_spans": relevant_spans,
                "priority": priority,
            },
            request_options,
        )

    @operation(PARSE)
    async def parse(
        self,
        *,
        model: str,
        document: ParseDocumentParam | ParseDocument,
        output_format: ParseOutputFormat | None = None,
        request_options: RequestOptions | None = None,
    ) -> ParseResponse:
        """Read the image of a document as Markdown or as blocks of text, images and tables.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            document: A document to read (required).
            output_format: Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text,
                images and tables in their order (one of blocks, markdown; default markdown).
            request_options: Options of this call; see RequestOptions.

        Returns:
            ParseResponse: What was read.
        """
        return await self._core.call(
            PARSE,
            {
                "model": model,
                "document": document,
                "output_format": output_format,
            },
            request_options,
        )


class V2Root(V2Methods, SharedMethods):
    """Version 2 of the API."""

    @property
    def with_raw_response(self) -> V2RootWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("V2RootWithRawResponse", V2Root(self._core.raw))


class AsyncV2Root(AsyncV2Methods, AsyncSharedMethods):
    """Version 2 of the API."""

    @property
    def with_raw_response(self) -> AsyncV2RootWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncV2RootWithRawResponse", AsyncV2Root(self._core.raw))


if TYPE_CHECKING:
    from .shared import AsyncSharedMethodsWithRawResponse, SharedMethodsWithRawResponse

    class V2MethodsWithRawResponse:
        """V2Methods.with_raw_response."""

        def chat(
            self,
            *,
            model: str,
            messages: Iterable[ChatMessageV2Param],
            tools: Iterable[ToolV2Param | ToolV2] | None = None,
            strict_tools: bool | None = None,
            documents: Iterable[str | DocumentParam | Document] | None = None,
            citation_options: CitationOptionsParam | CitationOptions | None = None,
            response_format: ResponseFormatV2Param | None = None,
            safety_mode: V2ChatRequestSafetyMode | None = None,
            max_tokens: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            k: int | None = None,
            p: float | None = None,
            logprobs: bool | None = None,
            tool_choice: V2ChatRequestToolChoice | None = None,
            thinking: ThinkingParam | Thinking | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[V2ChatResponse]: ...
        def chat_stream(
            self,
            *,
            model: str,
            messages: Iterable[ChatMessageV2Param],
            tools: Iterable[ToolV2Param | ToolV2] | None = None,
            strict_tools: bool | None = None,
            documents: Iterable[str | DocumentParam | Document] | None = None,
            citation_options: CitationOptionsParam | CitationOptions | None = None,
            response_format: ResponseFormatV2Param | None = None,
            safety_mode: V2ChatRequestSafetyMode | None = None,
            max_tokens: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            k: int | None = None,
            p: float | None = None,
            logprobs: bool | None = None,
            tool_choice: V2ChatRequestToolChoice | None = None,
            thinking: ThinkingParam | Thinking | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> ChatStream: ...
        def embed(
            self,
            *,
            model: str,
            input_type: EmbedInputType,
            texts: Iterable[str] | None = None,
            images: Iterable[str] | None = None,
            inputs: Iterable[EmbedInputParam | EmbedInput] | None = None,
            max_tokens: int | None = None,
            output_dimension: int | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: V2EmbedRequestTruncate | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedByTypeResponse]: ...
        def rerank(
            self,
            *,
            model: str,
            query: str,
            documents: Iterable[str],
            top_n: int | None = None,
            max_tokens_per_doc: int | None = None,
            relevant_spans: RerankRelevantSpansParam | RerankRelevantSpans | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[V2RerankResponse]: ...
        def parse(
            self,
            *,
            model: str,
            document: ParseDocumentParam | ParseDocument,
            output_format: ParseOutputFormat | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ParseResponse]: ...

    class AsyncV2MethodsWithRawResponse:
        """AsyncV2Methods.with_raw_response."""

        async def chat(
            self,
            *,
            model: str,
            messages: Iterable[ChatMessageV2Param],
            tools: Iterable[ToolV2Param | ToolV2] | None = None,
            strict_tools: bool | None = None,
            documents: Iterable[str | DocumentParam | Document] | None = None,
            citation_options: CitationOptionsParam | CitationOptions | None = None,
            response_format: ResponseFormatV2Param | None = None,
            safety_mode: V2ChatRequestSafetyMode | None = None,
            max_tokens: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            k: int | None = None,
            p: float | None = None,
            logprobs: bool | None = None,
            tool_choice: V2ChatRequestToolChoice | None = None,
            thinking: ThinkingParam | Thinking | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[V2ChatResponse]: ...
        def chat_stream(
            self,
            *,
            model: str,
            messages: Iterable[ChatMessageV2Param],
            tools: Iterable[ToolV2Param | ToolV2] | None = None,
            strict_tools: bool | None = None,
            documents: Iterable[str | DocumentParam | Document] | None = None,
            citation_options: CitationOptionsParam | CitationOptions | None = None,
            response_format: ResponseFormatV2Param | None = None,
            safety_mode: V2ChatRequestSafetyMode | None = None,
            max_tokens: int | None = None,
            stop_sequences: Iterable[str] | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            k: int | None = None,
            p: float | None = None,
            logprobs: bool | None = None,
            tool_choice: V2ChatRequestToolChoice | None = None,
            thinking: ThinkingParam | Thinking | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> AsyncChatStream: ...
        async def embed(
            self,
            *,
            model: str,
            input_type: EmbedInputType,
            texts: Iterable[str] | None = None,
            images: Iterable[str] | None = None,
            inputs: Iterable[EmbedInputParam | EmbedInput] | None = None,
            max_tokens: int | None = None,
            output_dimension: int | None = None,
            embedding_types: Iterable[EmbeddingType] | None = None,
            truncate: V2EmbedRequestTruncate | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[EmbedByTypeResponse]: ...
        async def rerank(
            self,
            *,
            model: str,
            query: str,
            documents: Iterable[str],
            top_n: int | None = None,
            max_tokens_per_doc: int | None = None,
            relevant_spans: RerankRelevantSpansParam | RerankRelevantSpans | None = None,
            priority: int | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[V2RerankResponse]: ...
        async def parse(
            self,
            *,
            model: str,
            document: ParseDocumentParam | ParseDocument,
            output_format: ParseOutputFormat | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[ParseResponse]: ...

    class V2RootWithRawResponse(V2MethodsWithRawResponse, SharedMethodsWithRawResponse):
        """V2Root.with_raw_response."""

    class AsyncV2RootWithRawResponse(AsyncV2MethodsWithRawResponse, AsyncSharedMethodsWithRawResponse):
        """AsyncV2Root.with_raw_response."""
