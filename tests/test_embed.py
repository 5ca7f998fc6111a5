"""embed(): lists of any length, in batches whose replies are merged; embed_stream(): the vectors one by one."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

import cohere_chat
import pytest
from cohere_chat import _batches, _parallel
from operations import OPERATIONS, resolve
from rawserver import RawServer, Step, http
from support import CONTRACT, Both

V2: dict[str, Any] = {"model": "embed-v4.0", "input_type": "search_document"}
TYPES = list(CONTRACT["components"]["schemas"]["EmbeddingType"]["enum"])


def texts(count: int) -> list[str]:
    return [f"text {number}" for number in range(count)]


def number_in(item: Any) -> int:
    """The number in a text, wherever in an item it stands."""
    return int("".join(character for character in str(item) if character.isdigit()))


def vector(kind: str, number: int) -> Any:
    return f"v{number}" if kind == "base64" else [number + 0.5, -1.0] if kind == "float" else [number % 128, 1]


def answer(body: dict[str, Any]) -> Sequence[Step]:
    """Embeds what a request holds, so that each vector tells of its text."""
    (name,) = {"texts", "images", "inputs"} & body.keys()
    numbers = [number_in(item) for item in body[name]]
    reply: dict[str, Any] = {"id": f"id-{numbers[0]}"}
    kinds = body.get("embedding_types")
    if kinds is None and "model" not in body:
        reply |= {"response_type": "embeddings_floats", "embeddings": [vector("float", number) for number in numbers]}
    else:
        by_type = {kind: [vector(kind, number) for number in numbers] for kind in kinds or ["float"]}
        reply |= {"response_type": "embeddings_by_type", "embeddings": by_type}
    reply["texts"] = [str(item) for item in body[name]]
    if name == "images":
        reply["images"] = [{"width": number, "height": 1, "format": "png", "bit_depth": 8} for number in numbers]
    reply["meta"] = {
        "api_version": {"version": "2", "is_experimental": False},
        "billed_units": {"input_tokens": len(numbers), "images": 0.5},
        "tokens": {"input_tokens": 2 * len(numbers)},
        "warnings": ["the same each time", f"only from {numbers[0]}"],
        "of_tomorrow": [numbers[0]],
        "nothing": None,
    }
    return http(200, reply)


def many(count: int) -> dict[str, dict[str, Any]]:
    """A long list of each kind."""
    return {
        "texts": {"texts": texts(count)},
        "inputs": {"inputs": [{"content": [{"type": "text", "text": text}]} for text in texts(count)]},
    }


@pytest.mark.parametrize("kind", ["texts", "inputs"])
def test_a_long_list_goes_out_in_batches_and_the_replies_are_one(both: Both, kind: str) -> None:
    given = many(200)[kind]
    with RawServer(answer) as server:
        client = both.client(base_url=server.url)
        types = ["float", "base64"]
        reply = both.run(lambda: client.embed(**V2, **given, embedding_types=types))
        raw = both.run(lambda: client.with_raw_response.embed(**V2, **given, embedding_types=types))
    # Each item once, in batches of the size that the contract states.
    sent = sorted((body[kind] for _, body in server.requests[:3]), key=lambda items: number_in(items[0]))
    assert [len(items) for items in sent] == [96, 96, 8]
    assert [item for items in sent for item in items] == given[kind]
    assert all(body["model"] == "embed-v4.0" for _, body in server.requests)

    # Of several replies there is no body.
    assert raw.content == b""
    assert reply.embeddings.float == [vector("float", number) for number in range(200)]
    assert reply.embeddings.base64 == [vector("base64", number) for number in range(200)]
    assert reply.embeddings.int8 is None
    assert [number_in(text) for text in reply.texts] == list(range(200))
    assert reply.id == "id-0, id-96, id-192"
    assert reply.response_type == "embeddings_by_type"
    assert reply.meta.to_dict() == {
        "api_version": {"version": "2", "is_experimental": False},
        "billed_units": {"input_tokens": 200, "images": 1.5},
        "tokens": {"input_tokens": 400},
        "warnings": ["the same each time", "only from 0", "only from 96", "only from 192"],
        "of_tomorrow": [0, 96, 192],
        "nothing": None,
    }
    assert raw.status_code == 200
    assert raw.data.to_dict() == reply.to_dict()


def test_the_batch_sizes_are_those_of_the_contract() -> None:
    stated = {
        (operation.id, name): inner["x-batch-size"]
        for operation in OPERATIONS
        if operation.body
        for name, inner in operation.body[1].get("properties", {}).items()
        if "x-batch-size" in resolve(inner) or "x-batch-size" in inner
    }
    assert stated == {
        ("v1_embed", "texts"): 96,
        ("v2_embed", "texts"): 96,
        ("v2_embed", "inputs"): 96,
    }


@pytest.mark.parametrize("types", [None, *([kind] for kind in TYPES), TYPES])
@pytest.mark.parametrize("name", ["Client", "ClientV2"])
@pytest.mark.unmeasured
def test_vectors_of_all_types_are_merged(both: Both, name: str, types: list[str] | None) -> None:
    given = V2 if name == "ClientV2" else {}
    with RawServer(answer) as server:
        client = both.client(base_url=server.url, name=name)
        reply = both.run(lambda: client.embed(**given, texts=texts(97), embedding_types=types))
    if name == "Client" and types is None:
        assert isinstance(reply, cohere_chat.EmbeddingsFloatsEmbedResponse)
        assert reply.embeddings == [vector("float", number) for number in range(97)]
    else:
        wanted = {kind: [vector(kind, number) for number in range(97)] for kind in types or ["float"]}
        assert reply.embeddings.to_dict() == wanted
        assert isinstance(reply, cohere_chat.EmbeddingsByTypeEmbedResponse | cohere_chat.EmbedByTypeResponse)


def test_images_go_out_in_one_request(both: Both) -> None:
    """What bounds it is their size."""
    images = [f"data:{number}" for number in range(100)]
    with RawServer(answer) as server:
        reply = both.run(lambda: both.client(base_url=server.url).embed(**V2, images=images))
    assert [body["images"] for _, body in server.requests] == [images]
    assert [image.width for image in reply.images] == list(range(100))


@pytest.mark.parametrize("count", [1, 96])
def test_what_fits_into_one_request_is_sent_and_read_exactly_as_it_is(both: Both, count: int) -> None:
    with RawServer(answer) as server:
        client = both.client(base_url=server.url)
        reply = both.run(lambda: client.embed(**V2, texts=texts(count)))
    assert [body for _, body in server.requests] == [{**V2, "texts": texts(count)}]
    assert reply.id == "id-0"
    assert reply.meta.warnings == ["the same each time", "only from 0"]


@pytest.mark.off_contract
def test_an_empty_list_is_sent_for_the_api_to_judge(both: Both) -> None:
    with RawServer(http(400, {"message": "no texts"})) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.BadRequestError):
            both.run(lambda: client.embed(**V2, texts=[]))
    assert server.requests[0][1]["texts"] == []


def test_iterators_are_read_once_for_all_batches(both: Both) -> None:
    with RawServer(answer) as server:
        client = both.client(base_url=server.url)
        given: dict[str, Iterable[str]] = {"texts": iter(texts(100)), "embedding_types": iter(["int8"])}
        reply = both.run(lambda: client.embed(**V2, **given))
    assert len(reply.embeddings.int8) == 100
    assert all(body["embedding_types"] == ["int8"] for _, body in server.requests)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"texts": [*texts(150), object()]}, r"texts\[150\]: object can't be serialised to JSON"),
        ({"texts": "one text"}, "texts must be a list or another ordered iterable, not str"),
        ({"texts": texts(100), "embedding_types": "float"}, "embedding_types must be a list"),
        ({"texts": texts(100), "model": None}, "the required argument 'model' is missing"),
        ({"texts": texts(100), "request_options": {"timeout": "x"}}, "timeout"),
    ],
)
def test_a_wrong_argument_is_refused_before_the_first_batch_is_sent(both: Both, given: Any, error: str) -> None:
    with RawServer() as server:
        client = both.client(base_url=server.url)
        with pytest.raises(TypeError, match=error):
            both.run(lambda: client.embed(**{**V2, **given}))
    assert server.requests == []


@pytest.mark.off_contract
def test_an_error_that_does_not_come_a_second_time_is_raised_all_the_same(both: Both) -> None:
    class Fickle:
        model_fields: ClassVar[dict[str, Any]] = {}
        asked = 0

        def model_dump(self) -> str:
            self.asked += 1
            if self.asked == 1:
                raise TypeError("not now")
            return "text"

    with RawServer() as server:
        client = both.client(base_url=server.url)
        with pytest.raises(TypeError, match="not now"):
            both.run(lambda: client.embed(**V2, texts=[*texts(100), Fickle()]))
    assert server.requests == []


def fails_from(number: int, status: int = 400) -> Callable[[Any], Sequence[Step]]:
    def either(body: dict[str, Any]) -> Sequence[Step]:
        return http(status, {"message": "bad text"}) if number_in(body["texts"][0]) == number else answer(body)

    return either


def test_an_error_names_the_batch(both: Both) -> None:
    with RawServer(fails_from(192)) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.BadRequestError) as caught:
            both.run(lambda: client.embed(**V2, texts=texts(250)))
    assert caught.value.batch == "texts[192:250]"
    assert str(caught.value) == "400: bad text (in texts[192:250])"


def test_a_wrong_text_is_refused_before_anything_is_sent(both: Both) -> None:
    with RawServer() as server, pytest.raises(TypeError, match=r"^texts\[150\] must be a str, not NoneType$"):
        both.run(lambda: both.client(base_url=server.url).embed(**V2, texts=[*texts(150), None]))
    assert server.connections == 0


def test_after_an_error_no_other_batch_begins(both: Both) -> None:
    with RawServer(http(400, {"message": "bad text"})) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.BadRequestError):
            both.run(lambda: client.embed(**V2, texts=texts(96 * 200)))
    # Those that were on their way, and such as begin until the first error is seen.
    assert len(server.requests) < 100


def test_a_batch_is_tried_again_by_itself(both: Both) -> None:
    first = threading.Event()

    def once(body: dict[str, Any]) -> Sequence[Step]:
        if number_in(body["texts"][0]) == 96 and not first.is_set():
            first.set()
            return http(503, {"message": "later"})
        return answer(body)

    with RawServer(once) as server:
        client = both.client(base_url=server.url)
        reply = both.run(lambda: client.embed(**V2, texts=texts(150)))
    assert sorted(number_in(body["texts"][0]) for _, body in server.requests) == [0, 96, 96]
    assert reply.embeddings.float == [vector("float", number) for number in range(150)]


def test_batches_go_out_at_the_same_time_up_to_a_bound(both: Both) -> None:
    bound = _batches.MAX_PARALLEL
    together, lock = threading.Barrier(bound, timeout=20), threading.Lock()
    here = [0, 0]

    def waiting(body: dict[str, Any]) -> Sequence[Step]:
        with lock:
            here[0] += 1
            here[1] = max(here)
        # Nobody passes before so many are here.
        together.wait()
        with lock:
            here[0] -= 1
        return answer(body)

    with RawServer(waiting) as server:
        client = both.client(base_url=server.url)
        reply = both.run(lambda: client.embed(**V2, texts=texts(96 * bound * 2)))
    assert here == [0, bound]
    assert reply.embeddings.float == [vector("float", number) for number in range(96 * bound * 2)]


def test_batches_go_out_in_a_thread_that_outlives_the_main_thread() -> None:
    code = """
