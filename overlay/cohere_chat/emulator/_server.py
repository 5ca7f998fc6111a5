"""The emulator as a server in a thread of its own, started and stopped by a context manager."""

import socket
import threading
from types import TracebackType

import anyio.to_thread
import uvicorn

from cohere_chat.emulator._app import create_app


class _Server(uvicorn.Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # uvicorn would wait for open streams; whoever stops the emulator is done with them.
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await super().shutdown(sockets)


class _Emulator:
    """What both kinds of emulator share.

    `host` and `port` say where to listen; port 0 takes a free one. `seed` changes the replies: the same
    seed and request give the same reply.
    """

    def __init__(self, *, host: str = "127.0.0.1", port: int = 0, seed: int = 0) -> None:
        self._address = (host, port)
        self._seed = seed
        self._running: tuple[_Server, threading.Thread] | None = None

    def start(self) -> str:
        """Start to listen and return the base URL. Raises OSError where the address cannot be had."""
        if self._running:
            raise RuntimeError("This emulator runs already; make another one.")
        family = socket.AF_INET6 if ":" in self._address[0] else socket.AF_INET
        # Bound and listening before the thread starts: the first request waits in the backlog, never fails.
        listener = socket.create_server(self._address, family=family, backlog=2048)
        app = create_app(seed=self._seed)
        server = _Server(uvicorn.Config(app, http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None))
        thread = threading.Thread(target=server.run, args=([listener],), name="cohere-emulator", daemon=True)
        host, port = listener.getsockname()[:2]
        thread.start()
        self._running = server, thread
        return f"http://[{host}]:{port}" if family == socket.AF_INET6 else f"http://{host}:{port}"

    def stop(self) -> None:
        """Close the connections, stop to listen and wait until that is done. Does nothing the second time."""
        if self._running:
            (server, thread), self._running = self._running, None
            server.should_exit = True
            thread.join()


class Emulator(_Emulator):
    """An emulator that runs from `with` to the block's end: ``with Emulator() as url:``."""

    def __enter__(self) -> str:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class AsyncEmulator(_Emulator):
    """The same for `async with`. It runs in a thread as well; waiting for it does not block the loop."""

    async def __aenter__(self) -> str:
        return await anyio.to_thread.run_sync(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await anyio.to_thread.run_sync(self.stop)
