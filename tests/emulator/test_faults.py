"""What goes wrong on demand, over real sockets."""

import json
import socket

import pytest
from cohere_chat._httpx import httpx
from cohere_chat.emulator import Emulator, Fault
from cohere_chat.emulator._faults import End, fault_of_header, spoil
from emulator_samples import STREAM, body, http, post


def types_of(content):
    return [json.loads(line[6:])["type"] for line in content.decode().splitlines() if line.startswith("data: ")]


def test_a_status_comes_with_retry_after_and_an_error_body(cohere_emulator):
    response, content, error = post(cohere_emulator, fault="status=429; retry-after=2; message=Slow down")
    assert (response.status_code, response.headers["retry-after"], error) == (429, "2", None)
    told = json.loads(content)
    assert told["message"] == "Slow down"
    assert told["id"]


def test_a_header_with_times_holds_for_the_first_requests_that_bear_it(cohere_emulator):
    once = "status=503; times=2; id=this-test"
    statuses = [post(cohere_emulator, fault=once)[0].status_code for _ in range(4)]
    assert statuses == [503, 503, 200, 200]


def test_faults_asked_for_ahead_come_in_their_order(cohere_emulator):
    cohere_emulator.fail_next(status=500)
    cohere_emulator.fail_next(status=429, retry_after=1, times=2)
    statuses = [post(cohere_emulator)[0].status_code for _ in range(4)]
    assert statuses == [500, 429, 429, 200]


def test_faults_can_be_asked_for_over_http(cohere_emulator):
    control = f"{cohere_emulator.url}/_emulator/faults"
    [pending] = http.post(control, json={"status": 503, "retry-after": "1", "times": 2}).json()
    assert (pending["status"], pending["retry_after"], pending["times"]) == (503, "1", 2)
    assert post(cohere_emulator)[0].status_code == 503
    assert http.get(control).json()[0]["times"] == 1
    told = http.post(control, content="{status").json()["message"]
    assert told.startswith("the body is not valid JSON: Expecting property name")
    assert http.delete(control).json() == []
    assert post(cohere_emulator)[0].status_code == 200


@pytest.mark.parametrize(("fault", "events"), [("cut=3", 3), ("cut=1", 1), ("reset=2", 2), ("truncate=1000000", None)])
def test_a_stream_ends_after_so_many_events(cohere_emulator, fault, events):
    response, content, error = post(cohere_emulator, fault=fault)
    assert response.status_code == 200
    if events is None:
        assert error is None
        assert types_of(content)[-1] == "message-end"
    else:
        assert isinstance(error, httpx.TransportError)
        # A reset may overtake what was sent before it.
        assert len(types_of(content)) == events or ("reset" in fault and len(types_of(content)) <= events)


def test_a_cut_after_the_last_event_leaves_out_the_end_of_the_body(cohere_emulator):
    _, content, error = post(cohere_emulator, fault="cut=1000")
    assert types_of(content)[-1] == "message-end"
    assert isinstance(error, httpx.RemoteProtocolError)


@pytest.mark.parametrize("request_body", [STREAM, body()], ids=["stream", "json"])
@pytest.mark.parametrize(("fault", "kind"), [("cut=0", httpx.RemoteProtocolError), ("reset=0", httpx.ReadError)])
def test_a_connection_ends_before_the_first_byte(cohere_emulator, request_body, fault, kind):
    response, _, error = post(cohere_emulator, request_body, fault=fault)
    assert response is None
    assert isinstance(error, kind)


def test_a_json_reply_is_cut_in_its_middle(cohere_emulator):
    whole = post(cohere_emulator, body())[1]
    response, content, error = post(cohere_emulator, body(), fault="cut=1")
    assert response.status_code == 200
    assert whole.startswith(content)
    assert len(content) == len(whole) // 2
    assert isinstance(error, httpx.RemoteProtocolError)


@pytest.mark.parametrize("request_body", [STREAM, body()], ids=["stream", "json"])
def test_a_body_is_truncated_after_so_many_bytes(cohere_emulator, request_body):
    _, content, error = post(cohere_emulator, request_body, fault="truncate=70")
    assert len(content) == 70
    assert isinstance(error, httpx.RemoteProtocolError)


def test_a_stalled_stream_says_nothing_more(cohere_emulator):
    _, content, error = post(cohere_emulator, fault="stall=2", timeout=1)
    assert types_of(content) == ["message-start", "content-start"]
    assert isinstance(error, httpx.ReadTimeout)


