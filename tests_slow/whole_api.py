"""Every method of the official SDK once, sync and async: prints what each gave, as JSON.

Run in an environment with the SDK: ``python whole_api.py URL``.
"""

import asyncio
import inspect
import io
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

MODEL = "command-a-plus-05-2026"
TEXTS = ["Penguins live in Antarctica.", "Cars need fuel.", "Bread is baked in an oven."]
MESSAGES = [{"role": "user", "content": "Where do penguins live?"}]
ROWS = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS)
BATCH = "".join(json.dumps({"custom_id": str(at), "body": {"messages": MESSAGES}}) + "\n" for at in range(3))
EXAMPLES = [{"text": f"{word} {at}", "label": label} for word, label in (("good", "yes"), ("bad", "no")) for at in "ab"]
TOOLS = [{"name": "weather", "description": "", "parameter_definitions": {"city": {"type": "str", "required": True}}}]
SETTINGS = {"base_model": {"base_type": "BASE_TYPE_CHAT"}, "dataset_id": "any"}
PNG = "data:image/png;base64,iVBORw0KGgo="
OAUTH = {"authorize_url": "https://example.com/a", "token_url": "https://example.com/t", "client_id": "me"}


def upload(content: str, name: str = "rows.jsonl") -> Any:
    return (name, io.BytesIO(content.encode()))


