"""Limits that name what they are compared with instead of a number: "ej överstiga tilldelad budgetram"."""

import re

from styrmodell.model.targets.compare import NEGATION
from styrmodell.model.targets.condition import Condition, TargetKind
from styrmodell.model.targets.phrases import MODAL, REFERENCE, Reference, reference_of, remainder

_ABOVE = r"översti(?:ga|ger)|överskrid(?:a|er)"
_LIMIT = re.compile(
    rf"(?:(?P<subject>.+?)\s)??(?:{MODAL}\s)?{NEGATION}(?:(?P<up>{_ABOVE})|understi(?:ga|ger)|underskrid(?:a|er))\s"
    rf"(?:{REFERENCE}(?P<rest>.*)|(?P<words>[^\d,;.()%<>≤≥=]+?)(?P<after>\s?[.,].*)?)\Z",
    re.IGNORECASE,
)
_THAN = re.compile(
    rf"(?:(?P<subject>.+?)\s)??(?:{MODAL}\s(?:vara\s)?)?{NEGATION}"
    rf"(?:(?:vara\s)?(?P<up>högre|fler|mer|större)|(?P<better>bättre)|lägre|färre|mindre)\sän\s"
    rf"(?:{REFERENCE}|(?P<words>riket|rikssnittet|länet|genomsnittet|budget))(?P<rest>(?!\w).*)\Z",
    re.IGNORECASE,
)
_STRICT = {True: TargetKind.MORE_THAN, False: TargetKind.LESS_THAN}
_CHANGE = {True: TargetKind.INCREASE, False: TargetKind.DECREASE}
_WEAK = {True: TargetKind.AT_MOST, False: TargetKind.AT_LEAST}


def read_named_limit(text: str) -> Condition | None:
    """Read a limit that names its reference; None when *text* is none."""
    match = _THAN.match(text)
    if match:
        return _than(match)
    match = _LIMIT.match(text)
    if match is None:
        return None
    named = _named(match)
    after = match["rest"] or match["after"] or ""
    kind = (_WEAK if match["no"] else _STRICT)[bool(match["up"])]
    return _made(kind, named, remainder(match["subject"] or "", after.strip(" .,"))) if named else None


def _than(match: re.Match[str]) -> Condition | None:
    """Read "lägre än 2019" as a decrease against 2019: it demands the same.

    Raises:
        ValueError: It is compared with a month that no year has: then no part of it is read.
    """
    named = _named(match)
    if named is None:
        raise ValueError("what it is compared with is no period")
    if match["better"] and match["no"]:
        return None
    strict = _STRICT if named.words else _CHANGE
    kind = TargetKind.IMPROVE if match["better"] else (_WEAK if match["no"] else strict)[bool(match["up"])]
    return _made(kind, named, remainder(match["subject"] or "", match["rest"].strip(" .,")))


def _named(match: re.Match[str]) -> Reference | None:
    return Reference(words=match["words"].strip()) if match["words"] else reference_of(match)


def _made(kind: TargetKind, named: Reference, qualifier: str) -> Condition:
    return Condition(
        kind=kind,
        against=named.against,
        years_back=named.years_back,
        against_words=named.words,
        qualifier=qualifier,
    )
