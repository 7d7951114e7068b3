"""What is known of each step that is due: said to be done, decided in a frozen run, come in, lacking or not yet due."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from attrs import field, frozen

from styrmodell.errors import ReadError
from styrmodell.finding import Finding
from styrmodell.io.file_pattern import FROZEN_FILE, FROZEN_FOLDER
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.occasion import Occasion
from styrmodell.model.plan import Plan
from styrmodell.report.calendar_row import FollowUp, StepStanding
from styrmodell.session.calendar.codes import UNREADABLE_RUN
from styrmodell.session.form.register import CAME, Came, Sent, read_came, read_sent, root_of
from styrmodell.session.frozen_record import FrozenRecord, frozen_folder, read_record
from styrmodell.source import Source

_Place = tuple[str, str, str]


@frozen(kw_only=True)
class Follower:
    """What a workspace knows of its steps on a day.

    Attributes:
        done: (step, unit, period) → what the workspace says was done, the earliest first.
        came: (report or table, unit, period) → the form that came with it, the latest.
        frozen: (report, unit, period) → (source, record) of a frozen run that holds it.
    """

    on: date
    done: Mapping[_Place, CompletedStep]
    came: Mapping[_Place, Came]
    frozen: Mapping[_Place, tuple[Source, FrozenRecord]] = field(repr=False)

    def of(self, occasion: Occasion) -> FollowUp:
        """How *occasion* stands: what somebody wrote goes before what was decided, and that before what came."""
        step, unit, period = occasion.step, str(occasion.unit.id), occasion.period.text
        if (said := self.done.get((step.key, unit, period))) is not None:
            return FollowUp(
                standing=StepStanding.DONE, day=said.done, role=said.role, comment=said.comment, source=said.source
            )
        decided = [self.frozen.get((report, unit, period)) for report in step.reports]
        if decided and not step.tables and all(decided):
            return _decided([one for one in decided if one is not None])
        forms = {key: self.came.get((key, unit, period)) for key in step.delivers}
        lacking = tuple(key for key, form in forms.items() if form is None)
        if forms and not lacking:
            return _came([form for form in forms.values() if form is not None])
        past = occasion.due < self.on
        return FollowUp(standing=StepStanding.LACKING if past else StepStanding.NOT_DUE, lacking=lacking)


def make_follower(path: Path, plan: Plan, on: date) -> tuple[Follower, tuple[Finding, ...]]:
    """What the workspace at *path* knows on the day *on*; what is later is not known yet.

    Returns:
        The follower, and SM489 for every frozen run that cannot be read.
    """
    done = sorted((one for one in plan.completed_steps if one.done <= on), key=lambda one: one.done, reverse=True)
    runs, told = _runs(root_of(path))
    follower = Follower(
        on=on,
        done={(one.step, str(one.unit_id), one.period.text): one for one in done},
        came=dict(_forms(read_sent(path), read_came(path), plan, on)),
        frozen=dict(_reports(run for run in runs if run[1].decided <= on)),
    )
    return follower, tuple(told)


def _forms(sent: Iterable[Sent], came: Iterable[Came], plan: Plan, on: date) -> Iterator[tuple[_Place, Came]]:
    """(report or table, unit, period) of every form of the plan's year that came; a later one replaces an earlier."""
    known = {form.id: form for form in sent if form.year == plan.period.text}
    for form in came:
        day, order = _day(form.day), known.get(form.id)
        if order is None or (day is not None and day > on):
            continue
        for key in (*order.reports.split(", "), *order.tables.split(", ")):
            yield (key, form.unit, form.period), form


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # the form was not signed off with a day


def _runs(root: Path) -> tuple[list[tuple[Source, FrozenRecord]], list[Finding]]:
    """The frozen runs of the workspace, by the day of their decision."""
    found: list[tuple[Source, FrozenRecord]] = []
    told: list[Finding] = []
    folder = root / FROZEN_FOLDER
    for run in sorted(folder.iterdir()) if folder.is_dir() else ():
        if frozen_folder(run) is None:
            continue
        file = f"{FROZEN_FOLDER}/{run.name}/{FROZEN_FILE}"
        try:
            record = read_record(run)
        except ReadError:
            told.append(UNREADABLE_RUN.at(Source(file=file)))
            continue
        found.append((Source(file=file, place=record.paragraph), record))
    return sorted(found, key=lambda one: one[1].decided, reverse=True), told


def _reports(
    runs: Iterable[tuple[Source, FrozenRecord]],
) -> Iterator[tuple[_Place, tuple[Source, FrozenRecord]]]:
    """(report, unit, period) of everything that was frozen, the earliest decision last."""
    for source, record in runs:
        for output in record.outputs:
            yield (output.report, output.unit, output.period), (source, record)


def _decided(runs: Iterable[tuple[Source, FrozenRecord]]) -> FollowUp:
    """Done with the last decision that was needed."""
    source, record = max(runs, key=lambda run: run[1].decided)
    return FollowUp(
        standing=StepStanding.DONE, day=record.decided, role=record.body, paragraph=record.paragraph, source=source
    )


def _came(forms: Iterable[Came]) -> FollowUp:
    """Come in with the last form that was needed."""
    each = tuple(forms)
    last = max(each, key=lambda form: form.day)
    return FollowUp(
        standing=StepStanding.CAME,
        day=_day(last.day),
        role=last.role,
        comment=last.comment,
        signed_off=all(form.done == "Ja" for form in each),
        source=Source(file=CAME, place=last.file),
    )
