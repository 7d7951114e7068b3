"""Printed figures compared, cell by cell: both sides computed, and what moved them."""

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.key import Bound, Key
from styrmodell.errors import RenderError
from styrmodell.finding import Finding, Findings
from styrmodell.model.measure import Measure
from styrmodell.model.number import Exact
from styrmodell.plugins.rule_guard import RuleError
from styrmodell.report.document import Document
from styrmodell.report.numbers import with_unit
from styrmodell.report.table import Cell
from styrmodell.report.table_text import cell_name, column_name
from styrmodell.session.compare.betterment import is_better, is_better_deviation
from styrmodell.session.compare.causes import Causes
from styrmodell.session.compare.difference import CELLS, ChangeGroup, ChangeKind, Difference
from styrmodell.session.compare.figures import moved
from styrmodell.session.plugin_call import not_built
from styrmodell.session.workspace import Workspace


@frozen(kw_only=True, eq=False)
class Printed:
    """A figure as a report prints it.

    Attributes:
        name: Where it stands, in words: "Ekonomi: SUMMA VERKSAMHET, Budget 2020 Netto".
    """

    cell: Cell
    name: str

    @property
    def text(self) -> str:
        """What is printed, with its unit; empty where nothing is."""
        is_figure = self.cell.figure is not None
        return with_unit(self.cell.text, self.cell.style.unit) if is_figure else self.cell.text

    @property
    def says_something(self) -> bool:
        """Whether it prints a figure, or a status."""
        return not self.cell.is_blank and not self.cell.is_missing


@define(kw_only=True, eq=False)
class Prints:
    """Every figure that a workspace's reports print, by cell id.

    Attributes:
        failed: Reports that could not be built.
    """

    workspace: Workspace
    cells: dict[str, Printed] = field(factory=dict)
    failed: list[Finding] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for key in self.workspace.reports():
            try:
                self.cells = self._of(key) | self.cells
            except (RenderError, RuleError) as error:
                if isinstance(error, RuleError) and self.workspace.registry.strict:
                    raise
                self.failed.append(not_built(self.workspace.registry, key, error))

    def _of(self, key: str) -> dict[str, Printed]:
        """The figures of one report, computed: here what is wrong with its plugin, or with a rule, is told."""
        found: dict[str, Printed] = {}
        for document in self._documents(key):
            for printed in _printed(document):
                if printed.cell.explanation is not None:
                    found.setdefault(printed.cell.id, printed)
        return found

    def _documents(self, key: str) -> Iterator[Document]:
        publisher = self.workspace.publisher
        spec = publisher.spec(key)
        for unit, period in publisher.instances(spec):
            if publisher.has_unit(unit):
                yield publisher.document(spec, unit, period)


def _printed(document: Document) -> Iterator[Printed]:
    for table in (*document.tables(), *document.chart_tables()):
        names = [column_name(column) for column in table.columns]
        for row in table.rows:
            for name, cell in zip(names, row.cells, strict=False):
                if isinstance(cell, Cell):
                    words = (table.caption or document.title, cell_name(row, name))
                    yield Printed(cell=cell, name=": ".join(filter(None, words)))
    for cell in document.prose_cells():
        label = cell.explanation.label if cell.explanation is not None else cell.id
        yield Printed(cell=cell, name=f"{document.title}: {label}")


@define(kw_only=True, eq=False)
class PrintedChanges:
    """Tells the changes of printed figures; one that is printed in several places is told once."""

    old: Prints
    new: Prints
    causes: Causes
    measures: Mapping[str, Measure]

    @property
    def findings(self) -> Findings:
        """Reports that could not be built on either side."""
        return Findings.gather(self.old.failed, self.new.failed)

    def all(self) -> tuple[Difference, ...]:
        """The changes, in the order they are printed."""
        told: dict[tuple[object, ...], Difference] = {}
        for name in dict.fromkeys((*self.new.cells, *self.old.cells)):
            old, new = self.old.cells.get(name), self.new.cells.get(name)
            if not _differs(old, new):
                continue
            same = (_bound(old), _bound(new), _figure(old), _figure(new))
            if same in told and same[:2] != (None, None):
                told[same] = evolve(told[same], cells=(*told[same].cells, name))
            else:
                told[same] = self._change(name, old, new)
        return tuple(told.values())

    def _change(self, name: str, old: Printed | None, new: Printed | None) -> Difference:
        one = new or old
        assert one is not None
        before, after = (None if side is None else side.cell.explanation for side in (old, new))
        kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
        working = after or before
        values = before.exact if before else None, after.exact if after else None
        return Difference(
            group=ChangeGroup.PRINTED,
            kind=kind,
            object_kind=CELLS,
            object=name,
            name=one.name,
            field="value",
            field_name="värde",
            old=old.text if old else "",
            new=new.text if new else "",
            unit=working.unit if working else "",
            style=one.cell.style,
            cells=(name,),
            moved_by=self.causes.of(before, after) or self.causes.of_report(name.partition("@")[0]),
            better=self._better(one, *values),
            **moved(*values),
        )

    def _better(self, one: Printed, old: Exact | None, new: Exact | None) -> bool | None:
        bound = one.cell.explanation.bound if one.cell.explanation is not None else None
        measure = self.measures.get(bound.measure) if isinstance(bound, Key) else None
        found = is_better(measure, old, new)
        return is_better_deviation(one.cell.style, old, new) if found is None else found


def _differs(old: Printed | None, new: Printed | None) -> bool:
    """Whether two prints of a cell differ; one that is new or gone counts when it says something."""
    if old is None or new is None:
        only = old or new
        return only is not None and only.says_something
    return _figure(old) != _figure(new) or old.text != new.text


def _figure(printed: Printed | None) -> object:
    working = printed.cell.explanation if printed is not None else None
    return None if working is None else (working.exact, working.status, working.counts)


def _bound(printed: Printed | None) -> Bound | None:
    working = printed.cell.explanation if printed is not None else None
    return None if working is None else working.bound
