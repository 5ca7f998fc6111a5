"""Tokenize, detokenize and the models."""

import pytest
from cohere_chat.emulator import Emulator
from cohere_chat.emulator._contract import operations
from cohere_chat.emulator._models import _LISTED
from cohere_chat.emulator._tokens import text_of, tokens_of
from emulator_samples import ask, body
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(st.characters(), max_size=200))
def test_tokens_of_any_text_give_it_again(text):
    tokens, pieces = tokens_of(text)
    assert text_of(tokens) == text == "".join(pieces)
    assert all(0 < token < 2**31 for token in tokens)


@given(st.lists(st.integers()))
def test_tokens_of_another_tokenizer_give_some_text(tokens):
    assert isinstance(text_of(tokens), str)


def test_tokenize_and_detokenize_over_the_wire(cohere_emulator):
    text = "Grüße, 世界 🐧\n\0"
    tokens = ask(cohere_emulator, "v1_tokenize", json={"text": text, "model": "command-r"})
    assert "".join(tokens["token_strings"]) == text
    assert len(tokens["tokens"]) == len(tokens["token_strings"])
    back = ask(cohere_emulator, "v1_detokenize", json={"tokens": tokens["tokens"], "model": "embed-v4.0"})
    assert back["text"] == text


def test_models_are_listed_in_pages(cohere_emulator):
    names = []
    page = {"next_page_token": None}
    while "next_page_token" in page:
        page = ask(cohere_emulator, "models_list", params={"page_size": 5, "page_token": page["next_page_token"]})
        assert len(page["models"]) <= 5
        names += [model["name"] for model in page["models"]]
    assert names == list(_LISTED)


def test_models_are_listed_by_endpoint_and_default(cohere_emulator):
    listed = ask(cohere_emulator, "models_list", params={"endpoint": "embed"})["models"]
    assert {model["name"].partition("-")[0] for model in listed} == {"embed"}
    [default] = ask(cohere_emulator, "models_list", params={"endpoint": "embed", "default_only": "true"})["models"]
    assert default["name"] == "embed-v4.0"


@pytest.mark.parametrize("name", [*_LISTED, "command-a-12-2029"])
def test_a_model_of_a_known_form_can_be_got(cohere_emulator, name):
    assert ask(cohere_emulator, "models_get", name)["name"] == name


def test_models_that_are_made_known_are_there_for_every_operation():
    emulator = Emulator(models=["mine"])
    with emulator:
        assert ask(emulator, "models_get", "mine")["finetuned"] is False
        assert "mine" in [model["name"] for model in ask(emulator, "models_list")["models"]]
        ask(emulator, "v2_chat", json=body() | {"model": "mine"})
        ask(emulator, "v2_embed", json={"model": "mine", "input_type": "clustering", "texts": ["a"]})


def test_the_endpoints_of_models_are_those_of_the_contract(cohere_emulator):
    known = operations()["models_list"].parameters["endpoint"]
    assert known["in"] == "query"
    for model in ask(cohere_emulator, "models_list", params={"page_size": 100})["models"]:
        assert set(model["default_endpoints"]) <= set(model["endpoints"])
