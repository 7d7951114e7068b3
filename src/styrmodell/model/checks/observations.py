"""Checks of observations: what they are values of, in which form, and on what grounds."""

from collections.abc import Collection, Iterator

from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.model.checks.dimensions import check_dims, members_of
from styrmodell.model.checks.fold_codes import UNGROUNDED_FIGURE, UNKNOWN_COUNTERPARTY
from styrmodell.model.checks.judge_codes import SELECTION_FIGURE
from styrmodell.model.checks.known_names import Names, lacking
from styrmodell.model.checks.observation_keys import check_keys, key_text
from styrmodell.model.checks.rule_keys import RuleKeys
from styrmodell.model.checks.selections import selections_of
from styrmodell.model.code_set import CodeSet
from styrmodell.model.codes import UNKNOWN_VERSION, WRONG_FORM
from styrmodell.model.kind import State
from styrmodell.model.measure import Dims
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile


def check_observations(plan: Plan, rules: RuleKeys, profile: Profile | None) -> Iterator[Finding]:
    """References, form, version, one standing value a key, counterparties, and grounds of settled figures."""
    yield from check_keys(plan, rules.adding)
    yield from _check_references(plan, rules.in_parts, profile)
    yield from _check_counterparties(plan)
    yield from _check_selections(plan)
    for observation in plan.observations:
        if observation.state is State.SETTLED:
            yield from _check_grounds(observation)


def _check_references(plan: Plan, in_parts: Collection[str], profile: Profile | None) -> Iterator[Finding]:
    units = Names("units", (unit.id for unit in plan.units))
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    names, members = Names("measures", measures), members_of(plan.dimensions)
    versions = Names("", profile.versions if profile else ())
    sound: set[tuple[str, Dims]] = set()
    for observation in plan.observations:
        source, measure = observation.source, measures.get(observation.measure_id)
        if observation.unit_id not in units.known:
            yield from units.dangling(source, observation.unit_id)
        if measure is None:
            yield from names.dangling(source, observation.measure_id)
        elif (measure.id, observation.dims) not in sound:
            faults = tuple(check_dims(source, observation.dims, measure.dimensions, members))
            yield from faults
            if not faults:
                sound.add((measure.id, observation.dims))
        if measure is not None and _is_wrong_form(observation, measure.rule in in_parts):
            yield WRONG_FORM.at(source, measure=measure.id, rule=measure.rule)
        if observation.version and profile and versions.known and observation.version not in versions:
            known, near = ", ".join(profile.versions), versions.near(observation.version)
            yield UNKNOWN_VERSION.at(source, name=observation.version, known=known, near=near)


def _is_wrong_form(observation: Observation, in_parts: bool) -> bool:
    """Whether it holds a fraction where a value is folded, or a value where a fraction is."""
    if observation.state is State.STATED:
        return False
    value, fraction = observation.value is not None, observation.numerator is not None
    return (value and not fraction) if in_parts else (fraction and not value)


def _check_counterparties(plan: Plan) -> Iterator[Finding]:
    """Each counterparty that is neither a unit nor a code, where it first stands."""
    units = Names("units", (unit.id for unit in plan.units))
    sound: set[str] = {""}
    for observation in plan.observations:
        name = observation.counterparty
        if name in sound:
            continue
        sound.add(name)
        if name not in units and not _is_code(name):
            yield UNKNOWN_COUNTERPARTY.at(observation.source, name=name, near=units.near(name))


def _is_code(text: str) -> bool:
    """Whether it is a code or codes, as a ledger's code plan has them."""
    try:
        CodeSet.parse(text)
    except TextError:
        return False
    return True


def _check_selections(plan: Plan) -> Iterator[Finding]:
    """Figures of members that only pick others out; a printed one is compared with what is computed."""
    selections = {(dimension.id, name) for dimension in plan.dimensions for name in selections_of(dimension)}
    for observation in plan.observations if selections else ():
        if observation.state is not State.STATED and not selections.isdisjoint(observation.dims):
            names = " ".join(member for pair in observation.dims if pair in selections for member in pair[1:])
            yield SELECTION_FIGURE.at(observation.source, key=key_text(observation), name=names)


def _check_grounds(observation: Observation) -> Iterator[Finding]:
    lacks = lacking(
        ("värde", "a figure", observation.value is None and observation.numerator is None),
        ("vem (av)", "who (by)", not observation.reporter),
        ("skäl (kommentar)", "why (comment)", not observation.comment),
    )
    if lacks:
        yield UNGROUNDED_FIGURE.at(observation.source, key=key_text(observation), **lacks)
