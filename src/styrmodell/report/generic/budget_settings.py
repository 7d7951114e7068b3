"""The settings of generic.resultatbudget, and what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from styrmodell.finding import Finding
from styrmodell.model.ids import near_names
from styrmodell.model.plan import Plan
from styrmodell.report.context import Context
from styrmodell.report.generic.setting_codes import WRONG_SETTING
from styrmodell.source import Source

SETTINGS = ("matt", "indelning", "enhet", "versioner")
_MEASURE, _DIMENSION, _SCALE, _VERSIONS = SETTINGS
# What the workspace reads of every report's settings.
_COMMON = ("hierarchy", "on", "as_now", "master")
_SCALES = ("kr", "tkr", "mnkr")
_EVERY = "alla"


@frozen(kw_only=True)
class BudgetSettings:
    """What the workspace says of the table.

    Attributes:
        measures: Ids, in the order in which they stand; none for every measure in kr.
        split: The dimension whose members are told apart; empty for none.
        scale: What money is printed in.
        every_version: Whether each version of a budget or forecast has its column.
    """

    measures: tuple[str, ...] = ()
    split: str = ""
    scale: str = "tkr"
    every_version: bool = False


def read_settings(settings: Mapping[str, str]) -> BudgetSettings:
    """The settings as they are written."""
    names = (part.strip() for part in settings.get(_MEASURE, "").split(";"))
    return BudgetSettings(
        measures=tuple(filter(None, names)),
        split=settings.get(_DIMENSION, "").strip(),
        scale=settings.get(_SCALE, "").strip() or "tkr",
        every_version=settings.get(_VERSIONS, "").strip().casefold() == _EVERY,
    )


def setting_faults(context: Context) -> Iterator[Finding]:
    """SM497 for every setting that is none, or names what is not there."""
    plan, read = context.plan, read_settings(context.settings)
    for name in context.settings:
        if name not in (*SETTINGS, *_COMMON):
            yield _fault(context, name, context.settings[name], SETTINGS, ("en inställning", "a setting"))
    known = [str(one.id) for one in plan.measures]
    for name in read.measures:
        if name not in known:
            yield _fault(context, _MEASURE, name, known, ("ett måtts id", "the id of a measure"))
    dimensions = _dimensions(plan, read)
    if read.split and read.split not in dimensions:
        words = ("en indelning som måttet har", "a dimension that the measure has")
        yield _fault(context, _DIMENSION, read.split, dimensions, words)
    if read.scale not in _SCALES:
        yield _fault(context, _SCALE, read.scale, _SCALES, ("kr, tkr eller mnkr", "kr, tkr or mnkr"))
    if context.settings.get(_VERSIONS, "") and not read.every_version:
        yield _fault(context, _VERSIONS, context.settings[_VERSIONS], (_EVERY,), (_EVERY, _EVERY))


def _dimensions(plan: Plan, read: BudgetSettings) -> list[str]:
    """Those of the measures named; of all where a name is wrong, which is told once."""
    named = [one for one in plan.measures if one.id in read.measures]
    measures = named if len(named) == len(set(read.measures)) > 0 else plan.measures
    return list(dict.fromkeys(str(name) for one in measures for name in one.dimensions))


def _fault(context: Context, name: str, value: str, known: Iterable[str], expected: tuple[str, str]) -> Finding:
    source = Source(file="styrmodell.toml", place=f"reports.{context.report}.{name}")
    args = {"expected": expected[0], "expected_en": expected[1], "near": near_names(_sought(name, value, known), known)}
    return WRONG_SETTING.at(source, report=context.report, name=name, value=value, **args)


def _sought(name: str, value: str, known: Iterable[str]) -> str:
    """What looks alike is sought for: the setting's own name where that is what is not known."""
    return name if tuple(known) == SETTINGS else value
