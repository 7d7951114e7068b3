"""What is said of a measure: its status, and everything that it rests on."""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.reference import Lack, Reference
from styrmodell.aggregation.status.why import Why
from styrmodell.finding import Finding, Findings
from styrmodell.model.assessment import Assessment
from styrmodell.model.baseline import Baseline
from styrmodell.model.measure import Measure
from styrmodell.model.status import Status
from styrmodell.model.target import Target
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.targets.condition import Condition
from styrmodell.model.targets.judge import Evidence
from styrmodell.source import Source


@frozen(kw_only=True)
class ChosenTarget:
    """The target that holds somewhere.

    Attributes:
        level: The target level it stands in; None for the measure's own target.
    """

    target: Target
    level: TargetLevel | None = None
    source: Source = Source()

    @property
    def baseline(self) -> Baseline | None:
        """The baseline that is written beside it."""
        return self.level.baseline if self.level is not None else None


@frozen(kw_only=True)
class Comparison:
    """One demand and what it was held against.

    Attributes:
        condition: The demand as it was compared: what its measure makes clear is filled in.
        evidence: What it was judged by; a frame for costs is held as a size, and then its outcome is, too.
        met: None when it cannot be told.
        gap: How far from it, in the measure's unit; None when that cannot be told.
        reference: What a relative demand was compared with.
        lack: What it needs to be compared with, where that is missing.
    """

    condition: Condition
    evidence: Evidence
    met: bool | None
    gap: Fraction | None
    why: Why
    reference: Reference | None = None
    lack: Lack | None = None
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True, eq=False)
class Judgement:
    """How a measure stands to its target, for one unit and period.

    Attributes:
        place: Where: unit, period, kind, version and members.
        chosen: The target and where it stands; None when there is none.
        target: The target, or the part of it, that is judged here.
        computed: The computed status; None when there is no target.
        met: Whether the target is met, an old figure's too; None when that cannot be told.
        gap: How far from it, in the measure's unit (n_of_m: as a share); None when that cannot be told.
        tolerance: How far it may be and still count as nearly reached.
        stale: Whether the figure is too old to say how it stands now.
        value: The outcome with its working.
        comparison: What was compared, where the target has no parts and it could be.
        parts: Of a target for every unit, a judgement a unit; of several demands, one a demand.
        settled: The newest status that somebody has settled; it stands before the computed one.
        outlook: The newest assessment of how the year will end.
    """

    measure: Measure
    place: Place
    chosen: ChosenTarget | None
    target: Target | None
    computed: Status | None
    why: Why
    value: Explanation
    met: bool | None = None
    gap: Fraction | None = None
    tolerance: Decimal | None = None
    stale: bool = False
    comparison: Comparison | None = None
    parts: tuple["Judgement", ...] = ()
    settled: Assessment | None = None
    outlook: Assessment | None = None

    @property
    def status(self) -> Status | None:
        """The settled status where there is one, else the computed; what goals above see. None without a target."""
        return self.settled.status if self.settled is not None else self.computed

    @property
    def reference(self) -> Reference | None:
        """What the target was compared with, when it is relative; else None."""
        return self.comparison.reference if self.comparison is not None else None

    @property
    def failing(self) -> tuple["Judgement", ...]:
        """The parts that do not meet the target."""
        return tuple(part for part in self.parts if part.met is False)

    @property
    def unknown(self) -> tuple["Judgement", ...]:
        """The parts of which it cannot be told."""
        return tuple(part for part in self.parts if part.met is None)

    @property
    def findings(self) -> Findings:
        """What is doubtful about the status and about the value it rests on."""
        below = (part.findings for part in self.parts)
        told = self.comparison.findings if self.comparison is not None else ()
        return Findings.gather(told, self.value.findings, *below)
