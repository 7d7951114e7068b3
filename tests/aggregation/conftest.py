"""What the tests of the aggregation share: small worlds, written in a line or two."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.version import Versions
from styrmodell.model.check import circular_measures
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import Expression, Ref
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit


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
        **dims: str,
    ) -> Explanation:
        """Ask for a definition's text, or an expression, at a place."""
        expression = parse_expression(asked) if isinstance(asked, str) else asked
        place = Place(unit=unit, period=Period.parse(period), kind=kind, version=version, dims=tuple(dims.items()))
        return self.evaluator.explain(expression, place)

    def value(self, asked: Expression | str, unit: str = "r", **where: Any) -> Fraction | None:
        """The exact value alone."""
        found = self.explain(asked, unit, **where).exact
        return None if found is None else Fraction(found)

    def codes(self, asked: Expression | str, unit: str = "r", **where: Any) -> list[str]:
        """The codes of what is doubtful."""
        return [finding.code.code for finding in self.explain(asked, unit, **where).findings]

    def slot(self, asked: str, **where: Any):
        """The slot that a measure's figures lie in."""
        return self.evaluator.index.slot(self.explain(Ref(measure=asked), **where).bound)


def _units(text: str) -> tuple[Unit, ...]:
    """Read "r a<r b<a": every unit with its parent after "<"."""
    pairs = (word.partition("<") for word in text.split())
    return tuple(Unit(id=name, name=name.upper(), parent_id=parent or None) for name, _, parent in pairs)


def _dimension(name: str, text: str) -> Dimension:
    """Read "summa=a+b b=c+d": every sum with its parts; what is only a part is a leaf."""
    sums = dict(word.split("=") for word in text.split())
    parts = {member: tuple(of.split("+")) for member, of in sums.items()}
    leaves = dict.fromkeys(part for of in parts.values() for part in of if part not in parts)
    members = (*(Member(id=member, parts=of) for member, of in parts.items()), *(Member(id=leaf) for leaf in leaves))
    return Dimension(id=name, members=members)


@pytest.fixture
def world():
    """Make a world: units as "r a<r b<r", dimensions as slag="netto=intakt+kostnad"."""

    def make(
        units: str,
        measures: Iterable[Measure],
        observations: Iterable[Observation],
        *,
        versions: tuple[str, ...] = (),
        rules: Iterable[Rule[Any]] = BUILT_IN,
        **dimensions: str,
    ) -> World:
        made = _units(units)
        plan = Plan(
            unit_id=made[0].id,
            period=Period.year(2020),
            units=made,
            dimensions=tuple(_dimension(name, text) for name, text in dimensions.items()),
            measures=tuple(measures),
            observations=tuple(observations),
        )
        evaluator = Evaluator(
            index=build_index(plan, Versions(order=versions)),
            rules={rule.key: rule for rule in rules},
            circular=circular_measures(plan.measures),
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
    fields = {"kind", "version", "state", "numerator", "denominator", "as_of", "reported", "precision", "source"}

    def make(name: str, unit: str, value: str | None = None, *, period: str = "2020", **more: Any) -> Observation:
        dims = tuple((dimension, member) for dimension, member in more.items() if dimension not in fields)
        known = {word: more[word] for word in more if word in fields}
        return Observation(measure_id=name, unit_id=unit, period=Period.parse(period), value=value, dims=dims, **known)

    return make
