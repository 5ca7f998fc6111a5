"""Embeddings, rerank and classify: what shares words is near."""

import base64
import math
import struct

import pytest
from cohere_chat.emulator._nearness import bag_of, nearness, vector_of
from emulator_samples import IMAGE, MODEL, ask
from hypothesis import given
from hypothesis import strategies as st

LIBRARY = [
    "Penguins are flightless birds that live almost exclusively in Antarctica.",
    "The Eiffel Tower is a wrought-iron tower in Paris, 330 metres tall.",
    "Photosynthesis turns sunlight, water and carbon dioxide into sugar.",
    "The stock market fell after the central bank raised interest rates.",
    "Sourdough bread rises with wild yeast and needs a long fermentation.",
    "The Python language was created by Guido van Rossum in 1991.",
    "Mount Everest is the highest mountain above sea level.",
    "A violin has four strings that are tuned in fifths.",
    "The Great Wall of China is more than 20,000 kilometres long.",
    "Volcanoes erupt when magma reaches the surface of the earth.",
    "The heart pumps blood through the circulatory system.",
    "Electric cars store energy in lithium-ion batteries.",
    "Shakespeare wrote Hamlet around the year 1600.",
    "Bees pollinate a third of the crops that we eat.",
    "The Amazon river carries more water than any other.",
    "Chess is played on a board of sixty-four squares.",
    "Vaccines train the immune system to recognise a virus.",
    "Neptune is the planet farthest from the sun.",
    "Olive oil is pressed from the fruit of the olive tree.",
    "The Titanic sank in 1912 after it hit an iceberg.",
]
QUESTIONS = {
    "Where do penguins live?": 0,
    "How tall is the Eiffel Tower?": 1,
    "Who created the Python language?": 5,
    "What are the highest mountains?": 6,
    "How is a violin tuned?": 7,
    "What do batteries of electric cars store?": 11,
    "When did the Titanic sink, and which iceberg did it hit?": 19,
}
V2 = {"model": "embed-v4.0", "input_type": "search_document"}
V3 = {"model": "embed-english-v3.0", "input_type": "search_query"}


def dot(one, other):
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("question", QUESTIONS)
def test_embed_rerank_and_chat_find_the_right_document_of_twenty(cohere_emulator, question):
    right = QUESTIONS[question]
    documents = ask(cohere_emulator, "v2_embed", json=V2 | {"texts": LIBRARY})["embeddings"]["float"]
    asked = V2 | {"input_type": "search_query", "texts": [question]}
    [query] = ask(cohere_emulator, "v2_embed", json=asked)["embeddings"]["float"]
    assert max(range(20), key=lambda index: dot(query, documents[index])) == right
    reranked = {"model": "rerank-v4.0-pro", "query": question, "documents": LIBRARY, "top_n": 1}
    assert ask(cohere_emulator, "v2_rerank", json=reranked)["results"][0]["index"] == right
    chat = {"model": MODEL, "messages": [{"role": "user", "content": question}], "documents": [LIBRARY[right]]}
    assert LIBRARY[right][:40] in ask(cohere_emulator, "v2_chat", json=chat)["message"]["content"][0]["text"]


@given(st.text(), st.sampled_from([256, 384, 1024]))
def test_a_vector_has_the_length_one_and_is_the_same_for_the_same_text(text, dimension):
    vector = vector_of(bag_of(text), dimension)
    assert len(vector) == dimension
    assert dot(vector, vector) == pytest.approx(1, abs=1e-5)
    assert vector == vector_of(bag_of(text), dimension)


@given(st.text(), st.text())
def test_nearness_is_a_cosine(one, other):
    assert 0 <= nearness(bag_of(one), bag_of(other)) <= 1.0000001
    assert nearness(bag_of(one), bag_of(one)) == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other"),
    [("penguin", "Penguins!"), ("walking", "walked"), ("東京都の天気", "東京都"), ("Wölfe", "Wölfen")],
)
def test_forms_of_a_word_are_near(one, other):
    assert nearness(bag_of(one), bag_of(other)) > 0.5
    assert dot(vector_of(bag_of(one), 1024), vector_of(bag_of(other), 1024)) > 0.4


