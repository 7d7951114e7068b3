"""A comparison as a document: the largest changes of printed figures, then a table for each sort of change."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any

from attrs import evolve

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Compound
from styrmodell.model.period import Period
from styrmodell.report.build import Setting
from styrmodell.report.build_list import build_list
from styrmodell.report.document import Block, Document, Edition, Head, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.spec import Format
from styrmodell.report.table import Cell, Table, TableCell, TableRow
from styrmodell.report.value import Value
from styrmodell.report.writers import write_edition
from styrmodell.session.compare import words
from styrmodell.session.compare.difference import (
    CELLS,
    JUDGEMENTS,
    OBSERVATIONS,
    ChangeGroup,
    ChangeKind,
    Difference,
    of_group,
)
from styrmodell.session.compare.field_words import kind_name
from styrmodell.session.compare.figures import delta_words, relative_words
from styrmodell.session.compare.ranking import causes_of, largest_first
from styrmodell.session.compare.side import ComparedSide
from styrmodell.session.rendered import Rendered

REPORT = "jamforelse"
MOST = 30
_MOST_CAUSES = 5
_NO_DAY = date(1980, 1, 1)
_NO_PERIOD = Period.year(1980)
_LANG = "sv"
_OLD, _NEW, _DELTA = "old", "new", "delta"

Getter = Callable[[Difference], Any]


def comparison_document(sides: tuple[ComparedSide, ComparedSide], changes: Sequence[Difference]) -> Document:
    """Tell *changes*; where there are none, that nothing has changed."""
    old, new = sides
    facts = (("Förra", old.title), ("Nu", new.title), ("Antal ändringar", str(len(changes))))
    blocks = tuple(_Blocks(sides, changes).all()) if changes else (Paragraph(text=words.NOTHING.get(_LANG)),)
    return Document(
        title=words.TITLE.get(_LANG),
        head=Head(facts=facts, footer=f"{words.TITLE.get(_LANG)}"),
        blocks=blocks,
    )


def render_document(sides: tuple[ComparedSide, ComparedSide], document: Document, form: Format) -> Rendered:
    """Render *document* as the newer side's."""
    _, new = sides
    edition = Edition(
        report=REPORT,
        document=document,
        unit_name=new.unit_name or new.name,
        period=new.period or _NO_PERIOD,
        as_of=new.as_of or _NO_DAY,
        generator=f"styrmodell {version('styrmodell')}",
    )
    return Rendered(name=f"{REPORT}.{form}", data=write_edition(edition, form), findings=document.findings)


class _Blocks:
    """Writes the tables in order."""

    def __init__(self, sides: tuple[ComparedSide, ComparedSide], changes: Sequence[Difference]) -> None:
        new = sides[1]
        self.changes = changes
        self.setting = Setting(report=REPORT, unit="jamforelse", period=new.period or _NO_PERIOD)
        self.by_ref = {change.ref: change for change in reversed(changes) if not change.is_derived}

    def all(self) -> Iterator[Block]:
        for group in ChangeGroup:
            found = of_group(self.changes, group)
            if not found:
                continue
            yield Heading(text=words.GROUPS[group].get(_LANG), level=1)
            if group is ChangeGroup.PRINTED:
                yield from self.printed(largest_first(found))
            elif group is ChangeGroup.FIGURE:
                yield self.table(group, "Ändrade värden och belopp", found, self.figure_fields(), figures=True)
            elif group is ChangeGroup.OBJECT:
                yield self.table(group, "Nya och borttagna", found, self.object_fields())
            else:
                yield self.table(group, words.GROUPS[group].get(_LANG), found, self.word_fields())

    def printed(self, found: tuple[Difference, ...]) -> Iterator[Block]:
        shown = found[:MOST]
        yield self.table(ChangeGroup.PRINTED, "De största ändringarna", shown, self.printed_fields(), figures=True)
        if len(found) > MOST:
            yield Paragraph(text=f"{len(found) - MOST} mindre ändringar av tryckta siffror visas inte här.")

    def table(
        self,
        group: ChangeGroup,
        caption: str,
        found: Sequence[Difference],
        fields: tuple[Field[Difference], ...],
        *,
        figures: bool = False,
    ) -> Table:
        spec = ListSpec[Difference](key=group.value, caption=caption, items=tuple(found), fields=fields, sheet=caption)
        table = build_list(spec, self.setting)
        return evolve(table, rows=tuple(map(_styled, table.rows, found))) if figures else table

    def printed_fields(self) -> tuple[Field[Difference], ...]:
        """Of workbooks nobody knows what moved their figures."""
        if not self.by_ref:
            return (_text("name", "Siffra", lambda change: change.name), *_figure_fields())
        return (
            _text("name", "Siffra", lambda change: change.name),
            *_figure_fields(),
            _text("because", "Beror på", self.because),
            _text("comment", "Kommentar", self.said_below),
        )

    def figure_fields(self) -> tuple[Field[Difference], ...]:
        return (
            _text("name", "Uppgift", _named),
            *_figure_fields(),
            _text("manner", "Hur", _manner),
            _text("who", "Av", lambda change: change.who),
            Field[Difference](key="when", label="När", get=lambda change: change.when),
            _text("comment", "Kommentar", _comment),
            _text("source", "Källa", lambda change: str(change.new_source or change.old_source or "")),
        )

    def word_fields(self) -> tuple[Field[Difference], ...]:
        return (
            _text("name", "Vad", _named),
            _text("old", "Förra", lambda change: words.pair_words(change)[0] if change.old else ""),
            _text("new", "Nu", lambda change: words.pair_words(change)[1] if change.new else ""),
            _text("said", "Av, när och varför", self.said),
        )

    def object_fields(self) -> tuple[Field[Difference], ...]:
        return (
            _text("name", "Namn", lambda change: change.name),
            _text("kind", "Slag", lambda change: kind_name(change.object_kind)),
            _text("how", "Hur", lambda change: words.KINDS[change.kind].get(_LANG)),
            _text("id", "Id", lambda change: change.object),
        )

    def said(self, change: Difference) -> str:
        """Who says so, when and why; of how things stand, what it rests on."""
        return self.because(change) if change.is_derived else _said(change)

    def because(self, change: Difference) -> str:
        found = causes_of(change, self.by_ref)
        told = [f"{_named(one)} ({_moved(one)})" for one in found[:_MOST_CAUSES]]
        more = [f"och {len(found) - _MOST_CAUSES} till"] if len(found) > _MOST_CAUSES else []
        return "\n".join((*told, *more))

    def said_below(self, change: Difference) -> str:
        found = causes_of(change, self.by_ref)
        return "\n".join(dict.fromkeys(filter(None, map(_comment, found))))


