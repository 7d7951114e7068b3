"""What is fuzzed: each reader, how its inputs are made from a number, and what it says about them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen
from tests.fuzz import seeds
from tests.fuzz.folder import read_workspace, spoiled_workspace
from tests.fuzz.mutate import spoiled
from tests.io.workbooks import zipped

from styrmodell.errors import TextError
from styrmodell.finding import Findings
from styrmodell.io.converter import Converters, make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.ledger.file import LedgerInput
from styrmodell.io.ledger.format import LedgerFormat
from styrmodell.io.ledger.read import read_ledger
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv
from styrmodell.io.load_folder import read_folder
from styrmodell.io.load_tables import TableLoader
from styrmodell.io.read_yaml import YamlContent, yaml_content
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.read_csv import csv_observations, is_flat
from styrmodell.io.tables.read_observations import read_yaml_rows
from styrmodell.io.workbook.read import read_workbook
from styrmodell.io.workspace_file import workspace_from
from styrmodell.model.baseline import Baseline
from styrmodell.model.code_set import CodeSet
from styrmodell.model.expression_text import expression_text, parse_expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.number_text import Notation, read_number
from styrmodell.model.period_text import read_period
from styrmodell.model.target import Target

_LEDGER = SourceFormat(sign="ledger")
_FILE = "fil"


@frozen(kw_only=True)
class Reader:
    """One thing that is fuzzed.

    Attributes:
        make: A number → the input.
        read: An input → whether anything was told about it.
    """

    make: Callable[[int], bytes]
    read: Callable[[bytes], bool]


@frozen(kw_only=True)
class Known:
    """What a table needs to know: the measures, names and declared tables of an example."""

    measures: Mapping[Any, Any]
    names: TableNames
    tables: tuple[Any, ...]
    code_plan: Any


@cache
def _known(example: str) -> Known:
    folder = read_folder(seeds.EXAMPLES / example)
    assert folder.workspace is not None
    objects = folder.objects
    measures = {measure.id: measure for measure in objects["measures"]}
    plan, _ = code_plan_from_csv((seeds.LEDGERS / "kodplan.csv").read_bytes(), "kodplan.csv", SourceFormat(), measures)
    names = TableNames.of(objects["units"], measures.values(), objects["dimensions"])
    return Known(measures=measures, names=names, tables=folder.workspace.tables, code_plan=plan)


def _appendices() -> Known:
    return _known(seeds.APPENDICES.name)


def _told(findings: Findings) -> bool:
    """Whether anything is wrong or doubtful; each finding has a text in both languages that a file can hold."""
    for lang in ("sv", "en"):
        findings.text(lang).encode()
    return bool(findings.errors() or findings.warnings())


def _of(files: Callable[[], Sequence[bytes]]) -> Callable[[int], bytes]:
    held = cache(lambda: tuple(files()))
    return lambda number: spoiled(held()[number % len(held())], number)


def _texts(*good: str) -> Callable[[int], bytes]:
    return _of(lambda: [text.encode() for text in good])


def _parsed(parse: Callable[[str], object], *also: Callable[[Any], object]) -> Callable[[bytes], bool]:
    """A parser of texts: it may only refuse, and what it read can be printed."""

    def read(data: bytes) -> bool:
        try:
            found = parse(data.decode("utf-8", "surrogatepass" if data.isascii() else "replace"))
        except TextError as error:
            return bool(str(error))
        for use in (str, *also):
            use(found)
        return False

    return read


def _content(content: YamlContent) -> bool:
    """Whether a file of objects told anything, its rows of figures among it."""
    known = _appendices()
    rows = content.rows
    told = read_yaml_rows(rows, measures=known.measures, format=SourceFormat())[1] if rows is not None else Findings()
    return _told(Findings.gather(content.findings, told))


def _yaml(data: bytes) -> bool:
    return _content(yaml_content(data, _FILE, make_converter()))


def _json(data: bytes) -> bool:
    return _content(json_content(data, _FILE, make_converter())[0])


def _flat(data: bytes) -> bool:
    known = _appendices()
    is_flat(data, SourceFormat())
    return _told(csv_observations(data, _FILE, SourceFormat(scale="tkr"), known.measures, known.names)[1])


def _tables(grids: Sequence[Grid], told: Findings) -> bool:
    known = _appendices()
    loader = TableLoader(tables=known.tables, converters=Converters())
    for grid in grids:
        loader.take(grid, SourceFormat(scale="tkr"))
    _, figures = loader.read_figures(known.measures, known.names)
    return _told(Findings.gather(told, loader.findings, figures))


def _make_table(number: int) -> bytes:
    """The name of the file that the workspace declares, and a line with what stands in it."""
    files = tuple(seeds.table_files().items())
    name, data = files[number % len(files)]
    return name.encode() + b"\n" + spoiled(data, number)


def _table(data: bytes) -> bool:
    name, _, content = data.partition(b"\n")
    grid, told = csv_grid(content, name.decode("utf-8", "replace"), SourceFormat())
    return _tables([grid] if grid is not None else [], told)


def make_workbook(number: int) -> bytes:
    """A workbook that is spoiled in its cells, in the XML of a part or in its bytes."""
    files = tuple(seeds.table_files().items())
    name, data = files[number % len(files)]
    sheet = name.rpartition("/")[2].removesuffix(".csv")
    kind = number // len(files) % 3
    parts: dict[str, str | bytes] = {
        **seeds.book_parts(seeds.sheet_rows(spoiled(data, number) if kind == 0 else data), sheet)
    }
    if kind == 1:
        chosen = sorted(parts)[number // 3 % len(parts)]
        content = parts[chosen]
        parts[chosen] = spoiled(content.encode() if isinstance(content, str) else content, number)
    whole = zipped(parts)
    return spoiled(whole, number) if kind == 2 else whole


def _workbook(data: bytes) -> bool:
    """Each sheet is read as the file that the workspace declares by its name."""
    book, told = read_workbook(data, "bok.xlsx")
    grids = (sheet.grid for sheet in book.sheets) if book is not None else ()
    return _tables([evolve(grid, file=f"underlag/{grid.sheet}.csv") for grid in grids], told)


def _ledger(data: bytes) -> bool:
    known = _known(seeds.LEDGERS.name)
    part = LedgerInput(file=_FILE, content=data, written=_LEDGER)
    return _told(read_ledger([part], LedgerFormat(), known.code_plan, known.measures).findings)


def _code_plan(data: bytes) -> bool:
    """A spoiled code plan, and a sound ledger read by it."""
    known = _known(seeds.LEDGERS.name)
    plan, told = code_plan_from_csv(data, _FILE, SourceFormat(), known.measures)
    part = LedgerInput(file=_FILE, content=seeds.short(seeds.LEDGERS / "huvudbok" / "2024.csv"), written=_LEDGER)
    return _told(Findings.gather(told, read_ledger([part], LedgerFormat(), plan, known.measures).findings))


def _workspace(data: bytes) -> bool:
    return _told(workspace_from(data)[1])


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "toml": Reader(make=_of(seeds.toml_files), read=_workspace),
        "yaml": Reader(make=_of(seeds.yaml_files), read=_yaml),
        "json": Reader(make=_of(seeds.json_files), read=_json),
        "csv": Reader(make=_of(seeds.figure_files), read=_flat),
        "table": Reader(make=_make_table, read=_table),
        "workbook": Reader(make=make_workbook, read=_workbook),
        "ledger": Reader(make=_of(seeds.ledger_files), read=_ledger),
        "codeplan": Reader(make=_of(lambda: [(seeds.LEDGERS / "kodplan.csv").read_bytes()]), read=_code_plan),
        "folder": Reader(make=spoiled_workspace, read=lambda data: _told(read_workspace(data))),
        "target": Reader(make=_texts(*seeds.TARGETS), read=_parsed(Target.parse)),
        "baseline": Reader(make=_texts(*seeds.BASELINES), read=_parsed(Baseline.parse)),
        "reporting": Reader(make=_texts(*seeds.REPORTINGS), read=_parsed(Reporting.parse)),
        "period": Reader(make=_texts(*seeds.PERIODS), read=_parsed(read_period)),
        "number": Reader(make=_texts(*seeds.NUMBERS), read=_parsed(read_number)),
        "plain_number": Reader(
            make=_texts(*seeds.NUMBERS), read=_parsed(lambda text: read_number(text, Notation.PLAIN))
        ),
        "definition": Reader(make=_texts(*seeds.DEFINITIONS), read=_parsed(parse_expression, expression_text)),
        "codes": Reader(make=_texts(*seeds.CODES), read=_parsed(CodeSet.parse)),
    }
)  # fmt: skip
