"""A program for the official SDK that calls every operation: prints what it gets as JSON lines; the URL is given."""

import asyncio
import io
import json
import sys

import cohere
from cohere.batches import Batch
from cohere.finetuning import BaseModel, FinetunedModel, Settings

MESSAGE = {"message": "Hello!", "model": "m"}
CHAT = {"model": "m", "messages": [{"role": "user", "content": "Hello!"}]}
BATCH = Batch(name="n", input_dataset_id="d", model="m")
TUNED = FinetunedModel(name="n", settings=Settings(base_model=BaseModel(base_type="BASE_TYPE_CHAT"), dataset_id="d"))
TOOL = cohere.Tool(
    name="t", description="d", parameter_definitions={"a": cohere.ToolParameterDefinitionsValue(type="str")}
)
HISTORY = [
    cohere.UserMessage(message="a"),
    cohere.ChatbotMessage(message="b", tool_calls=[cohere.ToolCall(name="t", parameters={"a": 1})]),
    {"role": "SYSTEM", "message": "c"},
]
RESULT = cohere.ToolResult(call=cohere.ToolCall(name="t", parameters={"a": 1}), outputs=[{"b": 2}])

TEXTS = [f"text {number}" for number in range(200)]
PAGE = "data:image/png;base64,iVBORw0KGgo="

# Both versions' clients have these: the method, and its arguments.
SHARED = [
    ("generate", [], {"prompt": "p", "model": "m", "num_generations": 2}),
    ("classify", [], {"inputs": ["a"], "examples": [cohere.ClassifyExample(text="a", label="b")]}),
    ("summarize", [], {"text": "t", "length": "short"}),
    ("tokenize", [], {"text": "t", "model": "m", "offline": False}),
    ("detokenize", [], {"tokens": [1, 2], "model": "m", "offline": False}),
    ("models.list", [], {"page_size": 2, "endpoint": "chat", "default_only": True, "page_token": "a b"}),
    ("models.get", ["command a"], {}),
    # The official SDK has this one raw only.
    ("with_raw_response.check_api_key", [], {}),
    ("datasets.list", [], {"dataset_type": "embed-input", "limit": 2, "offset": 1, "validation_status": "validated"}),
    ("datasets.get_usage", [], {}),
    ("datasets.get", ["d"], {}),
    ("datasets.delete", ["d"], {}),
    ("embed_jobs.create", [], {"model": "m", "dataset_id": "d", "input_type": "search_document", "name": "n"}),
    ("embed_jobs.list", [], {}),
    ("embed_jobs.get", ["j"], {}),
    ("embed_jobs.cancel", ["j"], {}),
    ("batches.create", [], {"request": BATCH}),
    ("batches.list", [], {"page_size": 2, "order_by": "created_at"}),
    ("batches.retrieve", ["b"], {}),
    ("batches.cancel", ["b"], {}),
    ("connectors.list", [], {"limit": 2, "offset": 0}),
    ("connectors.create", [], {"name": "n", "url": "https://a", "excludes": ["b"], "active": False}),
    ("connectors.get", ["c"], {}),
    ("connectors.update", ["c"], {"name": "n"}),
    ("connectors.update", ["c"], {}),
    ("connectors.delete", ["c"], {}),
    ("connectors.o_auth_authorize", ["c"], {"after_token_redirect": "https://a/b?c=d"}),
    ("finetuning.list_finetuned_models", [], {"page_size": 2}),
    ("finetuning.create_finetuned_model", [], {"request": TUNED}),
    ("finetuning.get_finetuned_model", ["f"], {}),
    ("finetuning.update_finetuned_model", ["f"], {"name": "n", "settings": TUNED.settings}),
    ("finetuning.delete_finetuned_model", ["f"], {}),
    ("finetuning.list_events", ["f"], {"page_size": 2, "order_by": "created_at"}),
    ("finetuning.list_training_step_metrics", ["f"], {"page_token": "t"}),
]
# Streams end in _stream. Options stand for a call each.
OPTIONS = {"additional_headers": {"X-Client-Name": "o"}, "additional_query_parameters": {"a": ["b", "c"], "d": True}}
FIRST = [
    ("chat", [], {**MESSAGE, "chat_history": HISTORY, "tools": [TOOL], "tool_results": [RESULT], "temperature": 0.5}),
    ("chat", [], {**MESSAGE, "accepts": "text/event-stream", "documents": [{"title": "a"}], "k": 1}),
    ("chat", [], {**MESSAGE, "connectors": [cohere.ChatConnector(id="web-search")]}),
    ("chat", [], {**MESSAGE, "response_format": cohere.JsonObjectResponseFormat(schema={"type": "object"})}),
    ("chat_stream", [], MESSAGE),
    ("generate_stream", [], {"prompt": "p"}),
    ("embed", [], {"texts": ["a", "b"], "model": "m", "input_type": "search_query"}),
    ("embed", [], {"texts": ["a"], "model": "m", "batching": False}),
    # More than a request holds.
    ("embed", [], {"texts": TEXTS, "model": "m", "input_type": "search_query"}),
    ("embed", [], {"texts": TEXTS, "model": "m", "input_type": "search_query", "embedding_types": ["float", "int8"]}),
    ("rerank", [], {"query": "q", "documents": ["a", {"text": "b"}], "top_n": 1, "return_documents": True}),
    (
        "rerank",
        [],
        {"query": "q", "documents": ["a"], "model": "m", "rank_fields": ["text"], "request_options": OPTIONS},
    ),
    *SHARED,
]
SECOND = [
    ("chat", [], CHAT),
    ("chat_stream", [], CHAT),
    ("embed", [], {"model": "m", "input_type": "search_query", "texts": ["a"], "embedding_types": ["float", "int8"]}),
    ("embed", [], {"model": "m", "input_type": "image", "images": ["data:image/png;base64,"]}),
    ("rerank", [], {"model": "m", "query": "q", "documents": ["a", "b"], "top_n": 1}),
    # More than a request may hold: the official SDK sends it nevertheless.
    ("embed", [], {"model": "m", "input_type": "search_query", "texts": TEXTS, "embedding_types": ["int8"]}),
    ("parse", [], {"model": "m", "document": cohere.ParseDocument(image_url=PAGE)}),
    ("parse", [], {"model": "m", "document": {"type": "image_url", "image_url": PAGE}, "output_format": "blocks"}),
    *SHARED,
]
FILE = b'{"text": "a"}\n'


