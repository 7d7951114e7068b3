"""The words and signs that compare ("minst", "inte överstiga", "≥") and where in a text they make a condition.

A comparison inside the definition of what is counted ("försenad kallelse >4 månader") is no condition. So a
comparison counts only at the beginning, after "ska", "mål" or "=", or when it is the only one after such a word.
"""

import re

from styrmodell.model.quantity_text import quantity_pattern
from styrmodell.model.targets.condition import TargetKind
from styrmodell.model.targets.phrases import LEAD, MODAL

_SIGNS = (
    (r"≥|>=", TargetKind.AT_LEAST),
    (r"≤|<=", TargetKind.AT_MOST),
    (r"(?<!=)>(?!=)", TargetKind.MORE_THAN),
    (r"<(?!=)", TargetKind.LESS_THAN),
)
_FIRM = (
    (r"minst|min\.?|lägst|minimum|åtminstone|som lägst", TargetKind.AT_LEAST),
    (r"högst|max\.?|maximum|maximalt|som mest|som högst", TargetKind.AT_MOST),
    (r"exakt|precis|lika med", TargetKind.EQUALS),
)
# These also compare with years ("lägre än 2019") and name periods ("under 2019").
_LOOSE = (
    (r"över|översti(?:ga|ger|gande)|överskrid(?:a|er)|(?:mer|fler|högre|större|längre) än", TargetKind.MORE_THAN),
    (r"under|understi(?:ga|ger|gande)|underskrid(?:a|er)|(?:mindre|färre|lägre|kortare) än", TargetKind.LESS_THAN),
)
_OPPOSITES = ((TargetKind.MORE_THAN, TargetKind.AT_MOST), (TargetKind.LESS_THAN, TargetKind.AT_LEAST))
NEGATION = r"(?P<no>(?<!\w)(?:inte|ej|icke) (?:(?:ska|skall|får|bör|vara|ligga|bli) )*)?"
_WORDS = "|".join(words for words, _ in (*_FIRM, *_LOOSE))
OPERATOR = rf"{NEGATION}(?P<operator>{'|'.join(sign for sign, _ in _SIGNS)}|(?<!\w)(?:{_WORDS})(?!\w))"
LIMIT = rf"{OPERATOR}(?:\s(?:vara|ha|på|uppgå till|ligga på|nå))?\s?{quantity_pattern()}"

_ANYWHERE = re.compile(LIMIT, re.IGNORECASE)
_MARKED = re.compile(rf"\b(?:{MODAL}|mål(?:et|sättning(?:en)?|nivå|värde)?|har ett värde)\b", re.IGNORECASE)
# "ska inte ta mer än", "ska öka med högst", "som ska vänta högst": the comparison is part of something else.
_TURNS = re.compile(
    r"(?<!\w)(?:inte|ej|icke|aldrig|inga|inget|ingen|utan|som|inom(?=\s*\Z)|[^\W\d]*(?:ök|minsk|förbättr)\w+)(?!\w)",
    re.IGNORECASE,
)
_FIRM_LAST = re.compile(rf"(?<!\w)(?:som )?(?P<firm>{'|'.join(words for words, _ in _FIRM)})\s*\Z", re.IGNORECASE)
_SECOND = re.compile(rf"(?:\b(?:och|samt|men)\s|,\s){LIMIT}", re.IGNORECASE)


def kind_of(match: re.Match[str]) -> TargetKind | None:
    """What the comparison that LIMIT matched asks for; None for a negation that has no plain meaning."""
    written = match["operator"]
    kind = next(
        kind for words, kind in (*_SIGNS, *_FIRM, *_LOOSE) if re.fullmatch(f"(?:{words})", written, re.IGNORECASE)
    )
    return dict(_OPPOSITES).get(kind) if match["no"] else kind


def firm_last(text: str) -> tuple[TargetKind | None, str]:
    """What a firm word at the end of *text* asks for ("ska minst"), and the text without it."""
    match = _FIRM_LAST.search(text)
    if match is None:
        return None, text
    return next(kind for words, kind in _FIRM if re.fullmatch(words, match["firm"], re.IGNORECASE)), text[
        : match.start()
    ]


def is_loose(match: re.Match[str]) -> bool:
    """Whether the comparison is one of those that also stand before years."""
    return any(re.fullmatch(words, match["operator"], re.IGNORECASE) for words, _ in _LOOSE)


def has_limit(text: str) -> bool:
    """Whether a comparison with a number stands anywhere in *text*."""
    return _ANYWHERE.search(text) is not None


def has_second(text: str) -> bool:
    """Whether *text* goes on with a condition of its own ("och högst 5 %")."""
    return _SECOND.search(text) is not None


def limit_at(text: str, place: int) -> re.Match[str] | None:
    """The comparison that begins at *place*, after a colon or the like."""
    return re.compile(rf"[\s:,]*{LIMIT}", re.IGNORECASE).match(text, place)


def placed(phrase: str, text: str) -> re.Match[str] | None:
    """Find *phrase* where a condition stands: at the beginning of *text*, or once after a word that leads up to it."""
    start = re.compile(rf"(?:{LEAD})?{phrase}", re.IGNORECASE).match(text)
    if start:
        return start
    found = list(re.compile(rf"(?<![^\s,:.])(?<!som ){LEAD}{phrase}", re.IGNORECASE).finditer(text))
    # "anställd= >1": the sign of equality stands close to its word.
    found = found or list(re.compile(rf"(?<=\w)=\s{phrase}", re.IGNORECASE).finditer(text))
    return found[0] if len(found) == 1 else None


def marked_limit(text: str) -> re.Match[str] | None:
    """The only comparison in *text*, when a word that leads up to a condition stands somewhere before it."""
    found = list(_ANYWHERE.finditer(text))
    before = text[: found[0].start()] if found else ""
    return found[0] if len(found) == 1 and _MARKED.search(before) and not _TURNS.search(before) else None
