"""The same answers found the long way: for each question every figure is looked at again, and nothing is kept.

An oracle for the laws, written from what the design says: it knows the model's classes and nothing of how the
figures are folded, sorted or counted elsewhere. It is slow.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve, frozen

from styrmodell.model.hierarchy import Place
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.status import Status
from styrmodell.model.unit import Unit

ADDING = ("sum", "ratio_of_sums")
ALONE = ("own", "none")
_WORST_LAST = (Status.MET, Status.CLOSE, Status.NOT_MEASURED, Status.STALE, Status.MISSED)
# Status, and whether the target is met.
Judge = Callable[[Observation], tuple[Status | None, bool | None]]
Above = dict[str, str | None]
# Counterparty and I/E code → the figure.
Items = dict[tuple[str, str], Observation]


@frozen(kw_only=True)
class Asked:
    """A question, but for the unit: each is asked for the same."""

    measure: Measure
    period: Period
    kind: Kind = Kind.OUTCOME
    version: str = ""
    dims: Dims = ()
    ie: str = ""
    internal: Internal = Internal.GROSS


@frozen(kw_only=True)
class Part:
    """A figure, or the part of it that belongs to one unit, with what weighs it."""

    figure: Observation
    at: str
    share: Fraction = Fraction(1)
    weight: Fraction | None = None

    @property
    def unit(self) -> str:
        """Who reported it."""
        return self.figure.unit_id


@frozen(kw_only=True)
class Answer:
    """A value with who is to report, who has not, and how old the figures are."""

    value: Any
    state: Any
    expected: frozenset[str]
    missing: frozenset[str]
    oldest: date | None
    newest: date | None
    estimates: int
    carried: int


@frozen(kw_only=True)
class Naive:
    """A plan, in one order of its units.

    Attributes:
        hierarchy: Its id; empty for the units' own parents.
        on: The day whose order holds for every period; None for each period's own time.
        as_now: Whether figures of units that have ceased stand at those that took over.
        versions: Oldest first.
        additions: Those of them that add to what was before.
    """

    plan: Plan
    hierarchy: str = ""
    on: date | None = None
    as_now: bool = False
    versions: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()
    judge: Judge = lambda _: (None, None)

    # The organisation

    def then(self, period: Period) -> Above:
        """Each unit that was there in *period* → the one above it, as it was at the period's end."""
        return self._order(period.first_day, period.last_day)

    def order(self, period: Period) -> Above:
        """The same for the day that is asked for."""
        day = self._now() if self.as_now else self.on
        return self.then(period) if day is None else self._order(day, day)

    def related(self, period: Period) -> Above:
        """Who was part of whom when it was reported: what an upper unit's own figure is the whole of."""
        return self.then(period) if self.as_now else self.order(period)

    def was_there(self, name: str, period: Period) -> bool:
        """Whether the unit existed on some day of *period*."""
        return any(one.id == name and _held(one, period.first_day, period.last_day) for one in self.plan.units)

    def stands_at(self, name: str) -> dict[str, Fraction]:
        """Where figures of *name* stand, and how much of them there."""
        unit = next((one for one in self.plan.units if one.id == name), None)
        gone = unit is not None and unit.valid_to is not None and unit.valid_to < self._now()
        if unit is None or not self.as_now or not gone or not unit.successors:
            return {name: Fraction(1)}
        found: dict[str, Fraction] = {}
        for successor in unit.successors:
            for place, share in self.stands_at(successor.unit_id).items():
                found[place] = found.get(place, Fraction(0)) + share * successor.share
        return found

    def _now(self) -> date:
        came = [unit.valid_from for unit in self.plan.units if unit.valid_from]
        went = [unit.valid_to + timedelta(days=1) for unit in self.plan.units if unit.valid_to]
        return self.on or max((*came, *went), default=date.max)

    def _order(self, first: date, last: date) -> Above:
        there = {unit.id for unit in self.plan.units if _held(unit, first, last)}
        written = self._written(first, last)
        found: Above = {}
        for name in written:
            if name in there:
                parent = written[name]
                while parent is not None and parent not in there:
                    parent = written.get(parent)
                found[name] = parent
        return {name: parent if parent in found else None for name, parent in found.items()}

    def _written(self, first: date, last: date) -> Above:
        if not self.hierarchy:
            return {unit.id: unit.parent_id for unit in self.plan.units}
        places = next(known.places for known in self.plan.hierarchies if known.id == self.hierarchy)
        found: Above = {}
        for name in {place.unit_id for place in places}:
            held = [place for place in places if place.unit_id == name and _held(place, first, last)]
            if held:
                found[name] = max(held, key=lambda place: place.valid_to or date.max).parent_id
        return found

    # The figures

    def base(self, measure: Measure) -> Measure:
        """The measure whose figures *measure* folds."""
        return next((one for one in self.plan.measures if one.id == measure.of_id), measure)

    def figures(self, asked: Asked) -> list[Observation]:
        """What counts of every unit: as it was settled, else the newest version, corrected and added to."""
        found = {}
        for settled in (False, True):
            told = list(self._told(asked, settled=settled))
            for name in {one.unit_id for one in told}:
                found[name] = self._of_unit([one for one in told if one.unit_id == name], asked)
        cut = {name: _cut(items, asked.ie) for name, items in found.items()} if asked.ie else found
        return [one for items in cut.values() for one in items]

    def _told(self, asked: Asked, *, settled: bool) -> Iterator[Observation]:
        measure = asked.measure if settled else self.base(asked.measure)
        for one in self.plan.observations:
            same = (one.measure_id, one.period, one.kind) == (measure.id, asked.period, asked.kind)
            version = not asked.version or one.version == asked.version
            told = one.state is not State.STATED and (one.state is State.SETTLED) is settled
            if same and version and told and self._dims(one.dims, measure) == self._dims(asked.dims, measure):
                yield one

    def _dims(self, dims: Dims, measure: Measure) -> Dims:
        roots = {one.id: one.root() for one in self.plan.dimensions}
        return tuple((name, dict(dims).get(name, roots[name])) for name in measure.dimensions)

    def _of_unit(self, told: list[Observation], asked: Asked) -> list[Observation]:
        additions = () if asked.version else self.additions
        whole = [one for one in told if one.version not in additions]
        newest = max((self._rank(one.version) for one in whole), default=(-2, ""))
        found: Items | None = _each([one for one in whole if self._rank(one.version) == newest], asked.measure)
        for version in sorted(set(additions), key=self._rank):
            added = _each([one for one in told if one.version == version], asked.measure)
            later = self._rank(version) > newest
            found = None if found is None or added is None else _with_added(found, added) if later else found
        return list(found.values()) if found is not None else []

    def _rank(self, version: str) -> tuple[int, str]:
        return (self.versions.index(version) if version in self.versions else -1, version)

    def ever(self, measure: Measure) -> set[str]:
        """Who has ever reported *measure*, were it only that there is nothing."""
        aside = (State.STATED, State.SETTLED)
        base = self.base(measure).id
        return {one.unit_id for one in self.plan.observations if one.measure_id == base and one.state not in aside}

    def scene(self, asked: Asked) -> "Scene":
        """All that is to know of one question."""
        figures = self.figures(asked)
        scene = Scene(
            asked=asked,
            order=self.order(asked.period),
            then=self.related(asked.period),
            parts=tuple(self._parts(figures, asked)),
            owing=frozenset(self._owing(figures, asked)),
            naive=self,
        )
        if asked.measure.missing is not MissingPolicy.CARRY_FORWARD or not asked.measure.max_age_months:
            return scene
        everywhere = scene.standing(scene.parts)
        carried = (part for name in scene.lacking(scene.owing, everywhere) for part in self._earlier(asked, name))
        return evolve(scene, parts=(*scene.parts, *carried))

    def _parts(self, figures: Iterable[Observation], asked: Asked) -> Iterator[Part]:
        """Every figure where it stands; under a rule that weighs them, those that have a weight."""
        weighs, weights = asked.measure.rule == "weighted_mean", self._weights(asked)
        order = self.order(asked.period)
        for one in figures:
            if has_figure(one, asked.measure) and (not weighs or one.unit_id in weights):
                for place, share in self.stands_at(one.unit_id).items():
                    if place in order:
                        yield Part(figure=one, at=place, share=share, weight=weights.get(one.unit_id))

    def _weights(self, asked: Asked) -> dict[str, Fraction]:
        other = next((known for known in self.plan.measures if known.id == asked.measure.weight_id), None)
        if other is None:
            return {}
        found = self.figures(evolve(asked, measure=other, version="", ie=""))
        return {one.unit_id: Fraction(one.value) for one in found if has_figure(one, other)}

    def _owing(self, figures: Iterable[Observation], asked: Asked) -> set[str]:
        """Everybody who is to report: of those who ever have, an upper one only where none below it has."""
        having = {one.unit_id for one in figures if has_figure(one, asked.measure)}
        outside = {one.unit_id for one in figures if one.state is State.NOT_APPLICABLE} - having
        order, then = self.order(asked.period), self.related(asked.period)
        found = {
            name
            for name in self._asked_of(asked) - outside
            if self.was_there(name, asked.period) and not order.keys().isdisjoint(self.stands_at(name))
        }
        upper = {above for name in found for above in path(then, name)}
        is_blank = asked.measure.missing is MissingPolicy.BLANK
        return found if asked.measure.expected and not is_blank else found - upper

    def _asked_of(self, asked: Asked) -> set[str]:
        """Who is asked; of what is blank where nobody tells, those who told something of the very figure."""
        if asked.measure.missing is MissingPolicy.BLANK:
            return {one.unit_id for settled in (False, True) for one in self._told(asked, settled=settled)}
        return {*(asked.measure.expected or self.ever(asked.measure))}

    def _earlier(self, asked: Asked, name: str) -> list[Part]:
        """The latest figure of the unit that is not too old, weighed and standing as it is now."""
        order, weights = self.order(asked.period), self._weights(asked)
        for age in range(1, (asked.measure.max_age_months or 0) + 1):
            period = Period(first=asked.period.first - age, last=asked.period.last - age, rolling=asked.period.rolling)
            before = evolve(asked, period=period)
            own = [one for one in self.figures(before) if one.unit_id == name]
            found = {id(part.figure): part for part in self._parts(own, before)}
            if found:
                return [
                    Part(figure=_carried(part.figure), at=place, share=share, weight=weights.get(name))
                    for part in found.values()
                    for place, share in self.stands_at(name).items()
                    if place in order and (part.weight is None or name in weights)
                ]
        return []

    # Over time

    def pieces(self, asked: Asked) -> list[tuple[Period, Part]]:
        """What each unit reported within the period: the whole, else the fewest periods that cover most of it."""
        base = self.base(asked.measure).id
        told = {one.period for one in self.plan.observations if one.measure_id == base and one.kind is asked.kind}
        inside = [period for period in told if period in asked.period and not period.rolling]
        parts = [(period, part) for period in inside for part in self.scene(evolve(asked, period=period)).parts]
        found = []
        for name in {part.unit for _, part in parts}:
            own = {period for period, part in parts if part.unit == name}
            chosen = _fewest(asked.period, own)
            found += [(period, part) for period, part in parts if part.unit == name and period in chosen]
        return found


