"""Targets with a number to reach: limits, intervals, n of m, none at all, and bare numbers."""

import re

from styrmodell.model.quantity_text import (
    DASHES,
    NUMBER,
    PER,
    PERCENT,
    UNIT,
    UNSIGNED,
    WHOLE,
    Quantity,
    quantity_pattern,
    read_quantity,
    taken_quantity,
)
from styrmodell.model.targets.compare import LIMIT, has_second, is_loose, kind_of, marked_limit, placed
from styrmodell.model.targets.condition import Condition, TargetKind
from styrmodell.model.targets.phrases import remainder

_RANGE = (
    rf"(?P<between>mellan\s)?(?P<low>{NUMBER})(?:\s?(?P<lowunit>{UNIT})(?![\w²³]))?"
    rf"(?:\s?[{DASHES}]\s?(?P<high>{UNSIGNED})|\s(?P<word>och|till)\s(?P<signed>{NUMBER})){WHOLE}"
    rf"(?:\s?(?P<unit>{UNIT})(?![\w²³]))?(?:(?:\s?/\s?|\sper\s)(?P<per>{PER})(?![\w²³]))?"
)
_STATED = quantity_pattern()
_OR_MORE = rf"{_STATED} eller (?:(?P<more>mer|fler|högre|över)|mindre|färre|lägre|under)\b"
_N_OF_M = rf"(?P<n>{UNSIGNED})(?:\s?/\s?|\sav\s)(?P<m>{UNSIGNED})(?![\d/]|[.,]\d|\s?[{DASHES}]\s?\d)"
_SHARE = rf"(?P<share>{NUMBER})\s?(?:%|procent)"
_SHARE_AND_COUNT = re.compile(rf"{_SHARE}\s?\(\s?{_N_OF_M}\s?\)", re.IGNORECASE)
_COUNT_AND_SHARE = re.compile(rf"{_N_OF_M}\s?\(\s?{_SHARE}\s?\)", re.IGNORECASE)
_COUNT_FIRST = re.compile(rf"(?:minst\s)?{_N_OF_M}(?:\s(?P<unit>{UNIT})(?![\w²³]))?", re.IGNORECASE)
_COUNT_INSIDE = re.compile(rf"(?<![\w/.,]){_N_OF_M}\s(?P<unit>{UNIT})(?![\w²³])", re.IGNORECASE)
# 1/9 may be a day; a count after a comparison is that comparison's.
_NO_COUNT = re.compile(
    r"(?:\b(?:den|före|efter|till|från|senast|kl|fr\.?o\.?m|t\.?o\.?m|högst|max|över|under|än)\.?|[<>≤≥=])\s*\Z",
    re.IGNORECASE,
)
_AFTER_BARE = re.compile(r"(?:av|ska|skall|bör|för|inom|i|hos|som|vid|till|från|med|under)\b|\Z", re.IGNORECASE)
_NONE = re.compile(r"(?:inga|noll)\s(?!mål|krav|uppgift|data|värde|(?:\w+ )?förändring)(?P<rest>\D+)\Z", re.IGNORECASE)
# "lägre än 5 % jämfört med 2019" may be a level or a change.
_COMPARED = re.compile(r"\b(?:jämfört|jämförelse|i förhållande till)\b", re.IGNORECASE)
# "5 av 3" is a count that cannot be, and no number of something.
_FALSE_COUNT = re.compile(r"av \d")
_GOAL_WORD = re.compile(r"mål\w*(?: är(?: att)?)?\s?:?\s?", re.IGNORECASE)


def read_level(text: str) -> Condition | None:
    """Read a target with a number to reach; None when *text* is none, or says it in a way that is not known."""
    for reader in (_count, _range, _or_more, _limit, _none, _bare):
        if found := reader(text):
            return None if has_second(found.qualifier) or _is_false_count(found) else found
    return None


def _is_false_count(found: Condition) -> bool:
    counts = found.kind in (TargetKind.LEVEL, TargetKind.AT_LEAST) and not found.unit
    return counts and _FALSE_COUNT.match(found.qualifier) is not None


