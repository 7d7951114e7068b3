"""Lifting: the amounts of projects, investments and actions as figures, so that they are summed and explained.

The amounts stay where people wrote them; the plan that is computed from holds them as figures of measures of their
own, split by the dimension "objekt". An object's part is a part of its member, groups pick out objects of one sort,
and a unit that does not own an object is not missing there.
"""

from attrs import evolve

from styrmodell.model.lifting.action_figures import ActionLifter
from styrmodell.model.lifting.action_tree import build_action_tree
from styrmodell.model.lifting.counter_levels import counter_levels
from styrmodell.model.lifting.lifted_measures import ACTION, deviation_measure, held_measures, lifted_measure
from styrmodell.model.lifting.object_amounts import object_figures
from styrmodell.model.lifting.object_dimensions import POSTS, effect_dimension, object_dimension
from styrmodell.model.plan import Plan


def lifted(plan: Plan) -> Plan:
    """*plan* with its objects' amounts as figures of investering, projekt, driftkostnad, atgard and atgard-kalkyl.

    Figures are in kr, income + and cost −. Measures and dimensions that the plan defines itself stand as they are.
    A plan without such objects is returned as it is.
    """
    tree, levels = build_action_tree(plan), counter_levels(plan)
    found = (*object_figures(plan), *ActionLifter(plan=plan, tree=tree, levels=levels).figures())
    # Objects without a single amount have their measures too: nothing is planned, which is no unknown name.
    names = tuple(dict.fromkeys((*held_measures(plan), *(observation.measure_id for observation in found))))
    if not names:
        return plan
    new = (*map(lifted_measure, names), *((deviation_measure(),) if ACTION in names else ()))
    own = {measure.id for measure in plan.measures}
    named = {dimension.id for dimension in plan.dimensions}
    splits = (object_dimension(plan, tree), POSTS, effect_dimension(levels))
    return evolve(
        plan,
        dimensions=(*plan.dimensions, *(split for split in splits if split.id not in named)),
        measures=(*plan.measures, *(evolve(one, source=plan.source) for one in new if one.id not in own)),
        observations=(*plan.observations, *found),
    )
