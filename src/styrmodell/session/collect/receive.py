"""Which of the files are forms of this workspace and year, each unit's once; all else is told."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, evolve, field

from styrmodell.finding import Finding, Findings
from styrmodell.io.input_file import open_failed, open_file
from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.workbook.notes import read_notes
from styrmodell.report.excel.text import shorten
from styrmodell.report.form.cover import DAY_WORD, DONE_WORD, ROLE_WORD
from styrmodell.session.collect.codes import (
    CELL_NOTE,
    DIFFERENT_FORMS,
    NOT_A_FORM,
    NOT_DONE,
    OTHER_UNIT,
    OTHER_WORKSPACE,
    OTHER_YEAR,
    SAME_FORM,
)
from styrmodell.session.collect.form_file import FormFile, read_form
from styrmodell.session.collect.inbox import UNKNOWN_SENDER, InboxFile, files_of, sender_of, unread
from styrmodell.session.collect.locate import Found, Locator
from styrmodell.session.collect.stray import is_fault_list, unit_named
from styrmodell.session.form.ask import form_id
from styrmodell.session.form.register import Sent
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

_MOST_NAMED, _MOST_OF_NOTE = 5, 300


@define(kw_only=True, eq=False)
class Receiver:
    """Takes forms in.

    Attributes:
        sent: The register of what was sent; where it is empty nobody is asked whether a unit got a form.
        forms: Those that were taken in.
        told: (unit, finding) pairs; the unit is UNKNOWN_SENDER where nobody can tell whose file it is.
    """

    workspace: Workspace
    sent: Sequence[Sent]
    forms: list[FormFile] = field(factory=list)
    told: list[tuple[str, Finding]] = field(factory=list)

    def receive(self, paths: Iterable[Path]) -> None:
        """Read the files at *paths*, folders with all below them, and keep what holds."""
        named = list(paths)
        files = files_of(named)
        self.told += unread(files, named, self.sent)
        read: dict[str, list[FormFile]] = {}
        for one in files:
            form = self._read(one) if one.is_workbook or one.path in named or one.fault else None
            if form is not None:
                read.setdefault(form.head.get("formulär-id", ""), []).append(form)
        for same in read.values():
            self._keep_one(same)
        for form in self.forms:
            if (doubt := _not_done(form)) is not None:
                self.told.append((form.head["enhet"], doubt))

    def _read(self, one: InboxFile) -> FormFile | None:
        opened = open_failed(Source(file=one.name), one.fault) if one.fault else open_file(one.path, one.name)
        if isinstance(opened, Finding):
            self.told.append((sender_of(one.name, self.sent), opened))
            return None
        form, findings = read_form(opened.data, one.name)
        if form is None:
            self._tell_stray(opened.data, one.name, findings)
            return None
        # Whoever plans seldom moves the workspace's day on, but nobody signs off after the year that is planned.
        last = max(self.workspace.as_of, self.workspace.publisher.plan.period.last_day)
        form, unit = evolve(form, sign=form.sign.until(last)), form.head["enhet"]
        self.told += [(unit, finding) for finding in findings]
        if (fault := self._fault(form)) is not None:
            self.told.append((UNKNOWN_SENDER if fault.code is OTHER_WORKSPACE else unit, fault))
            return None
        for note in read_notes(opened.data, one.name):
            at = Source(file=one.name, place=f"{note.sheet}!{note.cell}")
            self.told.append((unit, CELL_NOTE.at(at, found=shorten(note.text, _MOST_OF_NOTE))))
        return form

    def _tell_stray(self, data: bytes, name: str, findings: Findings) -> None:
        """Tell whoever may have sent what is no form; the lists that tell units of faults are none."""
        is_book = any(finding.code is NOT_A_FORM for finding in findings)
        if is_book and is_fault_list(data, name):
            return
        units = {str(unit.id): unit.name for unit in self.workspace.publisher.plan.units}
        unit = unit_named(data, name, units) if is_book else ""
        self.told += [(unit or sender_of(name, self.sent), finding) for finding in findings]

    def _fault(self, form: FormFile) -> Finding | None:
        """Why *form* is none of this workspace's, year's and units'; None where it is."""
        plan, head, at = self.workspace.publisher.plan, form.head, Source(file=form.file)
        names = {str(unit.id): unit.name for unit in plan.units}
        unit, year = head.get("enhet", ""), head.get("planår", "")
        own = (self.workspace.name, plan.id)
        is_own = (head.get("arbetsyta"), head.get("plan")) == own
        if not is_own and (unit not in names or year == plan.period.text):
            return _other_workspace(at, head.get("arbetsyta", ""), head.get("plan", ""), own)
        if year != plan.period.text:
            return OTHER_YEAR.at(at, found=year, expected=plan.period.text)
        parts = (*_listed(head.get("rapporter", "")), *_listed(head.get("tabeller", "")))
        if head.get("formulär-id") != form_id(*own, year, parts, unit, head.get("period", "")):
            return OTHER_WORKSPACE.at(
                at,
                found="ett formulär vars id inte stämmer med vad det säger sig vara",
                found_en="a form whose id does not agree with what it says that it is",
                expected="ett oförändrat blad styrmodell",
                expected_en="an unchanged sheet styrmodell",
            )
        return self._fault_of_unit(form, unit, names)

    def _fault_of_unit(self, form: FormFile, unit: str, names: dict[str, str]) -> Finding | None:
        at, printed = Source(file=form.file), form.head.get("enhetens namn", "")
        told = {one.unit for one in self.sent}
        if unit not in names or (told and unit not in told):
            return OTHER_UNIT.at(
                at,
                found=f"enheten {unit} ({printed})",
                found_en=f"the unit {unit} ({printed})",
                expected="en enhet som har fått ett formulär",
                expected_en="a unit that was sent a form",
            )
        if form.sign.unit and form.sign.unit != printed:
            return OTHER_UNIT.at(
                at,
                found=f"{form.sign.unit} på första bladet, men formuläret gjordes för {printed}",
                found_en=f"{form.sign.unit} on the first sheet, but the form was made for {printed}",
                expected=printed,
                expected_en=printed,
            )
        return None

    def _keep_one(self, same: list[FormFile]) -> None:
        """One form of several of one id: the first, where all say the same; none, where they do not."""
        first, *others = same
        different = [(other, cells) for other in others if (cells := differing(first, other))]
        unit = first.head.get("enhet", "")
        for other in others:
            if not any(other is one for one, _ in different):
                self.told.append((unit, SAME_FORM.at(Source(file=other.file), other=first.file)))
        for other, cells in different:
            named = ", ".join(cells[:_MOST_NAMED]) + (" …" if len(cells) > _MOST_NAMED else "")
            self.told.append((unit, DIFFERENT_FORMS.at(Source(file=other.file), other=first.file, cells=named)))
        if not different:
            self.forms.append(first)

    @property
    def findings(self) -> Findings:
        """All that was found."""
        return Findings.gather(finding for _, finding in self.told)


