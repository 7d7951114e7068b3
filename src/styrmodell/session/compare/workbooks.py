"""Two delivered workbooks compared: figures by cell id where the sheet Härledning tells it, else by their headings."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from attrs import define, evolve

from styrmodell.errors import ReadError, TextError
from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Sheet, Workbook, read_workbook
from styrmodell.model.period import Period
from styrmodell.report.excel.names import (
    ACKNOWLEDGED_SHEET,
    CHART_DATA_SHEET,
    CHARTS_SHEET,
    CONTENTS_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    LISTS_SHEET,
    TEXT_SHEET,
)
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.session.compare.book_figures import (
    BookFigure,
    Derived,
    Figures,
    derived_figures,
    labelled_figures,
    newest_day,
)
from styrmodell.session.compare.codes import LOST_SHEET, MOVED_FIGURES, NO_DERIVATION, NO_FIGURES
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.difference import CELLS, ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.figures import figure_words, moved
from styrmodell.session.compare.side import ComparedSide
from styrmodell.source import Source

# report@unit@period
_PARTS = 3
_OWN_SHEETS = (
    ACKNOWLEDGED_SHEET,
    CONTENTS_SHEET,
    CHARTS_SHEET,
    CHART_DATA_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    LISTS_SHEET,
    TEXT_SHEET,
    BASIS_SHEET,
)


@define(kw_only=True, eq=False)
class Book:
    """A workbook that was read, with its figures."""

    path: Path
    sheets: tuple[Sheet, ...]
    findings: Findings

    @property
    def derivation(self) -> Sheet | None:
        """The sheet Härledning."""
        return next((sheet for sheet in self.sheets if sheet.name == DERIVATION_SHEET), None)

    @property
    def tables(self) -> dict[str, Grid]:
        """Its sheets of tables, by name."""
        return {sheet.name: sheet.grid for sheet in self.sheets if sheet.name not in _OWN_SHEETS}

    def labelled(self) -> Figures:
        """Its figures by sheet, row label and column heading."""
        return labelled_figures(self.tables.values())

    @cached_property
    def derived(self) -> Derived:
        """Its figures by cell id."""
        assert self.derivation is not None
        return derived_figures(self.derivation.grid, self.tables)

    def known(self) -> Figures:
        """Its figures by cell id; those that somebody has written beside them by their headings."""
        written = labelled_figures(self.tables.values(), self.derived.covered)
        return {**self.derived.figures, **written}


def open_book(path: Path) -> Book:
    """Read a workbook.

    Raises:
        ReadError: There is no such file.
        FindingsError: It is no workbook, or a broken one (SM14x).
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or type(error).__name__}") from error
    workbook, findings = read_workbook(data, path.name)
    if not isinstance(workbook, Workbook):
        raise FindingsError(findings)
    return Book(path=path, sheets=workbook.sheets, findings=findings)


def compare_workbooks(old: Path, new: Path) -> Comparison:
    """What differs between two workbooks' figures.

    Raises:
        ReadError: One of them is not there.
        FindingsError: One of them is no workbook.
    """
    books = open_book(old), open_book(new)
    by_id = all(book.derivation is not None for book in books)
    before, after = (book.known() if by_id else book.labelled() for book in books)
    before = _with_ids(before, after) if by_id else _with_sheets(before, after)
    told = [
        finding
        for book, figures in zip(books, (before, after), strict=True)
        for finding in _doubts(book, figures, by_id)
    ]
    return Comparison(
        old=_side(books[0]),
        new=_side(books[1]),
        changes=tuple(_changes(before, after)),
        findings=Findings.gather(*(book.findings for book in books), told),
    )


def _side(book: Book) -> ComparedSide:
    """The file by its name, its newest figure's day, and whose it is and when by its first cell id."""
    derivation = book.derivation
    if derivation is None:
        return ComparedSide(name=book.path.name, path=book.path.as_posix())
    first = next(iter(book.derived.figures), "").partition("/")[0].split("@")
    unit, period = (first[1], first[2]) if len(first) == _PARTS else ("", "")
    return ComparedSide(
        name=book.path.name,
        path=book.path.as_posix(),
        as_of=newest_day(derivation.grid),
        unit_name=unit,
        period=_period(period),
    )


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text.upper()) if text else None
    except TextError:
        return None


def _doubts(book: Book, figures: Figures, by_id: bool) -> Iterator[Finding]:
    source = Source(file=book.path.name)
    if not figures:
        yield NO_FIGURES.at(source)
    elif book.derivation is None:
        yield NO_DERIVATION.at(source)
    elif by_id:
        yield from (MOVED_FIGURES.at(source, sheet=sheet) for sheet in book.derived.moved)
        yield from (LOST_SHEET.at(source, sheet=sheet) for sheet in book.derived.lost)


def _with_ids(old: Figures, new: Figures) -> Figures:
    """*old* with the ids of *new* for figures that only one has and that stand under the same headings."""
    alone = {name: one for name, one in old.items() if name not in new}
    names = _by_label((name, one) for name, one in new.items() if name not in old)
    labels = _by_label(alone.items())
    found = {
        names_of[0]: names[label][0]
        for label, names_of in labels.items()
        if len(names_of) == 1 == len(names.get(label, ()))
    }
    return {found.get(name, name): one for name, one in old.items()}


def _with_sheets(old: Figures, new: Figures) -> Figures:
    """*old* with the sheets' names of *new*, where a sheet that only one has holds most of the same figures."""
    before, after = (_heads(one) for one in (old, new))
    alone = {sheet: heads for sheet, heads in after.items() if sheet not in before}
    names: dict[str, str] = {}
    for sheet, heads in before.items():
        best = max(((len(heads & others), other) for other, others in alone.items()), default=(0, ""))
        if sheet not in after and 2 * best[0] > len(heads):
            names[sheet] = best[1]
            del alone[best[1]]
    found: Figures = {}
    for name, one in old.items():
        sheet = names.get(one.sheet, one.sheet)
        found[f"{sheet}{name.removeprefix(one.sheet)}"] = evolve(one, sheet=sheet)
    return found


def _heads(figures: Figures) -> dict[str, set[str]]:
    """Sheet → the headings of its figures."""
    found: dict[str, set[str]] = {}
    for one in figures.values():
        found.setdefault(one.sheet, set()).add(one.label)
    return found


def _by_label(figures: Iterable[tuple[str, BookFigure]]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for name, one in figures:
        found.setdefault((one.sheet, one.label), []).append(name)
    return found


def _changes(old: Figures, new: Figures) -> Iterator[Difference]:
    for name in dict.fromkeys((*new, *old)):
        before, after = old.get(name), new.get(name)
        values = (before.value if before else None, after.value if after else None)
        words = (before.text if before else "", after.text if after else "")
        if before is None or after is None or values[0] != values[1] or words[0] != words[1]:
            yield _change(name, before, after)


def _change(name: str, old: BookFigure | None, new: BookFigure | None) -> Difference:
    one = new or old
    assert one is not None
    values: tuple[Decimal | None, Decimal | None] = (old.value if old else None, new.value if new else None)
    style = one.style(*values)
    words = ["" if side is None else figure_words(side.value, style) or side.text for side in (old, new)]
    return Difference(
        group=ChangeGroup.PRINTED,
        kind=ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED,
        object_kind=CELLS,
        object=name,
        name=f"{one.sheet}: {one.label}",
        field="value",
        field_name="värde",
        old=words[0],
        new=words[1],
        unit=one.unit,
        style=style,
        cells=(name,),
        old_source=old.source if old else None,
        new_source=new.source if new else None,
        **moved(*values),
    )
