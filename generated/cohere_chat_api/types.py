# Made by `make generate` from openapi.yaml. Do not edit.
"""What the classes of models/ are made of."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast, dataclass_transform

import attrs

__all__ = ["Unknown"]

Getter = Callable[[str], Any]
Parser = Callable[[dict[str, Any]], Any]
_T = TypeVar("_T", bound="Model")


class Model:
    """A JSON object of the API.

    The fields of the contract are attributes; absent and null both read as None. Fields that the contract does not
    know are attributes as well and go out again with the rest: reading a JSON object with from_dict() and writing it
    with to_dict() gives the same object.
    """

    __slots__ = ("__weakref__", "_raw")

    # What was read or given: which fields there were, in which order, and those without an attribute.
    _raw: Mapping[str, Any]
    # Attributes and their JSON names, and those of the two that differ.
    _fields: ClassVar[Mapping[str, str]] = {}
    _renamed: ClassVar[Mapping[str, str]] = {}

    # Every decorated class shows its own signature to type checkers; at run time this one serves them all.
    def __init__(self, **fields: Any) -> None:
        raw: dict[str, Any] = {}
        for field in attrs.fields(cast("Any", type(self))):
            name = self._fields[field.name]
            if field.name in fields:
                raw[name] = fields.pop(field.name)
            elif field.default is attrs.NOTHING:
                raise TypeError(f"{type(self).__name__}() needs the keyword argument {field.name!r}")
            elif field.default is not None:
                raw[name] = field.default
            setattr(self, field.name, raw.get(name))
        self._raw = raw | fields

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. It is kept, not copied: do not change it afterwards."""
        self = cls.__new__(cls)
        self._raw = src_dict
        return self

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object. Free-form objects in it are shared with this one."""
        return {
            name: value.to_dict()
            if isinstance(value, Model)
            else [item.to_dict() if isinstance(item, Model) else item for item in value]
            if type(value) is list
            else value
            for name, value in self.shallow_dict().items()
        }

    def shallow_dict(self) -> dict[str, Any]:
        """Give the JSON object with the model objects in it as they are."""
        result = dict(self._raw)
        for attribute, name in self._fields.items():
            value = getattr(self, attribute)
            if value is not None or name in result:
                result[name] = value
        return result

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if not name.startswith("_") and name in self._raw:
                return self._raw[name]
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        for attribute in self._fields:
            yield attribute, getattr(self, attribute)
        known = self._fields.values()
        for name, value in self._raw.items():
            if name not in known:
                yield name, value

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]  # mutable

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self if value is not None)
        return f"{type(self).__name__}({fields})"


@dataclass_transform(kw_only_default=True)
def model(cls: type[_T]) -> type[_T]:
    """Make an attrs class with slots of a Model."""
    defined: Any = attrs.define(cls, kw_only=True, init=False, eq=False, repr=False, getstate_setstate=False)
    defined._fields = {field.name: defined._renamed.get(field.name, field.name) for field in attrs.fields(defined)}
    return cast("type[_T]", defined)


@model
class Unknown(Model):
    """An object whose tag the contract does not know, such as a new kind of event: all its fields are attributes."""


class _Parsers(dict[str, Parser]):
    """The from_dict of each class of models/ by the name of the class, which is imported at first use."""

    def __missing__(self, name: str) -> Parser:
        parser: Parser = getattr(import_module(".models", __package__), name).from_dict
        self[name] = parser
        return parser


parsers: Final = _Parsers()


class Tagged(dict[str, Parser]):
    """The from_dict of each member of a union by the value of its tag.

    Args:
        tag: Name of the field that tells the members apart.
        names: Class names by the values of that field.
    """

    def __init__(self, tag: str, names: Mapping[str, str]) -> None:
        self.tag = tag
        self.names = names

    def __missing__(self, value: str) -> Parser:
        if value not in self.names:
            # Not kept: a server could send any number of them.
            return Unknown.from_dict
        parser = self[value] = parsers[self.names[value]]
        return parser

    def parse(self, source: dict[str, Any]) -> Any:
        """Read an object as the member that its tag names, or as Unknown."""
        value = source.get(self.tag)
        return self[value](source) if type(value) is str else Unknown.from_dict(source)
