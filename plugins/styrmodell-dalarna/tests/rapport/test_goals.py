"""Goal fulfilment: status, coverage, age and comment of every measure, by perspective."""

from collections.abc import Callable
from typing import Any

Report = Callable[[str, str, str], Any]
PROCESS, ECONOMY = "mal-process", "mal-ekonomi-finans"


def test_a_red_measure_that_nobody_has_commented_on_is_a_gap_and_told(report: Report) -> None:
    printed = report("manadsrapport", "medicin", "2024-07")
    told = printed.texts(PROCESS, "overbelaggningar")
    assert (told["status"], told["kommentar"]) == ("■\u00a0Ej uppnått", "Kommentar saknas")
    assert printed.codes.count("dalarna.1") == 1


def test_a_comment_of_a_unit_below_is_used_above_by_its_name(report: Report) -> None:
    own = report("manadsrapport", "medicin", "2024-08").texts(PROCESS, "overbelaggningar")["kommentar"]
    above = report("manadsrapport", "hsf", "2024-08").texts(PROCESS, "overbelaggningar")["kommentar"]
    assert own
    assert f"Division medicin: {own}" in above


def test_a_units_own_comment_goes_before_those_below(report: Report) -> None:
    told = report("delarsrapport", "hsn", "2024-01..2024-07").texts(ECONOMY, "hyrandel")
    assert told["kommentar"] == "Planen för hyrpersonal följs, och andelen minskar månad för månad."
    assert told["helar"] == "uppnås inte"


def test_coverage_names_who_is_missing(report: Report) -> None:
    told = report("manadsrapport", "hsf", "2024-08").texts(PROCESS, "overbelaggningar")
    assert told["tackning"] == "23 av 24, saknas: Ortopedkliniken"


def test_a_measure_of_tertials_tells_the_last_one_and_until_when(report: Report) -> None:
    printed = report("manadsrapport", "hsf", "2024-07")
    assert printed.texts(PROCESS, "vardrelaterade-infektioner")["alder"] == "2024-04-30"
    assert printed.texts(ECONOMY, "nettokostnadsutveckling")["alder"] == "2024-07-31"


def test_each_unit_is_held_to_its_own_target(report: Report) -> None:
    targets = {
        unit: report("manadsrapport", unit, "2024-08").texts(ECONOMY, "hyrandel")["mal"]
        for unit in ("hsf", "kirurgi", "primarvard")
    }
    assert targets == {"hsf": "högst 2,0 %", "kirurgi": "högst 1,0 %", "primarvard": "högst 3,0 %"}


def test_the_summary_holds_numbers(report: Report) -> None:
    table = report("manadsrapport", "hsf", "2024-08").tables["maluppfyllelse"]
    assert {column.kind.value for column in table.columns} == {"count"}


def test_the_summary_counts_every_measure_once(report: Report) -> None:
    printed = report("manadsrapport", "hsf", "2024-08")
    counted = sum(int(cell.text) for row in printed.tables["maluppfyllelse"].rows for cell in row.cells)
    assert counted == sum(len(table.rows) for key, table in printed.tables.items() if key.startswith("mal-"))
