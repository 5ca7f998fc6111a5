"""A request as it comes over the wire: which operation it is for, and its body, read within limits."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import python_multipart  # noqa: F401 (starlette reads forms with it, and says late that it is missing)
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import Message

from ._contract import Operation, RefusedError, read_texts


@dataclasses.dataclass(kw_only=True)
class Incoming:
    """A request to an operation."""

    operation: Operation
    path: str
    """The path with its query, as the client wrote it."""
    in_path: Mapping[str, str]
    query: list[tuple[str, str]]
    headers: Mapping[str, str]
    """Names in lower case."""
    base_url: str
    content: bytes | FormData | RefusedError = b""
    """The body; of a broken form, what is wrong with it."""

    def body(self) -> Any:
        """Return the body's value, an empty object where there is no body; raise RefusedError where it is broken.

        Of a form, the files are starlette's UploadFile, on disk if they are large.
        """
        if isinstance(self.content, RefusedError):
            raise self.content
        if isinstance(self.content, FormData):
            schemas = self.operation.body_names
            return {
                name: self.content[name]
                if isinstance(self.content[name], UploadFile)
                else read_texts([str(each) for each in self.content.getlist(name)], schemas.get(name, {}))
                for name in self.content
            }
        if self.operation.body_type is None or not (self.content or self.operation.body_required):
            return {}
        return read_json(self.content)

    def recorded_body(self) -> Any:
        """Return what is told about the body: JSON, the bytes where it is none, names and sizes of files."""
        try:
            body = self.body()
        except RefusedError:
            return self.content if isinstance(self.content, bytes) else None
        if isinstance(self.content, FormData):
            return {name: _file(value) if isinstance(value, UploadFile) else value for name, value in body.items()}
        return body if self.content else None

    def identity(self) -> Any:
        """Return what tells this body from others: as recorded_body(), with hashes of files."""
        found = self.recorded_body()
        for name, value in self.content.items() if isinstance(self.content, FormData) else ():
            if isinstance(value, UploadFile):
                found[name]["sha256"] = sha256_of(value).hex()
        return found


def sha256_of(upload: UploadFile) -> bytes:
    """Return the hash of a file, however large."""
    digest = hashlib.sha256()
    upload.file.seek(0)
    for piece in iter(lambda: upload.file.read(1 << 20), b""):
        digest.update(piece)
    upload.file.seek(0)
    return digest.digest()


def _file(upload: UploadFile) -> dict[str, Any]:
    return {"filename": upload.filename, "content_type": upload.content_type, "size": upload.size}


def read_json(content: bytes) -> Any:
    """Read a body; raise RefusedError where it is not valid JSON."""
    try:
        return json.loads(content, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, f"invalid request: the body is not valid JSON: {error}") from error


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


async def read_content(
    request: Request, operation: Operation, max_bytes: int | None
) -> bytes | FormData | RefusedError:
    """Return a request's body, or what is wrong with it; raise RefusedError as soon as it is too large."""
    too_large = RefusedError(413, f"request entity too large: the body may have at most {max_bytes} bytes")
    if max_bytes is not None and int(request.headers.get("content-length", 0)) > max_bytes:
        raise too_large
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if max_bytes is not None and received > max_bytes:
            raise too_large
        return message

    limited = Request(request.scope, receive)
    if operation.body_type != "multipart/form-data":
        return await limited.body()
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        if await limited.body() or operation.body_required:
            return RefusedError(400, f"invalid request: the body must be multipart/form-data, not {kind or 'untyped'}")
        return b""
    try:
        return await MultiPartParser(request.headers, limited.stream()).parse()
    except (MultiPartException, KeyError) as error:
        return RefusedError(400, f"invalid request: the form is broken: {error}")
