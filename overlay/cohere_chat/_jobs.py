"""Jobs, which go on at the service after the call that began them: where to ask for one, and how far it is."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

from cohere_chat_api.contract import JOBS

from .errors import JobFailedError

# The last words of final statuses, such as `validated` and `BATCH_STATUS_COMPLETED`.
_SUCCEEDED: Final = frozenset({"complete", "completed", "validated", "skipped"})
_FAILED: Final = frozenset({"failed", "cancelled", "canceled"})


def where_to_ask(job: object) -> tuple[str, str, str, str]:
    """What kind of job it is, the group and method that tell how far it is, and its id."""
    found = JOBS.get(type(job).__name__)
    if found is None:
        what = "an embed job, a dataset or a batch, as create() and get() give them"
        raise TypeError(f"wait() takes {what}, not {type(job).__name__}")
    kind, group, method, place = found
    return kind, group, method, attrgetter(place)(job)


def has_succeeded(job: Any) -> bool:
    """Whether a job has ended well; False if it has not ended, JobFailedError if it has failed or was cancelled."""
    holder = JOBS[type(job).__name__][3].rpartition(".")[0]
    told = attrgetter(holder)(job) if holder else job
    status = getattr(told, "status", None) or getattr(told, "validation_status", None)
    last_word = str(status).lower().rpartition("_")[2]
    if last_word in _FAILED:
        why = getattr(told, "validation_error", None) or getattr(told, "status_reason", None)
        raise JobFailedError(f"the {type(told).__name__} has the status {status}{f': {why}' if why else ''}", job)
    return last_word in _SUCCEEDED
