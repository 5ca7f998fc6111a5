"""Which exception a failure becomes, and what it says; see also test_retries.py and test_secrets.py."""

from __future__ import annotations

import copy
import gzip
import json
import pickle
import socket
import socketserver
import ssl
import threading
import zlib
from collections.abc import Iterator
from typing import Any

import httpcore
import pytest
import trustme
from cohere_chat import errors
from cohere_chat._failures import api_error, connection_error
from cohere_chat._httpx import httpx
from cohere_chat_api.models import V2ChatResponse
from rawserver import CLOSE, HOLD, RESET, RawServer, event_stream, http, sse
from streams import BEGUN, GOOD, PIECES, Call, Serve
from support import CHAT, CONTRACT, Both, server_context

ALL = [getattr(errors, name) for name in errors.__all__]
REQUEST = httpx.Request("POST", "http://a.example")


def caught(call: Call, client: Any, **options: Any) -> Exception:
    with pytest.raises(errors.CohereError) as info:
        call(client, **options)
    return info.value


def patience(answer: Any) -> float:
    """Seconds: short only where nothing else ends the wait, for the machine may have other things to do."""
    return 0.2 if HOLD in answer else 30.0


# Error statuses


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
@pytest.mark.unmeasured
def test_an_error_status_raises_api_error_whatever_its_body(both: Both, call: Call, answer: Any, body: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url))
        assert len(server.requests) == 1
    assert type(error) is errors.ApiError
    assert error.status_code == 418
    assert error.body == body
    assert str(error).startswith("418: ")


@pytest.mark.unmeasured
def test_any_status_but_2xx_raises_api_error(both: Both, call: Call, subtests: pytest.Subtests) -> None:
    # The last has no body: what comes after its headers would be the next answer.
    statuses = [300, 301, 400, 404, 422, 451, 498, 499, 501, 505, 599, 999, 304]
    with RawServer(*(http(status, b"no", x_request_id="r-1") for status in statuses)) as server:
        client = both.client(base_url=server.url, max_retries=0)
        for status in statuses:
            with subtests.test(str(status)):
                error = caught(call, client)
                assert isinstance(error, errors.ApiError)
                assert error.status_code == status
                assert error.headers["X-Request-ID"] == error.request_id == "r-1"


def test_each_documented_status_has_its_class_and_no_other() -> None:
    responses = CONTRACT["paths"]["/v2/chat"]["post"]["responses"]
    documented = {
        int(status): response["$ref"].rsplit("/", 1)[-1] for status, response in responses.items() if "$ref" in response
    }
    classes = {cls.documented_status: cls for cls in errors.ApiError.__subclasses__()}
    names = {status: cls.__name__.removesuffix("Error") for status, cls in classes.items()}
    # The official name ends in Error without saying it twice.
    assert names == {status: name.removesuffix("Error") for status, name in documented.items()}
    for status, name in documented.items():
        assert classes[status].__doc__ == CONTRACT["components"]["responses"][name]["description"]


@pytest.mark.parametrize("cls", errors.ApiError.__subclasses__())
def test_a_documented_status_raises_its_class(both: Both, cls: type[errors.ApiError]) -> None:
    assert cls.documented_status is not None
    with RawServer(http(cls.documented_status, {"message": "no", "id": "r-1"})) as server:
        error = caught(both.chat, both.client(base_url=server.url, max_retries=0))
    assert type(error) is cls
    assert str(error) == f"{cls.documented_status}: no (request r-1)"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"error": "from a gateway"}', "from a gateway"),
        (b'{"detail": "from a gateway"}', "from a gateway"),
        (b'{"message": 5}', "{'message': 5}"),
        (b'{"message": " "}', "{'message': ' '}"),
        (b"{}", "Service Unavailable"),
        (b"[]", "[]"),
        (b"null", "Service Unavailable"),
        (b'"busy"', "busy"),
        (b"<html>\n <b>busy</b></html>", "<html> <b>busy</b></html>"),
        (b"", "Service Unavailable"),
        (b"\xff\xfe", "b'\\xff\\xfe'"),
        (b"a\x1b[31mred\x00", "a\\x1b[31mred\\x00"),
        (b"x " * 100_000, "x " * 250 + "..."),
    ],
)
def test_the_message_is_what_the_server_said(content: bytes, message: str) -> None:
    error = api_error(httpx.Response(503, request=REQUEST), content, 0.0)
    assert error.message == message
    assert str(error).startswith(f"503: {message}")


