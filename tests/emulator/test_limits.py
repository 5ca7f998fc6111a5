"""Rate limits count calls of a minute, each operation for itself."""

import pytest
from cohere_chat.emulator import Emulator
from cohere_chat.emulator._contract import RefusedError, operations
from cohere_chat.emulator._limits import Limits
from emulator_samples import ask, body


def refused(limits, name, body=None, now=0.0):
    try:
        limits.count(operations()[name], body or {}, now)
    except RefusedError as error:
        return error.status == 429
    return False


@pytest.mark.parametrize(
    ("limit", "name", "body", "calls"),
    [
        (3, "v2_chat", {}, 3),
        (3, "v2_embed", {"texts": ["a"] * 90}, 3),
        ("trial", "v2_chat", {}, 20),
        ("production", "v1_chat", {}, 500),
        ("trial", "v2_embed", {"texts": ["a"] * 90}, 22),
        ("trial", "v2_rerank", {}, 10),
        ("trial", "embed_jobs_create", {}, 5),
        ("trial", "models_list", {}, 500),
    ],
)
def test_one_call_more_than_the_limit_is_refused_until_a_minute_has_passed(limit, name, body, calls):
    limits = Limits(limit)
    assert [refused(limits, name, body, now=1.0) for _ in range(calls + 1)] == [False] * calls + [True]
    assert refused(limits, name, body, now=60.9)
    assert not refused(limits, name, body, now=61.0)


def test_each_operation_has_a_limit_of_its_own():
    limits = Limits(1)
    assert not refused(limits, "v2_chat")
    assert not refused(limits, "v2_rerank")
    assert refused(limits, "v2_chat")


def test_without_a_limit_all_are_answered():
    assert not any(refused(Limits(None), "v2_chat") for _ in range(1000))


def test_the_limit_holds_over_the_wire():
    emulator = Emulator(limit=1)
    with emulator:
        ask(emulator, "v2_chat", json=body())
        told = ask(emulator, "v2_chat", json=body(), status=429)
        assert told == "rate limit exceeded: POST /v2/chat is limited to 1 calls / minute"
        ask(emulator, "models_list")


@pytest.mark.parametrize("limit", [0, -1, "some"])
def test_a_limit_that_makes_no_sense_is_refused(limit):
    with pytest.raises(ValueError, match="limit"):
        Emulator(limit=limit)
