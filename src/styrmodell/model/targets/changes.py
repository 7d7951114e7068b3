"""Targets that change or keep what is: öka, minska, förbättra, bibehålla, by an amount, to a level or neither."""

import re

from attrs import evolve

from styrmodell.model.direction import Direction
from styrmodell.model.quantity_text import NUMBER, PERCENT, UNIT, quantity_pattern, read_quantity, taken_quantity
from styrmodell.model.targets.compare import OPERATOR, firm_last, has_second, kind_of
from styrmodell.model.targets.condition import ChangeUnit, Condition, TargetDoubt, TargetKind
from styrmodell.model.targets.phrases import MODAL, Reference, remainder, take_reference

_UP = r"ökas?|ökar|höjas?|höjer|stiga|utökas?"
_DOWN = r"minskas?|minskar|sänkas?|sänker|sjunka|reduceras?"
_BETTER = r"förbättras?|förbättrar|bli bättre"
_KEEP = r"bibehållas?|behållas?|bibehåller|vidmakthållas?|(?:vara )?oförändra(?:d|t|de)|upprätthållas?"
_ADJECTIVES = (
    (r"ökad|ökat|ökade|fler|höjd|höjt", TargetKind.INCREASE),
    (r"minskad|minskat|minskade|färre|sänkt", TargetKind.DECREASE),
    (r"förbättrad|förbättrat|förbättrade|bättre", TargetKind.IMPROVE),
    (r"bibehållen|bibehållet|bibehållna", TargetKind.KEEP),
)
_VERBS = (
    (_UP, TargetKind.INCREASE),
    (_DOWN, TargetKind.DECREASE),
    (_BETTER, TargetKind.IMPROVE),
    (_KEEP, TargetKind.KEEP),
)
_FLOORS = (TargetKind.AT_LEAST, TargetKind.MORE_THAN)
_CEILINGS = (TargetKind.AT_MOST, TargetKind.LESS_THAN)
_WAYS = ((TargetKind.INCREASE, Direction.HIGHER), (TargetKind.DECREASE, Direction.LOWER))
_VERB = "|".join(words for words, _ in _VERBS)
_FIRST = "|".join(words for words, _ in (*_VERBS, *_ADJECTIVES))
_NOUNS = (
    (r"ökning\w*|höjning\w*|fler|högre|mer", Direction.HIGHER),
    (r"minskning\w*|sänkning\w*|reducering\w*|färre|lägre|mindre", Direction.LOWER),
    (r"förbättring\w*|bättre", None),
)
_NOUN = "|".join(words for words, _ in _NOUNS)
_POINTS = re.compile(r"procentenhet(?:er|s|ers)?|procentandel(?:ar|s|ars)?", re.IGNORECASE)
_SPELT = re.compile(r"procents?|procentig", re.IGNORECASE)

_BY_AMOUNT = re.compile(
    rf"(?:(?P<subject>.+?)\s)??(?:{MODAL}\s)?(?P<verb>{_VERB})\s(?:(?P<what>.+?)\s)?(?<!till och )med\s(?:minst\s)?"
    rf"{quantity_pattern()}(?P<after>.*)\Z",
    re.IGNORECASE,
)
_AMOUNT_FIRST = re.compile(
    rf"(?:(?:en|minst)\s)?(?P<number>{NUMBER})\s?(?P<unit>{UNIT})\s(?P<noun>{_NOUN})(?!\w)(?P<after>.*)\Z",
    re.IGNORECASE,
)
_TO_LEVEL = re.compile(
    rf"(?:.+?\s)?(?P<verb>{_UP}|{_DOWN})(?P<what>\s.+?)?\still\s(?:{OPERATOR}\s?)?{quantity_pattern()}"
    r"(?P<after>.*)\Z",
    re.IGNORECASE,
)
_AFTER_MODAL = re.compile(
    rf"(?:(?P<subject>.+?)\s)??{MODAL}\s(?P<no>inte\s|ej\s)?(?P<verb>{_VERB})(?![\w-])(?P<after>.*)\Z", re.IGNORECASE
)
_AT_START = re.compile(rf"(?P<verb>{_FIRST})(?![\w-])(?P<after>.*)\Z", re.IGNORECASE)
_AT_END = re.compile(r"(?P<subject>.+)\s(?P<verb>ökar|minskar|förbättras|oförändra(?:d|t|de))\Z", re.IGNORECASE)
_NO_CHANGE = re.compile(
    r"(?:ingen|inte någon)\s(?:(?P<up>ökning|höjning)|minskning|sänkning)(?!\w)(?P<after>\D*)\Z", re.IGNORECASE
)
_MORE_VERBS = re.compile(rf"\b(?:och|samt|men)\s(?:\w+\s)?(?:{_VERB})(?!\w)", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    rf"(?<!\w)(?:{_VERB})(?!\w).*(?:\b(?:och|samt|men)\s|,\s)(?:\w+\s)?(?:{_VERB})(?!\w)", re.IGNORECASE
)
# An amount, a level or a second demand that was not read: then nothing of it is.
_MORE_TO_READ = re.compile(
    rf"\d\s?(?:%|procent)|\b(?:med|till)\s(?:\w+\s)?\d|\btill\s{OPERATOR}\s?{NUMBER}|{_MORE_VERBS.pattern}"
    r"|\A\s*med\b|\A[\s,]*(?:på\s)?(?:minst\s|högst\s|över\s|under\s)?(?!(?:19|20)\d\d\b)\d",
    re.IGNORECASE,
)
BASELINE_WORDS = "ingångsvärdet"


