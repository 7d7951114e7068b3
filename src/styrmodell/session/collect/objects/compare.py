"""The sheets of objects in a form against what is known: changed fields, new objects, and what is doubtful."""

from collections.abc import Callable, Mapping
from datetime import date

from attrs import define, field

from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import near_names
from styrmodell.session.collect.codes import CELL_NOT_FOUND, UNKNOWN_FIGURE
from styrmodell.session.collect.form_file import FormFile
from styrmodell.session.collect.objects.codes import FOREIGN_ROW, ROW_GONE, SAME_ROW, UNCLEAR_CELL
from styrmodell.session.collect.objects.edit import ObjectEdit, ObjectsCompared
from styrmodell.session.collect.objects.form import AskedSheet
from styrmodell.session.collect.objects.known import KnownObjects, is_collected
from styrmodell.session.collect.objects.outcome import RowOutcome
from styrmodell.session.collect.objects.row import RowReading
from styrmodell.session.collect.objects.rows import SheetRows, find_rows
from styrmodell.session.form.field import ObjectField
from styrmodell.session.form.subjects import Subject, owner_of
from styrmodell.source import Source

_NAME, _HEADING = "name", "heading"


def compare_objects(form: FormFile, known: KnownObjects, accepts: Callable[[str], bool]) -> ObjectsCompared:
    """Read every sheet of objects of *form*.

    Args:
        accepts: Whether somebody has said that the amount of a cell is right, by its id "projects/projekt-1/total".
    """
    parts = [_sheet(form, asked, known, accepts) for asked in form.objects]
    return ObjectsCompared(
        edits=tuple(edit for part in parts for edit in part.edits),
        revisions=tuple(one for part in parts for row in part.outcomes for one in row.revisions),
        additions=tuple(one for part in parts for row in part.outcomes for one in row.additions),
        comments=tuple(one for part in parts for row in part.outcomes for one in row.comments),
        unchanged=sum(part.unchanged for part in parts),
        findings=Findings.gather(*(part.findings for part in parts)),
    )


def _sheet(form: FormFile, asked: AskedSheet, known: KnownObjects, accepts: Callable[[str], bool]) -> "_SheetReading":
    others = [one.name for one in form.objects if one is not asked] + [one.sheet for one in form.fields]
    rows = find_rows(asked, form.sheets, others)
    reading = _SheetReading(form=form, asked=asked, known=known, accepts=accepts, rows=rows)
    reading.read()
    return reading


