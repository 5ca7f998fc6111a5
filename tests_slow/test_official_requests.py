"""Every operation on the official SDK and on this package: both send the same requests and read the same replies."""

import json
from collections import defaultdict

import pytest
from cohere_chat.compat._official import VERSION
from test_frameworks import on_both

# Headers that are not the same; for all others of a request, see recording_server.py.
DIFFERENT_HEADERS = {
    "accept": "the official SDK accepts anything",
    "accept-encoding": "a stream that is compressed would wait for the compressor",
    "connection": "keep-alive is what HTTP/1.1 means without it",
    "content-length": "the official SDK leaves out the 0 of a request without a body",
    "user-agent": "the name and version of the package",
    "x-fern-language": "left out, as all that follow: they tell of the caller's machine",
    "x-fern-platform": "",
    "x-fern-runtime": "",
    "x-fern-sdk-name": "",
    "x-fern-sdk-version": "",
}


@pytest.fixture(scope="module")
def both():
    return on_both("whole_api", [f"cohere=={VERSION}"])


def is_long(request):
    """Whether it is version 2's embed of 200 texts: one request of the official SDK, and three of ours."""
    return request["path"] == "/v2/embed" and request["body"].get("texts", ["a"]) != ["a"]


def in_order(requests):
    """Batches go out at the same time, in any order."""
    return sorted(json.dumps(request, sort_keys=True) for request in requests if not is_long(request))


def long_ones(requests):
    """The texts of the requests that is_long() is true of, and the rest of these."""
    batches = [request for request in requests if is_long(request)]
    texts = sorted(text for request in batches for text in request["body"]["texts"])
    others = [{**request, "body": {**request["body"], "texts": None}} for request in batches]
    return texts, {json.dumps(other, sort_keys=True) for other in others}, len(batches)


def test_the_same_requests_are_sent(both):
    (_, official), (_, ours) = both
    official, ours = (
        [{name: value for name, value in request.items() if name != "others"} for request in requests]
        for requests in (official, ours)
    )
    assert in_order(ours) == in_order(official)
    # Sync and async, both.
    assert long_ones(official) == (*long_ones(ours)[:2], 2)
    assert long_ones(ours)[2] == 6
    assert {"/v2/parse", "/v1/check-api-key"} <= {request["path"] for request in ours}


def test_the_headers_that_differ_are_listed(both):
    def values(requests):
        found = defaultdict(set)
        for request in requests:
            for name, value in request["others"].items():
                found[name].add(value)
        return found

    official, ours = (values(requests) for _, requests in both)
    assert {name for name in {**official, **ours} if official[name] != ours[name]} == set(DIFFERENT_HEADERS)


def test_the_same_is_read_of_the_replies(both):
    (official, _), (ours, _) = both
    for told in official:
        if told[0] == "embed" and told[1]["id"] == "r-2" and len(told[1].get("texts", ())) == 200:
            # Of one reply there, of three here.
            told[1]["id"] = ", ".join(3 * ["r-2"])
            told[1]["meta"]["billed_units"]["input_tokens"] *= 3
    assert ours == official
    assert len(ours) > 250
