"""What sort of figure an observation is, and in which state it came."""

from enum import Enum


class Kind(Enum):
    """What a value speaks of: utfall, prognos, budget, plan, ingångsvärde or jämförelsetal."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    BUDGET = "budget"
    PLAN = "plan"
    BASELINE = "baseline"
    COMPARISON = "comparison"

    # Every key of every figure holds one: Enum's own, in Python, is a tenth of a lookup's time.
    __hash__ = object.__hash__


class State(Enum):
    """How a value came to be.

    STATED is a printed figure kept only for comparison: it lives in a key space of its own and feeds no value.
    SETTLED is what somebody has decided that the figure is: it stands before what is reported or computed, which is
    shown beside it.
    """

    REPORTED = "reported"
    ESTIMATED = "estimated"
    CARRIED_FORWARD = "carried_forward"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    STATED = "stated"
    SETTLED = "settled"


KIND_WORDS: tuple[tuple[str, Kind], ...] = (
    ("utfall", Kind.OUTCOME),
    ("prognos", Kind.FORECAST),
    ("budget", Kind.BUDGET),
    ("plan", Kind.PLAN),
    ("ingångsvärde", Kind.BASELINE),
    ("jämförelsetal", Kind.COMPARISON),
)
STATE_WORDS: tuple[tuple[str, State], ...] = (
    ("rapporterad", State.REPORTED),
    ("uppskattad", State.ESTIMATED),
    ("framförd", State.CARRIED_FORWARD),
    ("saknas", State.MISSING),
    ("ej aktuell", State.NOT_APPLICABLE),
    ("tryckt", State.STATED),
    ("fastställd", State.SETTLED),
)


def kind_word(kind: Kind) -> str:
    """The Swedish word for *kind* ("utfall")."""
    return next(word for word, known in KIND_WORDS if known is kind)


def require_kind(kind: object) -> None:
    """Raise TypeError unless *kind* is a Kind: a text would be taken for a kind of which there are no figures."""
    if not isinstance(kind, Kind):
        near = dict(KIND_WORDS) | {one.value: one for one in Kind}
        meant = near.get(str(kind).casefold(), Kind.BUDGET)
        raise TypeError(f"a kind is given as Kind.{meant.name}, not as {kind!r}")
