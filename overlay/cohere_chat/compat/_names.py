"""What each public name of the official SDK is here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

import cohere_chat

from . import _clients
from ._official import placeholder

_OWN: Final = {
    name: getattr(_clients, name)
    for name in (
        "AsyncClient",
        "AsyncClientV2",
        "AsyncHttpClient",
        "Client",
        "ClientEnvironment",
        "ClientV2",
        "HttpClient",
    )
}
# Parts of names that changed once, or that tell chat_stream() from chat() although the things are the same.
_REPLACED: Final = {
    "StreamedChatResponseV2": "V2ChatStreamResponse",
    "V2ChatStreamRequest": "V2ChatRequest",
}
# Other names of the same things.
_RENAMED: Final = {
    "AssistantMessageV2ContentOneItem": "AssistantMessageResponseContentItem",
    "AsyncHttpResponse": "HttpResponse",
    "AsyncV2Client": "AsyncClientV2",
    "ChatResponse": "V2ChatResponse",
    "SystemMessageV2ContentOneItem": "TextContent",
    "V2Client": "ClientV2",
    # Without a tag in the official SDK, with it here.
    "AssistantMessage": "AssistantChatMessageV2",
    "ChatDocumentSource": "DocumentSource",
    "ChatTextContent": "TextContent",
    "ChatTextResponseFormatV2": "TextResponseFormatV2",
    "ChatThinkingContent": "ThinkingContent",
    "ChatToolSource": "ToolSource",
    "ImageContent": "ImageUrlContent",
    "JsonResponseFormatV2": "JsonObjectResponseFormatV2",
    "SystemMessageV2": "SystemChatMessageV2",
    "ToolMessageV2": "ToolChatMessageV2",
    "UserMessageV2": "UserChatMessageV2",
}
# Types without a name here.
_COMPOSED: Final[dict[str, Callable[[], object]]] = {
    "AssistantMessageV2Content": lambda: str | list[cohere_chat.AssistantMessageResponseContentItem],
    "ChatMessages": lambda: list[cohere_chat.ChatMessageV2],
    "SystemMessageV2Content": lambda: str | list[cohere_chat.TextContent],
    "ToolMessageV2Content": lambda: str | list[cohere_chat.ToolContent],
    "UserMessageV2Content": lambda: str | list[cohere_chat.Content],
    "V2ChatRequestDocumentsItem": lambda: str | cohere_chat.Document,
}


@cache
def resolve(name: str) -> object:
    """What a public name of the official SDK is here; a Placeholder if it is nothing."""
    if name in _OWN:
        return _OWN[name]
    for part, ours in _REPLACED.items():
        name = name.replace(part, ours)
    name = _RENAMED.get(name, name)
    if name in _COMPOSED:
        return _COMPOSED[name]()
    return getattr(cohere_chat, name) if hasattr(cohere_chat, name) else placeholder(name)
