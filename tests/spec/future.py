"""The vendor's document of some day to come: changes of every kind in every group, and everything has another name."""

from __future__ import annotations

import copy
from typing import Any

from vendorlike import PREFIX, vendor_document

TEXT: dict[str, Any] = {"type": "string"}
ERROR: dict[str, Any] = {"type": "object", "properties": {"message": TEXT, "id": TEXT}}
REPORT: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": TEXT, "created_at": {"type": "string", "format": "date-time"}},
}


META = "object, with api_version, billed_units, tokens, cached_tokens, warnings"
# An operation of each group, whose reply is an object; of this, a field that gets another type, and its type now; the
# field that goes, and what that is; the parameter that is deprecated, or "" for the operation.
GROUPS: dict[str, tuple[str, str, tuple[str, str], tuple[str, str] | None, str]] = {
    "v1": ("post", "/v1/tokenize", ("tokens", "array"), ("meta", META), "model"),
    "v2": ("post", "/v2/rerank", ("id", "string"), ("meta", META), "top_n"),
    "models": ("get", "/v1/models", ("models", "array"), ("next_page_token", "string"), ""),
    "datasets": ("get", "/v1/datasets", ("datasets", "array"), None, ""),
    "embed_jobs": ("get", "/v1/embed-jobs", ("embed_jobs", "array"), None, ""),
    "batches": ("get", "/v2/batches", ("batches", "array"), ("next_page_token", "string"), ""),
    "connectors": ("get", "/v1/connectors", ("connectors", "array"), ("total_count", "number"), ""),
    "finetuning": (
        *("get", "/v1/finetuning/finetuned-models", ("finetuned_models", "array"), ("total_size", "integer"), ""),
    ),
    "audio.transcriptions": ("post", "/v2/audio/transcriptions", ("text", "string"), None, "temperature"),
}
SEND, READ = "for those who send requests)", "for those who read replies)"


def future_document() -> tuple[dict[str, Any], set[str], set[str]]:
    """vendor_document() and what is new; of the changes in every group, the additive and the breaking ones as told."""
    document = vendor_document()
    additive, breaking = set(), set()
    for group, (method, path, *_) in GROUPS.items():
        added, gone = change_group(document, group, method, path)
        additive |= {f"{method.upper()} {path} {line}" for line in added[:-1]} | {added[-1]}
        breaking |= {f"{method.upper()} {path} {line}" for line in gone}
    change_chat(document)
    # An operation that is moved.
    document["paths"]["/v1/models/{id}/card"] = document["paths"].pop("/v1/models/{model}")
    parameter = document["paths"]["/v1/models/{id}/card"]["get"]["parameters"][0]
    parameter["name"] = "id"
    document["paths"]["/v1/models/{id}/card"]["get"]["operationId"] = "models_get"
    breaking.add(
        "GET /v1/models/{model} operation: operation changed from GET /v1/models/{model} to GET /v1/models/{id}/card "
        f"(breaking {SEND}"
    )
    # One that is gone.
    del document["paths"]["/v1/datasets/usage"]
    breaking.add(
        f"GET /v1/datasets/usage operation: operation removed: datasets_get_usage, with X-Client-Name (breaking {SEND}"
    )
    return document, additive, breaking


def change_group(document: dict[str, Any], group: str, method: str, path: str) -> tuple[list[str], list[str]]:
    """Changes of every kind in an operation, and a new one beside it; as they are told."""
    operation = document["paths"][path][method]
    parameters = operation.setdefault("parameters", [])
    parameters.append({"in": "query", "name": "dry_run", "schema": {"type": "boolean"}, "description": "Do nothing."})
    parameters.append({"in": "header", "name": "X-Trace", "schema": TEXT})
    operation["responses"]["529"] = {"description": "Busy.", "content": {"application/json": {"schema": ERROR}}}
    reply = operation["responses"]["200"]["content"]["application/json"]
    name = reply["schema"]["$ref"].removeprefix(PREFIX)
    schema = document["components"]["schemas"][f"{name}OfOld"] = copy.deepcopy(document["components"]["schemas"][name])
    reply["schema"] = {"$ref": f"{PREFIX}{name}OfOld"}
    schema["properties"]["cost"] = {"type": "object", "properties": {"credits": {"type": "integer", "format": "int64"}}}
    kind = schema["properties"]["kind"] = {"type": "string", "enum": ["short", "long"]}
    added = [
        f"query.dry_run: query parameter added: boolean (additive {SEND}",
        f"header.X-Trace: header parameter added: string (additive {SEND}",
        f"response[529]: response added (additive {READ}",
        f"response.cost: field added: object, with credits (additive {READ}",
        f"response.kind: field added: {kind['type']}, short | long (additive {READ}",
    ]
    operation["responses"]["200"].setdefault("headers", {})["X-Trace-Id"] = {"schema": TEXT}
    added.append(f"response.headers[x-trace-id]: header added (additive {READ}")
    del operation["responses"]["429"]
    gone = [f"response[429]: response removed (breaking {READ}"]
    *_, (name, type_), going, deprecated = GROUPS[group]
    schema["properties"][name] = {"type": "boolean"}
    gone.append(f"response.{name}: type changed from {type_} to boolean (breaking {READ}")
    if going:
        del schema["properties"][going[0]]
        gone.append(f"response.{going[0]}: field removed: {going[1]} (breaking {READ}")
    # The program of test_future_client.py calls that of models.
    if not (deprecated or group == "models" or operation.get("deprecated")):
        operation["deprecated"] = True
        added.append(f"operation: deprecated added (additive {SEND}")
    if "requestBody" in operation:
        (body,) = (media["schema"] for media in operation["requestBody"]["content"].values())
        body["properties"]["note"] = {"type": "string", "maxLength": 100, "description": "A note."}
        body["properties"]["signature"] = TEXT
        body["required"].append("signature")
        body["properties"][deprecated]["deprecated"] = True
        added.append(f"request.{deprecated}: deprecated added (additive {SEND}")
        added.append(f"request.note: parameter added: string, maxLength 100 (additive {SEND}")
        gone.append(f"request.signature: parameter added: string, required (breaking {SEND}")
    new = "/v3/" + group.replace(".", "/") + "/reports/{id}"
    document["paths"][new] = {"get": {
        "x-fern-sdk-group-name": group.split("."), "operationId": "getReport", "summary": "Get a Report.",
        "parameters": [
            {"in": "path", "name": "id", "required": True, "schema": TEXT},
            {"in": "query", "name": "pages", "schema": {"type": "array", "items": {"type": "integer"}}},
        ],
        "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": REPORT}}}},
    }}  # fmt: skip
    added.append(f"GET {new} operation: operation added: getReport, with id, pages (additive {SEND}")
    return added, gone


