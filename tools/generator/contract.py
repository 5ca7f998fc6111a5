"""The contract as openapi-python-client's parser reads it, and beside it what that parser drops."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, Final

from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import ClassName
from pydantic import BaseModel

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PARSER_REMEDY: Final = "say it in a way that openapi-python-client reads"
Json = dict[str, Any]


class Refusal(Exception):
    """Something that cannot be generated.

    Args:
        place: Where it is in the contract: a JSON pointer as a URI fragment.
        problem: What is wrong.
        remedy: What to do about it.
    """

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")


def pointer(*tokens: object) -> str:
    """The place in the contract that these keys lead to, as a URI fragment (RFC 6901)."""
    return "#" + "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


class Contract:
    """A contract.

    Attributes:
        raw: The document.
        data: What the parser made of it.
        models: The parser's classes by name. Inside unions and lists it leaves unfinished copies of them.
        refusals: What the parser could not read, a line each.
    """

    def __init__(self, raw: Json, config: Config) -> None:
        self.raw = raw
        parsed = GeneratorData.from_dict(self._with_named_unions(), config=config)
        if isinstance(parsed, GeneratorError):
            raise Refusal("#", " ".join(f"{parsed.header}: {parsed.detail}".split()), "make it valid OpenAPI 3.1")
        if not raw.get("servers"):
            raise Refusal("#/servers", "there is no server", "give the url of one")
        self.data = parsed
        self.models: dict[str, ModelProperty] = {model.class_info.name: model for model in parsed.models}
        collections = parsed.endpoint_collections_by_tag.values()
        errors = [*parsed.errors, *(error for collection in collections for error in collection.parse_errors)]
        # Of an object that cannot be read, those that refer to it tell as well.
        causes = [error for error in errors if "Could not find reference" not in (error.detail or "")]
        self.refusals = [self._refusal(error) for error in causes or errors]

    def _with_named_unions(self) -> Json:
        """The parser keeps `example`, which nothing reads, but not the name of a union: let the one carry the other."""
        raw = copy.deepcopy(self.raw)
        for name, schema in self.schemas(raw).items():
            if "oneOf" in schema or "anyOf" in schema:
                schema["example"] = ClassName(name, "")
        return raw

    def _refusal(self, error: ParseError) -> str:
        place = self.place(error.data) if isinstance(error.data, BaseModel) else "#"
        told = " ".join(f"{error.header or ''} {error.detail or ''}".partition("Failure to process")[0].split())
        told = re.sub(r"<openapi_python_client\S* object at \w+>", "one", told)
        remedy = "say under `items` what is in it" if "must have items" in told else PARSER_REMEDY
        return str(Refusal(place, told, remedy))

    def place(self, data: BaseModel) -> str:
        """Where the document has what the parser read as this."""
        said = data.model_dump(mode="json", by_alias=True, exclude_unset=True)
        found = (pointer(*at) for at, value in _walk(self.raw, ()) if value == said)
        return next(found, f"# (what has {', '.join(list(said.get('properties', said))[:3])})")

    @staticmethod
    def schemas(raw: Json) -> dict[str, Json]:
        schemas: dict[str, Json] = raw.get("components", {}).get("schemas", {})
        return schemas

    def properties(self, model: Any) -> Iterator[tuple[Any, Json]]:
        """The properties of a class, required ones first, each with what the document says of it."""
        model = self.models[model.class_info.name]
        for property in [*(model.required_properties or ()), *(model.optional_properties or ())]:
            schema = (model.data.properties or {}).get(property.name)
            said: Json = schema.model_dump(mode="json", by_alias=True, exclude_unset=True) if schema else {}
            yield property, self.resolve(said)

    def resolve(self, node: Json) -> Json:
        """Follow a reference to what it points at, and keep what is said beside it."""
        beside = {key: value for key, value in node.items() if key not in ("$ref", "allOf")}
        while "$ref" in node or len(node.get("allOf", ())) == 1:
            target: Any = self.raw
            for token in node.get("$ref", "").removeprefix("#/").split("/") if "$ref" in node else ():
                if token not in target:
                    raise Refusal(node["$ref"], "there is no such thing", "mend what refers to it")
                target = target[token]
            node = target if "$ref" in node else node["allOf"][0]
        return {**node, **beside}

    def operations(self) -> Iterator[tuple[str, str, Json]]:
        """The path, the method and the object of each operation."""
        for path, item in self.raw["paths"].items():
            yield from ((path, method, item[method]) for method in METHODS if method in item)


def _walk(node: object, at: tuple[object, ...]) -> Iterator[tuple[tuple[object, ...], object]]:
    yield at, node
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from _walk(value, (*at, key))
