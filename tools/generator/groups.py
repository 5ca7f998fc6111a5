"""The modules of groups/: which class has which method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from openapi_python_client.strings import pascal_case

from generator.operations import Operation

# The tags of the roots; where both have a method, the first one's stays under its name. Others are groups of methods.
ROOTS: Final = ("v2", "v1")


@dataclass
class Client:
    """A class of methods; `children` are the groups in it, by their names, with class and module."""

    name: str
    doc: str
    bases: list[str]
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    has_raw: bool = True

    def named(self, prefix: str = "", suffix: str = "") -> str:
        """Its name and bases in a class statement, for one of its variants."""
        bases = [f"{prefix}{base}{suffix}" for base in self.bases]
        if not bases and not suffix:
            bases = ["Resource"]
        return f"{prefix}{self.name}{suffix}({', '.join(bases)})"


@dataclass
class Group:
    """A module of groups/."""

    name: str
    doc: str
    clients: list[Client]

    @property
    def is_root(self) -> bool:
        return self.name in ROOTS

    @property
    def operations(self) -> list[Operation]:
        return [operation for client in self.clients for operation in client.operations]


def groups(operations: list[Operation], docs: Mapping[str, str]) -> list[Group]:
    """The modules of groups/: the roots, what they share, and each group."""
    made: list[Group] = []
    top: dict[str, list[Client]] = {}
    for tag in dict.fromkeys(each.group for each in operations if each.group not in ROOTS):
        parents, _, last = tag.rpartition(".")
        client = Client(pascal_case(last) + "Client", docs.get(tag, f"Methods of {last}."), [])
        client.operations += [each for each in operations if each.group == tag]
        module = tag.split(".")[0]
        if parents:
            outer = Client(pascal_case(parents) + "Client", docs.get(parents, f"Methods of {parents}."), [])
            top.setdefault(module, [outer])[-1].children[last] = (client.name, "", client.doc)
            top[module].insert(0, client)
        else:
            top.setdefault(module, []).append(client)
    taken: set[str] = set()
    shared = Client("SharedMethods", "What the clients of all versions of the API have.", [], has_raw=False)
    for module, clients in top.items():
        shared.children[module] = (clients[-1].name, module, clients[-1].doc)
        made.append(Group(module, clients[-1].doc, clients))
    for root in ROOTS:
        own = [each for each in operations if each.group == root]
        if not own:
            continue
        shared.operations += [each for each in own if taken and each.name not in taken]
        doc = docs.get(root, f"The methods of {root}.")
        methods = Client(f"{root.upper()}Methods", doc, [], has_raw=False)
        methods.operations += [each for each in own if not taken or each.name in taken]
        taken |= {each.name for each in own}
        whole = Client(f"{root.upper()}Root", doc, [methods.name, shared.name])
        made.append(Group(root, doc, [methods, whole]))
    made.append(Group("shared", shared.doc, [shared]))
    return made
