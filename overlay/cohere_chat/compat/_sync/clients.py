# Made by `make generate` from ../_async/clients.py. Do not edit.
"""The clients of the official SDK: those of this package, with its constructors and what it has besides.

Instrumentations replace methods of these classes, so each call looks for its method where the official SDK has it:
those of version 1 in BaseCohere and Client, those of version 2 in V2Client and ClientV2.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import cohere_chat
from cohere_chat_api.groups.v1 import EMBED
from cohere_chat_api.groups.v2 import V2Methods, V2Root
from cohere_chat_api.models import DetokenizeResponse, TokenizeResponse

from ..._httpx import httpx
from .._helpers import TOKENIZERS, SdkUtils, read_tokenizer
from .._http import NOWHERE, ClientEnvironment, ClientWrapper, HttpClient, RefusingTransport, find_base_url
from .._official import add_removed_methods

__all__ = ["BaseCohere", "Client", "ClientV2", "V2Client"]


class _Official:
    """The constructor of the official clients, and the private parts that frameworks look into."""

    _base_url: object = None
    _core: Any

    def __init__(
        self,
        api_key: Any = None,
        *,
        token: Any = None,
        base_url: object = None,
        environment: ClientEnvironment = ClientEnvironment.PRODUCTION,
        thread_pool_executor: object = None,
        log_warning_experimental_features: object = True,
        **options: Any,
    ) -> None:
        url = self._base_url = find_base_url(base_url, environment, options.get("httpx_client"))
        if isinstance(url, str) and "://" not in url:
            # Told when the first request is sent, as by the official SDK: tests of frameworks build such clients.
            options["httpx_client"] = httpx.Client(transport=RefusingTransport(url), trust_env=False)
            url = NOWHERE
        super().__init__(token if api_key is None else api_key, base_url=url, **options)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    @property
    def _client_wrapper(self) -> ClientWrapper:
        return ClientWrapper(self, self._base_url, HttpClient)


class V2Client(V2Methods):
    """The methods of version 2: `client.v2`."""

    def __init__(self, *, client_wrapper: ClientWrapper) -> None:
        super().__init__(client_wrapper.client._core)

    @property
    def with_raw_response(self) -> Any:
        return V2Root(self._core.raw)


# Its own, so that in ClientV2 they come before those of version 1.
for _name, _method in vars(V2Methods).items():
    if not _name.startswith("_"):
        setattr(V2Client, _name, _method)


class BaseCohere(_Official, cohere_chat.Client):
    """What comes of the contract alone."""


@add_removed_methods
class Client(BaseCohere):
    """Client of cohere_chat; the arguments of the official SDK's are known as well."""

    utils = SdkUtils()

    @property
    def v2(self) -> Any:
        return self if isinstance(self, V2Client) else V2Client(client_wrapper=self._client_wrapper)

    def embed(self, *, batching: bool | None = True, **arguments: Any) -> Any:
        """Embed texts or images; see cohere_chat. Without batching, all go out in one request."""
        if batching is not False:
            return super().embed(**arguments)
        options = arguments.pop("request_options", None)
        return self._core.call(EMBED._replace(batches={}), arguments, options)

    def fetch_tokenizer(self, *, model: str) -> Any:
        """The tokenizer of a model, as the package tokenizers reads it.

        Raises:
            ImportError, ValueError, httpx.HTTPError: There is none to be had.
        """
        place = self._client_wrapper.get_base_url(), model
        if place not in TOKENIZERS:
            with httpx.Client(follow_redirects=True) as client:
                file = client.get((self.models.get(model)).tokenizer_url or "")
            TOKENIZERS[place] = read_tokenizer(file.raise_for_status().text)
        return TOKENIZERS[place]

    def tokenize(self, *, text: str, model: str, request_options: Any = None, offline: bool | None = True) -> Any:
        """Tell the tokens of a text: by the model's tokenizer, or by the API where there is none to be had."""
        if offline:
            with suppress(Exception):
                tokenizer = self.fetch_tokenizer(model=model)
                return TokenizeResponse(tokens=tokenizer.encode(text, add_special_tokens=False).ids, token_strings=[])
        return super().tokenize(text=text, model=model, request_options=request_options)

    def detokenize(
        self, *, tokens: Iterable[int], model: str, request_options: Any = None, offline: bool | None = True
    ) -> Any:
        """Tell the text of tokens: by the model's tokenizer, or by the API where there is none to be had."""
        if offline:
            with suppress(Exception):
                return DetokenizeResponse(text=(self.fetch_tokenizer(model=model)).decode(tokens))
        return super().detokenize(tokens=tokens, model=model, request_options=request_options)


# Methods go by version 2's names, as those of the official class do.
class ClientV2(V2Client, Client, cohere_chat.ClientV2):  # type: ignore[misc]  # pyright: ignore[reportIncompatibleMethodOverride]
    """ClientV2 of cohere_chat; the arguments of the official SDK's are known as well."""

    __init__ = Client.__init__  # pyright: ignore[reportAssignmentType]
