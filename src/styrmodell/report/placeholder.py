"""``{{ name }}`` in running text: a figure where it stands, a table or a chart where it has a paragraph of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import define, evolve, field

from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.flow import Prose, Read, Run, map_runs
from styrmodell.report.numbers import with_unit
from styrmodell.report.table import Cell, Table

Part: TypeAlias = Cell | Table | Chart | Matrix
_PLACEHOLDER = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")


@define(kw_only=True, eq=False)
class Filling:
    """Text with its placeholders filled.

    Attributes:
        parts: What a name may stand for.
        used: Names that were asked for and found.
        unknown: Names that *parts* does not hold; they are printed as they stand.
        inside: Names of tables and charts that stand inside a sentence; they are printed as they stand.
    """

    parts: Mapping[str, Part]
    used: dict[str, None] = field(factory=dict)
    unknown: dict[str, None] = field(factory=dict)
    inside: dict[str, None] = field(factory=dict)

    def fill(self, blocks: Iterable[Read]) -> Iterator[Read | Table | Chart | Matrix]:
        """*blocks* with figures in their sentences and tables in the place of their paragraphs."""
        for block in blocks:
            alone = _PLACEHOLDER.fullmatch(block.text.strip()) if isinstance(block, Prose) else None
            part = self.parts.get(alone[1]) if alone else None
            if part is not None and not isinstance(part, Cell) and alone is not None:
                self.used[alone[1]] = None
                yield part
            else:
                yield map_runs(block, self._filled)

    def _filled(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(part for run in runs for part in self._split(evolve(run, note=self._filled(run.note))))

    def _split(self, run: Run) -> Iterator[Run]:
        at = 0
        for found in _PLACEHOLDER.finditer(run.text):
            cell = self._figure(found[1])
            if cell is None:
                continue
            if found.start() > at:
                yield evolve(run, text=run.text[at : found.start()], note=())
            yield evolve(run, text=figure_text(cell), figure=cell, note=())
            at = found.end()
        if run.text[at:] or run.note or not run.text:
            yield evolve(run, text=run.text[at:])

    def _figure(self, name: str) -> Cell | None:
        part = self.parts.get(name)
        told = self.unknown if part is None else self.used if isinstance(part, Cell) else self.inside
        told[name] = None
        return part if isinstance(part, Cell) else None


def figure_text(cell: Cell) -> str:
    """A figure as running text prints it, with its unit: "454 800 m²"."""
    return with_unit(cell.text, cell.style.unit) if cell.figure is not None else cell.text
