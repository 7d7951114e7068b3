"""The measures that amounts of projects, investments and actions are figures of."""

from collections.abc import Iterator
from types import MappingProxyType

from styrmodell.model.direction import Direction
from styrmodell.model.expression import Difference, Ref
from styrmodell.model.ids import DimensionId, MeasureId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY, Measure, MissingPolicy, OverTime
from styrmodell.model.plan import Plan

OBJECT = DimensionId("objekt")
POST = DimensionId("post")
EFFECT = DimensionId("effekt")
INVESTMENT = MeasureId("investering")
PROJECT = MeasureId("projekt")
RUNNING = MeasureId("driftkostnad")
ACTION = MeasureId("atgard")
CALCULATION = MeasureId("atgard-kalkyl")
DEVIATION = MeasureId("atgard-avvikelse")
_ACCUMULATED = "-ackumulerad"
_BESIDE = "-utom-summa"
_NAMES = MappingProxyType(
    {
        INVESTMENT: "Investeringar",
        PROJECT: "Projekt",
        RUNNING: "Ökade driftkostnader per år",
        ACTION: "Åtgärder, effekt",
        CALCULATION: "Åtgärder, beräknad effekt",
    }
)
_SUFFIXES = MappingProxyType({_ACCUMULATED: ", ackumulerat", _BESIDE: ", utom summan"})
_DIMENSIONS = MappingProxyType(
    {
        INVESTMENT: (OBJECT,),
        PROJECT: (OBJECT, POST),
        RUNNING: (OBJECT, POST),
        ACTION: (OBJECT, EFFECT),
        CALCULATION: (OBJECT, EFFECT),
    }
)
# Where no amount is written nothing is planned. An action without an outcome lacks it.
_BLANK = (INVESTMENT, PROJECT, RUNNING)
# Whose amounts they are: fields of the plan.
_HOLDERS = MappingProxyType(
    {
        INVESTMENT: ("investments",),
        PROJECT: ("projects",),
        RUNNING: ("investments", "projects"),
        ACTION: ("actions",),
        CALCULATION: ("actions",),
    }
)


def held_by(measure: str) -> tuple[str, ...]:
    """The fields of a plan whose objects *measure* adds up; empty for a measure that is not lifted."""
    return _HOLDERS.get(MeasureId(measure.removesuffix(_ACCUMULATED)), ())


def held_measures(plan: Plan) -> Iterator[MeasureId]:
    """The measures of what *plan* has investments, projects and IT projects for."""
    if plan.investments:
        yield from (INVESTMENT, accumulated(INVESTMENT))
    if plan.projects:
        yield from (PROJECT, accumulated(PROJECT))
    if plan.it_projects:
        yield RUNNING


def accumulated(measure: MeasureId) -> MeasureId:
    """The measure of all that was spent until the end of a period."""
    return MeasureId(measure + _ACCUMULATED)


def beside(measure: MeasureId) -> MeasureId:
    """The measure of what is shown and not added: a part's figures, where its whole has one of its own."""
    return MeasureId(measure + _BESIDE)


def lifted_measure(name: MeasureId) -> Measure:
    """The measure *name*, where the plan does not define it itself."""
    suffix = next((suffix for suffix in _SUFFIXES if name.endswith(suffix)), "")
    first = MeasureId(name.removesuffix(suffix))
    return Measure(
        id=name,
        name=_NAMES[first] + _SUFFIXES.get(suffix, ""),
        unit=MONEY,
        dimensions=_DIMENSIONS[first],
        over_time=OverTime.LAST if suffix == _ACCUMULATED else OverTime.SUM,
        missing=MissingPolicy.BLANK if first in _BLANK else MissingPolicy.PARTIAL,
        is_owned=True,
    )


def deviation_measure() -> Measure:
    """Forecast less target of actions, as an identity."""
    forecast, target = (Ref(measure=ACTION, kind=kind) for kind in (Kind.FORECAST, Kind.PLAN))
    return Measure(
        id=DEVIATION,
        name="Åtgärder, avvikelse mot mål",
        unit=MONEY,
        definition=Difference(left=forecast, right=target),
        direction=Direction.HIGHER,
    )
