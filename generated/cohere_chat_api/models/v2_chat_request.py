# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new, parsers

if TYPE_CHECKING:
    from .assistant_chat_message_v2 import AssistantChatMessageV2
    from .citation_options import CitationOptions
    from .document import Document
    from .json_object_response_format_v2 import JsonObjectResponseFormatV2
    from .system_chat_message_v2 import SystemChatMessageV2
    from .text_response_format_v2 import TextResponseFormatV2
    from .thinking import Thinking
    from .tool_chat_message_v2 import ToolChatMessageV2
    from .tool_v2 import ToolV2
    from .user_chat_message_v2 import UserChatMessageV2

V2ChatRequestSafetyMode = Literal["CONTEXTUAL", "OFF", "STRICT"]
"""Which safety instruction goes into the prompt; OFF leaves it out. Not together with `tools` or `documents`;
newer models know CONTEXTUAL and STRICT only."""
V2ChatRequestToolChoice = Literal["NONE", "REQUIRED"]
"""Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely."""
_MESSAGES = Tagged(
    "role",
    {
        "user": "UserChatMessageV2",
        "assistant": "AssistantChatMessageV2",
        "system": "SystemChatMessageV2",
        "tool": "ToolChatMessageV2",
    },
)
_RESPONSE_FORMAT = Tagged("type", {"text": "TextResponseFormatV2", "json_object": "JsonObjectResponseFormatV2"})


@model
class V2ChatRequest(Model):
    """Body of a chat request.

    Attributes:
        model: Name of the model that answers, such as `command-a-plus-05-2026`.
        messages: The conversation so far, oldest message first.
        stream: Whether the reply comes as server-sent events instead of one JSON object.
        tools: Functions that the model may ask the caller to run.
        strict_tools: Whether tool calls must follow the definitions of the tools to the letter. Beta. The first
            requests with new tools take longer.
        documents: Texts or objects that the model may use and cite.
        citation_options: How the reply is given citations.
        response_format: Makes the model write plain text or a JSON object.
        safety_mode: Which safety instruction goes into the prompt; OFF leaves it out. Not together with `tools`
            or `documents`; newer models know CONTEXTUAL and STRICT only.
        max_tokens: Most tokens to generate; the model's own limit where absent. A reply cut short by it has the
            finish_reason MAX_TOKENS.
        stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string
            found.
        temperature: How random the choice of tokens is; 0 is the least.
        seed: Makes repeated requests give the same reply, as far as the service can.
        frequency_penalty: How strongly tokens are avoided in proportion to how often they came already.
        presence_penalty: How strongly tokens are avoided that came already, however often.
        k: Number of the most likely tokens to choose from; 0 sets no limit.
        p: Total probability of the most likely tokens to choose from; applies after `k`.
        logprobs: Whether the reply tells the log probabilities of its tokens.
        tool_choice: Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely.
        thinking: Whether and how long the model thinks before it answers.
        priority: How urgent the request is under load; 0 goes first.
    """

    model: str
    """Name of the model that answers, such as `command-a-plus-05-2026`."""
    messages: list[UserChatMessageV2 | AssistantChatMessageV2 | SystemChatMessageV2 | ToolChatMessageV2]
    """The conversation so far, oldest message first."""
    stream: bool | None = None
    """Whether the reply comes as server-sent events instead of one JSON object."""
    tools: list[ToolV2] | None = None
    """Functions that the model may ask the caller to run."""
    strict_tools: bool | None = None
    """Whether tool calls must follow the definitions of the tools to the letter. Beta. The first requests with new
    tools take longer."""
    documents: list[str | Document] | None = None
    """Texts or objects that the model may use and cite."""
    citation_options: CitationOptions | None = None
    """How the reply is given citations."""
    response_format: TextResponseFormatV2 | JsonObjectResponseFormatV2 | None = None
    """Makes the model write plain text or a JSON object."""
    safety_mode: V2ChatRequestSafetyMode | str | None = None
    """Which safety instruction goes into the prompt; OFF leaves it out. Not together with `tools` or `documents`;
    newer models know CONTEXTUAL and STRICT only."""
    max_tokens: int | None = None
    """Most tokens to generate; the model's own limit where absent. A reply cut short by it has the finish_reason
    MAX_TOKENS."""
    stop_sequences: list[str] | None = None
    """Up to 5 strings at which the model stops writing; the reply ends before the string found."""
    temperature: float | None = None
    """How random the choice of tokens is; 0 is the least."""
    seed: int | None = None
    """Makes repeated requests give the same reply, as far as the service can."""
    frequency_penalty: float | None = None
    """How strongly tokens are avoided in proportion to how often they came already."""
    presence_penalty: float | None = None
    """How strongly tokens are avoided that came already, however often."""
    k: int | None = None
    """Number of the most likely tokens to choose from; 0 sets no limit."""
    p: float | None = None
    """Total probability of the most likely tokens to choose from; applies after `k`."""
    logprobs: bool | None = None
    """Whether the reply tells the log probabilities of its tokens."""
    tool_choice: V2ChatRequestToolChoice | str | None = None
    """Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely."""
    thinking: Thinking | None = None
    """Whether and how long the model thinks before it answers."""
    priority: int | None = None
    """How urgent the request is under load; 0 goes first."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            model: str,
            messages: list[UserChatMessageV2 | AssistantChatMessageV2 | SystemChatMessageV2 | ToolChatMessageV2],
            stream: bool | None = None,
            tools: list[ToolV2] | None = None,
            strict_tools: bool | None = None,
            documents: list[str | Document] | None = None,
            citation_options: CitationOptions | None = None,
            response_format: TextResponseFormatV2 | JsonObjectResponseFormatV2 | None = None,
            safety_mode: V2ChatRequestSafetyMode | str | None = None,
            max_tokens: int | None = None,
            stop_sequences: list[str] | None = None,
            temperature: float | None = None,
            seed: int | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            k: int | None = None,
            p: float | None = None,
            logprobs: bool | None = None,
            tool_choice: V2ChatRequestToolChoice | str | None = None,
            thinking: Thinking | None = None,
            priority: int | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.model = fields.get("model")
        value = fields.get("messages")
        self.messages = (
            [_MESSAGES.parse(item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        self.stream = fields.get("stream")
        value = fields.get("tools")
        self.tools = (
            [parsers["ToolV2"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.strict_tools = fields.get("strict_tools")
        value = fields.get("documents")
        self.documents = (
            [parsers["Document"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        value = fields.get("citation_options")
        self.citation_options = parsers["CitationOptions"](value) if type(value) is dict else value
        value = fields.get("response_format")
        self.response_format = _RESPONSE_FORMAT.parse(value) if type(value) is dict else value
        self.safety_mode = fields.get("safety_mode")
        self.max_tokens = fields.get("max_tokens")
        self.stop_sequences = fields.get("stop_sequences")
        self.temperature = fields.get("temperature")
        self.seed = fields.get("seed")
        self.frequency_penalty = fields.get("frequency_penalty")
        self.presence_penalty = fields.get("presence_penalty")
        self.k = fields.get("k")
        self.p = fields.get("p")
        self.logprobs = fields.get("logprobs")
        self.tool_choice = fields.get("tool_choice")
        value = fields.get("thinking")
        self.thinking = parsers["Thinking"](value) if type(value) is dict else value
        self.priority = fields.get("priority")
        return self
