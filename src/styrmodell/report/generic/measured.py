"""Columns of measures with target, outcome, status, coverage and age: what a scorecard's and a goal's tables share."""

from datetime import date

from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.model.status import Status
from styrmodell.report.context import Context
from styrmodell.report.generic.plain_report import NO_COMMENT, Names, written
from styrmodell.report.list_spec import Field
from styrmodell.report.value import Value

# What says how a measure has gone: no columns of a card that is only planned yet.
FOLLOWED = ("utfall", "status", "tackning", "avser", "kommentar")
# What somebody should have written.
WANTED = ("mal",)


def measured_fields(context: Context) -> tuple[Field[Judgement], ...]:
    """The columns."""
    names = Names(plan=context.plan)

    def value(one: Judgement) -> Value:
        return context.value_of(one.value)

    return (
        Field(key="matt", label="Mått", get=lambda one: one.measure.name),
        Field(key="enhet", label="Enhet", get=lambda one: _unit(one, context, names)),
        Field(key="ingang", label="Ingångsvärde", get=_baseline),
        Field(key="mal", label="Målvärde", get=_target),
        Field(key="utfall", label="Utfall", get=value, named=True),
        Field(key="status", label="Status", get=lambda one: one.status or Status.NOT_MEASURED),
        Field(key="tackning", label="Täckning", get=lambda one: coverage_words(value(one))),
        Field(key="avser", label="Uppgiften avser", get=lambda one: _day(value(one))),
        Field(key="kalla", label="Källa", get=lambda one: one.measure.system),
        Field(key="rapportering", label="Rapportering", get=reporting_words),
        Field(key="ansvarig", label="Ansvarig", get=lambda one: one.measure.owner),
        Field(key="kommentar", label="Kommentar", get=_comment),
    )


def has_outcome(one: Judgement) -> bool:
    """Whether any of its figures has come, or somebody has settled how it stands."""
    return one.value.coverage.reported > 0 or one.settled is not None


def coverage_words(value: Value) -> str:
    """ "3 av 4" where some figures are lacking; empty where all came."""
    return f"{value.reported} av {value.expected}" if value.reported < value.expected else ""


def reporting_words(one: Judgement) -> str:
    """How often it is reported, in the words that were written."""
    return written(one.measure.reporting)


def _unit(one: Judgement, context: Context, names: Names) -> str:
    return names.unit(one.place.unit) if one.place.unit != context.unit.id else ""


def _baseline(one: Judgement) -> str:
    chosen = one.chosen.baseline if one.chosen is not None else None
    return written(chosen or one.measure.baseline)


def _target(one: Judgement) -> str:
    return written(one.target)


def _day(value: Value) -> date | None:
    return value.oldest


def _comment(one: Judgement) -> str:
    """Why, in the words of whoever judged or reported; what is not reached must have it."""
    return comment_of(one) or (NO_COMMENT if one.status is Status.MISSED else "")


def comment_of(one: Judgement) -> str:
    """Why, in the words of whoever judged or reported; empty where nobody said."""
    told = [made.why for made in (one.settled, one.outlook) if made is not None and made.why]
    told += [figure.comment for figure in one.value.observations if figure.comment]
    return "; ".join(dict.fromkeys(told))
