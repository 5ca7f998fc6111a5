"""Values that fit a JSON Schema."""

import random

import jsonschema
import pytest
from cohere_chat.emulator._json_schema import SchemaError, sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TREE = {
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "value": {"type": "integer"},
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
                "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
            },
            "required": ["value", "children", "next"],
        }
    },
    "$ref": "#/$defs/node",
}
SCHEMAS = {
    "anything": {},
    "true": True,
    "const": {"const": {"a": [1]}},
    "enum": {"enum": ["a", 2, None]},
    "tree": TREE,
    "anchor": {"$ref": "#here", "$defs": {"x": {"$anchor": "here", "type": "boolean"}}},
    "nullable": {"type": ["null", "string"]},
    "any of with base": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}},
        "anyOf": [
            {"properties": {"kind": {"const": "a"}, "a": {"type": "integer"}}, "required": ["a"]},
            {"properties": {"kind": {"const": "b"}, "b": {"type": "array"}}, "required": ["b"]},
        ],
    },
    "one of": {"oneOf": [{"type": "integer", "maximum": 5}, {"type": "integer", "minimum": 3}]},
    "two unions": {"allOf": [{"anyOf": [{"minimum": 3}, {"maximum": 1}]}, {"anyOf": [{"multipleOf": 2}]}]},
    "two references": {
        "allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}],
        "$defs": {
            "a": {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
            "b": {"properties": {"b": {"type": "string"}}, "required": ["b"]},
        },
    },
    "if": {
        "type": "object",
        "properties": {"land": {"enum": ["CA", "US"]}, "code": {"type": "string"}},
        "required": ["land", "code"],
        "if": {"properties": {"land": {"const": "CA"}}},
        "then": {"properties": {"code": {"pattern": "^[A-Z]\\d[A-Z]$"}}},
        "else": {"properties": {"code": {"pattern": "^\\d{5}$"}}},
    },
    "not": {"type": "integer", "minimum": 0, "maximum": 3, "not": {"const": 1}},
    "bounds": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001},
    "below": {"type": "integer", "maximum": -1000},
    "fraction steps": {"type": "number", "multipleOf": 0.25, "minimum": 0.1, "maximum": 0.6},
    "whole steps of a half": {"type": "integer", "multipleOf": 0.5, "minimum": 1},
    "lengths": {"type": "string", "minLength": 30, "maxLength": 31},
    "short": {"type": "string", "maxLength": 2},
    "empty text": {"type": "string", "maxLength": 0},
    "pattern": {"type": "string", "pattern": r"^(\d{3}-){2}\d{4}$"},
    "negated pattern": {"type": "string", "pattern": r"^[^\d\s]{4}\W$"},
    "unique": {"type": "array", "items": {"enum": [1, 2, 3]}, "uniqueItems": True, "minItems": 3},
    "tuple": {"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": False, "minItems": 2},
    "old tuple": {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "array",
        "items": [{"type": "integer"}, {"type": "string"}],
        "additionalItems": {"type": "null"},
        "minItems": 3,
    },
    "contains": {"type": "array", "contains": {"const": 7}, "minContains": 2, "items": {"type": "integer"}},
    "no items": {"type": "array", "maxItems": 0},
    "many": {"type": "array", "minItems": 200},
    "undescribed": {"type": "object", "required": ["a", "b"], "additionalProperties": {"type": "integer"}},
    "pattern names": {
        "type": "object",
        "minProperties": 2,
        "patternProperties": {"^x-[a-z]{3}$": {"type": "boolean"}},
        "additionalProperties": False,
    },
    "named": {"type": "object", "minProperties": 2, "propertyNames": {"pattern": "^[a-z]{5}$"}},
    "few": {
        "type": "object",
        "maxProperties": 1,
        "properties": {"a": {}, "b": {}, "c": {}},
        "required": ["b"],
    },
    "dependent": {
        "type": "object",
        "properties": {"card": {"type": "string"}, "address": {"type": "string"}},
        "required": ["card"],
        "dependentRequired": {"card": ["address"]},
    },
}
FORMATS = [
    *("date", "time", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference"),
    *("uuid", "json-pointer", "relative-json-pointer", "regex", "iri", "idn-email", "uri-template"),
]


@pytest.mark.parametrize("name", SCHEMAS)
def test_values_fit_their_schema(name):
    for seed in range(5):
        jsonschema.validate(sample(SCHEMAS[name], rng=random.Random(seed)), SCHEMAS[name])


@pytest.mark.parametrize("name", FORMATS)
def test_texts_have_the_format_asked_for(name):
    schema = {"type": "string", "format": name}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    for seed in range(20):
        jsonschema.validate(sample(schema, rng=random.Random(seed)), schema, format_checker=checker)


leaves = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={"minLength": st.integers(0, 9), "maxLength": st.integers(9, 20), "pattern": st.just("^[a-d]+$")},
    ),
    st.fixed_dictionaries(
        {"type": st.just("integer")},
        optional={
            "minimum": st.integers(-90, 0),
            "maximum": st.integers(20, 90),
            "multipleOf": st.integers(1, 7),
        },
    ),
    st.fixed_dictionaries(
        {"type": st.just("number")},
        optional={"exclusiveMinimum": st.floats(-9, 0), "exclusiveMaximum": st.floats(0.5, 9)},
    ),
    st.sampled_from([{"type": "boolean"}, {"type": "null"}, {"enum": ["a", 1]}, {"const": "c"}, {}, True]),
)


