"""An observer that keeps what it is told."""

from __future__ import annotations

from typing import Any

from cohere_chat.observe import HOOKS


class Recorder:
    """Keeps the name of each method that is called, with the event."""

    def __init__(self, *, wants_bodies: bool = False) -> None:
        self.wants_bodies = wants_bodies
        self.told: list[tuple[str, Any]] = []

    @property
    def names(self) -> list[str]:
        return [name.removeprefix("on_") for name, _ in self.told]

    @property
    def last(self) -> Any:
        return self.told[-1][1]

    def of(self, name: str) -> list[Any]:
        """The events of a method."""
        return [event for told, event in self.told if told == f"on_{name}"]

    def check_ends(self) -> None:
        """Each call, and each call of a function, has ended once."""
        begun = [event.call for event in self.of("request")] + [event.execution for event in self.of("tool_start")]
        ended = [event.call for event in self.of("end") + self.of("error")]
        ended += [event.execution for event in self.of("tool")]
        assert sorted(begun) == sorted(ended)


def _keeps(name: str) -> Any:
    return lambda self, event: self.told.append((name, event))


for _name in HOOKS:
    setattr(Recorder, _name, _keeps(_name))
