"""The commands that begin, describe, save and reconcile workspaces."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def styrmodell(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "styrmodell", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize("flags", [(), ("--excel",)])
def test_what_init_writes_checks_and_renders(tmp_path, flags):
    folder = tmp_path / "Vår plan"
    begun = styrmodell("init", folder, *flags)
    assert begun.returncode == 0
    assert next(Path(line).name for line in begun.stdout.splitlines()) == "styrmodell.toml"
    assert f'Granska med: python -m styrmodell check "{folder}"' in begun.stderr
    assert styrmodell("check", folder).returncode == 0
    rendered = styrmodell("render", folder, "--out", tmp_path / "ut")
    assert rendered.returncode == 0
    assert {path.suffix for path in (tmp_path / "ut").iterdir()} == {".docx", ".xlsx", ".html", ".json"}


def test_init_never_writes_over_a_file(tmp_path):
    styrmodell("init", tmp_path)
    again = styrmodell("init", tmp_path)
    assert again.returncode == 4
    assert "finns redan" in again.stderr


def test_init_refuses_an_unknown_profile(tmp_path):
    refused = styrmodell("init", tmp_path / "x", "--profile", "dalrna")
    assert refused.returncode == 2
    assert not (tmp_path / "x").exists()


def test_schema_shows_one_and_writes_both(tmp_path):
    assert json.loads(styrmodell("schema").stdout)["properties"]["goals"]
    assert json.loads(styrmodell("schema", "--toml").stdout)["properties"]["ledgers"]
    written = styrmodell("schema", "--out", tmp_path)
    assert written.returncode == 0
    names = ["styrmodell-toml.schema.json", "styrmodell.schema.json"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_save_writes_is_a_workspace_that_says_the_same(tmp_path, form):
    example = EXAMPLES / "dalarna-handlingsplan-2024"
    saved = styrmodell("save", example, "--out", tmp_path / "ut", "--format", form)
    assert saved.returncode == 0
    question = ("--measure", "atgard", "--kind", "plan", "--format", "json")
    before, after = (
        json.loads(styrmodell("explain", folder, *question).stdout) for folder in (example, tmp_path / "ut")
    )
    assert before["number"] == after["number"] == "152100000.0"


def test_reconcile_shows_where_every_krona_went():
    shown = styrmodell("reconcile", EXAMPLES / "redovisning-2024")
    assert shown.returncode == 0
    totals = [line.split() for line in shown.stdout.splitlines() if line.startswith("summa")]
    assert "".join(totals[0][2:5]).startswith("−42")
    assert "SM161" in shown.stderr


def test_reconcile_lists_what_the_code_plan_does_not_take():
    shown = styrmodell("reconcile", EXAMPLES / "redovisning-2024", "--unmapped")
    assert "konto 8310, ansvar 900, verksamhet 990" in shown.stdout


def test_reconcile_says_when_there_is_no_ledger():
    shown = styrmodell("reconcile", EXAMPLES / "dalarna-tandvard-2018", "--lang", "en")
    assert (shown.returncode, shown.stdout) == (0, "The workspace has no ledger.\n")


def test_show_counts_items_and_placements_apart():
    shown = styrmodell("show", EXAMPLES / "dalarna-tandvard-2018")
    assert shown.returncode == 0
    rows = [line.split() for line in shown.stdout.splitlines()]
    assert ["mått", "27", "57"] in rows


def test_show_lists_objects_with_their_places():
    shown = styrmodell("show", EXAMPLES / "vasternorrland-2020", "risks", "--format", "json")
    risks = json.loads(shown.stdout)
    assert len(risks) == 11
    assert risks[0]["source"] == "underlag/bilaga16.csv rad 6"


@pytest.mark.parametrize("args", [("mål",), ("--chain", "finns-inte"), ("--hierarchy", "linje")])
def test_show_refuses_what_is_not_there(args):
    refused = styrmodell("show", EXAMPLES / "dalarna-tandvard-2018", *args)
    assert refused.returncode == 2
    assert "okänt namn" in refused.stderr


def test_show_walks_a_chain_and_gives_the_units_of_a_day():
    example = EXAMPLES / "dalarna-tandvard-2018"
    assert "↑ goal mal-1" in styrmodell("show", example, "--chain", "td-05").stdout
    assert "tandvard             tandvardsnamnden" in styrmodell("show", example, "--units", "2018-01-01").stdout
