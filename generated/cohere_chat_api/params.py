# Made by `make generate` from openapi.yaml. Do not edit.
"""The parameters of the API as typed dictionaries, for type checkers.

Where a dictionary may stand, an object of the class without "Param" may stand as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NotRequired, Required, TypedDict

from .models.assistant_chat_message_v2 import AssistantChatMessageV2
from .models.assistant_message_response import AssistantMessageResponse
from .models.citation import Citation
from .models.citation_options import CitationOptions, CitationOptionsMode
from .models.citation_type import CitationType
from .models.document import Document
from .models.document_content import DocumentContent
from .models.document_source import DocumentSource
from .models.image_url import ImageUrl, ImageUrlDetail
from .models.image_url_content import ImageUrlContent
from .models.json_object_response_format_v2 import JsonObjectResponseFormatV2
from .models.system_chat_message_v2 import SystemChatMessageV2
from .models.text_content import TextContent
from .models.text_response_format_v2 import TextResponseFormatV2
from .models.thinking import Thinking, ThinkingType
from .models.thinking_content import ThinkingContent
from .models.tool_call_v2 import ToolCallV2, ToolCallV2Function
from .models.tool_chat_message_v2 import ToolChatMessageV2
from .models.tool_source import ToolSource
from .models.tool_v2 import ToolV2, ToolV2Function
from .models.user_chat_message_v2 import UserChatMessageV2
from .models.v2_chat_request import V2ChatRequestSafetyMode, V2ChatRequestToolChoice

__all__ = [
    "ChatParams",
    "AssistantChatMessageV2Param",
    "CitationParam",
    "CitationOptionsParam",
    "DocumentParam",
    "DocumentContentParam",
    "DocumentSourceParam",
    "ImageUrlParam",
    "ImageUrlContentParam",
    "JsonObjectResponseFormatV2Param",
    "SystemChatMessageV2Param",
    "TextContentParam",
    "TextResponseFormatV2Param",
    "ThinkingParam",
    "ThinkingContentParam",
    "ToolCallV2Param",
    "ToolCallV2FunctionParam",
    "ToolChatMessageV2Param",
    "ToolSourceParam",
    "ToolV2Param",
    "ToolV2FunctionParam",
    "UserChatMessageV2Param",
    "AssistantMessageResponseContentItemParam",
    "ChatMessageV2Param",
    "ContentParam",
    "ResponseFormatV2Param",
    "SourceParam",
    "ToolContentParam",
]


class AssistantChatMessageV2Param(TypedDict):
    """What the model said in an earlier turn."""

    role: Literal["assistant"]
    tool_calls: NotRequired[Sequence[ToolCallV2Param | ToolCallV2]]
    """The tool calls that the model asked for."""
    tool_plan: NotRequired[str]
    """What the model meant to do with the tools."""
    content: NotRequired[str | Sequence[AssistantMessageResponseContentItemParam]]
    """A text, or a list of texts and thoughts."""
    citations: NotRequired[Sequence[CitationParam | Citation]]
    """Which parts of the content rest on which sources."""


class CitationParam(TypedDict):
    """A part of a message and what it rests on."""

    start: NotRequired[int]
    """Where the part begins, counted in characters from 0."""
    end: NotRequired[int]
    """Where the part ends (exclusive)."""
    text: NotRequired[str]
    """The part itself."""
    sources: NotRequired[Sequence[SourceParam]]
    content_index: NotRequired[int]
    """Which item of the message's content the part is in."""
    type: NotRequired[CitationType]
    """What kind of text the cited part is in."""


class CitationOptionsParam(TypedDict):
    """How the reply is given citations."""

    mode: NotRequired[CitationOptionsMode]
    """Whether and how citations are made."""


class DocumentParam(TypedDict):
    """Something that the model may use and cite."""

    data: str | Mapping[str, Any]
    """Names and values, all of which the model sees; or a text, such as that of a JSON object. Short texts (under 300
    words) work best."""
    id: NotRequired[str]
    """How citations name the document; made up by the service where absent."""


class DocumentContentParam(TypedDict):
    """A document as a tool's result."""

    type: Literal["document"]
    document: DocumentParam | Document
    """Something that the model may use and cite."""


class DocumentSourceParam(TypedDict):
    """A document as a source."""

    type: Literal["document"]
    id: NotRequired[str]
    """Identifies the document."""
    document: NotRequired[Mapping[str, Any]]
    """The document itself."""


class ImageUrlParam(TypedDict):
    """Where an image is, and how closely the model looks at it."""

    url: str
    """A web address or a data URI with the image in base64."""
    detail: NotRequired[ImageUrlDetail]
    """How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service."""


class ImageUrlContentParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    image_url: ImageUrlParam | ImageUrl
    """Where an image is, and how closely the model looks at it."""