def uploads() -> list:
    """Each for one call, since a file is read once."""
    named = io.BytesIO(FILE)
    named.name = "/somewhere/data.jsonl"
    create = {"name": "n", "type": "embed-input", "keep_fields": ["a", "b"], "optional_fields": "c"}
    return [
        (
            "datasets.create",
            [],
            {**create, "data": ("d.jsonl", FILE, "application/jsonl"), "skip_malformed_input": True},
        ),
        ("datasets.create", [], {**create, "data": named, "eval_data": ("e.csv", b"a,b")}),
        ("datasets.create", [], {**create, "data": FILE, "csv_delimiter": ";"}),
        (
            "audio.transcriptions.create",
            [],
            {"model": "m", "language": "en", "file": ("a.wav", b"RIFF"), "temperature": 0.5},
        ),
    ]


def found(client: object, path: str) -> object:
    for name in path.split("."):
        client = getattr(client, name)
    return client


def plain(value: object) -> object:
    """What JSON knows, without what is absent or empty; of a raw response, its data."""
    if type(value).__name__.endswith("HttpResponse"):
        value = value.data
    if hasattr(value, "model_dump_json"):
        value = json.loads(value.model_dump_json())
    if isinstance(value, list):
        return [plain(item) for item in value]
    return (
        {name: plain(item) for name, item in value.items() if item not in (None, [])}
        if isinstance(value, dict)
        else value
    )


def show(*what: object) -> None:
    print(json.dumps(what))


def synchronous(client: object, calls: list) -> None:
    for path, arguments, named in calls:
        result = found(client, path)(*arguments, **named)
        show(path, plain(list(result) if path.endswith("_stream") else result))
        own = {"offline", "batching"} & set(named) or named.get("texts") == TEXTS or path.startswith("with_raw")
        if not path.endswith("_stream") and not own:
            group, _, method = path.rpartition(".")
            holder = found(client, group) if group else client
            if "data" in named or "file" in named:
                continue
            raw = getattr(holder.with_raw_response, method)(*arguments, **named)
            show("raw", path, plain(raw.data), raw.headers["content-type"])


async def asynchronous(client: object, calls: list) -> None:
    for path, arguments, named in calls:
        if path.endswith("_stream"):
            show(path, plain([event async for event in found(client, path)(*arguments, **named)]))
        else:
            show(path, plain(await found(client, path)(*arguments, **named)))


def main() -> None:
    options = {"base_url": sys.argv[1], "client_name": "whole", "log_warning_experimental_features": False}
    synchronous(cohere.Client("secret", **options), FIRST + uploads())
    synchronous(cohere.ClientV2("secret", **options), SECOND + uploads())
    asyncio.run(asynchronous(cohere.AsyncClient("secret", **options), FIRST + uploads()))
    asyncio.run(asynchronous(cohere.AsyncClientV2("secret", **options), SECOND + uploads()))
    first = cohere.Client("secret", **options)
    show("v2", plain(first.v2.rerank(model="m", query="q", documents=["a"])))


main()
