"""Where the API key must not be seen: exceptions, representations, logs, and what clients are copied to."""

from __future__ import annotations

import copy
import gzip
import logging
import pickle
import traceback
from typing import Any

import cohere_chat
import pytest
from cohere_chat import ConfigurationError, errors
from rawserver import CLOSE, RawServer, event_stream, http, sse
from streams import BUSY, GOOD, PIECES, Call
from support import CHAT, Both

KEY = "s3cret/key+0123456789"
KINDS = [cohere_chat.ClientV2, cohere_chat.AsyncClientV2]


def caught(call: Call, client: Any, **options: Any) -> Exception:
    with pytest.raises(errors.CohereError) as info:
        call(client, **options)
    return info.value


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
@pytest.mark.unmeasured
def test_a_key_that_the_server_repeats_is_not_shown(both: Both, call: Call, answer: Any) -> None:
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


def test_a_generation_error_does_not_show_the_key(both: Both) -> None:
    ending = {"type": "message-end", "delta": {"finish_reason": "ERROR", "error": f"no {KEY}"}}
    with RawServer(event_stream(PIECES[0], sse(ending))) as server:
        client = both.client(KEY, base_url=server.url)
        with pytest.raises(errors.GenerationError, match=r"^no \*\*\*$"):
            both.run(client.chat_stream(**CHAT).final_response)


@pytest.mark.parametrize("header", [f"Bearer {KEY} and more", KEY, f"Basic {KEY}"])
def test_other_credentials_are_not_shown_either(both: Both, call: Call, header: str) -> None:
    with RawServer(http(401, {"message": f"bad credentials {header}"})) as server:
        error = caught(call, both.client(base_url=server.url), additional_headers={"Authorization": header})
    assert "s3cret" not in f"{error} {error!r} {vars(error)}"


def test_keys_too_short_for_a_secret_are_not_blotted_out(both: Both) -> None:
    with RawServer(http(401, {"message": "bad key"})) as server:
        for key in ("key", ""):
            with pytest.raises(errors.UnauthorizedError, match="bad key"):
                both.chat(both.client(key, base_url=server.url))


def test_a_refused_header_is_not_shown(both: Both, call: Call) -> None:
    with pytest.raises(ValueError, match="additional_headers") as refused:
        call(both.client(), additional_headers={"Authorization": f"Bearer {KEY}\n"})
    assert KEY not in str(refused.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wrong", ["s3cret\nkey", "s3cret\x7fkey", "s3crét"])
def test_a_malformed_key_is_named_and_not_shown(kind: Any, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COHERE_API_KEY", wrong)
    for build, name in ((kind, "the environment variable COHERE_API_KEY"), (lambda: kind(wrong), "api_key")):
        with pytest.raises(ConfigurationError, match=f"^{name}") as refused:
            build()
        assert "s3c" not in "".join(traceback.format_exception(refused.value)).replace("s3cr\\xe9t", "")


def test_no_representation_shows_the_key(both: Both, call: Call) -> None:
    with RawServer(http(403, {"message": "no"})) as server:
        client = both.client(KEY, base_url=server.url)
        stream = client.chat_stream(**CHAT)
        with pytest.raises(errors.ForbiddenError) as caught:
            call(client)
    for thing in (client, client.with_raw_response, client.with_options(timeout=5), stream, client._core.settings):
        for text in (repr(thing), str(thing), f"{thing}", repr(getattr(thing, "__dict__", None))):
            assert KEY not in text
    cause = caught.value.__cause__
    assert cause is None or KEY not in repr(cause)


def test_a_failed_request_s_cause_does_not_show_the_key_either(both: Both, call: Call) -> None:
    with RawServer([CLOSE]) as server, pytest.raises(errors.ApiConnectionError) as caught:
        call(both.client(KEY, base_url=server.url, max_retries=0))
    error: BaseException | None = caught.value
    while error is not None:
        request = getattr(error, "_request", None)
        assert KEY not in f"{error!r} {error} {request!r} {getattr(request, 'headers', None)!r}"
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_no_log_shows_the_key_or_the_prompt(
    both: Both, call: Call, method: str, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    caplog.set_level(level)
    secret = [{"role": "user", "content": "PROMPT"}]
    with RawServer(BUSY, [CLOSE], http(429, {"message": KEY}), GOOD[method]) as server:
        client = both.client(KEY, base_url=server.url, max_retries=3)
        call(client)
        assert server.requests[3][0]["authorization"] == f"Bearer {KEY}"
        call(client, additional_body_parameters={"messages": secret})
    assert "retry 3 of 3" in caplog.text
    assert KEY not in caplog.text
    assert "PROMPT" not in caplog.text
    assert {record.name for record in caplog.records if "cohere" in record.name} <= {"cohere_chat"}


def test_a_program_without_logging_prints_nothing(both: Both, call: Call, capfd: Any) -> None:
    """The package's logger has a handler, so that Python's handler of last resort keeps still."""
    package = logging.getLogger("cohere_chat")
    assert any(isinstance(handler, logging.NullHandler) for handler in package.handlers)
    with RawServer(BUSY) as server, pytest.raises(errors.ServiceUnavailableError):
        call(both.client(base_url=server.url))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("operation", [pickle.dumps, copy.copy, copy.deepcopy])
def test_clients_and_streams_cannot_be_pickled_or_copied(both: Both, operation: Any) -> None:
    client = both.client(KEY)
    for thing, remedy in ((client, ": build one in each process"), (client.chat_stream(**CHAT), "")):
        with pytest.raises(TypeError, match=f"can't be pickled or copied{remedy}"):
            operation(thing)
