"""Which reports there are: for which units and months, what they are called, and all months by one command."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from styrmodell.api import Period, Workspace
from styrmodell_dalarna.rapport.reports import REPORTS

Report = Callable[[str, str, str], Any]
SPECS = {spec.key: spec for spec in REPORTS}


def test_a_month_report_is_called_for_by_every_unit_but_the_lowest_every_month(workspace: Workspace) -> None:
    pairs = workspace.publisher.instances(SPECS["dalarna.manadsrapport"])
    assert len(pairs) == len(set(pairs)) == 8 * 12
    assert {unit for unit, _ in pairs}.isdisjoint({"akut", "vc-norr"})
    assert {period.text for _, period in pairs} == {f"2024-{month:02}" for month in range(1, 13)}


@pytest.mark.parametrize(
    ("key", "units", "period"),
    [
        ("dalarna.tertialrapport", 8, "2024-T1"),
        ("dalarna.delarsrapport", 2, "2024-01..2024-07"),
        ("dalarna.verksamhetsberattelse", 8, "2024"),
    ],
)
def test_the_other_reports_are_called_for_as_the_year_has_them(
    key: str, units: int, period: str, workspace: Workspace
) -> None:
    pairs = workspace.publisher.instances(SPECS[key])
    assert len(pairs) == units
    assert {when.text for _, when in pairs} == {period}


def test_the_interim_report_of_2018_was_per_june(workspace: Workspace) -> None:
    assert workspace.plan is not None
    earlier = evolve(workspace.plan, period=Period.year(2018))
    periods = {when.text for _, when in SPECS["dalarna.delarsrapport"].instances(earlier)}
    assert periods == {"2018-01..2018-06"}
    assert tuple(SPECS["dalarna.tertialrapport"].instances(earlier)) == ()


@pytest.mark.parametrize(
    ("kind", "period", "title"),
    [
        ("manadsrapport", "2024-08", "Månadsrapport augusti 2024"),
        ("tertialrapport", "2024-T1", "Tertialrapport april 2024"),
        ("delarsrapport", "2024-01..2024-07", "Delårsrapport juli 2024"),
        ("verksamhetsberattelse", "2024", "Verksamhetsberättelse december 2024"),
    ],
)
def test_a_report_is_called_by_its_kind_and_month(kind: str, period: str, title: str, report: Report) -> None:
    document = report(kind, "hsn", period).document
    assert document.title == title
    assert ("Region", "Region Exempeldalen (påhittad)") in document.head.facts


def test_one_command_renders_every_month(example: Path, tmp_path: Path) -> None:
    asked = ["--report", "dalarna.manadsrapport", "--unit", "kirurgi", "--format", "docx", "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "styrmodell", "render", str(example), *asked],
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert names == [f"dalarna.manadsrapport.kirurgi.2024-{month:02}.docx" for month in range(1, 13)]


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_a_region_and_a_division_render_in_every_format(form: Any, workspace: Workspace) -> None:
    for unit in ("region", "primarvard"):
        assert workspace.render("dalarna.manadsrapport", form, unit=unit, period="2024-08").data
