# Made by `make generate` from openapi.yaml. Do not edit.
"""The parameters of the API as typed dictionaries, for type checkers.

Where a dictionary may stand, an object of the class without "Param" may stand as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NotRequired, Required, TypedDict

from .models.assistant_chat_message_v2 import AssistantChatMessageV2
from .models.assistant_message_response import AssistantMessageResponse
from .models.auth_token_type import AuthTokenType
from .models.base_model import BaseModel
from .models.base_type import BaseType
from .models.batch_status import BatchStatus
from .models.chatbot_message import ChatbotMessage
from .models.citation import Citation
from .models.citation_options import CitationOptions, CitationOptionsMode
from .models.citation_type import CitationType
from .models.document import Document
from .models.document_content import DocumentContent
from .models.document_source import DocumentSource
from .models.embed_image_url import EmbedImageUrl
from .models.embed_input import EmbedInput
from .models.embed_input_type import EmbedInputType
from .models.embedding_type import EmbeddingType
from .models.hyperparameters import Hyperparameters
from .models.image_url import ImageUrl, ImageUrlDetail
from .models.image_url_content import ImageUrlContent
from .models.image_url_embed_content import ImageUrlEmbedContent
from .models.json_object_response_format import JsonObjectResponseFormat
from .models.json_object_response_format_v2 import JsonObjectResponseFormatV2
from .models.lora_target_modules import LoraTargetModules
from .models.parse_document import ParseDocument
from .models.parse_output_format import ParseOutputFormat
from .models.rerank_relevant_spans import RerankRelevantSpans, RerankRelevantSpansMode
from .models.settings import Settings
from .models.status import Status
from .models.strategy import Strategy
from .models.system_chat_message_v2 import SystemChatMessageV2
from .models.system_message import SystemMessage
from .models.text_content import TextContent
from .models.text_embed_content import TextEmbedContent
from .models.text_response_format import TextResponseFormat
from .models.text_response_format_v2 import TextResponseFormatV2
from .models.thinking import Thinking, ThinkingType
from .models.thinking_content import ThinkingContent
from .models.tool_call import ToolCall
from .models.tool_call_v2 import ToolCallV2, ToolCallV2Function
from .models.tool_chat_message_v2 import ToolChatMessageV2
from .models.tool_message import ToolMessage
from .models.tool_parameter_definitions_value import ToolParameterDefinitionsValue
from .models.tool_result import ToolResult
from .models.tool_source import ToolSource
from .models.tool_v2 import ToolV2, ToolV2Function
from .models.user_chat_message_v2 import UserChatMessageV2
from .models.user_message import UserMessage
from .models.v2_chat_request import V2ChatRequestSafetyMode, V2ChatRequestToolChoice
from .models.v2_embed_request import V2EmbedRequestTruncate
from .models.wandb_config import WandbConfig

__all__ = [
    "ChatParams",
    "ChatOptions",
    "EmbedParams",
    "RerankParams",
    "ParseParams",
    "AssistantChatMessageV2Param",
    "BaseModelParam",
    "BatchParam",
    "ChatConnectorParam",
    "ChatbotMessageParam",
    "CitationParam",
    "CitationOptionsParam",
    "ClassifyExampleParam",
    "CreateConnectorOAuthParam",
    "CreateConnectorServiceAuthParam",
    "DocumentParam",
    "DocumentContentParam",
    "DocumentSourceParam",
    "EmbedImageUrlParam",
    "EmbedInputParam",
    "FinetunedModelParam",
    "HyperparametersParam",
    "ImageUrlParam",
    "ImageUrlContentParam",
    "ImageUrlEmbedContentParam",
    "JsonObjectResponseFormatParam",
    "JsonObjectResponseFormatV2Param",
    "ParseDocumentParam",
    "RerankRelevantSpansParam",
    "SettingsParam",
    "SystemChatMessageV2Param",
    "SystemMessageParam",
    "TextContentParam",
    "TextEmbedContentParam",
    "TextResponseFormatParam",
    "TextResponseFormatV2Param",
    "ThinkingParam",
    "ThinkingContentParam",
    "ToolParam",
    "ToolCallParam",
    "ToolCallV2Param",
    "ToolCallV2FunctionParam",
    "ToolChatMessageV2Param",
    "ToolMessageParam",
    "ToolParameterDefinitionsValueParam",
    "ToolResultParam",
    "ToolSourceParam",
    "ToolV2Param",
    "ToolV2FunctionParam",
    "UserChatMessageV2Param",
    "UserMessageParam",
    "WandbConfigParam",
    "AssistantMessageResponseContentItemParam",
    "ChatMessageV2Param",
    "ContentParam",
    "EmbedContentParam",
    "MessageParam",
    "ResponseFormatParam",
    "ResponseFormatV2Param",
    "SourceParam",
    "ToolContentParam",
]


class AssistantChatMessageV2Param(TypedDict):
    """What the model said in an earlier turn."""

    role: Literal["assistant"]
    """Always 'assistant'."""
    tool_calls: NotRequired[Sequence[ToolCallV2Param | ToolCallV2]]
    """The tool calls that the model asked for."""
    tool_plan: NotRequired[str]
    """What the model meant to do with the tools."""
    content: NotRequired[str | Sequence[AssistantMessageResponseContentItemParam]]
    """A text, or a list of texts and thoughts."""
    citations: NotRequired[Sequence[CitationParam | Citation]]
    """Which parts of the content rest on which sources."""


class BaseModelParam(TypedDict):
    """The model to begin with."""

    base_type: BaseType
    """What a model is for; BASE_TYPE_GENERATIVE is deprecated."""
    name: NotRequired[str]
    """Its name."""
    version: NotRequired[str]
    """Its version."""
    strategy: NotRequired[Strategy]
    """Deprecated. Where a model is served, on processors of its own (VANILLA) or on shared ones (TFEW)."""


class BatchParam(TypedDict):
    """Requests of a dataset that are run as one job."""

    name: str
    """Its name."""
    input_dataset_id: str
    """Id of the dataset with the requests."""
    model: str
    """Name of the model."""
    id: NotRequired[str]
    """Id of the batch."""
    creator_id: NotRequired[str]
    """Who created it."""
    org_id: NotRequired[str]
    """The organization that it belongs to."""
    status: NotRequired[BatchStatus]
    """How far a batch is."""
    created_at: NotRequired[datetime | str]
    """When it was created."""
    updated_at: NotRequired[datetime | str]
    """When it last changed."""
    output_dataset_id: NotRequired[str]
    """Id of the dataset with the replies."""
    input_tokens: NotRequired[str]
    """Tokens of input."""
    output_tokens: NotRequired[str]
    """Tokens of output."""
    num_records: NotRequired[int]
    """How many requests there are."""
    num_successful_records: NotRequired[int]
    """How many of them have succeeded."""
    num_failed_records: NotRequired[int]
    """How many of them have failed."""
    status_reason: NotRequired[str]
    """More about the status."""


class ChatConnectorParam(TypedDict):
    """A service to search."""

    id: str
    """Id of the connector, or `web-search`."""
    user_access_token: NotRequired[str]
    """What the connector gets as authorization, in place of a token of the service's."""
    continue_on_failure: NotRequired[bool]
    """Whether the chat goes on when the connector fails."""
    options: NotRequired[Mapping[str, Any]]
    """Settings of the connector, such as `site` of `web-search`."""