@frozen(kw_only=True)
class Scene:
    """The figures of one question, and the organisation they stand in.

    Attributes:
        order: Each unit → the one above it.
        then: The same when the figures were reported.
        owing: Everybody who is to report.
    """

    asked: Asked
    order: Above
    then: Above
    parts: tuple[Part, ...]
    owing: frozenset[str]
    naive: Naive

    def standing(self, parts: Iterable[Part]) -> list[Part]:
        """Of *parts* those that count together: a unit's own figure is the whole of what was below it."""
        listed = list(parts)
        units = {part.unit for part in listed}
        return [part for part in listed if units.isdisjoint(path(self.then, part.unit))]

    def lacking(self, owing: Iterable[str], counted: Iterable[Part]) -> set[str]:
        """Of *owing* those for whom no figure came: not their own, none above them and none below them."""
        units = {part.unit for part in counted}
        upper = {above for name in units for above in path(self.then, name)}
        return {name for name in owing if name not in units | upper and units.isdisjoint(path(self.then, name))}

    def is_at(self, place: str, unit: str) -> bool:
        """Whether *place* is *unit* or, where the rule folds, below it."""
        if self.asked.measure.rule in ALONE:
            return place == unit
        return unit in (place, *path(self.order, place))

    def counted(self, unit: str) -> list[Part]:
        """The figures that count at *unit*."""
        return self.standing(part for part in self.parts if self.is_at(part.at, unit))

    def eliminated(self, unit: str) -> list[Part]:
        """Those of them whose other side is at or below *unit* too, all of it."""
        items = [part for part in self.counted(unit) if part.figure.counterparty]
        return [
            part
            for part in items
            if all(
                place in self.order and unit in (place, *path(self.order, place))
                for place in self.naive.stands_at(part.figure.counterparty)
            )
        ]

    def answer(self, unit: str) -> Answer:
        """The value at *unit*, which is there."""
        counted = self.counted(unit)
        expected = {name for name in self.owing if any(self.is_at(place, unit) for place in self.naive.stands_at(name))}
        missing = self.lacking(expected, counted)
        strict = self.asked.measure.missing is MissingPolicy.STRICT and missing
        used = [] if strict else self._held(unit, counted)
        days = [day for part in counted if (day := part.figure.as_of or part.figure.reported)]
        return Answer(
            value=value_of(self.asked.measure.rule, used, self.naive.judge),
            state=state_of(self.asked.measure.rule, used, self.naive.judge),
            expected=frozenset(expected),
            missing=frozenset(missing),
            oldest=min(days, default=None),
            newest=max(days, default=None),
            estimates=len({part.unit for part in counted if part.figure.state is State.ESTIMATED}),
            carried=len({part.unit for part in counted if part.figure.state is State.CARRIED_FORWARD}),
        )

    def _held(self, unit: str, counted: list[Part]) -> list[Part]:
        if self.asked.internal is Internal.GROSS:
            return counted
        inside = self.eliminated(unit)
        return inside if self.asked.internal is Internal.ELIMINATED else [one for one in counted if one not in inside]


