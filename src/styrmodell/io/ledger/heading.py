"""The heading of a ledger: which column is which part of the code string, the period and the amount."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from attrs import frozen

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.tables.heading import normal_heading
from styrmodell.io.value_codes import DUPLICATE_COLUMN
from styrmodell.model.code_plan import SEGMENTS

WORDS: MappingProxyType[str, str] = MappingProxyType(
    {
        word: name
        for name, words in (
            ("konto", ("konto", "kto", "account")),
            (
                "ansvar",
                ("ansvar", "ansvarsenhet", "kostnadsställe", "kst", "responsibility", "cost centre", "cost_centre"),
            ),
            ("verksamhet", ("verksamhet", "vht", "activity")),
            ("projekt", ("projekt", "proj", "project")),
            ("motpart", ("motpart", "counterparty", "counterpart")),
            ("period", ("period",)),
            ("ar", ("år", "ar", "year")),
            ("belopp", ("belopp", "amount")),
        )
        for word in words
    }
)
_REQUIRED = ("konto", "period", "belopp")
# A heading stands near the top, under a title or two.
_SEARCHED_ROWS = 30


@frozen(kw_only=True)
class LedgerHeading:
    """A heading that was understood.

    Attributes:
        row: Index of its row.
        width: How many columns it has.
        account: Index of the account's column.
        amount: Index of the amount's column.
        segments: The segments that have a column.
        code: Takes a row; gives the cells of *segments*.
        full_code: Takes what *code* gave; gives a cell a segment, empty where there is no column.
        period: Takes a row; gives the period's cell, with the year's after it where that has a column.
        ignored: Headings that are not used, as they were written.
        words: Field → the heading as it was written.
    """

    row: int
    width: int
    account: int
    amount: int
    segments: tuple[str, ...]
    code: Callable[[Sequence[object]], tuple[object, ...]]
    full_code: Callable[[tuple[object, ...]], tuple[object, ...]]
    period: Callable[[Sequence[object]], object]
    ignored: tuple[str, ...]
    words: Mapping[str, str]


def known_words(columns: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Normal heading → field: the usual ones, and the *columns* that a format declares."""
    return {**WORDS, **{normal_heading(heading): name for heading, name in columns}}


def find_heading(rows: Iterable[Sequence[object]], words: Mapping[str, str]) -> tuple[int, Sequence[object]] | None:
    """The first row that has the required headings, else the first that is not blank; None when all are blank.

    Args:
        rows: The first rows of the sheet or file; only so many are looked at as a title may take.
        words: What known_words gave.

    Returns:
        Its index and cells.
    """
    first: tuple[int, Sequence[object]] | None = None
    for index, row in zip(range(_SEARCHED_ROWS), rows, strict=False):
        found = {words.get(normal_heading(str(cell))) for cell in row}
        if found.issuperset(_REQUIRED):
            return index, row
        if first is None and any(str(cell).strip() for cell in row):
            first = index, row
    return first


def read_ledger_heading(
    row: int, cells: Sequence[object], words: Mapping[str, str]
) -> tuple[LedgerHeading | None, tuple[tuple[str, BadValueError], ...]]:
    """Understand a heading.

    Returns:
        The heading, or None when account, period or amount is missing or a field has two columns; and
        (heading, fault) pairs.
    """
    names = [str(cell).strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    places: dict[str, int] = {}
    faults: list[tuple[str, BadValueError]] = []
    for index, name in enumerate(names):
        field = words.get(normal_heading(name))
        if field in places:
            args = {"found": shorten(name), "first": shorten(names[places[field]])}
            faults.append((shorten(name), BadValueError(DUPLICATE_COLUMN, **args)))
        elif field is not None:
            places[field] = index
    faults += [(name, BadValueError(MISSING_KEY, key=name)) for name in _REQUIRED if name not in places]
    return (None if faults else _heading(row, names, places)), tuple(faults)


def _heading(row: int, names: Sequence[str], places: Mapping[str, int]) -> LedgerHeading:
    used = set(places.values())
    segments = tuple(name for name in SEGMENTS if name in places)
    dated = [places[name] for name in ("period", "ar") if name in places]
    return LedgerHeading(
        row=row,
        width=len(names),
        account=places["konto"],
        amount=places["belopp"],
        segments=segments,
        code=_picker([places[name] for name in segments]),
        full_code=_filler(segments),
        period=itemgetter(*dated),
        ignored=tuple(shorten(name) for index, name in enumerate(names) if name and index not in used),
        words=MappingProxyType({name: shorten(names[index]) for name, index in places.items()}),
    )


def _picker(places: Sequence[int]) -> Callable[[Sequence[object]], tuple[object, ...]]:
    """itemgetter that gives a tuple for one place, too."""
    if len(places) == 1:
        place = places[0]
        return lambda row: (row[place],)
    return itemgetter(*places)


def _filler(segments: tuple[str, ...]) -> Callable[[tuple[object, ...]], tuple[object, ...]]:
    if segments == SEGMENTS:
        return lambda cells: cells
    places = [segments.index(name) if name in segments else len(segments) for name in SEGMENTS]
    return lambda cells: itemgetter(*places)((*cells, ""))
