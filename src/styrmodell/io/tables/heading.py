"""The heading of a table of observations: which column is what, in Swedish or English and in any order."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.value_codes import DUPLICATE_COLUMN, UNKNOWN_COLUMN
from styrmodell.model.ids import DimensionId

# Text; in a workbook numbers, dates and truth values stand as they are.
Cells = tuple[Any, ...]
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("unit", ("enhet", "unit")),
    ("measure", ("matt", "mått", "measure")),
    ("period", ("period",)),
    ("kind", ("typ", "kind")),
    ("version", ("version",)),
    ("value", ("varde", "värde", "value")),
    ("numerator", ("taljare", "täljare", "numerator")),
    ("denominator", ("namnare", "nämnare", "denominator")),
    ("state", ("tillstand", "tillstånd", "state")),
    ("as_of", ("per", "as_of")),
    ("reported", ("rapporterad", "reported")),
    ("reporter", ("av", "by", "reporter")),
    ("comment", ("kommentar", "comment")),
    ("month", ("manad", "månad", "month")),
    ("year", ("ar", "år", "year")),
)
# Columns that few files have; a row is read without them first, so that other files do not pay for them.
RARE_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("counterparty", ("motpart", "counterparty")),
    ("ie", ("ie", "i/e", "ie-kod", "i/e-kod")),
    ("correction", ("rattelse", "rättelse", "correction")),
)
FIELDS = tuple(name for name, _ in COLUMNS)
# What most files have; those with nothing else are read faster.
USUAL = ("unit", "measure", "period", "kind", "value", "state", "as_of", "reporter", "comment")
_WORDS = MappingProxyType({word: name for name, words in (*COLUMNS, *RARE_COLUMNS) for word in words})
_SHOWN = MappingProxyType({name: words[0] for name, words in (*COLUMNS, *RARE_COLUMNS)})
# What a column that is not there gives. Without a column of kinds every figure is an outcome, as in the model;
# an empty cell in such a column is another matter: it was forgotten.
PADDING: Cells = ("", "outcome")


@frozen(kw_only=True)
class Heading:
    """A heading that was understood.

    Attributes:
        width: How many columns it names.
        dimensions: Dimensions with a column, in the order of their columns.
        fields: Takes a row of *width* cells plus PADDING; gives the cells in the order of FIELDS.
        usual: Takes the same row; gives the cells in the order of USUAL. None when it names more than those.
        members: Takes the same row; gives the cells of *dimensions*.
        split: Takes the same row; gives the cells of the measure and of *dimensions*. None without dimensions.
        rare: (field, column) pairs of the rare columns that it has.
        words: Field or dimension → the heading as it was written, for places.
        columns: The same → the index of its column.
    """

    width: int
    dimensions: tuple[DimensionId, ...]
    fields: Callable[[Sequence[Any]], Cells]
    usual: Callable[[Sequence[Any]], Cells] | None
    members: Callable[[Sequence[Any]], Cells]
    split: Callable[[Sequence[Any]], Cells] | None
    rare: tuple[tuple[str, int], ...] = ()
    words: MappingProxyType[str, str]
    columns: MappingProxyType[str, int]


def normal_heading(text: str) -> str:
    """Case, surrounding space and how å is composed do not matter."""
    return unicodedata.normalize("NFC", text).strip().strip("\ufeff").casefold()


def field_of(text: str) -> str:
    """The field a heading names ("unit" for "Enhet"); empty when it names none."""
    return _WORDS.get(normal_heading(text), "")


def count_known(names: Iterable[str], dimensions: Iterable[DimensionId]) -> int:
    """How many of *names* are headings; the delimiter is told by it."""
    known = {*_WORDS, *dimensions}
    return sum(normal_heading(name) in known for name in names)


def read_heading(
    names: Sequence[str], dimensions: frozenset[DimensionId], *, has_gaps: bool = False
) -> tuple[Heading | None, tuple[tuple[str, BadValueError], ...]]:
    """Understand a heading.

    Args:
        names: The headings; trailing empty ones are no columns, unless there are gaps.
        dimensions: Every dimension that some measure lists.
        has_gaps: Whether an empty heading is a column that is not read, as in a sheet, and no fault.

    Returns:
        The heading, or None when rows cannot be read without what is missing; and (heading, fault) pairs.
    """
    names = names if has_gaps else _without_trailing(names)
    places: dict[str, int] = {}
    faults: list[tuple[str, BadValueError]] = []
    for index, name in enumerate(names):
        word = normal_heading(name)
        if has_gaps and not word:
            continue
        key = _WORDS.get(word) or (f"[{word}]" if word in dimensions else "")
        if not key:
            faults.append((shorten(name), _unknown(name, dimensions)))
        elif key in places:
            first = shorten(names[places[key]])
            faults.append((shorten(name), BadValueError(DUPLICATE_COLUMN, found=shorten(name), first=first)))
        else:
            places[key] = index
    if "period" in places and "month" in places:
        first, second = shorten(names[places["period"]]), shorten(names[places["month"]])
        faults.append((second, BadValueError(DUPLICATE_COLUMN, found=second, first=first)))
    faults += [(_SHOWN[key], BadValueError(MISSING_KEY, key=_SHOWN[key])) for key in _missing(places)]
    is_usable = not any(bad.code in (MISSING_KEY, DUPLICATE_COLUMN) for _, bad in faults)
    return _heading(names, places) if is_usable else None, tuple(faults)


def _without_trailing(names: Sequence[str]) -> Sequence[str]:
    width = len(names)
    while width and not normal_heading(names[width - 1]):
        width -= 1
    return names[:width]


def _unknown(name: str, dimensions: frozenset[DimensionId]) -> BadValueError:
    return BadValueError(UNKNOWN_COLUMN, **suggestions(name, (*_SHOWN.values(), *sorted(dimensions))))


def _missing(places: dict[str, int]) -> list[str]:
    missing = [key for key in ("unit", "measure", "period") if key not in places]
    if "year" in places:  # a year alone is a period, and gives a month its year
        missing = [key for key in missing if key != "period"]
    has_ratio = "numerator" in places and "denominator" in places
    return missing if "value" in places or has_ratio else [*missing, "value"]


def _heading(names: Sequence[str], places: dict[str, int]) -> Heading:
    width = len(names)
    given = dict.fromkeys(FIELDS, width) | {"kind": width + 1} | places
    dimensions = tuple(DimensionId(key[1:-1]) for key in places if key.startswith("["))
    split = [places[f"[{name}]"] for name in dimensions]
    columns = {key.strip("[]"): index for key, index in places.items()}
    is_usual = set(columns).issubset((*USUAL, *dimensions))
    return Heading(
        width=width,
        dimensions=dimensions,
        fields=itemgetter(*(given[name] for name in FIELDS)),
        usual=itemgetter(*(given[name] for name in USUAL)) if is_usual else None,
        members=_picker(split),
        split=itemgetter(given["measure"], *split) if split else None,
        rare=tuple((name, places[name]) for name, _ in RARE_COLUMNS if name in places),
        words=MappingProxyType({name: normal_heading(names[index]) for name, index in columns.items()}),
        columns=MappingProxyType(columns),
    )


def _picker(indexes: list[int]) -> Callable[[Sequence[Any]], Cells]:
    """itemgetter that gives a tuple for none and one, too."""
    if not indexes:
        return lambda _: ()
    if len(indexes) == 1:
        index = indexes[0]
        return lambda row: (row[index],)
    return itemgetter(*indexes)