def test_errors_can_be_built_from_any_of_their_parts() -> None:
    assert str(errors.ApiError()) == "no status: error"
    assert str(errors.ApiError(status_code=599)) == "599: error"
    error = errors.NotFoundError(body={"message": "no such model"})
    assert error.status_code == 404
    assert str(error) == "404: no such model"


@pytest.mark.parametrize(
    ("headers", "content", "request_id"),
    [
        ({"X-Debug-Trace-Id": "h"}, b'{"id": "b"}', "h"),
        ({"X-Request-Id": "i", "X-Debug-Trace-Id": "h"}, b'{"id": "b"}', "i"),
        ({}, b'{"id": "b"}', "b"),
        ({}, b"", None),
    ],
)
def test_the_request_id_comes_from_the_headers_or_the_body(
    headers: dict[str, str], content: bytes, request_id: str | None
) -> None:
    assert api_error(httpx.Response(500, headers=headers, request=REQUEST), content, 0.0).request_id == request_id


def test_an_error_response_leaves_the_connection_usable(both: Both, call: Call, method: str) -> None:
    with RawServer(http(422, {"message": "too many tokens"}), GOOD[method]) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(errors.UnprocessableEntityError, match="422: too many tokens"):
            call(client)
        call(client)
        assert server.connections == 1


def test_an_endless_error_page_is_cut_off(both: Both) -> None:
    page = event_stream(*[b"x" * 65536] * 40, HOLD, end=False, content_type="text/html")
    page[0] = page[0].replace(b"200 OK", b"500 NO")  # type: ignore[arg-type]
    with RawServer(page) as server:
        client = both.client(base_url=server.url, max_retries=0)
        with pytest.raises(errors.InternalServerError) as caught:
            both.chat(client)
        assert len(caught.value.body) == 1024 * 1024
        assert server.wait_open(0)


# Messages


LONG = {
    "message": http(400, {"message": "long \x1b[31m\u202e" * 99_999}),
    "body": http(400, b'["' + b"\\u0000" * 99_999 + b'"]'),
    "request id": http(400, {"message": "no", "id": "i" * 99_999}),
    "content type": http(200, b"hi" * 99_999, content_type="x" * 50_000),
    "event": event_stream(PIECES[0], b"data: [" + b'"x", ' * 99_999 + b"\n\n"),
    "unknown event": event_stream(PIECES[0], sse({"type": "x" * 99_999})),
}


@pytest.mark.parametrize("answer", LONG.values(), ids=LONG)
@pytest.mark.unmeasured
def test_messages_are_bounded(both: Both, call: Call, answer: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url))
    assert 0 < len(str(error)) < 2000
    assert str(error).isprintable()


def test_a_body_nested_too_deeply_to_show_is_named() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert errors.excerpt(deep) == "something nested too deeply"


FAILURES: dict[str, Any] = {
    "status": http(429, {"message": "slow down", "n": {"a": [1]}}, retry_after="9"),
    "deep body": http(400, b"[" * 800 + b"]" * 800),
    "no answer": [RESET],
    "stalled": [HOLD],
    "no reply": http(200, [1]),
    "cut": [*event_stream(*PIECES[:3], end=False), CLOSE],
    "broken event": event_stream(*PIECES[:3], b"data: {\n\n"),
}


def copies(error: Exception) -> list[Any]:
    return [copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))]


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES)
@pytest.mark.unmeasured
def test_exceptions_can_be_pickled_and_copied(both: Both, call: Call, answer: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url, max_retries=0), timeout=patience(answer))
    for other in copies(error):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)


@pytest.mark.parametrize("cls", ALL)
def test_every_class_can_be_pickled_and_copied(cls: type[errors.CohereError]) -> None:
    assert issubclass(cls, errors.CohereError)
    error = cls(status_code=429, body={"message": "m"}) if issubclass(cls, errors.ApiError) else cls("m")
    if isinstance(error, errors.StreamError):
        error.snapshot = V2ChatResponse.from_dict({"id": "1"})
    for other in copies(error):
        assert type(other) is cls
        assert str(other) == str(error) != ""
        assert vars(other) == vars(error)


