"""Requirements 15 to 18: what comes back is kept as it is, or refused; redirects are not followed."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import httpx
import pytest
from cohere_chat import errors
from cohere_chat._inflate import Inflater
from faults import GOOD, PIECES, REPLY, Call, Serve
from rawserver import RawServer, event_stream, http, sse
from support import CHAT, Both

# 15. Unknown fields, enum values and types are kept and readable; absent and null read as None.

NEWER: dict[str, Any] = {
    "id": "r-1",
    "finish_reason": "PAUSED",
    "message": {
        "role": "narrator",
        "content": [
            {"type": "video", "url": "http://v", "frames": [1, 2]},
            {"type": "text", "text": "Hi", "mood": {"calm": True}},
            {"text": "no type"},
            {"type": 5},
        ],
        "tool_calls": [{"id": "c", "type": "macro", "macro": {"name": "m"}}],
        "citations": [{"start": 0, "sources": [{"type": "web", "url": "http://w"}, {"id": "x"}], "type": "SPOKEN"}],
        "tool_plan": None,
        "mood": None,
    },
    "usage": {"billed_units": {"joules": 7.5}, "tokens": None, "carbon": {"grams": 1e-9}},
    "trace": [[], {}, "", 0, False, None],
}


def test_15_what_the_contract_does_not_know_is_kept_and_readable(both: Both) -> None:
    with RawServer(http(200, NEWER)) as server:
        reply = both.chat(both.client(base_url=server.url))
    assert json.dumps(reply.to_dict()) == json.dumps(NEWER)
    content = reply.message.content
    assert [item.type for item in content] == ["video", "text", None, 5]
    assert (content[0].url, content[1].mood, content[2].text) == ("http://v", {"calm": True}, "no type")
    assert reply.message.tool_calls[0].macro == {"name": "m"}
    assert [source.type for source in reply.message.citations[0].sources] == ["web", None]
    assert (reply.finish_reason, reply.message.role, reply.message.tool_plan) == ("PAUSED", "narrator", None)
    assert (reply.usage.tokens, reply.usage.cached_tokens, reply.logprobs) == (None, None, None)
    assert reply.usage.carbon == {"grams": 1e-9}
    assert repr(reply)


def test_15_an_event_of_another_time_too(both: Both) -> None:
    newer = {"type": "content-start", "index": 0, "delta": {"message": {"content": {"type": "video", "url": "u"}}}}
    with RawServer(event_stream(PIECES[0], sse(newer), PIECES[-1])) as server:
        final = both.run(both.client(base_url=server.url).chat_stream(**CHAT).final_response)
    assert final.message.content[0].type == "video"
    assert final.message.content[0].url == "u"


@pytest.mark.parametrize("gone", ["usage", "logprobs", "finish_reason", "id"])
@pytest.mark.parametrize("null", [True, False])
def test_15_absent_and_null_read_as_none(both: Both, gone: str, null: bool) -> None:
    answer = {name: value for name, value in REPLY.items() if name != gone} | ({gone: None} if null else {})
    with RawServer(http(200, answer)) as server:
        reply = both.chat(both.client(base_url=server.url))
    assert getattr(reply, gone) is None
    assert reply.to_dict() == answer


# 16. Nothing is silently converted, and what is not the reply that was asked for is refused with its body.


def test_16_values_stay_what_they_are(both: Both) -> None:
    usage = {"billed_units": {"input_tokens": 0.25, "output_tokens": 3.0, "classifications": 10**20}}
    odd = {**REPLY, "id": 7, "finish_reason": ["COMPLETE"], "usage": usage, "logprobs": "none"}
    with RawServer(http(200, odd)) as server:
        reply = both.chat(both.client(base_url=server.url))
    assert repr(reply.usage.billed_units.input_tokens) == "0.25"
    assert repr(reply.usage.billed_units.output_tokens) == "3.0"
    assert reply.usage.billed_units.classifications == 10**20
    assert (reply.id, reply.finish_reason, reply.logprobs) == (7, ["COMPLETE"], "none")


@pytest.mark.parametrize("text", ["\u0000", "\ud800", "\U0001f600", "e\u0301", "\u202e", "\ufeff", "\u2028"])
def test_16_text_stays_what_it_is(both: Both, text: str) -> None:
    answer = json.loads(json.dumps(REPLY))
    answer["message"]["content"][0]["text"] = text
    with RawServer(http(200, answer)) as server:
        client = both.client(base_url=server.url)
        reply = both.chat(client)
        assert reply.message.content[0].text == text
        both.chat(client, messages=[*CHAT["messages"], reply.message])
        assert server.requests[1][1]["messages"][1] == answer["message"]


NO_REPLIES: dict[str, tuple[bytes, Any]] = {
    "nothing": (b"", ""),
    "null": (b"null", None),
    "text": (b"Hello!", "Hello!"),
    "HTML": (b"<html>", "<html>"),
    "a list": (b"[{}]", [{}]),
    "a string": (b'"message"', "message"),
    "a number": (b"7", 7),
    "no message": (b'{"id": "r"}', {"id": "r"}),
    "an error": (b'{"message": "overloaded"}', {"message": "overloaded"}),
    "null message": (b'{"message": null}', {"message": None}),
    "cut": (b'{"message": {', '{"message": {'),
    "two": (b'{"message": {}}{}', '{"message": {}}{}'),
    "Infinity": (b'{"message": {"a": Infinity}}', '{"message": {"a": Infinity}}'),
    "an event stream": (PIECES[0], PIECES[0].decode()),
}


@pytest.mark.parametrize(("content", "body"), NO_REPLIES.values(), ids=NO_REPLIES)
def test_16_what_is_no_chat_reply_is_refused_with_its_body(both: Both, serve: Serve, content: bytes, body: Any) -> None:
    server = serve(http(200, content))
    with pytest.raises(errors.InvalidResponseError) as caught:
        both.chat(both.client(base_url=server.url))
    assert caught.value.body == body
    assert caught.value.status_code == 200
    assert len(server.requests) == 1


@pytest.mark.parametrize("limit", [100, 10_000])
def test_16_a_reply_over_the_limit_is_refused(both: Both, limit: int) -> None:
    answer = {**REPLY, "filler": "x" * 9_000}
    with RawServer(http(200, answer)) as server:
        client = both.client(base_url=server.url, max_reply_bytes=limit)
        if limit > 9_000:
            assert both.chat(client).filler == answer["filler"]
            return
        with pytest.raises(errors.InvalidResponseError, match="more than 100 bytes; see max_reply_bytes") as caught:
            both.chat(client)
        assert len(caught.value.body) == 100


# 17. JSON is UTF-8; compression that is corrupt or cut is an error.

BODY = json.dumps({**REPLY, "wide": "wörld" * 500}, ensure_ascii=False).encode()
GZIP = gzip.compress(BODY)


@pytest.mark.parametrize(
    "kind", ["application/json; charset=latin-1", "text/plain", "application/json; charset=utf-16"]
)
def test_17_json_is_utf_8_whatever_the_charset_says(both: Both, kind: str) -> None:
    with RawServer(http(200, BODY, content_type=kind), http(200, b"\xef\xbb\xbf" + BODY)) as server:
        client = both.client(base_url=server.url)
        assert both.chat(client).wide == both.chat(client).wide == "wörld" * 500


COMPRESSED: dict[str, tuple[str, bytes]] = {
    "gzip": ("gzip", GZIP),
    "x-gzip": ("X-GZIP", GZIP),
    "deflate": ("deflate", zlib.compress(BODY)),
    "identity": ("identity", BODY),
    "gzip in two parts": ("gzip", gzip.compress(BODY[:50]) + gzip.compress(BODY[50:])),
    "identity and gzip": ("identity, gzip", GZIP),
}


@pytest.mark.parametrize(("encoding", "content"), COMPRESSED.values(), ids=COMPRESSED)
@pytest.mark.parametrize("size", [1, 1000])
def test_17_compression_is_taken_off(both: Both, serve: Serve, encoding: str, content: bytes, size: int) -> None:
    if size == 1:
        chunks = [content[start : start + 1] for start in range(200)] + [content[200:]]
        answer = event_stream(*filter(None, chunks), content_type="application/json", content_encoding=encoding)
    else:
        answer = http(200, content, content_encoding=encoding)
    assert both.chat(both.client(base_url=serve(answer).url)).wide == "wörld" * 500


def test_17_a_compressed_event_stream_is_read_as_it_comes(both: Both, serve: Serve) -> None:
    """It was not asked for."""
    press = zlib.compressobj(wbits=31)
    chunks = [press.compress(piece) + press.flush(zlib.Z_SYNC_FLUSH) for piece in PIECES]
    server = serve(event_stream(*chunks, press.flush(), content_encoding="gzip"))
    assert len(both.collect(both.client(base_url=server.url).chat_stream(**CHAT))) == len(PIECES)
    assert server.requests[0][0]["accept-encoding"] == "identity"


BROKEN: dict[str, tuple[str, bytes]] = {
    **{f"gzip without its last {size} bytes": ("gzip", GZIP[:-size]) for size in (1, 4, 8, 20, len(GZIP) - 1)},
    "gzip with a wrong checksum": ("gzip", GZIP[:-8] + bytes(4) + GZIP[-4:]),
    "gzip with a wrong byte": ("gzip", GZIP[:60] + bytes([GZIP[60] ^ 255]) + GZIP[61:]),
    "gzip and something else": ("gzip", GZIP + b"something else"),
    "no gzip": ("gzip", BODY),
    "deflate without its end": ("deflate", zlib.compress(BODY)[:-2]),
    "brotli": ("br", b"\x8b\x00\x80hi"),
    "gzip twice": ("gzip, gzip", gzip.compress(GZIP)),
}


@pytest.mark.parametrize(("encoding", "content"), BROKEN.values(), ids=BROKEN)
def test_17_broken_compression_is_an_error(both: Both, serve: Serve, encoding: str, content: bytes) -> None:
    server = serve(http(200, content, content_encoding=encoding))
    with pytest.raises(errors.ApiConnectionError, match="DecodingError"):
        both.chat(both.client(base_url=server.url))
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", [200, 500])
def test_17_a_decompression_bomb_is_defused(both: Both, call: Call, status: int) -> None:
    """A gigabyte in a megabyte, of which no more is made than is accepted."""
    bomb = gzip.compress(bytes(1 << 20)) * 1024
    with RawServer(http(status, bomb, content_encoding="gzip")) as server:
        with pytest.raises((errors.InvalidResponseError, errors.InternalServerError)) as caught:
            call(both.client(base_url=server.url, max_retries=0, max_event_bytes=100_000, max_reply_bytes=100_000))
        assert len(caught.value.body) <= 1 << 20
        assert server.wait_open(0)


def test_17_no_more_is_inflated_at_once_than_can_be_looked_at() -> None:
    inflater = Inflater(httpx.Headers({"content-encoding": "gzip"}))
    sizes = [len(piece) for piece in inflater.feed(gzip.compress(bytes(100 << 20)))]
    assert sum(sizes) == 100 << 20
    assert max(sizes) <= 1 << 20


def test_17_a_bomb_in_a_stream_is_defused(both: Both) -> None:
    bomb = gzip.compress(PIECES[0] + b"data: " + bytes(100 << 20))
    with RawServer(event_stream(bomb, content_encoding="gzip")) as server:
        client = both.client(base_url=server.url, max_event_bytes=1 << 20)
        with pytest.raises(errors.InvalidEventError, match="more than 1048576 bytes"):
            both.collect(client.chat_stream(**CHAT))


# 18. Redirects: the key goes nowhere else, a POST stays one; none is followed.


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
@pytest.mark.parametrize("there", ["other", "relative", "broken", "https"])
def test_18_a_redirect_is_raised_with_its_status_and_place(
    both: Both, serve: Serve, call: Call, method: str, status: int, there: str
) -> None:
    other = serve(GOOD[method])
    places = {
        "other": other.url,
        "relative": "/v2/chat",
        "broken": "http://[::1/",
        "https": "https://127.0.0.1:1/",
    }
    place = places[there]
    server = serve(http(status, b"moved", location=place))
    with pytest.raises(errors.ApiError, match=f"^{status}: moved") as caught:
        call(both.client(base_url=server.url))
    assert type(caught.value) is errors.ApiError
    assert caught.value.headers["location"] == place
    assert len(server.requests) == 1
    assert other.connections == 0


def test_18_a_client_of_the_caller_s_own_follows_none_either(both: Both, call: Call, method: str) -> None:
    with RawServer(GOOD[method]) as other, RawServer(http(307, b"", location=other.url)) as server:
        own = (httpx.Client if both.kind == "sync" else httpx.AsyncClient)(follow_redirects=True)
        with pytest.raises(errors.ApiError, match="307"):
            call(both.client(base_url=server.url, httpx_client=own))
        assert other.connections == 0
        both.run(own.close if both.kind == "sync" else own.aclose)


def test_18_cookies_are_neither_kept_nor_sent(both: Both, call: Call, method: str) -> None:
    head, *rest = GOOD[method]
    assert isinstance(head, bytes)
    cookie = head.replace(b"\r\n", b"\r\nset-cookie: a=b; path=/\r\n", 1)
    with RawServer([cookie, *rest]) as server:
        client = both.client(base_url=server.url)
        for _ in range(3):
            call(client)
        assert [len(kept._pools[0].client.cookies.jar) for kept in client._core.pool._clients.values()] == [0]
    assert not any("cookie" in headers for headers, _ in server.requests)
