"""Observations of a saved plan: JSON rows with the model's own figures → frozen objects, made for many rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from attrs import define, field

from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.filled import filled_observation, filled_source
from styrmodell.io.json.nodes import BareNumber
from styrmodell.io.json.texts import bare_number, exact_text
from styrmodell.io.kept import Kept
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.scalar_hooks import read_dims
from styrmodell.io.value_codes import LONG_NUMBER, NOT_A_NUMBER
from styrmodell.io.values import date_value, id_value, kind_value, period_value, shape, state_value
from styrmodell.io.yaml_nodes import Path
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims
from styrmodell.model.number import MAX_DIGITS, MAX_EXPONENT, number
from styrmodell.model.observation import Observation
from styrmodell.source import Source

Row = Mapping[str, Any]
Tell = Callable[[Path, BadValueError], None]
Get = Callable[[str], Any]
Keep = Callable[[Any], None]
Build = Callable[[Get, Source], Observation]
# Key of a row → field of the observation; the keys are the English headings of CSV files.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "measure": "measure_id",
        "unit": "unit_id",
        "period": "period",
        "kind": "kind",
        "version": "version",
        "dims": "dims",
        "value": "value",
        "numerator": "numerator",
        "denominator": "denominator",
        "state": "state",
        "as_of": "as_of",
        "reported": "reported",
        "by": "reporter",
        "precision": "precision",
        "comment": "comment",
        "counterparty": "counterparty",
        "ie": "ie",
        "correction": "correction",
    }
)
_KEYS = frozenset(FIELDS)
_TEXTS = ("version", "by", "comment", "counterparty", "ie", "correction")
_RARE = frozenset(("numerator", "denominator", "reported", *_TEXTS)) - {"by"}
_REQUIRED = ("measure", "unit", "period")
_FIGURES = ("value", "numerator", "denominator")
_SIGNS = b"0123456789.-+eE"


class UnusualError(Exception):
    """Something the fast way does not read; the slow way reads it, or tells what is wrong with it."""


def figure(value: object) -> Decimal:
    """A figure of the model: text in plain notation, or a whole number (SM104, SM118, SM138, SM194)."""
    if isinstance(value, BareNumber | float):
        raise bare_number(value)
    if type(value) is not str and type(value) is not int:
        raise shape(value, 'ett tal, som "1.5"', 'a number, such as "1.5"')
    try:
        found = number(value)
    except ValueError:
        digits = sum(map(str.isdecimal, str(value)))
        code, more = (LONG_NUMBER, {}) if digits > MAX_DIGITS else (NOT_A_NUMBER, {"example": "1234.5"})
        raise BadValueError(code, found=shorten(str(value)), **more) from None
    assert found is not None, "None was refused before"
    return found


def _step(value: object) -> Decimal:
    """A precision: text alone, for what is kept by 1 would be found for true."""
    return figure(exact_text(value))


def _kept(read: Callable[[Any], Any], default: Any) -> Kept[Any, Any]:
    kept = Kept(_strictly(read))
    kept[None] = default
    return kept


def _strictly(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """*read*, telling a decimal number as what it is."""

    def read_strictly(value: Any) -> Any:
        if isinstance(value, BareNumber | float):
            raise bare_number(value)
        return read(value)

    return read_strictly


@define(kw_only=True)
class RowBuilder:
    """Builds the observations of one file; make one a file, since it keeps what it has read."""

    file: str
    _ids: Kept[Any, Any] = field(init=False, factory=lambda: Kept(_strictly(id_value)))
    _periods: Kept[Any, Any] = field(init=False, factory=lambda: Kept(_strictly(period_value)))
    _kinds: Kept[Any, Any] = field(init=False, factory=lambda: _kept(kind_value, Kind.OUTCOME))
    _states: Kept[Any, Any] = field(init=False, factory=lambda: _kept(state_value, State.REPORTED))
    _dates: Kept[Any, Any] = field(init=False, factory=lambda: _kept(date_value, None))
    _texts: Kept[Any, Any] = field(init=False, factory=lambda: _kept(exact_text, ""))
    _steps: Kept[Any, Any] = field(init=False, factory=lambda: _kept(_step, None))
    _dims: Kept[Any, Dims] = field(init=False, factory=lambda: Kept(lambda pairs: read_dims(dict(pairs))))

    _readers: dict[str, Kept[Any, Any]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._readers = {
            "measure": self._ids,
            "unit": self._ids,
            "period": self._periods,
            "kind": self._kinds,
            "state": self._states,
            "as_of": self._dates,
            "reported": self._dates,
            "precision": self._steps,
            **dict.fromkeys(_TEXTS, self._texts),
        }

    def fast(self, rows: Sequence[Any]) -> tuple[Observation, ...]:
        """The observations of sound rows.

        Raises:
            UnusualError: Some row is not.
        """
        try:
            return tuple(self._built(rows))
        except (BadValueError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError) as error:
            raise UnusualError from error

    def _built(self, rows: Sequence[Row]) -> Iterator[Observation]:
        """One loop; what rows rarely have is looked up only in those that have it."""
        figures: list[Any] = []
        file, shapes, usual, full = self.file, Kept(_has_rare), self._usual(figures.append), self._full(figures.extend)
        for index, row in enumerate(rows):
            source = filled_source(file, f"observations[{index}]")
            yield full(row.get, source) if shapes[tuple(row)] else usual(row.get, source)
        _check_figures(figures)

    def _usual(self, keep: Keep) -> Build:
        """Builds rows that have nothing rare; *keep* is given the figures, to be checked together."""
        ids, periods, kinds, states = self._ids, self._periods, self._kinds, self._states
        dates, texts, steps, dims, none = self._dates, self._texts, self._steps, self._dims, ()

        def build(get: Get, source: Source) -> Observation:
            split, value = get("dims"), get("value")
            if value is not None:
                keep(value)
                value = Decimal(value)
            return filled_observation(
                ids[get("measure")],
                ids[get("unit")],
                periods[get("period")],
                kinds[get("kind")],
                none if split is None else dims[tuple(split.items())],
                value,
                states[get("state")],
                dates[get("as_of")],
                texts[get("by")],
                steps[get("precision")],
                "",
                source,
            )

        return build

    def _full(self, keep: Keep) -> Build:
        """Builds any row; *keep* is given several figures at a time."""
        ids, periods, kinds, states = self._ids, self._periods, self._kinds, self._states
        dates, texts, steps, dims = self._dates, self._texts, self._steps, self._dims

        def build(get: Get, source: Source) -> Observation:
            split, value, over, under = get("dims"), get("value"), get("numerator"), get("denominator")
            keep((value, over, under))
            return Observation(
                measure_id=ids[get("measure")],
                unit_id=ids[get("unit")],
                period=periods[get("period")],
                kind=kinds[get("kind")],
                version=texts[get("version")],
                dims=() if split is None else dims[tuple(split.items())],
                value=None if value is None else Decimal(value),
                numerator=None if over is None else Decimal(over),
                denominator=None if under is None else Decimal(under),
                state=states[get("state")],
                as_of=dates[get("as_of")],
                reported=dates[get("reported")],
                reporter=texts[get("by")],
                precision=steps[get("precision")],
                comment=texts[get("comment")],
                counterparty=texts[get("counterparty")],
                ie=texts[get("ie")],
                correction=texts[get("correction")],
                source=source,
            )

        return build

    def told(self, rows: Sequence[Any], tell: Tell) -> tuple[Observation, ...]:
        """The same for any rows: those without fault, and every fault told with its path."""
        found = (self._row(row, ("observations", index), tell) for index, row in enumerate(rows))
        return tuple(item for item in found if item is not None)

    def _row(self, row: Any, path: Path, tell: Tell) -> Observation | None:
        if type(row) is not dict:
            tell(path, shape(row, "nycklar med värden", "keys with values"))
            return None
        unknown = (key for key in row if key not in _KEYS)
        faults = [((*path, key), BadValueError(UNKNOWN_KEY, **suggestions(key, FIELDS))) for key in unknown]
        faults += [((*path, key), BadValueError(MISSING_KEY, key=key)) for key in _REQUIRED if row.get(key) is None]
        values: dict[str, Any] = {}
        for key in FIELDS:
            if row.get(key) is not None:
                try:
                    values[FIELDS[key]] = self._value(key, row[key])
                except BadValueError as bad:
                    faults.append(((*path, key, *bad.path), bad))
        for place, fault in faults:
            tell(place, fault)
        source = Source(file=self.file, place=f"observations[{path[-1]}]")
        return None if faults else Observation(**values, source=source)

    def _value(self, key: str, value: Any) -> Any:
        if key in _FIGURES:
            return figure(value)
        if key == "dims":
            return read_dims(value)
        if type(value) in (list, dict, bool):  # True would be found where 1 is kept
            raise shape(value, "en text", "a text")
        return self._readers[key][value]


def count_keys(rows: Sequence[Row]) -> int:
    """How many keys sound rows have, those of their dims among them."""
    return sum(map(len, rows)) + sum(len(split) for row in rows if (split := row.get("dims")))


def _has_rare(shape: tuple[str, ...]) -> bool:
    """Whether a row with these keys has something that rows rarely have.

    Raises:
        ValueError: It has another key.
    """
    if not _KEYS.issuperset(shape):
        raise ValueError(f"other keys: {shape}")
    return not _RARE.isdisjoint(shape)


def _check_figures(cells: list[Any]) -> None:
    """Refuse what Decimal reads and the model does not; all at once is cheaper than a pattern for each.

    Raises:
        ValueError: A figure that is no text of plain numbers' signs, and no whole number.
    """
    cells = [cell for cell in cells if cell is not None]
    kinds = set(map(type, cells))
    if kinds - {str, int}:
        raise ValueError("a figure is neither text nor a whole number")
    texts = cells if kinds == {str} else list(map(str, cells))
    signs, longest = "".join(texts).encode("ascii"), max(map(len, texts), default=0)
    if signs.translate(None, _SIGNS) or longest > 2 * MAX_DIGITS:
        raise ValueError("a figure has other signs, or too many")
    if longest > MAX_EXPONENT or b"e" in signs or b"E" in signs:  # shorter ones, written out, are within all limits
        for text in texts:
            number(text)
