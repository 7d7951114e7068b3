"""generic.observationer: every figure that somebody has told, a row each, for people and for other programs.

The CSV file is tidy: one figure a row, one thing a column, plain numbers and days. The JSON file says what the columns
hold, as a data package does (Frictionless Data, tabular-data-package), with the measures' definitions and units.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from styrmodell.finding import Text
from styrmodell.model.expression_text import expression_text
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.generic.data_columns import DataColumn, columns_of
from styrmodell.report.generic.plain_report import PlainReport, listed, written
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.spec import ALL_FORMATS, Format, ReportSpec

_TITLE = Text(sv="Uppgifter", en="Observations")
_CSV = "generic.observationer.csv"


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

    @property
    def periods(self) -> set[Period]:
        """Each period once: there are few, and comparing them takes time."""
        return {one.period for one in self.told}


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
                Field(key="fran", label="Från", get=lambda one: min(one.periods).text),
                Field(key="till", label="Till", get=lambda one: max(one.periods).text),
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