def path(above: Above, name: str) -> list[str]:
    """The units above *name*, the nearest first."""
    found = []
    while (parent := above.get(name)) is not None:
        found.append(parent)
        name = parent
    return found


def state_of(rule: str, parts: Sequence[Part], judge: Judge) -> Any:
    """What a rule keeps of *parts*, each figure a Fraction; None of nothing."""
    if not parts:
        return None
    count = sum((part.share for part in parts), Fraction(0))
    if rule == "ratio_of_sums":
        numerators = [(Fraction(part.figure.numerator), part.share) for part in parts]
        return _total(numerators), _total((Fraction(part.figure.denominator), part.share) for part in parts)
    if rule == "weighted_mean":
        negative = sum(part.weight < 0 for part in parts)
        weights = _total((part.weight, part.share) for part in parts)
        products = ((Fraction(part.figure.value) * part.weight, part.share) for part in parts)
        return _total(products), weights, count, negative
    if rule == "count":
        return count
    if rule in ("latest", "first"):
        return _dated(rule, parts)
    if rule in ("share_meeting_target", "worst_status", "status_counts"):
        return _judged(rule, parts, judge)
    values = [Fraction(part.figure.value) for part in parts]
    if rule in ("min", "max"):
        return min(values) if rule == "min" else max(values)
    if rule == "median":
        return frozenset(zip(values, map(_identity, parts), strict=True))
    return count, _total(zip(values, (part.share for part in parts), strict=True))


