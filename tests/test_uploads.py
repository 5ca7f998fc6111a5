"""Uploads: what may be passed as a file, how it goes out, and what is refused before anything is sent."""

from __future__ import annotations

import gzip
import io
import os
import pathlib
import tempfile
import tracemalloc
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cohere_chat
import pytest
from cohere_chat._httpx import httpx
from rawserver import HOLD, RawServer, http
from support import Both
from test_operations import parts

CREATED = {"id": "d-1"}
TRANSCRIBED = {"text": "Hello."}
CONTENT = bytes(range(256)) * 3 + b"\r\n--x\r\n"


def create(both: Both, client: Any, data: Any, **more: Any) -> Any:
    return both.run(lambda: client.datasets.create(name="d", type="embed-input", data=data, **more))


def transcribe(both: Both, client: Any, file: Any, **more: Any) -> Any:
    arguments: dict[str, Any] = {"model": "cohere-transcribe", "language": "en", "file": file, **more}
    return both.run(lambda: client.audio.transcriptions.create(**arguments))


def sent_types(server: RawServer) -> dict[str, str]:
    """The media type of each file."""
    content: bytes = server.requests[-1][1]
    types = {}
    for part in content.split(b"Content-Disposition")[1:]:
        head = part.partition(b"\r\n\r\n")[0].decode()
        if "filename" in head:
            types[head.partition('name="')[2].partition('"')[0]] = head.partition("Content-Type: ")[2]
    return types


class Pipe(io.RawIOBase):
    """A file that can be read only once, such as a pipe."""

    def __init__(self, content: bytes) -> None:
        self._rest = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._rest.read(size)


class Readable:
    """The least that can be read: an object of another library, say."""

    def __init__(self, content: bytes) -> None:
        self._rest = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._rest.read(size)


