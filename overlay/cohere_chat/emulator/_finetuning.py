"""Fine-tuned models: what becomes of them is told by the time since they were created."""

import math
import time
from typing import Any

from . import _resources as resources
from ._calls import Call
from ._store import Record, timestamp

_STATES = ("STATUS_QUEUED", "STATUS_FINETUNING", "STATUS_DEPLOYING_API", "STATUS_READY")
_STEPS = 10

finetuning_delete_finetuned_model = resources.delete


def _given(call: Call) -> dict[str, Any]:
    return {name: call.body[name] for name in ("name", "settings")}


def _history(record: Record) -> list[tuple[str, float]]:
    """Return the states so far with the times when they began."""
    stage = (record["ends"] - record["created"]) / (len(_STATES) - 1)
    states = [*_STATES[:2], "STATUS_FAILED"] if record["failure"] else _STATES
    times = [(state, record["created"] + stage * index) for index, state in enumerate(states)]
    return [(state, began) for state, began in times if began <= time.time()]


def _shown(record: Record) -> dict[str, Any]:
    state, began = _history(record)[-1]
    completed = {"completed_at": timestamp(began)} if state in ("STATUS_READY", "STATUS_FAILED") else {}
    return {**record["shown"], "status": state, **completed}


def finetuning_create_finetuned_model(call: Call) -> dict[str, Any]:
    owner = {"creator_id": "emulator-user", "organization_id": "emulator-organization"}
    record = resources.add(call, call.operation.group, call.failure, **_given(call), **owner)
    return resources.reply_with(call, _shown(record))


def finetuning_get_finetuned_model(call: Call) -> dict[str, Any]:
    return resources.reply_with(call, _shown(resources.find(call)))


def finetuning_update_finetuned_model(call: Call) -> dict[str, Any]:
    record = resources.find(call)
    resources.change(call.state, call.operation.group, record, done=True, **_given(call))
    return resources.reply_with(call, _shown(record))


def finetuning_list_finetuned_models(call: Call) -> dict[str, Any]:
    return resources.reply_with_page(call, [_shown(record) for record in call.state.store.all(call.operation.group)])


def finetuning_list_events(call: Call) -> dict[str, Any]:
    history = _history(resources.find(call))
    events = [{"user_id": "emulator-user", "status": name, "created_at": timestamp(at)} for name, at in history]
    return resources.reply_with_page(call, events)


def finetuning_list_training_step_metrics(call: Call) -> dict[str, Any]:
    record = resources.find(call)
    step_seconds = (record["ends"] - record["created"]) / _STEPS
    steps = [
        {
            "created_at": timestamp(record["created"] + step_seconds * step),
            "step_number": step,
            "metrics": {"cross_entropy": round(2 * math.exp(-step / 4) + 0.5, 4)},
        }
        for step in range(1, _STEPS + 1)
        if record["created"] + step_seconds * step <= time.time()
    ]
    return resources.reply_with_page(call, steps)