def value_of(rule: str, parts: Sequence[Part], judge: Judge) -> Any:
    """The value of *parts* under *rule*: a Fraction, a status, counts of statuses, or None."""
    state = state_of(rule, parts, judge)
    if state is None:
        return None
    if rule in ("ratio_of_sums", "mean"):
        top, bottom = state if rule == "ratio_of_sums" else state[::-1]
        return top / bottom if bottom else None
    if rule == "weighted_mean":
        return state[0] / state[1] if state[1] > 0 and not state[3] else None
    if rule == "share_meeting_target":
        return Fraction(state[0]) / (state[0] + state[1]) if state[0] + state[1] else None
    if rule == "status_counts":
        counts = Counter(status for _, status in state)
        return tuple((status, counts[status]) for status in Status if counts[status])
    if rule == "median":
        ordered = sorted(value for value, _ in state)
        return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    if rule == "none":
        return state[1] if state[0] == 1 else None
    return state[1] if rule in ("sum", "own", "latest", "first") else state


def _dated(rule: str, parts: Sequence[Part]) -> Any:
    undated = date.min if rule == "latest" else date.max
    dated = [
        (part.figure.as_of or part.figure.reported or undated, Fraction(part.figure.value), str(part.figure.source))
        for part in parts
    ]
    return max(dated) if rule == "latest" else min(dated)