class Heedless:
    """A file of another library that gives what it wants whatever the size, and knows the simplest of seek()."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self.seek(0)

    def read(self, size: int | None = None) -> bytes:
        return next(self._pieces, b"")

    def seek(self, place: int) -> None:
        self._pieces = iter([self._content[place : place + 5], self._content[place + 5 :]])


class Chunks:
    """The same, which can be read only once."""

    def __init__(self, content: bytes) -> None:
        self._pieces = iter([content[:5], content[5:]])

    def read(self, size: int) -> bytes:
        return next(self._pieces, b"")


def pipe(content: bytes) -> Any:
    """A pipe without a buffer, which has seek() and refuses it."""
    ours, theirs = os.pipe()
    os.write(theirs, content)
    os.close(theirs)
    return os.fdopen(ours, "rb", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "rows.jsonl"
    found.write_bytes(CONTENT)
    return found


@pytest.mark.parametrize(
    ("given", "name", "media_type"),
    [
        (lambda path: path, "rows.jsonl", None),
        (pathlib.PurePosixPath, "rows.jsonl", None),
        (lambda path: path.open("rb"), "rows.jsonl", None),
        (lambda path: CONTENT, "upload", "application/octet-stream"),
        (lambda path: bytearray(CONTENT), "upload", "application/octet-stream"),
        (lambda path: memoryview(CONTENT), "upload", "application/octet-stream"),
        (lambda path: io.BytesIO(CONTENT), "upload", "application/octet-stream"),
        (lambda path: Pipe(CONTENT), "upload", "application/octet-stream"),
        (lambda path: Readable(CONTENT), "upload", "application/octet-stream"),
        (lambda path: Heedless(CONTENT), "upload", "application/octet-stream"),
        (lambda path: Chunks(CONTENT), "upload", "application/octet-stream"),
        (lambda path: pipe(CONTENT), "upload", "application/octet-stream"),
        (lambda path: ("a.csv", CONTENT), "a.csv", "text/csv"),
        (lambda path: ("a.csv", CONTENT, "text/x"), "a.csv", "text/x"),
        (lambda path: ('a b"c\u00e9.csv', path), None, "text/csv"),
        (lambda path: ("a.csv", path.open("rb")), "a.csv", "text/csv"),
        (lambda path: ("a.csv", Pipe(CONTENT), "text/csv"), "a.csv", "text/csv"),
    ],
)
def test_a_file_goes_out_byte_for_byte_with_its_name_and_type(
    both: Both, path: Path, given: Any, name: str | None, media_type: str | None
) -> None:
    data = given(path)
    with RawServer(http(200, CREATED)) as server:
        created = create(both, both.client(base_url=server.url), data)
        headers, body = server.requests[0]
    assert created.id == "d-1"
    sent_name, content = parts(headers, body)["data"]
    assert content == CONTENT
    if name:
        assert sent_name == name
    if media_type:
        assert sent_types(server) == {"data": media_type}
    for file in data if isinstance(data, tuple) else [data]:
        if isinstance(file, io.BufferedReader | io.FileIO):
            assert not file.closed, "the caller's own file stays open"
            file.close()


def test_the_same_holds_for_a_form_with_fields(both: Both, path: Path) -> None:
    with RawServer(http(200, TRANSCRIBED)) as server:
        client = both.client(base_url=server.url)
        assert transcribe(both, client, path, temperature=0.5).text == "Hello."
        headers, body = server.requests[0]
    assert parts(headers, body) == {
        "model": (None, b"cohere-transcribe"),
        "language": (None, b"en"),
        "temperature": (None, b"0.5"),
        "file": ("rows.jsonl", CONTENT),
    }


def test_two_files_and_the_query_beside_them(both: Both, path: Path) -> None:
    with RawServer(http(200, CREATED)) as server:
        create(both, both.client(base_url=server.url), path, eval_data=("e.csv", b"1"), keep_fields=["a", "b"])
        headers, body = server.requests[0]
    assert parts(headers, body) == {"data": ("rows.jsonl", CONTENT), "eval_data": ("e.csv", b"1")}
    assert server.lines[0].split(" ")[1] == "/v1/datasets?name=d&type=embed-input&keep_fields=a&keep_fields=b"


def test_a_file_is_read_from_its_beginning_wherever_it_was_left(both: Both, path: Path) -> None:
    with RawServer(http(200, CREATED)) as server, path.open("rb") as file:
        file.seek(100)
        create(both, both.client(base_url=server.url), file)
        headers, body = server.requests[0]
    assert parts(headers, body)["data"][1] == CONTENT


def test_a_compressed_file_goes_out_as_it_reads(both: Both, path: Path) -> None:
    """The size of the file on the disk is not that of its content."""
    packed = path.with_suffix(".gz")
    packed.write_bytes(gzip.compress(CONTENT))
    with RawServer(http(503), http(200, CREATED)) as server, gzip.open(packed) as file:
        client = both.client(base_url=server.url, retry_policy=cohere_chat.RetryPolicy(retry_creates=True))
        create(both, client, file)
    assert [parts(headers, body)["data"][1] for headers, body in server.requests] == [CONTENT] * 2


def test_a_pipe_goes_out_to_its_end(both: Both) -> None:
    """A pipe has a file descriptor, but no size."""
    read, write = os.pipe()
    with os.fdopen(write, "wb") as file:
        file.write(CONTENT)
    with RawServer(http(200, CREATED)) as server, os.fdopen(read, "rb") as file:
        create(both, both.client(base_url=server.url), file)
        headers, body = server.requests[0]
    assert parts(headers, body)["data"] == ("upload", CONTENT)


def test_a_client_of_the_callers_own_sends_it_as_well(both: Both, path: Path) -> None:
    kind = httpx.Client if both.kind == "sync" else httpx.AsyncClient
    own: Any = kind(headers={"X-Own": "1"}, trust_env=False)
    with RawServer(http(200, CREATED)) as server:
        create(both, both.client(base_url=server.url, httpx_client=own), path)
        headers, body = server.requests[0]
        both.run(own.close if both.kind == "sync" else own.aclose)
    assert headers["x-own"] == "1"
    assert parts(headers, body)["data"] == ("rows.jsonl", CONTENT)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("rows.jsonl", r"data must be a pathlib.Path, .*; for the path 'rows.jsonl', pass pathlib.Path\(...\)"),
        (5, "data must be .*, not int"),
        ({"a": 1}, "data must be .*, not dict"),
        ([b"x"], "data must be .*, not list"),
        (io.StringIO("x"), "not a file that is open for text: open it with mode 'rb'"),
        ((), "data must be"),
        (("a.csv",), "data must be"),
        (("a.csv", "text"), "pass pathlib.Path"),
        ((b"a.csv", b"x"), "data must be"),
        (("a.csv", b"x", b"text/csv"), "data must be"),
        (("a.csv", b"x", "text/csv", {}), "data must be"),
        (("a.csv", 5), "not int"),
        (SimpleNamespace(read=lambda: b"x"), "data must be .*, not SimpleNamespace"),
        (SimpleNamespace(read=lambda size: None), "data must be .*, not SimpleNamespace"),
    ],
)
def test_what_is_no_file_is_refused_before_anything_is_sent(both: Both, given: Any, error: str) -> None:
    with RawServer() as server, pytest.raises(TypeError, match=error):
        create(both, both.client(base_url=server.url), given)
    assert server.connections == 0


@pytest.mark.parametrize("wrong", ["text/plain\r\nX-Evil: 1", "text/plain\n", "text/\u00e9", " text/plain"])
def test_a_media_type_that_would_not_be_one_header_is_refused(both: Both, path: Path, wrong: str) -> None:
    with RawServer() as server, pytest.raises(ValueError, match="the media type of data must be visible ASCII"):
        create(both, both.client(base_url=server.url), ("a.csv", path, wrong))
    assert server.connections == 0


def test_a_name_can_not_end_its_header(both: Both) -> None:
    with RawServer(http(200, CREATED)) as server:
        create(both, both.client(base_url=server.url), ('a"\r\nX-Evil: 1.csv', b"x"))
        headers, body = server.requests[0]
    assert parts(headers, body) == {"data": ("a%22%0D%0AX-Evil: 1.csv", b"x")}


def test_a_file_that_is_open_for_text_closed_or_not_there_is_refused(both: Both, path: Path) -> None:
    with RawServer() as server:
        client = both.client(base_url=server.url)
        with path.open(encoding="latin-1") as text, pytest.raises(TypeError, match="mode 'rb'"):
            create(both, client, text)
        # These are not of the classes of io.
        wrappers: list[Any] = [tempfile.NamedTemporaryFile, tempfile.SpooledTemporaryFile]
        for wrapper in wrappers:
            with wrapper(mode="w+") as text, pytest.raises(TypeError, match="mode 'rb'"):
                create(both, client, text)
        with path.open("rb") as closed:
            pass
        with pytest.raises(ValueError, match="data is a file that is closed: open it again"):
            create(both, client, closed)
        with (
            path.open("ab") as written,
            pytest.raises(TypeError, match=r"data must be .*, not a file that is open for"),
        ):
            create(both, client, written)
        with pytest.raises(FileNotFoundError, match=r"gone.csv"):
            create(both, client, path.with_name("gone.csv"))
        with pytest.raises(IsADirectoryError):
            create(both, client, path.parent)
    assert server.connections == 0


def test_files_are_closed_if_another_argument_is_refused(both: Both, path: Path) -> None:
    """A file that is left open would be a ResourceWarning, which is an error here."""
    with RawServer() as server:
        client = both.client(base_url=server.url)
        with pytest.raises(TypeError, match="eval_data must be"):
            create(both, client, path, eval_data="x")
        with pytest.raises(TypeError, match="name must be a str, a number"):
            both.run(lambda: client.datasets.create(name=object(), type="embed-input", data=path))
    assert server.connections == 0


def test_a_file_that_fails_while_it_is_read_is_no_failure_of_the_network(both: Both) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError("the disk is gone")
            return super().read(10)

    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(ValueError, match="file can't be read to its end: the disk is gone"):
            transcribe(both, client, Broken(CONTENT))
        assert server.wait_open(0)
    # The server may not have noticed the first.
    assert server.connections <= 1


@pytest.mark.parametrize("change", [b"", b"more", CONTENT * 1000])
def test_a_file_that_changes_while_it_is_read_is_no_failure_of_the_network(both: Both, change: bytes) -> None:
    """Its length is in the headers, which have been sent."""

    class Changing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            piece = super().read(size)
            if piece and not change:
                self.truncate(5)
                return piece[:5]
            if piece and len(self.getvalue()) == len(CONTENT):
                place = self.tell()
                super().write(change)
                self.seek(place)
            return piece

    with RawServer([HOLD]) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(ValueError, match=f"file changed while it was read: it had {len(CONTENT)} bytes before"):
            transcribe(both, client, Changing(CONTENT))
        assert server.wait_open(0)
    assert server.connections <= 1


@pytest.mark.parametrize("rewindable", ["path", "file", "bytes"])
def test_a_retry_sends_the_same_content(both: Both, path: Path, rewindable: str) -> None:
    with RawServer(http(503), http(429), http(200, TRANSCRIBED)) as server, path.open("rb") as file:
        client = both.client(base_url=server.url)
        transcribe(both, client, {"path": path, "file": file, "bytes": CONTENT}[rewindable])
    assert [parts(headers, body)["file"][1] for headers, body in server.requests] == [CONTENT] * 3


@pytest.mark.parametrize("kind", [Pipe, Readable])
def test_what_can_be_read_only_once_is_not_tried_again(both: Both, kind: type[Any]) -> None:
    with RawServer(http(503), http(200, TRANSCRIBED)) as server:
        client = both.client(base_url=server.url)
        with pytest.raises(cohere_chat.ServiceUnavailableError) as caught:
            transcribe(both, client, kind(CONTENT))
    assert len(server.requests) == 1
    assert caught.value.attempts == 1
    headers, body = server.requests[0]
    assert parts(headers, body)["file"][1] == CONTENT


class Counted(RawServer):
    """Reads bodies away and keeps their sizes alone."""

    def __init__(self, *answers: Any) -> None:
        super().__init__(*answers)
        self.sizes: list[int] = []

    def _read_request(self, file: Any) -> Any:
        if not file.readline():
            return None
        size = 0
        while line := file.readline().strip():
            name, _, value = line.decode().partition(": ")
            size = int(value) if name.lower() == "content-length" else size
        buffer = memoryview(bytearray(1024 * 1024))
        rest = size
        while rest:
            rest -= file.readinto(buffer[: min(rest, len(buffer))])
        self.sizes.append(size)
        return b""


def check_large_upload(both: Both, file: Path, size: int, given: str) -> None:
    """A file goes out in pieces, also a second time, within 10 MB of memory."""
    with file.open("wb") as made:
        made.truncate(size)  # sparse: it takes no room on the disk
    with Counted(http(503), http(200, TRANSCRIBED)) as server, file.open("rb") as opened:
        client = both.client(base_url=server.url)
        tracemalloc.start()
        try:
            transcribe(both, client, file if given == "path" else opened)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert len(server.sizes) == 2
    assert all(size < sent < size + 2000 for sent in server.sizes)
    # The server's buffer and all that a first call imports included.
    assert peak < 10_000_000


@pytest.mark.parametrize("given", ["path", "file"])
@pytest.mark.unmeasured
def test_a_large_file_goes_out_in_pieces(both: Both, tmp_path: Path, given: str) -> None:
    """One of 1 GB does in tests_slow/test_large_uploads.py."""
    check_large_upload(both, tmp_path / "large.wav", 40_000_000, given)
