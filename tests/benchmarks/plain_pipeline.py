"""From CSV to Word and Excel as one writes it first: dicts, every figure added to each unit above it, and libraries."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    enhet: str
    matt: str
    period: str
    typ: str
    varde: Decimal
    tillstand: str
    per: date
    av: str


def load_with_cattrs(data: bytes) -> list[dict[str, str]]:
    """The same once every row has become a frozen, checked object; the objects themselves are let go."""
    converter = cattrs.Converter(detailed_validation=True)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text.replace(",", ".")))
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    rows = load_by_hand(data)
    assert len(converter.structure(rows, list[_Figure])) == len(rows)
    return rows


def load_by_hand(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as dicts."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), delimiter=";"))


def add_to_ancestors(rows: Iterable[Mapping[str, str]], units: Iterable[Unit]) -> Sums:
    """(measure, unit, period) → the sum in kr of everything at and below the unit."""
    parents = {str(unit.id): unit.parent_id for unit in units}
    sums: Sums = defaultdict(Decimal)
    for row in rows:
        value = Decimal(row["varde"].replace(",", ".")) * 1000
        unit: str | None = row["enhet"]
        while unit is not None:
            sums[row["matt"], unit, row["period"]] += value
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
