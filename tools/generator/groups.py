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
    """A class of methods; `children` are the groups in it, by their names, with the module if it is another one."""

    name: str
    doc: str
    bases: list[str] = field(default_factory=list)
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, tuple[Client, str]] = field(default_factory=dict)
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
    """The modules of groups/: the groups, one inside another in the same module, the roots, and what those share."""
    clients: dict[str, Client] = {}
    for operation in operations:
        outer = ""
        for part in operation.group.split(".") if operation.group not in ROOTS else ():
            tag = f"{outer}.{part}".removeprefix(".")
            if tag not in clients:
                clients[tag] = Client(pascal_case(part) + "Client", docs.get(tag, f"Methods for {part}."))
                if outer:
                    clients[outer].children[part] = (clients[tag], "")
            outer = tag
        if outer:
            clients[outer].operations.append(operation)
    shared = Client("SharedMethods", "What the clients of all versions of the API have.", has_raw=False)
    made = [Group("shared", shared.doc, [shared])]
    for name, client in clients.items():
        if "." not in name:
            shared.children[name] = (client, name)
            inside = [each for tag, each in clients.items() if tag == name or tag.startswith(f"{name}.")]
            made.append(Group(name, client.doc, inside[::-1]))
    taken: set[str] = set()
    for root in ROOTS:
        if own := [each for each in operations if each.group == root]:
            doc = docs.get(root, f"The methods of {root}.")
            methods = Client(f"{root.upper()}Methods", doc, has_raw=False)
            methods.operations += [each for each in own if not taken or each.name in taken]
            shared.operations += [each for each in own if taken and each.name not in taken]
            taken |= {each.name for each in own}
            made.append(Group(root, doc, [methods, Client(f"{root.upper()}Root", doc, [methods.name, shared.name])]))
    return made
