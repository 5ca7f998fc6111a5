"""The exceptions of this package.

    CohereError
    ├── ConfigurationError (also a ValueError)   the client can't be built or used with these settings
    ├── ClientClosedError                        the client was used after close()
    ├── ApiError                                 the API answered with an error status
    │   ├── BadRequestError 400                  ├── InvalidTokenError 498
    │   ├── UnauthorizedError 401                ├── ClientClosedRequestError 499
    │   ├── ForbiddenError 403                   ├── InternalServerError 500
    │   ├── NotFoundError 404                    ├── NotImplementedError 501
    │   ├── UnprocessableEntityError 422         ├── ServiceUnavailableError 503
    │   └── TooManyRequestsError 429             └── GatewayTimeoutError 504
    ├── ApiConnectionError                       no response, or only a part of it
    │   └── ApiTimeoutError                      no response in time
    ├── InvalidResponseError                     a success status, but not the expected reply
    ├── StreamError                              a stream that failed; it carries the reply so far
    │   ├── StreamInterruptedError               cut (also an ApiConnectionError)
    │   │   └── StreamTimeoutError               stalled (also an ApiTimeoutError)
    │   ├── InvalidEventError                    an event that can't be read (also an InvalidResponseError)
    │   └── GenerationError                      complete, but its last event reports a failure
    ├── JobFailedError                           wait(): the job failed or was cancelled
    └── JobTimeoutError (also a TimeoutError)    wait(): the job did not end in time

Wrong arguments raise a plain TypeError or ValueError.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from cohere_chat_api.models import V2ChatResponse

# Without NotImplementedError, which `import *` would put in the place of the builtin.
__all__ = [
    "ApiConnectionError",
    "ApiError",
    "ApiTimeoutError",
    "BadRequestError",
    "ClientClosedError",
    "ClientClosedRequestError",
    "CohereError",
    "ConfigurationError",
    "ForbiddenError",
    "GatewayTimeoutError",
    "GenerationError",
    "InternalServerError",
    "InvalidEventError",
    "InvalidResponseError",
    "InvalidTokenError",
    "JobFailedError",
    "JobTimeoutError",
    "NotFoundError",
    "ServiceUnavailableError",
    "StreamError",
    "StreamInterruptedError",
    "StreamTimeoutError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "UnprocessableEntityError",
]

# How much of what a server says goes into a message, in characters.
_EXCERPT = 500


def excerpt(said: object) -> str:
    """The beginning of what a server said on one line, with what does not print escaped."""
    try:
        text = said if isinstance(said, str) else repr(said)
    except RecursionError:
        text = "something nested too deeply"
    line = " ".join(text[: _EXCERPT * 4].split())
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "..."


class CohereError(Exception):
    """Base class of all exceptions of this package. All of them can be pickled and copied.

    `str(error)` is the message, with the number of attempts if there were several.

    Attributes:
        attempts: How many times the request was sent, retries included.
        batch: The part of the list that the request was about, such as `texts[96:192]`, if a long list was sent in
            several requests.
    """

    attempts: int = 1
    batch: str | None = None

    def __str__(self) -> str:
        attempts = f" (after {self.attempts} attempts)" if self.attempts > 1 else ""
        return super().__str__() + attempts + (f" (in {self.batch})" if self.batch else "")


class ConfigurationError(CohereError, ValueError):
    """The client can't be built or used with these settings; the message names the setting and the remedy."""


class ClientClosedError(CohereError):
    """The client was used after it was closed."""


