"""The rows of a card with what has come of them: outcome, status, trend, basis and comment."""

from attrs import frozen

from styrmodell.api import Context, Source, Status, Value
from styrmodell_dalarna.kort.comments import comments, settled
from styrmodell_dalarna.kort.dates import basis_words, parts_words
from styrmodell_dalarna.kort.lines import Line
from styrmodell_dalarna.kort.parts import values_of_parts, worst_status
from styrmodell_dalarna.kort.trend import trend_words

NO_COMMENT = "Kommentar saknas"
BY_PARTS = "se delarna"


@frozen(kw_only=True)
class Outcome:
    """A row with its outcome.

    Attributes:
        value: The outcome; None where nothing is measured.
        parts: The outcomes of the parts, of a measure that is told by them.
        before: The outcome a year earlier.
        status: The settled status where there is one, else the computed; of a measure told by parts the worst.
        comments: What people have written about it.
    """

    line: Line
    value: Value | None = None
    parts: tuple[Value, ...] = ()
    before: Value | None = None
    status: Status | None = None
    comments: tuple[str, ...] = ()

    @property
    def shown(self) -> Value | str | None:
        """The outcome as the table shows it."""
        return BY_PARTS if self.parts and not self.has_come else self.value

    @property
    def has_come(self) -> bool:
        """Whether there is a figure."""
        return self.value is not None and bool(self.value.reported)

    @property
    def trend(self) -> str:
        """How it has moved since the year before."""
        if self.line.measure is None or self.value is None or self.before is None:
            return ""
        return trend_words(self.line.measure, self.line.target, self.before, self.value)

    @property
    def basis(self) -> str:
        """How old the figure is, and how much of it has come."""
        if self.parts and not self.has_come:
            return parts_words(self.parts)
        return "" if self.value is None else basis_words(self.value)

    @property
    def source(self) -> Source:
        """Where the figure that the status rests on was read; the measure's where there is none."""
        worst = next((part for part in self.parts if part.status is self.status), self.value)
        read = worst.working.sources if worst is not None and worst.working is not None else ()
        return next(iter(read), self.line.measure.source if self.line.measure is not None else Source())

    @property
    def lacks_comment(self) -> bool:
        """Whether the target is not reached and nobody has said why."""
        return self.status is Status.MISSED and not self.comments

    @property
    def comment(self) -> str:
        """The comments; where one is required and missing, that it is."""
        return NO_COMMENT if self.lacks_comment else " ".join(self.comments)


def outcome_of(context: Context, line: Line) -> Outcome:
    """What has come of *line* in the report's period."""
    measure = line.measure
    if measure is None:
        return Outcome(line=line)
    value = context.value(measure.id)
    parts = values_of_parts(context, measure)
    by_parts = None if settled(context, measure) else worst_status(parts)
    return Outcome(
        line=line,
        value=value,
        parts=parts,
        before=context.value(measure.id, period=context.period.shift(-1)),
        # What has no target or no outcome is not measured: that is seen, not left out.
        status=by_parts or value.status or Status.NOT_MEASURED,
        # Of what is computed from other measures, people have written at those.
        comments=comments(context, measure) or value.comments,
    )
