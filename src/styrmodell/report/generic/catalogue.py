"""generic.mattkatalog: every measure with its definition, source, owner, target and what it serves."""

from collections.abc import Iterator

from styrmodell.finding import Text
from styrmodell.model.expression_text import expression_text
from styrmodell.model.lifting.lifted_measures import DEVIATION, OBJECT
from styrmodell.model.measure import Measure, Steering
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage
from styrmodell.report.generic.plain_report import Names, listed, plain_report, written
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.rule_words import rule_title

_STEERING = {Steering.STEERED: "styr", Steering.MONITORED: "övervakas"}


def _blocks(context: Context) -> Iterator[Block]:
    """In two tables: more columns than a page takes would be read by nobody."""
    measures = tuple(one for one in context.plan.measures if OBJECT not in one.dimensions and one.id != DEVIATION)
    yield NewPage(landscape=True)
    for key, caption, fields, wanted in (
        ("definitioner", "Definitioner", _definitions(), ()),
        ("ansvar", "Källa, ansvar och mål", _duties(context), ("kalla", "ansvarig", "mal")),
    ):
        spec = ListSpec(key=key, caption=caption, items=measures, key_of=lambda one: one.id, fields=fields)
        yield listed(context, spec, wanted)


def _definitions() -> tuple[Field[Measure], ...]:
    return (
        Field(key="namn", label="Mått", get=lambda one: one.name),
        Field(key="id", label="Id", get=lambda one: one.id),
        Field(key="beskrivning", label="Beskrivning", get=lambda one: one.description),
        Field(key="definition", label="Beräkning", get=_definition),
        Field(key="enhet", label="Enhet", get=lambda one: one.unit),
        Field(key="indelning", label="Indelning", get=lambda one: ", ".join(one.dimensions)),
    )


def _duties(context: Context) -> tuple[Field[Measure], ...]:
    names = Names(plan=context.plan)
    return (
        Field(key="namn", label="Mått", get=lambda one: one.name),
        Field(key="kalla", label="Källa", get=lambda one: one.system),
        Field(key="rapportering", label="Rapportering", get=lambda one: written(one.reporting)),
        Field(key="ansvarig", label="Ansvarig", get=lambda one: one.owner),
        Field(key="rapportor", label="Rapporterar", get=lambda one: one.reporting_owner),
        Field(key="ingang", label="Ingångsvärde", get=lambda one: written(one.baseline)),
        Field(key="mal", label="Målvärde", get=lambda one: written(one.target)),
        Field(key="bidrar", label="Bidrar till", get=lambda one: names.goals(one.goals)),
        Field(key="styrning", label="Styrning", get=lambda one: _STEERING[one.steering] if one.steering else ""),
    )


def _definition(one: Measure) -> str:
    """How it is computed: its definition, else the rule that folds it over units."""
    return expression_text(one.definition) if one.definition is not None else rule_title(one.rule)


CATALOGUE = plain_report(
    "generic.mattkatalog", Text(sv="Måttkatalog", en="Catalogue of measures"), _blocks, lambda plan: plan.measures
)