def _text(key: str, label: str, get: Getter) -> Field[Difference]:
    return Field[Difference](key=key, label=label, get=get)


def _figure_fields() -> tuple[Field[Difference], ...]:
    return (
        Field[Difference](key=_OLD, label="Förra", get=lambda one: _shown(one, _OLD) or one.old),
        Field[Difference](key=_NEW, label="Nu", get=lambda one: _shown(one, _NEW) or one.new),
        Field[Difference](key=_DELTA, label="Ändring", get=lambda one: _shown(one, _DELTA)),
        _text("unit", "Enhet", lambda change: change.style.unit if change.style.unit != "antal" else ""),
        _text("relative", "Ändring, %", lambda change: relative_words(change.relative)),
    )


def _shown(change: Difference, side: str) -> Value | None:
    """A figure that stays one in Excel, where the difference is a formula; None where there is no figure."""
    working = _working(change, side)
    if working.exact is None:
        return None
    return Value(cell="", number=working.number, unit=change.unit, exact=working.exact, working=working)


def _working(change: Difference, side: str) -> Explanation:
    """What a figure of the table comes from: the two that were compared, or the difference between them."""
    is_delta = side == _DELTA
    numbers = {_OLD: change.old_number, _NEW: change.new_number, _DELTA: change.delta}
    return Explanation(
        bound=Compound(op=side, parts=(), factor=f"{change.ref}/{change.field}"),
        label=change.name,
        unit=change.unit,
        op=Op.SUBTRACT if is_delta else Op.OBSERVED,
        rule="",
        exact=numbers[side],
        open_children=lambda: (_working(change, _NEW), _working(change, _OLD)) if is_delta else (),
    )


def _styled(row: TableRow, change: Difference) -> TableRow:
    """A row whose figures print as its change says."""

    def styled(cell: TableCell) -> TableCell:
        if not isinstance(cell, Cell):
            return cell
        style = evolve(change.style, signed=cell.id.endswith("/delta"))
        return Cell(id=cell.id, style=style, open=cell.open)

    return evolve(row, cells=tuple(map(styled, row.cells)))


def _named(change: Difference) -> str:
    if change.object_kind in (OBSERVATIONS, CELLS, JUDGEMENTS):
        beside = f", {change.field_name}" if change.field not in ("", "value") and not change.is_derived else ""
        return f"{change.name}{beside}"
    kind = kind_name(change.object_kind)
    field = f": {change.field_name}" if change.field else ""
    return f"{kind[:1].upper()}{kind[1:]} {change.name}{field}"


def _moved(change: Difference) -> str:
    if change.delta is not None:
        return delta_words(change.delta, change.style)
    if change.kind is not ChangeKind.CHANGED:
        return words.KINDS[change.kind].get(_LANG)
    old, new = words.pair_words(change)
    return f"{old or '–'} → {new or '–'}"


def _manner(change: Difference) -> str:
    if change.manner is not None:
        return words.MANNERS[change.manner].get(_LANG)
    return words.KINDS[change.kind].get(_LANG)


def _comment(change: Difference) -> str:
    return change.comment or (words.NO_COMMENT.get(_LANG) if change.lacks_comment else "")


def _said(change: Difference) -> str:
    day = change.when.isoformat() if change.when else ""
    return ", ".join(text for text in (change.who, day, change.comment) if text)
