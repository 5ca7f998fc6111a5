"""What stands in models/, params.py and unions.py."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.strings import ClassName

from generator.contract import Contract, Refusal, pointer
from generator.text import plain, wrap
from generator.types import Property, Reader, Types, attribute, const_value, python_name, wire_name


@dataclass(frozen=True)
class Field:
    """A field of a class.

    Attributes:
        name: Its name in JSON.
        attribute: Its name in Python.
        type: Its type where it was read.
        argument: Its type as an argument of the class.
        default: The code of its default, if there is one.
        made_up: Whether the class makes up a value where none is given.
        doc: What the contract says of it.
        key: A name for variables.
        read: The expression that makes it of the JSON value `value`.
        inner: Its class if it is filled on the spot.
    """

    name: str
    attribute: str
    type: str
    argument: str
    default: str | None
    made_up: bool
    doc: str
    key: str
    read: str
    inner: Class | None


@dataclass(frozen=True)
class Class:
    """A class of models/. `text_of` names the content whose texts its property `text` joins."""

    name: str
    doc: str
    fields: list[Field]
    text_of: str | None

    @property
    def named(self) -> bool:
        """Whether all its fields can be attributes of a class under their names in JSON."""
        return all(each.name.isidentifier() and not keyword.iskeyword(each.name) for each in self.fields)

    @property
    def renamed(self) -> dict[str, str]:
        return {field.attribute: field.name for field in self.fields if field.attribute != field.name}


@dataclass(frozen=True)
class Alias:
    """A name for a type that is no class."""

    name: str
    type: str
    doc: str


@dataclass
class Module:
    """A module of models/: a component and what the contract defines inside it."""

    name: str
    classes: list[Class] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    tables: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [*(each.name for each in self.classes), *(each.name for each in self.aliases)]

    @property
    def types(self) -> Iterator[str]:
        """The types in its annotations."""
        for each in self.classes:
            yield from (type_ for field in each.fields for type_ in (field.type, field.argument))
        yield from (alias.type for alias in self.aliases)


class Models:
    """The classes of a contract.

    Attributes:
        modules: The modules of models/.
        places: The module of each class.
        sent: The classes that requests are made of, and so have a typed dictionary.
        refusals: What cannot be generated, a line each.
    """

    def __init__(self, contract: Contract, types: Types, bodies: list[ModelProperty]) -> None:
        self._types = types
        self.modules: list[Module] = []
        self.places: dict[str, str] = {}
        self.refusals: list[str] = []
        self.sent: dict[str, ModelProperty] = {}
        for body in bodies:
            self._reach(body)
        found = {str(each.class_info.name): each for each in [*contract.data.models, *contract.data.enums]}
        components = {
            str(ClassName(name, "")): pointer("components", "schemas", name) for name in contract.schemas(contract.raw)
        }
        # What belongs to no component, such as the enum of a query parameter, has a module of its own.
        for name in [*components, *found]:
            if name in found and name not in self.places:
                inner = list(dict.fromkeys(self._inside(found[name], components.keys() - {name})))
                module = Module(str(found[name].class_info.module_name))
                self.places.update(dict.fromkeys((str(each) for each in inner), module.name))
                self.modules.append(module)
                for each in inner:
                    self._add(module, found[each], inner, components.get(name, f"#/.../{name}"))

    def _reach(self, model: ModelProperty) -> None:
        """Note what the fields of a class are made of, however deep."""
        for property in self._types.fields(model):
            self._types.param(property)
            for each in self._types.inner(property):
                name = str(each.class_info.name)
                if isinstance(each, ModelProperty) and name not in self.sent and not self._types.is_map(each):
                    self.sent[name] = self._types.models[name]
                    self._reach(each)

    def _inside(self, property: Property, others: set[str]) -> Iterator[str]:
        """A component and the classes and enums that the contract defines inside it."""
        yield str(property.class_info.name)
        if isinstance(property, ModelProperty):
            fields = self._types.fields(property) or (
                [self._types.values(property)] if self._types.is_map(property) else []
            )
            for each in (inner for field in fields for inner in self._types.inner(field)):
                if str(each.class_info.name) not in others and each.class_info.name != property.class_info.name:
                    yield from self._inside(each, others)

    def _add(self, module: Module, property: Property, inner: list[str], place: str) -> None:
        name = str(property.class_info.name)
        doc = wrap(plain(property.description.get_untrusted_value())) if property.description else ""
        if isinstance(property, LiteralEnumProperty):
            values = ", ".join(map(repr, sorted(property.values)))
            module.aliases.append(Alias(name, f"Literal[{values}]", doc))
        elif self._types.is_map(property):
            module.aliases.append(Alias(name, self._types.reply(property), doc))
        else:
            try:
                module.classes.append(self._class(module, property, inner, place))
            except Refusal as refusal:
                self.refusals.append(str(refusal))

    def _class(self, module: Module, property: ModelProperty, inner: list[str], place: str) -> Class:
        name = str(property.class_info.name)
        doc = plain(property.description.get_untrusted_value()) if property.description else ""
        fields = [self._field(module, property, each, inner, place) for each in self._types.fields(property)]
        if len({each.attribute for each in fields}) < len(fields):
            raise Refusal(place, "two properties have the same name in Python", "leave one out")
        return Class(
            name,
            wrap(doc or "See the class whose name this one begins with."),
            fields,
            self._types.extras(property).get("x-text-of"),
        )

    def _field(self, module: Module, model: ModelProperty, property: Property, inner: list[str], place: str) -> Field:
        types = self._types
        made_up = bool(extra(model, property, "x-made-up-if-absent"))
        reader = Reader(
            types, str(property.python_name).strip("_"), f"{place}/properties/{wire_name(property)}", module.tables
        )
        read = reader.read([property], "value")
        inside = None
        if (
            types.is_model(property)
            and property.class_info.name in inner
            and property.class_info.name != model.class_info.name
        ):
            inside = self._class(module, types.models[property.class_info.name], inner, place)
        type_ = types.reply(property)
        return Field(
            name=wire_name(property),
            attribute=attribute(property),
            type=type_,
            argument=types.param(property) if str(model.class_info.name) in self.sent else type_,
            default=default(property),
            made_up=made_up,
            doc=field_doc(model, property),
            key=python_name(property),
            read=read,
            inner=inside,
        )

    def also_named(self) -> dict[str, str]:
        """Further names of classes: as members of unions that have a name, and those that the contract gives."""
        names: dict[str, str] = {}
        for union, alternatives in self._types.unions.items():
            objects = [each for each in alternatives if self._types.is_model(each)]
            if len(objects) > 1:
                _, tags = self._types.tag(objects, union)
                names |= {str(ClassName(tag, "")) + union: name for tag, name in tags.items() if tag}
        for name, model in self._types.models.items():
            names |= dict.fromkeys(self._types.extras(model).get("x-also-named", ()), str(name))
        return {name: to for name, to in names.items() if name not in self.places}

    def imports(self, types: Iterator[str], own: str | None = None) -> list[str]:
        """The names in types that stand in models/, as imports from there."""
        words = set(re.findall(r"\w+", " ".join(types)))
        return sorted(
            f"{self.places[word]} import {word}" for word in words if self.places.get(word) not in (None, own)
        )


def extra(model: ModelProperty, property: Property, keyword: str) -> Any:
    schema = (model.data.properties or {}).get(property.name)
    return (getattr(schema, "model_extra", None) or {}).get(keyword)


def default(property: Property) -> str | None:
    if not property.required:
        return "None"
    return repr(const_value(property)) if isinstance(property, ConstProperty) else None


def field_doc(model: ModelProperty, property: Property) -> str:
    schema = (model.data.properties or {}).get(property.name)
    text = plain(property.description.get_untrusted_value()) if property.description else ""
    return wrap(("Deprecated. " if getattr(schema, "deprecated", False) else "") + text)
