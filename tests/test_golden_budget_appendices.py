"""Bilaga 10 b, 10 c, 5.2 and 5.3 as they are printed: every figure of the printed tables, read from the workbook.

What is printed otherwise is listed here with what tells of it: nothing differs in silence.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from styrmodell.api import Workspace, load

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vasternorrland-2020"
# (row, column) → what we print, where the printed table has another figure; the code of the finding that shows both.
OTHERWISE = {
    # Two headings are printed as 0 beside parts that cost something; the video equipment's in 2019, too.
    "vn_bilaga10b": {
        ("video", 1): (200, "SM305"),
        ("video", 5): (2081, "SM301"),
        ("ovrigt", 5): (78226, "SM301"),
    },
    "vn_bilaga10c": {},
    # Printed in whole millions, where the parts do not add up to the printed sums.
    "vn_resultatbudget_5_2": {
        ("nettokostnader", 3): (-1876, "SM302"),
        ("nettokostnader", 4): (-1908, "SM302"),
        ("verksamhetens_resultat", 3): (86, "SM302"),
        ("verksamhetens_resultat", 4): (97, "SM302"),
        ("resultat_efter_fin", 0): (74, "SM302"),
        ("resultat_efter_fin", 3): (-1, "SM302"),
        ("resultat_efter_fin", 4): (-1, "SM302"),
        ("arets_resultat", 0): (74, "SM302"),
        ("arets_resultat", 3): (-1, "SM302"),
        ("arets_resultat", 4): (-1, "SM302"),
    },
    "vn_investeringar_5_3": {},
}
# How many kronor a figure of the table is.
SCALE = {"vn_bilaga10b": 1_000, "vn_resultatbudget_5_2": 1_000_000}
SHEETS = {
    "vn_bilaga10b": "Bilaga 10 b",
    "vn_bilaga10c": "Bilaga 10 c",
    "vn_resultatbudget_5_2": "5.2 Resultatbudget",
    "vn_investeringar_5_3": "5.3 Investeringar",
}


def golden(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / "tests" / "golden" / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    pytest.importorskip("styrmodell_vasternorrland", reason="needs the plugin styrmodell-vasternorrland")
    return load(EXAMPLE).require()


@pytest.fixture(scope="module")
def book(workspace: Workspace) -> Any:
    return openpyxl.load_workbook(BytesIO(workspace.render("vasternorrland.bilagor", "xlsx").data), data_only=True)


def lines_of(book: Any, sheet: str) -> list[list[Any]]:
    """The rows of a sheet below its headings."""
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def printed_rows(name: str) -> Iterator[tuple[str, str, list[int | None]]]:
    """Row id, label and figures of a printed table, in order."""
    content = golden(name)
    for project in content.get("projects", ()):
        for row in project["rows"]:
            yield f"{project['proj_nr']}.{row['id']}", row["label"], row["values"]
    for row in (*content.get("rows", ()), *content.get("totals", ())):
        yield row["id"], row["label"], row["values"]


def our_rows(book: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """Label and figures of our rows, in the order and the columns of the printed table."""
    for line in lines_of(book, SHEETS[name]):
        if name == "vn_bilaga10c":
            yield str(line[1] or ""), line[2:8]
        elif name == "vn_bilaga10b":
            yield str(line[0] or ""), line[2:8]
        else:
            yield str(line[0] or ""), line[1:]


def plain(label: str) -> str:
    """A label without dashes, marks and the wraps of the printed page."""
    return label.replace("*)", "").replace("\u00a0", " ").lstrip("- ").strip()


def shows_both(found: str, printed: int, ours: int, name: str) -> bool:
    """Whether a finding shows both figures; where it speaks of the amounts themselves an outlay has a minus."""
    first, second = (f"{abs(number) * SCALE[name]:,}".replace(",", "\u00a0") for number in (printed, ours))
    return re.search(rf"\b{first} kr, .*\b{second} kr ", found) is not None


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_every_printed_figure_stands_in_its_place_or_is_told_of(book: Any, workspace: Workspace, name: str) -> None:
    told = [(finding.code.code, finding.found()) for finding in workspace.check()]
    wanted, found = printed_rows(name), our_rows(book, name)
    for key, label, values in wanted:
        ours = next((figures for text, figures in found if plain(text) == plain(label)), None)
        assert ours is not None, f"{name}: {label} has no row"
        for place, printed in enumerate(values):
            if printed is None:
                continue
            other = OTHERWISE[name].get((key, place))
            if other is not None:
                assert ours[place] is not None
                assert round(Decimal(str(ours[place]))) == other[0]
                assert any(code == other[1] and shows_both(found, printed, other[0], name) for code, found in told)
            else:
                assert ours[place] is not None, (
                    f"{name}: {label}, column {place}: printed {printed}, and we print nothing"
                )
                assert round(Decimal(str(ours[place]))) == printed, f"{name}: {label}, column {place}"
