"""Write generated/cohere_chat_api/: openapi-python-client reads the contract, this package decides, templates/ lay out.

`contract` reads openapi.yaml, `types` says how a value is typed and read, `models` and `operations` say what stands in
which module, `project` writes the files. What runs inside the package as it stands here is in `runtime/`.
"""