class ChatbotMessageParam(TypedDict):
    """What the model said."""

    role: Literal["CHATBOT"]
    """Always 'CHATBOT'."""
    message: str
    """The text."""
    tool_calls: NotRequired[Sequence[ToolCallParam | ToolCall]]
    """The functions that the model asked for."""


class CitationParam(TypedDict):
    """A part of a message and what it rests on."""

    start: NotRequired[int]
    """Where the part begins, counted in characters from 0."""
    end: NotRequired[int]
    """Where the part ends (exclusive)."""
    text: NotRequired[str]
    """The part itself."""
    sources: NotRequired[Sequence[SourceParam]]
    """What the part rests on: documents, or results of tools."""
    content_index: NotRequired[int]
    """Which item of the message's content the part is in."""
    type: NotRequired[CitationType]
    """What kind of text the cited part is in."""


class CitationOptionsParam(TypedDict):
    """How the reply is given citations."""

    mode: NotRequired[CitationOptionsMode]
    """Whether and how citations are made."""


class ClassifyExampleParam(TypedDict):
    """A text and its class."""

    text: NotRequired[str]
    """The text."""
    label: NotRequired[str]
    """Its class."""


class CreateConnectorOAuthParam(TypedDict):
    """How users authorize a connector by OAuth 2.0; not together with `service_auth`."""

    client_id: NotRequired[str]
    """The client's id; kept encrypted."""
    client_secret: NotRequired[str]
    """The client's secret; kept encrypted, and no reply has it."""
    authorize_url: NotRequired[str]
    """Where users authorize."""
    token_url: NotRequired[str]
    """Where tokens come from."""
    scope: NotRequired[str]
    """The scopes to ask for."""


