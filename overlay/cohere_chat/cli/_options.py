"""The values of `-o key=value`, checked against the parameters of a method before anything is sent."""

from __future__ import annotations

import builtins
import collections.abc
import datetime
import inspect
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, get_args, get_origin

import cohere_chat

from .._config import suggest
from .._json import decode
from ._run import CommandError


class _ApiTypes(dict[str, Any]):
    """The types of the API by name, looked up when they are asked for."""

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(cohere_chat.types, name)
        except AttributeError:
            raise KeyError(name) from None


# The other names in the annotations of methods.
_NAMES: Final = {
    **vars(builtins),
    **vars(typing),
    **{name: getattr(collections.abc, name) for name in collections.abc.__all__},
    "datetime": datetime.datetime,
    "RequestOptions": cohere_chat.RequestOptions,
}
_DESCRIPTIONS: Final = {bool: "true or false", int: "an integer", float: "a number", str: "a text"}


def read_options(
    method: Callable[..., Any], pairs: Sequence[str] | None, set_otherwise: Mapping[str, str]
) -> dict[str, Any]:
    """Read pairs such as `temperature=0.2`.

    Args:
        method: The method of a client whose parameters they are.
        pairs: The key and the value of each: JSON, or, where the parameter takes one, a text.
        set_otherwise: Parameters that can't be set so, and the option that sets each.

    Raises:
        CommandError: The method has no such parameter, or the value is none for it.
    """
    if not pairs:
        return {}
    # The annotations are text, and their names are known to type checkers only.
    signature = inspect.signature(method, eval_str=True, globals=_NAMES, locals=_ApiTypes())
    kinds = {name: parameter.annotation for name, parameter in signature.parameters.items()}
    del kinds["request_options"]
    values: dict[str, Any] = {}
    for pair in pairs:
        key, equals, text = pair.partition("=")
        if not equals:
            raise CommandError(f"-o {pair}: it must be of the form key=value")
        if key in set_otherwise:
            raise CommandError(f"-o {pair}: {set_otherwise[key]} sets {key}")
        if key not in kinds:
            hint = suggest(key, kinds.keys() - set_otherwise.keys())
            raise CommandError(f"-o {pair}: there is no parameter {key!r}{hint}")
        if key in values:
            raise CommandError(f"-o {pair}: {key} is given twice")
        values[key] = _read(pair, text, kinds[key])
    return values


def _read(pair: str, text: str, kind: Any) -> Any:
    try:
        value = decode(text.encode())
    except ValueError:
        value = text
    for candidate in (value, text):
        if _fits(candidate, kind):
            return candidate
    raise CommandError(f"-o {pair}: the value must be {_describe(kind)}")


def _arms(kind: Any) -> list[Any]:
    """The types of a union that have a form in JSON, or the type itself."""
    arms = get_args(kind) if get_origin(kind) in (typing.Union, types.UnionType) else (kind,)
    return [arm for arm in arms if arm in _DESCRIPTIONS or get_origin(arm) or typing.is_typeddict(arm)]


def _fits(value: Any, kind: Any) -> bool:
    return any(_fits_arm(value, arm) for arm in _arms(kind))


def _fits_arm(value: Any, kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind):
        return isinstance(value, list) and all(_fits(item, get_args(kind)[0]) for item in value)
    if typing.is_typeddict(kind):
        return isinstance(value, dict)
    return type(value) is kind or (kind is float and type(value) is int)


def _describe(kind: Any) -> str:
    descriptions = []
    for arm in _arms(kind):
        if get_origin(arm) is Literal:
            descriptions.append("one of " + ", ".join(map(str, get_args(arm))))
        elif get_origin(arm):
            descriptions.append(f"a JSON list, each item {_describe(get_args(arm)[0])}")
        else:
            descriptions.append(_DESCRIPTIONS.get(arm, "a JSON object"))
    return " or ".join(dict.fromkeys(descriptions))
