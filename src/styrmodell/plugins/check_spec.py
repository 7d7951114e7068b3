"""Checks that plugins offer."""

from collections.abc import Callable, Iterable

from attrs import frozen

from styrmodell.finding import Code, Finding
from styrmodell.report.context import Context


@frozen(kw_only=True)
class Check:
    """A check of a plan.

    Attributes:
        key: "<plugin>.<check>".
        codes: The codes it may give, "<plugin>.<n>".
        run: Context of the plan's own unit and period → findings; pure.
    """

    key: str
    codes: tuple[Code, ...]
    run: Callable[[Context], Iterable[Finding]]
