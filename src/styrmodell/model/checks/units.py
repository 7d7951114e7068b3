"""Checks of units: who is above whom, when, and who took over."""

from collections.abc import Iterator
from datetime import date

from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.model.checks.circles import told_circles
from styrmodell.model.checks.known_names import Names, said
from styrmodell.model.checks.link_codes import EARLY_SUCCESSOR, PARENT_GONE, WRONG_VALIDITY
from styrmodell.model.checks.links import check_shares, doubles
from styrmodell.model.checks.value_codes import SHARED_CODES, UNREAD_CODES
from styrmodell.model.code_set import CodeSet, overlaps
from styrmodell.model.codes import UNKNOWN_LEVEL
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit
from styrmodell.source import Source

_COUNTERPARTY = "motpart"


def check_head(plan: Plan) -> Iterator[Finding]:
    """The plan's own unit."""
    yield from Names("units", (unit.id for unit in plan.units)).dangling(plan.source, plan.unit_id)


def check_units(plan: Plan, profile: Profile | None) -> Iterator[Finding]:
    """Ids, parents, levels, days of existence and successors."""
    yield from doubles("units", ((unit.id, unit.source) for unit in plan.units))
    first = {unit.id: unit for unit in reversed(plan.units)}
    known, levels = Names("units", first), Names("", profile.levels if profile else ())
    for unit in plan.units:
        yield from known.dangling(unit.source, unit.parent_id)
        yield from _check_level(unit, levels, profile)
        yield from check_validity("units", unit.id, unit.source, unit.valid_from, unit.valid_to)
        if unit.parent_id is not None and unit.parent_id in first:
            yield from _check_parent(unit, first[unit.parent_id])
        if unit.successors:
            yield from _check_successors(unit, known)
    yield from _check_counterparties(plan)
    above = {name: (unit.parent_id,) if unit.parent_id is not None else () for name, unit in first.items()}
    yield from told_circles("units", above, plan.units)
    after = {name: tuple(one.unit_id for one in unit.successors) for name, unit in first.items()}
    yield from told_circles("successors", after, plan.units)


def _check_counterparties(plan: Plan) -> Iterator[Finding]:
    """Codes that cannot be read, and codes that mean two units."""
    sets: dict[str, CodeSet] = {}
    for unit in plan.units:
        if not unit.counterparty:
            continue
        try:
            sets.setdefault(unit.id, CodeSet.parse(unit.counterparty))
        except TextError:
            yield UNREAD_CODES.at(unit.source, dimension=_COUNTERPARTY, name=unit.id, codes=unit.counterparty)
    for one in overlaps(sets):
        claims = {"first": one.first, "second": one.second, "codes": str(one.codes)}
        yield SHARED_CODES.at(plan.source, dimension=_COUNTERPARTY, **claims)


def check_validity(kind: str, name: str, source: Source, start: date | None, end: date | None) -> Iterator[Finding]:
    """A thing that ends before it begins."""
    if start is not None and end is not None and end < start:
        yield WRONG_VALIDITY.at(source, **said(kind), name=name, start=str(start), end=str(end))


def _check_level(unit: Unit, levels: Names, profile: Profile | None) -> Iterator[Finding]:
    if profile and profile.levels and unit.level and unit.level not in levels:
        known, near = ", ".join(profile.levels), levels.near(unit.level)
        yield UNKNOWN_LEVEL.at(unit.source, unit=unit.id, name=unit.level, known=known, near=near)


def _check_parent(unit: Unit, parent: Unit) -> Iterator[Finding]:
    if _day(parent.valid_from, date.min) <= _day(unit.valid_from, date.min) and (
        _day(unit.valid_to, date.max) <= _day(parent.valid_to, date.max)
    ):
        return
    days = {"start": unit.valid_from, "end": unit.valid_to}
    days |= {"parent_start": parent.valid_from, "parent_end": parent.valid_to}
    told = {name: str(day or "…") for name, day in days.items()}
    yield PARENT_GONE.at(unit.source, name=unit.id, parent=parent.id, **told)


def _check_successors(unit: Unit, known: Names) -> Iterator[Finding]:
    yield from known.dangling(unit.source, *(successor.unit_id for successor in unit.successors))
    yield from check_shares("units", unit, "successors", [successor.share for successor in unit.successors])
    if unit.valid_to is None:
        yield EARLY_SUCCESSOR.at(unit.source, name=unit.id)


def _day(day: date | None, otherwise: date) -> date:
    return day or otherwise