def _judged(rule: str, parts: Sequence[Part], judge: Judge) -> Any:
    if rule == "share_meeting_target":
        told = [(judge(part.figure)[1], part.share) for part in parts]
        return tuple(sum((share for met, share in told if met is kind), Fraction(0)) for kind in (True, False, None))
    statuses = [judge(part.figure)[0] or Status.NOT_MEASURED for part in parts]
    if rule == "worst_status":
        return max(statuses, key=_WORST_LAST.index)
    return frozenset(zip(map(_identity, parts), statuses, strict=True))


def _identity(part: Part) -> Any:
    one = part.figure
    return (one.measure_id, one.unit_id, one.period.text, one.kind, one.version, one.dims), one.counterparty, one.ie


def _total(pairs: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    return sum((value * share for value, share in pairs), Fraction(0))


def _held(thing: Unit | Place, first: date, last: date) -> bool:
    return (thing.valid_from or date.min) <= last and first <= (thing.valid_to or date.max)


def has_figure(one: Observation, measure: Measure) -> bool:
    """Whether *one* holds what the measure's rule can use."""
    if measure.rule == "ratio_of_sums":
        return one.numerator is not None and one.denominator is not None
    return one.value is not None


def _each(told: Sequence[Observation], measure: Measure) -> Items | None:
    """One figure for each counterparty and code, the last correction of it; None where two contradict each other."""
    found: dict[tuple[str, str], Observation] = {}
    items = measure.rule in ADDING
    for item in {(one.counterparty, one.ie) if items else ("", "") for one in told}:
        same = [one for one in told if not items or (one.counterparty, one.ie) == item]
        corrections = [one for one in same if one.correction]
        day = max((one.reported or date.min for one in corrections), default=None)
        standing = [one for one in corrections if (one.reported or date.min) == day] or same
        figures = [one for one in standing if one.state is not State.MISSING] or standing
        if len({(one.value, one.numerator, one.denominator, one.state is State.NOT_APPLICABLE) for one in figures}) > 1:
            return None
        found[item] = figures[0]
    return found


def _with_added(items: Items, added: Items) -> Items:
    """Each item with what was added to it: missing when that is, and as sure as the less sure of the two."""
    found = dict(items)
    for item, more in added.items():
        base = items.get(item)
        if base is None:
            found[item] = more
        elif base.value is not None or base.numerator is not None:
            found[item] = _sum(base, more)
    return found


def _sum(base: Observation, more: Observation) -> Observation:
    if more.state in (State.MISSING, State.NOT_APPLICABLE):
        return evolve(base, value=None, numerator=None, denominator=None, state=State.MISSING)
    amounts = {
        name: None if getattr(base, name) is None else getattr(base, name) + getattr(more, name)
        for name in ("value", "numerator", "denominator")
    }
    days = [day for day in (base.as_of, more.as_of) if day]
    handed = [day for day in (base.reported, more.reported) if day]
    return evolve(
        base,
        **amounts,
        version=more.version,
        state=State.REPORTED if base.state is more.state is State.REPORTED else State.ESTIMATED,
        as_of=max(days, default=None),
        reported=max(handed, default=None),
    )


def _cut(items: list[Observation], codes: str) -> list[Observation]:
    """The items with one of *codes* ("0–2"); a unit that cannot tell has none, one that has only others has nought."""
    first, last = codes.split("–")
    figures = [one for one in items if one.value is not None]
    if any(not one.ie for one in figures):
        return []
    inside = [one for one in items if (first <= one.ie <= last if one.ie else one.value is None)]
    return inside or [evolve(items[0], value=0, counterparty="", ie="")]


def _carried(one: Observation) -> Observation:
    return evolve(one, state=State.CARRIED_FORWARD, as_of=one.as_of or one.period.last_day)


def _fewest(whole: Period, periods: Collection[Period]) -> tuple[Period, ...]:
    """Of *periods* those, none of which overlap, that cover most months of *whole*, and as few as can be."""

    @cache
    def starting(month: int) -> tuple[Period, ...]:
        if month > whole.last:
            return ()
        ways = [(one, *starting(one.last + 1)) for one in periods if one.first == month]
        return max([starting(month + 1), *ways], key=lambda way: (sum(one.months for one in way), -len(way)))

    return starting(whole.first)
