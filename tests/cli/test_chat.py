"""`cohere-chat chat` with a question."""

import json
import os
import re
import stat
import sys

import pytest
from cohere_chat.__main__ import main
from cohere_chat.cli._run import command
from support import ROOT

QUESTION = "Tell me about LLMs"
ANSWER = "LLMs stand for Large Language Models"


def messages(request):
    return [(message["role"], text_of(message["content"])) for message in request.body["messages"]]


def text_of(content):
    return content if isinstance(content, str) else content[0]["text"]


def test_a_question_is_answered_in_plain_text_and_streamed(run, api):
    done = run("chat", QUESTION)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(ANSWER)
    assert done.out.endswith(".\n")
    assert "\x1b" not in done.out
    assert api.requests[0].body == {
        "model": "command-a-plus-05-2026",
        "messages": [{"role": "user", "content": QUESTION}],
        "stream": True,
    }


def test_words_are_one_prompt(run, api):
    assert run("chat", "Tell", "me", "-o", "seed=1", "more").status == 0
    assert messages(api.requests[0]) == [("user", "Tell me more")]


def test_options_set_the_model_the_system_message_and_parameters(run, api):
    words = ("-m", "command-r-08-2024", "-s", "Be short.", "-o", "seed=7", "-o", "temperature=0")
    assert run("chat", *words, "Hi").status == 0
    body = api.requests[0].body
    assert (body["model"], body["seed"], body["temperature"]) == ("command-r-08-2024", 7, 0)
    assert messages(api.requests[0]) == [("system", "Be short."), ("user", "Hi")]


def test_the_environment_names_the_model(run, api, monkeypatch):
    monkeypatch.setenv("CO_MODEL", "command-r-08-2024")
    run("chat", "Hi")
    assert api.requests[0].body["model"] == "command-r-08-2024"


@pytest.mark.parametrize(
    ("prompt", "piped", "question"),
    [("Sum up:", "a\nb\n", "Sum up:\n\na\nb\n"), (None, "Hi\n", "Hi\n"), ("Hi", "", "Hi")],
)
def test_piped_input_follows_the_prompt(run, api, prompt, piped, question):
    assert run("chat", *([prompt] if prompt else []), piped=piped).status == 0
    assert messages(api.requests[0]) == [("user", question)]


def test_no_input_at_all_is_no_piped_input(run, api, monkeypatch):
    """As under a window manager, where a program has no standard input."""
    from cohere_chat.cli import _run

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", None)
        assert _run.read_piped() is None


def test_a_reply_that_ends_a_line_gets_no_second_one(run, api):
    api.reply_with("done\n")
    assert run("chat", "Hi").out == "done\n"


def test_thoughts_go_to_standard_error(run, api):
    done = run("chat", "Hi", "--thinking")
    assert done.err.startswith("The user wants an answer")
    assert done.err.endswith(".\n")
    assert done.out.startswith('"Hi" is what you wrote.')
    assert api.requests[0].body["thinking"] == {"type": "enabled"}
    assert run("chat", "Hi", "-o", 'thinking={"type": "enabled"}').err == ""


def test_json_is_the_whole_reply_on_a_line(run, api):
    api.reply_with("é")
    (reply,) = run("chat", "Hi", "--json").lines
    assert reply["message"]["content"] == [{"type": "text", "text": "é"}]
    assert reply["finish_reason"] == "COMPLETE"


def test_a_schema_makes_the_reply_json_and_nothing_else(run, api, tmp_path):
    schema = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(schema))
    (value,) = run("chat", "A cat as JSON", "--schema", str(path)).lines
    assert list(value) == ["name"]
    assert api.requests[0].body["response_format"] == {"type": "json_object", "json_schema": schema}
    api.reply_with('{"name": "To')
    done = run("chat", "A cat", "--schema", str(path))
    assert done.status == 1
    assert done.err.startswith("cohere-chat chat: the reply is not JSON: ")
    api.reply_with('{"name": "Tom"}')
    done = run("chat", "A cat", "--schema", str(path), "-o", "max_tokens=2")
    assert done.err.startswith("cohere-chat chat: the reply is not JSON (it was cut short: MAX_TOKENS): ")


