"""The log, as observers: retries always, calls where CO_LOG asks for them."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from .errors import ConfigurationError

if TYPE_CHECKING:
    from .observe import EndEvent, ErrorEvent, RequestEvent, RetryEvent

_log: Final = logging.getLogger("cohere_chat")
_LEVELS: Final = {"info": logging.INFO, "debug": logging.DEBUG}


class RetryLog:
    """Logs retries."""

    def on_retry(self, event: RetryEvent) -> None:
        _log.info("retry %d of %d in %.2f s: %s", event.attempt, event.max_retries, event.delay, event.error)


class CallLog:
    """Logs calls: how they end, and at level DEBUG how they begin, with the bodies."""

    def __init__(self, level: int) -> None:
        self.wants_bodies = level == logging.DEBUG

    def on_request(self, event: RequestEvent) -> None:
        _log.debug("call %d: %s %s: %s", event.call, event.operation, event.model, event.body)

    def on_end(self, event: EndEvent) -> None:
        _log.info(
            "call %d: %s %s: %s with %s in %.2f s, %d bytes, %s tokens in, %s out, request %s",
            *(event.call, event.operation, event.model, event.outcome, event.status_code, event.seconds, event.size),
            *(event.tokens("input"), event.tokens("output"), event.request_id),
        )
        _log.debug("call %d: %s", event.call, event.body)

    def on_error(self, event: ErrorEvent) -> None:
        _log.info(
            "call %d: %s %s: failed after %.2f s: %s: %s",
            *(event.call, event.operation, event.model, event.seconds, type(event.error).__name__, event.error),
        )


def log_observers(environment: Mapping[str, str]) -> list[CallLog]:
    """What CO_LOG asks for; the log gets a handler, unless the program has set one up."""
    wanted = environment.get("CO_LOG", "").strip().lower()
    if not wanted:
        return []
    if wanted not in _LEVELS:
        raise ConfigurationError(f"the environment variable CO_LOG must be info or debug, not {wanted!r}")
    level = _LEVELS[wanted]
    handlers = (*_log.handlers, *logging.getLogger().handlers)
    if all(isinstance(handler, logging.NullHandler) for handler in handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
    _log.setLevel(level)
    return [CallLog(level)]
