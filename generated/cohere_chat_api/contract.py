# Made by `make generate` from openapi.yaml. Do not edit.
"""What the contract says of all operations."""

from typing import Final

SERVER: Final = "https://api.cohere.com"
CLIENT_NAME_HEADER: Final = "X-Client-Name"

# The classes that stand for a job: what it is, the group and method to ask, and where its id is.
JOBS: Final[dict[str, tuple[str, str, str, str]]] = {
    "DatasetsCreateResponse": ("dataset", "datasets", "get", "id"),
    "DatasetsGetResponse": ("dataset", "datasets", "get", "dataset.id"),
    "Dataset": ("dataset", "datasets", "get", "id"),
    "CreateEmbedJobResponse": ("embed job", "embed_jobs", "get", "job_id"),
    "EmbedJob": ("embed job", "embed_jobs", "get", "job_id"),
    "CreateBatchResponse": ("batch", "batches", "retrieve", "batch.id"),
    "GetBatchResponse": ("batch", "batches", "retrieve", "batch.id"),
    "Batch": ("batch", "batches", "retrieve", "id"),
}
