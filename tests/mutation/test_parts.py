"""The table of what is mutated names what there is; the mutants are tried in the session mutation."""

from pathlib import Path

import pytest
import yaml
from tests.mutation.parts import PARTS

ROOT = Path(__file__).parents[2]
EQUIVALENT = yaml.safe_load((Path(__file__).parent / "equivalent.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PARTS)
def test_a_part_names_files_and_tests_that_there_are(name: str) -> None:
    part = PARTS[name]
    assert all(list((ROOT / "src" / "styrmodell").glob(pattern)) for pattern in part.code)
    assert all((ROOT / "tests" / test).exists() for test in part.tests)


@pytest.mark.parametrize("entry", EQUIVALENT, ids=lambda entry: entry["function"].rpartition(".")[2])
def test_a_change_that_makes_no_difference_has_its_reason_and_its_line_still_stands(entry: dict[str, str]) -> None:
    assert set(entry) == {"function", "change", "why"}
    module, _, _ = entry["function"].rpartition(".")
    source = (ROOT / "src" / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    gone = [line.removeprefix("- ") for line in entry["change"].splitlines() if line.startswith("- ")]
    assert gone
    assert all(line in source for line in gone), "the code has changed: try the mutants of the function again"
