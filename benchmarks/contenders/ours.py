"""This client."""

import cohere_chat
from typed import async_chat, async_stream, chat, stream

__all__ = ["async_chat", "async_client", "async_stream", "chat", "client", "stream"]


def client(url):
    return cohere_chat.ClientV2("key", base_url=url, timeout=600)


def async_client(url):
    return cohere_chat.AsyncClientV2("key", base_url=url, timeout=600)
