"""The example redovisning-2024, against the same figures computed with csv and Decimal alone."""

import csv
import tomllib
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

from styrmodell.io.ledger.file import LedgerInput
from styrmodell.io.ledger.format import read_ledger_formats
from styrmodell.io.ledger.read import LedgerContent, read_ledger
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv
from styrmodell.io.sources import SourceFormat, format_of, read_sources
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure

FOLDER = Path(__file__).parents[2] / "examples" / "redovisning-2024"
MEASURES = {
    measure.id: measure
    for measure in (
        Measure(id="ekonomi", name="Verksamhetens ekonomi", unit="kr", dimensions=("slag",)),
        Measure(id="avskrivningar", name="Avskrivningar", unit="kr"),
        Measure(id="kopt-vard", name="Köpt vård av andra regioner", unit="kr"),
    )
}
DIVISIONS = {"1": "medicin", "2": "kirurgi", "3": "psykiatri"}
Figures = dict[tuple[str, str, str, str], Decimal]


@cache
def read(kind: Kind) -> LedgerContent:
    tables = tomllib.loads((FOLDER / "styrmodell.toml").read_text(encoding="utf-8"))
    formats, told = read_ledger_formats(tables["ledgers"], "styrmodell.toml")
    sources, told_of_sources = read_sources(tables["sources"], "styrmodell.toml")
    plan, told_of_plan = code_plan_from_csv(
        (FOLDER / "kodplan.csv").read_bytes(), "kodplan.csv", SourceFormat(), MEASURES
    )
    assert told == told_of_sources == told_of_plan == ()
    format = next(item for item in formats if item.kind is kind)
    files = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob(format.pattern))
    inputs = [
        LedgerInput(file=file, content=(FOLDER / file).read_bytes(), written=format_of(file, sources)[0])
        for file in files
    ]
    return read_ledger(inputs, format, plan, MEASURES)


def rows_of(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream, delimiter=";") if row["konto"] != "SUMMA"]


def plain_figures(file: str, factor: int) -> Figures:
    """(measure, unit, member, period) → kr with income +, without the library."""
    found: Figures = defaultdict(Decimal)
    for row in rows_of(file):
        amount = Decimal(row["belopp"].replace(",", ".")) * factor
        account, unit = int(row["konto"]), DIVISIONS.get(row["ansvar"][0])
        month = min(int(row["period"][4:] or 0), 12)
        period = f"2024-{month:02d}" if month else "2024"
        if unit is not None:
            member = "intakt" if account < 4000 else "personal" if account < 4500 else "ovrigt"
            found["ekonomi", unit, member, period] += amount
            if 7800 <= account < 7900:
                found["avskrivningar", unit, "", period] += amount
        if 5600 <= account < 5700 and row.get("motpart") == "20":
            found["kopt-vard", "region-x", "", period] += amount
    return found


def figures_of(content: LedgerContent) -> Figures:
    return {
        (item.measure_id, item.unit_id, "".join(member for _, member in item.dims), item.period.text): item.value
        for item in content.observations
    }


def test_the_outcome_is_what_plain_python_gives():
    assert figures_of(read(Kind.OUTCOME)) == plain_figures("huvudbok/2024.csv", -1)


def test_the_budget_of_the_year_and_of_the_months_is_what_plain_python_gives():
    expected = plain_figures("budget/2024-ar.csv", -1000) | plain_figures("budget/2024-manader.csv", -1000)
    assert figures_of(read(Kind.BUDGET)) == expected


def test_the_outcome_is_reconciled_with_the_ledgers_own_total():
    content = read(Kind.OUTCOME)
    total = -sum(Decimal(row["belopp"].replace(",", ".")) for row in rows_of("huvudbok/2024.csv"))
    found = content.reconciliation
    assert found.total == total == Decimal("-42337147.04")
    money = sum(item.value for item in content.observations if item.measure_id == "ekonomi")
    assert money + found.unmapped == total
    assert found.difference == 0
    assert found.lines == 1086


def test_what_is_outside_on_purpose_is_told():
    told = [(finding.code.code, finding.found()) for finding in read(Kind.OUTCOME).findings]
    assert told == [
        ("SM185", "används inte: verifikationsserie"),
        ("SM161", "konto 8310, ansvar 900, verksamhet 990: 12 rader, 618\u00a0975,09 kr"),
        ("SM161", "konto 4010, ansvar 999, verksamhet 990: 2 rader, −56\u00a0129,52 kr"),
    ]


def test_the_budget_is_reconciled_with_its_months_and_not_doubled():
    content = read(Kind.BUDGET)
    assert [finding.code.code for finding in content.findings] == ["SM185", "SM183"]
    assert "skillnad 100\u00a0000 kr" in content.findings[1].found()
    assert content.year_reconciliation is not None
    assert (content.year_reconciliation.total, content.reconciliation.total) == (-42_457_000, -42_357_000)


def test_a_figure_leads_to_its_rows():
    found = next(item for item in read(Kind.OUTCOME).observations if item.measure_id == "avskrivningar")
    assert str(found.source).startswith("huvudbok/2024.csv rad ")
    assert found.as_of is not None


def test_the_example_is_small():
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.csv")) < 300_000
