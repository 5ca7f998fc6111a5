# Made by `make generate` from ../_async/__init__.py. Do not edit.
"""What sends and waits, for ClientV2."""
