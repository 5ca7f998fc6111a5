# Made by `make generate` from openapi.yaml. Do not edit.
"""The base of the classes in models/, and how they are read and written as JSON."""

import dataclasses
import json
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from importlib import import_module
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, TypeVar, cast

import attrs

__all__ = ["Unknown"]

Json = dict[str, Any]
Parser = Callable[[Json], Any]
_T = TypeVar("_T", bound="Model")

# What cls.__new__ is for every Model, in less time.
new: Final = object.__new__


class Model:
    """A JSON object of the API.

    The fields of the contract are attributes; absent and null both read as None. Fields that the contract does not
    know are attributes as well and go out again with the rest: reading a JSON object with from_dict() and writing it
    with to_dict() gives the same object.

    To have other values in some fields, assign to attributes, of a copy.copy() if need be, or use copy.replace()
    (Python 3.13). Not attrs.evolve(): it knows the attributes only, loses unknown fields and makes null of absent ones.

    Attributes:
        model_fields: Attributes by name, as attrs describes them: `TextContent.model_fields["type"].default`.
    """

    __slots__ = ("__weakref__", "_raw")

    # What was read or given: which fields there were, in which order, and those without an attribute.
    _raw: Mapping[str, Any]
    # Attributes and their JSON names, and those of the two that differ.
    _fields: ClassVar[Mapping[str, str]] = {}
    _renamed: ClassVar[Mapping[str, str]] = {}

    model_fields: ClassVar[Mapping[str, "attrs.Attribute[Any]"]] = {}

    # Every class shows a signature of its own to type checkers; at run time this one serves them all.
    def __init__(self, **fields: Any) -> None:
        raw: Json = {}
        fields = {name if name in self._fields else self._attribute(name) or name: fields[name] for name in fields}
        for field in self.model_fields.values():
            name = self._fields[field.name]
            if field.name in fields:
                value = fields.pop(field.name)
                raw[name] = list(value) if type(value) is tuple else value
            elif field.default is attrs.NOTHING:
                raise TypeError(f"{type(self).__name__}() needs the keyword argument {field.name!r}")
            elif field.default is not None:
                default: Any = field.default
                raw[name] = default.factory() if hasattr(default, "factory") else default
        # Dictionaries become the objects that they stand for.
        read = self.from_dict(raw | fields)
        for attribute in self._fields:
            setattr(self, attribute, getattr(read, attribute))
        self._raw = read._raw

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object. It is kept, not copied: do not change it afterwards."""
        self = new(cls)
        self._raw = src_dict
        return self

    def to_dict(self) -> Json:
        """Give the JSON object. Free-form objects in it are shared with this one."""
        return self.model_dump(exclude_unset=True)

    def shallow_dict(self) -> Json:
        """Give the JSON object with the model objects in it as they are."""
        result = dict(self._raw)
        for attribute, name in self._fields.items():
            value = getattr(self, attribute)
            if type(value) is datetime:
                # What was not assigned to goes out exactly as it came.
                read = result.get(name)
                value = read if type(read) is str and read_time(read) == value else value.isoformat()
            if value is not None or name in result:
                result[name] = value
        return result

    def __replace__(self, **changes: Any) -> Self:
        names = self._fields
        return self.from_dict(self.shallow_dict() | {names.get(name, name): changes[name] for name in changes})

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if not name.startswith("_"):
                if attribute := self._attribute(name):
                    return getattr(self, attribute)
                if name in self._raw:
                    return self._raw[name]
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        # What vars() gives.
        __dict__ = property(dict)

    @classmethod
    def _attribute(cls, name: str) -> str | None:
        """The attribute that is meant by its name in JSON, or by one with a `_` after it, as pydantic has some."""
        return next((known for known, in_json in cls._fields.items() if name in (in_json, f"{known}_")), None)

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        exclude_none: bool = False,
        exclude_unset: bool = False,
    ) -> Json:
        """Give the fields as a dictionary, as pydantic's models do.

        Args:
            mode: With "json" all values can be serialised to JSON, and absent fields are left out.
            exclude_none: Whether fields that are None are left out, in the objects inside as well.
            exclude_unset: Whether absent fields are left out; otherwise they are None.
        """
        as_json = mode == "json"
        dumped = _dumped(self, exclude_none, exclude_unset or as_json)
        return cast("Json", json.loads(json.dumps(dumped, default=json_default)) if as_json else dumped)

    def model_dump_json(
        self, *, indent: int | None = None, exclude_none: bool = False, exclude_unset: bool = True
    ) -> str:
        """Give the JSON text; the arguments are those of model_dump() and, for `indent`, of json.dumps()."""
        return json.dumps(
            self.model_dump(exclude_none=exclude_none, exclude_unset=exclude_unset),
            default=json_default,
            ensure_ascii=False,
            indent=indent,
            separators=None if indent else (",", ":"),
        )

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

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # mutable

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={shorten(value)}" for name, value in self if value is not None)
        return f"{type(self).__name__}({fields})"

    # Where objects are fields of pydantic's models, it asks for these; nothing here imports it before.
    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(cls._validated, serialization=_pydantic_serialization())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> Json:
        return {"title": cls.__name__, "type": "object"}

    @property
    def __pydantic_serializer__(self) -> Any:
        if "pydantic_core" not in sys.modules:
            raise AttributeError("for pydantic only")
        return _pydantic_serializer()

    @classmethod
    def _validated(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, Mapping):
            raise ValueError(f"must be a {cls.__name__} or a dictionary, not {type(value).__name__}")
        for field in cls.model_fields.values():
            # Constants are the only defaults that are texts; they tell the members of a union apart.
            if isinstance(field.default, str) and value.get(cls._fields[field.name], field.default) != field.default:
                raise ValueError(f"{field.name} of a {cls.__name__} must be {field.default!r}")
        return cls.from_dict(value)

    # Last, since it hides the builtin from here on.
    def dict(self, *, exclude_none: bool = False, exclude_unset: bool = True) -> Json:
        """Give the JSON object, as older pydantic models do; the arguments are those of model_dump()."""
        return self.model_dump(exclude_none=exclude_none, exclude_unset=exclude_unset)


def shorten(value: object) -> str:
    """repr() of a value, of long lists of numbers, or of such lists, the beginning only."""
    if type(value) is not list:
        return repr(value)
    if len(value) > 8 and isinstance(value[0], int | float | list):
        return f"[{', '.join(map(shorten, value[:3]))}, ... {len(value)} in all]"
    return f"[{', '.join(map(shorten, value))}]"


_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


def _dumped(value: Any, exclude_none: bool, exclude_unset: bool) -> Any:
    if isinstance(value, Model):
        fields = value.shallow_dict()
        if not exclude_unset:
            fields = dict.fromkeys(value._fields.values()) | fields
        return {
            name: item if type(item) in _SCALARS else _dumped(item, exclude_none, exclude_unset)
            for name, item in fields.items()
            if not (exclude_none and item is None)
        }
    if isinstance(value, dict) and any(isinstance(item, Model) for item in value.values()):
        return {name: _dumped(item, exclude_none, exclude_unset) for name, item in value.items()}
    return [_dumped(item, exclude_none, exclude_unset) for item in value] if isinstance(value, list | tuple) else value


@cache
def _pydantic_serialization() -> Any:
    from pydantic_core import core_schema

    def fields(value: Model, info: Any) -> Json:
        return value.model_dump(exclude_none=info.exclude_none, exclude_unset=info.exclude_unset or info.mode == "json")

    return core_schema.plain_serializer_function_ser_schema(fields, info_arg=True)


@cache
def _pydantic_serializer() -> Any:
    from pydantic_core import SchemaSerializer, core_schema

    return SchemaSerializer(core_schema.any_schema(serialization=_pydantic_serialization()))


def model(cls: type[_T]) -> type[_T]:
    """Make an attrs class with slots of a Model."""
    defined: Any = attrs.define(cls, kw_only=True, init=False, eq=False, repr=False, getstate_setstate=False)
    defined.__replace__ = Model.__replace__  # attrs gives each class its own, which is evolve()
    defined.model_fields = attrs.fields_dict(defined)
    defined._fields = {name: defined._renamed.get(name, name) for name in defined.model_fields}
    return cast("type[_T]", defined)


def new_id() -> str:
    """An id that nothing else has (RFC 9562 section 5.4)."""
    from uuid import uuid4  # slow to import, and seldom needed

    return str(uuid4())


def read_time(text: str) -> Any:
    """Give the datetime that RFC 3339 text stands for; other text stays."""
    try:
        return datetime.fromisoformat(text) if text[10:11] in ("T", "t", " ") else text
    except ValueError:
        return text


def joined_text(items: object) -> str:
    """The texts of those items of content that are of the type `text`."""
    if not isinstance(items, list):
        return ""
    texts = (getattr(item, "text", None) for item in items if getattr(item, "type", None) == "text")
    return "".join(text for text in texts if isinstance(text, str))


def json_default(value: object) -> object:
    """Replace a value that JSON does not know, as the argument `default` of json.dumps().

    A model object becomes its JSON object, datetime, date and time ISO 8601 text, an Enum its value, a UUID its text;
    dataclasses, attrs and pydantic objects become objects of their fields.

    Raises:
        TypeError: There is no such thing; the message names the remedy.
    """
    if isinstance(value, Model):
        return value.shallow_dict()
    from uuid import UUID

    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, deque):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    if not isinstance(value, type):
        if dataclasses.is_dataclass(value):
            return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        if attrs.has(type(value)):
            return {field.name: getattr(value, field.name) for field in attrs.fields(cast("Any", type(value)))}
        if hasattr(value, "model_dump") and hasattr(type(value), "model_fields"):  # pydantic
            return value.model_dump()
    remedy = next(remedy for kinds, remedy in _REMEDIES if isinstance(value, kinds))
    raise TypeError(f"{type(value).__name__} can't be serialised to JSON; {remedy}")


_REMEDIES: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    ((bytes, bytearray, memoryview), "decode it to a str, or encode it in base64"),
    ((set, frozenset), "pass a list, which has an order"),
    (type, "pass an object of the class"),
    (
        (FunctionType, BuiltinFunctionType, MethodType),
        "pass what it returns; for a function as a tool, use run_tools()",
    ),
    (object, "pass a dict, list, str, int, float, bool or None"),
)


@model
class Unknown(Model):
    """An object whose tag the contract does not know, such as a new kind of event: all its fields are attributes.

    Attributes:
        type: The tag of all unions, which may be anything or missing.
    """

    type: Any = None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        self = super().from_dict(src_dict)
        self.type = src_dict.get("type")
        return self


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

    def parse(self, source: Json) -> Any:
        """Read an object as the member that its tag names, or as Unknown."""
        value = source.get(self.tag)
        return self[value](source) if type(value) is str else Unknown.from_dict(source)
