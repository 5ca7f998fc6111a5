# Made by `make generate` from ../_async/__init__.py. Do not edit.
"""All that sends, waits and reads, synchronously. `make generate` makes ../_sync/ from it."""
