"""What writes a text but is no chat: generate, summarize and transcriptions."""

from collections.abc import Iterator, Mapping
from typing import Any

from ._calls import Call, meta
from ._chat import told
from ._events import Event
from ._models import check_model
from ._requests import sha256_of
from ._text import excerpt, sentences, tokens

_SENTENCES = {"short": 2, "medium": 4, "long": 6}
_SAID = (
    *("Good morning and welcome.", "Thank you all for joining.", "Let us begin with the numbers."),
    *("That is a good question.", "We will come back to this next week.", "Please speak up if you have concerns."),
)


def v1_generate(call: Call) -> dict[str, Any]:
    body = call.body
    asked: dict[str, Any] = {
        "model": check_model(call, "chat", default="command-r-plus"),
        "messages": [{"role": "user", "content": body["prompt"]}],
        "stop_sequences": [*body.get("stop_sequences", ()), *body.get("end_sequences", ())],
        "logprobs": body.get("return_likelihoods", "NONE") != "NONE",
    }
    if "max_tokens" in body:
        asked["max_tokens"] = body["max_tokens"]
    script = call.script if isinstance(call.script, str) else None
    replies = [
        told(asked, call.state.settings.seed + at, script) for at in range(int(body.get("num_generations") or 1))
    ]
    generations = []
    for index, reply in enumerate(replies):
        generation = {
            "id": reply["id"],
            "index": index,
            "text": reply["message"]["content"][0]["text"],
            "finish_reason": reply["finish_reason"],
        }
        if "logprobs" in reply:
            likelihoods = [{"token": each["text"], "likelihood": each["logprobs"][0]} for each in reply["logprobs"]]
            generation["token_likelihoods"] = likelihoods
            generation["likelihood"] = sum(each["likelihood"] for each in likelihoods) / max(1, len(likelihoods))
        generations.append(generation)
    written = sum(reply["usage"]["billed_units"]["output_tokens"] for reply in replies)
    billed = {"input_tokens": len(tokens(body["prompt"])), "output_tokens": written}
    return {"id": call.reply_id, "prompt": body["prompt"], "generations": generations, "meta": meta("1", **billed)}


def v1_generate_events(_call: Call, reply: Mapping[str, Any]) -> Iterator[Event]:
    """Yield the events that tell a reply."""
    for generation in reply["generations"]:
        for token in tokens(generation["text"]):
            told = {"text": token, "index": generation["index"], "is_finished": False}
            yield {"event_type": "text-generation", **told}
    whole = {name: reply[name] for name in ("id", "prompt", "generations")}
    reason = reply["generations"][0]["finish_reason"]
    yield {"event_type": "stream-end", "is_finished": True, "finish_reason": reason, "response": whole}


def v1_generate_failed(_reply: Mapping[str, Any], message: str) -> Event:
    """Return the event that ends a stream that broke off."""
    return {"event_type": "stream-error", "index": 0, "is_finished": True, "finish_reason": "ERROR", "err": message}


def v1_summarize(call: Call) -> dict[str, Any]:
    body = call.body
    if body.get("model"):
        check_model(call, "chat")
    parts = sentences(body["text"])[: _SENTENCES.get(body.get("length") or "medium", 4)]
    made = "\n".join(f"- {part}" for part in parts) if body.get("format") == "bullets" else " ".join(parts)
    summary = call.script if isinstance(call.script, str) else made
    billed = {"input_tokens": len(tokens(body["text"])), "output_tokens": len(tokens(summary))}
    return {"id": call.reply_id, "summary": summary, "meta": meta("1", **billed)}


def audio_transcriptions_create(call: Call) -> dict[str, Any]:
    check_model(call, "transcribe")
    if isinstance(call.script, str):
        return {"text": call.script}
    file = call.body["file"]
    # Three sentences that the file alone decides on.
    heard = sha256_of(file)[:3]
    said = " ".join(_SAID[byte % len(_SAID)] for byte in heard)
    return {"text": f"{said} [{excerpt(file.filename or 'audio')}, {file.size} bytes, {call.body['language']}]"}
