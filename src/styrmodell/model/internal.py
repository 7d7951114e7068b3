"""Internal items (interna poster): what units of one organisation buy of and sell to each other."""

from enum import Enum


class Internal(Enum):
    """What of the internal items a figure holds.

    GROSS holds all of them, ELIMINATED only those whose both sides are at or below the unit, NET all but those.
    """

    GROSS = "gross"
    ELIMINATED = "eliminated"
    NET = "net"


INTERNAL_WORDS: tuple[tuple[str, Internal], ...] = (
    ("brutto", Internal.GROSS),
    ("eliminerat", Internal.ELIMINATED),
    ("netto", Internal.NET),
)


def internal_word(internal: Internal) -> str:
    """The Swedish word for *internal* ("eliminerat")."""
    return next(word for word, known in INTERNAL_WORDS if known is internal)
