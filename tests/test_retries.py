"""What is tried again, how often, and after how long. Nothing here waits: Both keeps the waits."""

from __future__ import annotations

import math
import ssl
from email.utils import formatdate
from typing import Any

import pytest
from cohere_chat import RetryPolicy, errors
from cohere_chat._retry import retry_after
from hypothesis import given
from hypothesis import strategies as st
from rawserver import CLOSE, RESET, RawServer, event_stream, http
from streams import BEGUN, BUSY, EVENTS, GOOD, PIECES, Call, Serve
from support import CHAT, Both

NOW = 1_800_000_000.0


# Which failures


TRANSIENT: dict[str, Any] = {
    **{str(status): http(status, {}) for status in (408, 409, 429, 500, 502, 503, 504, 529)},
    "closed": [CLOSE],
    "reset": [RESET],
    "reset in the headers": [b"HTTP/1.1 200 OK\r\nconte", RESET],
}


@pytest.mark.parametrize("failure", TRANSIENT.values(), ids=TRANSIENT)
@pytest.mark.unmeasured
def test_transient_failures_are_retried(both: Both, call: Call, method: str, failure: Any) -> None:
    with RawServer(failure, failure, GOOD[method]) as server:
        assert call(both.client(base_url=server.url))
        assert len(server.requests) == 3
    assert len(both.waits) == 2


def test_a_refused_connection_is_retried(both: Both, call: Call, refused: str) -> None:
    with pytest.raises(errors.ApiConnectionError) as raised:
        call(both.client(base_url=f"http://{refused}"))
    assert len(both.waits) == 2
    assert raised.value.attempts == 3
    assert str(raised.value).endswith("(after 3 attempts)")


@pytest.mark.unmeasured
def test_other_statuses_are_final(both: Both, call: Call, subtests: pytest.Subtests) -> None:
    statuses = [300, 307, 400, 401, 403, 404, 405, 413, 422, 498, 499, 501, 505]
    with RawServer(*(http(status, {}, retry_after="0") for status in statuses)) as server:
        client = both.client(base_url=server.url)
        for count, status in enumerate(statuses, 1):
            with subtests.test(str(status)):
                with pytest.raises(errors.ApiError) as raised:
                    call(client)
                assert (raised.value.status_code, len(server.requests)) == (status, count)


@pytest.mark.parametrize(
    ("of_client", "of_request", "expected"),
    [(None, None, 3), (0, None, 1), (4, None, 5), (4, 1, 2), (0, 1, 2), (1, 0, 1)],
)
@pytest.mark.unmeasured
def test_max_retries_of_the_client_and_the_request(
    both: Both, call: Call, of_client: int | None, of_request: int | None, expected: int
) -> None:
    options = {} if of_client is None else {"max_retries": of_client}
    with RawServer(BUSY) as server:
        with pytest.raises(errors.ServiceUnavailableError):
            call(both.client(base_url=server.url, **options), max_retries=of_request)
        assert len(server.requests) == expected


UNBEGUN: dict[str, list[Any]] = {
    "nothing": [],
    "a comment": [b": wait\n\n"],
    "a blank event": [b"event: ping\n\n"],
    "half an event": [PIECES[0][:-2]],
}


@pytest.mark.parametrize("pieces", UNBEGUN.values(), ids=UNBEGUN)
@pytest.mark.parametrize("ending", [CLOSE, RESET, b"0\r\n\r\n"])
@pytest.mark.unmeasured
def test_a_stream_cut_before_its_first_event_is_retried(
    both: Both, serve: Serve, pieces: list[bytes], ending: Any
) -> None:
    server = serve([*event_stream(*pieces, end=False), ending], GOOD["chat_stream"])
    events = both.collect(both.client(base_url=server.url).chat_stream(**CHAT))
    assert [event.to_dict() for event in events] == EVENTS
    assert len(server.requests) == 2


