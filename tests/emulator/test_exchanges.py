"""Exchanges recorded and played back."""

import json
import socket

import pytest
from cohere_chat._httpx import httpx
from cohere_chat.emulator import Emulator
from cohere_chat.emulator._exchanges import Exchange, Exchanges
from emulator_samples import STREAM, body, http


def post(url, request_body, **headers):
    return http.post(f"{url}/v2/chat", json=request_body, headers=headers)


def record(exchanges, *bodies):
    """Have an emulator record what another one answers, and return the answers."""
    with Emulator(seed=3) as upstream, Emulator(record=f"{upstream}/", exchanges=exchanges) as url:
        return [post(url, request_body, authorization="Bearer s3cret") for request_body in bodies]


@pytest.mark.parametrize("kind", ["file", "directory"])
def test_recorded_exchanges_are_played_back(tmp_path, kind):
    place = tmp_path if kind == "directory" else tmp_path / "exchanges.jsonl"
    recorded = record(place, body(), STREAM, body(temperature=9))
    assert [answer.status_code for answer in recorded] == [200, 200, 400]
    with Emulator(exchanges=place) as url:
        played = [post(url, request_body) for request_body in (body(), STREAM, body(temperature=9))]
    assert [answer.status_code for answer in played] == [200, 200, 400]
    assert [answer.headers["content-type"] for answer in played] == [a.headers["content-type"] for a in recorded]
    assert played[0].json() == recorded[0].json()
    assert played[1].text == recorded[1].text
    assert played[2].json() == recorded[2].json()


@pytest.mark.parametrize("text", ["\u2028", "\u2029", "\x85", "\ud800", "\r\n"])
def test_text_of_any_kind_is_played_back_as_it_was_recorded(tmp_path, text):
    recorded = Exchange(body(("user", text)), 200, {}, {"text": text})
    Exchanges(tmp_path / "exchanges.jsonl", to_be_made=True).add(recorded)
    played = Exchanges(tmp_path / "exchanges.jsonl").answer_to("POST", "/v2/chat", body(("user", text)))
    assert played == recorded


@pytest.mark.parametrize("text", ["\u2028", "\u2029", "\x85"])
def test_a_file_may_hold_what_other_programs_take_for_line_breaks(tmp_path, text):
    line = json.dumps({"request": body(), "status": 200, "headers": {}, "body": {"id": text}}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{line}\n", "utf-8")
    with Emulator(exchanges=tmp_path) as url:
        assert post(url, body()).json() == {"id": text}


def test_other_requests_are_answered_as_ever(tmp_path):
    record(tmp_path / "exchanges.jsonl", body())
    emulator = Emulator(exchanges=tmp_path / "exchanges.jsonl")
    with emulator as url:
        post(url, body())
        post(url, body(temperature=1))
    assert [request.source for request in emulator.requests] == ["recorded", "synthesised"]


def test_the_key_is_not_kept_even_where_the_service_repeats_it(tmp_path):
    upstream = Emulator()
    with upstream, Emulator(record=upstream.url, exchanges=tmp_path / "exchanges.jsonl") as url:
        upstream.fail_next(status=401, message="invalid token s3cret")
        post(url, body(), authorization="Bearer s3cret")
    assert upstream.requests[0].headers["authorization"] == "Bearer s3cret"
    kept = (tmp_path / "exchanges.jsonl").read_text()
    assert "invalid token [key]" in kept
    assert "s3cret" not in kept


def test_retry_after_is_kept(tmp_path):
    upstream = Emulator()
    with upstream, Emulator(record=upstream.url, exchanges=tmp_path / "exchanges.jsonl") as url:
        upstream.fail_next(status=429, retry_after=7)
        assert post(url, body()).headers["retry-after"] == "7"
    with Emulator(exchanges=tmp_path / "exchanges.jsonl") as url:
        assert post(url, body()).headers["retry-after"] == "7"


def test_answers_to_the_same_request_come_in_their_order_and_the_last_again(tmp_path):
    lines = [{"request": body(), "status": status, "headers": {}, "body": "x"} for status in (500, 503, 200)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    with Emulator(exchanges=tmp_path) as url:
        assert [post(url, body()).status_code for _ in range(4)] == [500, 503, 200, 200]


def test_a_directory_may_hold_a_file_for_each_exchange(tmp_path):
    exchange = {"request": body(), "status": 200, "headers": {}, "body": {"id": "by hand"}}
    (tmp_path / "one.json").write_text(json.dumps(exchange, indent=2))
    with Emulator(exchanges=tmp_path) as url:
        assert post(url, body()).json() == {"id": "by hand"}


def test_faults_happen_to_recorded_answers_as_well(tmp_path):
    record(tmp_path / "exchanges.jsonl", STREAM)
    emulator = Emulator(exchanges=tmp_path / "exchanges.jsonl")
    with emulator as url, pytest.raises(httpx.RemoteProtocolError):
        post(url, STREAM, **{"x-emulator-fault": "cut=2"})
    assert emulator.requests[0].source == "recorded"


def test_an_exchange_that_was_cut_short_is_not_kept(tmp_path):
    upstream = Emulator()
    with upstream, Emulator(record=upstream.url, exchanges=tmp_path / "exchanges.jsonl") as url:
        upstream.fail_next(cut=2)
        with pytest.raises(httpx.RemoteProtocolError):
            post(url, STREAM)
    assert not (tmp_path / "exchanges.jsonl").exists()


def test_a_service_that_cannot_be_reached_is_a_502(tmp_path, refused):
    gone = f"http://{refused}"
    with Emulator(record=gone, exchanges=tmp_path / "exchanges.jsonl") as url:
        answer = post(url, body())
    assert answer.status_code == 502
    assert gone in answer.json()["message"]


def test_exchanges_that_are_not_there_are_missed(tmp_path):
    with pytest.raises(FileNotFoundError):
        Emulator(exchanges=tmp_path / "typo.jsonl")


def test_a_client_that_leaves_while_the_service_is_silent_is_noticed(tmp_path):
    upstream = Emulator()
    upstream.fail_next(delay=60)
    content = json.dumps(body()).encode()
    head = f"POST /v2/chat HTTP/1.1\r\nHost: h\r\nContent-Length: {len(content)}\r\n\r\n"
    with upstream:
        recorder = Emulator(record=upstream.url, exchanges=tmp_path / "exchanges.jsonl")
        with recorder as url:
            host, port = url.removeprefix("http://").split(":")
            with socket.create_connection((host, int(port))) as client:
                client.sendall(head.encode() + content)
                # Its loop serves these as well, and the request when that is there.
                for _ in range(10_000):
                    if upstream.requests:
                        break
                    http.get(f"{upstream.url}/_emulator/faults")
    assert upstream.requests[0].disconnected
    assert recorder.requests[0].disconnected


@pytest.mark.parametrize("line", ["{", "[]", '{"request": {}}', '{"request": 1, "answer": 2}'])
def test_what_is_no_exchange_is_refused_with_its_place(tmp_path, line):
    good = json.dumps({"request": {}, "status": 200, "headers": {}, "body": ""})
    (tmp_path / "a.jsonl").write_text(f"{good}\n{line}\n")
    with pytest.raises(ValueError, match=r"a\.jsonl, line 2: no recorded exchange"):
        Emulator(exchanges=tmp_path)
