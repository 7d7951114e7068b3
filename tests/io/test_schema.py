"""The JSON Schemas take what the reader takes: every example, and refuse what it refuses."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from styrmodell.io.schema import DATA_FILE, data_schema
from styrmodell.io.toml_schema import TOML_FILE, toml_schema

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schema"
DATA = jsonschema.Draft202012Validator(data_schema())
TOML = jsonschema.Draft202012Validator(toml_schema())


class TextLoader(yaml.SafeLoader):
    """Dates stay text, as in YAML 1.2, which editors read."""


TextLoader.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text: str) -> list[str]:
    return [error.json_path for error in DATA.iter_errors(yaml.load(text, TextLoader))]


def examples(pattern: str) -> list[Path]:
    found = sorted((ROOT / "examples").glob(pattern))
    assert found
    return found


@pytest.mark.parametrize("schema", [data_schema(), toml_schema()], ids=lambda schema: schema["$id"])
def test_a_schema_is_a_schema(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", examples("*/*.yaml"), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_files_of_the_examples_fit(path):
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", examples("*/styrmodell.toml"), ids=lambda path: path.parent.name)
def test_the_settings_of_the_examples_fit(path):
    settings = json.loads(json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str))
    assert list(TOML.iter_errors(settings)) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("gols: []", "$"),
        ("goals: [{id: a, name: A, parnts: []}]", "$.goals[0]"),
        ("goals: [{name: A}]", "$.goals[0]"),
        ("risks: [{id: a, name: A, status: kanske}]", "$.risks[0].status"),
        ("activities: [{id: a, name: A, goals: b}]", "$.activities[0].goals"),
    ],
)
def test_what_the_reader_refuses_is_refused(text, path):
    assert faults(text) == [path]


@pytest.mark.parametrize(
    "text",
    [
        "measures: [{id: a, name: A, unit: '%', target: minst 80 %, goals: [b, {id: c, origin: RS}]}]",
        "measures: [{id: a, name: A, unit: '%', target: {kind: at_least, level: '0.8'}}]",
        "activities: [{id: a, name: A, status: påbörjad, start: 2024-01-01}]",
        "observations: [{enhet: rlf, matt: a, period: 2020, varde: 1, dvo: '010'}]",
        "goals:\n",
    ],
)
def test_what_the_reader_takes_fits(text):
    assert faults(text) == []


@pytest.mark.parametrize(("name", "schema"), [(DATA_FILE, data_schema()), (TOML_FILE, toml_schema())])
def test_the_schemas_of_the_documentation_are_the_newest(name, schema):
    """To renew: python -m styrmodell schema --out docs/schema"""
    assert json.loads((SCHEMAS / name).read_text(encoding="utf-8")) == schema
