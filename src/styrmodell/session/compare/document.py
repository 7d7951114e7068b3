"""A comparison as a document: the largest changes of printed figures, then a table for each sort of change."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from importlib.metadata import version
from types import MappingProxyType
from typing import Any

from attrs import evolve

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Compound
from styrmodell.model.measure import SHARE
from styrmodell.model.number import Exact
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
from styrmodell.session.compare.figures import delta_words, relative_style
from styrmodell.session.compare.ranking import causes_of, largest_first
from styrmodell.session.compare.side import ComparedSide
from styrmodell.session.rendered import Rendered

REPORT = "jamforelse"
MOST = 30
_MOST_CAUSES = 5
_NO_DAY = date(1980, 1, 1)
_NO_PERIOD = Period.year(1980)
_LANG = "sv"
_OLD, _NEW, _DELTA, _RELATIVE, _BETTER = "old", "new", "delta", "relative", "better"
_OPS = MappingProxyType({_DELTA: Op.SUBTRACT, _RELATIVE: Op.CHANGE})

Getter = Callable[[Difference], Any]


def comparison_document(
    sides: tuple[ComparedSide, ComparedSide], changes: Sequence[Difference], most: int | None = MOST
) -> Document:
    """Tell *changes*; where there are none, that nothing has changed.

    Args:
        most: How many printed figures are told, the largest first; None for all.
    """
    old, new = sides
    facts = (("Förra", old.title), ("Nu", new.title), *_counted(changes))
    blocks = tuple(_Blocks(sides, changes, most).all()) if changes else (Paragraph(text=words.NOTHING.get(_LANG)),)
    return Document(
        title=words.TITLE.get(_LANG),
        head=Head(facts=facts, footer=f"{words.TITLE.get(_LANG)}"),
        blocks=blocks,
    )


def _counted(changes: Sequence[Difference]) -> Iterator[tuple[str, str]]:
    """How many changes of each sort, and how many figures nobody has commented on."""
    told = ((words.GROUPS[group].get(_LANG), len(of_group(changes, group))) for group in ChangeGroup)
    parts = [f"{name[:1].lower()}{name[1:]} {count}" for name, count in told if count]
    yield "Antal ändringar", f"{len(changes)}: {', '.join(parts)}" if parts else "0"
    lacking = sum(change.lacks_comment for change in changes)
    if lacking:
        yield words.NO_COMMENT.get(_LANG).capitalize(), f"{lacking} ändrade värden"


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

    def __init__(
        self, sides: tuple[ComparedSide, ComparedSide], changes: Sequence[Difference], most: int | None
    ) -> None:
        new = sides[1]
        self.most = most
        self.changes = changes
        self.setting = Setting(report=REPORT, unit="jamforelse", period=new.period or _NO_PERIOD)
        self.by_ref = {change.ref: change for change in reversed(changes) if not change.is_derived}

    def all(self) -> Iterator[Block]:
        for group in ChangeGroup:
            found = of_group(self.changes, group)
            if found:
                yield Heading(text=words.GROUPS[group].get(_LANG), level=1)
                yield from self.group(group, found)

    def group(self, group: ChangeGroup, found: Sequence[Difference]) -> Iterator[Block]:
        if group is ChangeGroup.PRINTED:
            shown = largest_first(found)[: self.most]
            yield self.figures(group, shown, self.printed_fields())
            if left := len(found) - len(shown):
                yield Paragraph(text=f"{left} mindre ändringar av tryckta siffror står bara i Excel och JSON.")
        elif group is ChangeGroup.FIGURE:
            yield self.figures(group, found, _FIGURE_FIELDS)
        elif group is ChangeGroup.OBJECT:
            yield self.table(group, found, _OBJECT_FIELDS)
        else:
            yield self.table(group, found, self.word_fields(found))

    def table(self, group: ChangeGroup, found: Sequence[Difference], fields: tuple[Field[Difference], ...]) -> Table:
        caption = words.CAPTIONS[group]
        spec = ListSpec[Difference](
            key=group.value, caption=caption, items=tuple(found), fields=fields, sheet=words.GROUPS[group].get(_LANG)
        )
        return build_list(spec, self.setting)

    def figures(self, group: ChangeGroup, found: Sequence[Difference], fields: tuple[Field[Difference], ...]) -> Table:
        """A table of figures, each printed as its change says; what nothing says is better has no such column."""
        is_judged = any(change.better is not None for change in found)
        table = self.table(group, found, tuple(one for one in fields if is_judged or one.key != _BETTER))
        signs = f"{words.SIGNS} {words.JUDGED}" if is_judged else words.SIGNS
        return evolve(table, signs=signs, rows=tuple(map(_styled, table.rows, found)))

    def printed_fields(self) -> tuple[Field[Difference], ...]:
        """Of workbooks nobody knows what moved their figures."""
        name = _text("name", "Siffra", lambda change: change.name)
        if not self.by_ref:
            return (name, *_MOVED_FIELDS)
        return (
            name,
            *_MOVED_FIELDS,
            _text("because", "Beror på", self.because),
            _text("comment", "Av, när och varför", self.said_below),
        )

    def word_fields(self, found: Sequence[Difference]) -> tuple[Field[Difference], ...]:
        """How much it moved where anything did by a number; what it rests on where anything follows from others."""
        moved = any(change.delta is not None for change in found)
        derived = any(change.is_derived for change in found)
        return (
            _text("name", "Vad", _named),
            _text("old", "Förra", lambda change: words.pair_words(change)[0] if change.old else ""),
            _text("new", "Nu", lambda change: words.pair_words(change)[1] if change.new else ""),
            *([_text(_DELTA, "Ändring", lambda change: delta_words(change.delta, change.style))] if moved else []),
            *([_text("because", "Beror på", self.because)] if derived else []),
            *_SAID_FIELDS,
        )

    def because(self, change: Difference) -> str:
        """What moved a printed figure, or how something stands; empty for what somebody wrote."""
        found = causes_of(change, self.by_ref)
        told = [f"{_named(one)} ({_moved(one)})" for one in found[:_MOST_CAUSES]]
        more = [f"och {len(found) - _MOST_CAUSES} till"] if len(found) > _MOST_CAUSES else []
        return "\n".join((*told, *more))

    def said_below(self, change: Difference) -> str:
        found = causes_of(change, self.by_ref)
        return "\n".join(dict.fromkeys(filter(None, map(_said, found[:_MOST_CAUSES]))))


def _text(key: str, label: str, get: Getter) -> Field[Difference]:
    return Field[Difference](key=key, label=label, get=get)


def _shown(change: Difference, side: str) -> Value | None:
    """A figure that stays one in Excel, where the difference is a formula; None where there is no figure."""
    working = _working(change, side)
    if working.exact is None:
        return None
    return Value(cell="", number=working.number, unit=working.unit, exact=working.exact, working=working)


def _working(change: Difference, side: str) -> Explanation:
    """What a figure of the table comes from: the two that were compared, or how much one moved from the other."""
    is_share = side == _RELATIVE
    return Explanation(
        bound=Compound(op=side, parts=(), factor=f"{change.ref}/{change.field}"),
        label=change.name,
        unit=SHARE if is_share else change.unit,
        op=_OPS.get(side, Op.OBSERVED),
        rule="",
        exact=_exact(change, side),
        open_children=lambda: (_working(change, _NEW), _working(change, _OLD)) if side in _OPS else (),
    )


def _exact(change: Difference, side: str) -> Exact | None:
    """The figure of one column; of shares, per cent of per cent would only be misread."""
    if side != _RELATIVE:
        return {_OLD: change.old_number, _NEW: change.new_number, _DELTA: change.delta}[side]
    if change.delta is None or not change.old_number or change.style.percent:
        return None
    return Fraction(change.delta) / abs(Fraction(change.old_number))


def _styled(row: TableRow, change: Difference) -> TableRow:
    """A row whose figures print as its change says."""

    def styled(cell: TableCell) -> TableCell:
        if not isinstance(cell, Cell):
            return cell
        if cell.id.endswith(f"/{_RELATIVE}"):
            return Cell(id=cell.id, style=relative_style(change.relative), open=cell.open)
        style = evolve(change.style, signed=cell.id.endswith(f"/{_DELTA}"), named=True)
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
    """Who says so, when and why: "controller 2024-09-20: fel konto"."""
    who = " ".join(filter(None, (change.who, change.when.isoformat() if change.when else "")))
    return ": ".join(filter(None, (who, _comment(change))))


_MOVED_FIELDS: tuple[Field[Difference], ...] = (
    Field[Difference](key=_OLD, label="Förra", get=lambda one: _shown(one, _OLD) or one.old),
    Field[Difference](key=_NEW, label="Nu", get=lambda one: _shown(one, _NEW) or one.new),
    Field[Difference](key=_DELTA, label="Ändring", get=lambda one: _shown(one, _DELTA)),
    Field[Difference](key=_RELATIVE, label="Procent", get=lambda one: _shown(one, _RELATIVE)),
    Field[Difference](key=_BETTER, label="Verkan", get=words.better_word, is_rating=True),
)
_SAID_FIELDS: tuple[Field[Difference], ...] = (
    _text("who", "Av", lambda change: change.who),
    Field[Difference](key="when", label="När", get=lambda change: change.when),
    _text("comment", "Kommentar", _comment),
)
_FIGURE_FIELDS: tuple[Field[Difference], ...] = (
    _text("name", "Uppgift", _named),
    *_MOVED_FIELDS,
    _text("manner", "Hur", _manner),
    *_SAID_FIELDS,
    _text("source", "Källa", lambda change: str(change.new_source or change.old_source or "")),
)
_OBJECT_FIELDS: tuple[Field[Difference], ...] = (
    _text("name", "Namn", lambda change: change.name),
    _text("kind", "Slag", lambda change: kind_name(change.object_kind)),
    _text("how", "Hur", lambda change: words.KINDS[change.kind].get(_LANG)),
    _text("id", "Id", lambda change: change.object),
    *_SAID_FIELDS,
)
