"""Actions: the identity holds, each saving counts once, and what nobody has handed in is seen."""

import csv
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

Report = Callable[[str, str, str], Any]


def rows_of(printed: Any) -> list[str]:
    return [row.key for row in printed.tables["atgarder"].rows if row.key != "summa"]


@pytest.mark.parametrize("month", ["2024-01", "2024-04", "2024-07", "2024-12"])
def test_the_deviation_is_the_forecast_less_the_target(month: str, report: Report) -> None:
    printed = report("manadsrapport", "region", month)
    assert len(rows_of(printed)) == 18
    for key in rows_of(printed):
        target, forecast, off = (printed.exact("atgarder", key, one) for one in ("mal", "prognos", "avvikelse"))
        assert off == (None if forecast is None else forecast - target)


def test_a_saving_that_two_units_tell_is_shown_twice_and_counted_once(report: Report) -> None:
    printed = report("manadsrapport", "region", "2024-12")
    shown = [printed.exact("atgarder", key, "mal") for key in rows_of(printed)]
    assert printed.exact("atgarder", "summa", "mal") == sum(shown) - printed.exact(
        "atgarder", "vardnara-service-service", "mal"
    )
    double = next(row for row in printed.tables["atgarder"].rows if row.key == "vardnara-service-service")
    assert double.notes == ("a)",)


def test_a_gross_saving_is_printed_after_what_it_costs_elsewhere(report: Report) -> None:
    for unit in ("region", "kirurgi"):
        assert report("manadsrapport", unit, "2024-08").exact("atgarder", "kopt-vard-rygg", "mal") == 6_500_000


def test_gross_counter_effect_and_net_stand_beside_each_other(report: Report) -> None:
    printed = report("manadsrapport", "kirurgi", "2024-08")
    gross, counter, net = (
        printed.exact("atgarder-forutsattningar", "kopt-vard-rygg", one) for one in ("brutto", "moteffekt", "netto")
    )
    assert (gross, counter, net) == (9_000_000, -2_500_000, 6_500_000)
    assert gross + counter == net


def test_the_effect_of_a_whole_year_stands_apart_from_this_years(report: Report) -> None:
    told = report("manadsrapport", "medicin", "2024-08").texts("atgarder-forutsattningar", "vardplatser-medicin")
    assert (told["fran"], told["helar"]) == ("2024-06", "14,0–18,0 från 2025")
    assert told["kraver"] == "Beslut i hälso- och sjukvårdsnämnden om antalet vårdplatser"


def test_outcomes_are_those_of_the_months_follow_up(report: Report, example: Path) -> None:
    with (example / "atgarder" / "uppfoljning.csv").open(encoding="utf-8", newline="") as stream:
        told = {row["Åtgärd"]: row for row in csv.DictReader(stream, delimiter=";") if row["Version"] == "P08"}
    printed = report("manadsrapport", "region", "2024-08")
    for key in ("hyrlakare-akut", "energi", "administration"):
        outcome, forecast = (
            Fraction(Decimal(told[key][name].replace(",", ".")) * 1_000_000) for name in ("Utfall", "Prognos")
        )
        assert printed.exact("atgarder", key, "utfall") == outcome
        assert printed.exact("atgarder", key, "prognos") == forecast


def test_an_action_without_its_report_is_marked_and_the_sum_withholds_its_deviation(report: Report) -> None:
    printed = report("manadsrapport", "region", "2024-07")
    row = next(row for row in printed.tables["atgarder"].rows if row.key == "digitala-kallelser")
    assert "c)" in row.notes
    assert printed.cell("atgarder", "digitala-kallelser", "prognos").text == "ej rapporterat"
    total = next(row for row in printed.tables["atgarder"].rows if row.key == "summa")
    assert total.label == "Summa (utfall 16 av 17, prognos 16 av 17)"
    assert printed.cell("atgarder", "summa", "avvikelse").text == ""
    assert "dalarna.5" in printed.codes


def test_the_sum_tells_its_deviation_when_all_have_reported(report: Report) -> None:
    printed = report("manadsrapport", "region", "2024-12")
    counted = [key for key in rows_of(printed) if key != "vardnara-service-service"]
    parts = sum(printed.exact("atgarder", key, "avvikelse") for key in counted)
    assert printed.exact("atgarder", "summa", "avvikelse") == parts


@pytest.mark.parametrize("table", ["atgarder-enhet", "atgarder-kategori", "atgarder-genomforbarhet"])
def test_sums_by_unit_category_and_feasibility_are_the_whole(table: str, report: Report) -> None:
    printed = report("manadsrapport", "region", "2024-12")
    for column in ("mal", "utfall", "prognos", "avvikelse"):
        parts = [printed.exact(table, row.key, column) for row in printed.tables[table].rows]
        assert sum(parts) == printed.exact("atgarder", "summa", column)


def test_a_net_target_without_a_net_calculation_is_marked(report: Report) -> None:
    marked = {row.key for row in report("manadsrapport", "hsf", "2024-08").tables["atgarder"].rows if "b)" in row.notes}
    assert marked == {"schemalaggning"}


def test_a_changed_forecast_without_a_comment_is_a_gap_and_told(report: Report) -> None:
    printed = report("manadsrapport", "regionservice", "2024-07")
    assert printed.texts("atgarder", "lokaler")["kommentar"] == "Kommentar saknas"
    assert "dalarna.3" in printed.codes
