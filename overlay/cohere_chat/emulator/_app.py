"""The ASGI application: HTTP around what the other modules decide."""

import asyncio
import contextlib
import dataclasses
import json
import logging
import os
import socket
import struct
import time
from collections import Counter
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from .._httpx import httpx
from ._answers import Answer, add_reply, answer_to, error_body, refusal
from ._contract import RefusedError, find_operation, operations
from ._datasets import download
from ._events import encode
from ._exchanges import exchange_of
from ._faults import End, Step, read_fault
from ._requests import Incoming, read_content
from ._state import RecordedRequest, State

log = logging.getLogger("cohere_chat.emulator")

T = TypeVar("T")

# Groups whose operations read and write files: answered in a thread, so that others need not wait.
_FILE_GROUPS = ("datasets_", "embed_jobs_", "batches_", "audio_")

# What a forwarded request takes along, and what its answer brings back.
_FORWARDED = ("authorization", "content-type", "accept", "x-client-name")
_BROUGHT_BACK = ("content-type", "retry-after")


def create_app(state: State) -> Starlette:
    """Return the emulator as an ASGI application."""

    async def operation(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = scope["raw_path"].decode("latin-1")
        found, in_path = find_operation(request.method, path)
        headers = dict(request.headers)
        query = scope["query_string"].decode("latin-1")
        whole_path = f"{path}?{query}" if query else path
        record = RecordedRequest(operation=found.id, method=found.method, path=whole_path, headers=headers)
        state.requests.append(record)
        incoming = Incoming(
            operation=found,
            path=whole_path,
            in_path=in_path,
            query=request.query_params.multi_items(),
            headers=headers,
            base_url=str(request.base_url).rstrip("/"),
        )
        try:
            try:
                incoming.content = await read_content(request, found, state.settings.max_request_bytes)
                record.body = incoming.recorded_body()
                if state.settings.record:
                    answer = await _unless_left(_forward(state, incoming), receive)
                elif found.id.startswith(_FILE_GROUPS):
                    answer = await asyncio.to_thread(answer_to, state, incoming)
                else:
                    answer = answer_to(state, incoming)
            except RefusedError as refused:
                answer = refusal(refused)
            except ClientDisconnect:
                record.disconnected = True
                raise
            await _Playback(answer, record)(scope, receive, send)
        finally:
            if isinstance(incoming.content, FormData):
                await incoming.content.close()

    async def dataset(request: Request) -> Response:
        part = await asyncio.to_thread(download, state, request.path_params["id"], request.path_params["part"])
        return StreamingResponse(part, media_type="avro/binary")

    async def faults(request: Request) -> Response:
        if request.method == "POST":
            with _refusing():
                fault, times = read_fault(await _object(request))
                state.faults.add(fault, 1 if times is None else times)
        elif request.method == "DELETE":
            state.faults.clear()
        pending = state.faults.pending()
        return _json([{**dataclasses.asdict(fault), "times": times} for fault, times in pending])

    async def replies(request: Request) -> Response:
        if request.method == "POST":
            with _refusing():
                asked = await _object(request)
                add_reply(state, asked.get("reply"), asked.get("times", 1))
        elif request.method == "DELETE":
            state.replies.clear()
        return _json([{"reply": reply, "times": times} for reply, times in state.replies.pending()])

    async def summary(_request: Request) -> Response:
        requests: dict[str, Counter[str]] = {}
        for record in state.requests.copy():
            requests.setdefault(str(operations()[record.operation]), Counter())[str(record.status)] += 1
        return _json({"requests": requests, "unknown_keys": state.unknown_keys, "created": state.store.counts()})

    async def requests(request: Request) -> Response:
        if request.method == "DELETE":
            state.requests.clear()
        return _json([_shown(record) for record in state.requests.copy()])

    return Starlette(
        routes=[
            Route("/_emulator", summary),
            Route("/_emulator/faults", faults, methods=["GET", "POST", "DELETE"]),
            Route("/_emulator/replies", replies, methods=["GET", "POST", "DELETE"]),
            Route("/_emulator/requests", requests, methods=["GET", "DELETE"]),
            Route("/_emulator/datasets/{id}/{part}", dataset),
            Mount("/", operation),
        ],
        exception_handlers={HTTPException: _http_error, RefusedError: _refused, ClientDisconnect: _left},
    )


class _Playback:
    """An answer as an ASGI response: plays its steps until they end or the client leaves."""

    def __init__(self, answer: Answer, record: RecordedRequest) -> None:
        self._answer = answer
        self._record = record
        record.status = answer.status
        record.source = answer.source

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        try:
            whole = await _unless_left(self._play(scope, send), receive)
        except ClientDisconnect:
            self._record.disconnected = True
        else:
            if not whole:
                await _disconnected(receive)  # closed on purpose: over when the server has seen it
        _log(self._record, time.perf_counter() - began)

    async def _play(self, scope: Scope, send: Send) -> bool:
        """Take the steps; return whether the answer came to its own end."""
        raw_headers = [(name.encode(), value.encode("latin-1")) for name, value in self._answer.headers.items()]
        head = {"type": "http.response.start", "status": self._answer.status, "headers": raw_headers}
        started = False
        async with contextlib.aclosing(_each(self._answer.steps)) as steps:
            async for step in steps:
                if isinstance(step, bytes):
                    if not started:
                        started = True
                        await send(head)
                    await send({"type": "http.response.body", "body": step, "more_body": True})
                    await asyncio.sleep(0)  # other streams go on as well
                elif isinstance(step, End):
                    await _end(scope["state"]["transport"], step)
                    return False
                elif step:
                    await asyncio.sleep(step)
        if not started:
            await send(head)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        return True


async def _each(steps: Iterable[Step] | AsyncGenerator[Step, None]) -> AsyncGenerator[Step, None]:
    if isinstance(steps, AsyncGenerator):
        async with contextlib.aclosing(steps):
            async for step in steps:
                yield step
    else:
        for step in steps:
            yield step


async def _unless_left(work: Coroutine[None, None, T], receive: Receive) -> T:
    """Return what `work` gives; raise ClientDisconnect if the client leaves before."""
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_disconnected(receive))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _end(transport: asyncio.Transport, end: End) -> None:
    match end:
        case End.HANG:
            await asyncio.Event().wait()
        case End.CLOSE:
            transport.close()
        case End.RESET:
            # To close with SO_LINGER on and no time to linger sends RST instead of FIN: see socket(7).
            sock = transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0))
            transport.abort()