@pytest.mark.parametrize("more", [(), ("--json",)])
@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("Tom", "the reply is not JSON: "),
        ('{"age": NaN}', "the reply is not JSON: NaN is not a JSON number"),
        ({"content": '{"name": "To', "finish_reason": "MAX_TOKENS"}, "the reply is not JSON (it was cut short: "),
        ({"content": '{"name": "Tom"}', "finish_reason": "MAX_TOKENS"}, "the reply was cut short: MAX_TOKENS"),
    ],
)
def test_a_reply_that_a_schema_rules_out_is_an_error(run, api, state, tmp_path, more, reply, told):
    path = tmp_path / "schema.json"
    path.write_text('{"type": "object"}')
    if isinstance(reply, dict):
        content = [{"type": "text", "text": reply["content"]}]
        reply = {"message": {"role": "assistant", "content": content}, "finish_reason": reply["finish_reason"]}
    api.reply_with(reply)
    done = run("chat", "A cat", "--schema", str(path), *more)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"cohere-chat chat: {told}")
    assert done.err.count("\n") == 1
    assert not state.exists()


def test_json_is_coloured_on_a_terminal(run, api):
    api.reply_with("é")
    shown = run("chat", "Hi", "--json", terminal=True).out
    assert "\x1b[" in shown
    assert "é" in shown


