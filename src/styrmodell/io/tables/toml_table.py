"""One table of a TOML file: its keys are taken out one by one, and what has the wrong shape is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Self

from attrs import frozen

from styrmodell.io.codes import MISSING_KEY, UNKNOWN_KEY
from styrmodell.io.problems import BadValueError, Problems, suggestions
from styrmodell.io.toml_place import TomlPlaces
from styrmodell.io.value_codes import UNKNOWN_WORD
from styrmodell.io.values import shape


@frozen(kw_only=True)
class TomlTable:
    """A table under way.

    Attributes:
        path: Where it stands ("tables[0].crossed").
    """

    given: Mapping[str, object]
    path: str
    problems: Problems
    places: TomlPlaces

    @classmethod
    def of(cls, given: object, path: str, problems: Problems, places: TomlPlaces) -> Self | None:
        """The table *given*, or None with an SM118 when it is none."""
        if not isinstance(given, Mapping):
            problems.add_bad(shape(given, "nycklar med värden", "keys with values"), places.of_key(path, ""))
            return None
        return cls(given=given, path=path, problems=problems, places=places)

    def place(self, key: str) -> str:
        """Where *key* stands."""
        return self.places.of_key(self.path, key)

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        """Tell keys that are not *known* (SM107)."""
        for key in self.given:
            if key not in known:
                self.problems.add(UNKNOWN_KEY, self.place(key), **suggestions(key, known))

    def _bad(self, value: object, key: str, expected: str, expected_en: str) -> None:
        self.problems.add_bad(shape(value, expected, expected_en), self.place(key))

    def text(self, key: str) -> str:
        """A text; empty when it is left out."""
        given = self.given.get(key, "")
        if isinstance(given, str):
            return given.strip()
        self._bad(given, key, "en text", "a text")
        return ""

    def required_text(self, key: str) -> str:
        """A text that must be there (SM108)."""
        if not self.given.get(key):
            self.problems.add_bad(BadValueError(MISSING_KEY, key=key), self.place(key))
            return ""
        return self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that must be there (SM108)."""
        given = self.given.get(key)
        if not given:
            self.problems.add_bad(BadValueError(MISSING_KEY, key=key), self.place(key))
        elif isinstance(given, list) and all(isinstance(item, str) for item in given):
            return tuple(str(item).strip() for item in given)
        else:
            self._bad(given, key, "en lista med texter", "a list of texts")
        return ()

    def word(self, key: str, known: tuple[str, ...]) -> str:
        """One of *known*; empty when it is left out."""
        given = self.text(key)
        if given and given.casefold() not in known:
            self.problems.add(UNKNOWN_WORD, self.place(key), **suggestions(given, known))
            return ""
        return given.casefold()

    def count(self, key: str, most: int | None = None) -> int | None:
        """A whole number from 1, at most *most*; None when it is left out."""
        given = self.given.get(key)
        if given is None or (type(given) is int and given >= 1 and (most is None or given <= most)):
            return given
        last = f"–{most}" if most else ""
        self._bad(given, key, f"ett heltal, 1{last or ' eller mer'}", f"a whole number, 1{last or ' or more'}")
        return None

    def flag(self, key: str) -> bool:
        """True or false; false when it is left out."""
        given = self.given.get(key, False)
        if isinstance(given, bool):
            return given
        self._bad(given, key, "true eller false", "true or false")
        return False

    def table(self, key: str) -> Self | None:
        """The table below *key*; None when it is left out."""
        if key not in self.given:
            return None
        return type(self).of(self.given[key], f"{self.path}.{key}", self.problems, self.places)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The table below *key* as pairs of text; numbers and dates become their text."""
        below = self.table(key)
        found: list[tuple[str, str]] = []
        for name, value in below.given.items() if below is not None else ():
            if isinstance(value, bool) or not isinstance(value, str | int | Decimal | date):
                assert below is not None
                below._bad(value, name, "en text", "a text")
            else:
                found.append((name.strip(), str(value).strip()))
        return tuple(found)
