"""What a form is made of, before it is written."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from styrmodell.model.period import Period
from styrmodell.report.document import Edition
from styrmodell.report.form.inputs import Input
from styrmodell.report.form.object_sheet import ObjectSheet
from styrmodell.report.table import Cell


@frozen(kw_only=True)
class FormHead:
    """What a form is, and whose.

    Attributes:
        id: The hash of workspace, plan, reports, unit, period and year that tells it from others.
        reports: Keys of the reports whose tables it holds.
        tables: Keys of those tables.
        due: The day it is to be back; None where nobody said.
        roles: The roles that answer for the figures.
    """

    id: str
    workspace: str
    plan: str
    year: str
    reports: tuple[str, ...]
    tables: tuple[str, ...]
    unit: str
    unit_name: str
    period: Period
    as_of: date
    due: date | None = None
    roles: tuple[str, ...] = ()


@frozen(kw_only=True)
class FormContent:
    """A form.

    Attributes:
        editions: The documents with the tables to fill in alone, worked out as if every cell were filled in: then
            every total has its formula.
        known: Cell id → the cell as it is known today.
        inputs: Cell id → what is to be filled in there.
        sheets: The sheets that ask for objects and texts.
        cover: The edition that page heads and feet of the first sheet and of *sheets* are those of.
    """

    head: FormHead
    editions: tuple[Edition, ...]
    known: Mapping[str, Cell] = field(repr=False)
    inputs: Mapping[str, Input] = field(repr=False)
    sheets: tuple[ObjectSheet, ...] = ()
    cover: Edition
