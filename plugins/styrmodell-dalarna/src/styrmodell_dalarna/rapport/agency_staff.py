"""Agency staff (hyrpersonal): cost, share of all staff cost, and the units' targets against the common one."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from styrmodell.api import (
    Block,
    Chart,
    ChartKind,
    Column,
    Dims,
    Field,
    Heading,
    Kind,
    ListSpec,
    Measure,
    NewPage,
    Note,
    Period,
    Row,
    TableSpec,
    Target,
    Unit,
    Value,
    ref,
)
from styrmodell_dalarna.rapport.codes import TARGETS_DO_NOT_ADD_UP
from styrmodell_dalarna.rapport.columns import against_last_year
from styrmodell_dalarna.rapport.economy import posts
from styrmodell_dalarna.rapport.goals import target_words
from styrmodell_dalarna.rapport.months import month_words
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer, lacking

SHARE = "hyrandel"
AGENCY, STAFF = "hyr", "personal"
_CHART_MONTHS = 13


@frozen(kw_only=True)
class Level:
    """A unit's target for the share of agency staff, and what it is weighed with.

    Attributes:
        target: As it was written.
        level: A share of one; None where the target is none that can be weighed.
        weight: Budgeted staff cost of the year; its sign is the ledger's.
    """

    unit: Unit
    target: str
    level: Fraction | None
    share: Value
    weight: Value


def section(writer: Writer) -> Iterable[Block]:
    """Cost and share by unit, the targets, and thirteen months side by side."""
    found = members(writer)
    if found is None:
        yield lacking("ekonomi med posterna hyr och personal")
        return
    agency, staff = found
    if not writer.value(-ref(ECONOMY, dims=agency), period=writer.months.month).exact:
        yield lacking(f"kostnad för hyrpersonal i {writer.months.words}")
        return
    yield writer.context.table(_costs(writer, agency, staff))
    yield from _targets(writer, staff)
    yield from _course(writer, agency)


def members(writer: Writer) -> tuple[Dims, Dims] | None:
    """The posts of agency staff and of all staff; None where the plan does not have both."""
    dimension = posts(writer)
    known = {member.id for member in dimension.members} if dimension is not None else set()
    if dimension is None or not {AGENCY, STAFF} <= known:
        return None
    return ((dimension.id, AGENCY),), ((dimension.id, STAFF),)


def _denominator(writer: Writer) -> str:
    """What all staff cost is made of, in the plan's own words."""
    dimension = posts(writer)
    if dimension is None:
        return ""
    names = {str(member.id): (member.name or member.id).lower() for member in dimension.members}
    parts = next((parts for name, parts in dimension.parts().items() if name == STAFF), ())
    return " och ".join(names[part] for part in parts) or names[STAFF]


def _costs(writer: Writer, agency: Dims, staff: Dims) -> TableSpec:
    months = writer.months
    before = months.year_number - 1
    group = "Andel av personalkostnaden, hittills"
    return TableSpec(
        key="hyrpersonal",
        caption=f"Kostnad för hyrpersonal, {months.so_far_words}",
        row_header="Enhet",
        rows=tuple(_rows(writer, agency, staff)),
        columns=(
            *against_last_year(months),
            Column(key="andel", label=f"{months.year_number}", group=group, period=months.so_far),
            Column(key="andel-forra", label=f"{before}", group=group, period=months.so_far.shift(-1)),
        ),
        scale="mnkr",
        decimals=1,
        notes=(
            Note(text="Miljoner kronor. Kostnader är minus; en förändring med plus är en lägre kostnad."),
            Note(
                text=f"Andelens nämnare är all personalkostnad: {_denominator(writer)}. "
                "Samma nämnare används för målet."
            ),
        ),
        sheet="Hyrpersonal",
    )


def _rows(writer: Writer, agency: Dims, staff: Dims) -> Iterator[Row]:
    below = ((one.id, one.name, one.id) for one in writer.children)
    for key, label, unit in (*below, ("totalt", writer.unit.name, None)):
        cost = ref(ECONOMY, unit=unit, dims=agency)
        share = cost / ref(ECONOMY, unit=unit, dims=staff)
        shares = (("andel", share), ("andel-forra", share))
        yield Row(key=key, label=label, cell=cost, level="body" if unit else "total", by_column=shares)


