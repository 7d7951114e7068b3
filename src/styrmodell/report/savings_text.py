"""The savings plan for reading: tables in mnkr, with what has changed and what is lacking."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import define, evolve, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.full_year import EffectRange
from styrmodell.aggregation.savings.line import Column, ForecastChange, Line
from styrmodell.aggregation.savings.savings_plan import By, SavingsPlan
from styrmodell.aggregation.savings.tally import Lacking
from styrmodell.aggregation.savings.total import Total
from styrmodell.model.money import MoneyRange
from styrmodell.model.number import Exact
from styrmodell.report.numbers import format_figure, format_number, make_style, round_half_away
from styrmodell.report.savings_words import savings_words

BLANK = "–"
_MNKR = make_style("kr", "mnkr", 1)
_SHARE = make_style("%", "", 0)
_SIGNED = ("deviation", "change")
_INDENT = "  "
_LONGEST = 48
Row = tuple[str, ...]


@frozen(kw_only=True)
class TextTable:
    """A table of texts.

    Attributes:
        rows: The heading first; all rows have as many cells.
        right: Indexes of the columns that hold figures.
        remark: What stands below it: that sums may differ because of rounding, where they do; else empty.
    """

    title: str
    rows: tuple[Row, ...]
    right: tuple[int, ...]
    remark: str = ""


def savings_tables(plan: SavingsPlan, by: Iterable[By] = (By.UNIT,), lang: str = "sv") -> tuple[TextTable, ...]:
    """The tables of *plan* that have something to say: the whole, the actions, totals, changes and what is lacking.

    Money is printed in mnkr with one decimal, deviations and changes with their sign. A column that is empty
    throughout is left out, and a sum that lacks some action's figure says how many it has.
    """
    text = _SavingsText(plan=plan, words=savings_words(lang))
    return tuple(table for table in text.tables(by) if len(table.rows) > 1)


@define(kw_only=True, eq=False)
class _SavingsText:
    plan: SavingsPlan
    words: Mapping[str, str]

    def tables(self, by: Iterable[By]) -> Iterator[TextTable]:
        yield self._levels()
        yield self._actions()
        for one in by:
            yield self._totals(one)
        yield self._changes()
        yield self._lacking()

    def _levels(self) -> TextTable:
        keys = ("target", "forecast", "deviation", "reached", "change")
        rows = []
        is_alone = len({level.measure_id for level in self.plan.levels}) == 1
        for level in self.plan.levels:
            name = level.unit_name if is_alone else f"{level.name}, {level.unit_name}"
            change = None if level.change is None else level.change.explanation
            figures = (level.target, level.forecast, level.deviation, level.reached, change)
            rows.append((name, *map(_figure, keys, figures)))
        return self._table("levels", ("", *keys), rows, ())

    def _actions(self) -> TextTable:
        heading = ("action", "unit", *_KEYS, "full_year", "part_year", "remark")
        rows = [self._line(line) for line in self.plan.lines]
        total = self._sums(self.plan.total)
        end = (self.words["total"], "", *total, "", "", "") if rows else ()
        counted = [line for line in self.plan.lines if line.is_counted]
        table = self._table("actions", heading, [*rows, *([end] if end else [])], ("remark",))
        return self._remarked(table, counted)

    def _line(self, line: Line) -> Row:
        figures = (_explanation(line, key) for key in _KEYS)
        name = f"{_INDENT * line.depth}{_short(line.action.name)}"
        years = (_range(line.action.full_year_effect), _range(line.part_year))
        return (name, line.unit_id, *map(_figure, _KEYS, figures), *years, self._remark(line))

    def _remark(self, line: Line) -> str:
        words, action = self.words, line.action
        told = (
            action.assessment,
            words["judged_one"] if line.is_uncertain else "",
            words["out_of_reach_one"] if line.is_reachable is False else "",
            words["repeats"].format(name=line.repeats) if line.repeats else "",
            words["needs"].format(needs=", ".join(action.needs)) if action.needs else "",
        )
        return "; ".join(one for one in told if one)

    def _totals(self, by: By) -> TextTable:
        found = self.plan.by(by)
        rows = [(total.name, str(len(total.lines)), *self._sums(total)) for total in found]
        if rows:
            rows.append((self.words["total"], str(len(self.plan.total.lines)), *self._sums(self.plan.total)))
        return self._remarked(self._table(f"by.{by.value}", ("", "count", *_KEYS), rows, ()), found)

    def _remarked(self, table: TextTable, parts: Sequence[Line | Total]) -> TextTable:
        """*table*, with a remark where its printed figures do not add up to the printed total."""
        differs = any(_differs(key, parts, self.plan.total) for key in _KEYS if key != "reached")
        return evolve(table, remark=self.words["rounding"]) if differs else table

    def _sums(self, total: Total) -> Row:
        return tuple(self._sum(total, key) for key in _KEYS)

    def _sum(self, total: Total, key: str) -> str:
        """A total's figure, with how many actions it has where it does not have all."""
        if key in _COLUMNS:
            part = total.part(Column(key))
            printed, reported, expected = _figure(key, part.explanation), part.reported, part.expected
        else:
            found: Explanation = getattr(total, key)
            printed, reported, expected = _figure(key, found), found.coverage.reported, found.coverage.expected
            if found.exact is not None:
                return printed
        is_partial = 0 < reported < expected and key != "change"
        return f"{printed} ({reported} {self.words['of']} {expected})" if is_partial else printed

    def _changes(self) -> TextTable:
        heading = ("action", "before", "now", "change", "version", "comment")
        levels = ((f"{level.name}, {level.unit_name}", level.change) for level in self.plan.levels)
        lines = ((line.action.name, line.change) for line in self.plan.changed)
        rows = [self._change(name, change) for name, change in (*levels, *lines) if change is not None]
        return self._table("changes", heading, rows, ("version", "comment"))

    def _change(self, name: str, change: ForecastChange) -> Row:
        now, before = change.explanation.children
        comment = change.comment.strip() or (self.words["no_comment"] if change.is_unexplained else "")
        figures = (_figure("", before), _figure("", now), _figure("change", change.explanation))
        return (_short(name), *figures, change.version, " ".join(comment.split()))

    def _lacking(self) -> TextTable:
        tally = self.plan.tally
        whole = ((key, getattr(tally, name)) for key, name in _COUNTED)
        rows: list[Row] = [(self.words[key], str(count), "", "") for key, count in whole if count]
        for key in _LACKING:
            found: Lacking = getattr(tally, key)
            if found.count:
                ids = self.words["every"] if found.count == tally.actions else ", ".join(found.actions)
                rows.append((self.words[key], str(found.count), _figure("target", found.target), ids))
        return self._table("lacks", ("", "count", "target", "which"), rows, ("which",))

    def _table(self, title: str, heading: Row, rows: Sequence[Row], texts: Row) -> TextTable:
        """A table without its empty columns; the first column and *texts* are words, all others figures."""
        kept = [at for at in range(len(heading)) if at == 0 or any(row[at] not in ("", BLANK) for row in rows)]
        words = ("unit", *texts)
        return TextTable(
            title=self.words[title],
            rows=(
                tuple(self.words.get(heading[at], "") for at in kept),
                *(tuple(row[at] for at in kept) for row in rows),
            ),
            right=tuple(place for place, at in enumerate(kept) if at and heading[at] not in words),
        )


