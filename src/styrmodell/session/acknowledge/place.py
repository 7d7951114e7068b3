"""The place of a finding, as far as it stays the same when rows are added above it."""

import re

from styrmodell.source import Source

# "rad 231 kolumn varde", "rad 4 kolumn 3 units[0].name", "rad 91–1084 (12 rader)", "Blad1!D14": names and letters
# stay, numbers of rows do not.
_MOVES = (
    (re.compile(r"(?:^|(?<= ))rad \d+(?:–\d+ \(\d+ rader\))?(?= |$)"), "rad"),
    (re.compile(r"(?:^|(?<= ))kolumn \d+(?= |$)"), "kolumn"),
    (re.compile(r"\[\d+\]"), "[]"),
    (re.compile(r"(![A-Z]{1,3})\d+(?= |$)"), r"\1"),
)


def plain(text: str) -> str:
    """*text* without what nobody sees: kinds of spaces and line breaks."""
    return " ".join(text.split())


def is_at(where: str, source: Source) -> bool:
    """Whether *where*, as it was told, is the place of *source*, whatever the row."""
    told, file = plain(where), plain(source.file)
    if told != file and not told.startswith(f"{file} "):
        return False
    return lasting(told[len(file) :]) == lasting(plain(source.place))


def lasting(place: str) -> str:
    """*place* without numbers of rows."""
    found = place.strip()
    for moves, stays in _MOVES:
        found = moves.sub(stays, found)
    return found
