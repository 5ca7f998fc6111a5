"""The command `cohere-chat emulator`."""

import runpy
import signal
import subprocess
import sys

import pytest
from cohere_chat import __version__
from cohere_chat.__main__ import main
from emulator_samples import body, http


@pytest.mark.parametrize(
    ("command", "stop"),
    [(["-m", "cohere_chat", "emulator"], signal.SIGINT), (["-m", "cohere_chat.emulator"], signal.SIGTERM)],
    ids=["cohere-chat emulator", "python -m cohere_chat.emulator"],
)
def test_the_command_serves_until_it_is_stopped(command, stop):
    options = ["--port", "0", "--require-key", "s3cret", "--log", "--latency", "1", "--model", "mine"]
    with subprocess.Popen(
        [sys.executable, *command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        url = process.stdout.readline().split(" until")[0].rpartition(" ")[2]
        process.stdout.readline()
        assert process.stdout.readline() == f"  export CO_API_URL={url} CO_API_KEY=s3cret\n"
        assert http.post(f"{url}/v2/chat", json=body()).status_code == 401
        wrong = {"Authorization": "Bearer other"}
        assert http.post(f"{url}/v2/chat", json=body(), headers=wrong).status_code == 401
        key = {"Authorization": "Bearer s3cret"}
        answer = http.post(f"{url}/v2/chat", json=body() | {"model": "mine", "stream": True}, headers=key)
        assert answer.status_code == 200
        process.send_signal(stop)
        try:
            _, logged = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0
    *refused, answered = logged.splitlines()
    assert ["POST /v2/chat 401 refused" in line for line in refused] == [True, True]
    assert "POST /v2/chat 200 synthesised, streamed" in answered
    assert "s3cret" not in logged


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--port", "99999"], "port"),
        (["--limit", "0"], "limit"),
        (["--processing-seconds", "-1"], "processing_seconds"),
        (["--data", __file__], "File exists"),
        (["--record", "http://localhost"], "record needs exchanges"),
        (["--host", "256.0.0.1"], ""),
    ],
)
def test_options_that_cannot_be_had_end_the_command_with_a_message(capsys, options, told):
    assert main(["emulator", "--port", "0", *options]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("cohere-chat emulator: ")
    assert told in printed


def test_without_the_extra_the_command_says_what_to_install(monkeypatch, capsys):
    for name in [name for name in sys.modules if name.startswith("cohere_chat.emulator")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    remedy = "pip install 'cohere-chat[emulator]'"
    assert main(["emulator", "--port", "0"]) == 1
    assert remedy in capsys.readouterr().err
    assert main(["emulator", "-h"]) == 0
    assert remedy in capsys.readouterr().out
    for option, shown in {"--help": "emulator", "--version": __version__}.items():
        with pytest.raises(SystemExit, match="0"):
            main([option])
        assert shown in capsys.readouterr().out


def test_alone_the_command_shows_its_help(capsys):
    with pytest.raises(SystemExit, match="0"):
        main([])
    assert "run a local stand-in" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["emulate"], ["--verbose"], ["--", "emulator"]])
def test_the_first_word_must_be_a_subcommand(capsys, words):
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "usage: cohere-chat [-h] [--version] COMMAND" in capsys.readouterr().err


def test_help_names_every_option(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["cohere-chat", "emulator", "--help"])
    monkeypatch.delitem(sys.modules, "cohere_chat.__main__")
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("cohere_chat", run_name="__main__")
    shown = capsys.readouterr().out
    for option in ("host", "port", "seed", "latency", "tokens-per-second", "require-key", "log", "record"):
        assert f"--{option}" in shown
