"""No public name vanishes: what a version has, the next one has."""

from __future__ import annotations

from pathlib import Path

import public_names
import pytest

RECORDED = public_names.read(public_names.LIST.read_text())
FOUND = public_names.public_names()


def test_every_recorded_name_is_there() -> None:
    """Keep the old name, with a DeprecationWarning, if this fails."""
    assert public_names.missing(RECORDED, FOUND) == []


def test_every_name_is_recorded() -> None:
    """Run `python tools/public_names.py` if this fails."""
    assert public_names.missing(FOUND, RECORDED) == []


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("cohere_chat", "ClientV2"),
        ("cohere_chat.types", "ChatMessageV2Param"),
        ("cohere_chat.errors", "NotImplementedError"),
        ("cohere_chat.ClientV2", "embed_stream"),
        ("cohere_chat.ClientV2()", "api_key"),
        ("cohere_chat.ClientV2.chat()", "temperature"),
        ("cohere_chat.AsyncClient.datasets", "create"),
        ("cohere_chat.AsyncClient.datasets.create()", "eval_data"),
        ("cohere_chat.AsyncClient.audio.transcriptions.create()", "file"),
        ("cohere_chat.ChatStream", "final_response"),
        ("cohere_chat.ToolV2", "function"),
        ("cohere_chat.ToolV2Param", "function"),
        ("cohere_chat.RetryPolicy()", "retry_creates"),
        ("cohere_chat.RetryPolicy.delay()", "chance"),
        ("cohere_chat.ApiError", "request_id"),
        ("cohere_chat.emulator.Emulator", "requests"),
        ("cohere_chat_api.types.Model", "model_dump"),
    ],
)
def test_names_of_each_kind_are_recorded_and_missed(name: str, member: str) -> None:
    less = {**FOUND, name: FOUND[name] - {member}}
    assert public_names.missing(RECORDED, less) == [f"{name} {member}"]


def test_the_tool_adds_what_is_new_and_keeps_what_has_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "names.txt"
    monkeypatch.setattr(public_names, "LIST", file)
    monkeypatch.setattr(public_names, "public_names", lambda: {"a": {"x"}, "b": {"y", "z"}})
    public_names.main()
    assert file.read_text() == "a x\nb y z\n"
    monkeypatch.setattr(public_names, "public_names", lambda: {"b": {"y", "new"}})
    with pytest.raises(SystemExit, match="gone missing:\na x\nb z"):
        public_names.main()
    assert file.read_text() == "a x\nb new y z\n"
