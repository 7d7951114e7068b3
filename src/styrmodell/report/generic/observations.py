"""generic.observationer: every figure that somebody has told, a row each, for people and for other programs.

The CSV file is tidy: one figure a row, one thing a column, plain numbers and days. The JSON file says what the columns
hold, as a data package does (Frictionless Data, tabular-data-package), with the measures' definitions and units.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from styrmodell.csv_guard import guarded
from styrmodell.finding import Text
from styrmodell.model.expression_text import expression_text
from styrmodell.model.kind import STATE_WORDS, kind_word
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.generic.plain_report import PlainReport, listed, written
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.spec import ALL_FORMATS, Format, ReportSpec

_TITLE = Text(sv="Uppgifter", en="Observations")
_CSV = "generic.observationer.csv"


@frozen(kw_only=True)
class DataColumn:
    """A column of the CSV file."""

    name: str
    type: str
    text: str
    get: Callable[[Observation], str]


def columns_of(plan: Plan) -> tuple[DataColumn, ...]:
    """The columns of *plan*'s CSV file; the dimensions of its figures have one each."""
    units = {unit.id: unit.name for unit in plan.units}
    measures = {measure.id: measure for measure in plan.measures}
    states = {state: word for word, state in STATE_WORDS}
    dims = dict.fromkeys(name for one in plan.observations for name, _ in one.dims)
    return (
        DataColumn(name="measure", type="string", text="Måttets id.", get=lambda one: one.measure_id),
        DataColumn(
            name="measure_name",
            type="string",
            text="Måttets namn.",
            get=lambda one: _name(measures.get(one.measure_id)),
        ),
        DataColumn(name="unit_id", type="string", text="Enhetens id.", get=lambda one: one.unit_id),
        DataColumn(
            name="unit_name", type="string", text="Enhetens namn.", get=lambda one: guarded(units.get(one.unit_id, ""))
        ),
        DataColumn(
            name="period",
            type="string",
            text="Perioden: 2024, 2024-08 eller ett spann.",
            get=lambda one: one.period.text,
        ),
        DataColumn(
            name="start", type="date", text="Periodens första dag.", get=lambda one: one.period.first_day.isoformat()
        ),
        DataColumn(
            name="end", type="date", text="Periodens sista dag.", get=lambda one: one.period.last_day.isoformat()
        ),
        DataColumn(
            name="kind", type="string", text="utfall, budget, prognos eller plan.", get=lambda one: kind_word(one.kind)
        ),
        DataColumn(
            name="version", type="string", text="Vilken prognos eller budget.", get=lambda one: guarded(one.version)
        ),
        *(
            DataColumn(
                name=f"dim_{name}",
                type="string",
                text=f"Medlem i indelningen {name}.",
                get=_member(name),
            )
            for name in dims
        ),
        DataColumn(
            name="value",
            type="number",
            text="Värdet i enheten unit; tomt när det saknas.",
            get=lambda one: _plain(one.value),
        ),
        DataColumn(
            name="numerator", type="number", text="Täljaren, för en kvot.", get=lambda one: _plain(one.numerator)
        ),
        DataColumn(
            name="denominator", type="number", text="Nämnaren, för en kvot.", get=lambda one: _plain(one.denominator)
        ),
        DataColumn(
            name="unit",
            type="string",
            text="Enheten: kr, antal; % är en andel av ett.",
            get=lambda one: _unit(measures, one),
        ),
        DataColumn(
            name="state",
            type="string",
            text="rapporterad, uppskattad, saknas …",
            get=lambda one: states.get(one.state, "rapporterad"),
        ),
        DataColumn(
            name="as_of",
            type="date",
            text="Dagen uppgiften gäller.",
            get=lambda one: one.as_of.isoformat() if one.as_of else "",
        ),
        DataColumn(
            name="reported",
            type="date",
            text="Dagen den lämnades.",
            get=lambda one: one.reported.isoformat() if one.reported else "",
        ),
        DataColumn(
            name="reporter", type="string", text="Rollen som lämnade den.", get=lambda one: guarded(one.reporter)
        ),
        DataColumn(name="comment", type="string", text="Kommentar.", get=lambda one: guarded(one.comment)),
        DataColumn(
            name="source",
            type="string",
            text="Fil och plats den lästes från.",
            get=lambda one: guarded(str(one.source)),
        ),
    )


