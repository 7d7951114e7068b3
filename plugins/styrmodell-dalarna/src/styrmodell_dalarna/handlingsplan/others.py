"""Other figures that the workspace asks the report to show, each as it was reported."""

from attrs import frozen

from styrmodell.api import Field, Kind, ListSpec, Note, Observation, State, Value
from styrmodell_dalarna.handlingsplan.book import UNIT, Book

_KINDS = {
    Kind.OUTCOME: "utfall",
    Kind.PLAN: "plan",
    Kind.FORECAST: "prognos",
    Kind.BUDGET: "budget",
}


@frozen(kw_only=True)
class Told:
    """A figure that was reported, with the value that counts."""

    key: str
    measure: str
    unit: str
    one: Observation
    value: Value | None


def told(book: Book) -> tuple[Told, ...]:
    """Every reported figure of the measures that the setting "uppgifter" names; a later one goes before an earlier."""
    names = {str(one.id): one.name for one in book.context.plan.measures}
    wanted = book.setting("uppgifter")
    found: dict[tuple[str, ...], Told] = {}
    for one in book.context.plan.observations:
        if one.measure_id not in wanted or one.unit_id not in book.writer.within or one.state is State.STATED:
            continue
        members = "-".join(member for _, member in one.dims)
        place = (one.measure_id, str(one.unit_id), one.period.text, one.kind.value, one.version, members)
        value = book.context.value(
            one.measure_id, unit=one.unit_id, period=one.period, kind=one.kind, version=one.version, dims=one.dims
        )
        name = " ".join(part for part in (names.get(one.measure_id, ""), members and f"({members})") if part)
        found[place] = Told(
            key=f"u{len(found) + 1}" if place not in found else found[place].key,
            measure=name,
            unit=book.unit_name(one.unit_id),
            one=one,
            value=value if value.exact is not None else None,
        )
    return tuple(sorted(found.values(), key=lambda item: wanted.index(item.one.measure_id)))


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
            Field(key="dag", label="Dag", get=lambda item: item.one.reported),
            Field(key="kommentar", label="Kommentar", get=_said),
        ),
        notes=(Note(text="Uppgifterna är tagna som de lämnades; en rättad uppgift har sin rättelse i kommentaren."),),
        sheet="Övriga uppgifter",
    )


def _decimals(item: Told) -> int | None:
    unit = item.value.unit if item.value is not None else ""
    return 0 if unit == "st" else 1


def _said(item: Told) -> str:
    return "; ".join(part for part in (item.one.comment, item.one.correction) if part)