@define(kw_only=True, eq=False)
class _SheetReading:
    form: FormFile
    asked: AskedSheet
    known: KnownObjects
    accepts: Callable[[str], bool]
    rows: SheetRows | None
    outcomes: list[RowOutcome] = field(factory=list)
    edits: list[ObjectEdit] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    unchanged: int = 0

    def read(self) -> None:
        """Find each row by its id, then take those without one as new."""
        if self.rows is None:
            self._lose(("inget blad med det namnet", "no sheet of that name", "bladet", "the sheet"), self.asked.name)
            return
        for key, label in self.asked.columns:
            if key not in self.rows.places:
                words = ("ingen kolumn, eller flera, med den rubriken", "no column, or several, with that heading")
                self._lose((*words, "kolumnen", "the column"), label)
        found, new = self._rows(self.rows)
        for name in self.asked.rows:
            if name not in found:
                at = Source(file=self.form.file, place=self.asked.name)
                self.findings.append(ROW_GONE.at(at, name=name, what=self._name_sent(name) or self.asked.name))
            elif len(found[name]) == 1:
                self._known_row(self.rows, found[name][0], name)
        for name, places in found.items():
            self._doubt(self.rows, name, places)
        names = dict[str, int]()
        for row in new:
            self._new_row(self.rows, row, names)

    def _lose(self, words: tuple[str, str, str, str], name: str) -> None:
        found, found_en, what, what_en = words
        told = {"expected": f"{what} {name}", "expected_en": f"{what_en} {name}"}
        at = Source(file=self.form.file, place=self.asked.name)
        self.findings.append(CELL_NOT_FOUND.at(at, found=found, found_en=found_en, **told))

    def _rows(self, rows: SheetRows) -> tuple[dict[str, list[int]], list[int]]:
        """Id → its rows, and the rows without one. A row whose id is gone is known by its name, where that is one's."""
        found: dict[str, list[int]] = {}
        nameless = []
        for row in rows.rows():
            name = rows.id(row)
            if name:
                found.setdefault(name, []).append(row)
            else:
                nameless.append(row)
        new = []
        for row in nameless:
            own = self._by_name(rows, row, found)
            if own:
                found[own] = [row]
            else:
                new.append(row)
        return found, new

    def _by_name(self, rows: SheetRows, row: int, found: Mapping[str, list[int]]) -> str:
        text = self._name(rows, row)
        named = [name for name in self.asked.rows if text and _plain(self._name_sent(name)) == _plain(text)]
        return named[0] if len(named) == 1 and named[0] not in found else ""

    def _name(self, rows: SheetRows, row: int) -> str:
        return rows.text(row, _NAME) or rows.text(row, _HEADING)

    def _name_sent(self, name: str) -> str:
        sent = self.asked.rows[name]
        return sent.get(_NAME) or sent.get(_HEADING) or ""

    def _doubt(self, rows: SheetRows, name: str, places: list[int]) -> None:
        """Tell of rows with one id, and of ids that the form was not sent with."""
        at = Source(file=self.form.file, place=rows.grid.place(places[0]))
        if len(places) > 1:
            other = ", ".join(rows.grid.place(row) for row in places[1:])
            self.findings.append(SAME_ROW.at(at, name=name, other=other))
        elif name not in self.asked.rows:
            owner = owner_of(self.known.plan, self.asked.kind, name) or ""
            near = "" if owner else near_names(name, self.asked.rows)
            self.findings.append(FOREIGN_ROW.at(at, name=name, unit=owner, near=near))

    def _known_row(self, rows: SheetRows, row: int, name: str) -> None:
        unit, period = self.form.head["enhet"], self.form.period
        subject = self.known.subjects(self.asked.kind, unit, period).get(name)
        if subject is None:
            at = Source(file=self.form.file, place=rows.grid.place(row))
            self.findings.append(UNKNOWN_FIGURE.at(at, what=self.asked.name, name=name))
            return
        if other := self._named_as(rows, row, name):
            words = (f"namnet på {other} på raden för {name}", f"the name of {other} in the row of {name}")
            self._unclear(rows, row, words, (f"namnet på {name}, eller ett nytt", f"the name of {name}, or a new one"))
            return
        self._settle(self._reading(rows, row, subject, self.asked.rows[name]))

    def _named_as(self, rows: SheetRows, row: int, name: str) -> str:
        """The other row whose name stands in that of *name*: cells that were moved or sorted without their ids."""
        text = _plain(self._name(rows, row))
        if not text or text == _plain(self._name_sent(name)):
            return ""
        return next((other for other in self.asked.rows if _plain(self._name_sent(other)) == text), "")

    def _reading(
        self, rows: SheetRows, row: int, subject: Subject, was: Mapping[str, str], *, is_new: bool = False
    ) -> RowReading:
        reading = RowReading(
            file=self.form.file,
            asked=self.asked,
            rows=rows,
            row=row,
            subject=subject,
            was=was,
            fields=lambda key: self.known.field(self.asked.kind, key, self.form.period),
            accepts=self.accepts,
            last_day=lambda asked: self._last_day(asked, subject),
            day=self.form.sign.day,
            is_new=is_new,
        )
        reading.read()
        return reading

    def _last_day(self, asked: ObjectField, subject: Subject) -> date | None:
        """The day that a form last told the field: of a record that of the record, of an object that of its change."""
        thing = subject.things.get(asked.kind)
        day = getattr(thing, "reported", None) or getattr(thing, "dated", None)
        if day is not None:
            return day if is_collected(thing) else None
        name = asked.column.key.replace("|", ".").partition(".")[0]
        last = self.known.last_change(asked.kind, subject.id, name)
        return last.dated if last is not None else None

    def _settle(self, reading: RowReading) -> None:
        outcome = RowOutcome(form=self.form, known=self.known, reading=reading)
        outcome.settle()
        self._keep(outcome)

    def _keep(self, outcome: RowOutcome) -> None:
        self.outcomes.append(outcome)
        self.edits += outcome.edits()
        self.findings += outcome.findings
        self.unchanged += outcome.reading.unchanged

    def _new_row(self, rows: SheetRows, row: int, names: dict[str, int]) -> None:
        """A row without an id: an object that is new, or that was new in the same form when it was collected before."""
        name, unit = " ".join(self._name(rows, row).split()), self.form.head["enhet"]
        if not self.asked.may_add or not name:
            self._refuse_new(rows, row, name)
            return
        own = self.known.subjects(self.asked.kind, unit, self.form.period)
        same = [one for one in own.values() if _plain(one.name) == _plain(name)]
        collected = [
            one for one in same if one.id not in self.asked.rows and is_collected(next(iter(one.things.values())))
        ]
        if _plain(name) in names or (same and not collected):
            other = same[0].id if same else rows.grid.place(names[_plain(name)])
            words = (f"samma namn som {other}: {name}", f"the same name as {other}: {name}")
            self._unclear(rows, row, words, ("ett namn som inget annat har", "a name that nothing else has"))
        elif collected:
            self._settle(self._reading(rows, row, collected[0], {}))
        else:
            subject = Subject(id=name, things={})
            outcome = RowOutcome(
                form=self.form, known=self.known, reading=self._reading(rows, row, subject, {}, is_new=True)
            )
            outcome.add(name, unit)
            self._keep(outcome)
        names.setdefault(_plain(name), row)

    def _refuse_new(self, rows: SheetRows, row: int, name: str) -> None:
        if self.asked.may_add:
            words = ("en ny rad utan namn", "a new row without a name")
            self._unclear(rows, row, words, ("en benämning på den nya raden", "a name in the new row"))
        else:
            words = (f"en ny rad: {name}", f"a new row: {name}")
            self._unclear(rows, row, words, ("bara de rader som bladet skickades med", "the rows it was sent with"))

    def _unclear(self, rows: SheetRows, row: int, found: tuple[str, str], expected: tuple[str, str]) -> None:
        told = {"found": found[0], "found_en": found[1], "expected": expected[0], "expected_en": expected[1]}
        self.findings.append(UNCLEAR_CELL.at(Source(file=self.form.file, place=rows.grid.place(row)), **told))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
