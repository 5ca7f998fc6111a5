# Made by `make generate` from openapi.yaml. Do not edit.
"""POST /v2/chat: Have a model write the next message of a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ...types import Tagged, parsers

if TYPE_CHECKING:
    from typing import Unpack

    from ...models import V2ChatResponse
    from ...params import ChatParams
    from ...unions import V2ChatStreamResponse

SERVER: Final = "https://api.cohere.com"
METHOD: Final = "POST"
PATH: Final = "/v2/chat"
X_CLIENT_NAME: Final = "X-Client-Name"

# The parameters and their JSON types.
PARAMETERS: Final[Mapping[str, str]] = {
    "model": "string",
    "messages": "array",
    "tools": "array",
    "strict_tools": "boolean",
    "documents": "array",
    "citation_options": "object",
    "response_format": "object",
    "safety_mode": "string",
    "max_tokens": "integer",
    "stop_sequences": "array",
    "temperature": "number",
    "seed": "integer",
    "frequency_penalty": "number",
    "presence_penalty": "number",
    "k": "integer",
    "p": "number",
    "logprobs": "boolean",
    "tool_choice": "string",
    "thinking": "object",
    "priority": "integer",
}
# Their types in Python, as in ChatParams.
ANNOTATIONS: Final[Mapping[str, str]] = {
    "model": "str",
    "messages": "Iterable[ChatMessageV2Param]",
    "tools": "Iterable[ToolV2Param | ToolV2] | None",
    "strict_tools": "bool | None",
    "documents": "Iterable[str | DocumentParam | Document] | None",
    "citation_options": "CitationOptionsParam | CitationOptions | None",
    "response_format": "ResponseFormatV2Param | None",
    "safety_mode": "V2ChatRequestSafetyMode | None",
    "max_tokens": "int | None",
    "stop_sequences": "Iterable[str] | None",
    "temperature": "float | None",
    "seed": "int | None",
    "frequency_penalty": "float | None",
    "presence_penalty": "float | None",
    "k": "int | None",
    "p": "float | None",
    "logprobs": "bool | None",
    "tool_choice": "V2ChatRequestToolChoice | None",
    "thinking": "ThinkingParam | Thinking | None",
    "priority": "int | None",
}
REQUIRED: Final = (
    "model",
    "messages",
)
DEPRECATED: Final[tuple[str, ...]] = ()

EVENTS: Final = Tagged(
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
)


class Methods:
    """What the methods of a client take and give; their own docstrings are inherited from here."""

    def chat(self, *, request_options: Any = None, **params: Unpack[ChatParams]) -> Any:
        """Have a model write the next message of a conversation.

        A parameter that is None counts as not given; what it is then is up to the API. The client's own docstring
        names the errors.

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
        raise NotImplementedError

    def chat_stream(self, *, request_options: Any = None, **params: Unpack[ChatParams]) -> Any:
        """Have a model write the next message of a conversation.

        The reply comes while it is written. A parameter that is None counts as not given; what it is then is up to
        the API. The client's own docstring names the errors.

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
        raise NotImplementedError


def parse_reply(data: object) -> V2ChatResponse:
    """Read the JSON of a reply.

    Raises:
        ValueError: It is not a V2ChatResponse.
    """
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    if type(data.get("message")) is not dict:
        raise ValueError('no object "message"')
    reply: V2ChatResponse = parsers["V2ChatResponse"](data)
    return reply


def parse_event(data: object) -> V2ChatStreamResponse:
    """Read the JSON of an event; one of an unknown type becomes an `Unknown`.

    Raises:
        ValueError: It is not a JSON object with a type.
    """
    if type(data) is not dict:
        raise ValueError("not a JSON object")
    tag = data.get("type")
    if type(tag) is not str:
        raise ValueError('no string "type"')
    event: V2ChatStreamResponse = EVENTS[tag](data)
    return event
