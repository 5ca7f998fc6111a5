"""Functions as tools: what the model is told of them, and the calls that it asks for."""

from __future__ import annotations

import functools
import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from cohere_chat.types import ToolV2, ToolV2Function

from ._docstrings import docs_of
from ._fields import Field, hint_of
from ._json import Mismatch, plain, read_json
from ._shapes import Shapes

if TYPE_CHECKING:
    from cohere_chat.types import ToolCallV2, ToolV2Param

Json = dict[str, Any]
Function = Callable[..., Any]

_VARIADIC: Final = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


def tool(function: Function) -> ToolV2:
    """Describe a function as a tool.

    Args:
        function: A function, a bound method or another callable object. Each parameter needs an annotation;
            `Annotated[..., "text"]` or the docstring describes it.

    Raises:
        TypeError: The model can't call the function, or JSON can't represent a parameter; the message names both.
    """
    return cast("ToolV2", from_function(function).definition)


@attrs.frozen
class Tool:
    """A function with what the model is told of it.

    Attributes:
        name: How the model calls it.
        definition: What the model is told.
        read: Gives the bound arguments of the plain ones, or raises Mismatch.
        function: What to call.
    """

    name: str
    definition: ToolV2Param | ToolV2
    read: Callable[[Any], inspect.BoundArguments]
    function: Function

    @property
    def is_async(self) -> bool:
        call = getattr(self.function, "__call__", None)  # noqa: B004  # that of an object may be asynchronous
        return inspect.iscoroutinefunction(self.function) or inspect.iscoroutinefunction(call)


def from_function(function: Function) -> Tool:
    """Make a tool of a function; see tool()."""
    bare = _bare(function)
    inner = bare.func if isinstance(bare, functools.partial) else bare
    name = getattr(inner, "__name__", type(inner).__name__)
    if not callable(function) or isinstance(function, type):
        raise TypeError(f"{name} is {'a class' if isinstance(function, type) else 'no function'}; pass a function")
    if name == "<lambda>":
        raise TypeError("a lambda has no name for the model to call; pass a function with def")
    # Whose module has the names in annotations: the function's, or that of what an object is called by.
    called = inner if inspect.isroutine(inner) else type(inner).__call__
    signature = inspect.signature(bare)
    description, documented = docs_of(inner)
    shapes, fields = Shapes(), []
    for index, parameter in enumerate(signature.parameters.values()):
        place = f"{name}({parameter.name})"
        if parameter.name in _bound(bare):
            continue
        if parameter.kind in _VARIADIC:
            stars = _VARIADIC[parameter.kind]
            raise TypeError(f"{place}: a JSON Schema can't describe {stars}{parameter.name}; name each parameter")
        if parameter.annotation is parameter.empty:
            unbound = index == 0 and parameter.name == "self"
            raise TypeError(f"{place}: {'pass the method of an object' if unbound else 'annotate the parameter'}")
        required = parameter.default is parameter.empty
        hint = hint_of(parameter, called, place)
        fields.append(Field(parameter.name, hint, required, documented.get(parameter.name, "")))

    def bind(arguments: Json) -> inspect.BoundArguments:
        return inspect.BoundArguments(signature, arguments)

    shape = shapes.object(fields, f"{name}({{}})", bind)
    told = ToolV2Function(name=name, parameters=shapes.closed(shape.schema))
    if description:
        told.description = description
    return Tool(name, ToolV2(function=told), lambda arguments: shape.decode(arguments, ""), function)


def _bare(function: Any) -> Any:
    """A partial function without attributes: those of update_wrapper() hide from a signature what it binds."""
    if isinstance(function, functools.partial):
        return functools.partial(_bare(function.func), *function.args, **function.keywords)
    return function


def _bound(bare: Function) -> Mapping[str, Any]:
    """What a partial function binds by name."""
    return bare.keywords if isinstance(bare, functools.partial) else {}


