"""The JSON Schemas that are given to editors: one for the data files, one for styrmodell.toml."""

from typing import Any

from styrmodell.io.schema import DATA_FILE, data_schema
from styrmodell.io.toml_schema import TOML_FILE, toml_schema


def schema_files() -> tuple[tuple[str, dict[str, Any]], ...]:
    """(file name, schema) pairs: the data files' first."""
    return ((DATA_FILE, data_schema()), (TOML_FILE, toml_schema()))
