"""From a file to Word and Excel as one writes it first: cattrs, every figure added to each unit above it, libraries."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import cattrs
import xlsxwriter
from attrs import frozen
from tests.benchmarks.plain_word import write_by_template

from styrmodell.model.unit import Unit
from styrmodell.report.numbers import format_number

Sums = dict[tuple[str, str, str], Decimal]
# The label of each row, and the (measure, unit, period) of its figures.
Lines = Sequence[tuple[str, Sequence[tuple[str, str, str]]]]


@frozen
class _Figure:
    unit: str
    measure: str
    period: str
    kind: str
    value: Decimal
    state: str
    as_of: date
    by: str
    precision: Decimal


Figures = Sequence[_Figure]
# What a saved plan does not write, for it is nearly always that.
_MOSTLY = {"kind": "outcome", "state": "reported"}
_CSV_NAMES = {"enhet": "unit", "matt": "measure", "typ": "kind", "varde": "value", "tillstand": "state"}
_CSV_NAMES |= {"per": "as_of", "av": "by", "period": "period"}


def load_json(data: bytes) -> list[_Figure]:
    """A saved plan's figures as frozen, checked objects."""
    return _checked([_MOSTLY | row for row in json.loads(data)["observations"]])


def load_csv(data: bytes) -> list[_Figure]:
    """The same from a CSV file in tkr."""
    rows = csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=";")
    named = ({_CSV_NAMES[name]: text for name, text in row.items()} for row in rows)
    return _checked([row | {"value": f"{row['value']}e3", "precision": "10"} for row in named])


def _checked(rows: list[dict[str, str]]) -> list[_Figure]:
    converter = cattrs.Converter(detailed_validation=True)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text.replace(",", ".")))
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    return converter.structure(rows, list[_Figure])


def add_to_ancestors(figures: Iterable[_Figure], units: Iterable[Unit]) -> Sums:
    """(measure, unit, period) → the sum in kr of everything at and below the unit."""
    parents = {str(unit.id): unit.parent_id for unit in units}
    sums: Sums = defaultdict(Decimal)
    for figure in figures:
        unit: str | None = figure.unit
        while unit is not None:
            sums[figure.measure, unit, figure.period] += figure.value
            unit = parents[unit]
    return sums


def write_word_by_hand(sums: Sums, head: Sequence[str], lines: Lines) -> bytes:
    """A table in tkr by docxtpl."""
    texts = [[label, *(_text(sums.get(place)) for place in places)] for label, places in lines]
    return write_by_template([head, *texts])


def _text(value: Decimal | None) -> str:
    return "ej rapporterat" if value is None else format_number(value / 1000, 0)


def write_excel_by_hand(sums: Sums, head: Sequence[str], lines: Lines) -> bytes:
    """A table in tkr by XlsxWriter as it comes."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet()
        look = workbook.add_format({"num_format": "#,##0"})
        for column, text in enumerate(head):
            sheet.write_string(0, column, text)
        for number, (label, places) in enumerate(lines, 1):
            sheet.write_string(number, 0, label)
            for column, place in enumerate(places, 1):
                value = sums.get(place)
                if value is None:
                    sheet.write_string(number, column, "ej rapporterat")
                else:
                    sheet.write_number(number, column, float(value / 1000), look)
    return target.getvalue()
