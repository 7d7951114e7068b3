"""JSON files: the same keys as YAML, read fast."""
