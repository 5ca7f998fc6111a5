"""The command's `chat`, `embed`, `rerank`, `models`, `tokenize` and `datasets`.

See "Command line" in the documentation. They need an extra: ``pip install 'cohere-chat[cli]'``.
"""

from importlib.util import find_spec

for _package in ("cyclopts", "platformdirs", "prompt_toolkit", "rich"):
    # Not imported: prompt_toolkit takes a while, and only a conversation needs it.
    if find_spec(_package) is None:
        raise ModuleNotFoundError(
            f"it needs the package {_package!r}, which the extra 'cli' brings: pip install 'cohere-chat[cli]'",
            name=_package,
        )
