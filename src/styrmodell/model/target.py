"""Targets (målvärde, målnivå): a typed condition with the original words."""

from typing import Self

from attrs import field, fields, frozen, resolve_types

from styrmodell.model.direction import Direction
from styrmodell.model.number import Exact
from styrmodell.model.targets.condition import ChangeUnit, Condition, TargetDoubt, TargetKind
from styrmodell.model.targets.judge import Evidence, fraction, judge
from styrmodell.model.targets.print import condition_text
from styrmodell.model.targets.text import read_condition

__all__ = ["ChangeUnit", "Target", "TargetDoubt", "TargetKind"]


@frozen(kw_only=True)
class Target(Condition):
    """A target (målvärde): a condition with its original words.

    Attributes:
        parts: The targets of all_of, or the one of every_unit.

    Raises:
        ValueError: Fields that its *kind* has no use for, or lacks: a limit without a level, a change without a size.
    """

    parts: tuple["Target", ...] = field(default=())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text* as a target as people write it ("Max 90 dagar från sänd remiss").

        Never raises for what is written: what cannot be read becomes a milestone with the doubt UNREAD.
        """
        return cls._of(read_condition(text))

    @classmethod
    def _of(cls, condition: Condition) -> Self:
        names = (one.name for one in fields(Condition) if one.name != "parts")
        parts = tuple(map(cls._of, condition.parts))
        return cls(**{name: getattr(condition, name) for name in names}, parts=parts)

    def __str__(self) -> str:
        return condition_text(self)

    def is_met(
        self,
        value: Exact | int | None,
        *,
        reference: Exact | int | None = None,
        numerator: Exact | int | None = None,
        denominator: Exact | int | None = None,
        direction: Direction | None = None,
    ) -> bool | None:
        """Whether an outcome meets the target, compared exactly.

        n_of_m compares shares, so 24 of 24 meets "25 av 25". every_unit takes the value of one unit: ask once a unit.
        all_of takes the same outcome for every part. A change in per cent is of the reference's size.

        Args:
            value: The outcome as the measure holds it: a share of one for %, kr for money, 1 for yes and 0 for no.
            reference: The baseline, or the outcome of the named period, held in the same way.
            numerator: Used with *denominator* where there is no value; n_of_m prefers the two to the value.
            direction: Which way the measure is good: a bare number, "bibehålla" and "förbättra" need it.

        Returns:
            None when it cannot be told: a milestone, an outcome or a needed reference or direction that is
            missing, or a change that is not said to be per cent or points.

        Raises:
            TypeError: A float or a truth value.
            ValueError: NaN or an infinity.
        """
        figures = {"value": value, "reference": reference, "numerator": numerator, "denominator": denominator}
        exact = {name: fraction(figure) for name, figure in figures.items()}
        return judge(self, Evidence(**exact, direction=direction))


# A target holds targets, which its own class body can only name; what asks for the types finds the class.
resolve_types(Target)
