"""The models: which there are, by name or by the form of their names, and what they can do."""

import re
from collections.abc import Mapping
from typing import Any

from . import _resources as resources
from ._calls import Call
from ._contract import RefusedError

# The forms of Cohere's names by endpoint. Chat: a family with the month of its release, or one of the older short
# names. Which dates exist is not known here; a name of another form is surely none.
_FORMS: Mapping[str, str] = {
    "chat": r"command(-[a-z0-9]+)*-(0[1-9]|1[0-2])-20\d\d|command(-light)?(-nightly)?|command-r(-plus)?|command-r7b"
    r"|command-a(-plus)?|(c4ai-)?aya-(expanse|vision)-\d+b",
    "embed": r"embed-(english|multilingual)(-light)?-v\d\.\d(-image)?|embed-v\d(\.\d)?(-[a-z]+)?",
    "rerank": r"rerank-((english|multilingual)-)?v\d(\.\d)?(-[a-z]+)?",
    "transcribe": r"cohere-transcribe-(0[1-9]|1[0-2])-20\d\d",
    "parse": r"(cohere-)?parse[a-z0-9.-]*",
}
# Names that the list shows, with endpoint and context length.
_LISTED: Mapping[str, tuple[str, int]] = {
    "command-a-plus-05-2026": ("chat", 256_000),
    "command-a-03-2025": ("chat", 256_000),
    "command-a-reasoning-08-2025": ("chat", 256_000),
    "command-a-vision-07-2025": ("chat", 128_000),
    "command-a-translate-08-2025": ("chat", 16_000),
    "command-r7b-12-2024": ("chat", 128_000),
    "command-r-plus-08-2024": ("chat", 128_000),
    "command-r-08-2024": ("chat", 128_000),
    "c4ai-aya-expanse-32b": ("chat", 128_000),
    "embed-v4.0": ("embed", 128_000),
    "embed-english-v3.0": ("embed", 512),
    "embed-english-light-v3.0": ("embed", 512),
    "embed-multilingual-v3.0": ("embed", 512),
    "embed-multilingual-light-v3.0": ("embed", 512),
    "rerank-v4.0-pro": ("rerank", 32_768),
    "rerank-v4.0-fast": ("rerank", 32_768),
    "rerank-v3.5": ("rerank", 4_096),
    "cohere-transcribe-03-2026": ("transcribe", 0),
}
_DEFAULTS = {"chat": "command-a-plus-05-2026", "embed": "embed-v4.0", "rerank": "rerank-v4.0-pro"}


def endpoint_of(call: Call, name: str) -> str | None:
    """Return the endpoint of a model; "any" for one that was made known, None for one that is not known."""
    if name in call.state.settings.models or call.state.store.has("finetuning", name):
        return "any"
    return next((endpoint for endpoint, form in _FORMS.items() if re.fullmatch(form, name)), None)


def check_model(call: Call, *endpoints: str, default: str = "") -> str:
    """Return the name of the request's model; raise RefusedError unless it is known and of one of the endpoints."""
    name: str = call.body.get("model") or default
    if endpoint_of(call, name) not in (*endpoints, "any"):
        raise RefusedError(404, f"model {name!r} not found: check its name and your access to it")
    return name


def models_get(call: Call) -> dict[str, Any]:
    name = call.parameters["model"]
    endpoint = endpoint_of(call, name)
    if endpoint is None:
        raise RefusedError(404, f"model {name!r} not found")
    return _shown(name, endpoint, finetuned=endpoint == "any" and name not in call.state.settings.models)


def models_list(call: Call) -> dict[str, Any]:
    models = [_shown(name, endpoint) for name, (endpoint, _) in _LISTED.items()]
    models += [_shown(name, "any") for name in sorted(call.state.settings.models)]
    models += [_shown(record["id"], "any", finetuned=True) for record in call.state.store.all("finetuning")]
    if endpoint := call.parameters.get("endpoint"):
        models = [model for model in models if endpoint in model["endpoints"]]
        if call.parameters.get("default_only"):
            models = [model for model in models if endpoint in model["default_endpoints"]]
    return resources.reply_with_page(call, models, 20)


def v1_check_api_key(_call: Call) -> dict[str, Any]:
    """Return that the key is valid: with another one the request does not come this far."""
    return {"valid": True, "organization_id": "emulator-organization", "owner_id": "emulator-user"}


def _shown(name: str, endpoint: str, *, finetuned: bool = False) -> dict[str, Any]:
    kinds = {"chat": ["generate", "chat", "summarize"], "embed": ["embed", "classify"], "rerank": ["rerank"]}
    return {
        "name": name,
        "is_deprecated": False,
        "endpoints": kinds.get(
            endpoint, ["chat", "generate", "summarize", "embed", "classify", "rerank"] if endpoint == "any" else []
        ),
        "default_endpoints": [kind for kind, default in _DEFAULTS.items() if default == name],
        "finetuned": finetuned,
        "context_length": _LISTED.get(name, ("", 4096))[1],
        "tokenizer_url": "",
        "features": ["json_mode", "strict_tools", "tools", "tool_choice"] if endpoint in ("chat", "any") else [],
    }
