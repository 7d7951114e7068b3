"""Reads targets as people write them; what cannot be read becomes a milestone that says so, never a guess."""

import re

from attrs import evolve

from styrmodell.model.quantity_text import PERCENT
from styrmodell.model.targets.changes import read_change
from styrmodell.model.targets.compare import has_limit, limit_at, marked_limit
from styrmodell.model.targets.condition import LIMITS, Condition, TargetDoubt, TargetKind
from styrmodell.model.targets.levels import limit_from, read_level
from styrmodell.model.targets.phrases import Due, remainder, take_due
from styrmodell.model.targets.print import condition_text
from styrmodell.model.targets.references import read_named_limit

MAX_LENGTH = 1_000
_UNITS = (
    r"enhet(?:er)?|verksamhet(?:er)?|klinik(?:er)?|avdelning(?:ar)?|vårdcentral(?:er)?|förvaltning(?:ar)?|"
    r"nämnd(?:er)?|division(?:er)?|mottagning(?:ar)?|arbetsplats(?:er)?|bolag"
)
_EVERY = re.compile(rf"\b(?:alla|samtliga|varje) (?:våra |berörda |ingående )?(?:{_UNITS})\b", re.IGNORECASE)
_ALL = re.compile(r"(?:alla|samtliga|varje)\b.*\b(?:ska|skall|bör|får|måste|har|är)\b", re.IGNORECASE)
_VARIABLE = re.compile(r"varje enhet:\s(?P<part>.+)", re.IGNORECASE)
_YES_NO = re.compile(r"(?:(?P<yes>ja)|nej)[.!]?", re.IGNORECASE)
_QUALIFIED = re.compile(r"(?P<head>[^(]+?) \((?P<qualifier>.+)\)")
_EVENT = (
    r"erhåll(?:s|en|et|na|as|its)|certifie\w+|genomför[dts]\w*|infö(?:rs|rd|rt|rda|ras)|fastställ[dts]\w*|"
    r"presentera[dts]\w*|presenterats|implementera[dts]\w*|klar[ta]?|färdig\w*|full följsamhet|följsamhet|framtag\w+|"
    r"antag\w+|beslutad\w*|beslutat\w*|uppdatera[dts]\w*|upprätta[dts]\w*|finns|påbörja[dts]\w*|avsluta[dts]\w*|"
    r"inrätta[dts]\w*|lansera[dts]\w*|startad?e?|ske[rt]t?|ta(?:s)? fram|redovisa[dts]\w*|publicera[dts]\w*|"
    r"etablera[dts]\w*|utvärdera[dts]\w*|godkän[dtn]\w*|sjösatt\w*|driftsatt\w*|i drift"
)
_HAPPENS = re.compile(rf"(?<!\w)(?:{_EVENT})(?!\w)", re.IGNORECASE)
_HAPPENS_LAST = re.compile(rf".*\s(?:{_EVENT})[.]?", re.IGNORECASE)
_SERVICE = re.compile(r"\b(?:dygnet runt|året runt|kl\.? ?\d|helgdag\w*|vardag\w*|öppet)", re.IGNORECASE)
# Numbers that name a thing and count nothing.
_NAMES = re.compile(
    r"\b(?:iso|is0|fas|etapp|del|steg|version|nr|punkt|delmål|bilaga|kap|år|artikel|nivå)\.? ?\d[\d.:-]*|§ ?\d+|"
    r"\b(?:19|20)\d\d\b|\b[^\W\d]+-?\d+\b",
    re.IGNORECASE,
)
_UNDEFINED = re.compile(
    r"\binom (?:en |ett )?(?:bestäm[dt]|angive[nt]|utsatt|viss|överenskomme[nt]|fastställ[dt]) tid(?!\w*\s\d)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.!])\s+(?=[A-ZÅÄÖ])|(?<=\d[.])\s+(?=[A-ZÅÄÖ][a-zåäö])")
_SEMICOLON = re.compile(r"\s*;\s*")
# A line break that was lost: a capital after a word in small letters, or "Högst" after a number. A line does not end
# with "till", and in "öka till MINST 5 st" the capitals are stress.
_GOES_ON = ("till", "med", "på", "från", "av", "för", "om", "att", "som", "än", "ska", "skall", "bör", "får", "måste")
_STRESSED = "MINST|LÄGST|MINIMUM|ÅTMINSTONE|HÖGST|MAX|MAXIMUM|MAXIMALT|EXAKT|PRECIS|ÖVER|UNDER|INTE|EJ"
_LOST_BREAK = re.compile(
    "(?<=[a-zåäö])" + "".join(rf"(?<!\b{word})" for word in _GOES_ON) + rf" (?=[A-ZÅÄÖ])(?!(?:{_STRESSED})\b)"
    r"|(?<=[\d%]) (?=(?:Minst|Lägst|Högst|Max)\b)"
)
_PLUS = re.compile(r"\s(?:och|samt)\s", re.IGNORECASE)


