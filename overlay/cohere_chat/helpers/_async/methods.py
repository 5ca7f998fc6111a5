"""The methods of clients that lead to the helpers. What they need is imported at first use."""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from cohere_chat_api.endpoint import operation
from cohere_chat_api.groups.v2 import CHAT

if TYPE_CHECKING:
    import os
    from typing import Unpack

    from cohere_chat import AsyncClientV2, RequestOptions
    from cohere_chat.types import ChatMessageV2Param, ChatOptions, ChatParams, ToolV2, ToolV2Param

    from .._answers import Answer
    from .conversation import AsyncConversation
    from .parse import AsyncParseStream
    from .run import AsyncToolRun, AsyncToolRunStream

T = TypeVar("T")


class AsyncChatHelpers:
    """Methods of AsyncClientV2 that are made of chat() and chat_stream()."""

    @overload
    async def chat_parse(
        self,
        expected: type[T],
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[T]: ...

    @overload
    async def chat_parse(
        self,
        expected: object,
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[Any]: ...

    @operation(CHAT)
    async def chat_parse(
        self,
        expected: object,
        /,
        *,
        retries: int = 0,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> Answer[Any]:
        """Ask for an answer as a value of a Python type.

        Args:
            expected: The type, such as a dataclass, an attrs class, a TypedDict, a pydantic model, `list[int]`. The
                model gets it as a JSON Schema, with its docstrings and the texts in `Annotated`.
            retries: How many times to ask again if the answer does not fit; the model is told the problem.
            request_options: As for chat().
            params: The parameters of chat(), except documents, tools and response_format. Ask for JSON in a message,
                too.

        Returns:
            The answer: its `value` and the `reply` that it was read from.

        Raises:
            TypeError: JSON, or the service, can't represent the type; the message names the place. Or an argument is
                of a wrong type.
            ValueError: A parameter can't be combined with a JSON Schema, or `retries` is below 0.
            AnswerError: The reply can't be read as the type; TruncatedError: it was cut short.
            CohereError: What chat() raises.
        """
        from .parse import chat_parse

        given = {**params, "request_options": request_options}
        return await chat_parse(cast("AsyncClientV2", self), expected, retries, given)

    @overload
    def chat_parse_stream(
        self,
        expected: type[T],
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> AsyncParseStream[T]: ...

    @overload
    def chat_parse_stream(
        self,
        expected: object,
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> AsyncParseStream[Any]: ...

    @operation(CHAT)
    def chat_parse_stream(
        self,
        expected: object,
        /,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[ChatParams],
    ) -> AsyncParseStream[Any]:
        """Like chat_parse(), but streamed: `partials` of the answer while it is written, and its `final_value()`.

        Args and errors: as for chat_parse(), without retries; the stream's class lists the errors of reading.
        """
        from .parse import chat_parse_stream

        given = {**params, "request_options": request_options}
        return chat_parse_stream(cast("AsyncClientV2", self), expected, given)

    @operation(CHAT)
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
    ) -> AsyncToolRun:
        """Prepare a run: requests, and calls of the functions that the model asks for, until it answers.

        Nothing is sent until you iterate over the run or call its finish().

        Args:
            model, messages: As for chat().
            tools: Functions, or definitions as for chat(). The model gets the signatures and docstrings of functions.
            functions: The functions for such definitions, by name; they get the arguments as plain JSON values.
            max_turns: The maximum number of requests.
            tool_timeout: Seconds for each call. If a call takes longer, the model is told, and the run continues. A
                function that is not asynchronous keeps running; its result is ignored.
            max_parallel_calls: How many calls of one turn may run at the same time.
            request_options: As for chat(), for each request.
            params: The other parameters of chat().

        Raises:
            TypeError, ValueError: An argument is wrong, or the model can't call a function; the message says why.
        """
        from .run import AsyncToolRun

        return AsyncToolRun(
            self,
            messages,
            tools,
            functions=functions,
            max_turns=max_turns,
            tool_timeout=tool_timeout,
            max_parallel_calls=max_parallel_calls,
            params={"model": model, "request_options": request_options, **params},
        )

    @operation(CHAT)
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
    ) -> AsyncToolRunStream:
        """Like run_tools(), but streamed: the events of all turns, with the calls and results between them.

        Args and errors: as for run_tools(); the stream's class lists the errors of reading.
        """
        from .run import AsyncToolRunStream

        return AsyncToolRunStream(
            self,
            messages,
            tools,
            functions=functions,
            max_turns=max_turns,
            tool_timeout=tool_timeout,
            max_parallel_calls=max_parallel_calls,
            params={"model": model, "request_options": request_options, **params},
        )

    @operation(CHAT)
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
    ) -> AsyncConversation:
        """Start a conversation that remembers its turns, or continue a saved one.

        Args:
            model: As for chat().
            system: The system message. Default: none, or that of the saved conversation.
            max_history_tokens: The maximum number of tokens of history, including the system message and the tools, by
                the usage that replies report. Beyond it, the oldest turns are forgotten.
            load: A file written by save() of a conversation.
            tools, functions, max_turns, tool_timeout, max_parallel_calls, request_options, params: As for run_tools(),
                for each turn.

        Raises:
            TypeError, ValueError: As for run_tools(); or the file is not a saved conversation.
            OSError: The file can't be read.
        """
        from .._history import begin
        from .conversation import AsyncConversation

        if "messages" in params:
            raise TypeError("conversation() has no argument 'messages': use system, load, or say()")

        return AsyncConversation(
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