class CreateConnectorServiceAuthParam(TypedDict):
    """How the service authorizes itself to a connector by a token; not together with `oauth`."""

    type: AuthTokenType
    """What stands before the token in the header Authorization."""
    token: str
    """The token; kept encrypted, and no reply has it."""


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
    """Always 'document'."""
    document: DocumentParam | Document
    """Something that the model may use and cite."""


class DocumentSourceParam(TypedDict):
    """A document as a source."""

    type: Literal["document"]
    """Always 'document'."""
    id: NotRequired[str]
    """Identifies the document."""
    document: NotRequired[Mapping[str, Any]]
    """The document itself."""


class EmbedImageUrlParam(TypedDict):
    """Where an image is."""

    url: str
    """A data URI with the image in base64."""


class EmbedInputParam(TypedDict):
    """Something that becomes one vector."""

    content: Sequence[EmbedContentParam]
    """Texts and images."""


class FinetunedModelParam(TypedDict):
    """A fine-tuned model."""

    name: str
    """Its name."""
    settings: SettingsParam | Settings
    """What a model is trained from, on and how."""
    id: NotRequired[str]
    """Id of the fine-tuned model."""
    creator_id: NotRequired[str]
    """Who created it."""
    organization_id: NotRequired[str]
    """The organization that it belongs to."""
    status: NotRequired[Status]
    """How far a fine-tuned model is; STATUS_DEPLOYING_API is deprecated."""
    created_at: NotRequired[datetime | str]
    """When it was created."""
    updated_at: NotRequired[datetime | str]
    """When it last changed."""
    completed_at: NotRequired[datetime | str]
    """When its training was complete."""
    last_used: NotRequired[datetime | str]
    """Deprecated. When it was last used."""


class HyperparametersParam(TypedDict):
    """How a model is trained."""

    early_stopping_patience: NotRequired[int]
    """After how many evaluations without enough improvement the training stops."""
    early_stopping_threshold: NotRequired[float]
    """How much improvement of the loss is enough."""
    train_batch_size: NotRequired[int]
    """Examples in a step."""
    train_epochs: NotRequired[int]
    """How often all examples are gone through."""
    learning_rate: NotRequired[float]
    """The learning rate."""
    lora_alpha: NotRequired[int]
    """By how much LoRA's changes are scaled."""
    lora_rank: NotRequired[int]
    """The rank of LoRA's matrices."""
    lora_target_modules: NotRequired[LoraTargetModules]
    """Which matrices LoRA changes: of query and value, of key and output as well, or those of the feed-forward
    networks too."""


class ImageUrlParam(TypedDict):
    """Where an image is, and how closely the model looks at it."""

    url: str
    """A web address or a data URI with the image in base64."""
    detail: NotRequired[ImageUrlDetail]
    """How closely the model looks; `low` is cheaper and faster, `auto` leaves it to the service."""


class ImageUrlContentParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always 'image_url'."""
    image_url: ImageUrlParam | ImageUrl
    """Where an image is, and how closely the model looks at it."""


class ImageUrlEmbedContentParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always 'image_url'."""
    image_url: NotRequired[EmbedImageUrlParam | EmbedImageUrl]
    """Where an image is."""


class JsonObjectResponseFormatParam(TypedDict):
    """A JSON object. Ask for JSON in the message as well, or the model may write blanks without end."""

    type: Literal["json_object"]
    """Always 'json_object'."""
    schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema that the object fits; without it the object is up to 5 levels deep."""


class JsonObjectResponseFormatV2Param(TypedDict):
    """A JSON object. Ask for JSON in a message as well, or the model may write blanks without end. Not together with
    `documents` or `tools`."""

    type: Literal["json_object"]
    """Always 'json_object'."""
    json_schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema that the object fits; without it the object is up to 5 levels deep."""


class ParseDocumentParam(TypedDict):
    """A document to read."""

    type: Literal["image_url"]
    """Always 'image_url'."""
    image_url: str
    """A web address or a data URI of an image: of at most 20 MB, and decoded at most 50 megapixels and 200 MB."""


class RerankRelevantSpansParam(TypedDict):
    """Whether and which passages that match the query the reply names. Rerank v5 and later models know it."""

    mode: RerankRelevantSpansMode
    """Whether the reply names passages."""
    threshold: NotRequired[float]
    """The score that a passage must exceed."""
    max_spans: NotRequired[int]
    """Maximum number of passages of a text; all where absent."""


