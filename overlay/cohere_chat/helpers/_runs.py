"""Runs of tools: what each turn sends, and what its reply and results mean. Nothing is sent or called here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal

import attrs

from ._errors import ToolError, ToolRunError, TurnLimitError
from ._params import check_count, check_seconds, read_iterators
from ._results import documents_of, error_document, tool_message
from ._tools import ToolCall, toolbox

if TYPE_CHECKING:
    from cohere_chat.types import ChatMessageV2Param, Citation, ToolV2, ToolV2Param, V2ChatResponse

    from ._calls import Outcome

_CUT: Final = frozenset({"MAX_TOKENS", "ERROR", "TIMEOUT"})


@attrs.frozen(eq=False)
class ToolStep:
    """A turn in which the model asks for calls, before they are made.

    Attributes:
        reply: The reply that asks for them.
        calls: The calls.
        type: Always "tool-step", to tell the events of a stream apart.
    """

    reply: V2ChatResponse
    calls: list[ToolCall]
    type: Literal["tool-step"] = "tool-step"


@attrs.frozen(eq=False)
class ToolResult:
    """The result of a call.

    Attributes:
        call: The call.
        value: What the function returned.
        problem: What the model is told instead; None if the call succeeded.
        type: Always "tool-result".
    """

    call: ToolCall
    value: Any = None
    problem: str | None = None
    type: Literal["tool-result"] = "tool-result"


@attrs.frozen(eq=False)
class ToolCitation:
    """A part of the reply that rests on a tool's result.

    Attributes:
        text: The part of the reply.
        call: The call.
        value: The Python value: if the result is a list, the item, else the result; None if the call failed.
        citation: The API's own object, which says where the part is in the reply.
    """

    text: str
    call: ToolCall
    value: Any
    citation: Citation


class BaseRun:
    """What all runs share.

    Attributes:
        messages: The conversation so far, which can be sent again at any time: a turn is added when all its calls have
            a result, the last turn with its reply.
        results: The results of calls that succeeded, including those of a turn that failed.
        turns: The number of requests so far.
        is_finished: Whether the model has answered.
    """

    # Whether functions may be asynchronous.
    _may_be_async: ClassVar[bool]

    def __init__(
        self,
        client: Any,
        messages: Iterable[ChatMessageV2Param],
        tools: Iterable[Callable[..., Any] | ToolV2Param | ToolV2],
        *,
        functions: Mapping[str, Callable[..., Any]] | None,
        max_turns: int,
        tool_timeout: float | None,
        max_parallel_calls: int,
        params: Mapping[str, Any],
        when_finished: Callable[[BaseRun], None] = lambda run: None,
    ) -> None:
        check_count("max_turns", max_turns, 1)
        check_count("max_parallel_calls", max_parallel_calls, 1)
        if tool_timeout is not None:
            check_seconds("tool_timeout", tool_timeout)
        if isinstance(messages, str | Mapping):
            raise TypeError(f"messages must be a list, not {type(messages).__name__}")
        self.messages: list[ChatMessageV2Param] = list(messages)
        self.results: list[ToolResult] = []
        self.turns = 0
        self.is_finished = False
        self._client = client
        self._tools = toolbox(tools, functions, may_be_async=self._may_be_async)
        self._max_turns = max_turns
        self._tool_timeout = tool_timeout
        self._max_parallel_calls = max_parallel_calls
        self._params = read_iterators(params)
        self._when_finished = when_finished
        self._reply: V2ChatResponse | None = None
        # The step whose calls are to be made, and whether the calls of the one before were wrong.
        self._step: ToolStep | None = None
        self._was_wrong = False
        # What a source of a citation is, by its id.
        self._sources: dict[str, tuple[ToolCall, Any]] = {}

    @property
    def reply(self) -> V2ChatResponse:
        """The newest reply; when the run is finished, the model's answer.

        Raises:
            RuntimeError: There is none yet.
        """
        if self._reply is None:
            raise RuntimeError("the run has no reply yet: iterate over it, or call finish()")
        return self._reply

    @property
    def citations(self) -> list[ToolCitation]:
        """The parts of the newest reply that rest on results of tools, one for each result."""
        return [
            ToolCitation(citation.text or "", *self._sources[source.id], citation)
            for citation in self.reply.message.citations or ()
            for source in citation.sources or ()
            if source.type == "tool" and source.id in self._sources
        ]

    def _request(self) -> dict[str, Any]:
        """The parameters of the next request, which is counted.

        Raises:
            TurnLimitError: There must be no more.
        """
        self._check_limit()
        self.turns += 1
        params = {**self._params, "messages": self.messages[:]}
        if self._tools:
            params["tools"] = [tool.definition for tool in self._tools.values()]
        if self.turns > 1 and params.get("tool_choice") == "REQUIRED":
            del params["tool_choice"]
        return params

    def _check_limit(self) -> None:
        if self.turns == self._max_turns:
            raise TurnLimitError(f"the model still asks for calls after max_turns={self._max_turns} requests", run=self)

    def _take(self, reply: V2ChatResponse) -> ToolStep | None:
        """Take a reply: the step to make, or None if it is the model's answer.

        Raises:
            ToolRunError: It is neither.
        """
        self._reply = reply
        # The server may put anything in the place of a list or an object.
        asked: Any = reply.message.tool_calls or []
        asked = asked if isinstance(asked, list) else [asked]
        reason = str(reply.finish_reason)
        if reason in _CUT and (asked or reason != "MAX_TOKENS" or not reply.text):
            raise ToolRunError(f"the reply was cut ({reason}); none of its calls was made", run=self)
        if not asked:
            if reply.message.content:
                self.messages.append(reply.message)
            self.is_finished = True
            self._when_finished(self)
            return None
        ids = [getattr(call, "id", None) for call in asked]
        if len({*map(repr, ids)}) < len(ids) or not all(ids):
            raise ToolRunError(f"calls without an id of their own: {ids}; none was made", run=self)
        self._check_limit()
        self._step = ToolStep(reply, [ToolCall(call, self._tools) for call in asked])
        return self._step

    def _due(self) -> tuple[ToolStep, list[ToolCall]]:
        """The step whose calls are to be made now, and those of them that are not denied; it will not come again.

        Raises:
            ToolRunError: There are wrong ones, as in the turn before.
        """
        step, self._step = self._step, None
        assert step is not None
        wrong = next((call for call in step.calls if call.is_wrong), None)
        if wrong and self._was_wrong:
            told = f"{wrong.name}: wrong arguments in two turns: {wrong.problem}; none of the calls was made"
            raise ToolRunError(told, run=self, call=wrong)
        self._was_wrong = wrong is not None
        return step, [call for call in step.calls if call.problem is None]

    def _watch(self, call: ToolCall) -> Callable[[Outcome], None]:
        """Tell the client's observers that a call is made; give what tells them what came of it."""
        from cohere_chat.observe import tell_tool  # noqa: PLC0415  # only now: it is needed where functions are called

        end = tell_tool(self._client, call.name, call.id, call.arguments)
        return lambda outcome: end(outcome.value, TimeoutError("too late") if outcome.timed_out else outcome.error)

    def _record(self, step: ToolStep, outcomes: Sequence[Outcome]) -> list[ToolResult]:
        """Take what the calls gave, and tell the model.

        Raises:
            ToolRunError: A function raised, or gave what can't be serialised. Nothing is told then.
        """
        given = iter(outcomes)
        messages: list[Any] = [step.reply.message]
        results = []
        failed: tuple[ToolCall, BaseException] | None = None
        for call in step.calls:
            try:
                result, documents = self._result(call, next(given) if call.problem is None else None)
            except BaseException as error:  # noqa: BLE001  # raised when all calls are seen
                failed = failed or (call, error)
                continue
            results.append(result)
            self._sources.update({document["document"]["id"]: (call, value) for document, value in documents})
            messages.append(tool_message(call.id, [document for document, _ in documents]))
        self.results += [result for result in results if result.problem is None]
        if failed:
            call, cause = failed
            raise ToolRunError(f"{call.name}: {type(cause).__name__}: {cause}", run=self, call=call) from cause
        self.messages += messages
        return results

    def _result(self, call: ToolCall, outcome: Outcome | None) -> tuple[ToolResult, list[tuple[dict[str, Any], Any]]]:
        """What became of a call, and the documents that tell the model; or what stops the run is raised."""
        problem = call.problem
        if outcome and outcome.timed_out:
            problem = f"no result within {self._tool_timeout:g} seconds"
        elif outcome and isinstance(outcome.error, ToolError):
            problem = str(outcome.error)
        elif outcome and outcome.error:
            raise outcome.error
        if problem is not None or outcome is None:
            return ToolResult(call, problem=problem), [(error_document(call.id, str(problem)), None)]
        return ToolResult(call, outcome.value), documents_of(call.id, outcome.value)

    def __repr__(self) -> str:
        state = "finished" if self.is_finished else f"after {self.turns} of at most {self._max_turns} requests"
        return f"<{type(self).__name__} {state}>"


def text_of(event: object, kind: Literal["text", "thinking"] = "text") -> str:
    """The piece of the reply's text, or of a thought, in an event, or an empty string."""
    if getattr(event, "type", None) not in ("content-start", "content-delta"):
        return ""
    # Step by step, for the server may put anything in the place of an object.
    for name in ("delta", "message", "content", kind):
        event = getattr(event, name, None)
    return event if isinstance(event, str) else ""
