"""Reading a saved plan: our reader, which checks everything, against orjson and the same objects made by hand."""

import gc
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import orjson
from attrs import evolve
from tests.benchmarks.region import Rules, make_plan
from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same

from styrmodell.io.converter import make_converter
from styrmodell.io.json.read import json_content
from styrmodell.io.save.json_file import plan_json
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

FILE = "plan.json"
_COUNT = 100_000
_KINDS = {kind.value: kind for kind in Kind}
_STATES = {state.value: state for state in State}
_DIMS: tuple[Dims, ...] = tuple((("dvo", f"{n:03}"), ("slag", "kostnad" if n % 2 else "intakt")) for n in range(1, 20))
_RULES = Rules(sums=100, ratios=0, latest=100)
_IN_TURN = (Kind.BUDGET, Kind.OUTCOME, Kind.OUTCOME, Kind.OUTCOME)
_CONVERTER = make_converter()


def run_json(options: Options) -> Iterator[Row]:
    """100 000 rows without dimensions, with two, how the time grows from 10 000, and what the objects weigh."""
    for dims, name in (((), "no dimensions"), (_DIMS, "two dimensions")):
        data = make_json(_COUNT, dims)
        require_same(f"JSON with {name}", *map(_visible, (read_ours(data), read_by_hand(data))))
        yield compare(
            f"JSON 100k, {name} / by hand",
            1.3,
            make_variant(read_ours, data),
            make_variant(read_by_hand, data),
            options,
            note=f"{len(data) / 1e6:.1f} MB",
        )
    large, small = make_json(_COUNT), make_json(_COUNT // 10)
    yield compare(
        "JSON growth: 100k / 10k rows",
        11,
        make_variant(read_ours, large),
        make_variant(read_ours, small),
        options,
        note="ours at both sizes",
    )
    ours, plain = kept_bytes(read_ours, large), kept_bytes(orjson.loads, large)
    yield Row(
        step="JSON memory: 100k objects / orjson's dicts",
        limit=1.1,
        ours=(ours / 1e6,),
        plain=(plain / 1e6,),
        note="MB instead of ms",
    )


def make_json(
    count: int, dims: tuple[Dims, ...] = (), rules: Rules = _RULES, kinds: tuple[Kind, ...] = _IN_TURN
) -> bytes:
    """A saved plan of *count* observations, members and *kinds* in turn, and nothing else but its head."""
    plan = make_plan(count, rules)
    observations = tuple(
        evolve(
            item,
            kind=kinds[number % len(kinds)],
            dims=dims[number % len(dims)] if dims else (),
            reporter=f"roll {number % 7}",
            precision=Decimal("0.01"),
        )
        for number, item in enumerate(plan.observations)
    )
    return plan_json(evolve(plan, units=(), measures=(), observations=observations))


def read_ours(data: bytes) -> tuple[Observation, ...]:
    """Our reader."""
    content, observations = json_content(data, FILE, _CONVERTER)
    require_same("findings", len(content.findings), 0)
    return observations


def read_by_hand(data: bytes) -> tuple[Observation, ...]:
    """What one writes for this one file: no checks, and no other keys."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return tuple(_rows_by_hand(orjson.loads(data)["observations"]))
    finally:
        if was_enabled:
            gc.enable()


def _rows_by_hand(rows: list[dict[str, Any]]) -> Iterator[Observation]:
    periods: dict[str, Period] = {}
    days: dict[str, date] = {}
    steps: dict[str, Decimal] = {}
    dims: dict[Dims, Dims] = {}
    for index, row in enumerate(rows):
        period, per, step = row["period"], row["as_of"], row["precision"]
        if period not in periods:
            periods[period] = Period.parse(period)
        if per not in days:
            days[per] = date.fromisoformat(per)
        if step not in steps:
            steps[step] = Decimal(step)
        split = tuple(row["dims"].items()) if "dims" in row else ()
        yield Observation(
            measure_id=row["measure"],
            unit_id=row["unit"],
            period=periods[period],
            kind=_KINDS[row.get("kind", "outcome")],
            dims=dims.setdefault(split, split),
            value=Decimal(row["value"]),
            state=_STATES[row.get("state", "reported")],
            as_of=days[per],
            reporter=row["by"],
            precision=steps[step],
            source=Source(file=FILE, place=f"observations[{index}]"),
        )


def kept_bytes(read: Callable[[bytes], object], data: bytes) -> int:
    """How many bytes what *read* gives takes, once reading is done."""
    gc.collect()
    tracemalloc.start()
    result = read(data)
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return kept


def _visible(found: Iterable[Observation]) -> list[tuple[Observation, Source, str]]:
    """Observations with what their equality leaves out: the source, and the digits of the value."""
    return [(observation, observation.source, str(observation.value)) for observation in found]
