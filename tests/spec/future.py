"""The vendor's document of some day to come: ten additions and a deprecation, and everything has another name."""

from __future__ import annotations

from typing import Any

from vendorlike import PREFIX, vendor_document

TEXT: dict[str, Any] = {"type": "string"}


def future_document() -> dict[str, Any]:
    """vendor_document() and what is new."""
    document = vendor_document()
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
    return document


def member(schemas: dict[str, Any], union: str, value: str, name: str) -> None:
    reference = PREFIX + name
    schemas[union]["oneOf"].insert(0, {"$ref": reference})
    schemas[union]["discriminator"]["mapping"] = {value: reference, **schemas[union]["discriminator"]["mapping"]}