def differing(one: FormFile, other: FormFile) -> list[str]:
    """The cells in which two forms of one id differ, in words."""
    if one.sha256 == other.sha256:
        return []
    here, there = _values(one), _values(other)
    cells = [asked.what for asked in one.fields if here.get(asked.id) != there.get(asked.id)]
    signs = (
        (one.sign.role, other.sign.role),
        (one.sign.day_text, other.sign.day_text),
        (one.sign.done, other.sign.done),
    )
    words = ("Roll", "Datum", "Klarmarkering")
    lists = dict.fromkeys(asked.name for asked in (*one.objects, *other.objects))
    cells += [f"bladet {name}" for name in lists if _texts(one, name) != _texts(other, name)]
    return cells + [word for word, (mine, yours) in zip(words, signs, strict=True) if mine != yours]


def _values(form: FormFile) -> dict[str, str]:
    locator = Locator(form=form)
    found = ((asked.id, locator.find(asked)) for asked in form.fields)
    return {key: cell_text(place.value) for key, place in found if isinstance(place, Found)}


def _texts(form: FormFile, name: str) -> list[list[str]]:
    """What stands on a sheet, row by row."""
    grids = [sheet.grid for sheet in form.sheets if sheet.name == name]
    return [[cell_text(cell) for cell in row] for grid in grids for row in grid.rows]


def _signed(form: FormFile) -> dict[str, str]:
    sign = form.sign
    return {ROLE_WORD: sign.role, DAY_WORD: sign.day_text, DONE_WORD: sign.done}


def _not_done(form: FormFile) -> Finding | None:
    """What the sign-off lacks; None where it is whole."""
    sign = form.sign
    lacking = [
        word for word, text in (("Roll", sign.role), ("Datum", sign.day), ("Klarmarkering", sign.done)) if not text
    ]
    if not lacking and sign.done == "Ja":
        return None
    found = f"{', '.join(lacking)} är inte ifyllt" if lacking else f"{DONE_WORD} {sign.done}"
    english = f"{', '.join(lacking)} not filled in" if lacking else f"{DONE_WORD} {sign.done}"
    if sign.day is None and sign.day_text:
        found, english = (
            f'{found}: "{sign.day_text}" går inte att använda',
            f'{english}: "{sign.day_text}" cannot be used',
        )
    return NOT_DONE.at(Source(file=form.file), found=found, found_en=english)


def _other_workspace(at: Source, name: str, plan: str, own: tuple[str, str]) -> Finding:
    return OTHER_WORKSPACE.at(
        at,
        found=f"ett formulär för {name}, planen {plan}",
        found_en=f"a form for {name}, the plan {plan}",
        expected=f"ett för {own[0]}, planen {own[1]}",
        expected_en=f"one for {own[0]}, the plan {own[1]}",
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(", ") if part)
