"""Parameters in queries, headers and forms, and bodies that are one argument."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import cohere_chat
import pytest
from rawserver import RawServer, http
from support import Both
from test_uploads import parts

DATASETS = http(200, {"datasets": []})
EAST = timezone(timedelta(hours=2))


class MixedKind(str, enum.Enum):  # noqa: UP042  # what str() makes of it is another thing
    INPUT = "embed-input"


class Kind(enum.Enum):
    INPUT = "embed-input"


class TextKind(enum.StrEnum):
    INPUT = "embed-input"


def query(server: RawServer) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(server.lines[-1].split(" ")[1]).query, keep_blank_values=True)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"limit": 5, "offset": 0}, [("limit", "5"), ("offset", "0")]),
        ({"limit": None, "before": None}, []),
        ({"limit": cohere_chat.OMIT}, []),
        ({"dataset_type": "a&b=c d/\u00e9"}, [("datasetType", "a&b=c d/\u00e9")]),
        ({"dataset_type": ""}, [("datasetType", "")]),
        ({"dataset_type": TextKind.INPUT}, [("datasetType", "embed-input")]),
        ({"dataset_type": MixedKind.INPUT}, [("datasetType", "embed-input")]),
        ({"dataset_type": Kind.INPUT}, [("datasetType", "embed-input")]),
        ({"before": datetime(2026, 8, 20, 1, 2, 3, tzinfo=UTC)}, [("before", "2026-08-20T01:02:03Z")]),
        ({"before": datetime(2026, 8, 20, 1, tzinfo=EAST)}, [("before", "2026-08-20T01:00:00+02:00")]),
        ({"before": datetime(2026, 8, 20, 1, 2)}, [("before", "2026-08-20T01:02:00")]),
        ({"before": date(2026, 8, 20)}, [("before", "2026-08-20")]),
        ({"before": "yesterday"}, [("before", "yesterday")]),
    ],
)
def test_a_query_has_values_as_text(both: Both, given: dict[str, Any], sent: list[tuple[str, str]]) -> None:
    with RawServer(DATASETS) as server:
        both.run(lambda: both.client(base_url=server.url).datasets.list(**given))
    assert query(server) == sent


@pytest.mark.parametrize("kind", [list, tuple, iter])
@pytest.mark.parametrize(("items", "sent"), [(["a", "b"], ["a", "b"]), ([], []), (["a", None, "b"], ["a", "b"])])
def test_a_list_in_a_query_repeats_its_name(both: Both, kind: Any, items: list[Any], sent: list[str]) -> None:
    with RawServer(http(200, {"id": "1"})) as server:
        client = both.client(base_url=server.url)
        given = kind(items)
        both.run(lambda: client.datasets.create(name="d", type="embed-input", data=b"x", keep_fields=given))
    assert [value for name, value in query(server) if name == "keep_fields"] == sent


@pytest.mark.parametrize(("given", "sent"), [(True, "true"), (False, "false")])
def test_a_bool_in_a_query_is_true_or_false(both: Both, given: bool, sent: str) -> None:
    with RawServer(http(200, {"models": []})) as server:
        both.run(lambda: both.client(base_url=server.url).models.list(default_only=given))
    assert query(server) == [("default_only", sent)]


@pytest.mark.off_contract
def test_options_of_a_call_reach_queries_bodies_and_forms(both: Both) -> None:
    options = {"additional_query_parameters": {"a": ["1", "2"]}, "additional_body_parameters": {"b": 3}}
    with RawServer(http(200, {"id": "1", "models": [], "valid": True, "text": "t"})) as server:
        client = both.client(base_url=server.url)
        both.run(lambda: client.models.list(page_size=1, request_options=options))
        assert query(server) == [("page_size", "1"), ("a", "1"), ("a", "2")]
        assert server.requests[-1][1] == {"b": 3}
        both.run(lambda: client.check_api_key(request_options=options))
        assert server.requests[-1][1] == {"b": 3}
        both.run(
            lambda: client.audio.transcriptions.create(model="m", language="en", file=b"x", request_options=options)
        )
        assert parts(*server.requests[-1])["b"] == (None, b"3")
        assert query(server) == [("a", "1"), ("a", "2")]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"before": object()}, "before must be a str, a number, a bool or a datetime, not object"),
        ({"before": b"2026"}, "before must be .*, not bytes"),
        ({"before": {"a": 1}}, "before must be .*, not dict"),
        ({"before": ["a", object()]}, r"before\[1\] must be .*, not object"),
        ({"dataset_type": "\ud800"}, "can't be part of a URL"),
        ({"limt": 5}, r"list\(\) has no argument 'limt'; did you mean 'limit'\?"),
    ],
)
def test_what_can_not_be_text_is_refused_before_anything_is_sent(both: Both, given: Any, error: str) -> None:
    with RawServer() as server, pytest.raises((TypeError, ValueError), match=error):
        both.run(lambda: both.client(base_url=server.url).datasets.list(**given))
    assert server.connections == 0


@pytest.mark.parametrize("wrong", ["limitt", "limit", "offset"])
def test_only_what_iterate_takes_is_suggested(both: Both, wrong: str) -> None:
    with pytest.raises(TypeError) as caught:
        both.client(base_url="http://127.0.0.1:1").datasets.iterate(**{wrong: 3})
    assert str(caught.value) == (
        f"iterate() has no argument {wrong!r}; known are "
        "after, before, dataset_type, request_options, validation_status"
    )


@pytest.mark.parametrize("id", ["\ud800", True, b"x", ["x"]])
def test_an_id_that_is_no_text_is_refused(both: Both, id: Any) -> None:
    with RawServer() as server, pytest.raises((TypeError, ValueError), match="id "):
        both.run(lambda: both.client(base_url=server.url).datasets.get(id))
    assert server.connections == 0


BATCH = {"name": "n", "input_dataset_id": "d", "model": "m"}


@pytest.mark.parametrize("kind", ["dict", "object", "mapping"])
def test_a_body_that_is_one_argument_goes_out_as_given(both: Both, kind: str) -> None:
    from types import MappingProxyType

    given = {"dict": dict(BATCH), "object": cohere_chat.Batch(**BATCH), "mapping": MappingProxyType(BATCH)}[kind]
    options = {"additional_body_parameters": {"of_tomorrow": 1}}
    with RawServer(http(200, {"batch": BATCH})) as server:
        client = both.client(base_url=server.url)
        both.run(lambda: client.batches.create(request=given, request_options=options))
    assert server.requests[0][1] == {**BATCH, "of_tomorrow": 1}
    assert (given.to_dict() if kind == "object" else dict(given)) == BATCH


@pytest.mark.parametrize("given", ["x", 5, [BATCH], True, 1.5, None, b"{}"])
def test_a_body_that_is_no_object_is_refused(both: Both, given: Any) -> None:
    with RawServer() as server, pytest.raises(TypeError, match="request"):
        both.run(lambda: both.client(base_url=server.url).batches.create(request=given))
    assert server.connections == 0


@pytest.mark.parametrize("given", [5, "a\nb", b"x"])
def test_a_header_that_can_not_be_one_is_refused(both: Both, given: Any) -> None:
    with RawServer() as server, pytest.raises((TypeError, ValueError), match="accepts must be"):
        both.run(lambda: both.client(base_url=server.url, name="Client").chat(message="x", accepts=given))
    assert server.connections == 0
