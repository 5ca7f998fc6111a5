"""A local stand-in for Cohere's API: it speaks like the real service, without a language model behind it.

    from cohere_chat import ClientV2
    from cohere_chat.emulator import Emulator

    with Emulator() as url:
        client = ClientV2(api_key="any", base_url=url)

It needs an extra: ``pip install 'cohere-chat[emulator]'``. For what it can and can't do,
see "The emulator" in the documentation.
"""

try:
    from ._faults import Fault
    from ._server import AsyncEmulator, Emulator
    from ._state import RecordedRequest
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"The emulator needs the package {error.name!r}, which cohere-chat brings when it is installed with the extra "
        "'emulator': pip install 'cohere-chat[emulator]'",
        name=error.name,
    ) from error

__all__ = ["AsyncEmulator", "Emulator", "Fault", "RecordedRequest"]
