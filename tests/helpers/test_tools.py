"""Functions as tools: what the model is told of them, and which it cannot call."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from cohere_chat import ToolV2, ToolV2Function, tool
from cohere_chat.helpers._tools import toolbox
from typing_extensions import Doc


@dataclass
class Span:
    start: int
    end: int = 0


def get_weather(city: Annotated[str, "Name of the city"], days: int = 1) -> str:
    """The weather in a city.

    It knows cities only.
    """
    return f"{city} {days}"


WEATHER = ToolV2(
    function=ToolV2Function(
        name="get_weather",
        description="The weather in a city. It knows cities only.",
        parameters={
            "type": "object",
            "properties": {"city": {"type": "string", "description": "Name of the city"}, "days": {"type": "integer"}},
            "required": ["city"],
        },
    )
)


def google(city: str, days: int) -> None:
    """The weather.

    Args:
        city: Name of the
            city.
        days: How many.
    """


def numpy(city: str, days: int) -> None:
    """The weather.

    Parameters
    ----------
    city : str
        Name of the city.
    days : int
        How many.
    """


def sphinx(city: str, days: int) -> None:
    """The weather.

    :param city: Name of the city.
    :param days: How many.
    """


class Shop:
    def search(self, query: str) -> str:
        """Search the shop."""
        return f"{self}{query}"

    def __call__(self, item: str) -> str:
        return item

    async def order(self, item: str) -> str:
        return item


def no_annotation(city, days: int):  # type: ignore[no-untyped-def]
    pass


def many(*cities: str) -> None:
    pass


def options(**cities: str) -> None:
    pass


def anything(what: Any) -> None:
    pass


def nested(spans: list[set[Span]]) -> None:
    pass


def misspelt(city: Sting) -> None:  # type: ignore[name-defined]  # noqa: F821
    pass


def inside(span: Span.Unit) -> None:  # type: ignore[name-defined]
    pass


def unfinished(city: "str |") -> None:  # type: ignore[valid-type]  # noqa: F722
    pass


def framed(city: str) -> DataFrame:  # type: ignore[name-defined]  # noqa: F821
    pass


async def later() -> None:
    pass


def find_orders(month: str, user_id: int, database: Any = None) -> str:
    return f"{month} of {user_id} in {database}"


def with_options(month: str, **options: Any) -> str:
    return f"{month} of {options['user_id']}"


bound_twice = functools.partial(functools.update_wrapper(functools.partial(find_orders, user_id=42), find_orders))


def test_a_function_is_told_by_its_signature_and_docstring() -> None:
    assert tool(get_weather) == WEATHER


@pytest.mark.parametrize("function", [google, numpy, sphinx])
def test_docstrings_of_three_styles_tell_of_parameters(function: Callable[..., Any]) -> None:
    told = tool(function).function
    assert told is not None
    assert told.description == "The weather."
    assert told.parameters["properties"] == {
        "city": {"type": "string", "description": "Name of the city."},
        "days": {"type": "integer", "description": "How many."},
    }


@pytest.mark.parametrize("function", [google, get_weather])
def test_without_the_extra_the_first_paragraph_describes(
    function: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docstring_parser", None)
    told = tool(function).function
    assert told is not None
    assert told.description in ("The weather.", "The weather in a city.")
    assert "description" not in told.parameters["properties"]["days"]


def test_methods_objects_and_partial_functions_are_tools() -> None:
    shop = Shop()
    made = toolbox([shop.search, functools.partial(get_weather, days=3), shop], None, may_be_async=False)
    assert list(made) == ["search", "get_weather", "Shop"]
    assert made["search"].definition.function.description == "Search the shop."  # type: ignore[union-attr, index]
    bound = made["get_weather"].read({"city": "Köln"})
    assert made["get_weather"].function(*bound.args, **bound.kwargs) == "Köln 3"


@pytest.mark.parametrize(
    "function",
    [
        functools.partial(find_orders, user_id=42, database=object()),
        functools.partial(functools.partial(find_orders, database=object()), user_id=42),
        functools.partial(bound_twice, database=object()),
        functools.update_wrapper(functools.partial(find_orders, user_id=42, database=object()), find_orders),
    ],
)
def test_the_model_is_not_told_of_what_a_partial_function_binds_and_cannot_change_it(
    function: Callable[..., Any],
) -> None:
    made = toolbox([function], None, may_be_async=False)["find_orders"]
    assert made.definition.function.parameters == {  # type: ignore[union-attr]
        "type": "object",
        "properties": {"month": {"type": "string"}},
        "required": ["month"],
    }
    bound = made.read({"month": "May"})
    assert made.function(*bound.args, **bound.kwargs).startswith("May of 42 in <object")
    with pytest.raises(ValueError, match="user_id: is unknown; known are month"):
        made.read({"month": "May", "user_id": 1})


@pytest.mark.parametrize("function", [bound_twice, functools.partial(with_options, user_id=42)])
def test_a_definition_does_not_let_the_model_change_what_is_bound(function: Callable[..., Any]) -> None:
    definition = ToolV2(function=ToolV2Function(name="find", parameters={"type": "object"}))
    made = toolbox([definition], {"find": function}, may_be_async=False)["find"]
    bound = made.read({"month": "May"})
    assert made.function(*bound.args, **bound.kwargs).startswith("May of 42")
    with pytest.raises(ValueError, match="user_id: is unknown"):
        made.read({"month": "May", "user_id": 1})


@pytest.mark.parametrize("function", [bound_twice, functools.partial(with_options, user_id=42)])
def test_the_model_may_change_what_is_bound_where_a_definition_lists_it(function: Callable[..., Any]) -> None:
    parameters = {"type": "object", "properties": {"month": {"type": "string"}, "user_id": {"type": "integer"}}}
    definition = ToolV2(function=ToolV2Function(name="find", parameters=parameters))
    made = toolbox([definition], {"find": function}, may_be_async=False)["find"]
    for arguments, result in (({}, "May of 42"), ({"user_id": 1}, "May of 1")):
        bound = made.read({"month": "May", **arguments})
        assert made.function(*bound.args, **bound.kwargs).startswith(result)


def test_the_annotation_of_the_result_need_not_be_known() -> None:
    assert tool(framed).function.parameters["required"] == ["city"]  # type: ignore[union-attr]


def test_positional_and_keyword_only_parameters_are_filled() -> None:
    def sums(a: int, /, b: int = 2, *, c: int = 3) -> int:
        return a * 100 + b * 10 + c

    made = toolbox([sums], None, may_be_async=False)["sums"]
    results = []
    for arguments in ({"a": 1}, {"a": 1, "c": 4}, {"c": 9, "b": 8, "a": 7}):
        bound = made.read(arguments)
        results.append(sums(*bound.args, **bound.kwargs))
    assert results == [123, 124, 789]


def test_a_function_without_parameters_takes_an_empty_object() -> None:
    def now(zone: Annotated[str, Doc("Where")] = "UTC") -> str:
        return zone

    def ping() -> None: ...

    assert tool(ping).function.parameters == {"type": "object"}  # type: ignore[union-attr]
    assert tool(now).function.parameters == {  # type: ignore[union-attr]
        "type": "object",
        "properties": {"zone": {"type": "string", "description": "Where"}},
        "required": ["zone"],
    }


def test_a_class_as_parameter_is_told_in_a_definition() -> None:
    def cut(span: Span) -> None: ...

    assert tool(cut).function.parameters == {  # type: ignore[union-attr]
        "type": "object",
        "properties": {"span": {"$ref": "#/$defs/Span"}},
        "required": ["span"],
        "$defs": {
            "Span": {
                "type": "object",
                "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
                "required": ["start"],
            }
        },
    }


@pytest.mark.parametrize(
    ("function", "problem"),
    [
        (no_annotation, r"no_annotation\(city\): annotate the parameter"),
        (Shop.search, r"search\(self\): pass the method of an object"),
        (many, r"many\(cities\): a JSON Schema can't describe \*cities; name each parameter"),
        (options, r"options\(cities\): a JSON Schema can't describe \*\*cities"),
        (anything, r"anything\(what\): JSON has no form for Any"),
        (nested, r"nested\(spans\): Span can't be in a set"),
        (misspelt, r"misspelt\(city\): name 'Sting' is not defined; define it at the top of its module"),
        (inside, r"inside\(span\): type object 'Span' has no attribute 'Unit'$"),
        (unfinished, r"unfinished\(city\): Forward reference must be an expression"),
        (lambda: 1, "a lambda has no name"),
        (Shop, "Shop is a class; pass a function"),
        (3, "int is no function"),
    ],
)
def test_what_the_model_cannot_call_is_a_type_error_that_says_what_to_do(function: Any, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        tool(function)


@pytest.mark.parametrize(
    ("tools", "functions", "error", "problem"),
    [
        ([get_weather, get_weather], None, ValueError, "two tools are called 'get_weather'"),
        ([{"type": "function", "function": None}], None, ValueError, "functions has no entry for the tool None"),
        ([WEATHER], None, ValueError, "functions has no entry for the tool 'get_weather'"),
        ([get_weather], {"other": print}, ValueError, "functions has 'other', which is not one of the tools"),
        ([later], None, TypeError, "later is asynchronous: use AsyncClientV2"),
        ([Shop().order], None, TypeError, "order is asynchronous"),
        ([functools.partial(later)], None, TypeError, "later is asynchronous"),
    ],
)
def test_tools_that_do_not_fit_together_are_refused(
    tools: Any, functions: Any, error: type[Exception], problem: str
) -> None:
    with pytest.raises(error, match=problem):
        toolbox(tools, functions, may_be_async=False)


def test_a_definition_with_a_function_gets_plain_arguments() -> None:
    made = toolbox([WEATHER.to_dict()], {"get_weather": get_weather}, may_be_async=False)["get_weather"]  # type: ignore[list-item]
    assert made.read({"city": "Köln"}).arguments == {"city": "Köln"}
    for wrong in ([], {"town": "Köln"}):
        with pytest.raises(ValueError, match=r"must be an object|missing a required argument"):
            made.read(wrong)
