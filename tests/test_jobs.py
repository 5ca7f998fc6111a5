"""wait(): asks how far a job is until it has ended, been cancelled, or taken too long."""

from __future__ import annotations

import copy
import math
import pickle
import time
from functools import partial
from typing import Any

import cohere_chat
import pytest
from cohere_chat._httpx import httpx
from operations import OPERATIONS, resolve, value_of
from rawserver import HOLD, RawServer, Step, http
from support import CONTRACT, Both, schema

EMBED_JOB = value_of(schema("EmbedJob"), all_fields=False, sent=False)
DATASET = value_of(schema("Dataset"), all_fields=False, sent=False)
BATCH = value_of(schema("Batch"), all_fields=False, sent=False)


def embed_job(status: str) -> dict[str, Any]:
    return {**EMBED_JOB, "job_id": "j-1", "status": status}


def dataset(status: str, **more: Any) -> dict[str, Any]:
    return {"dataset": {**DATASET, "id": "d-1", "validation_status": status, **more}}


def batch(status: str, **more: Any) -> dict[str, Any]:
    return {"batch": {**BATCH, "id": "b-1", "status": f"BATCH_STATUS_{status}", **more}}


# What starts a job as the API replies to it; where to ask; states on the way, good ends and bad ones.
KINDS: dict[str, tuple[Any, str, list[Any], list[Any], list[Any]]] = {
    "embed job": (
        cohere_chat.CreateEmbedJobResponse.from_dict({"job_id": "j-1"}),
        "/v1/embed-jobs/j-1",
        [embed_job("processing"), embed_job("cancelling"), embed_job("of_tomorrow")],
        [embed_job("complete")],
        [embed_job("failed"), embed_job("cancelled")],
    ),
    "dataset": (
        cohere_chat.DatasetsCreateResponse.from_dict({"id": "d-1"}),
        "/v1/datasets/d-1",
        [dataset("unknown"), dataset("queued"), dataset("processing")],
        [dataset("validated"), dataset("skipped")],
        [dataset("failed")],
    ),
    "batch": (
        cohere_chat.CreateBatchResponse.from_dict(batch("QUEUED")),
        "/v2/batches/b-1",
        [batch("UNSPECIFIED"), batch("QUEUED"), batch("IN_PROGRESS"), batch("CANCELING")],
        [batch("COMPLETED")],
        [batch("FAILED"), batch("CANCELED")],
    ),
}
STATUSES = {"embed job": "status", "dataset": "validation_status", "batch": "status"}


def answers(*states: Any) -> list[list[Step]]:
    return [http(200, state) for state in states]


@pytest.mark.parametrize("name", ["Client", "ClientV2"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_until_a_job_has_ended_well(both: Both, kind: str, name: str) -> None:
    job, path, on_the_way, good, _ = KINDS[kind]
    for end in good:
        with RawServer(*answers(*on_the_way, end)) as server:
            client = both.client(base_url=server.url, name=name)
            done = both.run(partial(client.wait, job))
        assert done.to_dict() == end
        assert {line.split(" ")[1] for line in server.lines} == {path}
        assert len(server.lines) == len(on_the_way) + 1
        assert both.waits == [2.0] * len(on_the_way)


@pytest.mark.parametrize(
    ("kind", "name", "field"),
    [("embed job", "EmbedJob", "status"), ("dataset", "Dataset", "validation_status"), ("batch", "Batch", "status")],
)
def test_every_status_of_the_contract_is_tested_here(kind: str, name: str, field: str) -> None:
    stated = resolve(CONTRACT["components"]["schemas"][name]["properties"][field])
    stated = resolve(stated["allOf"][0]) if "allOf" in stated else stated
    states = [state.get("dataset") or state.get("batch") or state for states in KINDS[kind][2:] for state in states]
    assert set(stated["enum"]) <= {state[field] for state in states}


@pytest.mark.parametrize("kind", KINDS)
def test_a_job_that_has_failed_or_was_cancelled_raises(both: Both, kind: str) -> None:
    job, _, _, _, bad = KINDS[kind]
    for end in bad:
        with RawServer(*answers(end)) as server:
            client = both.client(base_url=server.url)
            with pytest.raises(cohere_chat.JobFailedError) as caught:
                both.run(partial(client.wait, job))
        assert caught.value.job.to_dict() == end
        told = end.get("dataset") or end.get("batch") or end
        assert str(told[STATUSES[kind]]) in str(caught.value)
        for same in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
            assert (str(same), same.job) == (str(caught.value), caught.value.job)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (dataset("failed", validation_error="row 7 has no text"), "row 7 has no text"),
        (batch("FAILED", status_reason="no such dataset"), "no such dataset"),
    ],
)
def test_the_error_says_why_a_job_has_failed(both: Both, state: Any, why: str) -> None:
    job = KINDS[next(iter(state))][0]
    with RawServer(*answers(state)) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.JobFailedError, match=f"(?i)failed: {why}"):
            both.run(partial(client.wait, job))


