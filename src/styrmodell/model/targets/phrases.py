"""The turns of phrase that targets share: what leads up to the condition, when it is due, what it is compared with."""

import re
from calendar import monthrange
from datetime import date

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.period import Period

MODAL = r"(?:ska|skall|bör|får|måste)"
_VERB = r"(?:vara|ligga|bli|nå|nå upp till|uppgå|uppgå till|uppnå|ha|ha ett värde|ha ett värde på|på|till)"
_GOAL = r"mål(?:et|sättning(?:en)?|nivå(?:n)?|värde(?:t)?)?(?: är(?: att)?)?\s?:?"
LEAD = rf"(?:{MODAL}(?: {_VERB})*|{_GOAL}|=)\s?"

_CANONICAL = r"[Rr]12-\d{4}-\d{2}|\d{4}-\d{2}\.\.\d{4}-\d{2}|\d{4}-[TtQq]\d|\d{4}-\d{2}(?!-?\d)|\d{4}(?![\d-])"
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_LAST_YEAR = r"föregående år|förra året|fjolåret|året innan|året före|i fjol"
_NAMED = rf"(?:utfall(?:et)?\s(?:för\s|år\s)?|år\s)?(?:(?P<period>{_CANONICAL})(?: års (?:utfall|nivå|värde))?)"
REFERENCE = rf"(?:{_NAMED}|(?:utfall(?:et)?\s)?(?:(?P<last>{_LAST_YEAR})|(?P<years>[1-9]\d?) år tidigare))(?![\w-])"
_DUE = re.compile(
    r"(?:^|(?<=[\s,(]))(?:senast|(?:i|vid|före|till|under) (?:slutet|utgången) av)\s(?:år(?:et)?\s)?(?:den\s)?"
    rf"(?:(?P<date>\d{{4}}-\d{{2}}-\d{{2}})|(?:(?P<day>\d{{1,2}})\s)?(?P<month>{_MONTHS})\s(?P<year>\d{{4}})"
    rf"|(?P<period>{_CANONICAL}))(?![\w-])",
    re.IGNORECASE,
)
_COMPARED_TO = r"[\s,]*(?:^|(?<=[\s,]))(?:(?:i\s)?(?:jämfört|jämförelse)\s(?:med|mot)|i (?:förhållande|relation) till"
_COMPARED = re.compile(
    rf"{_COMPARED_TO}|gentemot|mot|sedan|än)\s{REFERENCE}",
    re.IGNORECASE,
)
_COMPARED_WITH_WORDS = re.compile(
    rf"{_COMPARED_TO})\s"
    r"(?P<words>[^\d,;.()%]+)\.?$",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Due:
    """When a target is to be reached, and the text without that."""

    rest: str
    period: Period | None = None
    day: date | None = None


@frozen(kw_only=True)
class Reference:
    """What a change or limit is compared with, and the text without that."""

    rest: str = ""
    against: Period | None = None
    years_back: int | None = None
    words: str = ""


def remainder(*pieces: str) -> str:
    """What is left of a text around the condition, as one text without the marks that joined them."""
    stripped = [" ".join(piece.replace(";", ",").split()).strip(" ,:") for piece in pieces]
    kept = [piece.removesuffix(".").rstrip() if piece.count(".") == 1 else piece for piece in stripped]
    return " … ".join(filter(None, kept))


def take_due(text: str) -> Due:
    """Take "senast 2020-12-31" or "i slutet av 2018" out of *text*; two of them are left where they stand."""
    found = list(_DUE.finditer(text))
    if len(found) != 1:
        return Due(rest=text)
    match = found[0]
    day = _day(match)
    try:
        period = Period.parse(f"{day:%Y-%m}" if day else _month_or_period(match))
    except TextError:
        return Due(rest=text)
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
    return Due(rest=rest, period=period, day=day)


def _month_or_period(match: re.Match[str]) -> str:
    if match["period"]:
        return match["period"]
    if match["date"] or match["day"]:
        return ""
    month = _MONTHS.split("|").index(match["month"].lower()) + 1
    return f"{match['year']}-{month:02d}"


def _day(match: re.Match[str]) -> date | None:
    if match["date"]:
        year, month, day = map(int, match["date"].split("-"))
    elif match["day"]:
        year, day = int(match["year"]), int(match["day"])
        month = _MONTHS.split("|").index(match["month"].lower()) + 1
    else:
        return None
    valid = year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def take_reference(text: str) -> Reference:
    """Take "jämfört med 2019", "mot föregående år" or "jämfört med riket" out of *text*."""
    match = _COMPARED.search(text)
    if match and (found := reference_of(match)):
        return Reference(
            rest=f"{text[: match.start()]}{text[match.end() :]}".strip(),
            against=found.against,
            years_back=found.years_back,
        )
    match = None if match else _COMPARED_WITH_WORDS.search(text)
    if match:
        return Reference(rest=text[: match.start()].strip(), words=match["words"].strip(" :"))
    return Reference(rest=text)


def reference_of(match: re.Match[str]) -> Reference | None:
    """The period or the years back that REFERENCE matched; None when the period is none."""
    if match["last"]:
        return Reference(years_back=1)
    if match["years"]:
        return Reference(years_back=int(match["years"]))
    try:
        return Reference(against=Period.parse(match["period"]))
    except TextError:
        return None
