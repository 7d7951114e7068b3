"""Report specifications: what a plugin offers."""

from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Literal

from attrs import frozen

from styrmodell.finding import Text
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.report.context import Context
from styrmodell.report.document import Document

Format = Literal["docx", "xlsx", "html", "csv", "json"]
# What a document is written in.
FORMATS: tuple[Format, ...] = ("docx", "xlsx", "html")
# What data for other programs are written in.
DATA_FORMATS: tuple[Format, ...] = ("csv", "json")
ALL_FORMATS = (*FORMATS, *DATA_FORMATS)


@frozen(kw_only=True)
class Master:
    """A Word master shipped inside a package.

    Attributes:
        package: Import name of the package that holds it.
        path: Path inside the package, with forward slashes.
    """

    package: str
    path: str

    def read(self) -> bytes:
        """The master's bytes, from a wheel or an editable install alike."""
        return files(self.package).joinpath(self.path).read_bytes()


def own_instance(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """The plan's own unit and period: one document."""
    return ((plan.unit_id, plan.period),)


@frozen(kw_only=True)
class ReportSpec:
    """A report that can be rendered.

    Attributes:
        key: "<plugin>.<report>", lower case.
        build: Context → Document; pure: a function of a module, or a method of plain data.
        formats: What it is offered in; "csv" and "json" need *data*.
        instances: The (unit, period) pairs for which the plan calls for a document.
        data: Gives the bytes of a data format: the report's figures for other programs.

    Raises:
        ValueError: A data format, and no *data*.
    """

    key: str
    title: Text
    build: Callable[[Context], Document]
    formats: tuple[Format, ...] = FORMATS
    master: Master | None = None
    instances: Callable[[Plan], Iterable[tuple[UnitId, Period]]] = own_instance
    data: Callable[[Context, Format], bytes] | None = None

    def __attrs_post_init__(self) -> None:
        lacking = [one for one in self.formats if one in DATA_FORMATS and self.data is None]
        if lacking:
            raise ValueError(f"report {self.key!r} offers {', '.join(lacking)} and has no data")