import json, threading, cohere_chat
from cohere_chat._httpx import httpx

def answer(request):
    texts = json.loads(request.content)["texts"]
    return httpx.Response(200, json={"id": "e", "embeddings": {"float": [[1.0]] * len(texts)}})

def embed():
    threading.main_thread().join()
    own = httpx.Client(transport=httpx.MockTransport(answer))
    client = cohere_chat.ClientV2("k", base_url="http://x", httpx_client=own)
    print(len(client.embed(model="m", input_type="clustering", texts=["a"] * 200).embeddings.float))

threading.Thread(target=embed).start()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("200\n", "")


def test_batches_go_out_one_after_the_other_where_no_thread_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.12 starts none once the main thread has ended."""

    class Unstartable(threading.Thread):
        def start(self) -> None:
            raise RuntimeError("can't create new thread at interpreter shutdown")

    monkeypatch.setattr(_parallel, "Thread", Unstartable)
    with RawServer(answer) as server, cohere_chat.ClientV2("k", base_url=server.url) as client:
        reply = client.embed(**V2, texts=texts(200))
    assert [vector[0] for vector in reply.embeddings.float or ()] == [number + 0.5 for number in range(200)]
    assert server.connections == 1


@pytest.mark.off_contract
@pytest.mark.parametrize("name", ["Client", "ClientV2"])
@pytest.mark.parametrize("types", [None, ["int8", "float"]])
def test_a_stream_of_vectors_is_read_batch_by_batch(both: Both, name: str, types: list[str] | None) -> None:
    taken: list[str] = []

    def source() -> Iterable[str]:
        for text in texts(7):
            taken.append(text)
            yield text

    given = V2 if name == "ClientV2" else {}
    with RawServer(answer) as server:
        client = both.client(base_url=server.url, name=name)
        kinds = None if types is None else iter(types)
        stream = client.embed_stream(**given, texts=source(), embedding_types=kinds, batch_size=3)
        assert (server.requests, taken) == ([], [])
        first = both.run(lambda: next(stream) if both.kind == "sync" else anext(stream))
        assert (len(server.requests), taken) == (1, texts(3))
        read = [first, *both.collect(stream)]
    assert [body["texts"] for _, body in server.requests] == [texts(7)[:3], texts(7)[3:6], texts(7)[6:]]
    path = "/v2/embed" if name == "ClientV2" else "/v1/embed"
    assert {line.split(" ")[1] for line in server.lines} == {path}
    for kind in types or ["float"]:
        mine = [one for one in read if one.embedding_type == kind]
        assert [(one.index, one.text) for one in mine] == list(enumerate(texts(7)))
        assert [one.embedding for one in mine] == [vector(kind, number) for number in range(7)]
    assert len(read) == 7 * len(types or ["float"])
    assert isinstance(first, cohere_chat.StreamedEmbedding)


def test_a_stream_of_vectors_may_be_empty(both: Both) -> None:
    with RawServer() as server:
        client = both.client(base_url=server.url)
        assert both.collect(client.embed_stream(**V2, texts=[])) == []
    assert server.requests == []


def test_a_stream_of_vectors_gives_those_before_an_error_which_names_the_batch(both: Both) -> None:
    read: list[Any] = []
    with RawServer(fails_from(2)) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.BadRequestError) as caught:
            both.collect(client.embed_stream(**V2, texts=texts(5), batch_size=2), into=read)
    assert [one.index for one in read] == [0, 1]
    assert caught.value.batch == "texts[2:4]"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"texts": "one"}, "texts must be a list"),
        ({"texts": None}, "texts must be"),
        ({"texts": [], "batch_size": 0}, "1 or more"),
        ({"texts": [], "model": None}, "the required argument 'model' is missing"),
        ({"texts": [], "request_options": {"timeouts": 1}}, "unknown request option 'timeouts'"),
    ],
)
def test_a_stream_of_vectors_refuses_wrong_arguments_at_once(both: Both, given: Any, error: str) -> None:
    with pytest.raises((TypeError, ValueError), match=error):
        both.client(base_url="http://127.0.0.1:1").embed_stream(**{**V2, **given})


@pytest.mark.off_contract
@pytest.mark.parametrize(("wrong", "error"), [(5, r"must be a str, not int"), (object(), "object can't be serialised")])
def test_a_stream_of_vectors_names_the_place_of_a_wrong_text_among_all(both: Both, wrong: Any, error: str) -> None:
    read: list[Any] = []
    with RawServer(answer) as server:
        stream = both.client(base_url=server.url).embed_stream(**V2, texts=[*texts(99), wrong], batch_size=40)
        with pytest.raises(TypeError, match=rf"texts\[99\]:? {error}"):
            both.collect(stream, into=read)
    assert len(read) == 80


def test_a_stream_of_vectors_passes_on_other_errors_as_they_are(both: Both) -> None:
    def read_key() -> str:
        raise ValueError("the vault is closed")

    stream = both.client(read_key, base_url="http://127.0.0.1:1").embed_stream(**V2, texts=["a"])
    with pytest.raises(ValueError, match="the vault is closed"):
        both.collect(stream)


@pytest.mark.parametrize(
    ("embeddings", "found"),
    [
        (None, "no"),
        ([], "0 float"),
        ({"float": None}, "no"),
        ({"float": [], "of_tomorrow": []}, "0 float and 0 of_tomorrow"),
        ({"float": [[1.0]], "int8": [[1], [2]]}, "1 float and 2 int8"),
        ([[1.0], [2.0]], "2 float"),
    ],
)
def test_a_stream_does_not_leave_out_texts_whose_vectors_are_missing(both: Both, embeddings: Any, found: str) -> None:
    with RawServer(http(200, {"id": "1", "embeddings": embeddings})) as server:
        client = both.client(base_url=server.url, name="Client")
        with pytest.raises(cohere_chat.InvalidResponseError) as caught:
            both.collect(client.embed_stream(texts=["a"]))
    assert str(caught.value) == f"the reply has {found} embeddings for 1 items (in texts[0:1])"


def test_empty_lists_of_types_that_were_not_asked_for_are_left_out(both: Both) -> None:
    def with_empty(body: dict[str, Any]) -> Sequence[Step]:
        return http(
            200,
            {
                "id": "1",
                "embeddings": {"float": [vector("float", number_in(text)) for text in body["texts"]], "int8": []},
            },
        )

    with RawServer(with_empty) as server:
        client = both.client(base_url=server.url)
        assert len(both.run(lambda: client.embed(**V2, texts=texts(200))).embeddings.float) == 200
        given = both.collect(client.embed_stream(**V2, texts=texts(3)))
    assert [each.embedding_type for each in given] == ["float"] * 3


@pytest.mark.parametrize("kind", ["texts", "inputs"])
def test_a_batch_with_too_few_vectors_is_not_merged_with_others(both: Both, kind: str) -> None:
    """The vectors after it would be taken for those of other texts."""

    def short(body: dict[str, Any]) -> Sequence[Step]:
        begins = number_in(body[kind][0])
        return answer({**body, kind: body[kind][1:]} if begins == 96 else body)

    with RawServer(short) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.InvalidResponseError) as caught:
            both.run(lambda: client.embed(**V2, **many(200)[kind], embedding_types=["float", "int8"]))
    assert caught.value.batch == f"{kind}[96:192]"
    assert str(caught.value).startswith("the reply has 95 float and 95 int8 embeddings for 96 items")


def test_a_batch_without_a_type_that_others_have_is_not_merged_with_them(both: Both) -> None:
    def either(body: dict[str, Any]) -> Sequence[Step]:
        return answer({**body, "embedding_types": ["int8"]} if number_in(body["texts"][0]) else body)

    with RawServer(either) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.InvalidResponseError, match="has 96 float and 100 int8 embeddings"):
            both.run(lambda: client.embed(**V2, texts=texts(100), embedding_types=["float", "int8"]))