def test_documents_are_cited_with_footnotes(run, api, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tall.txt").write_text("Emperor penguins are the tallest.")
    (tmp_path / "home.txt").write_text("Penguins live in Antarctica.")
    done = run("chat", "Which penguins are the tallest?", "-d", "tall.txt", "home.txt", "tall.txt")
    text, empty, *notes, end = done.out.split("\n")
    assert (empty, notes, end) == ("", ["[1] tall.txt", "[2] home.txt"], "")
    assert "the tallest.[1]" in text
    assert "Antarctica.[2]" in text
    assert [document["id"] for document in api.requests[0].body["documents"]] == ["tall.txt", "home.txt"]
    # Thoughts come before the text, whose places are counted without them.
    assert "the tallest.[1]" in run("chat", "What is tallest?", "-d", "tall.txt", "--thinking").out
    # Without citations there are no notes.
    api.reply_with("Who knows?")
    assert run("chat", "Hi", "-d", "tall.txt").out == "Who knows?\n"


def test_a_conversation_is_kept_for_its_owner_alone_and_continued(run, api, state):
    run("chat", "One", "-m", "command-r-08-2024")
    run("chat", "Two", "-c")
    assert [role for role, _ in messages(api.requests[1])] == ["user", "assistant", "user"]
    assert api.requests[1].body["model"] == "command-r-08-2024"
    (path,) = (state / "api").iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    # Another model goes on in a file of its own, and is then the last.
    run("chat", "Three", "-c", "-m", "command-a-03-2025")
    run("chat", "Four", "-c")
    assert len(api.requests[3].body["messages"]) == 7
    assert api.requests[3].body["model"] == "command-a-03-2025"
    assert len(list((state / "api").iterdir())) == 2


def test_no_log_keeps_nothing(run, api, state):
    assert run("chat", "One", "--no-log").status == 0
    assert not state.exists()
    done = run("chat", "Two", "-c")
    assert done.status == 1
    assert done.err == f"cohere-chat chat: there is no conversation to continue in {state / 'api'}\n"


def test_a_conversation_that_cannot_be_kept_is_answered_all_the_same(run, api, state):
    state.write_text("a file in the place of the directory")
    done = run("chat", "Hi")
    assert done.status == 0
    assert done.out
    assert done.err.startswith("cohere-chat chat: the conversation is not kept: ")


def test_a_reply_that_was_cut_says_so(run, api):
    done = run("chat", "Hi there", "-o", "max_tokens=2")
    assert done.status == 0
    assert done.err == "cohere-chat chat: the reply was cut short: MAX_TOKENS\n"


def test_the_emulator_needs_no_key_and_keeps_its_conversations_apart(run, state):
    done = run("chat", QUESTION, "--emulator")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(ANSWER)
    assert [path.name for path in state.iterdir()] == ["emulator"]


def test_the_emulator_is_reached_without_the_proxy(run, monkeypatch, refused):
    monkeypatch.setenv("HTTP_PROXY", f"http://{refused}")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    done = run("chat", QUESTION, "--emulator")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(ANSWER)


def test_without_the_emulator_its_option_says_what_to_install(run, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("cohere_chat.emulator")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = run("chat", "Hi", "--emulator")
    assert done.status == 1
    assert "pip install 'cohere-chat[emulator]'" in done.err


def test_without_a_key_its_variable_is_named(run):
    done = run("chat", "Hi")
    assert done.status == 1
    assert done.err == (
        "cohere-chat chat: no API key: set the environment variable CO_API_KEY, or try --emulator without one\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "no prompt: give one as an argument, or on standard input"),
        (["  "], "no prompt: give one as an argument, or on standard input"),
        (["Hi", "--modle", "x"], "Unknown option: --modle. Did you mean --model?"),
        (["Hi", "-o", "stream=true"], "-o stream=true: there is no parameter 'stream'"),
        (["Hi", "-o", "tools=[]"], "-o tools=[]: no option (a terminal has no functions to call) sets tools"),
        (["-d", __file__, "Hi"], "-d Hi: No such file or directory (the prompt goes before -d)"),
        (["Hi", "-d", "absent"], "-d absent: No such file or directory (the prompt goes before -d)"),
        (["Hi", "--schema", "absent"], "absent: No such file or directory"),
        (["Hi", "--schema", __file__], f"--schema {__file__}: not JSON: "),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(run, api, words, told):
    done = run("chat", *words)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"cohere-chat chat: {told}")
    assert done.err.count("\n") == 1
    assert not api.requests


def test_schemas_and_input_that_are_none_are_refused(run, api, tmp_path):
    path = tmp_path / "x"
    path.write_text("[]")
    assert "x: it must be a JSON object" in run("chat", "Hi", "--schema", str(path)).err
    path.write_text("{}")
    done = run("chat", "Hi", "--schema", str(path), "-d", str(path))
    assert done.err == "cohere-chat chat: a reply in JSON can't cite documents: leave out -d, or --schema\n"
    done = run("chat", "Hi", "--schema", str(path), "-o", 'response_format={"type":"text"}')
    assert "--schema sets response_format" in done.err
    path.write_text('{"minimum": NaN}')
    assert "x: not JSON: NaN is not a JSON number" in run("chat", "Hi", "--schema", str(path)).err
    path.write_bytes(b"\xff")
    assert "x: not UTF-8 text at byte 0" in run("chat", "Hi", "-d", str(path)).err
    assert run("chat", piped=b"a\xff").err == "cohere-chat chat: standard input: not UTF-8 text at byte 1\n"
    assert not api.requests


def test_an_error_of_the_api_is_one_line_without_escape_sequences(run, api, state):
    api.fail_next(status=401, message="no\nkey \x1b[31m")
    done = run("chat", "Hi")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("cohere-chat chat: 401: no key ")
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err
    assert not state.exists()


def test_what_came_before_an_error_is_shown_with_a_line_break(run, api):
    api.fail_next(cut=6)
    done = run("chat", "Hi")
    assert done.status == 1
    assert done.out.endswith("\n")
    assert len(done.out) > 2
    assert done.err.startswith("cohere-chat chat: ")


def test_an_interrupted_command_ends_with_130():
    @command
    def stopped() -> None:
        raise KeyboardInterrupt

    assert stopped([]) == 130


def test_a_wrong_argument_that_the_client_refuses_is_one_line(capsys):
    @command
    def refused() -> None:
        raise TypeError("texts must be a list")

    assert refused([]) == 1
    assert capsys.readouterr() == ("", "cohere-chat refused: texts must be a list\n")


@pytest.mark.parametrize("words", [["chat", "Hi"], ["models"]])
def test_a_closed_standard_output_is_an_error(api, monkeypatch, capsys, words):
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        assert main(words) == 1
    told = f"cohere-chat {words[0]}: standard output is closed: send it to a file, such as {os.devnull}\n"
    assert capsys.readouterr() == ("", told)
    assert not api.requests


def test_a_pipe_that_is_closed_ends_the_command_quietly(monkeypatch, capsys):
    @command
    def talkative() -> None:
        print("much")

    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert talkative([]) == 141
        monkeypatch.undo()
    assert capsys.readouterr() == ("", "")


def test_help_and_documentation_name_every_option(run):
    shown = run("chat", "--help").out
    documented = (ROOT / "docs/terminal.md").read_text()
    for option in re.findall("--[a-z][a-z-]+", shown):
        assert f"`{option}`" in documented or option == "--help"
    for option in ["-m", "-s", "-o", "-c", "-d", "--schema", "--thinking", "--json", "--no-log", "--emulator"]:
        assert f"{option} " in shown
    assert "CO_API_KEY" in shown


@pytest.mark.parametrize("package", ["cyclopts", "platformdirs", "prompt_toolkit", "rich"])
def test_without_the_extra_the_command_says_what_to_install(run, monkeypatch, package):
    for name in [name for name in sys.modules if name.startswith("cohere_chat.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    done = run("chat", "Hi")
    assert done.status == 1
    assert done.err == (
        f"cohere-chat chat: it needs the package '{package}', which the extra 'cli' brings: "
        "pip install 'cohere-chat[cli]'\n"
    )
    assert run("chat", "-h").status == 0


def test_a_conversation_file_of_something_else_is_an_error(run, api, state):
    run("chat", "One")
    (path,) = (state / "api").iterdir()
    path.write_text("{}")
    done = run("chat", "Two", "-c")
    assert done.status == 1
    assert "holds no conversation" in done.err
