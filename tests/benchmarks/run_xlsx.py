"""Reading a workbook: ours, which checks package, cells and rows, against calamine and the same objects by hand."""

import gc
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO
from time import perf_counter

import xlsxwriter
from attrs import evolve, frozen
from python_calamine import load_workbook
from tests.benchmarks.region import Rules, make_plan
from tests.benchmarks.run_json import kept_bytes
from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same

from styrmodell.io.converter import Converters
from styrmodell.io.load_tables import TableLoader
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.names import NO_NAMES
from styrmodell.io.workbook.read import read_workbook
from styrmodell.model.ids import MeasureId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

FILE = "observationer/region.xlsx"
SHEET = "observationer"
FORMAT = SourceFormat(scale="tkr")
_COUNT = 100_000
_KINDS = {"utfall": Kind.OUTCOME, "budget": Kind.BUDGET}
_MEMBERS = tuple(f"dvo{number}" for number in range(10))
_FIELDS = ("enhet", "matt", "period", "typ", "varde", "per", "av")


@frozen(kw_only=True)
class XlsxFile:
    """A workbook as bytes, and what is needed to read it."""

    data: bytes
    measures: dict[MeasureId, Measure]


def run_xlsx(options: Options) -> Iterator[Row]:
    """100 000 rows of eight columns, how the time grows from 10 000, and what the objects weigh."""
    for last in ("kommentar", "dvo"):
        written = make_xlsx(_COUNT, last)
        ours, plain = make_variant(read_ours, written), make_variant(read_by_hand, written)
        require_same(f"xlsx with {last}", *map(_visible, (read_ours(written), read_by_hand(written))))
        note = f"{len(written.data) / 1e6:.1f} MB"
        yield compare(f"xlsx 100k, with {last} / calamine by hand", 1.3, ours, plain, options, note)
        yield compare("the same by the clock on the wall", None, ours, plain, options, note, clock=perf_counter)
    large, small = make_xlsx(_COUNT), make_xlsx(_COUNT // 10)
    yield compare(
        "xlsx growth: 100k / 10k rows",
        11,
        make_variant(read_ours, large),
        make_variant(read_ours, small),
        options,
        note="ours at both sizes",
    )
    yield Row(
        step="xlsx memory: 100k objects / plain dicts",
        limit=1.1,
        ours=(kept_bytes(read_ours, large) / 1e6,),
        plain=(kept_bytes(_dicts_by_hand, large) / 1e6,),
        note="MB instead of ms",
    )


def make_xlsx(count: int, last: str = "kommentar") -> XlsxFile:
    """A workbook of *count* rows with shared strings; money in tkr, and *last* a comment or the dimension dvo."""
    plan = make_plan(count, Rules(sums=100, ratios=0, latest=100))
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, (*_FIELDS, last))
        for number, item in enumerate(plan.observations, 1):
            kind = "utfall" if number % 4 else "budget"
            assert item.value is not None
            assert item.as_of is not None
            sheet.write_row(number, 0, (item.unit_id, item.measure_id, item.period.text, kind))
            sheet.write_number(number, 4, float(item.value))
            sheet.write_datetime(number, 5, item.as_of, day)
            sheet.write_string(number, 6, f"roll {number % 7}")
            if last == "dvo":
                sheet.write_string(number, 7, _MEMBERS[number % len(_MEMBERS)])
            elif number % 3 == 0:
                sheet.write_string(number, 7, f"Anmärkning {number % 50}")
    names = ("dvo",) if last == "dvo" else ()
    measures = {measure.id: evolve(measure, dimensions=names) for measure in plan.measures}
    return XlsxFile(data=stream.getvalue(), measures=measures)


def read_ours(written: XlsxFile) -> tuple[Observation, ...]:
    """Our reader, as a workspace calls it."""
    book, told = read_workbook(written.data, FILE)
    assert book is not None
    loader = TableLoader(tables=(), converters=Converters())
    for sheet in book.sheets:
        loader.take_sheet(sheet, FORMAT)
    found, findings = loader.read_figures(written.measures, NO_NAMES)
    require_same("findings", (*told, *findings, *loader.findings), ())
    return found


def read_by_hand(written: XlsxFile) -> tuple[Observation, ...]:
    """What one writes for this one file: no checks, no other headings, nothing but what calamine gives."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return tuple(_rows_by_hand(written))
    finally:
        if was_enabled:
            gc.enable()


def _cells(written: XlsxFile) -> list[list[object]]:
    return load_workbook(BytesIO(written.data)).get_sheet_by_name(SHEET).to_python()


def _rows_by_hand(written: XlsxFile) -> Iterator[Observation]:
    heading, *rows = _cells(written)
    name, in_tkr = str(heading[-1]), Decimal(1000)
    periods: dict[str, Period] = {}
    dims: dict[str, Dims] = {}
    money = {name for name, measure in written.measures.items() if measure.unit == "kr"}
    for line, (unit, measure, period, kind, value, per, by, last) in enumerate(rows, 2):
        text = repr(value).removesuffix(".0")
        figure = Decimal(text)
        precision = Decimal((0, (1,), -len(text.partition(".")[2])))
        if measure in money:
            figure, precision = figure * in_tkr, precision * in_tkr
        if period not in periods:
            periods[period] = Period.parse(period)
        if name == "dvo" and last not in dims:
            dims[last] = ((name, last),)
        yield Observation(
            measure_id=measure,
            unit_id=unit,
            period=periods[period],
            kind=_KINDS[kind],
            dims=dims[last] if name == "dvo" else (),
            value=figure,
            as_of=per,
            reporter=by,
            precision=precision,
            comment="" if name == "dvo" else last,
            source=Source(file=FILE, place=f"{SHEET}!E{line}"),
        )


def _dicts_by_hand(written: XlsxFile) -> list[dict[str, object]]:
    heading, *rows = _cells(written)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def _visible(found: Iterable[Observation]) -> list[tuple[Observation, Source, str]]:
    """Observations with what their equality leaves out: the source, and the digits of the value."""
    return [(item, item.source, f"{item.value} {item.precision}") for item in found]
