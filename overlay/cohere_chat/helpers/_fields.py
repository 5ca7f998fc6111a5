"""Classes that have fields: which, of what types, and which must be there."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, NotRequired, Required, TypeVar, get_args, get_origin, get_type_hints, is_typeddict

import attrs


@attrs.frozen
class Field:
    """A field of an object: its name in JSON, its type, and what else is known of it."""

    name: str
    hint: Any
    required: bool
    description: str = ""


def fields_of(cls: Any, args: tuple[Any, ...], place: str) -> list[Field] | None:
    """The fields of a class, with the arguments of a generic one put in; None of a class without fields.

    Raises:
        TypeError: Their types can't be told.
    """
    known = _known_fields(cls)
    if known is None:
        return None
    hints, arguments = hints_of(cls, place), _arguments(cls, args)
    if any(isinstance(hint, dataclasses.InitVar) for hint in hints.values()):
        raise TypeError(f"{place}: {cls.__name__} has an InitVar, which no object in JSON can hold")
    return [
        Field(name, _substituted(hints.get(attribute, object), arguments.get(attribute, {})), required)
        for attribute, name, required in known
    ]


def hints_of(owner: Any, place: str) -> dict[str, Any]:
    """The annotations of a class, or of what else has some.

    Raises:
        TypeError: They can't be evaluated.
    """
    local = {owner.__name__: owner} if isinstance(owner, type) else None
    try:
        return get_type_hints(owner, localns=local, include_extras=True)
    except Exception as error:  # noqa: BLE001  # they may be any code
        remedy = "; define it at the top of its module" if isinstance(error, NameError) else ""
        raise TypeError(f"{place}: {error}{remedy}") from None


def hint_of(parameter: inspect.Parameter, function: Any, place: str) -> Any:
    """The annotation of a parameter, whether or not those of the others, and of the result, can be evaluated."""
    alone = SimpleNamespace(__annotations__={parameter.name: parameter.annotation}, __wrapped__=function)
    return hints_of(alone, place)[parameter.name]


def name_of(hint: Any) -> str:
    """A type as it is written in programs."""
    return hint.__name__ if isinstance(hint, type) and not get_args(hint) else repr(hint).replace("typing.", "")


def _known_fields(cls: Any) -> list[tuple[str, str, bool]] | None:
    """The attribute, the name in JSON, and whether it must be there, of each field."""
    if attrs.has(cls):
        return [(a.name, a.alias or a.name, a.default is attrs.NOTHING) for a in attrs.fields(cls) if a.init]
    if dataclasses.is_dataclass(cls):
        missing = dataclasses.MISSING
        known = [field for field in dataclasses.fields(cls) if field.init]
        return [(f.name, f.name, f.default is missing and f.default_factory is missing) for f in known]
    if is_typeddict(cls):
        # Where annotations are texts, Required and NotRequired are not in __required_keys__.
        origins = {name: get_origin(hint) for name, hint in hints_of(cls, cls.__name__).items()}
        must = {name for name in origins if name in cls.__required_keys__ or origins[name] is Required}
        return [(name, name, name in must and origins[name] is not NotRequired) for name in origins]
    if issubclass(cls, tuple) and hasattr(cls, "_fields"):
        named: Any = cls
        return [(name, name, name not in named._field_defaults) for name in named._fields]
    return None


def _arguments(cls: Any, args: tuple[Any, ...]) -> dict[str, Mapping[Any, Any]]:
    """What type variables stand for in each annotation of a class: each base has arguments of its own."""
    given = dict(zip(getattr(cls, "__parameters__", ()), args, strict=False))
    own = dict.fromkeys(inspect.get_annotations(cls), given)
    inherited: dict[str, Mapping[Any, Any]] = {}
    for base in reversed(cls.__dict__.get("__orig_bases__", cls.__bases__)):
        if isinstance(origin := get_origin(base) or base, type):
            inherited |= _arguments(origin, tuple(_substituted(arg, given) for arg in get_args(base)))
    # A TypedDict has the annotations of its bases as well.
    return own | inherited if is_typeddict(cls) else inherited | own


def _substituted(hint: Any, arguments: Mapping[Any, Any]) -> Any:
    if isinstance(hint, TypeVar):
        return arguments.get(hint, hint)
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(arguments.get(p, p) for p in parameters)] if parameters and arguments else hint
