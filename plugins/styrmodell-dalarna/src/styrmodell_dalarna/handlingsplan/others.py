"""Other figures that the workspace asks the report to show, each as it was reported."""

from decimal import Decimal

from attrs import frozen

from styrmodell.api import Field, Kind, ListSpec, Note, Observation, State, Value, slug
from styrmodell_dalarna.handlingsplan.book import UNIT, Book, mnkr

# What is larger is money in kr: no count or share of a plan is.
_MONEY = 1_000_000
_KINDS = {
    Kind.OUTCOME: "utfall",
    Kind.PLAN: "plan",
    Kind.FORECAST: "prognos",
    Kind.BUDGET: "budget",
}


@frozen(kw_only=True)
class Told:
    """A figure that was reported, with the value that counts.

    Attributes:
        reports: Every time it was reported; the last is what counts.
        target: The measure's target, in words.
    """

    key: str
    measure: str
    unit: str
    reports: tuple[Observation, ...]
    value: Value | None
    target: str

    @property
    def one(self) -> Observation:
        """The report that counts."""
        return self.reports[-1]


def told(book: Book) -> tuple[Told, ...]:
    """Every reported figure of the measures that the setting "uppgifter" names, in that order."""
    wanted = book.setting("uppgifter")
    found: dict[str, list[Observation]] = {}
    for one in book.context.plan.observations:
        if one.measure_id in wanted and one.unit_id in book.writer.within:
            members = (member for _, member in one.dims)
            place = (one.measure_id, one.unit_id, one.period.text, one.kind.value, one.version, *members)
            found.setdefault("-".join(slug(part) for part in place if part), []).append(one)
    each = (_told(book, key, tuple(reports)) for key, reports in found.items())
    return tuple(sorted(each, key=lambda item: wanted.index(item.one.measure_id)))


def _told(book: Book, key: str, reports: tuple[Observation, ...]) -> Told:
    last = reports[-1]
    value = book.context.value(
        last.measure_id,
        unit=last.unit_id,
        period=last.period,
        kind=last.kind,
        version=last.version,
        dims=last.dims,
    )
    measure = book.writer.measures[last.measure_id]
    members = ", ".join(_member(book, dimension, member) for dimension, member in last.dims)
    target = measure.target
    return Told(
        key=key,
        measure=f"{measure.name} ({members})" if members else measure.name,
        unit=book.unit_name(last.unit_id),
        reports=reports,
        value=value if value.exact is not None else None,
        target="" if target is None else target.words or str(target),
    )


def _member(book: Book, dimension: str, member: str) -> str:
    known = (one for one in book.context.plan.dimensions if one.id == dimension)
    names = {str(each.id): each.name for one in known for each in one.members}
    return names.get(member) or member


def table(found: tuple[Told, ...]) -> ListSpec[Told]:
    """The figures, measure by measure."""
    return ListSpec(
        key="uppgifter",
        caption="Övriga uppgifter",
        items=found,
        key_of=lambda item: item.key,
        fields=(
            Field(key="uppgift", label="Uppgift", get=lambda item: item.measure),
            Field(key="enhet", label="Enhet", get=lambda item: item.unit),
            Field(key="period", label="Period", get=lambda item: item.one.period.text),
            Field(key="typ", label="Typ", get=lambda item: _KINDS.get(item.one.kind, "")),
            Field(
                key="varde",
                label="Värde",
                get=lambda item: item.value,
                unit_of=lambda item: UNIT if item.value is not None and item.value.unit == "kr" else "",
                decimals_of=_decimals,
                named=True,
            ),
            Field(key="mal", label="Mål", get=lambda item: item.target),
            Field(key="dag", label="Dag", get=lambda item: item.one.reported),
            Field(key="kommentar", label="Kommentar", get=_said),
        ),
        notes=(
            Note(
                text="Den senast lämnade uppgiften gäller. Tidigare uppgifter står i kommentaren, med sina rättelser."
            ),
        ),
        sheet="Övriga uppgifter",
    )


def _decimals(item: Told) -> int | None:
    unit = item.value.unit if item.value is not None else ""
    return 0 if unit == "st" else 1


def _said(item: Told) -> str:
    """What was said each time, and what it was before where that was another."""
    return "; ".join(part for one in item.reports for part in _parts(one, is_last=one is item.one) if part)


def _parts(one: Observation, *, is_last: bool) -> tuple[str, ...]:
    """A printed figure stands beside the computed one; what was reported before it was corrected, before the newest."""
    word = "tryckt" if one.state is State.STATED else "" if is_last else "tidigare"
    before = f"{word} {_plain(one.value)}" if word and one.value is not None else ""
    return before, one.comment, one.correction


def _plain(value: Decimal) -> str:
    """A figure that no longer counts: money in millions, all else as it is."""
    return f"{mnkr(value)} {UNIT}" if abs(value) >= _MONEY else f"{value.normalize():f}".replace(".", ",")
