"""Search in texts of yours: find with vectors, order with rerank, and answer with a chat that cites what was found.

The emulator prints:

    Here is what I found about "Where do emperor penguins live?". It says: Emperor penguins live in Antarctica.
    'Emperor penguins live in Antarctica.' rests on text-0
"""

import cohere_chat

TEXTS = [
    "Emperor penguins live in Antarctica.",
    "Swallows spend the winter in Africa and the summer in Europe.",
    "Little penguins live on the coasts of Australia and New Zealand.",
    "A sloop is a sailing boat with a single mast.",
    "Emperor penguins are the tallest.",
]
QUESTION = "Where do emperor penguins live?"


def nearest(co: cohere_chat.ClientV2, question: str, texts: list[str], count: int) -> list[str]:
    """The texts whose vectors are nearest to that of a question."""
    model = "embed-v4.0"
    found = co.embed(model=model, input_type="search_document", texts=texts, embedding_types=["float"])
    query = co.embed(model=model, input_type="search_query", texts=[question], embedding_types=["float"])
    [wanted] = query.embeddings.float or []

    def score(item: tuple[str, list[float]]) -> float:
        return sum(a * b for a, b in zip(wanted, item[1], strict=True))

    best = sorted(zip(texts, found.embeddings.float or [], strict=True), key=score, reverse=True)
    return [text for text, _ in best[:count]]


def main() -> None:
    with cohere_chat.ClientV2() as co:
        candidates = nearest(co, QUESTION, TEXTS, 3)
        ranked = co.rerank(model="rerank-v4.0-pro", query=QUESTION, documents=candidates, top_n=1)
        best = [candidates[result.index] for result in ranked.results]
        reply = co.chat(
            model="command-a-plus-05-2026",
            messages=[{"role": "user", "content": QUESTION}],
            documents=[{"id": f"text-{number}", "data": {"text": text}} for number, text in enumerate(best)],
        )
    print(reply.text)
    for citation in reply.message.citations or []:
        sources = ", ".join(str(source.id) for source in citation.sources or [])
        print(f"{citation.text!r} rests on {sources}")


if __name__ == "__main__":
    main()
