# Made by `make generate` from ../_async/__init__.py. Do not edit.
"""The asynchronous side; ../_sync is made from it."""