# The network


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
        with pytest.raises(errors.ApiConnectionError) as raised:
            both.call(method, client, **options)
        said.append(f"{type(raised.value).__name__} {raised.value}".replace(httpx.URL(url).netloc.decode(), "HOST"))
        both.close()
    assert said[0] == said[1]
    return said[0]


@pytest.mark.usefixtures("_trust")
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_refused_connection_is_named(refused: str, scheme: str) -> None:
    assert words(f"{scheme}://{refused}", "chat") == (
        "ApiConnectionError no response from HOST (ConnectError: [Errno 111] Connection refused)"
    )


def test_an_unknown_host_is_named() -> None:
    assert "no response from HOST (ConnectError: [Errno -" in words("http://host.invalid", "chat")


def test_a_certificate_of_an_unknown_authority_is_refused(tls: ssl.SSLContext) -> None:
    with RawServer(GOOD["chat"], tls=tls) as server:
        assert "certificate verify failed: unable to get local issuer certificate" in words(server.url, "chat")
        assert server.requests == []


@pytest.mark.usefixtures("_trust")
def test_a_certificate_for_another_host_is_refused(authority: trustme.CA) -> None:
    with RawServer(GOOD["chat"], tls=server_context(authority, "other.example")) as server:
        assert "certificate is not valid for '127.0.0.1'" in words(server.url, "chat")
        assert server.requests == []


@pytest.mark.usefixtures("_trust")
def test_a_server_without_tls_is_named() -> None:
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
def test_a_server_that_says_nothing_is_a_timeout(silent: str, scheme: str) -> None:
    doing = "connecting to" if scheme == "https" else "waiting for"
    said = words(f"{scheme}://{silent}", "chat", timeout=0.3)
    assert said.startswith(f"ApiTimeoutError timed out after 0.3 s while {doing} HOST (")


