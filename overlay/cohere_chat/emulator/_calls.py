"""A valid request to an operation, as the modules see it that give operations their meaning."""

import dataclasses
import json
import random
from collections.abc import Mapping
from typing import Any

from ._contract import Operation
from ._replies import digest, reply_id
from ._state import State


@dataclasses.dataclass(frozen=True, kw_only=True)
class Call:
    """A request that fits the contract."""

    operation: Operation
    in_path: Mapping[str, str]
    """The ids in the path: its values."""
    parameters: Mapping[str, Any]
    """Values from path, query and headers by their names in the contract."""
    body: Any
    """The JSON value or the form, whose files are starlette's UploadFile; an empty object where there is none."""
    state: State
    base_url: str
    """Where the client finds the emulator."""
    script: str | Mapping[str, Any] | None = None
    """A text that shall be told, or the reply as a script wants it."""
    failure: str | None = None
    """Why a job that this request starts shall fail."""

    @property
    def _identity(self) -> dict[str, Any]:
        # Chat is itself, and its replies stay the same for ever; others are told apart by their name.
        name = {} if self.operation.id == "v2_chat" else {"operation": self.operation.id}
        return {**name, **self.parameters, **json.loads(json.dumps(self.body, default=str))}

    @property
    def reply_id(self) -> str:
        """The same for the same request and seed."""
        return reply_id(self._identity, seed=self.state.settings.seed)

    @property
    def rng(self) -> random.Random:
        """Dice that fall the same for the same request and seed."""
        return random.Random(digest(self._identity, self.state.settings.seed))


def meta(version: str, **billed: int) -> dict[str, Any]:
    """Return what all but chat say about a request: the API's version and what is billed."""
    return {"api_version": {"version": version}, "billed_units": billed}
