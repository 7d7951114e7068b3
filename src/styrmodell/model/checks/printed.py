"""Checks of the printed figures that are kept to compare with."""

from collections.abc import Iterator

from styrmodell.errors import TextError
from styrmodell.finding import Finding
from styrmodell.model.checks.links import doubles
from styrmodell.model.checks.table_codes import WRONG_PRINTED
from styrmodell.model.plan import Plan


def check_printed(plan: Plan) -> Iterator[Finding]:
    """Two printed figures of one cell, and what is no figure."""
    yield from doubles("printed", ((one.cell_id, one.source) for one in plan.printed))
    for one in plan.printed:
        try:
            number = one.number
        except TextError:
            number = None
        if number is None:
            yield WRONG_PRINTED.at(one.source, cell=one.cell_id, text=one.text)
