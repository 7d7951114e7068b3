"""A small plan, made in Python, that tests can share."""

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.ids import DimensionId, MemberId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.number import Number
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.unit import Unit
from styrmodell.plugins.registry import Registry, registry_of
from styrmodell.session.workspace import Workspace

AS_OF = date(2020, 9, 30)


_UNITS = (
    Unit(id=UnitId("forvaltning"), name='Förvaltningen för "hälsa" & vård', level="förvaltning"),
    Unit(id=UnitId("norr"), name="Norr <5 år>", level="verksamhet", parent_id=UnitId("forvaltning")),
    Unit(id=UnitId("soder"), name="Söder", level="verksamhet", parent_id=UnitId("forvaltning")),
)
_KINDS = Dimension(
    id=DimensionId("slag"),
    members=(
        Member(id=MemberId("netto"), name="Netto", parts=(MemberId("intakt"), MemberId("kostnad"))),
        Member(id=MemberId("intakt"), name="Intäkter"),
        Member(id=MemberId("kostnad"), name="Kostnader"),
    ),
)
_MEASURES = (
    Measure(id="ekonomi", name="Ekonomi & <budget>", unit="kr", dimensions=(DimensionId("slag"),)),
    Measure(id="invanare", name="Invånare", unit="antal"),
    Measure(
        id="ekonomi-per-inv",
        name="Ekonomi per invånare",
        unit="kr/inv",
        definition=parse_expression("ekonomi / invanare"),
    ),
)


def _budget(measure: str, unit: str, value: Number | None, *dims: tuple[str, str]) -> Observation:
    return Observation(
        measure_id=measure,
        unit_id=unit,
        period=Period.year(2020),
        kind=Kind.BUDGET,
        dims=dims,
        value=value,
        state=State.MISSING if value is None else State.REPORTED,
        reported=date(2020, 1, 15),
    )


def example_plan() -> Plan:
    """A förvaltning with two verksamheter, money by kind, inhabitants and a ratio of them; one figure is missing.

    Texts hold & < > " å ä ö, so that a report that loses one of them shows.
    """
    return Plan(
        id="exempel-2020",
        unit_id=UnitId("forvaltning"),
        period=Period.year(2020),
        dnr="EX/1/2020",
        units=_UNITS,
        dimensions=(_KINDS,),
        measures=_MEASURES,
        observations=(
            _budget("ekonomi", "norr", 1_200_500, ("slag", "intakt")),
            _budget("ekonomi", "norr", -3_400_250, ("slag", "kostnad")),
            _budget("ekonomi", "soder", 800_000, ("slag", "intakt")),
            _budget("ekonomi", "soder", None, ("slag", "kostnad")),
            _budget("invanare", "norr", 1_234),
            _budget("invanare", "soder", 2_345),
        ),
    )


def make_workspace(
    plan: Plan,
    modules: Mapping[str, object] | None = None,
    *,
    profile: str = "",
    registry: Registry | None = None,
) -> Workspace:
    """A workspace of *plan* without files.

    Args:
        modules: Plugin name → module with hooks; the built-in reports are there always.
        profile: Name of the plugin whose newest profile is used; empty for none.
        registry: Plugins that are loaded already, in place of *modules*.

    Raises:
        PluginError: A module cannot be loaded.
    """
    # A module that cannot be loaded stops the test; a report that fails is told as in any workspace.
    registry = evolve(registry or registry_of(modules or {}, strict=True), strict=False)
    offered = sorted(registry.profiles.get(profile, ()), key=lambda known: known.valid_from)
    used = offered[-1] if offered else Profile(key=profile, valid_from=date.min)
    return Workspace(plan=plan, as_of=AS_OF, profile=used, registry=registry)
