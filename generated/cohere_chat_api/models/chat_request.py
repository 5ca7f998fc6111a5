# Made by `make generate` from openapi.yaml. Do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from ..types import Model, Tagged, model, new, parsers

if TYPE_CHECKING:
    from .chat_connector import ChatConnector
    from .chatbot_message import ChatbotMessage
    from .json_object_response_format import JsonObjectResponseFormat
    from .system_message import SystemMessage
    from .text_response_format import TextResponseFormat
    from .tool import Tool
    from .tool_message import ToolMessage
    from .tool_result import ToolResult
    from .user_message import UserMessage

ChatRequestPromptTruncation = Literal["AUTO", "AUTO_PRESERVE_ORDER", "OFF"]
"""Whether parts of history and documents are left out, with or without keeping the order of the rest, when they
are too long; with OFF, that is an error."""
ChatRequestCitationQuality = Literal["ACCURATE", "DISABLED", "ENABLED", "FAST", "OFF"]
"""Whether and how citations are made."""
ChatRequestSafetyMode = Literal["CONTEXTUAL", "NONE", "STRICT"]
"""Which safety instruction goes into the prompt; NONE leaves it out. Not together with `tools`, `tool_results` or
`documents`; newer models know CONTEXTUAL and STRICT only."""
_CHAT_HISTORY = Tagged(
    "role", {"CHATBOT": "ChatbotMessage", "SYSTEM": "SystemMessage", "USER": "UserMessage", "TOOL": "ToolMessage"}
)
_RESPONSE_FORMAT = Tagged("type", {"text": "TextResponseFormat", "json_object": "JsonObjectResponseFormat"})


