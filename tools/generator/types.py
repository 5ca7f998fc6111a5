"""How the values of the contract are typed in Python, and how they are read from JSON."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from openapi_python_client.parser.properties import AnyProperty, LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import snake_case

from generator.contract import Contract, Refusal

# The parser's classes have no common base that mypy knows.
Property = Any

_PLAIN: Final[dict[type, tuple[str, str]]] = {
    AnyProperty: ("Any", "any"),
    BooleanProperty: ("bool", "boolean"),
    FloatProperty: ("float", "number"),
    IntProperty: ("int", "integer"),
    NoneProperty: ("None", "any"),
    ListProperty: ("", "array"),
    ModelProperty: ("", "object"),
    FileProperty: ("Any", "any"),
    UnionProperty: ("", "any"),
}
BUILTINS: Final = frozenset({"list", "str", "int", "float", "bool"})
# What a Model has already, and the types that stand in its annotations.
_TAKEN: Final = BUILTINS.union(
    (
        "self",
        "dict",
        "datetime",
        "from_dict",
        "to_dict",
        "shallow_dict",
        "model_dump",
        "model_dump_json",
        "model_fields",
    )
)


def attribute(property: Property) -> str:
    """The name of an attribute: the parser's, without the underscore by which that avoids all builtins."""
    name = str(property.python_name).rstrip("_")
    return name + "_" if keyword.iskeyword(name) or name in _TAKEN else name


def class_name(property: Property) -> str:
    return str(property.class_info.name)


def wire_name(property: Property) -> str:
    return str(property.name.get_untrusted_value())


def const_value(property: ConstProperty) -> object:
    return property.value.raw_value


def members(*properties: Property) -> list[Property]:
    """The alternatives that a value has: the members of a union, or the one property that is none."""
    return [
        member
        for property in properties
        for member in (property.inner_properties if isinstance(property, UnionProperty) else [property])
    ]


class Types:
    """The types of a contract.

    Attributes:
        unions: The members of the unions that have a name, as far as they were met.
        sent_unions: The names of those that requests are made of.
    """

    def __init__(self, contract: Contract) -> None:
        self.models: Mapping[str, ModelProperty] = contract.models
        self.unions: dict[str, list[Property]] = {}
        self.sent_unions: set[str] = set()
        self._sent_back: dict[str, list[str]] = {}
        for model in self.models.values():
            if sent_as := (model.data.model_extra or {}).get("x-sent-back-as"):
                self._sent_back.setdefault(sent_as, []).append(class_name(model))

    def fields(self, property: ModelProperty) -> list[Property]:
        """The properties of a class, required ones first."""
        model = self.models[property.class_info.name]
        return [*(model.required_properties or ()), *(model.optional_properties or ())]

    def is_map(self, property: Property) -> bool:
        """Whether it is an object without named fields, which is a plain dict."""
        if not isinstance(property, ModelProperty) or self.fields(property):
            return False
        return bool(self.models[property.class_info.name].data.additionalProperties)

    def is_model(self, property: Property) -> bool:
        return isinstance(property, ModelProperty) and not self.is_map(property)

    def values(self, property: ModelProperty) -> Property:
        """What the values of a plain dict are."""
        return self.models[property.class_info.name].additional_properties

    def reply(self, property: Property) -> str:
        """The type of a value that was read: an enum may have members that the contract does not know."""
        match property:
            case ModelProperty():
                if self.is_map(property):
                    return f"dict[str, {self.reply(self.values(property))}]"
                return class_name(property)
            case ListProperty():
                return f"list[{self.reply(property.inner_property)}]"
            case UnionProperty():
                self.name(property)
                return self.either(property.inner_properties)
            case LiteralEnumProperty():
                return f"{property.class_info.name} | {property.value_type.__name__}"
            case DateTimeProperty():
                return "datetime"
        return _plain_type(property)

    def either(self, properties: Iterable[Property]) -> str:
        """The type of a value that was read as one of these."""
        return _either(self.reply(each) for each in properties)

    def param(self, property: Property, sequence: str = "Sequence") -> str:
        """The type of a value to send: typed dictionaries or objects, any sequence, known enum values only."""
        match property:
            case ModelProperty():
                if self.is_map(property):
                    return f"Mapping[str, {self.param(self.values(property))}]"
                name = class_name(property)
                return _either([f"{name}Param", name, *self._sent_back.get(name, ())])
            case ListProperty():
                return f"{sequence}[{self.param(property.inner_property)}]"
            case UnionProperty():
                if union := self.name(property):
                    self.sent_unions.add(union)
                    return f"{union}Param"
                return self.sent(property.inner_properties, sequence)
            case LiteralEnumProperty():
                return class_name(property)
            case DateTimeProperty():
                return "datetime | str"
            case FileProperty():
                return "File"
        return _plain_type(property)

    def sent(self, properties: Iterable[Property], sequence: str = "Sequence") -> str:
        """The type of a value to send that is one of these."""
        return _either(self.param(each, sequence) for each in properties)

    def name(self, union: UnionProperty) -> str | None:
        """The name of a union that is a component."""
        if union.example is None:
            return None
        name = union.example.get_untrusted_value()
        self.unions[name] = union.inner_properties
        return str(name)

    def json(self, property: Property) -> str:
        """The JSON type."""
        kinds = {_PLAIN.get(type(member), ("", "string"))[1] for member in members(property)}
        return kinds.pop() if len(kinds) == 1 else "any"

    def inner(self, property: Property) -> Iterator[Property]:
        """The classes and enums in a property, those in lists and dictionaries too."""
        for member in members(property):
            if isinstance(member, ListProperty):
                yield from self.inner(member.inner_property)
            elif self.is_map(member):
                yield member
                yield from self.inner(self.values(member))
            elif isinstance(member, ModelProperty | LiteralEnumProperty):
                yield member

    def tag(self, models: Iterable[ModelProperty], place: Callable[[], str]) -> tuple[str, dict[str, str]]:
        """The required constant that tells the members of a union apart, and the class names by its value."""
        constants = {
            class_name(model): {
                wire_name(field): const_value(field)
                for field in self.fields(model)
                if field.required and isinstance(field, ConstProperty)
            }
            for model in models
        }
        for tag in next(iter(constants.values()), ()):
            if all(tag in other for other in constants.values()):
                return tag, {str(values[tag]): name for name, values in constants.items()}
        remedy = "give each a required property with a `const`, of the same name in all"
        raise Refusal(place(), f"nothing tells {', '.join(constants)} apart", remedy)


