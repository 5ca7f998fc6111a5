"""Print what the official SDK offers, as JSON: run it with the Python of an environment that has the package cohere.

version   the version of the package
modules   the modules that cohere_chat.compat offers
names     all public names in these modules
top       those of them that `from cohere import *` gives
cloud     those of them that are clients of other companies' clouds
clients   the public attributes of its clients of version 1 and 2
removed   methods of its clients that are there to raise an error, with what it says to use instead, if anything
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import types

import cohere

# How requests are made and read, and how that is amended, is the official SDK's own business.
OWN_BUSINESS = re.compile(r"\.raw_|^cohere\.(core|manually_maintained|overrides|_default_clients|raw_base_client)\b")
# But for what programs and frameworks reach for.
OF_CORE = {
    "cohere.core": ["ApiError", "File", "RequestOptions", "UncheckedBaseModel", "UniversalBaseModel"],
    "cohere.core.api_error": ["ApiError"],
    "cohere.core.file": ["File"],
    "cohere.core.http_client": ["AsyncHttpClient", "HttpClient"],
    "cohere.core.http_response": ["AsyncHttpResponse", "HttpResponse"],
    "cohere.core.pydantic_utilities": ["UniversalBaseModel"],
    "cohere.core.request_options": ["RequestOptions"],
    "cohere.core.unchecked_base_model": ["UncheckedBaseModel"],
}
OF_UTILS = ["AsyncSdkUtils", "SdkUtils", "SyncSdkUtils", "async_wait", "save_avro", "save_csv", "save_jsonl", "wait"]
CLOUD = re.compile(r"(Aws|Bedrock|Sagemaker|Oci)Client")


def main() -> None:
    offered = {module: public(module) for module in modules()}
    names = set().union(*offered.values())
    found = {
        "version": cohere.__version__,
        "modules": sorted(offered),
        "names": sorted(names),
        "top": sorted(offered["cohere"]),
        "cloud": sorted(name for name in names if CLOUD.match(name)),
        "clients": {
            client.__name__: [name for name in dir(client) if not name.startswith("_")]
            for client in (cohere.Client, cohere.ClientV2)
        },
        "removed": removed(),
    }
    print(json.dumps(found, indent=0))


def modules() -> list[str]:
    walked = (module.name for module in pkgutil.walk_packages(cohere.__path__, "cohere."))
    return ["cohere", *(name for name in walked if not OWN_BUSINESS.search(name)), *OF_CORE]


def public(name: str) -> set[str]:
    """What a module lists or, if it has no list, the classes and values that it defines."""
    module = importlib.import_module(name)
    listed = OF_CORE.get(name) or (OF_UTILS if name == "cohere.utils" else getattr(module, "__all__", None))
    if listed is None:
        listed = [item for item, value in vars(module).items() if item == "OMIT" or is_defined(name, item, value)]
    return {item for item in listed if item[0] != "_" and not isinstance(getattr(module, item), types.ModuleType)}


def is_defined(module: str, name: str, value: object) -> bool:
    """Whether a module without a list defines a name, rather than import it."""
    if "aws" in module or module.endswith(("bedrock_client", "oci_client", "sagemaker_client")):
        return bool(CLOUD.match(name))
    if module in ("cohere.aliases", "cohere.config"):
        return True
    # Types that are no classes know no module.
    package = importlib.import_module(module.rpartition(".")[0]) if re.search(r"\.(types|errors)\.", module) else None
    return hasattr(package, name) or (isinstance(value, type) and value.__module__ == module)


def removed() -> dict[str, str | None]:
    """Public methods that raise an error, with what took their place."""
    found = {}
    for name, method in inspect.getmembers(cohere.Client, inspect.isfunction):
        made_by = method.__qualname__.partition(".")[0]
        if not name.startswith("_") and made_by in ("deprecated_function", "moved_function"):
            found[name] = inspect.getclosurevars(method).nonlocals.get("new_fn_name")
    # It is there again, of version 1 of the API.
    del found["check_api_key"]
    return found


if __name__ == "__main__":
    main()
