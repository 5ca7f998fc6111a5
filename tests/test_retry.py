"""RetryPolicy decides; nothing here waits."""

from __future__ import annotations

from typing import Any

import pytest
from cohere_chat import RetryPolicy, errors
from cohere_chat._retry import retry_after
from hypothesis import given
from hypothesis import strategies as st

NOW = 1_800_000_000.0


def status(code: int, **fields: Any) -> errors.ApiError:
    return errors.ApiError(status_code=code, **fields)


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 529])
def test_statuses_that_may_heal_are_tried_again(code: int) -> None:
    assert RetryPolicy().delay(status(code), 0, 0.0) == 0.5


@pytest.mark.parametrize("code", [300, 304, 400, 401, 403, 404, 413, 422, 498, 499, 501, 505])
def test_other_statuses_are_final(code: int) -> None:
    assert RetryPolicy().delay(status(code, retry_after=1.0), 0, 0.0) is None


def test_waits_double_up_to_the_longest() -> None:
    policy = RetryPolicy(initial_delay=1.0, max_delay=5.0)
    assert [policy.delay(status(500), attempt, 0.0) for attempt in range(5)] == [1.0, 2.0, 4.0, 5.0, 5.0]


def test_chance_takes_off_at_most_the_jitter() -> None:
    policy = RetryPolicy(initial_delay=1.0, jitter=0.25)
    assert policy.delay(status(500), 0, 1.0) == 0.75
    assert policy.delay(status(500), 0, 0.5) == 0.875


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_a_wait_of_ours_stays_between_zero_and_the_longest(attempt: int, chance: float) -> None:
    wait = RetryPolicy().delay(status(503), attempt, chance)
    assert wait is not None
    assert 0 <= wait <= 8.0


def test_what_the_server_asks_for_takes_the_place_of_our_wait() -> None:
    assert RetryPolicy().delay(status(429, retry_after=7.5), 0, 0.5) == 7.5


def test_a_server_that_asks_for_too_long_a_wait_is_not_waited_for() -> None:
    assert RetryPolicy(max_server_delay=60).delay(status(429, retry_after=60.1), 0, 0.5) is None


def test_connection_failures_are_tried_again_if_that_may_help() -> None:
    policy = RetryPolicy()
    assert policy.delay(errors.ApiConnectionError("reset"), 0, 0.0) == 0.5
    assert policy.delay(errors.ApiConnectionError("bad certificate", transient=False), 0, 0.0) is None


@pytest.mark.parametrize("phase", ["connect", "write", "pool"])
def test_timeouts_before_the_request_is_out_are_tried_again(phase: str) -> None:
    assert RetryPolicy().delay(errors.ApiTimeoutError(phase=phase), 0, 0.0) == 0.5


def test_a_read_timeout_is_tried_again_only_if_asked_for() -> None:
    error = errors.ApiTimeoutError(phase="read")
    assert RetryPolicy().delay(error, 0, 0.0) is None
    assert RetryPolicy(retry_read_timeout=True).delay(error, 0, 0.0) == 0.5


@pytest.mark.parametrize("error", [errors.InvalidResponseError(), errors.ClientClosedError(), errors.StreamError()])
def test_errors_of_another_kind_are_final(error: errors.CohereError) -> None:
    assert RetryPolicy().delay(error, 0, 0.0) is None


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": "Fri, 15 Jan 2027 08:00:30 GMT"}, 30.0),
        ({"retry-after": "Fri, 15 Jan 2027 08:00:30 -0000"}, 30.0),
        ({"retry-after": "Fri, 15 Jan 2027 07:00:00 GMT"}, 0.0),
        ({"x-ratelimit-reset": str(NOW + 12)}, 12.0),
        ({"x-ratelimit-reset": str(NOW - 12)}, 0.0),
        ({"x-ratelimit-reset": "12"}, 12.0),
        ({"retry-after": "5", "x-ratelimit-reset": "12"}, 5.0),
        ({"retry-after": "99999999999999999999"}, 1e20),
    ],
)
def test_waits_that_servers_ask_for(headers: dict[str, str], seconds: float) -> None:
    assert retry_after(429, headers, NOW) == seconds


@pytest.mark.parametrize(
    "value", ["", " ", "-1", "nan", "inf", "-inf", "soon", "1,5", "Fri, 99 Jan 2027 08:00:00 GMT", "\u0663 o'clock"]
)
def test_malformed_waits_are_ignored(value: str) -> None:
    headers = {"retry-after": value, "retry-after-ms": value, "x-ratelimit-reset": value}
    assert retry_after(429, headers, NOW) is None


def test_a_reset_time_counts_for_rate_limits_only() -> None:
    assert retry_after(503, {"x-ratelimit-reset": "12"}, NOW) is None


@given(st.text(max_size=30))
def test_no_header_value_raises(value: str) -> None:
    seconds = retry_after(429, {"retry-after": value, "x-ratelimit-reset": value}, NOW)
    assert seconds is None or seconds >= 0
