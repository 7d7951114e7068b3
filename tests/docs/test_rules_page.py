"""docs/reference/regler.md: its tables name every rule and field, and its own rule is a working one."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.api import load
from styrmodell.plugins.registry import Registry, registry_of

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "regler.md").read_text(encoding="utf-8")
TOML = '[workspace]\nformat = 1\nname = "Exempel"\nas_of = 2020-12-31\nfiles = ["*.yaml"]\n'
PLAN = 'plan: {id: p, unit: vard, period: "2020"}\n'
RULES = {rule.key: rule for rule in BUILT_IN}
# What every rule has is told in the text before the table.
TOLD_BEFORE = {"key", "title", "identity", "lift", "combine", "lower"}
RULE, TEST = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
(DATA,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def rows(*heading: str) -> list[list[str]]:
    """The rows of the table with that heading."""
    head = re.escape(f"| {' | '.join(heading)} |\n")
    table = re.search(rf"^{head}\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


BUILT_IN_ROWS = rows("nyckel", "namn", "ger", "enhet", "kräver")


def module_of(name: str, code: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(code, f"{name}.py", "exec"), vars(module))
    return module


@pytest.fixture
def plugin() -> ModuleType:
    return module_of("styrmodell_exempel", RULE)


@pytest.fixture
def registry(plugin: ModuleType) -> Registry:
    return registry_of({"exempel": plugin}, strict=True)


def test_the_table_has_every_rule_with_the_title_people_read() -> None:
    told = {row[0].strip("`"): row[1] for row in BUILT_IN_ROWS}
    assert told == {key: rule.title.sv for key, rule in RULES.items()}


@pytest.mark.parametrize("row", BUILT_IN_ROWS, ids=lambda row: row[0].strip("`"))
def test_the_table_says_what_unit_a_value_has(row: list[str]) -> None:
    unit = RULES[row[0].strip("`")].unit("kr")
    assert row[3] == {"kr": "måttets", "": "ingen"}.get(unit, unit)


@pytest.mark.parametrize("row", BUILT_IN_ROWS, ids=lambda row: row[0].strip("`"))
def test_the_table_says_what_a_rule_needs(row: list[str]) -> None:
    rule = RULES[row[0].strip("`")]
    assert ("`weight`" in row[4], "målvärde" in row[4], "nämnare" in row[4]) == (
        rule.weighted,
        rule.judged,
        rule.in_parts,
    )


def test_every_rule_is_told_about_when_figures_are_missing_or_nought() -> None:
    named = [key for row in rows("nyckel", "det här händer") for key in re.findall(r"`(\w+)`", row[0])]
    assert sorted(named) == sorted(RULES)


def test_the_page_names_the_rules_that_become_formulas() -> None:
    (sentence,) = re.findall(r"^`sum`.* kan bli levande formler \(.*\)", PAGE, re.MULTILINE)
    assert re.findall(r"`([a-z]+)`", sentence) == [rule.key for rule in BUILT_IN if rule.excel]
    assert re.findall(r"`([A-Z]+)`", sentence) == [rule.excel for rule in BUILT_IN if rule.excel]


def test_the_page_names_every_field_of_a_rule() -> None:
    fields = [field.name for field in attrs.fields(Rule)]
    assert [row[0].strip("`") for row in rows("fält", "betyder")] == [f for f in fields if f not in TOLD_BEFORE]


def test_the_pages_own_rule_enters_by_the_hook(registry: Registry) -> None:
    assert registry.rules["exempel.spridning"].title.sv == "spridning"


def test_a_measure_with_the_pages_own_rule_has_the_value_the_page_says(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN + DATA, encoding="utf-8")
    workspace = load(tmp_path, registry=registry)
    assert [str(finding) for finding in workspace.findings] == []
    said = re.search(r"blir förvaltningens värde (\d+) dagar", PAGE)
    assert said is not None
    value = workspace.value("vantetid")
    assert (value.number, value.unit) == (int(said[1]), "dagar")


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", TEST, re.MULTILINE))
def test_the_pages_own_test_passes(name: str, plugin: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, plugin.__name__, plugin)
    test: Callable[[], None] = getattr(module_of("test_exempel", TEST), name)
    test()
