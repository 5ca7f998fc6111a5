"""The reply to a request: a pure function of the request's body and a seed."""

import hashlib
import importlib.resources
import json
import uuid
from collections.abc import Mapping
from typing import Any

from cohere_chat.emulator._text import text_of, tokens

# Few conversations from the API's guide and reference, with the texts that these show as replies.
_CANNED: Mapping[str, str] = {
    json.dumps(entry["messages"]): entry["text"]
    for entry in json.loads(importlib.resources.files(__package__).joinpath("canned.json").read_bytes())
}
# The real service counts its own prompt in `tokens`, but does not bill it.
_PROMPT_TOKENS = 66


def reply_to(body: Mapping[str, Any], *, seed: int = 0) -> dict[str, Any]:
    """Return the whole reply to a valid request.

    The same body and seed give the same reply, to the byte; whether it is streamed makes no difference.
    """
    identity = {name: value for name, value in body.items() if name != "stream"}
    digest = hashlib.sha256(json.dumps([identity, seed], sort_keys=True).encode()).digest()
    messages = body["messages"]
    text = _CANNED.get(json.dumps([[message["role"], text_of(message)] for message in messages]))
    if text is None:
        text = f'You said: "{text_of(messages[-1])}"'
    read = sum(len(tokens(text_of(message))) for message in messages)
    written = len(tokens(text))
    return {
        "id": str(uuid.UUID(bytes=digest[:16], version=4)),
        "finish_reason": "COMPLETE",
        "message": {"role": "assistant", "content": [{"type": "text", "text": text}]},
        "usage": {
            "billed_units": {"input_tokens": read, "output_tokens": written},
            "tokens": {"input_tokens": read + _PROMPT_TOKENS, "output_tokens": written},
        },
    }
