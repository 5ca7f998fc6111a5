"""What is created, found, listed and deleted by the same rules in every group: datasets, jobs, connectors, ..."""

import time
import uuid
from collections.abc import Callable
from typing import Any

from ._calls import Call
from ._contract import RefusedError
from ._state import State
from ._store import Record, timestamp


def add(call: Call, kind: str, failure: str | None = None, **shown: Any) -> Record:
    """Keep a new record, which is done after the emulator's processing_seconds, and return it."""
    now, identifier = time.time(), str(uuid.uuid4())
    times = {"created_at": timestamp(now), "updated_at": timestamp(now)}
    ends = now + call.state.settings.processing_seconds
    record: Record = {
        "id": identifier,
        "created": now,
        "ends": ends,
        "done": False,
        "failure": failure,
        "shown": times | {"id": identifier} | shown,
    }
    call.state.store.save(kind, identifier, record)
    return record


def find(call: Call) -> Record:
    """Return the record that the path names."""
    return call.state.store.find(call.operation.group, next(iter(call.in_path.values())))


def settle(state: State, kind: str, identifier: str, work: Callable[[Record], None]) -> Record:
    """Return a record as it is now: if it is time for it to be done, `work` has been done on it."""
    with state.store.work:
        record = state.store.find(kind, identifier)
        if not record["done"] and time.time() >= record["ends"]:
            work(record)
            change(state, kind, record, done=True)
        return record


def change(state: State, kind: str, record: Record, *, done: bool, **shown: Any) -> None:
    """Change what is shown of a record."""
    record["done"] = done
    record["shown"] |= {**shown, "updated_at": timestamp(time.time())}
    state.store.save(kind, record["id"], record)


def reply_with(call: Call, shown: dict[str, Any]) -> dict[str, Any]:
    """Return a reply with a resource, in the one field that the contract has for it or as the reply itself."""
    names = list(call.operation.reply_names)
    return {names[0]: shown} if len(names) == 1 else shown


def reply_with_page(call: Call, items: list[Any], default_size: int = 50) -> dict[str, Any]:
    """Return the items that the request asks for, by the offset and limit or the token and size of a page."""
    asked, names = call.parameters, call.operation.reply_names
    token = str(asked.get("page_token") or asked.get("offset") or 0)
    if not token.isdecimal():
        raise RefusedError(400, "invalid request: page_token: take it from the page before")
    end = int(token) + (asked.get("page_size") or asked.get("limit") or default_size)
    field = next(name for name, schema in names.items() if schema.get("type") == "array")
    reply: dict[str, Any] = {field: items[int(token) : end]}
    if end < len(items) and "next_page_token" in names:
        reply["next_page_token"] = str(end)
    return reply | {name: len(items) for name in ("total_count", "total_size") if name in names}


def delete(call: Call) -> dict[str, Any]:
    """Forget the record that the path names."""
    call.state.store.remove(call.operation.group, next(iter(call.in_path.values())))
    return {}
