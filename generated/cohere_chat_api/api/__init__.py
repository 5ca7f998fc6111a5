# Made by `make generate` from openapi.yaml. Do not edit.
"""The endpoints of the API."""
