"""Rows as an Avro file, which is what the API's datasets are downloaded as.

Each field may hold any JSON value; what is nested deeper than eight levels is written as the text of its JSON.
The format is that of https://avro.apache.org/docs/1.11.1/specification.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_MAX_DEPTH = 8
_SCALARS = ["null", "boolean", "long", "double", "string"]
_SYNC = b"cohere emulator."  # 16 bytes between blocks
_ROWS_PER_BLOCK = 64


def depth_of(value: Any) -> int:
    """Return how deep a value is nested: 0 for a scalar."""
    inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else None
    return 0 if inner is None else 1 + max(map(depth_of, inner), default=0)


def schema_of(fields: Mapping[str, int]) -> dict[str, Any]:
    """Return the Avro schema of rows with these fields, whose values are at most so deep."""
    described = [{"name": name, "type": _union(min(depth, _MAX_DEPTH))} for name, depth in fields.items()]
    return {"type": "record", "name": "row", "fields": described}


def _union(depth: int) -> list[Any]:
    if depth == 0:
        return _SCALARS
    inner = _union(depth - 1)
    return [*_SCALARS, {"type": "array", "items": inner}, {"type": "map", "values": inner}]


def avro_file(fields: Mapping[str, int], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield the bytes of an Avro file, a block of rows at a time."""
    schema = json.dumps(schema_of(fields))
    yield (
        b"Obj\1" + _long(2) + _text("avro.schema") + _text(schema) + _text("avro.codec") + _text("null") + b"\0" + _SYNC
    )
    block: list[bytes] = []
    for row in rows:
        block.append(b"".join(_value(row.get(name), min(depth, _MAX_DEPTH)) for name, depth in fields.items()))
        if len(block) == _ROWS_PER_BLOCK:
            yield _block(block)
            block.clear()
    if block:
        yield _block(block)


def _block(rows: Sequence[bytes]) -> bytes:
    data = b"".join(rows)
    return _long(len(rows)) + _long(len(data)) + data + _SYNC


def _value(value: Any, depth: int) -> bytes:
    """Encode a value of the union: the number of its branch, then the value."""
    match value:
        case None:
            return _long(0)
        case bool():
            return _long(1) + bytes([value])
        case int() if -(1 << 63) <= value < 1 << 63:
            return _long(2) + _long(value)
        case int() | float():
            return _long(3) + struct.pack("<d", value)
        case list() if depth:
            items = b"".join(_value(item, depth - 1) for item in value)
            return _long(5) + (_long(len(value)) + items if value else b"") + b"\0"
        case dict() if depth:
            pairs = b"".join(_text(name) + _value(item, depth - 1) for name, item in value.items())
            return _long(6) + (_long(len(value)) + pairs if value else b"") + b"\0"
        case _:
            return _long(4) + _text(value if isinstance(value, str) else json.dumps(value))


def _text(text: str) -> bytes:
    encoded = text.encode("utf-8", "replace")
    return _long(len(encoded)) + encoded


def _long(number: int) -> bytes:
    """Encode a number as zigzag, seven bits a byte."""
    rest = (number << 1) ^ (number >> 63)
    found = bytearray()
    while rest > 0x7F:
        found.append(rest & 0x7F | 0x80)
        rest >>= 7
    found.append(rest)
    return bytes(found)
