# Made by `make generate` from openapi.yaml. Do not edit.
"""Methods for audio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from ..endpoint import Endpoint, Parameter, Reply, Resource, operation

if TYPE_CHECKING:
    from cohere_chat import HttpResponse, RequestOptions

    from ..endpoint import AsyncCore, Core, File
    from ..models.audio_transcriptions_create_response import AudioTranscriptionsCreateResponse

TRANSCRIPTIONS_CREATE: Final[Endpoint[AudioTranscriptionsCreateResponse]] = Endpoint(
    name="audio.transcriptions.create",
    method="POST",
    path="/v2/audio/transcriptions",
    body="multipart",
    parameters={
        "model": Parameter("form", "string", required=True),
        "language": Parameter("form", "string", required=True),
        "file": Parameter("file", "any", required=True),
        "temperature": Parameter("form", "number"),
    },
    reply=Reply("AudioTranscriptionsCreateResponse"),
)


class TranscriptionsClient(Resource):
    """Speech to text."""

    _core: Core

    @property
    def with_raw_response(self) -> TranscriptionsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("TranscriptionsClientWithRawResponse", TranscriptionsClient(self._core.raw))

    @operation(TRANSCRIPTIONS_CREATE)
    def create(
        self,
        *,
        model: str,
        language: str,
        file: File,
        temperature: float | None = None,
        request_options: RequestOptions | None = None,
    ) -> AudioTranscriptionsCreateResponse:
        """Turn speech into text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            language: The language, by its code in ISO 639-1, such as `en` (required).
            file: The recording, as flac, mp3, mpeg, mpga, ogg or wav (required).
            temperature: How random the choice of words is; 0 is the least (0 to 1).
            request_options: Options of this call; see RequestOptions.

        Returns:
            AudioTranscriptionsCreateResponse: What was said.
        """
        return self._core.call(
            TRANSCRIPTIONS_CREATE,
            {
                "model": model,
                "language": language,
                "file": file,
                "temperature": temperature,
            },
            request_options,
        )


class AsyncTranscriptionsClient(Resource):
    """Speech to text."""

    _core: AsyncCore

    @property
    def with_raw_response(self) -> AsyncTranscriptionsClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncTranscriptionsClientWithRawResponse", AsyncTranscriptionsClient(self._core.raw))

    @operation(TRANSCRIPTIONS_CREATE)
    async def create(
        self,
        *,
        model: str,
        language: str,
        file: File,
        temperature: float | None = None,
        request_options: RequestOptions | None = None,
    ) -> AudioTranscriptionsCreateResponse:
        """Turn speech into text.

        A parameter that is None counts as not given. The client's own docstring names the errors.

        Args:
            model: Name of the model (required).
            language: The language, by its code in ISO 639-1, such as `en` (required).
            file: The recording, as flac, mp3, mpeg, mpga, ogg or wav (required).
            temperature: How random the choice of words is; 0 is the least (0 to 1).
            request_options: Options of this call; see RequestOptions.

        Returns:
            AudioTranscriptionsCreateResponse: What was said.
        """
        return await self._core.call(
            TRANSCRIPTIONS_CREATE,
            {
                "model": model,
                "language": language,
                "file": file,
                "temperature": temperature,
            },
            request_options,
        )


class AudioClient(Resource):
    """Methods for audio."""

    _core: Core

    @cached_property
    def transcriptions(self) -> TranscriptionsClient:
        """Speech to text."""
        return TranscriptionsClient(self._core)

    @property
    def with_raw_response(self) -> AudioClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AudioClientWithRawResponse", AudioClient(self._core.raw))


class AsyncAudioClient(Resource):
    """Methods for audio."""

    _core: AsyncCore

    @cached_property
    def transcriptions(self) -> AsyncTranscriptionsClient:
        """Speech to text."""
        return AsyncTranscriptionsClient(self._core)

    @property
    def with_raw_response(self) -> AsyncAudioClientWithRawResponse:
        """The same methods, each of which gives the HTTP status and headers with the reply."""
        return cast("AsyncAudioClientWithRawResponse", AsyncAudioClient(self._core.raw))


if TYPE_CHECKING:

    class TranscriptionsClientWithRawResponse:
        """TranscriptionsClient.with_raw_response."""

        def create(
            self,
            *,
            model: str,
            language: str,
            file: File,
            temperature: float | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[AudioTranscriptionsCreateResponse]: ...

    class AsyncTranscriptionsClientWithRawResponse:
        """AsyncTranscriptionsClient.with_raw_response."""

        async def create(
            self,
            *,
            model: str,
            language: str,
            file: File,
            temperature: float | None = None,
            request_options: RequestOptions | None = None,
        ) -> HttpResponse[AudioTranscriptionsCreateResponse]: ...

    class AudioClientWithRawResponse:
        """AudioClient.with_raw_response."""

        transcriptions: TranscriptionsClientWithRawResponse

    class AsyncAudioClientWithRawResponse:
        """AsyncAudioClient.with_raw_response."""

        transcriptions: AsyncTranscriptionsClientWithRawResponse
