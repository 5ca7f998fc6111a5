"""Answers of Python types, tools from functions, and conversations: made of chat() and chat_stream().

Clients have the methods; here are the functions and the classes of what they give. Each is imported at first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._answers import Answer as Answer
    from ._async.conversation import AsyncConversation as AsyncConversation
    from ._async.parse import AsyncParseStream as AsyncParseStream
    from ._async.run import AsyncToolRun as AsyncToolRun
    from ._async.run import AsyncToolRunStream as AsyncToolRunStream
    from ._errors import AnswerError as AnswerError
    from ._errors import ToolError as ToolError
    from ._errors import ToolRunError as ToolRunError
    from ._errors import TruncatedError as TruncatedError
    from ._errors import TurnLimitError as TurnLimitError
    from ._runs import ToolCitation as ToolCitation
    from ._runs import ToolResult as ToolResult
    from ._runs import ToolStep as ToolStep
    from ._sync.conversation import Conversation as Conversation
    from ._sync.parse import ParseStream as ParseStream
    from ._sync.run import ToolRun as ToolRun
    from ._sync.run import ToolRunStream as ToolRunStream
    from ._tools import ToolCall as ToolCall
    from ._tools import tool as tool
else:
    _MODULES = {
        "Answer": "_answers",
        "AnswerError": "_errors",
        "AsyncConversation": "_async.conversation",
        "AsyncParseStream": "_async.parse",
        "AsyncToolRun": "_async.run",
        "AsyncToolRunStream": "_async.run",
        "Conversation": "_sync.conversation",
        "ParseStream": "_sync.parse",
        "ToolCall": "_tools",
        "ToolCitation": "_runs",
        "ToolError": "_errors",
        "ToolResult": "_runs",
        "ToolRun": "_sync.run",
        "ToolRunError": "_errors",
        "ToolRunStream": "_sync.run",
        "ToolStep": "_runs",
        "TruncatedError": "_errors",
        "TurnLimitError": "_errors",
        "tool": "_tools",
    }
    __all__ = list(_MODULES)

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
            return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(__all__)