def from_definition(definition: ToolV2Param | ToolV2, functions: Mapping[str, Function]) -> Tool:
    """Make a tool of a definition and the function of its name, which gets the arguments as plain JSON values."""
    told: Any = plain(definition).get("function") or {}
    name = told.get("name")
    if name not in functions:
        raise ValueError(f"functions has no entry for the tool {name!r}")
    bare = _bare(functions[name])
    signature = inspect.signature(bare)
    # What the definition lists is the model's to choose; the bound value is its default.
    hidden = _bound(bare).keys() - ((told.get("parameters") or {}).get("properties") or {})

    def read(arguments: Any) -> inspect.BoundArguments:
        if not isinstance(arguments, dict):
            raise Mismatch("", "the arguments must be an object")
        for given in arguments.keys() & hidden:
            raise Mismatch(given, "is unknown")
        try:
            return signature.bind(**arguments)
        except TypeError as error:
            raise Mismatch("", str(error)) from None

    return Tool(name, definition, read, functions[name])


def list_of(tools: Iterable[Function | ToolV2Param | ToolV2]) -> list[Function | ToolV2Param | ToolV2]:
    """The tools in a new list, whatever they came in."""
    if isinstance(tools, Mapping | str | ToolV2) or not isinstance(tools, Iterable):
        raise TypeError(f"tools must be a list of functions or definitions, not {type(tools).__name__}: pass [...]")
    return list(tools)


def toolbox(
    tools: Iterable[Function | ToolV2Param | ToolV2], functions: Mapping[str, Function] | None, *, may_be_async: bool
) -> dict[str, Tool]:
    """All tools by name.

    Raises:
        TypeError, ValueError: One that the model, or this client, cannot call; the message says why.
    """
    if not isinstance(functions, Mapping | None):
        raise TypeError(f"functions must be a dict of functions by their names, not {type(functions).__name__}")
    known = functions or {}
    made = [
        from_definition(cast("Any", item), known) if isinstance(item, Mapping | ToolV2) else from_function(item)
        for item in list_of(tools)
    ]
    found = {item.name: item for item in made}
    if len(found) < len(made):
        names = [item.name for item in made]
        raise ValueError(f"two tools are called {next(name for name in names if names.count(name) > 1)!r}")
    if known.keys() - found.keys():
        raise ValueError(f"functions has {sorted(known.keys() - found.keys())[0]!r}, which is not one of the tools")
    for item in made:
        if item.is_async and not may_be_async:
            raise TypeError(f"{item.name} is asynchronous: use AsyncClientV2, or pass a synchronous function")
    return found


class ToolCall:
    """A call that the model asks for.

    Attributes:
        id: The id that ties the result to the call.
        name: The name of the tool.
        text: The arguments as the model wrote them.
        problem: What the model is told instead of a result: wrong arguments, or why the call was denied. None if
            the call will be made.
    """

    def __init__(self, asked: ToolCallV2, tools: Mapping[str, Tool]) -> None:
        self.id = asked.id
        self.name = str(getattr(asked.function, "name", None) or "")
        given: Any = getattr(asked.function, "arguments", None)
        # Some servers give the object itself instead of its text.
        self.text = given if isinstance(given, str) else "" if given is None else json.dumps(given, ensure_ascii=False)
        self.problem: str | None = None
        # Whether the model is to blame for the problem.
        self.is_wrong = False
        self._tool = tools.get(self.name)
        self._arguments: Json = {}
        try:
            if self._tool is None:
                raise Mismatch("", f"there is no tool {self.name!r}; there are {', '.join(tools) or 'none'}")
            self.arguments = read_json(self.text or "{}")
        except Mismatch as problem:
            self.problem, self.is_wrong = str(problem), True

    @property
    def arguments(self) -> Json:
        """The arguments as JSON values; empty if they are wrong. You may set others; they are checked at once.

        Raises:
            ValueError: The new arguments don't fit the tool.
        """
        return self._arguments

    @arguments.setter
    def arguments(self, arguments: Mapping[str, Any]) -> None:
        if self._tool is None:
            raise ValueError(f"there is no tool {self.name!r}")
        values = plain(arguments)
        self._tool.read(values)
        self._arguments, self.problem, self.is_wrong = values, None, False

    def deny(self, reason: str) -> None:
        """Don't make the call; the model is told the `reason`."""
        self.problem, self.is_wrong = f"the call was denied: {reason}", False

    def make(self) -> Any:
        """Call the function."""
        assert self._tool is not None
        # Convert them only now: they may have been changed in place.
        bound = self._tool.read(self._arguments)
        return self._tool.function(*bound.args, **bound.kwargs)

    @property
    def is_async(self) -> bool:
        """Whether the function is asynchronous."""
        return self._tool is not None and self._tool.is_async

    def __repr__(self) -> str:
        return f"<ToolCall {self.name}({self.text})>"