def change_chat(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    body = document["paths"]["/v2/chat"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    request = body["properties"]

    # 1. A parameter.
    request["top_a"] = {"type": "number", "format": "float", "minimum": 0, "maximum": 1, "description": "Top a."}
    # 2. A parameter that is an object, with an enum and a list in it.
    schemas["Moderation"] = {
        "type": "object",
        "description": "How the reply is moderated.",
        "required": ["level"],
        "properties": {
            "level": {"type": "string", "enum": ["low", "high"]},
            "topics": {"type": "array", "items": TEXT, "description": "What about."},
        },
    }
    request["moderation"] = {"$ref": f"{PREFIX}Moderation"}
    # 3. Values of enums, sent and read.
    schemas["ApiCitationOptions"]["properties"]["mode"]["enum"].append("THOROUGH")
    schemas["ApiChatFinishReason"]["enum"].append("FILTERED")
    # 4. A field deep in the request.
    schemas["ApiImageUrl"]["properties"]["width"] = {"type": "integer", "minimum": 1}
    # 5. A kind of content.
    schemas["Audio"] = {
        "allOf": [
            {"$ref": f"{PREFIX}ApiContentBase"},
            {"type": "object", "required": ["audio_url"], "properties": {"audio_url": {"$ref": f"{PREFIX}AudioUrl"}}},
        ]
    }
    schemas["AudioUrl"] = {"type": "object", "required": ["url"], "properties": {"url": TEXT}}
    member(schemas, "ApiContent", "audio_url", "Audio")
    # 6. An event.
    schemas["UsageEvent"] = {
        "allOf": [
            {"$ref": f"{PREFIX}ApiV2ChatStreamResponseBase"},
            {
                "properties": {
                    "delta": {"type": "object", "properties": {"usage": {"$ref": f"{PREFIX}ApiUsage"}}},
                }
            },
        ]
    }
    member(schemas, "ApiV2ChatStreamResponse", "usage-delta", "UsageEvent")
    # 7. A role.
    schemas["DeveloperMessage"] = {
        "type": "object",
        "required": ["role", "content"],
        "properties": {"role": {"type": "string", "enum": ["developer"]}, "content": TEXT},
    }
    member(schemas, "ApiChatMessageV2", "developer", "DeveloperMessage")
    # 8. A field of the reply.
    schemas["ApiUsage"]["properties"]["reasoning_tokens"] = {"type": "number"}
    # 9. A second kind of tool where there was one.
    schemas["SearchTool"] = {
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "enum": ["web_search"]},
            "sites": {"type": "array", "items": TEXT},
        },
    }
    schemas["AnyTool"] = {"oneOf": [{"$ref": f"{PREFIX}ApiToolV2"}, {"$ref": f"{PREFIX}SearchTool"}]}
    request["tools"]["items"] = {"$ref": f"{PREFIX}AnyTool"}
    # 10. A kind of source, without the tag that the discriminator names.
    schemas["WebSource"] = {"type": "object", "properties": {"url": TEXT, "id": TEXT}}
    member(schemas, "ApiSource", "web", "WebSource")
    # And deprecations: of a plain parameter and of one that is a component.
    request["frequency_penalty"]["deprecated"] = True
    request["thinking"] = {"allOf": [request["thinking"]], "deprecated": True}
    request["response_format"]["deprecated"] = True  # beside a $ref


def member(schemas: dict[str, Any], union: str, value: str, name: str) -> None:
    reference = PREFIX + name
    schemas[union]["oneOf"].insert(0, {"$ref": reference})
    schemas[union]["discriminator"]["mapping"] = {value: reference, **schemas[union]["discriminator"]["mapping"]}
