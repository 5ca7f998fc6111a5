"""Jobs, which go on at the service after the call that began them: where to ask for one, and how far it is."""

from __future__ import annotations

from typing import Any, Final

from .errors import JobFailedError

# The classes that stand for a job: group and method to ask, the attribute with its id, and the object that holds it.
_WHERE: Final = {
    "CreateEmbedJobResponse": ("embed_jobs", "get", "job_id", None),
    "EmbedJob": ("embed_jobs", "get", "job_id", None),
    "DatasetsCreateResponse": ("datasets", "get", "id", None),
    "DatasetsGetResponse": ("datasets", "get", "id", "dataset"),
    "Dataset": ("datasets", "get", "id", None),
    "CreateBatchResponse": ("batches", "retrieve", "id", "batch"),
    "GetBatchResponse": ("batches", "retrieve", "id", "batch"),
    "Batch": ("batches", "retrieve", "id", None),
}
# The last words of final statuses, such as `validated` and `BATCH_STATUS_COMPLETED`.
_SUCCEEDED: Final = frozenset({"complete", "completed", "validated", "skipped"})
_FAILED: Final = frozenset({"failed", "cancelled", "canceled"})


def where_to_ask(job: object) -> tuple[str, str, str]:
    """The group and method that tell how far a job is, and its id."""
    found = _WHERE.get(type(job).__name__)
    if found is None:
        what = "an embed job, a dataset or a batch, as create() and get() give them"
        raise TypeError(f"wait() takes {what}, not {type(job).__name__}")
    group, method, name, holder = found
    return group, method, getattr(getattr(job, holder) if holder else job, name)


def has_succeeded(job: Any) -> bool:
    """Whether a job has ended well; False if it has not ended, JobFailedError if it has failed or was cancelled."""
    holder = _WHERE[type(job).__name__][3]
    told = getattr(job, holder) if holder else job
    status = getattr(told, "status", None) or getattr(told, "validation_status", None)
    last_word = str(status).lower().rpartition("_")[2]
    if last_word in _FAILED:
        why = getattr(told, "validation_error", None) or getattr(told, "status_reason", None)
        raise JobFailedError(f"the {type(told).__name__} has the status {status}{f': {why}' if why else ''}", job)
    return last_word in _SUCCEEDED
