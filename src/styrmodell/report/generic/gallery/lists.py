"""The gallery's lists: objects as rows, with crosses, ratings, statuses, dates and figures."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from styrmodell.model.plan import Plan
from styrmodell.model.risk import Risk
from styrmodell.model.status import Status
from styrmodell.report.context import Context
from styrmodell.report.generic.gallery.names import SICK_LEAVE, TRIPS
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.value import Value

_IMPACTS = ("Befolkning", "Process", "Medarbetare", "Ekonomi")
_WORDS = ("Grön", "Gul", "Röd")


def risks(plan: Plan, categories: tuple[str, ...]) -> ListSpec[Risk]:
    """Grouped headings over crosses and ratings, and words to choose from."""
    names = {str(unit.id): unit.name for unit in plan.units}
    return ListSpec(
        key="risker",
        caption="Risker",
        items=plan.risks,
        key_of=lambda risk: risk.id,
        fields=(
            Field(key="namn", label="Risk", get=lambda risk: f"{risk.nr} {risk.name}".strip()),
            Field(key="enhet", label="Förvaltning", get=lambda risk: names.get(risk.unit_id or "", "")),
            Field(key="kategori", label="Kategori", get=lambda risk: ", ".join(risk.categories), choices=categories),
            *(
                Field(key=f"p{place}", label=name, group="Påverkar", get=_impact(name))
                for place, name in enumerate(_IMPACTS)
            ),
            *(
                Field(key=aspect, label=label, group="Värdering", get=_rating(label), choices=_WORDS, is_rating=True)
                for aspect, label in (("paverkan", "Påverkan"), ("sannolikhet", "Sannolikhet"))
            ),
            Field(key="plan", label="Åtgärd", get=lambda risk: risk.plan),
            Field(key="ansvarig", label="Ansvarig", get=lambda risk: risk.owner),
        ),
    )


def _impact(name: str) -> Callable[[Risk], bool]:
    return lambda risk: name in risk.impacts


def _rating(aspect: str) -> Callable[[Risk], str]:
    return lambda risk: next((rating.word for rating in risk.ratings if rating.aspect == aspect), "")


@frozen(kw_only=True)
class _Line:
    """A line of the scorecard."""

    perspective: str
    name: str
    target: str
    value: Value
    followed_up: date | None
    owner: str


def scorecard(context: Context) -> ListSpec[_Line]:
    """Goals grouped by perspective, with outcome, status and the day of the figure."""
    lines = (
        ("Befolkning", TRIPS, "trafik"),
        ("Medarbetare", SICK_LEAVE, "halso"),
        ("Medarbetare", SICK_LEAVE, "trafik"),
    )
    return ListSpec(
        key="styrkort",
        caption="Styrkort",
        items=tuple(_line(context, *line) for line in lines),
        group_of=lambda line: line.perspective,
        group_header="Perspektiv",
        fields=(
            Field(key="matt", label="Mått", get=lambda line: line.name),
            Field(key="mal", label="Målvärde", get=lambda line: line.target),
            Field(key="utfall", label="Utfall", get=lambda line: line.value),
            Field(key="status", label="Status", get=_status),
            Field(key="antal", label="Uppgifter", get=lambda line: line.value.reported),
            Field(key="datum", label="Uppgiften avser", get=lambda line: line.followed_up),
            Field(key="ansvarig", label="Ansvarig", get=lambda line: line.owner),
        ),
    )


def _line(context: Context, perspective: str, measure: str, unit: str) -> _Line:
    found = next(known for known in context.plan.measures if known.id == measure)
    place = next(known.name for known in context.plan.units if known.id == unit)
    value = context.value(measure, unit=unit)
    return _Line(
        perspective=perspective,
        name=f"{found.name}, {place}",
        target=str(found.target) if found.target is not None else "",
        value=value,
        followed_up=value.newest,
        owner=found.owner,
    )


def _status(line: _Line) -> Status:
    return line.value.status or Status.NOT_MEASURED
