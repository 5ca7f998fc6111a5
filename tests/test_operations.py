"""Every operation of openapi.yaml is a method of the clients that sends what the contract says and reads the reply."""

from __future__ import annotations

import email
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import jsonschema
import pytest
from operations import FILE, OPERATIONS, TIME, TIME_TEXT, Given, Operation, of, resolve, value_of
from rawserver import RawServer, event_stream, http, json_lines, sse
from support import CONTRACT, Both

REACHABLE = [
    pytest.param(name, operation, id=f"{name}-{operation.id}")
    for name in ("ClientV2", "Client")
    for operation in OPERATIONS
    if name == "Client" or operation.group != "v1" or f"v2_{operation.name}" not in {one.id for one in OPERATIONS}
]
EVENTS = {"text/event-stream", "application/stream+json"}
STREAMED = [case for case in REACHABLE if EVENTS & case.values[1].replies.keys()]
WITH_IDS = [operation for operation in OPERATIONS if "{" in operation.path]


def as_text(value: Any) -> str:
    """How a query or a form writes a value."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: as_json(item) for name, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


def pairs(given: dict[Given, Any], place: str) -> list[tuple[str, str]]:
    values = [(it.name, value) for it, value in given.items() if it.place == place]
    return [(name, as_text(item)) for name, value in values for item in (value if isinstance(value, list) else [value])]


def parts(headers: dict[str, str], content: bytes) -> dict[str, tuple[str | None, bytes]]:
    """The file names and contents of a multipart body, by the names of its parts."""
    boundary = b"--" + headers["content-type"].partition("boundary=")[2].encode()
    first, *found, last = content.split(boundary)
    assert (first, last) == (b"", b"--\r\n")
    result = {}
    for part in found:
        head, _, body = part.partition(b"\r\n\r\n")
        about = email.message_from_bytes(head.lstrip(b"\r\n"))
        name = str(about.get_param("name", header="content-disposition"))
        result[name] = (about.get_filename(), body.removesuffix(b"\r\n"))
    return result


def check_request(operation: Operation, given: dict[Given, Any], server: RawServer, *, stream: bool = False) -> None:
    headers, body = server.requests[-1]
    method, target, _ = server.lines[-1].split(" ")
    path = operation.path
    for name, value in pairs(given, "path"):
        path = path.replace("{" + name + "}", quote(value, safe=""))
    assert (method, urlsplit(target).path) == (operation.method, path)
    query = parse_qsl(urlsplit(target).query, keep_blank_values=True, strict_parsing=bool(urlsplit(target).query))
    assert sorted(query) == sorted(pairs(given, "query"))

    assert headers["authorization"] == "Bearer secret-key"
    assert headers["x-client-name"] == "tests"
    accepted = set(operation.replies) & EVENTS if stream else {"application/json"}
    assert {headers["accept"]} == accepted
    for name, text in pairs(given, "header"):
        assert headers[name.lower()] == text

    if operation.body is None:
        assert body == b""
        assert "content-type" not in headers
        return
    media_type, schema = operation.body
    assert headers["content-type"].partition(";")[0] == media_type
    if media_type == "multipart/form-data":
        files = {it.name: ("upload", FILE) for it in given if it.place == "file"}
        fields = {name: (None, text.encode()) for name, text in pairs(given, "form")}
        assert parts(headers, body) == {**files, **fields}
        return
    wanted: dict[str, Any] = {it.name: as_json(value) for it, value in given.items() if it.place == "json"}
    for it, value in given.items():
        if it.place == "whole":
            wanted = as_json(value)
    asks = {"stream": stream} if EVENTS & operation.replies.keys() else {}
    assert body == {**wanted, **asks}
    jsonschema.Draft202012Validator({**schema, "components": CONTRACT["components"]}).validate(body)


def replies_of(operation: Operation) -> Iterator[dict[str, Any]]:
    """Replies that the contract allows: its example, such with all fields, and such with the required ones only."""
    about = operation.replies["application/json"]
    if "example" in about:
        yield about["example"]
    schema = resolve(about["schema"])
    for member in schema.get("oneOf", [schema]):
        for all_fields in (True, False):
            yield value_of(member, all_fields=all_fields, sent=False)


def to_json(reply: Any) -> Any:
    return reply if isinstance(reply, dict) else reply.to_dict()


def deprecated(operation: Operation, given: dict[Given, Any]) -> set[str]:
    """What warnings an operation with these arguments gives."""
    name = f"{operation.group}.{operation.name}"
    told = {f"the API deprecates the parameter {it.python_name!r} of {name}" for it in given if it.deprecated}
    return told | ({f"the API deprecates the operation {name}"} if operation.about.get("deprecated") else set())


def call(both: Both, method: Any, given: dict[Given, Any]) -> Any:
    return both.run(lambda: method(**{it.python_name: value for it, value in given.items()}))


@pytest.mark.parametrize(("name", "operation"), REACHABLE)
@pytest.mark.unmeasured
def test_a_request_is_as_the_contract_says_and_the_reply_reads_back_as_it_came(
    both: Both, name: str, operation: Operation
) -> None:
    """With the required arguments alone, and with all."""
    replies = list(replies_of(operation)) if operation.replies else [None]
    answers = [http(200, b"" if reply is None else reply, x_request_id="r-1") for reply in replies]
    with RawServer(*answers * 4) as server:
        for given in (operation.arguments(all_fields=False), operation.arguments(all_fields=True)):
            # That an operation is deprecated is told once by each client.
            methods = of(both.client(name=name, base_url=server.url, client_name="tests"), operation)
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                for reply in replies:
                    read = call(both, getattr(methods, operation.name), given)
                    check_request(operation, given, server)
                    assert (read if read is None else to_json(read)) == reply
                for reply in replies:
                    raw = call(both, getattr(methods.with_raw_response, operation.name), given)
                    check_request(operation, given, server)
                    assert (raw.data if raw.data is None else to_json(raw.data)) == reply
                    told = (raw.status_code, raw.headers["Content-Type"], raw.request_id)
                    assert told == (200, "application/json", "r-1")
            assert {str(warning.message) for warning in caught} == deprecated(operation, given)


@pytest.mark.parametrize("all_fields", [False, True], ids=["required", "all"])
@pytest.mark.parametrize(("name", "operation"), STREAMED)
def test_a_streamed_request_is_as_the_contract_says_and_every_kind_of_event_is_read(
    both: Both, name: str, operation: Operation, all_fields: bool
) -> None:
    given = operation.arguments(all_fields=all_fields)
    (media_type,) = EVENTS & operation.replies.keys()
    about = operation.replies[media_type]
    schema = resolve(about["schema"])
    # Server-sent events have the union in a frame.
    union = resolve(schema["properties"]["data"]) if media_type == "text/event-stream" else schema
    tag = union["discriminator"]["propertyName"]
    events = [value_of(member, all_fields=all_fields, sent=False) for member in union["oneOf"]]
    events.sort(key=lambda event: event[tag] == about["x-last-event"])
    pieces = [sse(event) for event in events] if tag == "type" else [json_lines(event) for event in events]
    answer = event_stream(*pieces, content_type=media_type)
    with RawServer(answer) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = both.client(name=name, base_url=server.url, client_name="tests")
        method = getattr(of(client, operation), f"{operation.name}_stream")
        stream = method(**{it.python_name: value for it, value in given.items()})
        read = both.collect(stream)
        check_request(operation, given, server, stream=True)
        assert stream.status_code == 200
    assert [to_json(event) for event in read] == events
    assert "Unknown" not in {type(event).__name__ for event in read}
    assert {str(warning.message) for warning in caught} == deprecated(operation, given)


@pytest.mark.parametrize("operation", WITH_IDS, ids=lambda operation: operation.id)
def test_an_id_stays_one_segment_of_the_path(both: Both, operation: Operation) -> None:
    odd = "a/b ..%2F?c#d\u00e9:x"
    given = {it: odd if it.place == "path" else value for it, value in operation.arguments(all_fields=False).items()}
    reply = next(replies_of(operation)) if operation.replies else b""
    with RawServer(http(200, reply)) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        method = getattr(of(both.client(base_url=server.url, client_name="tests"), operation), operation.name)
        call(both, method, given)
        check_request(operation, given, server)
        # Ids may be given by position.
        rest = {it.python_name: value for it, value in given.items() if it.place != "path"}
        both.run(lambda: method(odd, **rest))
        check_request(operation, given, server)
        for refused, error in [
            ("..", ValueError),
            (".", ValueError),
            ("", ValueError),
            (None, TypeError),
            (5.0, TypeError),
        ]:
            with pytest.raises(error, match=r"\bid\b|model"):
                both.run(lambda refused=refused: method(refused, **rest))
        assert len(server.requests) == 2


@pytest.mark.parametrize("name", ["ClientV2", "Client"])
@pytest.mark.unmeasured
def test_a_required_argument_that_is_missing_and_one_that_is_unknown_are_refused(both: Both, name: str) -> None:
    client = both.client(name=name, base_url="http://127.0.0.1:1")
    for operation in (case.values[1] for case in REACHABLE if case.values[0] == name):
        method = getattr(of(client, operation), operation.name)
        given = {it.python_name: value for it, value in operation.arguments(all_fields=False).items()}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            with pytest.raises(TypeError, match=rf"{operation.name}\(\) has no argument 'nothing'"):
                both.run(lambda method=method, given=given: method(**given, nothing=1))
            for missing in given:
                rest = {name: value for name, value in given.items() if name != missing}
                for arguments in (rest, {**rest, missing: None}):
                    with pytest.raises(TypeError, match=f"'{missing}'"):
                        both.run(lambda method=method, arguments=arguments: method(**arguments))


def times(schema: dict[str, Any], value: Any) -> Iterator[str]:
    """Where the times are in a value of a schema, as expressions over `reply`."""
    schema = resolve(schema)
    for name in ("allOf", "oneOf"):
        if name in schema:
            schema = resolve(schema[name][0])
    if schema.get("format") == "date-time":
        yield ""
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from (f"[{index}]{rest}" for rest in times(schema.get("items", {}), item))
    elif isinstance(value, dict):
        for name, inner in schema.get("properties", {}).items():
            yield from (f".{name}{rest}" for rest in times(inner, value.get(name)))


def test_the_times_of_replies_are_datetimes(both: Both) -> None:
    seen = 0
    for operation in OPERATIONS:
        if "application/json" not in operation.replies:
            continue
        schema = operation.replies["application/json"]["schema"]
        reply = value_of(schema, all_fields=True, sent=False)
        places = list(times(schema, reply))
        if not places:
            continue
        with RawServer(http(200, reply)) as server, warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            client = both.client(name="Client", base_url=server.url)
            read = call(both, getattr(of(client, operation), operation.name), operation.arguments(all_fields=False))
        for place in places:
            assert eval(f"reply{place}", {"reply": read}) == TIME, (operation.id, place)
            seen += 1
        assert TIME_TEXT in str(read.to_dict())
    assert seen > 20
