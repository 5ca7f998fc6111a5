"""Datasets: uploads that are validated, kept as rows of JSON, and downloaded as Avro."""

import csv
import datetime
import itertools
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from . import _resources as resources
from ._avro import avro_file, depth_of, schema_of
from ._calls import Call, meta
from ._contract import RefusedError
from ._state import State
from ._store import Record

# The operation that answers the rows of a batch.
BATCH_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("batch-chat-v2-input", "batch-chat-input", "batch-openai-chat-input"), "v2_chat"),
    "batch-embed-v2-input": "v2_embed",
}
# What a row of each type must have; of other types nothing is known.
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "embed-input": ("text",),
    "reranker-finetune-input": ("query", "relevant_passages"),
    "single-label-classification-finetune-input": ("text", "label"),
    "multi-label-classification-finetune-input": ("text", "label"),
    "chat-finetune-input": ("messages",),
    **dict.fromkeys(BATCH_TYPES, ("custom_id", "body")),
}
_PARTS = ("data", "eval_data")
_MAX_WARNINGS = 20
_SAMPLES = 3

datasets_delete = resources.delete


def datasets_create(call: Call) -> dict[str, Any]:
    options = dict(call.parameters)
    shown = {"name": options["name"], "dataset_type": options["type"], "validation_status": "processing"}
    record = resources.add(call, "datasets", call.failure, **shown)
    record |= {"options": options, "files": {}}
    for part, upload in call.body.items():
        with (call.state.store.directory("datasets", record["id"]) / part).open("wb") as file:
            shutil.copyfileobj(upload.file, file, 1 << 20)
        record["files"][part] = {"name": upload.filename or "", "size": upload.size}
    call.state.store.save("datasets", record["id"], record)
    return {"id": record["id"], "meta": meta("1")}