@pytest.mark.parametrize("ending", [CLOSE, RESET, b"0\r\n\r\n"])
def test_a_stream_cut_after_its_first_event_is_not_retried(both: Both, serve: Serve, ending: Any) -> None:
    server = serve([*event_stream(PIECES[0], end=False), ending], GOOD["chat_stream"])
    events: list[Any] = []
    with pytest.raises(errors.StreamInterruptedError) as caught:
        both.collect(both.client(base_url=server.url).chat_stream(**CHAT), events)
    assert not caught.value.transient
    assert [event.to_dict() for event in events] == EVENTS[:1]
    assert len(server.requests) == 1


def test_a_reply_cut_short_is_not_retried(both: Both, serve: Serve) -> None:
    """It was made, and is billed."""
    server = serve([*BEGUN["chat"], RESET], GOOD["chat"])
    with pytest.raises(errors.ApiConnectionError, match=r"the response of .* was cut"):
        both.chat(both.client(base_url=server.url, retry_policy=RetryPolicy(retry_read_timeout=True)))
    assert len(server.requests) == 1


def test_a_connection_that_died_while_idle_is_replaced(both: Both, serve: Serve, call: Call, method: str) -> None:
    server = serve([*GOOD[method], CLOSE], GOOD[method])
    client = both.client(base_url=server.url)
    call(client)
    assert server.wait_open(0)
    call(client)
    assert len(server.requests) == 2
    assert server.connections == 2


def test_a_wrong_certificate_is_final(both: Both, call: Call, tls: ssl.SSLContext) -> None:
    with RawServer(GOOD["chat"], tls=tls) as server:
        with pytest.raises(errors.ApiConnectionError, match="certificate") as caught:
            call(both.client(base_url=server.url))
        assert not caught.value.transient
        assert server.connections == 1
    assert both.waits == []


def test_each_attempt_reads_the_key_again_and_sends_the_same_body(both: Both, call: Call, method: str) -> None:
    keys = iter(["key-one", "key-two", "key-three"])
    with RawServer(BUSY, [RESET], GOOD[method]) as server:
        call(both.client(lambda: next(keys), base_url=server.url))
    assert [headers["authorization"] for headers, _ in server.requests] == [
        "Bearer key-one",
        "Bearer key-two",
        "Bearer key-three",
    ]
    assert server.requests[0][1] == server.requests[1][1] == server.requests[2][1]


def test_an_iterator_survives_a_retry(both: Both) -> None:
    with RawServer(BUSY, GOOD["chat"]) as server:
        both.chat(both.client(base_url=server.url), messages=iter(CHAT["messages"]))
    assert [body["messages"] for _, body in server.requests] == [CHAT["messages"]] * 2


@pytest.mark.parametrize(
    ("error", "policy", "delay"),
    [
        (errors.ApiConnectionError("reset"), {}, 0.5),
        (errors.ApiConnectionError("bad certificate", transient=False), {}, None),
        *((errors.ApiTimeoutError(phase=phase), {}, 0.5) for phase in ("connect", "write", "pool")),
        (errors.ApiTimeoutError(phase="read"), {}, None),
        (errors.ApiTimeoutError(phase="read"), {"retry_read_timeout": True}, 0.5),
        (errors.InvalidResponseError(), {}, None),
        (errors.ClientClosedError(), {}, None),
        (errors.StreamError(), {}, None),
    ],
)
def test_the_policy_knows_which_errors_are_transient(
    error: errors.CohereError, policy: dict[str, Any], delay: float | None
) -> None:
    assert RetryPolicy(**policy).delay(error, 0, 0.0) == delay


# How long


def test_waits_double_and_vary(both: Both, call: Call) -> None:
    seen = []
    with RawServer(BUSY) as server:
        for _ in range(8):
            with pytest.raises(errors.ServiceUnavailableError):
                call(both.client(base_url=server.url, max_retries=6))
            seen.append(both.waits)
    for number, waits in enumerate(zip(*seen, strict=True)):
        longest = min(0.5 * 2**number, 8.0)
        assert all(longest / 2 <= wait <= longest for wait in waits)
        assert len(set(waits)) > 1


