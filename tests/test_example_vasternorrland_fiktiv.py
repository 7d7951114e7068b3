"""A second, fictitious förvaltning of Västernorrland: the same plugin prints it, and its areas add up to it."""

import csv
import re
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.html
import openpyxl
import pytest

from styrmodell.api import Workspace, load
from styrmodell.report.table import Cell, Table
from styrmodell.session.run import Order, plan_jobs, run_jobs

EXAMPLE = Path(__file__).parents[1] / "examples" / "vasternorrland-fiktiv-2020"
UNIT = "exf"
AREAS = {
    "exf-nara": "Nära vård",
    "exf-tand": "Tandvårdsstöd",
    "exf-lab": "Laboratorier",
    "exf-rehab": "Rehabilitering",
    "exf-bild": "Bildning och kultur",
    "exf-lok": "Lokaler och energi",
    "exf-stab": "Ledning och service",
}
ACTIVITIES = [
    "primarvard",
    "lakemedel",
    "bestallartandvard",
    "medicinsk_service",
    "allm_service",
    "ovrig_hos",
    "fastighet",
    "hogskola",
    "fortroende",
    "ovrig",
]
FINANCIAL = ["finans", "tandvardsersattning", "primarvardersattning", "regionbidrag"]
# Row of bilaga 10 a: the delområden it adds up.
ROWS = {key: [key] for key in (*ACTIVITIES, *FINANCIAL)} | {
    "summa": ACTIVITIES,
    "resultat": [*ACTIVITIES, *FINANCIAL],
}
SIDES = {"intakter": ("intakt",), "kostnader": ("kostnad",), "netto": ("netto", "intakt", "kostnad")}
KINDS = {"outcome": "utfall", "budget": "budget", "plan": "plan"}
SUFFIXES = (".docx", ".xlsx", ".html")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


