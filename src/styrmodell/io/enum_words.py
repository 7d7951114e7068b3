"""The Swedish words that people write for each choice of the model; the English ones are the choices' own values."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from styrmodell.io.values import word_value, words_of
from styrmodell.model.action import ActionOrigin, EffectBasis, OutcomeMethod
from styrmodell.model.activity import WORK_WORDS, WorkStatus
from styrmodell.model.baseline import BaselineKind
from styrmodell.model.decision import DecisionKind
from styrmodell.model.direction import DIRECTION_WORDS, Direction
from styrmodell.model.due import WEEKEND_WORDS, Weekend
from styrmodell.model.frequency import CADENCE_WORDS, Cadence
from styrmodell.model.goal import Stewardship
from styrmodell.model.hierarchy import HierarchyKind
from styrmodell.model.internal import INTERNAL_WORDS, Internal
from styrmodell.model.kind import KIND_WORDS, STATE_WORDS, Kind, State
from styrmodell.model.lifting.object_groups import BASIS_WORDS, ORIGIN_WORDS
from styrmodell.model.measure import MissingPolicy, OverTime, Steering
from styrmodell.model.plan_state import PlanState
from styrmodell.model.status import OUTLOOK_WORDS, STATUS_WORDS, Outlook, Status
from styrmodell.model.status_rule import STATUS_CHOICE_WORDS, StatusChoice
from styrmodell.model.target import ChangeUnit, TargetDoubt, TargetKind

_CHOICES: tuple[tuple[type[Enum], tuple[tuple[str, Any], ...]], ...] = (
    (Kind, KIND_WORDS),
    (State, STATE_WORDS),
    (WorkStatus, WORK_WORDS),
    (Direction, DIRECTION_WORDS),
    (Cadence, CADENCE_WORDS),
    (Weekend, WEEKEND_WORDS),
    (Internal, INTERNAL_WORDS),
    (Status, STATUS_WORDS),
    (Outlook, OUTLOOK_WORDS),
    (StatusChoice, STATUS_CHOICE_WORDS),
    (
        PlanState,
        (("utkast", PlanState.DRAFT), ("beslutad", PlanState.DECIDED), ("ersatt", PlanState.SUPERSEDED)),
    ),
    (
        MissingPolicy,
        (
            ("delvis", MissingPolicy.PARTIAL),
            ("strikt", MissingPolicy.STRICT),
            ("senaste gäller", MissingPolicy.CARRY_FORWARD),
            ("tomt", MissingPolicy.BLANK),
        ),
    ),
    (
        OverTime,
        (
            ("summa", OverTime.SUM),
            ("sista", OverTime.LAST),
            ("medel", OverTime.MEAN),
            ("kvot", OverTime.RATIO),
            ("hittills i år", OverTime.YEAR_TO_DATE),
            ("rullande 12", OverTime.ROLLING_12),
        ),
    ),
    (Steering, (("styr", Steering.STEERED), ("övervaka", Steering.MONITORED))),
    (Stewardship, (("finansiellt", Stewardship.FINANCIAL), ("verksamhet", Stewardship.OPERATIONAL))),
    (
        HierarchyKind,
        (
            ("politisk", HierarchyKind.POLITICAL),
            ("linje", HierarchyKind.LINE),
            ("ekonomiskt ansvar", HierarchyKind.ECONOMIC),
        ),
    ),
    (ActionOrigin, tuple((word, origin) for origin, word in ORIGIN_WORDS.items())),
    (EffectBasis, tuple((word, basis) for basis, word in BASIS_WORDS.items())),
    (
        OutcomeMethod,
        (
            ("bokförd", OutcomeMethod.BOOKED),
            ("beräknad", OutcomeMethod.COMPUTED),
            ("bedömd", OutcomeMethod.JUDGED),
        ),
    ),
    (
        DecisionKind,
        (
            ("antecknad", DecisionKind.NOTED),
            ("godkänd", DecisionKind.APPROVED),
            ("förslag", DecisionKind.PROPOSAL),
            ("beslutad", DecisionKind.DECIDED),
            ("uppdrag", DecisionKind.ASSIGNMENT),
        ),
    ),
    (TargetKind, ()),
    (TargetDoubt, ()),
    (ChangeUnit, (("procent", ChangeUnit.PERCENT), ("procentenheter", ChangeUnit.POINTS))),
    (BaselineKind, ()),
)
_WORDS = MappingProxyType({choice: words_of(choice, words) for choice, words in _CHOICES})


def choice_words(choice: type[Enum]) -> Mapping[str, Any]:
    """Every word that may be written for a member of *choice*, Swedish and English, and its meaning."""
    return _WORDS.get(choice) or words_of(choice, ())


def choice_value(value: object, choice: type[Enum]) -> Any:
    """The member of *choice* that a word means (SM121)."""
    return word_value(value, choice_words(choice))
