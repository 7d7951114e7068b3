"""How files are written: the [[sources]] blocks of styrmodell.toml."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from styrmodell.finding import Findings
from styrmodell.io.codes import MISSING_KEY, TWO_SOURCES, UNKNOWN_KEY
from styrmodell.io.file_pattern import FilePattern
from styrmodell.io.problems import BadValueError, Problems, suggestions
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.io.value_codes import UNKNOWN_WORD
from styrmodell.io.values import shape
from styrmodell.model.number import MONEY_FACTORS, money_factor
from styrmodell.model.number_text import Notation
from styrmodell.source import Source

SOURCE_CHOICES = MappingProxyType(
    {
        "encoding": ("utf-8", "utf-8-sig", "cp1252", "utf-16"),
        "notation": tuple(notation.value for notation in Notation),
        "scale": tuple(name for name, _ in MONEY_FACTORS),
        "sign": ("income+", "ledger"),
        "delimiter": (";", ",", "\t"),
    }
)
_KEYS = ("files", *SOURCE_CHOICES)
NO_PLACES = TomlPlaces(lines=MappingProxyType({}))


@frozen(kw_only=True)
class SourceFormat:
    """How the files of one pattern are written.

    Attributes:
        pattern: Which files; empty for the format of files that no block speaks of.
        encoding: utf-8, utf-8-sig, cp1252 or utf-16.
        notation: sv is 1 234,5 and plain is 1234.5.
        scale: What money is written in: kr, tkr or mnkr.
        sign: "income+" as in the model, or "ledger" where debit is +.
        delimiter: ; , or a tab; empty to tell it from the heading.
    """

    pattern: str = ""
    encoding: str = "utf-8"
    notation: Notation = Notation.SV
    scale: str = "kr"
    sign: str = "income+"
    delimiter: str = ""
    source: Source = field(default=Source(), eq=False)

    def money_factor(self) -> Decimal:
        """What a written amount is multiplied by to become kr with income +."""
        factor = money_factor(self.scale)
        if factor is None:
            raise ValueError(f"scale is kr, tkr or mnkr, not {self.scale!r}")
        return Decimal(-factor if self.sign == "ledger" else factor)


def read_sources(
    blocks: object, file: str, places: TomlPlaces = NO_PLACES
) -> tuple[tuple[SourceFormat, ...], Findings]:
    """Read the list of [[sources]] blocks.

    Args:
        blocks: What tomllib gave for "sources"; None when there is none.
        file: For the place of findings.
        places: The lines of the file's keys, where they are known.

    Returns:
        The formats in the order they are written; unknown keys and values are findings (SM107, SM108, SM118, SM121)
        and leave the default in place.
    """
    problems = Problems(file)
    if blocks is None:
        return (), Findings()
    if not isinstance(blocks, list):
        problems.add_bad(shape(blocks, "ett eller flera [[sources]]", "one or more [[sources]]"), "sources")
        return (), problems.findings()
    formats = tuple(_source(block, f"sources[{index}]", problems, places) for index, block in enumerate(blocks))
    return tuple(item for item in formats if item is not None), problems.findings()


def _source(block: object, place: str, problems: Problems, places: TomlPlaces) -> SourceFormat | None:
    if not isinstance(block, Mapping):
        problems.add_bad(shape(block, "nycklar med värden", "keys with values"), place)
        return None
    for key in block:
        if key not in _KEYS:
            problems.add(UNKNOWN_KEY, places.of_key(place, key), **suggestions(key, _KEYS))
    given = {
        key: _setting(key, block[key], places.of_key(place, key), problems) for key in SOURCE_CHOICES if key in block
    }
    values: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if "notation" in values:
        values["notation"] = Notation(values["notation"])
    pattern = block.get("files")
    if not isinstance(pattern, str) or not pattern.strip():
        bad = BadValueError(MISSING_KEY, key="files") if not pattern else shape(pattern, "en text", "a text")
        problems.add_bad(bad, places.of_key(place, "files"))
        return None
    return SourceFormat(
        pattern=pattern.strip(), source=Source(file=problems.file, place=places.of_key(place, "")), **values
    )


def _setting(key: str, value: object, place: str, problems: Problems) -> str | None:
    if not isinstance(value, str):
        problems.add_bad(shape(value, "en text", "a text"), place)
        return None
    word = value if key == "delimiter" else value.strip().casefold()
    if word not in SOURCE_CHOICES[key]:
        shown = tuple(repr(item)[1:-1] for item in SOURCE_CHOICES[key])
        problems.add(UNKNOWN_WORD, place, **suggestions(value, shown))
        return None
    return word


def format_of(file: str, formats: Iterable[SourceFormat]) -> tuple[SourceFormat, Findings]:
    """The format that speaks of *file*: the first whose pattern matches it, else the default."""
    matching = [item for item in formats if FilePattern.parse(item.pattern).matches(file)]
    if not matching:
        return SourceFormat(), Findings()
    first, rest = matching[0], matching[1:]
    told = (TWO_SOURCES.at(Source(file=file), first=first.pattern, found=other.pattern) for other in rest)
    return first, Findings(told)
