"""Requirements 1 to 4: which exception a failure becomes, and what it shows."""

from __future__ import annotations

import copy
import gzip
import json
import pickle
import socket
import socketserver
import ssl
import threading
import traceback
import zlib
from collections.abc import Iterator
from typing import Any

import cohere_chat
import httpx
import pytest
import trustme
from cohere_chat import errors
from faults import BEGUN, GOOD, PIECES, Call, Serve, calls, server_context
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, sse
from support import CHAT, Both

KEY = "s3cret/key+0123456789"


def caught(call: Call, client: Any, **options: Any) -> Exception:
    with pytest.raises(errors.CohereError) as info:
        call(client, **options)
    return info.value


# 1. Every answer that is not 2xx raises ApiError, whatever its body is.

BODIES: dict[str, tuple[Any, Any]] = {
    "JSON object": (http(418, {"message": "no", "n": [1.5, None]}), {"message": "no", "n": [1.5, None]}),
    "JSON array": (http(418, b"[1]"), [1]),
    "JSON null": (http(418, b"null"), None),
    "HTML": (http(418, b"<html><h1>no</h1>", content_type="text/html"), "<html><h1>no</h1>"),
    "nothing": (http(418), ""),
    "no body at all": ([b"HTTP/1.1 418 X\r\n\r\n", CLOSE], ""),
    "not UTF-8": (http(418, b"\xff\xfe\x00"), b"\xff\xfe\x00"),
    "deep JSON": (http(418, b"[" * 100_000), "[" * 100_000),
    "JSON within the limit of recursion": (http(418, b"[" * 500 + b"]" * 500), "[" * 500 + "]" * 500),
    "JSON as deep as it may be": (http(418, b"[" * 256 + b"]" * 256), json.loads("[" * 256 + "]" * 256)),
    "an integer of many digits": (http(418, b"1" * 5000), "1" * 5000),
    "NaN": (http(418, b"NaN"), "NaN"),
    "cut": ([b"HTTP/1.1 418 X\r\ncontent-length: 99\r\n\r\nonly th", CLOSE], "only th"),
    "reset": ([b"HTTP/1.1 418 X\r\ncontent-length: 99\r\n\r\n", RESET], ""),
    "a broken chunk": ([b"HTTP/1.1 418 X\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"], "abc"),
    "gzip": (http(418, gzip.compress(b'{"message": "no"}'), content_encoding="gzip"), {"message": "no"}),
    "deflate": (http(418, zlib.compress(b"no"), content_encoding="Deflate"), "no"),
    "half of gzip": (http(418, gzip.compress(b"no " * 9)[:-8], content_encoding="gzip"), "no " * 9),
    "gzip that is none": (http(418, b"no", content_encoding="gzip"), ""),
    "an unknown compression": (http(418, b"\x8b\x00\x80no", content_encoding="br"), b"\x8b\x00\x80no"),
    "a megabyte too many": (http(418, b"x" * 2_000_000), "x" * 1024 * 1024),
    "an event stream": (http(418, PIECES[0], content_type="text/event-stream"), PIECES[0].decode()),
}


@pytest.mark.parametrize(("answer", "body"), BODIES.values(), ids=BODIES)
def test_01_any_body_of_an_error_status_is_an_api_error(
    both: Both, serve: Serve, call: Call, answer: Any, body: Any
) -> None:
    server = serve(answer)
    error = caught(call, both.client(base_url=server.url))
    assert type(error) is errors.ApiError
    assert error.status_code == 418
    assert error.body == body
    assert str(error).startswith("418: ")
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [300, 301, 304, 400, 404, 422, 451, 498, 499, 501, 505, 599, 999])
def test_01_any_status_but_2xx_is_an_api_error(both: Both, call: Call, status: int) -> None:
    with RawServer(http(status, b"no", x_request_id="r-1")) as server:
        error = caught(call, both.client(base_url=server.url, max_retries=0))
    assert isinstance(error, errors.ApiError)
    assert error.status_code == status
    assert error.headers["X-Request-ID"] == error.request_id == "r-1"