GONE = "no response from HOST (the server closed the connection)"
MALFORMED = "no response from HOST (RemoteProtocolError: "
TIMED_OUT = "timed out after 0.2 s while waiting for HOST (ReadTimeout)"
UNANSWERED: dict[str, tuple[list[Any], str]] = {
    "closed": ([CLOSE], GONE),
    "reset": ([RESET], GONE),
    "closed in the headers": ([b"HTTP/1.1 200 OK\r\nconte", CLOSE], GONE),
    "reset in the headers": ([b"HTTP/1.1 200 OK\r\nconte", RESET], GONE),
    "no HTTP": ([b"220 mail.example ESMTP\r\n\r\n"], f"{MALFORMED}illegal status line"),
    "endless headers": ([b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000], MALFORMED),
    "two lengths": ([b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n"], MALFORMED),
    "a length below zero": ([b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n"], MALFORMED),
    "silence": ([HOLD], TIMED_OUT),
    "silence in the headers": ([b"HTTP/1.1 200 OK\r\nconte", HOLD], TIMED_OUT),
}


@pytest.mark.parametrize(("answer", "said"), UNANSWERED.values(), ids=UNANSWERED)
@pytest.mark.unmeasured
def test_a_response_that_never_begins_is_named(serve: Serve, method: str, answer: Any, said: str) -> None:
    assert said in words(serve(answer).url, method, timeout=patience(answer))


ENDINGS: dict[str, tuple[Any, str]] = {
    "closed": (CLOSE, "cut (the server closed the connection)"),
    "reset": (RESET, "cut (the server closed the connection)"),
    "silence": (HOLD, "(ReadTimeout"),
}


@pytest.mark.parametrize(("ending", "said"), ENDINGS.values(), ids=ENDINGS)
def test_a_response_that_breaks_off_is_named(serve: Serve, method: str, ending: Any, said: str) -> None:
    server = serve([*BEGUN[method], ending])
    assert said in words(server.url, method, timeout=patience([ending]))
    assert len(server.requests) == 2


@pytest.mark.usefixtures("_trust")
def test_tls_that_breaks_within_a_response_is_named(both: Both, tls: ssl.SSLContext, call: Call, method: str) -> None:
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


@pytest.mark.parametrize(
    ("begun", "raised", "phase", "words"),
    [
        (False, httpx.ConnectError(""), None, "no response from a.example:81 (ConnectError: no further reason given)"),
        (True, httpx.ReadError("gone"), None, "the response of a.example:81 was cut (ReadError: gone)"),
        (False, httpx.ConnectTimeout(""), "connect", "timed out after 3 s while connecting to a.example:81 ("),
        (False, httpx.WriteTimeout(""), "write", "timed out while sending to a.example:81 (WriteTimeout)"),
        (False, httpx.PoolTimeout(""), "pool", "timed out while waiting for a free connection to a.example:81 ("),
        (True, httpx.ReadTimeout(""), "read", "timed out after 0.5 s while waiting for a.example:81 (ReadTimeout)"),
    ],
)  # fmt: skip
def test_network_failures_name_the_host_the_phase_and_the_seconds(
    begun: bool, raised: Exception, phase: str | None, words: str
) -> None:
    limits = {"timeout": {"connect": 3.0, "read": 0.5, "write": None}}
    request = httpx.Request("POST", "http://me:s3cret@a.example:81/prefix?key=s3cret", extensions=limits)
    error = connection_error(raised, request, begun=begun)
    assert str(error).startswith(words)
    assert getattr(error, "phase", None) == phase
    assert isinstance(error, errors.ApiTimeoutError) == (phase is not None)
    assert error.transient != begun


@pytest.mark.parametrize(
    "raised", [httpx.UnsupportedProtocol("x"), httpx.LocalProtocolError("x"), httpx.ProxyError("407")]
)
def test_configuration_errors_are_not_transient(raised: httpx.HTTPError) -> None:
    assert not connection_error(raised, REQUEST).transient


def test_a_malformed_proxy_variable_hides_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that is already built does not read it."""
    monkeypatch.setenv("HTTP_PROXY", "http://[::1")
    assert str(connection_error(httpx.ReadError("gone"), REQUEST)) == "no response from a.example (ReadError: gone)"


def test_the_cause_is_found_in_groups_and_in_circular_chains() -> None:
    group = httpx.ConnectError("all attempts failed")
    group.__cause__ = ExceptionGroup("two addresses", [OSError("first"), ssl.SSLCertVerificationError("second")])
    wrapped = httpx.ConnectError("certificate verify failed")
    wrapped.__cause__ = httpcore.ConnectError(ssl.SSLCertVerificationError())
    circle = httpx.ReadError("around")
    circle.__cause__ = circle
    assert [connection_error(error, REQUEST).transient for error in (group, wrapped, circle)] == [False, False, True]


# Whatever a server sends


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
@pytest.mark.unmeasured
def test_whatever_a_server_sends_only_our_exceptions_are_raised(both: Both, call: Call, answer: Any) -> None:
    with RawServer(answer) as server:
        error = caught(call, both.client(base_url=server.url))
    assert str(error)
    if answer[0][:12] in (b"HTTP/1.1 302", b"HTTP/1.1 500"):
        assert isinstance(error, errors.ApiError)


@pytest.mark.parametrize("depth", [100, 255, 256, 400, 900])
def test_deep_json_can_be_shown_or_is_refused(both: Both, depth: int) -> None:
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
@pytest.mark.unmeasured
def test_wrong_types_in_events_harm_neither_the_text_nor_the_snapshot(both: Both, event: dict[str, Any]) -> None:
    with RawServer(event_stream(sse(event), *PIECES)) as server:
        client = both.client(base_url=server.url)
        assert "".join(both.collect(client.chat_stream(**CHAT).text_stream)) == "Hello wörld!"
        assert both.run(client.chat_stream(**CHAT).final_response).finish_reason == "COMPLETE"
        assert repr(both.collect(client.chat_stream(**CHAT))[0])


def test_the_representation_of_an_api_error_tells_what_it_says() -> None:
    error = errors.NotFoundError(status_code=404, body={"message": "no model x"})
    assert repr(error) == "NotFoundError('404: no model x')"
