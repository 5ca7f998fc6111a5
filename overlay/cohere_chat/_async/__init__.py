"""All that sends, waits and reads, asynchronously. `make generate` makes ../_sync/ from it."""