def test_a_delayed_answer_is_late(cohere_emulator):
    assert isinstance(post(cohere_emulator, fault="delay=60", timeout=0.2)[2], httpx.ReadTimeout)
    assert post(cohere_emulator, fault="delay=0.01")[2] is None


def test_an_unknown_event_beyond_the_last_comes_after_it(cohere_emulator):
    _, content, _ = post(cohere_emulator, fault="unknown-event=1000")
    assert types_of(content)[:-1] == types_of(post(cohere_emulator)[1])


def test_an_unknown_event_comes_among_the_others(cohere_emulator):
    _, content, _ = post(cohere_emulator, fault="unknown-event=1")
    types = types_of(content)
    assert types[0] == "message-start"
    assert types[1] not in types_of(post(cohere_emulator)[1])
    assert types[-1] == "message-end"


def test_a_stream_can_end_with_an_error(cohere_emulator):
    _, content, error = post(cohere_emulator, fault="error=4; message=Out of memory")
    assert error is None
    assert len(types_of(content)) == 5
    last = json.loads(content.decode().rpartition("data: ")[2])
    assert last["delta"] == {"finish_reason": "ERROR", "error": "Out of memory"}


def test_an_error_beyond_the_last_event_takes_its_place(cohere_emulator):
    _, content, error = post(cohere_emulator, fault="error=1000; message=Out of memory; unknown-event=1000")
    assert error is None
    assert types_of(content) == [*types_of(post(cohere_emulator)[1]), "emulated-unknown-event"]
    assert b'"delta":{"finish_reason":"ERROR","error":"Out of memory"}' in content


@pytest.mark.parametrize("fault", ["error=0", "error=1000"])
def test_a_json_reply_can_have_the_finish_reason_error_and_is_whole_otherwise(cohere_emulator, fault):
    reply = json.loads(post(cohere_emulator, body(), fault=fault)[1])
    assert reply["finish_reason"] == "ERROR"
    assert reply == json.loads(post(cohere_emulator, body())[1]) | {"finish_reason": "ERROR"}


@pytest.mark.parametrize("request_body", [STREAM, body()], ids=["stream", "json"])
def test_a_dripping_answer_is_whole(cohere_emulator, request_body):
    slow = post(cohere_emulator, request_body, fault="drip=500; pause=0.001")
    assert slow[1:] == post(cohere_emulator, request_body)[1:]


def test_a_drip_sends_so_many_bytes_at_once():
    assert list(spoil([b"abcde"], Fault(drip=2, pause=0.5))) == [b"ab", 0.5, b"cd", 0.5, b"e", 0.5]


def test_several_faults_happen_together():
    steps = list(spoil([b"ab", b"cd"], Fault(delay=1, drip=1, pause=2, cut=1)))
    assert steps == [1, b"a", 2, b"b", 2, End.CLOSE]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("status", "not of the form name=value"),
        ("status=abc", "status cannot be 'abc'"),
        ("status=200", "from 300 to 599"),
        ("status=304", "have a body"),
        ("cut=-1", "cut must be 0 or more"),
        ("delay=inf", "delay must be 0 or more"),
        ("drip=0", "drip must be at least 1"),
        ("explode=1", "unknown field 'explode'; known are status"),
    ],
)
def test_a_fault_that_cannot_be_read_is_refused(cohere_emulator, header, told):
    with pytest.raises(ValueError, match=told):
        fault_of_header(header)
    response, content, _ = post(cohere_emulator, fault=header)
    assert response.status_code == 400
    assert told in json.loads(content)["message"]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 200},
        {"status": 429.5},
        {"explode": 1},
        {"status": 500, "times": 0},
        {"cut": None},
        {"retry_after": "é"},
    ],
)
def test_an_impossible_fault_is_refused_where_it_is_asked_for(fault):
    with pytest.raises(ValueError, match=r"status|explode|times|cut|retry_after"):
        Emulator().fail_next(**fault)


def test_a_client_that_leaves_is_noticed(cohere_emulator):
    cohere_emulator.fail_next(stall=1)
    with http.stream("POST", f"{cohere_emulator.url}/v2/chat", json=STREAM) as response:
        next(response.iter_raw())
    left = cohere_emulator.requests[0]
    # Further requests are served by the same loop, after it has seen the first connection close.
    for _ in range(200):
        post(cohere_emulator)
        if left.disconnected:
            break
    assert left.disconnected
    assert not cohere_emulator.requests[-1].disconnected


def test_a_client_that_leaves_while_it_still_sends_does_no_harm(cohere_emulator):
    host, port = cohere_emulator.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(b"POST /v2/chat HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{")
    assert post(cohere_emulator)[0].status_code == 200
