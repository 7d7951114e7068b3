"""How a printed figure came about, in the words a reader meets under it: one level, no deeper."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice

from attrs import frozen

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.model.observation import Observation
from styrmodell.report.coverage_words import doubtful_words
from styrmodell.report.numbers import NBSP, NumberStyle, format_number, make_style, with_unit
from styrmodell.report.rule_words import rule_title
from styrmodell.report.table import NOT_REPORTED, Cell

MOST_OPERANDS = 25
_MOST_SOURCES = 10
_MOST_MISSING = 10
_MOST_DECIMALS = 6
_HOW = {
    Op.OBSERVED: "Rapporterat värde.",
    Op.OWN: "Enhetens eget värde; det gäller för allt under den. Delarna och det som är ofördelat står bredvid.",
    Op.ITEMS: "Summa av enhetens poster.",
    Op.SETTLED: "Fastställt värde; det beräknade står bredvid.",
    Op.UNALLOCATED: "Det som enhetens eget värde har utöver de underordnades.",
    Op.NET: "Brutto minus det som enheterna har sinsemellan.",
    Op.ELIMINATED: "Interna poster, där båda parter finns inom enheten.",
    Op.PERIODS: "Perioderna sammanlagda.",
    Op.LAST_PERIOD: "Det sista värdet i perioden.",
    Op.MEAN_OF_PERIODS: "Medelvärde av perioderna, vägt med deras månader.",
    Op.DIFFERENCE_OF_PERIODS: "Skillnad mellan två ackumulerade värden.",
    Op.TOTAL: "Rapporterad total; den står där delarna inte är fullständiga.",
    Op.STANDING: "Rapporterat värde; det definitionen räknas på finns inte.",
    Op.ADD: "Summa av termerna.",
    Op.SUBTRACT: "Skillnad: det första minus det andra.",
    Op.DIVIDE: "Kvot: det första delat med det andra.",
    Op.CHANGE: "Förändring: det första minus det andra, som andel av det andras storlek.",
    Op.MISSING: "Inget värde är rapporterat.",
    Op.NOT_APPLICABLE: "Här finns inget värde.",
    Op.NOT_THERE: "Enheten fanns inte då.",
    Op.SUM_OF_PERIODS: "Periodernas värden sammanlagda.",
}


@frozen(kw_only=True)
class Operand:
    """One thing a figure was made of.

    Attributes:
        text: Its value, unrounded, in the unit the table prints where it has one.
        coverage: "12 av 15" when something it rests on is missing; else empty.
    """

    label: str
    text: str
    coverage: str = ""


@frozen(kw_only=True)
class Derivation:
    """A figure's working, ready to print.

    Attributes:
        label: What the figure is a value of.
        value: As printed.
        unrounded: The value with all its digits when print rounded it; else empty.
        coverage: "12 av 15".
        missing: Units that were to report and did not.
        age: "2019-06-30 – 2019-09-26".
        left_out: How many more operands there are.
        sources: Where its figures were written.
        more_sources: How many more places there are.
    """

    label: str
    value: str
    unrounded: str
    how: str
    coverage: str
    missing: str
    age: str
    estimated: bool
    operands: tuple[Operand, ...]
    left_out: int
    sources: tuple[str, ...]
    more_sources: int


def derive(cell: Cell) -> Derivation | None:
    """Tell how *cell*'s figure came about; None for a cell that is blank by nature."""
    working = cell.explanation
    if working is None or cell.is_blank:
        return None
    sources, more_sources = _sources(working)
    children = working.children
    return Derivation(
        label=working.label,
        value=with_unit(cell.text, cell.style.unit) if working.exact is not None else cell.text,
        unrounded=_unrounded(working, cell.style),
        how=_how(working),
        coverage=_coverage(working.coverage),
        missing=_listed(working.missing_names, _MOST_MISSING),
        age=_age(working.coverage),
        estimated=working.coverage.estimated,
        operands=tuple(_operand(child, working, cell.style) for child in children[:MOST_OPERANDS]),
        left_out=max(len(children) - MOST_OPERANDS, 0),
        sources=sources,
        more_sources=more_sources,
    )


def _how(working: Explanation) -> str:
    if working.exact is None and working.children:
        return "Kan inte räknas ut: något som behövs är inte rapporterat."
    if working.op is Op.MULTIPLY:
        return f"Produkt: värdet gånger {_plain(Fraction(working.factor or 0))}."
    if working.op in (Op.FOLDED, Op.ROLLED_UP):
        whose = "enheternas värden" if working.op is Op.FOLDED else "delarna"
        title = rule_title(working.rule)
        return f"{title[:1].upper()}{title[1:]} av {whose}."
    return _HOW[working.op]


def _operand(child: Explanation, parent: Explanation, style: NumberStyle) -> Operand:
    if not child.is_applicable:
        text = "ej aktuellt"
    elif child.exact is None:
        text = NOT_REPORTED
    else:
        own = style if child.unit == parent.unit else make_style(child.unit, "", None)
        text = with_unit(_plain(own.scaled(child.exact)), own.unit)
    partial = _coverage(child.coverage) if not child.coverage.is_full else ""
    return Operand(label=child.label, text=text, coverage=partial)


def _unrounded(working: Explanation, style: NumberStyle) -> str:
    if working.exact is None:
        return ""
    figure = style.scaled(working.exact)
    whole = figure * 10**style.decimals
    return "" if whole.denominator == 1 else with_unit(_plain(figure), style.unit)


def _plain(figure: Fraction) -> str:
    """*figure* with the decimals it has, at most six; "≈" before what has more."""
    for decimals in range(_MOST_DECIMALS + 1):
        if (figure * 10**decimals).denominator == 1:
            return format_number(figure, decimals)
    return f"≈{NBSP}{format_number(figure, _MOST_DECIMALS)}"


def _coverage(coverage: Coverage) -> str:
    told = ", ".join(doubtful_words(coverage))
    return f"{coverage.reported} av {coverage.expected}" + (f", varav {told}" if told else "")


def _age(coverage: Coverage) -> str:
    oldest, newest = coverage.oldest, coverage.newest
    if oldest is None or newest is None:
        return ""
    return newest.isoformat() if oldest == newest else f"{oldest.isoformat()} – {newest.isoformat()}"


def _listed(names: Sequence[str], most: int) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" och {more} till" if more > 0 else "")


def _sources(working: Explanation) -> tuple[tuple[str, ...], int]:
    """Where the figures were written, and how many more places there are."""
    if working.observations:
        told = dict.fromkeys(_observed(one) for one in islice(working.observations, _MOST_SOURCES))
        return tuple(told), max(len(working.observations) - _MOST_SOURCES, 0)
    places = dict[str, list[str]]()
    for source in working.sources[:_MOST_SOURCES]:
        places.setdefault(source.file, []).append(source.place)
    told_by_file = (f"{file} {', '.join(listed)}".rstrip() for file, listed in places.items())
    return tuple(told_by_file), max(len(working.sources) - _MOST_SOURCES, 0)


def _observed(observation: Observation) -> str:
    dated = f", avser {observation.as_of.isoformat()}" if observation.as_of else ""
    handed = f", rapporterad {observation.reported.isoformat()}" if observation.reported else ""
    by = f" av {observation.reporter}" if observation.reporter and observation.reported else ""
    return f"{observation.source}{dated}{handed}{by}"
