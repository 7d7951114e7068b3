"""How a measure stands to its target, and how the year is expected to end: two values beside each other."""

from enum import Enum
from typing import TypeAlias


class Status(Enum):
    """How the latest outcome stands to the target."""

    MET = "met"
    CLOSE = "close"
    MISSED = "missed"
    NOT_MEASURED = "not_measured"
    STALE = "stale"


class Outlook(Enum):
    """How far the target is expected to be met at the end of the year."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"


# How many have each status; those that none has are left out.
Counts: TypeAlias = tuple[tuple[Status, int], ...]

STATUS_WORDS: tuple[tuple[str, Status], ...] = (
    ("Uppnått", Status.MET),
    ("Delvis uppnått", Status.CLOSE),
    ("Ej uppnått", Status.MISSED),
    ("Ej mätt", Status.NOT_MEASURED),
    ("Inaktuell uppgift", Status.STALE),
)
OUTLOOK_WORDS: tuple[tuple[str, Outlook], ...] = (
    ("bedöms uppnås helt", Outlook.MET),
    ("bedöms uppnås delvis", Outlook.PARTLY),
    ("bedöms inte uppnås", Outlook.NOT),
)


def status_word(status: Status) -> str:
    """The Swedish words for *status* ("Delvis uppnått")."""
    return next(word for word, known in STATUS_WORDS if known is status)


def outlook_word(outlook: Outlook) -> str:
    """The Swedish words for *outlook* ("bedöms uppnås delvis")."""
    return next(word for word, known in OUTLOOK_WORDS if known is outlook)