def test_every_type_of_embedding_tells_the_same_vector(cohere_emulator):
    kinds = ["float", "int8", "uint8", "binary", "ubinary", "base64"]
    reply = ask(cohere_emulator, "v2_embed", json=V2 | {"texts": ["a ship"], "embedding_types": kinds})
    [vector], [int8], [uint8], [binary], [ubinary], [text] = (reply["embeddings"][kind] for kind in kinds)
    assert len(vector) == len(int8) == len(uint8) == 8 * len(binary) == 8 * len(ubinary) == 1536
    assert max(map(abs, int8)) == 127
    assert [byte - 128 for byte in uint8] == int8
    assert [byte + 128 for byte in binary] == ubinary
    bits = "".join(f"{byte:08b}" for byte in ubinary)
    assert [bit == "1" for bit in bits] == [value > 0 for value in vector]
    assert struct.unpack("<1536f", base64.b64decode(text)) == pytest.approx(vector, abs=1e-7)
    assert reply["meta"]["billed_units"] == {"input_tokens": 2}
    assert reply["texts"] == ["a ship"]


@pytest.mark.parametrize(
    ("more", "dimension"),
    [
        ({"model": "embed-v4.0"}, 1536),
        ({"model": "embed-v4.0", "output_dimension": 256}, 256),
        ({"model": "embed-english-v3.0"}, 1024),
        ({"model": "embed-multilingual-light-v3.0"}, 384),
        ({"model": "embed-multilingual-v2.0"}, 768),
        ({"model": "embed-english-light-v2.0"}, 1024),
    ],
)
def test_a_vector_has_the_models_dimension(cohere_emulator, more, dimension):
    asked = {"input_type": "clustering", "texts": ["a"], **more}
    [vector] = ask(cohere_emulator, "v2_embed", json=asked)["embeddings"]["float"]
    assert len(vector) == dimension


def test_images_are_near_to_themselves_and_described(cohere_emulator):
    png = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", 640, 480, 8, 6, 0, 0, 0)).decode()
    images = [f"data:image/png;base64,{png}", IMAGE]
    reply = ask(cohere_emulator, "v2_embed", json=V2 | {"input_type": "image", "images": images})
    one, other = reply["embeddings"]["float"]
    assert abs(dot(one, other)) < 0.2
    assert reply["images"][0] == {"width": 640, "height": 480, "format": "png", "bit_depth": 8}
    assert reply["meta"]["billed_units"] == {"images": 2}
    mixed = [{"content": [{"type": "text", "text": "ship"}, {"type": "image_url", "image_url": {"url": images[0]}}]}]
    [both] = ask(cohere_emulator, "v2_embed", json=V2 | {"inputs": mixed})["embeddings"]["float"]
    assert dot(both, one) > 0.5


def test_version_1_gives_plain_vectors_or_those_of_the_types_asked_for(cohere_emulator):
    plain = ask(cohere_emulator, "v1_embed", json={"texts": ["a ship"]})
    assert plain["response_type"] == "embeddings_floats"
    assert len(plain["embeddings"][0]) == 4096
    typed = ask(cohere_emulator, "v1_embed", json=V3 | {"texts": ["a ship"], "embedding_types": ["int8"]})
    assert typed["response_type"] == "embeddings_by_type"
    assert list(typed["embeddings"]) == ["int8"]


