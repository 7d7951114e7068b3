"""Checks of definitions: what they refer to, and whether their units can be what is said."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.model.checks.dimensions import Members, check_dims, members_of
from styrmodell.model.checks.fold_codes import MIXED_UNITS, WRONG_DEFINED_UNIT
from styrmodell.model.checks.known_names import Names
from styrmodell.model.codes import DERIVED_WITH_DIMENSIONS, UNKNOWN_VERSION
from styrmodell.model.expression import Expression, Ref, walk
from styrmodell.model.lift import lifted
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.unit_algebra import UnitPowers, defined_unit, mixed_units
from styrmodell.source import Source


@frozen(kw_only=True)
class Referable:
    """What definitions may refer to.

    Attributes:
        versions: In their order; empty where no profile lists them.
        written: Measure id → its unit.
    """

    measures: Names
    units: Names
    members: Members
    versions: tuple[str, ...]
    written: Mapping[str, str]


def referable(written: Plan, profile: Profile | None = None) -> Referable:
    """What is computed from may be referred to: the amounts of objects are figures of measures, too."""
    plan = lifted(written)
    return Referable(
        measures=Names("measures", (measure.id for measure in plan.measures)),
        units=Names("units", (unit.id for unit in plan.units)),
        members=members_of(plan.dimensions),
        versions=profile.versions if profile else (),
        written={measure.id: measure.unit for measure in reversed(plan.measures)},
    )


def check_definition(measure: Measure, known: Referable) -> Iterator[Finding]:
    """References of *measure*'s definition, and its unit; nothing where it has none."""
    if measure.definition is None:
        return
    if measure.dimensions:
        yield DERIVED_WITH_DIMENSIONS.at(measure.source, name=measure.id)
    for part in walk(measure.definition):
        if isinstance(part, Ref):
            yield from check_reference(measure.source, part, known)
    yield from _check_unit(measure, measure.definition, known.written)


def check_reference(source: Source, reference: Ref, known: Referable) -> Iterator[Finding]:
    """What *reference* names that does not exist."""
    yield from known.measures.dangling(source, reference.measure)
    yield from known.units.dangling(source, reference.unit)
    yield from check_dims(source, reference.dims, tuple(known.members), known.members)
    yield from check_version(source, reference.version, known)


def check_version(source: Source, version: str | None, known: Referable) -> Iterator[Finding]:
    """A version that the profile does not list, where it lists any."""
    if version and known.versions and version not in known.versions:
        near = Names("", known.versions).near(version)
        yield UNKNOWN_VERSION.at(source, name=version, known=", ".join(known.versions), near=near)


def _check_unit(measure: Measure, definition: Expression, written: Mapping[str, str]) -> Iterator[Finding]:
    """The first of its places that mixes units, else a unit that the definition cannot give."""
    mixed = next(mixed_units(definition, written), None)
    if mixed is not None:
        pair = {"first": str(mixed.first), "second": str(mixed.second)}
        yield MIXED_UNITS.at(measure.source, name=measure.id, **pair)
        return
    gives, declared = defined_unit(definition, written), UnitPowers.of(measure.unit)
    if gives is not None and declared is not None and not gives.may_be_called(declared):
        yield WRONG_DEFINED_UNIT.at(measure.source, name=measure.id, unit=measure.unit, gives=str(gives))
