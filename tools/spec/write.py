"""Edit YAML text and leave everything that is not edited as it is, to the last blank.

ruamel.yaml says where each node stands and writes the new ones; the text between is never written anew.
(Its own round trip would do for values, but it puts what is appended behind the comment of what follows,
and wraps lines in its own way.)
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

Pointer = tuple[str | int, ...]

WIDTH: Final = 118  # characters of a line


@dataclass(frozen=True)
class YamlText:
    """The text of a YAML document, in blocks, with flow lists and maps here and there."""

    text: str

    @cached_property
    def _root(self) -> Node:
        return _compose(self.text)

    @cached_property
    def data(self) -> Any:
        """What the text says."""
        return YAML(typ="safe", pure=True).constructor.construct_document(self._root)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines(keepends=True)

    def _find(self, pointer: Pointer) -> tuple[Node, Node | None, int]:
        """The node at `pointer`, its key if it is in a mapping, and the column of its key or dash."""
        node, key, column = self._root, None, 0
        for token in pointer:
            column = _column(node)
            if isinstance(node, SequenceNode):
                node, key = node.value[int(token)], None
            else:
                key, node = next((key, value) for key, value in node.value if key.value == str(token))
        return node, key, column

    def line(self, pointer: Pointer) -> int:
        """The line, counted from 1, of what is at `pointer` or, if that is not there, around it."""
        try:
            node, key, _ = self._find(pointer)
        except (StopIteration, IndexError, ValueError):
            return self.line(pointer[:-1])
        return int((key or node).start_mark.line) + 1

    def unquoted(self, pointer: Pointer) -> bool:
        """Whether the text at `pointer` is a plain scalar."""
        node, _, _ = self._find(pointer)
        return isinstance(node, ScalarNode) and node.style is None

    def _last_line(self, node: Node, key: Node | None, column: int) -> int:
        """The line that `node` ends in; comments behind it do not count.

        Args:
            node: It.
            key: Its key, if it is in a mapping.
            column: The column of its key or dash.
        """
        alias = key is not None and node.start_mark.line < key.start_mark.line
        empty = isinstance(node, ScalarNode) and not node.value and node.style is None
        if key is not None and (alias or empty):
            return int(key.end_mark.line)
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            last = node.start_mark.line
            for number in range(last + 1, len(self._lines)):
                line = self._lines[number]
                if line.strip() and len(line) - len(line.lstrip()) <= column:
                    break
                if line.strip():
                    last = number
            return int(last)
        if isinstance(node, ScalarNode) or _flows(node) or not node.value:
            return int(node.end_mark.line)
        if isinstance(node, MappingNode):
            last_key, last_value = node.value[-1]
            return self._last_line(last_value, last_key, _column(node))
        return self._last_line(node.value[-1], None, _column(node))

    def _with_lines(self, start: int, end: int, new: str) -> YamlText:
        lines = self._lines
        before = "".join(lines[:start])
        if before and not before.endswith("\n"):
            before += "\n"
        return YamlText(before + new + "".join(lines[end:]))

    def _with(self, node: Node, new: str) -> YamlText:
        start, end = node.start_mark.index, node.end_mark.index
        return YamlText(self.text[:start] + new + self.text[end:])

    def insert(
        self, pointer: Pointer, name: str, value: Any, *, after: Sequence[str] = (), gap: bool = False
    ) -> YamlText:
        """Add an entry to the mapping at `pointer`.

        Args:
            pointer: The mapping.
            name: The key.
            value: The value, as plain data.
            after: Keys that the entry comes right after, as far as they are there; with none, it comes last.
            gap: Whether there is an empty line before it.
        """
        node, _, _ = self._find(pointer)
        if not node.value:
            return self.replace(pointer, {name: value})
        if _flows(node):
            return self._into_flow(node, _flow({name: value})[1:-1])
        before = [entry for entry in node.value if entry[0].value in after] or node.value
        key, last = before[-1]
        start = self._last_line(last, key, _column(node)) + 1
        return self._with_lines(start, start, ("\n" if gap else "") + _block({name: value}, _column(node)))

    def append(self, pointer: Pointer, value: Any) -> YamlText:
        """Add an item to the list at `pointer`."""
        node, _, _ = self._find(pointer)
        if _flows(node):
            (styled,) = _styled([value], 0, str(pointer[-1]))
            return self._into_flow(node, _flow(styled))
        start = self._last_line(node.value[-1], None, _column(node)) + 1
        return self._with_lines(start, start, _block([value], _column(node)))

    def _into_flow(self, node: Node, new: str) -> YamlText:
        start = node.start_mark.index + 1
        inside = self.text[start : node.end_mark.index - 1].rstrip()
        start += len(inside)
        separator = "" if not inside else " " if inside.endswith(",") else ", "
        return YamlText(self.text[:start] + separator + new + self.text[start:])

    def replace(self, pointer: Pointer, value: Any) -> YamlText:
        """Put another value in the place of the one at `pointer`."""
        node, key, column = self._find(pointer)
        plain = isinstance(node, ScalarNode) and node.style not in ("|", ">")
        if (plain or _flows(node)) and not isinstance(value, dict | list) and "\n" not in str(value):
            return self._with(node, _scalar(_styled(value, 0, str(pointer[-1]))))
        if _flows(node) and isinstance(value, list):
            return self._with(node, _flow(_styled(value, 0, str(pointer[-1]))))
        first = node if key is None else key
        start, end = first.start_mark.line, self._last_line(node, key, column) + 1
        new = _block([value] if key is None else {key.value: value}, column)
        # The key may stand behind the dash of a list.
        prefix = self._lines[start][:column]
        return self._with_lines(start, end, prefix + new[column:])

    def remove(self, pointer: Pointer) -> YamlText:
        """Take the entry or item at `pointer` away, with the comment right above it."""
        holder, _, _ = self._find(pointer[:-1])
        node, key, column = self._find(pointer)
        if len(holder.value) == 1:
            return self.replace(pointer[:-1], {} if key else [])
        if _flows(holder):
            return self._out_of_flow(holder, node if key is None else key, node)
        start = (key or node).start_mark.line
        end = self._last_line(node, key, column) + 1
        while start and self._lines[start - 1].startswith(" " * column + "#"):
            start -= 1
        # Of two empty lines around it, one goes as well.
        if start and not self._lines[start - 1].strip() and end < len(self._lines) and not self._lines[end].strip():
            end += 1
        return self._with_lines(start, end, "")

    def _out_of_flow(self, holder: Node, first: Node, last: Node) -> YamlText:
        start, end = first.start_mark.index, last.end_mark.index
        follows = self.text[end : holder.end_mark.index]
        if follows.lstrip().startswith(","):
            end += follows.index(",") + 1
            end += len(self.text[end:]) - len(self.text[end:].lstrip())
        else:
            start = self.text.rindex(",", holder.start_mark.index, start)
        return YamlText(self.text[:start] + self.text[end:])


# A sync looks at the same few texts again and again, and this is what takes its time.
@lru_cache(maxsize=8)
def _compose(text: str) -> Node:
    root: Node = YAML(typ="safe", pure=True).compose(text)
    return root


def _flows(node: Node) -> bool:
    """Whether it is written in brackets or braces."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _column(node: Node) -> int:
    """The column of the keys or dashes of a mapping or list in blocks."""
    first = node.value[0][0] if isinstance(node, MappingNode) and node.value else node
    return int(first.start_mark.column)


