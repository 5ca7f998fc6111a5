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
    from ..models.thinking import Thinking
    from ..models.tool_v2 import ToolV2
    from ..models.v2_chat_request import V2ChatRequestSafetyMode, V2ChatRequestToolChoice
    from ..models.v2_chat_response import V2ChatResponse
    from ..params import (
        ChatMessageV2Param,
        CitationOptionsParam,
        DocumentParam,
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
        "messages": Parameter("body", "array", required=True),
        "tools": Parameter("body", "array"),
        "strict_tools": Parameter("body", "boolean"),
        "documents": Parameter("body", "array"),
        "citation_options": Parameter("body", "object"),
        "response_format": Parameter("body", "object"),
        "safety_mode": Parameter("body", "string"),
        "max_tokens": Parameter("body", "integer"),
        "stop_sequences": Parameter("body", "array"),
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

    class V2RootWithRawResponse(V2MethodsWithRawResponse, SharedMethodsWithRawResponse):
        """V2Root.with_raw_response."""

    class AsyncV2RootWithRawResponse(AsyncV2MethodsWithRawResponse, AsyncSharedMethodsWithRawResponse):
        """AsyncV2Root.with_raw_response."""
