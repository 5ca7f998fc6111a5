"""The command's `chat`, `embed`, `rerank`, `models`, `tokenize` and `datasets`; see docs/terminal.md.

They need an extra: ``pip install 'cohere-chat[cli]'``.
"""

try:
    import cyclopts as cyclopts
    import platformdirs as platformdirs
    import prompt_toolkit as prompt_toolkit
    import rich as rich
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"it needs the package {error.name!r}, which the extra 'cli' brings: pip install 'cohere-chat[cli]'",
        name=error.name,
    ) from error
