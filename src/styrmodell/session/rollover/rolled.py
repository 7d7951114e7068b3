"""What came of rolling a plan over: the new plan, what stayed behind, and what somebody must decide."""

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.model.plan import Plan
from styrmodell.session.rollover.turn import Turn


@frozen(kw_only=True)
class LeftBehind:
    """Something of the old plan that the new one does not hold.

    Attributes:
        kind: The plan's field that held it ("risks").
        key: Its id; of what has none, what it is of ("hyrandel medicin 2023").
        name: What people call it.
        why: Why it stayed, in Swedish; *why_en* in English.
        count: How many it stands for: observations are told by number.
    """

    kind: str
    key: str
    name: str = ""
    why: str = ""
    why_en: str = ""
    count: int = 1


@frozen(kw_only=True)
class Start:
    """An outcome of the old year that is a baseline of the new one.

    Attributes:
        value: As printed.
        sources: The figures it came from.
    """

    measure: str
    unit: str
    value: str
    sources: str


@frozen(kw_only=True)
class Rolled:
    """A plan that was rolled over.

    Attributes:
        plan: The new plan.
        left: What stayed behind.
        starts: Outcomes that became baselines.
        added: How many observations are new: the baselines that no measure holds itself.
        findings: What is to be known and decided (SM470–SM477).
    """

    turn: Turn
    plan: Plan
    left: tuple[LeftBehind, ...] = ()
    starts: tuple[Start, ...] = ()
    added: int = 0
    findings: Findings = Findings()
