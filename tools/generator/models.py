"""The classes of models/, from which params.py and unions.py are made as well."""

from __future__ import annotations

import contextlib
import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.strings import ClassName

from generator.contract import Contract, Json, Refusal
from generator.text import plain, wrap
from generator.types import BUILTINS, Property, Reader, Types, annotation, attribute, class_name, const_value, wire_name


@dataclass(frozen=True)
class Field:
    """A field of a class.

    Attributes:
        name: Its name in JSON.
        attribute: Its name in Python.
        type: Its type where it was read.
        argument: Its type as an argument of the class.
        required: Whether it is always there; otherwise it can be None.
        default: The code of the value that a required field has where none is given, if there is one.
        made_up: Whether the class makes up a value where none is given.
        description: What the contract says of it.
        doc: Its line in the docstring of its class.
        key: A name for variables.
        read: The expression that makes it of the JSON value `value`.
        inner: Its class if it is filled on the spot.
    """

    name: str
    attribute: str
    type: str
    argument: str
    required: bool
    default: str | None
    made_up: bool
    description: str
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
    def hidden(self) -> list[Field]:
        """The fields whose names in JSON are those of types: attributes as well, as type checkers need be told."""
        return [each for each in self.fields if each.name in BUILTINS]

    @property
    def renamed(self) -> dict[str, str]:
        return {each.attribute: each.name for each in self.fields if each.attribute != each.name}


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
    def types(self) -> list[str]:
        """The types in its annotations."""
        return [type_ for each in self.classes for field in each.fields for type_ in (field.type, field.argument)]


class Models:
    """The classes of a contract.

    Attributes:
        modules: The modules of models/.
        places: The module of each name in them.
        classes: The classes by their names.
        sent: The classes that requests are made of, and so have a typed dictionary.
        refusals: What cannot be generated, a line each.
    """

    def __init__(self, contract: Contract, types: Types, sent: Iterable[Property]) -> None:
        self._contract = contract
        self._types = types
        self.modules: list[Module] = []
        self.places: dict[str, str] = {}
        self.classes: dict[str, Class] = {}
        self.sent: set[str] = set()
        self.refusals: list[str] = []
        for property in sent:
            self._reach(property)
        found = {class_name(each): each for each in [*contract.data.models, *contract.data.enums]}
        self._components = {str(ClassName(name, "")) for name in contract.schemas(contract.raw)}
        # What belongs to no component, such as the enum of a query parameter, has a module of its own.
        for name in dict.fromkeys([*(each for each in found if each in self._components), *found]):
            if name not in self.places:
                module = Module(str(found[name].class_info.module_name))
                self.modules.append(module)
                inside = [each for each in dict.fromkeys(self._inside(found[name])) if each not in self.places]
                self.places.update(dict.fromkeys(inside, module.name))
                for each in inside:
                    try:
                        self._add(module, found[each])
                    except Refusal as refusal:
                        self.refusals.append(str(refusal))

    def _reach(self, property: Property) -> None:
        """Note what a request is made of, however deep."""
        self._types.param(property)
        for each in self._types.inner(property):
            if self._types.is_model(each) and class_name(each) not in self.sent:
                self.sent.add(class_name(each))
                for field in self._types.fields(each):
                    self._reach(field)

    def _inside(self, property: Property) -> Iterator[str]:
        """The names of a class or enum and of those that the contract defines inside it."""
        yield class_name(property)
        if isinstance(property, ModelProperty):
            inner = self._types.fields(property) or [self._types.values(property)]
            for each in (each for member in inner for each in self._types.inner(member)):
                if class_name(each) not in self._components:
                    yield from self._inside(each)

    def _add(self, module: Module, property: Property) -> None:
        doc = wrap(plain(property.description))
        if isinstance(property, LiteralEnumProperty):
            values = ", ".join(map(repr, sorted(property.values)))
            module.aliases.append(Alias(class_name(property), f"Literal[{values}]", doc))
        elif self._types.is_map(property):
            module.aliases.append(Alias(class_name(property), "dict[str, Any]", doc))
        else:
            module.classes.append(self._class(module, property))

    def _class(self, module: Module, model: ModelProperty) -> Class:
        name = class_name(model)
        if name not in self.classes:
            fields = [self._field(module, model, *each) for each in self._contract.properties(model)]
            if len({each.attribute for each in fields}) < len(fields):
                place = self._contract.place(model.data)
                raise Refusal(place, "two properties have the same name in Python", "leave one out")
            doc = wrap(plain(model.description) or "See the class whose name this one begins with.")
            self.classes[name] = Class(name, doc, fields, (model.data.model_extra or {}).get("x-text-of"))
        return self.classes[name]

    def _field(self, module: Module, model: ModelProperty, property: Property, said: Json) -> Field:
        key = str(property.python_name).rstrip("_")
        reader = Reader(self._types, key, lambda: self._contract.place(model.data), module.tables)
        inner = None
        if self._types.is_model(property) and self._is_inside(module, property):
            inner = self._class(module, self._types.models[class_name(property)])
        argument = self._types.param if class_name(model) in self.sent else self._types.reply
        default = repr(const_value(property)) if isinstance(property, ConstProperty) else None
        description = plain(said.get("description")) or (f"Always {default}." if default else "")
        description = ("Deprecated. " if said.get("deprecated") else "") + description
        names = [wire_name(each) for each in self._types.fields(model)]
        return Field(
            name=wire_name(property),
            attribute=attribute(property),
            type=annotation(self._types.reply(property), names),
            argument=annotation(argument(property), names),
            required=property.required,
            default=default,
            made_up=bool(said.get("x-made-up-if-absent")),
            description=wrap(description),
            doc=wrap(f"{attribute(property)}: {description}", 104, "    ") if description else "",
            key=key,
            read=reader.read([property], "value"),
            inner=inner,
        )

    def _is_inside(self, module: Module, property: Property) -> bool:
        name = class_name(property)
        return name not in self._components and self.places[name] == module.name

    def also_named(self) -> dict[str, str]:
        """Further names of classes: as members of unions that have a name, and those that the contract gives."""
        names: dict[str, str] = {}
        for union, members in self._types.unions.items():
            # What is only sent need not be told apart.
            with contextlib.suppress(Refusal):
                _, tags = self._types.tag([each for each in members if self._types.is_model(each)], str)
                names |= {str(ClassName(tag, "")) + union: name for tag, name in tags.items()}
        for name, model in self._types.models.items():
            names |= dict.fromkeys((model.data.model_extra or {}).get("x-also-named", ()), name)
        return {name: to for name, to in names.items() if name not in self.places}

    def imports(self, types: Iterable[str], models: str, own: str | None = None) -> list[str]:
        """Import statements for the names in types, but for those of the module `own` of models/."""
        words = sorted(set(re.findall(r"\w+", " ".join(types))))
        places = [(word, self.places[word]) for word in words if word in self.places]
        found = [f"from {models}.{place} import {word}" for word, place in places if place != own]
        found += ["import builtins"] * ("builtins" in words)
        return found + ["from datetime import datetime"] * ("datetime" in words)

    def named_imports(self, types: Iterable[str]) -> list[str]:
        """Import statements for the typed dictionaries and unions in types."""
        words = sorted(set(re.findall(r"\w+", " ".join(types))))
        params = {f"{name}Param" for name in [*self.sent, *self._types.sent_unions]}
        found = [f"from ..params import {word}" for word in words if word in params]
        return found + [f"from ..unions import {word}" for word in words if word in self._types.unions]