class ApiError(CohereError):
    """The API answered with a status other than 2xx.

    Attributes:
        status_code: The HTTP status.
        documented_status: The status that the class stands for; None for ApiError itself.
        headers: The headers of the response; names are case-insensitive.
        body: The body: parsed if it is JSON, else text if it is UTF-8, else bytes.
        retry_after: Seconds that the server asks to wait before the next request; None if it doesn't say.
    """

    documented_status: ClassVar[int | None] = None

    def __init__(
        self,
        *,
        status_code: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__()
        self.status_code: int | None = status_code if status_code is not None else self.documented_status
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.body = body
        self.retry_after = retry_after

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def message(self) -> str:
        """The API's own message, shortened; the name of the status if there is none."""
        body = self.body
        if isinstance(body, dict):
            # Gateways before the API have their own names for it.
            for name in ("message", "error", "detail"):
                if isinstance(body.get(name), str) and body[name].strip():
                    return excerpt(body[name])
        said = "" if body in (None, b"", {}) else excerpt(body)
        with contextlib.suppress(ValueError):
            return said or HTTPStatus(self.status_code or 0).phrase
        return "error"

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return request_id(self.headers) or (self.body.get("id") if isinstance(self.body, dict) else None)

    def __str__(self) -> str:
        # The base class adds the number of attempts.
        ending = f" (request {excerpt(self.request_id)})" if self.request_id else ""
        return f"{self.status_code or 'no status'}: {self.message}{ending}{super().__str__()}"


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id of a request at the API, from the headers of the answer."""
    return headers.get("x-request-id") or headers.get("x-debug-trace-id")


class BadRequestError(ApiError):
    """The request is malformed, incomplete or contradicts itself."""

    documented_status: ClassVar[int | None] = 400


class UnauthorizedError(ApiError):
    """The API key is missing or unknown."""

    documented_status: ClassVar[int | None] = 401


class ForbiddenError(ApiError):
    """The API key is not allowed to do this."""

    documented_status: ClassVar[int | None] = 403


class NotFoundError(ApiError):
    """What the request names, such as the model, does not exist."""

    documented_status: ClassVar[int | None] = 404


class UnprocessableEntityError(ApiError):
    """The request is well-formed, but a value in it cannot be processed."""

    documented_status: ClassVar[int | None] = 422


class TooManyRequestsError(ApiError):
    """A rate limit or quota is used up."""

    documented_status: ClassVar[int | None] = 429


class InvalidTokenError(ApiError):
    """The token of the request is invalid or has expired."""

    documented_status: ClassVar[int | None] = 498


class ClientClosedRequestError(ApiError):
    """The client gave up before the reply was ready."""

    documented_status: ClassVar[int | None] = 499


class InternalServerError(ApiError):
    """The service failed."""

    documented_status: ClassVar[int | None] = 500


class NotImplementedError(ApiError):
    """The service does not offer what was asked for."""

    documented_status: ClassVar[int | None] = 501


class ServiceUnavailableError(ApiError):
    """The service is overloaded or down for the moment."""

    documented_status: ClassVar[int | None] = 503


class GatewayTimeoutError(ApiError):
    """The service did not answer its gateway in time."""

    documented_status: ClassVar[int | None] = 504


class ApiConnectionError(CohereError):
    """There was no response, or only a part of it. The httpx exception is the `__cause__`.

    Attributes:
        transient: Whether the same request may succeed later. False for a wrong certificate, for example, and once the
            response has begun.
        sent: Whether the API may have received the request, and acted on it.
    """

    def __init__(self, message: str = "connection failed", *, transient: bool = True, sent: bool = True) -> None:
        super().__init__(message)
        self.transient = transient
        self.sent = sent


class ApiTimeoutError(ApiConnectionError):
    """There was no response in time.

    Attributes:
        phase: What took too long: "connect", "write", "read", or "pool" (waiting for a free connection).
    """

    def __init__(
        self, message: str = "timed out", *, phase: str = "read", transient: bool = True, sent: bool = True
    ) -> None:
        super().__init__(message, transient=transient, sent=sent)
        self.phase = phase


class InvalidResponseError(CohereError):
    """The API answered with a success status, but not with the expected reply.

    Attributes:
        status_code: The HTTP status.
        headers: The headers of the response.
        body: The body, or as much of it as was read: JSON, text or bytes, as for ApiError.
    """

    def __init__(
        self,
        message: str = "invalid response",
        *,
        status_code: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.body = body


class StreamError(CohereError):
    """A stream failed.

    Attributes:
        snapshot: The reply of a chat so far.
    """

    snapshot: V2ChatResponse | None = None


class StreamInterruptedError(StreamError, ApiConnectionError):
    """A stream ended before its last event."""


class StreamTimeoutError(StreamInterruptedError, ApiTimeoutError):
    """The next part of a stream did not arrive in time."""


class InvalidEventError(StreamError, InvalidResponseError):
    """An event of a stream can't be read; `body` holds its content."""


class GenerationError(StreamError):
    """The stream is complete, but its last event says that the reply failed; the message is the API's own."""


class JobFailedError(CohereError):
    """The job that wait() waited for failed or was cancelled.

    Attributes:
        job: The final state of the job.
    """

    def __init__(self, message: str = "the job failed", job: Any = None) -> None:
        super().__init__(message)
        self.job = job


class JobTimeoutError(CohereError, TimeoutError):
    """The job that wait() waited for did not end in time. It continues at the service."""