def add_dataset(call: Call, name: str, kind: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """Add a dataset that a job made; return its id."""
    record = resources.add(call, "datasets", name=name, dataset_type=kind)
    record |= {"options": {}, "files": {}}
    _keep(call.state, record, "data", rows)
    resources.change(call.state, "datasets", record, done=True, validation_status="validated")
    return str(record["id"])


def find_dataset(state: State, identifier: str) -> Record:
    """Return the dataset as it is now, validated if it is time; raise RefusedError where there is none."""

    def validate(record: Record) -> None:
        directory = state.store.directory("datasets", identifier)
        try:
            if record["failure"]:
                raise ValueError(record["failure"])
            for part in record["files"]:
                _keep(state, record, part, _checked_rows(record, directory / part, part))
            record["shown"]["validation_status"] = "validated"
        except (ValueError, csv.Error) as error:
            record["shown"] |= {"validation_status": "failed", "validation_error": str(error)}
        for part in () if record["options"].get("keep_original_file") else record["files"]:
            (directory / part).unlink(missing_ok=True)

    return resources.settle(state, "datasets", identifier, validate)


def _keep(state: State, record: Record, part: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the rows of a part, and describe it."""
    file = state.store.directory("datasets", record["id"]) / f"{part}.jsonl"
    fields: dict[str, int] = {}
    samples, count = [], 0
    with file.open("w", encoding="utf-8", errors="replace") as out:
        for count, row in enumerate(rows, 1):
            line = json.dumps(row, ensure_ascii=False)
            fields |= {name: max(depth_of(value), fields.get(name, 0)) for name, value in row.items()}
            samples += [line] if count <= _SAMPLES else []
            out.write(f"{line}\n")
    if not count:
        raise ValueError(f"{part} has no rows")
    shown, index = record["shown"], _PARTS.index(part)
    described = {"id": f"{record['id']}-{index}", "name": part, "index": index, "samples": samples}
    described |= {"size_bytes": file.stat().st_size, "num_rows": count}
    shown["dataset_parts"] = [*shown.get("dataset_parts", ()), described]
    shown["schema"] = json.dumps(schema_of(fields))
    shown["required_fields"] = list(_REQUIRED.get(shown["dataset_type"], ()))
    record["fields"] = {**record.get("fields", {}), part: fields}


def _checked_rows(record: Record, file: Path, part: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of an upload with the fields that are kept; raise ValueError for the first that is malformed."""
    options, shown = record["options"], record["shown"]
    required = [*_REQUIRED.get(shown["dataset_type"], ()), *options.get("keep_fields", ())]
    kept = {*required, *options.get("optional_fields", ())}
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        for number, row in enumerate(_rows(text, record["files"][part]["name"], options), 1):
            if problem := _problem(row, required):
                said = f"{part}: row {number} {problem}"
            else:
                yield {_avro_name(name): row[name] for name in row if name in kept or not kept}
                continue
            if not options.get("skip_malformed_input"):
                raise ValueError(said)
            shown["validation_warnings"] = [*shown.get("validation_warnings", ()), said][:_MAX_WARNINGS]


def _problem(row: Any, required: Iterable[str]) -> str:
    if not isinstance(row, dict):
        return "is not valid JSON" if row is None else "is not a JSON object"
    missing = [name for name in required if _lacks(row, name)]
    return f"has no {' and no '.join(missing)}" if missing else ""


def _lacks(row: Mapping[str, Any], name: str) -> bool:
    return row.get(name) in (None, "") or (name == "text" and not isinstance(row[name], str))


def _avro_name(name: str) -> str:
    return re.sub(r"\W|^(?=\d)", "_", name, flags=re.ASCII)


def _rows(text: TextIO, name: str, options: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the rows of a file, told by its name: .csv, .txt, or else lines of JSON. A row that is broken is None."""
    if name.endswith(".csv"):
        yield from csv.DictReader(text, delimiter=options.get("csv_delimiter") or ",", restkey="more_columns")
    elif name.endswith(".txt"):
        yield from ({"text": entry} for entry in _split(text, options.get("text_separator") or "\n") if entry.strip())
    else:
        for line in text:
            try:
                if line.strip():
                    yield json.loads(line)
            except (ValueError, RecursionError):
                yield None


def _split(text: TextIO, separator: str) -> Iterator[str]:
    rest = ""
    for piece in itertools.chain(iter(lambda: text.read(1 << 16), ""), [separator]):
        *whole, rest = (rest + piece).split(separator)
        yield from whole


def rows_of(state: State, record: Record, *parts: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a dataset, or of some of its parts."""
    for part in parts or record["fields"]:
        with (state.store.directory("datasets", record["id"]) / f"{part}.jsonl").open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def download(state: State, identifier: str, part: str) -> Iterator[bytes]:
    """Return a part of a dataset as an Avro file; raise RefusedError where there is none."""
    record = find_dataset(state, identifier)
    if part not in record.get("fields", ()):
        raise RefusedError(404, f"dataset {identifier!r} has no part {part!r}")
    return avro_file(record["fields"][part], rows_of(state, record, part))


def _shown(call: Call, identifier: str) -> dict[str, Any]:
    shown = find_dataset(call.state, identifier)["shown"]
    address = f"{call.base_url}/_emulator/datasets/{identifier}"
    parts = [{**part, "url": f"{address}/{part['name']}"} for part in shown.get("dataset_parts", ())]
    return {**shown, "dataset_parts": parts}


def datasets_get(call: Call) -> dict[str, Any]:
    return resources.reply_with(call, _shown(call, resources.find(call)["id"]))


_time = datetime.datetime.fromisoformat


def datasets_list(call: Call) -> dict[str, Any]:
    asked = call.parameters
    found = [
        shown
        for shown in [_shown(call, record["id"]) for record in call.state.store.all("datasets")]
        if asked.get("datasetType") in (None, shown["dataset_type"])
        and asked.get("validationStatus") in (None, shown["validation_status"])
        and ("after" not in asked or _time(asked["after"]) < _time(shown["created_at"]))
        and ("before" not in asked or _time(asked["before"]) > _time(shown["created_at"]))
    ]
    return resources.reply_with_page(call, found)


def datasets_get_usage(call: Call) -> dict[str, Any]:
    sizes = (file["size"] for record in call.state.store.all("datasets") for file in record["files"].values())
    return {"organization_usage": sum(sizes)}
