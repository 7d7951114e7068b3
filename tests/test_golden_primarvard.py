"""Bilaga 9a: every figure of the 15 rows read and asked for, and the two total lines computed from the parts."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from styrmodell.api import Dims, Kind, Workspace, load

ROOT = Path(__file__).parents[1]
GOLDEN: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "golden" / "vn_bilaga09a.yaml").read_text(encoding="utf-8"))
KINDS = {"Utfall": Kind.OUTCOME, "Prognos": Kind.FORECAST, "Budget": Kind.BUDGET, "Plan": Kind.PLAN}
CONTACTS = {
    "Mottagning besök": "mottagning",
    "Hemsjukv/hembesök 3)": "hembesok",
    "Telefon-/brevkontakt": "telefon",
}
PROFESSIONS = {
    "lakare": "lakare",
    "dsk": "distriktsskoterska",
    "barnmorska": "barnmorska",
    "ssk": "sjukskoterska",
    "fysio": "fysioterapeut",
    "arbterap": "arbetsterapeut",
    "annan": "annan",
}
TOTALS = {"tot.lakarbesok": "lakare", "tot.ovriga": "ovriga"}
# The parts of the printed 572 215 sum to 572 214: the document shows ours, and a note tells both.
DIFFERENT = {("tot.ovriga", "Prognos 2019"): (Decimal(572215), Decimal(572214))}
CELLS = [
    (section["dvo"], row, heading, value)
    for section in GOLDEN["sections"]
    for row in section["rows"]
    for heading, value in zip(GOLDEN["columns"], row["values"], strict=True)
]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(ROOT / "examples" / "vasternorrland-2020").require()


def code_of(dvo: object) -> str:
    """The golden file has one code without quotes, which YAML makes a number."""
    return str(dvo).zfill(3)


def when(heading: str) -> tuple[Kind, str]:
    word, year = heading.split()
    return KINDS[word], year


def visits(workspace: Workspace, heading: str, *dims: tuple[str, str]) -> Decimal | None:
    kind, year = when(heading)
    return workspace.value("besok", period=year, kind=kind, dims=tuple(dims)).number


def is_doctors(total: dict[str, Any]) -> bool:
    return bool(total["id"] == "tot.lakarbesok")


def test_the_table_has_fifteen_rows_of_fifteen_columns() -> None:
    assert len(CELLS) == 15 * 15


@pytest.mark.parametrize(
    ("dvo", "row", "heading", "printed"), CELLS, ids=[f"{row['id']} {heading}" for _, row, heading, _ in CELLS]
)
def test_every_figure_is_the_printed_one(
    workspace: Workspace, dvo: object, row: dict[str, Any], heading: str, printed: int
) -> None:
    time, contact = heading.split(" | ")
    found = visits(
        workspace,
        time,
        ("vardomrade", code_of(dvo)),
        ("profession", PROFESSIONS[row["id"].partition(".")[2]]),
        ("kontakt", CONTACTS[contact]),
    )
    assert found == Decimal(printed)


def test_no_figure_is_read_that_is_not_printed(workspace: Workspace) -> None:
    assert workspace.plan is not None
    read = [one for one in workspace.plan.observations if one.source.file == "underlag/bilaga9a.csv"]
    assert len(read) == len(CELLS)


@pytest.mark.parametrize("row", GOLDEN["totals"]["rows"], ids=lambda row: row["id"])
def test_the_totals_are_computed_from_the_parts(workspace: Workspace, row: dict[str, Any]) -> None:
    for heading, value in zip(GOLDEN["totals"]["columns"], row["values"], strict=True):
        kind, year = when(heading)
        dims: Dims = (("profession", TOTALS[row["id"]]), ("kontakt", "besok"))
        explained = workspace.explain_value("besok", period=year, kind=kind, dims=dims)
        printed = Decimal(value)
        assert (printed, explained.number) == DIFFERENT.get((row["id"], heading), (printed, printed))
        rows = [part for section in GOLDEN["sections"] for part in section["rows"] if part["lakare"] == is_doctors(row)]
        assert len(explained.sources) == 2 * len(rows), "visits and home visits of every row"
        assert {source.file for source in explained.sources} == {"underlag/bilaga9a.csv"}


@pytest.mark.parametrize("row", GOLDEN["totals"]["rows"], ids=lambda row: row["id"])
def test_the_totals_are_the_sums_of_visits_without_telephone(workspace: Workspace, row: dict[str, Any]) -> None:
    for heading in GOLDEN["totals"]["columns"]:
        parts = [
            Decimal(value)
            for _, part, column, value in CELLS
            if part["lakare"] == is_doctors(row)
            and column.startswith(heading)
            and not column.endswith("Telefon-/brevkontakt")
        ]
        own = visits(workspace, heading, ("profession", TOTALS[row["id"]]), ("kontakt", "besok"))
        assert own == sum(parts)


def test_the_printed_total_that_is_one_more_is_told_and_no_other(workspace: Workspace) -> None:
    told = [finding for finding in workspace.check() if finding.source.file == "tryckta/bilaga9a.csv"]
    assert [(finding.code.code, finding.source.place) for finding in told] == [("SM302", "rad 8")]
    assert "tryckt 572\u00a0215 antal, beräknat 572\u00a0214 antal" in told[0].text()


def test_the_names_of_areas_and_professions_are_the_printed_ones(workspace: Workspace) -> None:
    assert workspace.plan is not None
    members = {split.id: {one.id: one for one in split.members} for split in workspace.plan.dimensions}
    for section in GOLDEN["sections"]:
        area = members["vardomrade"][code_of(section["dvo"])]
        assert f"{area.name} ({area.codes})" == section["label"]
        for row in section["rows"]:
            profession = members["profession"][PROFESSIONS[row["id"].partition(".")[2]]]
            # The marks of footnotes are no part of a name.
            assert row["label"].removesuffix(" 1)").removesuffix(" 2)") == profession.name


def test_footnotes_and_text_stand_in_the_section_of_the_appendix(workspace: Workspace) -> None:
    assert workspace.plan is not None
    text = next(section.text for section in workspace.plan.sections if section.id == "bilaga-9a")
    notes = [f"{mark} {note}" for mark, note in GOLDEN["footnotes"].items()]
    assert [line.removeprefix("- ") for line in text.splitlines()] == [*GOLDEN["text"], *notes]