def test_the_waits_are_those_of_the_policy() -> None:
    policy = RetryPolicy(initial_delay=1.0, max_delay=5.0, jitter=0.25)
    error = errors.ApiError(status_code=500)
    assert [policy.delay(error, attempt, 0.0) for attempt in range(5)] == [1.0, 2.0, 4.0, 5.0, 5.0]
    assert [policy.delay(error, 0, chance) for chance in (0.5, 1.0)] == [0.875, 0.75]


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_a_wait_is_between_zero_and_the_longest(attempt: int, chance: float) -> None:
    assert 0 <= (RetryPolicy().delay(errors.ApiError(status_code=503), attempt, chance) or math.inf) <= 8.0


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf"), "1", True])
@pytest.mark.parametrize("name", ["initial_delay", "max_delay", "jitter", "max_server_delay"])
def test_an_impossible_policy_is_refused(name: str, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=name):
        RetryPolicy(**{name: wrong})


WAITS: dict[str, tuple[dict[str, str], float]] = {
    "seconds": ({"retry_after": "7"}, 7),
    "no time": ({"retry_after": "0"}, 0),
    "milliseconds": ({"retry_after_ms": "1500", "retry_after": "9"}, 1.5),
    "reset": ({"x_ratelimit_reset": "12"}, 12),
    "a date long ago": ({"retry_after": "Tue, 01 Jan 2030 00:00:00 GMT".replace("2030", "1999")}, 0),
}


@pytest.mark.parametrize(("headers", "seconds"), WAITS.values(), ids=WAITS)
def test_the_server_says_how_long_to_wait(
    both: Both, call: Call, method: str, headers: dict[str, str], seconds: float
) -> None:
    with RawServer(http(429, {}, **headers), GOOD[method]) as server:
        call(both.client(base_url=server.url))
    assert both.waits == [seconds]


@pytest.mark.parametrize("value", ["61", "99999999", formatdate(4e9, usegmt=True)])
def test_waits_of_more_than_a_minute_are_left_to_the_caller(both: Both, call: Call, value: str) -> None:
    with RawServer(http(429, {}, retry_after=value)) as server:
        with pytest.raises(errors.TooManyRequestsError) as caught:
            call(both.client(base_url=server.url))
        assert caught.value.retry_after is not None
        assert caught.value.retry_after > 60
        assert len(server.requests) == 1


def test_how_long_a_server_may_ask_for_can_be_set() -> None:
    error = errors.ApiError(status_code=429, retry_after=60.1)
    assert [RetryPolicy(max_server_delay=longest).delay(error, 0, 0.5) for longest in (60, 61)] == [None, 60.1]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": "Fri, 15 Jan 2027 08:00:30 GMT"}, 30.0),
        ({"retry-after": "Fri, 15 Jan 2027 08:00:30 -0000"}, 30.0),
        ({"retry-after": "Fri, 15 Jan 2027 07:00:00 GMT"}, 0.0),
        ({"x-ratelimit-reset": str(NOW + 12)}, 12.0),
        ({"x-ratelimit-reset": str(NOW - 12)}, 0.0),
        ({"x-ratelimit-reset": "12"}, 12.0),
        ({"retry-after": "5", "x-ratelimit-reset": "12"}, 5.0),
        ({"retry-after": "9" * 20}, 1e20),
        *(
            (dict.fromkeys(("retry-after", "retry-after-ms", "x-ratelimit-reset"), malformed), None)
            for malformed in (
                *("", " ", "-1", "1e3", "1_0", "0x10", "nan", "inf", "-inf", "soon", "1,5", "5, 9", "1" * 400),
                *("Fri, 99 Jan 2027 08:00:00 GMT", "Fri, 99 Foo 2027", "\u0663", "\u0663 o'clock"),
            )
        ),
    ],
)
def test_the_wait_that_a_server_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(429, headers, NOW) == seconds


def test_a_reset_time_counts_for_rate_limits_only() -> None:
    assert retry_after(503, {"x-ratelimit-reset": "12"}, NOW) is None


@given(st.text(max_size=30))
def test_no_value_of_a_header_raises(value: str) -> None:
    seconds = retry_after(429, {"retry-after": value, "x-ratelimit-reset": value}, NOW)
    assert seconds is None or seconds >= 0
