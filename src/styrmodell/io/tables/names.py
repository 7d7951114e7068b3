"""Names that people write instead of ids: in tables, a unit, measure or member may be called by its name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Self

from attrs import field, frozen

from styrmodell.io.problems import BadValueError, suggestions
from styrmodell.io.tables.codes import UNKNOWN_NAME
from styrmodell.model.dimension import Dimension
from styrmodell.model.ids import DimensionId, MeasureId, UnitId, close_names, is_id
from styrmodell.model.measure import Measure
from styrmodell.model.unit import Unit

# "3)", "1) 2)", "*", "*)", "(+)" and "(-)" after a label say nothing about which it is. One star a turn: a run within a
# run can be parted in as many ways as there are subsets.
_MARKS = re.compile(r"(?:\s*(?:\(\s*[+\-−–]\s*\)|\b\d{1,2}\)|\*\)?))+\Z")
_LONGEST_MARKS = 40
_CODE = re.compile(r"\s*\((?P<inner>[^()]*)\)\Z")
_CODE_NUMBER = re.compile(r"[a-zåäö.]*\s*(\d+(?:-\d+)?)", re.IGNORECASE)


def folded(text: str) -> str:
    """*text* for comparing: case, space, footnote marks and a trailing colon do not matter."""
    whole = _even(text)
    # Only the end is searched, or a hostile text of nothing but marks would take long.
    label = whole[:-_LONGEST_MARKS] + _MARKS.sub("", whole[-_LONGEST_MARKS:])
    # In "barn (0-1)" the bracket belongs to the name.
    return (label if label.count("(") == label.count(")") else whole).rstrip(" :")


def _even(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@frozen(kw_only=True)
class NameList:
    """What may be named: units, measures, or the members of one dimension.

    Attributes:
        what: What they are, in Swedish and English, for findings.
        ids: All ids.
        by_label: Folded id, name or code → the ids it may mean.
        written: Folded name → the name as it is written, for suggestions; the id where there is no name.
    """

    what: tuple[str, str] = ("", "")
    ids: frozenset[str] = frozenset()
    by_label: Mapping[str, tuple[str, ...]] = field(factory=lambda: MappingProxyType({}))
    written: Mapping[str, str] = field(factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, what: tuple[str, str], rows: Iterable[tuple[str, str, str]]) -> Self:
        """Gather (id, name, codes) rows."""
        labels: dict[str, dict[str, None]] = {}
        written: dict[str, str] = {}
        for id, name, codes in rows:
            written.setdefault(folded(name or id), name or id)
            for label in (id, name, *_codes(codes)):
                if folded(label):
                    labels.setdefault(folded(label), {})[id] = None
        return cls(
            what=what,
            ids=frozenset(id for ids in labels.values() for id in ids),
            by_label=MappingProxyType({label: tuple(ids) for label, ids in labels.items()}),
            written=MappingProxyType(written),
        )

    def find(self, text: str) -> str | None:
        """The one id that *text* names; None when there is none, or more than one.

        An id goes before a name, a whole name before one without its parenthesis, and that before the code in it.
        """
        if text in self.ids:
            return text
        for label in _readings(text):
            found = self.by_label.get(label, ())
            if found:
                return found[0] if len(found) == 1 else next((id for id in found if id == label), None)
        return None

    def require(self, text: str) -> str:
        """The same.

        Raises:
            BadValueError: SM157, with what looks alike.
        """
        found = self.find(text)
        if found is None:
            near = " / ".join(self.written[label] for label in close_names(folded(text), self.written))
            told = {**suggestions(text, sorted(self.written.values())), "near": near}
            told |= {"what": self.what[0], "what_en": self.what[1]}
            raise BadValueError(UNKNOWN_NAME, **told)
        return found


def _readings(text: str) -> Iterable[str]:
    """What a label may be found by, surest first."""
    yield _even(text)
    label = folded(text)
    yield label
    if code := _CODE.search(label):
        yield folded(label[: code.start()])
        yield code["inner"]
        if number := _CODE_NUMBER.fullmatch(code["inner"]):
            yield number[1]


def _codes(codes: str) -> Iterable[str]:
    """A leaf's codes, only where it stands for a single one: "Dvo 010" is found by 010, too."""
    yield codes
    if number := _CODE_NUMBER.fullmatch(codes.strip()):
        yield number[1]


@frozen(kw_only=True)
class TableNames:
    """The names that tables may use.

    Attributes:
        units: Empty where units are not known; a cell then holds an id.
        dimensions: The dimensions themselves, for headings.
        members: Dimension → its members.
        totals: (dimension, member) → the leaves an inner member is the sum of.
    """

    units: NameList = NameList()
    measures: NameList = NameList()
    dimensions: NameList = NameList()
    members: Mapping[DimensionId, NameList] = field(factory=lambda: MappingProxyType({}))
    totals: Mapping[tuple[str, str], frozenset[str]] = field(factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, units: Iterable[Unit], measures: Iterable[Measure], dimensions: Iterable[Dimension]) -> Self:
        """Gather the names of a workspace."""
        dimensions = tuple(dimensions)
        return cls(
            units=NameList.of(("en enhet", "a unit"), ((unit.id, unit.name, "") for unit in units)),
            measures=NameList.of(("ett mått", "a measure"), ((item.id, item.name, "") for item in measures)),
            dimensions=NameList.of(("en indelning", "a dimension"), ((item.id, item.name, "") for item in dimensions)),
            members=MappingProxyType({dimension.id: _members(dimension) for dimension in dimensions}),
            totals=MappingProxyType(
                {(item.id, member): leaves for item in dimensions for member, leaves in _leaves(item)}
            ),
        )

    def unit(self, text: str) -> UnitId:
        """The unit that *text* means; an id that is not known is left for the model's checks.

        Raises:
            BadValueError: Text that can be no id, and names no unit or several (SM157).
        """
        found = self.units.find(text)
        if found is None and self.units.ids and not is_id(text):
            self.units.require(text)
        return UnitId(found or text)

    def measure(self, text: str) -> MeasureId:
        """The measure that *text* means; what is not known is left as it stands."""
        return MeasureId(self.measures.find(text) or text)

    def member(self, dimension: DimensionId, text: str) -> str:
        """The member that *text* means; what is not known is left for the model's checks."""
        known = self.members.get(dimension)
        return (known.find(text) if known else None) or text


def _members(dimension: Dimension) -> NameList:
    rows = ((member.id, member.name, member.codes) for member in dimension.members)
    what = (f"en medlem i {dimension.id}", f"a member of {dimension.id}")
    return NameList.of(what, rows)


def _leaves(dimension: Dimension) -> Iterable[tuple[str, frozenset[str]]]:
    """Each inner member with its leaves; a circle, which the checks tell, ends."""
    parts = dimension.parts()
    for member in parts:
        below, seen = [*parts[member]], {member}
        leaves = set()
        while below:
            part = below.pop()
            if part in seen:
                continue
            seen.add(part)
            below += parts.get(part, ())
            if not parts.get(part):
                leaves.add(str(part))
        if leaves:
            yield member, frozenset(leaves)


NO_NAMES = TableNames()
