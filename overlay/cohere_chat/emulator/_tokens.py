"""Tokenize and detokenize. A token is up to three bytes of a text in UTF-8, so that any text comes back."""

from typing import Any

from ._calls import Call, meta
from ._contract import RefusedError
from ._models import endpoint_of

_BYTES = 3
# Ids from here on are characters that have more bytes than that.
_CHARACTERS = 1 << 25


def v1_tokenize(call: Call) -> dict[str, Any]:
    _check_model(call)
    pieces = [""]
    for character in call.body["text"]:
        if len(_bytes(pieces[-1] + character)) > _BYTES and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    pieces = [piece for piece in pieces if piece]
    return {"tokens": [_id(piece) for piece in pieces], "token_strings": pieces, "meta": meta("1")}


def v1_detokenize(call: Call) -> dict[str, Any]:
    _check_model(call)
    return {"text": "".join(map(_piece, call.body["tokens"])), "meta": meta("1")}


def _check_model(call: Call) -> None:
    if endpoint_of(call, call.body["model"]) is None:
        raise RefusedError(404, f"model {call.body['model']!r} not found")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _id(piece: str) -> int:
    encoded = _bytes(piece)
    if len(encoded) > _BYTES:
        return _CHARACTERS + ord(piece)
    return int.from_bytes(b"\1" + encoded)  # the 1 keeps zeros


def _piece(identifier: int) -> str:
    if _CHARACTERS <= identifier <= _CHARACTERS + 0x10FFFF:
        return chr(identifier - _CHARACTERS)
    # Ids that no text leads to come from another tokenizer.
    encoded = max(int(identifier), 0).to_bytes(64)[-_BYTES - 1 :].lstrip(b"\0")
    return encoded.removeprefix(b"\1").decode("utf-8", "replace")
