"""The index of an output folder: one page that leads to every document in it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version

from styrmodell.finding import Findings, Severity
from styrmodell.report.html import FileView, IndexView, ReportRow, write_index
from styrmodell.report.spec import ALL_FORMATS
from styrmodell.session.manifest import NO_REPORT, Output
from styrmodell.session.rendered import CELLS
from styrmodell.session.workspace import Workspace

NAME = "index.html"
Instance = tuple[str, str, str]


def index_bytes(workspace: Workspace, outputs: Iterable[Output], made: Mapping[Instance, Findings]) -> bytes:
    """Write the index of *outputs* as one self-contained, accessible HTML file.

    Args:
        outputs: What stands in the folder and is asked for, of this run and of earlier ones.
        made: (report, unit, period) of this run's documents → what is doubtful about them; whether documents of
            earlier runs are drafts, and what was doubtful, is not known any more, and the index says so.
    """
    found = dict[Instance, list[Output]]()
    for output in outputs:
        if output.report != NO_REPORT and output.format in ALL_FORMATS and not output.file.endswith(CELLS):
            found.setdefault((output.report, output.unit, output.period), []).append(output)
    plan = workspace.plan
    names = {str(unit.id): unit.name for unit in plan.units} if plan is not None else {}
    own = str(plan.unit_id) if plan is not None else ""
    index = IndexView(
        title=workspace.name or names.get(own, own),
        unit=names.get(own, own),
        as_of=workspace.as_of.isoformat(),
        generator=f"styrmodell {version('styrmodell')}",
        rows=tuple(_row(workspace, names, instance, files, made.get(instance)) for instance, files in found.items()),
    )
    return write_index(index)


def _row(
    workspace: Workspace,
    names: Mapping[str, str],
    instance: Instance,
    files: Sequence[Output],
    findings: Findings | None,
) -> ReportRow:
    report, unit, period = instance
    spec = workspace.registry.reports.get(report)
    in_order = sorted(files, key=lambda output: ("html", "docx", "xlsx", "csv", "json").index(output.format))
    return ReportRow(
        title=spec.title.sv if spec is not None else report,
        unit=names.get(unit, unit),
        period=period,
        draft=_is_draft(workspace) if findings is not None else None,
        counts=_counts(findings.open()) if findings is not None else None,
        acknowledged=len(findings.acknowledged()) if findings is not None else 0,
        files=tuple(FileView(form=output.format, name=output.file) for output in in_order),
    )


def _is_draft(workspace: Workspace) -> bool:
    return workspace.publisher.is_draft


def _counts(findings: Findings) -> tuple[tuple[Severity, int], ...]:
    counted = Counter(finding.code.severity for finding in findings)
    return tuple((severity, counted[severity]) for severity in Severity)
