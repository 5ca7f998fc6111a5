"""A conversation remembers whole turns, as many as it may."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import cohere_chat
import pytest
from cohere_chat.emulator import Emulator
from support import CHAT, Both
from toolcalls import ANSWER, asks

MODEL = CHAT["model"]


def search(query: str) -> str:
    return f"About {query}"


@pytest.fixture
def client(both: Both, cohere_emulator: Emulator) -> Any:
    return both.client(base_url=cohere_emulator.url)


def sent(emulator: Emulator) -> list[tuple[str, Any]]:
    """The newest request's messages, by role and content."""
    return [(message["role"], message.get("content")) for message in emulator.requests[-1].body["messages"]]


def said(text: str, read: int, written: int, **more: Any) -> dict[str, Any]:
    """A reply that reports its usage."""
    usage = {"tokens": {"input_tokens": read, "output_tokens": written}, **more}
    return {"message": {"content": [{"type": "text", "text": text}]}, "usage": usage}


def test_it_remembers_what_was_said(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    chat = client.conversation(model=MODEL, system="Be brief.", temperature=0)
    for text in ("One", "Two"):
        cohere_emulator.reply_with(f"{text}!")
        assert both.run(lambda text=text: chat.say(text)).text == f"{text}!"
    both.run(lambda: chat.say([{"type": "text", "text": "Three"}]))
    assert sent(cohere_emulator) == [
        ("system", "Be brief."),
        ("user", "One"),
        ("assistant", [{"type": "text", "text": "One!"}]),
        ("user", "Two"),
        ("assistant", [{"type": "text", "text": "Two!"}]),
        ("user", [{"type": "text", "text": "Three"}]),
    ]
    body = cohere_emulator.requests[-1].body
    assert body["temperature"] == 0
    assert "tools" not in body
    assert len(chat.messages) == 7
    assert "3 turns" in repr(chat)


def test_a_stream_is_remembered_when_it_was_read(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    cohere_emulator.reply_with("Yes.")
    chat = client.conversation(model=MODEL)
    stream = chat.stream("Well?")
    assert chat.messages == []
    assert "".join(both.collect(stream.text_stream)) == "Yes."
    assert [message["role"] for message in json.loads(json.dumps(chat.messages, default=dict))] == ["user", "assistant"]


def test_a_stream_that_is_left_leaves_no_trace(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    chat = client.conversation(model=MODEL)
    cohere_emulator.fail_next(cut=4)
    with pytest.raises(cohere_chat.StreamInterruptedError):
        both.collect(chat.stream("Well?"))
    cohere_emulator.fail_next(status=400)
    with pytest.raises(cohere_chat.BadRequestError):
        both.run(lambda: chat.say("Well?"))
    assert chat.messages == []
    both.run(lambda: chat.say("Now?"))
    assert sent(cohere_emulator) == [("user", "Now?")]


def test_calls_of_tools_belong_to_their_turn(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    chat = client.conversation(model=MODEL, tools=iter([search]))
    for _ in range(2):
        cohere_emulator.reply_with(asks(("search", {"query": "a"})))
        cohere_emulator.reply_with(ANSWER)
        both.run(lambda: chat.say("Search"))
    turn = ["user", "assistant", "tool", "assistant"]
    assert [role for role, _ in sent(cohere_emulator)] == [*turn, *turn[:-1]]


def test_each_turn_offers_the_tools_that_it_was_made_with(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    def other() -> None: ...

    class Once:
        left = iter([search])

        def __iter__(self) -> Any:
            return self.left

    tools = [search]
    chats = [client.conversation(model=MODEL, tools=given) for given in (tools, Once())]
    for change in (lambda: tools.append(other), tools.clear):
        change()
        for chat in chats:
            both.run(lambda chat=chat: chat.say("Well?"))
            offered = cohere_emulator.requests[-1].body["tools"]
            assert [tool["function"]["name"] for tool in offered] == ["search"]


def test_each_turn_sends_what_iterators_gave(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    chat = client.conversation(model=MODEL, documents=(text for text in ["a", "b"]))
    for text in ("One", "Two"):
        both.run(lambda text=text: chat.say(text))
        assert cohere_emulator.requests[-1].body["documents"] == ["a", "b"]


def test_two_turns_at_once_are_an_error(both: Both, client: Any) -> None:
    chat = client.conversation(model=MODEL)
    stream = chat.stream("First")
    both.run(lambda: chat.say("Second"))
    with pytest.raises(RuntimeError, match="another turn was made meanwhile"):
        both.run(stream.finish)
    assert len(chat.messages) == 2


def test_the_oldest_turns_are_forgotten_where_it_becomes_too_long(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    chat = client.conversation(model=MODEL, system="S", max_history_tokens=100)
    # What each turn reports, and which turns are kept after it.
    turns = [((20, 10), "a"), ((40, 10), "ab"), ((60, 20), "abc"), ((115, 20), "d"), ((50, 40), "de")]
    kept = []
    for (usage, _), name in zip(turns, "abcde", strict=True):
        cohere_emulator.reply_with(said(name, *usage))
        both.run(lambda name=name: chat.say(name))
        roles = [message["role"] if isinstance(message, dict) else "assistant" for message in chat.messages]
        assert roles == ["system", *["user", "assistant"] * (len(roles) // 2)]
        kept.append("".join(message["content"] for message in chat.messages if message_is(message, "user")))
    # 135 tokens after d: a frees the 10 that it wrote (what it read is not known apart from the system message), b
    # frees 20, which leaves 105, and c frees 30.
    assert kept == [name for _, name in turns]


def message_is(message: Any, role: str) -> bool:
    return isinstance(message, dict) and bool(message["role"] == role)


def test_a_turn_that_is_too_long_by_itself_is_forgotten_but_the_system_message_stays(
    both: Both, client: Any, cohere_emulator: Emulator
) -> None:
    chat = client.conversation(model=MODEL, system="S", max_history_tokens=10)
    cohere_emulator.reply_with(said("a", 50, 50))
    both.run(lambda: chat.say("a"))
    assert chat.messages == [{"role": "system", "content": "S"}]


def test_without_usage_nothing_is_forgotten(both: Both, client: Any, cohere_emulator: Emulator) -> None:
    chat = client.conversation(model=MODEL, max_history_tokens=1)
    cohere_emulator.reply_with({"message": {"content": [{"type": "text", "text": "a"}]}, "usage": None})
    both.run(lambda: chat.say("a"))
    assert len(chat.messages) == 2


def test_it_can_be_saved_and_gone_on_with(both: Both, client: Any, cohere_emulator: Emulator, tmp_path: Path) -> None:
    path = tmp_path / "chat.json"
    chat = client.conversation(model=MODEL, system="Be brief.", tools=[search])
    cohere_emulator.reply_with(asks(("search", {"query": "a"})))
    cohere_emulator.reply_with("Grüße 😀")
    both.run(lambda: chat.say("Hello!"))
    chat.save(path)
    chat.save(str(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    both.run(lambda: chat.say("More?"))
    before = cohere_emulator.requests[-1].body["messages"]
    again = client.conversation(model=MODEL, load=path, tools=[search])
    both.run(lambda: again.say("More?"))
    assert cohere_emulator.requests[-1].body["messages"] == before
    other = client.conversation(model=MODEL, load=path, system="Be long.")
    assert other.messages[0] == {"role": "system", "content": "Be long."}


def test_a_conversation_that_cannot_be_saved_leaves_the_old_file(
    both: Both, client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chat.json"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space left"):
        client.conversation(model=MODEL).save(path)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("chat.json", "old")]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"turns": [{}], "system": null, "tokens": 0}', '"\\ud800"'])
def test_a_file_that_holds_none_is_refused(client: Any, tmp_path: Path, content: str) -> None:
    path = tmp_path / "chat.json"
    path.write_text(content)
    with pytest.raises(ValueError, match=r"chat\.json holds no conversation"):
        client.conversation(model=MODEL, load=path)


def test_a_file_that_is_not_there_is_an_os_error(client: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        client.conversation(model=MODEL, load=tmp_path / "none")


@pytest.mark.parametrize(
    ("options", "error", "problem"),
    [
        ({"max_history_tokens": 0}, ValueError, "max_history_tokens must be 1 or more, not 0"),
        ({"max_history_tokens": "8000"}, TypeError, "max_history_tokens must be an int, not str"),
        ({"max_turns": 0}, ValueError, "max_turns must be 1 or more, not 0"),
        ({"tools": [lambda: 1]}, TypeError, "a lambda has no name"),
    ],
)
def test_wrong_options_are_refused_at_once(client: Any, options: Any, error: type[Exception], problem: str) -> None:
    with pytest.raises(error, match=problem):
        client.conversation(model=MODEL, **options)


def test_messages_are_no_argument_of_a_conversation(client: Any) -> None:
    with pytest.raises(TypeError, match="use system, load, or say"):
        client.conversation(model="m", messages=[{"role": "user", "content": "before"}])
