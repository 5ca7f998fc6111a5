"""How replies are shown: on a terminal in Markdown, while they are written; in pipes and files as plain text."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Final, Literal, Self

from markdown_it import MarkdownIt
from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.segment import Segment, SegmentLines
from rich.spinner import Spinner
from rich.text import Text

from ..helpers._runs import text_of
from ._footnotes import add_footnotes

if TYPE_CHECKING:
    from cohere_chat.helpers import ToolRunStream
    from cohere_chat.types import V2ChatResponse

Kind = Literal["text", "thinking"]

# What terminals take for commands: all control characters but tab and newline.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# As rich's own, but HTML and definitions of links, of which rich shows nothing, are text.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"]).disable("reference")


class Screen:
    """Standard output, and standard error beside it."""

    def __init__(self) -> None:
        self.console = Console(file=sys.stdout, highlight=False)
        # A dumb terminal cannot overwrite what it shows.
        self._has_markdown = sys.stdout.isatty() and not self.console.is_dumb_terminal

    def show_stream(self, run: ToolRunStream, *, thinking: bool, cited: bool) -> V2ChatResponse:
        """Show a reply while it is written, and give it.

        Args:
            run: The run that gives it; it is closed at the end.
            thinking: Whether to show thoughts as well.
            cited: Whether there may be citations. These come last, so plain text waits for them.
        """
        writer = MarkdownWriter(self.console, cited=cited) if self._has_markdown else _PlainWriter(cited=cited)
        # On leaving, also by an error, what has come ends with a line break.
        with run, writer:
            for event in run:
                for kind in ("thinking", "text") if thinking else ("text",):
                    if piece := text_of(event, kind):
                        writer.add(kind, piece)
            writer.finish(run.reply)
        return run.reply

    def show_json(self, text: str) -> None:
        """Show JSON: coloured and indented on a terminal, elsewhere as it is."""
        if self._has_markdown:
            self.console.print_json(printable(text), ensure_ascii=False)
        else:
            print(text)

    def tell(self, text: str) -> None:
        """Show a line to the person at the terminal."""
        self.console.print(Text(text, style="dim"))


class _PlainWriter:
    """Text to standard output as it comes, thoughts to standard error."""

    def __init__(self, *, cited: bool) -> None:
        self._cited = cited
        self._last: dict[Kind, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end_line("thinking")
        self._end_line("text")

    def add(self, kind: Kind, piece: str) -> None:
        if kind == "text":
            self._end_line("thinking")
        if kind == "thinking" or not self._cited:
            self._write(kind, piece)

    def finish(self, reply: V2ChatResponse) -> None:
        if self._cited:
            text, notes = add_footnotes(reply)
            self._write("text", "\n".join([text, "", *notes] if notes else [text]))

    def _write(self, kind: Kind, piece: str) -> None:
        target = sys.stdout if kind == "text" else sys.stderr
        # First, in case that printing is interrupted.
        self._last[kind] = piece
        print(printable(piece) if target.isatty() else piece, end="", file=target, flush=True)

    def _end_line(self, kind: Kind) -> None:
        if self._last.pop(kind, "\n")[-1:] != "\n":
            print(file=sys.stdout if kind == "text" else sys.stderr, flush=True)


class MarkdownWriter:
    """Blocks of Markdown, such as paragraphs, as soon as they are complete; what follows is shown as far as it is.

    What may get footnotes is only shown, and written at the end.
    """

    def __init__(self, console: Console, *, cited: bool) -> None:
        self._console = console
        self._cited = cited
        self._kind: Kind = "text"
        self._pending = ""
        self._is_first = True
        self._live = Live(self, console=console, transient=True, refresh_per_second=10)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What is pending: its last lines, as many as the terminal has."""
        if not self._pending:
            yield Spinner("dots", style="dim")
            return
        lines = self._render(_split_blocks(self._pending), options)
        yield SegmentLines(lines[-max(1, console.height - 2) :], new_lines=True)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._live.stop()

    def add(self, kind: Kind, piece: str) -> None:
        self._begin(kind)
        self._pending += printable(piece)
        if "\n" in piece and not (self._cited and kind == "text"):
            *complete, self._pending = _split_blocks(self._pending)
            self._print(complete)

    def finish(self, reply: V2ChatResponse) -> None:
        if self._cited:
            text, notes = add_footnotes(reply)
            self._begin("text")
            self._pending = printable(text)
            self._flush()
            if notes:
                self._console.print()
                self._console.print(Text(printable("\n".join(notes)), style="dim"))

    def _begin(self, kind: Kind) -> None:
        if kind != self._kind:
            if self._cited and self._kind == "text":
                # Written at the end.
                self._pending = ""
            self._flush()
            self._kind = kind

    def _flush(self) -> None:
        pending, self._pending = self._pending, ""
        self._print(_split_blocks(pending))

    def _print(self, blocks: list[str]) -> None:
        if lines := self._render(blocks, self._console.options):
            self._console.print(SegmentLines(lines, new_lines=True), end="")
            self._is_first = False

    def _render(self, blocks: list[str], options: ConsoleOptions) -> list[list[Segment]]:
        """The lines of blocks, with one blank line before each unless it is the first."""
        rendered: list[list[Segment]] = []
        for block in blocks:
            # Links with their addresses: what is clicked should be what is read.
            markdown = Markdown("", style="dim" if self._kind == "thinking" else "none", hyperlinks=False)
            markdown.parsed = _MARKDOWN.parse(block)
            lines = [_trim(line) for line in self._console.render_lines(markdown, options, pad=False)]
            # Some blocks bring blank lines of their own.
            shown = [index for index, line in enumerate(lines) if any(segment.text.strip() for segment in line)]
            if shown:
                is_first = self._is_first and not rendered
                rendered += ([] if is_first else [[]]) + lines[shown[0] : shown[-1] + 1]
        return rendered


def _trim(line: list[Segment]) -> list[Segment]:
    """A line without blanks at its end, where the ^C that a terminal echoes would break it, but for coloured ones."""
    kept = line[:]
    while kept and not (kept[-1].style and kept[-1].style.bgcolor):
        last = kept.pop()
        if text := last.text.rstrip():
            return [*kept, Segment(text, last.style)]
    return kept


def printable(text: str) -> str:
    """Text that a terminal only shows: without escape sequences, which a reply or a document may hold."""
    return _CONTROL.sub("", text)


def _split_blocks(text: str) -> list[str]:
    """The blocks of Markdown, such as paragraphs and lists; the last one may go on."""
    lines = text.split("\n")
    starts = [token.map[0] for token in _MARKDOWN.parse(text) if token.level == 0 and token.map] or [0]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