def _dump(value: Any) -> str:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10**6  # lines are broken in _folded only
    stream = io.StringIO()
    yaml.dump(value, stream)
    return stream.getvalue()


def _block(value: dict[str, Any] | list[Any], column: int) -> str:
    """A mapping or list in blocks, its keys or dashes at `column`."""
    text = textwrap.dedent(_dump(_styled(value, column)))
    return textwrap.indent(text, " " * column)


def _flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, dict | list):
        items = (
            [f"{_scalar(key)}: {_flow(item)}" for key, item in value.items()]
            if isinstance(value, dict)
            else map(_flow, value)
        )
        return ("{%s}" if isinstance(value, dict) else "[%s]") % ", ".join(items)
    return _scalar(value)


def _scalar(value: Any) -> str:
    return _dump([value]).strip().removeprefix("- ")


def _styled(value: Any, column: int, key: str = "") -> Any:
    """The value as openapi.yaml words it: type, enum and required in one line, enum values and $refs quoted.

    Args:
        value: It, as plain data.
        column: Where its keys or dashes come to stand.
        key: The key that it is under.
    """
    if isinstance(value, Mapping):
        return {
            DoubleQuotedScalarString(name) if name.isdecimal() else name: _styled(item, column + 2, name)
            for name, item in value.items()
        }
    if isinstance(value, list):
        items = [_styled(item, column + 2, key) for item in value]
        if key in ("type", "enum", "required") and not any(isinstance(item, dict | list) for item in value):
            line = CommentedSeq(items)
            line.fa.set_flow_style()
            return line
        return items
    if isinstance(value, str):
        if key == "enum" or value.startswith("#/"):
            return DoubleQuotedScalarString(value)
        lines = value.split("\n")
        # Blocks cannot hold everything; ruamel.yaml quotes what is left to it.
        if all(line.isprintable() and line == line.rstrip() for line in lines) and value == value.strip():
            if len(lines) > 1:
                return LiteralScalarString(value)
            if column + len(key) + len(value) > WIDTH and "  " not in value:
                return _folded(value, WIDTH - column)
    return value


def _folded(text: str, width: int) -> Any:
    """A text in several lines."""
    folded: Any = FoldedScalarString(text)
    ends = accumulate(len(line) + 1 for line in textwrap.wrap(text, width, break_on_hyphens=False))
    folded.fold_pos = [end - 1 for end in ends][:-1]
    return folded
