"""What comes of a row that says something new: changes of its object, records beside the earlier ones, new objects."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import define, evolve, field

from styrmodell.finding import Finding
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.activity import Activity
from styrmodell.model.assessment import Assessment
from styrmodell.model.assignment import Assignment
from styrmodell.model.investment import Investment
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.observation import Observation
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import Risk
from styrmodell.session.collect.codes import NO_DAY
from styrmodell.session.collect.form_file import FormFile
from styrmodell.session.collect.objects.codes import HALF_SCORE, UNCLEAR_CELL
from styrmodell.session.collect.objects.edit import Addition, ObjectEdit, is_column_of
from styrmodell.session.collect.objects.known import KnownObjects
from styrmodell.session.collect.objects.row import RowReading
from styrmodell.session.form.access import changed_fields, draft_of, is_half
from styrmodell.session.form.subjects import GOAL, MEASURE
from styrmodell.source import Source

_CLASSES: Mapping[str, type[Any]] = {
    "risks": Risk,
    "projects": Project,
    "it_projects": ITProject,
    "investments": Investment,
    "assignments": Assignment,
    "activities": Activity,
    "actions": Action,
}
_SCORES = ("before", "after")


@define(kw_only=True, eq=False)
class RowOutcome:
    """What comes of the row that *reading* has read."""

    form: FormFile
    known: KnownObjects
    reading: RowReading
    revisions: list[ObjectChange] = field(factory=list)
    additions: list[Addition] = field(factory=list)
    comments: list[Observation] = field(factory=list)
    refused: set[str] = field(factory=set)
    findings: list[Finding] = field(factory=list)

    def settle(self) -> None:
        """Find out; what lacks a day, or the other half of a score, is told and comes to nothing."""
        self.findings += self.reading.findings
        for kind, draft in self.reading.drafts.items():
            if kind == "action_reports":
                self._report(draft)
            elif kind == "assessments":
                self._assessment(draft)
            elif kind == "observations":
                self._comment(draft)
            else:
                self._revise(kind, draft)

    def edits(self) -> list[ObjectEdit]:
        """The cells that said something new and came to something."""
        return [one for one in self.reading.edits if one.kind not in self.refused and one.field not in self.refused]

    def add(self, name: str, unit: str) -> None:
        """Make the new object that the row tells of."""
        self.findings += self.reading.findings
        drafts, asked = self.reading.drafts, self.reading.asked.kind
        halves = [score for draft in drafts.values() for score in _SCORES if is_half(draft.get(score))]
        if halves:
            self._refuse_half(halves[0])
        if self.findings:
            self.reading.edits.clear()
            return
        holder = "projects" if asked == "it_projects" else asked
        made = self.known.new_id(asked, name)
        base = {**drafts.get(holder, {}), "id": made, "unit_id": unit}
        key = (holder, unit, " ".join(name.split()).casefold())
        self._add(holder, made, key, _CLASSES[holder](**base))
        if asked == "it_projects":
            beside = ITProject(**drafts.get("it_projects", {}), project_id=made)
            self._add("it_projects", made, ("it_projects", *key[1:]), beside)
        if "action_reports" in drafts:
            self._add_report(made, {}, drafts["action_reports"])

    def _add(self, kind: str, of: str, key: tuple[object, ...], thing: Any) -> None:
        self.additions.append(Addition(kind=kind, of=of, key=key, thing=thing))

    def _revise(self, kind: str, draft: Mapping[str, Any]) -> None:
        thing = self.reading.subject.things[kind]
        before = draft_of(thing, draft)
        for name in changed_fields(before, draft):
            last = self.known.last_change(kind, self.reading.subject.id, name)
            if is_half(draft[name]):
                self._refuse_half(name)
            elif not self._is_dated(last.dated if last is not None else None):
                self._refuse_day(kind, name, last.dated if last is not None else None)
            else:
                self.revisions.append(self._change(kind, name, before[name], draft[name]))

    def _change(self, kind: str, name: str, was: Any, now: Any) -> ObjectChange:
        sign = self.form.sign
        return ObjectChange(
            kind=kind,
            id=self.reading.subject.id,
            field=name,
            was=was,
            now=now,
            dated=sign.day,
            by=sign.role,
            form=self.form.head["formulär-id"],
        )

    def _report(self, draft: Mapping[str, Any]) -> None:
        thing: ActionReport | None = self.reading.subject.things["action_reports"]
        if thing is not None and not self._is_dated(thing.reported):
            self._refuse_day("action_reports", "", thing.reported)
            return
        before = {} if thing is None else draft_of(thing, draft)
        self._add_report(self.reading.subject.id, before, draft)

    def _add_report(self, action: str, before: Mapping[str, Any], draft: Mapping[str, Any]) -> None:
        """A follow-up beside the earlier ones, with what it does not change as they have it."""
        sign, period = self.form.sign, self.form.period
        told = {**before, **draft, "action_id": action, "period": period, "reported": sign.day, "reporter": sign.role}
        report = ActionReport(**told)
        self._add("action_reports", action, ("action_reports", action, period, report.version), report)

    def _assessment(self, draft: Mapping[str, Any]) -> None:
        thing: Assessment | None = self.reading.subject.things["assessments"]
        if not self._is_dated(thing.dated if thing is not None else None, is_first=thing is None):
            self._refuse_day("assessments", "", thing.dated if thing is not None else None)
            return
        sign, name = self.form.sign, self.reading.subject.id
        what = {"measure_id": name.removeprefix(MEASURE)} if name.startswith(MEASURE) else {}
        what |= {"goal_id": name.removeprefix(GOAL)} if name.startswith(GOAL) else {}
        unit, period = self.form.head["enhet"], self.form.period
        told = {**draft, **what, "unit_id": unit, "period": period, "by": sign.role, "dated": sign.day}
        made = Assessment(**told)
        if (made.status or made.outlook) and made.by and made.why:
            self._add("assessments", name, ("assessments", unit, period, name), made)
        else:
            self._refuse_incomplete()

    def _refuse_incomplete(self) -> None:
        edit = self._first(lambda one: one.kind == "assessments")
        self.refused.add("assessments")
        words = {"found": f"en ofullständig bedömning ({edit.what})", "found_en": f"a part of one ({edit.what})"}
        words |= {"expected": "status eller bedömning av året, en motivering, och Roll på första bladet"}
        words |= {"expected_en": "a status or an outlook, why, and a role on the first sheet"}
        self.findings.append(UNCLEAR_CELL.at(Source(file=self.form.file, place=edit.place), **words))

    def _comment(self, draft: Mapping[str, Any]) -> None:
        """The same figure with another comment, as a correction of it."""
        standing: Observation = self.reading.subject.things["observations"]
        if not self._is_dated(standing.reported):
            self._refuse_day("observations", "", standing.reported)
            return
        sign = self.form.sign
        reason = f"kommentar ändrad i formulär{' av ' + sign.role if sign.role else ''}"
        self.comments.append(
            evolve(standing, comment=draft["comment"], reported=sign.day, reporter=sign.role, correction=reason)
        )

    def _is_dated(self, last: date | None, *, is_first: bool = False) -> bool:
        """Whether the form has a day after *last*; what is told for the first time needs none."""
        day = self.form.sign.day
        return is_first or (day is not None and (last is None or day > last))

    def _refuse_half(self, name: str) -> None:
        edit = self._first(lambda one: one.field.startswith(f"{name}."))
        self.refused |= {one.field for one in self.reading.edits if one.field.startswith(f"{name}.")}
        self.findings.append(HALF_SCORE.at(Source(file=self.form.file, place=edit.place), what=edit.what))

    def _refuse_day(self, kind: str, name: str, last: date | None) -> None:
        """Tell, once a row, that its changes need a day after *last*."""
        edit = self._first(lambda one: one.kind == kind and (not name or is_column_of(one.field, name)))
        self.refused |= {one.field for one in self.reading.edits if one.kind == kind and is_column_of(one.field, name)}
        self.refused |= set() if name else {kind}
        sign, other = self.form.sign, last.isoformat() if last is not None else "den dag"
        day = f"dagen {sign.day}" if sign.day else f'ingen dag, "{sign.day_text}"' if sign.day_text else "ingen dag"
        english = f"the day {sign.day}" if sign.day else f'no day, "{sign.day_text}"' if sign.day_text else "no day"
        words = {"found": f"{edit.after}, {day}", "found_en": f"{edit.after}, {english}", "what": edit.what}
        told = NO_DAY.at(Source(file=self.form.file, place=edit.place), **words, other=other)
        self.findings += [] if told in self.findings else [told]

    def _first(self, is_it: Callable[[ObjectEdit], bool]) -> ObjectEdit:
        return next((one for one in self.reading.edits if is_it(one)), self.reading.edits[0])
