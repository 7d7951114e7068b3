"""Loading CSV: our reader, which checks everything, against csv.reader and the same objects made by hand."""

import csv
import gc
import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen
from tests.benchmarks.region import Rules, make_plan
from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same

from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.read_csv import csv_observations
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import MeasureId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

FILE = "observationer/region.csv"
FORMAT = SourceFormat(scale="tkr")
_COUNT = 100_000
_RULES = Rules(sums=100, ratios=0, latest=100)
_KINDS = {"utfall": Kind.OUTCOME, "budget": Kind.BUDGET}
_STATES = {"": State.REPORTED, "uppskattad": State.ESTIMATED}
_DIMENSIONS = (
    Dimension(id="dvo", members=tuple(Member(id=f"dvo{n}") for n in range(10))),
    Dimension(id="slag", members=(Member(id="intakt"), Member(id="kostnad"))),
)


@frozen(kw_only=True)
class CsvFile:
    """A file as bytes, and what is needed to read it."""

    data: bytes
    measures: dict[MeasureId, Measure]


def run_csv(options: Options) -> Iterator[Row]:
    """100 000 rows without dimensions, with two, and how the time grows from 10 000."""
    for dimensions, name in (((), "no dimensions"), (_DIMENSIONS, "two dimensions")):
        written = make_csv(_COUNT, dimensions)
        require_same(f"CSV with {name}", *map(_visible, (read_ours(written), read_by_hand(written))))
        yield compare(
            f"CSV 100k, {name} / by hand",
            1.3,
            make_variant(read_ours, written),
            make_variant(read_by_hand, written),
            options,
            note=f"{len(written.data) / 1e6:.1f} MB",
        )
    large, small = make_csv(_COUNT, ()), make_csv(_COUNT // 10, ())
    yield compare(
        "CSV growth: 100k / 10k rows",
        11,
        make_variant(read_ours, large),
        make_variant(read_ours, small),
        options,
        note="ours at both sizes",
    )


def make_csv(
    count: int,
    dimensions: tuple[Dimension, ...] = (),
    rules: Rules = _RULES,
    kinds: tuple[str, ...] = ("budget", "utfall", "utfall", "utfall"),
) -> CsvFile:
    """A file of *count* rows in Swedish notation, *kinds* in turn; money in tkr."""
    plan = make_plan(count, rules)
    names = tuple(dimension.id for dimension in dimensions)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(("enhet", "matt", "period", "typ", *names, "varde", "tillstand", "per", "av"))
    for number, observation in enumerate(plan.observations):
        members = (split.members[number % len(split.members)].id for split in dimensions)
        writer.writerow(_written(observation, kinds[number % len(kinds)], tuple(members), number))
    measures = {measure.id: evolve(measure, dimensions=names) for measure in plan.measures}
    return CsvFile(data=text.getvalue().encode(), measures=measures)


def _written(observation: Observation, kind: str, members: tuple[str, ...], number: int) -> tuple[str, ...]:
    state = "uppskattad" if observation.state is State.ESTIMATED else ""
    assert observation.as_of is not None
    return (
        observation.unit_id,
        observation.measure_id,
        observation.period.text,
        kind,
        *members,
        f"{observation.value}".replace(".", ","),
        state,
        observation.as_of.isoformat(),
        f"roll {number % 7}",
    )


def read_ours(written: CsvFile) -> tuple[Observation, ...]:
    """Our reader."""
    found, findings = csv_observations(written.data, FILE, FORMAT, written.measures)
    require_same("findings", len(findings), 0)
    return found


def read_by_hand(written: CsvFile) -> tuple[Observation, ...]:
    """What one writes for this one file: no checks, no other headings, no other notation."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return tuple(_rows_by_hand(written))
    finally:
        if was_enabled:
            gc.enable()


def _rows_by_hand(written: CsvFile) -> Iterator[Observation]:
    rows = csv.reader(io.StringIO(written.data.decode(), newline=""), delimiter=";")
    names = next(rows)[4:-4]
    measures, in_tkr = written.measures, Decimal(1000)
    periods: dict[str, Period] = {}
    days: dict[str, date] = {}
    dims: dict[tuple[str, ...], Dims] = {}
    money = {name for name, measure in measures.items() if measure.unit == "kr"}
    for line, (unit, measure, period, kind, *members, value, state, per, by) in enumerate(rows, 2):
        figure = Decimal(value.replace(",", "."))
        precision = Decimal((0, (1,), -len(value.partition(",")[2])))
        if measure in money:
            figure, precision = figure * in_tkr, precision * in_tkr
        if period not in periods:
            periods[period] = Period.parse(period)
        if per not in days:
            days[per] = date.fromisoformat(per)
        split = tuple(members)
        if split not in dims:
            dims[split] = tuple(zip(names, split, strict=True))
        yield Observation(
            measure_id=measure,
            unit_id=unit,
            period=periods[period],
            kind=_KINDS[kind],
            dims=dims[split],
            value=figure,
            state=_STATES[state],
            as_of=days[per],
            reporter=by,
            precision=precision,
            source=Source(file=FILE, place=f"rad {line}"),
        )


def _visible(found: Iterable[Observation]) -> list[tuple[Observation, Source, str]]:
    """Observations with what their equality leaves out: the source, and the digits of the value."""
    return [(observation, observation.source, str(observation.precision)) for observation in found]
