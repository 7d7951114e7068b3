"""Hypothesis strategies for every class of the model, made from the classes: a new field is drawn at once."""

import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from styrmodell.model.baseline import Baseline
from styrmodell.model.due import Due
from styrmodell.model.expression import Expression
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.frequency import Reporting
from styrmodell.model.ids import MemberId
from styrmodell.model.limits import Limits
from styrmodell.model.money import MoneyRange
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.profile import Profile
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.model.target import Target
from styrmodell.source import Source
from styrmodell.testing.strategies import decimals, periods

_AWKWARD = (
    "",
    "Åtgärd för äldre och öron",
    "\"citat\" \\ och 'apostrof'",
    "=1+1",
    "'=1+1",
    "+46 60 12",
    "@rlf",
    "\tindraget",
    " mellanslag runt om ",
    "två\nrader\r\noch en till",
    "a;b|c,d",
    "1\u00a0000 kr",
    "👩‍⚕️ 𝒶",
    "null",
    "true",
    '": ',
    " :",
    "\ufeff",
    "\u2028\x85",
    "</script>",
)
_DEFINITIONS = (
    "ekonomi",
    "-1 * ekonomi",
    "(1 / 3) * a - b / c",
    "ekonomi[dvo=regionbidrag, slag=netto] / invånare",
    "a + b - (c - d) + 0,25 * (a + b)",
    "a[typ=prognos, version=P08] - a[typ=plan, period=ack-1]",
    "förändring(k[ie=0-2+5], k[enhet=rlf, period=-1, internt=eliminerat])",
)
_CELLS = (
    *_DEFINITIONS,
    "rad(lakare) / rad(summa)",
    "kolumn(budget-{year}) - kolumn(utfall)",
    "förändring(kolumn(b), kolumn(010)) * 2",
)
_TARGETS = (
    "Max 90 dagar från sänd remiss",
    ">90 %",
    "mellan 10–20 %",
    "ska minska",
    "Bibehålla",
    "100 % (25/25)",
    "5 % förbättring jämfört med 2019",
    "Ja",
    "senast 2020-12-31",
    "Certifikat erhålls; minst 3 st",
    "oläsligt #¤%",
)
_BASELINES = ("2016: 199 dagar", "Utfall 2019", "Nytt mått", "2016: 4664/4616 (100%)", "2016 TDL 67 % THG 59%", "RLF")
_REPORTINGS = ("Månadsvis ledningsgrupp", "Delårsrapport Årsbokslut", "kvartalsvis ta fram processmått", "ibland")
_DUES = (
    "15 februari",
    "sista november året före",
    "den 10:e varje månad",
    "den 20:e månaden efter",
    "sista dagen samma månad",
    "10 dagar efter tertialets slut",
)
_NINE_DIGITS = 999_999_999


def texts() -> SearchStrategy[str]:
    """Texts a file can hold, awkward ones often: quotes, line breaks, what Excel takes for a formula, emoji."""
    letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    return st.sampled_from(_AWKWARD) | st.text(letters, max_size=12)


def ids() -> SearchStrategy[str]:
    """Ids of units, measures and the like."""
    return st.sampled_from(("a", "rlf", "rlf-rf", "per", "unit")) | st.from_regex(
        r"[a-z][a-z0-9_-]{0,8}", fullmatch=True
    )


def member_ids() -> SearchStrategy[str]:
    """Ids of members; they may begin with a digit."""
    return st.sampled_from(("010", "kostnad")) | st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)


def members(*, min_size: int = 0) -> SearchStrategy[tuple[tuple[str, str], ...]]:
    """(dimension, member) pairs, no dimension twice."""
    pairs = st.lists(st.tuples(ids(), member_ids()), min_size=min_size, max_size=3, unique_by=lambda pair: pair[0])
    return pairs.map(tuple)


def targets() -> SearchStrategy[Target]:
    """Targets of many kinds."""
    return st.sampled_from(_TARGETS).map(Target.parse)


def _status_rules() -> SearchStrategy[StatusRule]:
    """Rules whose limits go together."""
    shares = st.builds(Fraction, st.integers(0, 99), st.integers(1, 99)).map(lambda share: min(share, Fraction(1)))
    return st.builds(
        lambda by, limits: StatusRule(by=by, met=max(limits), close=min(limits)),
        st.sampled_from(StatusChoice),
        st.tuples(shares, shares),
    )


def _ranges() -> SearchStrategy[MoneyRange]:
    return st.tuples(decimals(), decimals()).map(lambda ends: MoneyRange(low=min(ends), high=max(ends)))


def _word_lists() -> SearchStrategy[Any]:
    """Lists of words; the spaces around a word mean nothing."""
    words = st.lists(texts().map(str.strip).filter(bool), max_size=3).map(tuple)
    return st.lists(st.tuples(texts().filter(bool), words), max_size=3, unique_by=lambda pair: pair[0]).map(tuple)