# Names of methods with calls of them: `v1` and `v2` are the clients, `got` what the methods before gave.
CALLS = {
    "v1.chat": lambda v1, v2, got: v1.chat(message="Where do penguins live?", documents=[{"text": TEXTS[0]}]),
    "v1.chat, tools": lambda v1, v2, got: v1.chat(message="What weather has Rome?", tools=TOOLS),
    "v1.chat_stream": lambda v1, v2, got: v1.chat_stream(message="Hello", connectors=[{"id": "web-search"}]),
    "v1.generate": lambda v1, v2, got: v1.generate(prompt="Once upon a time", max_tokens=9),
    "v1.generate_stream": lambda v1, v2, got: v1.generate_stream(prompt="Once upon a time"),
    "v1.embed": lambda v1, v2, got: v1.embed(texts=TEXTS * 40, model="embed-v4.0", input_type="search_query"),
    "v1.rerank": lambda v1, v2, got: v1.rerank(
        model="rerank-v3.5", query="penguins", documents=[{"text": text} for text in TEXTS], return_documents=True
    ),
    "v1.classify": lambda v1, v2, got: v1.classify(inputs=["so good"], examples=EXAMPLES),
    "v1.summarize": lambda v1, v2, got: v1.summarize(text=" ".join(TEXTS * 5), length="short"),
    "v1.tokenize": lambda v1, v2, got: v1.tokenize(text="Grüße 🐧", model=MODEL, offline=False),
    "v1.detokenize": lambda v1, v2, got: v1.detokenize(tokens=got["v1.tokenize"].tokens, model=MODEL, offline=False),
    # The SDK's own raises in any case.
    "v1.check_api_key": lambda v1, v2, got: v1.with_raw_response.check_api_key(),
    "v2.chat": lambda v1, v2, got: v2.chat(model=MODEL, messages=MESSAGES),
    "v2.chat_stream": lambda v1, v2, got: v2.chat_stream(model=MODEL, messages=MESSAGES),
    "v2.embed": lambda v1, v2, got: v2.embed(
        model="embed-v4.0",
        input_type="classification",
        texts=TEXTS,
        output_dimension=256,
        embedding_types=["float", "int8", "uint8", "binary", "ubinary", "base64"],
    ),
    "v2.embed, images": lambda v1, v2, got: v2.embed(model="embed-v4.0", input_type="image", images=[PNG]),
    "v2.rerank": lambda v1, v2, got: v2.rerank(model="rerank-v4.0-pro", query="penguins", documents=TEXTS, top_n=2),
    "v2.parse": lambda v1, v2, got: v2.parse(model="cohere-parse", document={"type": "image_url", "image_url": PNG}),
    "models.list": lambda v1, v2, got: v2.models.list(endpoint="embed", page_size=2),
    "models.get": lambda v1, v2, got: v2.models.get("embed-v4.0"),
    "datasets.create": lambda v1, v2, got: v2.datasets.create(
        name="texts", type="embed-input", data=upload(ROWS), eval_data=upload(ROWS), keep_fields=["text"]
    ),
    "wait, dataset": lambda v1, v2, got: v2.wait(got["datasets.create"], interval=0.05),
    "datasets.get": lambda v1, v2, got: v2.datasets.get(got["datasets.create"].id),
    "datasets.list": lambda v1, v2, got: v2.datasets.list(dataset_type="embed-input", validation_status="validated"),
    "datasets.get_usage": lambda v1, v2, got: v2.datasets.get_usage(),
    "embed_jobs.create": lambda v1, v2, got: v2.embed_jobs.create(
        model="embed-english-light-v3.0", dataset_id=got["datasets.create"].id, input_type="search_document"
    ),
    "wait, embed job": lambda v1, v2, got: v2.wait(got["embed_jobs.create"], interval=0.05),
    "output": lambda v1, v2, got: v2.datasets.get(got["wait, embed job"].output_dataset_id),
    "embed_jobs.get": lambda v1, v2, got: v2.embed_jobs.get(got["embed_jobs.create"].job_id),
    "embed_jobs.list": lambda v1, v2, got: v2.embed_jobs.list(),
    "embed_jobs.cancel": lambda v1, v2, got: v2.embed_jobs.cancel(got["embed_jobs.create"].job_id),
    "batch input": lambda v1, v2, got: v2.datasets.create(name="b", type="batch-chat-v2-input", data=upload(BATCH)),
    "wait, batch input": lambda v1, v2, got: v2.wait(got["batch input"], interval=0.05),
    "batches.create": lambda v1, v2, got: v2.batches.create(
        request={"name": "batch", "input_dataset_id": got["batch input"].id, "model": MODEL}
    ),
    "batches.retrieve": lambda v1, v2, got: v2.batches.retrieve(got["batches.create"].batch.id),
    "wait, batch": lambda v1, v2, got: finished(v2, got["batches.create"].batch.id),
    "batches.list": lambda v1, v2, got: v2.batches.list(page_size=5),
    "batches.cancel": lambda v1, v2, got: v2.batches.cancel(got["batches.create"].batch.id),
    "datasets.delete": lambda v1, v2, got: v2.datasets.delete(got["datasets.create"].id),
    "connectors.create": lambda v1, v2, got: v2.connectors.create(name="web", url="https://example.com", oauth=OAUTH),
    "connectors.get": lambda v1, v2, got: v2.connectors.get(got["connectors.create"].connector.id),
    "connectors.list": lambda v1, v2, got: v2.connectors.list(limit=3),
    "connectors.update": lambda v1, v2, got: v2.connectors.update(got["connectors.create"].connector.id, name="new"),
    "connectors.o_auth_authorize": lambda v1, v2, got: v2.connectors.o_auth_authorize(
        got["connectors.create"].connector.id, after_token_redirect="https://example.com/back"
    ),
    "connectors.delete": lambda v1, v2, got: v2.connectors.delete(got["connectors.create"].connector.id),
    "finetuning.create_finetuned_model": lambda v1, v2, got: v2.finetuning.create_finetuned_model(
        request={"name": "tuned", "settings": SETTINGS}
    ),
    "finetuning.get_finetuned_model": lambda v1, v2, got: v2.finetuning.get_finetuned_model(tuned(got)),
    "finetuning.list_finetuned_models": lambda v1, v2, got: v2.finetuning.list_finetuned_models(),
    "finetuning.update_finetuned_model": lambda v1, v2, got: v2.finetuning.update_finetuned_model(
        tuned(got), name="renamed", settings=SETTINGS
    ),
    "finetuning.list_events": lambda v1, v2, got: v2.finetuning.list_events(tuned(got)),
    "finetuning.list_training_step_metrics": lambda v1, v2, got: v2.finetuning.list_training_step_metrics(tuned(got)),
    "tuned chat": lambda v1, v2, got: v2.chat(model=tuned(got), messages=MESSAGES),
    "finetuning.delete_finetuned_model": lambda v1, v2, got: v2.finetuning.delete_finetuned_model(tuned(got)),
    "transcriptions.create": lambda v1, v2, got: v2.audio.transcriptions.create(
        model="cohere-transcribe-03-2026", language="en", file=upload("RIFF", "speech.wav")
    ),
}


