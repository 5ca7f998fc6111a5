"""Rerank and classify, of both versions: by what texts are near."""

import json
import math
from collections.abc import Mapping
from typing import Any

from ._calls import Call, meta
from ._contract import RefusedError
from ._models import check_model
from ._nearness import bag_of, nearness

_UNITS_PER_SEARCH = 100


def v2_rerank(call: Call) -> dict[str, Any]:
    body = call.body
    check_model(call, "rerank", default="rerank-english-v2.0")
    if not body["documents"]:
        raise RefusedError(400, "invalid request: documents: must have at least one document")
    query = bag_of(body["query"])
    texts = [_text(document, body.get("rank_fields")) for document in body["documents"]]
    scores = [round(nearness(query, bag_of(text)), 7) for text in texts]
    order = sorted(range(len(scores)), key=lambda index: -scores[index])[: int(body.get("top_n") or len(scores))]
    results: list[dict[str, Any]] = [{"index": index, "relevance_score": scores[index]} for index in order]
    if body.get("return_documents"):
        for result in results:
            document = body["documents"][result["index"]]
            values = {} if isinstance(document, str) else document
            result["document"] = {"text": texts[result["index"]], **values}
    units = math.ceil(len(texts) / _UNITS_PER_SEARCH)
    return {"id": call.reply_id, "results": results, "meta": meta(call.operation.id[1:2], search_units=units)}


v1_rerank = v2_rerank


def _text(document: str | Mapping[str, Any], fields: list[str] | None) -> str:
    if isinstance(document, str):
        return document
    chosen = [document[field] for field in fields or ["text"] if field in document] or list(document.values())
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in chosen)


def v1_classify(call: Call) -> dict[str, Any]:
    body = call.body
    if body.get("model"):
        check_model(call, "embed", "chat")
    examples: dict[str, list[Any]] = {}
    for example in body.get("examples", ()):
        examples.setdefault(example.get("label", ""), []).append(bag_of(example.get("text", "")))
    if len(examples) < 2 or min(map(len, examples.values())) < 2:
        raise RefusedError(400, "invalid request: examples: must have at least 2 labels, with 2 examples each")
    classifications = []
    for index, text in enumerate(body["inputs"]):
        bag = bag_of(text)
        weights = {label: math.exp(8 * max(nearness(bag, each) for each in bags)) for label, bags in examples.items()}
        confidences = {label: round(weight / sum(weights.values()), 6) for label, weight in weights.items()}
        best = max(confidences, key=lambda label: confidences[label])
        classifications.append(
            {
                "id": f"{call.reply_id}-{index}",
                "input": text,
                "prediction": best,
                "predictions": [best],
                "confidence": confidences[best],
                "confidences": [confidences[best]],
                "labels": {label: {"confidence": confidence} for label, confidence in confidences.items()},
                "classification_type": "single-label",
            }
        )
    return {
        "id": call.reply_id,
        "classifications": classifications,
        "meta": meta("1", classifications=len(classifications)),
    }
