"""Two delivered workbooks compared: figures by cell id where the sheet Härledning tells it, else by their headings."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from styrmodell.errors import ReadError, TextError
from styrmodell.finding import Finding, Findings, FindingsError
from styrmodell.io.workbook.read import Sheet, Workbook, read_workbook
from styrmodell.model.period import Period
from styrmodell.report.excel.names import (
    CHART_DATA_SHEET,
    CONTENTS_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    LISTS_SHEET,
)
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.session.compare.book_figures import BookFigure, Figures, derived_figures, labelled_figures, newest_day
from styrmodell.session.compare.codes import NO_DERIVATION, NO_FIGURES
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.difference import CELLS, ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.figures import figure_words, moved
from styrmodell.session.compare.side import ComparedSide
from styrmodell.source import Source

# report@unit@period
_PARTS = 3
_OWN_SHEETS = (CONTENTS_SHEET, CHART_DATA_SHEET, DERIVATION_SHEET, FINDINGS_SHEET, LISTS_SHEET, BASIS_SHEET)


@frozen(kw_only=True)
class Book:
    """A workbook that was read, with its figures."""

    path: Path
    sheets: tuple[Sheet, ...]
    findings: Findings

    @property
    def derivation(self) -> Sheet | None:
        """The sheet Härledning."""
        return next((sheet for sheet in self.sheets if sheet.name == DERIVATION_SHEET), None)

    def labelled(self) -> Figures:
        """Its figures by sheet, row label and column heading."""
        return labelled_figures(sheet.grid for sheet in self.sheets if sheet.name not in _OWN_SHEETS)

    def derived(self) -> Figures:
        """Its figures by cell id."""
        assert self.derivation is not None
        return derived_figures(self.derivation.grid, {sheet.name: sheet.grid for sheet in self.sheets})


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
    before, after = (book.derived() if by_id else book.labelled() for book in books)
    if by_id:
        before, after = _renamed(before, after)
    told = [finding for book, figures in zip(books, (before, after), strict=True) for finding in _doubts(book, figures)]
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
    first = next(iter(book.derived()), "").partition("/")[0].split("@")
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


def _doubts(book: Book, figures: Figures) -> Iterator[Finding]:
    source = Source(file=book.path.name)
    if not figures:
        yield NO_FIGURES.at(source)
    elif book.derivation is None:
        yield NO_DERIVATION.at(source)


def _renamed(old: Figures, new: Figures) -> tuple[Figures, Figures]:
    """*old* with the ids of *new* for figures that only one has and that stand under the same headings."""
    alone = {name: one for name, one in old.items() if name not in new}
    names = _by_label((name, one) for name, one in new.items() if name not in old)
    labels = _by_label(alone.items())
    found = {
        names_of[0]: names[label][0]
        for label, names_of in labels.items()
        if len(names_of) == 1 == len(names.get(label, ()))
    }
    return {found.get(name, name): one for name, one in old.items()}, new


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
