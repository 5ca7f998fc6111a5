"""What sends and waits, for AsyncClientV2."""
