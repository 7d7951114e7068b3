"""The fictitious region, loaded once, and its reports by name."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import field, frozen

from styrmodell.api import Cell, Document, Heading, Period, Table, Workspace, load

EXAMPLE = Path(__file__).parents[4] / "examples" / "dalarna-fiktiv-2024"


@frozen(kw_only=True)
class Printed:
    """A report as it was built."""

    # A failing test shows what it was given: all of a document would take minutes.
    document: Document = field(repr=False)

    @property
    def tables(self) -> dict[str, Table]:
        """Its tables by key."""
        return {table.key: table for table in self.document.tables()}

    def cell(self, table: str, row: str, column: str) -> Cell:
        """A figure by the keys of its table, row and column."""
        return next(cell for cell in self.tables[table].cells() if cell.id.endswith(f"/{table}/{row}/{column}"))

    def exact(self, table: str, row: str, column: str) -> Fraction | None:
        """The figure unrounded: money in kr, a share of one; None where there is none."""
        working = self.cell(table, row, column).explanation
        return None if working is None or working.exact is None else Fraction(working.exact)

    def texts(self, table: str, row: str) -> dict[str, str]:
        """What is printed in a row, by column."""
        found = self.tables[table]
        cells = next(one.cells for one in found.rows if one.key == row)
        return {column.key: cell.text for column, cell in zip(found.columns, cells, strict=True)}

    @property
    def headings(self) -> tuple[str, ...]:
        """The chapters."""
        return tuple(block.text for block in self.document.flow if isinstance(block, Heading) and block.level == 1)

    @property
    def prose(self) -> str:
        """The running text."""
        return "\n".join(text for block in self.document.flow if isinstance(text := getattr(block, "text", None), str))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what is doubtful in it."""
        return tuple(finding.code.code for finding in self.document.findings)


@pytest.fixture(scope="session")
def example() -> Path:
    """The example's folder."""
    return EXAMPLE


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    """The example."""
    return load(EXAMPLE).require()


@pytest.fixture(scope="session")
def report(workspace: Workspace) -> Callable[[str, str, str], Printed]:
    """Kind, unit and period → that report, each built once."""
    made: dict[tuple[str, str, str], Printed] = {}

    def build(kind: str, unit: str, period: str) -> Printed:
        key = (kind, unit, period)
        if key not in made:
            spec = workspace.publisher.spec(f"dalarna.{kind}")
            made[key] = Printed(document=workspace.publisher.document(spec, unit, Period.parse(period)))
        return made[key]

    return build
