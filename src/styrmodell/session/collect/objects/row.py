"""One row of a sheet of objects against what is known of its object: a draft of what it says, cell by cell."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.tables.cell_text import cell_text
from styrmodell.report.form.object_sheet import Content, Entry
from styrmodell.session.collect.codes import EMPTIED, UNKNOWN_FIGURE
from styrmodell.session.collect.objects.cells import CellPlace, read_content
from styrmodell.session.collect.objects.edit import ObjectEdit, shown
from styrmodell.session.collect.objects.form import AskedSheet
from styrmodell.session.collect.objects.rows import SheetRows
from styrmodell.session.form.access import draft_of
from styrmodell.session.form.field import ObjectField
from styrmodell.session.form.subjects import Subject
from styrmodell.source import Source

Fields = Callable[[str], ObjectField | None]


@define(kw_only=True, eq=False)
class RowReading:
    """A row that is read.

    Attributes:
        subject: What is known of its object.
        was: Column key → what its cell held when the form was sent; nothing for a new row.
        fields: Gives the field of a column key.
        accepts: Whether somebody has said that the amount of a cell is right, by its id.
        last_day: Gives the day on which a field was last changed by a form; None where none has.
        day: That of the sign-off.
        drafts: The plan's list → the object's fields as the row has them, for what the row changes alone.
    """

    file: str
    asked: AskedSheet
    rows: SheetRows
    row: int
    subject: Subject
    was: Mapping[str, str]
    fields: Fields
    accepts: Callable[[str], bool]
    last_day: Callable[[ObjectField], date | None]
    day: date | None
    is_new: bool = False
    drafts: dict[str, dict[str, Any]] = field(factory=dict)
    edits: list[ObjectEdit] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    unchanged: int = 0

    def read(self) -> None:
        """Read every cell that can be filled in."""
        for key, label in self.asked.columns:
            if key in self.rows.places:
                self._read(key, label)

    def _read(self, key: str, label: str) -> None:
        asked = self.fields(key)
        at = Source(file=self.file, place=self.rows.grid.place(self.row, self.rows.places[key]))
        if asked is None:
            self.findings.append(UNKNOWN_FIGURE.at(at, what="kolumnen", name=label))
        elif asked.column.entry is not Entry.SHOWN:
            self._cell(asked, at, f"{self._name}, {label}")

    @property
    def _name(self) -> str:
        return self.was.get("name") or self.was.get("heading") or self.subject.name

    def _cell(self, asked: ObjectField, at: Source, what: str) -> None:
        key, column = asked.column.key, self.rows.places[asked.column.key]
        cell, was = self.rows.cell(self.row, column), self.was.get(key, "")
        broken = self.rows.broken(self.row, column)
        if not broken and _lines(cell_text(cell)) == _lines(was) and not self._is_change_back(asked):
            self.unchanged += 1
            return
        name = f"{self.asked.kind}/{self.subject.id}/{key}"
        place = CellPlace(column=asked.column, at=at, what=what, id=name, was=was, is_accepted=self.accepts(name))
        content = read_content(place, cell, broken, (self.row, column) in self.rows.grid.percent)
        if isinstance(content, Finding):
            self.findings.append(content)
        elif content is None and was and column_keeps(asked):
            self.findings.append(EMPTIED.at(at, what=what, expected=was[:80]))
        else:
            self._take(asked, content, at, what)

    def _is_change_back(self, asked: ObjectField) -> bool:
        """Whether the form, later than what was collected, says again what stood there when it was sent."""
        last = self.last_day(asked)
        return last is not None and self.day is not None and self.day > last

    def _take(self, asked: ObjectField, content: Content, at: Source, what: str) -> None:
        thing = self.subject.things.get(asked.kind)
        held = None if thing is None else asked.access.get(thing)
        if content == held or (content is None and not self.was.get(asked.column.key)):
            self.unchanged += 1
            return
        draft = self.drafts.get(asked.kind)
        draft = dict(draft) if draft is not None else {} if thing is None else draft_of(thing, _names(thing))
        before = dict(draft)
        asked.access.put(draft, content)
        if draft == before:
            self.unchanged += 1
            return
        self.drafts[asked.kind] = draft
        self.edits.append(
            ObjectEdit(
                kind=asked.kind,
                id=self.subject.id,
                field=asked.column.key,
                what=what,
                before=shown(held, asked.column),
                after=shown(content, asked.column),
                place=at.place,
                file=self.file,
                is_new=self.is_new,
            )
        )


def column_keeps(asked: ObjectField) -> bool:
    """Whether an emptied cell says nothing: all but a cross that was taken away."""
    return asked.column.entry is not Entry.MARK


def _names(thing: Any) -> Iterator[str]:
    return (one.name for one in type(thing).__attrs_attrs__ if one.name != "source")


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))
