"""The commands that print JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

from cyclopts import Parameter

from cohere_chat.types import EmbedInputType

from ._options import read_options
from ._run import Emulator, Model, Options, chat_model, command, connect, read_required

EMBED_MODEL: Final = "embed-v4.0"
RERANK_MODEL: Final = "rerank-v4.0-pro"

# Parameters that -o does not set, and what sets them.
_EMBED_OPTIONS: Final = {
    "model": "-m",
    "input_type": "--input-type",
    **dict.fromkeys(("texts", "images", "inputs"), "an argument"),
}
_RERANK_OPTIONS: Final = {"model": "-m", "query": "the first argument", "documents": "an argument"}


@command
def embed(
    *texts: str,
    model: Model = None,
    input_type: Annotated[EmbedInputType, Parameter(name="--input-type")] = "search_document",
    options: Options = None,
    emulator: Emulator = False,
) -> None:
    """Print the embeddings of texts: a line of JSON for each, with index, text and embeddings by type.

    Args:
        texts: The texts. Without any, each line of standard input is one; blank lines are skipped.
        model: The model; by default embed-v4.0.
        input_type: What the embeddings are for.
        options: A parameter of embed as key=value, such as output_dimension=256; repeatable.
        emulator: Ask a local stand-in for the API, without a key.
    """
    with connect(emulator=emulator) as co:
        params: dict[str, Any] = {"model": model or EMBED_MODEL, **read_options(co.embed, options, _EMBED_OPTIONS)}
        inputs = _inputs("text", texts)
        reply = co.embed(input_type=input_type, texts=inputs, **params)
        by_type: dict[str, list[Any]] = reply.embeddings.to_dict()
        _print_lines(
            {"index": index, "text": text, "embeddings": {kind: vectors[index] for kind, vectors in by_type.items()}}
            for index, text in enumerate(inputs)
        )


@command
def rerank(
    query: str,
    *documents: str,
    model: Model = None,
    options: Options = None,
    emulator: Emulator = False,
) -> None:
    """Sort documents by how well they answer a query: a line of JSON for each, best first.

    Args:
        query: The query.
        documents: The documents. Without any, each line of standard input is one; blank lines are skipped.
        model: The model; by default rerank-v4.0-pro.
        options: A parameter of rerank as key=value, such as top_n=3; repeatable.
        emulator: Ask a local stand-in for the API, without a key.
    """
    with connect(emulator=emulator) as co:
        params: dict[str, Any] = {"model": model or RERANK_MODEL, **read_options(co.rerank, options, _RERANK_OPTIONS)}
        inputs = _inputs("document", documents)
        reply = co.rerank(query=query, documents=inputs, **params)
        _print_lines({**result.to_dict(), "document": inputs[result.index]} for result in reply.results)


@command
def tokenize(*texts: str, model: Model = None, emulator: Emulator = False) -> None:
    """Print the tokens of texts: a line of JSON for each, with text, tokens and token_strings.

    Args:
        texts: The texts. Without any, all of standard input is one text.
        model: The model whose tokens they are; by default CO_MODEL or command-a-plus-05-2026.
        emulator: Ask a local stand-in for the API, without a key.
    """
    with connect(emulator=emulator) as co:
        for text in texts or [read_required("text")]:
            reply = co.tokenize(text=text, model=chat_model(model))
            _print_lines([{"text": text, "tokens": reply.tokens, "token_strings": reply.token_strings}])


@command
def models(name: str | None = None, /, *, options: Options = None, emulator: Emulator = False) -> None:
    """Print the models: a line of JSON for each.

    Args:
        name: Print only this model.
        options: A parameter of the list as key=value, such as endpoint=embed; repeatable.
        emulator: Ask a local stand-in for the API, without a key.
    """
    with connect(emulator=emulator) as co:
        wanted = read_options(co.models.iterate, options, {})
        if name is None:
            _print_lines(model.to_dict() for model in co.models.iterate(**wanted))
        else:
            _print_lines([co.models.get(name).to_dict()])


@command
def datasets(dataset_id: str | None = None, /, *, options: Options = None, emulator: Emulator = False) -> None:
    """Print the datasets: a line of JSON for each.

    Args:
        dataset_id: Print only this dataset.
        options: A parameter of the list as key=value, such as validation_status=failed; repeatable.
        emulator: Ask a local stand-in for the API, without a key.
    """
    with connect(emulator=emulator) as co:
        wanted = read_options(co.datasets.iterate, options, {})
        if dataset_id is None:
            _print_lines(dataset.to_dict() for dataset in co.datasets.iterate(**wanted))
        else:
            _print_lines([co.datasets.get(dataset_id).dataset.to_dict()])


def _inputs(name: str, arguments: Iterable[str]) -> list[str]:
    """The arguments or, without any, the lines of standard input that are not blank."""
    return list(arguments) or [line for line in read_required(name).replace("\r\n", "\n").split("\n") if line.strip()]


def _print_lines(items: Iterable[Mapping[str, Any]]) -> None:
    for item in items:
        print(json.dumps(item, ensure_ascii=False))