async def _forward(state: State, incoming: Incoming) -> Answer:
    """Pass the request on to the real service; its answer is kept once it is complete."""
    operation, headers = incoming.operation, incoming.headers
    identity = await asyncio.to_thread(incoming.identity)
    passed_on = {name: headers[name] for name in _FORWARDED if name in headers}
    content: dict[str, Any] = {"content": incoming.content}
    if isinstance(incoming.content, FormData):
        passed_on.pop("content-type")  # has the boundary of the form as it came
        parts = incoming.content.multi_items()
        uploads = [(name, part) for name, part in parts if isinstance(part, UploadFile)]
        content = {
            "data": {name: incoming.content.getlist(name) for name, part in parts if isinstance(part, str)},
            "files": [(name, (part.filename, part.file, part.content_type)) for name, part in uploads],
        }
    client = httpx.AsyncClient(timeout=None)
    url = f"{state.settings.record}{incoming.path}"
    request = client.build_request(operation.method, url, headers=passed_on, **content)
    try:
        answer = await client.send(request, stream=True)
    except BaseException as error:
        await client.aclose()
        if isinstance(error, httpx.HTTPError):
            raise HTTPException(502, f"{state.settings.record} gave no answer: {error!r}") from error
        raise
    key = headers.get("authorization", "").partition(" ")[2].strip()

    async def relay() -> AsyncGenerator[Step, None]:
        parts = []
        async with contextlib.aclosing(client), contextlib.aclosing(answer):
            try:
                async for part in answer.aiter_bytes():
                    parts.append(part)
                    yield part
            except httpx.HTTPError as error:
                log.warning("%s broke off its answer: %r", state.settings.record, error)
                yield End.CLOSE
                return
        if state.exchanges is not None:
            state.exchanges.add(
                exchange_of(
                    operation.method, incoming.path, identity, answer.status_code, answer.headers, b"".join(parts), key
                )
            )

    back = {name: answer.headers[name] for name in _BROUGHT_BACK if name in answer.headers}
    return Answer(answer.status_code, back, relay(), "upstream")


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Turn what is wrong with a request to a control endpoint into an error answer."""
    try:
        yield
    except ValueError as error:
        raise HTTPException(400, str(error)) from error


async def _object(request: Request) -> dict[str, Any]:
    try:
        value = json.loads(await request.body())
    except ValueError as error:
        raise ValueError(f"the body is not valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise ValueError("the body must be a JSON object")
    return value


def _shown(record: RecordedRequest) -> dict[str, Any]:
    body = record.body.decode("utf-8", "replace") if isinstance(record.body, bytes) else record.body
    headers = {name: "[key]" if name == "authorization" else value for name, value in record.headers.items()}
    return {**dataclasses.asdict(record), "body": body, "headers": headers}


def _log(record: RecordedRequest, seconds: float) -> None:
    streamed = isinstance(record.body, dict) and record.body.get("stream") is True
    log.info(
        "%s %s %s %s%s, %.0f ms%s",
        record.method,
        record.path,
        record.status,
        record.source,
        ", streamed" if streamed else "",
        seconds * 1000,
        ", client left" if record.disconnected else "",
    )


def _json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(encode(value), status, headers, "application/json")


async def _left(_request: Request, _error: Exception) -> Response:
    return Response(status_code=499)  # nobody hears it


async def _http_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _json(error_body(error.detail), error.status_code, headers=error.headers)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return _json(error_body(error.message), error.status, headers=error.headers)