class SettingsParam(TypedDict):
    """What a model is trained from, on and how."""

    base_model: BaseModelParam | BaseModel
    """The model to begin with."""
    dataset_id: str
    """Id of the dataset to train and evaluate with."""
    hyperparameters: NotRequired[HyperparametersParam | Hyperparameters]
    """How a model is trained."""
    multi_label: NotRequired[bool]
    """Whether a text may have several classes, if the model classifies."""
    wandb: NotRequired[WandbConfigParam | WandbConfig]
    """Where Weights & Biases records the training; for chat only."""


class SystemChatMessageV2Param(TypedDict):
    """An instruction for the model that ranks above the other messages."""

    role: Literal["system"]
    """Always 'system'."""
    content: str | Sequence[TextContentParam | TextContent]
    """A text, or a list of texts."""


class SystemMessageParam(TypedDict):
    """An instruction for the model; one at the beginning is better given as the preamble."""

    role: Literal["SYSTEM"]
    """Always 'SYSTEM'."""
    message: str
    """The text."""
    tool_calls: NotRequired[Sequence[ToolCallParam | ToolCall]]
    """The functions that the model asked for."""


class TextContentParam(TypedDict):
    """A text."""

    type: Literal["text"]
    """Always 'text'."""
    text: str
    """The text."""


class TextEmbedContentParam(TypedDict):
    """A text."""

    type: Literal["text"]
    """Always 'text'."""
    text: NotRequired[str]
    """The text."""


class TextResponseFormatParam(TypedDict):
    """Plain text."""

    type: Literal["text"]
    """Always 'text'."""


class TextResponseFormatV2Param(TypedDict):
    """Plain text."""

    type: Literal["text"]
    """Always 'text'."""


class ThinkingParam(TypedDict):
    """Whether and how long the model thinks before it answers."""

    type: ThinkingType
    """Whether the model thinks; models that can do so by default."""
    token_budget: NotRequired[int]
    """Most tokens to think for; the model answers when they are used up."""


class ThinkingContentParam(TypedDict):
    """What the model thought before it answered."""

    type: Literal["thinking"]
    """Always 'thinking'."""
    thinking: str
    """The thoughts."""


class ToolParam(TypedDict):
    """A function that the model may ask for."""

    name: str
    """How the model calls the function; letters, digits and `_`, but no digit at the beginning."""
    description: str
    """What the function does and when to use it."""
    parameter_definitions: NotRequired[Mapping[str, ToolParameterDefinitionsValueParam | ToolParameterDefinitionsValue]]
    """The arguments of the function by their names, which are made as its own."""


class ToolCallParam(TypedDict):
    """A call of a function that the model asks for."""

    name: str
    """Name of the function."""
    parameters: Mapping[str, Any]
    """The arguments by their names."""


class ToolCallV2Param(TypedDict):
    """A call of a tool that the model asks for."""

    id: str
    """Ties the tool's result to this call."""
    type: Literal["function"]
    """Always 'function'."""
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
    """Always 'tool'."""
    tool_call_id: str
    """The id of the tool call that is answered."""
    content: str | Sequence[ToolContentParam]
    """The result as text (a JSON object, as a rule), or a list of texts and documents."""


class ToolMessageParam(TypedDict):
    """What functions gave."""

    role: Literal["TOOL"]
    """Always 'TOOL'."""
    tool_results: NotRequired[Sequence[ToolResultParam | ToolResult]]
    """The results."""


class ToolParameterDefinitionsValueParam(TypedDict):
    """An argument of a function."""

    type: str
    """Its type in Python, such as `str`."""
    description: NotRequired[str]
    """What it is."""
    required: NotRequired[bool]
    """Whether the function needs it."""


class ToolResultParam(TypedDict):
    """What a function gave."""

    call: ToolCallParam | ToolCall
    """A call of a function that the model asks for."""
    outputs: Sequence[Mapping[str, Any]]
    """The result, as a list of objects."""


class ToolSourceParam(TypedDict):
    """A tool's result as a source."""

    type: Literal["tool"]
    """Always 'tool'."""
    id: NotRequired[str]
    """Identifies the result."""
    tool_output: NotRequired[Mapping[str, Any]]
    """The result itself."""


class ToolV2Param(TypedDict):
    """A tool that the model may ask for."""

    type: Literal["function"]
    """Always 'function'."""
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
    """Always 'user'."""
    content: str | Sequence[ContentParam]
    """A text, or a list of texts and images."""


