"""The workings of a workspace: what computes, judges, builds and answers, each made when first needed."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import define, field

from styrmodell.aggregation.age import Age
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.traits import traits_of
from styrmodell.aggregation.unit_orders import Order
from styrmodell.aggregation.version import Versions
from styrmodell.finding import Findings
from styrmodell.model.check import circular_measures
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.plugins.registry import Registry
from styrmodell.plugins.rule_guard import guarded_rules
from styrmodell.report.narrative.narrative import Text
from styrmodell.session.inquiry import Inquiry
from styrmodell.session.publish import Publisher, Settings
from styrmodell.session.standing import StatusInquiry, make_judge
from styrmodell.session.template import MasterFile


@define(kw_only=True, eq=False)
class Workings:
    """What a workspace's answers come from.

    Attributes:
        plan: The plan that is computed from: the amounts of its objects are figures, too.
        as_of: The workspace's "today".
        order: The order its units are folded in.
        doubts: Findings that make every document a draft.
        masters: Report key → the workspace's own Word master.
        texts: Section → running text from Word files.
    """

    plan: Plan
    as_of: date
    profile: Profile
    registry: Registry = field(repr=False)
    settings: Settings
    order: Order
    doubts: Findings
    masters: Mapping[str, MasterFile] = field(factory=dict)
    texts: Mapping[str, Text] = field(factory=dict)

    @cached_property
    def evaluator(self) -> Evaluator:
        """What computes values in the workspace's order of units."""
        return self.evaluator_in(self.order)

    def evaluator_in(self, order: Order) -> Evaluator:
        """What computes values in another order.

        Raises:
            UnknownNameError: The plan has no such hierarchy.
        """
        versions = Versions(order=self.profile.versions, additions=self.profile.additions)
        rules = guarded_rules(self.registry)
        index = build_index(self.plan, versions, traits_of(rules), order=order, today=self.as_of)
        circular = circular_measures(self.plan.measures)
        evaluator = Evaluator(index=index, rules=rules, circular=circular, age=Age(today=self.as_of))
        judge = make_judge(evaluator)
        evaluator.judge = lambda measure, one, stale: judge.figure(measure, one, stale=stale)
        return evaluator

    @cached_property
    def statuses(self) -> StatusInquiry:
        """What tells how the plan stands."""
        return StatusInquiry(plan=self.plan, judge=make_judge(self.evaluator))

    @cached_property
    def publisher(self) -> Publisher:
        """What builds reports."""
        return Publisher(
            plan=self.plan,
            as_of=self.as_of,
            profile=self.profile,
            registry=self.registry,
            evaluator=self.evaluator,
            settings=self.settings,
            order=self.order,
            view=self.evaluator_in,
            doubts=self.doubts,
            masters=self.masters,
            texts=self.texts,
        )

    @cached_property
    def inquiry(self) -> Inquiry:
        """What answers questions."""
        return Inquiry(
            plan=self.plan,
            profile=self.profile,
            registry=self.registry,
            evaluator=self.evaluator,
            publisher=self.publisher,
            statuses=self.statuses,
        )