def finished(v2, identifier):
    """Follow a batch to its end, which the SDK's `wait` does not know: a value, or for the async client a coroutine."""
    if inspect.iscoroutinefunction(v2.batches.retrieve):
        return followed(v2, identifier)
    return next(got for got in polls(lambda: v2.batches.retrieve(identifier)) if is_finished(got))


async def followed(v2, identifier):
    values = [await got for got in polls(lambda: v2.batches.retrieve(identifier))]
    return next(got for got in values if is_finished(got))


def polls(ask):
    for _ in range(20):
        yield ask()
        time.sleep(0.05)


def is_finished(got):
    return got.batch.status in ("BATCH_STATUS_COMPLETED", "BATCH_STATUS_FAILED")


def tuned(got):
    return got["finetuning.create_finetuned_model"].finetuned_model.id


def methods() -> list[str]:
    """Return the names of all methods of the SDK that send a request."""
    from cohere import base_client, batches, connectors, datasets, embed_jobs, finetuning, models
    from cohere.audio.transcriptions.client import TranscriptionsClient
    from cohere.v2.client import V2Client

    found = {"v1": base_client.BaseCohere, "v2": V2Client, "transcriptions": TranscriptionsClient}
    for group in (batches, connectors, datasets, embed_jobs, finetuning, models):
        clients = vars(sys.modules[f"{group.__name__}.client"]).items()
        [kind] = [kind for name, kind in clients if name.endswith("Client") and not name.startswith(("Async", "Raw"))]
        found[group.__name__.rpartition(".")[2]] = kind
    return [
        f"{name}.{method}"
        for name, kind in found.items()
        for method, _ in inspect.getmembers(kind, inspect.isfunction)
        if not method.startswith("_")
    ]


def plain(value: Any) -> Any:
    value = getattr(value, "data", value) if type(value).__name__.endswith("HttpResponse") else value
    if isinstance(value, list):
        return [plain(each) for each in value]
    return json.loads(value.json()) if hasattr(value, "json") else value


def sync_values(url: str) -> dict[str, Any]:
    import cohere

    v1, v2 = cohere.Client("key", base_url=url), cohere.ClientV2("key", base_url=url)
    got: dict[str, Any] = {}
    for name, call in CALLS.items():
        value = call(v1, v2, got)
        got[name] = list(value) if inspect.isgenerator(value) else value
        if name == "output":
            file = Path(tempfile.mkdtemp()) / "rows.jsonl"
            v2.utils.save_dataset(got["output"].dataset, str(file))
            got["rows"] = [json.loads(line) for line in file.read_text().splitlines()]
    return got


async def async_values(url: str) -> dict[str, Any]:
    import cohere

    v1, v2 = cohere.AsyncClient("key", base_url=url), cohere.AsyncClientV2("key", base_url=url)
    got: dict[str, Any] = {}
    for name, call in CALLS.items():
        value = call(v1, v2, got)
        got[name] = [event async for event in value] if inspect.isasyncgen(value) else await value
    return got


if __name__ == "__main__":
    url = sys.argv[1]
    both = sync_values(url), asyncio.run(async_values(url))
    sys.stdout.write(json.dumps([methods(), *({name: plain(got) for name, got in each.items()} for each in both)]))
