"""`styrmodell status`: statuses on standard out, findings on standard error, and exit codes as of other commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from styrmodell.cli.status import command
from styrmodell.errors import UnknownNameError

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = """
plan: {id: p, unit: r, period: "2020", state: decided}
units: [{id: r, name: Regionen}, {id: a, name: Norr, parent: r}]
goals: [{id: bra, name: Bra, unit: r}]
measures:
  - {id: kund, name: Kunder, unit: "%", rule: own, target: minst 80 %, tolerance: 2 %, goals: [bra], owner: chef}
  - {id: oka, name: Ärenden, unit: antal, target: ska öka, goals: [bra], owner: chef}
"""
CSV = "enhet;matt;period;typ;varde\nr;kund;2020;utfall;79%\na;kund;2020;utfall;90%\nr;oka;2020;utfall;5\n"
TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2020-12-31\nfiles = ["*.yaml", "*.csv"]\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, text in (("styrmodell.toml", TOML), ("plan.yaml", PLAN), ("varden.csv", CSV)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*args: object):
    return CliRunner().invoke(command, [*map(str, args), "--lang", "sv"], standalone_mode=False)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_without_ids_the_whole_plan_is_shown_and_doubts_go_to_standard_error(workspace: Path) -> None:
    done = run(workspace)
    assert done.return_value == 0
    assert "Mål bra, Bra (Regionen, 2020): Ej mätt" in done.stdout
    assert "Mått kund, Kunder: Delvis uppnått" in done.stdout
    assert "mål minst 80 %; utfall 79,0 %; 1 procentenhet från målet" in plain(done.stdout)
    assert "SM330" in done.stderr
    assert "SM330" not in done.stdout


def test_ids_choose_what_is_shown(workspace: Path) -> None:
    done = run(workspace, "kund")
    assert done.stdout.startswith("Mått kund")
    assert "bra" not in done.stdout
    assert done.stderr == ""


def test_unit_and_period_say_where(workspace: Path) -> None:
    assert "Mått kund, Kunder (Norr, 2020): Uppnått" in run(workspace, "kund", "--unit", "a").stdout
    assert "Mått kund, Kunder (Regionen, 2019): Ej mätt" in run(workspace, "kund", "--period", "2019").stdout


def test_json_is_a_list_of_what_was_asked_for(workspace: Path) -> None:
    found = json.loads(run(workspace, "bra", "kund", "--format", "json").stdout)
    assert [(one["kind"], one["id"], one["status"]) for one in found] == [
        ("goal", "bra", "not_measured"),
        ("measure", "kund", "close"),
    ]
    assert [child["id"] for child in found[0]["children"]] == ["kund", "oka"]


def test_an_unknown_id_is_wrong_use_and_suggests(workspace: Path) -> None:
    error = run(workspace, "kunder").exception
    assert isinstance(error, UnknownNameError)
    assert error.suggestions == ("kund",)


def test_errors_of_the_workspace_make_the_exit_code(workspace: Path) -> None:
    (workspace / "fel.yaml").write_text('assessments: [{goal: bra, unit: r, period: "2020", status: met}]\n')
    done = run(workspace)
    assert done.return_value == 1
    assert "fastställt Uppnått; saknas: vem, skäl" in done.stdout


def test_a_workspace_without_a_plan_tells_why(workspace: Path) -> None:
    (workspace / "plan.yaml").write_text("goals: []\n")
    done = run(workspace)
    assert done.return_value == 3
    assert done.stdout == ""


def test_a_workspace_without_goals_and_targets_says_so(workspace: Path) -> None:
    head = PLAN[: PLAN.index("goals:")]
    (workspace / "plan.yaml").write_text(head, encoding="utf-8")
    (workspace / "varden.csv").unlink()
    assert run(workspace).stdout == "Arbetsytan har inga mål och inga målvärden.\n"


@pytest.mark.parametrize("name", ["dalarna-tandvard-2018", "vasternorrland-2020"])
def test_a_card_without_outcomes_is_not_measured_and_every_measure_says_why(name: str) -> None:
    done = run(EXAMPLES / name, "--format", "json")
    assert done.return_value == 0
    measures = [one for one in _all(json.loads(done.stdout)) if one["kind"] == "measure" and "see_above" not in one]
    assert len(measures) > 15
    assert {one["status"] for one in measures} <= {"not_measured", None}
    assert not {one["why"] for one in measures} & {"compared", "tolerance", "stale"}


def _all(found: object) -> list[dict]:
    """Every judged node, however deep."""
    if isinstance(found, list):
        return [node for one in found for node in _all(one)]
    if not isinstance(found, dict):
        return []
    inner = [node for key in ("perspectives", "nodes", "children") for node in _all(found.get(key))]
    return [found, *inner] if "status" in found else inner