@pytest.fixture(scope="module")
def folder(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report of the example in all its formats."""
    made = tmp_path_factory.mktemp("fiktiv")
    run = run_jobs(workspace, plan_jobs(workspace, Order()), made)
    assert [str(finding) for finding in run.findings if finding.code.severity.value == "error"] == []
    return made


def rows_of(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / "observationer" / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def number(text: str) -> int:
    return int(text.replace(" ", ""))


def plain_sums(unit: str | None = None) -> dict[tuple[str, str, str], int]:
    """(row, year and kind, side) of bilaga 10 a → what the lines of the CSV files sum to, in thousands of kronor."""
    found: dict[tuple[str, str, str], int] = defaultdict(int)
    for line in (*rows_of("ekonomi.csv"), *rows_of("likviditet.csv")):
        if unit not in (None, line["enhet"]):
            continue
        when, amount = f"{line['typ']}-{line['period']}", number(line["varde"])
        side, measure = line["slag"] or "netto", line["matt"]
        if measure == "ekonomi":
            rows = {row: 1 for row, members in ROWS.items() if line["dvo"] in members}
        else:
            rows = {measure: 1, "diff": 1 if measure == "investeringar" else -1}
        for row, factor in rows.items():
            for shown, sides in SIDES.items():
                if side in sides:
                    found[row, when, shown] += factor * amount
    return found


def table_of(workspace: Workspace, key: str, unit: str = UNIT, place: int = 0) -> Table:
    assert workspace.plan is not None
    document = workspace.publisher.document(workspace.publisher.spec(key), unit, workspace.plan.period)
    return document.tables()[place]


def figures(table: Table) -> dict[tuple[str, str, str], Fraction | None]:
    """The cells that are asked for: those that are not blank by nature."""
    found = {}
    for cell in table.cells():
        if not cell.is_blank:
            _, row, column = cell.id.rsplit("/", 2)
            when, side = column.split(".")
            kind, year = when.split("-")
            found[row, f"{KINDS[kind]}-{year}", side] = cell.figure
    return found


def test_every_cell_of_bilaga_10a_is_the_sum_of_the_areas(workspace: Workspace) -> None:
    shown, summed = figures(table_of(workspace, "vasternorrland.bilaga10a")), plain_sums()
    assert len(shown) > 150
    for place, figure in shown.items():
        assert figure == summed[place], place


def test_the_bilaga_10a_of_the_seven_areas_add_up_to_that_of_the_administration(workspace: Workspace) -> None:
    tables = [figures(table_of(workspace, "vasternorrland.bilaga10a", unit)) for unit in AREAS]
    for place, figure in figures(table_of(workspace, "vasternorrland.bilaga10a")).items():
        assert figure == sum(table.get(place) or 0 for table in tables), place


@pytest.mark.parametrize("unit", AREAS)
def test_the_budget_of_every_area_is_in_balance(unit: str) -> None:
    found = plain_sums(unit)
    for when in ("budget-2019", "budget-2020", "plan-2021", "plan-2022"):
        assert found["resultat", when, "netto"] == 0, when


@pytest.mark.parametrize(
    ("key", "name", "row"),
    [("bilaga9", "lokalarea.csv", "summa"), ("bilaga12", "arsarbetare.csv", "summa")],
)
def test_premises_and_staff_are_sums_of_the_areas(workspace: Workspace, key: str, name: str, row: str) -> None:
    line = next(one for one in table_of(workspace, f"vasternorrland.{key}").rows if one.key == row)
    shown = [cell.figure for cell in line.cells if isinstance(cell, Cell)][:5]
    years = ("2018", "2019", "2020", "2021", "2022")
    assert shown == [sum(number(one["varde"]) for one in rows_of(name) if one["period"] == year) for year in years]


def test_what_does_not_reconcile_is_told_with_both_cells_and_the_amount(workspace: Workspace) -> None:
    (finding,) = workspace.check()
    assert finding.code.code == "SM420"
    assert finding.acknowledged is not None
    assert finding.acknowledged.role == "Ekonomichefen"
    text = finding.text("sv").replace("\u00a0", " ")
    assert "Regionbidraget i 5.2 och i bilaga 10 a, Plan 2021 skiljer sig med 3 126 000 kr" in text
    assert "vasternorrland.verksamhetsplan@exf@2020/resultatbudget/regionbidrag/plan-2021: 726 100 000 kr" in text
    assert "vasternorrland.bilaga10a@exf@2020/ekonomi/regionbidrag/plan-2021.netto: 722 974 000 kr" in text


def test_a_capital_cost_that_nobody_states_is_an_annuity(workspace: Workspace) -> None:
    shown = {cell.id.split("/", 1)[1]: cell.figure for cell in table_of(workspace, "vasternorrland.bilaga10c").cells()}
    stated, computed = (
        figure
        for place, figure in shown.items()
        if place.endswith(".inv/drift") and figure is not None and not place.split("/")[1].startswith("tomt")
    )
    assert stated == 1150
    rate, years = Fraction(15, 1000), 5
    assert computed == pytest.approx(2400 * rate / (1 - (1 + rate) ** -years), abs=Decimal("0.01"))


def test_every_report_is_written(workspace: Workspace, folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    offered = {key for key in workspace.registry.reports if key.startswith("vasternorrland.")}
    # Bilaga 13 to 15 are slots that this workspace leaves empty.
    assert set(workspace.reports()) == offered - {f"vasternorrland.bilaga{number}" for number in (13, 14, 15)}
    for key in workspace.reports():
        assert any(name.startswith(f"{key}.") and name.endswith(SUFFIXES) for name in names), key


def shown(path: Path) -> str:
    """All text of a document, also what stands in its properties and beside its tables."""
    if path.suffix == ".html":
        page: Any = lxml.html.fromstring(path.read_bytes())
        return str(page.text_content())
    with ZipFile(path) as parts:
        texts = [parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith((".xml", ".rels"))]
    return re.sub(r"<[^>]*>", "", " ".join(texts))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_document_names_the_other_administration(folder: Path, suffix: str) -> None:
    paths = sorted(folder.glob(f"vasternorrland.*{suffix}"))
    assert paths
    for path in paths:
        found = re.findall(r"Regionledning\w*|Regionfastigheter|\bRLF\b|\brlf\b|19RS2753", shown(path))
        assert found == [], path.name


@pytest.mark.parametrize("report", ["bilaga12", "bilaga17"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_documents_name_its_own_areas(folder: Path, report: str, suffix: str) -> None:
    text = shown(folder / f"vasternorrland.{report}{suffix}")
    assert [name for name in AREAS.values() if name not in text] == []


def test_every_document_says_that_it_is_fictitious(folder: Path) -> None:
    for path in sorted(folder.glob("vasternorrland.*.html")):
        assert "påhittad" in shown(path), path.name


def test_the_workbook_of_all_appendices_has_a_sheet_for_each(folder: Path) -> None:
    sheets = openpyxl.load_workbook(BytesIO((folder / "vasternorrland.bilagor.xlsx").read_bytes())).sheetnames
    for start in (*(f"Bilaga {number}" for number in ("9", "9a", "10 a", "10 b", "10 c", "11", "12")), "5.2", "5.3"):
        assert any(sheet.startswith(start) for sheet in sheets), (start, sheets)


def test_outcomes_give_the_scorecard_its_status(folder: Path) -> None:
    text = shown(folder / "vasternorrland.styrkort.html")
    for status in ("Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt"):
        assert status in text
