"""Files of text that attack: each is told in a moment, and nothing of it is run."""

import re
from pathlib import Path

import pytest
from tests.hostile.bounds import BOUNDS, Program, write_workspace
from tests.hostile.text_cases import JSON_NUMBERS, NAMES, NUMBERS, STRUCTURES, TextCase, figure_files
from tests.session.object_books import PLAN, TOML

# Every place of a plan with every kind of object where a number stands: an amount, a figure, a level, a lifetime.
_AMOUNT = re.compile(r'(?:value|total|target|gross|outcome|amount|operating_cost|life_years): ("-?[0-9]+")')
LEDGER = """
[[ledgers]]
files = "huvudbok.csv"
code_plan = "kodplan.csv"
kind = "outcome"
as_of = 2020-12-31
reported = 2020-12-31
"""
PLAN_OF_CODES = "konto;matt\n3000-3999;pengar\n"


@pytest.mark.parametrize("case", [*STRUCTURES, *NAMES, *JSON_NUMBERS], ids=lambda case: case.name)
def test_a_file_is_told_within_its_bounds(program: Program, tmp_path: Path, case: TextCase):
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", {case.file: case.content}))
    outcome.require_within(BOUNDS)
    assert (outcome.codes, outcome.exit) == (case.told, case.exit)
    assert not list(tmp_path.rglob("RUN"))


@pytest.mark.parametrize("number", NUMBERS, ids=ascii)
def test_what_is_no_number_is_told_in_csv_and_yaml(program: Program, tmp_path: Path, number: str):
    files = figure_files(number)
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", files))
    outcome.require_within(BOUNDS)
    assert outcome.exit == 3
    assert outcome.codes <= {"SM104", "SM105", "SM138"}
    assert all(re.search(rf"^SM1\d\d fel {re.escape(file)}", outcome.stdout, re.MULTILINE) for file in files)


@pytest.mark.parametrize("number", ["NaN", ".inf", "-inf", "1E+999999", "9" * 41])
def test_what_is_no_number_is_told_wherever_a_plan_has_one(program: Program, tmp_path: Path, number: str):
    places = len(_AMOUNT.findall(PLAN))
    plan = _AMOUNT.sub(lambda found: found[0].replace(found[1], f'"{number}"'), PLAN)
    files = {"styrmodell.toml": TOML, "plan.yaml": plan}
    outcome = program.run(tmp_path, "check", write_workspace(tmp_path / "ws", files))
    outcome.require_within(BOUNDS)
    told = re.findall(r"^SM1\d\d fel plan\.yaml", outcome.stdout, re.MULTILINE)
    assert places > 10
    assert (outcome.exit, len(told)) == (3, places)


@pytest.mark.parametrize("number", [*NUMBERS[:10], "1E+999999", "=1+1", "9" * 5_000], ids=ascii)
def test_what_is_no_number_is_told_in_a_ledger(program: Program, tmp_path: Path, number: str):
    ledger = f"konto;period;belopp\n3000;202001;{number}\n"
    files = {"huvudbok.csv": ledger, "kodplan.csv": PLAN_OF_CODES}
    folder = write_workspace(tmp_path / "ws", files, more=LEDGER)
    toml = (folder / "styrmodell.toml").read_text(encoding="utf-8").replace(', "huvudbok.csv", "kodplan.csv"', "")
    (folder / "styrmodell.toml").write_text(toml, encoding="utf-8")
    outcome = program.run(tmp_path, "check", folder)
    outcome.require_within(BOUNDS)
    assert outcome.exit == 3
    assert "fel huvudbok.csv" in outcome.stdout
