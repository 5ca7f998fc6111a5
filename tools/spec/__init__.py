"""What the vendor's OpenAPI document and openapi.yaml say of each operation, compared and brought together.

    load       path or URL -> Document; follows $refs
    schema     what values a schema admits, whatever its wording
    meaning    Document -> for each operation a table of places and the facts there
    compare    two Meanings -> Differences; EFFECTS says whom they concern and how
    departures Differences -> those that are news, and listed departures that no longer apply
    report     Differences -> text, Markdown or JSON
    house      what the vendor's document says -> data as openapi.yaml words it
    edit       a Difference -> edits of openapi.yaml's data
    write      data -> the text of openapi.yaml, only what differs written anew
    plan       Differences -> the new text of openapi.yaml, and what is left for a person
    proofread  the text of openapi.yaml -> the mistakes in it

tools/generate.py (proofread), tools/spec_diff.py and tools/sync.py are the commands.
"""
