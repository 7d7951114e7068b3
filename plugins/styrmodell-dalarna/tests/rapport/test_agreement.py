"""One figure, one value: reports of other months, other kinds and other units say the same."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Report = Callable[[str, str, str], Any]
MONTHS = [f"2024-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize("row", ["intakt", "personal", "netto"])
def test_the_year_so_far_is_the_sum_of_the_months_own_reports(row: str, report: Report) -> None:
    months = [report("manadsrapport", "hsf", one).exact("resultat", row, "manad-utfall") for one in MONTHS[:8]]
    assert report("manadsrapport", "hsf", "2024-08").exact("resultat", row, "hittills-utfall") == sum(months)


def test_every_month_of_the_year_follows_from_the_one_before(report: Report) -> None:
    so_far = 0
    for month in MONTHS:
        printed = report("manadsrapport", "hsf", month)
        so_far += printed.exact("resultat", "netto", "manad-utfall")
        assert printed.exact("resultat", "netto", "hittills-utfall") == so_far


def test_the_forecast_before_is_the_last_reports_forecast(report: Report) -> None:
    for last, month in pairwise(MONTHS[1:]):
        before = report("manadsrapport", "hsf", month).exact("prognos-enheter", "totalt", "forra")
        assert before == report("manadsrapport", "hsf", last).exact("prognos-enheter", "totalt", "prognos")


@pytest.mark.parametrize(
    ("kind", "period", "month"),
    [
        ("tertialrapport", "2024-T1", "2024-04"),
        ("delarsrapport", "2024-01..2024-07", "2024-07"),
        ("verksamhetsberattelse", "2024", "2024-12"),
    ],
)
def test_other_reports_print_what_the_report_of_their_month_prints(
    kind: str, period: str, month: str, report: Report
) -> None:
    one, other = report(kind, "hsn", period), report("manadsrapport", "hsn", month)
    assert list(one.tables) == list(other.tables)
    for key, table in one.tables.items():
        assert [cell.text for cell in table.cells()] == [cell.text for cell in other.tables[key].cells()]
    assert one.prose.replace(one.document.title, "") == other.prose.replace(other.document.title, "")


def test_a_unit_says_of_itself_what_the_unit_above_says_of_it(report: Report) -> None:
    above = report("manadsrapport", "hsf", "2024-08")
    for division in ("medicin", "kirurgi", "primarvard"):
        own = report("manadsrapport", division, "2024-08")
        for column in ("manad-utfall", "hittills-budget", "hittills-avvikelse"):
            assert own.exact("enheter", "totalt", column) == above.exact("enheter", division, column)
        assert own.exact("hyrpersonal", "totalt", "andel") == above.exact("hyrpersonal", division, "andel")
        assert own.exact("prognos-enheter", "totalt", "prognos") == above.exact("prognos-enheter", division, "prognos")


def test_the_summary_prints_what_the_sections_print(report: Report) -> None:
    printed = report("manadsrapport", "kirurgi", "2024-08")
    deviation = printed.exact("resultat", "netto", "hittills-avvikelse")
    assert printed.exact("nyckeltal", "netto", "avvikelse") == deviation
    told = next(cell for cell in printed.document.prose_cells() if cell.id.endswith("/text/avvikelse/varde"))
    assert told.explanation.exact == deviation
    assert printed.exact("nyckeltal", "hyrandel", "utfall") == printed.exact("hyrpersonal", "totalt", "andel")


def test_the_examples_readme_says_what_the_report_says(report: Report, example: Path) -> None:
    text = (example / "README.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    printed = report("manadsrapport", "hsf", "2024-08")
    for table, row, column in (
        ("resultat", "netto", "hittills-utfall"),
        ("internt", "totalt", "intakt"),
        ("internt", "summa", "intakt"),
        ("resultat", "netto", "hittills-avvikelse"),
        ("hyrpersonal", "totalt", "andel"),
    ):
        assert f" {printed.cell(table, row, column).text}".replace("\u00a0", " ") in text


def test_rolling_twelve_months_are_the_last_twelve_months_reports(report: Report) -> None:
    months = [report("manadsrapport", "hsf", one).exact("hyrpersonal", "totalt", "manad-utfall") for one in MONTHS]
    assert report("manadsrapport", "hsf", "2024-12").exact("hyrpersonal", "totalt", "r12") == sum(months)
