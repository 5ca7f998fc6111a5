"""Embed jobs and batches: work on a dataset that ends after a while with another dataset."""

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from . import _resources as resources
from ._calls import Call, meta
from ._chat import v2_chat
from ._contract import RefusedError, operations
from ._datasets import BATCH_TYPES, add_dataset, find_dataset, rows_of
from ._embeddings import embed_text, v2_embed
from ._events import encode
from ._models import check_model
from ._store import Record
from ._text import tokens


def _add(call: Call, dataset: str, types: frozenset[str], **shown: Any) -> Record:
    found = find_dataset(call.state, dataset)["shown"]
    if found["validation_status"] != "validated" or found["dataset_type"] not in types:
        wanted = f"it must be validated and of type {' or '.join(sorted(types))}"
        now = f"{found['validation_status']} and of type {found['dataset_type']}"
        raise RefusedError(400, f"dataset {dataset!r} is {now}; {wanted}")
    return resources.add(call, call.operation.group, call.failure, input_dataset_id=dataset, **shown)


def _cancel(call: Call, record: Record, status: str) -> None:
    """End a record that is not done; what is done stays as it is."""
    if not record["done"]:
        resources.change(call.state, call.operation.group, record, done=True, status=status)


def embed_jobs_create(call: Call) -> dict[str, Any]:
    body = call.body
    check_model(call, "embed")
    more = {name: body[name] for name in ("name", "model") if name in body}
    more |= {"status": "processing", "truncate": body.get("truncate", "END")}
    record = _add(call, body["dataset_id"], frozenset({"embed-input"}), **more)
    record["types"] = body.get("embedding_types") or ["float"]
    resources.change(call.state, "embed_jobs", record, done=False, job_id=record["shown"].pop("id"))
    return {"job_id": record["id"], "meta": meta("1")}


def _embed_job(call: Call, identifier: str) -> Record:
    def work(record: Record) -> None:
        shown, read = record["shown"], 0

        def rows(dataset: Record) -> Iterator[dict[str, Any]]:
            nonlocal read
            for row in rows_of(call.state, dataset):
                read += len(tokens(row["text"]))
                yield {**row, "embeddings": embed_text(shown["model"], row["text"], record["types"])}

        try:
            dataset = find_dataset(call.state, shown["input_dataset_id"])
            if record["failure"]:
                raise RefusedError(500, record["failure"])
            name = f"{dataset['shown']['name']}-embeddings"
            shown["output_dataset_id"] = add_dataset(call, name, "embed-result", rows(dataset))
            shown |= {"status": "complete", "meta": meta("1", input_tokens=read)}
        except RefusedError as error:
            shown |= {"status": "failed", "meta": {**meta("1"), "warnings": [error.message]}}

    return resources.settle(call.state, "embed_jobs", identifier, work)


def embed_jobs_get(call: Call) -> Any:
    return _embed_job(call, resources.find(call)["id"])["shown"]


def embed_jobs_list(call: Call) -> dict[str, Any]:
    jobs = [_embed_job(call, record["id"])["shown"] for record in call.state.store.all("embed_jobs")]
    return resources.reply_with_page(call, jobs, len(jobs) + 1)


def embed_jobs_cancel(call: Call) -> None:
    _cancel(call, _embed_job(call, resources.find(call)["id"]), "cancelled")


# What answers the rows of a batch.
_ANSWERS: dict[str, Callable[[Call], dict[str, Any]]] = {"v2_chat": v2_chat, "v2_embed": v2_embed}


def batches_create(call: Call) -> dict[str, Any]:
    check_model(call, "chat", "embed")
    more = {name: call.body[name] for name in ("name", "model")}
    status = "BATCH_STATUS_IN_PROGRESS"
    record = _add(call, call.body["input_dataset_id"], frozenset(BATCH_TYPES), status=status, **more)
    return resources.reply_with(call, record["shown"])


def _batch(call: Call, identifier: str) -> Record:
    def work(record: Record) -> None:
        shown = record["shown"]
        counts = Counter(num_records=0, num_successful_records=0, num_failed_records=0)
        used = Counter(input_tokens=0, output_tokens=0)

        def rows(dataset: Record) -> Iterator[dict[str, Any]]:
            operation = BATCH_TYPES[dataset["shown"]["dataset_type"]]
            for row in rows_of(call.state, dataset):
                counts["num_records"] += 1
                try:
                    body = {"model": shown["model"], **row["body"]} if isinstance(row["body"], dict) else row["body"]
                    operations()[operation].check_body(body)
                    inner = dataclasses.replace(call, operation=operations()[operation], parameters={}, body=body)
                    reply = json.loads(encode(_ANSWERS[operation](inner)))
                    used.update((reply.get("usage") or reply["meta"])["billed_units"])
                    counts["num_successful_records"] += 1
                    yield {"custom_id": row["custom_id"], "response": {"status_code": 200, "body": reply}}
                except RefusedError as error:
                    counts["num_failed_records"] += 1
                    told = {"status_code": error.status, "message": error.message}
                    yield {"custom_id": row["custom_id"], "error": told}

        try:
            dataset = find_dataset(call.state, shown["input_dataset_id"])
            if record["failure"]:
                raise RefusedError(500, record["failure"])
            # The API has no type of its own for what a batch gives.
            kind = dataset["shown"]["dataset_type"]
            shown["output_dataset_id"] = add_dataset(call, f"{shown['name']}-output", kind, rows(dataset))
            shown |= {"status": "BATCH_STATUS_COMPLETED", **counts}
            if not counts["num_successful_records"]:
                raise RefusedError(400, "no record could be answered")
        except RefusedError as error:
            shown |= {"status": "BATCH_STATUS_FAILED", "status_reason": error.message}
        shown |= {unit: str(used[unit]) for unit in ("input_tokens", "output_tokens")}

    return resources.settle(call.state, "batches", identifier, work)


def batches_retrieve(call: Call) -> dict[str, Any]:
    return resources.reply_with(call, _batch(call, resources.find(call)["id"])["shown"])


def batches_list(call: Call) -> dict[str, Any]:
    found = [_batch(call, record["id"])["shown"] for record in call.state.store.all("batches")]
    return resources.reply_with_page(call, found)


def batches_cancel(call: Call) -> dict[str, Any]:
    _cancel(call, _batch(call, resources.find(call)["id"]), "BATCH_STATUS_CANCELED")
    return {}
