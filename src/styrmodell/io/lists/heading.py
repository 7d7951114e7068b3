"""The heading of a list: which column is which field, in Swedish or English, in any order and as it is printed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

import attrs
from attrs import define, field, frozen

from styrmodell.io.lists.amount_heading import AmountHeading, amount_heading, is_sum_heading
from styrmodell.io.lists.key import heading_key, split_heading
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.kinds import LIST_KINDS

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
SKIP = "skip"
_WORDS = re.compile(r"[^\W\d_]+")
_YEAR_AT_END = re.compile(r"\s*(?:19|20)\d{2}\Z")


class Role(Enum):
    """What a column holds."""

    FIELD = "field"
    MARK = "mark"
    RATING = "rating"
    AMOUNT = "amount"
    SUM = "sum"
    IGNORED = "ignored"


@frozen(kw_only=True)
class ListColumn:
    """A column that was understood.

    Attributes:
        index: Its place in the row.
        name: Its heading without group, as findings and impacts show it.
        path: The field it fills, for a column of a field.
        amount: For a column of amounts, what they are.
        parts: For a sum, the columns it sums; empty for all amounts of the row.
    """

    index: int
    name: str
    group: str = ""
    role: Role = Role.FIELD
    path: str = ""
    amount: AmountHeading | None = None
    parts: tuple[int, ...] = ()


@frozen(kw_only=True)
class HeadingMatch:
    """A heading that was matched with a kind.

    Attributes:
        unknown: Indexes of columns that nothing is known about.
        doubles: (index, index of the first) pairs of columns that fill the same field.
        missing: Required paths without a column.
        unused: (heading, path) pairs of the user's mapping that fit no column or no field.
    """

    columns: tuple[ListColumn, ...]
    unknown: tuple[int, ...] = ()
    doubles: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()
    unused: tuple[tuple[str, str], ...] = ()

    def of(self, role: Role) -> tuple[ListColumn, ...]:
        """The columns with *role*."""
        return tuple(column for column in self.columns if column.role is role)


def match_headings(headings: Sequence[str], kind: ListKind, columns: Mapping[str, str] = NO_COLUMNS) -> HeadingMatch:
    """Match *headings* with the fields of *kind*.

    Case, dots over letters, spaces, hyphens, parentheses, footnote marks and a colon at the end do not matter.
    A heading under another arrives as "Group | Heading": what the kind lists with its group goes before what
    it lists without, and tells two columns with the same heading apart.

    Args:
        headings: As they stand in the table; trailing empty ones are no columns.
        columns: What the user says: heading → field ("skip" for a column to leave out); it goes before the rest.
    """
    matcher = _Matcher(kind=kind, given={heading_key(name): path for name, path in columns.items()})
    for index, heading in enumerate(headings):
        matcher.take(index, heading)
    matcher.drop_lonely_sums()
    keys = {key for heading in headings for key in _keys(heading)}
    unused = tuple(
        (name, path) for name, path in columns.items() if heading_key(name) not in keys or not matcher.knows(path)
    )
    return HeadingMatch(
        columns=tuple(sorted(matcher.found, key=lambda column: column.index)),
        unknown=tuple(sorted(matcher.unknown)),
        doubles=tuple(matcher.doubles),
        missing=tuple(path for path in kind.required if path not in matcher.paths),
        unused=unused,
    )


def score(headings: Sequence[str], kind: ListKind) -> int:
    """How many of *headings* the kind knows; 0 when a field that it requires has no column."""
    match = match_headings(headings, kind)
    return 0 if match.missing else len(match.columns)


def choose_kind(sheet: str, headings: Sequence[str], kinds: Iterable[ListKind] = LIST_KINDS) -> ListKind | None:
    """The kind of a table: what the sheet's name says, else what its headings say best; a tie is no match.

    Args:
        sheet: The sheet's or file's name; a kind's name may be a part of it ("Bilaga 16 Riskanalys").
    """
    kinds = tuple(kinds)
    scores = {kind.key: score(headings, kind) for kind in kinds}
    named = [(length, kind) for kind in kinds if (length := _named(sheet, kind)) and scores[kind.key]]
    longest = max((length for length, _ in named), default=0)
    wanted = [kind for length, kind in named if length == longest] or list(kinds)
    best = max((scores[kind.key] for kind in wanted), default=0)
    found = [kind for kind in wanted if scores[kind.key] == best]
    return found[0] if len(found) == 1 and (best > 1 or named) else None


def _named(sheet: str, kind: ListKind) -> int:
    """Length of the longest of the kind's names that *sheet* holds as whole words; 0 for none."""
    names = map(_words_in, kind.sheets)
    return max((len(name) for name in names if name in _words_in(sheet)), default=0)


