"""The reports' figures against the files themselves, read here with nothing but csv and Decimal."""

import csv
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

Report = Callable[[str, str, str], Any]
# As the code plan has it, told again: responsibility → unit, account → post.
UNITS = {110: "akut", 120: "medklin", 210: "ortopedi", 220: "operation", 310: "vc-norr", 320: "vc-soder"}
UNITS |= {910: "regionservice"}
POSTS = ((3000, "intakt"), (4000, "egen"), (4090, "hyr"), (5000, "lakemedel"), (5500, "kopt-vard"), (6000, "ovrigt"))
BELOW = {
    "medicin": ("akut", "medklin"),
    "kirurgi": ("ortopedi", "operation"),
    "primarvard": ("vc-norr", "vc-soder"),
}
BELOW["hsf"] = BELOW["hsn"] = (*BELOW["medicin"], *BELOW["kirurgi"], *BELOW["primarvard"])
BELOW["region"] = (*BELOW["hsf"], "regionservice")
STAFF = ("egen", "hyr")
COSTS = (*STAFF, "lakemedel", "kopt-vard", "ovrigt")
NET = ("intakt", *COSTS)
AUGUST, SO_FAR = ["202408"], [f"2024{month:02}" for month in range(1, 9)]
BEFORE = [f"2023{month:02}" for month in range(1, 9)]
ROLLING = [*(f"2023{month:02}" for month in range(9, 13)), *SO_FAR]
YEAR = [f"2024{month:02}" for month in range(1, 13)]


@pytest.fixture(scope="session")
def rows(example: Path) -> dict[str, list[dict[str, str]]]:
    """The files, row by row."""

    def read(*names: str) -> list[dict[str, str]]:
        return [row for name in names for row in _read(example / name)]

    return {
        "ledger": read("huvudbok/2023.csv", "huvudbok/2024.csv"),
        "budget": read("budget/2024.csv"),
        "prognos": read("prognos/2024.csv"),
        "arsarbetare": read("personal/arsarbetare-2023.csv"),
        "arsarbetare-2024": read("personal/arsarbetare-2024.csv"),
        "sjukfranvaro": read("personal/sjukfranvaro.csv"),
    }


def _read(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter=";")


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


def booked(
    rows: list[dict[str, str]], unit: str, posts: tuple[str, ...], months: list[str], scale: int = 1
) -> Fraction:
    """What is booked, income plus and cost minus; what the unit's own parts sell each other left out."""
    within = BELOW.get(unit, (unit,))
    total = Decimal(0)
    for row in rows:
        if row["period"] not in months or not row["ansvar"]:
            continue
        account, own = int(row["konto"]), UNITS[int(row["ansvar"])]
        other = UNITS[int(row["motpart"])] if row["motpart"] else ""
        post = [name for first, name in POSTS if account >= first][-1]
        if own in within and post in posts and other not in within:
            total -= decimal(row["belopp"]) * scale
    return Fraction(total)


@pytest.mark.parametrize("unit", ["region", "hsf", "kirurgi"])
def test_outcome_and_budget_are_those_of_the_ledger(unit: str, report: Report, rows: Any) -> None:
    printed = report("manadsrapport", unit, "2024-08")
    ledger, budget = rows["ledger"], rows["budget"]
    for row, posts in (("intakt", ("intakt",)), ("kostnad", COSTS), ("personal", STAFF), ("netto", NET)):
        month = booked(ledger, unit, posts, AUGUST)
        assert printed.exact("resultat", row, "manad-utfall") == month
        assert printed.exact("resultat", row, "hittills-utfall") == booked(ledger, unit, posts, SO_FAR)
        assert printed.exact("resultat", row, "hittills-forra") == booked(ledger, unit, posts, BEFORE)
        planned = booked(budget, unit, posts, AUGUST, 1000)
        assert printed.exact("resultat", row, "manad-budget") == planned
        assert printed.exact("resultat", row, "manad-avvikelse") == month - planned


def test_the_divisions_make_the_administration_once_what_they_sell_each_other_is_gone(
    report: Report, rows: Any
) -> None:
    printed = report("manadsrapport", "hsf", "2024-08")
    for column, posts in (("intakt", ("intakt",)), ("kostnad", COSTS), ("netto", NET)):
        parts = {one: printed.exact("internt", one, column) for one in ("medicin", "kirurgi", "primarvard")}
        assert parts == {one: booked(rows["ledger"], one, posts, SO_FAR) for one in parts}
        whole, internal = printed.exact("internt", "totalt", column), printed.exact("internt", "internt", column)
        assert sum(parts.values()) + internal == whole == booked(rows["ledger"], "hsf", posts, SO_FAR)
    assert printed.exact("internt", "internt", "intakt") < 0
    assert printed.exact("internt", "internt", "netto") == 0


