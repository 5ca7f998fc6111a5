"""The emulator as a server in a thread of its own, started and stopped by a context manager."""

import asyncio
import contextlib
import errno
import functools
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from ._answers import add_reply
from ._app import create_app
from ._exchanges import Exchanges
from ._faults import read_fault
from ._limits import Limits
from ._state import RecordedRequest, Settings, State
from ._store import Store


class _Protocol(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.access_log = False  # the application keeps its own
        # asyncio does this for sockets that say IPPROTO_TCP, which create_server's do not. Without it, each
        # answer waits 40 ms for the client's delayed acknowledgement.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Faults cut and reset connections, which ASGI has no words for.
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    """uvicorn's server, but it stops at once: whoever stops the emulator is done with open streams."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._wake: Callable[[], object] = lambda: None

    def stop(self) -> None:
        """Stop to serve. Called from another thread."""
        self.should_exit = True
        self._wake()

    async def main_loop(self) -> None:
        woken = asyncio.Event()
        self._wake = functools.partial(asyncio.get_running_loop().call_soon_threadsafe, woken.set)
        while not await self.on_tick(0):  # once a second it sets the header Date
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for closing in (*self.servers, *(sockets or ())):
            closing.close()
        for _ in range(3):
            # What was accepted last is made known in the turns of the loop to come.
            await asyncio.sleep(0)
            for connection in list(self.server_state.connections):
                connection.transport.abort()
        await asyncio.gather(*self.server_state.tasks)


class _Emulator:
    """What both kinds of emulator share: all but the kind of `with`."""

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        seed: int = 0,
        latency: float = 0,
        tokens_per_second: float | None = None,
        require_key: bool | str = False,
        models: Iterable[str] = (),
        exchanges: str | Path | None = None,
        record: str | None = None,
        max_request_bytes: int | None = None,
        limit: int | str | None = None,
        processing_seconds: float = 0,
        data: str | Path | None = None,
    ) -> None:
        """Make an emulator. It does not listen yet.

        Args:
            host: The address to listen on.
            port: The port; 0 means any free one.
            seed: Changes the replies, which depend only on the request and the seed.
            latency: Seconds before each reply.
            tokens_per_second: The speed at which replies are written; None means all at once.
            require_key: Whether to answer 401 to requests without an API key. If it is a key, also to requests with
                any other key.
            models: Names of models that exist besides those that look like Cohere's.
            exchanges: Recorded exchanges to play back: a JSONL file, or a directory.
            record: The base URL of a real service to forward requests to; its responses are added to `exchanges`.
            max_request_bytes: Answer 413 to requests with a larger body; None means no limit.
            limit: Answer 429 to more requests a minute of an operation; "trial" and "production" are the limits that
                Cohere documents for such keys. None means no limit.
            processing_seconds: How long datasets, jobs, batches and fine-tuned models take to finish.
            data: A directory that keeps created datasets and other objects when the emulator ends; it is created if it
                does not exist. Without it they live as long as this object.

        Raises:
            ValueError: An option is invalid, or `exchanges` or `data` are something else.
            OSError: `exchanges` or `data` can't be read.
        """
        if record is not None and exchanges is None:
            raise ValueError("record needs exchanges: say where to keep what the service answers")
        if latency < 0:
            raise ValueError(f"latency must be 0 or more, not {latency!r}")
        if tokens_per_second is not None and tokens_per_second <= 0:
            raise ValueError(f"tokens_per_second must be more than 0, not {tokens_per_second!r}")
        if max_request_bytes is not None and max_request_bytes < 0:
            raise ValueError(f"max_request_bytes must be 0 or more, not {max_request_bytes!r}")
        if processing_seconds < 0:
            raise ValueError(f"processing_seconds must be 0 or more, not {processing_seconds!r}")
        if not 0 <= port <= 65535:
            raise ValueError(f"port must be from 0 to 65535, not {port!r}")
        settings = Settings(
            seed=seed,
            latency=latency,
            tokens_per_second=tokens_per_second,
            require_key=require_key,
            models=frozenset(models),
            record=record and record.rstrip("/"),
            max_request_bytes=max_request_bytes,
            processing_seconds=processing_seconds,
        )
        self._address = (host, port)
        recorded = None if exchanges is None else Exchanges(Path(exchanges), to_be_made=record is not None)
        store = Store(None if data is None else Path(data))
        self._state = State(settings, recorded, Limits(limit), store)
        self._running: tuple[_Server, threading.Thread, str] | None = None

    @property
    def url(self) -> str:
        """The base URL. Raises RuntimeError if the emulator is not running."""
        if self._running is None:
            raise RuntimeError("This emulator is not running: enter its context first.")
        return self._running[2]

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests to the API so far, oldest first; at most the last 10,000."""
        return list(self._state.requests.copy())

    @property
    def unknown_keys(self) -> dict[str, int]:
        """How often requests had a key that the contract doesn't know: ``{"POST /v2/chat tools[].name": 2}``.

        The service ignores such keys, so a misspelt one has no effect.
        """
        return self._state.unknown_keys

    def fail_next(self, *, times: int = 1, **fault: Any) -> None:
        """Make the next `times` requests fail: ``fail_next(status=429, retry_after=1, times=2)``.

        `fault` takes the fields of Fault; see "The emulator" in the documentation. Raises ValueError for others.
        """
        self._state.faults.add(read_fault(fault)[0], times)

    def reply_with(self, reply: str | Mapping[str, Any], *, times: int = 1) -> None:
        """Answer the next `times` requests with `reply`.

        A text is sent as a model would write it: cut by max_tokens and stop_sequences, with token counts and logprobs.
        An object with the key `message` is the whole reply of V2's chat; id, finish_reason and usage are added if they
        are missing. Any other object replaces fields of the reply of any other operation. Raises ValueError for
        anything else.
        """
        add_reply(self._state, reply, times)

    def reset(self) -> None:
        """Forget all requests and what they created, and all faults and replies that are still to come."""
        self._state.reset()

    def start(self) -> str:
        """Start to listen and return the base URL. Raises OSError if the address can't be used."""
        if self._running:
            raise RuntimeError("This emulator is already running; make another one.")
        listener, url = _listen(*self._address)
        server = self._server()
        thread = threading.Thread(target=server.run, args=([listener],), name="cohere-emulator", daemon=True)
        thread.start()
        self._running = server, thread, url
        return url

    def stop(self) -> None:
        """Close the connections, stop listening and wait until that is done. A second call does nothing."""
        if self._running:
            (server, thread, _url), self._running = self._running, None
            server.stop()
            thread.join()

    def __repr__(self) -> str:
        place = f"at {self._running[2]}" if self._running else "not running"
        return f"<{type(self).__name__} {place}, {len(self._state.requests)} requests so far>"

    def _server(self) -> _Server:
        config = uvicorn.Config(
            create_app(self._state), http=_Protocol, ws="none", loop="asyncio", lifespan="off", log_config=None
        )
        return _Server(config)


class Emulator(_Emulator):
    """An emulator that runs inside a `with` block: ``with Emulator() as url:``."""

    def __enter__(self) -> str:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class AsyncEmulator(_Emulator):
    """The same for `async with`. It also runs in a thread; waiting for it does not block the event loop."""

    async def __aenter__(self) -> str:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)


def _listen(host: str, port: int) -> tuple[socket.socket, str]:
    """Return a socket that listens at the address, and the base URL for it.

    It listens before the server's thread starts: the first request waits in the backlog and never fails.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise OSError(
            error.errno, f"port {port} of {host} is in use: choose another with --port, 0 for a free one"
        ) from error
    port = listener.getsockname()[1]
    return listener, f"http://[{host}]:{port}" if family == socket.AF_INET6 else f"http://{host}:{port}"
