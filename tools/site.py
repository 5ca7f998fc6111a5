"""Prepare the pages of the site, in build/pages, and check what was built: see `make docs`.

The sources are README.md, docs/ and a few other files. Links are written for the repository, where code hosts and
editors follow them; here they are turned to the pages that the files become. Pages on the types of the API are made
from their names. What builds the site needs to know none of this.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from cohere_chat_api import models, params, unions
from public_names import DESCRIBED, find, public_names

ROOT: Final = Path(__file__).resolve().parent.parent
PAGES: Final = ROOT / "build" / "pages"
SITE: Final = ROOT / "build" / "site"

# What files outside docs/ become; any other that a page leads to becomes a text file.
BECOME: Final = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "LICENSE": "license.md",
    "docs": "index.md",
    "docs/README.md": "index.md",
    "docs/benchmarks": "benchmarks/README.md",
    "examples": "examples/index.md",
    **{f"examples/{path.name}": f"examples/{path.stem}.md" for path in sorted(ROOT.glob("examples/*.py"))},
}

# The beginnings of operationIds, and the title of the page of their types.
GROUPS: Final = {
    "v2_chat": "Chat",
    "v2_embed": "Embed",
    "v2_rerank": "Rerank",
    "v2_parse": "Parse",
    "models_": "Models",
    "datasets_": "Datasets",
    "embed_jobs_": "Embed jobs",
    "batches_": "Batches",
    "connectors_": "Connectors",
    "finetuning_": "Fine-tuning",
    "audio_": "Audio",
    "v1_": "Version 1",
}
# Which pages a search prefers, by the beginnings of their paths: those that tell how before those that list names.
BOOSTS: Final = {
    "reference/types/": 0.3,
    "reference/v1": 0.3,
    "reference/async": 0.3,
    "reference/": 0.6,
    "examples/": 0.5,
    **dict.fromkeys(("architecture", "regenerate", "official-names", "benchmarks/"), 0.3),
    **dict.fromkeys(("changelog", "contributing", "security", "license"), 0.2),
    "": 2,
}
SHARED: Final = "Shared"
TYPES: Final = ["cohere_chat_api.models", "cohere_chat_api.unions", "cohere_chat_api.params", "cohere_chat_api.types"]
# Types of so many groups are shared.
MANY: Final = 3

_FENCE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")
# Of generated classes the fields, without the code that reads them; the source is one link away.
_FIELDS = "merge_init_into_class: false, show_source: false"


def prepare() -> None:
    """Write build/pages."""
    shutil.rmtree(PAGES, ignore_errors=True)
    for path, page in sources().items():
        if path.endswith(".md"):
            write(page, turn_links(path, (ROOT / path).read_text()))
        elif path.endswith(".py"):
            write(page, f"# {Path(path).name}\n\n```python\n{(ROOT / path).read_text()}```\n")
        elif path == "LICENSE":
            write(page, f"# Licence\n\n```text\n{(ROOT / path).read_text()}```\n")
        else:
            (PAGES / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, PAGES / page)
    write("examples/index.md", list_of_examples())
    for page, text in pages_of_types().items():
        write(page, text)


def sources() -> dict[str, str]:
    """The files that become pages and files of the site, and which."""
    found = {path: page for path, page in BECOME.items() if (ROOT / path).is_file() and path != "docs/README.md"}
    for path in sorted((ROOT / "docs").rglob("*")):
        if path.is_file() and path != ROOT / "docs" / "README.md":
            found[path.relative_to(ROOT).as_posix()] = path.relative_to(ROOT / "docs").as_posix()
    return found


def write(page: str, text: str) -> None:
    path = PAGES / page
    path.parent.mkdir(parents=True, exist_ok=True)
    boost = next(boost for beginning, boost in BOOSTS.items() if page.startswith(beginning))
    path.write_text(f"---\nsearch: {{boost: {boost}}}\n---\n\n{text}" if page.endswith(".md") else text)


def place(path: str) -> str:
    """Where on the site a file or directory of the repository is."""
    return BECOME.get(path) or (path.removeprefix("docs/") if path.startswith("docs/") else f"files/{path}.txt")


def turn_links(path: str, text: str) -> str:
    """The text of a file, with links that hold on the site. What else they lead to is copied."""

    def turn(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[1]))
        if not (ROOT / target).exists():
            return link[0]  # The builder reports it.
        there = place(target)
        if there.startswith("files/"):
            write(there, (ROOT / target).read_text())
        return f"]({posixpath.relpath(there, posixpath.dirname(place(path)) or '.')}{link[2] or ''})"

    parts = _FENCE.split(text)
    return "".join(part if part.startswith("```") else _LINK.sub(turn, part) for part in parts)


def list_of_examples() -> str:
    """The examples, each with the first sentence of its docstring."""
    lines = ["# Examples", "", "Whole programs; each runs in the tests.", "", "| | |", "|---|---|"]
    for path in sorted(ROOT.glob("examples/*.py")):
        told = re.match(r'"""(.*?)(?:[.:]\s|"""|\n\n)', path.read_text(), re.DOTALL)
        lines.append(f"| [{path.name}]({path.stem}.md) | {' '.join(told[1].split()).rstrip('.') if told else ''} |")
    return "\n".join(lines) + "\n"


def pages_of_types() -> dict[str, str]:
    """The pages of the reference on types, by their paths."""
    also: dict[str, list[str]] = {}
    for name, there in models._PLACES.items():
        if ":" in there:
            also.setdefault(there.partition(":")[2], []).append(name)
    made = {}
    for title, names in groups().items():
        blocks = [f"# Types: {title[0].lower() + title[1:]}\n"]
        for name in names:
            other = "".join(f"; also known as `{other}`" for other in also.get(name, ()))
            properties = [each for each, thing in vars(getattr(models, name)).items() if isinstance(thing, property)]
            # Fields stand in the docstring, a line each.
            options = f"{_FIELDS}, show_docstring_attributes: true, members: {properties or 'false'}"
            blocks.append(f"::: cohere_chat_api.models.{name}\n    options: {{{options}}}\n")
            blocks.append(f"{source_link(f'models/{models._PLACES[name]}.py')}{other}\n")
        made[title] = "\n".join(blocks)
    for title, told, module in (
        ("Unions", "What is one of several classes, which a tag tells apart.", unions),
        ("Dictionaries", "Typed dictionaries, for type checkers.", params),
    ):
        blocks = [f"::: {module.__name__}.{name}\n    options: {{{_FIELDS}}}\n" for name in module.__all__]
        source = source_link(f"{module.__name__.rpartition('.')[2]}.py")
        made[title] = "\n".join([f"# {title}\n\n{told}\n\n{source}\n", *blocks])
    return {f"reference/types/{title.lower().replace(' ', '-')}.md": text for title, text in made.items()}


def source_link(module: str) -> str:
    """A link to the text of a generated module, which is copied, for a page in reference/types/."""
    path = f"generated/cohere_chat_api/{module}"
    write(place(path), (ROOT / path).read_text())
    return f"Source: [`{path}`](../../{place(path)})"


def groups() -> dict[str, list[str]]:
    """The classes and enums of models/, by the title of the page that they are on."""
    contract = json.loads((ROOT / "generated" / "cohere_chat_api" / "openapi.json").read_text())
    titles: dict[str, list[str]] = {}
    for prefix, title in GROUPS.items():
        for name in reached(contract, prefix):
            titles.setdefault(models._PLACES.get(name, ""), []).append(title)
    found: dict[str, list[str]] = {title: [] for title in [*GROUPS.values(), SHARED]}
    for name in models.__all__:
        if ":" not in models._PLACES[name]:
            of = titles.get(models._PLACES[name], [SHARED])
            found[of[0] if len(of) < MANY else SHARED].append(name)
    return {title: names for title, names in found.items() if names}


def reached(contract: Any, prefix: str) -> set[str]:
    """The components of the contract that operations lead to."""
    operations = [each for item in contract["paths"].values() for each in item.values() if isinstance(each, dict)]
    todo = [each for each in operations if each.get("operationId", "").startswith(prefix)]
    found: set[str] = set()
    while todo:
        for kind, name in references(todo.pop()):
            if name not in found:
                found.add(name)
                todo.append(contract["components"][kind][name])
    return found


def references(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict) and isinstance(node.get("$ref"), str):
        kind, name = node["$ref"].split("/")[-2:]
        yield kind, name
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from references(value)


def check() -> None:
    """Say what build/site lacks, and which of its pages need the network."""
    problems = [f"{path}: the reference lacks it" for path in missing()]
    for page in sorted(SITE.rglob("*.html")):
        tags = re.findall(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"?https?:[^>]*>", page.read_text())
        problems += [f"{page.relative_to(SITE)}: comes from the network: {tag}" for tag in tags]
    if problems:
        sys.exit("\n".join(problems))


def missing() -> list[str]:
    """The public names that the reference's inventory lacks."""
    _, _, packed = (SITE / "objects.inv").read_bytes().partition(b"using zlib.\n")
    known = {line.split()[0] for line in zlib.decompress(packed).decode().splitlines()}
    found = public_names()
    names = [path.removesuffix("()") for path in found]
    names += [f"{module}.{name}" for module in DESCRIBED for name in found[module]]
    return [name for name in dict.fromkeys(names) if not known & {name, *places_of(name)}]


def places_of(name: str) -> Iterator[str]:
    """The other names of a public thing: where it is defined, and where types are described."""
    thing = find(name)
    if isinstance(thing, ModuleType):
        yield from (f"{name}.{each}" for each in public_names()[name])
    elif hasattr(thing, "__qualname__"):
        yield f"{thing.__module__}.{thing.__qualname__}"
    yield from (f"{module}.{name.rpartition('.')[2]}" for module in TYPES)


if __name__ == "__main__":
    {"prepare": prepare, "check": check}[sys.argv[1]]()
