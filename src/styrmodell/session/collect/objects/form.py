"""What the hidden sheet of objects says that a form asked for: its sheets, their columns, and what each row held."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.workbook.read import Workbook
from styrmodell.report.form.object_identity import (
    COLUMN_WORD,
    MAY_ADD,
    OBJECT_FORMAT,
    OBJECT_IDENTITY,
    ROW_WORD,
    SHEET_WORD,
)
from styrmodell.session.form.sheets import KINDS


@frozen(kw_only=True)
class AskedSheet:
    """A sheet that asked for objects.

    Attributes:
        columns: (key, label) pairs.
        rows: Id → column key → what the cell held when the form was sent, as text; what held nothing is left out.
    """

    name: str
    kind: str
    may_add: bool
    columns: tuple[tuple[str, str], ...]
    rows: Mapping[str, Mapping[str, str]]


class ChangedError(Exception):
    """The hidden sheet is not as it was written."""


def read_asked(book: Workbook) -> tuple[AskedSheet, ...]:
    """The sheets of a form that asked for objects; none where it asked for none.

    Raises:
        ChangedError: It is not as it was written.
    """
    sheets = [sheet for sheet in book.sheets if sheet.name == OBJECT_IDENTITY]
    if not sheets:
        return ()
    first, *rest = ([cell_text(cell) for cell in row] for row in sheets[0].grid.rows)
    if first[:2] != [OBJECT_IDENTITY, OBJECT_FORMAT]:
        raise ChangedError(first)
    blocks: list[list[list[str]]] = []
    for line in rest:
        if line[:1] == [SHEET_WORD]:
            blocks.append([])
        if not blocks or not line:
            raise ChangedError(line)
        blocks[-1].append(line)
    return tuple(map(_sheet, blocks))


def _sheet(lines: Sequence[list[str]]) -> AskedSheet:
    head, *rest = lines
    _, name, kind, may_add = (*head, "", "", "")[:4]
    columns = tuple((line[1], line[2]) for line in rest if line[0] == COLUMN_WORD and len(line) > 2)
    rows = {line[1]: _row(columns, line[2:]) for line in rest if line[0] == ROW_WORD and len(line) > 1}
    if kind not in KINDS or not columns or len(columns) + len(rows) != len(rest) or not all((name, *rows)):
        raise ChangedError(head)
    return AskedSheet(name=name, kind=kind, may_add=may_add == MAY_ADD, columns=columns, rows=rows)


def _row(columns: Sequence[tuple[str, str]], texts: Sequence[str]) -> Mapping[str, str]:
    return {key: text for (key, _), text in zip(columns, texts, strict=False) if text}