def column_keys() -> SearchStrategy[str]:
    """Keys of columns; they may hold a year that is told later."""
    return member_ids() | st.just("budget-{year}")


def _cells() -> SearchStrategy[Expression]:
    return st.sampled_from(_CELLS).map(lambda text: parse_expression(text, in_table=True))


def _by_column(items: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """(column key, item) pairs, no column twice."""
    return st.lists(st.tuples(column_keys(), items), max_size=2, unique_by=lambda pair: pair[0]).map(tuple)


# Fields whose type does not say what they hold.
_BY_NAME: Mapping[str, SearchStrategy[Any]] = MappingProxyType(
    {
        "dims": members(),
        "not_applicable": st.lists(members(min_size=1), max_size=2).map(tuple),
        "value_lists": _word_lists(),
        "scales": _word_lists(),
    }
)
# Fields of tables, of which only some values can be written.
_BY_CLASS: Mapping[tuple[type, str], SearchStrategy[Any]] = MappingProxyType(
    {
        **{(Limits, one.name): st.none() | st.integers(1, 999) for one in attrs.fields(Limits)},
        (PrintedFigure, "cell_id"): ids().map("r@a@2024/t/{}/k".format),
        (PrintedFigure, "text"): st.sampled_from(("0", "−1 232", "39,2 %")),
        (TableSpec, "key"): ids(),
        (TableSpec, "scale"): st.sampled_from(("unit", "tkr", "mnkr")),
        (TableSpec, "decimals"): st.none() | st.integers(0, 9),
        (Row, "key"): member_ids(),
        (Row, "cell"): st.none() | _cells(),
        (Row, "level"): st.sampled_from(("body", "sub", "total", "heading")),
        (Row, "decimals"): st.none() | st.integers(0, 9),
        (Row, "texts"): _by_column(texts().map(str.strip).filter(bool)),
        (Row, "cell_notes"): _by_column(st.just("1)")),
        (Row, "by_column"): _by_column(_cells()),
        (Column, "key"): column_keys(),
        (Column, "period"): st.none() | st.integers(-99, 99) | periods(),
        (Column, "cell"): st.none() | _cells(),
    }
)
_BY_TYPE: Mapping[Any, SearchStrategy[Any]] = MappingProxyType(
    {
        str: texts(),
        StatusRule: _status_rules(),
        int: st.integers(-(10**20), 10**20) | st.integers(0, 9),
        bool: st.booleans(),
        date: st.dates(),
        Decimal: decimals(),
        Fraction: st.builds(Fraction, st.integers(0, _NINE_DIGITS), st.integers(1, _NINE_DIGITS)),
        Period: periods(),
        Due: st.sampled_from(_DUES).map(Due.parse),
        Expression: st.sampled_from(_DEFINITIONS).map(parse_expression),
        MemberId: member_ids(),
        Target: targets(),
        Baseline: st.sampled_from(_BASELINES).map(Baseline.parse),
        Reporting: st.sampled_from(_REPORTINGS).map(Reporting.parse),
        MoneyRange: _ranges(),
        Source: st.just(Source(file="a.json", place="units[0]")),
    }
)


def anything(cls: type[Any], *, most: int = 2) -> SearchStrategy[Any]:
    """Objects of *cls* with any values in their fields; ids are well formed and mean nothing.

    Args:
        most: How many items a list has at most.
    """
    hints = typing.get_type_hints(cls)
    names = [one.name for one in attrs.fields(cls) if one.init]
    made = {name: _drawn(cls, name, hints[name], most) for name in names}
    optional = {name for name, one in attrs.fields_dict(cls).items() if one.init and one.default is not attrs.NOTHING}
    return st.fixed_dictionaries(
        {name: drawn for name, drawn in made.items() if name not in optional},
        optional={name: drawn for name, drawn in made.items() if name in optional},
    ).map(lambda values: cls(**values))


def everything_plans() -> SearchStrategy[Plan]:
    """Plans with objects of every class; they are not consistent in themselves, only well formed."""
    return anything(Plan, most=1)


def profiles() -> SearchStrategy[Profile]:
    """Profiles with any words."""
    return anything(Profile)


def _drawn(cls: type[Any], name: str, hint: Any, most: int) -> SearchStrategy[Any]:
    if (cls, name) in _BY_CLASS:
        return _BY_CLASS[cls, name]
    return _BY_NAME[name] if name in _BY_NAME else _of_type(hint, most)


def _of_type(hint: Any, most: int) -> SearchStrategy[Any]:
    if hint in _BY_TYPE:
        return _BY_TYPE[hint]
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return st.one_of(*(st.none() if part is type(None) else _of_type(part, most) for part in typing.get_args(hint)))
    if typing.get_origin(hint) is tuple:
        return st.lists(_of_type(typing.get_args(hint)[0], most), max_size=most).map(tuple)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if attrs.has(hint):
        return anything(hint, most=most)
    base = hint.__supertype__
    return ids() if base is str else _BY_TYPE[base]
