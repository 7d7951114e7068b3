"""A form against what the workspace knows: what is new, what is changed, and what cannot be read."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.model.observation import Observation
from styrmodell.session.collect.codes import CELL_NOT_FOUND, NO_DAY, UNKNOWN_FIGURE
from styrmodell.session.collect.doubt import doubts_of
from styrmodell.session.collect.figure import Figure, read_figure
from styrmodell.session.collect.form_file import Field, FormFile
from styrmodell.session.collect.known import Known, figure_of
from styrmodell.session.collect.locate import Locator, Lost
from styrmodell.session.collect.objects.edit import ObjectsCompared
from styrmodell.session.collect.typed import TypedForm
from styrmodell.session.form.register import FOLDER
from styrmodell.source import Source


@frozen(kw_only=True)
class Change:
    """A figure of a form that the workspace does not have.

    Attributes:
        after: The figure, with day and role; a correction with its reason, where it takes another's place.
        before: The figure that it takes the place of; None where there was none.
        what: The cell in words.
        unit: The unit it is written in.
        factor: How many of the measure's unit one of that is.
        place: "Bilaga 10 a!D12".
    """

    after: Observation
    before: Observation | None
    what: str
    unit: str
    factor: Fraction
    place: str
    file: str


@frozen(kw_only=True)
class Compared:
    """What a form holds that is new to the workspace, and what could not be read of it.

    Attributes:
        objects: The same of objects and texts.
    """

    form: FormFile
    changes: tuple[Change, ...]
    unchanged: int
    findings: Findings
    objects: ObjectsCompared = ObjectsCompared()

    @property
    def figures(self) -> list[Observation]:
        """The figures to write; one that has a new comment, too, is told once with both."""
        comments = {one.key: one.comment for one in self.objects.comments}
        new = [evolve(change.after, comment=comments.get(change.after.key, "")) for change in self.changes]
        told = {one.key for one in new}
        return new + [one for one in self.objects.comments if one.key not in told]

    @property
    def has_objects(self) -> bool:
        """Whether anything is to be written among the objects."""
        return self.objects.has_objects


def compare(form: FormFile, known: Known, accepted: Collection[str] = ()) -> Compared:
    """Read every cell that *form* asked for.

    Args:
        accepted: Ids of the cells that somebody has said are right; a * in one stands for any text.
    """
    locator = Locator(form=form)
    doubts = doubts_of(TypedForm(form=form, known=known, locator=locator, accepted=accepted))
    reading = _Reading(form=form, known=known, refused=doubts.refused, locator=locator)
    for asked in form.fields:
        reading.read(asked)
    reading.findings += doubts.told
    return Compared(
        form=form,
        changes=tuple(reading.changes),
        unchanged=reading.unchanged,
        findings=Findings(reading.findings),
    )


@define(kw_only=True, eq=False)
class _Reading:
    form: FormFile
    known: Known
    refused: Mapping[str, Finding]
    locator: Locator
    changes: list[Change] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    unchanged: int = 0

    def read(self, asked: Field) -> None:
        """Read one cell: a change, a finding, or nothing new."""
        if (unknown := self.known.unknown(asked)) is not None:
            at = Source(file=self.form.file, place=f"{asked.sheet}!{asked.cell}")
            self.findings.append(UNKNOWN_FIGURE.at(at, what=unknown[0], name=unknown[1]))
            return
        measure = self.known.measure(asked)
        found = self.locator.find(asked)
        if isinstance(found, Lost):
            self._lose(found)
        elif (doubt := self.refused.get(asked.id)) is not None:
            self.findings += [] if doubt in self.findings else [doubt]
        elif measure is not None:
            standing = self.known.standing(asked)
            untouched = None if standing is not None and _is_collected(standing) else asked.known
            read = read_figure(asked, measure, found, self.form.file, untouched=untouched)
            self._take(asked, read, standing)

    def _lose(self, lost: Lost) -> None:
        """A row, column or sheet that is not found is told once, whatever cells it has."""
        words = {"found": lost.found, "found_en": lost.found_en}
        words |= {"expected": lost.expected, "expected_en": lost.expected_en}
        told = CELL_NOT_FOUND.at(Source(file=self.form.file, place=lost.sheet), **words)
        if told not in self.findings:
            self.findings.append(told)

    def _take(self, asked: Field, read: Figure | Finding | None, standing: Observation | None) -> None:
        if isinstance(read, Finding):
            self.findings.append(read)
        elif read is None or (standing is not None and _value(standing) == Fraction(read.value)):
            self.unchanged += 1
        else:
            self._change(asked, read, standing)

    def _change(self, asked: Field, read: Figure, standing: Observation | None) -> None:
        sign = self.form.sign
        if standing is not None and (sign.day is None or (standing.reported and sign.day <= standing.reported)):
            self.findings.append(self._no_day(asked, read, standing))
            return
        reason = f"ändrat i formulär{' av ' + sign.role if sign.role else ''}" if standing is not None else ""
        after = evolve(
            figure_of(asked),
            value=read.value,
            precision=read.precision,
            reported=sign.day,
            reporter=sign.role,
            correction=reason,
        )
        self.changes.append(
            Change(
                after=after,
                before=standing,
                what=asked.what,
                unit=asked.printed,
                factor=Fraction(asked.factor),
                place=read.place,
                file=self.form.file,
            )
        )

    def _no_day(self, asked: Field, read: Figure, standing: Observation) -> Finding:
        sign = self.form.sign
        found = f"dagen {sign.day}" if sign.day else f'ingen dag, "{sign.day_text}"' if sign.day_text else "ingen dag"
        english = f"the day {sign.day}" if sign.day else f'no day, "{sign.day_text}"' if sign.day_text else "no day"
        other = standing.reported.isoformat() if standing.reported is not None else "den dag"
        at = Source(file=self.form.file, place=read.place)
        return NO_DAY.at(
            at, found=f"{read.shown}, {found}", found_en=f"{read.shown}, {english}", what=asked.what, other=other
        )


def _is_collected(standing: Observation) -> bool:
    """Whether a form told it before: then the same number as the form was sent with may be a change back."""
    return standing.source.file.startswith(f"{FOLDER}/")


def _value(standing: Observation) -> Fraction | None:
    if standing.value is not None:
        return Fraction(standing.value)
    if standing.numerator is not None and standing.denominator:
        return Fraction(standing.numerator) / Fraction(standing.denominator)
    return None
