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
    tokens, pieces = tokens_of(call.body["text"])
    return {"tokens": tokens, "token_strings": pieces, "meta": meta("1")}


def v1_detokenize(call: Call) -> dict[str, Any]:
    _check_model(call)
    return {"text": text_of(call.body["tokens"]), "meta": meta("1")}


def _check_model(call: Call) -> None:
    if endpoint_of(call, call.body["model"]) is None:
        raise RefusedError(404, f"model {call.body['model']!r} not found")


def tokens_of(text: str) -> tuple[list[int], list[str]]:
    """Return the tokens of a text, as numbers and as the pieces of the text that they stand for."""
    pieces: list[str] = []
    for character in text:
        if pieces and len(_bytes(pieces[-1] + character)) <= _BYTES:
            pieces[-1] += character
        else:
            pieces.append(character)
    return [_id(piece) for piece in pieces], pieces


def text_of(tokens: list[int]) -> str:
    """Return the text that tokens stand for."""
    return "".join(map(_piece, tokens))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _id(piece: str) -> int:
    encoded = _bytes(piece)
    if len(encoded) > _BYTES:
        return _CHARACTERS + ord(piece)
    return int.from_bytes(b"\1" + encoded)  # the 1 keeps zeros


def _piece(token: int) -> str:
    if _CHARACTERS <= token <= _CHARACTERS + 0x10FFFF:
        return chr(token - _CHARACTERS)
    # Ids that no text leads to come from another tokenizer.
    encoded = (int(token) % _CHARACTERS).to_bytes(_BYTES + 1).lstrip(b"\0").removeprefix(b"\1")
    try:
        return encoded.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return encoded.decode("latin-1")
