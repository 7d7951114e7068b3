"""The [[ledgers]] blocks of styrmodell.toml, and the periods of a ledger."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from styrmodell.errors import TextError
from styrmodell.io.ledger.format import Amounts, Closing, LedgerFormat, ledger_of, read_ledger_formats
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period

SHORT = '[[ledgers]]\nfiles = "huvudbok/*.csv"\ncode_plan = "kodplan.csv"\n'


def read(text: str):
    blocks = tomllib.loads(text, parse_float=Decimal).get("ledgers")
    return read_ledger_formats(blocks, "styrmodell.toml", TomlPlaces.of(text))


def test_a_short_block_is_an_outcome_of_months_without_closing_entries():
    formats, findings = read(SHORT)
    assert findings == ()
    assert formats == (LedgerFormat(pattern="huvudbok/*.csv", code_plan="kodplan.csv"),)
    assert (formats[0].amounts, formats[0].closing, formats[0].kind) == (Amounts.MONTH, Closing.REFUSE, Kind.OUTCOME)


def test_every_key_of_a_block_is_read():
    formats, findings = read(
        SHORT + 'sheet = "Plan"\namounts = "accumulated"\nperiod_13 = "separate"\nkind = "budget"\n'
        'version = "beslutad"\nyear = 2024\nas_of = 2024-12-31\nreported = 2025-01-20\ncontrol_total = -12.50\n'
        'columns = { "Kst" = "ansvar" }\n'
    )
    assert findings == ()
    assert formats == (
        LedgerFormat(
            pattern="huvudbok/*.csv",
            code_plan="kodplan.csv",
            sheet="Plan",
            amounts=Amounts.ACCUMULATED,
            closing=Closing.SEPARATE,
            kind=Kind.BUDGET,
            version="beslutad",
            year=2024,
            as_of=date(2024, 12, 31),
            reported=date(2025, 1, 20),
            control_total="-12.50",
            columns=(("Kst", "ansvar"),),
        ),
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('amounts = "ackumulerad"', "SM121"),
        ('period_13 = "januari"', "SM121"),
        ("kind = 3", "SM118"),
        ('kind = "utfal"', "SM121"),
        ("year = 24", "SM104"),
        ('as_of = "2024"', "SM119"),
        ('control_total = "tolv"', "SM104"),
        ("control_total = true", "SM104"),
        ('columns = "ansvar"', "SM118"),
        ('columns = { Kst = "ansvarig" }', "SM121"),
        ('sheet = ["a"]', "SM118"),
    ],
)
def test_a_value_that_cannot_be_read_leaves_the_block_out(line, code):
    formats, findings = read(SHORT + line + "\n")
    assert formats == ()
    assert [finding.code.code for finding in findings] == [code]
    assert findings[0].source.place.startswith("rad 4 ")


def test_an_unknown_key_is_told_with_what_looks_like_it():
    _, findings = read(SHORT + 'peroid_13 = "december"\n')
    assert [finding.code.code for finding in findings] == ["SM107"]
    assert "period_13" in findings[0].do()


def test_files_and_code_plan_must_be_there():
    formats, findings = read("[[ledgers]]\nyear = 2024\n")
    assert formats == ()
    assert [finding.code.code for finding in findings] == ["SM108", "SM108"]


def test_no_block_is_no_fault_and_what_is_no_block_is_one():
    assert read("") == ((), ())
    assert [finding.code.code for finding in read('ledgers = "a"')[1]] == ["SM118"]
    assert [finding.code.code for finding in read('ledgers = ["a"]')[1]] == ["SM118"]


def test_a_file_belongs_to_the_first_block_that_matches_it():
    first, second = LedgerFormat(pattern="huvudbok/*.csv"), LedgerFormat(pattern="huvudbok/2024.csv")
    found, findings = ledger_of("huvudbok/2024.csv", (first, second))
    assert found is first
    assert [finding.code.code for finding in findings] == ["SM135"]
    assert ledger_of("annat.csv", (first,)) == (None, ())


@pytest.mark.parametrize(
    ("text", "year", "period"),
    [
        ("202401", None, LedgerPeriod(2024, 1)),
        ("2024-12", None, LedgerPeriod(2024, 12)),
        ("jan 2024", None, LedgerPeriod(2024, 1)),
        ("3", 2024, LedgerPeriod(2024, 3)),
        ("202413", None, LedgerPeriod(2024, 13)),
        ("2024-13", None, LedgerPeriod(2024, 13)),
        ("2024P13", None, LedgerPeriod(2024, 13)),
        ("13", 2024, LedgerPeriod(2024, 13)),
        ("period 13", 2024, LedgerPeriod(2024, 13)),
        ("2024", None, LedgerPeriod(2024, 0)),
    ],
)
def test_a_ledgers_period_is_a_month_the_closing_or_a_year(text, year, period):
    assert LedgerPeriod.parse(text, year) == period


@pytest.mark.parametrize("text", ["", "13", "1", "202414", "202400", "2024-T1", "2024-01..2024-02", "2023-07..2024-06"])
def test_other_periods_are_refused(text):
    with pytest.raises(TextError):
        LedgerPeriod.parse(text, None)


def test_closing_entries_belong_to_december_and_a_year_is_a_year():
    assert LedgerPeriod(2024, 13).period == Period.parse("2024-12")
    assert str(LedgerPeriod(2024, 13)) == "2024-13"
    assert LedgerPeriod(2024, 0).period == Period.year(2024)
