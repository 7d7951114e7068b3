"""From a list of objects to a table: one row an object, words and figures side by side."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import define, evolve, field

from styrmodell.model.status import Status
from styrmodell.report.build import Setting
from styrmodell.report.list_spec import Field, ListSpec, Shown
from styrmodell.report.numbers import format_number, make_style
from styrmodell.report.status_mark import rating_tone, status_mark
from styrmodell.report.table import CROSS, Cell, ColumnKind, Table, TableCell, TableColumn, TableRow, TextCell
from styrmodell.report.value import Value


def build_list(spec: ListSpec[Any], setting: Setting) -> Table:
    """Make *spec*'s table.

    Raises:
        ValueError: No fields, double keys, two objects that name their rows alike, or a mark without a note.
    """
    keys = [field.key for field in spec.fields]
    if not keys or len(set(keys)) < len(keys):
        raise ValueError(f"list {spec.key!r}: {'double field keys' if keys else 'no fields'}")
    return _Builder(spec=spec, prefix=f"{setting.prefix}/{spec.key}").table()


@define(kw_only=True, eq=False)
class _Builder:
    spec: ListSpec[Any]
    prefix: str
    shown: tuple[tuple[Shown, ...], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.shown = tuple(tuple(one.get(item) for one in self.spec.fields) for item in self.spec.items)

    def table(self) -> Table:
        first, *others = self.spec.fields
        names = self.row_keys()
        rows = zip(names, self.spec.items, self.shown, strict=True)
        return Table(
            id=self.prefix,
            key=self.spec.key,
            caption=self.spec.caption,
            row_header=first.label,
            columns=tuple(self.column(place, one) for place, one in enumerate(others, 1)),
            rows=tuple(self.row(name, item, shown) for name, item, shown in rows),
            unit=self.spec.unit,
            notes=self.spec.notes,
            group_header=self.spec.group_header,
            sheet=self.spec.sheet,
        )

    def row_keys(self) -> Sequence[str]:
        spec = self.spec
        if spec.key_of is None:
            return [str(number) for number, _ in enumerate(spec.items, 1)]
        names = [spec.key_of(item) for item in spec.items]
        double = sorted({name for name in names if names.count(name) > 1})
        if double:
            raise ValueError(f"list {spec.key!r}: two rows are called {', '.join(double)}")
        return names

    def column(self, place: int, one: Field[Any]) -> TableColumn:
        kinds = [_kind(row[place], one) for row in self.shown if row[place] is not None]
        return TableColumn(
            key=one.key,
            label=one.label,
            group=one.group,
            notes=one.notes,
            kind=kinds[0] if kinds else ColumnKind.RATING if one.is_rating else ColumnKind.TEXT,
            choices=one.choices,
        )

    def row(self, name: str, item: Any, shown: Sequence[Shown]) -> TableRow:
        pairs = zip(self.spec.fields[1:], shown[1:], strict=True)
        label = shown[0]
        return TableRow(
            key=name,
            label=label if isinstance(label, str) else _words(label),
            notes=self.marks(item),
            cells=tuple(self.cell(name, item, one, content) for one, content in pairs),
            group=self.spec.group_of(item) if self.spec.group_of is not None else "",
        )

    def marks(self, item: Any) -> tuple[str, ...]:
        found = self.spec.marks_of(item) if self.spec.marks_of is not None else ()
        noted = {note.mark for note in self.spec.notes}
        lacking = [mark for mark in found if mark not in noted]
        if lacking:
            raise ValueError(f"list {self.spec.key!r}: the mark {lacking[0]!r} has no note")
        return found

    def cell(self, row: str, item: Any, one: Field[Any], content: Shown) -> TableCell:
        name = f"{self.prefix}/{row}/{one.key}"
        if isinstance(content, Value):
            own = one.decimals_of(item) if one.decimals_of is not None else None
            decimals = next((told for told in (own, one.decimals) if told is not None), content.decimals)
            unit = one.unit_of(item) if one.unit_of is not None else ""
            style = evolve(make_style(content.unit, unit or one.unit, decimals), named=one.named)
            working = content.working
            return Cell(id=name, style=style, open=None if working is None else lambda: working)
        if isinstance(content, Status):
            mark = status_mark(content)
            return TextCell(id=name, text=mark.text, kind=ColumnKind.STATUS, status=content, tone=mark.tone)
        if isinstance(content, int) and not isinstance(content, bool):
            return TextCell(id=name, text=_words(content), kind=ColumnKind.COUNT, number=content)
        tone = rating_tone(content) if one.is_rating and isinstance(content, str) else None
        return TextCell(id=name, text=_words(content), kind=_kind(content, one), tone=tone)


def _kind(content: Shown, one: Field[Any]) -> ColumnKind:
    # bool before str and date: order does not matter between them, but a datetime is a date and a bool an int.
    if isinstance(content, bool):
        return ColumnKind.MARK
    if isinstance(content, int):
        return ColumnKind.COUNT
    if isinstance(content, Value):
        return ColumnKind.FIGURE
    if isinstance(content, Status):
        return ColumnKind.STATUS
    if isinstance(content, date):
        return ColumnKind.DATE
    return ColumnKind.RATING if one.is_rating else ColumnKind.TEXT


def _words(content: Shown) -> str:
    if isinstance(content, bool):
        return CROSS if content else ""
    if isinstance(content, Status):
        return status_mark(content).text
    if isinstance(content, Value):
        return content.text()
    if isinstance(content, int):
        return format_number(Fraction(content), 0)
    return content.isoformat() if isinstance(content, date) else content or ""