def _targets(writer: Writer, staff: Dims) -> Iterator[Block]:
    yield Heading(text="Målnivåer", level=2)
    measure = writer.measures.get(SHARE)
    if measure is None:
        yield lacking(f"måttet {SHARE} med målnivåer")
        return
    units = (*writer.children, writer.unit)
    levels = tuple(_level(writer, measure, unit, staff) for unit in units)
    yield writer.context.table(
        ListSpec(
            key="hyrpersonal-mal",
            caption=f"Hyrpersonalens andel mot målnivåerna, {writer.months.so_far_words}",
            items=levels,
            key_of=lambda one: one.unit.id if one.unit.id != writer.unit.id else "totalt",
            fields=(
                Field(key="enhet", label="Enhet", get=lambda one: one.unit.name),
                Field(key="mal", label="Målnivå", get=lambda one: one.target),
                Field(key="andel", label="Andel hittills", get=lambda one: one.share, decimals=1),
                Field(key="status", label="Status", get=lambda one: one.share.status),
            ),
            notes=(Note(text=weighed(writer, measure, levels[:-1], levels[-1])),),
            sheet="Hyrpersonal mål",
        )
    )


def _level(writer: Writer, measure: Measure, unit: Unit, staff: Dims) -> Level:
    months = writer.months
    own = [
        one.target
        for one in writer.context.plan.targets
        if (one.measure_id, one.unit_id) == (measure.id, unit.id) and months.month in one.period
    ]
    target = own[-1] if own else measure.target if unit.id == writer.unit.id else None
    return Level(
        unit=unit,
        target=target_words(writer, measure, unit.id),
        level=_share(target),
        share=writer.value(measure.id, unit=unit.id),
        weight=writer.value(ref(ECONOMY, dims=staff), unit=unit.id, period=months.year, kind=Kind.BUDGET),
    )


def _share(target: Target | None) -> Fraction | None:
    return None if target is None or target.level is None else Fraction(target.level)


def weighed(writer: Writer, measure: Measure, below: tuple[Level, ...], own: Level) -> str:
    """What the units' own targets come to together, against the common one; told as a finding where they are higher."""
    known = [(one.level, Fraction(one.weight.exact)) for one in below if one.level is not None and one.weight.exact]
    if own.level is None or not below:
        return "Enheten har inga enheter under sig med egna målnivåer."
    if len(known) < len(below):
        return "Alla enheter har inte egna målnivåer, och de kan inte vägas mot den gemensamma."
    whole = sum((weight for _, weight in known), Fraction(0))
    together = sum((level * weight for level, weight in known), Fraction(0)) / whole
    off = together - own.level
    words = {"weighted": _percent(together), "common": _percent(own.level), "off": _points(off)}
    if off > 0:
        writer.doubts.append(TARGETS_DO_NOT_ADD_UP.at(measure.source, unit=writer.unit.name, **words))
    return (
        f"Målnivåerna vägda med årets budgeterade personalkostnad är {words['weighted']}, "
        f"den gemensamma {words['common']}: {words['off']}."
    )


def _percent(share: Fraction) -> str:
    return f"{_two(share)}\u00a0%"


def _points(off: Fraction) -> str:
    return f"{'+' if off > 0 else ''}{_two(off)}\u00a0procentenheter"


def _two(share: Fraction) -> str:
    hundredths = round(abs(share) * 10_000)
    sign = "−" if share < 0 and hundredths else ""
    return f"{sign}{hundredths // 100},{hundredths % 100:02}"


def _course(writer: Writer, agency: Dims) -> Iterator[Block]:
    yield NewPage(landscape=True)
    yield Heading(text="Tretton månader", level=2)
    last = writer.months.last
    periods = tuple(Period(first=at, last=at) for at in range(last - _CHART_MONTHS + 1, last + 1))
    table = writer.context.table(
        TableSpec(
            key="hyrpersonal-manader",
            caption="Kostnad för hyrpersonal, tretton månader",
            row_header="Enhet",
            rows=(Row(key="totalt", label=writer.unit.name, cell=-ref(ECONOMY, dims=agency)),),
            columns=tuple(
                Column(key=one.text, label=f"{month_words(one)} {one.first_year % 100:02}", period=one)
                for one in periods
            ),
            scale="mnkr",
            decimals=1,
            notes=(Note(text="Miljoner kronor; här är kostnader plus."),),
            sheet="Hyrpersonal månader",
        )
    )
    yield table
    yield Chart(
        key="hyrpersonal",
        kind=ChartKind.LINE,
        title=f"Kostnad för hyrpersonal, mnkr, {writer.unit.name}",
        alt="Kostnaden för hyrpersonal varje månad, från samma månad förra året; talen står i tabellen.",
        table=table,
    )