_COLUMNS = frozenset(column.value for column in Column)
_KEYS = (
    *("target", "gross", "counter_effects", "net"),
    *("outcome", "left", "reached", "forecast", "deviation", "change"),
)
_COUNTED = (("counted", "actions"), ("parts", "parts"), ("repeated", "repeated"))
_LACKING = (
    *("without_net", "net_unsaid", "without_target", "without_outcome", "without_forecast", "without_feasibility"),
    *("without_method", "judged", "out_of_reach", "waiting"),
)


def _explanation(one: Line | Total, key: str) -> Explanation:
    found: Explanation = one.explanation(Column(key)) if key in _COLUMNS else getattr(one, key)
    return found


def _differs(key: str, parts: Sequence[Line | Total], total: Total) -> bool:
    whole = _explanation(total, key).exact
    known = [exact for part in parts if (exact := _explanation(part, key).exact) is not None]
    return whole is not None and sum(map(_printed, known)) != _printed(whole)


def _printed(value: Exact) -> Decimal:
    return round_half_away(_MNKR.scaled(value), _MNKR.decimals)


def _short(name: str) -> str:
    """A name that leaves room for figures."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _figure(key: str, found: Explanation | None) -> str:
    """A figure as printed: in mnkr, a share in per cent; a deviation or a change with its sign."""
    if found is None or found.exact is None:
        return BLANK
    if key == "reached":
        return format_figure(found.exact, _SHARE)
    if key in _SIGNED:
        return format_number(_MNKR.scaled(found.exact), _MNKR.decimals, signed=True)
    return format_figure(found.exact, _MNKR)


def _range(effect: EffectRange | MoneyRange | None) -> str:
    if effect is None:
        return BLANK
    low, high = (format_figure(Fraction(end), _MNKR) for end in (effect.low, effect.high))
    return low if low == high else f"{low}–{high}"
