"""What the vendor's OpenAPI document and openapi.yaml say about POST /v2/chat, compared and brought together.

    load       path or URL -> Document; follows $refs
    normalise  Document -> Operation: what it means, whatever its wording
    compare    two Operations -> Differences
    departures Differences -> those that are news, and listed departures that no longer apply
    report     Differences -> text or JSON
    house      a schema of the vendor's -> YAML as openapi.yaml words it
    write      edits in YAML text that leave the rest of the text as it is
    proofread  the text of openapi.yaml -> the mistakes in it
    plan       Differences -> the new text of openapi.yaml, and what is left for a person

tools/generate.py (proofread), tools/spec_diff.py and tools/sync.py are the commands.
"""
