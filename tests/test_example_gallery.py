"""The gallery: every part of the document model stands in all three formats, and its workbook recalculates."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.etree
import lxml.html
import openpyxl
import pytest
from tests.report.recalculation import recalculate
from tests.word_narrative import TWIN, WORD, lines

from styrmodell.api import Workspace, load
from styrmodell.report.chart import Chart, ChartKind, Matrix
from styrmodell.report.document import Contents, Edition, NewPage
from styrmodell.report.flow import Heading, Listing, Prose, listed_runs
from styrmodell.report.table import Cell, ColumnKind, Table

EXAMPLE = Path(__file__).parents[1] / "examples" / "galleri"
KEY = "generic.galleri"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = re.compile(r"word/(document|footnotes\d*|charts/[a-z]*chart[a-z]*\d*)\.xml")
SPACE = re.compile(r"[\s\u00a0\u2011-]+")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE)


@pytest.fixture(scope="module")
def edition(workspace: Workspace) -> Edition:
    publisher = workspace.publisher
    spec = publisher.spec(KEY)
    ((unit, period),) = publisher.instances(spec)
    return publisher.edition(spec, unit, period)


@pytest.fixture(scope="module")
def workbook(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(workspace.render(KEY, "xlsx").write(tmp_path_factory.mktemp("galleri")))


def opened(path: Path, *, data_only: bool = False) -> Any:
    """The workbook as the oracle reads it, which knows nothing of sparklines and says so."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Sparkline Group extension")
        return openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=data_only)


def bare(text: str) -> str:
    return SPACE.sub("", text)


def texts(edition: Edition) -> Iterator[str]:
    """What must be readable in every format: headings, sentences, items, notes, labels, words, figures, captions."""
    yield edition.document.title
    for block in edition.document.flow:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Prose | Listing):
            runs = block.runs if isinstance(block, Prose) else listed_runs(block)
            yield from (run.text for run in runs)
            yield from (note.text for run in runs for note in run.note)
        elif isinstance(block, Table):
            yield from table_texts(block)
        elif isinstance(block, Chart | Matrix):
            yield block.title
        if isinstance(block, Matrix):
            yield from (*block.across, *block.up, *(item.name for item in block.items))


def table_texts(table: Table) -> Iterator[str]:
    yield from (table.caption, table.row_header, table.group_header)
    yield from (text for column in table.columns for text in (column.label, column.group))
    yield from (text for row in table.rows for text in (row.label, row.group))
    yield from (note.text for note in table.notes)


def printed(edition: Edition) -> Iterator[str]:
    """Figures and words in cells."""
    for table in edition.document.tables():
        kinds = [column.kind for column in table.columns]
        for row in table.rows:
            pairs = zip(kinds, row.cells, strict=False)
            yield from (cell.text for kind, cell in pairs if kind is not ColumnKind.TREND)


def word_text(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as package:
        parts = [
            name
            for name in package.namelist()
            if re.fullmatch(r"word/(document|footnotes\d*|charts/chart\d+)\.xml", name)
        ]
        roots = [lxml.etree.fromstring(package.read(name)) for name in parts]
    return "".join("".join(map(str, root.itertext())) for root in roots)


def test_every_part_of_the_model_is_shown(edition: Edition) -> None:
    document = edition.document
    kinds = {type(block) for block in document.flow}
    assert kinds == {Heading, Prose, Listing, Table, Chart, Matrix, NewPage, Contents}
    assert {chart.kind for chart in document.charts()} == set(ChartKind)
    columns = {column.kind for table in document.tables() for column in table.columns}
    assert columns == set(ColumnKind)
    levels = {row.level for table in document.tables() for row in table.rows}
    assert levels == {"body", "sub", "total", "heading"}
    assert document.cover
    assert document.numbered
    assert document.prose_cells()


def test_doubt_is_visible(edition: Edition) -> None:
    notes = " ".join(note.text for table in edition.document.tables() for note in table.notes)
    for told in ("uppgifter har kommit", "Framförd", "ppskattad", "Inaktuell uppgift", "skiljer sig från det tryckta"):
        assert told in notes
    words = {cell.text for cell in edition.document.cells()}
    assert {"0", "ej rapporterat", "ej aktuellt", "nytt mått"} <= words
    assert [finding.code.code for finding in edition.findings] == ["SM301"]
    assert edition.draft


def test_word_says_it_all(workspace: Workspace, edition: Edition) -> None:
    found = bare(word_text(workspace.render(KEY, "docx").data))
    assert [text for text in (*texts(edition), *printed(edition)) if bare(text) not in found] == []


def test_html_says_it_all(workspace: Workspace, edition: Edition) -> None:
    page: Any = lxml.html.fromstring(workspace.render(KEY, "html").data)
    found = bare(str(page.text_content()))
    assert [text for text in (*texts(edition), *printed(edition)) if bare(text) not in found] == []


def test_the_workbook_says_it_all(workbook: Path, edition: Edition) -> None:
    book = opened(workbook, data_only=True)
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    found = bare("\n".join(str(value) for value in cells))
    with ZipFile(workbook) as package:
        drawn = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/")]
    found += bare(" ".join(drawn))
    assert [text for text in texts(edition) if bare(text) not in found] == []


def test_every_figure_of_the_workbook_is_in_a_cell(workbook: Path, edition: Edition) -> None:
    book = opened(workbook, data_only=True)
    known = {row[0]: row for row in book["Härledning"].iter_rows(values_only=True)}
    for cell in edition.document.cells():
        if not cell.is_blank:
            sheet, address = known[cell.id][1:3]
            value = book[sheet][address].value
            assert_stands(cell, value)


def assert_stands(cell: Cell, value: object) -> None:
    if "/text/" in cell.id or cell.figure is None:
        assert bare(cell.text) in bare(str(value)), cell.id
        return
    factor = 100 if cell.style.percent else 1
    assert isinstance(value, int | float), cell.id
    assert value * factor == pytest.approx(float(cell.figure), rel=1e-12), cell.id


@pytest.mark.office
def test_every_formula_recalculates_to_its_stored_value(workbook: Path, tmp_path: Path) -> None:
    asked, stored = opened(workbook), opened(workbook, data_only=True)
    again = opened(recalculate(workbook, tmp_path), data_only=True)
    formulas = [cell for sheet in asked for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    for cell in formulas:
        name = cell.parent.title
        expected, found = stored[name][cell.coordinate].value, again[name][cell.coordinate].value
        assert found == (pytest.approx(expected, rel=1e-12) if isinstance(expected, int | float) else expected), name
    assert len(formulas) > 40


def test_the_word_text_and_its_twin_say_the_same() -> None:
    assert list(lines(WORD.read_bytes())) == TWIN.read_text(encoding="utf-8").splitlines()
