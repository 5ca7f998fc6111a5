"""The ASGI application: HTTP around the pure functions."""

import json
import uuid
from collections.abc import AsyncIterator, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from cohere_chat.emulator._events import events_of, frame
from cohere_chat.emulator._replies import reply_to


def create_app(*, seed: int = 0) -> Starlette:
    """Return the emulator as an ASGI application."""

    async def chat(request: Request) -> Response:
        try:
            body = json.loads(await request.body())
        except ValueError as error:
            raise HTTPException(400, f"invalid request: the body is no JSON ({error})") from error
        if not isinstance(body, dict) or "messages" not in body or "model" not in body:
            raise HTTPException(400, "invalid request: model and messages are required")
        reply = reply_to(body, seed=seed)
        if body.get("stream"):
            return StreamingResponse(_stream(reply), media_type="text/event-stream")
        return JSONResponse(reply)

    return Starlette(routes=[Route("/v2/chat", chat, methods=["POST"])], exception_handlers={HTTPException: _error})


async def _stream(reply: Mapping[str, Any]) -> AsyncIterator[bytes]:
    for event in events_of(reply):
        yield frame(event)


async def _error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"message": error.detail, "id": str(uuid.uuid4())}, error.status_code, headers=error.headers)
