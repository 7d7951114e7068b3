"""The words of a comparison, in Swedish and English."""

from collections.abc import Mapping
from types import MappingProxyType

from styrmodell.finding import Text
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, ChangeManner, Difference

TITLE = Text(sv="Vad har ändrats sedan förra rapporten", en="What has changed since the last report")
NOTHING = Text(sv="Ingenting har ändrats.", en="Nothing has changed.")
BEFORE = Text(sv="förra", en="before")
NOW = Text(sv="nu", en="now")
BECAUSE = Text(sv="beror på", en="because of")
NO_CAUSE = Text(
    sv="inga ändrade uppgifter under den: något annat i hur den räknas har ändrats",
    en="no changed figures below it: something else in how it is computed has changed",
)
THE_SAME = Text(sv="detsamma", en="the same")
NO_COMMENT = Text(sv="kommentar saknas", en="no comment")
MORE = Text(sv="och {count} till; --format json visar alla", en="and {count} more; --format json shows all")
REPORTED = Text(sv="rapporterad", en="reported")
BY = Text(sv="av", en="by")
BETTER = Text(sv="bättre", en="better")
WORSE = Text(sv="sämre", en="worse")
NEW = Text(sv="ny", en="new")
GONE = Text(sv="borttagen", en="removed")
GROUPS: Mapping[ChangeGroup, Text] = MappingProxyType(
    {
        ChangeGroup.PRINTED: Text(sv="Tryckta siffror", en="Printed figures"),
        ChangeGroup.FIGURE: Text(sv="Värden och belopp", en="Figures and amounts"),
        ChangeGroup.TARGET: Text(sv="Målvärden", en="Targets"),
        ChangeGroup.OWNER: Text(sv="Ansvariga", en="Owners"),
        ChangeGroup.STATUS: Text(sv="Status", en="Statuses"),
        ChangeGroup.TEXT: Text(sv="Namn och texter", en="Names and texts"),
        ChangeGroup.DATE: Text(sv="Datum och perioder", en="Dates and periods"),
        ChangeGroup.OBJECT: Text(sv="Nya och borttagna", en="Added and removed"),
        ChangeGroup.OTHER: Text(sv="Övrigt", en="Other"),
    }
)
MANNERS: Mapping[ChangeManner, Text] = MappingProxyType(
    {
        ChangeManner.NEWER_VERSION: Text(sv="nyare version", en="newer version"),
        ChangeManner.ADDITION: Text(sv="tillägg", en="addition"),
        ChangeManner.CORRECTION: Text(sv="rättelse", en="correction"),
        ChangeManner.SILENT: Text(sv="ändrad i samma version", en="changed in the same version"),
    }
)
KINDS: Mapping[ChangeKind, Text] = MappingProxyType(
    {
        ChangeKind.ADDED: NEW,
        ChangeKind.REMOVED: GONE,
        ChangeKind.CHANGED: Text(sv="ändrad", en="changed"),
    }
)
CAPTIONS: Mapping[ChangeGroup, str] = MappingProxyType(
    {
        ChangeGroup.PRINTED: "Ändrade tryckta siffror, de största först",
        ChangeGroup.FIGURE: "Ändrade värden och belopp",
        ChangeGroup.TARGET: "Ändrade målvärden",
        ChangeGroup.OWNER: "Ändrade ansvariga",
        ChangeGroup.STATUS: "Ändrad status",
        ChangeGroup.TEXT: "Ändrade namn och texter",
        ChangeGroup.DATE: "Ändrade datum och perioder",
        ChangeGroup.OBJECT: "Nya och borttagna objekt",
        ChangeGroup.OTHER: "Övriga ändringar",
    }
)
# What the signs of a change mean: a plus is no praise, for a cost may be written either way.
SIGNS = "Ändring är Nu minus Förra, och procenten räknas på storleken av Förra."
JUDGED = "Verkan står där måttet säger vilken riktning som är bättre, och för avvikelser i kronor."
_LONG = 60
_AROUND = 24


def better_word(change: Difference, lang: str = "sv") -> str:
    """Whether it moved for the better, in a word; empty where nobody can say."""
    return "" if change.better is None else (BETTER if change.better else WORSE).get(lang)


def pair_words(change: Difference) -> tuple[str, str]:
    """Old and new of a change; of long texts, where they begin to differ."""
    old, new = (" ".join(text.split()) for text in (change.old, change.new))
    if old == new:
        return repr(change.old), repr(change.new)
    if max(len(old), len(new)) <= _LONG or not old or not new:
        return _cut(old), _cut(new)
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    start = start or min(len(old), len(new)) if old[:1] == new[:1] else 0
    first = max(start - _AROUND, 0)
    if first:
        first = old.rfind(" ", 0, first) + 1
    before = "… " if first else ""
    return before + _cut(old[first:]), before + _cut(new[first:])


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 2].rstrip()} …"
