"""Draw docs/terminal.svg: what the command shows in a terminal.

The questions and replies are written for the picture; the command's own code shows them.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from cohere_chat import V2ChatResponse
from cohere_chat.cli._repl import greeting
from cohere_chat.cli._screen import MarkdownWriter
from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).resolve().parent.parent / "docs/terminal.svg"

QUESTION = "How do emperor and king penguins differ?"
REPLY = """\
Mostly in **size** and in where they live:

| | emperor | king |
|---|---:|---:|
| height | 115 cm | 95 cm |
| weight | 30 kg | 14 kg |

- Emperor penguins breed on the ice of Antarctica.
- King penguins breed on islands that are free of ice.
"""
DOCUMENTS = {
    "emperor.txt": "Emperor penguins breed on the ice of Antarctica.",
    "king.txt": "King penguins breed on islands that are free of ice.",
}
NEXT_QUESTION = "How would you print that in Python?"
NEXT_REPLY = """\
```python
for bird, height in {"emperor": 115, "king": 95}.items():
    print(f"{bird:10}{height:4} cm")
```
"""


def draw() -> str:
    """The picture."""
    # What is no terminal gets the replies as they are in the end.
    console = Console(file=io.StringIO(), record=True, force_terminal=False, width=80, highlight=False)
    _type(console, f'$ cohere-chat chat "{QUESTION}" -d *.txt')
    _show(console, REPLY)
    console.print()
    _type(console, "$ cohere-chat chat --continue")
    console.print(Text(greeting("command-a-plus-05-2026"), style="dim"))
    _type(console, f"> {NEXT_QUESTION}")
    _show(console, NEXT_REPLY)
    console.print("\n>")
    picture = console.export_svg(title="cohere-chat", unique_id="terminal")
    # No fonts from the network, which viewers of documents do not load anyway.
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


def _type(console: Console, line: str) -> None:
    prompt, _, typed = line.partition(" ")
    console.print(Text.assemble(prompt, " ", (typed, "bold")))


def _show(console: Console, text: str) -> None:
    """Show a reply that cites the documents which it quotes."""
    citations = [
        {"start": start, "end": start + len(quoted), "text": quoted, "sources": [{"type": "document", "id": name}]}
        for name, quoted in DOCUMENTS.items()
        if (start := text.find(quoted)) >= 0
    ]
    message = {"role": "assistant", "content": [{"type": "text", "text": text}], "citations": citations}
    with MarkdownWriter(console, cited=True) as writer:
        writer.finish(V2ChatResponse.from_dict({"id": "1", "finish_reason": "COMPLETE", "message": message}))


if __name__ == "__main__":
    PICTURE.write_text(draw())
