"""This client."""

import cohere_chat
from typed import async_chat, async_embed, async_stream, chat, embed, stream

__all__ = ["async_chat", "async_client", "async_embed", "async_stream", "chat", "client", "embed", "stream"]


def client(url):
    return cohere_chat.ClientV2("key", base_url=url, timeout=600)


def async_client(url):
    return cohere_chat.AsyncClientV2("key", base_url=url, timeout=600)