def composed(inner):
    names = st.sampled_from(["a", "b", "c", "d"])
    return st.one_of(
        st.fixed_dictionaries(
            {"type": st.just("object"), "properties": st.dictionaries(names, inner, max_size=4)},
            optional={"required": st.lists(names, unique=True, max_size=2), "minProperties": st.integers(0, 3)},
        ),
        st.fixed_dictionaries(
            {"type": st.just("array"), "items": inner},
            optional={"minItems": st.integers(0, 3), "maxItems": st.integers(3, 5)},
        ),
        st.builds(lambda parts: {"anyOf": parts}, st.lists(inner, min_size=1, max_size=3)),
    )


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(schema=st.recursive(leaves, composed, max_leaves=12), seed=st.integers())
def test_any_schema_of_the_usual_words_has_a_value_that_fits(schema, seed):
    jsonschema.validate(sample(schema, rng=random.Random(seed)), schema)


@pytest.mark.parametrize("schema", [SCHEMAS["tree"], SCHEMAS["negated pattern"], SCHEMAS["any of with base"]])
def test_the_same_seed_gives_the_same_value(schema):
    assert sample(schema, rng=random.Random(3)) == sample(schema, rng=random.Random(3))


def test_given_words_stand_in_free_texts():
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    assert sample(schema, rng=random.Random(0), words=["Oslo"]) == {"city": "Oslo"}


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "thing"}, "not a valid JSON Schema"),
        ({"$ref": "#/$defs/none"}, "not in it"),
        ({"$ref": "https://example.com/schema.json"}, "not in it"),
        ({"type": "string", "pattern": "("}, "pattern"),
        (False, "no value that fits"),
        ({"enum": []}, "no value that fits"),
        ({"type": "integer", "minimum": 2, "maximum": 1}, "no value that fits"),
        ({"type": "integer", "minimum": 1e400}, "no value that fits"),
        ({"type": "string", "minLength": 10**9}, "no value that fits"),
        ({"type": "array", "minItems": 10**9}, "no value that fits"),
        ({"$ref": "#"}, "no value that fits"),
        (
            {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]},
            "no value that fits",
        ),
        ({"not": {}}, "no value that fits"),
    ],
)
def test_a_schema_without_a_value_is_refused_with_a_reason(schema, told):
    with pytest.raises(SchemaError, match=told):
        sample(schema, rng=random.Random(0))