@pytest.mark.parametrize(
    ("name", "more", "status", "told"),
    [
        ("v2_embed", {"texts": ["a"] * 97}, 400, "texts: must have at most 96 items"),
        ("v1_embed", {"texts": ["a"] * 97}, 400, "texts: must have at most 96 items"),
        ("v2_embed", {}, 400, "give one of texts, images and inputs"),
        ("v2_embed", {"texts": ["a"], "images": [IMAGE]}, 400, "give one of"),
        ("v2_embed", {"images": ["a.png"]}, 400, "images[0]: must be an http(s) URL"),
        ("v2_embed", {"texts": ["a"], "model": "command-r"}, 404, "model 'command-r' not found"),
        ("v2_embed", {"texts": ["a"], "embedding_types": ["float16"]}, 400, "embedding_types[0]: must be one of float"),
        ("v2_embed", {"texts": ["word " * 600], "truncate": "NONE"}, 400, "too many tokens: 601, at most 512"),
    ],
)
def test_what_cannot_be_embedded_is_refused(cohere_emulator, name, more, status, told):
    assert told in ask(cohere_emulator, name, status=status, json=V3 | more)


def test_a_dimension_that_the_model_does_not_have_is_refused(cohere_emulator):
    asked = V3 | {"texts": ["a"], "output_dimension": 256}
    assert "no 256 dimensions" in ask(cohere_emulator, "v2_embed", status=400, json=asked)


def test_version_1_wants_an_input_type_for_newer_models(cohere_emulator):
    asked = {"model": "embed-english-v3.0", "texts": ["a"]}
    assert "input_type" in ask(cohere_emulator, "v1_embed", status=400, json=asked)


@pytest.mark.parametrize(("truncate", "kept"), [("START", "last"), ("END", "first")])
def test_a_long_text_is_cut_where_truncate_says(cohere_emulator, truncate, kept):
    texts = ["first " * 600 + "last " * 600, kept]
    reply = ask(cohere_emulator, "v2_embed", json=V3 | {"texts": texts, "truncate": truncate})
    one, other = reply["embeddings"]["float"]
    assert dot(one, other) > 0.99
    assert reply["meta"]["billed_units"]["input_tokens"] == 513


def test_rerank_sorts_and_returns_what_is_asked_for(cohere_emulator):
    documents = ["Cars need fuel.", {"text": "Penguins live in Antarctica.", "page": "7"}, "Penguins eat fish."]
    asked = {"query": "Where do penguins live?", "documents": documents, "return_documents": True, "top_n": 2}
    results = ask(cohere_emulator, "v1_rerank", json=asked)["results"]
    assert [result["index"] for result in results] == [1, 2]
    assert [result["document"] for result in results] == [documents[1], {"text": documents[2]}]
    assert 1 > results[0]["relevance_score"] > results[1]["relevance_score"] > 0
    whole = ask(cohere_emulator, "v1_rerank", json={"query": "fuel", "documents": documents})["results"]
    assert [result["index"] for result in whole] == [0, 1, 2]
    assert "document" not in whole[0]
    untitled = {"query": "cars", "documents": [{"title": "cars"}], "return_documents": True}
    [result] = ask(cohere_emulator, "v1_rerank", json=untitled)["results"]
    assert result["document"] == {"title": "cars", "text": "cars"}


def test_rerank_looks_at_the_fields_that_are_named(cohere_emulator):
    documents = [{"title": "fish", "body": "cars"}, {"title": "cars", "body": "fish"}]
    for field, first in (("title", 0), ("body", 1)):
        asked = {"query": "fish", "documents": documents, "rank_fields": [field]}
        assert ask(cohere_emulator, "v1_rerank", json=asked)["results"][0]["index"] == first


def test_texts_are_classified_by_the_nearest_example(cohere_emulator):
    examples = {"weather": ["It rains today", "The sun shines"], "sport": ["We won the match", "A goal was scored"]}
    given = [{"text": text, "label": label} for label, texts in examples.items() for text in texts]
    asked = {"inputs": ["Will the sun shine tomorrow?", "What a goal!"], "examples": given}
    one, other = ask(cohere_emulator, "v1_classify", json=asked)["classifications"]
    assert (one["prediction"], other["prediction"]) == ("weather", "sport")
    assert one["confidence"] == max(label["confidence"] for label in one["labels"].values()) > 0.5
    assert sum(label["confidence"] for label in one["labels"].values()) == pytest.approx(1, abs=1e-5)
