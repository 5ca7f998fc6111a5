"""A thin, typed, honest client for Cohere's API, chat first.

import cohere_chat

co = cohere_chat.ClientV2()
reply = co.chat(model="command-a-plus-05-2026", messages=[{"role": "user", "content": "Hello!"}])
"""

import contextlib
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import errors as errors
from . import types as types
from ._call import OMIT as OMIT
from ._config import RequestOptions as RequestOptions
from ._embeddings import StreamedEmbedding as StreamedEmbedding
from ._reply import HttpResponse as HttpResponse
from ._retry import RetryPolicy as RetryPolicy
from ._sync.chat import ChatStream as ChatStream
from ._sync.client import ClientV2 as ClientV2
from ._sync.stream import EventStream as EventStream
from ._version import __version__ as __version__
from .errors import *
from .errors import NotImplementedError as NotImplementedError

if TYPE_CHECKING:
    from ._async.chat import AsyncChatStream as AsyncChatStream
    from ._async.client import AsyncClientV2 as AsyncClientV2
    from ._async.client_v1 import AsyncClient as AsyncClient
    from ._async.stream import AsyncEventStream as AsyncEventStream
    from ._sync.client_v1 import Client as Client
    from .helpers import AnswerError as AnswerError
    from .helpers import ToolError as ToolError
    from .helpers import ToolRunError as ToolRunError
    from .helpers import TruncatedError as TruncatedError
    from .helpers import TurnLimitError as TurnLimitError
    from .helpers import tool as tool
    from .types import *
else:
    # Imported at first use: asyncio takes as long as all else here, and few programs need version 1 or the helpers.
    _LAZY = {
        "AsyncClient": "._async.client_v1",
        "AsyncChatStream": "._async.chat",
        "AsyncClientV2": "._async.client",
        "AsyncEventStream": "._async.stream",
        "Client": "._sync.client_v1",
        **dict.fromkeys(
            ("AnswerError", "ToolError", "ToolRunError", "TruncatedError", "TurnLimitError", "tool"), ".helpers"
        ),
    }

    # Without the names of types, so that `import *` is quick. Type checkers take what is imported "as" itself, and the
    # names of types, for public.
    __all__ = [
        "OMIT",
        "ChatStream",
        "ClientV2",
        "EventStream",
        "HttpResponse",
        "RequestOptions",
        "RetryPolicy",
        "StreamedEmbedding",
        "__version__",
        "errors",
        "types",
        *errors.__all__,
        *_LAZY,
    ]

    # The names of types stand here as well; see there. Type checkers know them, and find those that are misspelt.
    def __getattr__(name: str) -> Any:
        if name in _LAZY:
            value = globals()[name] = getattr(import_module(_LAZY[name], __name__), name)
            return value
        if not name.startswith("_"):
            with contextlib.suppress(AttributeError):
                return getattr(types, name)
        # Python adds the name that was meant, if there is one.
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*__all__, *dir(types)})


# A library leaves it to the program whether its log is heard.
logging.getLogger(__name__).addHandler(logging.NullHandler())