def _words_in(text: str) -> str:
    """The words of *text* with a space before and after each."""
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


def _keys(heading: str) -> tuple[str, str]:
    group, name = split_heading(heading)
    return heading_key(f"{group}|{name}"), heading_key(name or group)


@define(kw_only=True)
class _Matcher:
    """Takes the headings one by one."""

    kind: ListKind
    given: Mapping[str, str]
    found: list[ListColumn] = field(factory=list)
    unknown: list[int] = field(factory=list)
    doubles: list[tuple[int, int]] = field(factory=list)
    paths: dict[str, tuple[int, bool]] = field(factory=dict)

    def knows(self, path: str) -> bool:
        return path == SKIP or any(path == known for known, _ in self.kind.headings)

    def take(self, index: int, heading: str) -> None:
        group, name = split_heading(heading)
        shown = ListColumn(index=index, name=name or group, group=group if name else "")
        whole, last = _keys(heading)
        path = next((self.given[key] for key in (whole, last) if key in self.given and self.knows(self.given[key])), "")
        if path == SKIP:
            self.found.append(attrs.evolve(shown, role=Role.IGNORED))
        elif path or (group and whole in self.kind.lookup):
            self._claim(shown, path or self.kind.lookup[whole], is_sure=True)
        elif column := self._special(shown):
            self.found.append(column)
        elif not last and self.found and self.found[-1].index == index - 1 and self.found[-1].path == "yearly":
            # A merged heading over a label and its figure names only the first of them.
            self._claim(shown, "yearly", is_sure=True)
        elif path := self._by_name(last, shown):
            self._claim(shown, path, is_sure=not group)
        else:
            self.unknown.append(index)

    def _by_name(self, key: str, shown: ListColumn) -> str:
        """The field a heading means by itself; a year at its end says when, not what ("Målnivå 2020")."""
        lookup = self.kind.lookup
        return lookup.get(key) or lookup.get(heading_key(_YEAR_AT_END.sub("", shown.name)), "") if key else ""

    def _special(self, shown: ListColumn) -> ListColumn | None:
        kind, group, key = self.kind, heading_key(shown.group), heading_key(shown.name)
        if _begins(group, kind.mark_groups) or (not group and key in map(heading_key, kind.marks)):
            return attrs.evolve(shown, role=Role.MARK)
        if _begins(group, kind.rating_groups) or (not group and key in map(heading_key, kind.ratings)):
            return attrs.evolve(shown, role=Role.RATING)
        if not self.knows("amounts"):
            return None
        if is_sum_heading(shown.name) and (key not in kind.lookup or self._has_amounts()):
            return attrs.evolve(shown, role=Role.SUM)
        amount = amount_heading(shown.name) or (amount_heading(f"{shown.group} {shown.name}") if group else None)
        return attrs.evolve(shown, role=Role.AMOUNT, amount=amount) if amount else None

    def _has_amounts(self) -> bool:
        return any(column.role is Role.AMOUNT for column in self.found)

    def drop_lonely_sums(self) -> None:
        """Tell each sum what it sums; one with nothing to sum is not understood."""
        for column in [column for column in self.found if column.role is Role.SUM]:
            self.found.remove(column)
            parts = tuple(_same_group(column, self.found))
            if parts or self._has_amounts():
                self.found.append(attrs.evolve(column, parts=parts))
            else:
                self.unknown.append(column.index)

    def _claim(self, shown: ListColumn, path: str, *, is_sure: bool) -> None:
        """Give the column its field; of two that want it, the one named with its group has it."""
        column = attrs.evolve(shown, path=path)
        if path not in self.paths or path == "yearly":
            self.paths[path] = (shown.index, is_sure)
            self.found.append(column)
            return
        first, was_sure = self.paths[path]
        if is_sure == was_sure:
            self.doubles.append((shown.index, first))
        elif was_sure:
            self.unknown.append(shown.index)
        else:
            self.paths[path] = (shown.index, is_sure)
            self.unknown.append(first)
            self.found = [other for other in self.found if other.index != first] + [column]


def _begins(key: str, groups: Iterable[str]) -> bool:
    return bool(key) and any(key.startswith(heading_key(group)) for group in groups)


def _same_group(total: ListColumn, columns: Iterable[ListColumn]) -> Iterable[int]:
    return (
        column.index
        for column in columns
        if total.group and column.group == total.group and column.role in (Role.FIELD, Role.AMOUNT)
    )
