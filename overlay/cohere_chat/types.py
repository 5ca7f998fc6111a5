"""The types of the API by name; each is imported at first use.

- Classes, such as `V2ChatResponse` and `TextContent`.
- Enums as Literal types, such as `ChatFinishReason`.
- Unions, such as `V2ChatStreamResponse`, the events of a stream.
- Typed dictionaries: `ChatParams`, and one with `Param` at the end of its name for each class used in requests.
- `Unknown`, the class of objects with a tag that the contract does not know.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cohere_chat_api.models import *
    from cohere_chat_api.params import *
    from cohere_chat_api.types import Unknown as Unknown
    from cohere_chat_api.unions import *

# Where names are looked for, quick ones first.
_MODULES = ("models", "types", "unions", "params")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if not name.startswith("_"):
            for module in _MODULES:
                found = import_module(f"cohere_chat_api.{module}")
                if name in found.__all__:
                    value = globals()[name] = getattr(found, name)
                    return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(name for module in _MODULES for name in import_module(f"cohere_chat_api.{module}").__all__)