def read_change(text: str) -> Condition | None:
    """Read a target that changes or keeps what is; None when *text* is none."""
    if found := _to_level(text):
        return found
    reference = take_reference(text)
    rest = reference.rest.strip(" ,.")
    found = _amount_first(rest) or _by_amount(rest) or _no_change(rest) or _plain(rest)
    return found and _against(found, reference)


def _against(found: Condition, reference: Reference) -> Condition:
    named = reference.against is not None or reference.years_back is not None or reference.words
    if not named:
        return found
    return evolve(found, against=reference.against, years_back=reference.years_back, against_words=reference.words)


def _to_level(text: str) -> Condition | None:
    """Read "öka till 80 %" and "minska till 5 %": they say which way the level is good."""
    match = _TO_LEVEL.match(text)
    quantity = match and taken_quantity(match)
    if not match or not quantity or quantity.may_be_year:
        return None
    up = _kind(match["verb"], _VERBS) is TargetKind.INCREASE
    kind = kind_of(match) if match["operator"] else _FLOORS[0] if up else _CEILINGS[0]
    if kind not in (_FLOORS if up else _CEILINGS):
        return None
    before, after = _before_level(match), match["after"]
    if before is None or _VERB_BEFORE.search(before) or _MORE_VERBS.search(after) or has_second(after):
        return None
    return Condition(
        kind=kind,
        level=quantity.value,
        unit=quantity.unit,
        per=quantity.per,
        qualifier=remainder(before, after),
    )


def _before_level(match: re.Match[str]) -> str | None:
    """What stands before the level, without a "minst" beside the verb; None for "inte öka" and "högst öka"."""
    told, lead = firm_last(match.string[: match.start("verb")])
    also, what = firm_last(match["what"] or "")
    is_least = {told, also} <= {None, TargetKind.AT_LEAST} and not _negated(lead)
    return f"{lead}{match['verb']}{what}" if is_least else None


def _amount_first(text: str) -> Condition | None:
    match = _AMOUNT_FIRST.match(text)
    if match is None or _MORE_TO_READ.search(match["after"]):
        return None
    way = next(way for words, way in _NOUNS if re.fullmatch(words, match["noun"], re.IGNORECASE))
    return _relative(match["number"], match["unit"], way, remainder(match["after"]))


def _by_amount(text: str) -> Condition | None:
    match = _BY_AMOUNT.match(text)
    if match is None or match["per"] or _negated(match["subject"] or ""):
        return None
    kind = _kind(match["verb"], _VERBS)
    if kind is TargetKind.KEEP or any(_MORE_TO_READ.search(match[name] or "") for name in ("what", "after")):
        return None
    subject = remainder(match["subject"] or "", match["what"] or "", match["after"])
    return _relative(match["number"], match["unit"] or "", dict(_WAYS).get(kind), subject)


def _relative(number: str, unit: str, way: Direction | None, qualifier: str) -> Condition | None:
    """A change by an amount; "%" may be per cent or points, and which it is must be chosen."""
    points, spelt = _POINTS.fullmatch(unit), _SPELT.fullmatch(unit)
    quantity = read_quantity(number, PERCENT if points or spelt else unit)
    if quantity is None or quantity.value < 0:
        return None
    doubtful = unit == PERCENT
    known = ChangeUnit.POINTS if points else ChangeUnit.PERCENT if spelt else ChangeUnit.UNIT
    return Condition(
        kind=TargetKind.RELATIVE,
        change=quantity.value,
        change_unit=None if doubtful else known,
        way=way,
        unit=quantity.unit,
        qualifier=qualifier,
        doubts=(TargetDoubt.PERCENT_OR_POINTS,) if doubtful else (),
    )


def _no_change(text: str) -> Condition | None:
    match = _NO_CHANGE.match(text)
    return match and _not_worse(TargetKind.INCREASE if match["up"] else TargetKind.DECREASE, remainder(match["after"]))


def _plain(text: str) -> Condition | None:
    match = _AFTER_MODAL.match(text) or _AT_START.match(text) or _AT_END.match(text)
    if match is None:
        return None
    parts = match.groupdict()
    subject, after = parts.get("subject") or "", parts.get("after") or ""
    kind = _kind(match["verb"], (*_VERBS, *_ADJECTIVES))
    if _MORE_TO_READ.search(after) or _negated(subject):
        return None
    qualifier = remainder(subject, after)
    return _not_worse(kind, qualifier) if parts.get("no") else Condition(kind=kind, qualifier=qualifier)


def _not_worse(kind: TargetKind, qualifier: str) -> Condition | None:
    """Read "ska inte öka" as a limit where the measure began; what is not to be better or kept sets none."""
    limits = {TargetKind.INCREASE: TargetKind.AT_MOST, TargetKind.DECREASE: TargetKind.AT_LEAST}
    limit = limits.get(kind)
    return limit and Condition(kind=limit, against_words=BASELINE_WORDS, qualifier=qualifier)


def _kind(written: str, known: tuple[tuple[str, TargetKind], ...]) -> TargetKind:
    return next(kind for words, kind in known if re.fullmatch(words, written, re.IGNORECASE))


def _negated(text: str) -> bool:
    return re.search(r"(?<!\w)(?:inte|ej|icke)\Z", text.strip(), re.IGNORECASE) is not None
