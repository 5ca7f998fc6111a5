"""An HTTP server that sends exactly the bytes it is told, piece by piece, and counts what happens."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final, Self

RESET: Final = "reset"  # break the connection off
CLOSE: Final = "close"  # end it in good order
HOLD: Final = "hold"  # send nothing more until the client goes

# A number is a pause, in seconds.
Step = bytes | str | float
Answer = Sequence[Step] | Callable[[Any], Sequence[Step]]


def http(status: int = 200, body: bytes | object = b"", **headers: str) -> list[Step]:
    """A whole answer; a body that is not bytes goes out as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = {"content-type": "application/json", "content-length": str(len(content))}
    fields.update({name.replace("_", "-"): value for name, value in headers.items()})
    return [f"HTTP/1.1 {status} X\r\n{_lines(fields)}\r\n".encode() + content]


def drip(content: bytes, pause: float = 0.01) -> list[Step]:
    """The same bytes, one at a time."""
    return [step for byte in content for step in (bytes([byte]), pause)]


def event_stream(*pieces: Step, end: bool = True, **headers: str) -> list[Step]:
    """A stream, one HTTP chunk for each piece; words such as RESET are steps, and `end` closes the body."""
    fields = {"content-type": "text/event-stream", "transfer-encoding": "chunked"}
    fields.update({name.replace("_", "-"): value for name, value in headers.items()})
    steps: list[Step] = [f"HTTP/1.1 200 OK\r\n{_lines(fields)}\r\n".encode()]
    steps += [b"%x\r\n%s\r\n" % (len(piece), piece) if isinstance(piece, bytes) else piece for piece in pieces]
    return [*steps, b"0\r\n\r\n"] if end else steps


def sse(event: Any) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (event["type"].encode(), json.dumps(event, ensure_ascii=False).encode())


def json_lines(*events: Any) -> bytes:
    return b"".join(json.dumps(event, ensure_ascii=False).encode() + b"\n" for event in events)


def _read_chunks(file: Any) -> bytes:
    chunks = []
    while size := int(file.readline(), 16):
        chunks.append(file.read(size))
        file.readline()
    file.readline()
    return b"".join(chunks)


def _lines(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items())


class RawServer:
    """Answers each request with the next of `answers`, the last of them again and again; over TLS, if given.

    An answer that is a function is called with the body.

    `requests` are the (headers, body) that came, `lines` the lines before them, `connections` how many were opened. A
    body that is not JSON is bytes.
    """

    def __init__(self, *answers: Answer, tls: ssl.SSLContext | None = None) -> None:
        self._answers = list(answers)
        self._tls = tls
        self.requests: list[tuple[dict[str, str], Any]] = []
        self.lines: list[str] = []
        self.connections = 0
        self._open: set[socket.socket] = set()
        self._stopped = False
        self._changed = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.port = self._listener.getsockname()[1]
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        # Closing alone does not wake a thread that waits in accept() or recv().
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
            for connection in self._open:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)

    def wait_open(self, count: int) -> bool:
        """Whether the number of open connections comes down to `count`, within a few seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self._open) <= count, timeout=10)

    def wait_requests(self, count: int) -> bool:
        """Whether so many requests come, within a few seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.requests) >= count, timeout=10)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._changed:
                    self.connections += 1
                    self._open.add(connection)
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        try:
            if self._tls:
                # Without a handshake there is no socket, and the plain one is closed.
                connection = self._tls.wrap_socket(plain, server_side=True)
                with self._changed:
                    self._open.remove(plain)
                    self._open.add(connection)
            with connection, connection.makefile("rb") as file:
                while (body := self._read_request(file)) is not None:
                    for step in self._next_answer(body):
                        if step == RESET:
                            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                            return
                        if step == CLOSE:
                            return
                        if step == HOLD:
                            file.read()
                            return
                        if isinstance(step, bytes):
                            self._send(connection, step)
                        else:
                            assert isinstance(step, float)
                            with self._changed:
                                self._changed.wait_for(lambda: self._stopped, step)
        except OSError:
            plain.close()
        finally:
            with self._changed:
                self._open.discard(connection)
                self._changed.notify_all()

    def _send(self, connection: socket.socket, content: bytes) -> None:
        connection.sendall(content)

    def _next_answer(self, body: Any) -> Sequence[Step]:
        with self._changed:
            answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer(body) if callable(answer) else answer

    def _read_request(self, file: Any) -> Any:
        line = file.readline()
        if not line:
            return None
        self.lines.append(line.decode("latin-1").strip())
        headers = {}
        while (line := file.readline()).strip():
            name, _, value = line.decode("latin-1").partition(":")
            assert name.lower() not in headers, f"{name} came twice"
            headers[name.lower()] = value.strip()
        size = int(headers.get("content-length", 0))
        content = _read_chunks(file) if "transfer-encoding" in headers else file.read(size)
        if not line or len(content) < size:
            # A client that was killed has sent half a request.
            return None
        with self._changed:
            is_json = headers.get("content-type") == "application/json"
            body = json.loads(content) if is_json else content
            self.requests.append((headers, body))
            self._changed.notify_all()
        return body
