# Made by `make generate` from ../_async/methods.py. Do not edit.
"""The methods of clients that lead to the helpers. What they need is imported at first use."""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from cohere_chat_api.endpoint import Parameter, operation
from cohere_chat_api.groups.v2 import CHAT

if TYPE_CHECKING:
    import os
    from typing import Unpack

    from cohere_chat import ClientV2, RequestOptions
    from cohere_chat.types import ChatMessageV2Param, ChatOptions, ChatParams, ToolV2, ToolV2Param

    from .._answers import Answer
    from .conversation import Conversation
    from .parse import ParseStream
    from .run import ToolRun, ToolRunStream

T = TypeVar("T")
Method = TypeVar("Method", bound=Callable[..., Any])


def takes_chat_options(method: Method) -> Method:
    """Let a method with parameters of its own, and those of chat(), explain arguments that it does not have."""
    own = dict.fromkeys(method.__kwdefaults__ or (), Parameter("body"))
    return operation(CHAT._replace(parameters={**CHAT.parameters, **own}))(method)


class ChatHelpers:
    """Methods of ClientV2 that are made of chat() and chat_stream()."""

    @overload
    def chat_parse(
        self,
        expected: type[T],
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[T]: ...

    @overload
    def chat_parse(
        self,
        expected: object,
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[Any]: ...

    @takes_chat_options
    def chat_parse(
        self,
        expected: object,
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[Any]:
        """Have the model answer with a value of a Python type.

        Args:
            expected: The type, such as a dataclass, an attrs class, a TypedDict, a pydantic model, `list[int]`. It is
                told to the model as a JSON Schema, with its docstrings and the texts in `Annotated`.
            retries: How many times to ask again when the answer does not fit, with the problem told to the model.
            request_options: As for chat().
            params: The parameters of chat(), but for documents, tools and response_format. Ask for JSON in a message
                as well.

        Returns:
            The answer: its `value` and the `reply` that it was read from.

        Raises:
            TypeError: JSON, or the service, has no form for the type; the message names the place.
            ValueError: A parameter does not go together with the answer's JSON Schema.
            AnswerError: The reply is no value of the type; TruncatedError: it was cut short.
            CohereError: What chat() raises.
        """
        from .parse import chat_parse

        given = {**params, "request_options": request_options}
        return chat_parse(cast("ClientV2", self), expected, retries, given)

    @overload
    def chat_parse_stream(
        self,
        expected: type[T],
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> ParseStream[T]: ...

    @overload
    def chat_parse_stream(
        self,
        expected: object,
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> ParseStream[Any]: ...

    @takes_chat_options
    def chat_parse_stream(
        self,
        expected: object,
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> ParseStream[Any]:
        """Like chat_parse(), while the answer is written: `partials` of it, and its `final_value()`.

        Args and errors: as for chat_parse(), without retries; what reading a stream raises is told by its class.
        """
        from .parse import chat_parse_stream

        given = {**params, "request_options": request_options}
        return chat_parse_stream(cast("ClientV2", self), expected, given)

    @takes_chat_options
    def run_tools(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[Callable[..., Any] | ToolV2Param | ToolV2],
        functions: Mapping[str, Callable[..., Any]] | None = None,
        max_turns: int = 10,
        tool_timeout: float | None = None,
        max_parallel_calls: int = 8,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatOptions],
    ) -> ToolRun:
        """Prepare a run: requests, and calls of functions that the model asks for, until it answers.

        Nothing is sent before the run is iterated over or its finish() is called.

        Args:
            model, messages: As for chat().
            tools: Functions, of whose signatures and docstrings the model is told, or definitions as for chat().
            functions: The functions of such definitions, by name; these get the arguments as plain JSON values.
            max_turns: The most requests.
            tool_timeout: Seconds for each call; the model is told of one that takes longer, and the run goes on. A
                function that is not asynchronous goes on unheard.
            max_parallel_calls: How many calls of one turn are made at the same time.
            request_options: As for chat(), for each request.
            params: The other parameters of chat().

        Raises:
            TypeError, ValueError: An argument is wrong, or the model cannot call a function; the message says why.
        """
        from .run import ToolRun

        return ToolRun(
            self,
            messages,
            tools,
            functions=functions,
            max_turns=max_turns,
            tool_timeout=tool_timeout,
            max_parallel_calls=max_parallel_calls,
            params={"model": model, "request_options": request_options, **params},
        )

    @takes_chat_options
    def run_tools_stream(
        self,
        *,
        model: str,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[Callable[..., Any] | ToolV2Param | ToolV2],
        functions: Mapping[str, Callable[..., Any]] | None = None,
        max_turns: int = 10,
        tool_timeout: float | None = None,
        max_parallel_calls: int = 8,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatOptions],
    ) -> ToolRunStream:
        """Like run_tools(), with the replies streamed: the events of all turns, and the calls and results between.

        Args and errors: as for run_tools(); what reading a stream raises is told by its class.
        """
        from .run import ToolRunStream

        return ToolRunStream(
            self,
            messages,
            tools,
            functions=functions,
            max_turns=max_turns,
            tool_timeout=tool_timeout,
            max_parallel_calls=max_parallel_calls,
            params={"model": model, "request_options": request_options, **params},
        )

    @takes_chat_options
    def conversation(
        self,
        *,
        model: str,
        system: str | None = None,
        tools: Iterable[Callable[..., Any] | ToolV2Param | ToolV2] = (),
        functions: Mapping[str, Callable[..., Any]] | None = None,
        max_history_tokens: int | None = None,
        load: str | os.PathLike[str] | None = None,
        max_turns: int = 10,
        tool_timeout: float | None = None,
        max_parallel_calls: int = 8,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatOptions],
    ) -> Conversation:
        """Begin a conversation that remembers its turns, or go on with a saved one.

        Args:
            model: As for chat().
            system: The system message; None for none, or that of the saved conversation.
            max_history_tokens: The most tokens of history, with the system message and the tools, by the usage that
                replies report. The oldest turns beyond it are forgotten.
            load: A file that the conversation's save() has written.
            tools, functions, max_turns, tool_timeout, max_parallel_calls, request_options, params: As for run_tools(),
                for each turn.

        Raises:
            TypeError, ValueError: As for run_tools(); or the file holds no conversation.
            OSError: The file can't be read.
        """
        from .._history import begin
        from .conversation import Conversation

        if "messages" in params:
            raise TypeError("conversation() has no argument 'messages': use system, load, or say()")

        return Conversation(
            self,
            begin(load, system),
            max_history_tokens,
            {
                "tools": tools,
                "functions": functions,
                "max_turns": max_turns,
                "tool_timeout": tool_timeout,
                "max_parallel_calls": max_parallel_calls,
                "params": {"model": model, "request_options": request_options, **params},
            },
        )
