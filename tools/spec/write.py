"""Edit YAML text and leave everything that is not edited as it is, to the last blank.

ruamel.yaml says where each node stands and writes the new ones; the text between is never written anew.
(Its own round trip would do for values, but it puts what is appended behind the comment of what follows,
and wraps lines in its own way.)
"""

from __future__ import annotations

import io
import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

Pointer = tuple[str | int, ...]

WIDTH: Final = 118  # characters of a line


class YamlText:
    """The text of a YAML document, in blocks, with flow lists and maps here and there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0, *accumulate(map(len, self._lines))]
        self._root = _compose(text)
        # Ends of the edit: what is between them, and what comes there instead.
        self._edits: list[tuple[int, int, str]] = []
        self._seen: dict[int, Any] = {}

    @cached_property
    def data(self) -> Any:
        """What the text says; of what has aliases, each has a copy."""
        return _construct(self._root, YAML(typ="safe", pure=True).constructor)

    def line(self, pointer: Pointer) -> int:
        """The line, counted from 1, of what is at `pointer` or, if that is not there, around it."""
        try:
            node, key = self._find(pointer)
        except (StopIteration, IndexError, ValueError):
            return self.line(pointer[:-1])
        return int((key or node).start_mark.line) + 1

    def unquoted(self, pointer: Pointer) -> bool:
        """Whether the text at `pointer` is a plain scalar."""
        node, _ = self._find(pointer)
        return isinstance(node, ScalarNode) and node.style is None

    def _find(self, pointer: Pointer) -> tuple[Node, Node | None]:
        """The node at `pointer`, and its key if it is in a mapping."""
        node, key = self._root, None
        for token in pointer:
            if isinstance(node, SequenceNode):
                node, key = node.value[int(token)], None
            else:
                key, node = next((key, value) for key, value in node.value if key.value == str(token))
        return node, key

    def saying(self, data: Any) -> str:
        """The text that says `data`: another one only where it has to be.

        Args:
            data: The data of this text, edited. New entries stand behind the same entry as in the mapping.
        """
        self._edits, self._seen = [], {}
        old = _construct(self._root, YAML(typ="safe", pure=True).constructor)
        self._compare(self._root, old, data, None, 0)
        self._keep_anchors()
        text = self.text
        # At one and the same place, what was found first (further inside) comes first.
        ordered = sorted(enumerate(self._edits), key=lambda entry: (*entry[1][:2], entry[0]), reverse=True)
        for _, (start, end, new) in ordered:
            before = text[:start]
            # The last line may have no end.
            gap = "\n" if new and start == len(self.text) and before and not before.endswith("\n") else ""
            text = before + gap + new + text[end:]
        return text

    def _keep_anchors(self) -> None:
        """Move the anchors that would go, each with what it marks, to the first alias that stays."""

        def goes(index: int) -> bool:
            return any(start <= index < end and not new.startswith("&") for start, end, new in self._edits)

        for node, key, column in self._anchored(self._root, None, 0):
            if not goes(node.start_mark.index):
                continue
            aliases = re.finditer(rf"(?<=[\s{{[])\*{re.escape(node.anchor)}(?=[\s,\]}}])", self.text)
            alias = next((one for one in aliases if not goes(one.start())), None)
            if alias is None:
                continue
            end = node.end_mark.index
            if not isinstance(node, ScalarNode) and not _flows(node):
                end = self._starts[self._last_line(node, key, column) + 1]
            first, *rest = self.text[node.start_mark.index : end].rstrip("\n").split("\n")
            line = self.text[self.text.rfind("\n", 0, alias.start()) + 1 : alias.start()]
            inner = textwrap.dedent("\n".join(rest))
            if self.text[alias.end()] != "\n" and rest:
                value = YAML(typ="safe", pure=True).load(inner if not _flows(node) else f"{first}\n{inner}")
                moved = f"&{node.anchor} {_flow(value)}"
            else:
                moved = "\n".join([first, *textwrap.indent(inner, " " * (_indent(line) + 2)).splitlines()])
            self._edits.append((*alias.span(), moved))

    def _anchored(self, node: Node, key: Node | None, column: int) -> Iterator[tuple[Node, Node | None, int]]:
        """The nodes with an anchor, with their keys and the columns of these."""
        if node.anchor and not (key is not None and node.start_mark.line < key.start_mark.line):
            yield node, key, column
        for item in node.value if isinstance(node, CollectionNode) else ():
            inner, value = item if isinstance(item, tuple) else (None, item)
            if value.start_mark.index > node.start_mark.index:
                yield from self._anchored(value, inner, _column(node))

    # ------------------------------------------------------------ differences

    def _compare(self, node: Node, old: Any, new: Any, key: Node | None, column: int) -> None:
        """Edit the node so that it says `new` in place of `old`.

        Args:
            node: It.
            old: What it says.
            new: What it is to say.
            key: Its key, if it is in a mapping.
            column: The column of its key or dash.
        """
        if id(node) in self._seen and _same(self._seen[id(node)], new):
            return  # by an alias
        alias = key is not None and node.start_mark.line < key.start_mark.line
        if alias:
            old = self._seen.get(id(node), old)
        else:
            self._seen[id(node)] = new
        if _same(old, new):
            return
        if alias or not new or not old or type(old) is not type(new) or not isinstance(node, CollectionNode):
            self._replace(node, new, key, column)
        elif _flows(node):
            self._edits.append((node.start_mark.index, node.end_mark.index, self._flow_of(node, old, new, key)))
        elif isinstance(node, MappingNode):
            self._compare_mappings(node, old, new)
        elif isinstance(node, SequenceNode):
            self._compare_lists(node, old, new)

    def _compare_mappings(self, node: MappingNode, old: dict[str, Any], new: dict[str, Any]) -> None:
        column = _column(node)
        entries = {_key(key): (key, value) for key, value in node.value}
        names = {str(name): name for name in old}
        if "<<" in entries:
            merged = [name for name in names if name not in entries]
            if all(names[name] in new and _same(old[names[name]], new[names[name]]) for name in merged):
                entries = dict.fromkeys(merged, entries["<<"]) | entries
                names |= {"<<": "<<"}
                old, new = old | {"<<": ""}, {"<<": ""} | new
        kept = [str(name) for name in new if str(name) in entries]
        if not kept:
            first, last = node.value[0], node.value[-1]
            start = self._above(first[0].start_mark.line, column)
            end = self._last_line(last[1], last[0], column) + 1
            self._edit_lines(start, end, _block(new, column))
            return
        for name, (key, value) in entries.items():
            if name not in kept:
                self._remove(value, key, column)
            elif _key(key) == name != "<<":
                self._compare(value, old[names[name]], new[names[name]], key, column)
        added: dict[str, Any] = {}
        behind = ""
        groups: dict[str, dict[str, Any]] = {}
        for entry in new:
            if str(entry) in entries:
                behind, added = str(entry), {}
            else:
                added[str(entry)] = new[entry]
                groups[behind] = added
        for place, group in groups.items():
            self._insert(node, entries[place] if place else None, group)

    def _insert(self, node: MappingNode, behind: tuple[Node, Node] | None, added: dict[str, Any]) -> None:
        """Add entries behind one, or as the first ones."""
        column = _column(node)
        if behind:
            start = self._last_line(behind[1], behind[0], column) + 1
        else:
            start = self._above(node.value[0][0].start_mark.line, column)
        others = [self._above(key.start_mark.line, column) for key, _ in node.value[1:]]
        apart = len(others) > 1 and sum(not self._lines[line - 1].strip() for line in others) * 2 > len(others)
        blocks = [_block({name: value}, column) for name, value in added.items()]
        if apart:
            blocks = ["\n" + block if behind else block + "\n" for block in blocks]
        self._edit_lines(start, start, "".join(blocks))

    def _compare_lists(self, node: SequenceNode, old: list[Any], new: list[Any]) -> None:
        column = _column(node)
        before, after = ([json.dumps(item, default=str) for item in items] for items in (old, new))
        matcher = SequenceMatcher(None, before, after)
        for kind, start, end, begin, stop in matcher.get_opcodes():
            if kind == "equal":
                continue
            for index in range(start, end):
                if kind == "replace" and begin + index - start < stop:
                    self._compare(node.value[index], old[index], new[begin + index - start], None, column)
                else:
                    self._remove(node.value[index], None, column)
            more = new[begin + (end - start if kind == "replace" else 0) : stop]
            if more:
                last = self._last_line(node.value[end - 1], None, column) + 1 if end else node.value[0].start_mark.line
                self._edit_lines(last, last, _block(more, column))

    def _flow_of(self, node: Node, old: Any, new: Any, key: Node | None) -> str:
        """What is in brackets or braces, with the words of what stays."""
        if isinstance(node, MappingNode):
            words = {_key(name): self.text[name.start_mark.index : at.end_mark.index] for name, at in node.value}
            told = [
                words[name] if name in old and _same(old[name], value) else _flow({name: value})[1:-1]
                for name, value in new.items()
            ]
        else:
            texts = [self.text[item.start_mark.index : item.end_mark.index] for item in node.value]
            styled = _styled(new, 0, _key(key) if key else "")
            told = [
                next((text for text, was in zip(texts, old, strict=True) if _same(was, item)), _flow(word))
                for item, word in zip(new, styled, strict=True)
            ]
        opening, closing = self.text[node.start_mark.index], self.text[node.end_mark.index - 1]
        pad = " " if self.text[node.start_mark.index + 1] == " " else ""
        line = f"{opening}{pad}{', '.join(told)}{pad}{closing}"
        if node.start_mark.column + len(line) <= WIDTH + 2:
            return line
        indent = " " * _indent(self._lines[node.start_mark.line])
        inner = textwrap.fill(
            ", ".join(told), WIDTH, initial_indent=indent + "  ", subsequent_indent=indent + "  ",
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        return f"{opening}\n{inner}\n{indent}{closing}"

    def _replace(self, node: Node, new: Any, key: Node | None, column: int) -> None:
        """Put another value in the place of the node."""
        alias = key is not None and node.start_mark.line < key.start_mark.line
        name = _key(key) if key else ""
        plain = isinstance(node, ScalarNode) and node.style not in ("|", ">")
        if plain and not alias and node.value and not isinstance(new, dict | list) and "\n" not in str(new):
            anchor = f"&{node.anchor} " if node.anchor else ""
            self._edits.append((node.start_mark.index, node.end_mark.index, anchor + _scalar(_styled(new, 0, name))))
            return
        start = (node if key is None else key).start_mark.line
        # The key may stand behind the dash of a list.
        block = _block([new] if key is None else {name: new}, column)
        self._edit_lines(start, self._last_line(node, key, column) + 1, self._lines[start][:column] + block[column:])

    def _remove(self, node: Node, key: Node | None, column: int) -> None:
        """Take an entry or item away, with the comment right above it."""
        first = (key or node).start_mark.line
        start, end = self._above(first, column), self._last_line(node, key, column) + 1
        if self._lines[first][:column].strip():
            # Behind the dash of a list: what follows takes its place there.
            follows = self._lines[end]
            self._edit_lines(first, end + 1, self._lines[first][:column] + follows[column:])
            return
        # Of two empty lines around it, one goes as well.
        if start and not self._lines[start - 1].strip() and end < len(self._lines) and not self._lines[end].strip():
            end += 1
        self._edit_lines(start, end, "")

    def _edit_lines(self, start: int, end: int, new: str) -> None:
        self._edits.append((self._starts[start], self._starts[end], new))

    def _above(self, line: int, column: int) -> int:
        """The line where the comment right above a line begins."""
        while line and self._lines[line - 1].startswith(" " * column + "#"):
            line -= 1
        return line

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
                if line.strip() and _indent(line) <= column:
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


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same to the last type; the order of keys does not matter."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


@lru_cache(maxsize=4)
def _compose(text: str) -> Node:
    root: Node = YAML(typ="safe", pure=True).compose(text)
    return root


def _construct(node: Node, constructor: Any) -> Any:
    """The data of a node. (ruamel.yaml's own way would resolve the merge keys in the nodes.)"""
    if isinstance(node, SequenceNode):
        return [_construct(item, constructor) for item in node.value]
    if not isinstance(node, MappingNode):
        return constructor.construct_object(node)
    entries: dict[Any, Any] = {}
    for merged in (_construct(value, constructor) for key, value in node.value if key.value == "<<"):
        for some in merged if isinstance(merged, list) else [merged]:
            entries |= some
    own = ((key, value) for key, value in node.value if key.value != "<<")
    return entries | {constructor.construct_object(key): _construct(value, constructor) for key, value in own}


def _flows(node: Node) -> bool:
    """Whether it is written in brackets or braces."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _column(node: Node) -> int:
    """The column of the keys or dashes of a mapping or list in blocks."""
    if isinstance(node, MappingNode) and node.value:
        return int(node.value[0][0].start_mark.column)
    # An anchor stands before the first dash.
    return int(node.value[0].start_mark.column - 2 if node.anchor and node.value else node.start_mark.column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key(node: Node) -> str:
    return str(node.value)


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
    """The value as openapi.yaml words it: type, enum, required and tags in one line, enum values and $refs quoted.

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
        if key in ("type", "enum", "required", "tags") and not any(isinstance(item, dict | list) for item in value):
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