@pytest.mark.parametrize(
    ("timeout", "interval", "asked"), [(0, 2.0, 1), (5, 2.0, 4), (6, 2.0, 4), (5, 10.0, 2), (None, 7.0, 5)]
)
def test_it_gives_up_after_the_timeout(
    both: Both, monkeypatch: pytest.MonkeyPatch, timeout: float | None, interval: float, asked: int
) -> None:
    states = [embed_job("processing")] * 4 + [embed_job("complete")]
    with RawServer(*answers(*states)) as server:
        client = both.client(base_url=server.url, timeout=1000)
        began = 1000.0
        # Time passes only while it sleeps.
        monkeypatch.setattr(time, "monotonic", lambda: began + sum(both.waits))
        job = KINDS["embed job"][0]
        if timeout is None:
            assert both.run(lambda: client.wait(job, interval=interval)).status == "complete"
        else:
            with pytest.raises(
                cohere_chat.JobTimeoutError, match=f"the embed job j-1 has not ended after {timeout} s"
            ) as caught:
                both.run(lambda: client.wait(job, timeout=timeout, interval=interval))
            assert isinstance(caught.value, TimeoutError)
        monkeypatch.undo()
    assert len(server.requests) == asked
    # The last look is at the end of the time.
    assert sum(both.waits) == (timeout if timeout is not None else interval * (asked - 1))
    assert set(both.waits[:-1]) <= {interval}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        *(("interval", wrong) for wrong in (0, -1.0, math.nan, "2", None, httpx.Timeout(2))),
        *(("timeout", wrong) for wrong in (-1.0, math.nan, "5", httpx.Timeout(5))),
    ],
)
def test_a_time_that_is_no_number_of_seconds_is_refused(both: Both, name: str, wrong: Any) -> None:
    """asyncio.sleep() returns at once for less than 0: the API would be asked without a pause."""
    with RawServer() as server, pytest.raises((TypeError, ValueError), match=f"{name} must be"):
        both.run(lambda: both.client(base_url=server.url).wait(KINDS["embed job"][0], **{name: wrong}))
    assert server.connections == 0


def test_a_request_takes_no_longer_than_is_left_of_the_timeout(both: Both) -> None:
    """The first request gets the rest of the time, the last one a second."""
    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url, timeout=20)
        with pytest.raises(cohere_chat.JobTimeoutError, match=r"the embed job j-1 has not ended after 0\.1 s"):
            both.run(lambda: client.wait(KINDS["embed job"][0], timeout=0.1))
    assert len(server.lines) == 1


@pytest.mark.parametrize("timeout", [0.05, httpx.Timeout(None, read=0.05)])
def test_a_request_that_times_out_before_the_job_does_raises_as_ever(both: Both, timeout: Any) -> None:
    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url, timeout=timeout)
        with pytest.raises(cohere_chat.ApiTimeoutError, match=r"after 0\.05 s"):
            both.run(lambda: client.wait(KINDS["embed job"][0], timeout=60))


def test_the_timeout_of_the_caller_s_own_client_is_kept(both: Both) -> None:
    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url, httpx_client=both.httpx_client(timeout=0.05))
        with pytest.raises(cohere_chat.ApiTimeoutError):
            both.run(lambda: client.wait(KINDS["embed job"][0], timeout=60))


def test_an_infinite_timeout_is_none(both: Both) -> None:
    with RawServer(*answers(embed_job("complete"))) as server:
        client = both.client(base_url=server.url)
        assert both.run(lambda: client.wait(KINDS["embed job"][0], timeout=math.inf)).status == "complete"


def test_every_class_that_tells_of_a_job_can_be_waited_for(both: Both) -> None:
    """As create(), get() and retrieve() give it, and list() inside of its reply."""
    ends = {"embed_jobs": embed_job("complete"), "datasets": dataset("validated"), "batches": batch("COMPLETED")}
    jobs: list[tuple[str, Any]] = [
        *((group, KINDS[kind][0]) for group, kind in zip(ends, KINDS, strict=True)),
        ("embed_jobs", cohere_chat.EmbedJob.from_dict(embed_job("processing"))),
        ("datasets", cohere_chat.DatasetsGetResponse.from_dict(dataset("queued"))),
        ("datasets", cohere_chat.Dataset.from_dict(dataset("queued")["dataset"])),
        ("batches", cohere_chat.GetBatchResponse.from_dict(batch("QUEUED"))),
        ("batches", cohere_chat.Batch.from_dict(batch("QUEUED")["batch"])),
    ]
    for group, job in jobs:
        with RawServer(*answers(ends[group])) as server:
            client = both.client(base_url=server.url)
            assert both.run(partial(client.wait, job)).to_dict() == ends[group]
    replies = {
        operation.replies["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for operation in OPERATIONS
        if operation.id
        in (
            "embed_jobs_create",
            "embed_jobs_get",
            "datasets_create",
            "datasets_get",
            "batches_create",
            "batches_retrieve",
        )
    }
    assert replies <= {type(job).__name__ for _, job in jobs}


@pytest.mark.parametrize("job", [None, "j-1", {"job_id": "j-1"}, cohere_chat.ListEmbedJobResponse(embed_jobs=[])])
def test_what_is_no_job_is_refused(both: Both, job: Any) -> None:
    with pytest.raises(TypeError, match=r"wait\(\) takes an embed job, a dataset or a batch, .* not "):
        both.run(lambda: both.client(base_url="http://127.0.0.1:1").wait(job))


def test_an_error_of_the_api_ends_it_once_retries_have_not_helped(both: Both) -> None:
    with RawServer(http(503), *answers(embed_job("processing")), http(404, {"message": "gone"})) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.NotFoundError, match="gone"):
            both.run(lambda: client.wait(KINDS["embed job"][0]))
    assert len(server.requests) == 3