def read_condition(text: str) -> Condition:
    """Read *text*; what cannot be read is a milestone with the doubt UNREAD."""
    words = " ".join(text[: MAX_LENGTH + 1].split())
    found = _read(words) if len(text) <= MAX_LENGTH else None
    # A reading whose own text is read as something else is not certain, so it is none.
    certain = found if found and _read(condition_text(found).replace("\u00a0", " ")) == found else None
    return evolve(certain or _unread(text), words=text)


def _read(text: str) -> Condition | None:
    return _qualified(text) or _all_of(text) or _one(text)


def _unread(text: str) -> Condition:
    return Condition(kind=TargetKind.MILESTONE, qualifier=" ".join(text.split()), doubts=(TargetDoubt.UNREAD,))


def _one(text: str) -> Condition | None:
    """Read one condition with its time; a faulty one ("mellan 5 och 3") is not read at all."""
    variable = _VARIABLE.fullmatch(text)
    if variable:
        part = _qualified(variable["part"]) or _one(variable["part"])
        return part and _every(part)
    due = take_due(text)
    try:
        found = _demand(due.rest) or _milestone(due)
        if found is None or found.kind is TargetKind.EVERY_UNIT:
            return found if due.period is None else None
        return _doubted(evolve(found, due=due.period, due_on=due.day))
    except ValueError:
        return None


def _demand(text: str) -> Condition | None:
    """Read what is demanded, a milestone apart."""
    bare = text.strip(" .,")
    yes_no = _YES_NO.fullmatch(bare)
    if yes_no:
        return Condition(kind=TargetKind.YES if yes_no["yes"] else TargetKind.NO)
    return _every_unit(bare) or _everyone(bare) or read_named_limit(bare) or read_change(bare) or read_level(bare)


def _every(part: Condition) -> Condition | None:
    simple = part.kind not in (TargetKind.EVERY_UNIT, TargetKind.ALL_OF) and TargetDoubt.UNREAD not in part.doubts
    return Condition(kind=TargetKind.EVERY_UNIT, parts=(part,)) if simple else None


def _every_unit(text: str) -> Condition | None:
    match = _EVERY.search(text)
    if match is None or has_limit(text[: match.start()]):
        return None
    limit = marked_limit(text) or limit_at(text, match.end())
    part = limit_from(limit, text) if limit else None
    return part and _every(evolve(_doubted(part), words=text))


def _everyone(text: str) -> Condition | None:
    """Read "Alla … ska": a share of one, 100 %."""
    if not _ALL.match(text):
        return None
    return Condition(kind=TargetKind.AT_LEAST, level=1, unit=PERCENT, qualifier=remainder(text))


def _milestone(due: Due) -> Condition | None:
    """Read an event ("Certifikat erhålls") or a service level ("Dygnet runt"); a number left over is neither."""
    text = due.rest.strip(" ,.")
    counted = re.search(r"[\d%<>≤≥=]", _NAMES.sub("", text)) and not _SERVICE.search(text)
    if counted or not (due.period or _HAPPENS.search(text) or _SERVICE.search(text)):
        return None
    return Condition(kind=TargetKind.MILESTONE, qualifier=remainder(text), due=due.period)


def _doubted(found: Condition) -> Condition:
    if not _UNDEFINED.search(found.qualifier) or TargetDoubt.UNDEFINED_INTERVAL in found.doubts:
        return found
    return evolve(found, doubts=(*found.doubts, TargetDoubt.UNDEFINED_INTERVAL))


def _qualified(text: str) -> Condition | None:
    """Read "högst 5 % (försenad kallelse >4 månader)": a whole condition and its qualifier in parentheses."""
    match = _QUALIFIED.fullmatch(text)
    head = _one(match["head"]) if match else None
    if match is None or head is None or head.qualifier or head.parts or head.kind is TargetKind.MILESTONE:
        return None
    try:
        return _doubted(evolve(head, qualifier=match["qualifier"]))
    except ValueError:
        return None


def _all_of(text: str) -> Condition | None:
    """Read several conditions: parts with semicolons, sentences, joined lines, or "minst 70 och högst 80"."""
    for pattern, is_part in ((_SEMICOLON, _any), (_SENTENCE, _any), (_LOST_BREAK, _ends), (_PLUS, _is_bare)):
        pieces = [piece for piece in pattern.split(text) if piece.strip()]
        found = [part for piece in pieces if (part := _qualified(piece) or _one(piece)) and is_part(part)]
        if 1 < len(pieces) == len(found):
            parts = tuple(evolve(part, words=piece) for part, piece in zip(found, pieces, strict=True))
            return Condition(kind=TargetKind.ALL_OF, parts=parts)
    return None


def _any(part: Condition) -> bool:
    return TargetDoubt.UNREAD not in part.doubts


def _ends(part: Condition) -> bool:
    """Whether a line that a capital letter alone tells apart is a sentence: its milestone ends with what happens."""
    if part.kind is not TargetKind.MILESTONE:
        return True
    return bool(_HAPPENS_LAST.fullmatch(part.qualifier) or _SERVICE.search(part.qualifier))


def _is_bare(part: Condition) -> bool:
    return not part.qualifier and part.kind in (*LIMITS, TargetKind.N_OF_M)
