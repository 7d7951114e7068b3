"""Every report that an example has anything of, generic or its own region's, is written by one command."""

import json
from pathlib import Path

import pytest
from tests.example_plugins import lacking

from styrmodell.api import load
from styrmodell.cli.main import run
from styrmodell.session.chosen_reports import choose_reports
from styrmodell.session.run import Order, plan_jobs

EXAMPLES = Path(__file__).parents[2] / "examples"
# A workbook with a fault of every kind: it is refused, which its own tests say.
FAULTY = "felaktig-arbetsbok"
# An example with a document for every unit and month is written for the region itself.
MANY = 60
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/styrmodell.toml") if path.parent.name != FAULTY)


def plugin_of(name: str) -> str:
    """The plugin that the example's profile comes from; empty for none."""
    profile = load(EXAMPLES / name).profile.key
    return profile if profile in {key.partition(".")[0] for key in load(EXAMPLES / name).registry.reports} else ""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in lacking()])
def test_one_command_writes_every_report_of_an_example(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    workspace = load(EXAMPLES / name)
    asked = [part for part in (plugin_of(name), "generic") if part]
    words = [word for one in asked for word in ("--report", one)]
    jobs = plan_jobs(workspace, Order(reports=tuple(asked), formats=("html",)))
    narrowed = ["--unit", str(workspace.publisher.plan.unit_id)] if len(jobs) > MANY else []
    code = run(["render", str(EXAMPLES / name), *words, *narrowed, "--format", "html", "--out", str(tmp_path)])
    told = capfd.readouterr()
    assert code <= 1, told.out + told.err
    assert "SM401" not in told.out
    written = json.loads((tmp_path / "manifest.json").read_bytes())["outputs"]
    wanted = {spec.key for spec in choose_reports(workspace.publisher, asked).specs if "html" in spec.formats}
    assert {one["report"] for one in written} - {""} == wanted
