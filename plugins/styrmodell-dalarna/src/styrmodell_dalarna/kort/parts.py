"""Measures that a card tells by parts, as by age and sex: each part has its baseline, its outcome and its status."""

from collections.abc import Callable, Iterable
from itertools import product

from attrs import frozen

from styrmodell.api import (
    Column,
    Context,
    Dimension,
    Dims,
    Field,
    Kind,
    ListSpec,
    Measure,
    Member,
    Period,
    Row,
    Status,
    TableSpec,
    Value,
    ref,
)
from styrmodell_dalarna.rapportslag import period_words

# The worst last: what is not known cannot be called reached.
_SEVERITY = (Status.MET, Status.CLOSE, Status.NOT_MEASURED, Status.STALE, Status.MISSED)


@frozen(kw_only=True)
class Part:
    """A part of a measure.

    Attributes:
        group: The member of the outermost dimension.
        name: The member of the innermost; of a measure with one dimension there is no group.
    """

    key: str
    group: str
    name: str
    dims: Dims


def parts_of(context: Context, measure: Measure) -> tuple[Part, ...]:
    """The parts of *measure*, the outermost dimension first and a whole after its parts; none of an undivided one."""
    found = _dimensions(context, measure)
    return tuple(_part(picked) for picked in product(*map(_members, found))) if found else ()


def values_of_parts(context: Context, measure: Measure) -> tuple[Value, ...]:
    """The outcomes of the parts of *measure* in the report's period."""
    return tuple(context.value(measure.id, dims=part.dims) for part in parts_of(context, measure))


def worst_status(values: Iterable[Value]) -> Status | None:
    """The worst of *values*: a target that is told by parts holds for each of them. None where none has a status."""
    return max((one.status for one in values if one.status is not None), key=_SEVERITY.index, default=None)


def baseline_period(context: Context, measure: Measure) -> Period | None:
    """The year of the baselines that are reported for parts of *measure*; None where there are none."""
    kept = (one for one in context.plan.observations if one.measure_id == measure.id and one.kind is Kind.BASELINE)
    return max((one.period for one in kept if one.unit_id == context.unit.id), default=None)


def baseline_table(context: Context, measure: Measure, key: str) -> TableSpec | None:
    """The baselines of the parts of *measure*: a row and a column a member. None where there are none.

    Args:
        key: Begins the table's.
    """
    period = baseline_period(context, measure)
    return None if period is None or not parts_of(context, measure) else _baselines(context, measure, period, key)


def _baselines(context: Context, measure: Measure, period: Period, key: str) -> TableSpec:
    outer, *inner = _dimensions(context, measure)
    columns = [
        Column(
            key="-".join(("ingangsvarde", *(member.id for _, member in picked))),
            label=", ".join(member.name or member.id for _, member in picked) or f"Ingångsvärde {period.text}",
            group=f"Ingångsvärde {period.text}" if inner else "",
            period=period,
            kind=Kind.BASELINE,
            dims=_dims(picked),
        )
        for picked in product(*map(_members, inner))
    ]
    rows = [
        Row(key=member.id, label=member.name or member.id, cell=ref(measure.id, dims=_dims(((dimension, member),))))
        for dimension, member in _members(outer)
    ]
    return TableSpec(
        key=f"{key}-ingangsvarden",
        caption=f"{measure.name}: ingångsvärden per {_by(outer, *inner)}",
        row_header=outer.name or outer.id,
        rows=tuple(rows),
        columns=tuple(columns),
        decimals=measure.decimals,
        sheet=f"{key} ingångsvärden",
    )


def outcome_list(context: Context, measure: Measure, key: str) -> ListSpec[Part]:
    """The parts of *measure* with baseline, outcome and status; *key* begins the table's."""
    found = _dimensions(context, measure)
    period = baseline_period(context, measure)

    def at(kind: Kind, when: Period) -> Callable[[Part], Value]:
        return lambda part: context.value(measure.id, kind=kind, period=when, dims=part.dims)

    outcome, decimals = at(Kind.OUTCOME, context.period), measure.decimals
    fields = [Field[Part](key="del", label=found[-1].name or found[-1].id, get=lambda part: part.name)]
    if period is not None:
        get = at(Kind.BASELINE, period)
        fields.append(Field(key="ingangsvarde", label=f"Ingångsvärde {period.text}", get=get, decimals=decimals))
    fields.append(Field(key="utfall", label=f"Utfall {period_words(context.period)}", get=outcome, decimals=decimals))
    fields.append(Field(key="status", label="Status", get=lambda part: outcome(part).status))
    return ListSpec(
        key=f"{key}-delar",
        caption=f"{measure.name}: utfall per {_by(*found)}",
        items=parts_of(context, measure),
        key_of=lambda part: part.key,
        group_of=lambda part: part.group,
        group_header=(found[0].name or found[0].id) if len(found) > 1 else "",
        fields=tuple(fields),
        sheet=f"{key} delar",
    )


def _dimensions(context: Context, measure: Measure) -> list[Dimension]:
    """The dimensions of *measure* that the plan has."""
    known = {dimension.id: dimension for dimension in context.plan.dimensions}
    return [known[name] for name in measure.dimensions if name in known]


def _members(dimension: Dimension) -> list[tuple[Dimension, Member]]:
    """The members as a card prints them: a whole after its parts."""
    return [(dimension, member) for member in sorted(dimension.members, key=lambda member: bool(member.parts))]


def _dims(picked: Iterable[tuple[Dimension, Member]]) -> Dims:
    return tuple((dimension.id, member.id) for dimension, member in picked)


def _part(picked: tuple[tuple[Dimension, Member], ...]) -> Part:
    names = [member.name or member.id for _, member in picked]
    return Part(
        key="-".join(member.id for _, member in picked),
        group=", ".join(names[:-1]),
        name=names[-1],
        dims=_dims(picked),
    )


def _by(*dimensions: Dimension) -> str:
    names = [(dimension.name or dimension.id).lower() for dimension in dimensions]
    return " och ".join(names)
