"""The official SDK."""

import functools

import cohere
import typed
from typed import async_chat, async_stream, chat, stream

__all__ = ["async_chat", "async_client", "async_embed", "async_stream", "chat", "client", "embed", "stream"]


def client(url):
    return cohere.ClientV2("key", base_url=url, timeout=600)


def async_client(url):
    return cohere.AsyncClientV2("key", base_url=url, timeout=600)


# Its clients of version 2 send one request, however many texts there are; those of version 1 send batches.
version_1 = functools.cache(lambda url: cohere.Client("key", base_url=url, timeout=600))
async_version_1 = functools.cache(lambda url: cohere.AsyncClient("key", base_url=url, timeout=600))


def embed(client, messages):
    return typed.embed(version_1(client._client_wrapper.get_base_url()), messages)


async def async_embed(client, messages):
    return await typed.async_embed(async_version_1(client._client_wrapper.get_base_url()), messages)
