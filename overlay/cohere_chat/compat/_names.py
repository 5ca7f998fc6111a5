"""What each public name of the official SDK is here."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final, Literal

from cohere_chat_api import groups
from cohere_chat_api.groups.v1 import EMBED
from cohere_chat_api.types import Model

import cohere_chat

from .._httpx import httpx
from . import _helpers, _http
from ._async import clients as _async_clients
from ._official import CLOUD_NAMES, placeholder
from ._sync import clients as _sync_clients


class ChatMessage(Model):
    """A message of version 1, of any role."""


_MODULES: Final = (_async_clients, _sync_clients, _helpers, _http)
_OWN: Final = {name: getattr(module, name) for module in _MODULES for name in module.__all__}
# Parts of names that changed once, or that tell a stream's parameters from others although they are the same.
_REPLACED: Final = {
    "StreamedChatResponseV2": "V2ChatStreamResponse",
    "ChatStreamRequest": "ChatRequest",
    "GenerateStreamRequest": "GenerateRequest",
}
# Other names of the same things.
_RENAMED: Final = {
    "AssistantMessageV2ContentOneItem": "AssistantMessageResponseContentItem",
    "AsyncHttpResponse": "HttpResponse",
    "ChatResponse": "V2ChatResponse",
    "DefaultAioHttpClient": "DefaultAsyncHttpxClient",
    "SystemMessageV2ContentOneItem": "TextContent",
    "async_wait": "wait",
    "SyncSdkUtils": "SdkUtils",
    # Base classes without fields in the official SDK.
    "ChatStreamEvent": "StreamedChatResponse",
    "ChatStreamEventType": "StreamedChatResponse",
    "GenerateStreamEvent": "GenerateStreamedResponse",
    # Without a tag in the official SDK, with it here.
    "AssistantMessage": "AssistantChatMessageV2",
    "ChatDocumentSource": "DocumentSource",
    "ChatTextContent": "TextContent",
    "ChatTextResponseFormat": "TextResponseFormat",
    "ChatTextResponseFormatV2": "TextResponseFormatV2",
    "ChatThinkingContent": "ThinkingContent",
    "ChatToolMessage": "ToolMessage",
    "ChatToolSource": "ToolSource",
    "EmbedFloatsResponse": "EmbeddingsFloatsEmbedResponse",
    "EmbedImage": "ImageUrlEmbedContent",
    "EmbedText": "TextEmbedContent",
    "ImageContent": "ImageUrlContent",
    "JsonResponseFormat": "JsonObjectResponseFormat",
    "JsonResponseFormatV2": "JsonObjectResponseFormatV2",
    "ParseBlocksPageVariant": "BlocksParsePage",
    "ParseImageContentBlock": "ImageParseBlock",
    "ParseMarkdownPageVariant": "MarkdownParsePage",
    "ParseTableContentBlock": "TableParseBlock",
    "ParseTextContentBlock": "TextParseBlock",
    "SystemMessageV2": "SystemChatMessageV2",
    "ToolMessageV2": "ToolChatMessageV2",
    "UserMessageV2": "UserChatMessageV2",
}
# What has no name here.
_COMPOSED: Final[dict[str, Callable[[], Any]]] = {
    "AssistantMessageV2Content": lambda: str | list[cohere_chat.AssistantMessageResponseContentItem],
    "ChatMessage": lambda: ChatMessage,
    "ChatMessages": lambda: list[cohere_chat.ChatMessageV2],
    "File": lambda: httpx._types.FileTypes,
    "ParseTableContentType": lambda: Literal["html"],
    "RerankRequestDocumentsItem": lambda: str | cohere_chat.RerankDocument,
    "SystemMessageV2Content": lambda: str | list[cohere_chat.TextContent],
    "ToolMessageV2Content": lambda: str | list[cohere_chat.ToolContent],
    "UncheckedBaseModel": lambda: Model,
    "UniversalBaseModel": lambda: Model,
    "UserMessageV2Content": lambda: str | list[cohere_chat.Content],
    "V2ChatRequestDocumentsItem": lambda: str | cohere_chat.Document,
    "embed_batch_size": lambda: EMBED.batches["texts"],
    "embed_stream_batch_size": lambda: EMBED.batches["texts"],
}


@cache
def resolve(name: str) -> Any:
    """What a public name of the official SDK is here.

    Raises:
        LookupError: It is nothing.
    """
    if name in CLOUD_NAMES:
        return placeholder(name)
    for part, ours in _REPLACED.items():
        name = name.replace(part, ours)
    name = _RENAMED.get(name, name)
    if name in _OWN:
        return _OWN[name]
    if name in _COMPOSED:
        return _COMPOSED[name]()
    for module in (cohere_chat, *_groups()):
        if hasattr(module, name):
            return getattr(module, name)
    raise LookupError(name)


@cache
def _groups() -> list[Any]:
    """The modules of the clients' groups of methods."""
    return [import_module(f"{groups.__name__}.{module.name}") for module in pkgutil.iter_modules(groups.__path__)]
