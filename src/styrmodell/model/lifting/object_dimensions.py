"""The dimensions that lifted figures are split by: the objects, their posts and their effects."""

from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import MemberId
from styrmodell.model.lifting.action_effect import COUNTER, GROSS, NET
from styrmodell.model.lifting.action_tree import ActionTree
from styrmodell.model.lifting.counter_levels import CounterLevels
from styrmodell.model.lifting.lifted_measures import EFFECT, OBJECT, POST
from styrmodell.model.lifting.object_groups import object_groups
from styrmodell.model.lifting.object_tops import object_parts
from styrmodell.model.plan import Plan

POSTS = Dimension(
    id=POST,
    name="Post",
    members=(
        Member(id=MemberId("utgift"), name="Utgift", parts=(MemberId("kostnad"), MemberId("investering"))),
        Member(id=MemberId("kostnad"), name="Kostnad"),
        Member(id=MemberId("investering"), name="Investering"),
        Member(id=MemberId("drift"), name="Drift per år", parts=(MemberId("arskostnad"), MemberId("kapitalkostnad"))),
        Member(id=MemberId("arskostnad"), name="Årskostnad"),
        Member(id=MemberId("kapitalkostnad"), name="Kapitalkostnad"),
    ),
)
_COLLECTIONS = ("investments", "projects", "actions")


def effect_dimension(levels: CounterLevels) -> Dimension:
    """Net as gross and counter-effects; the latter in levels where some unit that bears one is above another."""
    parts = levels.members()
    members = (
        Member(id=NET, name="Netto", parts=(GROSS, COUNTER)),
        Member(id=GROSS, name="Brutto"),
        Member(id=COUNTER, name="Moteffekt", parts=parts),
        *(Member(id=part, name=f"Moteffekt, nivå {level}") for level, part in enumerate(parts, 1)),
    )
    return Dimension(id=EFFECT, name="Effekt", members=members)


def object_dimension(plan: Plan, tree: ActionTree) -> Dimension:
    """Every object that may have amounts, once, and the groups of them; objects of two kinds with one id share one.

    What is told by another action is there to be shown, and is no part of the whole.
    """
    names: dict[str, str] = {}
    for collection in _COLLECTIONS:
        others = frozenset(names)
        for thing in getattr(plan, collection):
            names.setdefault(thing.id, thing.name)
    shown, parts = tree.repeated - others, _parts(plan)
    members = (
        Member(id=MemberId(name), name=label, parts=parts.get(name, ()), selection=name in shown)
        for name, label in names.items()
    )
    return Dimension(id=OBJECT, name="Objekt", members=(*members, *(group.member() for group in object_groups(plan))))


def _parts(plan: Plan) -> dict[str, tuple[MemberId, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for collection in _COLLECTIONS:
        for whole, parts in object_parts(plan, collection).items():
            found[whole] = tuple(dict.fromkeys((*found.get(whole, ()), *parts)))
    return {whole: tuple(map(MemberId, parts)) for whole, parts in found.items()}