@dataclass(frozen=True)
class Reader:
    """Says how the value of a property is read.

    Attributes:
        types: The types of the contract.
        name: The name of the property.
        place: Finds its class in the contract.
        tables: The tables of unions by their names; what it needs is added.
    """

    types: Types
    name: str
    place: Callable[[], str]
    tables: dict[str, str]

    def read(self, properties: Sequence[Property], source: str, depth: int = 0) -> str:
        """An expression that makes what Types.reply() says of the JSON value in the variable `source`.

        A value of another shape stays as it is. Where there is nothing to do, the expression is `source`.
        """
        item = "item" + "_" * depth
        alternatives = members(*properties)
        expression = source
        if depth == 0 and any(isinstance(each, DateTimeProperty) for each in alternatives):
            expression = f"read_time({source}) if type({source}) is str else {expression}"
        if lists := [each.inner_property for each in alternatives if isinstance(each, ListProperty)]:
            inner = self.read(lists, item, depth + 1)
            if inner != item:
                expression = f"[{inner} for {item} in {source}] if type({source}) is list else {expression}"
        if objects := [each for each in alternatives if self.types.is_model(each)]:
            parser = (
                f'parsers["{objects[0].class_info.name}"]' if len(objects) == 1 else f"{self._table(objects)}.parse"
            )
            expression = f"{parser}({source}) if type({source}) is dict else {expression}"
        elif maps := [self.types.values(each) for each in alternatives if self.types.is_map(each)]:
            inner = self.read(maps, item, depth + 1)
            if inner != item:
                made = f"{{key: {inner} for key, {item} in {source}.items()}}"
                expression = f"{made} if type({source}) is dict else {expression}"
        return expression

    def _table(self, objects: list[ModelProperty]) -> str:
        code = tagged(*self.types.tag(objects, lambda: f"{self.place()}/properties/{self.name}"))
        for name, there in self.tables.items():
            if there == code:
                return name
        name = f"_{snake_case(self.name).upper()}"
        while name in self.tables:
            name += "_"
        self.tables[name] = code
        return name


def tagged(tag: str, names: Mapping[str, str]) -> str:
    """The table of a union as code; see runtime/types.py."""
    return f"Tagged({tag!r}, {names!r})"


def annotation(type_: str, members: Iterable[str] = ("list",)) -> str:
    """A type in a class with these members, which type checkers would take for the types of the same name."""
    return re.sub(
        r"\w+", lambda word: f"builtins.{word[0]}" if word[0] in BUILTINS.intersection(members) else word[0], type_
    )


def optional(type_: str, required: bool) -> str:
    """The type of a value that can be absent, which is None."""
    return type_ if required or type_.endswith("None") else f"{type_} | None"


def _either(types: Iterable[str]) -> str:
    return " | ".join(sorted(dict.fromkeys(types), key="None".__eq__))


def _plain_type(property: Property) -> str:
    if isinstance(property, ConstProperty):
        return f"Literal[{const_value(property)!r}]"
    return _PLAIN.get(type(property), ("str", ""))[0]
