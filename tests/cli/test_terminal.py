"""The command in a pseudo-terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals")

# What prompt_toolkit says to a terminal when it begins to read.
PROMPT = "\x1b[?2004h"
UP, CTRL_D = "\x1b[A", "\x04"


# pexpect forks; Python 3.12 and newer warn of the emulator's thread.
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_conversation_with_a_reply_that_is_stopped(api, tmp_path):
    environment = os.environ | {"XDG_STATE_HOME": str(tmp_path), "PROMPT_TOOLKIT_NO_CPR": "1"}
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "cohere_chat", "chat"],
        env=environment,
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=60,
    )
    terminal.delaybeforesend = None
    try:
        api.reply_with("**Bold** words")
        terminal.expect_exact(PROMPT)
        terminal.send("What is bold?\r")
        terminal.expect_exact("\x1b[1mBold\x1b[0m words")
        terminal.expect_exact(PROMPT)
        # A reply that stops to come, which only Ctrl-C ends.
        api.reply_with("This takes long.")
        api.fail_next(stall=4)
        terminal.send("How long?\r")
        terminal.expect_exact("This")
        terminal.sendintr()
        terminal.expect_exact("(stopped; the conversation goes on without this question)")
        terminal.expect_exact(PROMPT)
        terminal.send(f"{UP}!\r")
        terminal.expect_exact("wrote")
        terminal.expect_exact(PROMPT)
        terminal.send(CTRL_D)
        terminal.expect(pexpect.EOF)
    finally:
        terminal.close(force=True)
    assert terminal.exitstatus == 0
    roles = [message["role"] for message in api.requests[-1].body["messages"]]
    assert roles == ["user", "assistant", "user"]
    assert api.requests[-1].body["messages"][-1]["content"] == "How long?!"


def test_ctrl_c_ends_a_command_with_130_and_says_nothing(api):
    api.reply_with("This takes long.")
    api.fail_next(stall=4)
    with subprocess.Popen(
        [sys.executable, "-m", "cohere_chat", "chat", "Hi", "--no-log"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout.read(4) == b"This"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b""
    assert out.endswith(b"\n")
