"""The commands that print JSON lines."""

import io

import pytest


def test_embed_prints_a_line_for_each_text(run, api):
    done = run("embed", "a cat", "é", "-o", "output_dimension=256", "-o", 'embedding_types=["float","int8"]')
    assert done.status == 0
    assert [(line["index"], line["text"]) for line in done.lines] == [(0, "a cat"), (1, "é")]
    assert {kind: len(vector) for kind, vector in done.lines[1]["embeddings"].items()} == {"float": 256, "int8": 256}
    assert "é" in done.out
    body = api.requests[0].body
    assert (body["model"], body["input_type"]) == ("embed-v4.0", "search_document")


def test_embed_reads_lines_and_takes_a_model_and_a_purpose(run, api):
    done = run("embed", "-m", "embed-english-v3.0", "--input-type", "clustering", piped="\ufeffone\n\ntwo\n")
    assert [line["text"] for line in done.lines] == ["one", "two"]
    body = api.requests[0].body
    assert (body["model"], body["input_type"]) == ("embed-english-v3.0", "clustering")


def test_lines_end_with_a_line_feed_or_crlf_and_nothing_else(run, api):
    piped = "a cat\r\na \u2028 dog\n\r\nlast\r"
    texts = ["a cat", "a \u2028 dog", "last\r"]
    assert [line["text"] for line in run("embed", piped=piped).lines] == texts
    assert sorted(line["document"] for line in run("rerank", "cats", piped=piped).lines) == sorted(texts)
    (whole,) = run("tokenize", piped=piped).lines
    assert whole["text"] == piped


def test_rerank_prints_documents_with_the_best_first(run, api):
    done = run("rerank", "cats", "-o", "top_n=2", piped="dogs bark\ncats\ncats and dogs\n")
    assert [(line["index"], line["document"]) for line in done.lines] == [(1, "cats"), (2, "cats and dogs")]
    assert done.lines[0]["relevance_score"] > done.lines[1]["relevance_score"]
    assert [line["index"] for line in run("rerank", "cats", "dogs", "cats").lines] == [1, 0]


def test_models_are_listed_or_one_is_shown(run, api):
    listed = run("models", "-o", "endpoint=embed").lines
    assert {line["endpoints"][0] for line in listed} == {"embed"}
    assert run("models", listed[0]["name"]).lines == [listed[0]]


def test_tokenize_prints_tokens_and_takes_the_model_from_the_environment(run, api, monkeypatch):
    assert [line["text"] for line in run("tokenize", "one", "two").lines] == ["one", "two"]
    monkeypatch.setenv("CO_MODEL", "command-r-08-2024")
    (line,) = run("tokenize", piped="hello\nworld").lines
    assert "".join(line["token_strings"]) == line["text"] == "hello\nworld"
    assert len(line["tokens"]) == len(line["token_strings"])
    assert [request.body["model"] for request in api.requests] == [*["command-a-plus-05-2026"] * 2, "command-r-08-2024"]


def test_datasets_are_listed_or_one_is_shown(run, api):
    import cohere_chat

    assert run("datasets").lines == []
    with cohere_chat.ClientV2() as co:
        made = co.datasets.create(name="mine", type="embed-input", data=("a.csv", io.BytesIO(b"text\nhello\n")))
    (listed,) = run("datasets", "-o", "validation_status=validated").lines
    assert listed["id"] == made.id
    assert run("datasets", made.id).lines == [listed]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["embed"], "cohere-chat embed: no text: give one as an argument, or on standard input\n"),
        (["rerank", "cats"], "cohere-chat rerank: no document: give one as an argument, or on standard input\n"),
        (["tokenize"], "cohere-chat tokenize: no text: give one as an argument, or on standard input\n"),
        (["embed", "a", "-o", "seed=1"], "cohere-chat embed: -o seed=1: there is no parameter 'seed'; known are"),
        (["rerank", "a", "b", "-o", "query=c"], "cohere-chat rerank: -o query=c: the first argument sets query\n"),
        (["models", "-o", "page=1"], "cohere-chat models: -o page=1: there is no parameter 'page'; did you mean"),
        (["models", "a", "b"], "cohere-chat models: Unused Tokens: ['b']."),
        (["models", "nope"], "cohere-chat models: 404: "),
    ],
)
def test_errors_are_one_line_and_status_1(run, api, words, told):
    done = run(*words)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(told)
    assert done.err.count("\n") == 1
