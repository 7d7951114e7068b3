"""One file or sheet of a ledger: where its heading is, what its rows are and where they stand."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from attrs import define, field, frozen

from styrmodell.finding import Findings
from styrmodell.io.input_file import read_text
from styrmodell.io.ledger.format import LedgerFormat
from styrmodell.io.ledger.heading import LedgerHeading, find_heading, known_words, read_ledger_heading
from styrmodell.io.ledger.lines import LedgerLines, Row
from styrmodell.io.ledger.text import row_text
from styrmodell.io.problems import Problems, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.heading import normal_heading
from styrmodell.io.value_codes import BROKEN_CSV

_DELIMITERS = (";", "\t", ",")
# A heading is looked for among these; a title or two may stand above it.
_HEAD = 30


@frozen(kw_only=True)
class LedgerInput:
    """One file of a ledger, or one sheet of a workbook.

    Attributes:
        file: Path relative to the workspace, for sources and findings.
        content: The bytes of a CSV file, or the cells of a sheet.
        written: Encoding, notation and delimiter of a CSV file; scale and sign of both.
    """

    file: str
    content: bytes | Grid
    written: SourceFormat = SourceFormat()


@define(kw_only=True)
class CsvPlaces:
    """The line that each row of a CSV text begins at."""

    text: str
    delimiter: str
    _is_plain: bool = field(init=False)
    _starts: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._is_plain = '"' not in self.text

    def line_of(self, index: int) -> int:
        """Only a quoted cell can hold a line break: in a text without quotes, rows are lines."""
        if self._is_plain:
            return index + 1
        if not self._starts:
            self._starts = self._all()
        return self._starts[index]

    def last_line(self) -> int:
        """Where the row begins that cannot be parsed, else the line after the last."""
        return self._all()[-1]

    def _all(self) -> list[int]:
        starts = [1]
        lines = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter, strict=True)
        try:
            for _ in lines:
                starts.append(lines.line_num + 1)
        except csv.Error:  # told by whoever reads the rows
            pass
        return starts


@define(kw_only=True)
class LedgerFile:
    """A file while it is read.

    Attributes:
        lines: Its rows, once they are summed; None when it cannot be read.
        told: What was wrong with the file before its first row.
        is_whole: Whether reading came to the end of the file.
    """

    given: LedgerInput
    format: LedgerFormat
    problems: Problems
    lines: LedgerLines | None = None
    told: Findings = Findings()
    is_whole: bool = False
    _places: CsvPlaces | None = None

    def read(self) -> None:
        """Read and sum all rows; run it inside model.number.exact()."""
        words = known_words(self.format.columns)
        opened = self._opened(words)
        if opened is None:
            return
        rows, sheet, line_of = opened
        head: list[Row] = []
        try:
            head.extend(islice(rows, _HEAD))
            heading = self._heading(head, words, lambda index: row_text(sheet, line_of(index)))
            if heading is not None:
                self.lines = self._lines(heading, sheet, line_of)
                self.lines.read(chain(head[heading.row + 1 :], rows), heading.row + 1)
                self.is_whole = True
        except csv.Error as error:
            self.problems.add(BROKEN_CSV, row_text("", self._broken_line()), found=shorten(str(error)))

    def _broken_line(self) -> int:
        return self._places.last_line() if self._places is not None else 1

    def _opened(self, words: Mapping[str, str]) -> tuple[Iterator[Row], str, Callable[[int], int]] | None:
        """The rows, the sheet's name, and the line of a row by its index."""
        content = self.given.content
        if isinstance(content, Grid):
            return iter(content.rows), content.sheet, partial(_grid_line, content)
        text, self.told = read_text(content, self.given.file, self.given.written.encoding)
        if text is None:
            return None
        delimiter = self.given.written.delimiter or _delimiter(text, words)
        self._places = CsvPlaces(text=text, delimiter=delimiter)
        return _rows(text, delimiter), "", self._places.line_of

    def _heading(
        self, head: Sequence[Row], words: Mapping[str, str], place: Callable[[int], str]
    ) -> LedgerHeading | None:
        row, cells = find_heading(head, words) or (0, ())
        heading, faults = read_ledger_heading(row, cells, words)
        for name, bad in faults:
            self.problems.add_bad(bad, f"{place(row)} kolumn {name}")
        return heading

    def _lines(self, heading: LedgerHeading, sheet: str, line_of: Callable[[int], int]) -> LedgerLines:
        return LedgerLines(
            file=self.given.file,
            sheet=sheet,
            heading=heading,
            format=self.format,
            written=self.given.written,
            problems=self.problems,
            line_of=line_of,
        )


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return iter(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _grid_line(grid: Grid, index: int) -> int:
    return grid.lines[index] if grid.lines else grid.first_row + index + 1


def _delimiter(text: str, words: Mapping[str, str]) -> str:
    """The delimiter that makes the most known headings of a line near the top; the first of equals."""
    head = list(islice(io.StringIO(text), _HEAD))
    return max(_DELIMITERS, key=lambda mark: max((_known(line, mark, words) for line in head), default=0))


def _known(line: str, delimiter: str, words: Mapping[str, str]) -> int:
    return sum(normal_heading(part.strip().strip('"')) in words for part in line.split(delimiter))