class JsonObjectResponseFormatV2Param(TypedDict):
    """A JSON object. Ask for JSON in a message as well, or the model may write blanks without end. Not together with
    `documents` or `tools`."""

    type: Literal["json_object"]
    json_schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema that the object fits; without it the object is up to 5 levels deep."""


class SystemChatMessageV2Param(TypedDict):
    """An instruction for the model that ranks above the other messages."""

    role: Literal["system"]
    content: str | Sequence[TextContentParam | TextContent]
    """A text, or a list of texts."""


class TextContentParam(TypedDict):
    """A text."""

    type: Literal["text"]
    text: str


class TextResponseFormatV2Param(TypedDict):
    """Plain text."""

    type: Literal["text"]


class ThinkingParam(TypedDict):
    """Whether and how long the model thinks before it answers."""

    type: ThinkingType
    """Whether the model thinks; models that can do so by default."""
    token_budget: NotRequired[int]
    """Most tokens to think for; the model answers when they are used up."""


class ThinkingContentParam(TypedDict):
    """What the model thought before it answered."""

    type: Literal["thinking"]
    thinking: str


class ToolCallV2Param(TypedDict):
    """A call of a tool that the model asks for."""

    id: str
    """Ties the tool's result to this call."""
    type: Literal["function"]
    function: NotRequired[ToolCallV2FunctionParam | ToolCallV2Function]
    """What to call, and with what."""


class ToolCallV2FunctionParam(TypedDict):
    """What to call, and with what."""

    name: NotRequired[str]
    """Name of the function."""
    arguments: NotRequired[str]
    """The arguments as the text of a JSON object."""


class ToolChatMessageV2Param(TypedDict):
    """What a tool call gave."""

    role: Literal["tool"]
    tool_call_id: str
    """The id of the tool call that is answered."""
    content: str | Sequence[ToolContentParam]
    """The result as text (a JSON object, as a rule), or a list of texts and documents."""


class ToolSourceParam(TypedDict):
    """A tool's result as a source."""

    type: Literal["tool"]
    id: NotRequired[str]
    """Identifies the result."""
    tool_output: NotRequired[Mapping[str, Any]]
    """The result itself."""


class ToolV2Param(TypedDict):
    """A tool that the model may ask for."""

    type: Literal["function"]
    function: NotRequired[ToolV2FunctionParam | ToolV2Function]
    """The function behind the tool."""


class ToolV2FunctionParam(TypedDict):
    """The function behind the tool."""

    name: str
    """How the model calls the function."""
    parameters: Mapping[str, Any]
    """The arguments of the function, as a JSON Schema."""
    description: NotRequired[str]
    """What the function does and when to use it."""


class UserChatMessageV2Param(TypedDict):
    """What the user says."""

    role: Literal["user"]
    content: str | Sequence[ContentParam]
    """A text, or a list of texts and images."""


AssistantMessageResponseContentItemParam = TextContentParam | TextContent | ThinkingContentParam | ThinkingContent

ChatMessageV2Param = (
    UserChatMessageV2Param
    | UserChatMessageV2
    | AssistantChatMessageV2Param
    | AssistantChatMessageV2
    | AssistantMessageResponse
    | SystemChatMessageV2Param
    | SystemChatMessageV2
    | ToolChatMessageV2Param
    | ToolChatMessageV2
)

ContentParam = TextContentParam | TextContent | ImageUrlContentParam | ImageUrlContent

ResponseFormatV2Param = (
    TextResponseFormatV2Param | TextResponseFormatV2 | JsonObjectResponseFormatV2Param | JsonObjectResponseFormatV2
)

SourceParam = ToolSourceParam | ToolSource | DocumentSourceParam | DocumentSource

ToolContentParam = TextContentParam | TextContent | DocumentContentParam | DocumentContent


class ChatParams(TypedDict, total=False):
    """The parameters of chat(); one that is None counts as not given."""

    model: Required[str]
    """Name of the model that answers, such as `command-a-plus-05-2026`."""
    messages: Required[Iterable[ChatMessageV2Param]]
    """The conversation so far, oldest message first."""
    tools: Iterable[ToolV2Param | ToolV2] | None
    """Functions that the model may ask the caller to run."""
    strict_tools: bool | None
    """Whether tool calls must follow the definitions of the tools to the letter. Beta. The first requests with new
    tools take longer."""
    documents: Iterable[str | DocumentParam | Document] | None
    """Texts or objects that the model may use and cite."""
    citation_options: CitationOptionsParam | CitationOptions | None
    """How the reply is given citations."""
    response_format: ResponseFormatV2Param | None
    """Makes the model write plain text or a JSON object."""
    safety_mode: V2ChatRequestSafetyMode | None
    """Which safety instruction goes into the prompt; OFF leaves it out. Not together with `tools` or `documents`;
    newer models know CONTEXTUAL and STRICT only."""
    max_tokens: int | None
    """Most tokens to generate; the model's own limit where absent. A reply cut short by it has the finish_reason
    MAX_TOKENS."""
    stop_sequences: Iterable[str] | None
    """Up to 5 strings at which the model stops writing; the reply ends before the string found."""
    temperature: float | None
    """How random the choice of tokens is; 0 is the least."""
    seed: int | None
    """Makes repeated requests give the same reply, as far as the service can."""
    frequency_penalty: float | None
    """How strongly tokens are avoided in proportion to how often they came already."""
    presence_penalty: float | None
    """How strongly tokens are avoided that came already, however often."""
    k: int | None
    """Number of the most likely tokens to choose from; 0 sets no limit."""
    p: float | None
    """Total probability of the most likely tokens to choose from; applies after `k`."""
    logprobs: bool | None
    """Whether the reply tells the log probabilities of its tokens."""
    tool_choice: V2ChatRequestToolChoice | None
    """Makes the model use a tool (REQUIRED) or none (NONE); where absent it chooses freely."""
    thinking: ThinkingParam | Thinking | None
    """Whether and how long the model thinks before it answers."""
    priority: int | None
    """How urgent the request is under load; 0 goes first."""
