"""The tables of a follow-up: by perspective, counted, those that miss their target, and the course over the years."""

from attrs import frozen

from styrmodell.api import Column, Field, ListSpec, Perspective, Row, Status, TableSpec, Trend, ref
from styrmodell_dalarna.kort.lines import notes
from styrmodell_dalarna.kort.outcomes import Outcome

_COUNTED = (
    ("uppnatt", "Uppnått", Status.MET),
    ("delvis", "Delvis uppnått", Status.CLOSE),
    ("ej-uppnatt", "Ej uppnått", Status.MISSED),
    ("inaktuell", "Inaktuell uppgift", Status.STALE),
    ("ej-matt", "Ej mätt", Status.NOT_MEASURED),
)
_YEARS = (-2, -1, 0)
TOTAL = Perspective(id="alla-perspektiv", name="Summa")


@frozen(kw_only=True)
class Followed:
    """A perspective with its outcomes."""

    perspective: Perspective
    outcomes: tuple[Outcome, ...]

    @property
    def measured(self) -> tuple[Outcome, ...]:
        """What is measured, each once however many rows it has."""
        found = {one.line.measure.id: one for one in reversed(self.outcomes) if one.line.measure is not None}
        return tuple(reversed(found.values()))

    def count(self, status: Status) -> int:
        """How many of its measures have *status*."""
        return sum(one.status is status for one in self.measured)


@frozen
class _Count:
    """Counts the measures of a status."""

    status: Status

    def __call__(self, followed: Followed) -> int:
        """How many of the perspective's measures have it."""
        return followed.count(self.status)


def followed_table(followed: Followed, key: str, period: str) -> ListSpec[Outcome]:
    """A perspective's measures with outcome, status, trend, basis and comment."""
    name = followed.perspective.name
    return ListSpec(
        key=key,
        caption=f"Mått och utfall, {name[:1].lower()}{name[1:]}",
        items=followed.outcomes,
        key_of=lambda one: one.line.key,
        group_of=lambda one: one.line.goal,
        group_header="Strategiskt mål",
        marks_of=lambda one: (one.line.mark,) if one.line.mark else (),
        fields=(
            Field(key="matt", label="Mått", get=lambda one: one.line.name),
            Field(key="ingangsvarde", label="Ingångsvärde", get=lambda one: one.line.baseline_words),
            Field(key="malvarde", label="Målvärde", get=lambda one: one.line.target_words),
            _outcome_field(period),
            Field(key="status", label="Status", get=lambda one: one.status),
            Field(key="trend", label="Trend", get=lambda one: one.trend),
            Field(key="uppgift", label="Uppgiften avser", get=lambda one: one.basis),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
        ),
        notes=notes((one.line for one in followed.outcomes), followed.perspective),
        sheet=name,
    )


def summary_table(followed: tuple[Followed, ...], key: str) -> ListSpec[Followed]:
    """How many measures of each perspective have each status."""
    counts = (Field(key=name, label=word, get=_Count(status)) for name, word, status in _COUNTED)
    return ListSpec(
        key=key,
        caption="Antal mått med varje status",
        items=followed,
        key_of=lambda one: one.perspective.id,
        fields=(
            Field(key="perspektiv", label="Perspektiv", get=lambda one: one.perspective.name),
            Field(key="matt", label="Mått", get=lambda one: len(one.measured)),
            *counts,
        ),
        sheet="Måluppfyllelse",
    )


def _outcome_field(period: str) -> Field[Outcome]:
    return Field(
        key="utfall",
        label=f"Utfall {period}",
        get=lambda one: one.shown,
        decimals_of=lambda one: one.line.decimals,
        named=True,
    )


def missed_table(outcomes: list[Outcome], key: str, period: str) -> ListSpec[Outcome]:
    """The measures that miss their target, with what is said about them."""
    return ListSpec(
        key=key,
        caption="Ej uppnådda mått, med vad som skrivits om dem",
        items=tuple(outcomes),
        key_of=lambda one: one.line.key,
        fields=(
            Field(key="matt", label="Mått", get=lambda one: one.line.name),
            _outcome_field(period),
            Field(key="trend", label="Trend", get=lambda one: one.trend),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
        ),
        sheet="Ej uppnått",
    )


def course_table(outcomes: list[Outcome], key: str) -> TableSpec:
    """The outcomes of three years, and the course through them."""
    rows: dict[str, Row] = {}
    for one in outcomes:
        measure = one.line.measure
        if measure is not None and measure.id not in rows:
            rows[measure.id] = Row(key=measure.id, label=measure.name, cell=ref(measure.id), decimals=measure.decimals)
    columns = tuple(Column(key=f"ar{offset}", label="{year}", period=offset) for offset in _YEARS)
    return TableSpec(
        key=key,
        caption="Utfall över åren",
        row_header="Mått",
        rows=tuple(rows.values()),
        columns=columns,
        trend=Trend(columns=tuple(column.key for column in columns)),
        sheet="Utveckling",
    )