class UserMessageParam(TypedDict):
    """What the user said."""

    role: Literal["USER"]
    """Always 'USER'."""
    message: str
    """The text."""
    tool_calls: NotRequired[Sequence[ToolCallParam | ToolCall]]
    """The functions that the model asked for."""


class WandbConfigParam(TypedDict):
    """Where Weights & Biases records the training; for chat only."""

    project: str
    """The project there."""
    api_key: str
    """The API key there."""
    entity: NotRequired[str]
    """The entity there."""


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

EmbedContentParam = ImageUrlEmbedContentParam | ImageUrlEmbedContent | TextEmbedContentParam | TextEmbedContent

MessageParam = (
    ChatbotMessageParam
    | ChatbotMessage
    | SystemMessageParam
    | SystemMessage
    | UserMessageParam
    | UserMessage
    | ToolMessageParam
    | ToolMessage
)

ResponseFormatParam = (
    TextResponseFormatParam | TextResponseFormat | JsonObjectResponseFormatParam | JsonObjectResponseFormat
)

ResponseFormatV2Param = (
    TextResponseFormatV2Param | TextResponseFormatV2 | JsonObjectResponseFormatV2Param | JsonObjectResponseFormatV2
)

SourceParam = ToolSourceParam | ToolSource | DocumentSourceParam | DocumentSource

ToolContentParam = TextContentParam | TextContent | DocumentContentParam | DocumentContent


class ChatOptions(TypedDict, total=False):
    """The parameters of chat() but for model, messages, tools; one that is None counts as not given."""

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


class ChatParams(ChatOptions, total=False):
    """The parameters of chat(); one that is None counts as not given."""

    model: Required[str]
    """Name of the model that answers, such as `command-a-plus-05-2026`."""
    messages: Required[Iterable[ChatMessageV2Param]]
    """The conversation so far, oldest message first."""
    tools: Iterable[ToolV2Param | ToolV2] | None
    """Functions that the model may ask the caller to run."""


class EmbedParams(TypedDict, total=False):
    """The parameters of embed(); one that is None counts as not given."""

    model: Required[str]
    """Name of the model, such as `embed-v4.0`."""
    input_type: Required[EmbedInputType]
    """What the vectors are for: documents to be found, queries to find them with, a classifier, clusters; or that the
    input is an image. Embed v3 and later models require it."""
    texts: Iterable[str] | None
    """Texts to turn into vectors; more than 96 take several requests."""
    images: Iterable[str] | None
    """Images as data URIs (JPEG, PNG, WebP or GIF), of together at most 20 MB; Embed v3 takes a single one of at most
    5 MB."""
    inputs: Iterable[EmbedInputParam | EmbedInput] | None
    """Inputs to turn into vectors, each of texts and images; more than 96 take several requests."""
    max_tokens: int | None
    """Maximum number of tokens of an input; longer ones are cut as `truncate` says."""
    output_dimension: int | None
    """How many numbers a vector has; embed-v4.0 knows 256, 512, 1024 and 1536, which is its default."""
    embedding_types: Iterable[EmbeddingType] | None
    """Which types of vectors the reply has."""
    truncate: V2EmbedRequestTruncate | None
    """Which end of a text that is too long for the model is cut off; with NONE such a text is an error."""
    priority: int | None
    """How urgent the request is under load; 0 goes first."""


class RerankParams(TypedDict, total=False):
    """The parameters of rerank(); one that is None counts as not given."""

    model: Required[str]
    """Name of the model, such as `rerank-v4.0-pro`."""
    query: Required[str]
    """What is searched for."""
    documents: Required[Iterable[str]]
    """The texts; objects go best as YAML, and more than 1,000 are slow."""
    top_n: int | None
    """How many of the best to return; all where absent."""
    max_tokens_per_doc: int | None
    """Maximum number of tokens of a text that are read; the rest is ignored."""
    relevant_spans: RerankRelevantSpansParam | RerankRelevantSpans | None
    """Whether and which passages that match the query the reply names. Rerank v5 and later models know it."""
    priority: int | None
    """How urgent the request is under load; 0 goes first."""


class ParseParams(TypedDict, total=False):
    """The parameters of parse(); one that is None counts as not given."""

    model: Required[str]
    """Name of the model."""
    document: Required[ParseDocumentParam | ParseDocument]
    """A document to read."""
    output_format: ParseOutputFormat | None
    """Whether a page is given as Markdown, with tables as HTML in it, or as blocks of text, images and tables in their
    order."""
