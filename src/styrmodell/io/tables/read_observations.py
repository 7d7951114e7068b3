"""Observations from mappings: the rows of a data frame, or of a YAML file's list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from numbers import Integral

from attrs import field, frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.read_yaml import YamlRows
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.heading import PADDING, Heading, normal_heading, read_heading
from styrmodell.io.tables.row import RowReader
from styrmodell.io.values import shape
from styrmodell.model.ids import DimensionId, MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.number_text import Notation
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

_MISSING_WORDS = ("nan", "nat", "<na>")
PYTHON = Source()
PRINTED = SourceFormat()
Place = Callable[[int, str], str]


def read_observations(
    rows: Iterable[Mapping[str, object]],
    *,
    measures: Mapping[MeasureId, Measure],
    source: Source = PYTHON,
    format: SourceFormat = PRINTED,
) -> tuple[tuple[Observation, ...], Findings]:
    """Read the rows of a data frame.

    Args:
        rows: Mappings with the headings of the CSV files as keys ("enhet" or "unit", and so on, and one key a
            dimension). Values are text in the format's notation, int, Decimal, float (by its shortest text; NaN is
            missing), date, datetime, the model's own Kind, State and Period, or None.
        measures: Id → measure.
        source: Whose rows they are; its file becomes each observation's, with the place "rad 3", counted from 1.
        format: How figures are written; money in kr and per cent as in print (39.2), unless it says otherwise.

    Returns:
        The observations without fault, and every fault (SM1xx).
    """
    prefix = f"{source.place} " if source.place else ""
    reader = _Reader.make(source.file, measures, format, tells_once=True)
    return reader.read(rows, lambda index, key: f"{prefix}rad {index + 1}" + (f" kolumn {key}" if key else ""))


def read_yaml_rows(
    rows: YamlRows, *, measures: Mapping[MeasureId, Measure], format: SourceFormat
) -> tuple[tuple[Observation, ...], Findings]:
    """Read the observations of a YAML file, once every file's measures are known; returns as read_observations."""

    def place(index: int, key: str) -> str:
        return rows.tree.place(("observations", index, key) if key else ("observations", index))

    return _Reader.make(rows.file, measures, format, tells_once=False).read(rows.rows, place)


@frozen(kw_only=True)
class _Reader:
    """Reads mappings; the headings are understood once for each set of keys.

    Attributes:
        tells_once: Whether a faulty heading is one fault of all rows (a frame) or of each (YAML).
    """

    file: str
    dimensions: frozenset[DimensionId]
    notation: Notation
    rows: RowReader
    problems: Problems
    tells_once: bool
    _headings: dict[tuple[str, ...], Heading | None] = field(factory=dict)

    @classmethod
    def make(
        cls, file: str, measures: Mapping[MeasureId, Measure], format: SourceFormat, *, tells_once: bool
    ) -> "_Reader":
        return cls(
            file=file,
            dimensions=frozenset(name for measure in measures.values() for name in measure.dimensions),
            notation=format.notation,
            rows=RowReader(measures=measures, format=format),
            problems=Problems(file),
            tells_once=tells_once,
        )

    def read(self, rows: Iterable[Mapping[str, object]], place: Place) -> tuple[tuple[Observation, ...], Findings]:
        with paused_collector(), exact():
            found = tuple(self._observations(rows, place))
        self.rows.remarks.tell(self.problems)
        return found, self.problems.findings()

    def _observations(self, rows: Iterable[Mapping[str, object]], place: Place) -> Iterator[Observation]:
        for index, row in enumerate(rows):
            if self.problems.is_full:
                return
            if not isinstance(row, Mapping):
                continue  # told by whoever gathered the rows
            heading = self._heading(row, index, place)
            cells = self._cells(row, index, place)
            if heading is None or cells is None:
                continue
            try:
                yield self.rows.read(heading, cells, Source(file=self.file, place=place(index, "")))
            except BadValueError:
                self._tell(self.rows.faults(heading, cells), row, index, place)
            doubts = [(heading.words.get(name, name), bad) for name, bad in self.rows.figures.doubts]
            self._tell(doubts, row, index, place)
            self.rows.figures.doubts.clear()

    def _heading(self, row: Mapping[str, object], index: int, place: Place) -> Heading | None:
        keys = tuple(str(key) for key in row)
        if keys in self._headings and self.tells_once:
            return self._headings[keys]
        heading, faults = read_heading(keys, self.dimensions)
        self._tell(faults, row, index, place)
        self._headings[keys] = heading
        return heading

    def _cells(self, row: Mapping[str, object], index: int, place: Place) -> tuple[str, ...] | None:
        """The row's values as text, or None with the faults told."""
        cells: list[str] = []
        is_sound = True
        for key, value in row.items():
            try:
                cells.append(value if type(value) is str else self._text(value))
            except BadValueError as bad:
                is_sound = False
                self.problems.add_bad(bad, place(index, str(key)))
        return (*cells, *PADDING) if is_sound else None

    def _text(self, value: object) -> str:
        """A cell's value as it would be written in a file of the format."""
        if value is None or str(value).casefold() in _MISSING_WORDS:
            return ""
        if isinstance(value, bool):
            raise shape(value, "text, ett tal eller ett datum", "text, a number or a date")
        if isinstance(value, Integral):
            return str(int(value))
        if isinstance(value, float):
            return self._number(_shortest(value))
        if isinstance(value, Decimal):
            return self._number(value)
        if isinstance(value, datetime):
            return value.date().isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Enum | Period | str):
            return str(value.value if isinstance(value, Enum) else value)
        raise shape(value, "text, ett tal eller ett datum", "text, a number or a date")

    def _number(self, value: Decimal) -> str:
        text = format(value, "f") if value.is_finite() and abs(value.adjusted()) < 100 else str(value)
        return text.replace(".", ",") if self.notation is Notation.SV else text

    def _tell(
        self, faults: Iterable[tuple[str, BadValueError]], row: Mapping[str, object], index: int, place: Place
    ) -> None:
        written = {normal_heading(str(key)): str(key) for key in row}
        for column, bad in faults:
            self.problems.add_bad(bad, place(index, written.get(column, column)))


def _shortest(value: float) -> Decimal:
    """A float by its shortest text; a whole number has no decimals, though Python prints 418100.0."""
    exact_value = Decimal(float.__repr__(value))
    return exact_value.to_integral_value() if exact_value == exact_value.to_integral_value() else exact_value
