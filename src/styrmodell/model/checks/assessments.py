"""Checks of assessments: of one thing, by somebody, for a reason, and one a day."""

from collections.abc import Iterator
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.assessment import Assessment
from styrmodell.model.checks.judge_codes import ASSESSED_THING, DOUBLE_ASSESSMENT, INCOMPLETE_ASSESSMENT
from styrmodell.model.checks.known_names import lacking
from styrmodell.model.plan import Plan
from styrmodell.source import Source

_BOTH = MappingProxyType({"what": "både ett mått och ett mål", "what_en": "both a measure and a goal"})
_NEITHER = MappingProxyType({"what": "varken ett mått eller ett mål", "what_en": "neither a measure nor a goal"})


def check_assessments(plan: Plan) -> Iterator[Finding]:
    """What each assessment is of and holds, and two of one thing and day; ids are told with the other links."""
    seen: dict[tuple[object, ...], Source] = {}
    for one in plan.assessments:
        if (one.measure_id is None) == (one.goal_id is None):
            yield ASSESSED_THING.at(one.source, key=_name(one), **(_NEITHER if one.measure_id is None else _BOTH))
        lacks = lacking(
            (
                "status eller bedömning av året (outlook)",
                "status or outlook",
                one.status is None and one.outlook is None,
            ),
            ("vem (by)", "who (by)", not one.by),
            ("skäl (why)", "why (why)", not one.why),
        )
        if lacks:
            yield INCOMPLETE_ASSESSMENT.at(one.source, key=_name(one), **lacks)
        key = (one.measure_id, one.goal_id, one.unit_id, one.period, one.dated)
        if key in seen:
            yield DOUBLE_ASSESSMENT.at(one.source, key=_name(one), other=str(seen[key]))
        seen.setdefault(key, one.source)


def _name(one: Assessment) -> str:
    things = [thing for thing in (one.measure_id, one.goal_id) if thing is not None]
    return " ".join((*things, one.unit_id, one.period.text))
