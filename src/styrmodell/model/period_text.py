"""Periods as people write them, read to the one canonical text.

The text is first made into a short code: month names become m01 … m12, the words a letter each, every dash
a hyphen ("T.o.m. augusti 2024" is "um08 2024"). The code is then matched with one pattern a form.
What can mean two things is refused; nothing is guessed.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from types import MappingProxyType
from unicodedata import normalize

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.period import Period

MAX_LENGTH = 60
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_EXPECTED = (
    "en period, som 2024, 2024-T2, 2024-Q3, 2024-07, jan–jul 2024, t.o.m. augusti 2024, 2021–2024 eller R12-2024-06"
)
_WITH_YEAR = "en period med sitt år, som januari 2024"
_FOUR_DIGITS = "en period vars år har fyra siffror, som jan 2020 eller 2020-01"
_IN_ORDER = "en period som börjar innan den slutar, som nov 2023 – feb 2024"
_WHOLE_MONTH = "en hel månad, som 2024-07 (den första i månaden läses också, för Excel gör 2024-07 till 2024-07-01)"
_MONTH_END = "månadens sista dag, som per 2024-04-30"
_SCHOOL_YEAR = "två år i följd, som 2021/22 eller 2021/2022"

_MONTHS = (
    "jan januari january",
    "feb februari february",
    "mar mars march",
    "apr april",
    "maj may",
    "jun juni june",
    "jul juli july",
    "aug augusti august",
    "sep sept september",
    "okt oktober oct october",
    "nov november",
    "dec december",
)
_LETTERS = {
    "m": "m",
    "t": "t tertial tertialet",
    "q": "q k kv kvartal kvartalet",
    "h": "h halvår halvåret",
    "a": "år året helår helåret",
    "u": "tom",
    "p": "per",
    "d": "delår delåret",
    "r": "r rullande",
    "o": "mån månad månader månaders",
    "l": "läsår läsåret",
}
# The space keeps a month's number apart from a year that follows ("jan2024").
_WORDS = MappingProxyType(
    {word: f"m{number:02d} " for number, words in enumerate(_MONTHS, 1) for word in words.split()}
    | {word: letter for letter, words in _LETTERS.items() for word in words.split()}
)
_MONTHS_IN = MappingProxyType({"t": 4, "q": 3, "h": 6})

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NORMAL = MappingProxyType(str.maketrans({**dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_INVISIBLE, "")}))
# In this order. A dot by a digit stays, so that 2024.07 and .7 (numbers?) are not read.
_STEPS = (
    (re.compile(r"\.{2,}|…"), "~"),
    (re.compile(r"(?<!\w)['’](?=[0-9])"), ""),
    (re.compile(r"\bt\.? ?o\.? ?m\b\.?|\btill och med\b"), " tom "),
    (re.compile(r"\b(per|tom) +den\b"), r"\1"),
    (re.compile(r"(?<=[^\W\d_])\.|\.\Z"), ""),
    (re.compile(r"(?<=-[0-9]{2}-[0-9]{2})[ t]00:00(?::00)?\Z"), ""),
)
_WORD = re.compile(r"[^\W\d_]+")
_DASH_RUN = re.compile(r"-+")
_LOOSE_SPACE = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_TWO_DIGITS = re.compile(r"(?<![0-9mtqhr])[0-9]{2}(?![0-9])")

_Y = "(?:19|20)[0-9]{2}"
_N = "[0-9]{1,2}"
_NN = "[0-9]{2}"
_DATED = f"{_Y}(?:[- ]?m{_N}|-?{_NN})|m{_N}[- ]{_Y}"
_MONTH = re.compile(f"(?P<y>{_Y})(?:[- ]?m|-?)(?P<n>{_N})|m(?P<n2>{_N})(?:[- ](?P<y2>{_Y}))?")


@frozen(kw_only=True)
class _Asked:
    """What was asked for: the text, the year that stands beside it and whether the figure is a stock."""

    text: str
    year: int | None
    is_stock: bool

    def error(self, expected: str = _EXPECTED, *, ambiguous: bool = False) -> TextError:
        return TextError(self.text, expected, ambiguous=ambiguous)

    def year_of(self, written: str | None) -> int:
        """The year that is written, else the one that was given."""
        if written:
            return int(written)
        if self.year is None:
            raise self.error(_WITH_YEAR, ambiguous=True)
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise self.error(_FOUR_DIGITS, ambiguous=True)
        return self.year

    def index(self, year: int, month: str) -> int:
        if not 1 <= int(month) <= 12:
            raise self.error()
        return year * 12 + int(month) - 1

    def month(self, code: str) -> int:
        """The month that a code such as 2024-07, 202407, 2024m07 or m07 2024 names."""
        match = _MONTH.fullmatch(code)
        if match is None:
            raise self.error()
        return self.index(self.year_of(match["y"] or match["y2"]), match["n"] or match["n2"])

    def span(self, first: int, last: int) -> Period:
        if last < first:
            raise self.error(_IN_ORDER)
        return Period(first=first, last=last)


def read_period(text: str, *, year: int | None = None, is_stock: bool = False) -> Period:
    """Read a period as people write it; its `text` is the canonical text.

    Reads every text that `Period.parse` reads (but 2401, see below), and, with the years 1900–2099:

    - months: `2024M07`, `202407`, `jan 2020`, `2020 - jan`, `januari 2014`, Swedish and English names;
      `2024-07-01` and `2024-07-01 00:00:00` are July 2024, for Excel makes that date of a typed 2024-07.
      Another day is refused: it is a day, not a period.
    - parts: `2024Q1`, `1975K1` (SCB's kvartal), `kvartal 3 2024`, `T2 2024`, `tertial 2 2024`, `H1 2024`
    - years: `helår 2024`, `år 2024`; `2021–2024` is the span of four years, not a year;
      `2021/22` and `2021/2022` are July 2021 to June 2022, as a school year. A slash never parts year and month.
    - spans: `jan–jul 2024`, `jan 2023 - mar 2024`, `2024-01 – 2024-07`, `delår jan-aug 2024`;
      `t.o.m. augusti 2024` is January to August
    - `per april 2024` and `per 2024-04-30` (the month's last day): January to April of a flow, April of a stock
    - `R12 2024-06`, `rullande 12 mån t.o.m. juni 2024`

    Case, kinds of space and dash, dots in abbreviations and a dot at the end do not matter.

    Args:
        text: At most 60 characters.
        year: The year for a text that has none, as when year and month stand in two columns (1 to 12 is then
            a month too). A year in the text goes before it.
        is_stock: True when the figure tells how much there is at a time, not how much came during it.

    Raises:
        TextError: No period; or (*ambiguous*) one without a year, with two digits for a year, or a number such as
            2401, which is both a year and a month of 2024. So is every four-digit number outside 1900–2099 that
            ends in 01 to 12.
    """
    asked = _Asked(text=text, year=year, is_stock=is_stock)
    if len(text) > MAX_LENGTH:
        raise asked.error(f"högst {MAX_LENGTH} tecken")
    period = _canonical(text) or _read_written(asked)
    if _is_also_a_month(period):
        raise asked.error(_FOUR_DIGITS, ambiguous=True)
    return period


def _is_also_a_month(period: Period) -> bool:
    """Whether the canonical text is a year such as 2401, which people also write for January 2024."""
    is_year = len(period.text) == 4 and not _FIRST_YEAR <= period.first_year <= _LAST_YEAR
    return is_year and 1 <= period.first_year % 100 <= 12


def _canonical(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except TextError:
        return None


def _read_written(asked: _Asked) -> Period:
    code = _code(asked.text)
    try:
        return _canonical(code.replace("~", "..")) or _match(asked, code)
    except TextError as error:
        if not error.ambiguous and any(_reads(asked, other) for other in _with_century(code)):
            raise asked.error(_FOUR_DIGITS, ambiguous=True) from None
        raise


def _code(text: str) -> str:
    """The text with its words as letters, its dashes as hyphens and spaces only between digits."""
    text = " ".join(normalize("NFC", text).translate(_NORMAL).lower().split())
    for pattern, new in _STEPS:
        text = pattern.sub(new, text)
    text = _WORD.sub(lambda match: _WORDS.get(match[0], "?"), text)
    return _DASH_RUN.sub("-", _LOOSE_SPACE.sub("", " ".join(text.split())))


def _with_century(code: str) -> Iterator[str]:
    """The code with one of its two-digit numbers, then with all of them, as years of this century."""
    for match in _TWO_DIGITS.finditer(code):
        yield f"{code[: match.start()]}20{code[match.start() :]}"
    yield _TWO_DIGITS.sub(r"20\g<0>", code)


def _reads(asked: _Asked, code: str) -> bool:
    try:
        _match(asked, code)
    except TextError:
        return False
    return True


def _match(asked: _Asked, code: str) -> Period:
    for pattern, form in _FORMS:
        if match := pattern.fullmatch(code):
            return form(asked, match)
    raise asked.error()


def _year(asked: _Asked, match: re.Match[str]) -> Period:
    return Period.year(asked.year_of(match[1] or match[2]))


def _month(asked: _Asked, match: re.Match[str]) -> Period:
    month = asked.month(match[1])
    return Period(first=month, last=month)


def _first_day(asked: _Asked, match: re.Match[str]) -> Period:
    if match[2] != "01":
        raise asked.error(_WHOLE_MONTH)
    return _month(asked, match)


def _number(asked: _Asked, match: re.Match[str]) -> Period:
    if not 1 <= int(match[1]) <= 12:
        raise asked.error()
    month = asked.index(asked.year_of(None), match[1])
    return Period(first=month, last=month)


def _part(asked: _Asked, match: re.Match[str]) -> Period:
    length, ordinal = _MONTHS_IN[match[2] or match[4]], int(match[3] or match[5])
    if not 1 <= ordinal <= 12 // length:
        raise asked.error()
    first = asked.year_of(match[1] or match[6]) * 12 + (ordinal - 1) * length
    return Period(first=first, last=first + length - 1)


def _span(asked: _Asked, match: re.Match[str]) -> Period:
    return asked.span(asked.month(match[1]), asked.month(match[2]))


def _span_in_year(asked: _Asked, match: re.Match[str]) -> Period:
    year = asked.year_of(match[1] or match[4])
    return asked.span(asked.index(year, match[2]), asked.index(year, match[3]))


def _years(asked: _Asked, match: re.Match[str]) -> Period:
    return asked.span(int(match[1]) * 12, int(match[2]) * 12 + 11)


def _school_year(asked: _Asked, match: re.Match[str]) -> Period:
    following = str(int(match[1]) + 1)
    if match[2] not in (following, following[2:]):
        raise asked.error(_SCHOOL_YEAR)
    first = int(match[1]) * 12 + 6
    return Period(first=first, last=first + 11)


def _until(asked: _Asked, match: re.Match[str]) -> Period:
    last, day = asked.month(match[3] or match[4] or match[6]), match[2] or match[5]
    if day and int(day) != monthrange(last // 12, last % 12 + 1)[1]:
        raise asked.error(_MONTH_END)
    alone = match[1] == "p" and asked.is_stock
    return Period(first=last if alone else last - last % 12, last=last)


def _rolling(asked: _Asked, match: re.Match[str]) -> Period:
    last = asked.month(match[1])
    return Period(first=last - 11, last=last, rolling=True)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Asked, re.Match[str]], Period]], ...] = (
    (re.compile(f"(?:a[- ]?)?({_Y})|(?:({_Y})[- ]?)?a"), _year),
    (re.compile(f"({_DATED}|m{_N})"), _month),
    (re.compile(f"({_Y}-{_NN})-({_NN})"), _first_day),
    (re.compile(f"({_N})"), _number),
    (re.compile(f"({_Y})[- ]?([tqh])([0-9])|([tqh])([0-9])(?:[- ]({_Y}))?"), _part),
    (re.compile(f"d?({_DATED})[-~]({_DATED})"), _span),
    (re.compile(f"d?(?:({_Y})[- ]?)?m({_N})[-~]m({_N})(?:[- ]({_Y}))?"), _span_in_year),
    (re.compile(f"({_Y})[-~]({_Y})"), _years),
    (re.compile(f"l?({_Y})/({_Y}|{_NN})"), _school_year),
    (re.compile(f"([up])(?:({_N})?(m{_N}(?:[- ]{_Y})?)|({_Y}-{_NN})-({_NN})|({_DATED}))"), _until),
    (re.compile(f"r12(?![0-9])[- ]?o?[up]?({_DATED}|m{_N})"), _rolling),
)
