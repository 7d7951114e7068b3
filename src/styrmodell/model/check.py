"""What is inconsistent in a plan by itself: told as findings, all of them, nothing raised."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain

from styrmodell.finding import Findings
from styrmodell.model.checks.assessments import check_assessments
from styrmodell.model.checks.cards import check_cards
from styrmodell.model.checks.circle import circles
from styrmodell.model.checks.circles import check_circles
from styrmodell.model.checks.dimensions import check_dimensions
from styrmodell.model.checks.folding import check_folding
from styrmodell.model.checks.goals import check_goals
from styrmodell.model.checks.hierarchies import check_hierarchies
from styrmodell.model.checks.links import check_ids, check_links
from styrmodell.model.checks.load import check_load
from styrmodell.model.checks.measures import check_measures, uses_of
from styrmodell.model.checks.most import most_of_each
from styrmodell.model.checks.observations import check_observations
from styrmodell.model.checks.printed import check_printed
from styrmodell.model.checks.risks import check_risks
from styrmodell.model.checks.rule_keys import RuleKeys
from styrmodell.model.checks.signs import check_signs
from styrmodell.model.checks.tables import check_tables
from styrmodell.model.checks.targets import check_targets
from styrmodell.model.checks.units import check_head, check_units
from styrmodell.model.checks.values import check_values
from styrmodell.model.checks.work import check_work
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile


def check_plan(
    plan: Plan,
    *,
    rules: Collection[str] = (),
    in_parts: Collection[str] = ("ratio_of_sums",),
    weighted: Collection[str] = ("weighted_mean",),
    adding: Collection[str] = ("sum", "ratio_of_sums"),
    profile: Profile | None = None,
    today: date | None = None,
) -> Findings:
    """Check *plan* in itself.

    Args:
        rules: Keys of the rules measures may name; empty skips that check.
        in_parts: Keys of the rules that take numerators and denominators.
        weighted: Keys of the rules that weigh figures by another measure's.
        adding: Keys of the rules that add up, so that a figure may be told as items: one a counterparty and I/E.
        profile: Words that levels, versions and value lists must be among; None skips those checks.
        today: The day on which the statuses of activities are compared with their dates; None skips that.

    Returns:
        SM201–SM278, in the order units, hierarchies, dimensions, measures, targets, links, goals, scorecards, work,
        risks, values of lists, assessments, tables, printed figures, observations, signs. Of what is wrong in the same
        way at thousands of places in a file the first are told, and how many more there are.
    """
    keys = RuleKeys(known=rules, in_parts=in_parts, weighted=weighted, adding=adding)
    parts = (
        check_head(plan),
        check_units(plan, profile),
        check_hierarchies(plan),
        check_dimensions(plan.dimensions),
        check_measures(plan, rules, profile),
        check_folding(plan, keys),
        check_targets(plan),
        check_ids(plan),
        check_links(plan),
        check_circles(plan),
        check_goals(plan),
        check_cards(plan),
        check_work(plan, today),
        check_load(plan, profile),
        check_risks(plan),
        check_values(plan, profile),
        check_assessments(plan),
        check_tables(plan, profile),
        check_printed(plan),
        check_observations(plan, keys, profile),
        check_signs(plan),
    )
    return Findings.gather(most_of_each(chain.from_iterable(parts)))


def circular_measures(measures: Iterable[Measure]) -> frozenset[str]:
    """Ids of derived measures whose definitions lead back to themselves."""
    return frozenset(name for group in circles(uses_of(measures)) for name in group)