def limit_from(match: re.Match[str], text: str) -> Condition | None:
    """The limit that LIMIT matched in *text*, what stands around it being its qualifier."""
    quantity, kind = taken_quantity(match), kind_of(match)
    if quantity is None or kind is None or (quantity.may_be_year and is_loose(match)):
        return None
    if quantity.unit == PERCENT and _COMPARED.search(text):
        return None
    return _condition(kind, quantity, match, text)


def _condition(kind: TargetKind, quantity: Quantity, match: re.Match[str], text: str) -> Condition:
    return Condition(
        kind=kind,
        level=quantity.value,
        unit=quantity.unit,
        per=quantity.per,
        qualifier=remainder(text[: match.start()], text[match.end() :]),
    )


def _count(text: str) -> Condition | None:
    for pattern in (_SHARE_AND_COUNT, _COUNT_AND_SHARE):
        if match := pattern.fullmatch(text):
            return _count_with_share(match)
    match = _COUNT_FIRST.match(text)
    if match is None:
        inside = list(_COUNT_INSIDE.finditer(text))
        match = inside[0] if len(inside) == 1 and not _NO_COUNT.search(text, 0, inside[0].start()) else None
    if match is None:
        return None
    found = _count_of(match, match["unit"] or "")
    return found and _with_rest(found, match, text)


def _with_rest(found: Condition, match: re.Match[str], text: str) -> Condition:
    rest = remainder(text[: match.start()], text[match.end() :])
    return Condition(kind=found.kind, level=found.level, of=found.of, unit=found.unit, qualifier=rest)


def _count_of(match: re.Match[str], unit: str = "") -> Condition | None:
    n, m = read_quantity(match["n"]), read_quantity(match["m"], unit)
    if n is None or m is None or m.unit == PERCENT or not 0 < m.value >= n.value:
        return None
    return Condition(kind=TargetKind.N_OF_M, level=n.value, of=m.value, unit=m.unit)


def _count_with_share(match: re.Match[str]) -> Condition | None:
    """Both ways of writing the same; a share that is not that of the count is two targets, and neither is read."""
    share, found = read_quantity(match["share"], PERCENT), _count_of(match)
    if share is None or found is None or found.level is None or found.of is None:
        return None
    return found if abs(share.value * found.of - found.level) * 2 <= share.precision * found.of else None


def _range(text: str) -> Condition | None:
    match = placed(_RANGE, text)
    if match is None or (match["word"] == "och" and not match["between"]):
        return None
    unit = match["unit"] or ""
    low = read_quantity(match["low"], match["lowunit"] or unit)
    high = read_quantity(match["high"] or match["signed"], unit, match["per"] or "")
    if low is None or high is None or low.unit != high.unit or high.may_be_year or high.value < low.value:
        return None
    return Condition(
        kind=TargetKind.BETWEEN,
        level=low.value,
        upper=high.value,
        unit=high.unit,
        per=high.per,
        qualifier=remainder(text[: match.start()], text[match.end() :]),
    )


def _or_more(text: str) -> Condition | None:
    match = placed(_OR_MORE, text)
    quantity = match and taken_quantity(match)
    if not match or not quantity:
        return None
    return _condition(TargetKind.AT_LEAST if match["more"] else TargetKind.AT_MOST, quantity, match, text)


def _limit(text: str) -> Condition | None:
    match = placed(LIMIT, text) or marked_limit(text)
    return match and limit_from(match, text)


def _none(text: str) -> Condition | None:
    match = _NONE.fullmatch(text)
    return match and Condition(kind=TargetKind.EQUALS, level=0, qualifier=remainder(match["rest"]))


def _bare(text: str) -> Condition | None:
    """A number without a comparison; "mål 0 st" is none at all, any other number waits for the direction."""
    match = placed(_STATED, text)
    quantity = match and taken_quantity(match)
    if not match or not quantity or quantity.may_be_year:
        return None
    if not _AFTER_BARE.match(text[match.end() :].strip(" .,:")):
        return None
    if quantity.unit == PERCENT and "+" in match["number"]:
        return None
    none = quantity.value == 0 and _GOAL_WORD.match(match.group())
    return _condition(TargetKind.EQUALS if none else TargetKind.LEVEL, quantity, match, text)
