# Made by `make generate` from openapi.yaml. Do not edit.
"""The methods of the clients."""
