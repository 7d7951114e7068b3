"""What the tests of the aggregation share: small worlds, written in a line or two."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from attrs import frozen

from styrmodell.aggregation.age import Age
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.traits import traits_of
from styrmodell.aggregation.unit_orders import AS_THEN, Order
from styrmodell.aggregation.version import Versions
from styrmodell.model import hierarchy
from styrmodell.model.check import circular_measures
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import Expression, Ref
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Successor, Unit

NO_HIERARCHIES: Mapping[str, str] = MappingProxyType({})


@frozen(kw_only=True)
class World:
    """A plan and its evaluator."""

    plan: Plan
    evaluator: Evaluator

    def explain(
        self,
        asked: Expression | str,
        unit: str = "r",
        *,
        period: str = "2020",
        kind: Kind = Kind.OUTCOME,
        version: str = "",
        ie: str = "",
        internal: Internal | None = None,
        **dims: str,
    ) -> Explanation:
        """Ask for a definition's text, or an expression, at a place."""
        expression = parse_expression(asked) if isinstance(asked, str) else asked
        where = {"unit": unit, "period": Period.parse(period), "dims": tuple(dims.items())}
        place = Place(**where, kind=kind, version=version, ie=ie, internal=internal)
        return self.evaluator.explain(expression, place)

    def sound(self, asked: Expression | str, unit: str = "r", **where: Any) -> Explanation:
        """The same, once every step of it has been computed again."""
        found = self.explain(asked, unit, **where)
        told = recheck(found, self.evaluator.rules)
        assert not told, told.text()
        return found

    def value(self, asked: Expression | str, unit: str = "r", **where: Any) -> Fraction | None:
        """The exact value alone, once every step of it has been computed again."""
        found = self.sound(asked, unit, **where).exact
        return None if found is None else Fraction(found)

    def codes(self, asked: Expression | str, unit: str = "r", **where: Any) -> list[str]:
        """The codes of what is doubtful."""
        return [finding.code.code for finding in self.sound(asked, unit, **where).findings]

    def covered(self, asked: Expression | str, unit: str = "r", **where: Any) -> tuple[int, int]:
        """How many figures came of those that were expected."""
        coverage = self.sound(asked, unit, **where).coverage
        return (coverage.reported, coverage.expected)

    def slot(self, asked: str, **where: Any):
        """The slot that a measure's figures lie in."""
        return self.evaluator.index.slot(self.explain(Ref(measure=asked), **where).bound)


def _standing(text: str) -> tuple[str, str | None, dict[str, date | None], tuple[Successor, ...]]:
    """Read "a<r@2020-01-01..2020-06-30>b*1/3+c*2/3": name, the one above, first and last day, and who took over."""
    rest, _, followers = text.partition(">")
    rest, _, days = rest.partition("@")
    name, _, parent = rest.partition("<")
    first, _, last = days.partition("..")
    pairs = (word.partition("*") for word in followers.split("+") if word)
    taken = tuple(Successor(unit_id=unit, share=Fraction(share or 1)) for unit, _, share in pairs)
    valid = {"valid_from": first, "valid_to": last}
    return name, parent or None, {key: date.fromisoformat(day) if day else None for key, day in valid.items()}, taken


def _units(text: str) -> tuple[Unit, ...]:
    """Read "r a<r b<a@2020-07-01..": every unit with its parent after "<", and its days after "@"."""
    read = map(_standing, text.split())
    return tuple(
        Unit(id=name, name=name.upper(), parent_id=parent, successors=taken, **days)
        for name, parent, days, taken in read
    )


def _hierarchy(name: str, text: str) -> hierarchy.Hierarchy:
    """Read the places of a hierarchy, written as units are."""
    read = map(_standing, text.split())
    places = (hierarchy.Place(unit_id=unit, parent_id=parent, **days) for unit, parent, days, _ in read)
    return hierarchy.Hierarchy(id=name, places=tuple(places))


def _dimension(name: str, text: str) -> Dimension:
    """Read "summa=a+b b=c+d": every sum with its parts; what is only a part is a leaf."""
    sums = dict(word.split("=") for word in text.split())
    parts = {member: tuple(of.split("+")) for member, of in sums.items()}
    leaves = dict.fromkeys(part for of in parts.values() for part in of if part not in parts)
    members = (*(Member(id=member, parts=of) for member, of in parts.items()), *(Member(id=leaf) for leaf in leaves))
    return Dimension(id=name, members=members)


@pytest.fixture
def world():
    """Make a world: units as "r a<r b<r", dimensions as slag="netto=intakt+kostnad", and hierarchies as units."""

    def make(
        units: str,
        measures: Iterable[Measure],
        observations: Iterable[Observation],
        *,
        versions: tuple[str, ...] = (),
        additions: tuple[str, ...] = (),
        rules: Iterable[Rule[Any]] = BUILT_IN,
        hierarchies: Mapping[str, str] = NO_HIERARCHIES,
        order: Order = AS_THEN,
        today: date | None = None,
        **dimensions: str | Dimension,
    ) -> World:
        made = _units(units)
        plan = Plan(
            unit_id=made[0].id,
            period=Period.year(2020),
            units=made,
            hierarchies=tuple(_hierarchy(name, text) for name, text in hierarchies.items()),
            dimensions=tuple(
                one if isinstance(one, Dimension) else _dimension(name, one) for name, one in dimensions.items()
            ),
            measures=tuple(measures),
            observations=tuple(observations),
        )
        named = {rule.key: rule for rule in rules}
        known = Versions(order=versions, additions=additions)
        evaluator = Evaluator(
            index=build_index(plan, known, traits_of(named), order=order, today=today),
            rules=named,
            circular=circular_measures(plan.measures),
            age=Age(today=today),
        )
        return World(plan=plan, evaluator=evaluator)

    return make


@pytest.fixture
def measure():
    """Make a measure: measure("ekonomi", "dvo slag", unit="kr") or measure("kvot", definition="a / b")."""

    def make(name: str, dims: str = "", *, unit: str = "kr", definition: str = "", **more: Any) -> Measure:
        parsed = parse_expression(definition) if definition else None
        return Measure(id=name, name=name, unit=unit, dimensions=tuple(dims.split()), definition=parsed, **more)

    return make


@pytest.fixture
def obs():
    """Make an observation: obs("ekonomi", "r", "100", slag="intakt"); other words than the model's are members."""
    fields = {field.name for field in attrs.fields(Observation)}

    def make(name: str, unit: str, value: str | None = None, *, period: str = "2020", **more: Any) -> Observation:
        dims = tuple((dimension, member) for dimension, member in more.items() if dimension not in fields)
        known = {word: more[word] for word in more if word in fields}
        return Observation(measure_id=name, unit_id=unit, period=Period.parse(period), value=value, dims=dims, **known)

    return make