def test_the_net_cost_moves_as_the_ledger_does(report: Report, rows: Any) -> None:
    now, before = (booked(rows["ledger"], "hsf", NET, months) for months in (SO_FAR, BEFORE))
    found = report("manadsrapport", "hsf", "2024-08").exact("nettokostnad", "utveckling", "m08")
    assert found == (now - before) / before


def test_the_forecast_is_that_of_its_month(report: Report, rows: Any) -> None:
    within = ("medicin", "kirurgi", "primarvard")

    def made(version: str) -> Fraction:
        told = (row for row in rows["prognos"] if row["version"] == version and row["enhet"] in within)
        return Fraction(sum((decimal(row["varde"]) * 1000 for row in told if row["motpart"] not in within), Decimal(0)))

    printed = report("manadsrapport", "hsf", "2024-08")
    assert printed.exact("prognos-enheter", "totalt", "prognos") == made("P08")
    assert printed.exact("prognos-enheter", "totalt", "forra") == made("P07")
    assert printed.exact("prognos-serie", "totalt", "p02") == made("P02")
    budget = booked(rows["budget"], "hsf", NET, YEAR, 1000)
    assert printed.exact("prognos-enheter", "totalt", "avvikelse") == made("P08") - budget


@pytest.mark.parametrize("unit", ["hsf", "medicin", "kirurgi", "primarvard"])
def test_agency_staff_is_a_share_of_all_staff_cost(unit: str, report: Report, rows: Any) -> None:
    row = "totalt" if unit == "hsf" else unit
    printed, ledger = report("manadsrapport", "hsf", "2024-08"), rows["ledger"]
    hired, staff = (booked(ledger, unit, posts, SO_FAR) for posts in (("hyr",), STAFF))
    assert printed.exact("hyrpersonal", row, "hittills-utfall") == hired
    assert printed.exact("hyrpersonal", row, "andel") == hired / staff
    assert printed.exact("hyrpersonal-mal", row, "andel") == hired / staff
    assert printed.exact("hyrpersonal", row, "r12") == booked(ledger, unit, ("hyr",), ROLLING)
    assert any("egen personal och hyrpersonal" in note.text for note in printed.tables["hyrpersonal"].notes)


def test_full_time_equivalents_of_twelve_months_are_their_mean(report: Report, rows: Any) -> None:
    years = {2023: rows["arsarbetare"], 2024: rows["arsarbetare-2024"]}
    monthly = {
        f"{year}{month:02}": Fraction(
            sum((decimal(row[f"{year}-{month:02}"]) for row in some if row["enhet"] in BELOW["hsf"]), Decimal(0))
        )
        for year, some in years.items()
        for month in range(1, 13)
    }
    printed = report("manadsrapport", "hsf", "2024-08")
    assert printed.exact("arsarbetare", "totalt", "r12") == sum(monthly[one] for one in ROLLING) / 12
    assert printed.exact("arsarbetare", "totalt", "manad") == monthly["202408"]


def test_sick_leave_is_hours_away_over_ordinary_hours(report: Report, rows: Any) -> None:
    months = [f"{month[:4]}-{month[4:]}" for month in SO_FAR]
    own = [row for row in rows["sjukfranvaro"] if row["enhet"] in BELOW["hsf"] and row["period"] in months]
    away, hours = (sum(Fraction(row[name]) for row in own) for name in ("taljare", "namnare"))
    assert report("manadsrapport", "hsf", "2024-08").exact("sjukfranvaro", "totalt", "hittills") == away / hours


def test_the_units_targets_are_weighed_with_budgeted_staff_cost(report: Report, rows: Any) -> None:
    weights = {unit: booked(rows["budget"], unit, STAFF, YEAR, 1000) for unit in ("medicin", "kirurgi", "primarvard")}
    levels = {"medicin": Fraction(25, 1000), "kirurgi": Fraction(1, 100), "primarvard": Fraction(3, 100)}
    together = sum(levels[unit] * weight for unit, weight in weights.items()) / sum(weights.values())
    printed = report("manadsrapport", "hsf", "2024-08")
    words = f"{float(together) * 100:.2f}".replace(".", ",")
    assert any(f"kostnad är {words}\u00a0%" in note.text for note in printed.tables["hyrpersonal-mal"].notes)
    assert "dalarna.4" in printed.codes