# 2. Messages are bounded, never empty, and never hold the key. Exceptions survive pickle and copy.

ECHO = f'{{"message": "bad key {KEY}", "{KEY}": ["{KEY}"]}}'
ECHOES: dict[str, list[Any]] = {
    "body": http(401, ECHO.encode()),
    "text": http(401, f"key {KEY} is wrong".encode()),
    "bytes": http(401, b"\xff" + KEY.encode()),
    "escaped": http(401, ECHO.replace("/", "\\/").replace("+", "\\u002b").encode()),
    "compressed": http(401, gzip.compress(ECHO.encode()), content_encoding="gzip"),
    "headers": http(401, b"no", x_echo=f"Bearer {KEY}", x_request_id=KEY),
    "reason": [f"HTTP/1.1 401 no {KEY}\r\ncontent-length: 0\r\n\r\n".encode()],
    "status line": [f"HTTP/1.1 {KEY}\r\n\r\n".encode()],
    "success": http(200, ECHO.encode()),
    "content type": http(200, b"hi", content_type=f"text/{KEY}"),
    "event": event_stream(PIECES[0], b"data: " + ECHO.encode() + b"\n\n"),
    "unknown event": event_stream(PIECES[0], sse({"type": "oh", "said": KEY})),
    "chunk size": [*event_stream(PIECES[0], end=False), KEY.encode() + b"\r\n"],
}


@pytest.mark.parametrize("answer", ECHOES.values(), ids=ECHOES)
def test_02_a_key_that_the_server_repeats_is_not_shown(both: Both, call: Call, answer: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(KEY, base_url=server.url, max_retries=0))
    shown = [
        str(error),
        repr(error),
        repr(vars(error)),
        "".join(traceback.format_exception(error)),
        pickle.dumps(error).decode("latin-1"),
    ]
    assert not [text for text in shown if KEY in text or "s3cret" in text]


def test_02_a_generation_error_does_not_show_the_key(both: Both, serve: Serve) -> None:
    ending = {"type": "message-end", "delta": {"finish_reason": "ERROR", "error": f"no {KEY}"}}
    client = both.client(KEY, base_url=serve(event_stream(PIECES[0], sse(ending))).url)
    with pytest.raises(errors.GenerationError, match=r"^no \*\*\*$"):
        both.run(client.chat_stream(**CHAT).final_response)


@pytest.mark.parametrize("header", [f"Bearer {KEY} and more", KEY, f"Basic {KEY}"])
def test_02_other_credentials_are_not_shown_either(both: Both, call: Call, header: str) -> None:
    with RawServer(http(401, {"message": f"bad credentials {header}"})) as server:
        error = caught(call, both.client(base_url=server.url), additional_headers={"Authorization": header})
    assert "s3cret" not in f"{error} {error!r} {vars(error)}"


def test_02_a_key_too_short_for_a_secret_spoils_no_words(both: Both) -> None:
    with (
        RawServer(http(401, {"message": "bad key"})) as server,
        pytest.raises(errors.UnauthorizedError, match="bad key"),
    ):
        both.chat(both.client("key", base_url=server.url))


LONG = {
    "message": http(400, {"message": "long \x1b[31m\u202e" * 99_999}),
    "body": http(400, b'["' + b"\\u0000" * 99_999 + b'"]'),
    "request id": http(400, {"message": "no", "id": "i" * 99_999}),
    "content type": http(200, b"hi" * 99_999, content_type="x" * 50_000),
    "event": event_stream(PIECES[0], b"data: [" + b'"x", ' * 99_999 + b"\n\n"),
    "unknown event": event_stream(PIECES[0], sse({"type": "x" * 99_999})),
}


@pytest.mark.parametrize("answer", LONG.values(), ids=LONG)
def test_02_messages_are_bounded(both: Both, call: Call, answer: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url))
    assert 0 < len(str(error)) < 2000
    assert str(error).isprintable()


