"""How ledgers are to be read: the [[ledgers]] blocks of styrmodell.toml."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from styrmodell.finding import Findings
from styrmodell.io.codes import MISSING_KEY, TWO_SOURCES, UNKNOWN_KEY
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.problems import BadValueError, Problems, shorten, suggestions
from styrmodell.io.sources import NO_PLACES
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.io.value_codes import NOT_A_DATE, NOT_A_NUMBER, UNKNOWN_WORD
from styrmodell.io.values import kind_value, shape
from styrmodell.model.code_plan import SEGMENTS
from styrmodell.model.kind import Kind
from styrmodell.model.number import number
from styrmodell.source import Source


class Amounts(Enum):
    """What an amount in a ledger is: of its month alone, or of the year up to it (ackumulerat)."""

    MONTH = "month"
    ACCUMULATED = "accumulated"


class Closing(Enum):
    """Where closing entries (bokslutsposter, period 13) go: into December, beside it, or nowhere."""

    DECEMBER = "december"
    SEPARATE = "separate"
    REFUSE = "refuse"


# The version of closing entries that are kept beside December; a profile may list it among its additions.
CLOSING_VERSION = "P13"
FIELDS = (*SEGMENTS, "period", "ar", "belopp")
_MIN_YEAR, _MAX_YEAR = 1900, 2099


@frozen(kw_only=True)
class LedgerFormat:
    """What the amounts of a ledger's files are; how the files are written stands under [[sources]].

    Attributes:
        pattern: Which files; together they are one ledger.
        code_plan: The file of the code plan, relative to the workspace.
        sheet: The code plan's sheet; empty for the first one.
        closing: Where period 13 goes. In "separate" its figures stand in December with the version CLOSING_VERSION.
        year: The year of files that have only the month's number; None when periods say it.
        as_of: The day the figures speak of; None when not told.
        reported: The day they were handed in.
        control_total: What all rows are to sum to, in the files' own scale and sign; for accumulated
            amounts the sum of the last month. None for none.
        columns: (heading, one of FIELDS) pairs for headings that are not the usual ones.
    """

    pattern: str = ""
    code_plan: str = ""
    sheet: str = ""
    amounts: Amounts = Amounts.MONTH
    closing: Closing = Closing.REFUSE
    kind: Kind = Kind.OUTCOME
    version: str = ""
    year: int | None = None
    as_of: date | None = None
    reported: date | None = None
    control_total: Decimal | None = field(default=None, converter=number)
    columns: tuple[tuple[str, str], ...] = ()
    source: Source = field(default=Source(), eq=False)


def read_ledger_formats(
    blocks: object, file: str, places: TomlPlaces = NO_PLACES
) -> tuple[tuple[LedgerFormat, ...], Findings]:
    """Read the list of [[ledgers]] blocks.

    Args:
        blocks: What tomllib gave for "ledgers"; None when there is none.
        file: For the place of findings.
        places: The lines of the file's keys, where they are known.

    Returns:
        The formats in the order they are written; a block without files or code_plan, or with a value that cannot
        be read, is left out and told (SM104, SM107, SM108, SM118, SM119, SM121): a wrong sign or an accumulated
        amount taken for a month's would give wrong figures.
    """
    problems = Problems(file)
    if blocks is None:
        return (), Findings()
    if not isinstance(blocks, list):
        problems.add_bad(shape(blocks, "ett eller flera [[ledgers]]", "one or more [[ledgers]]"), "ledgers")
        return (), problems.findings()
    read = (_block(block, f"ledgers[{index}]", problems, places) for index, block in enumerate(blocks))
    return tuple(item for item in read if item is not None), problems.findings()


def ledger_of(file: str, formats: Iterable[LedgerFormat]) -> tuple[LedgerFormat | None, Findings]:
    """The ledger that *file* belongs to: the first whose pattern matches; None when it is in no ledger."""
    matching = [item for item in formats if FilePattern.parse(item.pattern).matches(file)]
    told = (TWO_SOURCES.at(Source(file=file), first=matching[0].pattern, found=item.pattern) for item in matching[1:])
    return (matching[0] if matching else None), Findings(told)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise shape(value, "en text", "a text")
    return value.strip()


def _filled(value: object) -> str:
    text = _text(value)
    if not text:
        raise BadValueError(MISSING_KEY, key="värdet")
    return text


def _amounts(value: object) -> Amounts:
    return Amounts(_word(value, Amounts))


def _closing(value: object) -> Closing:
    return Closing(_word(value, Closing))


def _word(value: object, words: type[Enum]) -> str:
    word, known = _text(value).casefold(), tuple(str(item.value) for item in words)
    if word not in known:
        raise BadValueError(UNKNOWN_WORD, **suggestions(word, known))
    return word


def _year(value: object) -> int:
    if type(value) is not int or not _MIN_YEAR <= value <= _MAX_YEAR:
        raise BadValueError(NOT_A_NUMBER, found=shorten(str(value)), example="2024")
    return value


def _day(value: object) -> date:
    if type(value) is not date:  # a datetime is a date, too, but no day
        raise BadValueError(NOT_A_DATE, found=shorten(str(value)))
    return value


def _total(value: object) -> Decimal:
    try:
        total = number(value) if isinstance(value, int | Decimal | str) else None
    except (ValueError, TypeError):
        total = None
    if total is None:
        raise BadValueError(NOT_A_NUMBER, found=shorten(str(value)), example="-1234.50")
    return total


def _columns(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        raise shape(value, "nycklar med värden", "keys with values")
    return tuple((heading, _column(name)) for heading, name in value.items())


def _column(value: object) -> str:
    name = _text(value).casefold()
    if name not in FIELDS:
        raise BadValueError(UNKNOWN_WORD, **suggestions(name, FIELDS))
    return name


# Key → (the format's field, how its value is read).
_KEYS: MappingProxyType[str, tuple[str, Callable[[object], object]]] = MappingProxyType(
    {
        "files": ("pattern", _filled),
        "code_plan": ("code_plan", _filled),
        "sheet": ("sheet", _text),
        "amounts": ("amounts", _amounts),
        "period_13": ("closing", _closing),
        "kind": ("kind", kind_value),
        "version": ("version", _text),
        "year": ("year", _year),
        "as_of": ("as_of", _day),
        "reported": ("reported", _day),
        "control_total": ("control_total", _total),
        "columns": ("columns", _columns),
    }
)

LEDGER_KEYS = tuple(_KEYS)
LEDGER_CHOICES = MappingProxyType(
    {
        "amounts": tuple(item.value for item in Amounts),
        "period_13": tuple(item.value for item in Closing),
    }
)


def _block(block: object, place: str, problems: Problems, places: TomlPlaces) -> LedgerFormat | None:
    if not isinstance(block, Mapping):
        problems.add_bad(shape(block, "nycklar med värden", "keys with values"), place)
        return None
    values: dict[str, Any] = {}
    is_sound = True
    for key, value in block.items():
        if key not in _KEYS:
            problems.add(UNKNOWN_KEY, places.of_key(place, key), **suggestions(key, _KEYS))
            continue
        name, read = _KEYS[key]
        try:
            values[name] = read(value)
        except BadValueError as bad:
            is_sound = False
            problems.add_bad(bad, places.of_key(place, key))
    for key in ("files", "code_plan"):
        if key not in block:
            is_sound = False
            problems.add(MISSING_KEY, places.of_key(place, ""), key=key)
    source = Source(file=problems.file, place=places.of_key(place, ""))
    return LedgerFormat(**values, source=source) if is_sound else None
