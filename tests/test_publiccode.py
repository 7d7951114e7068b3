"""publiccode.yml has what version 0.4 of the standard requires, and says the same as pyproject.toml.

No validator is at hand as a Python package: what is held here is the standard's required keys and lengths.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SAID: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}


def test_every_required_key_is_there() -> None:
    assert set(SAID) >= REQUIRED
    assert SAID["publiccodeYmlVersion"] == "0.4"


def test_version_licence_name_and_python_are_those_of_the_package() -> None:
    assert (SAID["name"], SAID["softwareVersion"]) == (PROJECT["name"], PROJECT["version"])
    assert SAID["legal"]["license"] == PROJECT["license"]
    (python,) = SAID["dependsOn"]["open"]
    assert f">={python['versionMin']}" == PROJECT["requires-python"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_language_has_descriptions_of_the_lengths_that_are_asked_for(language: str) -> None:
    text = SAID["description"][language]
    assert language in SAID["localisation"]["availableLanguages"]
    assert 0 < len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]


def test_no_person_is_named_and_so_the_maintenance_asks_for_none() -> None:
    assert SAID["maintenance"] == {"type": "none"}