FAILURES: dict[str, Any] = {
    "status": http(429, {"message": "slow down", "n": {"a": [1]}}, retry_after="9"),
    "deep body": http(400, b"[" * 800 + b"]" * 800),
    "no answer": [RESET],
    "stalled": [HOLD],
    "no reply": http(200, [1]),
    "cut": [*event_stream(*PIECES[:3], end=False), CLOSE],
    "broken event": event_stream(*PIECES[:3], b"data: {\n\n"),
}


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_02_exceptions_survive_pickle_and_copy(both: Both, call: Call, answer: Any, copied: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url, max_retries=0), timeout=patience(answer))
    other = copied(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)


# 3. Failures of the network are one family, with the same words from both clients.


@pytest.fixture
def silent() -> Iterator[str]:
    """Where a connection is accepted and nothing else happens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"127.0.0.1:{listener.getsockname()[1]}"


def words(url: str, method: str, **options: Any) -> str:
    """What both clients say, which is the same, with HOST for host and port."""
    said = []
    for kind in ("sync", "async"):
        both = Both(kind)
        client = both.client(base_url=url, max_retries=0)
        error = caught(calls(both)[method], client, **options)
        assert isinstance(error, errors.ApiConnectionError)
        said.append(f"{type(error).__name__} {error}".replace(httpx.URL(url).netloc.decode(), "HOST"))
        both.close()
    assert said[0] == said[1]
    return said[0]


def patience(answer: Any) -> float:
    """Seconds: short only where nothing else ends the wait, for the machine may have other things to do."""
    return 0.2 if HOLD in answer else 30.0


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_03_nobody_listens(refused: str, scheme: str) -> None:
    assert words(f"{scheme}://{refused}", "chat") == (
        "ApiConnectionError no response from HOST (ConnectError: [Errno 111] Connection refused)"
    )


def test_03_no_such_host() -> None:
    assert "no response from HOST (ConnectError: [Errno -" in words("http://host.invalid", "chat")


def test_03_an_unknown_authority(tls: ssl.SSLContext) -> None:
    with RawServer(GOOD["chat"], tls=tls) as server:
        assert "certificate verify failed: unable to get local issuer certificate" in words(server.url, "chat")
        assert server.requests == []


@pytest.mark.usefixtures("_trust")
def test_03_a_certificate_for_another_host(authority: trustme.CA) -> None:
    with RawServer(GOOD["chat"], tls=server_context(authority, "other.example")) as server:
        assert "certificate is not valid for '127.0.0.1'" in words(server.url, "chat")
        assert server.requests == []


@pytest.mark.usefixtures("_trust")
def test_03_no_tls_at_the_other_end() -> None:
    class Plain(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(1)
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Plain) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        said = words(f"https://127.0.0.1:{server.server_address[1]}", "chat")
        server.shutdown()
    assert "no response from HOST (ConnectError: [SSL: WRONG_VERSION_NUMBER]" in said


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_03_nothing_answers(silent: str, scheme: str) -> None:
    doing = "connecting to" if scheme == "https" else "waiting for"
    said = words(f"{scheme}://{silent}", "chat", timeout=0.3)
    assert said.startswith(f"ApiTimeoutError timed out after 0.3 s while {doing} HOST (")


BROKEN: dict[str, tuple[list[Any], str]] = {
    "closed": ([CLOSE], "no response from HOST (the server closed the connection)"),
    "reset": ([RESET], "no response from HOST (the server closed the connection)"),
    "closed in the headers": (
        [b"HTTP/1.1 200 OK\r\nconte", CLOSE],
        "no response from HOST (the server closed the connection)",
    ),
    "reset in the headers": (
        [b"HTTP/1.1 200 OK\r\nconte", RESET],
        "no response from HOST (the server closed the connection)",
    ),
    "no HTTP": ([b"220 mail.example ESMTP\r\n\r\n"], "no response from HOST (RemoteProtocolError: illegal status line"),
    "endless headers": (
        [b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000],
        "no response from HOST (RemoteProtocolError: ",
    ),
    "two lengths": (
        [b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n"],
        "no response from HOST (RemoteProto",
    ),
    "a length below zero": (
        [b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n"],
        "no response from HOST (RemoteProtocolError: ",
    ),
    "silence": ([HOLD], "timed out after 0.2 s while waiting for HOST (ReadTimeout)"),
    "silence in the headers": (
        [b"HTTP/1.1 200 OK\r\nconte", HOLD],
        "timed out after 0.2 s while waiting for HOST (ReadTimeout)",
    ),
}


@pytest.mark.parametrize(("answer", "said"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("method", ["chat", "chat_stream"])
def test_03_an_answer_that_never_begins(serve: Serve, method: str, answer: Any, said: str) -> None:
    assert said in words(serve(answer).url, method, timeout=patience(answer))


ENDINGS: dict[str, tuple[Any, str]] = {
    "closed": (CLOSE, "cut (the server closed the connection)"),
    "reset": (RESET, "cut (the server closed the connection)"),
    "silence": (HOLD, "(ReadTimeout"),
}


@pytest.mark.parametrize(("ending", "said"), ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("method", ["chat", "chat_stream"])
def test_03_an_answer_that_breaks_off(serve: Serve, method: str, ending: Any, said: str) -> None:
    server = serve([*BEGUN[method], ending])
    assert said in words(server.url, method, timeout=patience([ending]))
    assert len(server.requests) == 2


def test_03_timeouts_can_be_told(both: Both, serve: Serve, call: Call) -> None:
    error = caught(call, both.client(base_url=serve([HOLD]).url), timeout=0.1)
    assert isinstance(error, errors.ApiTimeoutError)
    assert error.phase == "read"


# 4. No exception from the inside reaches the caller because of what a server sent.

ODD: dict[str, Any] = {
    "no JSON": http(200, b"{"),
    "deep JSON": http(200, b'{"message": {"a":' + b"[" * 99_999),
    "JSON just within the limit of recursion": http(200, b'{"a":' * 900 + b"1" + b"}" * 900),
    "many digits": http(200, b'{"message": {}, "n": ' + b"9" * 5000 + b"}"),
    "NaN": http(200, b'{"message": {}, "n": NaN}'),
    "two values": http(200, b'{"message": {}} {}'),
    "Latin-1": http(200, '{"message": {"é": 1}}'.encode("latin-1")),
    "UTF-16": http(200, '{"message": {}}'.encode("utf-16")),
    "an error as a success": http(200, {"message": "no"}),
    "wrong types": event_stream(*(sse({"type": kind, "delta": 1, "index": {}, "id": []}) for kind in CHAT)),
    "no type": event_stream(PIECES[0], b'data: {"message": "no"}\n\n'),
    "type of no text": event_stream(PIECES[0], b'data: {"type": ["message-end"]}\n\n'),
    "a deep event": event_stream(PIECES[0], b"data: " + b'{"type":' * 99_999 + b"\n\n"),
    "an event with many digits": event_stream(PIECES[0], b'data: {"type": "x", "n": ' + b"9" * 5000 + b"}\n\n"),
    "half a character": event_stream(PIECES[0], b'data: {"type": "\xc3"}\n\n'),
    "a deep event of an unknown type": event_stream(b'data: {"type": "x", "a": ' + b"[" * 800 + b"]" * 800 + b"}\n\n"),
    "a redirect nowhere": http(302, location="http://[::1"),
    "a redirect to nothing": http(302, location=""),
    "a redirect to an odd port": http(302, location="https://:-1"),
    "a redirect to a long place": http(302, location="http://a/" + "x" * 70_000),
    "a cookie of odd age": http(500, set_cookie="a=b; expires=Foo, 99-Bar-99999 99:99:99; max-age=x; domain=.."),
    "a header beyond ASCII": [b"HTTP/1.1 500 \xff\r\nx-y: \xff\r\ncontent-length: 0\r\n\r\n"],
    "an odd length": [b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999999\r\n\r\n", CLOSE],
    "another protocol": [b"HTTP/1.1 101 Switching\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n\x00\x00\x00", CLOSE],
    "news without end": [b"HTTP/1.1 103 Early\r\n\r\n" * 1000, CLOSE],
    "broken gzip": http(200, b"\x1f\x8b\x08\x00" + b"\xff" * 40, content_encoding="gzip"),
    "gzip upon gzip": http(200, gzip.compress(gzip.compress(b"{}")), content_encoding="gzip, gzip"),
    "a broken event stream in gzip": [*event_stream(b"\x1f\x8b\x08\x00\xff\xff", content_encoding="gzip")],
    "wrong retry headers": http(503, retry_after="\u00b2" * 9, x_ratelimit_reset="1e999", retry_after_ms="-0x1p9"),
}


@pytest.mark.parametrize("answer", ODD.values(), ids=ODD)
def test_04_nothing_that_a_server_sends_raises_an_exception_from_the_inside(
    both: Both, serve: Serve, call: Call, answer: Any
) -> None:
    error = caught(call, both.client(base_url=serve(answer).url), timeout=patience(answer))
    assert str(error)
    if answer[0][:12] in (b"HTTP/1.1 302", b"HTTP/1.1 500"):
        assert isinstance(error, errors.ApiError)


@pytest.mark.parametrize("depth", [100, 255, 256, 400, 900])
def test_04_what_is_nested_can_be_shown_or_is_refused(both: Both, depth: int) -> None:
    """The object around the lists is one level more."""
    nested = b'{"message": {}, "type": "x", "a": %s}' % (b"[" * depth + b"]" * depth)
    events = event_stream(b"data: " + nested + b"\n\n", *PIECES)
    with RawServer(http(200, nested), events) as server:
        client = both.client(base_url=server.url)
        if depth > 255:
            for read in (lambda: both.chat(client), lambda: both.collect(client.chat_stream(**CHAT))):
                with pytest.raises(errors.InvalidResponseError, match="nested too deeply"):
                    read()
            return
        for one in (both.chat(client), both.collect(client.chat_stream(**CHAT))[0]):
            assert one.to_dict() == json.loads(nested)
            assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
            assert repr(one)


@pytest.mark.parametrize(
    "event",
    [
        {"type": "content-delta", "delta": "x"},
        {"type": "content-delta", "delta": {"message": ["x"]}},
        {"type": "content-delta", "delta": {"message": {"content": [{"text": "x"}]}}},
        {"type": "content-delta", "delta": {"message": {"content": {"text": 5}}}},
        {"type": "content-start", "index": [1], "delta": {"message": {"content": None}}},
        {"type": "tool-call-delta", "index": "a", "delta": {"message": {"tool_calls": [1]}}},
        {"type": "citation-start", "delta": {"message": {"citations": 7}}},
        {"type": "content-delta", "logprobs": 7},
        {"type": "message-start", "id": {"a": 1}, "delta": {"message": "x"}},
    ],
)
def test_04_wrong_types_in_events_harm_neither_the_text_nor_the_snapshot(both: Both, event: dict[str, Any]) -> None:
    with RawServer(event_stream(sse(event), *PIECES)) as server:
        client = both.client(base_url=server.url)
        assert "".join(both.collect(client.chat_stream(**CHAT).text_stream)) == "Hello wörld!"
        assert both.run(client.chat_stream(**CHAT).final_response).finish_reason == "COMPLETE"
        assert repr(both.collect(client.chat_stream(**CHAT))[0])


@pytest.mark.usefixtures("_trust")
def test_04_tls_that_breaks_in_an_answer(both: Both, tls: ssl.SSLContext, call: Call, method: str) -> None:
    """The record that follows the beginning of the answer is no TLS."""

    class Breaking(RawServer):
        def _send(self, connection: Any, step: Any) -> None:
            if step == b"break":
                socket.socket.send(connection, b"\x17\x03\x03\x00\x20" + b"x" * 32)
            else:
                super()._send(connection, step)

    with Breaking([*BEGUN[method], b"break", HOLD], tls=tls) as server:
        error = caught(call, both.client(base_url=server.url))
        assert isinstance(error, errors.ApiConnectionError)
        assert "cut (ReadError: [SSL" in str(error)
        assert server.wait_open(0)


def test_04_errors_of_the_family_are_all_there_is() -> None:
    assert all(issubclass(getattr(errors, name), cohere_chat.CohereError) for name in errors.__all__)
