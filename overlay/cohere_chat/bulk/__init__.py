"""Bulk jobs: a request for each row of a file, resumable, within the rate limit; also on engines such as Ray Data.

from cohere_chat import bulk

summary = bulk.run("prompts.jsonl", "answers.jsonl", bulk.ChatRow(model=..., prompt="prompt"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._batches import run_batches as run_batches
    from ._errors import BulkError as BulkError
    from ._errors import Interrupted as Interrupted
    from ._errors import RefusedError as RefusedError
    from ._errors import StoppedError as StoppedError
    from ._export import Exported as Exported
    from ._export import export as export
    from ._protocol import Progress as Progress
    from ._runner import run as run
    from ._runner import run_async as run_async
    from .rows import ChatRow as ChatRow
    from .rows import EmbedRow as EmbedRow
    from .rows import RerankRow as RerankRow
    from .rows import RowError as RowError
    from .rows import answer as answer
    from .summary import Summary as Summary
else:
    _MODULES = {
        "BulkError": "_errors",
        "ChatRow": "rows",
        "EmbedRow": "rows",
        "Exported": "_export",
        "Interrupted": "_errors",
        "Progress": "_protocol",
        "RefusedError": "_errors",
        "RerankRow": "rows",
        "RowError": "rows",
        "StoppedError": "_errors",
        "Summary": "summary",
        "answer": "rows",
        "export": "_export",
        "run": "_runner",
        "run_async": "_runner",
        "run_batches": "_batches",
    }
    __all__ = list(_MODULES)

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(__all__)
