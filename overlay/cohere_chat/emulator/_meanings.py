"""Which operations have a meaning: those with a function of their name; the others answer what the contract allows.

``v2_chat(call)`` gives the JSON reply, None for an empty one, or raises RefusedError. Where it can be streamed,
``v2_chat_events(call, reply)`` gives the events, and ``v2_chat_failed(reply, message)`` the last of a broken stream.
"""

from typing import Any

from . import (
    _chat,
    _chat_v1,
    _connectors,
    _datasets,
    _embeddings,
    _finetuning,
    _jobs,
    _models,
    _rerank,
    _texts,
    _tokens,
)
from ._calls import Call
from ._contract import with_components
from ._json_schema import sample

_MODULES = (_chat, _chat_v1, _connectors, _datasets, _embeddings, _finetuning, _jobs, _models, _rerank, _texts, _tokens)
_FUNCTIONS = {name: found for module in _MODULES for name, found in vars(module).items() if callable(found)}
# Those that a script may give a text to tell.
TELL_TEXTS = frozenset({"v2_chat", "v1_chat", "v1_generate", "v1_summarize", "audio_transcriptions_create"})


def function_for(call: Call, suffix: str = "") -> Any:
    """Return the function with the operation's name, or None."""
    return _FUNCTIONS.get(call.operation.id + suffix)


def made_of_contract(call: Call) -> Any:
    """Return a reply that the contract allows: its example, or else one made from its schema."""
    described = call.operation.reply
    if described is None:
        return None
    if "example" in described:
        return described["example"]
    return sample(with_components(described["schema"]), rng=call.rng)
