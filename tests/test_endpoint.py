"""What generated methods stand on: endpoints, replies, pages, and the words for wrong arguments."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from cohere_chat_api import endpoint as runtime
from cohere_chat_api.endpoint import Endpoint, Pages, Parameter, Reply, Resource, async_iterate, iterate, operation
from cohere_chat_api.models import Document, TextContent, ThinkingContent
from cohere_chat_api.types import Tagged

# ---------------------------------------------------------------- replies


def test_a_reply_is_read_as_its_class() -> None:
    assert Reply[Any]("Document").parse({"data": "text"}) == Document(data="text")


def test_a_reply_that_is_one_of_several_is_read_as_the_one_that_its_tag_names() -> None:
    reply: Reply[Any] = Reply(Tagged("type", {"text": "TextContent", "thinking": "ThinkingContent"}))
    assert reply.parse({"type": "text", "text": "t"}) == TextContent(text="t")
    assert reply.parse({"type": "thinking", "thinking": "t"}) == ThinkingContent(thinking="t")
    assert reply.parse({"type": "song", "key": "C"}).key == "C"


def test_a_reply_has_the_objects_that_belong_to_it() -> None:
    reply: Reply[Any] = Reply("V2ChatResponse", objects=("message",))
    assert reply.parse({"message": {"role": "assistant"}}).message.role == "assistant"


def test_a_reply_without_a_class_is_the_object_itself() -> None:
    data = {"any": "thing"}
    assert Reply[Any](None).parse(data) is data


@pytest.mark.parametrize("data", [[], "text", None, 1, {"id": "1"}, {"message": "text"}])
def test_what_is_not_the_reply_is_an_error(data: object) -> None:
    with pytest.raises(ValueError, match=r'^not a JSON object$|^no object "message"$'):
        Reply[Any]("V2ChatResponse", objects=("message",)).parse(data)


# ---------------------------------------------------------------- pages


class Page:
    def __init__(self, items: Any, token: str | None = None) -> None:
        self.items = items
        self.token = token


class Core:
    """Gives one page after the other, and keeps what it was asked for."""

    raw: Any = None

    def __init__(self, pages: list[Page]) -> None:
        self.pages = list(pages)
        self.asked: list[dict[str, Any]] = []

    def call(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], request_options: Any) -> Any:
        assert request_options == "options"
        self.asked.append(dict(arguments))
        return self.pages.pop(0)

    def stream(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], request_options: Any) -> Any:
        raise AssertionError

    def unknown_argument(
        self, endpoint: Endpoint[Any], name: str, known: frozenset[str], arguments: Mapping[str, Any]
    ) -> TypeError:
        return TypeError(f"{name}() has no {sorted(arguments.keys() - known)}")


class AsyncCore(Core):
    async def call(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], request_options: Any) -> Any:
        return super().call(endpoint, arguments, request_options)


TOKENS = Pages("items", "page", "token")
COUNTED = Pages("items", "offset")
PAGES = {
    "a token for each next page": (
        TOKENS,
        [Page([1, 2], "a"), Page([], "b"), Page([3], "")],
        [1, 2, 3],
        [{"q": 1}, {"q": 1, "page": "a"}, {"q": 1, "page": "b"}],
    ),
    "no token and no items": (TOKENS, [Page(None)], [], [{"q": 1}]),
    "items that are counted": (
        COUNTED,
        [Page([1, 2]), Page([3]), Page(None)],
        [1, 2, 3],
        [{"q": 1}, {"q": 1, "offset": 2}, {"q": 1, "offset": 3}],
    ),
    # Servers that do not turn pages would go on for ever.
    "the same token again": (TOKENS, [Page([1], "a"), Page([2], "a")], [1, 2], [{"q": 1}, {"q": 1, "page": "a"}]),
    "the same items again": (COUNTED, [Page([1]), Page([1])], [1], [{"q": 1}, {"q": 1, "offset": 1}]),
}


@pytest.mark.parametrize(("pages", "given", "items", "asked"), PAGES.values(), ids=PAGES)
def test_all_items_of_all_pages(pages: Pages, given: Any, items: Any, asked: Any) -> None:
    endpoint: Endpoint[Any] = Endpoint(name="list", method="GET", path="/", pages=pages)
    core, async_core = Core(given), AsyncCore(given)
    assert list(iterate(core, endpoint, {"q": 1}, "options")) == items

    async def read(found: AsyncIterator[Any]) -> list[Any]:
        return [item async for item in found]

    assert asyncio.run(read(async_iterate(async_core, endpoint, {"q": 1}, "options"))) == items
    assert core.asked == async_core.asked == asked


def test_a_page_is_asked_for_when_its_first_item_is() -> None:
    core = Core([Page([1, 2], "a"), Page([3])])
    found = iterate(core, Endpoint(name="list", method="GET", path="/", pages=TOKENS), {}, "options")
    assert not core.asked
    assert [next(found), next(found)] == [1, 2]
    assert len(core.asked) == 1


# ---------------------------------------------------------------- methods

GET: Endpoint[Any] = Endpoint(name="get", method="GET", path="/{id}", parameters={"id": Parameter("path")})


def test_the_items_of_several_pages_have_no_raw_response() -> None:
    core = Core([])
    core.raw = core
    endpoint: Endpoint[Any] = Endpoint(name="books.list", method="GET", path="/", pages=TOKENS)
    for function in (iterate, async_iterate):
        with pytest.raises(AttributeError, match=r"^with_raw_response has list\(\) for one page"):
            function(core, endpoint, {}, None)


class Methods(Resource):
    @operation(GET)
    def get(self, id: str, *, request_options: Any = None) -> str:
        """Get it."""
        return id

    @operation(GET)
    def put(self, *, title: str, colour: str = "", request_options: Any = None) -> str:
        return title

    @operation(GET)
    async def get_later(self, id: str, *, request_options: Any = None) -> str:
        return id


def test_methods_keep_their_names_and_docstrings() -> None:
    assert (Methods.get.__name__, Methods.get.__doc__) == ("get", "Get it.")
    assert Methods(None).get("a", request_options=1) == asyncio.run(Methods(None).get_later(id="a")) == "a"


def test_the_core_explains_arguments_that_an_operation_does_not_have() -> None:
    methods: Any = Methods(Core([]))
    with pytest.raises(TypeError, match=r"^get\(\) has no \['name'\]$"):
        methods.get("a", name=1)
    with pytest.raises(TypeError, match=r"^get_later\(\) has no \['name'\]$"):
        asyncio.run(methods.get_later("a", name=1))


def test_wrong_positional_and_missing_arguments_are_told_in_the_words_of_the_caller() -> None:
    methods: Any = Methods(Core([]))
    by_name = "; pass others by name:"
    with pytest.raises(
        TypeError, match=rf"^get\(\) has 1 positional argument{by_name} get\(id, request_options=\.\.\.\)$"
    ):
        methods.get("a", "b")
    with pytest.raises(TypeError, match=rf"^put\(\) has no positional arguments{by_name} put\(title=\.\.\.\)$"):
        methods.put("a")
    with pytest.raises(TypeError, match=rf"^get_later\(\) has 1 positional argument{by_name}"):
        asyncio.run(methods.get_later("a", "b"))
    with pytest.raises(TypeError, match=r"^put\(\) missing 1 required keyword-only argument: 'title'$"):
        methods.put()


def test_a_group_shows_its_methods() -> None:
    assert repr(Methods(None)) == "<Methods: get, get_later, put>"


def test_types_of_files_are_there_at_run_time() -> None:
    assert bytes in runtime.File.__args__