@model
class ChatRequest(Model):
    """Body of a chat request, as version 1 of the API takes it.

    Attributes:
        message: What the user says.
        stream: Whether the reply comes as lines of JSON instead of one JSON object.
        model: Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one.
        preamble: Instruction for the model at the beginning of the conversation, in place of the service's own.
        chat_history: The conversation so far, oldest message first and without `message`.
        conversation_id: Name of a conversation that the service keeps, to begin or go on; in place of
            `chat_history`.
        prompt_truncation: Whether parts of history and documents are left out, with or without keeping the
            order of the rest, when they are too long; with OFF, that is an error.
        connectors: Deprecated. Services to search for documents.
        search_queries_only: Deprecated. Whether the reply has queries to search with, and nothing else.
        documents: Documents that the model may use and cite.
        citation_quality: Whether and how citations are made.
        temperature: How random the choice of tokens is; 0 is the least.
        max_tokens: Maximum number of tokens to generate.
        max_input_tokens: Maximum number of tokens of input; somewhat less than the model's context length where
            absent.
        k: Number of the most likely tokens to choose from; 0 sets no limit.
        p: Total probability of the most likely tokens to choose from; applies after `k`.
        seed: Makes repeated requests give the same reply, as far as the service can.
        stop_sequences: Up to 5 strings at which the model stops writing; the reply ends before the string
            found.
        frequency_penalty: How strongly tokens are avoided in proportion to how often they came already.
        presence_penalty: How strongly tokens are avoided that came already, however often.
        raw_prompting: Whether the model gets the prompt as it is, without anything around it.
        tools: Functions that the model may ask the caller to run.
        tool_results: What the functions gave that the model asked for; not without `tools`.
        force_single_step: Whether the model may ask for functions only once.
        response_format: Makes the model write plain text or a JSON object.
        safety_mode: Which safety instruction goes into the prompt; NONE leaves it out. Not together with
            `tools`, `tool_results` or `documents`; newer models know CONTEXTUAL and STRICT only.
    """

    message: str
    """What the user says."""
    stream: bool | None = None
    """Whether the reply comes as lines of JSON instead of one JSON object."""
    model: str | None = None
    """Name of the model that answers, such as `command-a-03-2025`, or id of a fine-tuned one."""
    preamble: str | None = None
    """Instruction for the model at the beginning of the conversation, in place of the service's own."""
    chat_history: list[ChatbotMessage | SystemMessage | UserMessage | ToolMessage] | None = None
    """The conversation so far, oldest message first and without `message`."""
    conversation_id: str | None = None
    """Name of a conversation that the service keeps, to begin or go on; in place of `chat_history`."""
    prompt_truncation: ChatRequestPromptTruncation | str | None = None
    """Whether parts of history and documents are left out, with or without keeping the order of the rest, when they
    are too long; with OFF, that is an error."""
    connectors: list[ChatConnector] | None = None
    """Deprecated. Services to search for documents."""
    search_queries_only: bool | None = None
    """Deprecated. Whether the reply has queries to search with, and nothing else."""
    documents: list[dict[str, Any]] | None = None
    """Documents that the model may use and cite."""
    citation_quality: ChatRequestCitationQuality | str | None = None
    """Whether and how citations are made."""
    temperature: float | None = None
    """How random the choice of tokens is; 0 is the least."""
    max_tokens: int | None = None
    """Maximum number of tokens to generate."""
    max_input_tokens: int | None = None
    """Maximum number of tokens of input; somewhat less than the model's context length where absent."""
    k: int | None = None
    """Number of the most likely tokens to choose from; 0 sets no limit."""
    p: float | None = None
    """Total probability of the most likely tokens to choose from; applies after `k`."""
    seed: int | None = None
    """Makes repeated requests give the same reply, as far as the service can."""
    stop_sequences: list[str] | None = None
    """Up to 5 strings at which the model stops writing; the reply ends before the string found."""
    frequency_penalty: float | None = None
    """How strongly tokens are avoided in proportion to how often they came already."""
    presence_penalty: float | None = None
    """How strongly tokens are avoided that came already, however often."""
    raw_prompting: bool | None = None
    """Whether the model gets the prompt as it is, without anything around it."""
    tools: list[Tool] | None = None
    """Functions that the model may ask the caller to run."""
    tool_results: list[ToolResult] | None = None
    """What the functions gave that the model asked for; not without `tools`."""
    force_single_step: bool | None = None
    """Whether the model may ask for functions only once."""
    response_format: TextResponseFormat | JsonObjectResponseFormat | None = None
    """Makes the model write plain text or a JSON object."""
    safety_mode: ChatRequestSafetyMode | str | None = None
    """Which safety instruction goes into the prompt; NONE leaves it out. Not together with `tools`, `tool_results` or
    `documents`; newer models know CONTEXTUAL and STRICT only."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            message: str,
            stream: bool | None = None,
            model: str | None = None,
            preamble: str | None = None,
            chat_history: list[ChatbotMessage | SystemMessage | UserMessage | ToolMessage] | None = None,
            conversation_id: str | None = None,
            prompt_truncation: ChatRequestPromptTruncation | str | None = None,
            connectors: list[ChatConnector] | None = None,
            search_queries_only: bool | None = None,
            documents: list[dict[str, Any]] | None = None,
            citation_quality: ChatRequestCitationQuality | str | None = None,
            temperature: float | None = None,
            max_tokens: int | None = None,
            max_input_tokens: int | None = None,
            k: int | None = None,
            p: float | None = None,
            seed: int | None = None,
            stop_sequences: list[str] | None = None,
            frequency_penalty: float | None = None,
            presence_penalty: float | None = None,
            raw_prompting: bool | None = None,
            tools: list[Tool] | None = None,
            tool_results: list[ToolResult] | None = None,
            force_single_step: bool | None = None,
            response_format: TextResponseFormat | JsonObjectResponseFormat | None = None,
            safety_mode: ChatRequestSafetyMode | str | None = None,
        ) -> None: ...

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = new(cls)
        self._raw = src_dict
        fields: Any = src_dict
        self.message = fields.get("message")
        self.stream = fields.get("stream")
        self.model = fields.get("model")
        self.preamble = fields.get("preamble")
        value = fields.get("chat_history")
        self.chat_history = (
            [_CHAT_HISTORY.parse(item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.conversation_id = fields.get("conversation_id")
        self.prompt_truncation = fields.get("prompt_truncation")
        value = fields.get("connectors")
        self.connectors = (
            [parsers["ChatConnector"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.search_queries_only = fields.get("search_queries_only")
        self.documents = fields.get("documents")
        self.citation_quality = fields.get("citation_quality")
        self.temperature = fields.get("temperature")
        self.max_tokens = fields.get("max_tokens")
        self.max_input_tokens = fields.get("max_input_tokens")
        self.k = fields.get("k")
        self.p = fields.get("p")
        self.seed = fields.get("seed")
        self.stop_sequences = fields.get("stop_sequences")
        self.frequency_penalty = fields.get("frequency_penalty")
        self.presence_penalty = fields.get("presence_penalty")
        self.raw_prompting = fields.get("raw_prompting")
        value = fields.get("tools")
        self.tools = (
            [parsers["Tool"](item) if type(item) is dict else item for item in value] if type(value) is list else value
        )
        value = fields.get("tool_results")
        self.tool_results = (
            [parsers["ToolResult"](item) if type(item) is dict else item for item in value]
            if type(value) is list
            else value
        )
        self.force_single_step = fields.get("force_single_step")
        value = fields.get("response_format")
        self.response_format = _RESPONSE_FORMAT.parse(value) if type(value) is dict else value
        self.safety_mode = fields.get("safety_mode")
        return self
