"""What the plan asks of its organisation: things and places, activities by status, and the load of each område."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.api import Block, Context, Field, Limits, ListSpec, Paragraph, Workload, WorkStatus, workload
from styrmodell_jamtland_harjedalen.areas import Areas, item_names
from styrmodell_jamtland_harjedalen.progress import WORDS, Progress, counted, progress_of, word

_KINDS = (("measures", "Nyckeltal"), ("assignments", "Uppdrag"))
_ALL = "alla"
_SHOWN = (WorkStatus.STARTED, WorkStatus.DONE)


@frozen(kw_only=True)
class _Unit:
    """An område with its activities."""

    id: str
    name: str
    items: int
    progress: tuple[Progress, ...]

    def stated(self, status: WorkStatus | None) -> int:
        """How many have been reported so."""
        return counted(one.stated for one in self.progress).get(status, 0)

    def derived(self, status: WorkStatus) -> int:
        """How many are so by their dates or comments."""
        return counted(one.derived for one in self.progress).get(status, 0)

    @property
    def behind(self) -> int:
        """How many have come further than their status says."""
        return sum(one.is_behind for one in self.progress)


def units(context: Context) -> tuple[_Unit, ...]:
    """The units that carry something, and all of them together."""
    load = workload(context.plan)
    names = {str(unit.id): unit.name for unit in context.plan.units}
    progress = {str(one.activity.id): one for one in progress_of(context, context.plan.activities)}
    each = tuple(
        _Unit(
            id=one.unit_id,
            name=names[one.unit_id],
            items=len(one.items),
            progress=tuple(progress[name] for name in one.activities),
        )
        for one in load.units
    )
    return (*each, _Unit(id=_ALL, name="Alla", items=len(load.items), progress=tuple(progress.values())))


def summary(context: Context) -> Iterator[Block]:
    """How many things there are, in how many places, with how many activities."""
    load = workload(context.plan)
    activities = len(context.plan.activities)
    each = f", {_ratio(activities, len(load.items))} för varje" if load.items else ""
    yield Paragraph(
        text=f"Planen har {len(load.items)} kortsiktiga nyckeltal och uppdrag, och {activities} aktiviteter{each}."
    )
    if load.loose:
        yield Paragraph(text=f"{len(load.loose)} aktiviteter hör till varken nyckeltal eller uppdrag.")


def _ratio(upper: int, lower: int) -> str:
    tenths = (20 * upper + lower) // (2 * lower)  # rounded to a tenth, a half upwards
    return f"{tenths // 10},{tenths % 10}"


def places(context: Context) -> ListSpec[tuple[str, int, int]]:
    """Things, each counted once, against the målområden they are shown in."""
    areas, load = Areas(plan=context.plan), workload(context.plan)
    shown = {
        "measures": sum(len(areas.indicators(area)) for area in areas.all),
        "assignments": sum(len(areas.assignments(area)) for area in areas.all),
    }
    rows = tuple((label, sum(field == kind for field, _ in load.items), shown[kind]) for kind, label in _KINDS)
    return ListSpec(
        key="placeringar",
        caption="Nyckeltal och uppdrag, och de platser där de står",
        items=rows,
        key_of=lambda row: row[0].lower(),
        fields=(
            Field(key="slag", label="Slag", get=lambda row: row[0]),
            Field(key="antal", label="Antal, vart och ett en gång", get=lambda row: row[1]),
            Field(key="platser", label="Platser i målområden", get=lambda row: row[2]),
        ),
    )


def by_status(context: Context) -> ListSpec[_Unit]:
    """Activities of each område by what was reported, beside what dates and comments say."""
    found = units(context)
    stated = [status for status, _ in WORDS if any(one.stated(status) for one in found)]
    return ListSpec(
        key="aktiviteter",
        caption="Aktiviteter per område",
        items=found,
        key_of=lambda one: one.id,
        fields=(
            Field(key="omrade", label="Område", get=lambda one: one.name),
            Field(key="antal", label="Antal", get=lambda one: len(one.progress)),
            *(_stated(status) for status in stated),
            *((_stated(None),) if any(one.stated(None) for one in found) else ()),
            *(_derived(status) for status in _SHOWN),
            Field(key="efter", label="Längre än sin status", get=lambda one: one.behind),
        ),
    )


def _stated(status: WorkStatus | None) -> Field[_Unit]:
    key = status.value if status is not None else "ej-angiven"
    return Field(key=key, label=word(status), group="Angiven status", get=lambda one: one.stated(status))


def _derived(status: WorkStatus) -> Field[_Unit]:
    label = word(status)
    key = f"harledd-{status.value}"
    return Field(key=key, label=label, group="Enligt datum och kommentar", get=lambda one: one.derived(status))


def burden(context: Context) -> ListSpec[_Unit]:
    """Things and activities of each område against the profile's limits."""
    limits = context.profile.limits
    found = units(context)
    return ListSpec(
        key="belastning",
        caption="Belastning per område",
        items=found,
        key_of=lambda one: one.id,
        fields=(
            Field(key="omrade", label="Område", get=lambda one: one.name),
            Field(key="punkter", label="Nyckeltal och uppdrag", get=lambda one: one.items),
            Field(key="grans-punkter", label="Gräns", get=lambda one: _limit(_most(one, limits)[0])),
            Field(key="aktiviteter", label="Aktiviteter", get=lambda one: len(one.progress)),
            Field(key="grans-aktiviteter", label="Gräns", get=lambda one: _limit(_most(one, limits)[1])),
            Field(key="kvot", label="Aktiviteter per punkt", get=_each),
            Field(key="over", label="Över gränsen", get=lambda one: _is_over(one, limits)),
        ),
    )


def _each(one: _Unit) -> str:
    return _ratio(len(one.progress), one.items) if one.items else ""


def _most(one: _Unit, limits: Limits) -> tuple[int | None, int | None]:
    """The limits of things and of activities."""
    if one.id == _ALL:
        return limits.items, None
    return limits.items_per_unit, limits.activities_per_unit


def _is_over(one: _Unit, limits: Limits) -> bool:
    things, activities = _most(one, limits)
    return (things is not None and one.items > things) or (activities is not None and len(one.progress) > activities)


def _limit(limit: int | None) -> str:
    return "" if limit is None else f"högst {limit}"


def heavy(context: Context, load: Workload) -> ListSpec[tuple[str, int]]:
    """The indicators and assignments with the most activities, above the limit."""
    limit = context.profile.limits.activities_per_item or 0
    names = item_names(context.plan)
    found = sorted(((names[name], len(some)) for (_, name), some in load.activities), key=lambda row: (-row[1], row[0]))
    return ListSpec(
        key="tunga",
        caption=f"Fler än {limit} aktiviteter",
        items=tuple(row for row in found if row[1] > limit) if limit else (),
        fields=(
            Field(key="namn", label="Nyckeltal eller uppdrag", get=lambda row: row[0]),
            Field(key="antal", label="Aktiviteter", get=lambda row: row[1]),
        ),
    )
