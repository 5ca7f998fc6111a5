"""Operations as data for the core, and the base of the generated methods."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from functools import wraps
from inspect import CO_VARKEYWORDS, iscoroutinefunction
from os import PathLike
from typing import IO, TYPE_CHECKING, Any, Final, Generic, Literal, NamedTuple, Protocol, TypeVar, cast

from .types import Json, Tagged, parsers

T = TypeVar("T")
Method = TypeVar("Method", bound=Callable[..., Any])

# "whole" is a JSON body that is one argument.
Place = Literal["path", "query", "header", "body", "whole", "form", "file"]
JsonType = Literal["array", "object", "string", "integer", "number", "boolean", "any"]


class Parameter(NamedTuple):
    """A parameter of an operation.

    Attributes:
        place: Where it goes in the request.
        type: Its JSON type; for a file "any".
        name: Its name at the API, where that is not the one in Python.
        required: Whether it must be given.
        deprecated: Whether the API deprecates it.
        items: The JSON type of the items of an array.
    """

    place: Place
    type: JsonType = "any"
    name: str | None = None
    required: bool = False
    deprecated: bool = False
    items: JsonType = "any"


class Reply(NamedTuple, Generic[T]):
    """The JSON object that an operation replies with.

    Attributes:
        name: The class in models/ that it is read as, a table for one of several classes, or None for a plain dict.
        objects: Names of required fields that are objects; without them it is not the reply that was asked for.
    """

    name: str | Tagged | None
    objects: tuple[str, ...] = ()

    def parse(self, data: object) -> T:
        """Read the JSON of a reply; ValueError if it is something else."""
        if type(data) is not dict:
            raise ValueError("not a JSON object")
        for name in self.objects:
            if type(data.get(name)) is not dict:
                raise ValueError(f'no object "{name}"')
        if self.name is None:
            return cast("T", data)
        return cast("T", parsers[self.name](data) if isinstance(self.name, str) else self.name.parse(data))


class Streaming(NamedTuple, Generic[T]):
    """How an operation streams its reply.

    Attributes:
        parameter: The field of the body that asks for a stream when it is true.
        media_type: That of the stream: text/event-stream, or one whose lines are JSON.
        events: The classes of the events by their tag.
        last_event: The tag of the event that ends every stream.
        stream_class: The hand-written class of the stream, where it has more than events.
    """

    parameter: str
    media_type: str
    events: Tagged
    last_event: str
    stream_class: str | None = None


class Pages(NamedTuple):
    """How a list is read page by page.

    Attributes:
        items: The attribute of a reply with the items.
        parameter: The parameter that says where a page begins: a token, or the number of the items before it.
        next: The attribute of a reply with the token of the next page; without it, items are counted.
    """

    items: str
    parameter: str
    next: str | None = None

    def turn(self, arguments: Json, page: Any) -> bool:
        """Set the argument for the page after this one; False if this was the last."""
        before = arguments.get(self.parameter)
        if self.next:
            arguments[self.parameter] = getattr(page, self.next)
            return arguments[self.parameter] not in (None, "", before)
        count = len(getattr(page, self.items) or ())
        arguments[self.parameter] = (before or 0) + count
        return count > 0


class Endpoint(NamedTuple, Generic[T]):
    """An operation of the API. T is the type of its reply.

    Attributes:
        name: The name of the operation, such as `v2.chat` or `models.get`.
        method: The HTTP method.
        path: The path, with the names that its parameters have at the API in braces.
        body: What kind of body a request has.
        parameters: The parameters by their names in Python.
        reply: The reply, or None for one without content.
        streaming: How the reply is streamed, if it can be.
        pages: How the list that it replies with is read page by page, if it can be.
        batches: Body parameters that are lists, with how many items a request may hold: more are sent in several.
        deprecated: Whether the API deprecates the operation.
        retry_safe: Whether a request may be sent again although the API may have acted on it.
    """

    name: str
    method: str
    path: str
    body: Literal["none", "json", "multipart"] = "none"
    parameters: Mapping[str, Parameter] = {}
    reply: Reply[T] | None = None
    streaming: Streaming[Any] | None = None
    pages: Pages | None = None
    batches: Mapping[str, int] = {}
    deprecated: bool = False
    retry_safe: bool = True


# A path, a file that is open for reading bytes, bytes, or the name of a file, one of these, and perhaps its media type.
Content = PathLike[str] | IO[bytes] | bytes
File = Content | tuple[str, Content] | tuple[str, Content, str]


if TYPE_CHECKING:

    class Core(Protocol):
        """Sends the requests of synchronous methods; see Resource."""

        @property
        def raw(self) -> Core: ...
        def call(self, endpoint: Endpoint[T], arguments: Mapping[str, Any], request_options: Any) -> T: ...
        def stream(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], request_options: Any) -> Any: ...

    class AsyncCore(Protocol):
        """Sends the requests of asynchronous methods."""

        @property
        def raw(self) -> AsyncCore: ...
        async def call(self, endpoint: Endpoint[T], arguments: Mapping[str, Any], request_options: Any) -> T: ...
        def stream(self, endpoint: Endpoint[Any], arguments: Mapping[str, Any], request_options: Any) -> Any: ...


class Resource:
    """A group of methods over a core, which sends their requests.

    A core has `call(endpoint, arguments, request_options)`, `stream(endpoint, arguments, request_options)`, `raw` (a
    core whose results tell the HTTP status and headers as well), and `unknown_argument(endpoint, name, known,
    arguments)`, which gives the error for an argument that a method does not have.
    """

    _core: Any

    def __init__(self, core: Any) -> None:
        self._core = core

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(name for name in dir(type(self)) if not name.startswith('_'))}>"


def operation(endpoint: Endpoint[Any]) -> Callable[[Method], Method]:
    """Let a method explain arguments that its operation does not have; Python only says that they are unexpected."""

    def decorate(function: Method) -> Method:
        code, defaults = function.__code__, function.__kwdefaults__ or {}
        positional = code.co_varnames[1 : code.co_argcount]
        by_name = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        limit: Final = len(positional)
        # iterate() takes less than its operation. What takes **params takes all of it, and perhaps more.
        named = code.co_varnames[max(1, code.co_posonlyargcount) : code.co_argcount + code.co_kwonlyargcount]
        known: Final = frozenset((*named, *(endpoint.parameters if code.co_flags & CO_VARKEYWORDS else ())))

        def explained(self: Resource, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Exception:
            name = function.__name__
            if len(arguments) <= limit:
                return cast("Exception", self._core.unknown_argument(endpoint, name, known, named))
            needed = [each for each in by_name if each not in defaults] or by_name[:1]
            call = f"{name}({', '.join([*positional, *(f'{each}=...' for each in needed)])})"
            return TypeError(
                f"{name}() has {limit or 'no'} positional argument{'s'[limit == 1 :]}; pass others by name: {call}"
            )

        @wraps(function)
        def method(self: Resource, /, *arguments: Any, **named: Any) -> Any:
            if len(arguments) > limit or not named.keys() <= known:
                raise explained(self, arguments, named)
            return function(self, *arguments, **named)

        @wraps(function)
        async def async_method(self: Resource, /, *arguments: Any, **named: Any) -> Any:
            if len(arguments) > limit or not named.keys() <= known:
                raise explained(self, arguments, named)
            return await function(self, *arguments, **named)

        # Python's own errors name the method as the caller does.
        function.__qualname__ = function.__name__
        return cast("Method", async_method if iscoroutinefunction(function) else method)

    return decorate


def iterate(core: Core, endpoint: Endpoint[Any], arguments: Json, request_options: Any) -> Iterator[Any]:
    """Give the items of all pages; a page is asked for when its first item is."""
    _refuse_raw(core, endpoint)
    return _iterate(core, endpoint, arguments, request_options)


def async_iterate(
    core: AsyncCore, endpoint: Endpoint[Any], arguments: Json, request_options: Any
) -> AsyncIterator[Any]:
    """As iterate()."""
    _refuse_raw(core, endpoint)
    return _async_iterate(core, endpoint, arguments, request_options)


def _refuse_raw(core: Core | AsyncCore, endpoint: Endpoint[Any]) -> None:
    if core.raw is core:
        one = endpoint.name.rpartition(".")[2]
        raise AttributeError(f"with_raw_response has {one}() for one page, and nothing for the items of several")


def _iterate(core: Core, endpoint: Endpoint[Any], arguments: Json, request_options: Any) -> Iterator[Any]:
    pages = cast("Pages", endpoint.pages)
    items, more = None, True
    while more:
        page = core.call(endpoint, arguments, request_options)
        # A server that does not turn pages would go on for ever; several pages in a row may be empty.
        if items and items == getattr(page, pages.items):
            return
        items, more = getattr(page, pages.items), pages.turn(arguments, page)
        yield from items or ()


async def _async_iterate(
    core: AsyncCore, endpoint: Endpoint[Any], arguments: Json, request_options: Any
) -> AsyncIterator[Any]:
    pages = cast("Pages", endpoint.pages)
    items, more = None, True
    while more:
        page = await core.call(endpoint, arguments, request_options)
        if items and items == getattr(page, pages.items):
            return
        items, more = getattr(page, pages.items), pages.turn(arguments, page)
        for item in items or ():
            yield item
