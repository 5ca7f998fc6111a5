# Made by `make generate` from openapi.yaml. Do not edit.
"""What the clients of all versions of the API have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..endpoint import Resource

if TYPE_CHECKING:
    from ..endpoint import AsyncCore, Core


class SharedMethods(Resource):
    """What the clients of all versions of the API have."""

    _core: Core


class AsyncSharedMethods(Resource):
    """What the clients of all versions of the API have."""

    _core: AsyncCore


if TYPE_CHECKING:

    class SharedMethodsWithRawResponse:
        """SharedMethods.with_raw_response."""

    class AsyncSharedMethodsWithRawResponse:
        """AsyncSharedMethods.with_raw_response."""
