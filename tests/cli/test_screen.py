"""How replies are shown on a terminal."""

import contextlib
import io
import itertools
import re

import pytest
from cohere_chat.cli._screen import MarkdownWriter, printable
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from support import parse_reply

REPLY = """\
# Penguins

Emperor penguins are **the tallest**; see [the page](https://example.com).

1. One
2. Two

| bird | height |
|------|-------:|
| king |  95 cm |

```python
print("hello")
```

The end.
"""

EXPECTED = "\n".join(
    [
        "                          Penguins",
        "",
        "Emperor penguins are the tallest; see the page",
        "(https://example.com).",
        "",
        " 1 One",
        " 2 Two",
        "",
        " bird  height",
        " ────────────",
        " king   95 cm",
        "",
        ' print("hello")',
        "",
        "The end.",
        "",
    ]
)


def shown(pieces, *, thinking=(), cited=False, reply=None, height=40):
    """What is left on the screen: the text without escape sequences, less what was shown in passing."""
    file = io.StringIO()
    # Of no kind that can be overwritten, so that only what is printed for good arrives.
    console = Console(file=file, width=60, height=height, force_terminal=False, highlight=False)
    with MarkdownWriter(console, cited=cited) as writer:
        for piece in thinking:
            writer.add("thinking", piece)
        for piece in pieces:
            writer.add("text", piece)
        if reply:
            writer.finish(parse_reply(reply))
    return file.getvalue()


# Few, for each takes a while.
@settings(max_examples=10)
@given(st.lists(st.integers(1, len(REPLY)), max_size=20))
def test_markdown_looks_the_same_however_it_is_cut(places):
    ends = sorted({0, *places, len(REPLY)})
    pieces = [REPLY[start:end] for start, end in itertools.pairwise(ends)]
    # The ground of code is coloured to the end of the line.
    assert "\n".join(line.rstrip() for line in shown(pieces).split("\n")) == EXPECTED


def test_blocks_are_printed_when_the_next_one_begins():
    file = io.StringIO()
    with MarkdownWriter(Console(file=file, width=60), cited=False) as writer:
        writer.add("text", "One\n\nTw")
        assert file.getvalue() == "One\n"
        writer.add("text", "o\n")
        assert file.getvalue() == "One\n"
        writer.add("text", "\nThree")
    assert file.getvalue() == "One\n\nTwo\n\nThree\n"


def test_thoughts_stand_before_the_text():
    assert shown(["Four."], thinking=["Two and ", "two.\n\nHm"]) == "Two and two.\n\nHm\n\nFour.\n"


def test_a_reply_without_text_shows_nothing():
    assert shown([]) == shown(["\n\n"]) == ""


def test_what_rich_would_leave_out_is_shown():
    text = "<b>\n\nUse <i> here\n\n[1]: https://example.com\n\n~~no~~\u2028yes\n"
    assert shown([text]).split() == ["<b>", "Use", "<i>", "here", "[1]:", "https://example.com", "no", "yes"]
    assert shown(["\u2028a\n\nb\n", "\nc"]).split() == ["a", "b", "c"]


def test_text_before_thoughts_is_written_once_where_there_may_be_footnotes():
    file = io.StringIO()
    content = [{"type": "text", "text": "One."}, {"type": "thinking", "thinking": "Hm"}]
    message = {"role": "assistant", "content": content}
    with MarkdownWriter(Console(file=file, width=60), cited=True) as writer:
        writer.add("text", "One.")
        writer.add("thinking", "Hm")
        writer.finish(parse_reply({"id": "1", "finish_reason": "COMPLETE", "message": message}))
    assert file.getvalue().split() == ["Hm", "One."]


def test_footnotes_follow_a_reply_that_cites():
    reply = {
        "id": "1",
        "finish_reason": "COMPLETE",
        "message": {
            "role": "assistant",
            "content": [{"type": "thinking", "thinking": "Hm"}, {"type": "text", "text": "Tall. Cold.\n\nEnd."}],
            "citations": [
                {"end": 4, "sources": [{"type": "document", "id": "a\x1b.txt"}, {"type": "document", "id": "b"}]},
                {"end": 10, "content_index": 1, "sources": [{"type": "document", "id": "b"}]},
                {"content_index": 1, "sources": [{"type": "document", "id": "c"}, {"type": "tool", "id": "d"}]},
                {"end": 1, "content_index": 0, "sources": None},
            ],
        },
    }
    text = shown(["Tall. ", "Cold.\n\nEnd."], cited=True, reply=reply)
    assert text == "Tall[1][2]. Cold[2].\n\nEnd.\n\n[1] a.txt\n[2] b\n[3] c\n"
    del reply["message"]["citations"]
    assert shown(["Tall. "], cited=True, reply=reply) == "Tall. Cold.\n\nEnd.\n"


@pytest.mark.parametrize("height", [2, 12])
def test_what_is_longer_than_the_terminal_shows_its_end_meanwhile(height):
    console = Console(file=io.StringIO(), width=60, height=height, force_terminal=True)
    writer = MarkdownWriter(console, cited=True)
    writer.add("text", "".join(f"- item {number}\n" for number in range(100)))
    with console.capture() as capture:
        console.print(writer)
    lines = capture.get().splitlines()
    assert len(lines) <= max(1, height - 2)
    assert "item 99" in lines[-1]


def test_something_moves_while_nothing_has_come():
    console = Console(file=io.StringIO(), width=60, force_terminal=True)
    with console.capture() as capture:
        console.print(MarkdownWriter(console, cited=False))
    assert re.search("[⠀-⣿]", capture.get())


def test_what_has_come_stays_after_an_interruption():
    file = io.StringIO()
    with contextlib.suppress(KeyboardInterrupt), MarkdownWriter(Console(file=file, width=60), cited=False) as writer:
        writer.add("text", "Half a sen")
        raise KeyboardInterrupt
    assert file.getvalue() == "Half a sen\n"


def test_lines_do_not_end_with_blanks_that_an_echo_would_break():
    file = io.StringIO()
    with MarkdownWriter(Console(file=file, width=60, force_terminal=True), cited=False) as writer:
        writer.add("text", "- one\n")
    assert not re.search(r" +(\x1b\[0m)?\n", file.getvalue())


def test_escape_sequences_are_not_obeyed():
    assert printable("a\x1b[31m\x07\r\x9bb\tc\nd") == "a[31mb\tc\nd"


def test_a_terminal_shows_markdown_and_a_dumb_one_plain_text(run, api, monkeypatch):
    reply = "# Title\n\n**bold** \x1b[31m"
    api.reply_with(reply, times=4)
    done = run("chat", "Hi", terminal=True)
    assert "\x1b[1mbold\x1b[0m" in done.out
    assert "**" not in done.out
    assert "\x1b[31m" not in done.out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "bold" in run("chat", "Hi", terminal=True).out
    monkeypatch.setenv("TERM", "dumb")
    assert run("chat", "Hi", terminal=True).out == "# Title\n\n**bold** [31m\n"
    # Whatever the environment says: no colours into a pipe.
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("chat", "Hi").out == reply + "\n"
