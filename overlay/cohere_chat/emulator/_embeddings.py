"""Embeddings, of both versions: vectors of texts and images, in every type."""

import base64
import re
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ._calls import Call, meta
from ._chat_checks import is_image
from ._contract import RefusedError
from ._events import Lazy
from ._models import check_model
from ._nearness import Bag, bag_of, vector_of
from ._text import tokens

# So many vectors are made at once; more, one after the other as they are sent.
_FEW = 4
_MATRYOSHKA = (256, 512, 1024, 1536)
_DEFAULT_V1_MODEL = "embed-english-v2.0"
Vector = Sequence[float]


def _dimension(model: str) -> int:
    if match := re.fullmatch(r"embed-(english|multilingual)(-light)?-v(\d)\.\d.*", model):
        language, light, version = match.groups()
        if version == "2":
            return 768 if language == "multilingual" else 1024 if light else 4096
        return 384 if light else 1024
    return _MATRYOSHKA[-1]


def _bytes(vector: Vector) -> list[int]:
    largest = max(map(abs, vector))
    return [round(value / largest * 127) for value in vector]


def _bits(vector: Vector) -> list[int]:
    eights = (vector[at : at + 8] for at in range(0, len(vector), 8))
    return [sum((value > 0) << (7 - bit) for bit, value in enumerate(eight)) for eight in eights]


_TYPES: Mapping[str, Callable[[Vector], Any]] = {
    "float": list,
    "int8": _bytes,
    "uint8": lambda vector: [value + 128 for value in _bytes(vector)],
    "binary": lambda vector: [byte - 128 for byte in _bits(vector)],
    "ubinary": _bits,
    "base64": lambda vector: base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode(),
}


def embed_text(model: str, text: str, kinds: Sequence[str]) -> dict[str, Any]:
    """Return the embedding of a text in each type."""
    vector = vector_of(bag_of(text), _dimension(model))
    return {kind: _TYPES[kind](vector) for kind in kinds}


class Vectors(Lazy):
    """Vectors of bags in one of the types."""

    def __init__(self, bags: Sequence[Bag], dimension: int, kind: str) -> None:
        self._bags = bags
        self._dimension = dimension
        self._kind = kind

    def __iter__(self) -> Iterator[Any]:
        return (_TYPES[self._kind](vector_of(bag, self._dimension)) for bag in self._bags)


def v1_embed(call: Call) -> dict[str, Any]:
    model = check_model(call, "embed", default=_DEFAULT_V1_MODEL)
    if "v2" not in model and "input_type" not in call.body:
        raise RefusedError(400, f"invalid request: input_type: {model} needs one")
    reply = _embed(call, model, "1")
    if not call.body.get("embedding_types"):
        return {**reply, "response_type": "embeddings_floats", "embeddings": reply["embeddings"]["float"]}
    return reply


def v2_embed(call: Call) -> dict[str, Any]:
    return _embed(call, check_model(call, "embed"), "2")


def _embed(call: Call, model: str, version: str) -> dict[str, Any]:
    body = call.body
    given = [name for name in ("texts", "images", "inputs") if body.get(name)]
    if len(given) != 1:
        raise RefusedError(400, "invalid request: give one of texts, images and inputs, with at least one item")
    items = body[given[0]]
    dimension = int(body.get("output_dimension") or _dimension(model))
    if dimension != _dimension(model) and (dimension not in _MATRYOSHKA or _dimension(model) != _MATRYOSHKA[-1]):
        raise RefusedError(400, f"invalid request: output_dimension: {model} has no {dimension} dimensions")
    billed: Counter[str] = Counter()
    images: list[dict[str, Any]] = []

    def bag_of_item(index: int, item: Any) -> Bag:
        if given == ["images"]:
            parts: Sequence[Mapping[str, Any]] = [{"image_url": {"url": item}}]
        else:
            parts = [{"text": item}] if isinstance(item, str) else item["content"]
        bag = Bag()
        for part in parts:
            if "text" in part:
                pieces = _truncated(body, model, tokens(part["text"]))
                billed["input_tokens"] += len(pieces)
                bag += bag_of("".join(pieces))
            else:
                billed["images"] += 1
                bag[part["image_url"]["url"]] += 1
                images.append(_image(part["image_url"]["url"], f"{given[0]}[{index}]"))
        return bag or bag_of("")

    bags = [bag_of_item(index, item) for index, item in enumerate(items)]
    typed = {kind: Vectors(bags, dimension, kind) for kind in body.get("embedding_types") or ["float"]}
    return {
        "id": call.reply_id,
        "embeddings": {kind: vectors if len(bags) > _FEW else list(vectors) for kind, vectors in typed.items()},
        "texts": items if given == ["texts"] else [],
        "response_type": "embeddings_by_type",
        **({"images": images} if images else {}),
        "meta": meta(version, **billed),
    }


def _truncated(body: Mapping[str, Any], model: str, pieces: list[str]) -> list[str]:
    most = min(int(body.get("max_tokens") or 128_000), 128_000 if _dimension(model) == _MATRYOSHKA[-1] else 512)
    if len(pieces) <= most:
        return pieces
    if body.get("truncate") == "NONE":
        raise RefusedError(400, f"invalid request: too many tokens: {len(pieces)}, at most {most} with truncate NONE")
    return pieces[-most:] if body.get("truncate") == "START" else pieces[:most]


def _image(url: str, place: str) -> dict[str, Any]:
    if not is_image(url):
        raise RefusedError(
            400, f"invalid request: {place}: must be an http(s) URL or a data URI with an image in base64"
        )
    kind, _, data = url.removeprefix("data:image/").partition(";base64,")
    head = base64.b64decode(data[:40])
    # Where a PNG has its header; of other images the size is not looked for.
    width, height, depth = (
        struct.unpack(">IIB", head[16:25]) if head[12:16] == b"IHDR" and len(head) > 24 else (0, 0, 0)
    )
    return {"width": width, "height": height, "format": kind if data else "", "bit_depth": depth}
