"""Headings over amounts: which period and kind ("Budget 2020"), which scale, and which are sums of the others."""

import re
from types import MappingProxyType

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.period_text import read_period

_WORDS = MappingProxyType(
    {
        "utfall": Kind.OUTCOME,
        "bokslut": Kind.OUTCOME,
        "prognos": Kind.FORECAST,
        "budget": Kind.BUDGET,
        "plan": Kind.PLAN,
        "utgift": None,
        "kostnad": None,
        "kostn": None,
        "investering": None,
        "investeringsutgift": None,
        "belopp": None,
    }
)
_HEADING = re.compile(
    rf"(?:(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:er|en|ar)?\.?\s+)?"
    r"(?P<until>t\.?\s?o\.?\s?m\.?\s+)?(?P<period>\S.*)\Z"
)
_SUM = re.compile(r"(?:summa|s:a|totalt?)\b")
_SCALE = re.compile(r"\b(?:(mnkr|mkr|miljoner)|(tkr|kkr|1[. \u00a0]?000-tal|tusental)|(kr|kronor))\b")
_SCALES = ("mnkr", "tkr", "kr")


@frozen(kw_only=True)
class AmountHeading:
    """What a column of amounts holds.

    Attributes:
        kind: None where the heading names no kind.
        accumulated: Whether it is all until the end of *period*.
    """

    period: Period
    kind: Kind | None = None
    accumulated: bool = False


def amount_heading(text: str) -> AmountHeading | None:
    """Read "Budget 2020", "Plan 2021–2023" or "Utgift t o m 2018"; None for anything else.

    What was spent until the end of a period is an outcome, whatever word stands before it.
    """
    match = _HEADING.match(text.casefold())
    if match is None:
        return None
    try:
        period = read_period(match["period"])
    except TextError:
        return None
    kind = _WORDS[match["word"]] if match["word"] else None
    accumulated = match["until"] is not None
    if accumulated and kind is None and match["word"]:
        kind = Kind.OUTCOME
    return AmountHeading(period=period, kind=kind, accumulated=accumulated)


def is_sum_heading(text: str) -> bool:
    """Whether a heading or label names a sum ("Summa utgift t o m 2022", "S:a kostn.", "TOTALT FÖRVALTNING")."""
    return _SUM.match(text.strip().casefold()) is not None


def scale_in(text: str) -> str:
    """The scale that a heading names, as kr, tkr or mnkr; empty for none."""
    match = _SCALE.search(text.casefold())
    return next((scale for scale, found in zip(_SCALES, match.groups(), strict=True) if found), "") if match else ""