def _name(measure: Measure | None) -> str:
    return "" if measure is None else guarded(measure.name)


def _unit(measures: Any, one: Observation) -> str:
    return measures[one.measure_id].unit if one.measure_id in measures else ""


def _member(name: str) -> Callable[[Observation], str]:
    return lambda one: dict(one.dims).get(name, "")


def _plain(value: Any) -> str:
    return "" if value is None else f"{value:f}"


def _data(context: Context, form: Format) -> bytes:
    columns = columns_of(context.plan)
    return _csv(context.plan, columns) if form == "csv" else _json(context, columns)


def _csv(plan: Plan, columns: tuple[DataColumn, ...]) -> bytes:
    """RFC 4180: commas, CRLF, quotes where they are needed; UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([one.name for one in columns])
    gets = [one.get for one in columns]
    writer.writerows([get(observation) for get in gets] for observation in plan.observations)
    return target.getvalue().encode()


def _json(context: Context, columns: tuple[DataColumn, ...]) -> bytes:
    plan = context.plan
    package = {
        "profile": "tabular-data-package",
        "name": plan.id or str(plan.unit_id),
        "title": plan.title or context.unit.name,
        "created": context.as_of.isoformat(),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "observationer",
                "path": _CSV,
                "format": "csv",
                "encoding": "utf-8",
                "rows": len(plan.observations),
                "schema": {
                    "fields": [{"name": one.name, "type": one.type, "description": one.text} for one in columns],
                    "missingValues": [""],
                },
            }
        ],
        "measures": [_measure(one) for one in plan.measures],
        "units": [{"id": one.id, "name": one.name, "parent": one.parent_id} for one in plan.units],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _measure(one: Measure) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit,
        "rule": one.rule,
        "definition": expression_text(one.definition) if one.definition is not None else None,
        "description": one.description,
        "source": one.system,
        "owner": one.owner,
        "target": written(one.target) or None,
        "dimensions": list(one.dimensions),
        "goals": [link.id for link in one.goals],
    }


@frozen(kw_only=True)
class _Line:
    """What has been told of a measure."""

    measure: Measure
    told: tuple[Observation, ...]


def _blocks(context: Context) -> Iterator[Block]:
    lines = tuple(_lines(context.plan))
    yield NewPage(landscape=True)
    yield Paragraph(text=f"{len(context.plan.observations)} uppgifter. Var och en står som en rad i {_CSV}.")
    yield listed(
        context,
        ListSpec(
            key="matt",
            caption="Uppgifter per mått",
            items=lines,
            key_of=lambda one: one.measure.id,
            fields=(
                Field(key="namn", label="Mått", get=lambda one: one.measure.name),
                Field(key="enhet", label="Enhet", get=lambda one: one.measure.unit),
                Field(key="antal", label="Uppgifter", get=lambda one: len(one.told)),
                Field(key="enheter", label="Enheter", get=lambda one: len({o.unit_id for o in one.told})),
                Field(key="fran", label="Från", get=lambda one: min(o.period for o in one.told).text),
                Field(key="till", label="Till", get=lambda one: max(o.period for o in one.told).text),
                Field(key="per", label="Senast per", get=lambda one: _newest(o.as_of for o in one.told)),
                Field(key="lamnad", label="Senast lämnad", get=lambda one: _newest(o.reported for o in one.told)),
            ),
        ),
    )


def _lines(plan: Plan) -> Iterator[_Line]:
    found: dict[str, list[Observation]] = {}
    for one in plan.observations:
        found.setdefault(one.measure_id, []).append(one)
    return (_Line(measure=one, told=tuple(found[one.id])) for one in plan.measures if one.id in found)


def _newest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


_REPORT = PlainReport(title=_TITLE, blocks=_blocks, holds=lambda plan: plan.observations)
OBSERVATIONS = ReportSpec(
    key="generic.observationer",
    title=_TITLE,
    build=_REPORT.build,
    instances=_REPORT.instances,
    formats=ALL_FORMATS,
    data=_data,
)
