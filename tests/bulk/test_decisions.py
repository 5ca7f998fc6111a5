"""What failures mean, and percentiles."""

from __future__ import annotations

import random

import cohere_chat
import pytest
from cohere_chat import ApiConnectionError, ApiError, bulk
from cohere_chat.bulk._decisions import Failure, Health, describe
from cohere_chat.bulk.summary import Latencies

AWAY = Failure("X", 503, "away", "away")
ODD = Failure("X", 500, "odd", "odd")


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        *((ApiError(status_code=status), "stop") for status in (401, 403, 404)),
        *((ApiError(status_code=status), "away") for status in (408, 502, 503, 504, 529)),
        *((ApiError(status_code=status), "odd") for status in (409, 500, 507)),
        *((ApiError(status_code=status), "row") for status in (302, 400, 413, 422, 498, 501)),
        (ApiError(status_code=429, retry_after=3), "busy"),
        (ApiConnectionError(), "away"),
        (cohere_chat.ApiTimeoutError(), "away"),
        (ApiConnectionError(transient=False, sent=True), "odd"),
        (ApiConnectionError(transient=False, sent=False), "stop"),
        (cohere_chat.InvalidResponseError(status_code=200), "odd"),
        (cohere_chat.ConfigurationError("x"), "stop"),
        (cohere_chat.ClientClosedError("x"), "stop"),
        (cohere_chat.AnswerError(), "row"),
        (bulk.RowError("x"), "row"),
        (TypeError(), "row"),
    ],
)
def test_each_failure_has_a_meaning(error: Exception, meaning: str) -> None:
    told = describe(error)
    assert told.meaning == meaning
    assert told.kind == type(error).__name__
    assert told.message
    assert told.was_sent == (not isinstance(error, bulk.RowError | TypeError))
    assert told.retry_after == (3 if meaning == "busy" else None)


def test_a_failure_is_the_rows_fault_if_others_got_through_since_it_was_sent() -> None:
    health = Health()
    assert not health.got_through(10.0)
    assert health.is_rows_fault(1, AWAY, sent=9.0, now=11.0)
    assert not health.is_down


def test_nobody_is_to_blame_while_nothing_gets_through() -> None:
    health = Health()
    health.got_through(10.0)
    assert not health.is_rows_fault(1, AWAY, sent=10.5, now=11.0)
    assert not health.is_rows_fault(2, AWAY, sent=10.5, now=12.0)
    assert (health.is_down, health.blocked_since) == (True, 11.0)
    assert health.got_through(13.0)
    assert (health.is_down, health.blocked_since) == (False, None)


def test_a_service_that_fails_at_one_row_only_is_not_away() -> None:
    health = Health()
    assert health.is_rows_fault(1, ODD, sent=1.0, now=2.0)
    assert health.is_rows_fault(1, ODD, sent=3.0, now=4.0)
    # But where it fails at another one as well, it is.
    assert not health.is_rows_fault(2, ODD, sent=3.0, now=5.0)
    assert not health.is_rows_fault(1, ODD, sent=5.5, now=6.0)


def test_429_blocks_where_nothing_gets_through() -> None:
    health = Health()
    health.got_through(10.0)
    health.refused(9.0, 11.0)
    assert health.blocked_since is None
    for now in (12.0, 13.0):
        health.refused(11.0, now)
    assert (health.blocked_since, health.is_down) == (12.0, False)


def test_percentiles_are_right_within_two_percent() -> None:
    latencies = Latencies()
    assert latencies.percentile(0.5) is None
    seconds = [random.Random(1).lognormvariate(0, 1) for _ in range(10_000)]
    for each in seconds:
        latencies.add(each)
    seconds.sort()
    for part in (0.5, 0.99, 1.0):
        assert latencies.percentile(part) == pytest.approx(seconds[int(part * 10_000) - 1], rel=0.02)


def test_a_latency_of_zero_has_a_place() -> None:
    latencies = Latencies()
    latencies.add(0.0)
    assert latencies.percentile(0.5) == 0.0
