"""What comes back is kept as it is, or refused; redirects are not followed."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import Any

import cohere_chat
import pytest
from cohere_chat import errors
from cohere_chat._httpx import httpx
from cohere_chat._inflate import Inflater
from rawserver import RawServer, event_stream, http
from streams import GOOD, PIECES, REPLY, Call
from support import CHAT, Both

# Replies


def test_a_reply_is_typed_and_whole_and_can_be_sent_back(both: Both) -> None:
    with RawServer(http(200, REPLY)) as server:
        client = both.client(base_url=server.url)
        reply = both.chat(client)
        both.chat(client, messages=[reply.message])
        assert server.connections == 1
    assert isinstance(reply, cohere_chat.V2ChatResponse)
    assert isinstance(reply.message.content[0], cohere_chat.TextContent)
    assert reply.to_dict() == REPLY
    assert server.requests[1][1]["messages"] == [REPLY["message"]]


def test_the_raw_response_has_status_and_headers_as_well(both: Both) -> None:
    with RawServer(http(203, REPLY, x_debug_trace_id="t-1")) as server:
        client = both.client(base_url=server.url)
        response = both.run(lambda: client.with_raw_response.chat(**CHAT))
    assert response.data.to_dict() == REPLY
    assert response.status_code == 203
    assert response.headers["X-Debug-Trace-Id"] == response.request_id == "t-1"


def test_the_raw_response_has_the_body_as_it_came_decompressed(both: Both) -> None:
    body = json.dumps(REPLY, indent=1).encode()
    with RawServer(http(200, gzip.compress(body), content_encoding="gzip")) as server:
        client = both.client(base_url=server.url)
        response = both.run(lambda: client.with_raw_response.chat(**CHAT))
    assert response.content == body
    assert repr(body) not in repr(response)


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


def test_what_the_contract_does_not_know_is_kept_and_readable(both: Both) -> None:
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


@pytest.mark.parametrize("name", ["usage", "logprobs", "finish_reason", "id"])
def test_absent_and_null_fields_are_none_and_stay_apart(both: Both, name: str) -> None:
    absent = {key: value for key, value in REPLY.items() if key != name}
    for answer in (absent, absent | {name: None}):
        with RawServer(http(200, answer)) as server:
            reply = both.chat(both.client(base_url=server.url))
        assert getattr(reply, name) is None
        assert reply.to_dict() == answer


def test_values_are_not_converted(both: Both) -> None:
    usage = {"billed_units": {"input_tokens": 0.25, "output_tokens": 3.0, "classifications": 10**20}}
    odd = {**REPLY, "id": 7, "finish_reason": ["COMPLETE"], "usage": usage, "logprobs": "none"}
    with RawServer(http(200, odd)) as server:
        reply = both.chat(both.client(base_url=server.url))
    assert repr(reply.usage.billed_units.input_tokens) == "0.25"
    assert repr(reply.usage.billed_units.output_tokens) == "3.0"
    assert reply.usage.billed_units.classifications == 10**20
    assert (reply.id, reply.finish_reason, reply.logprobs) == (7, ["COMPLETE"], "none")


@pytest.mark.parametrize("text", ["\u0000", "\ud800", "\U0001f600", "e\u0301", "\u202e", "\ufeff", "\u2028"])
def test_text_comes_and_goes_unchanged(both: Both, text: str) -> None:
    answer = json.loads(json.dumps(REPLY))
    answer["message"]["content"][0]["text"] = text
    with RawServer(http(200, answer)) as server:
        client = both.client(base_url=server.url)
        reply = both.chat(client)
        assert reply.message.content[0].text == text
        both.chat(client, messages=[*CHAT["messages"], reply.message])
        assert server.requests[1][1]["messages"][1] == answer["message"]


NOT_REPLIES: dict[str, tuple[bytes, Any]] = {
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


@pytest.mark.parametrize(("content", "body"), NOT_REPLIES.values(), ids=NOT_REPLIES)
def test_a_success_that_is_not_a_reply_is_refused_with_its_body(both: Both, content: bytes, body: Any) -> None:
    with RawServer(http(200, content, content_type="text/html")) as server:
        with pytest.raises(errors.InvalidResponseError, match=r"^200 with text/html is not") as caught:
            both.chat(both.client(base_url=server.url))
        assert len(server.requests) == 1
    assert caught.value.body == body
    assert (caught.value.status_code, caught.value.headers["content-type"]) == (200, "text/html")


def test_a_reply_over_the_limit_is_refused(both: Both) -> None:
    answer = {**REPLY, "filler": "x" * 9_000}
    with RawServer(http(200, answer)) as server:
        assert both.chat(both.client(base_url=server.url, max_reply_bytes=10_000)).filler == answer["filler"]
        client = both.client(base_url=server.url, max_reply_bytes=100)
        with pytest.raises(errors.InvalidResponseError, match="more than 100 bytes; see max_reply_bytes") as caught:
            both.chat(client)
        assert len(caught.value.body) == 100


# Bytes


BODY = json.dumps({**REPLY, "wide": "wörld" * 500}, ensure_ascii=False).encode()


GZIP = gzip.compress(BODY)


@pytest.mark.parametrize(
    "kind", ["application/json; charset=latin-1", "text/plain", "application/json; charset=utf-16"]
)
def test_json_is_utf_8_whatever_the_charset_says(both: Both, kind: str) -> None:
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
def test_compressed_replies_are_read_in_any_pieces(both: Both, encoding: str, content: bytes) -> None:
    chunks = [content[start : start + 1] for start in range(200)] + [content[200:]]
    dripped = event_stream(*filter(None, chunks), content_type="application/json", content_encoding=encoding)
    with RawServer(dripped, http(200, content, content_encoding=encoding)) as server:
        client = both.client(base_url=server.url)
        assert both.chat(client).wide == both.chat(client).wide == "wörld" * 500


def test_compressed_streams_are_read_though_not_asked_for(both: Both) -> None:
    press = zlib.compressobj(wbits=31)
    chunks = [press.compress(piece) + press.flush(zlib.Z_SYNC_FLUSH) for piece in PIECES]
    with RawServer(event_stream(*chunks, press.flush(), content_encoding="gzip")) as server:
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
def test_broken_compression_is_an_error(both: Both, encoding: str, content: bytes) -> None:
    with RawServer(http(200, content, content_encoding=encoding)) as server:
        with pytest.raises(errors.ApiConnectionError, match="DecodingError"):
            both.chat(both.client(base_url=server.url))
        assert len(server.requests) == 1


BOMB = gzip.compress(bytes(1 << 20))


@pytest.mark.parametrize("status", [200, 500])
def test_a_decompression_bomb_is_defused(both: Both, call: Call, status: int) -> None:
    """A gigabyte in a megabyte, of which no more is made than is accepted."""
    bomb = BOMB * 1024
    with RawServer(http(status, bomb, content_encoding="gzip")) as server:
        with pytest.raises((errors.InvalidResponseError, errors.InternalServerError)) as caught:
            call(both.client(base_url=server.url, max_retries=0, max_event_bytes=100_000, max_reply_bytes=100_000))
        assert len(caught.value.body) <= 1 << 20
        assert server.wait_open(0)


def test_no_more_than_a_mebibyte_is_inflated_at_once() -> None:
    inflater = Inflater(httpx.Headers({"content-encoding": "gzip"}))
    sizes = [len(piece) for piece in inflater.feed(gzip.compress(bytes(16 << 20)))]
    assert sum(sizes) == 16 << 20
    assert max(sizes) <= 1 << 20


def test_a_bomb_in_a_stream_is_defused(both: Both) -> None:
    bomb = gzip.compress(PIECES[0] + b"data: " + bytes(16 << 20))
    with RawServer(event_stream(bomb, content_encoding="gzip")) as server:
        client = both.client(base_url=server.url, max_event_bytes=1 << 20)
        with pytest.raises(errors.InvalidEventError, match="more than 1048576 bytes"):
            both.collect(client.chat_stream(**CHAT))


# Redirects


@pytest.mark.parametrize(
    ("status", "place"),
    [
        *((status, "OTHER") for status in (300, 301, 302, 303, 307, 308)),
        (307, "/v2/chat"),
        (308, "http://[::1/"),
        (302, "https://127.0.0.1:1/"),
    ],
)
def test_a_redirect_is_raised_with_its_status_and_place(
    both: Both, call: Call, method: str, status: int, place: str
) -> None:
    with RawServer(GOOD[method]) as other:
        place = place.replace("OTHER", other.url)
        with RawServer(http(status, b"moved", location=place)) as server:
            with pytest.raises(errors.ApiError, match=f"^{status}: moved") as caught:
                call(both.client(base_url=server.url))
            assert len(server.requests) == 1
        assert other.connections == 0
    assert type(caught.value) is errors.ApiError
    assert caught.value.headers["location"] == place


def test_the_caller_s_own_client_follows_no_redirect_either(both: Both, call: Call, method: str) -> None:
    with RawServer(GOOD[method]) as other, RawServer(http(307, b"", location=other.url)) as server:
        own = both.httpx_client(follow_redirects=True)
        with pytest.raises(errors.ApiError, match="307"):
            call(both.client(base_url=server.url, httpx_client=own))
        assert other.connections == 0


def test_cookies_are_neither_kept_nor_sent(both: Both, call: Call, method: str) -> None:
    head, *rest = GOOD[method]
    assert isinstance(head, bytes)
    cookie = head.replace(b"\r\n", b"\r\nset-cookie: a=b; path=/\r\n", 1)
    with RawServer([cookie, *rest]) as server:
        client = both.client(base_url=server.url)
        for _ in range(3):
            call(client)
        assert [len(kept._pools[0].client.cookies.jar) for kept in client._core.pool._clients.values()] == [0]
    assert not any("cookie" in headers for headers, _ in server.requests)
