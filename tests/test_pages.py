"""iterate(): the items of all pages, each page when its first item is asked for."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import cohere_chat
import pytest
from operations import OPERATIONS, Operation, of, resolve, value_of
from rawserver import RawServer, http
from support import Both

PAGED = [operation for operation in OPERATIONS if "x-pages" in operation.about]
BY_TOKEN = [operation for operation in PAGED if "next" in operation.about["x-pages"]]
BY_OFFSET = [operation for operation in PAGED if "offset" in operation.about["x-pages"]]


@pytest.fixture(autouse=True)
def _deprecated_operations() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "the API deprecates", DeprecationWarning)
        yield


def item(operation: Operation, number: int) -> dict[str, Any]:
    reply = resolve(operation.replies["application/json"]["schema"])
    items = resolve(reply["properties"][operation.about["x-pages"]["items"]])["items"]
    return {**value_of(items, all_fields=False, sent=False), "of_tomorrow": number}


def page(operation: Operation, *numbers: int, **more: Any) -> Any:
    return http(200, {operation.about["x-pages"]["items"]: [item(operation, number) for number in numbers], **more})


def iterate(both: Both, operation: Operation, server: RawServer, **given: Any) -> Any:
    client = both.client(base_url=server.url)
    ids = {it.python_name: "m-1" for it in operation.parameters if it.place == "path"}
    name = operation.name.replace("list", "iterate")
    return getattr(of(client, operation), name)(**ids, **given)


def queries(server: RawServer) -> list[dict[str, str]]:
    return [dict(parse_qsl(urlsplit(line.split(" ")[1]).query)) for line in server.lines]


def test_these_lists_have_pages() -> None:
    assert {operation.id for operation in BY_OFFSET} == {"datasets_list", "connectors_list"}
    assert {operation.id for operation in BY_TOKEN} == {
        "models_list",
        "batches_list",
        "finetuning_list_finetuned_models",
        "finetuning_list_events",
        "finetuning_list_training_step_metrics",
    }


@pytest.mark.parametrize(
    "end", [{}, {"next_page_token": ""}, {"next_page_token": None}], ids=["absent", "empty", "null"]
)
@pytest.mark.parametrize("operation", BY_TOKEN, ids=lambda operation: operation.id)
@pytest.mark.unmeasured
def test_a_token_leads_to_the_next_page(both: Both, operation: Operation, end: dict[str, Any]) -> None:
    pages = [
        page(operation, 0, 1, next_page_token="t/1"),
        page(operation, next_page_token="t2"),
        page(operation, 2, **end),
    ]
    with RawServer(*pages) as server:
        read = both.collect(iterate(both, operation, server))
    assert [one.to_dict() for one in read] == [item(operation, number) for number in range(3)]
    assert queries(server) == [{}, {"page_token": "t/1"}, {"page_token": "t2"}]


@pytest.mark.parametrize("empty", [{"models": []}, {"models": None}, {}], ids=["empty", "null", "absent"])
def test_pages_in_a_row_without_items_do_not_end_the_list(both: Both, empty: dict[str, Any]) -> None:
    operation = next(operation for operation in BY_TOKEN if operation.id == "models_list")
    blank = [http(200, {**empty, "next_page_token": token}) for token in "abc"]
    with RawServer(*blank, page(operation, 0)) as server:
        read = both.collect(iterate(both, operation, server))
    assert [one.to_dict() for one in read] == [item(operation, 0)]
    assert queries(server)[1:] == [{"page_token": token} for token in "abc"]


@pytest.mark.parametrize("operation", BY_OFFSET, ids=lambda operation: operation.id)
def test_an_offset_leads_to_the_next_page_until_one_is_empty(both: Both, operation: Operation) -> None:
    with RawServer(page(operation, 0, 1), page(operation, 2), page(operation)) as server:
        read = both.collect(iterate(both, operation, server))
    assert [one.to_dict() for one in read] == [item(operation, number) for number in range(3)]
    assert queries(server) == [{}, {"offset": "2"}, {"offset": "3"}]


@pytest.mark.parametrize("operation", PAGED, ids=lambda operation: operation.id)
def test_a_page_is_asked_for_when_its_first_item_is(both: Both, operation: Operation) -> None:
    with RawServer(page(operation, 0, 1, next_page_token="t"), page(operation, 2)) as server:
        items = iterate(both, operation, server)
        assert server.requests == []

        def take() -> Any:
            return next(items) if both.kind == "sync" else anext(items)

        for number, requests in enumerate([1, 1, 2]):
            assert both.run(take).of_tomorrow == number
            assert len(server.requests) == requests
        both.run(items.close if both.kind == "sync" else items.aclose)


@pytest.mark.parametrize("operation", PAGED, ids=lambda operation: operation.id)
def test_a_server_that_does_not_turn_pages_does_not_make_it_go_on_for_ever(both: Both, operation: Operation) -> None:
    with RawServer(page(operation, 0, 1, next_page_token="t")) as server:
        read = both.collect(iterate(both, operation, server))
    assert len(read) == 2
    assert len(server.requests) == 2


def test_filters_go_with_every_page_and_an_error_comes_after_the_items_before_it(both: Both) -> None:
    operation = next(operation for operation in BY_TOKEN if operation.id == "models_list")
    read: list[Any] = []
    with RawServer(page(operation, 0, next_page_token="t"), http(404, {"message": "gone"})) as server:
        items = iterate(both, operation, server, endpoint="embed", default_only=True)
        with pytest.raises(cohere_chat.NotFoundError, match="gone"):
            both.collect(items, into=read)
    assert len(read) == 1
    assert queries(server) == [
        {"endpoint": "embed", "default_only": "true"},
        {"endpoint": "embed", "default_only": "true", "page_token": "t"},
    ]


def test_no_items_at_all_are_none(both: Both) -> None:
    for reply in ({"models": []}, {"models": None}, {}):
        with RawServer(http(200, reply)) as server:
            assert both.collect(both.client(base_url=server.url).models.iterate()) == []
