"""The interim report of the fictitious region: its statements agree, and every part has its figures."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from styrmodell.api import Cell, Document, Table, Workspace, load

EXAMPLE = Path(__file__).parents[4] / "examples" / "dalarna-fiktiv-2024"
REPORT = "dalarna.delarsrapport-lag"


def built(workspace: Workspace) -> Document:
    publisher = workspace.publisher
    ((unit, period),) = publisher.instances(publisher.spec(REPORT))
    return publisher.document(publisher.spec(REPORT), unit, period)


@pytest.fixture(scope="module")
def document() -> Document:
    return built(load(EXAMPLE).require())


def table(document: Document, key: str) -> Table:
    return next(one for one in document.tables() if one.key == key)


def exact(document: Document, key: str, row: str, column: str) -> Fraction:
    found = table(document, key)
    place = [one.key for one in found.columns].index(column)
    cell = next(one.cells[place] for one in found.rows if one.key == row)
    assert isinstance(cell, Cell)
    assert cell.explanation is not None
    assert cell.explanation.exact is not None
    return Fraction(cell.explanation.exact)


def test_nothing_is_doubtful_in_it(document: Document) -> None:
    assert [str(one) for one in document.findings] == []
    assert [one for relation in document.relations for one in relation.findings()] == []


@pytest.mark.parametrize("day", ["slut", "forra"])
def test_both_sides_of_the_balance_sheet_are_equal(document: Document, day: str) -> None:
    sides = ("summa-tillgangar", "summa-finansiering")
    assets, funding = (exact(document, "balansrakning", side, day) for side in sides)
    assert assets == funding > 0


@pytest.mark.parametrize(("ours", "theirs"), [("utfall", "slut"), ("helar-forra", "forra")])
def test_the_result_is_that_of_the_balance_sheet(document: Document, ours: str, theirs: str) -> None:
    result = exact(document, "resultatrakning", "periodens-resultat", ours)
    assert result == exact(document, "balansrakning", "periodens-resultat", theirs)


def test_the_statement_of_results_has_the_same_time_last_year_and_the_balance_sheet_last_year_end(
    document: Document,
) -> None:
    assert [one.key for one in table(document, "resultatrakning").columns][:2] == ["utfall", "forra"]
    assert [one.label for one in table(document, "balansrakning").columns][:2] == ["2024-07-31", "2023-12-31"]


def test_the_balance_requirement_begins_with_the_forecast_of_the_result(document: Document) -> None:
    result = exact(document, "resultatrakning", "periodens-resultat", "prognos")
    assert exact(document, "balanskrav", "resultat", "prognos") == result
    assert exact(document, "balanskrav", "balanskravsresultat", "prognos") == result + (
        -3_200_000 - 1_100_000 + 25_000_000
    )


def test_what_is_left_to_restore_of_last_year_is_this_years_opening(document: Document) -> None:
    assert exact(document, "balanskrav", "ingaende", "prognos") == exact(document, "balanskrav", "kvar", "forra")


def test_each_goal_has_its_status_and_an_assessment_of_the_year_of_its_own(document: Document) -> None:
    rows = table(document, "hushallningsmal").rows
    columns = [one.key for one in table(document, "hushallningsmal").columns]
    status, year = columns.index("status"), columns.index("helar")
    shown = {row.key: (row.cells[status].text, row.cells[year].text) for row in rows}
    assert shown["hushallning-soliditet"][1] == "Bedöms uppnås delvis"
    assert "Uppnått" in shown["hushallning-soliditet"][0]
    assert [row.key for row in rows][-2:] == ["hushallning-vantetid", "hushallning-bemanning"]


def test_a_result_that_is_another_in_the_balance_sheet_is_told(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "ws")
    path = tmp_path / "ws" / "bokslut" / "balans.csv"
    text = path.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if "2024-07" in line and "periodens-resultat" in line)
    path.write_text(text.replace(old, f"{old.rpartition(';')[0]};-20000000"), encoding="utf-8")
    found = built(load(tmp_path / "ws").require())
    assert [one.code.code for relation in found.relations for one in relation.findings()] == ["SM420"]
    assert "dalarna.15" in [one.code.code for one in found.findings]
